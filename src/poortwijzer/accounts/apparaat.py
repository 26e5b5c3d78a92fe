"""What browser somebody uses, in words: for the list of one's own sessions."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

# In this order: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMEN = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def apparaat_van(request: HttpRequest) -> str:
    """Give the browser and system of this request, such as `Firefox op Windows`; nothing finer than that is kept."""
    kop = request.headers.get("User-Agent", "")
    browser = _eerste(kop, _BROWSERS)
    systeem = _eerste(kop, _SYSTEMEN)
    if browser and systeem:
        return _("%(browser)s op %(systeem)s") % {"browser": browser, "systeem": systeem}
    return browser or systeem or _("onbekend apparaat")


def _eerste(kop: str, soorten: tuple[tuple[str, str], ...]) -> str:
    return next((naam for teken, naam in soorten if teken in kop), "")
