"""B4 en B5: is er begeleid, is er geëvalueerd, is de terugkeer duurzaam, en hoe gaat het verder."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding
from poortnormen.bronnen.werkaanpassing.evaluatie import (
    Afronding,
    BijeenkomstB4,
    Functie,
    GesprekB5,
    Werkweek,
)
from poortnormen.bronnen.werkaanpassing.knelpunten import Knelpunt, Knelpuntenformulier
from poortnormen.bronnen.werkaanpassing.soorten import PARTIJEN, Antwoord, Besluit, Rol, Stap, Vrijgave, Wijze
from poortnormen.norm import regelt
from poortnormen.tijd import DAGEN_PER_WEEK

VOLLEDIG = 1
CIJFERS = range(1, 11)


@regelt("WAP-B4-03", "WAP-7.1-15", "WAP-B4-13")
def bijeenkomsten_b4(*, bijeenkomsten: tuple[BijeenkomstB4, ...]) -> Iterator[Bevinding]:
    """Per ronde met elke partij een bijeenkomst, apart en op de werkplek."""
    aantal = Counter(deel.partij for deel in bijeenkomsten)
    for partij in PARTIJEN:
        if not aantal[partij]:
            yield Bevinding("b4_ontbreekt", partij)
        elif aantal[partij] != 1:
            yield Bevinding("b4_dubbel", partij)
    for deel in bijeenkomsten:
        if deel.wijze is not Wijze.WERKPLEK and not deel.reden.strip():
            yield Bevinding("b4_niet_op_werkplek", deel.partij)


@regelt("WAP-B4-05", "WAP-B4-09")
def vragen_beantwoord(*, bijeenkomst: BijeenkomstB4) -> Iterator[Bevinding]:
    """Elke vraag heeft een antwoord, of een actie met wie en wanneer."""
    code = "vraag_leiding_open" if bijeenkomst.partij is Rol.LEIDINGGEVENDE else "vraag_werknemer_open"
    for nummer, vraag in enumerate(bijeenkomst.vragen, 1):
        heeft_actie = vraag.actie.strip() and vraag.door.strip() and vraag.op is not None
        if not vraag.antwoord.strip() and not heeft_actie:
            yield Bevinding(code, str(nummer))


@regelt("WAP-B4-06", "WAP-B4-10")
def uitleg_gegeven(*, bijeenkomst: BijeenkomstB4, gekozen: tuple[str, ...]) -> Iterator[Bevinding]:
    """Bij elke gekozen oplossing is uitleg gegeven die de partij bevestigde."""
    code = "uitleg_leiding" if bijeenkomst.partij is Rol.LEIDINGGEVENDE else "uitleg_werknemer"
    bevestigd = {deel.oplossing for deel in bijeenkomst.instructies if deel.bevestigd}
    for oplossing in gekozen:
        if oplossing not in bevestigd:
            yield Bevinding(code, oplossing)


@regelt("WAP-B4-07", "WAP-B4-11", "WAP-B4-02")
def terugval_besproken(*, bijeenkomst: BijeenkomstB4) -> Iterator[Bevinding]:
    """De partij kent de tekenen van terugval en weet wat zij dan doet."""
    code = "terugval_leiding" if bijeenkomst.partij is Rol.LEIDINGGEVENDE else "terugval_werknemer"
    if not bijeenkomst.signalen_terugval.strip() or not bijeenkomst.handelwijze.strip():
        yield Bevinding(code, bijeenkomst.partij)


@regelt("WAP-B4-08", "WAP-B4-12")
def evaluatie_afgesproken(*, bijeenkomst: BijeenkomstB4) -> Iterator[Bevinding]:
    """Met elke partij apart is een telefonische evaluatie afgesproken."""
    code = "evaluatie_leiding" if bijeenkomst.partij is Rol.LEIDINGGEVENDE else "evaluatie_werknemer"
    if bijeenkomst.evaluatie_gepland_op is None:
        yield Bevinding(code, bijeenkomst.partij)


@regelt("WAP-B4-01")
def poort_naar_b5(*, bijeenkomsten: tuple[BijeenkomstB4, ...], gekozen: tuple[str, ...]) -> Iterator[Bevinding]:
    """Alles wat B4 nog mist voordat B5 begint."""
    yield from bijeenkomsten_b4(bijeenkomsten=bijeenkomsten)
    for deel in bijeenkomsten:
        yield from vragen_beantwoord(bijeenkomst=deel)
        yield from uitleg_gegeven(bijeenkomst=deel, gekozen=gekozen)
        yield from terugval_besproken(bijeenkomst=deel)
        yield from evaluatie_afgesproken(bijeenkomst=deel)


@regelt("WAP-B5-06", "WAP-7.1-16")
def gesprekken_b5(*, gesprekken: tuple[GesprekB5, ...], verslag_op: date | None) -> Iterator[Bevinding]:
    """Met elke partij een telefoongesprek, en een verslag."""
    gesproken = {deel.partij: deel for deel in gesprekken}
    for partij in PARTIJEN:
        gesprek = gesproken.get(partij)
        if gesprek is None:
            yield Bevinding("evaluatiegesprek_ontbreekt", partij)
        elif gesprek.wijze is not Wijze.TELEFOON:
            yield Bevinding("evaluatie_niet_telefonisch", partij)
    if verslag_op is None:
        yield Bevinding("verslag_ontbreekt")


@regelt("WAP-B5-08")
def ervaringen(*, gesprek: GesprekB5, gekozen: tuple[str, ...]) -> Iterator[Bevinding]:
    """Van elke aanpassing staat vast of zij uitvoerbaar was, en anders waarom niet."""
    per_oplossing = {deel.oplossing: deel for deel in gesprek.ervaringen}
    for oplossing in gekozen:
        deel = per_oplossing.get(oplossing)
        if deel is None or deel.uitvoerbaar is None:
            yield Bevinding("ervaring_ontbreekt", f"{oplossing}/{gesprek.partij}")
        elif deel.uitvoerbaar is not Antwoord.JA and not deel.reden.strip():
            yield Bevinding("reden_niet_uitvoerbaar", f"{oplossing}/{gesprek.partij}")


@regelt("WAP-B5-09")
def bijdrage(*, gesprek: GesprekB5) -> Iterator[Bevinding]:
    """Elke partij zegt of de aanpassingen hielpen: bij vroege en bij duurzame terugkeer."""
    if gesprek.bijdrage_vroegtijdig is None or gesprek.bijdrage_duurzaam is None:
        yield Bevinding("bijdrage_ontbreekt", gesprek.partij)


@regelt("WAP-B5-10")
def beoordeling(*, gesprek: GesprekB5) -> Iterator[Bevinding]:
    """Elke partij beoordeelt de inzet op vier punten; een cijfer buiten de schaal bestaat niet."""
    oordeel = gesprek.beoordeling
    for naam, cijfer in {
        "tevredenheid": oordeel.tevredenheid,
        "aansluiting": oordeel.aansluiting,
        "betrokkenheid": oordeel.betrokkenheid,
        "inzet": oordeel.inzet,
    }.items():
        if cijfer is None:
            yield Bevinding("cijfer_ontbreekt", f"{naam}/{gesprek.partij}")
        elif cijfer not in CIJFERS:
            yield Bevinding("cijfer_buiten_schaal", f"{naam}/{gesprek.partij}")


@regelt("WAP-B5-15", "WAP-7.1-04")
def is_duurzaam(*, weken: tuple[Werkweek, ...], weken_nodig: int, is_gelijkwaardig_genoeg: bool) -> bool:
    """Of er zoveel weken achter elkaar volledig is gewerkt, volgens de betekenis die in stap A is afgesproken.

    Een week zonder volledige loonwaarde, in ander werk of die ontbreekt, begint de telling opnieuw.
    """
    genoeg = {Functie.EIGEN, Functie.GELIJKWAARDIG} if is_gelijkwaardig_genoeg else {Functie.EIGEN}
    langste, achter_elkaar, vorige = 0, 0, None
    for week in sorted(weken, key=lambda week: week.maandag):
        if week.functie not in genoeg or week.loonwaarde < VOLLEDIG:
            achter_elkaar, vorige = 0, None
            continue
        aansluitend = vorige is not None and week.maandag - vorige == timedelta(days=DAGEN_PER_WEEK)
        achter_elkaar, vorige = (achter_elkaar + 1 if aansluitend else 1), week.maandag
        langste = max(langste, achter_elkaar)
    return langste >= weken_nodig


@regelt("WAP-B5-01")
def doel_vastgesteld(*, afronding: Afronding) -> Iterator[Bevinding]:
    """Van vroege en van duurzame terugkeer staat vast of zij is bereikt."""
    if afronding.vroegtijdig is None:
        yield Bevinding("doel_niet_vastgesteld", "vroegtijdig")
    if afronding.duurzaam is None:
        yield Bevinding("doel_niet_vastgesteld", "duurzaam")


@regelt("WAP-B5-02")
def oorzaken(*, afronding: Afronding) -> Iterator[Bevinding]:
    """Is een doel niet (helemaal) bereikt, dan staat er waardoor."""
    niet_bereikt = {Antwoord.NEE, Antwoord.DEELS} & {afronding.vroegtijdig, afronding.duurzaam}
    if niet_bereikt and not afronding.oorzaken.strip():
        yield Bevinding("oorzaken_ontbreken")


@regelt("WAP-B5-11", "WAP-B5-05", "WAP-4.2-04")
def besluit(*, afronding: Afronding) -> Iterator[Bevinding]:
    """Precies een besluit, met een motivering; afronden zonder het doel te halen willen beide partijen."""
    if not afronding.besluiten:
        yield Bevinding("besluit_ontbreekt")
    elif len(afronding.besluiten) != 1:
        yield Bevinding("meer_besluiten")
    elif not afronding.motivering.strip():
        yield Bevinding("besluit_zonder_motivering")
    if Besluit.AFGEROND in afronding.besluiten and afronding.vroegtijdig is Antwoord.NEE:
        if not afronding.reden_geen_vervolg.strip() or not set(PARTIJEN) <= set(afronding.akkoord):
            yield Bevinding("afronden_zonder_doel")
        if afronding.volgend_uitgangspunt is None and not afronding.reden_geen_vervolg.strip():
            yield Bevinding("volgend_doel_ontbreekt")


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweRonde:
    """De ronde die uit een besluit volgt."""

    nummer: int
    begint_in: Stap
    op: date


@regelt("WAP-B5-03", "WAP-B5-04")
def nieuwe_ronde(*, afronding: Afronding, ronde: int, op: date) -> NieuweRonde | None:
    """De volgende ronde; niets als er geen vervolg is, een partij niet wil, of de vraag of de oorzaak nog ontbreekt."""
    if len(afronding.besluiten) != 1 or not set(PARTIJEN) <= set(afronding.akkoord):
        return None
    if any(oorzaken(afronding=afronding)):
        return None
    if afronding.besluiten[0] is Besluit.VERVOLG_B2:
        return NieuweRonde(nummer=ronde + 1, begint_in=Stap.B2, op=op)
    if afronding.besluiten[0] is Besluit.VERVOLG_B1 and afronding.vraag_voor_b1.strip():
        return NieuweRonde(nummer=ronde + 1, begint_in=Stap.B1, op=op)
    return None


@regelt("WAP-B5-12")
def ontvangers_eindverslag(*, verslag_aan: tuple[Rol, ...], werkgever_krijgt_eindrapport: bool) -> Iterator[Bevinding]:
    """Het eindverslag gaat naar beide partijen, en naar de werkgever alleen als dat in stap A is afgesproken."""
    for rol in PARTIJEN:
        if rol not in verslag_aan:
            yield Bevinding("eindverslag_niet_verstuurd", rol)
    if werkgever_krijgt_eindrapport and Rol.WERKGEVER not in verslag_aan:
        yield Bevinding("eindverslag_niet_verstuurd", Rol.WERKGEVER)
    for rol in verslag_aan:
        if rol not in PARTIJEN and not (rol is Rol.WERKGEVER and werkgever_krijgt_eindrapport):
            yield Bevinding("eindverslag_aan_ander", rol)


@regelt("WAP-B5-16")
def vervolgevaluatie(*, is_afgesproken: bool, afronding: Afronding) -> Iterator[Bevinding]:
    """Is een later moment afgesproken, of is de terugkeer nog niet duurzaam, dan staat er een dag."""
    if afronding.vervolgevaluatie_op is not None:
        return
    if is_afgesproken:
        yield Bevinding("vervolgevaluatie_ontbreekt")
    elif afronding.duurzaam is Antwoord.NEE:
        yield Bevinding("stel_vervolgevaluatie_voor")


def overgenomen(formulier: Knelpuntenformulier) -> Knelpuntenformulier:
    """De knelpunten als begin van een nieuwe ronde: de woorden blijven, elk akkoord en elke vrijgave begint opnieuw."""
    taken = tuple(
        replace(
            taak,
            werkzaamheden=tuple(
                replace(werk, knelpunten=tuple(_opnieuw(deel) for deel in werk.knelpunten))
                for werk in taak.werkzaamheden
            ),
        )
        for taak in formulier.hoofdtaken
    )
    return Knelpuntenformulier(variant=formulier.variant, hoofdtaken=taken)


def _opnieuw(knelpunt: Knelpunt) -> Knelpunt:
    return replace(
        knelpunt,
        prioriteit=None,
        vrijgave=Vrijgave.NIET_GEVRAAGD,
        vrijgave_door=None,
        is_besproken=False,
        reden_niet_besproken="",
        akkoord=(),
    )
