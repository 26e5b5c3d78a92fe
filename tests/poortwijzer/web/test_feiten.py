"""Answering questions of the core, correcting answers, and agreeing on another last day."""

import dataclasses

import pytest
from django.urls import reverse

from poortnormen.feiten import FEITEN
from poortwijzer.dossiers.actions import afwijkbare_normen
from poortwijzer.dossiers.models import Feit
from poortwijzer.dossiers.partijen import is_te_beantwoorden
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.forms.feit import FeitForm
from poortwijzer.web.forms.feitvragen import VRAGEN
from poortwijzer.web.forms.watals import verondersteld

SAMENGESTELD = [n for n, s in FEITEN.items() if is_te_beantwoorden(n) and dataclasses.is_dataclass(s.type)]


def adres(naam: str, dossier, *meer: object) -> str:
    return reverse(f"web:{naam}", args=[dossier.kenmerk, *meer])


@pytest.mark.parametrize("naam", [naam for naam, soort in FEITEN.items() if not soort.uit_stuk])
def test_elk_feit_heeft_een_formulier_dat_zonder_antwoord_geen_waarde_verzint(naam):
    form = FeitForm(naam, {})

    if form.is_valid():
        ingevuld = form.waarde() if isinstance(form.waarde(), dict) else {"waarde": form.waarde()}
        assert {veld for veld, waarde in ingevuld.items() if waarde not in (None, [])} == set(), "nobody said so"


@pytest.mark.parametrize(
    "naam", [n for n in FEITEN if is_te_beantwoorden(n) and dataclasses.is_dataclass(FEITEN[n].type)]
)
def test_elk_deel_van_een_feit_heeft_een_eigen_vraag(naam: str):
    """A bare word such as "Einde" does not say of what."""
    delen = {veld.name for veld in dataclasses.fields(FEITEN[naam].type)}
    in_rijen = {deel for deel in delen if deel in VRAGEN}

    assert set(VRAGEN[naam]) == delen - in_rijen
    assert all(str(tekst.vraag).endswith("?") for tekst in VRAGEN[naam].values())
    form = FeitForm(naam)
    assert {str(veld.label).removesuffix(" (mag leeg)") for n, veld in form.fields.items() if n in VRAGEN[naam]} == {
        str(tekst.vraag) for tekst in VRAGEN[naam].values()
    }


@pytest.mark.parametrize(
    ("getypt", "centen"),
    [("2520", 252000), ("2.520", 252000), ("€ 2.520,50", 252050), ("2520,5", 252050), ("2520.50", 252050),
     ("0", 0), ("2.52", 252), ("12.345.678", None), ("2.520,505", None), ("twee", None), ("-1", None)],
)  # fmt: skip
def test_een_bedrag_wordt_in_euro_gevraagd_en_in_centen_vastgelegd(getypt: str, centen: int | None):
    gegeven = {"dagloon_centen": getypt, "loon_bij_ziekte_centen": "", "is_verhoging_gevraagd": "nee"}
    form = FeitForm("ziekengeldgegevens", gegeven)

    assert form.is_valid() is (centen is not None)
    if centen is not None:
        assert form.waarde() == {"dagloon_centen": centen, "is_verhoging_gevraagd": False}


def test_een_bedrag_dat_wordt_verbeterd_staat_er_in_euro():
    begin = {"dagloon_centen": 252050}

    assert FeitForm("ziekengeldgegevens", initial=begin)["dagloon_centen"].value() == "2520,50"


def test_een_antwoord_komt_bij_de_gegevens_met_wie_het_gaf(dossier, als):
    client = als(Rol.CASEMANAGER)

    client.post(adres("feit", dossier, "dienstverband"), {"begin": "2019-05-01", "einde": ""})

    blad = client.get(adres("gegevens", dossier)).content.decode()
    assert "wo 1 mei 2019" in blad
    assert "vastgelegd door Youssef Amrani" in blad


def test_een_oordeel_vraagt_waarom_want_zonder_reden_telt_het_niet(dossier, als):
    client = als(Rol.CASEMANAGER)
    oordeel = adres("feit", dossier, "zijn_inspanningen_voldoende")

    antwoord = {"waarde": "ja", "van_wie_komt_het": "casemanager"}

    assert client.post(oordeel, {**antwoord, "motivering": ""}).status_code == 422
    client.post(oordeel, {**antwoord, "motivering": "Alle stappen uit het plan zijn gezet"})

    assert Feit.objects.get(naam="zijn_inspanningen_voldoende").motivering == "Alle stappen uit het plan zijn gezet"
    assert "Alle stappen uit het plan zijn gezet" in client.get(adres("gegevens", dossier)).content.decode()


def test_een_verondersteld_oordeel_telt_en_staat_boven_dat_van_partijen():
    form = FeitForm("zijn_inspanningen_voldoende", {"waarde": "nee"})
    assert form.is_valid()
    feit = verondersteld(form, vandaag())

    assert (feit.waarde, feit.gever, bool(feit.motivering)) == (False, "uwv", True)


def test_een_feit_van_een_ander_is_niet_in_te_vullen(dossier, als):
    assert als(Rol.CASEMANAGER).get(adres("feit", dossier, "dienstverband")).status_code == 200
    assert als(Rol.WERKNEMER).get(adres("feit", dossier, "dienstverband")).status_code == 403
    assert als(Rol.CASEMANAGER).get(adres("feit", dossier, "verzonnen")).status_code == 404


