"""The tasks that a bedrijfsarts can leave to somebody else; what each opens stands in `beleid.DELEGEERBAAR`."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Deeltaak(StrEnum):
    """One task. Its value is what is stored; `label` is what people read."""

    DOSSIER_BIJHOUDEN = "dossier_bijhouden"
    INFORMATIE_OPVRAGEN = "informatie_opvragen"
    CONCEPT_OPSTELLEN = "concept_opstellen"

    @property
    def label(self) -> Promise:
        """The task on screens, translated when it is shown."""
        return _LABELS[self]


_LABELS: Mapping[Deeltaak, Promise] = MappingProxyType(
    {
        Deeltaak.DOSSIER_BIJHOUDEN: _("het medisch dossier bijhouden"),
        Deeltaak.INFORMATIE_OPVRAGEN: _("informatie opvragen bij een behandelaar"),
        Deeltaak.CONCEPT_OPSTELLEN: _("een concept van een probleemanalyse, terugkoppeling of oordeel schrijven"),
    }
)
