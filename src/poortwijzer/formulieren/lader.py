"""Reads the kinds from their TOML files, strictly: a file with a mistake is refused with every mistake named."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from poortnormen.feiten import FEITEN
from poortnormen.feiten.stukken import Stukdeel, Stuksoort
from poortwijzer.formulieren.soort import (
    ENKELVOUDIG,
    MET_GRENZEN,
    Kolom,
    Sectie,
    Soort,
    Tabeleis,
    Tabeleissoort,
    Veld,
    Veldtype,
    Voorwaarde,
)
from poortwijzer.toegang.doelen import GEZONDHEIDSDOELEN, OVER_GEZONDHEID, Gegevensklasse

# The type of answer that a fact of the core can be made from.
FEITTYPEN: Mapping[str, Veldtype] = {"bool": Veldtype.JA_NEE_ONBEKEND, "date": Veldtype.DATUM}


class Soortfout(ValueError):
    """A file of a kind cannot be used; `fouten` says per mistake where it stands and what to do."""

    def __init__(self, bestand: str, fouten: Collection[str]) -> None:
        """Hold the mistakes of one file."""
        self.fouten = tuple(fouten)
        super().__init__("\n".join(f"{bestand}: {fout}" for fout in self.fouten))


def laad(map_: Path, *, normen: Collection[str]) -> dict[tuple[str, int], Soort]:
    """Read all kinds of a folder, by name and form version; `normen` are the ids that exist.

    A section may be `{ uit = "plan_van_aanpak", naam = "activiteiten" }`: it is then that section of that kind. An
    earlier form (`proef.1.toml`) is whole in itself, so that it stays what it was.

    Raises:
        Soortfout: for the first file that is not right, with everything that is wrong in it.
    """
    ruw = {pad: _lees_toml(pad) for pad in sorted(map_.glob("*.toml"))}
    huidige = {str(inhoud.get("soort")): inhoud for pad, inhoud in ruw.items() if "." not in pad.stem}
    soorten: dict[tuple[str, int], Soort] = {}
    for pad, inhoud in ruw.items():
        soort = _maak(pad, _vul_aan(pad, inhoud, huidige if "." not in pad.stem else {}))
        if fouten := [*_bestandsnaam(pad, soort), *_fouten(soort, normen=normen, soorten=huidige)]:
            raise Soortfout(pad.name, fouten)
        soorten[soort.soort, soort.vormversie] = soort
    return soorten


def _lees_toml(pad: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(pad.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise Soortfout(pad.name, [f"this is not TOML: {fout}"]) from fout


def _vul_aan(pad: Path, inhoud: dict[str, Any], soorten: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Put the sections of other kinds in the place of the references to them."""
    secties = inhoud.get("secties")
    if not isinstance(secties, list):
        return inhoud
    return {**inhoud, "secties": [_sectie(pad, sectie, soorten) for sectie in secties]}


def _sectie(pad: Path, sectie: Any, soorten: Mapping[str, dict[str, Any]]) -> Any:
    if not isinstance(sectie, dict) or "uit" not in sectie:
        return sectie
    if set(sectie) != {"uit", "naam"}:
        raise Soortfout(pad.name, ["a section taken from another kind has `uit` and `naam`, nothing else"])
    for kandidaat in soorten.get(sectie["uit"], {}).get("secties", ()):
        if kandidaat.get("naam") == sectie["naam"] and "velden" in kandidaat:
            return kandidaat
    raise Soortfout(pad.name, [f"kind {sectie['uit']!r} has no section {sectie['naam']!r}"])


def _maak(pad: Path, inhoud: dict[str, Any]) -> Soort:
    try:
        return Soort.model_validate(inhoud)
    except ValidationError as fout:
        raise Soortfout(pad.name, list(_plaatsen(fout))) from fout


def _plaatsen(fout: ValidationError) -> Iterator[str]:
    """Give each mistake with its place; that a list is too short because its items are wrong is no news."""
    fouten = fout.errors()
    for deel in fouten:
        plaats = deel["loc"]
        if any(len(ander["loc"]) > len(plaats) and ander["loc"][: len(plaats)] == plaats for ander in fouten):
            continue
        melding = "unknown key; correct or remove it" if deel["type"] == "extra_forbidden" else deel["msg"]
        yield f"{'.'.join(map(str, plaats))}: {melding}"


