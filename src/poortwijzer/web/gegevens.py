"""The recorded facts in words, for the page that shows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from poortnormen.feiten import FEITEN
from poortnormen.omzetting import Omzetfout, lees_waarde
from poortwijzer.dossiers.beelden import Feitbeeld
from poortwijzer.dossiers.partijen import mag_beantwoorden
from poortwijzer.lib.zinnen import waarde
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.feitzinnen import in_een_zin
from poortwijzer.web.weging import gewogen_in_woorden


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegeven:
    """One recorded fact in words; `adres` is where this actor can correct it and `adres_intrekken` withdraw it.

    Both are empty when that is for others; `adres_verzoek` is then where the employee asks those to correct it.
    """

    vraag: str
    antwoord: str
    gever: str
    vastgelegd_door: str
    vastgelegd_op: datetime
    motivering: str
    gewogen: tuple[str, ...]
    is_oud: bool
    is_ingetrokken: bool
    adres: str
    adres_intrekken: str
    adres_verzoek: str


def gegevens_van(actor: Actor, kenmerk: str, feiten: Iterable[Feitbeeld]) -> Iterator[Gegeven]:
    """Give the facts in words; what only withdraws another fact shows at that fact."""
    for feit in feiten:
        if feit.waarde is None:
            continue
        staat = feit.vervangen_door is None
        te_wijzigen = staat and feit.is_eigen and mag_beantwoorden(actor.rol, feit.naam)
        te_vragen = staat and not feit.is_eigen and mag(actor.rol, Handeling.CORRECTIE_VRAGEN, Deel.CORRECTIES)
        yield Gegeven(
            vraag=feit.vraag,
            antwoord=in_woorden(feit.naam, feit.waarde),
            gever=feit.gever,
            vastgelegd_door=feit.vastgelegd_door,
            vastgelegd_op=feit.vastgelegd_op,
            motivering=feit.motivering,
            gewogen=tuple(gewogen_in_woorden(feit.weging)),
            is_oud=not staat and not feit.is_ingetrokken,
            is_ingetrokken=feit.is_ingetrokken,
            adres=_adres(kenmerk, feit) if te_wijzigen else "",
            adres_verzoek=reverse("web:correctie_feit", args=[kenmerk, feit.id]) if te_vragen else "",
            adres_intrekken=reverse("web:intrekken", args=[kenmerk, feit.id]) if te_wijzigen else "",
        )


def in_woorden(naam: str, json_waarde: object) -> str:
    """Write a value in the exchange format in words; what no longer fits the fact's type is written as it is."""
    try:
        return in_een_zin(naam, lees_waarde(json_waarde, FEITEN[naam].type, "$"))
    except (KeyError, Omzetfout):
        return waarde(json_waarde, naam)


def te_verbeteren(feiten: Iterable[Feitbeeld], naam: str, feit_id: str) -> Feitbeeld | None:
    """Give the fact that the address says will be corrected, when it stands; None for a new answer."""
    return next((f for f in feiten if f.naam == naam and str(f.id) == feit_id and f.vervangen_door is None), None)


def _adres(kenmerk: str, feit: Feitbeeld) -> str:
    return f"{reverse('web:feit', args=[kenmerk, feit.naam])}?vervangt={feit.id}"
