"""What a person sent: from the names in a posted form back to the fields of a kind."""

import re
from collections.abc import Mapping

from poortwijzer.formulieren.soort import MEESTE_RIJEN, Soort, Veld, Veldtype
from poortwijzer.formulieren.velden import KNOP_ERBIJ, KNOP_WEG


def wijzigingen_uit(soort: Soort, gestuurd: Mapping[str, str]) -> dict[str, object]:
    """Give what was typed, per field that was in the form; "rij weghalen" takes its row out.

    Also fields of another party come along, when somebody sends them: `bewaar_concept` refuses and reports those.
    """
    gevonden = {veld.naam: _getypt(veld, gestuurd) for veld in soort.velden()}
    return {naam: getypt for naam, getypt in gevonden.items() if getypt is not None}


def rijen_na(soort: Soort, gestuurd: Mapping[str, str]) -> dict[str, int]:
    """Give how many rows each table shows after this was sent: one more after "rij toevoegen"."""
    aantallen = {veld.naam: _aantal(veld, gestuurd) for veld in soort.velden() if veld.rijnaam}
    erbij = gestuurd.get(KNOP_ERBIJ, "")
    if erbij in aantallen:
        aantallen[erbij] = min(aantallen[erbij] + 1, MEESTE_RIJEN)
    return {naam: aantal for naam, aantal in aantallen.items() if aantal}


def _getypt(veld: Veld, gestuurd: Mapping[str, str]) -> object:
    match veld.type:
        case Veldtype.TABEL | Veldtype.MOMENTEN:
            aantal = _aantal(veld, gestuurd)
            weg = _weg(veld, gestuurd)
            rijen = [_rij(veld, nummer, gestuurd) for nummer in range(aantal) if nummer != weg]
            return rijen if aantal else None
        case Veldtype.STANDPUNT:
            namen = {deel: f"{veld.naam}-{deel}" for deel in ("standpunt", "woorden")}
            # Radio buttons without a choice send nothing; the words always come along.
            if namen["woorden"] not in gestuurd and namen["standpunt"] not in gestuurd:
                return None
            return {deel: gestuurd.get(naam, "") for deel, naam in namen.items()}
        case Veldtype.JA_NEE_ONBEKEND | Veldtype.KEUZE if veld.naam not in gestuurd:
            return None
    return gestuurd.get(veld.naam)


def _rij(veld: Veld, nummer: int, gestuurd: Mapping[str, str]) -> object:
    if veld.type == Veldtype.MOMENTEN:
        return gestuurd.get(f"{veld.naam}-{nummer}", "")
    return {kolom.naam: gestuurd.get(f"{veld.naam}-{nummer}-{kolom.naam}", "") for kolom in veld.kolommen}


def _aantal(veld: Veld, gestuurd: Mapping[str, str]) -> int:
    nummers = re.compile(rf"{veld.naam}-(\d{{1,3}})(?:-|$)")
    gevonden = [int(treffer[1]) for naam in gestuurd if (treffer := nummers.match(naam))]
    return min(max(gevonden, default=-1) + 1, MEESTE_RIJEN)


def _weg(veld: Veld, gestuurd: Mapping[str, str]) -> int | None:
    naam, _, nummer = gestuurd.get(KNOP_WEG, "").rpartition("-")
    return int(nummer) if naam == veld.naam and nummer.isdigit() else None
