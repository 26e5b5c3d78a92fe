"""Every kind on paper: filled, empty, as a draft and frozen."""

from datetime import timedelta

import pytest

from poortwijzer.documenten.afdrukken import maak_html, maak_pdf
from poortwijzer.documenten.gegevens import Partij
from poortwijzer.formulieren.models import Standpunt
from poortwijzer.formulieren.register import soorten
from poortwijzer.formulieren.services import (
    begin_concept,
    bevestig_dictaat,
    bewaar_concept,
    leg_standpunt_vast,
    maak_definitief,
    ontbrekend,
)
from poortwijzer.formulieren.soort import Kolom, Veld, Veldtype
from poortwijzer.formulieren.stukken import stukgegevens
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
PARTIJEN = (Partij(rol="werknemer", naam="Katja Voorbeeld"), Partij(rol="werkgever", naam="Detailhandel Zuid"))


def antwoord_voor(veld: Veld) -> object:
    match veld.type:
        case Veldtype.TABEL:
            return [{kolom.naam: _cel(kolom) for kolom in veld.kolommen}] * 2
        case Veldtype.MOMENTEN:
            return ["2025-02-04", "2025-03-18"]
        case Veldtype.STANDPUNT:
            return {"standpunt": "oneens", "woorden": "Dat zie ik anders."}
    return _cel(veld)


def _cel(kolom: Kolom) -> str:
    match kolom.type:
        case Veldtype.DATUM:
            return (vandaag() - timedelta(days=1)).isoformat()
        case Veldtype.KEUZE:
            return kolom.keuzes[0].waarde
        case Veldtype.JA_NEE_ONBEKEND:
            return "onbekend"
        case Veldtype.GETAL | Veldtype.PERCENTAGE:
            return "12,5"
    return f"Antwoord op: {kolom.label}"


@pytest.fixture
def vol(dossier, actoren):
    """Give a function that makes a document of a kind with an answer in every field."""

    def maak(naam: str):
        soort = soorten()[naam]
        formulier = begin_concept(dossier_id=dossier.pk, soort=naam, door=actoren[soort.vaststellers[0]])
        for rol, actor in actoren.items():
            eigen = {veld.naam: antwoord_voor(veld) for veld in soort.velden() if rol == veld.gevers[0]}
            formulier = bewaar_concept(formulier, eigen, door=actor, verwachte_versie=formulier.versie).formulier
        return formulier

    return maak


def gegevens(formulier, voor=Rol.WERKNEMER):
    return stukgegevens(formulier, voor=voor, kenmerk=formulier.dossier.kenmerk, partijen=PARTIJEN)


@pytest.mark.parametrize("naam", sorted(soorten()))
def test_pdf_van_elke_soort_voldoet_leeg_en_vol_en_vastgesteld(keur, vol, dossier, actoren, naam):
    soort = soorten()[naam]
    vaststeller = actoren[soort.vaststellers[0]]
    keur(maak_pdf(gegevens(begin_concept(dossier_id=dossier.pk, soort=naam, door=vaststeller))))

    formulier = vol(naam)
    redenen = {deel.sleutel: "Daarom." for deel in ontbrekend(formulier)}
    vast = maak_definitief(formulier, door=vaststeller, verwachte_versie=formulier.versie, redenen=redenen)
    for rol in soort.standpunten_van:
        leg_standpunt_vast(
            vast, partij=rol, standpunt=Standpunt.Keuze.ONEENS, eigen_woorden="Niet mee eens.", door=actoren[rol]
        )
    keur(maak_pdf(gegevens(vast)))


@pytest.mark.parametrize("naam", sorted(soorten()))
def test_elk_antwoord_staat_op_papier(vol, naam):
    html = maak_html(gegevens(vol(naam)))

    for veld in soorten()[naam].velden():
        assert veld.label.replace("'", "&#x27;") in html
        if veld.type in {Veldtype.LANGE_TEKST, Veldtype.TEKST}:
            assert f"Antwoord op: {veld.label}" in html


def test_vast_stuk_toont_redenen_standpunten_vorm_en_controlegetal(vul, actoren, antwoorden):
    plan = vul("plan_van_aanpak", {Rol.CASEMANAGER: antwoorden.plan, Rol.WERKGEVER: antwoorden.visies[Rol.WERKGEVER]})
    vast = maak_definitief(
        plan,
        door=actoren[Rol.CASEMANAGER],
        verwachte_versie=plan.versie,
        redenen={"visie_werknemer": "Gevraagd op 20 december, geen antwoord."},
    )
    leg_standpunt_vast(
        vast,
        partij=Rol.WERKNEMER,
        standpunt=Standpunt.Keuze.NIET_BEREIKBAAR,
        eigen_woorden="Drie keer gebeld.",
        door=actoren[Rol.CASEMANAGER],
    )
    html = maak_html(gegevens(vast))

    for tekst in (
        "onderdeel g van het re-integratieverslag", "di 24 december 2024", "De visie van de werknemer ontbreekt.",
        "Gevraagd op 20 december, geen antwoord.", "PRG-4-2-2", "Werknemer: niet bereikt", "Drie keer gebeld.",
        "vastgelegd door Casemanager Voorbeeld", "versie 1, formulier 2", vast.inhoud_hash[:8],
    ):  # fmt: skip
        assert tekst in html
    assert "Concept." not in html


def test_opgeschreven_woorden_zeggen_dat_ze_zijn_opgeschreven(plan, actoren):
    bewaring = bewaar_concept(
        plan,
        {"visie_werknemer": "Hij wil terug."},
        door=actoren[Rol.CASEMANAGER],
        verwachte_versie=plan.versie,
        namens=Rol.WERKNEMER,
    )
    assert "opgeschreven door een ander, niet bevestigd" in maak_html(gegevens(bewaring.formulier))

    bevestigd = bevestig_dictaat(
        bewaring.formulier, namens=Rol.WERKNEMER, door=actoren[Rol.CASEMANAGER], wijze="op papier"
    )
    assert "bevestigd op di 24 december 2024 (op papier)" in maak_html(gegevens(bevestigd))


def test_een_stuk_opmaken_kost_hoogstens_twee_queries(vastgesteld_plan, django_assert_max_num_queries):
    kenmerk = vastgesteld_plan.dossier.kenmerk
    with django_assert_max_num_queries(2):
        stukgegevens(vastgesteld_plan, voor=Rol.WERKNEMER, kenmerk=kenmerk, partijen=PARTIJEN)
