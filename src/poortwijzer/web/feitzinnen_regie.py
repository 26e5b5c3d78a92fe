"""Sentences for facts about taking charge: after a sanction, between the parties, money, and help from outside."""

from collections.abc import Mapping
from types import MappingProxyType

from poortwijzer.web.zinsdeel import Zinsdeel


def _(tekst: str) -> str:
    """Mark a text for the translators; it is looked up when it is shown."""
    return tekst


REGIE: Mapping[str, tuple[Zinsdeel, ...]] = MappingProxyType(
    {
        "herstelstappen": (
            Zinsdeel("gedaan_op", _("gedaan op %(waarde)s")),
            Zinsdeel("wat", ": %(waarde)s"),
            Zinsdeel("grond", _("voor: %(waarde)s")),
            Zinsdeel("bewijs", _("bewijs: %(waarde)s")),
            Zinsdeel("is_hiermee_hersteld", _("hiermee is het hersteld"), nee=_("hiermee is het nog niet hersteld")),
        ),
        "informatieverzoeken": (
            Zinsdeel("gevraagd_op", _("vraag van %(waarde)s")),
            Zinsdeel("aan", _(" aan de %(waarde)s")),
            Zinsdeel("wat", ": %(waarde)s"),
            Zinsdeel("uiterlijk_op", _("uiterlijk %(waarde)s"), leeg=_("zonder laatste dag")),
        ),
        "informatieantwoorden": (
            Zinsdeel("gegeven_op", _("antwoord van %(waarde)s")),
            Zinsdeel("door", _(" door de %(waarde)s")),
            Zinsdeel("vraag_van", _("op de vraag van %(waarde)s")),
        ),
    }
)
