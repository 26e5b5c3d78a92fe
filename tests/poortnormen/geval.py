"""Gouden gevallen lezen: TOML die een casemanager kan nalezen, streng gecontroleerd, en vergelijken met de kern.

Een bestand heeft zo nodig een `[basis]` die onder elk geval ligt, en daarna `[[geval]]`. `gegeven` noemt feiten,
`verwacht` noemt per norm wat eruit moet komen. Wat niet genoemd is, wordt niet vergeleken.
"""

import dataclasses
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import catalogus
from poortnormen.dossier import VELDEN_FEIT, VERSIE, Dossier, Dossierfout, lees_dossier
from poortnormen.feiten import FEITEN, Feitsoort
from poortnormen.geld import Bedrag
from poortnormen.tijd import Dagen, Jaren, Maanden, Weken
from poortnormen.tijdlijn import Moment, momentnormen, tijdlijn
from poortnormen.uitkomst import (
    NietGeldig,
    NietVanToepassing,
    Onbekend,
    Uiterlijk,
    Uitkomst,
    Vastgesteld,
)

MAP = Path(__file__).parent / "gevallen"
SLEUTELS_BASIS = {"herkomst", "peildatum", "bekend_op", "gegeven"}
SLEUTELS_GEVAL = SLEUTELS_BASIS | {"naam", "zonder", "verwacht"}
SLEUTELS_MOMENT = {"status", "status_tot", "streefdag", "vroegste_dag", "uiterste_dag", "wettelijke_dag", "gedaan_op"}
SLEUTELS_UITKOMST = {"uitkomst", "soort", "ontbreekt", "reden", "houdbaar_tot", "mogelijk"}
SOORTEN: dict[str, type] = {
    "vastgesteld": Vastgesteld,
    "onbekend": Onbekend,
    "niet_geldig": NietGeldig,
    "niet_van_toepassing": NietVanToepassing,
}
ALTIJD = "altijd"


class Gevalfout(Exception):
    """Een geval is niet goed opgeschreven; de melding noemt het bestand, het geval en wat eraan te doen is."""


@dataclass(frozen=True)
class Geval:
    """Eén geval: de feiten als dossier, de peildatum en wat er per norm uit moet komen."""

    bestand: str
    naam: str
    herkomst: str
    peildatum: date
    bekend_op: date | None
    dossier: Dossier
    verwacht: Mapping[str, Mapping[str, Any] | list[Mapping[str, Any]]]

    @property
    def id(self) -> str:
        """De naam waaronder het geval in een testverslag en in de dekking staat."""
        return f"{self.bestand}::{self.naam}"


def gevalbestanden() -> list[Path]:
    """Geef alle bestanden met gevallen, op naam."""
    return sorted(MAP.rglob("*.toml"))


