"""Paging: which page was asked for, and where the previous and the next one are."""

from django.http import HttpRequest

HOOGSTE_PAGINA = 1_000_000


def paginanummer(request: HttpRequest) -> int:
    """Give the page that the address asks for; anything that is no page number becomes the first."""
    tekst = request.GET.get("pagina", "")
    return min(max(int(tekst), 1), HOOGSTE_PAGINA) if tekst.isascii() and tekst.isdigit() and len(tekst) < 8 else 1  # noqa: PLR2004  # more figures than any page has


def bladadressen(request: HttpRequest, pagina: int, aantal_paginas: int) -> dict[str, str]:
    """Give the addresses of the previous and next page, with the filter that is on; empty at the ends."""

    def adres(nummer: int) -> str:
        velden = request.GET.copy()
        velden["pagina"] = str(nummer)
        return f"?{velden.urlencode()}"

    return {
        "vorige": adres(pagina - 1) if pagina > 1 else "",
        "volgende": adres(pagina + 1) if pagina < aantal_paginas else "",
    }
