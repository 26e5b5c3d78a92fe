"""Een uitwerking klaarzetten: bij elk argument van haar functie het feit, de waarde of de uitkomst zoeken."""

import inspect
import types
import typing
from collections.abc import Mapping

from poortnormen.feiten import FEITEN, Feitsoort
from poortnormen.norm import Bepaling, Norm
from poortnormen.omzetting import zonder_none
from poortnormen.uitkomst import Mist, Tot, Uitkomst
from poortnormen.uitwerking import PEILDATUM, Argument, Herkomst, Uitwerking
from poortnormen.waarden import Waardenreeks


def zet_klaar(
    bepaling: Bepaling, norm: Norm, uitkomsten: Mapping[str, str], waarden: Mapping[str, Waardenreeks]
) -> Uitwerking:
    """Zoek bij elk argument van een uitwerking het feit, de waarde of de uitkomst; `uitkomsten` geeft bij naam het id.

    Raises:
        ValueError: als een argument niets is dat wij kennen, of de peildatum zonder houdbaarheid wordt gebruikt.
    """
    soorten = typing.get_type_hints(bepaling.functie)
    per = _per(bepaling.per)
    if norm.geldt_naar not in {PEILDATUM, *FEITEN, *uitkomsten}:
        raise ValueError(f"geldig.naar noemt '{norm.geldt_naar}', en dat is geen feit en geen uitkomst van een norm.")
    argumenten = tuple(
        _argument(parameter.name, soorten.get(parameter.name), per, uitkomsten, waarden)
        for parameter in inspect.signature(bepaling.functie).parameters.values()
    )
    terug = soorten.get("return")
    delen = typing.get_args(terug) if isinstance(terug, types.UnionType) else (terug,)
    if any(a.herkomst is Herkomst.PEILDATUM for a in argumenten) and Tot not in delen and Mist not in delen:
        raise ValueError(f"{norm.id} gebruikt de peildatum en moet dan zeggen tot wanneer het antwoord geldt (Tot).")
    per_herkomst = {soort: tuple(a for a in argumenten if a.herkomst is soort) for soort in Herkomst}
    vast = {a.naam: a.reeks.rijen[0].waarde for a in per_herkomst[Herkomst.VASTE_WAARDE] if a.reeks is not None}
    return Uitwerking(
        norm=norm,
        functie=bepaling.functie,
        argumenten=argumenten,
        per=per,
        geldt_naar=uitkomsten.get(norm.geldt_naar, norm.geldt_naar),
        vast=vast | {a.naam: a.reeks for a in per_herkomst[Herkomst.REEKS]},
        feiten=per_herkomst[Herkomst.FEIT],
        uitkomsten=per_herkomst[Herkomst.UITKOMST],
        waarden=per_herkomst[Herkomst.WAARDE],
        vraagt_peildatum=bool(per_herkomst[Herkomst.PEILDATUM]),
        is_begrensd=norm.geldig_vanaf is not None or norm.geldig_tot is not None,
    )


def _per(naam: str | None) -> Feitsoort | None:
    if naam is None:
        return None
    soort = FEITEN.get(naam)
    if soort is None or not soort.is_meervoud:
        raise ValueError(f"'{naam}' in per is geen feit waarvan er meer kunnen zijn.")
    return soort


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
