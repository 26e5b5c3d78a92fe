"""What a person reads when a file may not come in: what is wrong, why that matters, and what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortwijzer.bijlagen.afgekeurd import Reden

WEIGERING: Mapping[Reden, Promise] = MappingProxyType(
    {
        Reden.LEEG: _("Dit bestand is leeg. Kies het opnieuw."),
        Reden.TE_GROOT: _(
            "Dit bestand is groter dan 10 MB. Maak het kleiner: scan in zwart-wit of grijs, of verdeel het in delen."
        ),
        Reden.NAAM: _(
            "De naam van dit bestand kan verwarring geven. Geef het een andere naam: alleen letters, cijfers, "
            "spaties en streepjes, en hoogstens 200 tekens."
        ),
        Reden.EXTENSIE: _(
            "Dit soort bestand kan er niet bij. Kies een PDF, een foto (JPG of PNG) of een tekst (DOCX of ODT). "
            "Een ander bestand slaat u eerst op als PDF."
        ),
        Reden.DUBBELE_EXTENSIE: _(
            "De naam van dit bestand noemt twee soorten bestanden. Zo wordt vaak een virus verstopt. Weet u zeker"
            " dat het bestand klopt? Geef het dan een naam met één punt."
        ),
        Reden.ANDER_TYPE: _(
            "Uw browser zegt dat dit een ander soort bestand is dan de naam zegt. Open het bestand, sla het op "
            "als PDF en kies het opnieuw."
        ),
        Reden.ANDERE_INHOUD: _(
            "In dit bestand zit iets anders dan de naam zegt. Open het bestand, sla het op als PDF en kies het opnieuw."
        ),
        Reden.BEVEILIGD: _(
            "Dit bestand heeft een wachtwoord of slot, of is van een oude versie. Zo kunnen wij het niet "
            "nakijken. Open het, druk het af naar PDF zonder wachtwoord en kies dat bestand."
        ),
        Reden.BESCHADIGD: _(
            "Dit bestand is beschadigd of niet compleet. Open het, sla het opnieuw op (het liefst als PDF) en "
            "kies het opnieuw."
        ),
        Reden.ACTIEF: _(
            "In dit bestand zit een macro, script of knop die iets doet. Dat kan schade geven bij wie het opent. "
            "Druk het bestand af naar PDF en kies dat bestand."
        ),
        Reden.INGESLOTEN: _(
            "In dit bestand zit een ander bestand verstopt. Dat kunnen wij niet nakijken. Voeg elk bestand apart "
            "toe, of druk dit bestand af naar PDF."
        ),
        Reden.VERWIJST: _(
            "Dit bestand haalt iets op van een andere plek als iemand het opent. Zo kan een ander zien wie het "
            "leest. Druk het bestand af naar PDF en kies dat bestand."
        ),
        Reden.TE_ZWAAR: _(
            "Dit bestand is te zwaar om na te kijken: het wordt heel groot als iemand het opent. Verdeel het in "
            "kleinere delen, of scan het opnieuw met een lagere kwaliteit."
        ),
        Reden.AANGEPLAKT: _(
            "Aan dit bestand is iets anders vastgeplakt. Open het, sla het opnieuw op als PDF en kies dat bestand."
        ),
        Reden.VIRUS: _(
            "In dit bestand is een virus gevonden. Het is niet bewaard. Open het niet meer, en vertel het aan uw "
            "ICT-afdeling."
        ),
        Reden.NIET_GESCAND: _(
            "Wij kunnen nu niet nakijken of er een virus in dit bestand zit. Het is niet bewaard. Probeer het "
            "later opnieuw."
        ),
    }
)
