"""Every field that can hold something of a dossier has a canary in the matrix, or a reason why it has none."""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models
from tabellen import MAP, lees_zichtbaar

VELDEN = MAP / "velden.tsv"
# What is about a dossier without naming it.
_BIJ_EEN_DOSSIER = frozenset({"dossiers.Werknemer", "dossiers.Dossier", "formulieren.Standpunt", "formulieren.Klad"})


def verklaard(bestand: Path = VELDEN) -> dict[str, tuple[str, str]]:
    _kop, *regels = bestand.read_text(encoding="utf-8").splitlines()
    return {veld: (soort, wat) for veld, soort, wat in (regel.split("\t") for regel in regels)}


def inhoudsvelden() -> Iterator[str]:
    """Give every field of our own tables that holds a value and whose row is about a dossier."""
    for model in apps.get_models():
        if not model.__module__.startswith("poortwijzer."):
            continue
        velden = [veld for veld in model._meta.concrete_fields if not veld.primary_key]
        if not {"dossier", "dossier_id"} & {veld.name for veld in velden} and model._meta.label not in _BIJ_EEN_DOSSIER:
            continue
        yield from (f"{model._meta.label}.{veld.name}" for veld in velden if not isinstance(veld, models.ForeignKey))


def test_elk_veld_met_dossierinhoud_heeft_een_kanarie_of_een_reden():
    assert set(inhoudsvelden()) <= set(verklaard()), "say in tests/toegang/verwacht/velden.tsv which, or why not"


def test_elke_genoemde_kanarie_wordt_door_iemand_gezien():
    """A canary that nobody ever sees finds no leak either."""
    gezien = set(lees_zichtbaar())
    for veld, (soort, wat) in verklaard().items():
        assert soort in {"kanarie", "geen"}, veld
        assert wat, veld
        if soort == "kanarie":
            assert any(naam.startswith(wat) for naam in gezien), veld
