"""The files of a dossier, as far as the actor may read the parts that they are about."""

from poortwijzer.bijlagen.typen import KENMERKEN, Bestandstype
from poortwijzer.dossiers.beelden.bijlagen import Bijlagebeeld
from poortwijzer.dossiers.bijlagen import mag_bevestigen, mag_intrekken
from poortwijzer.dossiers.keuzes import Afzender
from poortwijzer.dossiers.models import Bijlage, Dossier
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import leesbare_delen
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol


def bijlagelijst(actor: Actor, dossier: Dossier) -> tuple[Bijlagebeeld, ...]:
    """Give the files, the newest first; the dossier comes from `access_dossier`."""
    return tuple(bijlagebeeld(actor.rol, rij) for rij in leesbare_bijlagen(actor, dossier))


def leesbare_bijlagen(actor: Actor, dossier: Dossier) -> list[Bijlage]:
    """Give the rows, the newest first, as far as the actor may read the parts that they are about."""
    rijen = (
        Bijlage.objects.filter(dossier=dossier, deel__in=leesbare_delen(actor.rol) - dossier.gesloten_delen)
        .select_related("toegevoegd_door", "bevestigd_door", "dossier")
        .order_by("-toegevoegd_op", "pk")
    )
    return list(rijen)


def bijlagebeeld(rol: Rol, rij: Bijlage) -> Bijlagebeeld:
    """Give one file for a page."""
    is_weg = rij.ingetrokken_op is not None
    return Bijlagebeeld(
        id=rij.pk,
        naam="" if is_weg else rij.naam,
        deel=rij.deel,
        deel_label=str(Deel(rij.deel).label),
        van_op=rij.van_op,
        ontvangen_op=rij.ontvangen_op,
        ontvangen_van=str(Afzender(rij.ontvangen_van).label),
        toelichting="" if is_weg else rij.toelichting,
        toegevoegd_door=rij.toegevoegd_door.naam,
        rol_label=str(Rol(rij.rol).label),
        toegevoegd_op=rij.toegevoegd_op,
        bestandstype=KENMERKEN[Bestandstype(rij.bestandstype)].naam,
        aantal_bytes=rij.aantal_bytes,
        telt_mee=rij.feit_id is not None and not is_weg,
        bevestigd_op=rij.bevestigd_op,
        bevestigd_door=rij.bevestigd_door.naam if rij.bevestigd_door else "",
        ingetrokken_op=rij.ingetrokken_op,
        reden=rij.intrekreden,
        mag_intrekken=mag_intrekken(rol, rij),
        mag_bevestigen=mag_bevestigen(rol, rij),
    )
