"""The WSGI entry point for granian or any other WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "poortwijzer.config.settings.productie")

application = get_wsgi_application()

from poortwijzer.slot.controle import weiger_zonder_slot  # noqa: E402  # after the settings are known

weiger_zonder_slot()