def lees_gevallen(pad: Path) -> list[Geval]:
    """Lees de gevallen van een bestand.

    Raises:
        Gevalfout: als er iets in staat wat wij niet kennen.
    """
    bestand = str(pad.relative_to(MAP))
    try:
        ruw = tomllib.loads(pad.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fout:
        raise Gevalfout(f"{bestand}: {fout}") from fout
    _ken(ruw, {"basis", "geval"}, bestand)
    basis = ruw.get("basis", {})
    _ken(basis, SLEUTELS_BASIS, f"{bestand}, basis")
    gevallen = [_geval(bestand, basis, deel) for deel in ruw.get("geval", [])]
    if not gevallen:
        raise Gevalfout(f"{bestand}: er staat geen [[geval]] in.")
    namen = [geval.naam for geval in gevallen]
    if dubbel := {naam for naam in namen if namen.count(naam) > 1}:
        raise Gevalfout(f"{bestand}: twee gevallen heten '{min(dubbel)}'.")
    return gevallen


def _ken(ruw: Mapping[str, Any], bekend: set[str], waar: str) -> None:
    if vreemd := set(ruw) - bekend:
        raise Gevalfout(
            f"{waar}: onbekende sleutel {', '.join(sorted(vreemd))}; bekend zijn {', '.join(sorted(bekend))}."
        )


def _geval(bestand: str, basis: Mapping[str, Any], ruw: Mapping[str, Any]) -> Geval:
    waar = f"{bestand}, geval '{ruw.get('naam', '?')}'"
    _ken(ruw, SLEUTELS_GEVAL, waar)
    alles = {**basis, **ruw}
    if ontbreekt := {"naam", "herkomst", "peildatum", "verwacht"} - set(alles):
        raise Gevalfout(f"{waar}: {', '.join(sorted(ontbreekt))} ontbreekt.")
    gegeven = {**basis.get("gegeven", {}), **ruw.get("gegeven", {})}
    for naam in ruw.get("zonder", []):
        if gegeven.pop(naam, None) is None:
            raise Gevalfout(f"{waar}: 'zonder' noemt {naam}, en dat stond niet in de basis.")
    for norm, verwacht in alles["verwacht"].items():
        if norm not in catalogus().normen:
            raise Gevalfout(f"{waar}: {norm} is geen norm.")
        for deel in delen_van(verwacht):
            _ken(deel, SLEUTELS_UITKOMST | SLEUTELS_MOMENT, f"{waar}, {norm}")
    peildatum = alles["peildatum"]
    try:
        dossier = _dossier(gegeven, peildatum)
    except (Dossierfout, ValueError) as fout:
        raise Gevalfout(f"{waar}: {fout}") from fout
    return Geval(
        bestand,
        alles["naam"],
        alles["herkomst"],
        peildatum,
        alles.get("bekend_op"),
        dossier,
        alles["verwacht"],
    )


def _dossier(gegeven: Mapping[str, Any], peildatum: date) -> Dossier:
    feiten = [feit for naam, waarde in gegeven.items() for feit in _feiten(naam, waarde, peildatum)]
    return lees_dossier({"versie": VERSIE, "kenmerk": "geval", "feiten": feiten})


def _is_ingepakt(waarde: object) -> bool:
    return isinstance(waarde, dict) and "waarde" in waarde and set(waarde) <= set(VELDEN_FEIT)


def _feiten(naam: str, waarde: Any, peildatum: date) -> Iterator[dict[str, object]]:
    soort = FEITEN.get(naam)
    if soort is None:
        raise ValueError(f"het feit '{naam}' kennen wij niet")
    lijst = isinstance(waarde, list) and (soort.is_meervoud or all(_is_ingepakt(deel) for deel in waarde))
    if soort.is_meervoud and not lijst:
        raise ValueError(f"'{naam}' is meervoudig; geef een lijst")
    for deel in waarde if lijst else [waarde]:
        feit = {
            sleutel: _json(inhoud) for sleutel, inhoud in (deel if _is_ingepakt(deel) else {"waarde": deel}).items()
        }
        yield {
            "feit": naam,
            "gever": soort.gevers[0],
            "vastgelegd_op": feit.get("op") or _dag_uit(soort, feit["waarde"]) or peildatum.isoformat(),
            "motivering": "Zo staat het in het geval." if soort.is_oordeel else "",
            **feit,
        }


def _dag_uit(soort: Feitsoort, waarde: Any) -> str | None:
    if soort.op_uit == "waarde":
        return str(waarde)
    dag = waarde.get(soort.op_uit) if soort.op_uit and isinstance(waarde, dict) else None
    return None if dag is None else str(dag)


def _json(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return {sleutel: _json(inhoud) for sleutel, inhoud in waarde.items()}
    if isinstance(waarde, list):
        return [_json(deel) for deel in waarde]
    return waarde.isoformat() if isinstance(waarde, date) else waarde


# --- vergelijken --------------------------------------------------------------------------------------------


def verschillen(geval: Geval) -> list[str]:
    """Geef per verschil tussen wat verwacht en wat gevonden is één regel; geen regels betekent: klopt."""
    cat = catalogus()
    heeft_moment = any(SLEUTELS_MOMENT & set(deel) for wens in geval.verwacht.values() for deel in delen_van(wens))
    nodig = {
        uitgewerkt for id_ in geval.verwacht if (uitgewerkt := cat.normen[id_].gelijk_aan or id_) in cat.uitwerkingen
    }
    alleen = nodig | set(momentnormen(cat)) if heeft_moment else nodig
    beoordeling = cat.beoordeel(geval.dossier, geval.peildatum, bekend_op=geval.bekend_op, alleen=alleen)
    lijn = tijdlijn(cat, beoordeling) if heeft_moment else ()
    momenten = {(moment.norm, moment.item): moment for moment in lijn}
    regels: list[str] = []
    for norm_id, verwacht in geval.verwacht.items():
        regels += _van_norm(norm_id, verwacht, beoordeling, momenten)
    return regels


def delen_van(verwacht: Mapping[str, Any] | list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Wat verwacht wordt, altijd als lijst: één deel, of één per onderdeel."""
    return verwacht if isinstance(verwacht, list) else [verwacht]


def _van_norm(
    norm_id: str,
    verwacht: Mapping[str, Any] | list[Mapping[str, Any]],
    beoordeling: Beoordeling,
    momenten: Mapping[tuple[str, str | None], Moment],
) -> Iterator[str]:
    cat = catalogus()
    uitgewerkt = cat.normen[norm_id].gelijk_aan or norm_id
    if uitgewerkt not in beoordeling.reeksen:
        yield f"{norm_id} heeft geen uitwerking."
        return
    reeks = beoordeling.reeksen[uitgewerkt]
    if isinstance(verwacht, list) != reeks.is_per_onderdeel:
        yield f"{norm_id} geeft {'een lijst' if reeks.is_per_onderdeel else 'één uitkomst'}: {reeks.uitkomsten}"
        return
    delen = delen_van(verwacht)
    if len(delen) != len(reeks.uitkomsten):
        yield f"{norm_id}: {len(delen)} uitkomsten verwacht, {len(reeks.uitkomsten)} gevonden: {reeks.uitkomsten}"
        return
    for deel, uitkomst in zip(delen, reeks.uitkomsten, strict=True):
        moment = momenten.get((uitgewerkt, uitkomst.item))
        waar = norm_id if uitkomst.item is None else f"{norm_id} (onderdeel {uitkomst.item})"
        for sleutel, wens in deel.items():
            gevonden = _gevonden(sleutel, wens, uitkomst, moment)
            if gevonden != wens:
                yield f"{waar}, {sleutel}: verwacht {_toon(wens)}, gevonden {_toon(gevonden)}\n      {_kort(uitkomst)}"


def _gevonden(sleutel: str, wens: object, uitkomst: Uitkomst, moment: Moment | None) -> object:  # noqa: PLR0911  # per sleutel
    """Wat de kern onder deze sleutel geeft, in de vorm waarin het geval het opschrijft."""
    if sleutel in SLEUTELS_MOMENT:
        return _van_moment(sleutel, moment)
    match sleutel:
        case "soort":
            return next(naam for naam, klasse in SOORTEN.items() if isinstance(uitkomst, klasse))
        case "houdbaar_tot":
            return uitkomst.houdbaar_tot or ALTIJD
        case "ontbreekt":
            bron = uitkomst if isinstance(uitkomst, Onbekend) else moment
            return [] if bron is None else list(bron.ontbreekt)
        case "reden":
            return getattr(uitkomst, "reden", "geen: de norm geldt")
        case "mogelijk":
            mogelijk = uitkomst.mogelijk if isinstance(uitkomst, Onbekend) else ()
            return {antwoord: als_gevalwaarde(waarde, None) for antwoord, waarde in mogelijk}
        case _:
            if not isinstance(uitkomst, Vastgesteld):
                return f"geen waarde: {type(uitkomst).__name__}"
            return als_gevalwaarde(uitkomst.waarde, wens)


def _van_moment(sleutel: str, moment: Moment | None) -> object:
    if moment is None:
        return "staat niet op de tijdlijn"
    if sleutel == "status":
        return str(moment.status)
    if sleutel == "status_tot":
        return moment.houdbaar_tot or ALTIJD
    return getattr(moment, sleutel) or "geen"


def als_gevalwaarde(waarde: Any, wens: Any) -> Any:  # noqa: PLR0911  # per soort waarde één antwoord
    """Schrijf een waarde van de kern zoals een geval haar schrijft; van een object alleen de velden in `wens`."""
    match waarde:
        case Dagen() | Weken() | Maanden() | Jaren():
            return f"{waarde.aantal} {type(waarde).__name__.lower()}"
        case Bedrag():
            return str(waarde)
        case Fraction():
            return waarde.numerator if waarde.denominator == 1 else str(waarde)
        case StrEnum():
            return str(waarde)
        case Uiterlijk() if isinstance(wens, date):
            return waarde.dag
        case Mapping():
            return {str(sleutel): als_gevalwaarde(deel, _deel(wens, sleutel)) for sleutel, deel in waarde.items()}
        case tuple() | list():
            wensen = wens if isinstance(wens, list) and len(wens) == len(waarde) else [None] * len(waarde)
            return [als_gevalwaarde(deel, van) for deel, van in zip(waarde, wensen, strict=True)]
        case _ if dataclasses.is_dataclass(waarde):
            namen = [veld.name for veld in dataclasses.fields(waarde)]
            if isinstance(wens, Mapping):
                namen = [naam for naam in wens if hasattr(waarde, naam)]
            velden = {naam: als_gevalwaarde(getattr(waarde, naam), _deel(wens, naam)) for naam in namen}
            return {naam: inhoud for naam, inhoud in velden.items() if inhoud is not None}
        case _:
            return waarde


def _deel(wens: object, naam: object) -> object:
    return wens.get(naam) if isinstance(wens, Mapping) else None


def _toon(waarde: object) -> str:
    return f"{waarde:%Y-%m-%d}" if isinstance(waarde, date) else str(waarde)


def _kort(uitkomst: Uitkomst) -> str:
    gebruikt = ", ".join(f"{naam}={_toon(waarde)[:80]}" for naam, waarde in uitkomst.gebruikt.items())
    return f"{type(uitkomst).__name__} met {gebruikt or 'niets'}"
