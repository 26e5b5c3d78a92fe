"""The points that the source gives to weigh: on the form of a judgement, at its question, and in the record."""

import pytest
from django.urls import reverse
from lxml import html

from poortnormen.weegpunten import punten_bij, weegvragen
from poortwijzer.dossiers.actions import leg_feit_vast
from poortwijzer.dossiers.facts import kern_dossier
from poortwijzer.dossiers.models import Feit
from poortwijzer.dossiers.queries import te_wegen_punten
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.een_database("sqlite")

VRAAG, GROOT = "is_intern_werk_gezocht", "punt-BKP-9-40"


def adres(naam: str, dossier, *meer: object) -> str:
    return reverse(f"web:{naam}", args=[dossier.kenmerk, *meer])


def tekst(element) -> str:
    return " ".join(element.text_content().split())


def blad(client, url: str):
    return html.document_fromstring(client.get(url).content)


@pytest.fixture
def gegeven(dossier, als):
    """The employer said yes, and lets a point play a part that pleads for no."""
    klant = als(Rol.WERKGEVER)
    velden = {"waarde": "ja", "motivering": "Op drie afdelingen is gezocht.", GROOT: "speelt_mee"}
    velden |= {"punt-BKP-8-05": "speelt_mee", "punt-BKP-9-41": "weet_ik_niet", "van_wie_komt_het": "werkgever"}
    antwoord = klant.post(adres("feit", dossier, VRAAG), velden)
    assert antwoord.status_code == 302, antwoord.content.decode()
    return Feit.objects.get(dossier=dossier, naam=VRAAG)


def test_het_formulier_vraagt_per_punt_of_het_meespeelt(dossier, als):
    pagina = blad(als(Rol.WERKGEVER), adres("feit", dossier, VRAAG))

    punten = pagina.xpath("//select[starts-with(@name,'punt-')]/@name")
    assert punten == [f"punt-{punt.norm}" for punt in punten_bij(VRAAG)]
    (groot,) = pagina.xpath(f"//select[@name='{GROOT}']")
    assert [tekst(keuze) for keuze in groot] == ["–", "Speelt mee", "Speelt niet", "Weet ik niet"]
    hulp = tekst(pagina.xpath(f"//*[@id='id_{GROOT}_helptext']")[0])
    assert hulp == "Pleit voor nee. Hierdoor is er meer te vragen van de werkgever. (BKP-9-40)"


def test_een_vraag_zonder_punten_heeft_geen_lijst(dossier, als):
    pagina = blad(als(Rol.WERKGEVER), adres("feit", dossier, "is_werk_blijvend"))

    assert not pagina.xpath("//select[starts-with(@name,'punt-')]|//*[@name='tegenwicht']")


@pytest.mark.parametrize("vraag", [naam for naam, vraag in weegvragen().items() if not vraag.legt_vast])
def test_over_de_medische_kant_legt_het_formulier_per_punt_niets_vast(vraag, dossier, actor):
    """Which point plays a part there could tell of an illness or a treatment."""
    assert punten_bij(vraag)
    assert te_wegen_punten(actor(Rol.BEDRIJFSARTS), dossier, vraag) == ()


def test_een_punt_met_een_voorwaarde_verdwijnt_als_die_niet_geldt(dossier, als, actor):
    klant, url = als(Rol.WERKGEVER), adres("feit", dossier, "werkte_werknemer_genoeg_mee")
    veld = "//select[@name='punt-BKP-11-12']"
    (onbekend,) = blad(klant, url).xpath("//*[@id='id_punt-BKP-11-12_helptext']")
    assert "Dit telt bij een tijdelijk contract." in tekst(onbekend)

    wie = {"dossier": dossier, "actor": actor(Rol.WERKGEVER), "naam": "dienstverband"}
    vast = leg_feit_vast(**wie, waarde={"begin": "2020-01-01"})
    assert not blad(klant, url).xpath(veld)

    tijdelijk = {"begin": "2020-01-01", "einde": "2031-01-01"}
    leg_feit_vast(**wie, waarde=tijdelijk, vervangt=vast.pk, motivering="Het is een tijdelijk contract.")
    assert blad(klant, url).xpath(veld)
    (bekend,) = blad(klant, url).xpath("//*[@id='id_punt-BKP-11-12_helptext']")
    assert "Dit telt" not in tekst(bekend)


