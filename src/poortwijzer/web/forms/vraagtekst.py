"""A question on a form, and what helps to answer it."""

from typing import NamedTuple

from django.utils.functional import Promise


class Vraagtekst(NamedTuple):
    """The question of one field, and a hint under it."""

    vraag: str | Promise
    hulp: str | Promise = ""
