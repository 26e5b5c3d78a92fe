"""Setting up an app for the second step: allauth's page, with what our gate needs to know."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from django.http import HttpResponse

from poortwijzer.accounts.tweede_stap import onthoud_stap


class AppInstellen(ActivateTOTPView):  # type: ignore[misc]  # allauth ships no types
    """Counts the code that sets up the app as the second step of this session.

    allauth tells that an app was added when the transaction commits, which may be after the session was saved.
    """

    def form_valid(self, form: Any) -> HttpResponse:
        """Set up the app, and go on."""
        antwoord: HttpResponse = super().form_valid(form)
        gebruiker = self.request.user
        onthoud_stap(self.request, gebruiker, Authenticator.objects.get(user=gebruiker, type=Authenticator.Type.TOTP))
        return antwoord


app_instellen = AppInstellen.as_view()
