"""The choice form: each party thinks of ideas apart, then all three give marks, and the two parties choose."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from poortnormen.bronnen.werkaanpassing.soorten import PARTIJEN, Fase, Variant
from poortnormen.stukregel import voer_uit
from poortwijzer.dossiers.actions import Invoerfout
from poortwijzer.dossiers.actions.kader import handeling, rond_af
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.werkaanpassing.lezen import (
    Ideeinhoud,
    als_json,
    keuzeformulier_van,
    klaar_van,
    uit_json,
    waardering_van,
)
from poortwijzer.werkaanpassing.models import Knelpuntregel, Oplossingregel, Ronde
from poortwijzer.werkaanpassing.poort import bewaak_versie, open_ronde, weiger
from poortwijzer.werkaanpassing.rolwoorden import kernrol

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier

DEEL = Deel.KNELPUNTEN_SAMEN


@handeling
def breng_oplossing_in(
    *, dossier: "Dossier", actor: Actor, traject_id: UUID, knelpunt_id: UUID, inhoud: Ideeinhoud
) -> Oplossingregel:
    """Add an idea to a bottleneck of the joint form. Until both parties are ready nobody but the guide sees both lists.

    The guide adds only after that, and where both parties thought of something. Marks and choices come later.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Invoerfout: the joint form is not final, there is no such bottleneck, or there are no words.
        Tegengehouden: the guide is too early.
    """
    dossier, ronde = open_ronde(actor, dossier, traject_id, deel=DEEL, handeling=Handeling.OPLOSSING_INBRENGEN)
    knelpunt = Knelpuntregel.objects.filter(
        pk=knelpunt_id, lijst__ronde=ronde, lijst__variant=Variant.GEZAMENLIJK, lijst__vastgesteld_op__isnull=False
    ).first()
    if knelpunt is None:
        raise Invoerfout("knelpunt", _("Kies een knelpunt van het gezamenlijke formulier, als dat vaststaat."))
    if not inhoud.tekst.strip():
        raise Invoerfout("tekst", _("Schrijf uw idee op."))
    rol = kernrol(actor.rol)
    if rol in klaar_van(ronde) and len(klaar_van(ronde)) < len(PARTIJEN):
        raise Invoerfout("", _("U zei dat uw lijst klaar is. Wacht tot de ander ook klaar is."))
    kaal = Ideeinhoud(tekst=inhoud.tekst.strip(), categorie=inhoud.categorie, aspecten=inhoud.aspecten)
    regel = Oplossingregel(
        dossier=dossier, ronde=ronde, knelpunt=knelpunt, aangedragen_door=str(rol), inhoud=als_json(kaal)
    )
    regels = [*Oplossingregel.objects.filter(ronde=ronde), regel]
    weiger("", voer_uit("WAP-4.3-08", vandaag(), {"formulier": keuzeformulier_van(ronde, regels)}))
    regel.save()
    _sluit(actor, dossier, Handeling.OPLOSSING_INBRENGEN)
    return regel


@handeling
def verwijder_oplossing(*, dossier: "Dossier", actor: Actor, traject_id: UUID, oplossing_id: UUID) -> None:
    """Take back an own idea, as long as the own list is not ready: then the others have not seen it.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Invoerfout: it is somebody else's, or the list is ready.
    """
    dossier, ronde = open_ronde(actor, dossier, traject_id, deel=DEEL, handeling=Handeling.OPLOSSING_INBRENGEN)
    rol = kernrol(actor.rol)
    regel = Oplossingregel.objects.filter(ronde=ronde, pk=oplossing_id, aangedragen_door=str(rol)).first()
    if regel is None or rol not in PARTIJEN or rol in klaar_van(ronde):
        raise Invoerfout("", _("Alleen een eigen idee kunt u weghalen, zolang uw lijst niet klaar is."))
    regel.delete()
    _sluit(actor, dossier, Handeling.OPLOSSING_INBRENGEN)


@handeling
def meld_ideeen_klaar(*, dossier: "Dossier", actor: Actor, traject_id: UUID) -> None:
    """Say as a party that the own list is complete. When both said so, all three see everything and give marks.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Invoerfout: it was said already.
    """
    dossier, ronde = open_ronde(actor, dossier, traject_id, deel=DEEL, handeling=Handeling.AKKOORD_GEVEN)
    rol = kernrol(actor.rol)
    if rol in klaar_van(ronde):
        raise Invoerfout("", _("Dit staat er al zo. Er is niets veranderd."))
    setattr(ronde, f"klaar_{rol}_op", nu())
    ronde.versie += 1
    ronde.save(update_fields=[f"klaar_{rol}_op", "versie"])
    _sluit(actor, dossier, Handeling.AKKOORD_GEVEN)


@handeling
def beoordeel_oplossing(  # noqa: PLR0913  # which, what, and of which version, all by name
    *,
    dossier: "Dossier",
    actor: Actor,
    traject_id: UUID,
    oplossing_id: UUID,
    inhoud: Ideeinhoud,
    verwachte_versie: int | None = None,
) -> Oplossingregel:
    """Give marks, consequences, a rank, and whether it is temporary.

    Who agreed before, and did not do this, is asked again.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Conflict: somebody else changed it meanwhile.
        Invoerfout: there is no such idea, or no words.
        Tegengehouden: the parties are still thinking apart.
    """
    dossier, ronde = open_ronde(actor, dossier, traject_id, deel=DEEL, handeling=Handeling.OPLOSSING_INBRENGEN)
    regel = _oplossing(ronde, oplossing_id)
    oud = uit_json(regel.inhoud, Ideeinhoud)
    if not inhoud.tekst.strip():
        raise Invoerfout("tekst", _("Schrijf uw idee op."))
    bewaak_versie(regel, verwachte_versie, ingediend=als_json(inhoud), huidig=regel.inhoud)
    nieuw = replace(inhoud, tekst=inhoud.tekst.strip(), akkoord=oud.akkoord)
    eerder, straks = waardering_van(regel, oud), waardering_van(regel, nieuw)
    gegevens = {"eerder": eerder, "nu": straks, "door": kernrol(actor.rol)}
    (akkoord,) = voer_uit("WAP-B3-10", vandaag(), gegevens)
    regel.inhoud = als_json(replace(nieuw, akkoord=akkoord))
    formulier = keuzeformulier_van(ronde, [regel])
    weiger("", voer_uit("WAP-B3-19", vandaag(), {"formulier": formulier}))
    if formulier.fase is Fase.BEDENKEN:
        raise Invoerfout("", _("Beoordelen kan als beide partijen klaar zijn met bedenken."))
    regel.save()
    _sluit(actor, dossier, Handeling.OPLOSSING_INBRENGEN)
    return regel


@handeling
def geef_akkoord_op_oplossing(  # noqa: PLR0913  # as above
    *,
    dossier: "Dossier",
    actor: Actor,
    traject_id: UUID,
    oplossing_id: UUID,
    is_akkoord: bool,
    verwachte_versie: int | None = None,
) -> None:
    """Choose an idea as a party, or take that back. It is chosen when both do; the guide never chooses.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Conflict: it changed after this party read it.
        Invoerfout: there is no such idea, or the parties are still thinking apart.
    """
    dossier, ronde = open_ronde(actor, dossier, traject_id, deel=DEEL, handeling=Handeling.AKKOORD_GEVEN)
    regel = _oplossing(ronde, oplossing_id)
    if len(klaar_van(ronde)) < len(PARTIJEN):
        raise Invoerfout("", _("Kiezen kan als beide partijen klaar zijn met bedenken."))
    bewaak_versie(regel, verwachte_versie, ingediend=None, huidig=regel.inhoud)
    inhoud = uit_json(regel.inhoud, Ideeinhoud)
    rol = kernrol(actor.rol)
    anderen = tuple(deel for deel in inhoud.akkoord if deel is not rol)
    regel.inhoud = als_json(replace(inhoud, akkoord=(*anderen, rol) if is_akkoord else anderen))
    formulier = keuzeformulier_van(ronde, [regel])
    weiger("", (deel for deel in voer_uit("WAP-B3-21", vandaag(), {"formulier": formulier})))
    regel.save()
    _sluit(actor, dossier, Handeling.AKKOORD_GEVEN)


def _oplossing(ronde: Ronde, oplossing_id: UUID) -> Oplossingregel:
    regel = Oplossingregel.objects.filter(ronde=ronde, pk=oplossing_id).first()
    if regel is None:
        raise Invoerfout("", _("Dit idee hoort niet bij deze ronde."))
    return regel


def _sluit(actor: Actor, dossier: "Dossier", handeling_: Handeling) -> None:
    rond_af(actor, dossier, deel=DEEL, handeling=handeling_, beoordeel=False)
