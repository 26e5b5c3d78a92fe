"""Paragraaf 6 en 9: hulp van buiten volgen, de stap naar een ander bedrijf, weinig uren en detachering."""

from datetime import date

from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.stukken import Stuk, Stuksoort
from poortnormen.feiten.toezicht import (
    Begeleidingsbehoefte,
    Begeleidingscontrole,
    Begeleidingswijze,
    Detachering,
    Herplaatsing,
    Herplaatsingsevaluatie,
    Herplaatsingskeuze,
    MisluktTraject,
)
from poortnormen.feiten.verzuim import Hervatting, Werk
from poortnormen.norm import bepaalt
from poortnormen.tijd import Maanden, maanden_later
from poortnormen.uitkomst import Mist, Nvt, Uiterlijk, mist, nvt

_PLANNEN = frozenset({Stuksoort.PLAN_VAN_AANPAK, Stuksoort.BIJSTELLING})
_BEGELEIDING = frozenset(Begeleidingswijze) - {Begeleidingswijze.ALLEEN_ONDERSTEUNING}


@bepaalt("BKP-6-16", per="begeleidingscontroles")
def is_op_signaal_bijgestuurd(*, begeleidingscontrole: Begeleidingscontrole) -> bool | Nvt:
    """Of de werkgever iets deed toen de hulp niet goed liep: hij staat er zelf voor in."""
    if begeleidingscontrole.loopt_goed:
        return nvt("loopt_goed")
    return begeleidingscontrole.bijsturing is not None


@bepaalt("BKP-9-22")
def is_plan_klaar_voor_spoor2(*, spoor2_gestart_op: date, eerste_ziektedag: date, stukken: tuple[Stuk, ...]) -> bool:
    """Of er voor zoeken bij een andere werkgever een bijgesteld plan is: een bijstelling, of een plan van daarna."""
    return any(
        stuk.opgesteld_op >= eerste_ziektedag
        and (
            stuk.soort is Stuksoort.BIJSTELLING
            or (stuk.soort is Stuksoort.PLAN_VAN_AANPAK and stuk.opgesteld_op >= spoor2_gestart_op)
        )
        for stuk in stukken
    )


@bepaalt("BKP-9-23")
def volstaat_ondersteuning(*, begeleidingsbehoefte: Begeleidingsbehoefte) -> bool | Mist | Nvt:
    """Of de werkgever iets regelde om de werknemer te steunen die zelf kan zoeken; begeleiding hoeft dan niet."""
    if begeleidingsbehoefte.is_nodig:
        return nvt("begeleiding_nodig")
    if begeleidingsbehoefte.wil_werknemer:
        return nvt("werknemer_wil_begeleiding")
    return mist("begeleidingsbehoefte") if begeleidingsbehoefte.geregeld is None else True


@bepaalt("BKP-9-24")
def is_nodige_begeleiding_geregeld(*, begeleidingsbehoefte: Begeleidingsbehoefte) -> bool | Mist | Nvt:
    """Of er een bureau, een deskundige of een betaalde eigen overeenkomst is als begeleiding nodig is."""
    return _geregeld(begeleidingsbehoefte) if begeleidingsbehoefte.is_nodig else nvt("niet_nodig")


@bepaalt("BKP-9-25")
def is_gewenste_begeleiding_geregeld(*, begeleidingsbehoefte: Begeleidingsbehoefte) -> bool | Mist | Nvt:
    """Of de werknemer die begeleiding wil haar krijgt, ook als zij volgens de deskundige niet nodig is."""
    if begeleidingsbehoefte.is_nodig:
        return nvt("begeleiding_nodig")
    return _geregeld(begeleidingsbehoefte) if begeleidingsbehoefte.wil_werknemer else nvt("niet_gewenst")


def _geregeld(behoefte: Begeleidingsbehoefte) -> bool | Mist:
    return mist("begeleidingsbehoefte") if behoefte.geregeld is None else behoefte.geregeld in _BEGELEIDING


@bepaalt("BKP-9-30", per="mislukte_trajecten")
def is_bijgesteld_na_mislukking(*, mislukt_traject: MisluktTraject, stukken: tuple[Stuk, ...]) -> bool | Nvt:
    """Of na een mislukt traject de probleemanalyse en het plan zijn vernieuwd."""
    if mislukt_traject.was_inzet_goed is False:
        return nvt("inzet_schoot_tekort")
    later = {stuk.soort for stuk in stukken if stuk.opgesteld_op >= mislukt_traject.gestopt_op}
    return Stuksoort.PROBLEEMANALYSE in later and bool(later & _PLANNEN)


@bepaalt("BKP-9-19")
def is_werk_voor_weinig_uren_te_vragen(*, herplaatsing: Herplaatsing) -> bool | Mist:
    """Of de drie punten ervoor pleiten: de werknemer wil het, het kan in het bedrijf, en er is zicht op meer uren."""
    punten = (herplaatsing.wil_werknemer, herplaatsing.is_haalbaar, herplaatsing.heeft_zicht_op_meer)
    if False in punten:
        return False
    return mist("herplaatsing") if None in punten else True


@bepaalt("BKP-9-20")
def volgende_evaluatie_weinig_uren(
    *,
    herplaatsing: Herplaatsing,
    herplaatsingsevaluaties: tuple[Herplaatsingsevaluatie, ...],
    tijd_tussen_evaluaties_weinig_uren: Maanden,
) -> Uiterlijk | Nvt:
    """De dag waarop het werk voor weinig uren weer wordt besproken: drie maanden na het begin of de vorige keer."""
    sinds = [e for e in herplaatsingsevaluaties if e.gehouden_op >= herplaatsing.begonnen_op]
    laatste = max(sinds, key=lambda evaluatie: evaluatie.gehouden_op, default=None)
    if laatste is not None and laatste.keuze is Herplaatsingskeuze.OVERSTAPPEN:
        return nvt("stapt_over")
    vanaf = herplaatsing.begonnen_op if laatste is None else laatste.gehouden_op
    return Uiterlijk(maanden_later(vanaf, tijd_tussen_evaluaties_weinig_uren))


@bepaalt("BKP-n13-01")
def blijft_arbeidsovereenkomst(
    *, eerste_ziektedag: date, hervattingen: tuple[Hervatting, ...], dienstverband: Dienstverband | None
) -> bool | Mist | Nvt:
    """Of de arbeidsovereenkomst gewoon doorloopt nu de werknemer passend werk doet; zij kan wel een einddag hebben."""
    passend = [h for h in hervattingen if h.vanaf >= eerste_ziektedag and h.werk is not Werk.EIGEN and h.uren_per_week]
    if not passend:
        return nvt("geen_passend_werk")
    if dienstverband is None:
        return mist("dienstverband")
    begin = min(hervatting.vanaf for hervatting in passend)
    return dienstverband.einde is None or dienstverband.einde >= begin


@bepaalt("BKP-9-32", per="detacheringen")
def past_detachering_in_contract(*, detachering: Detachering, dienstverband: Dienstverband) -> bool | Mist:
    """Of het werk bij een ander binnen de tijd van het eigen contract blijft."""
    einde = dienstverband.einde
    if einde is None:
        return True
    if detachering.tot_en_met is None:
        return False if detachering.vanaf > einde else mist("detacheringen")
    return detachering.tot_en_met <= einde
