"""The employee's own view stands with every document, also one that asks nobody; an earlier one stays readable."""

import pytest
from gastverzoeken import stel_vast

from poortwijzer.documenten.afdrukken import maak_html
from poortwijzer.dossiers.actions import reageer_op_stuk
from poortwijzer.dossiers.drukwerk import drukgegevens
from poortwijzer.formulieren import services
from poortwijzer.formulieren.models import Formulier, Standpunt
from poortwijzer.formulieren.register import soorten
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.rollen import Rol


def vast_stuk(dossier, soort, door) -> Formulier:
    return Formulier.objects.create(
        dossier=dossier,
        soort=soort.soort,
        vormversie=soort.vormversie,
        status="definitief",
        opgesteld_op=vandaag(),
        inhoud_hash="h",
        created_by_id=door.gebruiker_id,
        updated_by_id=door.gebruiker_id,
        vastgesteld_op=nu(),
        vastgesteld_door_id=door.gebruiker_id,
        vastgesteld_als=soort.vaststellers[0],
    )


@pytest.mark.parametrize("naam", sorted(soorten()))
def test_bij_elk_soort_stuk_kan_de_werknemer_iets_zeggen(wereld, ziek, naam):
    stuk, werknemer = vast_stuk(ziek, soorten()[naam], wereld.hr), wereld.actoren[Rol.WERKNEMER]

    services.leg_standpunt_vast(
        stuk, partij=Rol.WERKNEMER, standpunt=Standpunt.Keuze.ZIENSWIJZE, eigen_woorden="Mijn kijk.", door=werknemer
    )

    assert [punt.eigen_woorden for punt in services.laatste_standpunten(stuk)] == ["Mijn kijk."]


def test_een_ander_die_niet_is_gevraagd_zegt_er_niets_bij(wereld, ziek):
    stuk = vast_stuk(ziek, soorten()["oordeel_werknemer"], wereld.hr)
    with pytest.raises(services.NietDeGever):
        services.leg_standpunt_vast(stuk, partij=Rol.WERKGEVER, standpunt=Standpunt.Keuze.GEZIEN, door=wereld.hr)


def test_een_nieuwe_zienswijze_vervangt_de_vorige_die_leesbaar_blijft_ook_op_papier(wereld, ziek):
    stuk, werknemer = stel_vast(wereld, ziek), wereld.actoren[Rol.WERKNEMER]
    for woorden in ("Ik kan langer staan.", "Toch niet zo lang."):
        reageer_op_stuk(dossier=ziek, actor=werknemer, stuk_id=stuk.pk, standpunt="zienswijze", eigen_woorden=woorden)

    papier = maak_html(drukgegevens(wereld.actoren[Rol.BEDRIJFSARTS], ziek, stuk))

    assert papier.index("Ik kan langer staan.") < papier.index("Toch niet zo lang.")
    assert papier.count("later vervangen") == 1
    assert [punt.eigen_woorden for punt in services.laatste_standpunten(stuk)] == ["Toch niet zo lang."]


def test_een_zienswijze_zonder_woorden_is_er_geen(wereld, ziek):
    stuk = stel_vast(wereld, ziek)
    with pytest.raises(services.Standpuntfout, match="zienswijze"):
        reageer_op_stuk(dossier=ziek, actor=wereld.actoren[Rol.WERKNEMER], stuk_id=stuk.pk, standpunt="zienswijze")
    assert not Standpunt.objects.exists()