def test_wat_is_gewogen_staat_bij_het_oordeel_en_bij_de_gegevens(gegeven, dossier, als):
    assert gegeven.weging == {
        "punten": [
            {"norm": "BKP-8-05", "weegt": "speelt_mee"},
            {"norm": "BKP-9-40", "weegt": "speelt_mee"},
            {"norm": "BKP-9-41", "weegt": "weet_ik_niet"},
        ],
        "tegenwicht": "",
    }
    pagina = blad(als(Rol.WERKNEMER), adres("stand", dossier))
    (punt,) = pagina.xpath("//li[@data-norm='BKP-4c-05']//li[@data-punt='BKP-9-40']")
    assert "Werkgever: speelt mee" in tekst(punt)
    (vraag,) = pagina.xpath("//li[@data-norm='BKP-4c-05']")
    zin = "Werkgever antwoordt ja, maar laat ook meespelen wat daartegen pleit (BKP-9-40)."
    assert zin in tekst(vraag)
    assert "Speelt mee: Het bedrijf is groot" in tekst(blad(als(Rol.WERKNEMER), adres("gegevens", dossier)).body)


def test_met_een_uitleg_erbij_verdwijnt_de_opmerking(gegeven, dossier, als):
    klant, url = als(Rol.WERKGEVER), f"{adres('feit', dossier, VRAAG)}?vervangt={gegeven.pk}"
    pagina = blad(klant, url)
    assert pagina.xpath(f"//select[@name='{GROOT}']/option[@selected]/@value") == ["speelt_mee"]

    velden = {"waarde": "ja", "motivering": "Het stond er niet bij.", GROOT: "speelt_mee"}
    velden |= {"tegenwicht": "Alle plekken waren bezet.", "van_wie_komt_het": "werkgever"}
    assert klant.post(url, velden).status_code == 302

    vraag = tekst(blad(klant, adres("stand", dossier)).xpath("//li[@data-norm='BKP-4c-05']")[0])
    assert "daartegen pleit" not in vraag
    assert "Waarom dat minder weegt: Alle plekken waren bezet." in tekst(blad(klant, adres("gegevens", dossier)).body)


def test_wat_bij_de_punten_is_getypt_blijft_staan_na_een_fout(dossier, als):
    velden = {"waarde": "ja", "motivering": "", GROOT: "speelt_niet", "tegenwicht": "Mijn uitleg."}
    antwoord = als(Rol.WERKGEVER).post(adres("feit", dossier, VRAAG), velden)

    assert antwoord.status_code == 422
    pagina = html.document_fromstring(antwoord.content)
    assert pagina.xpath(f"//select[@name='{GROOT}']/option[@selected]/@value") == ["speelt_niet"]
    assert pagina.xpath("//textarea[@name='tegenwicht']")[0].text.strip() == "Mijn uitleg."
    assert not Feit.objects.filter(dossier=dossier, naam=VRAAG).exists()


def test_toelichting_staat_bij_haar_vraag(dossier, als):
    pagina = blad(als(Rol.WERKGEVER), adres("stand", dossier))

    (regel,) = pagina.xpath("//li[@data-norm='BKP-n2-03']/details/div//dd[@data-toelichting='BKP-n2-02']")
    assert "IVA-uitkering" in tekst(regel)


def test_een_weging_komt_mee_in_het_bestand_van_het_dossier(gegeven, dossier):
    (feit,) = (een for een in kern_dossier(dossier).feiten if een.naam == VRAAG)

    assert feit.weging is not None
    assert [(punt.norm, punt.weegt.value) for punt in feit.weging.punten][1] == ("BKP-9-40", "speelt_mee")
