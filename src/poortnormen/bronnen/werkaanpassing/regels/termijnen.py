"""De dagen waarop een stap klaar moet zijn, de uren die zij kost, en de volgorde van de stappen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding, Reden, houdt_tegen
from poortnormen.bronnen.werkaanpassing.soorten import STAPPEN_B, Besluit, Stap
from poortnormen.norm import regelt
from poortnormen.tijd import ZATERDAG, Dagen, Maanden, Weken, dagen_later, laatste_dag_binnen, maanden_later

OP_TIJD, NA_STREEF, TE_LAAT, TE_VROEG, RUIM = "op_tijd", "na_streefdag", "te_laat", "te_vroeg", "binnen_ruime_lezing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Urenpost:
    """De uren van de begeleider aan een stap, op het kwartier."""

    stap: Stap
    uren: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnen:
    """De dagen van een ronde; die van B5 zijn er pas als B4 is gehouden of gepland."""

    b1_uiterlijk: date
    b2_streefdag: date
    b2_uiterlijk: date
    b3_uiterlijk: date
    b5_allereerst: date | None = None
    b5_vanaf: date | None = None
    b5_uiterlijk: date | None = None


@regelt("WAP-B-03")
def termijnen(
    *,
    aanvraag_op: date,
    b4_op: date | None,
    termijn_b1: Weken,
    streef_b2: Weken,
    termijn_b2: Weken,
    b5_allereerst: Weken,
    b5_vanaf: Weken,
    b5_uiterlijk: Weken,
) -> Termijnen:
    """De dagen van B1 tot en met B3, gerekend vanaf de aanvraag, en het venster van B5, gerekend vanaf B4."""
    b2 = laatste_dag_binnen(na=aanvraag_op, termijn=termijn_b2)
    return Termijnen(
        b1_uiterlijk=laatste_dag_binnen(na=aanvraag_op, termijn=termijn_b1),
        b2_streefdag=laatste_dag_binnen(na=aanvraag_op, termijn=streef_b2),
        b2_uiterlijk=b2,
        b3_uiterlijk=b2,
        b5_allereerst=None if b4_op is None else laatste_dag_binnen(na=b4_op, termijn=b5_allereerst),
        b5_vanaf=None if b4_op is None else laatste_dag_binnen(na=b4_op, termijn=b5_vanaf),
        b5_uiterlijk=None if b4_op is None else laatste_dag_binnen(na=b4_op, termijn=b5_uiterlijk),
    )


@regelt("WAP-B1-03")
def dagen_te_laat_b1(*, aanvraag_op: date, gedaan_op: date, termijn_b1: Weken) -> int:
    """Hoeveel dagen B1 te laat is; nul is op tijd."""
    return max(0, (gedaan_op - laatste_dag_binnen(na=aanvraag_op, termijn=termijn_b1)).days)


@regelt("WAP-B2-03")
def stand_b2(*, aanvraag_op: date, gedaan_op: date, streef_b2: Weken, termijn_b2: Weken) -> str:
    """Of B2 binnen de streefdag viel, binnen de termijn, of te laat."""
    if gedaan_op > laatste_dag_binnen(na=aanvraag_op, termijn=termijn_b2):
        return TE_LAAT
    return OP_TIJD if gedaan_op <= laatste_dag_binnen(na=aanvraag_op, termijn=streef_b2) else NA_STREEF


@regelt("WAP-B3-06")
def dagen_te_laat_rapport(*, bijeenkomst_op: date, verstuurd_op: date, termijn_rapport: Weken) -> int:
    """Hoeveel dagen het tussentijdse rapport te laat is; nul is op tijd."""
    return max(0, (verstuurd_op - laatste_dag_binnen(na=bijeenkomst_op, termijn=termijn_rapport)).days)


@regelt("WAP-B5-07", "WAP-B4-04")
def stand_b5(*, b4_op: date, evaluatie_op: date, b5_allereerst: Weken, b5_vanaf: Weken, b5_uiterlijk: Weken) -> str:
    """Of een evaluatie (gehouden of gepland) in het venster na de feitelijke B4 valt."""
    if evaluatie_op > laatste_dag_binnen(na=b4_op, termijn=b5_uiterlijk):
        return TE_LAAT
    if evaluatie_op >= laatste_dag_binnen(na=b4_op, termijn=b5_vanaf):
        return OP_TIJD
    return RUIM if evaluatie_op >= laatste_dag_binnen(na=b4_op, termijn=b5_allereerst) else TE_VROEG


@regelt("WAP-B-04", "WAP-B3-05")
def aansluiting(*, b2_op: date, b3_op: date, werkdagen_tussen_b2_en_b3: int) -> Iterator[Bevinding]:
    """B3 volgt op dezelfde dag of op de volgende werkdag; eerder dan B2 kan niet."""
    if b3_op < b2_op:
        yield Bevinding("b3_voor_b2")
        return
    werkdagen = sum(dagen_later(b2_op, nummer).weekday() < ZATERDAG for nummer in range(1, (b3_op - b2_op).days + 1))
    if werkdagen > werkdagen_tussen_b2_en_b3:
        yield Bevinding("gat_tussen_b2_en_b3", "", {"dagen": (b3_op - b2_op).days})


@regelt("WAP-B-06")
def eerste_contact(
    *, aanvraag_op: date, contact_op: date | None, peildatum: date, dagen_tot_eerste_contact: Dagen
) -> Iterator[Bevinding]:
    """Na de aanvraag is er snel contact; blijft het uit, dan krijgt de begeleider bericht."""
    if contact_op is None and peildatum >= laatste_dag_binnen(na=aanvraag_op, termijn=dagen_tot_eerste_contact):
        yield Bevinding("nog_geen_contact", "", {"dagen": (peildatum - aanvraag_op).days})


@regelt("WAP-3-01")
def overgang(
    *, van: Stap, naar: Stap, besluit: Besluit | None, bevindingen: tuple[Bevinding, ...], redenen: tuple[Reden, ...]
) -> Iterator[Bevinding]:
    """De stappen volgen op elkaar; terug naar B1 of B2 gaat alleen na B5, met dat besluit, in een nieuwe ronde.

    `bevindingen` is wat de poort van deze stap opmerkt, `redenen` wat daarover is opgeschreven.
    """
    terug = {Stap.B1: Besluit.VERVOLG_B1, Stap.B2: Besluit.VERVOLG_B2}
    if van is Stap.B5 and naar in terug:
        if besluit is not terug[naar]:
            yield Bevinding("terug_zonder_besluit", naar)
    elif van not in STAPPEN_B or naar not in STAPPEN_B or STAPPEN_B.index(naar) != STAPPEN_B.index(van) + 1:
        yield Bevinding("stap_overgeslagen", naar)
    if mist := houdt_tegen(bevindingen, redenen):
        yield Bevinding("poort_dicht", naar, {"codes": tuple(deel.code for deel in mist)})


@regelt("WAP-7.2-01")
def uren_per_stap(*, uren: tuple[Urenpost, ...], uren_indicatie: dict[str, Any]) -> Iterator[Bevinding]:
    """Welke stappen meer of minder uren van de begeleider kosten dan de bron als indicatie geeft."""
    for post in uren:
        if post.stap not in uren_indicatie:
            continue
        minstens, hoogstens = map(Fraction, uren_indicatie[post.stap])
        if post.uren < minstens:
            yield Bevinding("uren_onder_indicatie", post.stap, {"uren": post.uren, "minstens": minstens})
        if post.uren > hoogstens:
            yield Bevinding("uren_boven_indicatie", post.stap, {"uren": post.uren, "hoogstens": hoogstens})


@regelt("WAP-7.2-02")
def uren_totaal(*, uren: tuple[Urenpost, ...], uren_indicatie: dict[str, Any]) -> Iterator[Bevinding]:
    """Of alle stappen samen binnen de som van de indicaties blijven."""
    totaal = sum((post.uren for post in uren if post.stap in uren_indicatie), Fraction(0))
    hoogstens = sum((Fraction(band[1]) for band in uren_indicatie.values()), Fraction(0))
    minstens = sum((Fraction(band[0]) for band in uren_indicatie.values()), Fraction(0))
    if not minstens <= totaal <= hoogstens:
        yield Bevinding("uren_buiten_totaal", "", {"uren": totaal, "minstens": minstens, "hoogstens": hoogstens})


@regelt("WAP-7.1-05")
def vervolgmetingen(*, ziekmelding_op: date, werknemer_stemt_in: bool, meetmomenten: list[int]) -> tuple[date, ...]:
    """De dagen waarop stap C later nog kan meten, na zoveel maanden; alleen als de werknemer dat goedvindt."""
    if not werknemer_stemt_in:
        return ()
    return tuple(maanden_later(ziekmelding_op, Maanden(aantal)) for aantal in meetmomenten)
