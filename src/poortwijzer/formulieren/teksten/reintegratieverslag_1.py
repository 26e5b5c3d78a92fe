"""The texts of reintegratieverslag.toml, for the translators. Made by formulieren.onderhoud."""

from django.utils.translation import gettext_noop as _

TEKSTEN = (
    _("Re-integratieverslag"),
    _(
        "Dit is het voorblad van het re-integratieverslag, met de onderdelen a tot en met d. De andere "
        "onderdelen komen uit de documenten van het dossier. Werkgever en werknemer zeggen hier allebei wat "
        "zij van het verslag vinden, voordat het naar UWV gaat."
    ),
    _(
        "Ben je het niet eens met het verslag? Schrijf per onderdeel wat je ervan vindt in het oordeel van de"
        " werknemer. Dat gaat mee naar UWV."
    ),
    _("Van welke dag is dit verslag?"),
    _("Dag waarop het verslag klaar is"),
    _("De dag waarop alle onderdelen bij elkaar zijn."),
    _("De dag van het verslag ontbreekt."),
    _("Aan de dag is te zien welke documenten en oordelen erin zitten."),
    _("Vul de dag in."),
    _("Gegevens van werknemer, werkgever en bedrijfsarts"),
    _(
        "Schrijf op wie het zijn en hoe zij te bereiken zijn. Het burgerservicenummer hoort hier niet: de "
        "werknemer vult het zelf in bij UWV."
    ),
    _("De werknemer"),
    _("Naam, adres, telefoonnummer en personeelsnummer."),
    _("De gegevens van de werknemer ontbreken (onderdeel a)."),
    _("UWV moet weten over wie het verslag gaat."),
    _("Vul de gegevens in. Kan dat niet, schrijf dan op waarom."),
    _("De werkgever"),
    _("Naam, adres, loonheffingennummer en wie UWV kan bellen."),
    _("De gegevens van de werkgever ontbreken (onderdeel a)."),
    _("UWV moet de werkgever kunnen bereiken."),
    _("De bedrijfsarts of arbodienst"),
    _("Naam van de bedrijfsarts, naam en adres van de arbodienst, telefoonnummer."),
    _("De gegevens van de bedrijfsarts of arbodienst ontbreken (onderdeel a)."),
    _("UWV kan vragen hebben die alleen de bedrijfsarts mag beantwoorden."),
    _("Aard van het bedrijf"),
    _("Wat voor bedrijf is het?"),
    _(
        "Wat het bedrijf maakt of doet, hoeveel mensen er werken, welke functies er zijn en of er vestigingen"
        " of andere bedrijven bij horen."
    ),
    _("Wat voor bedrijf het is, staat er niet (onderdeel b)."),
    _("Het soort bedrijf bepaalt mee hoeveel ander werk er te vinden was."),
    _("Beschrijf het bedrijf. Kan dat niet, schrijf dan op waarom."),
    _("Functie van de werknemer"),
    _("Welk werk deed de werknemer?"),
    _(
        "De functie, de taken, de uren per week, de werktijden en wat het werk vraagt: tillen, staan, "
        "beeldscherm, werkdruk."
    ),
    _("De functie van de werknemer is niet beschreven (onderdeel c)."),
    _("UWV vergelijkt wat het werk vraagt met wat de werknemer nog kan."),
    _("Beschrijf de functie. Kan dat niet, schrijf dan op waarom."),
    _("Bekwaamheden van de werknemer"),
    _("Wat heeft de werknemer geleerd en gedaan?"),
    _("Opleiding, cursussen, diploma's, talen, eerder werk en wat iemand goed kan. Vraag het de werknemer."),
    _("Wat de werknemer heeft geleerd en gedaan, staat er niet (onderdeel d)."),
    _("Dit bepaalt mee welk ander werk bij iemand past."),
    _("Vul het samen in. Kan dat niet, schrijf dan op waarom."),
    _("Verder nog van belang"),
    _("Toelichting bij het verslag"),
    _("Bijvoorbeeld waarom een onderdeel ontbreekt of van een andere dag is. Schrijf hier niets over de ziekte."),
)
