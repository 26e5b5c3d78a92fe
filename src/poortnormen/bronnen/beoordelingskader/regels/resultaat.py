"""Paragraaf 3 en 9: of het resultaat bevredigend is, langs de gewone weg of langs die van 65% loonwaarde."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from poortnormen.driewaardig import alle, een_van, geldt, is_nee, samen
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.reintegratie import Werkvoorstel
from poortnormen.feiten.verzuim import Hervatting, Werk
from poortnormen.norm import bepaalt
from poortnormen.tijd import Weken, terug_vanaf
from poortnormen.uitkomst import FeitOntbreekt, Mist, Nvt, Onbekend, Tot, Uitkomst, mist, nvt


def werk_van_nu(hervattingen: Sequence[Hervatting], eerste_ziektedag: date) -> Hervatting | None:
    """Het werk dat iemand nu doet: de laatste hervatting in dit verzuim. Bij nul uren is het werk gestopt.

    Raises:
        FeitOntbreekt: als er geen hervatting is vastgelegd; of er werk is, weten wij dan niet.
    """
    dit_verzuim = [h for h in hervattingen if h.vanaf >= eerste_ziektedag]
    if not dit_verzuim:
        raise FeitOntbreekt("hervattingen")
    laatste = max(dit_verzuim, key=lambda hervatting: hervatting.vanaf)
    return laatste if laatste.uren_per_week else None


@bepaalt("BKP-3-09")
def loonwaarde_van_werk(*, eerste_ziektedag: date, hervattingen: tuple[Hervatting, ...]) -> Fraction | Mist | Nvt:
    """De loonwaarde van het werk van nu, als deel van het loon van voor de ziekte; therapie heeft geen loonwaarde.

    Raises:
        FeitOntbreekt: als er geen hervatting is vastgelegd.
    """
    werk = werk_van_nu(hervattingen, eerste_ziektedag)
    if werk is None:
        return nvt("geen_werk")
    if werk.is_therapeutisch:
        return Fraction(0)
    return mist("hervattingen") if werk.loonwaarde_pct is None else werk.loonwaarde_pct / 100


@bepaalt("BKP-3-08")
def is_loonwaarde_genoeg(*, loonwaarde_van_werk: Fraction, minste_loonwaarde: Fraction) -> bool:
    """Of de loonwaarde minstens 65% is, zonder afronden."""
    return loonwaarde_van_werk >= minste_loonwaarde


@bepaalt("BKP-3-06")
def is_werk_structureel(
    *, eerste_ziektedag: date, hervattingen: tuple[Hervatting, ...], is_werk_blijvend: bool | None
) -> bool | Mist | Nvt:
    """Of het werk na de loonperiode kan doorgaan; werk als therapie is altijd tijdelijk.

    Raises:
        FeitOntbreekt: als er geen hervatting is vastgelegd.
    """
    werk = werk_van_nu(hervattingen, eerste_ziektedag)
    if werk is None:
        return nvt("geen_werk")
    if werk.is_therapeutisch:
        return False
    return mist("is_werk_blijvend") if is_werk_blijvend is None else is_werk_blijvend


@bepaalt("BKP-3-05")
def sluit_resultaat_aan(
    *,
    eerste_ziektedag: date,
    hervattingen: tuple[Hervatting, ...],
    sluit_werk_aan_bij_mogelijkheden: bool | None,
    is_werk_structureel: Uitkomst,
) -> bool | Mist:
    """Of het werk van nu past bij wat de werknemer nog kan, en blijvend is.

    Raises:
        FeitOntbreekt: als er geen hervatting is vastgelegd.
    """
    if werk_van_nu(hervattingen, eerste_ziektedag) is None:
        return False
    if sluit_werk_aan_bij_mogelijkheden is False or is_nee(is_werk_structureel):
        return False
    ontbreekt: tuple[str, ...] = () if sluit_werk_aan_bij_mogelijkheden else ("sluit_werk_aan_bij_mogelijkheden",)
    if isinstance(is_werk_structureel, Onbekend):
        ontbreekt += is_werk_structureel.ontbreekt
    return mist(*ontbreekt) if ontbreekt else True


@bepaalt("BKP-3-07")
def is_meer_geprobeerd(*, is_eerst_meer_geprobeerd: bool) -> bool:
    """Of eerst beter passend werk is gezocht en dat niet lukte."""
    return is_eerst_meer_geprobeerd


@bepaalt("BKP-3-10")
def zijn_partijen_het_eens(
    *, vindt_werkgever_dat_meer_niet_kon: bool | None, vindt_werknemer_dat_meer_niet_kon: bool | None
) -> bool | Mist:
    """Of werkgever en werknemer allebei vinden dat er van de werkgever niet meer te verwachten was."""
    meningen = {
        "vindt_werkgever_dat_meer_niet_kon": vindt_werkgever_dat_meer_niet_kon,
        "vindt_werknemer_dat_meer_niet_kon": vindt_werknemer_dat_meer_niet_kon,
    }
    if False in meningen.values():
        return False
    ontbreekt = [naam for naam, mening in meningen.items() if mening is None]
    return mist(*ontbreekt) if ontbreekt else True


@bepaalt("BKP-3-12")
def is_geen_beter_werk_aangewezen(
    *, werkvoorstellen: tuple[Werkvoorstel, ...], is_aangewezen_werk_redelijk: bool | None
) -> bool | Mist:
    """Of de werknemer geen concreet en redelijk beter werk aanwees dat bleef liggen; dat weegt een mens."""
    if all(voorstel.is_ingetrokken or voorstel.is_aanvaard for voorstel in werkvoorstellen):
        return True
    return (
        mist("is_aangewezen_werk_redelijk") if is_aangewezen_werk_redelijk is None else not is_aangewezen_werk_redelijk
    )


@bepaalt("BKP-9-33")
def stemt_werknemer_in_bij_ander(
    *, eerste_ziektedag: date, hervattingen: tuple[Hervatting, ...], stemt_werknemer_in_met_plaatsing: bool | None
) -> bool | Mist | Nvt:
    """Of de werknemer instemt, als het werk bij een andere werkgever is.

    Raises:
        FeitOntbreekt: als er geen hervatting is vastgelegd.
    """
    werk = werk_van_nu(hervattingen, eerste_ziektedag)
    if werk is None or werk.werk is not Werk.ELDERS:
        return nvt("niet_elders")
    if stemt_werknemer_in_met_plaatsing is None:
        return mist("stemt_werknemer_in_met_plaatsing")
    return stemt_werknemer_in_met_plaatsing


@bepaalt("BKP-3-13")
def is_het_einde_in_zicht(
    *,
    peildatum: date,
    laatste_dag_wachttijd: date,
    einde_vrijwillige_verlenging: date | None,
    dienstverband: Dienstverband | None,
    venster_eindresultaat: Weken,
) -> bool | Tot:
    """Of het einde van de tijd met loon zo dichtbij is dat 65% loonwaarde genoeg kan zijn."""
    einde = max(laatste_dag_wachttijd, einde_vrijwillige_verlenging or laatste_dag_wachttijd)
    if dienstverband is not None and dienstverband.einde is not None:
        einde = min(einde, dienstverband.einde)
    begin = terug_vanaf(dag=einde, termijn=venster_eindresultaat)
    return True if peildatum >= begin else Tot(waarde=False, houdbaar_tot=begin)


@bepaalt("BKP-3-14")
def is_65_resultaat(
    *,
    is_het_einde_in_zicht: Uitkomst,
    is_loonwaarde_genoeg: Uitkomst,
    is_werk_structureel: Uitkomst,
    is_meer_geprobeerd: Uitkomst,
    zijn_partijen_het_eens: Uitkomst,
    is_geen_beter_werk_aangewezen: Uitkomst,
) -> bool | Mist | Nvt:
    """Of werk met minstens 65% loonwaarde hier genoeg is: laat in de tijd, blijvend, na pogingen, en samen eens.

    Wees de werknemer beter werk aan, dan is het niet op voorhand genoeg, en ook niet meteen te weinig: een mens weegt
    het resultaat als geheel.
    """
    if is_nee(is_het_einde_in_zicht):
        return nvt("te_vroeg")
    if not geldt(is_loonwaarde_genoeg):
        return nvt("geen_werk")
    overig = (
        is_het_einde_in_zicht,
        is_loonwaarde_genoeg,
        is_werk_structureel,
        is_meer_geprobeerd,
        zijn_partijen_het_eens,
    )
    if not is_nee(is_geen_beter_werk_aangewezen):
        return alle(*overig, is_geen_beter_werk_aangewezen)
    volgt = alle(*overig)
    return mist("is_resultaat_bevredigend") if volgt is True else volgt


@bepaalt("BKP-3-03")
def is_resultaat_goed_genoeg(
    *,
    is_resultaat_bevredigend: bool | None,
    sluit_resultaat_aan: Uitkomst,
    is_65_resultaat: Uitkomst,
    stemt_werknemer_in_bij_ander: Uitkomst,
) -> bool | Mist:
    """Of het resultaat bevredigend is: langs een van de twee wegen, en bij ander werk elders met instemming."""
    onderdelen = een_van(sluit_resultaat_aan, is_65_resultaat)
    if is_nee(stemt_werknemer_in_bij_ander):
        onderdelen = False
    elif onderdelen is True and isinstance(stemt_werknemer_in_bij_ander, Onbekend):
        onderdelen = mist(*stemt_werknemer_in_bij_ander.ontbreekt)
    return samen(
        "is_resultaat_bevredigend",
        geheel=is_resultaat_bevredigend,
        onderdelen=onderdelen,
        uitkomsten=(sluit_resultaat_aan, is_65_resultaat),
    )
