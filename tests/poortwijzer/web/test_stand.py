"""The stand for the UWV: the same verdict and tree as the command line, on any day, cut to the role."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from lxml import html

from poortwijzer.cli.hoofd import draai
from poortwijzer.dossiers import demo
from poortwijzer.dossiers.actions import leg_feit_vast
from poortwijzer.lib.datums import datum
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.een_database("sqlite")

VOORBEELDEN = sorted((Path(__file__).resolve().parents[3] / "voorbeelden").glob("*.json"))
PEILDATUM = "2026-11-24"


def stand(client, kenmerk, **vraag):
    antwoord = client.get(reverse("web:stand", args=[kenmerk]), vraag)
    assert antwoord.status_code == 200
    return html.document_fromstring(antwoord.content)


def tekst(element) -> str:
    return " ".join(element.text_content().split())


def boom(lijst) -> list:
    """The questions of a list on the page: norm, answer, sentence, how many facts, and those below; in any order."""
    gevonden = []
    for li in lijst.xpath("./li[@data-norm]"):
        (inhoud,) = li.xpath("./details/div")
        onder = [deel for ul in inhoud.xpath("./ul[contains(@class,'reasons')]|./details/ul") for deel in boom(ul)]
        feiten = inhoud.xpath("./p[.='Gebruikte gegevens']/following-sibling::ul[1]/li")
        (zin,) = li.xpath("./details/summary/span[@class='reason-text']")
        gevonden.append(
            [li.get("data-norm"), li.get("data-uitkomst"), tekst(zin), sum(map(aantal_feiten, feiten)), sorted(onder)]
        )
    return sorted(gevonden)


def aantal_feiten(li) -> int:
    woorden = tekst(li)
    if woorden.startswith("Er tellen nog "):
        return int(woorden.split()[3])
    return 1


def boom_van_json(redenen) -> list:
    return sorted(
        [
            reden["norm"],
            reden["uitkomst"] or "onbekend",
            " ".join(reden["uitleg"].split()),
            len(reden["feiten"]),
            boom_van_json(reden["onderliggend"]),
        ]
        for reden in redenen
    )


@pytest.mark.parametrize("pad", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_het_blad_zegt_hetzelfde_als_de_opdrachtregel(pad, als, tmp_path, capsys):
    (tmp_path / pad.name).write_bytes(pad.read_bytes())
    demo.laad(tmp_path)
    draai(["toets", str(pad), "--peildatum", PEILDATUM, "--json"])
    verwacht = json.loads(capsys.readouterr().out)

    blad = stand(als(Rol.WERKGEVER), pad.stem, op=PEILDATUM)

    assert blad.xpath("//@data-oordeel") == [verwacht["oordeel"]]
    (lijst,) = blad.xpath("//section[@aria-labelledby='vragen-kop']/ul")
    assert boom(lijst) == boom_van_json(verwacht["redenen"])
    stappen = blad.xpath("//section[@aria-labelledby='omslag-kop']//ul[@class='steps']")
    assert len(stappen) == len(verwacht["omslag"])
    assert sum(len(lijst.xpath("./li")) for lijst in stappen) == sum(len(w["stappen"]) for w in verwacht["omslag"])


def oordeel(dossier, wie, naam, *, waarde, motivering="Dit is besproken."):
    return leg_feit_vast(dossier=dossier, actor=wie, naam=naam, waarde=waarde, motivering=motivering)


def test_de_gekozen_dagen_staan_in_het_adres_en_in_het_formulier(dossier, als):
    later = vandaag() + timedelta(weeks=81)

    blad = stand(als(Rol.CASEMANAGER), dossier.kenmerk, op=later.isoformat(), bekend_op=vandaag().isoformat())

    assert blad.xpath("//input[@name='op']/@value") == [later.isoformat()]
    assert blad.xpath("//input[@name='bekend_op']/@value") == [vandaag().isoformat()]
    kop = tekst(blad.xpath("//section[@aria-labelledby='stand-kop']")[0])
    assert f"op {datum(later)}, met wat op {datum(vandaag())} was vastgelegd" in kop
    oefendagen = [tekst(a) for a in blad.xpath("//ul[contains(@class,'chips')]//a")]
    eerste = vandaag() - timedelta(weeks=10)
    assert oefendagen[1:3] == [
        f"Einde van het eerste ziektejaar: {datum(eerste + timedelta(days=363))} (week 52)",
        f"Het verslag moet klaar zijn: {datum(eerste + timedelta(days=727 - 91))} (week 91)",
    ]


@pytest.mark.parametrize(
    ("vraag", "melding"),
    [
        ({"op": "31-2-2026"}, "Dit is geen dag die wij kunnen lezen. Schrijf bijvoorbeeld 24-3-2026."),
        ({"op": "2020-01-01"}, "Toen was de werknemer nog niet ziek. Kies een dag vanaf "),
        ({"bekend_op": "2020-01-01"}, "Toen was er nog niets vastgelegd. Kies een dag vanaf "),
        ({"bekend_op": "2149-01-01"}, "Die dag moet nog komen. Kies vandaag of een eerdere dag."),
    ],
)
def test_een_dag_die_niet_kan_krijgt_een_antwoord_en_blijft_staan(vraag, melding, dossier, als):
    blad = stand(als(Rol.CASEMANAGER), dossier.kenmerk, **vraag)

    ((veld, waarde),) = vraag.items()
    assert melding in tekst(blad.xpath(f"//*[@id='id_{veld}_error']")[0])
    assert blad.xpath(f"//input[@name='{veld}']/@value") == [waarde]
    assert blad.xpath("//@data-oordeel") == []


def test_wat_later_is_vastgelegd_was_eerder_niet_bekend_en_dan_is_er_niets_te_doen(dossier, als, actor):
    gisteren = vandaag() - timedelta(days=1)
    client = als(Rol.CASEMANAGER)
    knoppen = "//li[@data-norm='BKP-3-03']//a[contains(@class,'btn')]"

    nu = stand(client, dossier.kenmerk)
    toen = stand(client, dossier.kenmerk, bekend_op=vandaag().isoformat())
    niets = stand(client, dossier.kenmerk, bekend_op=gisteren.isoformat())

    assert nu.xpath(knoppen)
    assert toen.xpath("//@data-oordeel") == ["onbekend"]
    assert not toen.xpath(knoppen)
    assert not niets.xpath("//@data-oordeel")


def test_spreken_partijen_elkaar_tegen_dan_staan_beide_kanten_er_met_gever_dag_en_reden(dossier, als, actor):
    oordeel(dossier, actor(Rol.CASEMANAGER), "is_resultaat_bevredigend", waarde=True, motivering="Het werk past.")
    oordeel(dossier, actor(Rol.WERKGEVER), "is_resultaat_bevredigend", waarde=False, motivering="Het past niet.")

    (knoop,) = stand(als(Rol.WERKGEVER), dossier.kenmerk).xpath("//li[@data-norm='BKP-3-03']")

    assert knoop.get("data-uitkomst") == "onbekend"
    assert knoop.xpath("./details/@open") == [""]
    woorden = tekst(knoop)
    for deel in (
        "Partijen spreken elkaar hier tegen.",
        f"JaGegeven door: casemanager, vastgelegd op {datum(vandaag())}.",
        f"NeeGegeven door: werkgever, vastgelegd op {datum(vandaag())}.",
        "Waarom: Het werk past.",
        "Waarom: Het past niet.",
    ):
        assert deel in woorden


def test_een_oordeel_zonder_reden_staat_er_met_dat_het_niet_telt(dossier, als, actor):
    oordeel(dossier, actor(Rol.CASEMANAGER), "is_resultaat_bevredigend", waarde=True, motivering="")

    (knoop,) = stand(als(Rol.CASEMANAGER), dossier.kenmerk).xpath("//li[@data-norm='BKP-3-03']")

    assert "Zonder reden. Daarom telt dit niet mee." in tekst(knoop)


def test_een_vraag_noemt_wie_haar_beantwoordt_en_alleen_die_krijgt_de_knop(dossier, als):
    vraag = "//li[@data-norm='BKP-3-27']//div[@class='ask']"
    (bij_hr,) = stand(als(Rol.WERKGEVER), dossier.kenmerk).xpath(f"{vraag}[1]")[:1]
    assert "Te beantwoorden door: bedrijfsarts en arbodienst" in tekst(bij_hr)
    assert "U kunt dit in uw rol niet zelf vastleggen." in tekst(bij_hr)
    assert not bij_hr.xpath(".//a")


def test_wie_vanaf_de_stand_een_antwoord_vastlegt_komt_daar_terug(dossier, als):
    client = als(Rol.CASEMANAGER)
    (adres,) = stand(client, dossier.kenmerk).xpath("//li[@data-norm='BKP-3-03']/details/div/div[@class='ask']/a/@href")

    antwoord = client.post(
        adres, {"waarde": "ja", "van_wie_komt_het": "casemanager", "motivering": "Het werk past en blijft bestaan."}
    )

    assert antwoord.status_code == 302
    assert antwoord.url == reverse("web:stand", args=[dossier.kenmerk])
    assert stand(client, dossier.kenmerk).xpath("//@data-oordeel") == ["bevredigend"]


def test_terug_gaat_nooit_naar_een_ander_adres(dossier, als):
    adres = reverse("web:feit", args=[dossier.kenmerk, "is_resultaat_bevredigend"])
    blad = als(Rol.CASEMANAGER).get(adres, {"terug": "https://elders.example/"}).content.decode()
    assert "elders.example" not in blad.split("<main")[1]


def test_waar_een_ander_oordeelde_staat_bij_de_stap_wie_opnieuw_weegt_en_geen_knop(dossier, als, actor):
    oordeel(dossier, actor(Rol.CASEMANAGER), "is_resultaat_bevredigend", waarde=False)
    herstel = "//li[@data-norm='BKP-3-03']/details/div/div[@class='ask']"

    (bij_hr,) = stand(als(Rol.WERKGEVER), dossier.kenmerk).xpath(herstel)
    (bij_casemanager,) = stand(als(Rol.CASEMANAGER), dossier.kenmerk).xpath(herstel)

    assert "Eerder beoordeeld door: casemanager." in tekst(bij_hr)
    assert not bij_hr.xpath("./a")
    assert bij_casemanager.xpath("./a")


def test_een_gegeven_dat_een_rol_niet_mag_zien_wordt_geteld_en_niet_getoond(dossier, als, actor):
    client = als(Rol.WERKNEMER)
    leg_feit_vast(
        dossier=dossier,
        actor=actor(Rol.WERKNEMER),
        naam="verkorte_wachttijd_verzoeken",
        waarde={"gedaan_op": vandaag().isoformat()},
    )
    knoop = "//li[@data-norm='BKP-n2-03']"

    (bij_werknemer,) = stand(client, dossier.kenmerk).xpath(knoop)
    (bij_hr,) = stand(als(Rol.WERKGEVER), dossier.kenmerk).xpath(knoop)

    assert "Gevraagd op" in tekst(bij_werknemer)
    assert "Er telt nog een gegeven mee dat u in uw rol niet ziet." in tekst(bij_hr)
    assert "Gevraagd op" not in tekst(bij_hr)


def test_een_voorstel_dat_te_kaal_is_afgewezen_krijgt_een_beter_antwoord_en_geen_tweede_voorstel(dossier, als, actor):
    voorstel = {
        "gedaan_op": vandaag().isoformat(),
        "werk": "planner",
        "is_aanvaard": False,
        "is_afwijzing_onderbouwd": False,
    }
    feit = leg_feit_vast(dossier=dossier, actor=actor(Rol.CASEMANAGER), naam="werkvoorstellen", waarde=voorstel)
    oordeel(dossier, actor(Rol.CASEMANAGER), "zijn_mogelijkheden_in_beeld", waarde=True)
    knop = "//li[@data-norm='BKP-9-12']/details/div/div[@class='ask']/a/@href"
    client = als(Rol.CASEMANAGER)

    (adres,) = stand(client, dossier.kenmerk).xpath(knop)
    assert f"vervangt={feit.pk}" in adres
    antwoord = client.post(
        adres,
        {
            "gedaan_op": vandaag().isoformat(),
            "werk": "planner",
            "is_ingetrokken": "nee",
            "is_aanvaard": "nee",
            "is_afwijzing_onderbouwd": "ja",
            "motivering": "De redenen zijn opgeschreven.",
        },
    )
    assert antwoord.status_code == 302
    (knoop,) = stand(client, dossier.kenmerk).xpath("//li[@data-norm='BKP-9-12']")
    assert knoop.get("data-uitkomst") == "ja"

    leg_feit_vast(dossier=dossier, actor=actor(Rol.CASEMANAGER), naam="werkvoorstellen", waarde=voorstel)
    assert stand(client, dossier.kenmerk).xpath(knop) == [reverse("web:gegevens", args=[dossier.kenmerk])]
