"""The first-year evaluation in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortnormen.standdelen import Antwoord
from poortwijzer.dossiers.beelden import Opschudbeeld, Signaalbeeld
from poortwijzer.web.uwvstand import Redenblok, feitregel, redenblok, vraagregel

# Of a signal yes is the bad news.
SIGNAALWOORDEN: Mapping[Antwoord, tuple[str, Promise]] = MappingProxyType(
    {
        Antwoord.JA: ("triangle-alert", _("signaal")),
        Antwoord.NEE: ("check", _("geen signaal")),
        Antwoord.ONBEKEND: ("circle-question-mark", _("nog niet bekend")),
        Antwoord.NIET_VAN_TOEPASSING: ("minus", _("speelt nu niet")),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaalblok:
    """One signal in words; without `blok` it is not for this role."""

    nummer: int
    norm: str
    tekst: str
    blok: Redenblok | None


def opschudblad(beeld: Opschudbeeld) -> dict[str, object]:
    """Give what the page shows."""
    signalen = [_signaal(signaal) for signaal in beeld.signalen]
    return {
        "momenten": beeld.momenten,
        "signalen": signalen,
        "aantal_signalen": sum(s.blok is not None and s.blok.uitkomst == Antwoord.JA for s in signalen),
        "zonder_spoor2": redenblok(beeld.zonder_spoor2),
        "uitzonderingen": [vraagregel(vraag) for vraag in beeld.uitzonderingen],
        "koers": redenblok(beeld.koers),
        "besluiten": [vraagregel(vraag) for vraag in beeld.besluiten],
        "besloten": [feitregel(feit) for feit in beeld.besloten],
        "doel": vraagregel(beeld.doel),
        "doelen": [feitregel(feit) for feit in beeld.doelen],
    }


def _signaal(signaal: Signaalbeeld) -> Signaalblok:
    blok = None
    if signaal.reden is not None:
        gewoon = redenblok(signaal.reden, SIGNAALWOORDEN)
        is_open = signaal.reden.antwoord is Antwoord.JA
        blok = replace(gewoon, zin=f"{signaal.nummer}. {gewoon.zin}", is_open=is_open)
    return Signaalblok(nummer=signaal.nummer, norm=signaal.norm, tekst=signaal.tekst, blok=blok)
