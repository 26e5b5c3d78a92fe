"""Een uitwerking uitvoeren: argumenten bijeenzoeken, de functie aanroepen, en van haar antwoord een uitkomst maken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from poortnormen.antwoorden import bij_elk_antwoord
from poortnormen.feiten import FEITEN, Feitsoort
from poortnormen.feitenbeeld import Feitenbeeld
from poortnormen.norm import Norm
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
    eerste_van,
    vroegste,
)
from poortnormen.vorm import onveranderlijk
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


@onveranderlijk()
class Reeks:
    """De uitkomsten van één norm: één, of één per onderdeel; `houdbaar_tot` geldt voor het aantal."""

    uitkomsten: tuple[Uitkomst, ...]
    is_per_onderdeel: bool = False
    houdbaar_tot: date | None = None


Staat = dict[str, Reeks]


@dataclass(slots=True)
class _Belet:
    """Waarom de functie niet is aan te roepen.

    `open` heeft per argument dat ontbreekt de uitkomst die het onbekend laat, of niets als het een feit is.
    """

    ontbreekt: tuple[str, ...] = ()
    open: dict[str, Onbekend | None] = field(default_factory=dict)
    werkt_door: bool = True
    nvt: NietVanToepassing | None = None
    ongeldig: str = ""

    def mis(self, argument: str, ontbreekt: tuple[str, ...], uitkomst: Onbekend | None = None) -> None:
        """Onthoud dat een argument ontbreekt, welke feiten daarvoor nodig zijn, en welke uitkomst het open laat."""
        self.ontbreekt += ontbreekt
        self.werkt_door = self.werkt_door and uitkomst is not None and uitkomst.werkt_door
        self.open[argument] = uitkomst


@dataclass(slots=True)
class _Bijeen:
    """De argumenten voor één aanroep, of waarom die niet kan."""

    gegevens: dict[str, object]
    houdbaar_tot: date | None
    gevonden: _Belet | None = None

    @property
    def belet(self) -> _Belet:
        """Het belet, om iets bij te zetten."""
        if self.gevonden is None:
            self.gevonden = _Belet()
        return self.gevonden


@dataclass(frozen=True, slots=True)
class _Dag:
    """De dag waarnaar een norm of waarde wordt gekozen, tot wanneer die zo blijft, en wat ontbreekt als er geen is."""

    dag: date | None
    houdbaar_tot: date | None
    ontbreekt: tuple[str, ...] = ()
    nvt: NietVanToepassing | None = None


@dataclass(frozen=True, slots=True)
class Uitwerking:
    """Een norm met haar functie en argumenten, klaar om uit te voeren.

    `vast` zijn de waarden die nooit anders zijn; `geldt_naar` is de peildatum, een feit of het id van een andere norm.
    Is zij `is_begrensd`, dan gold de norm niet altijd.
    """

    norm: Norm
    functie: Callable[..., object]
    argumenten: tuple[Argument, ...]
    per: Feitsoort | None
    geldt_naar: str
    vast: dict[str, object]
    feiten: tuple[Argument, ...]
    uitkomsten: tuple[Argument, ...]
    waarden: tuple[Argument, ...]
    vraagt_peildatum: bool
    is_begrensd: bool

    @property
    def is_tijdloos(self) -> bool:
        """Of de uitkomst van geen feit en geen dag afhangt, behalve langs de uitkomsten waarop zij steunt."""
        return not (self.feiten or self.waarden or self.per or self.vraagt_peildatum or self.is_begrensd)

    def voer_uit(self, beeld: Feitenbeeld, staat: Staat) -> Reeks:
        """Geef de uitkomsten bij deze feiten en eerdere uitkomsten."""
        if self.is_begrensd:
            buiten_tijd = self._buiten_tijd(_dag_van(self.geldt_naar, beeld, staat))
            if buiten_tijd is not None:
                return Reeks((buiten_tijd,))
        if self.per is None:
            return Reeks((self._bepaal(self._verzamel(beeld, staat), None),))
        gelezen = beeld[self.per.naam]
        onderdelen = gelezen.waarde
        assert isinstance(onderdelen, tuple)  # noqa: S101  # een meervoudig feit is altijd een tuple
        uitkomsten: tuple[Uitkomst, ...] = ()
        if onderdelen:
            bijeen = self._verzamel(beeld, staat)
            uitkomsten = tuple(
                self._bepaal(bijeen, str(nummer), {self.per.onderdeel: onderdeel})
                for nummer, onderdeel in enumerate(onderdelen, start=1)
            )
        return Reeks(uitkomsten, is_per_onderdeel=True, houdbaar_tot=gelezen.houdbaar_tot)

    def _buiten_tijd(self, op: _Dag) -> Uitkomst | None:
        norm = self.norm
        is_peildatum = self.geldt_naar == PEILDATUM
        if op.nvt is not None:
            return self._geldt_niet(op.nvt, None, op.houdbaar_tot)
        if op.dag is None:
            return Onbekend(norm=norm.id, ontbreekt=op.ontbreekt, houdbaar_tot=op.houdbaar_tot)
        if norm.geldig_vanaf is not None and op.dag < norm.geldig_vanaf:
            grens = norm.geldig_vanaf if is_peildatum else op.houdbaar_tot
            return NietGeldig(norm=norm.id, reden="nog_niet", houdbaar_tot=grens)
        if norm.geldig_tot is not None and op.dag >= norm.geldig_tot:
            return NietGeldig(norm=norm.id, reden="niet_meer", houdbaar_tot=None if is_peildatum else op.houdbaar_tot)
        return None

    def _verzamel(self, beeld: Feitenbeeld, staat: Staat) -> _Bijeen:
        tot = self.norm.geldig_tot if self.is_begrensd and self.geldt_naar == PEILDATUM else None
        bijeen = _Bijeen(self.vast.copy(), tot)
        gegevens = bijeen.gegevens
        if self.vraagt_peildatum:
            gegevens[PEILDATUM] = beeld.peildatum
        for argument in self.feiten:
            naam = argument.naam  # een feit heet als argument zoals het heet
            gelezen = beeld[naam]
            waarde = gegevens[naam] = gelezen.waarde
            if gelezen.houdbaar_tot is not None:
                bijeen.houdbaar_tot = eerste_van(bijeen.houdbaar_tot, gelezen.houdbaar_tot)
            if waarde is None and not argument.mag_leeg:
                bijeen.belet.mis(naam, (naam,))
        if self.uitkomsten:
            self._verzamel_uitkomsten(staat, bijeen)
        if self.waarden:
            dag = _dag_van(self.geldt_naar, beeld, staat)
            for argument in self.waarden:
                _neem_waarde(argument, dag, bijeen, is_peildatum=self.geldt_naar == PEILDATUM)
        return bijeen

    def _verzamel_uitkomsten(self, staat: Staat, bijeen: _Bijeen) -> None:
        gegevens = bijeen.gegevens
        for argument in self.uitkomsten:
            reeks = staat[argument.sleutel]
            if reeks.is_per_onderdeel:
                _neem_rij(argument, reeks, bijeen)
                continue
            uitkomst = reeks.uitkomsten[0]
            if uitkomst.houdbaar_tot is not None:
                bijeen.houdbaar_tot = eerste_van(bijeen.houdbaar_tot, uitkomst.houdbaar_tot)
            if argument.wil_uitkomst:
                gegevens[argument.naam] = uitkomst
            elif isinstance(uitkomst, Vastgesteld):
                gegevens[argument.naam] = uitkomst.waarde
            else:
                gegevens[argument.naam] = None
                _neem_zonder_waarde(argument, uitkomst, bijeen)

    def _bepaal(self, bijeen: _Bijeen, item: str | None, extra: Mapping[str, object] | None = None) -> Uitkomst:
        gegevens = {**bijeen.gegevens, **extra} if extra else bijeen.gegevens
        if bijeen.gevonden is not None:
            return self._kan_niet(bijeen.gevonden, item, gegevens, bijeen.houdbaar_tot)
        try:
            antwoord = self.functie(**gegevens)
        except FeitOntbreekt as fout:
            antwoord = Mist(fout.feiten)
        except WaardeOntbreekt:
            return NietGeldig(
                norm=self.norm.id, item=item, reden=WAARDE_ONBEKEND, gebruikt=gegevens, houdbaar_tot=bijeen.houdbaar_tot
            )
        return self._maak_uitkomst(antwoord, item, gegevens, bijeen.houdbaar_tot)

    def _kan_niet(self, belet: _Belet, item: str | None, gegevens: Mapping[str, object], tot: date | None) -> Uitkomst:
        """Wat er is zonder de functie aan te roepen."""
        norm_id = self.norm.id
        if belet.nvt is not None:
            return self._geldt_niet(belet.nvt, item, tot)
        if belet.ongeldig:
            return NietGeldig(norm=norm_id, item=item, reden=belet.ongeldig, gebruikt=gegevens, houdbaar_tot=tot)
        if (geldt_nooit := self._geldt_nooit(belet.open)) is not None:
            return Onbekend(
                norm=norm_id,
                item=item,
                ontbreekt=geldt_nooit.ontbreekt,
                geldt_niet_bij=geldt_nooit.geldt_niet_bij,
                werkt_door=True,
                gebruikt=gegevens,
                houdbaar_tot=tot,
            )
        ontbreekt = tuple(dict.fromkeys(belet.ontbreekt))
        if not belet.werkt_door:
            return Onbekend(norm=norm_id, item=item, ontbreekt=ontbreekt, gebruikt=gegevens, houdbaar_tot=tot)
        verplicht = {argument.naam for argument in self.uitkomsten if not argument.mag_leeg}
        antwoord = bij_elk_antwoord(self.functie, gegevens, belet.open, verplicht)
        return Onbekend(
            norm=norm_id,
            item=item,
            ontbreekt=ontbreekt,
            mogelijk=antwoord.mogelijk,
            geldt_niet_bij=antwoord.geldt_niet_bij,
            werkt_door=antwoord.werkt_door,
            gebruikt=gegevens,
            houdbaar_tot=eerste_van(tot, antwoord.houdbaar_tot),
        )

    def _geldt_nooit(self, open_: Mapping[str, Onbekend | None]) -> Onbekend | None:
        """De uitkomst die nodig is en bij geen enkel antwoord geldt; wat verder ontbreekt, doet er niet toe."""
        for argument in self.uitkomsten:
            vraag = None if argument.mag_leeg else open_.get(argument.naam)
            if vraag is not None and vraag.werkt_door and vraag.geldt_niet_bij and not vraag.mogelijk:
                return vraag
        return None

    def _geldt_niet(self, ander: NietVanToepassing, item: str | None, tot: date | None) -> NietVanToepassing:
        """Een norm die op een andere steunt die niet geldt, geldt om dezelfde reden niet."""
        return NietVanToepassing(
            norm=self.norm.id,
            item=item,
            reden=ander.reden,
            sjabloon=ander.sjabloon,
            gebruikt=ander.gebruikt,
            houdbaar_tot=tot,
        )

    def _maak_uitkomst(
        self, antwoord: object, item: str | None, gegevens: Mapping[str, object], houdbaar_tot: date | None
    ) -> Uitkomst:
        norm = self.norm
        match antwoord:
            case Nvt():
                return NietVanToepassing(
                    norm=norm.id,
                    item=item,
                    reden=antwoord.reden,
                    sjabloon=norm.uitleg_niet[antwoord.reden],
                    gebruikt={**gegevens, **antwoord.gegevens} if antwoord.gegevens else gegevens,
                    houdbaar_tot=eerste_van(houdbaar_tot, antwoord.houdbaar_tot),
                )
            case Tot():
                waarde, houdbaar_tot = antwoord.waarde, eerste_van(houdbaar_tot, antwoord.houdbaar_tot)
            case Mist():
                return Onbekend(
                    norm=norm.id,
                    item=item,
                    ontbreekt=antwoord.ontbreekt,
                    mogelijk=antwoord.mogelijk,
                    werkt_door=antwoord.werkt_door,
                    gebruikt=gegevens,
                    houdbaar_tot=eerste_van(houdbaar_tot, antwoord.houdbaar_tot),
                )
            case _:
                waarde = antwoord
        if waarde is None:
            raise TypeError(f"De uitwerking van {norm.id} gaf niets terug; geef een waarde, mist(...) of nvt(...).")
        return Vastgesteld(
            norm=norm.id,
            item=item,
            waarde=waarde,
            gebruikt=gegevens,
            sjabloon=norm.sjabloon_bij(waarde),
            houdbaar_tot=houdbaar_tot,
        )


def _neem_zonder_waarde(
    argument: Argument, uitkomst: Onbekend | NietGeldig | NietVanToepassing, bijeen: _Bijeen
) -> None:
    match uitkomst:
        case Onbekend():
            bijeen.belet.mis(argument.naam, uitkomst.ontbreekt, uitkomst)
        case NietVanToepassing() if not argument.mag_leeg:
            bijeen.belet.nvt = bijeen.belet.nvt or uitkomst
        case NietGeldig() if not argument.mag_leeg:
            bijeen.belet.ongeldig = bijeen.belet.ongeldig or uitkomst.reden


def _neem_rij(argument: Argument, reeks: Reeks, bijeen: _Bijeen) -> None:
    """Van een norm per onderdeel telt mee wat is vastgesteld; een onderdeel waarvoor zij niet geldt blijft weg."""
    bijeen.houdbaar_tot = vroegste(
        bijeen.houdbaar_tot, reeks.houdbaar_tot, *(uitkomst.houdbaar_tot for uitkomst in reeks.uitkomsten)
    )
    if argument.wil_uitkomst:
        bijeen.gegevens[argument.naam] = reeks.uitkomsten
        return
    bijeen.gegevens[argument.naam] = tuple(u.waarde for u in reeks.uitkomsten if isinstance(u, Vastgesteld))
    for uitkomst in reeks.uitkomsten:
        if isinstance(uitkomst, Onbekend):
            bijeen.belet.mis(argument.naam, uitkomst.ontbreekt)


def _neem_waarde(argument: Argument, op: _Dag, bijeen: _Bijeen, *, is_peildatum: bool) -> None:
    reeks = argument.reeks
    assert reeks is not None  # noqa: S101  # zo klaargezet
    rij = None if op.dag is None else reeks.op(op.dag)
    bijeen.gegevens[argument.naam] = None if rij is None else rij.waarde
    houdbaar_tot = op.houdbaar_tot
    if rij is not None:
        houdbaar_tot = rij.tot if is_peildatum else houdbaar_tot
    elif op.dag is None:
        bijeen.belet.nvt = bijeen.belet.nvt or op.nvt
        bijeen.belet.mis(argument.naam, op.ontbreekt)
    else:
        bijeen.belet.ongeldig = WAARDE_ONBEKEND
        eerste = reeks.rijen[0].vanaf
        if is_peildatum:
            houdbaar_tot = eerste if eerste is not None and op.dag < eerste else None
    bijeen.houdbaar_tot = eerste_van(bijeen.houdbaar_tot, houdbaar_tot)


def _dag_van(naar: str, beeld: Feitenbeeld, staat: Staat) -> _Dag:
    if naar == PEILDATUM:
        return _Dag(beeld.peildatum, None)
    if naar in FEITEN:
        gelezen = beeld[naar]
        dag = gelezen.waarde if isinstance(gelezen.waarde, date) else None
        return _Dag(dag, gelezen.houdbaar_tot, () if dag else (naar,))
    uitkomst = staat[naar].uitkomsten[0]
    if isinstance(uitkomst, Vastgesteld) and isinstance(uitkomst.waarde, date):
        return _Dag(uitkomst.waarde, uitkomst.houdbaar_tot)
    if isinstance(uitkomst, NietVanToepassing):
        return _Dag(None, uitkomst.houdbaar_tot, nvt=uitkomst)
    ontbreekt = uitkomst.ontbreekt if isinstance(uitkomst, Onbekend) else (naar,)
    return _Dag(None, uitkomst.houdbaar_tot, ontbreekt)
