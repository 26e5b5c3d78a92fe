"""From step to step, what B5 decides, and the end of a round. What is left open is said why, and that stays."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding, Reden, houdt_tegen
from poortnormen.bronnen.werkaanpassing.evaluatie import Afronding
from poortnormen.bronnen.werkaanpassing.regels.evaluatie import NieuweRonde, overgenomen
from poortnormen.bronnen.werkaanpassing.soorten import PARTIJEN, Besluit, Stap
from poortnormen.stukregel import voer_uit
from poortwijzer.dossiers.actions import Invoerfout
from poortwijzer.dossiers.actions.kader import handeling, rond_af
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.werkaanpassing.lezen import (
    Lijstinhoud,
    Regelinhoud,
    afronding_van,
    als_json,
    formulier_van,
    uit_json,
)
from poortwijzer.werkaanpassing.models import Knelpuntregel, Lijst, Ronde, Traject
from poortwijzer.werkaanpassing.poort import bewaak_versie, open_ronde, weiger
from poortwijzer.werkaanpassing.poorten import bevindingen
from poortwijzer.werkaanpassing.rolwoorden import kernrol

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier

_VERVOLG = {Besluit.VERVOLG_B1: Stap.B1, Besluit.VERVOLG_B2: Stap.B2}


@handeling
def zet_stap(  # noqa: PLR0913  # where to, why in spite of what, and from which version, all by name
    *,
    dossier: "Dossier",
    actor: Actor,
    traject_id: UUID,
    naar: Stap,
    redenen: tuple[Reden, ...] = (),
    verwachte_versie: int | None = None,
) -> Ronde:
    """Go to another step. What the gate misses, and a step that is skipped, needs a reason each; that stays on record.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Conflict: somebody else changed the round meanwhile.
        Tegengehouden: something cannot be, or needs a reason and has none.
        Invoerfout: it is in that step already.
    """
    dossier, ronde = _als_begeleider(actor, dossier, traject_id)
    if naar is Stap(ronde.stap):
        raise Invoerfout("naar", _("Het traject is al in deze stap."))
    open_ = bevindingen(ronde)
    overgang = {"van": Stap(ronde.stap), "naar": naar, "besluit": None, "bevindingen": open_, "redenen": redenen}
    _houd_tegen((*open_, *voer_uit("WAP-3-01", vandaag(), overgang)), redenen)
    bewaak_versie(ronde, verwachte_versie, ingediend=str(naar), huidig=ronde.stap)
    _noteer(ronde, actor, naar=str(naar), redenen=redenen)
    ronde.stap = naar
    ronde.save(update_fields=["stap", "verloop", "versie"])
    _sluit(actor, dossier)
    return ronde


@handeling
def leg_afronding_vast(
    *,
    dossier: "Dossier",
    actor: Actor,
    traject_id: UUID,
    afronding: Afronding,
    verwachte_versie: int | None = None,
) -> None:
    """Record what B5 found and decides. When it says something else than before, both parties are asked again.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Conflict: somebody else changed it meanwhile.
    """
    dossier, ronde = _als_begeleider(actor, dossier, traject_id)
    oud = afronding_van(ronde)
    zelfde = replace(oud, akkoord=()) == replace(afronding, akkoord=())
    nieuw = als_json(replace(afronding, akkoord=oud.akkoord if zelfde else ()))
    bewaak_versie(ronde, verwachte_versie, ingediend=nieuw, huidig=ronde.afronding)
    ronde.afronding = nieuw
    ronde.save(update_fields=["afronding", "versie"])
    _sluit(actor, dossier)


@handeling
def geef_akkoord_op_afronding(
    *, dossier: "Dossier", actor: Actor, traject_id: UUID, is_akkoord: bool, verwachte_versie: int | None = None
) -> None:
    """Agree as a party with what B5 decides, or take that back.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Conflict: it changed after this party read it.
        Invoerfout: nothing is decided yet.
    """
    deel = Deel.KNELPUNTEN_SAMEN
    dossier, ronde = open_ronde(actor, dossier, traject_id, deel=deel, handeling=Handeling.AKKOORD_GEVEN)
    if ronde.afronding is None:
        raise Invoerfout("", _("Er is nog geen besluit om akkoord op te geven."))
    bewaak_versie(ronde, verwachte_versie, ingediend=None, huidig=ronde.afronding)
    afronding = afronding_van(ronde)
    rol = kernrol(actor.rol)
    anderen = tuple(ander for ander in afronding.akkoord if ander is not rol)
    ronde.afronding = als_json(replace(afronding, akkoord=(*anderen, rol) if is_akkoord else anderen))
    ronde.save(update_fields=["afronding", "versie"])
    rond_af(actor, dossier, deel=deel, handeling=Handeling.AKKOORD_GEVEN, beoordeel=False)


@handeling
def sluit_ronde(*, dossier: "Dossier", actor: Actor, traject_id: UUID, redenen: tuple[Reden, ...] = ()) -> Ronde | None:
    """Close the round as B5 decided: the trajectory is over, or a next round begins, which is given back.

    The closed round stays as it is. A next one begins with the bottlenecks of both parties' own forms, to be ranked,
    released and confirmed anew.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Tegengehouden: something cannot be, or needs a reason and has none.
        Invoerfout: the round is not in B5, there is not one decision, or not both parties want what comes next.
    """
    dossier, ronde = _als_begeleider(actor, dossier, traject_id)
    if ronde.stap != Stap.B5:
        raise Invoerfout("", _("Een ronde eindigt na B5. Stopt het traject eerder, kies dan stoppen."))
    afronding = afronding_van(ronde)
    _houd_tegen(bevindingen(ronde), redenen)
    if len(afronding.besluiten) != 1:
        raise Invoerfout("", _("Leg eerst het besluit vast."))
    besluit = afronding.besluiten[0]
    gegevens = {"afronding": afronding, "ronde": ronde.nummer, "op": vandaag()}
    nieuw: NieuweRonde | None = voer_uit("WAP-B5-03", vandaag(), gegevens)
    if besluit in _VERVOLG and nieuw is None:
        raise Invoerfout("", _("Een vervolg begint als beide partijen akkoord zijn, en oorzaak en vraag er staan."))
    _noteer(ronde, actor, naar=str(besluit), redenen=redenen)
    ronde.gesloten_op = vandaag()
    ronde.versie += 1
    ronde.save(update_fields=["gesloten_op", "verloop", "versie"])
    volgende = None if nieuw is None else _begin(dossier, ronde, nieuw)
    if volgende is None:
        _eindig(ronde.traject, Traject.Stand.AFGEROND)
    _sluit(actor, dossier)
    return volgende


@handeling
def stop_traject(*, dossier: "Dossier", actor: Actor, traject_id: UUID, reden: str) -> None:
    """Stop before the end, with a reason. All that is there stays readable for who read it.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Invoerfout: there is no reason.
    """
    dossier, ronde = _als_begeleider(actor, dossier, traject_id)
    if not reden.strip():
        raise Invoerfout("reden", _("Schrijf op waarom het traject stopt."))
    _noteer(ronde, actor, naar=Traject.Stand.GESTOPT, redenen=(Reden(code="gestopt", tekst=reden.strip()),))
    ronde.gesloten_op = vandaag()
    ronde.versie += 1
    ronde.save(update_fields=["gesloten_op", "verloop", "versie"])
    _eindig(ronde.traject, Traject.Stand.GESTOPT)
    _sluit(actor, dossier)


def _als_begeleider(actor: Actor, dossier: "Dossier", traject_id: UUID) -> "tuple[Dossier, Ronde]":
    return open_ronde(actor, dossier, traject_id, deel=Deel.WERKAANPASSING, handeling=Handeling.TRAJECT_BEGELEIDEN)


def _houd_tegen(gevonden: tuple[Bevinding, ...], redenen: tuple[Reden, ...]) -> None:
    """Say all that still stops it; that the gate is shut follows from the rest and is not said beside it."""
    tegen = houdt_tegen(gevonden, redenen)
    weiger("redenen", tuple(deel for deel in tegen if deel.code != "poort_dicht") or tegen)


def _noteer(ronde: Ronde, actor: Actor, *, naar: str, redenen: tuple[Reden, ...]) -> None:
    stap = {
        "van": ronde.stap,
        "naar": naar,
        "op": vandaag().isoformat(),
        "door": str(actor.gebruiker_id),
        "redenen": als_json(tuple(deel for deel in redenen if deel.tekst.strip())),
    }
    ronde.verloop = [*(ronde.verloop or ()), stap]


def _begin(dossier: "Dossier", vorige: Ronde, nieuw: NieuweRonde) -> Ronde:
    ronde = Ronde.objects.create(
        dossier=dossier,
        traject=vorige.traject,
        nummer=nieuw.nummer,
        stap=nieuw.begint_in,
        begonnen_op=nieuw.op,
        voorbereiding=vorige.voorbereiding if nieuw.begint_in is Stap.B2 else None,
    )
    for partij in PARTIJEN:
        oud = Lijst.objects.filter(ronde=vorige, variant=str(partij)).first()
        lijst = Lijst.objects.create(dossier=dossier, ronde=ronde, variant=str(partij))
        if oud is not None:
            _neem_over(oud, lijst)
    return ronde


def _neem_over(oud: Lijst, nieuw: Lijst) -> None:
    inhoud = uit_json(oud.inhoud, Lijstinhoud)
    nieuw.inhoud = als_json(Lijstinhoud(taken=inhoud.taken))
    nieuw.save()
    regels = list(oud.regels.all())
    vrij = {deel.id: deel for deel in overgenomen(formulier_van(oud, regels)).knelpunten()}
    for regel in regels:
        deel = uit_json(regel.inhoud, Regelinhoud)
        over = replace(
            deel,
            prioriteit=vrij[str(regel.pk)].prioriteit,
            akkoord=vrij[str(regel.pk)].akkoord,
            is_besproken=False,
            reden_niet_besproken="",
        )
        Knelpuntregel.objects.create(dossier_id=nieuw.dossier_id, lijst=nieuw, inhoud=als_json(over))


def _eindig(traject: Traject, stand: str) -> None:
    traject.stand = stand
    traject.versie += 1
    traject.save(update_fields=["stand", "versie"])


def _sluit(actor: Actor, dossier: "Dossier") -> None:
    rond_af(actor, dossier, deel=Deel.WERKAANPASSING, handeling=Handeling.TRAJECT_BEGELEIDEN, beoordeel=False)
