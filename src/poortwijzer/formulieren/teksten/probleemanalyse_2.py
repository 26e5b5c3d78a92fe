"""The texts of probleemanalyse.toml, for the translators. Made by formulieren.onderhoud."""

from django.utils.translation import gettext_noop as _

TEKSTEN = (
    _("Probleemanalyse"),
    _(
        "De bedrijfsarts geeft een oordeel over het verzuim en een advies over werk. Het stuk is er om "
        "werkgever en werknemer verder te helpen, en niet om UWV te overtuigen. Het gaat over wat iemand kan,"
        " niet over welke ziekte iemand heeft."
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
    _("Is binnen redelijke tijd verbetering te verwachten of te bereiken?"),
    _("Vul dit in als er nu geen mogelijkheden voor werk zijn. Zo nee, dan is een korte analyse zonder advies genoeg."),
    _("Er staat niet of verbetering te verwachten is."),
    _("Daarvan hangt af of werkgever en werknemer nog iets moeten doen, en of u later opnieuw kijkt."),
    _("Wanneer kijkt u opnieuw?"),
    _("De dag waarop u opnieuw beoordeelt wat kan."),
    _("Er staat niet wanneer u opnieuw kijkt."),
    _("Kan het beter worden, dan hoort daar een tijd bij waarna u weer beoordeelt wat kan."),
    _("Vul een dag in, ook als het een schatting is."),
    _("Wat is nog niet te overzien, en wat kan intussen al?"),
    _(
        "Schrijf op wanneer u meer weet. Noem geen onderzoek of ziekte: ‘er loopt nog iets, over zes weken "
        "weet ik meer’ is genoeg."
    ),
    _("Er staat niet wat nog onduidelijk is."),
    _("Werkgever en werknemer kunnen dan intussen gebruiken wat al wel kan."),
    _("Schrijf op wat nog niet te overzien is, wanneer u meer weet, en wat nu al kan."),
    _("Waardoor duurt het verzuim?"),
    _(
        "Niet alleen ziekte bepaalt hoe lang iemand niet werkt. Schrijf op wat meespeelt en wat te veranderen"
        " is. Houd het bij wat nodig is om weer te werken: over thuis en over de persoon alleen in algemene "
        "woorden, en alleen wat de werknemer hier wil hebben."
    ),
    _("Wat speelt mee in het werk?"),
    _("Bijvoorbeeld: de hoeveelheid werk, het rooster, de samenwerking, de reis. Noem ook wat juist helpt."),
    _("Wat speelt mee in hoe iemand werkt?"),
    _("Bijvoorbeeld: ervaring, tempo, hoe iemand met drukte omgaat. Mag leeg."),
    _("Speelt er buiten het werk iets mee dat van invloed is op werken?"),
    _(
        "Alleen in algemene woorden en als de werknemer het goed vindt. Bijvoorbeeld: ’s ochtends vroeg "
        "beginnen gaat thuis niet. Mag leeg."
    ),
    _("Er staat niet wat er naast ziekte meespeelt."),
    _("Zonder dat beeld zien werkgever en werknemer niet welke stappen het verzuim korter maken."),
    _("Vul minstens één van de drie in, of schrijf op dat er niets anders meespeelt."),
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
    _("Wat betekent dit samen voor het werk?"),
    _(
        "Welk werk kan nog wel, en waarom past het werk van nu wel of niet bij wat iemand kan? Zo begrijpt "
        "een ander later het resultaat."
    ),
    _("Er staat niet wat dit samen voor het werk betekent."),
    _("Uit losse velden is niet te zien welk werk nog kan en waarom een resultaat goed genoeg is."),
    _("Schrijf in een paar zinnen op welk werk kan en wat niet."),
    _("Blijven de mogelijkheden zo?"),
    _("Kies wat nu het beste past. Later kunt u dit bijstellen."),
    _("zij blijven naar verwachting gelijk"),
    _("zij worden naar verwachting groter"),
    _("zij worden groter als het werk wordt aangepast"),
    _("zij wisselen"),
    _("dat is nog niet bekend"),
    _("Er staat nergens wat de werknemer wel en niet kan."),
    _("Werkgever en werknemer kunnen zonder deze beschrijving geen passend werk zoeken."),
    _("Beschrijf bij minstens één onderwerp wat kan en wat niet kan."),
    _("Verwachting en advies"),
    _("Hoe lang duurt het naar verwachting?"),
    _("Bijvoorbeeld: nog vier tot zes weken. Weet u het niet, schrijf dan wanneer u het wel denkt te weten."),
    _("Advies over werk en begeleiding"),
    _(
        "Welke stappen helpen om weer te werken? Bijvoorbeeld een opbouw in uren, een aanpassing van het "
        "werk, gerichte begeleiding, of een gesprek met een bemiddelaar. Noem geen behandeling. Is er niets "
        "meer te verwachten of te bereiken, dan mag dit leeg blijven."
    ),
    _("Het advies over werk ontbreekt."),
    _("Bij een probleemanalyse hoort altijd een advies waarmee werkgever en werknemer verder kunnen."),
    _("Schrijf op welke stappen u adviseert, ook als er nog niet veel kan."),
    _("Volgend gesprek met de bedrijfsarts"),
    _("De dag van de volgende afspraak. Is die er nog niet, laat dit dan leeg."),
)
