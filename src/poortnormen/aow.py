"""Of de AOW-leeftijd in beeld is: de dag zelf, een vraag als de leeftijd er dichtbij kan zijn, en anders niets."""

from datetime import date

from poortnormen.tijd import Jaren, jaren_later
from poortnormen.uitkomst import FeitOntbreekt


def aow_tot_en_met(
    dag: date, *, aow_datum: date | None, geboortedatum: date | None, laagste_aow_leeftijd: Jaren
) -> date | None:
    """De AOW-datum als die niet na `dag` ligt; niets als zij later ligt of er geen aanwijzing voor is.

    Raises:
        FeitOntbreekt: als de werknemer op `dag` oud genoeg kan zijn en de AOW-datum niet is vastgelegd.
    """
    if aow_datum is not None:
        return aow_datum if aow_datum <= dag else None
    if geboortedatum is not None and jaren_later(geboortedatum, laagste_aow_leeftijd) <= dag:
        raise FeitOntbreekt("aow_datum")
    return None
