"""The addresses under /account/. Of allauth's pages only those that we offer: the rest does not exist here."""

from allauth.account import views as allauth
from allauth.mfa.base import views as stap
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as sleutel
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path
from django.views.generic import RedirectView

from poortwijzer.accounts.views import begin, eenmalig, mensen, sessies, uitnodiging
from poortwijzer.accounts.views.tweede_stap import app_instellen


@login_not_required
def gesloten(request: HttpRequest) -> HttpResponse:
    """Answer that there is no such page: accounts come from invitations. allauth needs the name to exist."""
    raise Http404(request.path)


AANMELDEN: list[URLPattern] = [
    path("login/", allauth.login, name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("signup/", gesloten, name="account_signup"),
    path("email/", gesloten, name="account_email"),
    path("password/set/", gesloten, name="account_set_password"),
    path("reauthenticate/", allauth.reauthenticate, name="account_reauthenticate"),
    path("password/change/", allauth.password_change, name="account_change_password"),
    path("password/reset/", allauth.password_reset, name="account_reset_password"),
    path("password/reset/done/", allauth.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
TWEEDE_STAP: list[URLPattern] = [
    path("tweede-stap/", stap.index, name="mfa_index"),
    path("tweede-stap/code/", stap.authenticate, name="mfa_authenticate"),
    path("tweede-stap/opnieuw/", stap.reauthenticate, name="mfa_reauthenticate"),
    path("tweede-stap/app/", app_instellen, name="mfa_activate_totp"),
    path("tweede-stap/app/weghalen/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("tweede-stap/herstelcodes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("tweede-stap/herstelcodes/nieuw/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("tweede-stap/sleutels/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("tweede-stap/sleutels/nieuw/", sleutel.add_webauthn, name="mfa_add_webauthn"),
    path("tweede-stap/sleutels/opnieuw/", sleutel.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("tweede-stap/sleutels/aanmelden/", sleutel.login_webauthn, name="mfa_login_webauthn"),
    path("tweede-stap/sleutels/<int:pk>/weghalen/", sleutel.remove_webauthn, name="mfa_remove_webauthn"),
]
EENMALIG: list[URLPattern] = [
    path("eenmalig/<str:provider_id>/login/", eenmalig.inloggen, name="openid_connect_login"),
    path("eenmalig/<str:provider_id>/terug/", eenmalig.terug, name="openid_connect_callback"),
    path("eenmalig/gestopt/", eenmalig.gestopt, name="socialaccount_login_cancelled"),
    path("eenmalig/mislukt/", eenmalig.gestopt, name="socialaccount_login_error"),
    path("eenmalig/aansluiten/", gesloten, name="socialaccount_connections"),
    path("eenmalig/nieuw/", gesloten, name="socialaccount_signup"),
]
urlpatterns = [
    *AANMELDEN,
    *TWEEDE_STAP,
    *EENMALIG,
    path("verder/", begin.verder, name="account_verder"),
    path("rol/", begin.rol, name="account_rol"),
    path("demo/<uuid:gebruiker_id>/", begin.demo_aanmelden, name="account_demo"),
    path("sessies/", sessies.sessies, name="account_sessies"),
    path("sessies/overal/", sessies.overal_afmelden, name="account_sessies_overal"),
    path("sessies/<uuid:sessie_id>/beeindigen/", sessies.beeindigen, name="account_sessie_beeindigen"),
    path("uitnodigen/", mensen.uitnodigen, name="account_uitnodigen"),
    path(
        "uitnodigen/<uuid:uitnodiging_id>/intrekken/",
        mensen.uitnodiging_intrekken,
        name="account_uitnodiging_intrekken",
    ),
    path("mensen/<uuid:rolvervulling_id>/beeindigen/", mensen.rol_beeindigen, name="account_rol_beeindigen"),
    path("mensen/<uuid:gebruiker_id>/tweede-stap/", mensen.tweede_stap_herstellen, name="account_stap_herstellen"),
    path("uitnodiging/<str:token>/", uitnodiging.uitnodiging, name="account_uitnodiging"),
]
