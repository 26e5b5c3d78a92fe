"""Paragraaf 9 en 11: wie de re-integratie betaalt, wat redelijk is, en UWV vragen om mee te doen."""

from datetime import date
from enum import StrEnum

from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.kosten import (
    Kostenpost,
    Kostensoort,
    Participatiebesluit,
    Participatieverzoek,
    Terugbetaalafspraak,
    Vergoeder,
)
from poortnormen.feiten.reintegratie import Kostenbesluit, Uitvoerder
from poortnormen.geld import Bedrag
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG, Dagen
from poortnormen.uitkomst import Mist, Nvt, Tot, mist, nvt

_VOORZIENINGEN = frozenset({Kostensoort.AANPASSING_WERKPLEK, Kostensoort.VERVOER})


class Participatiestand(StrEnum):
    """Hoe het staat met een verzoek aan UWV om mee te doen."""

    MOGELIJK = "mogelijk"
    GEVRAAGD = "gevraagd"
    INGEWILLIGD = "ingewilligd"
    AFGEWEZEN = "afgewezen"


@bepaalt("BKP-9-61", per="kostenposten")
def zijn_kosten_voor_werkgever(*, kostenpost: Kostenpost) -> bool:
    """Of deze kosten niet bij de werknemer bleven: de werkgever betaalde, of alles is vergoed."""
    is_vergoed = (kostenpost.vergoed_centen or 0) >= kostenpost.bedrag_centen
    return kostenpost.betaald_door is Uitvoerder.WERKGEVER or is_vergoed


@bepaalt("BKP-9-62", per="kostenposten")
def is_voorziening_van_uwv(*, kostenpost: Kostenpost) -> bool | Nvt:
    """Of UWV deze voorziening vergoedde; zo niet, dan is dat nog te vragen."""
    if kostenpost.soort not in _VOORZIENINGEN:
        return nvt("geen_voorziening")
    return kostenpost.vergoed_door is Vergoeder.UWV


@bepaalt("BKP-9-63", per="kostenposten")
def kosten_na_vergoeding(*, kostenpost: Kostenpost) -> Bedrag | Nvt:
    """Wat er van de kosten overblijft nu een deel is vergoed."""
    if not kostenpost.vergoed_centen:
        return nvt("niets_vergoed")
    return Bedrag(max(0, kostenpost.bedrag_centen - kostenpost.vergoed_centen))


@bepaalt("BKP-9-64")
def is_verzekering_vrij(*, is_aanvullende_verzekering_geeist: bool | None) -> bool | Nvt:
    """Of de werknemer zelf mag kiezen of hij zich aanvullend verzekert; zolang niemand iets zegt, is het geen vraag."""
    if is_aanvullende_verzekering_geeist is None:
        return nvt("niet_gebleken")
    return not is_aanvullende_verzekering_geeist


@bepaalt("BKP-9-65", per="terugbetaalafspraken")
def mag_terugbetalen_zo(*, terugbetaalafspraak: Terugbetaalafspraak) -> bool | Mist:
    """Of terugbetalen alleen geldt als het traject slaagt en de werknemer binnen een tijd uit eigen beweging gaat."""
    voorwaarden = (
        terugbetaalafspraak.is_alleen_als_traject_slaagt,
        terugbetaalafspraak.is_alleen_bij_eigen_vertrek,
    )
    if False in voorwaarden or terugbetaalafspraak.tot_en_met is None:
        return False
    return mist("terugbetaalafspraken") if None in voorwaarden else True


@bepaalt("BKP-9-66", per="kostenbesluiten")
def is_traject_geld_waard(*, kostenbesluit: Kostenbesluit) -> bool | Mist:
    """Of vooraf te verwachten was dat het traject veel helpt; zo niet, dan hoeft de werkgever het niet te betalen."""
    benut = kostenbesluit.benut_mogelijkheden
    return mist("kostenbesluiten") if benut is None else benut


@bepaalt("BKP-9-67", per="kostenbesluiten")
def wat_tegenover_kosten_staat(*, kostenbesluit: Kostenbesluit) -> Bedrag | Mist:
    """Het loon dat nog te betalen is, met de hogere premie als de werknemer een WGA-uitkering krijgt."""
    if kostenbesluit.nog_te_betalen_loon_centen is None:
        return mist("kostenbesluiten")
    return Bedrag(kostenbesluit.nog_te_betalen_loon_centen + (kostenbesluit.premiestijging_centen or 0))


@bepaalt("BKP-11-03", per="kostenbesluiten")
def rest_van_contract(*, kostenbesluit: Kostenbesluit, dienstverband: Dienstverband) -> Dagen | Nvt:
    """Hoe lang het tijdelijke contract op de dag van het besluit nog duurde, die dag niet meegeteld."""
    if dienstverband.einde is None or kostenbesluit.besloten_op > dienstverband.einde:
        return nvt("geen_lopend_tijdelijk_contract")
    return Dagen((dienstverband.einde - kostenbesluit.besloten_op).days)


@bepaalt("BKP-11-07")
def participatiestand(
    *,
    peildatum: date,
    dienstverband: Dienstverband,
    participatieverzoeken: tuple[Participatieverzoek, ...],
    participatiebesluiten: tuple[Participatiebesluit, ...],
) -> Participatiestand | Tot | Nvt:
    """Of de werkgever UWV kan vragen mee te doen, en wat daarvan kwam; het is een keuze en nooit te laat of te weinig.

    Het laatste verzoek telt.
    """
    einde = dienstverband.einde
    if einde is None:
        return nvt("vast_contract")
    if participatieverzoeken:
        laatste = max(verzoek.gedaan_op for verzoek in participatieverzoeken)
        besluiten = [besluit for besluit in participatiebesluiten if besluit.verzoek_van == laatste]
        if not besluiten:
            return Participatiestand.GEVRAAGD
        besluit = max(besluiten, key=lambda een: een.besluit_op)
        return Participatiestand.INGEWILLIGD if besluit.is_ingewilligd else Participatiestand.AFGEWEZEN
    if peildatum > einde:
        return nvt("contract_voorbij")
    return Tot(waarde=Participatiestand.MOGELIJK, houdbaar_tot=einde + EEN_DAG)
