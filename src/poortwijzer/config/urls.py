"""All addresses, put together from the apps."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("poortwijzer.accounts.urls")),
    path("", include("poortwijzer.web.urls")),
]

handler403 = "poortwijzer.web.geweigerd.geen_toegang"
handler500 = "poortwijzer.web.storing.serverfout"
