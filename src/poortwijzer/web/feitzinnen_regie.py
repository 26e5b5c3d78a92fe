"""Sentences for facts about taking charge: after a sanction, between the parties, money, and help from outside."""

from collections.abc import Mapping
from types import MappingProxyType

from poortwijzer.web.zinsdeel import Zinsdeel


def _(tekst: str) -> str:
    """Mark a text for the translators; it is looked up when it is shown."""
    return tekst


REGIE: Mapping[str, tuple[Zinsdeel, ...]] = MappingProxyType(
    {
        "herstelstappen": (
            Zinsdeel("gedaan_op", _("gedaan op %(waarde)s")),
            Zinsdeel("wat", ": %(waarde)s"),
            Zinsdeel("grond", _("voor: %(waarde)s")),
            Zinsdeel("bewijs", _("bewijs: %(waarde)s")),
            Zinsdeel("is_hiermee_hersteld", _("hiermee is het hersteld"), nee=_("hiermee is het nog niet hersteld")),
        ),
        "informatieverzoeken": (
            Zinsdeel("gevraagd_op", _("vraag van %(waarde)s")),
            Zinsdeel("aan", _(" aan de %(waarde)s")),
            Zinsdeel("wat", ": %(waarde)s"),
            Zinsdeel("uiterlijk_op", _("uiterlijk %(waarde)s"), leeg=_("zonder laatste dag")),
        ),
        "informatieantwoorden": (
            Zinsdeel("gegeven_op", _("antwoord van %(waarde)s")),
            Zinsdeel("door", _(" door de %(waarde)s")),
            Zinsdeel("vraag_van", _("op de vraag van %(waarde)s")),
        ),
        "aansporingen": (
            Zinsdeel("gedaan_op", _("op %(waarde)s")),
            Zinsdeel("door", _(" vroeg de %(waarde)s")),
            Zinsdeel("plicht", ": %(waarde)s"),
            Zinsdeel("tekst", _("met de woorden “%(waarde)s”")),
            Zinsdeel("uiterlijk_op", _("uiterlijk %(waarde)s")),
            Zinsdeel("waarschuwt_voor_loon", _("met een waarschuwing voor het loon")),
        ),
        "aansporingantwoorden": (
            Zinsdeel("gegeven_op", _("antwoord van %(waarde)s")),
            Zinsdeel("door", _(" door de %(waarde)s")),
            Zinsdeel("aansporing_van", _("op de vraag van %(waarde)s")),
            Zinsdeel("doet_mee", _("doet mee"), nee=_("doet niet mee")),
            Zinsdeel("tekst", _("met de woorden “%(waarde)s”")),
        ),
        "oordeeluitkomsten": (
            Zinsdeel("gegeven_op", _("uitkomst van %(waarde)s")),
            Zinsdeel("verzoek_van", _("op het verzoek van %(waarde)s")),
            Zinsdeel("is_ja", _(": ja"), nee=_(": nee"), leeg=_(": geen antwoord")),
        ),
        "kostenposten": (
            Zinsdeel("gemaakt_op", _("kosten van %(waarde)s")),
            Zinsdeel("soort", ": %(waarde)s"),
            Zinsdeel("bedrag_centen", "%(waarde)s"),
            Zinsdeel("betaald_door", _("betaald door de %(waarde)s")),
            Zinsdeel("vergoed_centen", _("vergoed: %(waarde)s")),
            Zinsdeel("vergoed_door", _(" door %(waarde)s")),
            Zinsdeel("stuk", _("stuk: %(waarde)s")),
        ),
        "terugbetaalafspraken": (
            Zinsdeel("afgesproken_op", _("afspraak van %(waarde)s")),
            Zinsdeel("bedrag_centen", _("terugbetalen van %(waarde)s")),
            Zinsdeel("tot_en_met", _(" bij vertrek tot en met %(waarde)s"), leeg=_("zonder laatste dag")),
            Zinsdeel(
                "is_alleen_als_traject_slaagt", _("alleen als het traject slaagt"), nee=_("ook als het traject mislukt")
            ),
            Zinsdeel("is_alleen_bij_eigen_vertrek", _("alleen bij eigen vertrek"), nee=_("ook bij ontslag")),
        ),
        "participatieverzoeken": (
            Zinsdeel("gedaan_op", _("gevraagd op %(waarde)s")),
            Zinsdeel("vraag", ": %(waarde)s"),
        ),
        "participatiebesluiten": (
            Zinsdeel("besluit_op", _("besluit van %(waarde)s")),
            Zinsdeel("verzoek_van", _("op het verzoek van %(waarde)s")),
            Zinsdeel("is_ingewilligd", _(": UWV doet mee"), nee=_(": UWV doet niet mee")),
        ),
        "begeleidingscontroles": (
            Zinsdeel("gehouden_op", _("bekeken op %(waarde)s")),
            Zinsdeel("van", _(": hulp van %(waarde)s")),
            Zinsdeel("loopt_goed", _("loopt goed"), nee=_("loopt niet goed")),
            Zinsdeel("signaal", "%(waarde)s"),
            Zinsdeel("bijsturing", _("daarop %(waarde)s")),
        ),
        "begeleidingsbehoefte": (
            Zinsdeel("vastgesteld_op", _("vastgesteld op %(waarde)s")),
            Zinsdeel("is_nodig", _(": begeleiding nodig"), nee=_(": begeleiding niet nodig")),
            Zinsdeel("wil_werknemer", _("de werknemer wil die"), nee=_("de werknemer wil die niet")),
            Zinsdeel("geregeld", _("geregeld: %(waarde)s")),
        ),
        "mislukte_trajecten": (
            Zinsdeel("gestopt_op", _("gestopt op %(waarde)s")),
            Zinsdeel("was_inzet_goed", _("de inzet was goed"), nee=_("de inzet schoot tekort")),
        ),
        "herplaatsing": (
            Zinsdeel("begonnen_op", _("begonnen op %(waarde)s")),
            Zinsdeel("uren_per_week", _("%(waarde)s per week")),
            Zinsdeel("wil_werknemer", _("de werknemer wil dit"), nee=_("de werknemer wil dit niet")),
            Zinsdeel("is_haalbaar", _("het kan in het bedrijf"), nee=_("het kan niet in het bedrijf")),
            Zinsdeel("heeft_zicht_op_meer", _("met zicht op meer uren"), nee=_("zonder zicht op meer uren")),
        ),
        "herplaatsingsevaluaties": (
            Zinsdeel("gehouden_op", _("besproken op %(waarde)s")),
            Zinsdeel("keuze", ": %(waarde)s"),
        ),
        "detacheringen": (
            Zinsdeel("vanaf", _("bij een ander vanaf %(waarde)s")),
            Zinsdeel("tot_en_met", _(" tot en met %(waarde)s")),
        ),
    }
)
