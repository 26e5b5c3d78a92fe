"""De uitkomsten en feiten waaruit het loon op een dag volgt, bijeen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from poortnormen.feiten.loon import Lezing, Loonafspraak, Loonmaatregel
from poortnormen.feiten.verzuim import Hervatting
from poortnormen.loonstukken import Bodem, Loonstuk, Toezegging
from poortnormen.tijd import EEN_DAG, Periode
from poortnormen.uitkomst import NietVanToepassing, Uitkomst, Vastgesteld
from poortnormen.ziektetijd import Ziektetijd

W = TypeVar("W")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loongrond:
    """Wat de normen zeggen over loon bij ziekte; wat niet geldt of niet bekend is, is leeg.

    `bodem` is de uitkomst zelf: als die onbekend is, zegt `volle_bodem` hoe hoog de bodem ten hoogste is, mits
    `is_volle_bodem_bekend`. `is_maatregel_vervallen`: de werknemer hoorde te laat dat het loon stopt of wacht.
    """

    tijd: Ziektetijd
    afspraken: tuple[Loonafspraak, ...]
    hervattingen: tuple[Hervatting, ...]
    maatregelen: tuple[Loonmaatregel, ...]
    is_maatregel_vervallen: bool
    begrensd: tuple[Loonstuk, ...]
    wettelijk: tuple[Loonstuk, ...]
    bodem: Uitkomst
    volle_bodem: tuple[Bodem, ...]
    is_volle_bodem_bekend: bool
    onbetaald: Periode | None
    toezeggingen: tuple[Toezegging, ...]
    lezing: Lezing

    @property
    def bodemstukken(self) -> tuple[Loonstuk, ...]:
        """De bedragen waar het loon in het eerste jaar niet onder komt, als die bekend zijn."""
        return tuple(_van_soort(_waarde(self.bodem), Loonstuk))

    def grenzen(self) -> Iterator[date]:
        """De dagen waarop er iets kan veranderen."""
        perioden = [stuk.periode for stuk in (*self.begrensd, *self.bodemstukken)]
        perioden += [bodem.periode for bodem in self.volle_bodem]
        perioden += [toezegging.periode for toezegging in self.toezeggingen]
        perioden += [Periode(maatregel.vanaf, maatregel.tot_en_met) for maatregel in self.maatregelen]
        perioden += [o.periode for o in self.tijd.onderbrekingen]
        if self.onbetaald is not None:
            perioden.append(self.onbetaald)
        for periode in perioden:
            yield periode.vanaf
            if periode.tot_en_met is not None:
                yield periode.tot_en_met + EEN_DAG
        yield from (hervatting.vanaf for hervatting in self.hervattingen)
        yield from (afspraak.vanaf for afspraak in self.afspraken)


def maak_loongrond(tijd: Ziektetijd, uitkomsten: Mapping[str, Uitkomst], feiten: Mapping[str, object]) -> Loongrond:
    """Haal de waarden uit de uitkomsten en feiten, die bij hun naam worden gegeven."""
    bodems = (uitkomsten["bodem_per_tijdvak"], uitkomsten["bodem_per_uur"])
    onbetaald = _waarde(uitkomsten["dagen_zonder_loon"])
    lezing = _waarde(uitkomsten["gebruikte_lezing"])
    assert isinstance(lezing, Lezing)  # noqa: S101  # die norm geeft altijd een lezing
    return Loongrond(
        tijd=tijd,
        afspraken=tuple(_van_soort(feiten["loonafspraken"], Loonafspraak)),
        hervattingen=tuple(sorted(_van_soort(feiten["hervattingen"], Hervatting), key=lambda h: h.vanaf)),
        maatregelen=tuple(_van_soort(feiten["loonmaatregelen"], Loonmaatregel)),
        is_maatregel_vervallen=feiten["is_loonmaatregel_zonder_uitstel_gemeld"] is False,
        begrensd=tuple(_van_soort(_waarde(uitkomsten["begrensd_loon"]), Loonstuk)),
        wettelijk=tuple(_van_soort(_waarde(uitkomsten["wettelijk_ziekteloon"]), Loonstuk)),
        bodem=uitkomsten["bodem_eerste_jaar"],
        volle_bodem=tuple(bodem for uitkomst in bodems for bodem in _van_soort(_waarde(uitkomst), Bodem)),
        is_volle_bodem_bekend=all(isinstance(uitkomst, Vastgesteld | NietVanToepassing) for uitkomst in bodems),
        onbetaald=onbetaald if isinstance(onbetaald, Periode) else None,
        toezeggingen=tuple(_van_soort(_waarde(uitkomsten["toegezegd_deel"]), Toezegging)),
        lezing=lezing,
    )


def _waarde(uitkomst: Uitkomst) -> object:
    return uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None


def _van_soort(waarden: object, soort: type[W]) -> Iterator[W]:
    if isinstance(waarden, Iterable):
        yield from (waarde for waarde in waarden if isinstance(waarde, soort))
