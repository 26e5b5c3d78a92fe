"""Artikel 65 en de werkwijzer van UWV: het verslag bij de aanvraag, alle functies bekijken, en op tijd naar spoor 2."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.feiten.reintegratie import Functieoverzicht, ZichtOpTerugkeer
from poortnormen.feiten.wachttijd import VerkorteWachttijdverzoek
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG, Jaren, Maanden, Weken, jaren_later, laatste_dag_binnen, maanden_later
from poortnormen.uitkomst import (
    Mist,
    NietVanToepassing,
    Nvt,
    Onbekend,
    Tot,
    Uiterlijk,
    Uitkomst,
    Vastgesteld,
    mist,
    nvt,
)
from poortnormen.ziektetijd import Ziektetijd


class GrondZonderSpoor2(StrEnum):
    """Waarom spoor 2 volgens UWV achterwege kan blijven."""

    ZICHT_OP_TERUGKEER = "zicht_op_terugkeer"
    MARGINALE_MOGELIJKHEDEN = "marginale_mogelijkheden"
    AOW_BINNEN_EEN_JAAR = "aow_binnen_een_jaar"


@dataclass(frozen=True, slots=True)
class Functiestand:
    """Hoe volledig het overzicht van functies is; de namen zijn die van functies."""

    aantal: int
    zonder_oordeel: tuple[str, ...]
    afgewezen_om_korte_scholing: tuple[str, ...]


@bepaalt("WIA-65-1")
def is_verslag_bij_aanvraag(
    *,
    ziektetijd: Ziektetijd,
    wia_aanvraag_op: date | None,
    reintegratieverslag_op: date | None,
    verkorte_wachttijd_verzoeken: tuple[VerkorteWachttijdverzoek, ...],
) -> bool | Mist | Nvt:
    """Of er op de dag van de aanvraag een re-integratieverslag was om mee te sturen."""
    aanvraag = ziektetijd.in_dit_verzuim(wia_aanvraag_op)
    if aanvraag is None:
        return nvt("geen_aanvraag")
    if any(verzoek.gedaan_op == aanvraag for verzoek in verkorte_wachttijd_verzoeken):
        return nvt("verkorte_wachttijd")
    if reintegratieverslag_op is None:
        return mist("reintegratieverslag_op")
    return reintegratieverslag_op <= aanvraag


@bepaalt("WIA-65-3")
def grond_zonder_spoor2(
    *,
    peildatum: date,
    laatste_dag_wachttijd: date,
    zicht_op_terugkeer: ZichtOpTerugkeer | None,
    zijn_mogelijkheden_marginaal: bool | None,
    aow_datum: date | None,
    akkoord_werkgever_zonder_spoor2_op: date | None,
    akkoord_werknemer_zonder_spoor2_op: date | None,
    tijd_tot_aow: Jaren,
    tijd_tot_terugkeer: Maanden,
) -> GrondZonderSpoor2 | Tot | Mist | Nvt:
    """De grond waarop spoor 2 achterwege kan blijven, als daar alle feiten voor zijn vastgelegd."""
    eerste_dag_erna = laatste_dag_wachttijd + EEN_DAG
    is_eens = None not in (akkoord_werkgever_zonder_spoor2_op, akkoord_werknemer_zonder_spoor2_op)
    if is_eens and aow_datum is not None and aow_datum < jaren_later(eerste_dag_erna, tijd_tot_aow):
        return GrondZonderSpoor2.AOW_BINNEN_EEN_JAAR
    if zijn_mogelijkheden_marginaal:
        return GrondZonderSpoor2.MARGINALE_MOGELIJKHEDEN
    zicht = zicht_op_terugkeer
    if zicht is None or not zicht.is_er:
        return mist("aow_datum") if is_eens and aow_datum is None else nvt("geen_grond")
    return _door_zicht(zicht, peildatum, tijd_tot_terugkeer)


def _door_zicht(zicht: ZichtOpTerugkeer, peildatum: date, langst: Maanden) -> Tot | Mist | Nvt:
    """Of het zicht op terugkeer compleet is, dichtbij genoeg en nog niet voorbij."""
    if zicht.tot_en_met is None or not zicht.functie.strip() or zicht.uren_per_week is None:
        return mist("zicht_op_terugkeer")
    if zicht.tot_en_met > maanden_later(zicht.vastgesteld_op, langst):
        return nvt("zicht_te_ver", tot_en_met=zicht.tot_en_met)
    if peildatum > zicht.tot_en_met:
        return nvt("zicht_voorbij", tot_en_met=zicht.tot_en_met)
    return Tot(GrondZonderSpoor2.ZICHT_OP_TERUGKEER, zicht.tot_en_met + EEN_DAG)


@bepaalt("WIA-65-2")
def uiterste_dag_spoor2(
    *,
    uiterste_dag_eerstejaarsevaluatie: Uitkomst,
    eerstejaarsevaluatie_op: date | None,
    zicht_op_terugkeer: ZichtOpTerugkeer | None,
    grond_zonder_spoor2: Uitkomst,
    heeft_mogelijkheden: bool | None,
    aow_datum: date | None,
    spoor2_gestart_op: date | None,
    termijn_spoor2: Weken,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag om met spoor 2 te beginnen: na de eerstejaarsevaluatie, of meteen zonder zicht op terugkeer."""
    if isinstance(grond_zonder_spoor2, Vastgesteld) and spoor2_gestart_op is None:
        return nvt(str(grond_zonder_spoor2.waarde))
    if heeft_mogelijkheden is False and spoor2_gestart_op is None:
        return nvt("geen_mogelijkheden")
    dag = None
    evaluatie_op = _evaluatie_op(uiterste_dag_eerstejaarsevaluatie, eerstejaarsevaluatie_op)
    if evaluatie_op is not None:
        dag = laatste_dag_binnen(na=evaluatie_op, termijn=termijn_spoor2)
    zicht = zicht_op_terugkeer
    if zicht is not None and not zicht.is_er:
        dag = zicht.vastgesteld_op if dag is None else min(dag, zicht.vastgesteld_op)
    elif dag is not None and _is_zicht_voorbij(grond_zonder_spoor2) and zicht is not None and zicht.tot_en_met:
        dag = max(dag, zicht.tot_en_met + EEN_DAG)
    if dag is None and (reden := _zonder_evaluatie(uiterste_dag_eerstejaarsevaluatie)):
        return nvt(reden)
    if dag is None:
        buitengrens = _buitengrens(uiterste_dag_eerstejaarsevaluatie, termijn_spoor2)
        return mist("eerstejaarsevaluatie_op", mogelijk=buitengrens)
    if aow_datum is not None and aow_datum <= dag and spoor2_gestart_op is None:
        return nvt("aow")
    return Uiterlijk(dag, spoor2_gestart_op)


