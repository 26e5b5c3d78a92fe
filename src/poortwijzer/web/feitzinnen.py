"""What a recorded fact with several parts says, as a sentence instead of as names of fields."""

import dataclasses
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from poortwijzer.lib.datums import gettext
from poortwijzer.lib.zinnen import met_hoofdletter, waarde
from poortwijzer.web.feitzinnen_regie import REGIE
from poortwijzer.web.zinsdeel import Zinsdeel


def _(tekst: str) -> str:
    """Mark a text for the translators; it is looked up when it is shown."""
    return tekst


_BESLUIT = Zinsdeel("besluit_op", _("besluit van %(waarde)s"))
_KOERS = (
    Zinsdeel("genomen_op", _("besluit van %(waarde)s")),
    Zinsdeel("koers", _(": %(waarde)s")),
    Zinsdeel("is_koers_juist", _("de koers klopt nog"), nee=_("de koers moet anders")),
    Zinsdeel("waarom", _("omdat: %(waarde)s")),
)
ZINNEN: Mapping[str, tuple[Zinsdeel, ...]] = MappingProxyType(
    {
        "ziekmeldingen": (Zinsdeel("eerste_ziektedag", _("ziek sinds %(waarde)s")),),
        "hersteldmeldingen": (
            Zinsdeel("hersteld_op", _("hersteld op %(waarde)s")),
            Zinsdeel("is_betwist", _("daarover zijn partijen het niet eens")),
            Zinsdeel("hersteld_op_volgens_ander", _("volgens de ander op %(waarde)s")),
        ),
        "hervattingen": (
            Zinsdeel("vanaf", _("vanaf %(waarde)s")),
            Zinsdeel("uren_per_week", _("%(waarde)s per week")),
            Zinsdeel("werk", "%(waarde)s"),
            Zinsdeel("loonwaarde_pct", _("met een loonwaarde van %(waarde)s")),
            Zinsdeel("is_therapeutisch", _("als arbeidstherapie")),
        ),
        "verloven": (
            Zinsdeel("vanaf", _("verlof vanaf %(waarde)s")),
            Zinsdeel("tot_en_met", _(" tot en met %(waarde)s")),
        ),
        "eerder_verzuim_elders": (
            Zinsdeel(
                "is_er",
                _("eerder ziek bij een andere werkgever"),
                nee=_("niet eerder ziek bij een andere werkgever"),
            ),
            Zinsdeel("eerste_ziektedag", _("ziek sinds %(waarde)s")),
            Zinsdeel("hersteld_op", _("hersteld op %(waarde)s")),
        ),
        "dienstverband": (
            Zinsdeel("begin", _("begonnen op %(waarde)s"), leeg=_("begin niet bekend")),
            Zinsdeel("einde", _("laatste dag %(waarde)s"), leeg=_("geen laatste dag bekend")),
        ),
        "ziekengeldgegevens": (
            Zinsdeel("dagloon_centen", _("dagloon %(waarde)s")),
            Zinsdeel("loon_bij_ziekte_centen", _("loon bij ziekte %(waarde)s per dag")),
            Zinsdeel("is_verhoging_gevraagd", _("verhoging gevraagd"), nee=_("geen verhoging gevraagd")),
        ),
        "loonafspraken": (
            Zinsdeel("vanaf", _("vanaf %(waarde)s")),
            Zinsdeel("loon_centen", " %(waarde)s"),
            Zinsdeel("per", _(" per %(waarde)s")),
            Zinsdeel("uren_per_week", _("voor %(waarde)s per week")),
            Zinsdeel("uren_volle_week", _("een volle week is %(waarde)s")),
        ),
        "loontreden": (
            Zinsdeel("vanaf_ziektedag", _("vanaf ziektedag %(waarde)s")),
            Zinsdeel("loon_pct", _(": %(waarde)s van het loon")),
            Zinsdeel("is_begrensd", _("tot een maximum")),
        ),
        "loonmaatregelen": (
            Zinsdeel("soort", "%(waarde)s"),
            Zinsdeel("vanaf", _(" vanaf %(waarde)s")),
            Zinsdeel("tot_en_met", _(" tot en met %(waarde)s")),
            Zinsdeel("grond", _("grond: %(waarde)s")),
            Zinsdeel("vermoed_op", _("vermoed op %(waarde)s")),
            Zinsdeel("gemeld_op", _("gezegd op %(waarde)s")),
            Zinsdeel("is_werknemer_gehoord", _("na gesprek met de werknemer"), nee=_("zonder gesprek vooraf")),
            Zinsdeel("geweigerde_uren", _("%(waarde)s per week geweigerd")),
            Zinsdeel(
                "is_voorschrift_schriftelijk",
                _("met een voorschrift op schrift"),
                nee=_("zonder voorschrift op schrift"),
            ),
        ),
        "stukken": (
            Zinsdeel("soort", "%(waarde)s"),
            Zinsdeel("opgesteld_op", _(" van %(waarde)s")),
            Zinsdeel(
                "heeft_visie_werkgever",
                _("met de visie van de werkgever"),
                nee=_("zonder de visie van de werkgever"),
            ),
            Zinsdeel(
                "heeft_visie_werknemer",
                _("met de visie van de werknemer"),
                nee=_("zonder de visie van de werknemer"),
            ),
            Zinsdeel("delen", _("met %(waarde)s")),
            Zinsdeel("evaluatiemomenten", _("evaluatie op %(waarde)s")),
            Zinsdeel("is_eigen_formulier", _("op een eigen formulier")),
        ),
        "afschriften": (
            Zinsdeel("soort", "%(waarde)s"),
            Zinsdeel("ontvanger", _(": afschrift voor %(waarde)s")),
            Zinsdeel("verstrekt_op", _(" op %(waarde)s")),
        ),
        "verslagstukken": (
            Zinsdeel("soort", "%(waarde)s"),
            Zinsdeel("versie", _(" versie %(waarde)s"), leeg=_(" (bestand van buiten)")),
            Zinsdeel("opgesteld_op", _(" van %(waarde)s")),
            Zinsdeel("vast_op", _("in het verslag dat vaststaat sinds %(waarde)s")),
            Zinsdeel("vingerafdruk", _("controlegetal %(waarde)s")),
            Zinsdeel("verslag", _("controlegetal van het voorblad %(waarde)s")),
        ),
        "afwijkingen": (
            Zinsdeel("norm", _("termijn %(waarde)s")),
            Zinsdeel("nieuwe_dag", _(": een andere dag, %(waarde)s")),
            Zinsdeel("reden", _("reden: %(waarde)s")),
            Zinsdeel("akkoord_werkgever_op", _("werkgever akkoord op %(waarde)s")),
            Zinsdeel("akkoord_werknemer_op", _("werknemer akkoord op %(waarde)s")),
        ),
        "verslaggegevens": (
            Zinsdeel(
                "heeft_administratieve_gegevens",
                _("administratieve gegevens zijn er"),
                nee=_("administratieve gegevens ontbreken"),
            ),
            Zinsdeel("heeft_aard_bedrijf", _("aard van het bedrijf is er"), nee=_("aard van het bedrijf ontbreekt")),
            Zinsdeel("heeft_functie", _("functie is er"), nee=_("functie ontbreekt")),
            Zinsdeel("heeft_bekwaamheden", _("bekwaamheden zijn er"), nee=_("bekwaamheden ontbreken")),
        ),
        "niet_verlangde_onderdelen": (
            Zinsdeel("onderdeel", _("onderdeel %(waarde)s hoeft niet")),
            Zinsdeel("reden", _("reden: %(waarde)s")),
        ),
        "arbodienstmeldingen": (Zinsdeel("verstuurd_op", _("verstuurd op %(waarde)s")),),
        "consulten": (
            Zinsdeel("gehouden_op", _("spreekuur op %(waarde)s")),
            Zinsdeel("is_ander_plan_nodig", _("een ander plan is nodig"), nee=_("het plan kan blijven")),
        ),
        "adviezen": (
            Zinsdeel("gegeven_op", _("advies van %(waarde)s")),
            Zinsdeel("is_bijstelling_nodig", _("het plan moet worden bijgesteld"), nee=_("het plan kan blijven")),
            Zinsdeel("uit", _("uit: %(waarde)s")),
            Zinsdeel("aan", _("voor %(waarde)s")),
        ),
        "correspondentie": (
            Zinsdeel("verzonden_op", _("verstuurd op %(waarde)s")),
            Zinsdeel("van", _(" door %(waarde)s")),
            Zinsdeel("aan", _(" aan %(waarde)s")),
        ),
        "activiteiten": (
            Zinsdeel("gedaan_op", _("gedaan op %(waarde)s")),
            Zinsdeel("door", _(" door %(waarde)s")),
        ),
        "gewerkte_uren": (
            Zinsdeel("week_vanaf", _("week vanaf %(waarde)s")),
            Zinsdeel("uren", _(": %(waarde)s gewerkt")),
        ),
        "ziekteaangifte": (
            Zinsdeel("gedaan_op", _("aangifte op %(waarde)s")),
            Zinsdeel("gemelde_eerste_ziektedag", _("met als eerste ziektedag %(waarde)s")),
        ),
        "verlengingsbesluit": (
            _BESLUIT,
            Zinsdeel("einde", _("langer loon tot en met %(waarde)s"), leeg=_("geen langer loon")),
        ),
        "bericht_onvolledig_verslag": (
            Zinsdeel("gedagtekend_op", _("brief van %(waarde)s")),
            Zinsdeel("ontbrekende_delen", _("wat ontbreekt: %(waarde)s")),
            Zinsdeel("uiterste_dag", _("aanvullen kan tot en met %(waarde)s")),
        ),
        "toetsbesluit": (
            _BESLUIT,
            Zinsdeel("is_loonsanctie", _("met een loonsanctie"), nee=_("zonder loonsanctie")),
            Zinsdeel("einde", _(" tot en met %(waarde)s")),
            Zinsdeel("gronden", _("gronden: %(waarde)s")),
            Zinsdeel("herstelwijzen", _("te doen: %(waarde)s")),
            Zinsdeel(
                "noemt_beoordelingskader",
                _("met een verwijzing naar het beoordelingskader"),
                nee=_("zonder verwijzing naar het beoordelingskader"),
            ),
            Zinsdeel("ontvangen_op", _("ontvangen op %(waarde)s")),
        ),
        "bekortingsverzoeken": (
            Zinsdeel("ontvangen_op", _("ontvangen op %(waarde)s")),
            Zinsdeel("gronden_met_bewijs", _("met bewijs voor %(waarde)s")),
        ),
        "herstelbesluiten": (
            _BESLUIT,
            Zinsdeel("verzoek_ontvangen_op", _(" op de melding van %(waarde)s")),
            Zinsdeel("is_hersteld", _("het is hersteld"), nee=_("het is niet hersteld")),
        ),
        "verkorte_wachttijd_verzoeken": (
            Zinsdeel("gedaan_op", _("gevraagd op %(waarde)s")),
            Zinsdeel(
                "heeft_verklaring_bedrijfsarts",
                _("met een verklaring van de bedrijfsarts"),
                nee=_("zonder verklaring van de bedrijfsarts"),
            ),
            Zinsdeel(
                "heeft_gegevens_specialist",
                _("met gegevens van een specialist"),
                nee=_("zonder gegevens van een specialist"),
            ),
            Zinsdeel(
                "zijn_gegevens_specialist_te_vergen",
                "",
                nee=_("die gegevens zijn niet te vragen"),
            ),
        ),
        "verkorte_wachttijd_besluit": (
            _BESLUIT,
            Zinsdeel("einde", _("de wachttijd eindigt op %(waarde)s"), leeg=_("de wachttijd wordt niet verkort")),
        ),
        "planafspraken": (
            Zinsdeel("kenmerk", _("afspraak %(waarde)s")),
            Zinsdeel("afgesproken_op", _(" van %(waarde)s")),
            Zinsdeel("door", _("voor %(waarde)s")),
            Zinsdeel("uiterlijk_op", _("uiterlijk %(waarde)s")),
        ),
        "nakomingen": (
            Zinsdeel("kenmerk", _("afspraak %(waarde)s")),
            Zinsdeel("gedaan_op", _(" nagekomen op %(waarde)s")),
            Zinsdeel("gemeld_door", _("gemeld door %(waarde)s")),
            Zinsdeel("is_bevestigd", _("de ander bevestigt dat"), nee=_("de ander bevestigt dat niet")),
        ),
        "zicht_op_terugkeer": (
            Zinsdeel("vastgesteld_op", _("vastgesteld op %(waarde)s")),
            Zinsdeel("is_er", _("er is zicht op terugkeer"), nee=_("er is geen zicht op terugkeer")),
            Zinsdeel("tot_en_met", _(" tot en met %(waarde)s")),
            Zinsdeel("functie", _("als %(waarde)s")),
            Zinsdeel("uren_per_week", _("voor %(waarde)s per week")),
        ),
        "hervattingsdoelen": (
            Zinsdeel("gesteld_op", _("doel van %(waarde)s")),
            Zinsdeel("uren_per_week", _(": %(waarde)s per week")),
            Zinsdeel("loonwaarde_pct", _("een loonwaarde van %(waarde)s")),
            Zinsdeel("uiterlijk_op", _("te halen op %(waarde)s")),
        ),
        "koers_volgens_werkgever": _KOERS,
        "koers_volgens_werknemer": _KOERS,
        "werkvoorstellen": (
            Zinsdeel("gedaan_op", _("voorstel van %(waarde)s")),
            Zinsdeel("werk", ": %(waarde)s"),
            Zinsdeel("is_ingetrokken", _("de werknemer trok het in")),
            Zinsdeel(
                "is_aanvaard",
                _("de werkgever nam het aan"),
                nee=_("de werkgever wees het af"),
                leeg=_("nog geen antwoord"),
            ),
            Zinsdeel("is_afwijzing_onderbouwd", _("met genoeg redenen"), nee=_("zonder genoeg redenen")),
        ),
        "deskundigenoordelen": (
            Zinsdeel("gevraagd_op", _("gevraagd op %(waarde)s")),
            Zinsdeel("gevraagd_door", _(" door de %(waarde)s")),
            Zinsdeel("vraag", _(": %(waarde)s")),
            Zinsdeel("bij", _("bij: %(waarde)s")),
        ),
        "kostenbesluiten": (
            Zinsdeel("besloten_op", _("besluit van %(waarde)s")),
            Zinsdeel("kosten_centen", ": %(waarde)s"),
            Zinsdeel("nog_te_betalen_loon_centen", _("toen was nog %(waarde)s loon te betalen")),
            Zinsdeel("premiestijging_centen", _("hogere premie %(waarde)s")),
            Zinsdeel("benut_mogelijkheden", _("veel hulp te verwachten"), nee=_("weinig hulp te verwachten")),
        ),
        "functieoverzicht": (
            Zinsdeel("opgesteld_op", _("overzicht van %(waarde)s")),
            Zinsdeel("functies", ": %(waarde)s"),
        ),
        "functies": (
            Zinsdeel("functie", "%(waarde)s"),
            Zinsdeel("is_passend", _(" past"), nee=_(" past niet"), leeg=_(" is nog niet beoordeeld")),
            Zinsdeel("scholing_in_maanden", _("%(waarde)s maanden scholing")),
            Zinsdeel("is_afgewezen_om_scholing", _("afgewezen om de scholing")),
            Zinsdeel("is_tijdelijk", _("tijdelijk")),
        ),
        "bewaarblokkades": (
            Zinsdeel("vanaf", _("vanaf %(waarde)s")),
            Zinsdeel("tot", _(" tot %(waarde)s")),
        ),
        **REGIE,
    }
)


