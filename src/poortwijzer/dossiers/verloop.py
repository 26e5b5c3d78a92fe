"""How the illness stands and ran, read from a judgement of the core: for the picture, the list and the header.

Only reading and putting in order; what counts as illness and how days are counted is the core's.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import Catalogus
from poortnormen.feiten.verzuim import Hervatting
from poortnormen.tijd import EEN_DAG, Weken
from poortnormen.uitkomst import Vastgesteld, vroegste
from poortnormen.ziektetijd import Onderbrekingsgrond, Ziektetijd
from poortwijzer.dossiers.beelden import Periodebeeld, Periodesoort, Verzuimstand

HONDERD = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Verloop:
    """The count of sick days; without a first sick day all is unknown."""

    stand: Verzuimstand
    eerste_ziektedag: date | None = None
    laatste_dag_wachttijd: date | None = None
    dag: int | None = None
    aantal_dagen: int | None = None
    niet_meetellende_dagen: int = 0
    perioden: tuple[Periodebeeld, ...] = ()
    huidig: Periodebeeld | None = None

    @property
    def week(self) -> int | None:
        """The week of the illness, from the first sick day (week 1)."""
        return None if self.dag is None else (self.dag - 1) // Weken(1).dagen + 1


def verloop(catalogus: Catalogus, beoordeling: Beoordeling, uren_per_week: Decimal | None = None) -> Verloop:
    """Read the course of the illness; `uren_per_week` are the contract hours, for the share of a resumption."""
    tijd = _uitkomst(catalogus, beoordeling, "ziektetijd")
    if not isinstance(tijd, Ziektetijd):
        return Verloop(stand=Verzuimstand.ONBEKEND)
    peildatum = beoordeling.peildatum
    hervattingen = _hervattingen(beoordeling, tijd, uren_per_week)
    is_hersteld = tijd.hersteld_op is not None and tijd.hersteld_op <= peildatum
    huidig = None
    if not is_hersteld and hervattingen and hervattingen[-1].tot_en_met is None and hervattingen[-1].uren_per_week:
        huidig = hervattingen[-1]
    laatste = _uitkomst(catalogus, beoordeling, "laatste_dag_wachttijd")
    duur = catalogus.waarden["duur_wachttijd"].rijen[0].waarde
    return Verloop(
        stand=_stand(is_hersteld=is_hersteld, huidig=huidig),
        eerste_ziektedag=tijd.eerste_ziektedag,
        laatste_dag_wachttijd=laatste if isinstance(laatste, date) else None,
        dag=None if is_hersteld or peildatum < tijd.eerste_ziektedag else tijd.dagnummer(peildatum),
        aantal_dagen=duur.dagen if isinstance(duur, Weken) else None,
        niet_meetellende_dagen=tijd.niet_meetellende_dagen,
        perioden=(*_perioden(tijd), *hervattingen),
        huidig=huidig,
    )


def _uitkomst(catalogus: Catalogus, beoordeling: Beoordeling, naam: str) -> object:
    uitkomst = beoordeling.uitkomst(catalogus.namen[naam])
    return uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None


def _stand(*, is_hersteld: bool, huidig: Periodebeeld | None) -> Verzuimstand:
    if is_hersteld:
        return Verzuimstand.HERSTELD
    return Verzuimstand.ZIEK if huidig is None else Verzuimstand.GEDEELTELIJK


def _perioden(tijd: Ziektetijd) -> list[Periodebeeld]:
    """Give the stretches of illness with the interruptions between them."""
    perioden = []
    vanaf = tijd.eerste_ziektedag
    soorten = {Onderbrekingsgrond.HERSTELD: Periodesoort.HERSTELD, Onderbrekingsgrond.VERLOF: Periodesoort.VERLOF}
    for onderbreking in tijd.onderbrekingen:
        periode = onderbreking.periode
        if vanaf < periode.vanaf:
            perioden.append(Periodebeeld(soort=Periodesoort.ZIEK, vanaf=vanaf, tot_en_met=periode.vanaf - EEN_DAG))
        perioden.append(
            Periodebeeld(soort=soorten[onderbreking.grond], vanaf=periode.vanaf, tot_en_met=periode.tot_en_met)
        )
        if periode.tot_en_met is None:
            return perioden
        vanaf = periode.tot_en_met + EEN_DAG
    einde = None if tijd.hersteld_op is None else tijd.hersteld_op - EEN_DAG
    perioden.append(Periodebeeld(soort=Periodesoort.ZIEK, vanaf=vanaf, tot_en_met=einde))
    if tijd.hersteld_op is not None:
        perioden.append(Periodebeeld(soort=Periodesoort.HERSTELD, vanaf=tijd.hersteld_op, tot_en_met=None))
    return perioden


def _hervattingen(beoordeling: Beoordeling, tijd: Ziektetijd, uren_per_week: Decimal | None) -> list[Periodebeeld]:
    """Give each resumption until the next one, a recovery (also when the illness came back), or without end."""
    waarden = beoordeling.beeld["hervattingen"].waarde
    assert isinstance(waarden, tuple)  # noqa: S101  # a plural fact is always a tuple
    rij = [waarde for waarde in waarden if isinstance(waarde, Hervatting)]
    hersteld = [o.periode.vanaf for o in tijd.onderbrekingen if o.grond is Onderbrekingsgrond.HERSTELD]
    perioden = []
    for nummer, deze in enumerate(rij, start=1):
        volgende = (een.vanaf for een in rij[nummer:])
        tot = vroegste(*volgende, tijd.hersteld_op, *(dag for dag in hersteld if dag > deze.vanaf))
        if deze.vanaf >= tijd.eerste_ziektedag and (tot is None or tot > deze.vanaf):
            perioden.append(_hervatting(deze, None if tot is None else tot - EEN_DAG, uren_per_week))
    return perioden


def _hervatting(hervatting: Hervatting, einde: date | None, uren_per_week: Decimal | None) -> Periodebeeld:
    uren = _decimaal(hervatting.uren_per_week)
    pct = None
    if uren is not None and uren_per_week:
        pct = min(Decimal(HONDERD), (uren * HONDERD / uren_per_week).quantize(Decimal(1)))
    return Periodebeeld(
        soort=Periodesoort.HERVATTING,
        vanaf=hervatting.vanaf,
        tot_en_met=einde,
        uren_per_week=uren,
        uren_pct=pct,
        loonwaarde_pct=_decimaal(hervatting.loonwaarde_pct),
        werk=str(hervatting.werk),
        is_therapeutisch=hervatting.is_therapeutisch,
    )


def _decimaal(breuk: Fraction | None) -> Decimal | None:
    if breuk is None:
        return None
    return (Decimal(breuk.numerator) / Decimal(breuk.denominator)).quantize(Decimal("0.01")).normalize()
