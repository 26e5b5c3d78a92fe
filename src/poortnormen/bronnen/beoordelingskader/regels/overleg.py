"""Paragraaf 5, 6, 9 en 10: elkaar aanspreken, vragen blijven stellen, en een deskundigenoordeel als het stokt."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from poortnormen.feiten.loon import Loonmaatregel
from poortnormen.feiten.overleg import Aansporing, Aansporingantwoord, Oordeeluitkomst
from poortnormen.feiten.reintegratie import (
    Deskundigenoordeel,
    Oordeelinstantie,
    Oordeelvraag,
    Uitvoerder,
    Werkvoorstel,
)
from poortnormen.feiten.stukken import Stuk, Stuksoort
from poortnormen.feiten.verzuim import Hersteldmelding
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG
from poortnormen.uitkomst import Mist, Nvt, Tot, Uitkomst, Vastgesteld, mist, nvt


class Aansporingstand(StrEnum):
    """Hoe het met een aansporing staat."""

    WACHT_OP_ANTWOORD = "wacht_op_antwoord"
    BLEEF_ZONDER_ANTWOORD = "bleef_zonder_antwoord"
    DOET_MEE = "doet_mee"
    DOET_NIET_MEE = "doet_niet_mee"


ZONDER_GEVOLG = frozenset({Aansporingstand.BLEEF_ZONDER_ANTWOORD, Aansporingstand.DOET_NIET_MEE})


class Oordeelaanleiding(StrEnum):
    """Waarom een deskundigenoordeel verder kan helpen."""

    STILSTAND = "stilstand"
    AANSPORING_ZONDER_GEVOLG = "aansporing_zonder_gevolg"
    VOORSTEL_AFGEWEZEN = "voorstel_afgewezen"
    GESCHIL_OVER_HERSTEL = "geschil_over_herstel"
    LOON_GESTOPT = "loon_gestopt"


class Aanvraagstand(StrEnum):
    """Hoe het staat met een nieuwe probleemanalyse."""

    KAN_WORDEN_GEVRAAGD = "kan_worden_gevraagd"
    GEVRAAGD = "gevraagd"
    GEKREGEN = "gekregen"


@bepaalt("BKP-9-04", per="aansporingen")
def aansporingstand(
    *, peildatum: date, aansporing: Aansporing, aansporingantwoorden: tuple[Aansporingantwoord, ...]
) -> Aansporingstand | Tot:
    """Of de ander op een aansporing antwoordde, en zo nee of de dag daarvoor voorbij is; het laatste antwoord telt."""
    gegeven = [
        antwoord
        for antwoord in aansporingantwoorden
        if antwoord.aansporing_van == aansporing.gedaan_op and antwoord.door is not aansporing.door
    ]
    if gegeven:
        laatste = max(gegeven, key=lambda antwoord: antwoord.gegeven_op)
        return Aansporingstand.DOET_NIET_MEE if laatste.doet_mee is False else Aansporingstand.DOET_MEE
    uiterst = aansporing.uiterlijk_op
    if uiterst is None:
        return Aansporingstand.WACHT_OP_ANTWOORD
    if peildatum > uiterst:
        return Aansporingstand.BLEEF_ZONDER_ANTWOORD
    return Tot(waarde=Aansporingstand.WACHT_OP_ANTWOORD, houdbaar_tot=uiterst + EEN_DAG)


@bepaalt("BKP-5-41")
def aanleiding_voor_deskundigenoordeel(
    *,
    liep_reintegratie_vast: bool | None,
    is_stilstand_doorbroken: bool | None,
    aansporingstand: tuple[Uitkomst, ...],
    werkvoorstellen: tuple[Werkvoorstel, ...],
    hersteldmeldingen: tuple[Hersteldmelding, ...],
    loonmaatregelen: tuple[Loonmaatregel, ...],
) -> tuple[Oordeelaanleiding, ...] | Nvt:
    """Waarom een deskundigenoordeel nu verder kan helpen, voor zover dat uit de feiten blijkt."""
    aanleidingen = []
    if liep_reintegratie_vast and not is_stilstand_doorbroken:
        aanleidingen.append(Oordeelaanleiding.STILSTAND)
    if any(stand in ZONDER_GEVOLG for stand in _standen(aansporingstand)):
        aanleidingen.append(Oordeelaanleiding.AANSPORING_ZONDER_GEVOLG)
    if any(voorstel.is_aanvaard is False and not voorstel.is_ingetrokken for voorstel in werkvoorstellen):
        aanleidingen.append(Oordeelaanleiding.VOORSTEL_AFGEWEZEN)
    if any(melding.is_betwist for melding in hersteldmeldingen):
        aanleidingen.append(Oordeelaanleiding.GESCHIL_OVER_HERSTEL)
    if any(maatregel.tot_en_met is None for maatregel in loonmaatregelen):
        aanleidingen.append(Oordeelaanleiding.LOON_GESTOPT)
    return tuple(aanleidingen) or nvt("geen_aanleiding")


def _standen(uitkomsten: Sequence[Uitkomst]) -> Iterator[object]:
    return (uitkomst.waarde for uitkomst in uitkomsten if isinstance(uitkomst, Vastgesteld))


@bepaalt("BKP-10-04")
def wie_vraagt_deskundigenoordeel(
    *,
    aanleiding_voor_deskundigenoordeel: tuple[Oordeelaanleiding, ...],
    deskundigenoordelen: tuple[Deskundigenoordeel, ...],
    oordeeluitkomsten: tuple[Oordeeluitkomst, ...],
    aansporingen: tuple[Aansporing, ...],
    aansporingstand: tuple[Uitkomst, ...],
) -> Uitvoerder | Nvt:
    """Wie nu aan zet is: de werkgever, en de werknemer pas als de werkgever niet op een aansporing inging."""
    klaar = {uitkomst.verzoek_van for uitkomst in oordeeluitkomsten}
    if any(oordeel.gevraagd_op not in klaar for oordeel in deskundigenoordelen):
        return nvt("loopt_al")
    standen = list(_standen(aansporingstand))
    zit_stil = any(
        aansporing.door is Uitvoerder.WERKNEMER and stand in ZONDER_GEVOLG
        for aansporing, stand in zip(aansporingen, standen, strict=True)
    )
    return Uitvoerder.WERKNEMER if zit_stil else Uitvoerder.WERKGEVER


@bepaalt("BKP-10-01", per="deskundigenoordelen")
def vraag_van_deskundigenoordeel(*, deskundigenoordeel: Deskundigenoordeel) -> Oordeelvraag | Mist:
    """Waarover het deskundigenoordeel gaat."""
    return mist("deskundigenoordelen") if deskundigenoordeel.vraag is None else deskundigenoordeel.vraag


@bepaalt("BKP-10-03", per="deskundigenoordelen")
def is_juiste_instantie(*, deskundigenoordeel: Deskundigenoordeel, noemt_cao_deskundige: bool | None) -> bool | Mist:
    """Of het oordeel is gevraagd aan UWV, of aan de deskundige die de cao aanwijst."""
    match deskundigenoordeel.bij:
        case Oordeelinstantie.UWV:
            return True
        case Oordeelinstantie.DESKUNDIGE_UIT_CAO:
            return mist("noemt_cao_deskundige") if noemt_cao_deskundige is None else noemt_cao_deskundige
        case Oordeelinstantie.IEMAND_ANDERS:
            return False


@bepaalt("BKP-6-10")
def mag_werkgever_op_advies_afgaan(*, is_probleemanalyse_goed: bool) -> bool:
    """Of de probleemanalyse de weg wijst, zodat de werkgever mag aannemen dat het advies klopt."""
    return is_probleemanalyse_goed


@bepaalt("BKP-6-09")
def nieuwe_probleemanalyse(
    *,
    is_probleemanalyse_goed: bool,
    nieuwe_probleemanalyse_gevraagd_op: date | None,
    stukken: tuple[Stuk, ...],
) -> Aanvraagstand | Nvt:
    """Of de werkgever een nieuwe probleemanalyse mag verlangen, en of die er al is."""
    gevraagd = nieuwe_probleemanalyse_gevraagd_op
    if gevraagd is None:
        return nvt("is_goed_genoeg") if is_probleemanalyse_goed else Aanvraagstand.KAN_WORDEN_GEVRAAGD
    is_er = any(stuk.soort is Stuksoort.PROBLEEMANALYSE and stuk.opgesteld_op >= gevraagd for stuk in stukken)
    return Aanvraagstand.GEKREGEN if is_er else Aanvraagstand.GEVRAAGD


@bepaalt("BKP-6-12")
def zijn_partijen_overtuigd(
    *, heeft_mogelijkheden: bool, is_werkgever_overtuigd: bool | None, is_werknemer_overtuigd: bool | None
) -> bool | Mist | Nvt:
    """Of werkgever en werknemer ervan overtuigd zijn dat mogelijkheden ontbreken; zo niet, dan vraagt men door."""
    if heeft_mogelijkheden:
        return nvt("er_zijn_mogelijkheden")
    standen = {"is_werkgever_overtuigd": is_werkgever_overtuigd, "is_werknemer_overtuigd": is_werknemer_overtuigd}
    if False in standen.values():
        return False
    ontbreekt = tuple(naam for naam, stand in standen.items() if stand is None)
    return mist(*ontbreekt) if ontbreekt else True
