"""The headers that every answer of the program has, whatever made it: a page, a file, a redirect or an error."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Nothing here uses a sensor, a camera or a payment. The passkey is ours alone.
_NERGENS = (
    "accelerometer",
    "autoplay",
    "bluetooth",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)
_HIER = ("publickey-credentials-create", "publickey-credentials-get")
PERMISSIONS_POLICY = ", ".join([*(f"{wat}=()" for wat in _NERGENS), *(f"{wat}=(self)" for wat in _HIER)])


class KoppenMiddleware:
    """Outermost of all: also what a later middleware answers, such as a static file or a refused host, passes here.

    What already has a header keeps it. Only an answer that says itself that it is public may be stored.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers."""
        antwoord = self.get_response(request)
        for kop, waarde in self._koppen(request).items():
            antwoord.headers.setdefault(kop, waarde)
        if getattr(request, "is_afgemeld", False):
            # The cookies go by themselves; this empties what the browser may still hold of the pages.
            antwoord.headers["Clear-Site-Data"] = '"cache", "storage"'
        if "public" not in antwoord.headers.get("Cache-Control", ""):
            antwoord.headers["Cache-Control"] = "no-store"
        return antwoord

    @staticmethod
    def _koppen(request: HttpRequest) -> dict[str, str]:
        koppen = {
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
            "Permissions-Policy": PERMISSIONS_POLICY,
            "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        if settings.SECURE_HSTS_SECONDS and request.is_secure():
            koppen["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains"
        return koppen
