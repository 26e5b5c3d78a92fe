"""Merken de gouden gevallen een fout in een tak? Elke vergelijking en elke voorwaarde van de regels is eens anders."""

import random
from collections import defaultdict
from collections.abc import Mapping

import pytest
from mutantenjacht import Mutant, aantekeningen, jaag, mutanten, onbesproken, wordt_gezien

STEEKPROEF = 60
MUTANTEN: Mapping[str, Mutant] = {mutant.naam: mutant for mutant in mutanten()}


def _per_functie() -> dict[str, list[Mutant]]:
    per_functie: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in MUTANTEN.values():
        per_functie[mutant.naam.split(":")[0]].append(mutant)
    return per_functie


PER_FUNCTIE = _per_functie()


def test_elke_functie_met_een_tak_hoort_bij_een_norm() -> None:
    assert [mutant.naam for mutant in MUTANTEN.values() if not mutant.normen] == []


def test_een_mutant_is_echt_anders_en_gaat_weer_weg() -> None:
    naam = "wia.regels.aanvraag.eerste_wia_dag: grens <= dag => True"
    heel = MUTANTEN[naam].functie.__code__

    assert wordt_gezien(MUTANTEN[naam])
    assert MUTANTEN[naam].functie.__code__ is heel


def test_elke_aantekening_gaat_over_een_mutant_die_er_is() -> None:
    for soort, redenen in aantekeningen().items():
        assert set(redenen) <= set(MUTANTEN), f"[{soort}] noemt een mutant die er niet meer is"
        assert all(len(reden) > 10 for reden in redenen.values()), f"[{soort}] heeft een reden nodig"


def test_een_steekproef_van_de_mutanten_wordt_gezien() -> None:
    bekend = {naam for redenen in aantekeningen().values() for naam in redenen}
    keuze = random.Random(20250101).sample(sorted(set(MUTANTEN) - bekend), STEEKPROEF)  # noqa: S311  # vast, niet geheim

    telling = jaag(MUTANTEN[naam] for naam in keuze)

    assert telling.overlevers == []
    assert len(telling.gedood) == STEEKPROEF


@pytest.mark.traag
@pytest.mark.parametrize("functie", list(PER_FUNCTIE))
def test_elke_mutant_wordt_gezien_of_is_besproken(functie: str) -> None:
    telling = jaag(PER_FUNCTIE[functie])

    assert onbesproken(telling) == [], "schrijf een geval aan deze kant van de grens, of zeg waarom het niet kan"
    gezien = {naam for redenen in aantekeningen().values() for naam in redenen} & set(telling.gedood)
    assert not gezien, "deze aantekening kan weg: een geval ziet de mutant"
