"""No act stores a text without looking for medical words: not one that exists, and not one that is made tomorrow."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator

import pytest

from poortwijzer import accounts, dossiers, medisch
from poortwijzer.accounts import demo
from poortwijzer.accounts.actions.contracten import Contractgegevens, leg_contract_vast, leg_geheimhouding_vast
from poortwijzer.accounts.actions.nodig_uit import nodig_uit
from poortwijzer.accounts.models import Contract, Uitnodiging
from poortwijzer.accounts.weigeringen import handeling as op_organisatie
from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.actions.kader import handeling as op_dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.tekstwacht.wacht import GEEN_TEKST, Bewaargrond, MedischeWoorden, bevestigd
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond
from poortwijzer.toegang.rollen import Rol

# The arguments of `GEEN_TEKST` that are given as text all the same, and what they hold. People review this list.
WAT_HET_IS = {
    ("begin_stuk", "soort"): "a kind of document; the register refuses another",
    ("bewaar_klad", "klad"): "read by nobody but its writer",
    ("leg_afschrift_vast", "ontvanger"): "a party",
    ("leg_feit_vast", "gever"): "a party",
    ("leg_feit_vast", "naam"): "the name of a fact; the core refuses another",
    ("leg_geheimhouding_vast", "kenmerk"): "text, which the act gives to the guard itself",
    ("neem_noodtoegang", "kenmerk"): "the reference of a dossier",
    ("nodig_uit", "naam"): "text, which the act gives to the guard itself",
    ("reageer_op_stuk", "standpunt"): "one of a list",
    ("stel_afwijking_voor", "norm"): "the id of a norm",
    ("stel_wissen_op_verzoek_voor", "kenmerk"): "the reference of a dossier",
}
WOORD = "depressie"


def _handelingen() -> Iterator[tuple[str, Callable[..., object]]]:
    """Give every act: a public function with an actor that runs in a transaction of its own."""
    for app in (accounts, dossiers, medisch):
        acties = importlib.import_module(f"{app.__name__}.actions")
        for module in pkgutil.iter_modules(acties.__path__):
            for naam, functie in vars(importlib.import_module(f"{acties.__name__}.{module.name}")).items():
                eigen = inspect.isfunction(functie) and inspect.unwrap(functie).__module__.endswith(f".{module.name}")
                if eigen and hasattr(functie, "__wrapped__") and "actor" in inspect.signature(functie).parameters:
                    yield naam, functie


HANDELINGEN = dict(_handelingen())


def test_elke_handeling_gaat_langs_de_wacht():
    """There is no third way to run an act: each is wrapped by one of the two that look at its texts."""
    assert len(HANDELINGEN) > 40
    om = {op_dossier(_niets).__code__, op_organisatie(_niets).__code__}
    assert {naam for naam, handeling in HANDELINGEN.items() if handeling.__code__ not in om} == set()


def test_van_wat_geen_tekst_heet_weten_wij_wat_het_is():
    """An argument with such a name is not looked at; a new act that takes a text under it is noticed here."""
    tekst = {
        (naam, deel.name)
        for naam, handeling in HANDELINGEN.items()
        for deel in inspect.signature(handeling).parameters.values()
        if deel.name in GEEN_TEKST and deel.annotation in {str, str | None}
    }
    assert tekst == set(WAT_HET_IS)


@pytest.fixture
def hr(actor: Callable[[Rol], Actor]) -> Actor:
    return actor(Rol.WERKGEVER)


def _niets(*, actor: Actor, tekst: str) -> str:
    del actor
    return tekst


@pytest.mark.parametrize("om", [op_dossier, op_organisatie])
@pytest.mark.django_db
@pytest.mark.norm("AVG-AP-2", waar="poortwijzer.tekstwacht.wacht.verantwoord")
def test_allebei_de_manieren_houden_een_medisch_woord_tegen(hr, om):
    with pytest.raises(MedischeWoorden):
        om(_niets)(actor=hr, tekst=f"Zij heeft een {WOORD}.")
    assert om(_niets)(actor=hr, tekst="Zij werkt weer.") == "Zij werkt weer."


@pytest.mark.django_db
def test_een_naam_op_een_uitnodiging_die_een_medisch_woord_is_vraagt_of_het_een_naam_is(hr):
    def nodig_iemand_uit() -> Uitnodiging:
        return nodig_uit(
            actor=hr,
            email="piet@oosterhoek.example",
            naam=f"Piet ({WOORD})",
            rol=Rol.CASEMANAGER,
            maak_link=lambda token: f"https://dossier.example/{token}",
        )

    with pytest.raises(MedischeWoorden):
        nodig_iemand_uit()
    assert not Uitnodiging.objects.exists()

    with bevestigd(Bewaargrond.NAAM):
        nodig_iemand_uit()
    assert Uitnodiging.objects.get().naam == f"Piet ({WOORD})"
    assert Auditregel.objects.filter(handeling="medische_woorden_bevestigen", onderdeel="medewerkers").count() == 1


@pytest.mark.django_db
def test_ook_het_kenmerk_van_een_contract(hr):
    gegevens = Contractgegevens(
        opdrachtnemer_id=demo.ARBODIENST.id,
        dienst=Dienst.RE_INTEGRATIE,
        kenmerk=f"map {WOORD}",
        vanaf=vandaag(),
    )
    with pytest.raises(MedischeWoorden):
        leg_contract_vast(actor=hr, gegevens=gegevens)
    contract = Contract.objects.filter(opdrachtnemer=demo.ARBODIENST.id).get()
    Contract.objects.filter(pk=contract.pk).update(bevestigd_op=None)
    with pytest.raises(MedischeWoorden):
        leg_geheimhouding_vast(
            actor=hr, contract_id=contract.pk, grond=Geheimhoudingsgrond.BEROEP, op=vandaag(), kenmerk=f"map {WOORD}"
        )
    assert Contract.objects.get(pk=contract.pk).kenmerk == contract.kenmerk
    with bevestigd(Bewaargrond.NAAM):
        leg_contract_vast(actor=hr, gegevens=gegevens)
    assert Auditregel.objects.filter(handeling="medische_woorden_bevestigen", onderdeel="contracten").count() == 1
