"""The texts of terugkoppeling.toml, for the translators. Made by formulieren.onderhoud."""

from django.utils.translation import gettext_noop as _

TEKSTEN = (
    _("Terugkoppeling"),
    _(
        "De bedrijfsarts laat de werkgever weten wat iemand wel en niet kan, hoe lang dat duurt, in welke "
        "mate iemand niet kan werken en wat helpt. Meer niet: geen ziekte, geen oorzaak en geen behandeling."
    ),
    _(
        "Ben je het niet eens met de bedrijfsarts? Je kunt een second opinion vragen bij een andere "
        "bedrijfsarts, of een deskundigenoordeel bij UWV."
    ),
    _("Van welke dag"),
    _("Dag van de terugkoppeling"),
    _("De dag waarop klopt wat hieronder staat, meestal de dag van het spreekuur."),
    _("De dag van de terugkoppeling is niet ingevuld."),
    _("Zonder deze dag weet de werkgever niet of het nog klopt."),
    _("Vul de dag in waarop dit klopt."),
    _("Wat kan de werknemer niet en wel?"),
    _(
        "Schrijf in gewone woorden over werk. Dus geen ziekte, klacht, oorzaak of behandeling: dat hoort in "
        "het medisch dossier."
    ),
    _("Welk werk kan de werknemer nu niet?"),
    _("Bijvoorbeeld: niet tillen boven 10 kilo, geen avonddienst, geen werk met veel deadlines."),
    _("Welk werk kan de werknemer nog wel?"),
    _("Bijvoorbeeld: 4 uur per dag zittend werk, verdeeld over de dag. Noem ook hoeveel uur per week."),
    _("Er staat niet wat de werknemer wel of niet kan."),
    _("De werkgever kan zonder dit geen werk zoeken dat past."),
    _("Vul minstens één van de twee in."),
    _("Hoe lang en in welke mate?"),
    _("Hoe lang duurt het naar verwachting?"),
    _("Bijvoorbeeld: nog zes tot acht weken. Weet u het niet, schrijf dan wanneer u het wel denkt te weten."),
    _("Er staat niet hoe lang het naar verwachting duurt."),
    _("De werkgever moet vervanging en werk kunnen plannen."),
    _("Schrijf een verwachting op, of wanneer u die kunt geven."),
    _("In welke mate is de werknemer arbeidsongeschikt?"),
    _(
        "Het deel van het eigen werk dat de werknemer nu niet kan doen, in procenten. Alleen u kunt dit "
        "invullen. Weet u het niet, laat het dan leeg: bij de werkgever blijft het op slot."
    ),
    _("Wat helpt?"),
    _("Welke aanpassingen of stappen zijn nodig?"),
    _(
        "Bijvoorbeeld: een stoel met armsteunen, opbouwen met 2 uur per week, een gesprek over de werkdruk. "
        "Noem geen behandeling."
    ),
)
