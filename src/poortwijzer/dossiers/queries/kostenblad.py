"""Money, help from outside and placement: the ledger of a dossier, and what the norms say about it."""

from datetime import date

from poortnormen.beoordeling import Beoordeling
from poortnormen.feiten.kosten import Kostenpost
from poortnormen.feiten.reintegratie import Uitvoerder
from poortnormen.feiten.toezicht import Begeleidingscontrole
from poortnormen.geld import Bedrag
from poortwijzer.dossiers.assessments import beoordeel
from poortwijzer.dossiers.beelden.punten import Kostenbeeld
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.queries.dossierblad import dossierbeeld
from poortwijzer.dossiers.queries.punten import knoppen_voor, punten
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor

EVALUATIENORM = "BKP-9-20"
OVER_KOSTEN = (
    "BKP-9-61",
    "BKP-9-62",
    "BKP-9-63",
    "BKP-9-64",
    "BKP-9-65",
    "BKP-11-03",
    "BKP-11-05",
    "BKP-11-06",
    "BKP-9-66",
    "BKP-9-67",
    "BKP-11-07",
)
OVER_HULP = ("BKP-6-16", "BKP-9-22", "BKP-9-23", "BKP-9-24", "BKP-9-25", "BKP-9-30")
OVER_PLAATSING = ("BKP-9-19", EVALUATIENORM, "BKP-9-32", "BKP-n13-01")
VAST_TE_LEGGEN = (
    "kostenposten",
    "kostenbesluiten",
    "terugbetaalafspraken",
    "is_aanvullende_verzekering_geeist",
    "participatieverzoeken",
    "participatiebesluiten",
    "begeleidingscontroles",
    "begeleidingsbehoefte",
    "mislukte_trajecten",
    "herplaatsing",
    "herplaatsingsevaluaties",
    "detacheringen",
)


def kostenbeeld(actor: Actor, dossier: Dossier) -> Kostenbeeld:
    """Give the ledger and the points of a dossier; `dossier` comes from `access_dossier` for `Deel.OVERLEG`."""
    beeld = dossierbeeld(actor, dossier)
    beoordeeld = beoordeel(dossier, vandaag())
    kern = beoordeeld.kern
    posten = [feit.waarde for feit in kern.beeld["kostenposten"].uit if isinstance(feit.waarde, Kostenpost)]
    return Kostenbeeld(
        totaal=Bedrag(sum(post.bedrag_centen for post in posten)),
        vergoed=Bedrag(sum(min(post.vergoed_centen or 0, post.bedrag_centen) for post in posten)),
        werkgever=_rest(posten, Uitvoerder.WERKGEVER),
        werknemer=_rest(posten, Uitvoerder.WERKNEMER),
        laatste_controle=_laatste_controle(kern),
        volgende_evaluatie=next((m for m in beoordeeld.momenten if m.norm == EVALUATIENORM and m.uiterste_dag), None),
        kosten=punten(actor.rol, kern, OVER_KOSTEN),
        hulp=punten(actor.rol, kern, OVER_HULP),
        plaatsing=punten(actor.rol, kern, OVER_PLAATSING),
        feiten=tuple(feit for feit in beeld.feiten if feit.naam in VAST_TE_LEGGEN and feit.vervangen_door is None),
        knoppen=knoppen_voor(actor.rol, VAST_TE_LEGGEN),
    )


def _rest(posten: list[Kostenpost], van: Uitvoerder) -> Bedrag:
    """Give what a party paid and did not get back."""
    return Bedrag(sum(max(0, p.bedrag_centen - (p.vergoed_centen or 0)) for p in posten if p.betaald_door is van))


def _laatste_controle(kern: Beoordeling) -> date | None:
    controles = [feit.waarde for feit in kern.beeld["begeleidingscontroles"].uit]
    return max((c.gehouden_op for c in controles if isinstance(c, Begeleidingscontrole)), default=None)
