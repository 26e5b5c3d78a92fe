"""How a status looks and reads: one shape and one set of words for each, everywhere the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortnormen.tijdlijn import Moment
from poortnormen.uitkomst import Stand
from poortwijzer.dossiers.beelden import Oordeelstand, Verzuimstand
from poortwijzer.lib.datums import dagen_te_laat, datum_zonder_weekdag, over_dagen
from poortwijzer.web.iconen import icoon


@dataclass(frozen=True, slots=True, kw_only=True)
class Standbeeld:
    """A mark: class of the stylesheet, name of the icon and the words."""

    klasse: str
    icoon: str
    tekst: str


_VORM: Mapping[Stand, tuple[str, str]] = MappingProxyType(
    {
        Stand.OP_TIJD: ("is-good", "check"),
        Stand.TE_LAAT_GEDAAN: ("is-warn", "check"),
        Stand.TE_LAAT: ("is-bad", "diamond"),
        Stand.NADERT: ("is-warn", "triangle"),
        Stand.OPEN: ("", "circle"),
        Stand.ONBEKEND: ("", "circle-question-mark"),
        Stand.NIET_VAN_TOEPASSING: ("", "minus"),
    }
)

STANDNAMEN: Mapping[Stand, Promise] = MappingProxyType(
    {
        Stand.TE_LAAT: gettext_lazy("te laat"),
        Stand.NADERT: gettext_lazy("binnenkort"),
        Stand.OPEN: gettext_lazy("later"),
        Stand.ONBEKEND: gettext_lazy("vraag open"),
        Stand.OP_TIJD: gettext_lazy("op tijd gedaan"),
        Stand.TE_LAAT_GEDAAN: gettext_lazy("te laat gedaan"),
        Stand.NIET_VAN_TOEPASSING: gettext_lazy("geldt hier niet"),
    }
)

VERZUIMNAMEN: Mapping[Verzuimstand, tuple[str, str, Promise]] = MappingProxyType(
    {
        Verzuimstand.ZIEK: ("", "circle", gettext_lazy("ziek gemeld")),
        Verzuimstand.GEDEELTELIJK: ("brand", "circle-dot", gettext_lazy("gedeeltelijk aan het werk")),
        Verzuimstand.HERSTELD: ("good", "check", gettext_lazy("hersteld")),
        Verzuimstand.ONBEKEND: ("", "circle-question-mark", gettext_lazy("nog niet bekend")),
    }
)

OORDEELNAMEN: Mapping[Oordeelstand, tuple[str, str, Promise]] = MappingProxyType(
    {
        Oordeelstand.OP_KOERS: ("good", "check", gettext_lazy("Op koers")),
        Oordeelstand.AANDACHT: ("warn", "triangle", gettext_lazy("Vraagt aandacht")),
        Oordeelstand.NIET_OP_KOERS: ("bad", "diamond", gettext_lazy("Niet op koers")),
        Oordeelstand.NOG_NIET_TE_ZEGGEN: ("", "circle-question-mark", gettext_lazy("Nog niet te zeggen")),
    }
)


def standbeeld(status: object, uiterste_dag: date | None, gedaan_op: date | None, vandaag: date) -> Standbeeld:
    """Give the mark of a status; the words count the days from `vandaag`, because the core counts none."""
    stand = Stand(str(status))
    klasse, icoon = _VORM[stand]
    return Standbeeld(klasse=klasse, icoon=icoon, tekst=_woorden(stand, uiterste_dag, gedaan_op, vandaag))


def momentbeeld(moment: Moment, vandaag: date) -> Standbeeld:
    """Give the mark of a moment; what hangs on something that is not asked yet is for later."""
    if moment.status is Stand.ONBEKEND and not moment.vragen:
        return Standbeeld(klasse="", icoon="circle", tekst=_("blijkt later"))
    return standbeeld(moment.status, moment.uiterste_dag, moment.gedaan_op, vandaag)


def merk(beeld: Standbeeld) -> SafeString:
    """Draw a mark: shape, words and, on top of them, colour."""
    return format_html('<span class="tag {}">{}{}</span>', beeld.klasse, icoon(beeld.icoon), beeld.tekst)


def _woorden(stand: Stand, uiterste_dag: date | None, gedaan_op: date | None, vandaag: date) -> str:
    match stand:
        case Stand.OP_TIJD if gedaan_op:
            return _("gedaan op %(dag)s") % {"dag": datum_zonder_weekdag(gedaan_op)}
        case Stand.TE_LAAT_GEDAAN if gedaan_op:
            return _("te laat gedaan op %(dag)s") % {"dag": datum_zonder_weekdag(gedaan_op)}
        case Stand.TE_LAAT if uiterste_dag and uiterste_dag < vandaag:
            return dagen_te_laat(uiterste_dag, vandaag)
        case Stand.NADERT | Stand.OPEN if uiterste_dag and uiterste_dag >= vandaag:
            return over_dagen(uiterste_dag, vandaag)
        case Stand.NADERT | Stand.OPEN if uiterste_dag:
            return _("de dag is voorbij")  # of an advice, which is never late
        case _:
            return str(STANDNAMEN[stand])


MET_GESLOTEN = "ook-gesloten"


def dossierkeuzes() -> tuple[tuple[str, str], ...]:
    """Give what the list of dossiers can show: value of the choice and its words."""
    standen = [(str(stand), str(woorden)) for stand, (_klasse, _icoon, woorden) in VERZUIMNAMEN.items()]
    return (("", _("alle lopende dossiers")), *standen, (MET_GESLOTEN, _("ook gesloten dossiers")))


def oordeelbeeld(stand: Oordeelstand) -> Standbeeld:
    """Give the mark of how a dossier stands for the UWV."""
    klasse, icoon, tekst = OORDEELNAMEN[stand]
    return Standbeeld(klasse=f"is-{klasse}" if klasse else "", icoon=icoon, tekst=str(tekst))
