"""The only clock of the platform. The rule core has none: there the peildatum is an argument.

It needs no settings, so that the command line can ask the day without starting Django.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def nu() -> datetime:
    """Give this moment, in UTC and aware of it."""
    return datetime.now(UTC)


def vandaag() -> date:
    """Give today's date as it is in the Netherlands, also just after midnight when UTC is a day behind."""
    return nu().astimezone(NEDERLAND).date()


def begin_van(dag: date) -> datetime:
    """Give the moment at which this day begins in the Netherlands."""
    return datetime.combine(dag, time.min, tzinfo=NEDERLAND)
