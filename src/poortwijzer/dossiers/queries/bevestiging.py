"""Whether the account of the employee was confirmed, for the page on which that happens."""

from dataclasses import dataclass

from poortwijzer.accounts.queries import organisatie_naam
from poortwijzer.dossiers.bevestiging import bevestigd_door
from poortwijzer.dossiers.models import Dossier
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountstand:
    """`door` are who confirmed it; `is_hier_bevestigd`: for the reader nothing is left to do."""

    is_gekoppeld: bool
    is_hier_bevestigd: bool
    door: tuple[str, ...]


def accountstand(actor: Actor, dossier: Dossier) -> Accountstand:
    """Give how it stands; the dossier comes from `access_dossier` for `Deel.ACCOUNT`."""
    gebruiker_id = dossier.werknemer.gebruiker_id
    organisaties = frozenset() if gebruiker_id is None else bevestigd_door(dossier.werknemer_id, gebruiker_id)
    is_eigen = actor.rol is Rol.WERKNEMER
    return Accountstand(
        is_gekoppeld=gebruiker_id is not None,
        is_hier_bevestigd=bool(organisaties) if is_eigen else actor.organisatie_id in organisaties,
        door=tuple(sorted(organisatie_naam(organisaties).values())),
    )
