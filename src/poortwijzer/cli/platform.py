"""Starting Django, for the few commands that need the database."""

import os

from poortnormen.omzetting import Veldfout
from poortwijzer.cli.fouten import Invoerfout

# The same as `make run`, unless DJANGO_SETTINGS_MODULE says otherwise.
STANDAARDINSTELLINGEN = "poortwijzer.config.settings.demo"

DATABASE_KLOPT_NIET = Veldfout(
    "DATABASE_URL", "Staat de database klaar? make run brengt haar op orde; DATABASE_URL wijst een andere aan."
)
KLUIS_IS_DICHT = Veldfout(
    "KLUIS_SLEUTELS",
    "De sleutel waarmee dossiers zijn beveiligd ontbreekt, of niet alle oude sleutels staan er nog bij.",
)


def met_platform() -> None:
    """Start Django with the settings of DJANGO_SETTINGS_MODULE.

    Raises:
        Invoerfout: when those settings cannot be used; it names what is missing.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", STANDAARDINSTELLINGEN)
    import django  # noqa: PLC0415  # only these commands need it, and it costs time
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415  # as above

    try:
        django.setup()
    except (ImproperlyConfigured, ImportError) as fout:
        raise Invoerfout(
            "De instellingen zijn niet te gebruiken.", [Veldfout("DJANGO_SETTINGS_MODULE", str(fout))]
        ) from fout
