"""What data may be used for, what kind of data it is, and on which ground: the words of the register of processing."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Doel(StrEnum):
    """What data may be used for. The first two are those of the law for health data."""

    AANSPRAKEN = "aanspraken"
    RE_INTEGRATIE = "re_integratie"
    VERANTWOORDING = "verantwoording"

    @property
    def label(self) -> Promise:
        """The purpose on screens, translated when it is shown."""
        return _DOELEN[self]


class Gegevensklasse(StrEnum):
    """What kind of data it is."""

    PERSOON = "persoon"
    FUNCTIONEEL = "functioneel"
    LOON = "loon"
    MEDISCH = "medisch"
    TOEGANG = "toegang"

    @property
    def label(self) -> Promise:
        """The class on screens, translated when it is shown."""
        return _KLASSEN[self]


class Grondslag(StrEnum):
    """On which ground of article 6 of the AVG a processing rests. The value is the letter of the first paragraph."""

    TOESTEMMING = "a"
    OVEREENKOMST = "b"
    WETTELIJKE_PLICHT = "c"
    GERECHTVAARDIGD_BELANG = "f"

    @property
    def label(self) -> Promise:
        """The ground on screens, translated when it is shown."""
        return _GRONDSLAGEN[self]


class Uitzondering(StrEnum):
    """Why the ban of article 9 of the AVG on health data does not hold: the letter of its second paragraph."""

    TOESTEMMING = "a"
    ARBEIDSRECHT = "b"
    BEDRIJFSARTS = "h"

    @property
    def label(self) -> Promise:
        """The exception on screens, translated when it is shown."""
        return _UITZONDERINGEN[self]


GEZONDHEIDSDOELEN = frozenset({Doel.AANSPRAKEN, Doel.RE_INTEGRATIE})
OVER_GEZONDHEID = frozenset({Gegevensklasse.FUNCTIONEEL, Gegevensklasse.LOON, Gegevensklasse.MEDISCH})

_DOELEN: Mapping[Doel, Promise] = MappingProxyType(
    {
        Doel.AANSPRAKEN: _("loon, uitkering en andere aanspraken die van de gezondheid afhangen (a)"),
        Doel.RE_INTEGRATIE: _("re-integratie en begeleiding bij ziekte (b)"),
        Doel.VERANTWOORDING: _("verantwoording en beveiliging"),
    }
)
_GRONDSLAGEN: Mapping[Grondslag, Promise] = MappingProxyType(
    {
        Grondslag.TOESTEMMING: _("AVG, artikel 6, eerste lid, onder a: toestemming"),
        Grondslag.OVEREENKOMST: _("AVG, artikel 6, eerste lid, onder b: de arbeidsovereenkomst uitvoeren"),
        Grondslag.WETTELIJKE_PLICHT: _("AVG, artikel 6, eerste lid, onder c: een wet verplicht ertoe"),
        Grondslag.GERECHTVAARDIGD_BELANG: _(
            "AVG, artikel 6, eerste lid, onder f: een gerechtvaardigd belang, namelijk weten wie toegang heeft"
        ),
    }
)
_UITZONDERINGEN: Mapping[Uitzondering, Promise] = MappingProxyType(
    {
        Uitzondering.TOESTEMMING: _("AVG, artikel 9, tweede lid, onder a: uitdrukkelijke toestemming"),
        Uitzondering.ARBEIDSRECHT: _(
            "AVG, artikel 9, tweede lid, onder b: plichten uit arbeidsrecht en sociale zekerheid"
        ),
        Uitzondering.BEDRIJFSARTS: _("AVG, artikel 9, tweede lid, onder h: de arts beoordeelt of iemand kan werken"),
    }
)
_KLASSEN: Mapping[Gegevensklasse, Promise] = MappingProxyType(
    {
        Gegevensklasse.PERSOON: _("wie iemand is"),
        Gegevensklasse.FUNCTIONEEL: _("werk en mogelijkheden"),
        Gegevensklasse.LOON: _("loon en uitkering"),
        Gegevensklasse.MEDISCH: _("medisch"),
        Gegevensklasse.TOEGANG: _("toegang en logboek"),
    }
)
