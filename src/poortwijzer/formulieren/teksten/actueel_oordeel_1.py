"""The texts of actueel_oordeel.toml, for the translators. Made by formulieren.onderhoud."""

from django.utils.translation import gettext_noop as _

TEKSTEN = (
    _("Actueel oordeel"),
    _(
        "Hoe staat het er nu voor? De werkgever en de bedrijfsarts schrijven ieder hun eigen deel voor het "
        "re-integratieverslag. De bedrijfsarts schrijft over wat iemand kan, niet over welke ziekte iemand "
        "heeft."
    ),
    _(
        "Ben je het niet eens met dit oordeel? Schrijf dat op in het oordeel van de werknemer. Je kunt ook "
        "een deskundigenoordeel vragen bij UWV."
    ),
    _("Dag van het oordeel"),
    _("De dag waarop deze beschrijving klopt. Een oordeel van te lang geleden is niet meer actueel."),
    _("De dag van het oordeel is niet ingevuld."),
    _("Het oordeel moet actueel zijn; dat is alleen te zien met een dag."),
    _("Vul de dag in."),
    _("De arbeidsrelatie"),
    _(
        "Hoe is de band tussen werkgever en werknemer? De werkgever en de bedrijfsarts geven ieder een eigen "
        "oordeel. Verschillen die van elkaar, dan blijven ze naast elkaar staan."
    ),
    _("Arbeidsrelatie, volgens de werkgever"),
    _("Hoe gaat de samenwerking? Speelt er een conflict, en wat is daaraan gedaan?"),
    _("Het oordeel van de werkgever over de arbeidsrelatie ontbreekt (onderdeel i)."),
    _("Dit onderdeel komt van de werkgever én van de bedrijfsarts."),
    _("Vraag de werkgever om dit deel in te vullen."),
    _("Arbeidsrelatie, volgens de bedrijfsarts"),
    _("Hoe is de samenwerking tussen werkgever en werknemer, en wat betekent dat voor het werk?"),
    _("Het oordeel van de bedrijfsarts over de arbeidsrelatie ontbreekt (onderdeel i)."),
    _("Vraag de bedrijfsarts om dit deel in te vullen."),
    _("Verloop, beperkingen en mogelijkheden"),
    _(
        "Alleen de bedrijfsarts vult dit in. Schrijf geen ziekte, oorzaak of behandeling op: dit deel gaat "
        "ook naar de werkgever."
    ),
    _("Hoe is het werk verlopen sinds de eerste ziektedag?"),
    _("Beschrijf de grote lijn: wanneer kon de werknemer meer of minder, en wat kan naar verwachting nog veranderen?"),
    _("Het verloop ontbreekt (onderdeel j)."),
    _("Dit onderdeel komt van de bedrijfsarts en van niemand anders."),
    _("Vraag de bedrijfsarts om het verloop te beschrijven."),
    _("Wat kan de werknemer nu niet, of minder?"),
    _("Beschrijf de beperkingen in het werk, in gewone woorden."),
    _("De beperkingen ontbreken (onderdeel j)."),
    _("Vraag de bedrijfsarts om de beperkingen te beschrijven."),
    _("Wat kan de werknemer nu wel?"),
    _("Beschrijf wat in het werk kan, ook hoeveel uur per dag en per week."),
    _("De mogelijkheden ontbreken (onderdeel j)."),
    _("Vraag de bedrijfsarts om de mogelijkheden te beschrijven."),
    _("Passend werk"),
    _(
        "Is er werk dat past bij wat de werknemer kan, in het eigen bedrijf of daarbuiten? De bedrijfsarts en"
        " de werkgever geven ieder een eigen oordeel."
    ),
    _("Passend werk, volgens de bedrijfsarts"),
    _("Welk soort werk past bij wat de werknemer kan?"),
    _("Het oordeel van de bedrijfsarts over passend werk ontbreekt (onderdeel k)."),
    _("Dit onderdeel komt van de bedrijfsarts én van de werkgever."),
    _("Passend werk, volgens de werkgever"),
    _("Welk werk is bekeken, in het eigen bedrijf en daarbuiten? Wat is aangeboden, en wat kwam eruit?"),
    _("Het oordeel van de werkgever over passend werk ontbreekt (onderdeel k)."),
)
