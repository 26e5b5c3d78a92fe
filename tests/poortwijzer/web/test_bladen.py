"""The work list, the dossier page, the stand for the UWV, what if, and the norm register."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from poortnormen.catalogus import catalogus
from poortnormen.dekking import dekking
from poortwijzer.dossiers.models import Feit, Taak
from poortwijzer.lib.datums import datum
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.werkregels import in_het_kort


def adres(naam: str, dossier) -> str:
    return reverse(f"web:{naam}", args=[dossier.kenmerk])


def test_de_werklijst_zegt_wat_waarom_en_wat_te_doen(dossier, als):
    blad = als(Rol.CASEMANAGER).get(reverse("web:werk")).content.decode()

    assert "Katja de Wit" in blad
    assert "Waarom" in blad
    assert "uiterlijk" in blad
    open_ = re.sub(r"<details.*?</details>", "", blad, flags=re.DOTALL)
    assert "<p>Zonder dit antwoord weten wij niet hoe ‘Probleemanalyse’ ervoor staat.</p>" in open_


@pytest.mark.parametrize(
    ("reden", "kort", "rest"),
    [
        ("Het plan is van di 24 maart 2026. Wie geen afschrift kreeg: UWV. En meer.",
         "Het plan is van di 24 maart 2026.", "Wie geen afschrift kreeg: UWV. En meer."),
        ("Zonder dit antwoord weten wij niet hoe ‘Plan van aanpak’ ervoor staat.",
         "Zonder dit antwoord weten wij niet hoe ‘Plan van aanpak’ ervoor staat.", ""),
        ("Zie art. 7 van de wet en blz. 3. Éen keer.", "Zie art. 7 van de wet en blz. 3.", "Éen keer."),
        ("", "", ""),
    ],
)  # fmt: skip
def test_van_een_reden_staat_de_eerste_zin_in_de_lijst(reden: str, kort: str, rest: str):
    assert in_het_kort(reden) == (kort, rest)


def test_een_lege_werklijst_zegt_dat_er_niets_wacht(werknemer, als):
    assert "Er wacht niets op u" in als(Rol.CASEMANAGER).get(reverse("web:werk")).content.decode()


def test_een_taak_nemen_loslaten_en_uitstellen(dossier, als):
    client = als(Rol.CASEMANAGER)
    taak_id = client.get(reverse("web:werk")).context["lijst"].regels[0].taak_id
    taak = reverse("web:taak", args=[taak_id])

    assert "Laat deze taak los" in client.post(taak, {"doe": "neem"}, follow=True).content.decode()
    assert "Ik doe deze taak" in client.post(taak, {"doe": "laat_los"}, follow=True).content.decode()
    zonder_reden = client.post(taak, {"tot": (vandaag() + timedelta(days=3)).isoformat(), "reden": ""})
    assert zonder_reden.status_code == 422
    client.post(taak, {"tot": (vandaag() + timedelta(days=3)).isoformat(), "reden": "Gesprek staat gepland."})
    lijst = client.get(reverse("web:werk")).context["lijst"]
    assert taak_id not in {regel.taak_id for regel in lijst.regels}
    uitgesteld = client.get(reverse("web:werk"), {"toon": "uitgesteld"}).content.decode()
    assert "Gesprek staat gepland." in uitgesteld


def test_een_taak_van_een_ander_dossier_bestaat_niet(dossier, als):
    taak_id = Taak.objects.first().pk

    assert als(Rol.BEHEERDER).get(reverse("web:taak", args=[taak_id])).status_code == 404


def test_een_onzinnig_filter_of_bladnummer_toont_gewoon_alles(dossier, als):
    client = als(Rol.CASEMANAGER)

    for vraag in ({"toon": "onzin"}, {"pagina": "-1"}, {"pagina": "9" * 30}, {"pagina": "٣"}):
        assert client.get(reverse("web:werk"), vraag).status_code == 200
        assert client.get(reverse("web:dossiers"), {**vraag, "stand": "onzin"}).status_code == 200
        assert client.get(reverse("web:normen"), vraag).status_code == 200


def test_zoeken_vindt_op_naam_en_zegt_het_als_er_niets_is(dossier, als):
    client = als(Rol.CASEMANAGER)

    assert dossier.kenmerk in client.get(reverse("web:dossiers"), {"zoek": "katja"}).content.decode()
    assert "Niets gevonden" in client.get(reverse("web:dossiers"), {"zoek": "qqq"}).content.decode()


def test_de_werknemer_gaat_meteen_naar_het_eigen_dossier(dossier, als):
    assert als(Rol.WERKNEMER).get(reverse("web:dossiers")).url == adres("dossier", dossier)


def test_het_dossier_noemt_de_dag_de_lijn_en_bij_elke_dag_waarom(dossier, als):
    blad = als(Rol.CASEMANAGER).get(adres("dossier", dossier))

    tekst = blad.content.decode()
    assert "dag 71" in tekst
    assert tekst.count('role="img"') == 2
    rij = next(rij for rij in blad.context["termijnen"] if rij.moment.norm == "PRG-2-2")
    assert rij.waarom.vindplaats
    assert rij.waarom.zin
    assert [gegeven.naam.lower() for gegeven in rij.waarom.gegevens] == ["ziekmelding"]
    assert "van werkgever, vastgelegd op" in tekst


def test_de_stand_begint_met_de_uitkomst_en_noemt_wat_ontbreekt(dossier, als):
    blad = als(Rol.CASEMANAGER).get(adres("stand", dossier)).content.decode()

    assert blad.index("stand-kop") < blad.index("vragen-kop")
    assert "Wat dit verandert" in blad
    assert "Leg vast" in blad


def test_een_melding_die_is_gedaan_kan_meteen_worden_vastgelegd(dossier, als):
    rijen = als(Rol.CASEMANAGER).get(adres("dossier", dossier)).context["termijnen"]

    aangifte = next(rij for rij in rijen if rij.moment.norm == "ZW-38-1")

    assert "ziekteaangifte" in {knop.onderdeel for knop in aangifte.knoppen}


def test_wat_als_laat_zien_wat_verschuift_en_bewaart_niets(dossier, als):
    client = als(Rol.CASEMANAGER)
    feiten_voor = Feit.objects.count()
    over_een_jaar = (vandaag() + timedelta(days=365)).isoformat()

    alleen_dag = client.get(adres("watals", dossier), {"peildatum": over_een_jaar, "feit": ""})
    assert alleen_dag.context["uitkomst"].veranderd
    vraag = client.get(adres("watals", dossier), {"peildatum": "", "feit": "ziekteaangifte"})
    assert vraag.context["uitkomst"] is None
    antwoord = client.get(
        adres("watals", dossier),
        {
            "peildatum": over_een_jaar,
            "feit": "ziekteaangifte",
            "vragen": "ziekteaangifte",
            "gedaan_op": vandaag().isoformat(),
        },
    )
    assert f"gedaan op {datum(vandaag()).partition(' ')[2]}" in antwoord.content.decode()
    assert Feit.objects.count() == feiten_voor


def test_wat_als_met_een_onmogelijke_dag_zegt_wat_er_mis_is(dossier, als):
    blad = als(Rol.CASEMANAGER).get(adres("watals", dossier), {"peildatum": "31-02-2026", "feit": ""})

    assert blad.status_code == 200
    assert "Dit is geen dag" in blad.content.decode()
    assert blad.context["uitkomst"] is None


def test_het_register_kiest_op_bron_partij_en_hardheid(client, db):
    blad = client.get(reverse("web:normen"), {"bron": "procesgang", "actor": "werknemer", "hardheid": "wettelijk"})

    normen = blad.context["blad"].normen
    assert normen
    assert all(norm.bron == "procesgang" and "werknemer" in norm.actor for norm in normen)


def test_zoeken_in_het_register_vindt_woorden_uit_de_tekst(client, db):
    blad = client.get(reverse("web:normen"), {"zoek": "plan van aanpak"})

    assert blad.context["blad"].totaal > 0
    assert "PRG-4-1" in {norm.id for norm in blad.context["blad"].normen}


@pytest.mark.parametrize("norm_id", ["PRG-4-1", "WIA-23-1", "ZW-38-1"])
def test_een_norm_noemt_bron_plaats_hardheid_en_zekerheid(norm_id, client, db):
    norm = catalogus().normen[norm_id]

    blad = client.get(reverse("web:norm", args=[norm_id])).content.decode()

    assert norm.vindplaats in blad
    assert str(norm.hardheid) in blad
    assert "Hoe zeker wij zijn" in blad


def test_een_open_norm_zegt_waarom_zij_open_is(client, db):
    open_norm = next(id_ for id_ in catalogus().normen if dekking(id_).open_omdat)

    blad = client.get(reverse("web:norm", args=[open_norm])).content.decode()

    assert "nog open" in blad
    assert dekking(open_norm).open_omdat[:40] in blad.replace("&#x27;", "'")


def test_elke_norm_heeft_een_bladzijde(client, db):
    for norm_id in list(catalogus().normen)[::37]:
        assert client.get(reverse("web:norm", args=[norm_id])).status_code == 200


def test_alleen_een_taal_waarin_de_teksten_er_zijn_is_te_kiezen(werknemer, als):
    client = als(Rol.CASEMANAGER)
    talen = dict(client.get(reverse("web:mijn_account")).context["form"].fields["taal"].choices)
    assert "nl" in talen

    assert client.post(reverse("web:mijn_account"), {"taal": "nl"}).status_code == 302
    assert client.post(reverse("web:mijn_account"), {"taal": "xx"}).status_code == 422
