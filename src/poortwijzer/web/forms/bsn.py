"""A burgerservicenummer in a form: no page of this program may take it (AVG-AP-6)."""

from django import forms
from django.utils.translation import gettext as _

from poortwijzer.lib.bsn import zoek_bsn


def weiger_bsn(form: forms.Form) -> bool:
    """Put an error with every field that has a number that may be a burgerservicenummer; tell whether there is one.

    One in eleven other numbers of nine digits looks the same; a sign between the digits says that it is something else.
    """
    velden = [naam for naam, waarde in form.cleaned_data.items() if isinstance(waarde, str) and zoek_bsn(waarde)]
    for naam in velden:
        form.add_error(
            naam,
            _(
                "Hier staat een getal dat een burgerservicenummer kan zijn. Dat mag hier niet staan: haal het weg. "
                "Is het een ander nummer? Zet er dan een streepje of letter in."
            ),
        )
    return bool(velden)
