"""Waarden van feiten heen en terug naar JSON, met bij elke fout het pad en wat eraan te doen is."""

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Wat het uitwisselformaat toelaat; het JSON Schema zegt hetzelfde.
VROEGST, LAATST = date(1950, 1, 1), date(2150, 12, 31)
LANGSTE_TEKST = 4000
GETAL_PATROON = r"[0-9]{1,9}(\.[0-9]{1,6})?"
GROOTSTE_GETAL = 999_999_999
# Een aantal is een aantal dagen, weken of maanden; bedragen in centen zijn groter.
GROOTSTE_AANTAL = 10_000
CENTEN = "_centen"


@dataclass(frozen=True, slots=True)
class Veldfout:
    """Eén fout in de invoer: waar zij staat en een zin die zegt wat er mis is en wat te doen."""

    pad: str
    melding: str


class Omzetfout(Exception):
    """De invoer past niet; `fouten` noemt elke plaats."""

    def __init__(self, *fouten: Veldfout) -> None:
        super().__init__("; ".join(f"{fout.pad}: {fout.melding}" for fout in fouten))
        self.fouten = fouten


def lees_datum(ruw: object, pad: str) -> date:
    """Lees een dag als `2024-03-01`.

    Raises:
        Omzetfout: als het geen bestaande dag is, of een dag buiten 1950 tot en met 2150.
    """
    if not isinstance(ruw, str) or not _DATUM.fullmatch(ruw):
        raise Omzetfout(Veldfout(pad, "Schrijf de dag als jaar-maand-dag, bijvoorbeeld 2024-03-01."))
    try:
        dag = date.fromisoformat(ruw)
    except ValueError:
        raise Omzetfout(Veldfout(pad, f"De dag {ruw} bestaat niet. Controleer dag en maand.")) from None
    if not VROEGST <= dag <= LAATST:
        zin = f"De dag {ruw} ligt niet tussen {VROEGST} en {LAATST}. Controleer het jaar."
        raise Omzetfout(Veldfout(pad, zin))
    return dag


def lees_getal(ruw: object, pad: str) -> Fraction:
    """Lees een getal van nul of meer, als JSON-getal of als tekst met hoogstens zes cijfers achter de punt, exact.

    Raises:
        Omzetfout: als het geen getal is, of een getal dat wij niet aannemen.
    """
    if isinstance(ruw, str) and re.fullmatch(GETAL_PATROON, ruw):
        return Fraction(ruw)
    if isinstance(ruw, int | float) and not isinstance(ruw, bool) and 0 <= ruw <= GROOTSTE_GETAL:
        return Fraction(repr(ruw))
    zin = f"Vul een getal in van 0 tot en met {GROOTSTE_GETAL}, met een punt voor de cijfers achter de komma."
    raise Omzetfout(Veldfout(pad, zin))


def _lees_aantal(ruw: object, pad: str) -> int:
    grootste = GROOTSTE_GETAL if pad.endswith(CENTEN) else GROOTSTE_AANTAL
    if isinstance(ruw, int | float) and not isinstance(ruw, bool) and 0 <= ruw <= grootste and ruw == int(ruw):
        return int(ruw)
    raise Omzetfout(Veldfout(pad, f"Hier hoort een geheel getal van 0 tot en met {grootste}."))


def schrijf_getal(getal: Fraction) -> int | float | str:
    """Schrijf een exact getal: heel als geheel getal, anders als decimaal, en anders als breuk in tekst."""
    if getal.denominator == 1:
        return getal.numerator
    decimaal = float(getal)
    return decimaal if Fraction(repr(decimaal)) == getal else str(getal)


def zonder_none(soort: object) -> tuple[object, bool]:
    """Geef het type zonder `| None`, en of dat erbij stond."""
    if isinstance(soort, types.UnionType):
        delen = [deel for deel in typing.get_args(soort) if deel is not types.NoneType]
        if len(delen) == 1:
            return delen[0], True
    return soort, False


@lru_cache(maxsize=256)
def veldsoorten(klasse: type) -> Mapping[str, object]:
    """Geef de velden van een feitsoort met hun type."""
    soorten = typing.get_type_hints(klasse)
    return {veld.name: soorten[veld.name] for veld in dataclasses.fields(klasse)}


