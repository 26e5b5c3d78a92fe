"""Elk antwoord proberen: wat er uit een norm komt bij elk antwoord op de ene vraag waar haar argumenten op wachten.

Zo is van elke termijn te zien hoe zij uitvalt, ook als een feit nog ontbreekt.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date

from poortnormen.uitkomst import FeitOntbreekt, Mist, Nvt, Onbekend, Tot, WaardeOntbreekt, eerste_van


def bij_elk_antwoord(
    functie: Callable[..., object],
    gegevens: Mapping[str, object],
    open_: Mapping[str, Onbekend | None],
    verplicht: Collection[str],
) -> Mist:
    """Wat de functie geeft bij elk antwoord op de ene vraag waar alles op wacht, en tot wanneer dat zo blijft.

    `open_` heeft per argument dat ontbreekt de uitkomst die het onbekend laat, of niets als het een feit is;
    `verplicht` noemt de argumenten zonder welke de functie niet geldt. Wachten de argumenten op verschillende vragen,
    dan is er niets te proberen.
    """
    gevonden: list[tuple[str, object]] = []
    geldt_niet: list[str] = []
    houdbaar_tot: date | None = None
    werkt_door = True
    for antwoord, ingevuld in _antwoorden(open_):
        if any(waarde is None and naam in verplicht for naam, waarde in ingevuld.items()):
            geldt_niet.append(antwoord)
            continue
        try:
            uitkomst = functie(**{**gegevens, **ingevuld})
        except (FeitOntbreekt, WaardeOntbreekt):
            werkt_door = False
            continue
        match uitkomst:
            case Nvt():
                geldt_niet.append(antwoord)
            case Mist():
                gevonden += [(_samen(antwoord, dieper), waarde) for dieper, waarde in uitkomst.mogelijk]
                werkt_door = werkt_door and uitkomst.werkt_door
            case Tot():
                gevonden.append((antwoord, uitkomst.waarde))
            case _:
                gevonden.append((antwoord, uitkomst))
        if isinstance(uitkomst, Tot | Mist | Nvt):
            houdbaar_tot = eerste_van(houdbaar_tot, uitkomst.houdbaar_tot)
    werkt_door = werkt_door and bool(gevonden or geldt_niet)
    return Mist((), tuple(gevonden), houdbaar_tot, werkt_door, tuple(geldt_niet))


def _antwoorden(open_: Mapping[str, Onbekend | None]) -> Iterator[tuple[str, dict[str, object]]]:
    """De antwoorden met wat zij in de argumenten invullen, als alles wat ontbreekt op dezelfde vraag wacht."""
    vragen = [uitkomst for uitkomst in open_.values() if uitkomst is not None]
    if not vragen or len(vragen) < len(open_):
        return
    per_vraag = [{**dict(vraag.mogelijk), **dict.fromkeys(vraag.geldt_niet_bij)} for vraag in vragen]
    antwoorden = per_vraag[0]
    if any(
        v.ontbreekt != vragen[0].ontbreekt or set(p) != set(antwoorden) for v, p in zip(vragen, per_vraag, strict=True)
    ):
        return
    for antwoord in antwoorden:
        yield antwoord, {naam: waarden[antwoord] for naam, waarden in zip(open_, per_vraag, strict=True)}


def _samen(antwoord: str, dieper: str) -> str:
    return antwoord if antwoord == dieper else f"{antwoord}, {dieper}"
