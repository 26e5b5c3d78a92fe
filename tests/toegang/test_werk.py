"""Jobs and commands work without a person in a role: each has a line that says what it may read and who sees it."""

import pkgutil
from importlib import import_module, resources

import pytest
from django.apps import apps
from django.core.management import get_commands
from django_tasks.base import Task

from poortwijzer.cli.hoofd import OPDRACHTEN as CLI
from poortwijzer.toegang.delen import STUKKEN, Deel
from poortwijzer.toegang.werk import OPDRACHTEN, TAKEN, Uitkomst


def eigen_taken() -> set[str]:
    """Give every task of our apps, as the queue names them."""
    pakket = import_module("poortwijzer")
    modules = [m.name for m in pkgutil.walk_packages(pakket.__path__, "poortwijzer.") if m.name.endswith(".tasks")]
    return {
        waarde.module_path
        for module in map(import_module, modules)
        for waarde in vars(module).values()
        if isinstance(waarde, Task) and waarde.module_path.startswith(f"{module.__name__}.")
    }


def eigen_opdrachten() -> set[str]:
    """Give every command of our apps and of the command line."""
    eigen = {app.name for app in apps.get_app_configs() if app.name.startswith("poortwijzer.")}
    beheer = {naam for naam, app in get_commands().items() if app in eigen}
    return beheer | {f"poortwijzer {naam}" for naam in CLI}


def test_elke_taak_van_de_wachtrij_heeft_een_regel_en_elke_regel_een_taak():
    assert eigen_taken() == set(TAKEN)


def test_elke_opdracht_heeft_een_regel_en_elke_regel_een_opdracht():
    assert eigen_opdrachten() == set(OPDRACHTEN)


@pytest.mark.parametrize("naam", [*TAKEN, *OPDRACHTEN])
def test_wat_een_dossier_leest_laat_daar_alleen_tellingen_of_nummers_van_zien(naam: str):
    regel = {**TAKEN, **OPDRACHTEN}[naam]
    if regel.leest:
        assert regel.uitkomst in {Uitkomst.TELLINGEN, Uitkomst.NUMMERS, Uitkomst.NIEMAND}
    assert not regel.leest & {*STUKKEN, Deel.GASTANTWOORDEN}, "no job reads what people wrote"


def test_taken_staan_alleen_in_modules_die_zo_heten():
    """Else a job could hide where nobody looks for it."""
    for bestand in resources.files("poortwijzer").rglob("*.py"):  # type: ignore[attr-defined]  # a Path in this checkout
        tekst = bestand.read_text(encoding="utf-8")
        assert bestand.name in {"tasks.py", "rooster.py"} or "@task(" not in tekst, bestand