def lees_waarde(ruw: object, soort: object, pad: str) -> object:
    """Maak van JSON een waarde van het gevraagde type.

    Raises:
        Omzetfout: met elke plaats waar de invoer niet past.
    """
    kern, mag_leeg = zonder_none(soort)
    if ruw is None:
        if mag_leeg:
            return None
        raise Omzetfout(Veldfout(pad, "Dit mag niet leeg zijn. Vul een waarde in of laat het feit weg."))
    if isinstance(kern, type) and dataclasses.is_dataclass(kern):
        return _lees_object(ruw, kern, pad)
    if typing.get_origin(kern) is tuple:
        return _lees_lijst(ruw, typing.get_args(kern)[0], pad)
    if isinstance(kern, type):
        return _lees_kaal(ruw, kern, pad)
    raise TypeError(f"Het type {kern} is in feiten niet voorzien.")


def _lees_kaal(ruw: object, kern: type, pad: str) -> object:
    if kern is date:
        return lees_datum(ruw, pad)
    if kern is Fraction:
        return lees_getal(ruw, pad)
    if issubclass(kern, StrEnum):
        if isinstance(ruw, str) and ruw in list(kern):
            return kern(ruw)
        keuzes = ", ".join(kern)
        raise Omzetfout(Veldfout(pad, f"'{ruw}' kennen wij hier niet. Kies uit: {keuzes}."))
    if kern is int:
        return _lees_aantal(ruw, pad)
    if kern is bool and isinstance(ruw, bool):
        return ruw
    if kern is str and isinstance(ruw, str) and len(ruw) <= LANGSTE_TEKST:
        return ruw
    verwacht = {bool: "true of false", str: f"tekst van hoogstens {LANGSTE_TEKST} tekens"}[kern]
    raise Omzetfout(Veldfout(pad, f"Hier hoort {verwacht}."))


def _lees_lijst(ruw: object, soort: object, pad: str) -> tuple[object, ...]:
    if not isinstance(ruw, list):
        raise Omzetfout(Veldfout(pad, "Hier hoort een lijst, tussen rechte haken."))
    return tuple(lees_waarde(deel, soort, f"{pad}[{nummer}]") for nummer, deel in enumerate(ruw))


def _lees_object(ruw: object, klasse: type, pad: str) -> object:
    if not isinstance(ruw, dict):
        raise Omzetfout(Veldfout(pad, "Hier hoort een object, tussen accolades."))
    soorten = veldsoorten(klasse)
    fouten = [
        Veldfout(f"{pad}.{naam}", f"Dit veld kennen wij niet. Bekend zijn: {', '.join(soorten)}.")
        for naam in ruw
        if naam not in soorten
    ]
    waarden: dict[str, object] = {}
    for veld in dataclasses.fields(klasse):
        if veld.name in ruw:
            try:
                waarden[veld.name] = lees_waarde(ruw[veld.name], soorten[veld.name], f"{pad}.{veld.name}")
            except Omzetfout as fout:
                fouten.extend(fout.fouten)
        elif veld.default is dataclasses.MISSING:
            fouten.append(Veldfout(f"{pad}.{veld.name}", "Dit veld ontbreekt. Vul het in."))
    if fouten:
        raise Omzetfout(*fouten)
    try:
        gemaakt: object = klasse(**waarden)
    except ValueError as fout:
        raise Omzetfout(Veldfout(pad, str(fout))) from fout
    return gemaakt


def schrijf_waarde(waarde: object) -> object:
    """Maak van een waarde wat JSON kan bevatten; lege velden blijven weg."""
    if dataclasses.is_dataclass(waarde) and not isinstance(waarde, type):
        velden = {veld.name: getattr(waarde, veld.name) for veld in dataclasses.fields(waarde)}
        return {naam: schrijf_waarde(inhoud) for naam, inhoud in velden.items() if inhoud is not None}
    if isinstance(waarde, tuple):
        return [schrijf_waarde(deel) for deel in waarde]
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Fraction):
        return schrijf_getal(waarde)
    if isinstance(waarde, StrEnum):
        return str(waarde)
    return waarde
