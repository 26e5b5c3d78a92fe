"""Every page of a dossier: who may open it stands next to who may not, and a visitor goes to the sign-in page."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from poortwijzer.toegang.rollen import Rol

# Page, a role that may open it, and one that may not (404 where it may not even know of the dossier).
BLADEN = (
    ("dossier", Rol.WERKNEMER, Rol.BEHEERDER, 404),
    ("documenten", Rol.BEDRIJFSARTS, Rol.PRIVACY_OFFICER, 403),
    ("gegevens", Rol.CASEMANAGER, Rol.BEHEERDER, 404),
    ("stand", Rol.CASEMANAGER, Rol.LEIDINGGEVENDE, 403),
    ("watals", Rol.WERKNEMER, Rol.BEHEERDER, 404),
    ("betrokkenen", Rol.WERKNEMER, Rol.BEHEERDER, 404),
    ("betrokkene_toevoegen", Rol.CASEMANAGER, Rol.WERKNEMER, 403),
    ("inzage", Rol.WERKNEMER, Rol.LEIDINGGEVENDE, 403),
    ("hervatting", Rol.CASEMANAGER, Rol.WERKNEMER, 403),
    ("herstel", Rol.WERKNEMER, Rol.ARBEIDSDESKUNDIGE, 403),
)


def zonder_teken(antwoord) -> str:
    """The page without the token that is another one each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", antwoord.content.decode())


@pytest.mark.parametrize("blad", BLADEN, ids=[blad[0] for blad in BLADEN])
def test_wie_mag_komt_binnen_en_wie_niet_mag_niet(blad, dossier, als):
    naam, wel, niet, status = blad
    adres = reverse(f"web:{naam}", args=[dossier.kenmerk])

    assert als(wel).get(adres).status_code == 200
    assert als(niet).get(adres).status_code == status


@pytest.mark.parametrize("naam", ["begin", "werk", "dossiers", "ziekmelden", "mijn_account"])
def test_wie_niet_is_aangemeld_gaat_naar_de_aanmelding_en_komt_terug(naam, db):
    adres = reverse(f"web:{naam}")

    antwoord = Client().get(adres)

    assert antwoord.status_code == 302
    assert antwoord.url == f"{reverse('account_login')}?next={adres.replace('/', '%2F')}"


def test_de_normen_zijn_voor_iedereen_te_lezen(db):
    assert Client().get(reverse("web:normen")).status_code == 200
    assert Client().get(reverse("web:norm", args=["PRG-4-1"])).status_code == 200
    assert Client().get(reverse("web:norm", args=["PRG-999"])).status_code == 404


def test_een_vreemde_ziet_geen_verschil_tussen_verboden_en_niet_bestaand(dossier, als):
    beheerder = als(Rol.BEHEERDER)

    verboden = beheerder.get(reverse("web:dossier", args=[dossier.kenmerk]))
    onbekend = beheerder.get(reverse("web:dossier", args=["ZZZZ-ZZZZ"]))

    assert verboden.status_code == onbekend.status_code == 404
    assert zonder_teken(verboden) == zonder_teken(onbekend)


def test_een_formulier_openen_staat_in_het_logboek_als_lezen(dossier, als):
    als(Rol.CASEMANAGER).get(reverse("web:herstel", args=[dossier.kenmerk]))

    blad = als(Rol.WERKNEMER).get(reverse("web:inzage", args=[dossier.kenmerk])).content.decode()

    assert "keek naar: ziekmelding, hervatting en herstel" in blad
    assert "herstel melden" not in blad


def test_een_weigering_staat_in_het_logboek(dossier, als):
    als(Rol.LEIDINGGEVENDE).get(reverse("web:stand", args=[dossier.kenmerk]))

    blad = als(Rol.WERKNEMER).get(reverse("web:inzage", args=[dossier.kenmerk])).content.decode()

    assert "geweigerd" in blad


@pytest.mark.parametrize("rol", list(Rol))
def test_elke_rol_heeft_een_begin_en_alleen_menupunten_die_werken(rol, dossier, als):
    client = als(rol)

    begin = client.get(reverse("web:begin"), follow=True)

    assert begin.status_code == 200
    for punt in begin.context["hoofdmenu"]:
        assert client.get(punt.adres, follow=True).status_code == 200, punt.naam


def test_de_functionaris_gegevensbescherming_ziet_wie_las_en_niets_van_de_inhoud(dossier, als):
    client = als(Rol.PRIVACY_OFFICER)

    lijst = client.get(reverse("web:dossiers")).content.decode()

    assert dossier.kenmerk in lijst
    assert "Katja" not in lijst
    blad = client.get(reverse("web:inzage", args=[dossier.kenmerk]))
    assert blad.status_code == 200
    assert "Katja" not in blad.content.decode()
