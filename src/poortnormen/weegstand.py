"""De punten bij de vragen van een dossier: welke hier gelden, wat elke gever ervan zei, en wat nog uitleg vraagt."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from poortnormen.dossier import Feit
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.verzuim import Hervatting
from poortnormen.feiten.weging import Weegt
from poortnormen.feitenbeeld import Feitenbeeld
from poortnormen.weegpunten import Richting, Weegpunt, punten_bij, weegvragen, weegvragen_van


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorwaarde:
    """Wanneer een punt geldt: in woorden, uit welk feit, en hoe dat te zien is (None: niet bekend)."""

    zin: str
    feit: str
    geldt: Callable[[Feitenbeeld], bool | None]


def _is_tijdelijk(beeld: Feitenbeeld) -> bool | None:
    dienstverband = beeld["dienstverband"].waarde
    return dienstverband.einde is not None if isinstance(dienstverband, Dienstverband) else None


def _heeft_mogelijkheden(beeld: Feitenbeeld) -> bool | None:
    waarde = beeld["heeft_mogelijkheden"].waarde
    return waarde if isinstance(waarde, bool) else None


def _heeft_geen_mogelijkheden(beeld: Feitenbeeld) -> bool | None:
    waarde = _heeft_mogelijkheden(beeld)
    return None if waarde is None else not waarde


def _is_arbeidstherapie(beeld: Feitenbeeld) -> bool | None:
    hervattingen = beeld["hervattingen"].waarde
    assert isinstance(hervattingen, tuple)  # noqa: S101  # een meervoudig feit is altijd een tuple
    if not hervattingen:
        return None
    return any(isinstance(h, Hervatting) and h.is_therapeutisch and h.uren_per_week for h in hervattingen)


VOORWAARDEN: Mapping[str, Voorwaarde] = MappingProxyType(
    {
        "tijdelijk_contract": Voorwaarde(
            zin="Dit telt bij een tijdelijk contract.", feit="dienstverband", geldt=_is_tijdelijk
        ),
        "er_zijn_mogelijkheden": Voorwaarde(
            zin="Dit telt als er mogelijkheden voor werk zijn.", feit="heeft_mogelijkheden", geldt=_heeft_mogelijkheden
        ),
        "geen_mogelijkheden": Voorwaarde(
            zin="Dit telt als er geen mogelijkheden voor werk zijn.",
            feit="heeft_mogelijkheden",
            geldt=_heeft_geen_mogelijkheden,
        ),
        "arbeidstherapie": Voorwaarde(
            zin="Dit telt als er arbeidstherapie was.", feit="hervattingen", geldt=_is_arbeidstherapie
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntstand:
    """Een punt bij één oordeel in dit dossier.

    `geldt` is None als niet bekend is of de voorwaarde geldt. `gewogen` zegt wat elke gever ervan vond.
    """

    punt: Weegpunt
    feit: str
    richting: Richting
    geldt: bool | None
    gewogen: tuple[tuple[str, Weegt], ...] = ()

    @property
    def voorwaarde(self) -> Voorwaarde | None:
        """Wanneer het punt geldt; None is altijd."""
        return VOORWAARDEN[self.punt.als] if self.punt.als else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weegopmerking:
    """Een gever liet een punt meespelen dat voor het andere antwoord pleit, en zei niet waarom dat minder weegt."""

    gever: str
    feit: str
    antwoord: bool
    normen: tuple[str, ...]


def puntstanden(beeld: Feitenbeeld, feit: str) -> tuple[Puntstand, ...]:
    """De punten bij een oordeel, ook die waarvan de voorwaarde hier niet geldt."""
    gegeven = [een for een in beeld[feit].uit if een.weging is not None] if feit in weegvragen() else []
    return tuple(
        Puntstand(
            punt=punt,
            feit=feit,
            richting=punt.bij[feit],
            geldt=VOORWAARDEN[punt.als].geldt(beeld) if punt.als else True,
            gewogen=tuple(_gewogen(gegeven, punt.norm)),
        )
        for punt in punten_bij(feit)
    )


def puntstanden_van(beeld: Feitenbeeld, norm_id: str) -> tuple[Puntstand, ...]:
    """De punten bij elk oordeel waar een norm naar vraagt."""
    return tuple(stand for vraag in weegvragen_van(norm_id) for stand in puntstanden(beeld, vraag.feit))


def weegopmerkingen(beeld: Feitenbeeld, norm_id: str) -> tuple[Weegopmerking, ...]:
    """Welke oordelen bij deze norm een punt laten meespelen dat de andere kant op wijst, zonder te zeggen waarom."""
    return tuple(
        opmerking
        for vraag in weegvragen_van(norm_id)
        for feit in beeld[vraag.feit].uit
        if (opmerking := opmerking_bij(feit)) is not None
    )


def opmerking_bij(feit: Feit) -> Weegopmerking | None:
    """De opmerking bij één oordeel; None als er niets uit te leggen valt."""
    weging, antwoord = feit.weging, feit.waarde
    if weging is None or not isinstance(antwoord, bool) or weging.tegenwicht.strip():
        return None
    tegen = tuple(
        punt.norm
        for punt in punten_bij(feit.naam)
        if weging.van(punt.norm) is Weegt.SPEELT_MEE and punt.bij[feit.naam].pleit_tegen(antwoord=antwoord)
    )
    return Weegopmerking(gever=feit.gever, feit=feit.naam, antwoord=antwoord, normen=tegen) if tegen else None


def _gewogen(feiten: list[Feit], norm_id: str) -> Iterator[tuple[str, Weegt]]:
    for feit in feiten:
        weegt = None if feit.weging is None else feit.weging.van(norm_id)
        if weegt is not None:
            yield feit.gever, weegt
