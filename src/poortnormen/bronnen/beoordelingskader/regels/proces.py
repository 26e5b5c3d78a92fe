"""Paragraaf 4, onderdeel a: de stappen van de procesgang, en wanneer een fout daarin meetelt."""

from datetime import date

from poortnormen.afspraken import afspraken_over, geldende_dag
from poortnormen.driewaardig import NIETS_TE_WEGEN, alle, is_nee, samen
from poortnormen.feiten.stukken import Stuk, Stukdeel, Stuksoort
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG
from poortnormen.uitkomst import (
    Mist,
    NietVanToepassing,
    Nvt,
    Onbekend,
    Tot,
    Uiterlijk,
    Uitkomst,
    Vastgesteld,
    eerste_van,
    mist,
    nvt,
)

PROBLEEMANALYSE, PLAN = "PRG-2-2", "PRG-4-1"
_PLANNEN = frozenset({Stuksoort.PLAN_VAN_AANPAK, Stuksoort.BIJSTELLING})
_EVALUATIES = frozenset(
    {Stuksoort.EVALUATIE, Stuksoort.BIJSTELLING, Stuksoort.EERSTEJAARSEVALUATIE, Stuksoort.EINDEVALUATIE}
)


def _stuk_in_orde(
    peildatum: date, gedaan_op: date | None, uiterlijk: date | None, *, is_goed: bool | None, vraag: str
) -> bool | Tot | Mist:
    """Of een stuk er op tijd was en goed genoeg is; tot de laatste dag is te laat niet aan de orde."""
    if uiterlijk is not None and (gedaan_op or peildatum) > uiterlijk:
        return False
    grens = uiterlijk + EEN_DAG if uiterlijk is not None and gedaan_op is None else None
    if is_goed is None:
        return Mist((vraag,), houdbaar_tot=grens)
    return Tot(is_goed, grens)


def _uiterste_dag(norm: str, uitkomst: Uitkomst, afgesproken: tuple[Uitkomst, ...]) -> date | None:
    if not isinstance(uitkomst, Vastgesteld) or not isinstance(uitkomst.waarde, date):
        return None
    return geldende_dag(uitkomst.waarde, afspraken_over(norm, afgesproken))


@bepaalt("BKP-4a-01")
def is_probleemanalyse_in_orde(
    *,
    peildatum: date,
    oordeel_op: date | None,
    uiterste_dag_oordeel: Uitkomst,
    afgesproken_dagen: tuple[Uitkomst, ...],
    is_probleemanalyse_goed: bool | None,
) -> bool | Tot | Mist | Nvt:
    """Of er op tijd een probleemanalyse was die partijen verder hielp."""
    if oordeel_op is None and isinstance(uiterste_dag_oordeel, NietVanToepassing):
        return nvt(NIETS_TE_WEGEN)
    uiterlijk = _uiterste_dag(PROBLEEMANALYSE, uiterste_dag_oordeel, afgesproken_dagen)
    return _stuk_in_orde(
        peildatum, oordeel_op, uiterlijk, is_goed=is_probleemanalyse_goed, vraag="is_probleemanalyse_goed"
    )


@bepaalt("BKP-4a-03")
def is_plan_in_orde(
    *,
    peildatum: date,
    plan_van_aanpak_op: date | None,
    uiterste_dag_plan_van_aanpak: Uitkomst,
    afgesproken_dagen: tuple[Uitkomst, ...],
    is_plan_goed: bool | None,
) -> bool | Tot | Mist | Nvt:
    """Of er op tijd een plan van aanpak was met genoeg stappen."""
    if plan_van_aanpak_op is None and isinstance(uiterste_dag_plan_van_aanpak, NietVanToepassing):
        return nvt(NIETS_TE_WEGEN)
    uiterlijk = _uiterste_dag(PLAN, uiterste_dag_plan_van_aanpak, afgesproken_dagen)
    return _stuk_in_orde(peildatum, plan_van_aanpak_op, uiterlijk, is_goed=is_plan_goed, vraag="is_plan_goed")


@bepaalt("BKP-4a-02")
def is_bijgewerkt_bij_stilstand(
    *, is_bijgesteld_toen_het_stokte: bool | None, liep_reintegratie_vast: bool | None
) -> bool | Mist | Nvt:
    """Of de probleemanalyse is bijgewerkt; liep het nooit vast, dan hoefde dat niet."""
    if is_bijgesteld_toen_het_stokte is not None:
        return is_bijgesteld_toen_het_stokte
    return nvt("niet_vastgelopen") if liep_reintegratie_vast is False else mist("is_bijgesteld_toen_het_stokte")


@bepaalt("BKP-4a-04")
def is_casemanager_aangewezen(*, eerste_ziektedag: date, stukken: tuple[Stuk, ...]) -> bool | Mist | Nvt:
    """Of een plan een casemanager aanwijst."""
    plannen = [stuk for stuk in stukken if stuk.soort in _PLANNEN and stuk.opgesteld_op >= eerste_ziektedag]
    if not plannen:
        return nvt("geen_plan")
    if any(Stukdeel.CASEMANAGER in (plan.delen or ()) for plan in plannen):
        return True
    return mist("stukken") if any(plan.delen is None for plan in plannen) else False


@bepaalt("BKP-4a-05")
def is_plan_uitgevoerd(
    *, peildatum: date, nakoming_van_afspraak: tuple[Uitkomst, ...], zijn_afspraken_uitgevoerd: bool | None
) -> bool | Tot | Mist:
    """Of de afspraken zijn nagekomen: van vastgelegde afspraken blijkt dat uit de meldingen, anders weegt een mens."""
    volgt, tot = _uit_afspraken(peildatum, nakoming_van_afspraak)
    antwoord = samen(
        "zijn_afspraken_uitgevoerd",
        geheel=zijn_afspraken_uitgevoerd,
        onderdelen=volgt,
        uitkomsten=nakoming_van_afspraak,
    )
    return Mist(antwoord.ontbreekt, houdbaar_tot=tot) if isinstance(antwoord, Mist) else Tot(antwoord, tot)


