"""The points that the source gives to weigh at a judgement, as questions on the form of that judgement."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortnormen.feiten.weging import Weegt
from poortnormen.weegpunten import Richting
from poortwijzer.dossiers.beelden import Weegpuntbeeld
from poortwijzer.web.forms.velden import Keuze, Tekstvak
from poortwijzer.web.weging import eis_in_woorden

TEGENWICHT = "tegenwicht"
_VOOR = "punt-"
_PLEIT: Mapping[Richting, Promise] = {
    Richting.JA: gettext_lazy("Pleit voor ja."),
    Richting.NEE: gettext_lazy("Pleit voor nee."),
}


def weegvelden(punten: Iterable[Weegpuntbeeld]) -> dict[str, forms.Field]:
    """Give one question for each point, and one for why points for the other answer weigh less."""
    velden: dict[str, forms.Field] = {f"{_VOOR}{punt.norm}": _veld(punt) for punt in punten}
    if velden:
        velden[TEGENWICHT] = Tekstvak(
            _("Speelt een punt mee dat voor het andere antwoord pleit? Waarom weegt dat minder? (mag leeg)"),
            hoogstens=1000,
            required=False,
        )
    return velden


def is_weegveld(naam: str) -> bool:
    """Tell whether a field is one of these."""
    return naam == TEGENWICHT or naam.startswith(_VOOR)


def gelezen_weging(punten: Iterable[Weegpuntbeeld], gegeven: Mapping[str, object]) -> dict[str, object] | None:
    """Give what was answered, in the exchange format; None when every point was left open and nothing was written."""
    gewogen = [
        {"norm": punt.norm, "weegt": gegeven[f"{_VOOR}{punt.norm}"]}
        for punt in punten
        if gegeven.get(f"{_VOOR}{punt.norm}")
    ]
    tegenwicht = str(gegeven.get(TEGENWICHT) or "").strip()
    return {"punten": gewogen, "tegenwicht": tegenwicht} if gewogen or tegenwicht else None


def begin_van_weging(weging: object) -> dict[str, object]:
    """Give what the form begins with when a judgement is corrected, from its points in the exchange format."""
    if not isinstance(weging, Mapping):
        return {}
    punten = weging.get("punten", [])
    assert isinstance(punten, list)  # noqa: S101  # the core wrote it
    return {f"{_VOOR}{punt['norm']}": punt["weegt"] for punt in punten} | {TEGENWICHT: weging.get("tegenwicht", "")}


def _veld(punt: Weegpuntbeeld) -> forms.Field:
    hulp = (str(_PLEIT[punt.richting]), eis_in_woorden(punt.eist, punt.van), punt.voorwaarde, f"({punt.norm})")
    return Keuze(punt.zin, Weegt, hulp=" ".join(filter(None, hulp)), required=False)
