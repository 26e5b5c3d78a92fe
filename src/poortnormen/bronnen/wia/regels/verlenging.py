"""Artikel 24 en artikel 25, vierde lid: de vrijwillige verlenging van de tijd met loon, en het verslag daarbij."""

from dataclasses import dataclass
from datetime import date

from poortnormen.bronnen.wia.regels.klok import einde_dienstverband
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.stukken import Afschrift, Stuk
from poortnormen.feiten.uwv import Verlengingsbesluit
from poortnormen.norm import bepaalt
from poortnormen.termijnregels import Termijnregels
from poortnormen.tijd import Weken, laatste_dag_binnen, terug_vanaf
from poortnormen.uitkomst import Mist, Nvt, Uiterlijk, mist, nvt
from poortnormen.verslag import verslag_gereed_op


@dataclass(frozen=True, slots=True)
class VroegsteEinde(Uiterlijk):
    """De vroegste dag waarop een verlenging na een verzoek kan eindigen, en of het besloten einde eerder is."""

    is_besluit_te_vroeg: bool = False


@bepaalt("WIA-24-1")
def einde_vrijwillige_verlenging(
    *,
    laatste_dag_wachttijd: date,
    verlenging_akkoord_werkgever_op: date | None,
    verlenging_akkoord_werknemer_op: date | None,
    verlengingsbesluit: Verlengingsbesluit | None,
    dienstverband: Dienstverband | None,
) -> date | Mist | Nvt:
    """De laatste dag van de verlenging: die UWV bepaalde, of de laatste dag van het dienstverband als dat eerder is."""
    if verlengingsbesluit is not None:
        einde = verlengingsbesluit.einde
        if einde is None:
            return nvt("geweigerd")
        uit_dienst = einde_dienstverband(dienstverband)
        return einde if uit_dienst is None else min(einde, max(uit_dienst, laatste_dag_wachttijd))
    getekend = (verlenging_akkoord_werkgever_op, verlenging_akkoord_werknemer_op)
    if None not in getekend:
        return mist("verlengingsbesluit", mogelijk=(("geen verlenging", laatste_dag_wachttijd),), werkt_door=True)
    return nvt("geen_verzoek" if getekend == (None, None) else "voorstel")


@bepaalt("WIA-24-3")
def vroegste_einde_verkorte_verlenging(
    *,
    einde_vrijwillige_verlenging: date,
    verlenging_verkorten_gevraagd_op: date | None,
    verlengingsbesluit: Verlengingsbesluit | None,
    dienstverband: Dienstverband | None,
    termijn_verkorten_verlenging: Weken,
) -> VroegsteEinde | Mist:
    """De vroegste dag waarop de verlenging na het verzoek van een van beiden kan eindigen."""
    gevraagd = verlenging_verkorten_gevraagd_op
    if gevraagd is None:
        return mist("verlenging_verkorten_gevraagd_op")
    dag = laatste_dag_binnen(na=gevraagd, termijn=termijn_verkorten_verlenging)
    uit_dienst = einde_dienstverband(dienstverband)
    if uit_dienst is not None:
        dag = min(dag, uit_dienst)
    is_verkort = verlengingsbesluit is not None and verlengingsbesluit.besluit_op >= gevraagd
    return VroegsteEinde(dag, is_besluit_te_vroeg=is_verkort and einde_vrijwillige_verlenging < dag)


@bepaalt("WIA-25-4")
def uiterste_dag_verslag_bij_verlenging(
    *,
    einde_vrijwillige_verlenging: date,
    verlengingsbesluit: Verlengingsbesluit | None,
    verslag_gevraagd_op: date | None,
    stukken: tuple[Stuk, ...],
    afschriften: tuple[Afschrift, ...],
    termijnregels: Termijnregels,
    termijn_verslag: Weken,
    termijn_verslag_op_verzoek: Weken,
) -> Uiterlijk:
    """De laatste dag voor het verslag of de aanvulling erop; een verslag van voor de verlenging telt niet."""
    dag = terug_vanaf(dag=einde_vrijwillige_verlenging, termijn=termijn_verslag)
    if verslag_gevraagd_op is not None:
        dag = min(dag, termijnregels.laatste_dag(na=verslag_gevraagd_op, termijn=termijn_verslag_op_verzoek))
    vanaf = None if verlengingsbesluit is None else verlengingsbesluit.besluit_op
    return Uiterlijk(dag, verslag_gereed_op(stukken, afschriften, vanaf=vanaf))
