"""Where the button of an act leads."""

from functools import lru_cache
from urllib.parse import urlencode

from django.urls import reverse

from poortwijzer.dossiers.beelden import Knop, Knopsoort

# The pages that ask for facts, and get the person back who recorded one.
TERUG_VELD, VERVANGT, BIJ = "terug", "vervangt", "bij"
TERUG = ("dossier", "stand", "nasanctie", "eerstejaar", "overleg", "kosten", "gegevens")
_ZONDER_MEER = {
    Knopsoort.OPEN_DOSSIER: "web:dossier",
    Knopsoort.LEES_GEGEVENS: "web:gegevens",
    Knopsoort.MELD_HERSTEL: "web:herstel",
    Knopsoort.LEG_HERVATTING_VAST: "web:hervatting",
}
_OVER_STUK = {
    Knopsoort.LEES_STUK: "web:stuk",
    Knopsoort.REAGEER_OP_STUK: "web:reageren",
    Knopsoort.LEG_AFSCHRIFT_VAST: "web:afschrift",
    Knopsoort.BEANTWOORD_AFWIJKING: "web:afwijking_antwoord",
}
_OVER_ONDERDEEL = {
    Knopsoort.LEG_FEIT_VAST: "web:feit",
    Knopsoort.STEL_AFWIJKING_VOOR: "web:afwijking",
    Knopsoort.STEL_STUK_OP: "web:stuk_nieuw",
}


def terug_naar(gevraagd: str, kenmerk: str) -> str:
    """Give the address to go back to: the page that was named, or else the dossier."""
    return pad(f"web:{gevraagd if gevraagd in TERUG else TERUG[0]}", kenmerk)


@lru_cache(maxsize=8192)
def pad(naam: str, *args: object) -> str:
    """Give an address by its name; remembered, because lists ask for the same ones again and again."""
    return reverse(naam, args=args)


def adres(knop: Knop, kenmerk: str, terug: str = "") -> str:
    """Give the address of the page on which this act is done; every act has one, also without JavaScript.

    `terug` names the page of the dossier to which recording a fact goes back (see `TERUG`).
    """
    if knop.soort is Knopsoort.LEG_FEIT_VAST and (terug or knop.doel_id):
        vraag = {VERVANGT: str(knop.doel_id or ""), TERUG_VELD: terug}
        gevuld = urlencode({veld: waarde for veld, waarde in vraag.items() if waarde})
        return f"{pad('web:feit', kenmerk, knop.onderdeel)}?{gevuld}"
    if knop.soort is Knopsoort.STEL_STUK_OP and knop.doel_id is not None:
        return pad("web:stuk_bewerken", kenmerk, knop.doel_id)
    if naam := _ZONDER_MEER.get(knop.soort):
        return pad(naam, kenmerk)
    if naam := _OVER_STUK.get(knop.soort):
        return pad(naam, kenmerk, knop.doel_id)
    return pad(_OVER_ONDERDEEL[knop.soort], kenmerk, knop.onderdeel)
