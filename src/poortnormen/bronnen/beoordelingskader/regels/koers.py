"""Paragraaf 5: de koers voor het tweede ziektejaar, die werkgever en werknemer bij de eerstejaarsevaluatie kiezen."""

from datetime import date

from poortnormen.feiten.koers import Koersbesluit
from poortnormen.norm import bepaalt
from poortnormen.uitkomst import Mist, Nvt, Onbekend, Uiterlijk, Uitkomst, Vastgesteld, mist, nvt


@bepaalt("BKP-5-30")
def is_koers_samen_gekozen(
    *,
    peildatum: date,
    uiterste_dag_eerstejaarsevaluatie: Uitkomst,
    koers_volgens_werkgever: Koersbesluit | None,
    koers_volgens_werknemer: Koersbesluit | None,
) -> bool | Mist | Nvt:
    """Of beide partijen bij het opschudmoment dezelfde koers kozen."""
    match uiterste_dag_eerstejaarsevaluatie:
        case Vastgesteld(waarde=Uiterlijk(vroegste_dag=date() as vanaf)):
            pass
        case Onbekend(ontbreekt=ontbreekt):
            return mist(*ontbreekt)
        case _:
            return nvt("niet_nodig")
    if peildatum < vanaf:
        return nvt("komt_nog", houdbaar_tot=vanaf)
    werkgever = _vanaf(koers_volgens_werkgever, vanaf)
    werknemer = _vanaf(koers_volgens_werknemer, vanaf)
    if werkgever is not None and werknemer is not None:
        return werkgever.koers is werknemer.koers
    namen = {"koers_volgens_werkgever": werkgever, "koers_volgens_werknemer": werknemer}
    return mist(*(naam for naam, besluit in namen.items() if besluit is None))


def _vanaf(besluit: Koersbesluit | None, dag: date) -> Koersbesluit | None:
    """Het besluit, als het niet van voor die dag is."""
    return besluit if besluit is not None and besluit.genomen_op >= dag else None
