"""The addresses under /account/. Of allauth's pages only those that we offer: the rest does not exist here."""

from allauth.account import views as allauth
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, re_path

from poortwijzer.accounts import views


@login_not_required
def gesloten(request: HttpRequest) -> HttpResponse:
    """Answer that there is no such page: accounts come from invitations. allauth needs the name to exist."""
    raise Http404(request.path)


urlpatterns = [
    path("login/", allauth.login, name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("signup/", gesloten, name="account_signup"),
    path("email/", gesloten, name="account_email"),
    path("password/set/", gesloten, name="account_set_password"),
    path("reauthenticate/", gesloten, name="account_reauthenticate"),
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
    path("rol/", views.rol, name="account_rol"),
    path("demo/<uuid:gebruiker_id>/", views.demo_aanmelden, name="account_demo"),
    path("uitnodigen/", views.uitnodigen, name="account_uitnodigen"),
    path(
        "uitnodigen/<uuid:uitnodiging_id>/intrekken/",
        views.uitnodiging_intrekken,
        name="account_uitnodiging_intrekken",
    ),
    path("uitnodiging/<str:token>/", views.uitnodiging, name="account_uitnodiging"),
]
