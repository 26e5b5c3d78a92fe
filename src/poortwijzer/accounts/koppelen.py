"""Single sign-on: which account at the provider is whose here. It is settled after the second step, and once."""

from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest

from poortwijzer.accounts.actor import eerste_actor
from poortwijzer.accounts.logregel import record_aanmelding
from poortwijzer.accounts.models import Gebruiker
from poortwijzer.accounts.tasks import verstuur_melding
from poortwijzer.accounts.tweede_stap import heeft_tweede_stap_gezet

AANBIEDER_KOPPELEN = "aanbieder_koppelen"
WACHT = "eenmalig_koppelen"  # in the session: which account at the provider waits for the second step


def is_gekoppeld(gebruiker: Gebruiker, provider: str) -> bool:
    """Tell whether this person has an account at the provider already; there is no second one beside it."""
    return bool(SocialAccount.objects.filter(user=gebruiker, provider=provider).exists())


def onthoud_koppeling(request: HttpRequest, sociallogin: SocialLogin) -> None:
    """Let the account with which somebody just came in wait for the second step; one that is known already does not."""
    if sociallogin.account.pk is None:
        account = sociallogin.account
        request.session[WACHT] = [str(sociallogin.user.pk), account.provider, account.uid]


@transaction.atomic
def koppel(request: HttpRequest, gebruiker: Gebruiker) -> None:
    """Link what waits in this session, when the second step was taken in it.

    Nothing is linked when that person, or that account at the provider, was linked in the meantime.
    """
    van_wie, provider, uid = request.session.get(WACHT) or (None, "", "")
    if van_wie != str(gebruiker.pk) or not heeft_tweede_stap_gezet(request):
        return
    del request.session[WACHT]
    is_open = Gebruiker.objects.select_for_update().filter(pk=gebruiker.pk, is_active=True).exists()
    bezet = SocialAccount.objects.filter(Q(user=gebruiker) | Q(uid=uid), provider=provider)
    if not is_open or bezet.exists():
        return
    SocialAccount.objects.create(user=gebruiker, provider=provider, uid=uid)
    record_aanmelding(handeling=AANBIEDER_KOPPELEN, actor=eerste_actor(gebruiker))
    verstuur_melding.enqueue(gebruiker_id=str(gebruiker.pk), soort="account_connected")
