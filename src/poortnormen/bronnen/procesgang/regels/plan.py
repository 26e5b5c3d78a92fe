"""Artikel 4, eerste, tweede en vijfde lid, en artikel 5: het plan van aanpak, wat erin staat en wat het wijzigt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from poortnormen.bronnen.procesgang.werkgever import neemt_uwv_over
from poortnormen.feiten.begeleiding import Advies
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.stukken import Afwijking, Stuk, Stukdeel, Stuksoort
from poortnormen.norm import bepaalt
from poortnormen.tijd import Weken, laatste_dag_binnen
from poortnormen.uitkomst import (
    AndereDag,
    Mist,
    NietGeldig,
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

PLANNEN = frozenset({Stuksoort.PLAN_VAN_AANPAK, Stuksoort.BIJSTELLING})
MET_VISIE = PLANNEN | {Stuksoort.EERSTEJAARSEVALUATIE}
LATER_GEBLEKEN = "later_gebleken"


@dataclass(frozen=True, slots=True)
class Inhoud:
    """Wat van de gevraagde inhoud in een stuk staat en wat niet."""

    aanwezig: tuple[str, ...]
    ontbreekt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluatiemomenten:
    """De dagen die een plan noemt, met het einde van het eerste ziektejaar; zonder dagen is er niets verzonnen."""

    dagen: tuple[date, ...]
    einde_eerste_ziektejaar: date
    ontbreekt: bool


@bepaalt("PRG-4-1")
def uiterste_dag_plan_van_aanpak(
    *,
    ziektetijd: Ziektetijd,
    oordeel_op: date | None,
    uiterste_dag_oordeel: Uitkomst,
    plan_van_aanpak_op: date | None,
    heeft_mogelijkheden: bool | None,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    aow_datum: date | None,
    termijn_plan_van_aanpak: Weken,
) -> date | Mist | Nvt:
    """De laatste dag waarop het plan van aanpak op tijd is; zonder oordeel is er nog geen."""
    if oordeel_op is None:
        return _zonder_oordeel(ziektetijd, uiterste_dag_oordeel, aow_datum)
    dag = laatste_dag_binnen(na=oordeel_op, termijn=termijn_plan_van_aanpak)
    if plan_van_aanpak_op is not None and plan_van_aanpak_op <= dag:
        return dag
    if aow_datum is not None and aow_datum <= dag:
        return nvt("aow")
    overgenomen = neemt_uwv_over(dag, dienstverband, is_eigenrisicodrager=is_eigenrisicodrager)
    if overgenomen is not None:
        return overgenomen
    if heeft_mogelijkheden is None:
        return mist("heeft_mogelijkheden", mogelijk=(("ja", dag),))
    return dag if heeft_mogelijkheden else nvt("geen_mogelijkheden")


def _zonder_oordeel(ziektetijd: Ziektetijd, oordeel: Uitkomst, aow_datum: date | None) -> Mist | Nvt:
    """Waarom er zonder oordeel geen plan hoeft te komen, of dat het oordeel nog ontbreekt."""
    if aow_datum is not None and aow_datum <= ziektetijd.eerste_ziektedag:
        return nvt("aow")
    if ziektetijd.hersteld_op is not None:
        return nvt("hersteld")
    if isinstance(oordeel, NietVanToepassing) and oordeel.reden != LATER_GEBLEKEN:
        return nvt(oordeel.reden)
    return mist("oordeel_op")


@bepaalt("PRG-4-2a", per="stukken")
def afspraken_in_plan(*, stuk: Stuk, delen_met_afspraken: Sequence[str]) -> Inhoud | Mist | Nvt:
    """Of een plan noemt wat ieder doet, met welke doelen en binnen welke tijd."""
    return _inhoud(stuk, delen_met_afspraken)


@bepaalt("PRG-4-2c", per="stukken")
def begeleider_in_plan(*, stuk: Stuk, delen_met_begeleider: Sequence[str]) -> Inhoud | Mist | Nvt:
    """Of een plan met naam één persoon aanwijst die begeleidt en contact houdt."""
    return _inhoud(stuk, delen_met_begeleider)


def _inhoud(stuk: Stuk, gevraagd: Sequence[str]) -> Inhoud | Mist | Nvt:
    if stuk.soort not in PLANNEN:
        return nvt("geen_plan")
    if stuk.delen is None:
        return mist("stukken")
    delen = [Stukdeel(naam) for naam in gevraagd]
    return Inhoud(
        aanwezig=tuple(deel for deel in delen if deel in stuk.delen),
        ontbreekt=tuple(deel for deel in delen if deel not in stuk.delen),
    )


@bepaalt("PRG-4-2b", per="stukken")
def evaluatiemomenten_in_plan(
    *, stuk: Stuk, ziektetijd: Ziektetijd, duur_eerste_ziektejaar: Weken
) -> Evaluatiemomenten | Mist | Nvt:
    """De dagen waarop de afspraken volgens een plan worden besproken, met het einde van het eerste ziektejaar."""
    if stuk.soort not in PLANNEN:
        return nvt("geen_plan")
    if stuk.evaluatiemomenten is None:
        return mist("stukken")
    dagen = tuple(sorted({*stuk.evaluatiemomenten}))
    return Evaluatiemomenten(dagen, ziektetijd.laatste_dag_van(duur_eerste_ziektejaar), ontbreekt=not dagen)


@bepaalt("PRG-7b-1")
def stukken_zonder_visie_tot_en_met(*, eerste_ziektedag: date, visie_vanaf: date) -> date | Nvt:
    """Tot en met welke dag een stuk volgens het overgangsrecht zonder visie mocht worden gemaakt."""
    return visie_vanaf if eerste_ziektedag < visie_vanaf else nvt("ziek_na_wijziging")


@bepaalt("PRG-4-2-2", per="stukken")
def visies_in_stuk(*, stuk: Stuk, stukken_zonder_visie_tot_en_met: Uitkomst, visie_vanaf: date) -> Inhoud | Mist | Nvt:
    """Of de visie van werkgever en werknemer in een stuk staat dat die moet hebben."""
    if stuk.soort not in MET_VISIE:
        return nvt("geen_stuk_met_visie")
    if stuk.opgesteld_op < visie_vanaf:
        return nvt("voor_wijziging")
    match stukken_zonder_visie_tot_en_met:
        case Vastgesteld(waarde=date() as tot_en_met) if stuk.opgesteld_op <= tot_en_met:
            return nvt("overgangsrecht")
        case Onbekend(ontbreekt=ontbreekt) if stuk.opgesteld_op == visie_vanaf:
            return mist(*ontbreekt)
        case Vastgesteld() | Onbekend() | NietVanToepassing() | NietGeldig():
            pass
    visies = {"werkgever": stuk.heeft_visie_werkgever, "werknemer": stuk.heeft_visie_werknemer}
    if None in visies.values():
        return mist("stukken")
    return Inhoud(
        aanwezig=tuple(partij for partij, is_er in visies.items() if is_er),
        ontbreekt=tuple(partij for partij, is_er in visies.items() if not is_er),
    )


@bepaalt("PRG-4-5", per="adviezen")
def uiterste_dag_bijstelling(
    *,
    eerste_ziektedag: date,
    advies: Advies,
    stukken: tuple[Stuk, ...],
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    aow_datum: date | None,
    termijn_plan_van_aanpak: Weken,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag voor een nieuwe versie van het plan, na een advies of evaluatie die daar reden toe geeft."""
    if advies.gegeven_op < eerste_ziektedag:
        return nvt("eerder_verzuim")
    if not advies.is_bijstelling_nodig:
        return nvt("geen_bijstelling_nodig")
    dag = laatste_dag_binnen(na=advies.gegeven_op, termijn=termijn_plan_van_aanpak)
    later = [stuk.opgesteld_op for stuk in stukken if stuk.soort in PLANNEN and stuk.opgesteld_op >= advies.gegeven_op]
    if not later:
        if aow_datum is not None and aow_datum <= dag:
            return nvt("aow")
        overgenomen = neemt_uwv_over(dag, dienstverband, is_eigenrisicodrager=is_eigenrisicodrager)
        if overgenomen is not None:
            return overgenomen
    return Uiterlijk(dag, gedaan_op=min(later, default=None), vroegste_dag=advies.gegeven_op)


@bepaalt("PRG-5-1", per="afwijkingen")
def afgesproken_dagen(*, peildatum: date, afwijking: Afwijking, afwijkbare_termijnen: Sequence[str]) -> Tot | Nvt:
    """De norm en de dag die werkgever en werknemer samen, met reden, in plaats van de termijn hebben afgesproken.

    Tot beiden hebben ingestemd, is het een voorstel. De dag waarop de laatste instemt, is de dag van de afspraak: van
    een termijn die dan al voorbij is, valt niet meer af te wijken.
    """
    if afwijking.norm not in afwijkbare_termijnen:
        return nvt("niet_afwijkbaar")
    akkoord_van = (afwijking.akkoord_werkgever_op, afwijking.akkoord_werknemer_op)
    akkoord_op = [dag for dag in akkoord_van if dag is not None]
    if None in akkoord_van or not afwijking.reden.strip():
        return nvt("voorstel")
    if peildatum < max(akkoord_op):
        return nvt("voorstel", houdbaar_tot=max(akkoord_op))
    return Tot(AndereDag(afwijking.norm, afwijking.nieuwe_dag, afgesproken_op=max(akkoord_op)), None)
