"""Questions about taking charge: after a sanction, between the parties, money, and help from outside."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _

from poortwijzer.web.forms.vraagtekst import Vraagtekst

_EURO = _("In euro, bijvoorbeeld 2.520 of 2520,50.")
REGIE: Mapping[str, Mapping[str, Vraagtekst]] = MappingProxyType(
    {
        "herstelstappen": {
            "gedaan_op": Vraagtekst(_("Op welke dag is dit gedaan?")),
            "grond": Vraagtekst(
                _("Voor welke tekortkoming?"), _("Neem de woorden over waarmee zij bij het besluit is vastgelegd.")
            ),
            "wat": Vraagtekst(_("Wat is er gedaan?")),
            "bewijs": Vraagtekst(_("Welk stuk bewijst dat?"), _("Leeg: er is nog geen bewijs.")),
            "is_hiermee_hersteld": Vraagtekst(
                _("Is de tekortkoming hiermee volgens u hersteld?"), _("UWV beslist of dat zo is.")
            ),
        },
        "informatieverzoeken": {
            "gevraagd_op": Vraagtekst(_("Van welke dag is de vraag van UWV?"), _("De dag die op de brief staat.")),
            "aan": Vraagtekst(_("Aan wie vroeg UWV het?")),
            "wat": Vraagtekst(
                _("Wat wil UWV weten?"),
                _("Alleen het onderwerp. Medische gegevens gaan van de bedrijfsarts rechtstreeks naar UWV."),
            ),
            "uiterlijk_op": Vraagtekst(_("Tot en met welke dag kan het antwoord komen?")),
        },
        "informatieantwoorden": {
            "gegeven_op": Vraagtekst(_("Op welke dag kreeg UWV het antwoord?")),
            "door": Vraagtekst(_("Wie gaf het antwoord?")),
            "vraag_van": Vraagtekst(_("Van welke dag was de vraag?"), _("De dag op de brief van UWV.")),
        },
        "aansporingen": {
            "gedaan_op": Vraagtekst(_("Op welke dag is het gevraagd?")),
            "door": Vraagtekst(_("Wie vroeg het?")),
            "plicht": Vraagtekst(
                _("Wat moet de ander doen?"),
                _("De eerste acht zijn plichten van de werknemer, de rest van de werkgever."),
            ),
            "tekst": Vraagtekst(
                _("Wat is er gezegd of geschreven?"),
                _("Kort en zakelijk: wat, en waarom het redelijk is. Schrijf niets over de ziekte zelf."),
            ),
            "uiterlijk_op": Vraagtekst(_("Tot en met welke dag kan de ander dat doen?")),
            "waarschuwt_voor_loon": Vraagtekst(_("Is erbij gezegd dat het loon kan stoppen of wachten?")),
        },
        "aansporingantwoorden": {
            "gegeven_op": Vraagtekst(_("Op welke dag kwam het antwoord?")),
            "aansporing_van": Vraagtekst(_("Op welke vraag?")),
            "door": Vraagtekst(_("Wie antwoordde?")),
            "doet_mee": Vraagtekst(_("Gaat die in op de vraag?")),
            "tekst": Vraagtekst(_("Wat was het antwoord?"), _("Schrijf niets over de ziekte zelf.")),
        },
        "oordeeluitkomsten": {
            "gegeven_op": Vraagtekst(_("Van welke dag is het oordeel?")),
            "verzoek_van": Vraagtekst(_("Op welk verzoek?")),
            "is_ja": Vraagtekst(
                _("Was het antwoord op de vraag ja?"), _("Niet bekend: de deskundige kon geen antwoord geven.")
            ),
        },
        "kostenposten": {
            "gemaakt_op": Vraagtekst(_("Van welke dag zijn de kosten?")),
            "soort": Vraagtekst(_("Waarvoor?"), _("Nooit welke behandeling.")),
            "bedrag_centen": Vraagtekst(_("Hoe hoog zijn zij?"), _EURO),
            "betaald_door": Vraagtekst(_("Wie betaalde?")),
            "vergoed_centen": Vraagtekst(_("Hoeveel is vergoed?"), _EURO),
            "vergoed_door": Vraagtekst(_("Door wie?")),
            "stuk": Vraagtekst(_("Welk stuk hoort erbij?"), _("Bijvoorbeeld het nummer van de factuur.")),
        },
        "terugbetaalafspraken": {
            "afgesproken_op": Vraagtekst(_("Op welke dag is dat afgesproken?")),
            "bedrag_centen": Vraagtekst(_("Om hoeveel geld gaat het?"), _EURO),
            "tot_en_met": Vraagtekst(_("Bij vertrek tot en met welke dag?")),
            "is_alleen_als_traject_slaagt": Vraagtekst(_("Geldt het alleen als het traject slaagt?")),
            "is_alleen_bij_eigen_vertrek": Vraagtekst(
                _("Geldt het alleen als de werknemer uit eigen beweging vertrekt?")
            ),
        },
        "participatieverzoeken": {
            "gedaan_op": Vraagtekst(_("Op welke dag is UWV gevraagd om mee te doen?")),
            "vraag": Vraagtekst(_("Wat is gevraagd?")),
        },
        "participatiebesluiten": {
            "besluit_op": Vraagtekst(_("Op welke dag besliste UWV?"), _("De dag die op de brief staat.")),
            "verzoek_van": Vraagtekst(_("Over welk verzoek?")),
            "is_ingewilligd": Vraagtekst(_("Doet UWV mee?")),
        },
        "begeleidingscontroles": {
            "gehouden_op": Vraagtekst(_("Op welke dag is gekeken hoe het loopt?")),
            "van": Vraagtekst(_("Om de hulp van wie gaat het?")),
            "loopt_goed": Vraagtekst(_("Loopt het goed?")),
            "signaal": Vraagtekst(_("Zo niet: waaruit blijkt dat?")),
            "bijsturing": Vraagtekst(_("En wat is er gedaan?")),
        },
        "begeleidingsbehoefte": {
            "vastgesteld_op": Vraagtekst(_("Op welke dag is dat vastgesteld?")),
            "is_nodig": Vraagtekst(_("Heeft de werknemer volgens een deskundige begeleiding naar ander werk nodig?")),
            "wil_werknemer": Vraagtekst(_("Wil de werknemer begeleiding?")),
            "geregeld": Vraagtekst(_("Wat is er geregeld?")),
        },
        "mislukte_trajecten": {
            "gestopt_op": Vraagtekst(_("Op welke dag stopte het traject zonder resultaat?")),
            "was_inzet_goed": Vraagtekst(_("Zetten werknemer en bureau zich goed in?")),
        },
        "herplaatsing": {
            "begonnen_op": Vraagtekst(_("Op welke dag begon het werk voor weinig uren of taken?")),
            "uren_per_week": Vraagtekst(_("Hoeveel uur per week?")),
            "wil_werknemer": Vraagtekst(_("Wil de werknemer dit werk graag?")),
            "is_haalbaar": Vraagtekst(_("Is het in het bedrijf redelijk haalbaar?")),
            "heeft_zicht_op_meer": Vraagtekst(_("Is er concreet zicht op meer uren?")),
        },
        "herplaatsingsevaluaties": {
            "gehouden_op": Vraagtekst(_("Op welke dag is het besproken?")),
            "keuze": Vraagtekst(_("Gaat het door, of stapt de werknemer over naar een andere werkgever?")),
        },
        "detacheringen": {
            "vanaf": Vraagtekst(_("Vanaf welke dag werkt de werknemer bij de ander?")),
            "tot_en_met": Vraagtekst(_("Tot en met welke dag?"), _("Leeg: dat is nog niet bekend.")),
        },
    }
)
