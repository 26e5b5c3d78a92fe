"""Single sign-on: what the provider says about a person belongs to the question that this browser asked.

allauth compares `state` and uses PKCE. The number that goes with the question (`nonce`) comes back inside the signed
answer, so that an answer to somebody else's question is none here (OpenID Connect Core, 3.1.3.7).
"""

import secrets
from typing import Any
from urllib.parse import urlencode

from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare

NONCE = "eenmalig_nonce"  # in the session, until somebody is signed in


class MetNonce(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth ships no types
    """Refuses an answer without the number of this browser's question."""

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> Any:
        """Give who it is; raises PermissionDenied for an answer that does not belong to a question of this session."""
        if not kwargs["response"].get("id_token"):
            raise PermissionDenied
        return super().complete_login(request, app, token, **kwargs)

    def _fetch_user_info(self, access_token: str) -> dict[str, Any]:
        gevraagd: dict[str, Any] = super()._fetch_user_info(access_token)
        self._over_wie = gevraagd.get("sub")
        return gevraagd

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        gezegd: dict[str, Any] = super()._decode_id_token(app, id_token)
        verwacht = self.request.session.get(NONCE)
        if not verwacht or not constant_time_compare(str(gezegd.get("nonce", "")), verwacht):
            raise PermissionDenied
        # What was asked after it is not signed, and may be about somebody else (OpenID Connect Core, 5.3.2).
        if not gezegd.get("sub") or self._over_wie != gezegd["sub"]:
            raise PermissionDenied
        return gezegd


def vraag(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send somebody to the provider, with a number of this session; of the address nothing else goes along."""
    nonce = request.session.setdefault(NONCE, secrets.token_urlsafe(32))
    gevraagd = request.GET.copy()
    gevraagd["auth_params"] = urlencode({"nonce": nonce})
    request.GET = gevraagd  # type: ignore[assignment]  # a copy of it, with one more
    return _antwoord(OAuth2LoginView, request, provider_id)


def terug(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take what the provider says."""
    return _antwoord(OAuth2CallbackView, request, provider_id)


def _antwoord(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        antwoord: HttpResponse = view.adapter_view(MetNonce(request, provider_id))(request)
    except SocialApp.DoesNotExist as fout:
        raise Http404 from fout
    return antwoord
