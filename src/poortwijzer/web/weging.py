"""What givers of a judgement said of the points of the source, in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from poortnormen.feiten.weging import Weegt
from poortnormen.weegpunten import Eist, Richting, Toelichting, Toelichtingsoort, weegpunten
from poortnormen.weegstand import Weegopmerking
from poortwijzer.dossiers.beelden import Weegpuntbeeld
from poortwijzer.lib.zinnen import met_hoofdletter, opsomming, waarde, woord

_EISEN: Mapping[Eist, Promise] = MappingProxyType(
    {
        Eist.MEER: _("Hierdoor is er meer te vragen van %(van)s."),
        Eist.MINDER: _("Hierdoor is er minder te vragen van %(van)s."),
    }
)
_SOORTEN: Mapping[Toelichtingsoort, Promise] = MappingProxyType(
    {
        Toelichtingsoort.BEGRIP: _("Wat het betekent"),
        Toelichtingsoort.ROL: _("Wie waarvoor instaat"),
        Toelichtingsoort.UWV: _("Wat UWV doet"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weegregel:
    """A point in words: for which answer it pleads, what it does to what may be asked, and who said what of it."""

    zin: str
    norm: str
    pleit_voor: str
    eis: str
    voorwaarde: str
    gewogen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toelichtingregel:
    """Something to know at a question, under a heading of its kind."""

    kop: Promise
    zin: str
    norm: str


def eis_in_woorden(eist: Eist | None, van: str) -> str:
    """Say whether more or less may be asked, and of whom; empty where the point says nothing of that."""
    if eist is None:
        return ""
    wie = gettext("werkgever en werknemer") if van == "beiden" else gettext("de %(partij)s") % {"partij": woord(van)}
    return str(_EISEN[eist]) % {"van": wie}


def weegregels(punten: Iterable[Weegpuntbeeld]) -> tuple[Weegregel, ...]:
    """Give the points of one question in words, first those of which somebody said something."""
    regels = [_regel(punt) for punt in punten]
    return tuple(sorted(regels, key=lambda regel: not regel.gewogen))


def opmerkingen(weegopmerkingen: Iterable[Weegopmerking]) -> tuple[str, ...]:
    """Say which judgements let a point for the other answer play a part without telling why it weighs less."""
    return tuple(
        gettext(
            "%(gever)s antwoordt %(antwoord)s, maar laat ook meespelen wat daartegen pleit (%(normen)s). "
            "Schrijf op waarom dat minder weegt."
        )
        % {
            "gever": met_hoofdletter(woord(een.gever)),
            "antwoord": waarde(een.antwoord),
            "normen": opsomming(een.normen),
        }
        for een in weegopmerkingen
    )


def toelichtingregels(toelichting: Iterable[Toelichting]) -> tuple[Toelichtingregel, ...]:
    """Give what to know at a question."""
    return tuple(Toelichtingregel(kop=_SOORTEN[een.soort], zin=gettext(een.zin), norm=een.norm) for een in toelichting)


def gewogen_in_woorden(weging: object) -> Iterator[str]:
    """Write what a recorded judgement weighed, from the exchange format; a point the source lost goes by its norm."""
    if not isinstance(weging, Mapping):
        return
    for punt in weging.get("punten", ()):
        bekend = weegpunten().get(punt["norm"])
        yield f"{met_hoofdletter(woord(punt['weegt']))}: {gettext(bekend.zin) if bekend else punt['norm']}"
    if weging.get("tegenwicht"):
        yield gettext("Waarom dat minder weegt: %(tekst)s") % {"tekst": weging["tegenwicht"]}


def _regel(punt: Weegpuntbeeld) -> Weegregel:
    return Weegregel(
        zin=punt.zin,
        norm=punt.norm,
        pleit_voor=gettext("pleit voor ja") if punt.richting is Richting.JA else gettext("pleit voor nee"),
        eis=eis_in_woorden(punt.eist, punt.van),
        voorwaarde=punt.voorwaarde,
        gewogen=tuple(_gezegd(gever, weegt) for gever, weegt in punt.gewogen),
    )


def _gezegd(gever: str, weegt: Weegt) -> str:
    return f"{met_hoofdletter(woord(gever))}: {woord(weegt.value)}"
