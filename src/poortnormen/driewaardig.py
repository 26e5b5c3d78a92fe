"""Rekenen met ja, nee en niet bekend: wat onbekend is wordt nooit vervuld en nooit geschonden.

Elke vraag van de toets is zo gesteld dat ja goed nieuws is. Een onderdeel dat niet geldt, doet niet mee.
"""

from collections.abc import Iterable, Iterator

from poortnormen.uitkomst import Mist, NietGeldig, NietVanToepassing, Nvt, Onbekend, Uitkomst, Vastgesteld, mist, nvt

NIETS_TE_WEGEN = "niets_te_wegen"


def is_ja(uitkomst: Uitkomst) -> bool:
    """Of het antwoord ja is."""
    return isinstance(uitkomst, Vastgesteld) and uitkomst.waarde is True


def is_nee(uitkomst: Uitkomst) -> bool:
    """Of het antwoord nee is."""
    return isinstance(uitkomst, Vastgesteld) and uitkomst.waarde is False


def geldt(uitkomst: Uitkomst) -> bool:
    """Of de vraag in dit geval wordt gesteld."""
    return not isinstance(uitkomst, NietVanToepassing | NietGeldig)


def alle(*uitkomsten: Uitkomst) -> bool | Mist | Nvt:
    """Ja als elk onderdeel ja is, nee zodra er een nee is."""
    tellend = [uitkomst for uitkomst in uitkomsten if geldt(uitkomst)]
    if any(is_nee(uitkomst) for uitkomst in tellend):
        return False
    return _anders(tellend, antwoord=True)


def een_van(*uitkomsten: Uitkomst) -> bool | Mist | Nvt:
    """Ja zodra er een ja is, nee als elk onderdeel nee is."""
    tellend = [uitkomst for uitkomst in uitkomsten if geldt(uitkomst)]
    if any(is_ja(uitkomst) for uitkomst in tellend):
        return True
    return _anders(tellend, antwoord=False)


def _anders(tellend: Iterable[Uitkomst], *, antwoord: bool) -> bool | Mist | Nvt:
    tellend = list(tellend)
    if not tellend:
        return nvt(NIETS_TE_WEGEN)
    ontbreekt = tuple(dict.fromkeys(_ontbrekend(tellend)))
    return mist(*ontbreekt) if ontbreekt else antwoord


def _ontbrekend(uitkomsten: Iterable[Uitkomst]) -> Iterator[str]:
    for uitkomst in uitkomsten:
        if isinstance(uitkomst, Onbekend):
            yield from uitkomst.ontbreekt


def samen(
    feit: str, *, geheel: bool | None, onderdelen: bool | Mist | Nvt, uitkomsten: Iterable[Uitkomst]
) -> bool | Mist:
    """Leg het oordeel over het geheel naast dat wat uit de onderdelen volgt.

    Zeggen zij iets anders, dan is het antwoord niet bekend: wie het geheel woog, moet het opnieuw wegen. Is over geen
    onderdeel iets bekend, dan is de vraag naar het geheel (`feit`) genoeg.
    """
    uitgewerkt = onderdelen if isinstance(onderdelen, bool) else None
    if geheel is not None and uitgewerkt is not None and geheel is not uitgewerkt:
        return mist(feit)
    if geheel is not None:
        return geheel
    if uitgewerkt is not None:
        return uitgewerkt
    is_begonnen = any(isinstance(uitkomst, Vastgesteld) for uitkomst in uitkomsten)
    return onderdelen if is_begonnen and isinstance(onderdelen, Mist) else mist(feit)
