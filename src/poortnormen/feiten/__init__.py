"""De feiten die een norm mag vragen: type, vraag en wie het feit kan geven, per onderwerp bijeen."""

from collections.abc import Mapping
from types import MappingProxyType

from poortnormen.feiten import (
    begeleiding,
    bewaren,
    dienstverband,
    koers,
    kosten,
    loon,
    nasanctie,
    oordelen,
    overleg,
    reintegratie,
    stukken,
    toezicht,
    uwv,
    vangnet,
    verzuim,
    wachttijd,
)
from poortnormen.feiten.soort import PARTIJEN, Feitsoort

_ALLE = (
    *verzuim.FEITEN,
    *dienstverband.FEITEN,
    *vangnet.FEITEN,
    *loon.FEITEN,
    *stukken.FEITEN,
    *begeleiding.FEITEN,
    *oordelen.FEITEN,
    *uwv.FEITEN,
    *nasanctie.FEITEN,
    *wachttijd.FEITEN,
    *reintegratie.FEITEN,
    *koers.FEITEN,
    *overleg.FEITEN,
    *kosten.FEITEN,
    *toezicht.FEITEN,
    *bewaren.FEITEN,
)

FEITEN: Mapping[str, Feitsoort] = MappingProxyType({soort.naam: soort for soort in _ALLE})

if len(FEITEN) != len(_ALLE):
    raise ValueError("Twee feiten hebben dezelfde naam.")

__all__ = ["FEITEN", "PARTIJEN", "Feitsoort"]
