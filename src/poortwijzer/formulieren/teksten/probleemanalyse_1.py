"""The texts of probleemanalyse.toml, for the translators. Made by formulieren.onderhoud."""

from django.utils.translation import gettext_noop as _

TEKSTEN = (
    _("Probleemanalyse"),
    _(
        "De bedrijfsarts geeft een oordeel over het verzuim en een advies over werk. Het gaat over wat iemand"
        " kan, niet over welke ziekte iemand heeft."
    ),
    _(
        "Ben je het niet eens met de bedrijfsarts? Je kunt een second opinion vragen bij een andere "
        "bedrijfsarts, of een deskundigenoordeel bij UWV."
    ),
    _("Het oordeel"),
    _("Dag van het oordeel"),
    _("De dag waarop u dit oordeel geeft. Vanaf deze dag loopt de tijd voor het plan van aanpak."),
    _("De dag van het oordeel is niet ingevuld."),
    _("Zonder deze dag weet niemand wanneer het plan van aanpak klaar moet zijn."),
    _("Vul de dag in waarop het oordeel is gegeven."),
    _("Gaat het verzuim naar verwachting lang duren?"),
    _("Weet u het nog niet, kies dan ‘nog niet bekend’. Dat mag."),
    _("Er staat niet of het verzuim lang gaat duren."),
    _("Van deze verwachting hangt af welke stappen de werkgever en de werknemer moeten zetten."),
    _("Kies ja, nee of nog niet bekend."),
    _("Zijn er mogelijkheden om terug te keren naar werk?"),
    _("Dat kan eigen werk zijn, aangepast werk of ander werk, nu of later."),
    _("Er staat niet of er mogelijkheden zijn om terug te keren naar werk."),
    _("Alleen als er mogelijkheden zijn, is een plan van aanpak nodig."),
    _("Wat kan de werknemer wel en niet?"),
    _(
        "Beschrijf per onderwerp in gewone woorden wat kan en wat niet kan. Schrijf geen ziekte, oorzaak of "
        "behandeling op: dit stuk gaat ook naar de werkgever. Waar niets bijzonders is, kunt u het veld leeg "
        "laten."
    ),
    _("Persoonlijk functioneren"),
    _("Bijvoorbeeld: aandacht houden, dingen onthouden, zelfstandig werken, tempo."),
    _("Omgaan met anderen"),
    _("Bijvoorbeeld: samenwerken, klanten helpen, omgaan met een conflict, reizen naar het werk."),
    _("De omgeving van het werk"),
    _("Bijvoorbeeld: warmte, kou, geluid, stof, trillingen, beschermende kleding."),
    _("Bewegen en kracht zetten"),
    _("Bijvoorbeeld: lopen, tillen, bukken, reiken, werken met toetsenbord of muis."),
    _("Lang in één houding"),
    _("Bijvoorbeeld: zitten, staan, gebogen of boven schouderhoogte werken."),
    _("Werktijden"),
    _("Bijvoorbeeld: hoeveel uur per dag en per week, en of avond- en nachtwerk kan."),
    _("Er staat nergens wat de werknemer wel en niet kan."),
    _("Werkgever en werknemer kunnen zonder deze beschrijving geen passend werk zoeken."),
    _("Beschrijf bij minstens één onderwerp wat kan en wat niet kan."),
    _("Verwachting en advies"),
    _("Hoe lang duurt het naar verwachting?"),
    _("Bijvoorbeeld: nog vier tot zes weken. Weet u het niet, schrijf dan wanneer u het wel denkt te weten."),
    _("Advies over werk en begeleiding"),
    _(
        "Welke stappen helpen om weer te werken? Bijvoorbeeld een opbouw in uren, een aanpassing van het "
        "werk, of een gesprek met een bemiddelaar."
    ),
    _("Het advies over werk ontbreekt."),
    _("Bij een probleemanalyse hoort altijd een advies waarmee werkgever en werknemer verder kunnen."),
    _("Schrijf op welke stappen u adviseert, ook als er nog niet veel kan."),
    _("Volgend gesprek met de bedrijfsarts"),
    _("De dag van de volgende afspraak. Is die er nog niet, laat dit dan leeg."),
)
