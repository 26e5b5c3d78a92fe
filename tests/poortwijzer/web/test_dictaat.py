"""Words of the employee that somebody else writes down, and how they are confirmed."""

import pytest
from django.urls import reverse

from poortwijzer.formulieren.models import Formulier
from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def plan(dossier, als) -> Formulier:
    als(Rol.CASEMANAGER).post(reverse("web:stuk_nieuw", args=[dossier.kenmerk, "plan_van_aanpak"]))
    return Formulier.objects.get()


def adres(naam: str, stuk: Formulier) -> str:
    return reverse(f"web:{naam}", args=[stuk.dossier.kenmerk, stuk.pk])


def eigen_veld(stuk: Formulier, rol: Rol) -> str:
    """A text that only this role supplies."""
    return next(v.naam for v in stuk.vorm.velden() if v.gevers == (rol,) and v.type in {"tekst", "lange_tekst"})


def test_de_woorden_van_de_werknemer_opschrijven_en_door_de_werknemer_laten_bevestigen(plan, als):
    veld = eigen_veld(plan, Rol.WERKNEMER)
    casemanager, werknemer = als(Rol.CASEMANAGER), als(Rol.WERKNEMER)
    assert (
        "moet deze tekst daarna bevestigen"
        in casemanager.get(adres("stuk_bewerken", plan), {"namens": "werknemer"}).content.decode()
    )

    casemanager.post(
        adres("stuk_bewerken", plan), {"versie": plan.versie, "namens": "werknemer", veld: "Ik wil rustig beginnen."}
    )
    blad = werknemer.get(adres("stuk_bewerken", plan)).content.decode()
    assert "Iemand schreef dit namens u op" in blad
    assert "Ik wil rustig beginnen." in blad

    werknemer.post(adres("stuk_bevestigen", plan), {})
    assert "Iemand schreef dit namens u op" not in werknemer.get(adres("stuk_bewerken", plan)).content.decode()
    plan.refresh_from_db()
    assert plan.dictaten[veld]["bevestigd_op"]


def test_een_ander_bevestigt_alleen_met_hoe_dat_ging(plan, als):
    veld = eigen_veld(plan, Rol.WERKNEMER)
    casemanager = als(Rol.CASEMANAGER)
    casemanager.post(adres("stuk_bewerken", plan), {"versie": plan.versie, "namens": "werknemer", veld: "Rustig aan."})

    zonder = casemanager.post(adres("stuk_bevestigen", plan), {"namens": "werknemer", "wijze": ""}, follow=True)
    assert "Schrijf op hoe de tekst is bevestigd" in zonder.content.decode()
    casemanager.post(adres("stuk_bevestigen", plan), {"namens": "werknemer", "wijze": "handtekening op papier"})

    plan.refresh_from_db()
    assert plan.dictaten[veld]["wijze"] == "handtekening op papier"


def test_de_werknemer_schrijft_niet_namens_de_werkgever(plan, als):
    veld = eigen_veld(plan, Rol.WERKNEMER)
    werkgeversveld = next(
        v.naam for v in plan.vorm.velden() if Rol.WERKNEMER not in v.gevers and v.type == "lange_tekst"
    )

    als(Rol.WERKNEMER).post(
        adres("stuk_bewerken", plan),
        {"versie": plan.versie, "namens": "werkgever", werkgeversveld: "Ik betaal alles.", veld: "Mijn tekst."},
    )

    plan.refresh_from_db()
    assert werkgeversveld not in plan.inhoud
    assert plan.inhoud[veld] == "Mijn tekst."
