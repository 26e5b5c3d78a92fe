"""The cases of the access matrix, read from the URL configuration, and what each one asks for and sends."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from proefbestand import BESTAND, BIJLAGEDELEN
from proefwereld import COLLEGA, CONTRACT, FEITEN, NORM, Proefdossier, Relatie

from poortwijzer.accounts import demo
from poortwijzer.formulieren.register import soorten
from poortwijzer.toegang.rollen import Rol

METHODEN = ("GET", "HEAD", "POST", "PUT", "DELETE")
WIE: tuple[Rol | None, ...] = (*Rol, None)
NERGENS = UUID(int=1)
# Which documents an address is about: the frozen one, the draft that follows it, or each in turn.
VAST, CONCEPT = "vast", "concept"
_STUKSTAND: Mapping[str, tuple[str, ...]] = {
    "web:stuk": (VAST, CONCEPT),
    "web:kijk_als_stuk": (VAST, CONCEPT),
    "web:stuk_bewerken": (VAST, CONCEPT),
    "web:stuk_bewaren": (CONCEPT,),
    "web:stuk_bevestigen": (CONCEPT,),
    "web:stuk_vaststellen": (CONCEPT,),
    "web:vergelijken": (CONCEPT,),
}
# What is sent, where an empty form would not show whether the act is open: per variant of the POST.
_GESTUURD: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    "web:taak": {
        "neem": {"doe": "neem"},
        "uitstel": {"tot": "2026-12-01", "reden": "wacht"},
        "notitie": {"reden": "x"},
    },
    "web:reageren": {
        "": {"standpunt": "gezien"},
        "niet_bereikt": {"standpunt": "niet_bereikbaar", "eigen_woorden": "x"},
    },
    "web:afwijking": {"": {"nieuwe_dag": "2026-12-01", "reden": "x"}},
    "web:afwijking_antwoord": {"": {"akkoord": "ja", "antwoord": "ja"}},
    "web:herstel": {"": {"hersteld_op": "2026-06-01"}},
    "web:hervatting": {"": {"vanaf": "2026-06-01", "uren_per_week": "8", "werk": "eigen"}},
    "web:intrekken": {"": {"motivering": "niet juist"}},
    "web:toestemming_antwoord": {"": {"keuze": "gegeven"}},
    "web:toestemming_noteren": {"": {"keuze": "geweigerd", "wijze": "mondeling", "gezegd_op": "2026-06-01"}},
    "web:bijlage_intrekken": {"": {"motivering": "niet juist"}},
    "web:bijlage_nieuw": {
        deel: {
            "deel": deel,
            "van_op": "2026-06-01",
            "ontvangen_op": "2026-06-01",
            "ontvangen_van": "ander",
            "bestand": BESTAND,
        }
        for deel in BIJLAGEDELEN
    },
    "web:medisch_nieuw": {
        "": {"soort": "prognose", "op": "2026-06-01", "tekst": "x"},
        "werkaantekening": {"soort": "prognose", "op": "2026-06-01", "tekst": "x", "werkaantekening": "on"},
    },
    "web:medisch_verbeteren": {"": {"soort": "prognose", "op": "2026-06-01", "tekst": "x"}},
    "web:aan_bedrijfsarts": {"": {"tekst": "x"}},
    "web:medisch_overdragen": {"": {"naar": str(demo.BUREAU.id), "grond": "toestemming", "verteld_op": "2026-06-01"}},
    "web:blokkade_nieuw": {
        deel or "alles": {"deel": deel, "grond": "conflict", "vanaf": "2026-06-01"} for deel in ("", "re_integratie")
    },
    "web:bewaren_termijn": {"": {"deel": "re_integratie", "jaren": "1", "motivering": "x"}},
    "web:nood_beoordelen": {"": {"oordeel": "terecht"}},
    "web:waarneming_regelen": {
        str(rol): {
            "afwezige": f"{rol}:{demo.demo_gebruiker_id(rol)}",
            "waarnemer": f"{rol}:{COLLEGA}",
            "vanaf": "2026-07-01",
            "tot": "2026-08-01",
        }
        for rol in (Rol.LEIDINGGEVENDE, Rol.CASEMANAGER, Rol.BEDRIJFSARTS)
    },
    "web:contract_nieuw": {
        "": {"opdrachtnemer_id": str(demo.BUREAU.id), "dienst": "re_integratie", "kenmerk": "1", "vanaf": "2026-06-01"}
    },
    "web:contract_geheimhouding": {"": {"grond": "beroep", "op": "2026-06-01"}},
    "web:contract_beeindigen": {"": {"tot": "2026-12-01"}},
    "account_uitnodigen": {rol: {"email": "x@elders.example", "naam": "X", "rol": rol} for rol in map(str, Rol)},
}
# What is asked for besides, per variant of the GET.
_GEVRAAGD: Mapping[str, Mapping[str, str]] = {
    "web:dossiers": {"zoek": "?zoek=KANARIE", "gesloten": "?stand=gesloten"},
    "web:portefeuille": {"zoek": "?zoek=KANARIE", "risico": "?volgorde=risico&oordeel=onbekend"},
    "web:stand": {"later": "?op=2149-12-31"},
    "web:werk": {"uitgesteld": "?stand=uitgesteld", "mij": "?stand=mij"},
    "web:ziekmelden": {"zoek": "?zoek=KANARIE"},
}


@dataclass(frozen=True, slots=True, order=True)
class Geval:
    """One line of the expectations; for each role it has an answer of its own. `relatie` is empty without a dossier."""

    route: str
    variant: str
    methode: str
    relatie: str


class Onverklaard(AssertionError):
    """An address has a part that the matrix does not know how to fill in."""


@lru_cache
def routes() -> dict[str, tuple[str, ...]]:
    """Give every named address of the program with the names of its parts."""
    return dict(_routes(get_resolver().url_patterns, ()))


def _routes(
    patronen: Iterable[URLPattern | URLResolver], naamruimte: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for patroon in patronen:
        if isinstance(patroon, URLResolver):
            erbij = (str(patroon.namespace),) if patroon.namespace else ()
            yield from _routes(patroon.url_patterns, (*naamruimte, *erbij))
            continue
        if not patroon.name:
            raise Onverklaard(f"The address {patroon.pattern} has no name.")
        regex = patroon.pattern.regex
        delen = patroon.pattern.converters or dict.fromkeys(regex.groupindex)
        yield ":".join((*naamruimte, patroon.name)), tuple(delen)


def gevallen() -> list[Geval]:
    """Give every case: route x variant x method x relation. Variants of what one method sends belong to it alone."""
    gemaakt: list[Geval] = []
    for route, delen in routes().items():
        relaties = [str(relatie) for relatie in Relatie] if _noemt_dossier(delen) else [""]
        objecten = _varianten(route, delen)
        for methode in METHODEN:
            # One is enough where nothing is sent and no object is looked at.
            namen = objecten if methode in {"GET", "POST"} else objecten[:1]
            gemaakt += [
                Geval(route, variant, methode, relatie)
                for variant in _met_invoer(route, methode, namen)
                for relatie in relaties
            ]
    return gemaakt


def _noemt_dossier(delen: tuple[str, ...]) -> bool:
    return bool({"kenmerk", "taak_id", "werknemer_id"} & set(delen))


def _varianten(route: str, delen: tuple[str, ...]) -> list[str]:
    if "stuk_id" in delen:
        return [f"{soort}.{stand}" for stand in _STUKSTAND.get(route, (VAST,)) for soort in soorten()]
    if "bijlage_id" in delen:
        return list(BIJLAGEDELEN)
    if "soort" in delen:
        return list(soorten())
    if "naam" in delen or route == "web:intrekken":
        return list(FEITEN)
    return [""]


def _met_invoer(route: str, methode: str, namen: list[str]) -> list[str]:
    if methode == "POST" and route in _GESTUURD:
        return ["/".join(filter(None, (naam, invoer))) for naam in namen for invoer in _GESTUURD[route]]
    if methode == "GET" and route in _GEVRAAGD:
        return [*namen, *_GEVRAAGD[route]]
    return namen


def stuk_id_van(proef: Proefdossier, voorwerp: str) -> UUID:
    """Give the document that a case is about: `<kind>.<frozen or draft>`."""
    soort, _, stand = voorwerp.partition(".")
    return (proef.concepten if stand == CONCEPT else proef.stukken)[soort]


def adres_van(geval: Geval, proef: Proefdossier | None) -> str:
    """Give the address that a case asks for, with what it asks besides."""
    voorwerp, _, _invoer = geval.variant.partition("/")
    adres = reverse(geval.route, kwargs=_kwargs(geval.route, voorwerp, proef))
    return adres + (_GEVRAAGD.get(geval.route, {}).get(geval.variant, "") if geval.methode == "GET" else "")


def gestuurd_met(geval: Geval) -> Mapping[str, str]:
    """Give what a case sends; nothing unless it posts."""
    if geval.methode != "POST":
        return {}
    per_invoer = _GESTUURD.get(geval.route, {})
    voorwerp, _, invoer = geval.variant.partition("/")
    return per_invoer.get(invoer or (voorwerp if voorwerp in per_invoer else ""), {})


def _kwargs(route: str, voorwerp: str, proef: Proefdossier | None) -> dict[str, object]:
    delen = routes()[route]
    return {deel: _waarde(route, deel, voorwerp, proef) for deel in delen}


# What no dossier has to do with, and nothing answers to.
_VAST: Mapping[str, object] = {
    "norm_id": NORM,
    "gebruiker_id": NERGENS,
    "ronde_id": NERGENS,
    "wissing_id": NERGENS,
    "uitnodiging_id": NERGENS,
    "rolvervulling_id": NERGENS,
    "sessie_id": NERGENS,
    "contract_id": CONTRACT,
    "waarneming_id": NERGENS,
    "nood_id": NERGENS,
    "rol": "leidinggevende",
    "token": "onbekend",
    "wat": "vragen",
    "provider_id": "onbekend",
    "uidb36": "1",
    "key": "onbekend",
    "pk": 1,
}
# What an address says of a dossier, and which of them by what the case is about.
_VAN_DOSSIER: Mapping[str, Callable[[Proefdossier, str], object]] = {
    "kenmerk": lambda proef, _voorwerp: proef.dossier.kenmerk,
    "werknemer_id": lambda proef, _voorwerp: proef.dossier.werknemer_id,
    "taak_id": lambda proef, _voorwerp: proef.taak_id,
    "betrokkene_id": lambda proef, _voorwerp: proef.betrokkene_id,
    "verzoek_id": lambda proef, _voorwerp: proef.verzoek_id,
    "toestemming_id": lambda proef, _voorwerp: proef.toestemming_id,
    "link_id": lambda proef, _voorwerp: proef.link_id,
    "regel_id": lambda proef, _voorwerp: proef.regel_id,
    "delegatie_id": lambda proef, _voorwerp: proef.delegatie_id,
    "blokkade_id": lambda proef, _voorwerp: proef.blokkade_id,
    "feit_id": lambda proef, voorwerp: proef.feiten[voorwerp or "afwijkingen"],
    "naam": lambda _proef, voorwerp: FEITEN[voorwerp][0],
    "soort": lambda _proef, voorwerp: voorwerp,
    "stuk_id": stuk_id_van,
    "bijlage_id": lambda proef, voorwerp: proef.bijlagen[voorwerp],
}


def _waarde(route: str, deel: str, voorwerp: str, proef: Proefdossier | None) -> object:
    if deel in _VAST:
        return _VAST[deel]
    if proef is None or deel not in _VAN_DOSSIER:
        raise Onverklaard(f"The matrix does not know {deel} of {route}: say in tests/toegang/gevallen.py what it is.")
    return _VAN_DOSSIER[deel](proef, voorwerp)