def _uit_afspraken(peildatum: date, nakomingen: tuple[Uitkomst, ...]) -> tuple[bool | Mist, date | None]:
    """Wat uit de vastgelegde afspraken volgt, en tot wanneer."""
    tot: date | None = None
    zijn_er_klaar = False
    for uitkomst in nakomingen:
        if not isinstance(uitkomst, Vastgesteld) or not isinstance(uitkomst.waarde, Uiterlijk):
            continue
        if uitkomst.waarde.gedaan_op is not None:
            zijn_er_klaar = True
        elif peildatum > uitkomst.waarde.dag:
            return False, None
        else:
            tot = eerste_van(tot, uitkomst.waarde.dag + EEN_DAG)
    onbekend = [naam for uitkomst in nakomingen if isinstance(uitkomst, Onbekend) for naam in uitkomst.ontbreekt]
    if onbekend or not zijn_er_klaar:
        return mist(*(onbekend or ["zijn_afspraken_uitgevoerd"])), tot
    return True, tot


@bepaalt("BKP-4a-06")
def is_plan_tussentijds_besproken(
    *, peildatum: date, eerste_ziektedag: date, stukken: tuple[Stuk, ...], plan_van_aanpak_op: date | None
) -> bool | Tot | Mist | Nvt:
    """Of het plan onderweg is besproken; tot het eerste afgesproken moment hoeft dat nog niet."""
    if plan_van_aanpak_op is None:
        return nvt("geen_plan")
    if any(stuk.soort in _EVALUATIES and stuk.opgesteld_op > plan_van_aanpak_op for stuk in stukken):
        return True
    plan = next(s for s in stukken if s.soort is Stuksoort.PLAN_VAN_AANPAK and s.opgesteld_op >= eerste_ziektedag)
    if not plan.evaluatiemomenten:
        return mist("stukken")
    eerste = min(plan.evaluatiemomenten)
    return False if peildatum > eerste else nvt("komt_nog", houdbaar_tot=eerste + EEN_DAG)


@bepaalt("BKP-4a-07")
def is_plan_bijgesteld(*, peildatum: date, uiterste_dag_bijstelling: tuple[Uitkomst, ...]) -> bool | Tot | Nvt:
    """Of na elk advies dat daarom vroeg een nieuwe versie van het plan kwam."""
    tot: date | None = None
    is_gevraagd = False
    for uitkomst in uiterste_dag_bijstelling:
        if not isinstance(uitkomst, Vastgesteld) or not isinstance(uitkomst.waarde, Uiterlijk):
            continue
        gedaan_op, dag = uitkomst.waarde.gedaan_op, uitkomst.waarde.dag
        if (gedaan_op or peildatum) > dag:
            return False
        is_gevraagd = is_gevraagd or gedaan_op is not None
        tot = tot if gedaan_op is not None else eerste_van(tot, dag + EEN_DAG)
    return Tot(waarde=True, houdbaar_tot=tot) if is_gevraagd else nvt("niet_gevraagd", houdbaar_tot=tot)


@bepaalt("BKP-4a-08")
def is_eerstejaarsevaluatie_gehouden(
    *, peildatum: date, uiterste_dag_eerstejaarsevaluatie: Uitkomst
) -> bool | Tot | Mist | Nvt:
    """Of de evaluatie van het eerste ziektejaar op tijd is gehouden."""
    match uiterste_dag_eerstejaarsevaluatie:
        case Vastgesteld(waarde=Uiterlijk(dag=dag, gedaan_op=gedaan_op)):
            if gedaan_op is None and peildatum <= dag:
                return nvt("komt_nog", houdbaar_tot=dag + EEN_DAG)
            return gedaan_op is not None and gedaan_op <= dag
        case Onbekend(ontbreekt=ontbreekt):
            return mist(*ontbreekt)
        case _:
            return nvt(NIETS_TE_WEGEN)


@bepaalt("BKP-4-04")
def telt_geen_procesfout(
    *,
    is_probleemanalyse_in_orde: Uitkomst,
    is_bijgewerkt_bij_stilstand: Uitkomst,
    is_plan_in_orde: Uitkomst,
    is_casemanager_aangewezen: Uitkomst,
    is_plan_uitgevoerd: Uitkomst,
    is_plan_tussentijds_besproken: Uitkomst,
    is_plan_bijgesteld: Uitkomst,
    is_eerstejaarsevaluatie_gehouden: Uitkomst,
    zijn_kansen_gemist_door_proces: bool | None,
) -> bool | Mist | Nvt:
    """Of geen fout in het proces meetelt: zij telt alleen als daardoor kansen zijn gemist, en dat weegt een mens."""
    if zijn_kansen_gemist_door_proces is not None:
        return not zijn_kansen_gemist_door_proces
    stappen = (
        is_probleemanalyse_in_orde,
        is_bijgewerkt_bij_stilstand,
        is_plan_in_orde,
        is_casemanager_aangewezen,
        is_plan_uitgevoerd,
        is_plan_tussentijds_besproken,
        is_plan_bijgesteld,
        is_eerstejaarsevaluatie_gehouden,
    )
    return mist("zijn_kansen_gemist_door_proces") if any(is_nee(stap) for stap in stappen) else alle(*stappen)
