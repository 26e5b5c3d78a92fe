"""Hulpen die de normen over de wachttijd delen: welke klok telt, en hoe het met een verkorte wachttijd staat."""

from collections.abc import Sequence
from datetime import date

from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.wachttijd import VerkorteWachttijdbesluit, VerkorteWachttijdverzoek
from poortnormen.tijd import EEN_DAG
from poortnormen.uitkomst import Uitkomst, Vastgesteld
from poortnormen.ziektetijd import Ziektetijd


def klok(persoonsklok: Uitkomst, ziektetijd: Ziektetijd) -> Ziektetijd:
    """De telling van de persoon als die bekend is, en anders die van dit verzuim."""
    if isinstance(persoonsklok, Vastgesteld) and isinstance(persoonsklok.waarde, Ziektetijd):
        return persoonsklok.waarde
    return ziektetijd


def is_verkort(besluit: VerkorteWachttijdbesluit | None) -> bool:
    """Of UWV een verkorte wachttijd heeft toegekend."""
    return besluit is not None and besluit.einde is not None


def loopt_verzoek(verzoeken: Sequence[VerkorteWachttijdverzoek], besluit: VerkorteWachttijdbesluit | None) -> bool:
    """Of er een verzoek om een verkorte wachttijd ligt waarop UWV nog niet besliste."""
    return bool(verzoeken) and besluit is None


def einde_wacht_of_verlenging(laatste_dag_wachttijd: date, einde_verlenging: date | None) -> date:
    """De laatste dag van de wachttijd, of van de vrijwillige verlenging als die later eindigt."""
    return laatste_dag_wachttijd if einde_verlenging is None else max(laatste_dag_wachttijd, einde_verlenging)


def is_aow_voor_wia(laatste_dag: date, aow_datum: date | None) -> bool:
    """Of er door de AOW-leeftijd na deze laatste dag geen WIA meer kan ingaan (artikel 43, onderdeel g)."""
    return aow_datum is not None and aow_datum <= laatste_dag + EEN_DAG


def einde_dienstverband(dienstverband: Dienstverband | None) -> date | None:
    """De laatste dag van het dienstverband, als die bekend is."""
    return None if dienstverband is None else dienstverband.einde
