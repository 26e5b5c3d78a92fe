"""What may happen when a day passes, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortnormen.norm import Gevolg

GEVOLGEN: Mapping[Gevolg, Promise] = MappingProxyType(
    {
        Gevolg.LOONSANCTIE: _("Blijft dit liggen, dan kan het UWV de loondoorbetaling verlengen."),
        Gevolg.VERLIES_RECHT: _("Blijft dit liggen, dan kan een recht vervallen."),
        Gevolg.BOETE: _("Blijft dit liggen, dan kan het UWV een boete opleggen."),
        Gevolg.VERTRAGING: _("Blijft dit liggen, dan loopt het vervolg vertraging op."),
    }
)
