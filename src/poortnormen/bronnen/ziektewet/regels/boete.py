"""Wat een te late of onjuiste melding kan kosten (artikel 38, derde lid, Boetebesluit en beleidsregel)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from poortnormen.feiten.uwv import Ziekteaangifte
from poortnormen.feiten.vangnet import Meldingsoorzaak
from poortnormen.geld import Bedrag, rond_af_op_cent
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG, dagen_later
from poortnormen.uitkomst import Mist, Nvt, Onbekend, Tot, Uiterlijk, Uitkomst, Vastgesteld, mist, nvt, vroegste
from poortnormen.ziektetijd import Ziektetijd


@dataclass(frozen=True, slots=True)
class Meldingsgebrek:
    """Een melding die te laat is of een verkeerde dag noemt, met wat UWV er ten hoogste voor kan opleggen."""

    norm: str
    uiterste_dag: date
    gedaan_op: date | None
    is_onjuist: bool
    boete_hoogstens: Bedrag


@dataclass(frozen=True, slots=True)
class Boeterisico:
    """De boete per melding; van wat nog niet is gedaan, de boete als het nu gebeurt."""

    norm: str
    bedrag: Bedrag


@dataclass(frozen=True, slots=True)
class Boetemogelijkheden:
    """Wat UWV kan opleggen als het meeweegt waardoor de melding te laat was."""

    norm: str
    bedragen: tuple[Bedrag, ...]


def _termijn(uitkomst: Uitkomst, gedaan_op: date | None = None) -> Uiterlijk | None:
    if not isinstance(uitkomst, Vastgesteld):
        return None
    if isinstance(uitkomst.waarde, Uiterlijk):
        return uitkomst.waarde
    assert isinstance(uitkomst.waarde, date)  # noqa: S101  # een melding heeft een laatste dag
    return Uiterlijk(uitkomst.waarde, gedaan_op)


def _nog_nodig(termijnen: Sequence[tuple[str, Uiterlijk]], ziektetijd: Ziektetijd) -> Iterator[tuple[str, Uiterlijk]]:
    """Na herstel hoeft de 42-wekenaangifte niet meer; de andere meldingen blijven."""
    for norm, termijn in termijnen:
        hersteld = ziektetijd.hersteld_op
        if norm != "ZW-38-1" or termijn.gedaan_op is not None or hersteld is None or termijn.dag < hersteld:
            yield norm, termijn


@bepaalt("ZW-38-3")
def gebreken_in_meldingen(
    *,
    peildatum: date,
    ziektetijd: Ziektetijd,
    ziekteaangifte: Ziekteaangifte | None,
    aangifte_gedaan_op: date | None,
    uiterste_dag_ziekteaangifte: Uitkomst,
    uiterste_dag_ziek_uit_dienst: Uitkomst,
    uiterste_dag_vangnetmelding: Uitkomst,
    uiterste_dag_vangnetmelding_na_zes_weken: Uitkomst,
    uiterste_dag_herstelmelding: Uitkomst,
    uiterste_dag_melding_eigenrisicodrager: Uitkomst,
    boete_hoogstens: Bedrag,
) -> Tot | Mist | Nvt:
    """De meldingen die te laat zijn of een verkeerde eerste ziektedag noemen."""
    uitkomsten = (
        (uiterste_dag_ziekteaangifte, aangifte_gedaan_op),
        (uiterste_dag_ziek_uit_dienst, None),
        (uiterste_dag_vangnetmelding, None),
        (uiterste_dag_vangnetmelding_na_zes_weken, None),
        (uiterste_dag_herstelmelding, None),
        (uiterste_dag_melding_eigenrisicodrager, None),
    )
    bekend = [(u.norm, termijn) for u, gedaan in uitkomsten if (termijn := _termijn(u, gedaan)) is not None]
    termijnen = list(_nog_nodig(bekend, ziektetijd))
    gemeld = None if ziekteaangifte is None else ziekteaangifte.gemelde_eerste_ziektedag
    is_onjuist = gemeld is not None and aangifte_gedaan_op is not None and gemeld != ziektetijd.eerste_ziektedag
    gebreken = tuple(
        Meldingsgebrek(norm, termijn.dag, termijn.gedaan_op, onjuist, boete_hoogstens)
        for norm, termijn in termijnen
        if (onjuist := is_onjuist and norm == "ZW-38-1") or (termijn.gedaan_op or peildatum) > termijn.dag
    )
    straks = vroegste(*(t.dag + EEN_DAG for _, t in termijnen if t.gedaan_op is None and peildatum <= t.dag))
    if gebreken:
        return Tot(gebreken, straks)
    onbekend = [naam for u, _ in uitkomsten if isinstance(u, Onbekend) for naam in u.ontbreekt]
    return mist(*dict.fromkeys(onbekend), houdbaar_tot=straks) if onbekend else nvt("op_tijd", houdbaar_tot=straks)


@bepaalt("ZW-38-3-2")
def boete_per_melding(
    *,
    peildatum: date,
    gebreken_in_meldingen: tuple[Meldingsgebrek, ...],
    boetestappen: Sequence[tuple[int, str]],
    boete_onjuiste_melding: Bedrag,
) -> Tot:
    """Per melding de stap die bij het aantal dagen te laat hoort, met de dag waarop een volgende stap ingaat."""
    risico: list[Boeterisico] = []
    straks: date | None = None
    for gebrek in gebreken_in_meldingen:
        if gebrek.is_onjuist:
            risico.append(Boeterisico(gebrek.norm, boete_onjuiste_melding))
            continue
        te_laat = ((gebrek.gedaan_op or peildatum) - gebrek.uiterste_dag).days
        bedrag = [euro for dagen, euro in boetestappen if dagen <= te_laat][-1]
        risico.append(Boeterisico(gebrek.norm, Bedrag.van_euro(bedrag)))
        if gebrek.gedaan_op is None:
            later = (dagen_later(gebrek.uiterste_dag, dagen) for dagen, _ in boetestappen if dagen > te_laat)
            straks = vroegste(straks, *later)
    return Tot(tuple(risico), straks)


@bepaalt("ZW-38-3-3")
def boete_na_verwijt(
    *,
    boete_per_melding: tuple[Boeterisico, ...],
    oorzaak_late_melding: Meldingsoorzaak | None,
    vermindering_boete: Fraction,
) -> tuple[Boetemogelijkheden, ...]:
    """De bedragen die mogelijk zijn: de hele boete, de helft als er minder te verwijten is, of niets."""
    mogelijkheden = []
    for risico in boete_per_melding:
        bedragen = [risico.bedrag]
        if oorzaak_late_melding is not None:
            bedragen.append(Bedrag(rond_af_op_cent(risico.bedrag.centen * (1 - vermindering_boete))))
        if oorzaak_late_melding in {Meldingsoorzaak.DIGITALE_STORING, Meldingsoorzaak.BUITEN_INVLOED_WERKGEVER}:
            bedragen.append(Bedrag(0))
        mogelijkheden.append(Boetemogelijkheden(risico.norm, tuple(bedragen)))
    return tuple(mogelijkheden)


@bepaalt("ZW-38-1-3")
def is_late_aangifte_reden_voor_loonsanctie(
    *, peildatum: date, uiterste_dag_ziekteaangifte: date, aangifte_gedaan_op: date | None
) -> Tot | Nvt:
    """Of een te late 42-wekenaangifte op zichzelf tot een loonsanctie kan leiden: nooit."""
    if aangifte_gedaan_op is None and peildatum <= uiterste_dag_ziekteaangifte:
        return nvt("aangifte_op_tijd", houdbaar_tot=uiterste_dag_ziekteaangifte + EEN_DAG)
    if aangifte_gedaan_op is not None and aangifte_gedaan_op <= uiterste_dag_ziekteaangifte:
        return nvt("aangifte_op_tijd")
    return Tot(waarde=False, houdbaar_tot=None)
