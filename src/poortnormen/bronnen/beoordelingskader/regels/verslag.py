"""Paragraaf 5: of het re-integratieverslag compleet is, en de week om het aan te vullen."""

from collections.abc import Iterator
from datetime import date

from poortnormen.feiten.stukken import Onderdeel
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG
from poortnormen.uitkomst import Mist, Nvt, Onbekend, Tot, Uiterlijk, Uitkomst, Vastgesteld, mist, nvt
from poortnormen.verslag import Deelstand, Verslagdeel, Verslagdelen

_ER_NIET = frozenset({Deelstand.ONTBREEKT, Deelstand.ONVOLLEDIG})
_GEGEVENS = frozenset({Onderdeel.A, Onderdeel.B, Onderdeel.C, Onderdeel.D})


def feit_van(onderdeel: Onderdeel) -> str:
    """Het feit waarmee een onderdeel van het verslag er is."""
    if onderdeel in _GEGEVENS:
        return "verslaggegevens"
    return "ziekmeldingen" if onderdeel is Onderdeel.E else "stukken"


@bepaalt("BKP-5-01")
def is_verslag_volledig(
    *,
    peildatum: date,
    delen_van_verslag: Uitkomst,
    uiterste_dag_reintegratieverslag: Uitkomst,
    uiterste_dag_verslag_uit_dienst: Uitkomst,
    uiterste_dag_aanvulling_verslag: Uitkomst,
) -> bool | Tot | Mist:
    """Of elk voorgeschreven onderdeel er is; tot de laatste dag van het verslag ontbreekt er nog niets."""
    if _aan_te_vullen(uiterste_dag_aanvulling_verslag):
        return False
    if not isinstance(delen_van_verslag, Vastgesteld) or not isinstance(delen_van_verslag.waarde, Verslagdelen):
        return mist("ziekmeldingen")
    delen = delen_van_verslag.waarde.delen
    uiterlijk = eerste_uiterste_dag(uiterste_dag_reintegratieverslag, uiterste_dag_verslag_uit_dienst)
    is_voorbij = uiterlijk is not None and peildatum > uiterlijk
    if is_voorbij and any(deel.stand in _ER_NIET for deel in delen):
        return False
    ontbreekt = tuple(dict.fromkeys(_ontbrekend(delen)))
    if not ontbreekt:
        return True
    return Mist(ontbreekt, houdbaar_tot=None if is_voorbij or uiterlijk is None else uiterlijk + EEN_DAG)


@bepaalt("BKP-5-03")
def is_aanvultijd_voorbij(*, peildatum: date, uiterste_dag_aanvulling_verslag: Uitkomst) -> bool | Tot | Nvt:
    """Of de tijd om het verslag aan te vullen voorbij is, terwijl het niet is aangevuld."""
    waarde = _aan_te_vullen(uiterste_dag_aanvulling_verslag)
    if waarde is None:
        return nvt("niets_aan_te_vullen")
    return True if peildatum > waarde.dag else Tot(waarde=False, houdbaar_tot=waarde.dag + EEN_DAG)


def eerste_uiterste_dag(*uitkomsten: Uitkomst) -> date | None:
    """De vroegste laatste dag die bekend is; bij een open vraag telt een dag die bij elk antwoord dezelfde is."""
    return min((dag for uitkomst in uitkomsten for dag in _dagen(uitkomst)), default=None)


def _dagen(uitkomst: Uitkomst) -> Iterator[date]:
    if isinstance(uitkomst, Vastgesteld):
        mogelijk = [uitkomst.waarde]
    else:
        mogelijk = [waarde for _, waarde in uitkomst.mogelijk] if isinstance(uitkomst, Onbekend) else []
    dagen = {waarde.dag for waarde in mogelijk if isinstance(waarde, Uiterlijk)}
    dagen |= {waarde for waarde in mogelijk if isinstance(waarde, date)}
    if len(dagen) == 1:
        yield from dagen


def _aan_te_vullen(uitkomst: Uitkomst) -> Uiterlijk | None:
    waarde = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    return waarde if isinstance(waarde, Uiterlijk) and waarde.gedaan_op is None else None


def _ontbrekend(delen: tuple[Verslagdeel, ...]) -> Iterator[str]:
    for deel in delen:
        if deel.stand in _ER_NIET:
            yield feit_van(deel.onderdeel)
        elif deel.stand is Deelstand.ONBEKEND:
            yield from deel.ontbreekt