def _bestandsnaam(pad: Path, soort: Soort) -> Iterator[str]:
    """The form in use is `soort.toml`; an earlier one, which frozen documents still need, is `soort.N.toml`."""
    if pad.stem not in {soort.soort, f"{soort.soort}.{soort.vormversie}"}:
        yield f"the file is called {pad.name} but holds {soort.soort!r}, form version {soort.vormversie}"


def _fouten(soort: Soort, *, normen: Collection[str], soorten: Collection[str]) -> Iterator[str]:
    velden = list(soort.velden())
    namen = [veld.naam for veld in velden]
    yield from (f"two fields are called {naam!r}" for naam in sorted({n for n in namen if namen.count(n) > 1}))
    yield from (f"norm {norm} does not exist in poortnormen" for norm in sorted(soort.alle_normen() - set(normen)))
    if soort.dag not in namen or soort.veld(soort.dag).type != Veldtype.DATUM:
        yield f"dag = {soort.dag!r} is not a field of type datum"
    if soort.volgende not in soorten:
        yield f"volgende = {soort.volgende!r} is not a kind"
    for veld in velden:
        yield from (f"field {veld.naam!r}: {fout}" for fout in _veldfouten(veld, soort))
    for sectie in soort.secties:
        yield from (f"section {sectie.naam!r}: {fout}" for fout in _sectiefouten(sectie, soort))
    yield from _feitfouten(soort)


def _veldfouten(veld: Veld, soort: Soort) -> Iterator[str]:
    yield from _kolomfouten(veld)
    is_tabel = veld.type == Veldtype.TABEL
    if bool(veld.kolommen) != is_tabel:
        yield "kolommen belong to type tabel, and a tabel has at least one"
    if bool(veld.rijnaam) != (veld.type in {Veldtype.TABEL, Veldtype.MOMENTEN}):
        yield "rijnaam says what one row of a tabel, or one of the momenten, is called; other types have none"
    if veld.waarschuwing_afdeling and veld.type != Veldtype.PERSOON:
        yield "waarschuwing_afdeling belongs to type persoon"
    for kolom in veld.kolommen:
        if kolom.type not in ENKELVOUDIG:
            yield f"column {kolom.naam!r}: a table cannot hold a {kolom.type}"
        yield from (f"column {kolom.naam!r}: {fout}" for fout in _kolomfouten(kolom))
    for tabeleis in veld.tabeleisen:
        yield from (f"tabeleis {tabeleis.sleutel!r}: {fout}" for fout in _tabeleisfouten(tabeleis, veld))
    if veld.waarschuwing and not veld.waarschuwing.als:
        yield "waarschuwing needs a condition (als); without one it is an eis"
    for eis in (veld.eis, veld.waarschuwing, *veld.tabeleisen):
        if eis and eis.als:
            yield from _voorwaardefouten(eis.als, soort)


def _tabeleisfouten(eis: Tabeleis, veld: Veld) -> Iterator[str]:
    kolommen = {kolom.naam for kolom in veld.kolommen}
    yield from (f"no column {naam!r}" for naam in (eis.kolom, eis.bij_kolom) if naam and naam not in kolommen)
    if bool(eis.waarden) != (eis.soort == Tabeleissoort.RIJ_MET):
        yield "waarden belong to rij_met, and it needs them"
    if (eis.bij_kolom is not None) != (eis.soort == Tabeleissoort.GEVULD_BIJ):
        yield "bij_kolom belongs to gevuld_bij, and it needs it"


def _kolomfouten(kolom: Kolom) -> Iterator[str]:
    if bool(kolom.keuzes) != (kolom.type == Veldtype.KEUZE):
        yield "keuzes belong to type keuze, and it needs them"
    if kolom.eenheid and kolom.type != Veldtype.GETAL:
        yield "eenheid belongs to type getal"
    if kolom.type == Veldtype.GETAL and not kolom.eenheid:
        yield "a getal needs an eenheid"
    if (kolom.minstens is not None or kolom.hoogstens is not None) and kolom.type not in MET_GRENZEN:
        yield "minstens and hoogstens belong to getal and percentage"


