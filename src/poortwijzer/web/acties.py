"""Where the button of an act leads."""

from functools import lru_cache

from django.urls import reverse

from poortwijzer.dossiers.beelden import Actie, Actiesoort

_ZONDER_MEER = {
    Actiesoort.OPEN_DOSSIER: "web:dossier",
    Actiesoort.MELD_HERSTEL: "web:herstel",
    Actiesoort.LEG_HERVATTING_VAST: "web:hervatting",
}
_OVER_STUK = {
    Actiesoort.LEES_STUK: "web:stuk",
    Actiesoort.REAGEER_OP_STUK: "web:reageren",
    Actiesoort.LEG_AFSCHRIFT_VAST: "web:afschrift",
    Actiesoort.BEANTWOORD_AFWIJKING: "web:afwijking_antwoord",
}
_OVER_ONDERDEEL = {
    Actiesoort.LEG_FEIT_VAST: "web:feit",
    Actiesoort.STEL_AFWIJKING_VOOR: "web:afwijking",
    Actiesoort.STEL_STUK_OP: "web:stuk_nieuw",
}


@lru_cache(maxsize=8192)
def pad(naam: str, *args: object) -> str:
    """Give an address by its name; remembered, because lists ask for the same ones again and again."""
    return reverse(naam, args=args)


def adres(actie: Actie, kenmerk: str) -> str:
    """Give the address of the page on which this act is done; every act has one, also without JavaScript."""
    if actie.soort in {Actiesoort.NEEM_TAAK, Actiesoort.STEL_TAAK_UIT}:
        return pad("web:taak", actie.doel_id)
    if actie.soort is Actiesoort.STEL_STUK_OP and actie.doel_id is not None:
        return pad("web:stuk_bewerken", kenmerk, actie.doel_id)
    if naam := _ZONDER_MEER.get(actie.soort):
        return pad(naam, kenmerk)
    if naam := _OVER_STUK.get(actie.soort):
        return pad(naam, kenmerk, actie.doel_id)
    return pad(_OVER_ONDERDEEL[actie.soort], kenmerk, actie.onderdeel)
