"""The medical record stays when the part of the employer goes, and goes itself with the last part."""

import pytest
from django.db import DatabaseError, connections, transaction
from django.test.utils import CaptureQueriesContext

from poortwijzer.dossiers import bewaren
from poortwijzer.dossiers.bewaren import bewaarstanden
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.wissen import Wisopdracht, wis
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.models import Medischeregel
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


def test_het_medisch_dossier_heeft_zijn_eigen_einde(wereld, ziek):
    arts = wereld.actoren[Rol.BEDRIJFSARTS]
    Medischeregel.objects.create(
        dossier=ziek,
        eigenaar=wereld.arbodienst,
        inhoud={"soort": "prognose"},
        rol=Rol.BEDRIJFSARTS,
        created_by_id=arts.gebruiker_id,
    )
    gegevens = {"dossier_id": ziek.pk, "grond": "bewaartermijn", "goedgekeurd_door": None, "is_uit_dienst": True}

    van_de_werkgever = {"deel": Vaksoort.RE_INTEGRATIE, "organisatie_id": wereld.werkgever.pk}
    wis(Wisopdracht(**gegevens, **van_de_werkgever), actor=wereld.hr)

    assert Medischeregel.objects.get().inhoud == {"soort": "prognose"}
    with pytest.raises(DatabaseError), transaction.atomic():
        Medischeregel.objects.all()._raw_delete("default")

    wis(Wisopdracht(**gegevens, deel=Vaksoort.MEDISCH, organisatie_id=wereld.arbodienst.pk), actor=arts)

    assert not Medischeregel.objects.exists()
    assert not Dossier.objects.filter(pk=ziek.pk).exists()


def test_een_van_veel_medische_dossiers_wordt_niet_gezocht_door_ze_allemaal_te_lezen(wereld, monkeypatch):
    """An arbodienst has them by the hundred thousand, and each line of an approved list asks for one."""
    monkeypatch.setattr(bewaren, "PARTIJGROOTTE", 2)
    dossiers = [wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer()) for _ in range(7)]
    for dossier in dossiers:
        Medischeregel.objects.create(
            dossier=dossier,
            eigenaar=wereld.arbodienst,
            inhoud={"soort": "prognose"},
            rol=Rol.BEDRIJFSARTS,
            created_by_id=wereld.actoren[Rol.BEDRIJFSARTS].gebruiker_id,
        )

    def zoek(*gevraagd):
        with CaptureQueriesContext(connections["sleutels"]) as vragen:
            standen = bewaarstanden(wereld.arbodienst.pk, Vaksoort.MEDISCH, vandaag(), dossier_ids=gevraagd or None)
            return {stand.dossier_id for stand in standen}, len(vragen)

    op_volgorde = sorted(dossier.pk for dossier in dossiers)
    eerste, laatste = zoek(op_volgorde[0]), zoek(op_volgorde[-1])
    assert (eerste[0], laatste[0]) == ({op_volgorde[0]}, {op_volgorde[-1]})
    assert eerste[1] == laatste[1]
    assert zoek(*op_volgorde[2:5])[0] == set(op_volgorde[2:5])
    assert zoek()[0] == set(op_volgorde)
