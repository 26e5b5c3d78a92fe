"""`laad_demo`: fill the demo."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from poortwijzer.accounts import demo as accounts_demo
from poortwijzer.dossiers import demo as dossiers_demo
from poortwijzer.medisch import demo as medisch_demo
from poortwijzer.slot.wie import werk


class Command(BaseCommand):
    """Loads the invented people and dossiers of the demo and prints who can sign in.

    Run again, it keeps what is there and adds only what is new.
    """

    help = "Load the demo data; what is there already stays."

    def handle(self, *_args: Any, **_opties: Any) -> None:
        """Load people first, then the dossiers that name them.

        Raises CommandError outside the demo, and where the example dossiers are not at hand.
        """
        if not settings.POORTWIJZER_DEMO:
            raise CommandError("This is no demo installation: POORTWIJZER_DEMO is off.")
        if not any(settings.POORTWIJZER_VOORBEELDEN.glob("*.json")):
            raise CommandError(
                f"No examples in {settings.POORTWIJZER_VOORBEELDEN}: the demo is loaded from a checkout of the project."
            )
        with werk("laad_demo"):
            personen = accounts_demo.laad()
            dossiers_demo.laad()
            medisch_demo.laad()
        self.stdout.write("Sign in with one click on the first page, as one of these invented people:\n")
        breedte = max(len(str(persoon.rol.label)) for persoon in personen)
        for persoon in personen:
            self.stdout.write(f"  {persoon.rol.label!s:<{breedte}}  {persoon.naam}")
