"""A burgerservicenummer in a document: told before it is frozen. Who knows that it is another number says so."""

from collections.abc import Iterator, Mapping

from poortwijzer.formulieren.eisen import Ontbreekt
from poortwijzer.formulieren.soort import Soort
from poortwijzer.formulieren.waarden import Waarde
from poortwijzer.lib.bsn import zoek_bsn
from poortwijzer.lib.datums import gettext
from poortwijzer.lib.datums import gettext as _

NORM = "AVG-AP-6"


def met_bsn(soort: Soort, inhoud: Mapping[str, Waarde]) -> Iterator[Ontbreekt]:
    """Give the fields in which a number stands that may be a burgerservicenummer; the number itself is not told."""
    for veld in soort.velden():
        if zoek_bsn(" ".join(_teksten(inhoud.get(veld.naam)))):
            yield Ontbreekt(
                sleutel=f"{veld.naam}.bsn",
                veld=veld.naam,
                wat=_("In ‘%(label)s’ staat een getal dat een burgerservicenummer kan zijn.")
                % {"label": gettext(veld.label)},
                waarom=_("Een werkgever mag dat nummer hier niet gebruiken, en in dit stuk is het niet nodig."),
                doe=_("Haal het weg. Is het een ander nummer? Schrijf dan op welk."),
                norm=NORM,
                gevers=veld.gevers,
            )


def _teksten(waarde: object) -> Iterator[str]:
    match waarde:
        case str():
            yield waarde
        case Mapping():
            for deel in waarde.values():
                yield from _teksten(deel)
        case list() | tuple():
            for deel in waarde:
                yield from _teksten(deel)
