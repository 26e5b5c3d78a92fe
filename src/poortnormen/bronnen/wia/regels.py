"""Uitwerking van de Wet werk en inkomen naar arbeidsvermogen: wachttijd, verslag, aanvraag en loonsanctie."""

from datetime import date

from poortnormen.feiten.verzuim import Hersteldmelding, Verlof, Ziekmelding
from poortnormen.norm import bepaalt
from poortnormen.tijd import Periode, Weken, dagen_later
from poortnormen.uitkomst import Mist, mist
from poortnormen.ziektetijd import Onderbreking, Onderbrekingsgrond, Ziektetijd, voeg_samen


@bepaalt("WIA-23-3")
def ziektetijd(
    *,
    ziekmeldingen: tuple[Ziekmelding, ...],
    hersteldmeldingen: tuple[Hersteldmelding, ...],
    verloven: tuple[Verlof, ...],
    langste_onderbreking: Weken,
) -> Ziektetijd | Mist:
    """Het laatste verzuim met de dagen die daarin niet meetellen."""
    if not ziekmeldingen:
        return mist("ziekmeldingen")
    herstel = sorted(melding.hersteld_op for melding in hersteldmeldingen)
    eerste = ziekmeldingen[0].eerste_ziektedag
    tussen: list[Onderbreking] = []
    hersteld_op: date | None = None
    for melding in ziekmeldingen:
        dag = melding.eerste_ziektedag
        if hersteld_op is not None and (dag - hersteld_op).days >= langste_onderbreking.dagen:
            eerste, tussen = dag, []
        elif hersteld_op is not None and dag > hersteld_op:
            tussen.append(Onderbreking(Periode(hersteld_op, dagen_later(dag, -1)), Onderbrekingsgrond.HERSTELD))
        hersteld_op = next((h for h in herstel if h > dag), None)
    verlof = [
        Onderbreking(Periode(v.vanaf, v.tot_en_met), Onderbrekingsgrond.VERLOF) for v in verloven if v.vanaf >= eerste
    ]
    return Ziektetijd(eerste, voeg_samen([*tussen, *verlof]), hersteld_op)


@bepaalt("WIA-23-2")
def eerste_ziektedag(*, ziektetijd: Ziektetijd) -> date:
    """De eerste werkdag waarop door ziekte niet is gewerkt: dag 1 van elke telling."""
    return ziektetijd.eerste_ziektedag


@bepaalt("WIA-23-1")
def laatste_dag_wachttijd(*, eerste_ziektedag: date, ziektetijd: Ziektetijd, duur_wachttijd: Weken) -> date:
    """De laatste dag van de wachttijd, zonder verkorting of verlenging."""
    return ziektetijd.laatste_dag_van(duur_wachttijd)
