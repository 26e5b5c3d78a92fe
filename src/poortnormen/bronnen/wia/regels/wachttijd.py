"""Artikel 23: de wachttijd, welke dagen daarin tellen en welke ziekteperioden bij elkaar horen."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from poortnormen.bronnen.wia.regels.klok import klok
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.verzuim import EerderVerzuim, Hersteldmelding, Verlof, Weekdag, Ziekmelding
from poortnormen.feiten.wachttijd import VerkorteWachttijdbesluit
from poortnormen.norm import bepaalt
from poortnormen.tijd import Dagen, Periode, Weken, dagen_later
from poortnormen.uitkomst import Mist, Nvt, Onbekend, Uitkomst, mist, nvt
from poortnormen.ziektetijd import (
    Onderbreking,
    Onderbrekingsgrond,
    Ziekteperiode,
    Ziektetijd,
    laatste_verzuim,
    ligt_verlof_ertussen,
    splits_om_verlof,
    voeg_samen,
    ziekteperioden,
)

ZELFDE_OORZAAK = "is_ziekte_rond_verlof_zelfde_oorzaak"
EERDER_ELDERS = "eerder_verzuim_elders"


@bepaalt("WIA-23-3-2")
def hoort_ziekte_rond_verlof_samen(
    *,
    ziekmeldingen: tuple[Ziekmelding, ...],
    hersteldmeldingen: tuple[Hersteldmelding, ...],
    verloven: tuple[Verlof, ...],
    is_ziekte_rond_verlof_zelfde_oorzaak: bool | None,
    langste_onderbreking: Weken,
) -> bool | Mist | Nvt:
    """Of ziekte direct voor en direct na een verlof samen telt.

    Eén ziekteperiode die over het verlof heen loopt telt samen, tenzij bedrijfsarts of UWV een andere oorzaak ziet.
    """
    perioden = _perioden(ziekmeldingen, (melding.hersteld_op for melding in hersteldmeldingen))
    perioden_van_verlof = _perioden_van(verloven)
    los = [
        (eerste, tweede)
        for eerste, tweede in pairwise(perioden)
        if eerste.hersteld_op is not None
        and (tweede.vanaf - eerste.hersteld_op).days >= langste_onderbreking.dagen
        and ligt_verlof_ertussen(eerste, tweede, perioden_van_verlof)
    ]
    if is_ziekte_rond_verlof_zelfde_oorzaak is not None and (los or _loopt_door(perioden, perioden_van_verlof)):
        return is_ziekte_rond_verlof_zelfde_oorzaak
    if los:
        return mist(ZELFDE_OORZAAK, mogelijk=(("ja", True), ("nee", False)), werkt_door=True)
    return True if _loopt_door(perioden, perioden_van_verlof) else nvt("geen_verlof")


@bepaalt("WIA-23-3")
def ziektetijd(
    *,
    ziekmeldingen: tuple[Ziekmelding, ...],
    hersteldmeldingen: tuple[Hersteldmelding, ...],
    verloven: tuple[Verlof, ...],
    hoort_ziekte_rond_verlof_samen: bool | None,
    laatste_volledig_gewerkte_dag: date | None,
    werk_gestaakt_op: date | None,
    werkdagen: tuple[Weekdag, ...] | None,
    langste_onderbreking: Weken,
) -> Ziektetijd | Mist:
    """Het laatste verzuim met de dagen die daarin niet meetellen."""
    if not ziekmeldingen:
        return _voorstel(laatste_volledig_gewerkte_dag, werk_gestaakt_op, werkdagen)
    verlof = _perioden_van(verloven)
    lezingen = []
    for herstel in _lezingen(hersteldmeldingen):
        perioden = _perioden(ziekmeldingen, herstel)
        if hoort_ziekte_rond_verlof_samen is False:
            perioden = splits_om_verlof(perioden, verlof)
        lezingen.append(
            laatste_verzuim(
                perioden,
                verlof,
                grens=langste_onderbreking,
                hoort_om_verlof_samen=bool(hoort_ziekte_rond_verlof_samen),
            )
        )
    if lezingen[0] == lezingen[-1]:
        return lezingen[0]
    mogelijk = (("zoals gemeld", lezingen[0]), ("volgens de ander", lezingen[-1]))
    return mist("hersteldmeldingen", mogelijk=mogelijk, werkt_door=True)


@bepaalt("WIA-23-2")
def eerste_ziektedag(*, ziektetijd: Ziektetijd) -> date:
    """De eerste werkdag waarop door ziekte niet is gewerkt: dag 1 van elke telling."""
    return ziektetijd.eerste_ziektedag


@bepaalt("WIA-23-2-2")
def persoonsklok(
    *,
    ziektetijd: Ziektetijd,
    eerder_verzuim_elders: EerderVerzuim | None,
    dienstverband: Dienstverband | None,
    langste_onderbreking: Weken,
) -> Ziektetijd | Mist:
    """De telling van de wachttijd van de persoon, ook over dienstverbanden heen.

    Wie op de eerste ziektedag al vier weken in dienst was, heeft geen eerder verzuim elders dat nog meetelt.
    """
    eerste = ziektetijd.eerste_ziektedag
    eerder = eerder_verzuim_elders
    if eerder is None:
        begin = None if dienstverband is None else dienstverband.begin
        if begin is not None and (eerste - begin).days >= langste_onderbreking.dagen:
            return ziektetijd
        return mist("dienstverband" if begin is None else EERDER_ELDERS, mogelijk=(("nee", ziektetijd),))
    if not eerder.is_er:
        return ziektetijd
    if eerder.eerste_ziektedag is None or eerder.hersteld_op is None:
        return mist(EERDER_ELDERS)
    if eerder.eerste_ziektedag >= eerste or (eerste - eerder.hersteld_op).days >= langste_onderbreking.dagen:
        return ziektetijd
    tussen = []
    if eerder.hersteld_op < eerste:
        dagen = Periode(eerder.hersteld_op, dagen_later(eerste, -1))
        tussen.append(Onderbreking(dagen, Onderbrekingsgrond.HERSTELD))
    samen = voeg_samen([*tussen, *ziektetijd.onderbrekingen])
    return Ziektetijd(eerder.eerste_ziektedag, samen, ziektetijd.hersteld_op)


@bepaalt("WIA-23-5")
def dagen_verlof(*, ziektetijd: Ziektetijd) -> Dagen | Mist | Nvt:
    """Hoeveel dagen met een uitkering wegens zwangerschap of bevalling in dit verzuim niet meetellen."""
    verlof = [o.periode for o in ziektetijd.onderbrekingen if o.grond is Onderbrekingsgrond.VERLOF]
    if not verlof:
        return nvt("geen_verlof")
    if any(periode.tot_en_met is None for periode in verlof):
        return mist("verloven")
    return Dagen(sum(periode.aantal_dagen() for periode in verlof))


@bepaalt("WIA-23-1")
def laatste_dag_wachttijd(
    *,
    eerste_ziektedag: date,
    ziektetijd: Ziektetijd,
    persoonsklok: Uitkomst,
    verkorte_wachttijd_besluit: VerkorteWachttijdbesluit | None,
    duur_wachttijd: Weken,
) -> date | Mist:
    """De laatste dag van de wachttijd; UWV kan hem verkorten, een verlenging van het loon maakt hem niet langer.

    Wie net in dienst was, kan eerder elders ziek zijn geweest: dan is de dag pas zeker als dat bekend is.
    """
    if verkorte_wachttijd_besluit is not None and verkorte_wachttijd_besluit.einde is not None:
        return verkorte_wachttijd_besluit.einde
    dag = klok(persoonsklok, ziektetijd).laatste_dag_van(duur_wachttijd)
    if isinstance(persoonsklok, Onbekend) and EERDER_ELDERS in persoonsklok.ontbreekt:
        return mist(EERDER_ELDERS, mogelijk=(("nee", dag),), werkt_door=True)
    return dag


def _perioden_van(verloven: Sequence[Verlof]) -> tuple[Periode, ...]:
    return tuple(Periode(verlof.vanaf, verlof.tot_en_met) for verlof in verloven)


def _perioden(ziekmeldingen: Sequence[Ziekmelding], herstel: Iterable[date]) -> tuple[Ziekteperiode, ...]:
    return ziekteperioden((melding.eerste_ziektedag for melding in ziekmeldingen), herstel)


def _lezingen(meldingen: Sequence[Hersteldmelding]) -> tuple[list[date], ...]:
    """De dagen van herstel zoals gemeld, en als er iets betwist is ook zoals de ander ze ziet."""
    gemeld = [melding.hersteld_op for melding in meldingen]
    if not any(melding.is_betwist for melding in meldingen):
        return (gemeld,)
    ander = [melding.hersteld_op_volgens_ander if melding.is_betwist else melding.hersteld_op for melding in meldingen]
    return gemeld, [dag for dag in ander if dag is not None]


def _loopt_door(perioden: Sequence[Ziekteperiode], verloven: Sequence[Periode]) -> bool:
    """Of een ziekteperiode over een verlof heen loopt."""
    return any(
        periode.vanaf < verlof.vanaf
        and (
            periode.hersteld_op is None
            or (verlof.tot_en_met is not None and periode.hersteld_op > dagen_later(verlof.tot_en_met, 1))
        )
        for periode in perioden
        for verlof in verloven
    )


def _voorstel(gewerkt: date | None, gestaakt: date | None, werkdagen: Sequence[Weekdag] | None) -> Mist:
    """Welke eerste ziektedag uit het werk volgt; iemand moet hem nog bevestigen met een ziekmelding."""
    if gestaakt is not None and (gewerkt is None or gestaakt >= gewerkt):
        return _ter_bevestiging(gestaakt, "ziekmeldingen")
    if gewerkt is None:
        return mist("ziekmeldingen")
    dag = dagen_later(gewerkt, 1)
    if not werkdagen:
        return _ter_bevestiging(dag, "ziekmeldingen", "werkdagen")
    volgorde = tuple(Weekdag)
    while volgorde[dag.weekday()] not in werkdagen:
        dag = dagen_later(dag, 1)
    return _ter_bevestiging(dag, "ziekmeldingen")


def _ter_bevestiging(dag: date, *ontbreekt: str) -> Mist:
    return mist(*ontbreekt, mogelijk=(("voorstel", Ziektetijd(dag)),), werkt_door=True)
