"""Start-up guard: an installation with contradictory settings does not come up."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.core.exceptions import ImproperlyConfigured

from poortwijzer.config.controles import controleer_demo, controleer_duurzaamheid
from poortwijzer.config.veilig import controleer_productie, waarschuw_productie


class ConfigConfig(AppConfig):
    """Runs the guard on every start, also where Django runs no system checks (the WSGI server)."""

    name = "poortwijzer.config"

    def ready(self) -> None:
        """Register the system check, and refuse to start when it finds an error.

        Raises:
            ImproperlyConfigured: demo mode is on in an environment that may not have it, or a database may lose what
                it confirmed, or production misses what makes it safe.
        """
        from poortwijzer import audit  # noqa: PLC0415  # after the settings are known
        from poortwijzer.config import letters  # noqa: F401, PLC0415  # its receiver is what it is for
        from poortwijzer.toegang.versie import beleidsversie  # noqa: PLC0415  # as above

        audit.gebruik_profiel(beleidsversie())
        register(controleer_demo, Tags.security)
        register(controleer_duurzaamheid, Tags.database)
        register(controleer_productie, Tags.security)
        register(waarschuw_productie, Tags.security)
        fouten = [*controleer_demo(), *controleer_duurzaamheid(), *controleer_productie()]
        if fouten:
            raise ImproperlyConfigured(" ".join(f"{fout.msg} {fout.hint}" for fout in fouten))
