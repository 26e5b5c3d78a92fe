"""How many questions a page asks of the database: few, and the same however much there is to show."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from poortwijzer.dossiers.actions import Ziekmeldinggegevens, meld_ziek
from poortwijzer.dossiers.models import Werknemer
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

TRANSACTIE = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "ROLLBACK")


def aantal_vragen(client, adres: str) -> int:
    client.get(adres)  # what a process reads once is read
    with CaptureQueriesContext(
        connection,
    ) as gevangen:
        assert client.get(adres).status_code == 200
    return sum(not vraag["sql"].startswith(TRANSACTIE) for vraag in gevangen)


@pytest.mark.parametrize("rol", [Rol.CASEMANAGER, Rol.WERKNEMER, Rol.BEDRIJFSARTS], ids=str)
def test_het_dossier_vraagt_hoogstens_twintig_keer(rol, dossier, als):
    assert aantal_vragen(als(rol), reverse("web:dossier", args=[dossier.kenmerk])) <= 20


def test_de_werklijst_vraagt_hoogstens_twaalf_keer_hoe_lang_zij_ook_is(dossier, werknemer, als, actor):
    client = als(Rol.CASEMANAGER)
    bij_een = aantal_vragen(client, reverse("web:werk"))
    for nummer in range(5):
        nieuw = Werknemer.objects.create(organisatie=werknemer.organisatie, naam=f"Werknemer {nummer}")
        gegevens = Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(weeks=7))
        meld_ziek(werknemer_id=nieuw.pk, actor=actor(Rol.CASEMANAGER), gegevens=gegevens)

    assert aantal_vragen(client, reverse("web:werk")) == bij_een <= 12
    assert aantal_vragen(client, reverse("web:dossiers")) <= 12
