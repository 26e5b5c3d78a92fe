"""Een uitwerking klaarzetten en uitvoeren: de argumenten van de functie zijn haar feiten, waarden en uitkomsten."""

import inspect
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from poortnormen.feiten import FEITEN, Feitsoort
from poortnormen.feitenbeeld import Feitenbeeld
from poortnormen.norm import Bepaling, Norm
from poortnormen.omzetting import zonder_none
from poortnormen.uitkomst import (
    FeitOntbreekt,
    Mist,
    NietGeldig,
    NietVanToepassing,
    Nvt,
    Onbekend,
    Tot,
    Uitkomst,
    Vastgesteld,
    WaardeOntbreekt,
    vroegste,
)
from poortnormen.waarden import Waardenreeks

PEILDATUM = "peildatum"
WAARDE_ONBEKEND = "waarde_onbekend"


class Herkomst(Enum):
    """Waar een argument vandaan komt."""

    FEIT = "feit"
    ONDERDEEL = "onderdeel"
    PEILDATUM = "peildatum"
    REEKS = "reeks"
    UITKOMST = "uitkomst"
    VASTE_WAARDE = "vaste_waarde"
    WAARDE = "waarde"


@dataclass(frozen=True, slots=True)
class Argument:
    """Een argument van een uitwerking: hoe het heet, waar het vandaan komt en of het mag ontbreken."""

    naam: str
    herkomst: Herkomst
    sleutel: str
    mag_leeg: bool
    wil_uitkomst: bool
    reeks: Waardenreeks | None = None


@dataclass(frozen=True, slots=True)
class Reeks:
    """De uitkomsten van één norm: één, of één per onderdeel; `houdbaar_tot` geldt voor het aantal."""

    uitkomsten: tuple[Uitkomst, ...]
    is_per_onderdeel: bool
    houdbaar_tot: date | None


Staat = dict[str, Reeks]


@dataclass(slots=True)
class _Bijeen:
    """De argumenten voor één aanroep, of waarom die niet kan."""

    gegevens: dict[str, object]
    houdbaar_tot: date | None
    ontbreekt: list[str]
    nvt: NietVanToepassing | None = None
    ongeldig: str = ""


