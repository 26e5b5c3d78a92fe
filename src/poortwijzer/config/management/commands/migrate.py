"""`migrate`: Django's own, as the owner of the tables; and then the second lock."""

from contextlib import ExitStack
from typing import Any

from django.core.management.commands.migrate import Command as Migrate

from poortwijzer.slot.eigenaar import als_eigenaar
from poortwijzer.slot.regels import richt_in
from poortwijzer.slot.wie import werk


class Command(Migrate):
    """Migrates one database with the address of its owner, where there is one, and gives it its lock anew."""

    def check(self, *args: Any, **opties: Any) -> None:
        """Check the settings before it begins; the lock is not asked for yet, as it is made at the end."""
        with ExitStack() as eigenaren:
            for alias in opties.get("databases") or ():
                eigenaren.enter_context(als_eigenaar(alias))
            super().check(*args, **opties)

    def handle(self, *args: Any, **opties: Any) -> None:
        """Run Django's command, and make what `slot.tabellen` says true."""
        with als_eigenaar(opties["database"]), werk("migrate"):
            super().handle(*args, **opties)
        if not (opties["plan"] or opties["check_unapplied"]):
            richt_in(opties["database"])
