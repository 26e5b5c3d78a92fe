"""The page of contracts: who works for an employer confirms there what the employer wrote down."""

import pytest
from django.urls import reverse

from poortwijzer.accounts import demo
from poortwijzer.accounts.models import Contract
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
PAGINA = reverse("web:contracten")


@pytest.fixture
def contract(dossier) -> Contract:
    """The contract of the demo with its arbodienst, as it is before that one said something."""
    Contract.objects.filter(opdrachtnemer=demo.ARBODIENST.id).update(bevestigd_op=None)
    return Contract.objects.get(opdrachtnemer=demo.ARBODIENST.id)


def test_het_wachten_is_te_zien_en_de_arbodienst_bevestigt(contract, dossier, als):
    arts, arbodienst, hr = als(Rol.BEDRIJFSARTS), als(Rol.ARBODIENST), als(Rol.WERKGEVER)
    bevestigen = reverse("web:contract_bevestigen", args=[contract.pk])
    assert arts.get(reverse("web:dossier", args=[dossier.kenmerk])).status_code == 404
    voor_hr = hr.get(PAGINA).content.decode()
    assert "nog niet bevestigd" in voor_hr
    assert bevestigen not in voor_hr
    assert bevestigen in arbodienst.get(PAGINA).content.decode()

    antwoord = arbodienst.post(bevestigen, follow=True).content.decode()

    assert "U hebt het contract bevestigd" in antwoord
    assert bevestigen not in antwoord
    contract.refresh_from_db()
    assert (contract.bevestigd_op, contract.bevestigd_door_id) == (vandaag(), demo.demo_gebruiker_id(Rol.ARBODIENST))
    assert arts.get(reverse("web:dossier", args=[dossier.kenmerk])).status_code == 200


def test_wat_niet_kan_wordt_gezegd(contract, als):
    Contract.objects.filter(pk=contract.pk).update(geheimhouding="", geheimhouding_op=None)
    antwoord = als(Rol.ARBODIENST).post(reverse("web:contract_bevestigen", args=[contract.pk]), follow=True)
    assert "De geheimhouding staat nog niet vast" in antwoord.content.decode()
