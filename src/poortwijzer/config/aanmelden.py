"""What sign-in may do here: nobody makes an account for himself; an organisation invites its people."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Closes the sign-up pages of allauth."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Answer no, for every request: accounts come from invitations."""
        del request
        return False
