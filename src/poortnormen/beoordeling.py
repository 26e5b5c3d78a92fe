"""Wat de normen op een peildatum van een dossier zeggen, met de dag waarop dat anders kan worden."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from poortnormen.dossier import Dossier, Feit
from poortnormen.feitenbeeld import Feitenbeeld
from poortnormen.omzetting import schrijf_waarde
from poortnormen.uitkomst import NietGeldig, NietVanToepassing, Onbekend, Uitkomst, Vastgesteld, vroegste
from poortnormen.uitwerking import Reeks


@dataclass(frozen=True, slots=True, eq=False)
class Beoordeling:
    """De uitkomsten per norm bij een dossier en een peildatum; `reeksen` heeft er één per uitgewerkte norm."""

    dossier: Dossier
    peildatum: date
    bekend_op: date | None
    catalogusversie: str
    reeksen: Mapping[str, Reeks]
    beeld: Feitenbeeld

    def uitkomsten(self, norm_id: str) -> tuple[Uitkomst, ...]:
        """De uitkomsten van een norm, één per onderdeel als zij per onderdeel geldt.

        Raises:
            KeyError: als de norm geen uitwerking heeft.
        """
        return self.reeksen[norm_id].uitkomsten

    def uitkomst(self, norm_id: str) -> Uitkomst:
        """De enige uitkomst van een norm die niet per onderdeel geldt."""
        (uitkomst,) = self.reeksen[norm_id].uitkomsten
        return uitkomst

    @property
    def houdbaar_tot(self) -> date | None:
        """De eerste peildatum waarop een uitkomst anders kan zijn bij dezelfde feiten."""
        return vroegste(
            *(reeks.houdbaar_tot for reeks in self.reeksen.values()),
            *(uitkomst.houdbaar_tot for reeks in self.reeksen.values() for uitkomst in reeks.uitkomsten),
        )

    def feiten_van(self, uitkomst: Uitkomst) -> tuple[Feit, ...]:
        """De vastgelegde feiten waarop een uitkomst rechtstreeks steunt."""
        beeld = self.beeld
        return tuple(feit for naam in uitkomst.gebruikt if naam in beeld for feit in beeld[naam].uit)


def samenvatting(beoordeling: Beoordeling) -> dict[str, list[dict[str, object]]]:
    """De uitkomsten per norm als JSON, voor een bon die bewaard en later vergeleken wordt."""
    return {
        norm_id: [_kort(uitkomst) for uitkomst in reeks.uitkomsten] for norm_id, reeks in beoordeling.reeksen.items()
    }


def _kort(uitkomst: Uitkomst) -> dict[str, object]:
    kort: dict[str, object] = {}
    match uitkomst:
        case Vastgesteld():
            kort = {"vastgesteld": schrijf_waarde(uitkomst.waarde)}
        case Onbekend():
            kort = {"onbekend": list(uitkomst.ontbreekt)}
        case NietVanToepassing():
            kort = {"niet_van_toepassing": uitkomst.reden}
        case NietGeldig():
            kort = {"niet_geldig": uitkomst.reden}
    if uitkomst.houdbaar_tot is not None:
        kort["houdbaar_tot"] = uitkomst.houdbaar_tot.isoformat()
    return kort
