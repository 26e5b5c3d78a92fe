"""Questions about taking charge: after a sanction, between the parties, money, and help from outside."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _

from poortwijzer.web.forms.vraagtekst import Vraagtekst

REGIE: Mapping[str, Mapping[str, Vraagtekst]] = MappingProxyType(
    {
        "herstelstappen": {
            "gedaan_op": Vraagtekst(_("Op welke dag is dit gedaan?")),
            "grond": Vraagtekst(
                _("Voor welke tekortkoming?"), _("Neem de woorden over waarmee zij bij het besluit is vastgelegd.")
            ),
            "wat": Vraagtekst(_("Wat is er gedaan?")),
            "bewijs": Vraagtekst(_("Welk stuk bewijst dat?"), _("Leeg: er is nog geen bewijs.")),
            "is_hiermee_hersteld": Vraagtekst(
                _("Is de tekortkoming hiermee volgens u hersteld?"), _("UWV beslist of dat zo is.")
            ),
        },
        "informatieverzoeken": {
            "gevraagd_op": Vraagtekst(_("Van welke dag is de vraag van UWV?"), _("De dag die op de brief staat.")),
            "aan": Vraagtekst(_("Aan wie vroeg UWV het?")),
            "wat": Vraagtekst(
                _("Wat wil UWV weten?"),
                _("Alleen het onderwerp. Medische gegevens gaan van de bedrijfsarts rechtstreeks naar UWV."),
            ),
            "uiterlijk_op": Vraagtekst(_("Tot en met welke dag kan het antwoord komen?")),
        },
        "informatieantwoorden": {
            "gegeven_op": Vraagtekst(_("Op welke dag kreeg UWV het antwoord?")),
            "door": Vraagtekst(_("Wie gaf het antwoord?")),
            "vraag_van": Vraagtekst(_("Van welke dag was de vraag?"), _("De dag op de brief van UWV.")),
        },
    }
)
