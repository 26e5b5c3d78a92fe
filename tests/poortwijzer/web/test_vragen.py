"""What a page asks and what it leaves for later, in words of people."""

from datetime import timedelta

import pytest
from django.urls import reverse

from poortnormen.feiten import FEITEN
from poortwijzer.dossiers.actions import leg_feit_vast
from poortwijzer.dossiers.models import Dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol


def blad(dossier, client, naam: str = "dossier") -> str:
    return client.get(reverse(f"web:{naam}", args=[dossier.kenmerk])).content.decode()


def test_wat_nog_moet_gebeuren_blijkt_later_en_is_geen_vraag(dossier, als):
    client = als(Rol.WERKGEVER)

    assert "blijkt later" in blad(dossier, client)
    assert FEITEN["wia_aanvraag_op"].vraag not in blad(dossier, client, "stand")
    assert FEITEN["wia_aanvraag_op"].vraag not in client.get(reverse("web:werk")).content.decode()


def test_een_onbekende_dag_zegt_wat_zij_bij_elk_antwoord_wordt(dossier, als):
    tekst = blad(dossier, als(Rol.WERKGEVER))

    assert "Wat het dan wordt" in tekst
    assert "Bij “op tijd”:" in tekst


def test_een_knop_heet_zoals_mensen_het_noemen(dossier, als):
    tekst = blad(dossier, als(Rol.WERKGEVER))

    assert "Leg vast: WIA-aanvraag" in tekst
    assert not [naam for naam in FEITEN if "_" in naam and f"Leg vast: {naam.replace('_', ' ')}" in tekst]


@pytest.mark.norm("PRG-4-4", waar="poortwijzer.web.waarom.laatste_spreekuur")
def test_het_dossier_telt_de_dagen_zonder_spreekuur(dossier, als, actor):
    client = als(Rol.WERKGEVER)
    assert "geen spreekuur" not in blad(dossier, client)
    leg_feit_vast(
        dossier=dossier,
        actor=actor(Rol.BEDRIJFSARTS),
        naam="consulten",
        waarde={"gehouden_op": (vandaag() - timedelta(days=21)).isoformat()},
    )

    assert "21 dagen geen spreekuur" in blad(dossier, als(Rol.BEDRIJFSARTS))


def test_een_fout_van_de_kern_noemt_de_dag_in_woorden(dossier, als):
    adres = reverse("web:herstel", args=[dossier.kenmerk])

    antwoord = als(Rol.CASEMANAGER).post(adres, {"hersteld_op": "2020-02-03"}).content.decode()

    assert "ma 3 februari 2020" in antwoord
    assert "2020-02-03 liep" not in antwoord


def test_wie_het_verzuim_niet_mag_zien_leest_niet_dat_het_onbekend_is(dossier, als):
    lijst = als(Rol.PROCESBEGELEIDER).get(reverse("web:dossiers")).content.decode()

    assert dossier.werknemer.naam in lijst
    assert "nog niet bekend</span>" not in lijst


def test_bij_een_hervatting_staat_hoeveel_uur_er_is_afgesproken(dossier, als):
    assert "36 uur per week" in blad(dossier, als(Rol.CASEMANAGER), "hervatting")


def test_de_lijst_noemt_een_advies_geen_laatste_dag(dossier, als):
    """Six weeks after a plan UWV advises a talk; nobody is late after that day."""
    Dossier.objects.filter(pk=dossier.pk).update(
        eerstvolgende_norm="PRG-4-2b-3", eerstvolgende_dag=vandaag(), eerstvolgende_status="nadert"
    )

    assert "advies:" in als(Rol.WERKGEVER).get(reverse("web:dossiers")).content.decode()