@dataclass(frozen=True, slots=True)
class Uitwerking:
    """Een norm met haar functie en argumenten, klaar om uit te voeren."""

    norm: Norm
    functie: Callable[..., object]
    argumenten: tuple[Argument, ...]
    per: Feitsoort | None

    def voer_uit(self, beeld: Feitenbeeld, staat: Staat) -> Reeks:
        """Geef de uitkomsten bij deze feiten en eerdere uitkomsten."""
        ongeldig = self._buiten_tijd(beeld, staat)
        if ongeldig is not None:
            return Reeks((ongeldig,), is_per_onderdeel=False, houdbaar_tot=None)
        bijeen = self._verzamel(beeld, staat)
        if self.per is None:
            return Reeks((self._bepaal(bijeen, None),), is_per_onderdeel=False, houdbaar_tot=None)
        gelezen = beeld[self.per.naam]
        onderdelen = gelezen.waarde
        assert isinstance(onderdelen, tuple)  # noqa: S101  # een meervoudig feit is altijd een tuple
        uitkomsten = tuple(
            self._bepaal(bijeen, str(nummer), {self.per.onderdeel: onderdeel})
            for nummer, onderdeel in enumerate(onderdelen, start=1)
        )
        return Reeks(uitkomsten, is_per_onderdeel=True, houdbaar_tot=gelezen.houdbaar_tot)

    def _buiten_tijd(self, beeld: Feitenbeeld, staat: Staat) -> NietGeldig | None:
        norm = self.norm
        if norm.geldig_vanaf is None and norm.geldig_tot is None:
            return None
        dag, houdbaar_tot = _dag_van(norm.geldt_naar, beeld, staat)
        is_peildatum = norm.geldt_naar == PEILDATUM
        if dag is None or (norm.geldig_vanaf is not None and dag < norm.geldig_vanaf):
            grens = norm.geldig_vanaf if is_peildatum else houdbaar_tot
            return NietGeldig(norm=norm.id, reden="nog_niet" if dag else "dag_onbekend", houdbaar_tot=grens)
        if norm.geldig_tot is not None and dag >= norm.geldig_tot:
            return NietGeldig(norm=norm.id, reden="niet_meer", houdbaar_tot=None if is_peildatum else houdbaar_tot)
        return None

    def _verzamel(self, beeld: Feitenbeeld, staat: Staat) -> _Bijeen:
        bijeen = _Bijeen({}, self.norm.geldig_tot if self.norm.geldt_naar == PEILDATUM else None, [])
        for argument in self.argumenten:
            match argument.herkomst:
                case Herkomst.VASTE_WAARDE:
                    assert argument.reeks is not None  # noqa: S101  # zo klaargezet
                    bijeen.gegevens[argument.naam] = argument.reeks.rijen[0].waarde
                case Herkomst.FEIT:
                    gelezen = beeld[argument.sleutel]
                    bijeen.houdbaar_tot = vroegste(bijeen.houdbaar_tot, gelezen.houdbaar_tot)
                    bijeen.gegevens[argument.naam] = gelezen.waarde
                    if gelezen.waarde is None and not argument.mag_leeg:
                        bijeen.ontbreekt.append(argument.sleutel)
                case Herkomst.UITKOMST:
                    _neem_uitkomst(argument, staat[argument.sleutel], bijeen)
                case Herkomst.PEILDATUM:
                    bijeen.gegevens[argument.naam] = beeld.peildatum
                case Herkomst.REEKS:
                    bijeen.gegevens[argument.naam] = argument.reeks
                case Herkomst.WAARDE:
                    _neem_waarde(argument, beeld, staat, self.norm.geldt_naar, bijeen)
                case Herkomst.ONDERDEEL:
                    pass
        return bijeen

    def _bepaal(self, bijeen: _Bijeen, item: str | None, extra: Mapping[str, object] | None = None) -> Uitkomst:
        id_, houdbaar_tot = self.norm.id, bijeen.houdbaar_tot
        gegevens = {**bijeen.gegevens, **extra} if extra else bijeen.gegevens
        if bijeen.nvt is not None:
            nvt_ = bijeen.nvt
            return NietVanToepassing(
                norm=id_,
                item=item,
                reden=nvt_.reden,
                sjabloon=nvt_.sjabloon,
                gebruikt=nvt_.gebruikt,
                houdbaar_tot=houdbaar_tot,
            )
        if bijeen.ongeldig:
            return NietGeldig(norm=id_, item=item, reden=bijeen.ongeldig, gebruikt=gegevens, houdbaar_tot=houdbaar_tot)
        if bijeen.ontbreekt:
            return Onbekend(
                norm=id_,
                item=item,
                ontbreekt=tuple(dict.fromkeys(bijeen.ontbreekt)),
                gebruikt=gegevens,
                houdbaar_tot=houdbaar_tot,
            )
        try:
            antwoord = self.functie(**gegevens)
        except FeitOntbreekt as fout:
            antwoord = Mist(fout.feiten)
        except WaardeOntbreekt:
            return NietGeldig(norm=id_, item=item, reden=WAARDE_ONBEKEND, gebruikt=gegevens, houdbaar_tot=houdbaar_tot)
        return self._maak_uitkomst(antwoord, item, gegevens, houdbaar_tot)

    def _maak_uitkomst(
        self, antwoord: object, item: str | None, gegevens: Mapping[str, object], houdbaar_tot: date | None
    ) -> Uitkomst:
        norm = self.norm
        match antwoord:
            case Tot():
                waarde, houdbaar_tot = antwoord.waarde, vroegste(houdbaar_tot, antwoord.houdbaar_tot)
            case Mist():
                return Onbekend(
                    norm=norm.id, item=item, ontbreekt=antwoord.ontbreekt, mogelijk=antwoord.mogelijk,
                    gebruikt=gegevens, houdbaar_tot=vroegste(houdbaar_tot, antwoord.houdbaar_tot),
                )  # fmt: skip
            case Nvt():
                return NietVanToepassing(
                    norm=norm.id, item=item, reden=antwoord.reden, sjabloon=norm.uitleg_niet[antwoord.reden],
                    gebruikt={**gegevens, **antwoord.gegevens},
                    houdbaar_tot=vroegste(houdbaar_tot, antwoord.houdbaar_tot),
                )  # fmt: skip
            case _:
                waarde = antwoord
        if waarde is None:
            raise TypeError(f"De uitwerking van {norm.id} gaf niets terug; geef een waarde, mist(...) of nvt(...).")
        return Vastgesteld(
            norm=norm.id, item=item, waarde=waarde, gebruikt=gegevens, sjabloon=norm.uitleg, houdbaar_tot=houdbaar_tot
        )


def _neem_uitkomst(argument: Argument, reeks: Reeks, bijeen: _Bijeen) -> None:
    for uitkomst in reeks.uitkomsten:
        bijeen.houdbaar_tot = vroegste(bijeen.houdbaar_tot, uitkomst.houdbaar_tot)
    bijeen.houdbaar_tot = vroegste(bijeen.houdbaar_tot, reeks.houdbaar_tot)
    if argument.wil_uitkomst:
        bijeen.gegevens[argument.naam] = reeks.uitkomsten if reeks.is_per_onderdeel else reeks.uitkomsten[0]
        return
    waarden: list[object] = []
    for uitkomst in reeks.uitkomsten:
        match uitkomst:
            case Vastgesteld():
                waarden.append(uitkomst.waarde)
            case Onbekend():
                bijeen.ontbreekt.extend(uitkomst.ontbreekt)
            case NietVanToepassing() if not (argument.mag_leeg or reeks.is_per_onderdeel):
                bijeen.nvt = bijeen.nvt or uitkomst
            case NietGeldig() if not (argument.mag_leeg or reeks.is_per_onderdeel):
                bijeen.ongeldig = bijeen.ongeldig or uitkomst.reden
            case _:
                pass
    enkel = waarden[0] if waarden else None
    bijeen.gegevens[argument.naam] = tuple(waarden) if reeks.is_per_onderdeel else enkel


