"""All addresses, put together from the apps."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("", include("poortwijzer.web.urls")),
]
