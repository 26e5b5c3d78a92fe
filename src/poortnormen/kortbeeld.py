"""De stand in het kort, voor een overzicht van veel dossiers: het zwakste punt, wanneer iets kantelt, en wat het kost.

Anders dan een uitkomst telt het risico vanaf de peildatum: het is elke dag een ander.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import Catalogus
from poortnormen.feiten.loon import Loonafspraak, Loontijdvak
from poortnormen.geld import Bedrag, rond_af_op_cent
from poortnormen.loonstukken import afspraak_op
from poortnormen.standdelen import NEGATIEF, Antwoord, Oordeel, Reden, StandVoorUwv
from poortnormen.tijd import EEN_DAG, MAANDEN_PER_JAAR, Periode, Weken
from poortnormen.toetsboom import EINDOORDEEL, GROND, INZET, MOGELIJKHEDEN, RESULTAAT, TOETS, VOLLEDIG
from poortnormen.uitkomst import Uitleg, Vastgesteld, vroegste

SANCTIENORM, VERHAALNORM = "WIA-25-11", "ZW-39a-1"
_OPEN_VOLGORDE = (TOETS, MOGELIJKHEDEN, RESULTAAT, INZET, GROND)
_WEKEN_PER_JAAR = 52
_DAGEN_PER_WEEK = 7
_WEKEN_PER_TIJDVAK = {
    Loontijdvak.WEEK: Fraction(1),
    Loontijdvak.VIER_WEKEN: Fraction(4),
    Loontijdvak.MAAND: Fraction(_WEKEN_PER_JAAR, MAANDEN_PER_JAAR),
}
SNEL_HERSTEL = (
    "Minstens: als het herstel op {peildatum} wordt gemeld, UWV daarna {beslistijd} neemt, en het loon {nalooptijd} "
    "later stopt."
)
LANGST = "Hoogstens: als er niets wordt hersteld, {duur}."
LOON = "Per week: {deel} van het vaste loon dat nu is afgesproken, zonder wat de werkgever er verder over betaalt."
VERHAAL = "UWV verhaalt hoogstens het ziekengeld over deze tijd; hoe hoog dat is, weet UWV."


@dataclass(frozen=True, slots=True, kw_only=True)
class Loonrisico:
    """Hoe lang een sanctie kan duren vanaf haar eerste dag, en wat zij per week kost als het loon bekend is."""

    eerste_dag: date
    minstens: Weken
    hoogstens: Weken
    per_week: Bedrag | None
    aannames: tuple[Uitleg, ...]

    @property
    def bedragen(self) -> tuple[Bedrag, Bedrag] | None:
        """Wat de sanctie minstens en hoogstens kost."""
        if self.per_week is None:
            return None
        return Bedrag(self.per_week.centen * self.minstens.aantal), Bedrag(self.per_week.centen * self.hoogstens.aantal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kortbeeld:
    """Het oordeel met het zwakste punt, de dag waarop er voor het eerst iets kantelt, en het risico op langer loon."""

    oordeel: Oordeel
    zwakste: Reden | None
    kantelpunt: date | None
    loonrisico: Loonrisico | None


def kortbeeld(regels: Catalogus, beoordeling: Beoordeling, gegeven: StandVoorUwv) -> Kortbeeld:
    """Vat de stand samen."""
    peildatum = beoordeling.peildatum
    dagen = [weg.uiterste_dag for weg in gegeven.omslag if weg.uiterste_dag and weg.uiterste_dag >= peildatum]
    return Kortbeeld(
        oordeel=gegeven.oordeel,
        zwakste=_zwakste(gegeven.oordeel, {reden.norm: reden for reden in gegeven.redenen}),
        kantelpunt=vroegste(beoordeling.uitkomst(EINDOORDEEL).houdbaar_tot, *dagen),
        loonrisico=_loonrisico(regels, beoordeling, gegeven.oordeel),
    )


def _zwakste(oordeel: Oordeel, boom: dict[str, Reden]) -> Reden | None:
    """De vraag waarop het misgaat, zo diep als de antwoorden reiken; zonder oordeel de eerste die het tegenhoudt."""
    if oordeel is Oordeel.ONBEKEND:
        return next((boom[norm] for norm in _OPEN_VOLGORDE if boom[norm].uitkomst is Antwoord.ONBEKEND), None)
    if oordeel not in NEGATIEF:
        return None
    punt = boom[VOLLEDIG] if boom[VOLLEDIG].uitkomst is Antwoord.NEE else boom[INZET]
    while (dieper := next((d for d in punt.onderliggend if d.uitkomst is Antwoord.NEE), None)) is not None:
        punt = dieper
    return punt


def _loonrisico(regels: Catalogus, beoordeling: Beoordeling, oordeel: Oordeel) -> Loonrisico | None:
    """Hoe lang een sanctie kan duren en wat zij kost; zonder kans op een sanctie is er geen risico."""
    if oordeel not in {*NEGATIEF, Oordeel.ONBEKEND}:
        return None
    if oordeel is Oordeel.VERHAAL_ZIEKENGELD:
        return _verhaal(beoordeling)
    laatste = beoordeling.uitkomst(SANCTIENORM)
    if not isinstance(laatste, Vastgesteld) or not isinstance(laatste.waarde, date):
        return None
    duur, beslistijd, naloop = (
        _weken(regels, naam, beoordeling.peildatum)
        for naam in ("duur_loonsanctie", "termijn_herstelbesluit", "termijn_einde_na_herstel")
    )
    over = (laatste.waarde - beoordeling.peildatum).days
    dagen = max(0, beslistijd.dagen + naloop.dagen - over)
    deel = _waarde(regels, "deel_ziekteloon", beoordeling.peildatum)
    assert isinstance(deel, Fraction)  # noqa: S101  # zo gedeclareerd
    per_week = _per_week(beoordeling, deel)
    snel = {"peildatum": beoordeling.peildatum, "beslistijd": beslistijd, "nalooptijd": naloop}
    aannames = (Uitleg(SNEL_HERSTEL, snel), Uitleg(LANGST, {"duur": duur}))
    return Loonrisico(
        eerste_dag=laatste.waarde + EEN_DAG,
        minstens=min(_hele_weken(dagen), duur),
        hoogstens=duur,
        per_week=per_week,
        aannames=aannames if per_week is None else (*aannames, Uitleg(LOON, {"deel": deel})),
    )


def _verhaal(beoordeling: Beoordeling) -> Loonrisico | None:
    """De tijd waarover UWV ziekengeld kan verhalen; herstel achteraf maakt haar niet korter."""
    uitkomst = beoordeling.uitkomst(VERHAALNORM)
    periode = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    if not isinstance(periode, Periode):
        return None
    weken = _hele_weken(periode.aantal_dagen())
    return Loonrisico(
        eerste_dag=periode.vanaf, minstens=Weken(0), hoogstens=weken, per_week=None, aannames=(Uitleg(VERHAAL, {}),)
    )


def _hele_weken(dagen: int) -> Weken:
    return Weken(-(-dagen // _DAGEN_PER_WEEK))


def _weken(regels: Catalogus, naam: str, dag: date) -> Weken:
    waarde = _waarde(regels, naam, dag)
    assert isinstance(waarde, Weken)  # noqa: S101  # zo gedeclareerd
    return waarde


def _waarde(regels: Catalogus, naam: str, dag: date) -> object:
    rij = regels.waarden[naam].op(dag)
    return None if rij is None else rij.waarde


def _per_week(beoordeling: Beoordeling, deel: Fraction) -> Bedrag | None:
    afspraken = beoordeling.beeld["loonafspraken"].waarde
    assert isinstance(afspraken, tuple)  # noqa: S101  # een meervoudig feit is altijd een tuple
    afspraak = afspraak_op(afspraken, beoordeling.peildatum)
    if not isinstance(afspraak, Loonafspraak):
        return None
    return Bedrag(rond_af_op_cent(afspraak.loon_centen * deel / _WEKEN_PER_TIJDVAK[afspraak.per]))
