"""The texts of eindevaluatie.toml, for the translators. Made by formulieren.onderhoud."""

from django.utils.translation import gettext_noop as _

TEKSTEN = (
    _("Eindevaluatie"),
    _(
        "Werkgever en werknemer kijken voor het laatst samen terug, met het actueel oordeel van de "
        "bedrijfsarts erbij. De eindevaluatie gaat mee in het re-integratieverslag."
    ),
    _(
        "Ben je het niet eens met de eindevaluatie? Schrijf dat op in het oordeel van de werknemer, dat bij "
        "het verslag gaat."
    ),
    _("Hoe staat het er nu voor?"),
    _("Dag van het gesprek"),
    _("De dag waarop jullie samen hebben teruggekeken."),
    _("De dag van het gesprek is niet ingevuld."),
    _("In het verslag zit de meest recente evaluatie; dat is alleen te zien met een dag."),
    _("Vul de dag van het gesprek in."),
    _("In welk werk werkt de werknemer nu?"),
    _("Kies het werk waarin de meeste uren worden gemaakt."),
    _("het eigen werk"),
    _("het eigen werk, aangepast"),
    _("ander werk bij deze werkgever"),
    _("werk bij een andere werkgever"),
    _("de werknemer werkt niet"),
    _("Er staat niet in welk werk de werknemer nu werkt."),
    _("UWV kijkt eerst naar wat er is bereikt."),
    _("Kies wat nu het geval is."),
    _("Hoeveel uur per week werkt de werknemer nu echt?"),
    _("Vul 0 in als er niet wordt gewerkt."),
    _("uur per week"),
    _("De uren die nu echt worden gewerkt ontbreken."),
    _("In het dossier staat hoeveel er echt is gewerkt."),
    _("Vul het aantal uren in. Is het niet bekend, schrijf dan op waarom niet."),
    _("Welk deel van het oude loon is het werk waard?"),
    _("De loonwaarde in procenten van het loon van vóór de ziekte. Weten jullie het niet, laat dit dan leeg."),
    _("Terugkijken"),
    _("Wat is er gedaan om weer aan het werk te komen?"),
    _("Noem wat werkgever en werknemer hebben gedaan, in het eigen bedrijf en daarbuiten."),
    _("Er staat niet wat er is gedaan."),
    _("Deze evaluatie gaat over voortgang en uitvoering van het plan."),
    _("Beschrijf in het kort wat ieder heeft gedaan."),
    _("Wat heeft het opgeleverd?"),
    _("Wat is gelukt, wat is niet gelukt, en hoe komt dat? Schrijf geen ziekte of behandeling op."),
    _("Er staat niet wat de activiteiten hebben opgeleverd."),
    _("UWV kijkt eerst naar het resultaat en dan pas naar wat er is gedaan."),
    _("Schrijf op wat is gelukt en wat niet."),
    _("Kan de werknemer dit werk blijven doen?"),
    _("Ook na het einde van de twee jaar."),
    _("Welke afspraken gelden nu?"),
    _("Wat doen werkgever en werknemer tot het einde van de twee jaar, en daarna?"),
    _("Hoe kijken jullie er zelf tegenaan?"),
    _(
        "Ieder schrijft in eigen woorden. Alleen jij kunt je eigen deel invullen. Schrijf geen ziekte of "
        "behandeling op."
    ),
    _("Visie van de werkgever"),
    _("Alleen de werkgever vult dit in. Mag leeg blijven."),
    _("Visie van de werknemer"),
    _("Alleen de werknemer vult dit in. Mag leeg blijven."),
)
