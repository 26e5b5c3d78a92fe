"""The joint form: made from what the employee released and what the manager brought, and agreed on by both."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from poortnormen.bronnen.werkaanpassing.knelpunten import Hoofdtaak, Knelpunt, Knelpuntenformulier, Werkzaamheid
from poortnormen.bronnen.werkaanpassing.soorten import Rol, Variant
from poortnormen.stukregel import voer_uit
from poortwijzer.dossiers.actions import Invoerfout
from poortwijzer.dossiers.actions.kader import handeling, rond_af
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.toestemmingen import Toestemmingsdoel
from poortwijzer.werkaanpassing.actions.lijst import vraag_opnieuw
from poortwijzer.werkaanpassing.lezen import Regelinhoud, als_json, formulier_van, uit_json
from poortwijzer.werkaanpassing.models import Knelpuntregel, Lijst, Ronde, Traject
from poortwijzer.werkaanpassing.poort import bewaak_versie, open_lijst, open_ronde
from poortwijzer.werkaanpassing.rolwoorden import kernrol

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier, Toestemming

NIETS = UUID(int=0)  # no row has it
Paren = tuple[tuple[UUID, UUID], ...]


@handeling
def stel_gezamenlijk_samen(*, dossier: "Dossier", actor: Actor, traject_id: UUID, zelfde: Paren = ()) -> Lijst:
    """Open the joint form, or add to it what the employee released since. From then on both read all that is on it.

    `zelfde` names pairs of rows, the employee's first, that are about the same thing: those become one row.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Invoerfout: a party did not confirm its own form yet, or the joint form is final.
    """
    dossier, ronde = open_ronde(
        actor, dossier, traject_id, deel=Deel.KNELPUNTEN_SAMEN, handeling=Handeling.LIJST_INVULLEN
    )
    if kernrol(actor.rol) is not Rol.PROCESBEGELEIDER:
        raise Invoerfout("", _("De procesbegeleider opent het gezamenlijke formulier."))
    van_werknemer, van_leiding = (
        _eigen_lijst(ronde, variant) for variant in (Variant.WERKNEMER, Variant.LEIDINGGEVENDE)
    )
    if ronde.samen_op is None:
        ronde.samen_op = nu()
        ronde.versie += 1
        ronde.save(update_fields=["samen_op", "versie"])
        Lijst.objects.create(dossier=dossier, ronde=ronde, variant=Variant.GEZAMENLIJK)
    samen, _regels = open_lijst(ronde, Variant.GEZAMENLIJK)
    inbreng = _Inbreng(van_werknemer)
    formulieren = _formulieren(van_werknemer, van_leiding, zelfde)
    uitkomst: Knelpuntenformulier = voer_uit("WAP-B2-13", vandaag(), formulieren)
    paar = {str(eigen): str(ander) for eigen, ander in zelfde}
    for regel_id, inhoud in _regels_van(uitkomst):
        if inbreng.heeft(regel_id):
            continue
        ander = paar.get(regel_id, "")
        regel = Knelpuntregel.objects.filter(lijst=samen, pk=inbreng.van_leiding.get(ander, NIETS)).first()
        regel = regel or Knelpuntregel(dossier=dossier, lijst=samen)
        regel.inhoud = als_json(inhoud)
        regel.versie += 1
        regel.save()
        inbreng.noteer(
            regel_id, ander, regel.pk, is_van_werknemer=inhoud.herkomst is not inhoud.herkomst.LEIDINGGEVENDE
        )
    inbreng.bewaar()
    vraag_opnieuw(samen)
    samen.versie += 1
    samen.save()
    rond_af(actor, dossier, deel=Deel.KNELPUNTEN_SAMEN, handeling=Handeling.LIJST_INVULLEN, beoordeel=False)
    return samen


@handeling
def geef_akkoord_op_knelpunt(  # noqa: PLR0913  # on what, which way, and of which version, all by name
    *,
    dossier: "Dossier",
    actor: Actor,
    traject_id: UUID,
    regel_id: UUID,
    is_akkoord: bool,
    verwachte_versie: int | None = None,
) -> None:
    """Say as a party that this bottleneck is to be tackled, or take that back. Only a party does, and for itself.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Conflict: the words changed after this party read them.
        Invoerfout: the joint form is not there or final, or there is no such row.
    """
    deel = Deel.KNELPUNTEN_SAMEN
    dossier, ronde = open_ronde(actor, dossier, traject_id, deel=deel, handeling=Handeling.AKKOORD_GEVEN)
    samen, regels = open_lijst(ronde, Variant.GEZAMENLIJK)
    regel = regels.filter(pk=regel_id).first()
    if regel is None:
        raise Invoerfout("", _("Dit knelpunt staat niet op dit formulier."))
    bewaak_versie(regel, verwachte_versie, ingediend=None, huidig=regel.inhoud)
    inhoud = uit_json(regel.inhoud, Regelinhoud)
    anderen = tuple(rol for rol in inhoud.akkoord if rol is not kernrol(actor.rol))
    regel.inhoud = als_json(replace(inhoud, akkoord=(*anderen, kernrol(actor.rol)) if is_akkoord else anderen))
    regel.save()
    samen.versie += 1
    samen.save()
    rond_af(actor, dossier, deel=deel, handeling=Handeling.AKKOORD_GEVEN, beoordeel=False)


def haal_van_gezamenlijk(toestemming: "Toestemming") -> None:
    """Take a bottleneck off the joint form when its consent is withdrawn, as long as that form is not final.

    What the manager brought about the same thing comes back in the manager's words. A part of the act of answering.
    """
    if toestemming.doel != Toestemmingsdoel.KNELPUNT_BESPREKEN or toestemming.onderwerp_id is None:
        return
    eigen = Knelpuntregel.objects.filter(pk=toestemming.onderwerp_id, lijst__variant=Variant.WERKNEMER).first()
    if eigen is None or eigen.lijst.ronde.traject.stand != Traject.Stand.LOOPT:
        return
    inbreng = _Inbreng(eigen.lijst)
    samen = Lijst.objects.filter(
        ronde=eigen.lijst.ronde, variant=Variant.GEZAMENLIJK, vastgesteld_op__isnull=True
    ).first()
    regel = Knelpuntregel.objects.filter(lijst=samen, pk=inbreng.van_werknemer.get(str(eigen.pk), NIETS)).first()
    if samen is None or regel is None:
        return
    ander = inbreng.vergeet(str(eigen.pk))
    if ander:
        van_leiding = Knelpuntregel.objects.get(pk=ander)
        formulier = formulier_van(van_leiding.lijst, [van_leiding])
        leeg = Knelpuntenformulier(variant=Variant.WERKNEMER)
        terug = voer_uit("WAP-B2-13", vandaag(), {"werknemer": leeg, "leidinggevende": formulier})
        regel.inhoud = als_json(next(iter(_regels_van(terug)))[1])
        regel.versie += 1
        regel.save()
    else:
        regel.delete()
    inbreng.bewaar()
    vraag_opnieuw(samen)
    samen.versie += 1
    samen.save()


class _Inbreng:
    """Which row of the joint form came from which row of a party; kept where only the employee and the guide read."""

    def __init__(self, lijst: Lijst) -> None:
        self.lijst = lijst
        bewaard = lijst.inbreng or {}
        self.van_werknemer: dict[str, str] = dict(bewaard.get("werknemer", {}))
        self.van_leiding: dict[str, str] = dict(bewaard.get("leidinggevende", {}))

    def heeft(self, regel_id: str) -> bool:
        return regel_id in self.van_werknemer or regel_id in self.van_leiding

    def noteer(self, regel_id: str, ander: str, samen_id: UUID, *, is_van_werknemer: bool) -> None:
        (self.van_werknemer if is_van_werknemer else self.van_leiding)[regel_id] = str(samen_id)
        if ander:
            self.van_leiding[ander] = str(samen_id)

    def vergeet(self, regel_id: str) -> str:
        """Forget a row of the employee; give the row of the manager that is about the same thing, if there is one."""
        samen_id = self.van_werknemer.pop(regel_id)
        return next((eigen for eigen, samen in self.van_leiding.items() if samen == samen_id), "")

    def bewaar(self) -> None:
        self.lijst.inbreng = {"werknemer": self.van_werknemer, "leidinggevende": self.van_leiding}
        self.lijst.save(update_fields=["inbreng"])


def _eigen_lijst(ronde: Ronde, variant: Variant) -> Lijst:
    lijst = Lijst.objects.filter(ronde=ronde, variant=variant).first()
    if lijst is None or lijst.vastgesteld_op is None:
        wie = _("De werknemer") if variant is Variant.WERKNEMER else _("De leidinggevende")
        raise Invoerfout("", _("%(wie)s heeft de eigen lijst nog niet bevestigd.") % {"wie": wie})
    return lijst


def _formulieren(van_werknemer: Lijst, van_leiding: Lijst, zelfde: Paren) -> dict[str, object]:
    paar = {str(eigen): str(ander) for eigen, ander in zelfde}
    formulier = formulier_van(van_werknemer, van_werknemer.regels.all())
    taken = tuple(_met_paren(taak, paar) for taak in formulier.hoofdtaken)
    return {
        "werknemer": replace(formulier, hoofdtaken=taken),
        "leidinggevende": formulier_van(van_leiding, van_leiding.regels.all()),
    }


def _met_paren(taak: Hoofdtaak, paar: dict[str, str]) -> Hoofdtaak:
    def met_paar(knelpunt: Knelpunt) -> Knelpunt:
        return replace(knelpunt, zelfde_als=paar.get(knelpunt.id, ""))

    werk = (
        Werkzaamheid(naam=deel.naam, knelpunten=tuple(map(met_paar, deel.knelpunten))) for deel in taak.werkzaamheden
    )
    return replace(taak, werkzaamheden=tuple(werk))


def _regels_van(formulier: Knelpuntenformulier) -> list[tuple[str, Regelinhoud]]:
    return [
        (
            knelpunt.id,
            Regelinhoud(
                hoofdtaak=taak.naam,
                werkzaamheid=werk.naam,
                tekst=knelpunt.tekst,
                frequentie=knelpunt.frequentie,
                ernst=knelpunt.ernst,
                ernst_origineel=knelpunt.ernst_origineel,
                herkomst=knelpunt.herkomst,
                label=knelpunt.label,
            ),
        )
        for taak in formulier.hoofdtaken
        for werk in taak.werkzaamheden
        for knelpunt in werk.knelpunten
    ]
