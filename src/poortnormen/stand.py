"""Hoe UWV het dossier op de peildatum zou beoordelen, voor zover de feiten dat toelaten, en waarom.

De volgorde is die van het Beoordelingskader poortwachter: is er een toets, zijn er mogelijkheden, is het resultaat goed
genoeg, is het verslag compleet, was er genoeg inzet, en zo niet, was daar een goede reden voor. Een oordeel dat van een
mens moet komen, is een feit met een motivering; zonder zo'n feit is het antwoord: niet bekend, met wat ontbreekt.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, product

from poortnormen.beoordeling import Beoordeling
from poortnormen.bronnen.beoordelingskader.oordeelvragen import (
    GROND,
    INSPANNINGEN,
    MAATREGEL,
    MOGELIJKHEDEN,
    RESULTAAT,
)
from poortnormen.feiten import FEITEN
from poortnormen.standdelen import NEGATIEF, Antwoord, Omslag, Oordeel, Reden, StandVoorUwv, Stap
from poortnormen.standvragen import (
    COMPLEET,
    TOETS,
    WAT_TE_BEANTWOORDEN,
    WAT_TE_MAKEN,
    Vragen,
    stel_vragen,
)
from poortnormen.tijdlijn import Moment, houdbaar_tot
from poortnormen.uitkomst import Uitleg, vroegste

# Meer stappen tegelijk leest niemand; wie er meer nodig heeft begint bij de vragen.
MEESTE_STAPPEN = 3


def stand(beoordeling: Beoordeling, momenten: tuple[Moment, ...]) -> StandVoorUwv:
    """Geef het oordeel van UWV zoals het er op de peildatum voor staat, met redenen en wat het doet omslaan."""
    vragen = stel_vragen(beoordeling, momenten)
    antwoorden = {naam: reden.uitkomst for naam, reden in vragen.redenen.items()}
    oordeel = besluit(antwoorden, is_uit_dienst=vragen.is_uit_dienst, is_aanvultijd_om=vragen.is_aanvultijd_om)
    redenen = tuple(vragen.redenen.values())
    return StandVoorUwv(
        oordeel=oordeel,
        maatregel_werknemer={Antwoord.JA: True, Antwoord.NEE: False}.get(antwoorden[MAATREGEL]),
        redenen=redenen,
        omslag=tuple(_omslagen(vragen, antwoorden, oordeel)),
        ontbreekt=tuple(dict.fromkeys(naam for reden in redenen for naam in reden.ontbreekt)),
        houdbaar_tot=vroegste(houdbaar_tot(beoordeling, momenten), *(_tot(reden) for reden in redenen)),
    )


def _tot(reden: Reden) -> date | None:
    return vroegste(reden.houdbaar_tot, *(_tot(deel) for deel in reden.onderliggend))


def besluit(antwoorden: Mapping[str, Antwoord], *, is_uit_dienst: bool, is_aanvultijd_om: bool) -> Oordeel:
    """Loop de vragen af in de volgorde van het beoordelingskader; waar het antwoord ontbreekt is ook dit onbekend."""
    if antwoorden[TOETS] is not Antwoord.JA:
        return Oordeel.GEEN_TOETS if antwoorden[TOETS] is Antwoord.NEE else Oordeel.ONBEKEND
    if antwoorden[MOGELIJKHEDEN] is Antwoord.NEE:
        return Oordeel.GEEN_INSPANNINGEN_VEREIST
    if antwoorden[RESULTAAT] is Antwoord.JA:
        return Oordeel.BEVREDIGEND
    if antwoorden[COMPLEET] is Antwoord.NEE:
        te_laat = Oordeel.VERHAAL_ZIEKENGELD if is_uit_dienst else Oordeel.LOONSANCTIE_ADMINISTRATIEF
        return te_laat if is_aanvultijd_om else Oordeel.AANVULLEN
    is_te_wegen = antwoorden[RESULTAAT] is Antwoord.NEE and antwoorden[MOGELIJKHEDEN] is Antwoord.JA
    return _besluit_over_inzet(antwoorden, is_uit_dienst=is_uit_dienst) if is_te_wegen else Oordeel.ONBEKEND


def _besluit_over_inzet(antwoorden: Mapping[str, Antwoord], *, is_uit_dienst: bool) -> Oordeel:
    if antwoorden[INSPANNINGEN] is Antwoord.JA:
        return Oordeel.VOLDOENDE_INSPANNINGEN
    if antwoorden[INSPANNINGEN] is Antwoord.NEE and antwoorden[GROND] is Antwoord.JA:
        return Oordeel.DEUGDELIJKE_GROND
    if antwoorden[INSPANNINGEN] is Antwoord.NEE and antwoorden[GROND] is Antwoord.NEE:
        return Oordeel.VERHAAL_ZIEKENGELD if is_uit_dienst else Oordeel.LOONSANCTIE_INHOUDELIJK
    return Oordeel.ONBEKEND


def _omslagen(vragen: Vragen, antwoorden: Mapping[str, Antwoord], oordeel: Oordeel) -> Iterator[Omslag]:
    """De kleinste verzamelingen antwoorden en stukken waarmee het oordeel anders is, de kleinste eerst."""
    # Een gegeven oordeel staat; te wijzigen is wat nog open is, en een verslag waar stukken in ontbreken.
    keuzes = {naam: tuple(vraag.keuzes) for naam, vraag in vragen.open.items()}
    if vragen.ontbrekende_onderdelen:
        keuzes[COMPLEET] = (Antwoord.JA,)
    gevonden: list[tuple[frozenset[tuple[str, Antwoord]], Oordeel]] = []
    for aantal in range(1, MEESTE_STAPPEN + 1):
        for namen in combinations(keuzes, aantal):
            for keuze in product(*(keuzes[naam] for naam in namen)):
                stappen = frozenset(zip(namen, keuze, strict=True))
                nieuw = besluit(
                    {**antwoorden, **dict(stappen)},
                    is_uit_dienst=vragen.is_uit_dienst,
                    is_aanvultijd_om=vragen.is_aanvultijd_om,
                )
                is_winst = nieuw is not oordeel and (nieuw is not Oordeel.ONBEKEND or oordeel in NEGATIEF)
                if not is_winst or any(o is nieuw and s <= stappen for s, o in gevonden):
                    continue
                gevonden.append((stappen, nieuw))
                paren = zip(namen, keuze, strict=True)
                yield Omslag(oordeel=nieuw, stappen=tuple(stap for paar in paren for stap in _stappen(vragen, *paar)))


def _stappen(vragen: Vragen, naam: str, antwoord: Antwoord) -> Iterator[Stap]:
    if naam == COMPLEET:
        for deel in vragen.ontbrekende_onderdelen:
            wat = Uitleg(WAT_TE_MAKEN, {"stuk": deel.naam})
            yield Stap(norm=deel.norm, feit=deel.feit, wat=wat, wie=deel.wie, uiterste_dag=vragen.verslag_uiterlijk)
        return
    vraag = vragen.open[naam]
    feit = FEITEN[vraag.feit]
    wat = Uitleg(WAT_TE_BEANTWOORDEN, {"vraag": feit.vraag, "antwoord": vraag.keuzes[antwoord]})
    yield Stap(norm=vragen.redenen[naam].norm, feit=feit.naam, wat=wat, wie=feit.gevers)
