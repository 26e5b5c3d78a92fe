"""Paragraaf 11: wat bij een tijdelijk contract aan kosten te vragen is."""

from fractions import Fraction

from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.reintegratie import Kostenbesluit
from poortnormen.geld import Bedrag
from poortnormen.norm import bepaalt
from poortnormen.uitkomst import Mist, Nvt, mist, nvt


def _hoogste_kosten(besluit: Kostenbesluit, dienstverband: Dienstverband, deel: Fraction) -> Fraction | Mist | Nvt:
    """De grens in centen, exact; bij een vast contract is er geen."""
    if dienstverband.einde is None or besluit.besloten_op > dienstverband.einde:
        return nvt("geen_lopend_tijdelijk_contract")
    if besluit.nog_te_betalen_loon_centen is None:
        return mist("kostenbesluiten")
    return besluit.nog_te_betalen_loon_centen * deel


@bepaalt("BKP-11-06", per="kostenbesluiten")
def hoogste_reintegratiekosten(
    *, kostenbesluit: Kostenbesluit, dienstverband: Dienstverband, hoogste_deel_van_loon: Fraction
) -> Bedrag | Mist | Nvt:
    """Hoeveel van de werkgever te vragen is: hoogstens 70% van het loon dat hij nog moet betalen, in hele centen."""
    grens = _hoogste_kosten(kostenbesluit, dienstverband, hoogste_deel_van_loon)
    return Bedrag(grens.numerator // grens.denominator) if isinstance(grens, Fraction) else grens


@bepaalt("BKP-11-05", per="kostenbesluiten")
def zijn_kosten_te_vragen(
    *, kostenbesluit: Kostenbesluit, dienstverband: Dienstverband, hoogste_deel_van_loon: Fraction
) -> bool | Mist | Nvt:
    """Of deze kosten binnen die grens blijven."""
    grens = _hoogste_kosten(kostenbesluit, dienstverband, hoogste_deel_van_loon)
    return kostenbesluit.kosten_centen <= grens if isinstance(grens, Fraction) else grens