@bepaalt("WIA-65-4")
def stand_functieoverzicht(
    *,
    functieoverzicht: Functieoverzicht | None,
    is_intern_geen_passend_werk: bool | None,
    langste_korte_scholing: Maanden,
) -> Functiestand | Mist | Nvt:
    """Welke functies nog geen oordeel hebben, en welke zijn afgewezen om scholing die meestal wel kan."""
    overzicht = functieoverzicht
    if overzicht is None or not overzicht.functies:
        return mist("functieoverzicht") if is_intern_geen_passend_werk else nvt("geen_overzicht")
    return Functiestand(
        aantal=len(overzicht.functies),
        zonder_oordeel=tuple(f.functie for f in overzicht.functies if f.is_passend is None),
        afgewezen_om_korte_scholing=tuple(
            f.functie
            for f in overzicht.functies
            if f.is_afgewezen_om_scholing
            and f.scholing_in_maanden is not None
            and Maanden(f.scholing_in_maanden) <= langste_korte_scholing
        ),
    )


def _zonder_evaluatie(evaluatie: Uitkomst) -> str:
    """Waarom er geen eerstejaarsevaluatie komt en de werkgever dus ook geen spoor 2 begint; anders niets."""
    return evaluatie.reden if isinstance(evaluatie, NietVanToepassing) else ""


def _evaluatie_op(evaluatie: Uitkomst, eerste_op: date | None) -> date | None:
    """De dag van de evaluatie die als eerstejaarsevaluatie telt; waar die niet hoefde, van de eerste die er was."""
    if isinstance(evaluatie, Vastgesteld) and isinstance(evaluatie.waarde, Uiterlijk):
        return evaluatie.waarde.gedaan_op
    return eerste_op


def _is_zicht_voorbij(grond: Uitkomst) -> bool:
    return isinstance(grond, NietVanToepassing) and grond.reden == "zicht_voorbij"


def _buitengrens(evaluatie: Uitkomst, termijn: Weken) -> tuple[tuple[str, date], ...]:
    """Zonder evaluatie: de dag die volgt uit een evaluatie op de laatste dag."""
    dagen: list[date] = []
    if isinstance(evaluatie, Vastgesteld) and isinstance(evaluatie.waarde, Uiterlijk):
        dagen.append(evaluatie.waarde.dag)
    elif isinstance(evaluatie, Onbekend):
        dagen.extend(dag for _, dag in evaluatie.mogelijk if isinstance(dag, date))
    return tuple(("evaluatie op de laatste dag", laatste_dag_binnen(na=dag, termijn=termijn)) for dag in dagen)
