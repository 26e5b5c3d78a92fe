"""What the pages about one document show."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from poortwijzer.dossiers.beelden import Stukbeeld
from poortwijzer.dossiers.knoppen import op_stuk
from poortwijzer.formulieren.register import soorten
from poortwijzer.formulieren.scherm import mag_zien
from poortwijzer.formulieren.services import Verschil, klopt_afdruk
from poortwijzer.lib.datums import gettext
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import STUKKEN, Deel, Handeling
from poortwijzer.web.dossierkop import kruimels, naam_van
from poortwijzer.web.forms.stuk import ONEENS
from poortwijzer.web.stuklezen import kijk_als, leessecties

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier
    from poortwijzer.formulieren.models import Formulier, Standpunt


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwStuk:
    """A kind of document that can be begun."""

    titel: str
    toelichting: str
    adres: str


def te_beginnen(actor: Actor, kenmerk: str, stukken: Sequence[Stukbeeld]) -> Iterator[NieuwStuk]:
    """Give the kinds this role may begin and that have no open draft."""
    concepten = {stuk.soort for stuk in stukken if not stuk.is_definitief}
    for deel in STUKKEN:
        vorm = soorten().get(deel)
        if vorm and deel not in concepten and mag(actor.rol, Handeling.STUK_OPSTELLEN, deel):
            yield NieuwStuk(
                titel=gettext(vorm.titel),
                toelichting=gettext(vorm.inleiding),
                adres=reverse("web:stuk_nieuw", args=[kenmerk, deel]),
            )


def leescontext(actor: Actor, dossier: "Dossier", stuk: "Formulier") -> dict[str, object]:
    """Give the page on which a document is read."""
    standpunten = list(stuk.standpunten.select_related("door").order_by("op", "id"))
    laatste = {standpunt.partij: standpunt.pk for standpunt in standpunten}
    opvolger = getattr(stuk, "opvolger", None)
    return {
        "stuk": stuk,
        "dossier": dossier,
        "titel": gettext(stuk.vorm.titel),
        "naam": naam_van(actor, dossier),
        "secties": leessecties(stuk, actor.rol),
        "standpunten": standpunten,
        "laatste_standpunten": frozenset(laatste.values()),
        "bij_oneens": gettext(stuk.vorm.bij_oneens or "") if _is_iemand_oneens(standpunten) else "",
        "kijk_als": kijk_als(actor.rol),
        "mag_correctie": stuk.is_definitief
        and stuk.vastgesteld_als != actor.rol
        and mag(actor.rol, Handeling.CORRECTIE_VRAGEN, Deel.CORRECTIES),
        "knoppen": [knop for knop in op_stuk(actor.rol, stuk) if knop.soort != "lees_stuk"],
        "klopt": stuk.is_definitief and klopt_afdruk(stuk),
        "opvolger": opvolger.pk if opvolger and opvolger.is_definitief else None,
        "mag_nieuwe_versie": _mag_nieuwe_versie(actor, stuk, opvolger),
        "kruimels": kruimels_naar(actor, dossier, stuk),
    }


def kruimels_naar(actor: Actor, dossier: "Dossier", stuk: "Formulier", *verder: str) -> tuple[tuple[str, str], ...]:
    """Give the way to a document, or to a page behind it."""
    titel = gettext(stuk.vorm.titel)
    documenten = (_("Documenten"), reverse("web:documenten", args=[dossier.kenmerk]))
    eigen = (titel, reverse("web:stuk", args=[dossier.kenmerk, stuk.pk]) if verder else "")
    return (*kruimels(actor, dossier, "")[:-1], documenten, eigen, *((naam, "") for naam in verder))


def zichtbare_verschillen(actor: Actor, stuk: "Formulier", verschillen: Iterable[Verschil]) -> tuple[Verschil, ...]:
    """Leave out the fields that this role may not see."""
    te_zien = {veld.naam for veld in stuk.vorm.velden() if mag_zien(veld, actor.rol)}
    return tuple(verschil for verschil in verschillen if verschil.veld in te_zien)


def _is_iemand_oneens(standpunten: "Iterable[Standpunt]") -> bool:
    """Tell whether the last word of some party is that it disagrees; `standpunten` come in order of time."""
    laatste = {punt.partij: punt.standpunt for punt in standpunten}
    return ONEENS in laatste.values()


def _mag_nieuwe_versie(actor: Actor, stuk: "Formulier", opvolger: "Formulier | None") -> bool:
    if not stuk.is_definitief or opvolger is not None:
        return False
    return mag(actor.rol, Handeling.STUK_OPSTELLEN, Deel(stuk.vorm.volgende))
