"""From a document to the facts that the rule core asks for; which answer is which fact stands in the kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from poortwijzer.formulieren.eisen import ontbrekend_in
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.waarden import dag

_ANTWOORD = {"ja": True, "nee": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukfeit:
    """One fact: its name in poortnormen, its value in the exchange format, and the day from which it holds."""

    naam: str
    waarde: object
    op: date


def feiten_uit(formulier: Formulier) -> list[Stukfeit]:
    """Give the facts that a frozen document holds. The document itself is always one; an unknown answer is none.

    Raises:
        ValueError: when the document is not frozen: a draft is no fact.
    """
    if formulier.opgesteld_op is None or not formulier.is_definitief:
        raise ValueError("A draft holds no facts.")
    gegeven = [Stukfeit(naam="stukken", waarde=_stuk(formulier), op=formulier.opgesteld_op)]
    for regel in formulier.vorm.feiten:
        waarde = _waarde(formulier.inhoud.get(regel.veld))
        op = dag(formulier.inhoud.get(regel.op))
        if waarde is not None and op is not None:
            gegeven.append(Stukfeit(naam=regel.naam, waarde=waarde, op=op))
    if formulier.vorm.verslaggegevens:
        bijeen = {
            naam: all(formulier.inhoud.get(veld) for veld in velden)
            for naam, velden in formulier.vorm.verslaggegevens.items()
        }
        gegeven.append(Stukfeit(naam="verslaggegevens", waarde=bijeen, op=formulier.opgesteld_op))
    return gegeven


def _stuk(formulier: Formulier) -> dict[str, object]:
    regel = formulier.vorm.stuk
    assert formulier.opgesteld_op is not None  # noqa: S101  # `feiten_uit` has looked
    stuk: dict[str, object] = {"soort": regel.soort, "opgesteld_op": formulier.opgesteld_op.isoformat()}
    for naam in ("visie_werkgever", "visie_werknemer"):
        veld = getattr(regel, naam)
        if veld:
            stuk[f"heeft_{naam}"] = _is_gegeven(formulier, veld)
    if regel.evaluatiemomenten:
        momenten = formulier.inhoud.get(regel.evaluatiemomenten) or []
        stuk["evaluatiemomenten"] = [moment for moment in momenten if isinstance(moment, str) and dag(moment)]
    if regel.delen:
        stuk["delen"] = list(_delen(formulier, formulier.opgesteld_op))
    return stuk


def _delen(formulier: Formulier, op: date) -> Iterator[str]:
    """Give the parts that are in the document: their fields are filled in and nothing that they ask for lacks."""
    ontbreekt = {deel.sleutel for deel in ontbrekend_in(formulier.vorm, formulier.inhoud, vandaag=op)}
    for deel, sleutels in formulier.vorm.stuk.delen.items():
        if all(sleutel not in ontbreekt and formulier.inhoud.get(sleutel.split(".")[0]) for sleutel in sleutels):
            yield deel


def _is_gegeven(formulier: Formulier, veld: str) -> bool:
    """What somebody else wrote down counts as the view of a party once that party confirmed it."""
    dictaat = formulier.dictaten.get(veld)
    return bool(formulier.inhoud.get(veld)) and (dictaat is None or bool(dictaat.get("bevestigd_op")))


def _waarde(antwoord: object) -> bool | str | None:
    if isinstance(antwoord, str) and antwoord in _ANTWOORD:
        return _ANTWOORD[antwoord]
    return antwoord if isinstance(antwoord, str) and dag(antwoord) else None
