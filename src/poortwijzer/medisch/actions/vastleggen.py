"""Writing in the medical record; a correction is a new row beside the old one."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from poortwijzer.dossiers.actions import Conflict, Invoerfout
from poortwijzer.dossiers.actions.kader import handeling, open_voor, rond_af
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.eigendom import eigenaar_nu, leesbaar_voor
from poortwijzer.medisch.models import Medischeregel
from poortwijzer.medisch.regel import MEESTE_TEKENS, Regel, Regelsoort
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


@handeling
def leg_medisch_vast(
    *,
    dossier: "Dossier",
    actor: Actor,
    regel: Regel,
    is_werkaantekening: bool = False,
    vervangt: UUID | None = None,
) -> Medischeregel:
    """Write a row in the medical record, or the doctor's own notes; `vervangt` names the row that it corrects.

    Raises:
        NietGevonden, GeenToegang: see `access`; also a task that was not left to this person.
        Conflict: the row to correct was corrected by somebody else meanwhile.
        Invoerfout: there is no text or too much, the day is to come, there is no such row to correct, or the record
            was handed over to another organisation.
    """
    deel = Deel.WERKAANTEKENINGEN if is_werkaantekening else Deel.MEDISCH_DOSSIER
    dossier = open_voor(actor, dossier, deel=deel, handeling=Handeling.MEDISCH_VASTLEGGEN)
    _controleer(regel)
    if actor.organisatie_id is None:
        raise Invoerfout("tekst", _("Een medisch dossier hoort bij de organisatie van de bedrijfsarts."))
    if eigenaar_nu(dossier.pk, actor.organisatie_id) != actor.organisatie_id:
        raise Invoerfout("tekst", _("Dit medisch dossier is overgedragen. De andere bedrijfsarts schrijft nu verder."))
    oud = _te_verbeteren(actor, dossier, vervangt, is_werkaantekening=is_werkaantekening)
    if oud is not None and (opvolger := Medischeregel.objects.filter(vervangt=oud).first()):
        raise Conflict(ingediend=regel.als_json(), huidig=opvolger.inhoud)
    rij = Medischeregel.objects.create(
        dossier=dossier,
        eigenaar_id=actor.organisatie_id,
        is_werkaantekening=is_werkaantekening,
        inhoud=regel.als_json(),
        vervangt=oud,
        rol=actor.rol,
        created_by_id=actor.gebruiker_id,
        verantwoordelijke_id=dossier.verantwoordelijke_id,
    )
    rond_af(actor, dossier, deel=deel, handeling=Handeling.MEDISCH_VASTLEGGEN, doel=str(rij.pk), beoordeel=False)
    return rij


def _controleer(regel: Regel) -> None:
    if not 0 < len(regel.tekst.strip()) <= MEESTE_TEKENS:
        raise Invoerfout("tekst", _("Schrijf een tekst, van hoogstens %(aantal)s tekens.") % {"aantal": MEESTE_TEKENS})
    if regel.op > vandaag():
        raise Invoerfout("op", _("Deze dag moet nog komen. Kies de dag waarop het was."))
    if regel.soort is Regelsoort.CONSULT and regel.wijze is None:
        raise Invoerfout("wijze", _("Kies hoe u contact had."))


def _te_verbeteren(
    actor: Actor, dossier: "Dossier", vervangt: UUID | None, *, is_werkaantekening: bool
) -> Medischeregel | None:
    if vervangt is None:
        return None
    assert actor.organisatie_id is not None  # noqa: S101  # looked at before
    regels = Medischeregel.objects.filter(leesbaar_voor(dossier.pk, actor.organisatie_id), dossier=dossier)
    if is_werkaantekening:
        regels = regels.filter(created_by_id=actor.gebruiker_id)
    oud = regels.filter(pk=vervangt, is_werkaantekening=is_werkaantekening).first()
    if oud is None:
        raise Invoerfout("tekst", _("De tekst die u wilt verbeteren, hoort niet bij dit dossier."))
    return oud
