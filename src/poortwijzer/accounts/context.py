"""What every page knows about who looks at it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def wie(request: HttpRequest) -> dict[str, Any]:
    """Give `user`, `actor` (None for a visitor), `rolkeuzes` for the role switch, `is_demo`, and `eenmalig`.

    The last are the providers of single sign-on, by id and name.
    """
    return {
        "user": getattr(request, "user", None),
        "actor": getattr(request, "actor", None),
        "rolkeuzes": getattr(request, "rolkeuzes", ()),
        "is_demo": settings.POORTWIJZER_DEMO,
        "eenmalig": [(app["provider_id"], app["name"]) for app in settings.OIDC_APPS],
    }
