"""Artikel 2 en 3: de melding aan de arbodienst, het oordeel van de bedrijfsarts en het dossier."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from poortnormen.bronnen.procesgang.werkgever import neemt_uwv_over
from poortnormen.feiten.begeleiding import Activiteit, Arbodienstmelding, Brief, Gewerkteweek
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.stukken import Stuk
from poortnormen.norm import bepaalt
from poortnormen.tijd import Dagen, Weken, laatste_dag_binnen
from poortnormen.uitkomst import Mist, Nvt, Onverwijld, Uiterlijk, mist, nvt
from poortnormen.ziektetijd import Ziektetijd

EEN_WEEK = timedelta(weeks=1)


class Stroom(StrEnum):
    """De soorten gegevens die naast het verloop in het dossier horen."""

    STUKKEN = "stukken"
    CORRESPONDENTIE = "correspondentie"
    GEWERKTE_UREN = "gewerkte_uren"
    ACTIVITEITEN = "activiteiten"


@dataclass(frozen=True, slots=True)
class Dossierstromen:
    """Welke van de vijf soorten gegevens er zijn; een week zonder uren is onbekend en geen nul.

    `uren_tot` is de eerste dag waarvan de gewerkte uren nog niet zijn vastgelegd.
    """

    leeg: tuple[str, ...]
    weken_zonder_uren: tuple[date, ...]
    uren_tot: date | None


@bepaalt("PRG-2-1")
def afgesproken_dag_arbodienstmelding(
    *,
    eerste_ziektedag: date,
    arbodienstmeldingen: tuple[Arbodienstmelding, ...],
    afgesproken_meldtermijn_in_dagen: int | None,
) -> Uiterlijk | Nvt:
    """De dag waarop het verzuim volgens afspraak is doorgegeven; de regeling noemt zelf geen dag."""
    if afgesproken_meldtermijn_in_dagen is None:
        return nvt("geen_afspraak")
    gedaan = [melding.verstuurd_op for melding in arbodienstmeldingen if melding.verstuurd_op >= eerste_ziektedag]
    dag = laatste_dag_binnen(na=eerste_ziektedag, termijn=Dagen(afgesproken_meldtermijn_in_dagen))
    return Uiterlijk(dag, gedaan_op=min(gedaan, default=None))


@bepaalt("PRG-2-2")
def uiterste_dag_oordeel(
    *,
    eerste_ziektedag: date,
    ziektetijd: Ziektetijd,
    dreigt_langdurig_verzuim: bool | None,
    dreiging_bleek_op: date | None,
    oordeel_op: date | None,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    termijn_oordeel: Weken,
) -> date | Mist | Nvt:
    """De laatste dag waarop het oordeel van de bedrijfsarts op tijd is, als langdurig verzuim dreigt."""
    dag = ziektetijd.na(termijn_oordeel)
    if oordeel_op is not None and oordeel_op <= dag:
        return dag
    overgenomen = neemt_uwv_over(dag, dienstverband, is_eigenrisicodrager=is_eigenrisicodrager)
    if overgenomen is not None:
        return overgenomen
    if dreigt_langdurig_verzuim is None and oordeel_op is None:
        return mist("dreigt_langdurig_verzuim", mogelijk=(("ja", dag),))
    if dreigt_langdurig_verzuim is False:
        return nvt("geen_langdurig_verzuim")
    return nvt("later_gebleken") if dreiging_bleek_op is not None and dreiging_bleek_op >= dag else dag


@bepaalt("PRG-2-3")
def oordeel_zonder_uitstel(
    *,
    dreigt_langdurig_verzuim: bool | None,
    dreiging_bleek_op: date | None,
    ziektetijd: Ziektetijd,
    oordeel_gevraagd_op: date | None,
    oordeel_op: date | None,
    termijn_oordeel: Weken,
) -> Onverwijld | Mist | Nvt:
    """Vanaf welke dag het oordeel zonder uitstel gevraagd moet worden, als de dreiging pas na zes weken bleek."""
    if dreigt_langdurig_verzuim is None:
        return mist("dreigt_langdurig_verzuim") if ziektetijd.hersteld_op is None else nvt("hersteld")
    if not dreigt_langdurig_verzuim:
        return nvt("geen_langdurig_verzuim")
    na_zes_weken = ziektetijd.na(termijn_oordeel)
    if dreiging_bleek_op is None or dreiging_bleek_op < na_zes_weken:
        return nvt("binnen_zes_weken_gebleken")
    if oordeel_op is not None and oordeel_op <= na_zes_weken:
        return nvt("oordeel_is_er_al")
    gevraagd = min((dag for dag in (oordeel_gevraagd_op, oordeel_op) if dag is not None), default=None)
    return Onverwijld(dreiging_bleek_op, gedaan_op=gevraagd)


@bepaalt("PRG-3-1")
def dossierstromen(
    *,
    dreigt_langdurig_verzuim: bool,
    stukken: tuple[Stuk, ...],
    correspondentie: tuple[Brief, ...],
    gewerkte_uren: tuple[Gewerkteweek, ...],
    activiteiten: tuple[Activiteit, ...],
) -> Dossierstromen | Nvt:
    """Welke van de vijf soorten gegevens in het dossier zitten; het verloop zelf is er met de ziekmelding."""
    if not dreigt_langdurig_verzuim:
        return nvt("geen_langdurig_verzuim")
    stromen = {
        Stroom.STUKKEN: stukken,
        Stroom.CORRESPONDENTIE: correspondentie,
        Stroom.GEWERKTE_UREN: gewerkte_uren,
        Stroom.ACTIVITEITEN: activiteiten,
    }
    weken = sorted({week.week_vanaf for week in gewerkte_uren})
    gaten: list[date] = []
    for week, volgende in pairwise(weken):
        gaten += [week + nummer * EEN_WEEK for nummer in range(1, (volgende - week) // EEN_WEEK)]
    return Dossierstromen(
        leeg=tuple(naam for naam, delen in stromen.items() if not delen),
        weken_zonder_uren=tuple(gaten),
        uren_tot=weken[-1] + EEN_WEEK if weken else None,
    )
