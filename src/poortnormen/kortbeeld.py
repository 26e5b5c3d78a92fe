"""De stand in het kort, voor een overzicht van veel dossiers: het zwakste punt, wanneer iets kantelt, en wat het kost.

Anders dan een uitkomst telt het risico vanaf de peildatum: het is elke dag een ander.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import Catalogus
from poortnormen.feiten.loon import Loonafspraak
from poortnormen.feiten.uwv import Toetsbesluit
from poortnormen.geld import Bedrag, rond_af_op_cent
from poortnormen.loonstukken import WEKEN_PER_TIJDVAK, afspraak_op
from poortnormen.omslag import uiterste_hersteldag
from poortnormen.standdelen import NEGATIEF, Antwoord, Oordeel, Reden, StandVoorUwv
from poortnormen.standverslag import aan_te_vullen
from poortnormen.tijd import EEN_DAG, Periode, Weken
from poortnormen.toetsboom import (
    EINDOORDEEL,
    GROND,
    INZET,
    MOGELIJKHEDEN,
    RESULTAAT,
    TOETS,
    VOLLEDIG,
    oordeel_van,
    redenen,
)
from poortnormen.uitkomst import Uiterlijk, Uitleg, Vastgesteld, vroegste

SANCTIENORM, VERHAALNORM = "WIA-25-11", "ZW-39a-1"
# De loonsanctie die er al is: haar eerste dag, en de laatste met verlof, herstel en late besluiten erin.
LANGSTENORM, EINDENORM = "WIA-25-9", "WIA-25-14-2"
SANCTIENORMEN = frozenset({LANGSTENORM, EINDENORM})
_OPEN_VOLGORDE = (TOETS, MOGELIJKHEDEN, RESULTAAT, INZET, GROND)
_DAGEN_PER_WEEK = 7
SNEL_HERSTEL = (
    "Minstens: als het herstel op {peildatum} wordt gemeld, UWV daarna {beslistijd} neemt, en het loon {nalooptijd} "
    "later stopt."
)
LANGST = "Hoogstens: als er niets wordt hersteld, {duur}."
LOOPT = "Hoogstens: de loonsanctie van UWV, tot en met {dag}."
LOON = "Per week: {deel} van het vaste loon dat nu is afgesproken, zonder wat de werkgever er verder over betaalt."
VERHAAL = "UWV verhaalt hoogstens het ziekengeld over deze tijd; hoe hoog dat is, weet UWV."


@dataclass(frozen=True, slots=True, kw_only=True)
class Loonrisico:
    """Hoe lang een sanctie kan duren vanaf haar eerste dag, en wat zij per week kost als het loon bekend is.

    `tot_en_met` is de laatste dag van een loonsanctie die UWV al heeft opgelegd; leeg: er is er nog geen.
    """

    eerste_dag: date
    minstens: Weken
    hoogstens: Weken
    per_week: Bedrag | None
    aannames: tuple[Uitleg, ...]
    tot_en_met: date | None = None

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
    return _kort(regels, beoordeling, gegeven.oordeel, gegeven.redenen)


def kort_van(regels: Catalogus, beoordeling: Beoordeling) -> Kortbeeld:
    """Vat een beoordeling samen zonder te zoeken wat het oordeel doet omslaan: voor veel dossiers achter elkaar."""
    return _kort(regels, beoordeling, oordeel_van(beoordeling), redenen(regels, beoordeling))


def _kort(regels: Catalogus, beoordeling: Beoordeling, oordeel: Oordeel, boom: tuple[Reden, ...]) -> Kortbeeld:
    return Kortbeeld(
        oordeel=oordeel,
        zwakste=_zwakste(oordeel, {reden.norm: reden for reden in boom}),
        kantelpunt=vroegste(
            beoordeling.uitkomst(EINDOORDEEL).houdbaar_tot, *_hersteldagen(regels, beoordeling, oordeel, boom)
        ),
        loonrisico=_loonrisico(regels, beoordeling, oordeel),
    )


def _hersteldagen(
    regels: Catalogus, beoordeling: Beoordeling, oordeel: Oordeel, boom: tuple[Reden, ...]
) -> Iterator[date]:
    """De dagen na vandaag waarna een tekort niet meer zeker te herstellen is, zolang er een tekort kan zijn."""
    if oordeel not in {*NEGATIEF, Oordeel.ONBEKEND}:
        return
    volledig = next(reden for reden in boom if reden.norm == VOLLEDIG)
    dagen = [aan_te_vullen(beoordeling)] if volledig.uitkomst is Antwoord.NEE else []
    if any(_is_te_herstellen(regels, reden) for reden in boom):
        dagen.append(uiterste_hersteldag(beoordeling))
    yield from (dag for dag in dagen if dag is not None and dag >= beoordeling.peildatum)


def _is_te_herstellen(regels: Catalogus, reden: Reden) -> bool:
    eigen = reden.uitkomst is Antwoord.NEE and regels.normen[reden.norm].herstel is not None
    return eigen or any(_is_te_herstellen(regels, deel) for deel in reden.onderliggend)


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
    """Hoe lang een sanctie kan duren en wat zij kost; zonder kans op een sanctie is er geen risico.

    Heeft UWV al een loonsanctie opgelegd, dan komt er geen tweede: dan telt die, en na haar laatste dag niets meer.
    """
    if (periode := _opgelegde_sanctie(beoordeling)) is not None:
        return _opgelegd(regels, beoordeling, periode)
    if oordeel not in {*NEGATIEF, Oordeel.ONBEKEND}:
        return None
    if oordeel is Oordeel.VERHAAL_ZIEKENGELD:
        return _verhaal(beoordeling)
    laatste = beoordeling.uitkomst(SANCTIENORM)
    if not isinstance(laatste, Vastgesteld) or not isinstance(laatste.waarde, date):
        return None
    duur = _weken(regels, "duur_loonsanctie", beoordeling.peildatum)
    per_week = per_week_van(regels, _afspraken(beoordeling), beoordeling.peildatum)
    return Loonrisico(
        eerste_dag=laatste.waarde + EEN_DAG,
        minstens=weken_bij_snel_herstel(regels, laatste.waarde + EEN_DAG, beoordeling.peildatum),
        hoogstens=duur,
        per_week=per_week,
        aannames=aannames_over(regels, beoordeling.peildatum, met_loon=per_week is not None),
    )


def _opgelegde_sanctie(beoordeling: Beoordeling) -> Periode | None:
    """De loonsanctie die op de peildatum is opgelegd; None als die er niet is, of haar dagen niet bekend zijn."""
    besluit = beoordeling.beeld["toetsbesluit"].waarde
    langste, einde = (beoordeling.uitkomst(norm) for norm in (LANGSTENORM, EINDENORM))
    if not isinstance(besluit, Toetsbesluit) or besluit.besluit_op > beoordeling.peildatum:
        return None
    if not isinstance(langste, Vastgesteld) or not isinstance(einde, Vastgesteld):
        return None
    eerste = langste.waarde.vroegste_dag if isinstance(langste.waarde, Uiterlijk) else None
    if eerste is None or not isinstance(einde.waarde, date) or einde.waarde < eerste:
        return None
    return Periode(eerste, einde.waarde)


def _opgelegd(regels: Catalogus, beoordeling: Beoordeling, sanctie: Periode) -> Loonrisico | None:
    """Wat een opgelegde loonsanctie van begin tot eind duurt en kost; None als zij voorbij is."""
    peildatum, laatste = beoordeling.peildatum, sanctie.tot_en_met
    assert laatste is not None  # noqa: S101  # zo gemaakt
    if laatste < peildatum:
        return None
    per_week = per_week_van(regels, _afspraken(beoordeling), peildatum)
    snel, _, *loon = aannames_over(regels, peildatum, met_loon=per_week is not None)
    weken = _hele_weken(sanctie.aantal_dagen())
    return Loonrisico(
        eerste_dag=sanctie.vanaf,
        minstens=min(weken_bij_snel_herstel(regels, sanctie.vanaf, peildatum), weken),
        hoogstens=weken,
        per_week=per_week,
        aannames=(snel, Uitleg(LOOPT, {"dag": laatste}), *loon),
        tot_en_met=laatste,
    )


def weken_bij_snel_herstel(regels: Catalogus, eerste_dag: date, peildatum: date) -> Weken:
    """Hoeveel weken een sanctie vanaf `eerste_dag` minstens duurt als het herstel op de peildatum wordt gemeld."""
    duur, beslistijd, naloop = (
        _weken(regels, naam, peildatum)
        for naam in ("duur_loonsanctie", "termijn_herstelbesluit", "termijn_einde_na_herstel")
    )
    over = (eerste_dag - EEN_DAG - peildatum).days
    return min(_hele_weken(max(0, beslistijd.dagen + naloop.dagen - over)), duur)


def aannames_over(regels: Catalogus, peildatum: date, *, met_loon: bool) -> tuple[Uitleg, ...]:
    """Waarvan de weken en bedragen bij een loonsanctie uitgaan; `met_loon`: ook waarvan het bedrag per week uitgaat."""
    duur, beslistijd, naloop = (
        _weken(regels, naam, peildatum)
        for naam in ("duur_loonsanctie", "termijn_herstelbesluit", "termijn_einde_na_herstel")
    )
    snel = Uitleg(SNEL_HERSTEL, {"peildatum": peildatum, "beslistijd": beslistijd, "nalooptijd": naloop})
    loon = (Uitleg(LOON, {"deel": deel_ziekteloon(regels, peildatum)}),) if met_loon else ()
    return (snel, Uitleg(LANGST, {"duur": duur}), *loon)


def deel_ziekteloon(regels: Catalogus, dag: date) -> Fraction:
    """Welk deel van het loon de werkgever bij ziekte in elk geval betaalt."""
    deel = _waarde(regels, "deel_ziekteloon", dag)
    assert isinstance(deel, Fraction)  # noqa: S101  # zo gedeclareerd
    return deel


def per_week_van(regels: Catalogus, afspraken: Iterable[Loonafspraak], peildatum: date) -> Bedrag | None:
    """Wat een week loon bij ziekte kost volgens de afspraak die op de peildatum geldt; None als er geen is."""
    afspraak = afspraak_op(afspraken, peildatum)
    if afspraak is None:
        return None
    deel = deel_ziekteloon(regels, peildatum)
    return Bedrag(rond_af_op_cent(afspraak.loon_centen * deel / WEKEN_PER_TIJDVAK[afspraak.per]))


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


def _afspraken(beoordeling: Beoordeling) -> tuple[Loonafspraak, ...]:
    afspraken = beoordeling.beeld["loonafspraken"].waarde
    assert isinstance(afspraken, tuple)  # noqa: S101  # een meervoudig feit is altijd een tuple
    return tuple(afspraak for afspraak in afspraken if isinstance(afspraak, Loonafspraak))
