"""Wat op een peildatum van elk feit waar is, en tot wanneer dat zo blijft."""

from bisect import bisect_right
from datetime import date

from poortnormen.dossier import Dossier, Feit
from poortnormen.feiten import FEITEN, Feitsoort
from poortnormen.feiten.soort import UWV
from poortnormen.feiten.stukken import Stuk
from poortnormen.uitkomst import vroegste
from poortnormen.vorm import onveranderlijk


@onveranderlijk()
class Gelezen:
    """De waarde van een feit op de peildatum (None: niet bekend), tot wanneer, en uit welke vastgelegde feiten."""

    waarde: object
    houdbaar_tot: date | None
    uit: tuple[Feit, ...] = ()


_NIETS = Gelezen(None, None)
_LEEG = Gelezen((), None)
# Zo begint elk beeld: van de meeste feiten is in een dossier niets vastgelegd.
_NIETS_VASTGELEGD = {
    soort.naam: _LEEG if soort.is_meervoud else _NIETS for soort in FEITEN.values() if not soort.is_afgeleid
}


class Feitenbeeld(dict[str, Gelezen]):
    """De feiten van een dossier zoals zij op de peildatum gelden, bekend op `bekend_op`; bij hun naam in `FEITEN`.

    Wat is vastgelegd wordt gelezen als ernaar wordt gevraagd. Stukken van een eerder verzuim tellen niet mee zodra
    `begin_verzuim` de eerste ziektedag van dit verzuim noemt.
    """

    __slots__ = ("_begin", "_per_naam", "peildatum")

    def __init__(self, dossier: Dossier, peildatum: date, bekend_op: date | None) -> None:
        super().__init__(_NIETS_VASTGELEGD)
        self.peildatum = peildatum
        self._begin = _NIETS
        self._per_naam: dict[str, list[Feit]] = {}
        for feit in dossier.bekend_op(bekend_op):
            self._per_naam.setdefault(feit.naam, []).append(feit)
            self.pop(feit.naam, None)

    def begin_verzuim(self, dag: date | None, houdbaar_tot: date | None) -> None:
        """Zeg vanaf welke dag stukken bij dit verzuim horen, en tot wanneer dat zo blijft."""
        self._begin = Gelezen(dag, houdbaar_tot)

    def __missing__(self, naam: str) -> Gelezen:
        """Lees een feit bij zijn naam in `FEITEN`."""
        gelezen = self[naam] = self._lees(FEITEN[naam])
        return gelezen

    def _lees(self, soort: Feitsoort) -> Gelezen:
        if soort.uit_stuk:
            return self._uit_stuk(soort.uit_stuk)
        if soort.sinds:
            return self._sinds(FEITEN[soort.sinds])
        paren = self._op_volgorde(soort.naam)
        aantal = bisect_right(paren, self.peildatum, key=_dag)
        straks = paren[aantal][0] if aantal < len(paren) else None
        if soort.is_meervoud:
            tellend = tuple([feit for _, feit in paren[:aantal]])
            return Gelezen(tuple([feit.waarde for feit in tellend]), straks, tellend)
        if not aantal:
            return Gelezen(None, straks)
        if soort.is_oordeel:
            return _weeg([feit for _, feit in paren[:aantal]], straks)
        laatste = paren[aantal - 1][1]
        return Gelezen(laatste.waarde, straks, (laatste,))

    def _uit_stuk(self, stuksoort: str) -> Gelezen:
        begin = self._begin.waarde
        alle = sorted(
            (
                (feit.waarde.opgesteld_op, feit)
                for feit in self._per_naam.get("stukken", ())
                if isinstance(feit.waarde, Stuk) and feit.waarde.soort == stuksoort
                if not isinstance(begin, date) or feit.waarde.opgesteld_op >= begin
            ),
            key=_volgorde,
        )
        if alle and alle[0][0] <= self.peildatum:
            return Gelezen(alle[0][0], self._begin.houdbaar_tot, (alle[0][1],))
        return Gelezen(None, vroegste(self._begin.houdbaar_tot, *(dag for dag, _ in alle)))

    def _sinds(self, soort: Feitsoort) -> Gelezen:
        nu = self[soort.naam]
        if nu.waarde is not True:
            return Gelezen(None, nu.houdbaar_tot, nu.uit)
        rij = [feit for dag, feit in self._op_volgorde(soort.naam) if dag <= self.peildatum]
        begin = len(rij) - 1
        while begin > 0 and rij[begin - 1].waarde is True:
            begin -= 1
        return Gelezen(rij[begin].telt_vanaf, nu.houdbaar_tot, (rij[begin],))

    def _op_volgorde(self, naam: str) -> list[tuple[date, Feit]]:
        paren = [(feit.telt_vanaf or date.min, feit) for feit in self._per_naam.get(naam, ())]
        if len(paren) > 1:
            paren.sort(key=_volgorde)
        return paren


def _weeg(feiten: list[Feit], straks: date | None) -> Gelezen:
    """Het antwoord op een vraag die mensen wegen: van elke gever telt de laatste keer, en alleen met een motivering.

    Vinden twee gevers iets anders, dan is er geen antwoord, en zijn hun feiten beide te zien. UWV beslist: is er een
    oordeel van UWV, dan geldt dat.
    """
    laatste = {feit.gever: feit for feit in feiten}
    tellend = [feit for feit in feiten if feit is laatste[feit.gever] and feit.motivering.strip()]
    tellend = [feit for feit in tellend if feit.gever == UWV] or tellend
    if not tellend:
        return Gelezen(None, straks, (feiten[-1],))
    if len({feit.waarde for feit in tellend}) > 1:
        return Gelezen(None, straks, tuple(tellend))
    return Gelezen(tellend[-1].waarde, straks, (tellend[-1],))


def _dag(paar: tuple[date, Feit]) -> date:
    return paar[0]


def _volgorde(paar: tuple[date, Feit]) -> tuple[date, date, str]:
    dag, feit = paar
    return dag, feit.vastgelegd_op, feit.id
