"""Hoe lang een verzuimdossier en een regel in het logboek blijven, en het antwoord op een verzoek om te wissen."""

from collections.abc import Iterable
from datetime import date

from poortnormen.feiten.bewaren import Bewaarblokkade
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.norm import bepaalt
from poortnormen.tijd import Jaren, Maanden, dagen_later, jaren_later, maanden_later
from poortnormen.uitkomst import Mist, Nvt, mist, nvt


@bepaalt("AVG-AP-8")
def verzuimdossier_bewaren_tot_en_met(
    *,
    dienstverband: Dienstverband,
    bewaarblokkades: tuple[Bewaarblokkade, ...],
    bewaartermijn_verzuimdossier: Jaren,
) -> date | Nvt:
    """De laatste dag waarop de werkgever het verzuimdossier bewaart; de dag erna gaat het weg.

    Zolang het dienstverband of een conflict loopt, gaat er niets weg.
    """
    if dienstverband.einde is None:
        return nvt("dienstverband_loopt")
    return _niet_voor_einde_blokkade(jaren_later(dienstverband.einde, bewaartermijn_verzuimdossier), bewaarblokkades)


@bepaalt("AVG-AP-9")
def eigenrisicodossier_bewaren_tot_en_met(
    *,
    is_eigenrisicodrager: bool | None,
    is_eigenrisicodrager_wga: bool | None,
    begin_bewaartermijn_eigenrisico: date | None,
    bewaarblokkades: tuple[Bewaarblokkade, ...],
    bewaartermijn_eigenrisico_zw: Jaren,
    bewaartermijn_eigenrisico_wga: Jaren,
) -> date | Nvt | Mist:
    """De laatste dag waarop een eigenrisicodrager het dossier bewaart; de WGA gaat voor, want die duurt langer.

    Vanaf welke dag de termijn telt, staat niet in de bron: zonder afgesproken begin is er geen laatste dag.
    """
    if is_eigenrisicodrager_wga is None:
        return mist("is_eigenrisicodrager_wga")
    if not is_eigenrisicodrager_wga and is_eigenrisicodrager is None:
        return mist("is_eigenrisicodrager")
    if not is_eigenrisicodrager_wga and not is_eigenrisicodrager:
        return nvt("geen_eigenrisicodrager")
    if begin_bewaartermijn_eigenrisico is None:
        return mist("begin_bewaartermijn_eigenrisico")
    termijn = bewaartermijn_eigenrisico_wga if is_eigenrisicodrager_wga else bewaartermijn_eigenrisico_zw
    return _niet_voor_einde_blokkade(jaren_later(begin_bewaartermijn_eigenrisico, termijn), bewaarblokkades)


@bepaalt("AVG-LOG-1")
def logregel_bewaren_tot_en_met(*, logregel_op: date, bewaartermijn_logregels: Jaren) -> date:
    """De laatste dag waarop een regel in het logboek moet blijven, ook als het dossier dan al weg is."""
    return jaren_later(logregel_op, bewaartermijn_logregels)


@bepaalt("AVG-12-3")
def wisverzoek_beantwoorden_uiterlijk(*, wisverzoek_ontvangen_op: date, antwoordtermijn_wisverzoek: Maanden) -> date:
    """De laatste dag waarop iemand die vroeg om te wissen antwoord heeft."""
    return maanden_later(wisverzoek_ontvangen_op, antwoordtermijn_wisverzoek)


def _niet_voor_einde_blokkade(dag: date, blokkades: Iterable[Bewaarblokkade]) -> date | Nvt:
    """Schuif de laatste dag op zolang een conflict loopt; zonder einde is er geen laatste dag."""
    for blokkade in sorted(blokkades, key=lambda blokkade: blokkade.vanaf):
        if blokkade.vanaf > dag:
            break
        if blokkade.tot is None:
            return nvt("conflict_loopt", sinds=blokkade.vanaf)
        dag = max(dag, dagen_later(blokkade.tot, -1))
    return dag
