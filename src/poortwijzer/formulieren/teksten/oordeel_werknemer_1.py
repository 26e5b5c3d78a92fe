"""The texts of oordeel_werknemer.toml, for the translators. Made by formulieren.onderhoud."""

from django.utils.translation import gettext_noop as _

TEKSTEN = (
    _("Oordeel van de werknemer"),
    _(
        "Dit is jouw deel van het re-integratieverslag. Je zegt per onderdeel wat je ervan vindt, in je eigen"
        " woorden. Niemand anders kan hier iets in veranderen."
    ),
    _("Jouw oordeel"),
    _("Dag waarop je dit invult"),
    _("Meestal is dat vandaag."),
    _("De dag waarop je dit invult ontbreekt."),
    _("Je oordeel gaat over de onderdelen zoals ze op die dag waren."),
    _("Vul de dag in."),
    _("Wat vind je van de onderdelen?"),
    _(
        "Lees de onderdelen rustig door. Kies per onderdeel of je het ermee eens bent. Wil je iets uitleggen,"
        " schrijf het er dan bij."
    ),
    _("Onderdeel a: gegevens van werknemer, werkgever en bedrijfsarts"),
    _("Kloppen je eigen gegevens en die van de werkgever en de bedrijfsarts?"),
    _("Je oordeel over onderdeel a ontbreekt."),
    _("Jij mag iets zeggen over alle andere onderdelen van het verslag."),
    _("Kies of je het eens bent. Wil je over dit onderdeel niets zeggen, schrijf dat dan op als reden."),
    _("Onderdeel b: aard van het bedrijf"),
    _("Klopt wat er staat over wat het bedrijf doet?"),
    _("Je oordeel over onderdeel b ontbreekt."),
    _("Onderdeel c: je functie"),
    _("Klopt de beschrijving van je werk?"),
    _("Je oordeel over onderdeel c ontbreekt."),
    _("Onderdeel d: wat je kunt en hebt geleerd"),
    _("Klopt wat er staat over je opleiding, ervaring en wat je goed kunt?"),
    _("Je oordeel over onderdeel d ontbreekt."),
    _("Onderdeel e: je eerste ziektedag"),
    _("Klopt de eerste ziektedag?"),
    _("Je oordeel over onderdeel e ontbreekt."),
    _("Onderdeel f: oordeel en adviezen van de bedrijfsarts"),
    _("Wat vind je van het oordeel en de adviezen van de bedrijfsarts?"),
    _("Je oordeel over onderdeel f ontbreekt."),
    _("Onderdeel g: plan van aanpak en bijstellingen"),
    _("Wat vind je van het plan en van wat er later aan is veranderd?"),
    _("Je oordeel over onderdeel g ontbreekt."),
    _("Onderdeel h: eerstejaarsevaluatie en laatste evaluatie"),
    _("Wat vind je van deze twee evaluaties?"),
    _("Je oordeel over onderdeel h ontbreekt."),
    _("Onderdeel i: de arbeidsrelatie"),
    _("Wat vind je van wat de werkgever en de bedrijfsarts schrijven over de samenwerking?"),
    _("Je oordeel over onderdeel i ontbreekt."),
    _("Onderdeel j: verloop, beperkingen en mogelijkheden"),
    _("Wat vind je van wat de bedrijfsarts schrijft over wat je wel en niet kunt?"),
    _("Je oordeel over onderdeel j ontbreekt."),
    _("Onderdeel k: passend werk"),
    _("Wat vind je van wat er staat over werk dat bij je past?"),
    _("Je oordeel over onderdeel k ontbreekt."),
    _("Wat wil je verder zeggen?"),
    _("Je eigen verhaal"),
    _(
        "Bijvoorbeeld: hoe vond je de begeleiding, wat had anders gekund, wat hoop je? Je hoeft niets over je"
        " ziekte te schrijven."
    ),
)
