"""The medical record stays when the part of the employer goes, and goes itself with the last part."""

import pytest
from django.db import DatabaseError, transaction

from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.wissen import Wisopdracht, wis
from poortwijzer.kluis.vak import Vaksoort
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
