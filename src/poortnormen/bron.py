"""De bronnen inlezen: bron.toml, normen*.toml en waarden.toml van elke map onder `bronnen`, streng gecontroleerd."""

import hashlib
import importlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from poortnormen.norm import Aard, Gevolg, Hardheid, Herstel, Inspanning, Momentgegevens, Norm, Soort, Telrichting
from poortnormen.waarden import Waardenreeks, lees_reeks

T = TypeVar("T")
PAKKET = "poortnormen.bronnen"


class Catalogusfout(Exception):
    """De catalogus klopt niet; de melding noemt bron, norm en wat er mis is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """Een wet, regeling, beleidsregel of leidraad, zoals in `bron.toml` beschreven."""

    naam: str
    titel: str
    maker: str
    prefix: str
    aard: Aard
    vindplaats: str
    geraadpleegd: str
    toelichting: str = ""
    citeren: str = ""
    map: str = ""


@dataclass(frozen=True, slots=True)
class Inhoud:
    """Wat één bron bijdraagt, met de afdruk van haar bestanden."""

    bron: Bron
    normen: tuple[Norm, ...]
    waarden: tuple[Waardenreeks, ...]
    afdruk: str


def lees_bronnen() -> tuple[Inhoud, ...]:
    """Lees alle bronnen en laad hun uitwerkingen.

    Raises:
        Catalogusfout: als een bestand niet aan de afgesproken vorm voldoet.
    """
    mappen = sorted(map_.name for map_ in files(PAKKET).iterdir() if map_.joinpath("bron.toml").is_file())
    return tuple(_lees_bron(map_) for map_ in mappen)


def versie_van(inhoud: Iterable[Inhoud]) -> str:
    """Geef een afdruk die verandert als een norm, een waarde, een feitsoort of een rekenregel verandert."""
    som = hashlib.sha256("".join(deel.afdruk for deel in inhoud).encode())
    kern = files("poortnormen")
    for pad, bytes_ in sorted(_bestanden(kern.joinpath("feiten"))) + sorted(_kernbestanden(kern)):
        som.update(f"{pad}\0".encode() + bytes_)
    return som.hexdigest()[:16]


def _kernbestanden(kern: Traversable) -> Iterator[tuple[str, bytes]]:
    for pad in kern.iterdir():
        if pad.name.endswith(".py"):
            yield pad.name, pad.read_bytes()


def _lees_bron(naam: str) -> Inhoud:
    map_ = files(PAKKET).joinpath(naam)
    bron = _maak(Bron, {**_toml(map_.joinpath("bron.toml")), "map": naam}, naam)
    som = hashlib.sha256()
    normen: list[Norm] = []
    waarden: list[Waardenreeks] = []
    for bestand in sorted(map_.iterdir(), key=lambda pad: pad.name):
        if bestand.name.startswith("normen") and bestand.name.endswith(".toml"):
            normen += [lees_norm(id_, ruw, bron) for id_, ruw in _toml(bestand).items()]
        elif bestand.name.startswith("waarden") and bestand.name.endswith(".toml"):
            try:
                waarden += [lees_reeks(id_, naam, ruw) for id_, ruw in _toml(bestand).items()]
            except (ValueError, KeyError) as fout:
                raise Catalogusfout(f"{naam}/{bestand.name}: {fout}") from fout
    for pad, inhoud in sorted(_bestanden(map_)):
        som.update(f"{pad}\0".encode() + inhoud)
    if map_.joinpath("regels.py").is_file() or map_.joinpath("regels").is_dir():
        importlib.import_module(f"{PAKKET}.{naam}.regels")
    return Inhoud(bron, tuple(normen), tuple(waarden), som.hexdigest())


def _bestanden(map_: Traversable, voor: str = "") -> Iterator[tuple[str, bytes]]:
    for pad in map_.iterdir():
        if pad.is_dir():
            yield from _bestanden(pad, f"{voor}{pad.name}/")
        elif pad.name.endswith((".toml", ".py")):
            yield f"{voor}{pad.name}", pad.read_bytes()


def _toml(pad: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(pad.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fout:
        raise Catalogusfout(f"{pad.name}: {fout}") from fout


def _maak(klasse: type[T], ruw: Mapping[str, Any], waar: str) -> T:
    bekend = {veld.name for veld in fields(klasse)}  # type: ignore[arg-type]  # elke klasse hier is een dataclass
    if vreemd := set(ruw) - bekend:
        raise Catalogusfout(f"{waar}: onbekende sleutel {', '.join(sorted(vreemd))}.")
    try:
        return klasse(**ruw)
    except TypeError as fout:
        raise Catalogusfout(f"{waar}: {fout}") from fout


def lees_norm(id_: str, ruw: Mapping[str, Any], bron: Bron) -> Norm:
    """Maak een norm van haar vermelding in `normen.toml`.

    Raises:
        Catalogusfout: bij een id zonder aanhalingstekens, een onbekende sleutel of een onbekende waarde.
    """
    if not id_.startswith(f"{bron.prefix}-"):
        raise Catalogusfout(
            f"{bron.map}: {id_} begint niet met {bron.prefix}-; zet een id met punten tussen aanhalingstekens."
        )
    gegevens = dict(ruw)
    geldig = gegevens.pop("geldig", {})
    moment = gegevens.pop("moment", None)
    herstel = gegevens.pop("herstel", None)
    if vreemd := set(geldig) - {"vanaf", "tot", "naar"}:
        raise Catalogusfout(f"{id_}: onbekende sleutel in geldig: {', '.join(sorted(vreemd))}.")
    if any(isinstance(geldig.get(naam), str) for naam in ("vanaf", "tot")):
        raise Catalogusfout(f"{id_}: schrijf geldig.vanaf en geldig.tot als datum, zonder aanhalingstekens.")
    try:
        return _maak(
            Norm,
            {
                **gegevens,
                "id": id_,
                "bron": bron.map,
                "soort": Soort(gegevens["soort"]),
                "hardheid": Hardheid(gegevens["hardheid"]),
                "actor": tuple(gegevens["actor"]),
                "telrichting": Telrichting(gegevens.get("telrichting", Telrichting.VOORUIT)),
                "geldig_vanaf": _dag(geldig.get("vanaf")),
                "geldig_tot": _dag(geldig.get("tot")),
                "geldt_naar": geldig.get("naar", "peildatum"),
                "moment": None if moment is None else _moment(moment, id_),
                "herstel": None if herstel is None else _herstel(herstel, id_),
            },
            id_,
        )
    except (KeyError, ValueError) as fout:
        raise Catalogusfout(f"{id_}: {fout}") from fout


def _dag(ruw: object) -> date | None:
    return ruw if isinstance(ruw, date) else None


def _moment(ruw: Mapping[str, Any], id_: str) -> Momentgegevens:
    gevolg = Gevolg(ruw.get("gevolg", Gevolg.GEEN))
    return _maak(Momentgegevens, {**ruw, "gevolg": gevolg}, f"{id_}.moment")


def _herstel(ruw: Mapping[str, Any], id_: str) -> Herstel:
    gegevens = {**ruw, "wie": tuple(ruw["wie"]), "inspanning": Inspanning(ruw["inspanning"])}
    return _maak(Herstel, gegevens, f"{id_}.herstel")
