"""Artikel 6: de twaalf onderdelen van het re-integratieverslag, met wat er is, wat ontbreekt en wat nog komt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from poortnormen.bronnen.procesgang.regels.plan import PLANNEN
from poortnormen.bronnen.procesgang.werkgever import is_uit_dienst_op
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.stukken import NietVerlangd, Onderdeel, Stuk, Stukdeel, Stuksoort, Verslaggegevens
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG, Weken, laatste_dag_binnen
from poortnormen.uitkomst import (
    Mist,
    NietVanToepassing,
    Nvt,
    Onbekend,
    Tot,
    Uitkomst,
    Vastgesteld,
    mist,
    nvt,
)
from poortnormen.verslag import Deelstand, Verslagdeel, Verslagdelen
from poortnormen.ziektetijd import Ziektetijd

LATERE_EVALUATIES = frozenset({Stuksoort.EVALUATIE, Stuksoort.EINDEVALUATIE})


class Evaluatiestuk(StrEnum):
    """De twee evaluaties die in het verslag horen."""

    EERSTEJAARSEVALUATIE = "eerstejaarsevaluatie"
    RECENTE_EVALUATIE = "recente_evaluatie"


def _laatste(stukken: Sequence[Stuk], soorten: frozenset[Stuksoort], vanaf: date) -> date | None:
    return max((s.opgesteld_op for s in stukken if s.soort in soorten and s.opgesteld_op >= vanaf), default=None)


@bepaalt("PRG-6-1h")
def evaluaties_in_verslag(
    *,
    eerste_ziektedag: date,
    stukken: tuple[Stuk, ...],
    heeft_mogelijkheden: bool | None,
) -> Verslagdeel | Mist | Nvt:
    """Of de eerstejaarsevaluatie en een latere evaluatie er zijn: twee stukken, niet hetzelfde."""
    eerstejaars = _laatste(stukken, frozenset({Stuksoort.EERSTEJAARSEVALUATIE}), eerste_ziektedag)
    recent = _laatste(stukken, LATERE_EVALUATIES, eerstejaars or eerste_ziektedag)
    if eerstejaars is None and recent is None:
        if heeft_mogelijkheden is None:
            return mist("heeft_mogelijkheden")
        if not heeft_mogelijkheden:
            return nvt("geen_mogelijkheden")
    nodig = {Evaluatiestuk.EERSTEJAARSEVALUATIE: eerstejaars, Evaluatiestuk.RECENTE_EVALUATIE: recent}
    ontbreekt = tuple(naam for naam, dag in nodig.items() if dag is None)
    return Verslagdeel(Onderdeel.H, _stand(len(ontbreekt), len(nodig)), recent or eerstejaars, ontbreekt)


def _stand(ontbrekend: int, nodig: int) -> Deelstand:
    if not ontbrekend:
        return Deelstand.AANWEZIG
    return Deelstand.ONTBREEKT if ontbrekend == nodig else Deelstand.ONVOLLEDIG


@bepaalt("PRG-6-1j")
def actuele_oordelen(
    *,
    eerste_ziektedag: date,
    stukken: tuple[Stuk, ...],
    actueel_oordeel_hoogstens_weken_oud: int | None,
    afzenders_actueel_oordeel: Mapping[str, Sequence[str]],
) -> tuple[Verslagdeel, ...] | Mist:
    """De onderdelen i, j en k: van wie het oordeel er is, van welke dag, en tot wanneer het actueel is."""
    oordelen = [s for s in stukken if s.soort is Stuksoort.ACTUEEL_OORDEEL and s.opgesteld_op >= eerste_ziektedag]
    if any(oordeel.delen is None for oordeel in oordelen):
        return mist("stukken")
    dag_van = {
        deel: stuk.opgesteld_op for stuk in sorted(oordelen, key=lambda s: s.opgesteld_op) for deel in stuk.delen or ()
    }
    delen: list[Verslagdeel] = []
    for letter, namen in afzenders_actueel_oordeel.items():
        nodig = [Stukdeel(naam) for naam in namen]
        ontbreekt = tuple(deel for deel in nodig if deel not in dag_van)
        oudste = min((dag_van[deel] for deel in nodig if deel in dag_van), default=None)
        tot_en_met = None
        if oudste is not None and actueel_oordeel_hoogstens_weken_oud is not None:
            tot_en_met = laatste_dag_binnen(na=oudste, termijn=Weken(actueel_oordeel_hoogstens_weken_oud))
        delen.append(Verslagdeel(Onderdeel(letter), _stand(len(ontbreekt), len(nodig)), oudste, ontbreekt, tot_en_met))
    return tuple(delen)


@bepaalt("PRG-6-1l")
def oordeel_van_werknemer(
    *, eerste_ziektedag: date, stukken: tuple[Stuk, ...], oordeel_werknemer_gevraagd_op: date | None
) -> Verslagdeel:
    """Of het oordeel van de werknemer er is; zo niet, op welke dag erom is gevraagd."""
    dag = _laatste(stukken, frozenset({Stuksoort.OORDEEL_WERKNEMER}), eerste_ziektedag)
    if dag is not None:
        return Verslagdeel(Onderdeel.L, Deelstand.AANWEZIG, dag)
    gevraagd = oordeel_werknemer_gevraagd_op
    return Verslagdeel(
        Onderdeel.L, Deelstand.ONTBREEKT, gevraagd, ("niet_gevraagd" if gevraagd is None else "gevraagd",)
    )


@bepaalt("PRG-6-1-2", per="stukken")
def eigen_formulier_voldoet(*, stuk: Stuk, voldoet_eigen_formulier: bool | None) -> bool | Mist | Nvt:
    """Of een eigen formulier volgens de organisatie of UWV voldoet; de eisen zelf hebben wij niet gelezen."""
    if stuk.is_eigen_formulier is None:
        return mist("stukken")
    if not stuk.is_eigen_formulier:
        return nvt("formulier_van_uwv")
    return mist("voldoet_eigen_formulier") if voldoet_eigen_formulier is None else voldoet_eigen_formulier


@bepaalt("PRG-6-2")
def onderdelen_niet_verlangd(
    *,
    ziektetijd: Ziektetijd,
    dienstverband: Dienstverband,
    niet_verlangde_onderdelen: tuple[NietVerlangd, ...],
    duur_eerste_ziektejaar: Weken,
    onderdelen_na_eerste_ziektejaar: Sequence[str],
) -> tuple[Onderdeel, ...] | Nvt:
    """Welke onderdelen bij einde van het dienstverband nog niet aan de orde zijn, of niet te verlangen zijn."""
    if dienstverband.einde is None:
        return nvt("dienstverband_loopt_door")
    letters = {deel.onderdeel for deel in niet_verlangde_onderdelen if deel.reden.strip()}
    if is_uit_dienst_op(ziektetijd.laatste_dag_van(duur_eerste_ziektejaar), dienstverband):
        letters |= {Onderdeel(letter) for letter in onderdelen_na_eerste_ziektejaar}
    return tuple(sorted(letters))


@bepaalt("PRG-6-1")
def delen_van_verslag(
    *,
    peildatum: date,
    eerste_ziektedag: date,
    ziektetijd: Ziektetijd,
    stukken: tuple[Stuk, ...],
    verslaggegevens: Verslaggegevens | None,
    heeft_mogelijkheden: bool | None,
    evaluaties_in_verslag: Uitkomst,
    actuele_oordelen: Uitkomst,
    oordeel_van_werknemer: Verslagdeel,
    onderdelen_niet_verlangd: Uitkomst,
    duur_eerste_ziektejaar: Weken,
) -> Tot:
    """De twaalf onderdelen van het verslag, elk met de stand op de peildatum."""
    einde_jaar = ziektetijd.laatste_dag_van(duur_eerste_ziektejaar)
    evaluaties, tot = _evaluaties(evaluaties_in_verslag, einde_jaar, peildatum)
    delen = (
        *_gegevens(verslaggegevens),
        Verslagdeel(Onderdeel.E, Deelstand.AANWEZIG, eerste_ziektedag),
        _uit_stuk(Onderdeel.F, _laatste(stukken, frozenset({Stuksoort.PROBLEEMANALYSE}), eerste_ziektedag)),
        _plan(_laatste(stukken, PLANNEN, eerste_ziektedag), heeft_mogelijkheden=heeft_mogelijkheden),
        evaluaties,
        *_oordelen(actuele_oordelen),
        oordeel_van_werknemer,
    )
    return Tot(Verslagdelen(tuple(_kwijtgescholden(deel, onderdelen_niet_verlangd) for deel in delen)), tot)


def _gegevens(gegevens: Verslaggegevens | None) -> Iterator[Verslagdeel]:
    bekend = gegevens or Verslaggegevens()
    per_letter = {
        Onderdeel.A: bekend.heeft_administratieve_gegevens,
        Onderdeel.B: bekend.heeft_aard_bedrijf,
        Onderdeel.C: bekend.heeft_functie,
        Onderdeel.D: bekend.heeft_bekwaamheden,
    }
    for letter, is_er in per_letter.items():
        if is_er is None:
            yield Verslagdeel(letter, Deelstand.ONBEKEND, ontbreekt=("verslaggegevens",))
        else:
            yield Verslagdeel(letter, Deelstand.AANWEZIG if is_er else Deelstand.ONTBREEKT)


def _uit_stuk(letter: Onderdeel, dag: date | None) -> Verslagdeel:
    return Verslagdeel(letter, Deelstand.ONTBREEKT if dag is None else Deelstand.AANWEZIG, dag)


def _plan(dag: date | None, *, heeft_mogelijkheden: bool | None) -> Verslagdeel:
    if dag is not None or heeft_mogelijkheden:
        return _uit_stuk(Onderdeel.G, dag)
    if heeft_mogelijkheden is None:
        return Verslagdeel(Onderdeel.G, Deelstand.ONBEKEND, ontbreekt=("heeft_mogelijkheden",))
    return Verslagdeel(Onderdeel.G, Deelstand.NIET_NODIG)


def _evaluaties(uitkomst: Uitkomst, einde_jaar: date, peildatum: date) -> tuple[Verslagdeel, date | None]:
    """Het onderdeel met de evaluaties; tot het einde van het eerste ziektejaar ontbreekt er nog niets."""
    match uitkomst:
        case Vastgesteld(waarde=Verslagdeel() as deel):
            pass
        case NietVanToepassing():
            return Verslagdeel(Onderdeel.H, Deelstand.NIET_NODIG), None
        case _:
            deel = Verslagdeel(Onderdeel.H, Deelstand.ONBEKEND, ontbreekt=_ontbrekend(uitkomst))
    if deel.stand is Deelstand.AANWEZIG or peildatum > einde_jaar:
        return deel, None
    return replace(deel, stand=Deelstand.NOG_NIET), einde_jaar + EEN_DAG


def _oordelen(uitkomst: Uitkomst) -> tuple[Verslagdeel, ...]:
    if isinstance(uitkomst, Vastgesteld) and isinstance(uitkomst.waarde, tuple):
        return uitkomst.waarde
    ontbreekt = _ontbrekend(uitkomst)
    letters = (Onderdeel.I, Onderdeel.J, Onderdeel.K)
    return tuple(Verslagdeel(letter, Deelstand.ONBEKEND, ontbreekt=ontbreekt) for letter in letters)


def _ontbrekend(uitkomst: Uitkomst) -> tuple[str, ...]:
    return uitkomst.ontbreekt if isinstance(uitkomst, Onbekend) else ()


def _kwijtgescholden(deel: Verslagdeel, uitkomst: Uitkomst) -> Verslagdeel:
    """Bij einde van het dienstverband is wat niet te verlangen is nog niet aan de orde, en dus niet gemist."""
    letters = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) and isinstance(uitkomst.waarde, tuple) else ()
    is_er = deel.stand in {Deelstand.AANWEZIG, Deelstand.NIET_NODIG}
    return deel if is_er or deel.onderdeel not in letters else replace(deel, stand=Deelstand.NOG_NIET)