def test_verbeteren_vraagt_waarom_en_laat_het_oude_leesbaar(dossier, als):
    client = als(Rol.CASEMANAGER)
    client.post(adres("feit", dossier, "dienstverband"), {"begin": "2019-05-01"})
    oud = Feit.objects.get(naam="dienstverband")
    verbeteren = f"{adres('feit', dossier, 'dienstverband')}?vervangt={oud.pk}"

    zonder = client.post(verbeteren, {"begin": "2018-05-01", "motivering": ""})
    assert zonder.status_code == 422
    assert 'value="2018-05-01"' in zonder.content.decode()

    client.post(verbeteren, {"begin": "2018-05-01", "motivering": "Verkeerd overgenomen"})
    blad = client.get(adres("gegevens", dossier)).content.decode()
    assert "di 1 mei 2018" in blad
    assert "wo 1 mei 2019" in blad
    assert "vervangen" in blad
    assert "Verkeerd overgenomen" in blad


def test_wat_een_ander_gaf_wordt_niet_aangeboden_om_te_verbeteren(dossier, als):
    feit = Feit.objects.create(
        dossier=dossier,
        volgnummer=90,
        naam="is_kennisgeving_uitgebleven",
        waarde=False,
        op=vandaag(),
        gever="werkgever",
        vastgelegd_op=nu(),
    )
    verbeteren = f"{adres('feit', dossier, feit.naam)}?vervangt={feit.pk}"

    for blad in (verbeteren, adres("intrekken", dossier, feit.pk)):
        assert als(Rol.CASEMANAGER).get(blad).status_code == 200
        assert als(Rol.WERKNEMER).get(blad).status_code == 404
    assert als(Rol.WERKNEMER).get(adres("feit", dossier, feit.naam)).status_code == 200


def test_een_andere_dag_geldt_als_de_ander_akkoord_gaat(dossier, als):
    norm = min(afwijkbare_normen())
    werkgever, werknemer = als(Rol.CASEMANAGER), als(Rol.WERKNEMER)

    werkgever.post(
        adres("afwijking", dossier, norm), {"nieuwe_dag": vandaag().isoformat(), "reden": "De arts had vakantie."}
    )
    feit = Feit.objects.get(naam="afwijkingen")
    antwoord = adres("afwijking_antwoord", dossier, feit.pk)
    assert "De arts had vakantie." in werknemer.get(antwoord).content.decode()

    zonder_woorden = werknemer.post(antwoord, {"antwoord": "nee", "eigen_woorden": ""})
    assert zonder_woorden.status_code == 422
    assert 'value="nee" ' in zonder_woorden.content.decode()
    akkoord = werknemer.post(antwoord, {"antwoord": "ja", "eigen_woorden": ""}, follow=True)
    assert "afgesproken" in akkoord.content.decode()


def test_van_een_vaste_termijn_kan_niet_worden_afgeweken(dossier, als):
    client = als(Rol.CASEMANAGER)

    assert client.get(adres("afwijking", dossier, min(afwijkbare_normen()))).status_code == 200
    assert client.get(adres("afwijking", dossier, "WIA-23-1")).status_code == 404


def test_iemand_toevoegen_geeft_toegang_en_beeindigen_neemt_haar_weg(dossier, als, actor):
    client, arbo = als(Rol.CASEMANAGER), als(Rol.ARBODIENST)
    assert arbo.get(adres("dossier", dossier)).status_code == 404
    iemand = actor(Rol.ARBODIENST)
    wie = f"arbodienst:{iemand.gebruiker_id}:{iemand.organisatie_id}"

    zonder_doel = client.post(adres("betrokkene_toevoegen", dossier), {"wie": wie, "doel": ""})
    assert zonder_doel.status_code == 422
    client.post(adres("betrokkene_toevoegen", dossier), {"wie": wie, "doel": "spreekuur plannen"})

    assert arbo.get(adres("dossier", dossier)).status_code == 200
    assert "spreekuur plannen" in als(Rol.WERKNEMER).get(adres("betrokkenen", dossier)).content.decode()


def test_wie_een_afschrift_kreeg_van_een_plan_van_elders_is_vast_te_leggen(dossier, als):
    """Without this the copies of a plan on paper would stay undone for ever."""
    client, blad = als(Rol.CASEMANAGER), adres("feit", dossier, "afschriften")
    assert client.get(blad).context["form"]["soort"].value() == "plan_van_aanpak"
    gegeven = {"soort": "plan_van_aanpak", "ontvanger": "werknemer", "verstrekt_op": vandaag().isoformat()}

    assert client.post(blad, {**gegeven, "soort": "probleemanalyse"}).status_code == 422
    assert client.post(blad, gegeven).status_code == 302

    feit = Feit.objects.get(naam="afschriften")
    assert (feit.waarde, feit.gever) == (gegeven, "casemanager")
    assert "Plan van aanpak: afschrift voor werknemer" in client.get(adres("gegevens", dossier)).content.decode()


@pytest.mark.parametrize(
    ("rol", "code"),
    [(Rol.WERKNEMER, 200), (Rol.LEIDINGGEVENDE, 200), (Rol.BEDRIJFSARTS, 200), (Rol.ARBEIDSDESKUNDIGE, 403)],
)
def test_afschriften_zijn_van_wie_zo_een_document_mag_vaststellen(dossier, als, rol: Rol, code: int):
    antwoord = als(rol).get(adres("feit", dossier, "afschriften"))

    assert antwoord.status_code == code
    if code == 200:
        soorten = [Deel(soort) for soort, _label in antwoord.context["form"].fields["soort"].choices]
        assert soorten
        assert all(mag(rol, Handeling.STUK_VASTSTELLEN, soort) for soort in soorten)
