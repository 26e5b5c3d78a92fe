"""What a form asks for each part of a fact: a question that stands on its own, and what helps to answer it."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _

from poortwijzer.web.forms.feitvragen_regie import REGIE
from poortwijzer.web.forms.vraagtekst import Vraagtekst

_EURO = _("In euro, bijvoorbeeld 2.520 of 2520,50.")
_BESLUIT = _("Op welke dag besliste UWV?")
_DAG_OP_DE_BRIEF = _("De dag die op de brief staat.")
_LOOPT_NOG = _("Leeg: het loopt nog.")

_KOERS: Mapping[str, Vraagtekst] = MappingProxyType(
    {
        "genomen_op": Vraagtekst(_("Op welke dag besloot u dit?")),
        "is_koers_juist": Vraagtekst(_("Klopt de koers van het eerste jaar nog?")),
        "koers": Vraagtekst(_("Waar mikt het tweede jaar op?")),
        "waarom": Vraagtekst(_("Waarom?")),
    }
)
VRAGEN: Mapping[str, Mapping[str, Vraagtekst]] = MappingProxyType(
    {
        "ziekmeldingen": {
            "eerste_ziektedag": Vraagtekst(
                _("Wat is de eerste ziektedag?"),
                _("De eerste werkdag waarop door ziekte niet is gewerkt, of het werk is gestopt."),
            )
        },
        "hersteldmeldingen": {
            "hersteld_op": Vraagtekst(
                _("Vanaf welke dag was het eigen werk weer helemaal mogelijk?"),
                _("De eerste dag met herstel, niet de laatste ziektedag."),
            ),
            "is_betwist": Vraagtekst(_("Zijn werkgever en werknemer het daar niet over eens?")),
            "hersteld_op_volgens_ander": Vraagtekst(
                _("Welke dag noemt de ander?"), _("Leeg: volgens de ander was er geen herstel.")
            ),
        },
        "hervattingen": {
            "vanaf": Vraagtekst(_("Vanaf welke dag wordt weer gewerkt?")),
            "uren_per_week": Vraagtekst(_("Hoeveel uur per week?")),
            "loonwaarde_pct": Vraagtekst(
                _("Hoeveel procent is dit werk waard van het hele loon?"), _("Leeg: dat is niet bekend.")
            ),
            "werk": Vraagtekst(_("In welk werk?")),
            "is_therapeutisch": Vraagtekst(
                _("Is het arbeidstherapie?"), _("Dan is het werk bedoeld om te kijken wat kan.")
            ),
        },
        "verloven": {
            "vanaf": Vraagtekst(_("Wat is de eerste dag van het verlof?")),
            "tot_en_met": Vraagtekst(_("Wat is de laatste dag van het verlof?"), _LOOPT_NOG),
        },
        "eerder_verzuim_elders": {
            "is_er": Vraagtekst(_("Was er kort hiervoor ziekte bij een andere werkgever?")),
            "eerste_ziektedag": Vraagtekst(_("Wat was daar de eerste ziektedag?")),
            "hersteld_op": Vraagtekst(_("Wat was daar de eerste dag zonder ziekte?")),
        },
        "dienstverband": {
            "begin": Vraagtekst(_("Op welke dag begon het dienstverband?")),
            "einde": Vraagtekst(
                _("Wat is de laatste dag van het dienstverband?"), _("Leeg: er is geen laatste dag afgesproken.")
            ),
        },
        "ziekengeldgegevens": {
            "dagloon_centen": Vraagtekst(_("Hoe hoog is het dagloon volgens UWV?"), _EURO),
            "loon_bij_ziekte_centen": Vraagtekst(
                _("Hoeveel loon moet de werkgever bij ziekte per dag betalen?"), _EURO
            ),
            "is_verhoging_gevraagd": Vraagtekst(_("Is UWV gevraagd om het ziekengeld te verhogen?")),
        },
        "loonafspraken": {
            "vanaf": Vraagtekst(_("Vanaf welke dag geldt dit loon?")),
            "loon_centen": Vraagtekst(_("Hoe hoog is het vaste loon?"), _EURO),
            "per": Vraagtekst(_("Per hoeveel tijd is dat loon?")),
            "uren_per_week": Vraagtekst(_("Voor hoeveel uur per week?")),
            "uren_volle_week": Vraagtekst(
                _("Hoeveel uur is een volle werkweek?"), _("Nodig om met het minimumloon te vergelijken.")
            ),
        },
        "loontreden": {
            "vanaf_ziektedag": Vraagtekst(
                _("Vanaf welke ziektedag geldt dit?"), _("Een getal: de eerste ziektedag is 1.")
            ),
            "loon_pct": Vraagtekst(_("Hoeveel procent van het loon wordt dan betaald?")),
            "is_begrensd": Vraagtekst(_("Geldt daarbij een maximum?")),
        },
        "loonmaatregelen": {
            "soort": Vraagtekst(_("Wat gebeurt er met het loon?")),
            "vanaf": Vraagtekst(_("Vanaf welke dag?")),
            "tot_en_met": Vraagtekst(_("Tot en met welke dag?"), _LOOPT_NOG),
            "grond": Vraagtekst(
                _("Op welke grond?"), _("Alleen de letter van de grond die in de brief aan de werknemer staat.")
            ),
            "vermoed_op": Vraagtekst(_("Op welke dag vermoedde de werkgever deze reden?")),
            "gemeld_op": Vraagtekst(
                _("Op welke dag is de werknemer gezegd dat het loon stopt of wacht?"),
                _("Dat moet meteen. Anders vervalt de grond."),
            ),
            "is_werknemer_gehoord": Vraagtekst(_("Is er eerst met de werknemer over gesproken?")),
            "geweigerde_uren": Vraagtekst(_("Hoeveel uur passend werk per week weigert de werknemer?")),
            "is_voorschrift_schriftelijk": Vraagtekst(
                _("Staat het voorschrift op schrift?"), _("Alleen nodig als het loon wacht.")
            ),
        },
        "verslaggegevens": {
            "heeft_administratieve_gegevens": Vraagtekst(_("Zijn de administratieve gegevens er?")),
            "heeft_aard_bedrijf": Vraagtekst(_("Staat erin wat voor bedrijf het is?")),
            "heeft_functie": Vraagtekst(_("Staat de functie van de werknemer erin?")),
            "heeft_bekwaamheden": Vraagtekst(
                _("Staat erin wat de werknemer kan?"), _("Opleiding, ervaring en vaardigheden.")
            ),
        },
        "niet_verlangde_onderdelen": {
            "onderdeel": Vraagtekst(_("Welk onderdeel hoeft niet?"), _("De letter van het onderdeel van het verslag.")),
            "reden": Vraagtekst(_("Waarom hoeft het niet?")),
        },
        "arbodienstmeldingen": {
            "verstuurd_op": Vraagtekst(_("Op welke dag is de melding aan de arbodienst verstuurd?"))
        },
        "consulten": {
            "gehouden_op": Vraagtekst(_("Op welke dag was het spreekuur?")),
            "is_ander_plan_nodig": Vraagtekst(_("Maakt het verloop een ander plan nodig?")),
        },
        "adviezen": {
            "gegeven_op": Vraagtekst(_("Op welke dag is het advies gegeven?")),
            "is_bijstelling_nodig": Vraagtekst(_("Moet het plan worden bijgesteld?")),
            "uit": Vraagtekst(_("Waaruit blijkt dat?")),
            "aan": Vraagtekst(_("Wie kregen het advies?")),
        },
        "correspondentie": {
            "verzonden_op": Vraagtekst(_("Op welke dag is het verstuurd?")),
            "van": Vraagtekst(_("Wie stuurde het?")),
            "aan": Vraagtekst(_("Aan wie?")),
        },
        "activiteiten": {
            "gedaan_op": Vraagtekst(_("Op welke dag is de stap gezet?")),
            "door": Vraagtekst(_("Wie zette de stap?")),
        },
        "gewerkte_uren": {
            "week_vanaf": Vraagtekst(_("Welke week?"), _("Kies de maandag van die week.")),
            "uren": Vraagtekst(_("Hoeveel uur is er echt gewerkt?")),
        },
        "ziekteaangifte": {
            "gedaan_op": Vraagtekst(_("Op welke dag is de aangifte bij UWV gedaan?")),
            "gemelde_eerste_ziektedag": Vraagtekst(_("Welke eerste ziektedag staat in de aangifte?")),
        },
        "verlengingsbesluit": {
            "besluit_op": Vraagtekst(_BESLUIT, _DAG_OP_DE_BRIEF),
            "einde": Vraagtekst(_("Tot en met welke dag is er langer loon?"), _("Leeg: UWV weigert langer loon.")),
        },
        "bericht_onvolledig_verslag": {
            "gedagtekend_op": Vraagtekst(_("Van welke dag is het bericht van UWV?"), _DAG_OP_DE_BRIEF),
            "ontbrekende_delen": Vraagtekst(_("Welke onderdelen ontbreken volgens UWV?")),
            "uiterste_dag": Vraagtekst(_("Tot en met welke dag kan het nog, volgens UWV?")),
        },
        "toetsbesluit": {
            "besluit_op": Vraagtekst(_BESLUIT, _DAG_OP_DE_BRIEF),
            "is_loonsanctie": Vraagtekst(_("Legt UWV een loonsanctie op?")),
            "ontvangen_op": Vraagtekst(_("Op welke dag kwam de brief aan?")),
            "gronden": Vraagtekst(_("Welke tekortkomingen noemt UWV?"), _("Schrijf er één per regel.")),
            "einde": Vraagtekst(_("Tot en met welke dag duurt de loonsanctie?")),
            "herstelwijzen": Vraagtekst(
                _("Wat moet de werkgever volgens UWV doen?"),
                _("Schrijf er één per regel, in dezelfde volgorde als de tekortkomingen."),
            ),
            "noemt_beoordelingskader": Vraagtekst(
                _("Verwijst UWV in de brief naar het beoordelingskader poortwachter?")
            ),
        },
        "bekortingsverzoeken": {
            "ontvangen_op": Vraagtekst(_("Op welke dag kreeg UWV de melding?")),
            "gronden_met_bewijs": Vraagtekst(
                _("Voor welke tekortkomingen zit er bewijs bij?"), _("Schrijf er één per regel, in de woorden van UWV.")
            ),
        },
        "herstelbesluiten": {
            "besluit_op": Vraagtekst(_BESLUIT, _DAG_OP_DE_BRIEF),
            "verzoek_ontvangen_op": Vraagtekst(_("Van welke dag is de melding waarover UWV beslist?")),
            "is_hersteld": Vraagtekst(_("Vindt UWV dat alles is hersteld?")),
        },
        "verkorte_wachttijd_verzoeken": {
            "gedaan_op": Vraagtekst(_("Op welke dag vroeg de werknemer om een verkorte wachttijd?")),
            "heeft_verklaring_bedrijfsarts": Vraagtekst(_("Zit er een verklaring van de bedrijfsarts bij?")),
            "heeft_gegevens_specialist": Vraagtekst(_("Steunt die op gegevens van een specialist?")),
            "zijn_gegevens_specialist_te_vergen": Vraagtekst(_("Zijn zulke gegevens in redelijkheid te vragen?")),
        },
        "verkorte_wachttijd_besluit": {
            "besluit_op": Vraagtekst(_BESLUIT, _DAG_OP_DE_BRIEF),
            "einde": Vraagtekst(
                _("Op welke dag eindigt de verkorte wachttijd?"), _("Leeg: UWV verkort de wachttijd niet.")
            ),
        },
        "planafspraken": {
            "kenmerk": Vraagtekst(
                _("Hoe heet de afspraak?"), _("Een kort woord. Gebruik het weer als de afspraak is nagekomen.")
            ),
            "afgesproken_op": Vraagtekst(_("Op welke dag is dat afgesproken?")),
            "door": Vraagtekst(_("Wie komt de afspraak na?")),
            "uiterlijk_op": Vraagtekst(_("Uiterlijk op welke dag?")),
        },
        "nakomingen": {
            "kenmerk": Vraagtekst(_("Welke afspraak?"), _("Het woord waarmee de afspraak is vastgelegd.")),
            "gedaan_op": Vraagtekst(_("Op welke dag is de afspraak nagekomen?")),
            "gemeld_door": Vraagtekst(_("Wie meldt dat?")),
            "is_bevestigd": Vraagtekst(_("Bevestigt de ander dat?")),
        },
        "zicht_op_terugkeer": {
            "vastgesteld_op": Vraagtekst(_("Op welke dag is dat vastgesteld?")),
            "is_er": Vraagtekst(_("Is er zicht op blijvende terugkeer in het eigen bedrijf?")),
            "tot_en_met": Vraagtekst(_("Tot en met welke dag geldt dat?")),
            "functie": Vraagtekst(_("In welke functie?")),
            "uren_per_week": Vraagtekst(_("Voor hoeveel uur per week?")),
        },
        "hervattingsdoelen": {
            "gesteld_op": Vraagtekst(_("Op welke dag is het doel gesteld?")),
            "uiterlijk_op": Vraagtekst(_("Op welke dag moet het doel zijn gehaald?")),
            "uren_per_week": Vraagtekst(
                _("Hoeveel uur per week is het doel?"), _("Vul de uren in, de loonwaarde of allebei.")
            ),
            "loonwaarde_pct": Vraagtekst(_("Hoeveel procent van het hele loon moet het werk waard zijn?")),
        },
        "koers_volgens_werkgever": _KOERS,
        "koers_volgens_werknemer": _KOERS,
        "werkvoorstellen": {
            "gedaan_op": Vraagtekst(_("Op welke dag deed de werknemer het voorstel?")),
            "werk": Vraagtekst(_("Welk werk stelde de werknemer voor?")),
            "is_ingetrokken": Vraagtekst(_("Trok de werknemer het voorstel in?")),
            "is_aanvaard": Vraagtekst(
                _("Nam de werkgever het voorstel aan?"), _("Niet bekend: er is nog geen antwoord.")
            ),
            "is_afwijzing_onderbouwd": Vraagtekst(_("Gaf de werkgever voor een afwijzing genoeg redenen?")),
        },
        "deskundigenoordelen": {
            "gevraagd_op": Vraagtekst(_("Op welke dag is het deskundigenoordeel gevraagd?")),
            "gevraagd_door": Vraagtekst(_("Wie vroeg het?")),
            "vraag": Vraagtekst(_("Waarover gaat het?")),
            "bij": Vraagtekst(_("Aan wie is het gevraagd?")),
        },
        "kostenbesluiten": {
            "besloten_op": Vraagtekst(_("Op welke dag is over de kosten beslist?")),
            "kosten_centen": Vraagtekst(_("Hoe hoog zijn de kosten?"), _EURO),
            "nog_te_betalen_loon_centen": Vraagtekst(_("Hoeveel loon was op die dag nog te betalen?"), _EURO),
            "premiestijging_centen": Vraagtekst(
                _("Hoeveel premie komt erbij als de werknemer een WGA-uitkering krijgt?"), _EURO
            ),
            "benut_mogelijkheden": Vraagtekst(
                _("Was vooraf te verwachten dat dit veel helpt om te gebruiken wat de werknemer nog kan?")
            ),
        },
        "functieoverzicht": {"opgesteld_op": Vraagtekst(_("Op welke dag is het overzicht gemaakt?"))},
        "functies": {
            "functie": Vraagtekst(_("hoe heet de functie?")),
            "is_passend": Vraagtekst(_("past deze functie?")),
            "scholing_in_maanden": Vraagtekst(_("hoeveel maanden scholing is nodig?")),
            "is_afgewezen_om_scholing": Vraagtekst(_("afgewezen om die scholing?")),
            "is_tijdelijk": Vraagtekst(_("is het tijdelijk werk?")),
        },
        **REGIE,
    }
)
