"""Single sign-on: allauth's two pages, and what a person sees when it does not succeed."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from poortwijzer.accounts import nonce

logger = logging.getLogger(__name__)
MISLUKT = "account/eenmalig_mislukt.html"


@login_not_required
@require_safe
def gestopt(request: HttpRequest) -> HttpResponse:
    """Say that signing in at the own organisation did not succeed, and what else there is."""
    return render(request, MISLUKT)


def _als_hij_antwoordt(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Show our own page when the provider cannot be reached or answers nonsense; what requests raises is an OSError."""

    @wraps(view)
    def binnen(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, **kwargs)
        except OSError:
            logger.exception("the provider of single sign-on does not answer")
            return render(request, MISLUKT, status=503)

    return binnen


inloggen = login_not_required(_als_hij_antwoordt(nonce.vraag))
terug = login_not_required(_als_hij_antwoordt(nonce.terug))
