"""Wat er op één dag van het loonpad per tijdvak wordt betaald, uit de uitkomsten van de normen."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from poortnormen.feiten.loon import Lezing, Loonafspraak, Loonmaatregel, Loontijdvak, Maatregel, Stopgrond
from poortnormen.feiten.verzuim import Hervatting, Werk
from poortnormen.geld import Bedrag, rond_af_op_cent
from poortnormen.loongrond import Loongrond
from poortnormen.loonstukken import afspraak_op, op
from poortnormen.tijd import Periode
from poortnormen.uitkomst import Onbekend, Uitleg
from poortnormen.ziektetijd import Onderbrekingsgrond

ZIEKTELOON, BODEM, MAXIMUM, CAO, DEELS = "BW7-629-1", "BW7-629-1-2", "BW7-629-1-3", "BW7-629-9-2", "BW7-629-5-2"
VERLOF, WACHTDAG, HERSTELD = "BW7-629-4", "BW7-629-9", "WIA-23-3"
STOP, HEEL_LOON = "BW7-629-3", "BW7-629-3c"


@dataclass(frozen=True, slots=True)
class Antwoord:
    """Wat er op een dag per tijdvak wordt betaald, met de normen, de uitleg en de feiten die ontbreken."""

    loonwaarde: Fraction | None
    per: Loontijdvak | None
    bedrag: Bedrag | None
    normen: tuple[str, ...]
    uitleg: tuple[Uitleg, ...]
    ontbreekt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Ziekteloon:
    """Het loon voor wie niets werkt, in exacte centen per tijdvak; leeg als het niet bekend is."""

    centen: Fraction | None
    normen: tuple[str, ...]
    uitleg: tuple[Uitleg, ...]
    ontbreekt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Werk:
    """Welk deel van het loon het werk waard is, en waarom; leeg als het niet bekend is."""

    deel: Fraction | None
    uitleg: tuple[Uitleg, ...] = ()
    ontbreekt: tuple[str, ...] = ()


def antwoord_op(grond: Loongrond, dag: date) -> Antwoord:
    """Geef wat er op deze dag geldt; de dag ligt in het verzuim en niet na de laatste loondag."""
    afspraak = afspraak_op(grond.afspraken, dag)
    if (zonder := _zonder_ziekteloon(grond, dag, afspraak)) is not None:
        return zonder
    werk = _werk_op(grond, dag, afspraak)
    if afspraak is None:
        zonder_loon = Uitleg("Het afgesproken loon is niet vastgelegd.", {})
        return Antwoord(werk.deel, None, None, (ZIEKTELOON,), (*werk.uitleg, zonder_loon), ("loonafspraken",))
    loon = Fraction(afspraak.loon_centen)
    ziekteloon = _ziekteloon(grond, dag, loon)
    if werk.deel == 1:
        return Antwoord(werk.deel, afspraak.per, _bedrag(loon), (ZIEKTELOON, DEELS), werk.uitleg)
    normen, uitleg = ziekteloon.normen, (*ziekteloon.uitleg, *werk.uitleg, *_opgeschort(grond, dag))
    ontbreekt = tuple(dict.fromkeys((*ziekteloon.ontbreekt, *werk.ontbreekt)))
    if werk.deel is None or ziekteloon.centen is None:
        return Antwoord(werk.deel, afspraak.per, None, normen, uitleg, ontbreekt)
    if werk.deel == 0:
        return Antwoord(werk.deel, afspraak.per, _bedrag(ziekteloon.centen), normen, uitleg)
    volledig = werk.deel * loon + (1 - werk.deel) * ziekteloon.centen
    eraf = max(ziekteloon.centen, werk.deel * loon)
    gekozen, ander = (volledig, eraf) if grond.lezing is Lezing.GEWERKT_DEEL_VOLLEDIG else (eraf, volledig)
    keuze = Uitleg(_KEUZE[grond.lezing], {"andere_lezing": _bedrag(ander)})
    return Antwoord(werk.deel, afspraak.per, _bedrag(gekozen), (*normen, DEELS), (*uitleg, keuze))


_KEUZE = {
    Lezing.GEWERKT_DEEL_VOLLEDIG: "Over het gewerkte deel is er het volle loon, over de rest het loon bij ziekte. "
    "Volgens de andere lezing van de wet is het {andere_lezing}.",
    Lezing.VERDIEND_LOON_ERAF: "Het verdiende loon gaat van het loon bij ziekte af. "
    "Volgens de andere lezing van de wet is het {andere_lezing}.",
}


def _bedrag(centen: Fraction) -> Bedrag:
    return Bedrag(rond_af_op_cent(centen))


def _zonder_ziekteloon(grond: Loongrond, dag: date, afspraak: Loonafspraak | None) -> Antwoord | None:
    """Dagen zonder ziekteloon: hersteld, verlof, volgens afspraak onbetaald, of een loonstop."""
    per = None if afspraak is None else afspraak.per
    niets = Bedrag(0)
    onderbreking = next((o for o in grond.tijd.onderbrekingen if dag in o.periode), None)
    if onderbreking is not None and onderbreking.grond is Onderbrekingsgrond.VERLOF:
        uitleg = Uitleg("Er loopt zwangerschaps- of bevallingsverlof. UWV betaalt een uitkering.", {})
        return Antwoord(Fraction(0), per, niets, (VERLOF,), (uitleg,))
    if onderbreking is not None:
        uitleg = Uitleg("De werknemer is hersteld en krijgt het gewone loon.", {})
        gewoon = None if afspraak is None else Bedrag(afspraak.loon_centen)
        return Antwoord(Fraction(1), per, gewoon, (HERSTELD,), (uitleg,), () if afspraak else ("loonafspraken",))
    if grond.onbetaald is not None and dag in grond.onbetaald:
        return Antwoord(Fraction(0), per, niets, (WACHTDAG,), (Uitleg("Deze dag is volgens afspraak onbetaald.", {}),))
    maatregel = None if grond.is_maatregel_vervallen else _maatregel_op(grond, dag, Maatregel.STOP)
    if maatregel is None:
        return None
    geen_grond = Uitleg("Op welke grond is niet vastgelegd.", {})
    heel = Uitleg("Ook wie een deel van de uren passend werk weigert, krijgt het hele loon niet.", {})
    erbij = {None: (geen_grond,), Stopgrond.C: (heel,)}.get(maatregel.grond, ())
    normen = (STOP, HEEL_LOON) if maatregel.grond is Stopgrond.C else (STOP,)
    return Antwoord(Fraction(0), per, niets, normen, (Uitleg("De werkgever heeft het loon gestopt.", {}), *erbij))


def _maatregel_op(grond: Loongrond, dag: date, soort: Maatregel) -> Loonmaatregel | None:
    return next((m for m in grond.maatregelen if m.soort is soort and dag in Periode(m.vanaf, m.tot_en_met)), None)


def _opgeschort(grond: Loongrond, dag: date) -> tuple[Uitleg, ...]:
    """Een opschorting verandert het recht op loon niet, alleen wanneer het komt; een vervallen maatregel niets."""
    wacht = _maatregel_op(grond, dag, Maatregel.OPSCHORTING)
    if grond.is_maatregel_vervallen:
        stopt = _maatregel_op(grond, dag, Maatregel.STOP)
        te_laat = Uitleg("De werknemer hoorde te laat dat het loon stopt of wacht. De grond vervalt: er is loon.", {})
        return (te_laat,) if wacht or stopt else ()
    if wacht is None:
        return ()
    return (Uitleg("De betaling is opgeschort. Werkt de werknemer weer mee, dan volgt het bedrag alsnog.", {}),)


def _ziekteloon(grond: Loongrond, dag: date, loon: Fraction) -> _Ziekteloon:
    begrensd, wettelijk = op(grond.begrensd, dag), op(grond.wettelijk, dag)
    if begrensd is None or begrensd.centen is None or wettelijk is None or wettelijk.centen is None:
        nog_niet = Uitleg("Het maximumdagloon van deze tijd is niet bekend.", {})
        return _Ziekteloon(None, (ZIEKTELOON, MAXIMUM), (nog_niet,))
    centen, normen = wettelijk.centen, [ZIEKTELOON]
    uitleg = [Uitleg("Volgens de wet is het loon bij ziekte {bedrag}.", {"bedrag": _bedrag(centen)})]
    if begrensd.centen < loon:
        normen.append(MAXIMUM)
        uitleg.append(
            Uitleg("Van het loon telt {begrensd} mee: daarboven telt het niet.", {"begrensd": _bedrag(begrensd.centen)})
        )
    toezegging = op(grond.toezeggingen, dag)
    if toezegging is not None:
        normen.append(CAO)
        toegezegd = toezegging.deel * (begrensd.centen if toezegging.is_begrensd else loon)
        uitleg.append(Uitleg("Cao of contract geeft {deel} van het loon.", {"deel": toezegging.deel}))
        if toegezegd < centen:
            uitleg.append(Uitleg("Dat is minder dan de wet geeft; de wet gaat voor.", {}))
        centen = max(centen, toegezegd)
    return _met_bodem(grond, dag, loon, _Ziekteloon(centen, tuple(normen), tuple(uitleg)))


def _met_bodem(grond: Loongrond, dag: date, loon: Fraction, zonder: _Ziekteloon) -> _Ziekteloon:
    """Trek het bedrag in het eerste jaar op tot het minimumloon, maar nooit boven het eigen loon."""
    assert zonder.centen is not None  # noqa: S101  # zo gemaakt
    bodem, vol = op(grond.bodemstukken, dag), op(grond.volle_bodem, dag)
    if bodem is None and vol is None and grond.is_volle_bodem_bekend:
        return zonder  # na de eerste 52 weken
    normen = (*zonder.normen, BODEM)
    hoogste = None if vol is None else vol.centen()
    if bodem is not None and bodem.centen is not None:
        if bodem.centen <= zonder.centen:
            return _Ziekteloon(zonder.centen, normen, zonder.uitleg)
        uitleg = Uitleg("In de eerste 52 weken is het niet minder dan {minimumloon}.", {"minimumloon": bodem.bedrag})
        return _Ziekteloon(min(bodem.centen, loon), normen, (*zonder.uitleg, uitleg))
    if hoogste is not None and hoogste <= zonder.centen:
        return _Ziekteloon(zonder.centen, normen, zonder.uitleg)  # ook het volle minimumloon is niet hoger
    uitleg = Uitleg(
        "Het minimumloon van deze werknemer is niet bekend. Zonder dat is het {bedrag}, voorlopig.",
        {"bedrag": _bedrag(zonder.centen)},
    )
    ontbreekt = grond.bodem.ontbreekt if isinstance(grond.bodem, Onbekend) else ()
    return _Ziekteloon(None, normen, (*zonder.uitleg, uitleg), ontbreekt)


def _werk_op(grond: Loongrond, dag: date, afspraak: Loonafspraak | None) -> _Werk:
    """Welk deel van het loon het werk op een dag waard is."""
    herstel = [o.periode.vanaf for o in grond.tijd.onderbrekingen if o.grond is Onderbrekingsgrond.HERSTELD]
    sinds = max((begin for begin in herstel if begin <= dag), default=grond.tijd.eerste_ziektedag)
    lopend = [hervatting for hervatting in grond.hervattingen if sinds <= hervatting.vanaf <= dag]
    if not lopend or not lopend[-1].uren_per_week:
        return _Werk(Fraction(0))
    hervatting = lopend[-1]
    if hervatting.is_therapeutisch:
        return _Werk(Fraction(0), (Uitleg("Het werk is therapie en heeft geen loonwaarde.", {}),))
    if hervatting.werk is Werk.ELDERS:
        return _Werk(None, (Uitleg("Loon van een andere werkgever gaat eraf. Dat rekent het programma nog niet.", {}),))
    return _loonwaarde(hervatting, afspraak)


def _loonwaarde(hervatting: Hervatting, afspraak: Loonafspraak | None) -> _Werk:
    if hervatting.loonwaarde_pct is not None:
        deel = hervatting.loonwaarde_pct / 100
        sjabloon = "Vanaf {vanaf} is het werk {deel} van het loon waard."
    elif hervatting.werk is Werk.EIGEN and afspraak is not None and afspraak.uren_per_week:
        deel = min(Fraction(1), hervatting.uren_per_week / afspraak.uren_per_week)
        sjabloon = "Vanaf {vanaf} werkt de werknemer {deel} van de uren in het eigen werk."
    else:
        sjabloon = "Vanaf {vanaf} werkt de werknemer; de loonwaarde is niet vastgelegd."
        uitleg = Uitleg(sjabloon, {"vanaf": hervatting.vanaf})
        return _Werk(None, (uitleg,), ("hervattingen",))
    return _Werk(deel, (Uitleg(sjabloon, {"vanaf": hervatting.vanaf, "deel": deel}),))
