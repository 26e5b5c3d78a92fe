"""What the provider of the tests says of some people in place of what it knows, as real ones do and bad ones could."""

from typing import Any

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from django.contrib.auth.models import User

NOOR = "noor@houtwerf.example"
# By the address with which somebody signs in at the provider. `na` holds only outside the signed answer.
ANDERS: dict[str, dict[str, Any]] = {
    "tekst.false@houtwerf.example": {"email_verified": "false"},
    "tekst.nul@houtwerf.example": {"email_verified": "0"},
    "tekst.ja@houtwerf.example": {"email_verified": "ja"},
    "getal.een@houtwerf.example": {"email_verified": 1},
    "lijst@houtwerf.example": {"email_verified": ["true"]},
    "tekst.true@houtwerf.example": {"email_verified": "True"},
    "opvolger@houtwerf.example": {"email": NOOR},  # another person, to whom the address was given again
    "wissel@houtwerf.example": {"na": {"sub": "een-ander", "email": NOOR}},
}


class Adapter(DefaultOIDCAdapter):  # type: ignore[misc]  # allauth ships no types
    """Says what stands above."""

    def get_claims(self, purpose: Any, user: User, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give what is said of `user`, in the signed answer or after it."""
        anders = dict(ANDERS.get(user.username, {}))
        na = anders.pop("na", {})
        gezegd: dict[str, Any] = super().get_claims(purpose, user, *args, **kwargs)
        return {**gezegd, **anders, **(na if purpose == "userinfo" else {})}
