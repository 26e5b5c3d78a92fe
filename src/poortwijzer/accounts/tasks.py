"""Work for the queue: mail about one's own account, and throwing away what ran out."""

from uuid import UUID

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import task

from poortwijzer.accounts.geheugen import ruim_geheugen_op
from poortwijzer.accounts.models import Gebruiker
from poortwijzer.accounts.sessies import ruim_sessies_op
from poortwijzer.lib.rooster import dagelijks

# By the name that allauth gives to the change.
MELDINGEN = {
    "password_changed": gettext_lazy("Uw wachtwoord is gewijzigd."),
    "account_connected": gettext_lazy("U kunt u nu ook via uw organisatie aanmelden."),
    "password_reset": gettext_lazy("Er is een nieuw wachtwoord gekozen met een link uit uw e-mail."),
    "totp_activated": gettext_lazy("Er is een app toegevoegd waarmee u zich aanmeldt."),
    "totp_deactivated": gettext_lazy("De app waarmee u zich aanmeldde, is weggehaald."),
    "webauthn_added": gettext_lazy("Er is een toegangssleutel toegevoegd waarmee u zich aanmeldt."),
    "webauthn_removed": gettext_lazy("Een toegangssleutel waarmee u zich aanmeldde, is weggehaald."),
    "recovery_codes_generated": gettext_lazy("Er zijn nieuwe herstelcodes gemaakt. De oude werken niet meer."),
    "tweede_stap_hersteld": gettext_lazy(
        "Uw organisatie heeft uw tweede stap weggehaald. Bij het aanmelden stelt u een nieuwe in."
    ),
    "losgekoppeld": gettext_lazy(
        "Een organisatie heeft gewijzigd wat u met uw account kunt openen. U bent overal afgemeld. Klopt dit niet? "
        "Vraag het aan die organisatie."
    ),
}


@task()
def verstuur_melding(gebruiker_id: str, soort: str) -> None:
    """Tell a person that something of the own sign-in changed. May be sent twice when a worker is killed."""
    gebruiker = Gebruiker.objects.filter(pk=UUID(gebruiker_id), is_active=True).first()
    if gebruiker is None:
        return
    with translation.override(gebruiker.taal):
        tekst = render_to_string("account/email/melding.txt", {"wat": MELDINGEN[soort]})
        send_mail(_("Er is iets gewijzigd in uw aanmelding"), tekst, None, [gebruiker.email])


@task()
def verstuur_wachtwoordlink(gebruiker_id: str, site: str) -> None:
    """Send a link for a new password to this person; nothing where nobody has this number.

    The page queues this for every address alike, with a number that nobody has for an address that nobody has: neither
    its answer nor its time tells who has an account, and what a stranger typed is kept nowhere. `site` is the beginning
    of our addresses, such as `https://dossier.example.nl`.
    """
    gebruiker = Gebruiker.objects.filter(pk=UUID(gebruiker_id), is_active=True).first()
    if gebruiker is None:
        return
    sleutel = default_token_generator.make_token(gebruiker)
    pad = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(gebruiker), sleutel])
    with translation.override(gebruiker.taal):
        tekst = render_to_string("account/email/password_reset_key_message.txt", {"password_reset_url": site + pad})
        send_mail(_("Een nieuw wachtwoord kiezen"), tekst, None, [gebruiker.email])


@dagelijks
@task()
def ruim_aanmelden_op() -> None:
    """Throw away sessions that ended by themselves and counts that ran out; doing it twice does no harm."""
    ruim_sessies_op()
    ruim_geheugen_op()
