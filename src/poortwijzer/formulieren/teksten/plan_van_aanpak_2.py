"""The texts of plan_van_aanpak.toml, for the translators. Made by formulieren.onderhoud."""

from django.utils.translation import gettext_noop as _

TEKSTEN = (
    _("Plan van aanpak"),
    _(
        "Werkgever en werknemer spreken samen af wat ieder doet om weer aan het werk te komen. Het advies van"
        " de bedrijfsarts is het uitgangspunt."
    ),
    _(
        "Komen jullie er samen niet uit? Werkgever en werknemer kunnen ieder een deskundigenoordeel vragen "
        "bij UWV. Het plan kan intussen doorgaan."
    ),
    _("Het plan"),
    _("Dag waarop jullie dit plan maken"),
    _("De dag van het gesprek waarin jullie het plan afspreken."),
    _("De dag van het plan is niet ingevuld."),
    _("Aan deze dag is te zien of het plan op tijd is gemaakt."),
    _("Vul de dag in waarop jullie het plan hebben gemaakt."),
    _("Wat is het doel van het plan?"),
    _("Bijvoorbeeld: weer volledig werken in het eigen werk, of gedeeltelijk werken in ander werk bij deze werkgever."),
    _("Het doel van het plan ontbreekt."),
    _("Zonder doel is later niet te zien of de activiteiten hebben geholpen."),
    _("Schrijf op wat jullie met het plan willen bereiken."),
    _("Vanaf welke dag gaat het plan in?"),
    _("De dag waarop jullie met de activiteiten beginnen."),
    _("Naar welk werk werken jullie toe?"),
    _(
        "De gewone volgorde is: eerst het eigen werk, zo nodig aangepast. Kan dat niet, dan ander werk in het"
        " bedrijf. Kan dat ook niet, dan werk bij een andere werkgever."
    ),
    _("het eigen werk, zoals het was"),
    _("het eigen werk, aangepast"),
    _("ander werk in het bedrijf"),
    _("werk bij een andere werkgever"),
    _("dat weten wij nog niet"),
    _("Is eerst in het eigen bedrijf gekeken?"),
    _(
        "Vul dit in als jullie naar een andere werkgever toe werken. Jullie mogen daar samen meteen voor "
        "kiezen, als het meer kans geeft op werk dat beter past."
    ),
    _("ja, en eigen werk en ander werk hier kunnen niet"),
    _("nee, wij kiezen samen meteen voor een andere werkgever"),
    _("nee"),
    _("Er staat niet of eerst in het eigen bedrijf is gekeken."),
    _("Werk bij een andere werkgever komt gewoonlijk pas aan de beurt als het eigen bedrijf niets meer biedt."),
    _("Kies wat hier zo is."),
    _("Jullie zoeken bij een andere werkgever, terwijl in het eigen bedrijf nog niet is gekeken."),
    _("UWV kan zeggen dat er kansen zijn gemist: terugkeer in het eigen bedrijf houdt meestal het langst stand."),
    _("Kijk eerst naar het eigen werk en ander werk in het bedrijf, of leg vast dat jullie hier samen voor kiezen."),
    _("Waarom meteen een andere werkgever?"),
    _("Schrijf op waarom jullie daar meer kans zien op werk dat past. Schrijf geen ziekte of behandeling op."),
    _("Er staat niet waarom jullie meteen voor een andere werkgever kiezen."),
    _("Samen kiezen mag, als het meer uitzicht geeft op passend werk. Dat moet later te zien zijn."),
    _("Schrijf kort op waarom daar meer kans is."),
    _("Wie doet wat?"),
    _(
        "Schrijf elke activiteit op een eigen regel: wat er gebeurt, wie dat doet, waarvoor, en wanneer het "
        "naar verwachting klaar is."
    ),
    _("Activiteiten"),
    _(
        "Zet er minstens één activiteit van de werkgever en één van de werknemer in. Bijvoorbeeld een cursus "
        "of training, een aanpassing van de werkplek, de taken of de werktijden, of begeleiding. Noem geen "
        "behandeling."
    ),
    _("Activiteit"),
    _("Wat gaat er gebeuren?"),
    _("Wie doet dit?"),
    _("werkgever"),
    _("werknemer"),
    _("werkgever en werknemer samen"),
    _("iemand anders"),
    _("Met welk doel?"),
    _("Wanneer is het klaar?"),
    _("Er staat geen activiteit van de werkgever in."),
    _("Het plan zegt van ieder wat die gaat doen."),
    _("Voeg een activiteit van de werkgever toe, of schrijf op waarom die er niet is."),
    _("Er staat geen activiteit van de werknemer in."),
    _("Voeg een activiteit van de werknemer toe, of schrijf op waarom die er niet is."),
    _("Bij een activiteit staat geen doel."),
    _("Bij elke activiteit hoort een doel, anders is niet te zien waarvoor zij dient."),
    _("Schrijf bij elke activiteit het doel op."),
    _("Bij een activiteit staat niet wanneer die klaar is."),
    _("Bij elk doel hoort een dag waarop het naar verwachting is gehaald."),
    _("Vul bij elke activiteit een dag in, ook als het een schatting is."),
    _("Wanneer kijken jullie terug?"),
    _("Dagen waarop jullie het plan bespreken"),
    _("Kies vaste momenten, en in elk geval één aan het eind van het eerste ziektejaar."),
    _("Moment"),
    _("De momenten om terug te kijken ontbreken."),
    _("In het plan staat op welke dagen jullie bespreken hoe het gaat."),
    _("Vul minstens één dag in waarop jullie het plan bespreken."),
    _("Wie begeleidt het plan?"),
    _("Naam van de casemanager"),
    _(
        "Eén persoon, met naam. Deze persoon begeleidt het plan en houdt contact tussen werknemer, werkgever "
        "en bedrijfsarts."
    ),
    _("Er staat geen casemanager in het plan."),
    _("Eén persoon moet de uitvoering begeleiden en het contact onderhouden."),
    _("Spreek af wie dat doet en vul de naam in."),
    _("Bij de casemanager staat een afdeling, geen persoon."),
    _("De regels vragen één persoon met naam, zodat iedereen weet wie hij kan bellen."),
    _("Vul de naam in van degene die het plan begeleidt."),
    _("Hoe kijken jullie er zelf tegenaan?"),
    _(
        "Ieder schrijft in eigen woorden wat hij vindt van de activiteiten, de doelen en de evaluatie. Alleen"
        " jij kunt je eigen deel invullen. Schrijf geen ziekte of behandeling op."
    ),
    _("Visie van de werkgever"),
    _("Alleen de werkgever vult dit in."),
    _("De visie van de werkgever ontbreekt."),
    _("In het plan staat van beiden hoe zij er zelf tegenaan kijken."),
    _("Vraag de werkgever om het eigen deel in te vullen, of schrijf op waarom het er niet is."),
    _("Visie van de werknemer"),
    _("Alleen de werknemer vult dit in, of vertelt het en bevestigt daarna wat er is opgeschreven."),
    _("De visie van de werknemer ontbreekt."),
    _(
        "Vraag de werknemer om het eigen deel in te vullen. Lukt dat niet, schrijf dan op waarom en wanneer "
        "het is gevraagd."
    ),
    _("Zijn jullie het eens?"),
    _("Zijn werkgever en werknemer het eens over het plan?"),
    _("Ook als jullie het niet eens zijn, kan het plan doorgaan."),
    _("ja"),
    _("niet over alles"),
    _("Waarover zijn jullie het niet eens?"),
    _("Schrijf op wat ieder vindt. Laat leeg als jullie het eens zijn."),
    _("Er staat niet waarover jullie het oneens zijn."),
    _("Het plan is een afspraak van beiden; een verschil van mening hoort erin te staan."),
    _("Schrijf kort op waar het verschil zit."),
    _("Is een deskundigenoordeel van UWV nodig?"),
    _("UWV kan zeggen of werk past en of ieder genoeg doet. Werkgever en werknemer mogen het ieder vragen."),
    _("nee, dat is niet nodig"),
    _("wij hebben het besproken en vragen het nu niet"),
    _("ja, het is aangevraagd"),
    _("Er staat niet of jullie een deskundigenoordeel hebben overwogen."),
    _("Bij een verschil van mening kan het oordeel van UWV jullie verder helpen."),
    _("Bespreek het en kies wat jullie hebben besloten."),
)
