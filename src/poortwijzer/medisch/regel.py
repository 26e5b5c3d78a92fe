"""What one row of the medical record says, and its form when it is stored."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MEESTE_TEKENS = 20_000


class Regelsoort(StrEnum):
    """What a row is about."""

    CONSULT = "consult"
    KLACHTEN = "klachten"
    BEHANDELING = "behandeling"
    MEDICATIE = "medicatie"
    PROGNOSE = "prognose"
    VERANTWOORDING = "verantwoording"
    CORRESPONDENTIE = "correspondentie"
    INGESTUURD = "ingestuurd"

    @property
    def label(self) -> Promise:
        """The kind on screens, translated when it is shown."""
        return _LABELS[self]


class Wijze(StrEnum):
    """How a consult was held."""

    SPREEKUUR = "spreekuur"
    TELEFONISCH = "telefonisch"
    VIDEO = "video"
    DOSSIERONDERZOEK = "dossieronderzoek"

    @property
    def label(self) -> Promise:
        """The way on screens, translated when it is shown."""
        return _WIJZEN[self]


class Overdrachtsgrond(StrEnum):
    """Why the record may go to another bedrijfsarts. Who objects keeps it where it is."""

    TOESTEMMING = "toestemming"
    GEEN_BEZWAAR = "geen_bezwaar"

    @property
    def label(self) -> Promise:
        """The ground on screens, translated when it is shown."""
        return _GRONDEN[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One row: about what, of which day, and the text. `van_wie` is the treating sector or who wrote a letter.

    `cas` is a code of the Dutch classification of complaints and causes for occupational health; free, not checked.
    """

    is_medisch: ClassVar[bool] = True  # the guard of texts lets it be

    soort: Regelsoort
    op: date
    tekst: str
    wijze: Wijze | None = None
    van_wie: str = ""
    cas: str = ""

    def als_json(self) -> dict[str, object]:
        """Give the row as it is sealed."""
        return {naam: deel for naam, deel in {**asdict(self), "op": self.op.isoformat()}.items() if deel}

    @classmethod
    def uit_json(cls, inhoud: Mapping[str, str]) -> "Regel":
        """Give back what `als_json` made."""
        return cls(
            soort=Regelsoort(inhoud["soort"]),
            op=date.fromisoformat(inhoud["op"]),
            tekst=inhoud["tekst"],
            wijze=Wijze(inhoud["wijze"]) if "wijze" in inhoud else None,
            van_wie=inhoud.get("van_wie", ""),
            cas=inhoud.get("cas", ""),
        )


_LABELS: Mapping[Regelsoort, Promise] = MappingProxyType(
    {
        Regelsoort.CONSULT: _("contact met de werknemer"),
        Regelsoort.KLACHTEN: _("klachten en diagnose"),
        Regelsoort.BEHANDELING: _("behandeling en behandelaar"),
        Regelsoort.MEDICATIE: _("medicijnen"),
        Regelsoort.PROGNOSE: _("verwachting"),
        Regelsoort.VERANTWOORDING: _("verantwoording voor het medisch deel van het verslag"),
        Regelsoort.CORRESPONDENTIE: _("ontvangen brief"),
        Regelsoort.INGESTUURD: _("gestuurd aan de bedrijfsarts"),
    }
)
_WIJZEN: Mapping[Wijze, Promise] = MappingProxyType(
    {
        Wijze.SPREEKUUR: _("op het spreekuur"),
        Wijze.TELEFONISCH: _("aan de telefoon"),
        Wijze.VIDEO: _("met beeldbellen"),
        Wijze.DOSSIERONDERZOEK: _("alleen het dossier gelezen"),
    }
)
_GRONDEN: Mapping[Overdrachtsgrond, Promise] = MappingProxyType(
    {
        Overdrachtsgrond.TOESTEMMING: _("de werknemer vindt het goed"),
        Overdrachtsgrond.GEEN_BEZWAAR: _("de werknemer weet ervan en had geen bezwaar"),
    }
)
