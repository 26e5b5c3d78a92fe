"""The only clock of the platform. The rule core has none: there the peildatum is an argument."""

from datetime import date, datetime

from django.utils import timezone


def nu() -> datetime:
    """Give this moment, in UTC and aware of it."""
    return timezone.now()


def vandaag() -> date:
    """Give today's date as it is in the Netherlands, also just after midnight when UTC is a day behind."""
    return timezone.localdate(timezone.now(), timezone.get_default_timezone())
