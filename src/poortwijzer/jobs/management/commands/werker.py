"""`werker`: do the background work. Start it beside the server, on as many machines as wanted."""

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from poortwijzer.jobs.werker import DOOD_NA, HARTSLAG, Werker
from poortwijzer.slot.controle import weiger_zonder_slot


class Command(BaseCommand):
    """Runs a worker until it is told to stop (SIGTERM or Ctrl-C); it ends the job it is doing first."""

    help = "Do the background work of this installation."
    requires_system_checks = ()  # they look at addresses and templates, which a worker has none of

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the pace of looking and beating; the defaults fit an installation."""
        parser.add_argument("--batch", action="store_true", help="stop when there is no work left")
        parser.add_argument("--interval", type=float, default=1.0, help="seconds between looking for work")
        parser.add_argument("--hartslag", type=float, default=HARTSLAG, help="seconds between two heartbeats")
        parser.add_argument(
            "--dood-na", type=float, default=DOOD_NA, help="seconds without heartbeat before a worker is dead"
        )

    def handle(self, *_args: Any, **opties: Any) -> None:
        """Run one worker in this process."""
        weiger_zonder_slot()
        # It calls every stop a warning; what fails in a job is told by django_tasks.
        logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
        werker = Werker(
            interval=opties["interval"],
            batch=opties["batch"],
            hartslag=opties["hartslag"],
            dood_na=opties["dood_na"],
        )
        werker.configure_signals()
        werker.run()
