"""Who answers questions of the test without seeing the verdict: they are asked, and a refusal says where to go on."""

from datetime import timedelta

import pytest
from django.urls import reverse
from lxml import html

from poortnormen.feiten import FEITEN
from poortwijzer.dossiers.actions import leg_feit_vast
from poortwijzer.dossiers.queries.vragenblad import krijgt_vragen, vragen_aan
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

DESKUNDIGEN = (Rol.BEDRIJFSARTS, Rol.ARBEIDSDESKUNDIGE)


@pytest.fixture
def dossier(nieuw_dossier, actor):
    """A dossier in week 80 for which work is possible."""
    dossier = nieuw_dossier(80)
    leg_feit_vast(dossier=dossier, actor=actor(Rol.BEDRIJFSARTS), naam="heeft_mogelijkheden", waarde=True)
    return dossier


def blad(client, naam, dossier):
    return html.document_fromstring(client.get(reverse(f"web:{naam}", args=[dossier.kenmerk])).content)


def tekst(element) -> str:
    return " ".join(element.text_content().split())


def gevraagd(client, dossier) -> list[str]:
    kaart = "//section[@aria-labelledby='vragen-kop']//a/@href"
    return [adres.split("/")[-2] for adres in blad(client, "gegevens", dossier).xpath(kaart)]


def test_alleen_wie_antwoordt_zonder_het_oordeel_te_zien_krijgt_de_vragen_bij_de_gegevens():
    assert {rol for rol in Rol if krijgt_vragen(rol)} == set(DESKUNDIGEN)


@pytest.mark.parametrize("rol", DESKUNDIGEN)
def test_bij_de_gegevens_staan_de_vragen_van_de_toets_die_deze_rol_beantwoordt(dossier, als, rol):
    namen = gevraagd(als(rol), dossier)
    assert namen
    assert all(rol.partij in FEITEN[naam].gevers for naam in namen)


def test_een_beantwoorde_vraag_staat_er_niet_meer_en_het_antwoord_gaat_terug_naar_de_gegevens(dossier, als):
    client = als(Rol.ARBEIDSDESKUNDIGE)
    naam = "is_resultaat_bevredigend"
    (adres,) = [href for href in blad(client, "gegevens", dossier).xpath("//a/@href") if f"/{naam}/" in href]

    zonder = tekst(html.document_fromstring(client.post(adres, {"waarde": "ja"}).content))
    assert "Van wie komt dit gegeven? Kies van wie dit gegeven komt." in zonder  # after a question mark no colon

    antwoord = client.post(
        adres, {"waarde": "ja", "van_wie_komt_het": "arbeidsdeskundige", "motivering": "Het werk past."}
    )

    assert antwoord.status_code == 302, tekst(html.document_fromstring(antwoord.content))
    assert antwoord["Location"] == reverse("web:gegevens", args=[dossier.kenmerk])
    assert naam not in gevraagd(client, dossier)


def test_wat_een_ander_al_beoordeelde_wordt_niet_nog_eens_gevraagd(dossier, als, actor):
    leg_feit_vast(
        dossier=dossier,
        actor=actor(Rol.CASEMANAGER),
        naam="is_resultaat_bevredigend",
        waarde=False,
        motivering="Er is nog geen werk.",
    )
    assert "is_resultaat_bevredigend" not in gevraagd(als(Rol.ARBEIDSDESKUNDIGE), dossier)


def test_wie_het_oordeel_ziet_vindt_de_vragen_daar(dossier, als, actor):
    assert vragen_aan(actor(Rol.CASEMANAGER), dossier) == ()
    assert gevraagd(als(Rol.CASEMANAGER), dossier) == []


@pytest.mark.parametrize("naam", ["stand", "verslag"])
@pytest.mark.parametrize(
    ("rol", "verder"),
    [
        (Rol.BEDRIJFSARTS, ["gegevens", "dossier"]),
        (Rol.ARBEIDSDESKUNDIGE, ["gegevens", "dossier"]),
        (Rol.LEIDINGGEVENDE, ["dossier"]),
    ],
)
def test_een_weigering_zegt_voor_wie_het_blad_is_en_leidt_terug_naar_het_dossier(dossier, als, naam, rol, verder):
    antwoord = als(rol).get(reverse(f"web:{naam}", args=[dossier.kenmerk]))
    assert antwoord.status_code == 403
    kaart = html.document_fromstring(antwoord.content).xpath("//main//section")[0]
    assert "Dit is voor de werknemer, de werkgever en de casemanager." in tekst(kaart)
    assert kaart.xpath(".//a/@href") == [
        *(reverse(f"web:{blad}", args=[dossier.kenmerk]) for blad in verder),
        reverse("web:begin"),
    ]


def test_een_weigering_van_een_ander_deel_noemt_de_partijen_niet(dossier, als):
    antwoord = als(Rol.CASEMANAGER).get(reverse("web:medisch", args=[dossier.kenmerk]))
    assert antwoord.status_code == 403
    assert "Dit is voor de werknemer" not in antwoord.content.decode()


def test_een_dossier_dat_iemand_niet_kent_blijft_onvindbaar(dossier, als):
    voorbij = {"vanaf": vandaag() - timedelta(days=9), "tot": vandaag() - timedelta(days=1)}
    dossier.betrokkenen.filter(rol=Rol.ARBEIDSDESKUNDIGE).update(**voorbij)
    assert als(Rol.ARBEIDSDESKUNDIGE).get(reverse("web:stand", args=[dossier.kenmerk])).status_code == 404
