"""The roles of the platform in the words of the rule core."""

from poortnormen.bronnen.werkaanpassing.soorten import Rol as Kernrol
from poortwijzer.toegang.rollen import Rol

_KERN = {
    Rol.WERKNEMER: Kernrol.WERKNEMER,
    Rol.LEIDINGGEVENDE: Kernrol.LEIDINGGEVENDE,
    Rol.PROCESBEGELEIDER: Kernrol.PROCESBEGELEIDER,
    Rol.WERKGEVER: Kernrol.WERKGEVER,
    Rol.CASEMANAGER: Kernrol.CASEMANAGER,
    Rol.BEDRIJFSARTS: Kernrol.BEDRIJFSARTS,
}


def kernrol(rol: Rol) -> Kernrol:
    """Give who this is in a trajectory; somebody else for a role that has no part in it."""
    return _KERN.get(rol, Kernrol.ANDER)


def aanvraagrol(rol: Rol) -> Kernrol:
    """Give as who somebody asks for a trajectory: a casemanager asks for the employer."""
    return Kernrol.WERKGEVER if rol is Rol.CASEMANAGER else kernrol(rol)
