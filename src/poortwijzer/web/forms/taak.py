"""What somebody adds to a task."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from poortwijzer.lib.formulier import Formulier
from poortwijzer.web.forms.velden import Dag, Tekstvak


class UitstelForm(Formulier):
    """Put a task off until a day, or only write something with it."""

    ontbreekt: ClassVar = {
        "reden": _("Schrijf uw reden of notitie op."),
    }

    reden = Tekstvak(_("Reden of notitie"), hoogstens=1000, rijen=3)
    tot = Dag(
        _("Uitstellen tot (mag leeg)"),
        hulp=_("Tot die dag staat de taak niet in uw lijst. De uiterste dag uit de wet schuift niet mee."),
        required=False,
    )
