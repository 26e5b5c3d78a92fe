"""What people add to a task: who takes it, why it waits, a note. The task itself comes from the core."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import NietGevonden, lock_dossier
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling, rond_af
from poortwijzer.dossiers.keuzes import Aantekeningsoort
from poortwijzer.dossiers.models import Taak, Taakaantekening
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling


@handeling
def neem_taak(*, taak_id: UUID, actor: Actor) -> Taak:
    """Take a task, also from somebody else: the log tells who had it.

    Raises:
        NietGevonden: no such task any more, or not for this actor.
        GeenToegang: this role takes no tasks.
    """
    taak = _open(taak_id, actor, Handeling.TAAK_NEMEN)
    taak.genomen_door_id = actor.gebruiker_id
    return _teken_aan(taak, actor, Handeling.TAAK_NEMEN, Aantekeningsoort.GENOMEN)


@handeling
def laat_taak_los(*, taak_id: UUID, actor: Actor) -> Taak:
    """Put a task back for everybody.

    Raises:
        NietGevonden, GeenToegang: see `neem_taak`.
    """
    taak = _open(taak_id, actor, Handeling.TAAK_NEMEN)
    taak.genomen_door_id = None
    return _teken_aan(taak, actor, Handeling.TAAK_NEMEN, Aantekeningsoort.LOSGELATEN)


@handeling
def stel_taak_uit(*, taak_id: UUID, actor: Actor, tot: date, reden: str) -> Taak:
    """Put a task off the list until a day, with the reason. The last day in law does not move with it.

    Raises:
        NietGevonden, GeenToegang: see `neem_taak`.
        Invoerfout: the day is not after today, or the reason is missing.
    """
    if tot <= vandaag():
        raise Invoerfout("tot", _("Kies een dag na vandaag."))
    if not reden.strip():
        raise Invoerfout("reden", _("Schrijf op waarom u deze taak uitstelt."))
    taak = _open(taak_id, actor, Handeling.TAAK_UITSTELLEN)
    taak.uitgesteld_tot = tot
    return _teken_aan(taak, actor, Handeling.TAAK_UITSTELLEN, Aantekeningsoort.UITGESTELD, tot=tot, tekst=reden.strip())


@handeling
def hervat_taak(*, taak_id: UUID, actor: Actor) -> Taak:
    """Put a postponed task back on the list now.

    Raises:
        NietGevonden, GeenToegang: see `neem_taak`.
    """
    taak = _open(taak_id, actor, Handeling.TAAK_UITSTELLEN)
    taak.uitgesteld_tot = None
    return _teken_aan(taak, actor, Handeling.TAAK_UITSTELLEN, Aantekeningsoort.HERVAT)


@handeling
def noteer_bij_taak(*, taak_id: UUID, actor: Actor, tekst: str) -> Taak:
    """Write a note with a task; an earlier note stays in the history.

    Raises:
        NietGevonden, GeenToegang: see `neem_taak`.
        Invoerfout: the note is empty.
    """
    if not tekst.strip():
        raise Invoerfout("tekst", _("Schrijf een notitie, of laat het veld met rust."))
    taak = _open(taak_id, actor, Handeling.TAAK_UITSTELLEN)
    taak.notitie = tekst.strip()
    return _teken_aan(taak, actor, Handeling.TAAK_UITSTELLEN, Aantekeningsoort.NOTITIE, tekst=tekst.strip())


def _open(taak_id: UUID, actor: Actor, handeling_: Handeling) -> Taak:
    """Give the task with its dossier locked, as it is under that lock: others may have changed or ended it."""
    dossier_id = Taak.objects.filter(pk=taak_id).values_list("dossier_id", flat=True).first()
    dossier = None if dossier_id is None else lock_dossier(actor, dossier_id, deel=Deel.TAKEN, handeling=handeling_)
    taak = Taak.objects.filter(pk=taak_id).first()
    if dossier is None or taak is None:
        raise NietGevonden(
            Weigering(
                actor=actor, deel=Deel.TAKEN, handeling=handeling_, dossier_id=dossier_id, reden="taak bestaat niet"
            )
        )
    taak.dossier = dossier
    return taak


def _teken_aan(  # noqa: PLR0913  # private: the shared end of five acts
    taak: Taak,
    actor: Actor,
    handeling_: Handeling,
    soort: Aantekeningsoort,
    *,
    tot: date | None = None,
    tekst: str = "",
) -> Taak:
    """Store the annotation and its copy on the projection. No fact changed: nothing is judged again."""
    Taakaantekening.objects.create(
        dossier=taak.dossier,
        taaksoort=taak.soort,
        norm=taak.norm,
        item=taak.item,
        soort=soort,
        door_id=actor.gebruiker_id,
        op=nu(),
        tot=tot,
        tekst=tekst,
    )
    taak.save(update_fields=["genomen_door", "uitgesteld_tot", "notitie"])
    rond_af(actor, taak.dossier, deel=Deel.TAKEN, handeling=handeling_, doel=f"{taak.norm} {soort}", beoordeel=False)
    return taak
