"""Wat een feit is dat een norm mag vragen."""

from dataclasses import dataclass

WERKGEVER, WERKNEMER, BEDRIJFSARTS, ARBODIENST = "werkgever", "werknemer", "bedrijfsarts", "arbodienst"
CASEMANAGER, ARBEIDSDESKUNDIGE, UWV = "casemanager", "arbeidsdeskundige", "uwv"
PARTIJEN = (
    WERKGEVER,
    WERKNEMER,
    BEDRIJFSARTS,
    ARBODIENST,
    CASEMANAGER,
    ARBEIDSDESKUNDIGE,
    UWV,
    "leidinggevende",
    "procesbegeleider",
    "re-integratiebedrijf",
)

WAARDE = "waarde"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feitsoort:
    """Een feit dat een norm mag vragen: wat het is, hoe wij ernaar vragen en wie het kan geven.

    `onderdeel` is het enkelvoud van een meervoudig feit: een norm krijgt dan alle onderdelen als tuple en een
    uitwerking met `per` krijgt er steeds één. Zonder vastgelegde onderdelen is de tuple leeg: er is niets gebeurd.
    `op_uit` noemt het veld van de waarde (of `waarde` zelf) dat zegt vanaf welke dag het feit telt: zo'n feit is een
    gebeurtenis en de laatst vastgelegde versie geldt. Zonder `op_uit` is het feit een toestand die op elke dag een
    andere waarde kan krijgen. Twee soorten feiten worden afgeleid en niet zelf vastgelegd: `uit_stuk` neemt de dag van
    het eerste stuk van die soort in dit verzuim, `sinds` de dag waarop een ja-neefeit voor het laatst ja werd. Een
    `is_oordeel` is wat een mens vindt: het telt alleen met een motivering, en spreken twee gevers elkaar tegen, dan is
    er geen antwoord tot UWV er een geeft.
    """

    naam: str
    type: type
    vraag: str
    gevers: tuple[str, ...]
    onderdeel: str = ""
    op_uit: str = ""
    uit_stuk: str = ""
    sinds: str = ""
    is_oordeel: bool = False

    @property
    def is_meervoud(self) -> bool:
        """Of er meer van deze feiten naast elkaar kunnen bestaan."""
        return bool(self.onderdeel)

    @property
    def is_afgeleid(self) -> bool:
        """Of het feit uit andere feiten volgt en dus niet zelf wordt vastgelegd."""
        return bool(self.uit_stuk or self.sinds)
