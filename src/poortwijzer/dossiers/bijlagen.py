"""The files of a dossier at the door: which one, of this dossier, and open for this actor."""

from hashlib import sha256
from uuid import UUID

from poortwijzer.dossiers.access import access_dossier, gevraagd, niet_gevonden
from poortwijzer.dossiers.models import Bijlage, Bijlageinhoud, Dossier
from poortwijzer.dossiers.partijen import is_namens_werkgever
from poortwijzer.kluis.envelop import Beschadigd
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


def access_bijlage(
    actor: Actor, kenmerk: str, bijlage_id: UUID, *, handeling: Handeling = Handeling.INZIEN
) -> tuple[Dossier, Bijlage]:
    """Give a file with its dossier, and record that it was opened.

    Raises:
        NietGevonden: no such dossier or file, or not for this actor.
        GeenToegang: the actor reaches the dossier, but may not do this with this part.
    """
    vind = Bijlage.objects.filter(pk=bijlage_id, dossier__kenmerk=kenmerk).first
    bijlage = vind()
    gezocht = bijlage or gevraagd(vind)
    deel = Deel.TIJDLIJN if gezocht is None else Deel(gezocht.deel)
    dossier = access_dossier(actor, kenmerk, deel=deel, handeling=handeling, doel=f"bijlage {bijlage_id}")
    if bijlage is None:
        raise niet_gevonden(actor, dossier, Deel.TIJDLIJN, handeling, "bijlage bestaat niet")
    bijlage.dossier = dossier
    return dossier, bijlage


def bijlage_van(actor: Actor, dossier: Dossier, bijlage_id: UUID, handeling: Handeling) -> Bijlage:
    """Give a file of this dossier, for an act.

    Raises:
        NietGevonden: this dossier has no such file.
    """
    bijlage = Bijlage.objects.select_related("feit").filter(pk=bijlage_id, dossier=dossier).first()
    if bijlage is None:
        raise niet_gevonden(actor, dossier, Deel.TIJDLIJN, handeling, "bijlage bestaat niet")
    bijlage.dossier = dossier
    return bijlage


def inhoud_van(bijlage: Bijlage) -> bytes | None:
    """Give the content as it was kept, None when it was taken away; the file comes from `access_bijlage`.

    Raises:
        Beschadigd: what is there is not what was sealed for this file.
    """
    rij = Bijlageinhoud.objects.filter(bijlage=bijlage).first()
    if rij is None:
        return None
    rij.dossier = bijlage.dossier
    if sha256(rij.inhoud).hexdigest() != bijlage.vingerafdruk:
        raise Beschadigd(str(bijlage.pk))
    return rij.inhoud


def is_van_eigen_kant(rol: Rol, bijlage: Bijlage) -> bool:
    """Tell whether this role added it, or another that speaks for the employer as this one does."""
    return rol == bijlage.rol or (is_namens_werkgever(rol) and is_namens_werkgever(Rol(bijlage.rol)))


def mag_intrekken(rol: Rol, bijlage: Bijlage) -> bool:
    """Tell whether this role may take it away: its own side added it, and the bedrijfsarts did not confirm it."""
    return (
        is_van_eigen_kant(rol, bijlage)
        and bijlage.ingetrokken_op is None
        and (bijlage.bevestigd_op is None or rol is Rol.BEDRIJFSARTS)
        and mag(rol, Handeling.BIJLAGE_INTREKKEN, Deel(bijlage.deel))
    )


def mag_bevestigen(rol: Rol, bijlage: Bijlage) -> bool:
    """Tell whether this role can say that this is its own document; what it added itself needs no word."""
    is_open = bijlage.ingetrokken_op is None and bijlage.bevestigd_op is None and bijlage.rol != rol
    return is_open and mag(rol, Handeling.BIJLAGE_BEVESTIGEN, Deel(bijlage.deel))


def delen_voor_bijlagen(rol: Rol) -> tuple[Deel, ...]:
    """Give the parts about which this role may add a file."""
    return tuple(deel for deel in Deel if mag(rol, Handeling.BIJLAGE_TOEVOEGEN, deel))