def _neem_waarde(argument: Argument, beeld: Feitenbeeld, staat: Staat, naar: str, bijeen: _Bijeen) -> None:
    assert argument.reeks is not None  # noqa: S101  # zo klaargezet
    dag, houdbaar_tot = _dag_van(naar, beeld, staat)
    rij = None if dag is None else argument.reeks.op(dag)
    if rij is None:
        bijeen.ongeldig = WAARDE_ONBEKEND
        bijeen.gegevens[argument.naam] = None
        if naar == PEILDATUM:
            eerste = argument.reeks.rijen[0].vanaf
            houdbaar_tot = eerste if eerste is not None and beeld.peildatum < eerste else None
    else:
        bijeen.gegevens[argument.naam] = rij.waarde
        houdbaar_tot = rij.tot if naar == PEILDATUM else houdbaar_tot
    bijeen.houdbaar_tot = vroegste(bijeen.houdbaar_tot, houdbaar_tot)


def _dag_van(naar: str, beeld: Feitenbeeld, staat: Staat) -> tuple[date | None, date | None]:
    """De dag waarnaar een norm of waarde wordt gekozen, en tot wanneer die dag zo blijft."""
    if naar == PEILDATUM:
        return beeld.peildatum, None
    if naar in FEITEN:
        gelezen = beeld[naar]
        return (gelezen.waarde if isinstance(gelezen.waarde, date) else None), gelezen.houdbaar_tot
    uitkomst = staat[naar].uitkomsten[0]
    waarde = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    return (waarde if isinstance(waarde, date) else None), uitkomst.houdbaar_tot


def zet_klaar(
    bepaling: Bepaling, norm: Norm, uitkomsten: Mapping[str, str], waarden: Mapping[str, Waardenreeks]
) -> Uitwerking:
    """Zoek bij elk argument van een uitwerking het feit, de waarde of de uitkomst; `uitkomsten` geeft bij naam het id.

    Raises:
        ValueError: als een argument niets is dat wij kennen, of de peildatum zonder houdbaarheid wordt gebruikt.
    """
    soorten = typing.get_type_hints(bepaling.functie)
    per = None if bepaling.per is None else FEITEN[bepaling.per]
    argumenten = tuple(
        _argument(parameter.name, soorten.get(parameter.name), per, uitkomsten, waarden)
        for parameter in inspect.signature(bepaling.functie).parameters.values()
    )
    terug = soorten.get("return")
    delen = typing.get_args(terug) if isinstance(terug, types.UnionType) else (terug,)
    if any(a.herkomst is Herkomst.PEILDATUM for a in argumenten) and Tot not in delen and Mist not in delen:
        raise ValueError(f"{norm.id} gebruikt de peildatum en moet dan zeggen tot wanneer het antwoord geldt (Tot).")
    return Uitwerking(norm, bepaling.functie, argumenten, per)


def _argument(
    naam: str, soort: object, per: Feitsoort | None, uitkomsten: Mapping[str, str], waarden: Mapping[str, Waardenreeks]
) -> Argument:
    _, mag_leeg = zonder_none(soort)
    wil_uitkomst = soort == Uitkomst or typing.get_args(soort)[:1] == (Uitkomst,)
    if naam == PEILDATUM:
        return Argument(naam, Herkomst.PEILDATUM, naam, mag_leeg=False, wil_uitkomst=False)
    if per is not None and naam == per.onderdeel:
        return Argument(naam, Herkomst.ONDERDEEL, naam, mag_leeg=False, wil_uitkomst=False)
    if naam in FEITEN:
        return Argument(naam, Herkomst.FEIT, naam, mag_leeg=mag_leeg, wil_uitkomst=False)
    if naam in uitkomsten:
        return Argument(naam, Herkomst.UITKOMST, uitkomsten[naam], mag_leeg=mag_leeg, wil_uitkomst=wil_uitkomst)
    if naam in waarden:
        reeks = waarden[naam]
        vast = Herkomst.VASTE_WAARDE if reeks.is_vast else Herkomst.WAARDE
        herkomst = Herkomst.REEKS if soort is Waardenreeks else vast
        return Argument(naam, herkomst, naam, mag_leeg=False, wil_uitkomst=False, reeks=reeks)
    raise ValueError(f"Het argument '{naam}' is geen feit, geen waarde en geen uitkomst van een norm.")
