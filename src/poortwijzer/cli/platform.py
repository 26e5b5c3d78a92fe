"""Starting Django, for the few commands that need the database."""

import os
from pathlib import Path

from poortnormen.omzetting import Veldfout
from poortwijzer.cli.fouten import Opdrachtfout

# In a checkout the same as `make run`, unless DJANGO_SETTINGS_MODULE says otherwise. What was installed as a package
# has no default: a command that quietly works on an empty demo would be taken for one on the real data.
STANDAARDINSTELLINGEN = "poortwijzer.config.settings.demo"
IS_CHECKOUT = (Path(__file__).resolve().parents[3] / "pyproject.toml").is_file()

DATABASE_KLOPT_NIET = Veldfout(
    "DATABASE_URL", "Staat de database klaar? make run brengt haar op orde; DATABASE_URL wijst een andere aan."
)
WELKE_INSTELLINGEN = Veldfout(
    "DJANGO_SETTINGS_MODULE", "Zet deze op poortwijzer.config.settings.productie, of op uw eigen instellingen."
)
KLUIS_IS_DICHT = Veldfout(
    "KLUIS_SLEUTELS",
    "De sleutel waarmee dossiers zijn beveiligd ontbreekt, of niet alle oude sleutels staan er nog bij.",
)


def met_platform() -> None:
    """Start Django with the settings of DJANGO_SETTINGS_MODULE.

    Raises:
        Opdrachtfout: when those settings cannot be used; it names what is missing.
    """
    if IS_CHECKOUT:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", STANDAARDINSTELLINGEN)
    elif not os.environ.get("DJANGO_SETTINGS_MODULE"):
        raise Opdrachtfout("Op welke installatie?", [WELKE_INSTELLINGEN])
    import django  # noqa: PLC0415  # only these commands need it, and it costs time
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415  # as above

    try:
        django.setup()
    except (ImproperlyConfigured, ImportError) as fout:
        raise Opdrachtfout(
            "De instellingen zijn niet te gebruiken.", [Veldfout("DJANGO_SETTINGS_MODULE", str(fout))]
        ) from fout
