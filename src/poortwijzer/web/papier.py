"""Handing out a file that was made for one reader: to keep, never to show in the browser or to store on the way."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

PDF = "application/pdf"


def papier(inhoud: bytes, naam: str, *, soort: str = PDF) -> HttpResponse:
    """Give a file to save under this name; the name says nothing about anybody but the reference of the dossier."""
    koppen = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=naam) or "attachment",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(inhoud, content_type=soort, headers=koppen)