def in_een_zin(naam: str, inhoud: object) -> str:
    """Write the value of a fact; one of several parts as a sentence of those that are filled in."""
    if naam not in ZINNEN or not dataclasses.is_dataclass(inhoud):
        return waarde(inhoud, naam)
    tekst = _aaneen(naam, inhoud)
    return met_hoofdletter(f"{tekst}.") if tekst else gettext("niet bekend")


def _aaneen(naam: str, inhoud: object) -> str:
    tekst = ""
    for stuk in _stukken(naam, inhoud):
        tekst += stuk if not tekst or stuk.startswith((" ", ":")) else f", {stuk}"
    return tekst.strip()


def _stukken(naam: str, inhoud: object) -> Iterator[str]:
    for deel in ZINNEN[naam]:
        gevuld = getattr(inhoud, deel.veld)
        is_leeg = gevuld is None or gevuld in {"", ()}
        sjabloon = deel.leeg if is_leeg else deel.nee if gevuld is False else deel.zin
        if sjabloon:
            yield gettext(sjabloon) % {"waarde": _ingevuld(deel.veld, gevuld)}


def _ingevuld(veld: str, gevuld: object) -> str:
    if veld in ZINNEN and isinstance(gevuld, tuple):  # a list of things that have parts themselves
        return "; ".join(_aaneen(veld, rij) for rij in gevuld)
    return waarde(gevuld, veld)