def _sectiefouten(sectie: Sectie, soort: Soort) -> Iterator[str]:
    yield from _verwerkingsfouten(sectie)
    namen = {veld.naam for veld in sectie.velden}
    for eis in sectie.groepseisen:
        yield from (f"groepseis {eis.sleutel!r}: no field {naam!r}" for naam in eis.velden if naam not in namen)
        if eis.als:
            yield from _voorwaardefouten(eis.als, soort)


def _verwerkingsfouten(sectie: Sectie) -> Iterator[str]:
    """A document is in the dossier of the employer: nothing medical, and about health only what the law allows."""
    vragen = [(veld.naam, veld.doel or sectie.doel, veld.klasse or sectie.klasse) for veld in sectie.velden]
    for naam, doel, klasse in vragen:
        if klasse is Gegevensklasse.MEDISCH:
            yield f"field {naam!r} is medical: it belongs to the medical record, not to a document of the dossier"
        elif klasse in OVER_GEZONDHEID and doel not in GEZONDHEIDSDOELEN:
            yield f"field {naam!r}: data about health are for claims or for re-integration, not for {doel}"


def _voorwaardefouten(als: Voorwaarde, soort: Soort) -> Iterator[str]:
    velden = {veld.naam: veld for veld in soort.velden()}
    veld = velden.get(als.veld)
    if veld is None:
        yield f"als: no field {als.veld!r}"
        return
    if veld.type == Veldtype.KEUZE:
        bekend = {keuze.waarde for keuze in veld.keuzes}
    elif veld.type == Veldtype.JA_NEE_ONBEKEND:
        bekend = {"ja", "nee", "onbekend"}
    else:
        yield f"als: {als.veld!r} is not a keuze or ja_nee_onbekend"
        return
    genoemd = (*als.waarden, *als.behalve)
    yield from (f"als: {als.veld!r} has no answer {waarde!r}" for waarde in genoemd if waarde not in bekend)


def _feitfouten(soort: Soort) -> Iterator[str]:
    velden = {veld.naam: veld for veld in soort.velden()}
    if soort.stuk.soort not in set(Stuksoort):
        yield f"stuk.soort = {soort.stuk.soort!r} is not a Stuksoort of poortnormen"
    stuk = soort.stuk
    yield from (f"stuk: no field {naam!r}" for naam in (stuk.visie_werkgever, stuk.visie_werknemer)
                if naam and naam not in velden)  # fmt: skip
    if stuk.evaluatiemomenten and getattr(velden.get(stuk.evaluatiemomenten), "type", None) != Veldtype.MOMENTEN:
        yield f"stuk.evaluatiemomenten: {stuk.evaluatiemomenten!r} is not a field of type momenten"
    eisen = {f"{veld.naam}.{eis.sleutel}" for veld in velden.values() for eis in veld.tabeleisen}
    eisen |= {f"{veld.naam}.persoon" for veld in velden.values() if veld.waarschuwing_afdeling}
    for deel, sleutels in stuk.delen.items():
        if deel not in set(Stukdeel):
            yield f"stuk.delen: {deel!r} is not a Stukdeel of poortnormen"
        yield from (f"stuk.delen.{deel}: no field and no demand {sleutel!r}" for sleutel in sleutels
                    if sleutel not in eisen and sleutel not in velden)  # fmt: skip
    for feit in soort.feiten:
        if feit.naam not in FEITEN:
            yield f"feiten: poortnormen has no fact {feit.naam!r}"
            continue
        if feit.op not in velden or velden[feit.op].type != Veldtype.DATUM:
            yield f"feiten: op = {feit.op!r} is not a field of type datum"
        verwacht = FEITTYPEN.get(FEITEN[feit.naam].type.__name__)
        if feit.veld not in velden or velden[feit.veld].type != verwacht:
            yield f"feiten: {feit.naam} needs a field of type {verwacht}; {feit.veld!r} is not one"
