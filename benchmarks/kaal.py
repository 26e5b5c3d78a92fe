"""What a page is compared with: a bare Django view that lists fifty rows of the same database, signed in."""

from functools import cache

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.backends.django import Template
from django.urls import path

from poortwijzer.dossiers.models import Dossier

RIJEN = 50
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
PAGINA = """<!doctype html><title>{{ titel }}</title><p>{{ request.user.naam }}, {{ aantal }}</p>
<table>{% for rij in rijen %}<tr><td><a href="/dossiers/{{ rij.kenmerk }}/">{{ rij.kenmerk }}</a></td>
<td>{{ rij.werknemer.naam }}</td><td>{{ rij.werknemer.functie }}</td><td>{{ rij.eerste_ziektedag|date:"j F Y" }}</td>
<td>{{ rij.eerstvolgende_dag|date:"D j F Y" }}</td><td>{{ rij.eerstvolgende_norm }}</td>
<td>{{ rij.eerstvolgende_status }}</td><td>{{ rij.aantal_te_laat }}</td></tr>{% endfor %}</table>"""


@cache
def _sjabloon() -> Template:
    """Compile the page once, as Django's loader does with a file."""
    sjabloon = engines["django"].from_string(PAGINA)
    assert isinstance(sjabloon, Template)  # noqa: S101  # of this engine
    return sjabloon


@login_required
def lijst(request: HttpRequest) -> HttpResponse:
    """List fifty open dossiers, as a first Django project would."""
    dossiers = Dossier.objects.filter(gesloten_op__isnull=True)
    rijen = dossiers.select_related("werknemer").order_by("eerstvolgende_dag", "pk")[:RIJEN]
    return HttpResponse(_sjabloon().render({"titel": "Dossiers", "aantal": dossiers.count(), "rijen": rijen}, request))


urlpatterns = [path("kaal/", lijst)]
