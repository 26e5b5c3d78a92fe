"""What the bedrijfsarts tells the employer: five things, shown before they are sent, and a percentage under lock."""

import re

import pytest
from django.urls import reverse

from poortnormen.feiten import FEITEN
from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier
from poortwijzer.dossiers.actions import (
    begin_nieuwe_versie,
    begin_stuk,
    bewaar_stuk,
    leg_feit_vast,
    stel_stuk_vast,
)
from poortwijzer.dossiers.meekijken import als_rol
from poortwijzer.dossiers.queries import dossierbeeld
from poortwijzer.formulieren.register import soort_van, soorten
from poortwijzer.formulieren.soort import Veldtype
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.models import Medischeregel
from poortwijzer.tekstwacht.wacht import Bewaargrond, MedischeWoorden, bevestigd
from poortwijzer.toegang.beleid import leesbare_delen
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.een_database("sqlite")

SOORT = "terugkoppeling"
MATE = "mate_arbeidsongeschiktheid"
# What the bedrijfsarts may tell according to the AP, and the answers in which it is told.
MAG_VERTELLEN = {
    "werk dat niet meer kan": ("kan_niet", Veldtype.LANGE_TEKST),
    "werk dat nog kan": ("kan_wel", Veldtype.LANGE_TEKST),
    "verwachte duur": ("verwachte_duur", Veldtype.TEKST),
    "mate van arbeidsongeschiktheid": (MATE, Veldtype.PERCENTAGE),
    "aanpassingen en interventies": ("aanpassingen", Veldtype.LANGE_TEKST),
}
WERKGEVERSKANT = (Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE)
LEZERS = [rol for rol in Rol if Deel.TERUGKOPPELING in leesbare_delen(rol)]
INHOUD = {"kan_niet": "geen deadlines", "kan_wel": "4 uur per dag", "verwachte_duur": "8 weken", MATE: "37,5"}


@pytest.fixture
def arts(actor):
    return actor(Rol.BEDRIJFSARTS)


@pytest.fixture
def concept(dossier, arts):
    """Give a function that makes a draft with these answers."""

    def maak(**velden):
        stuk = begin_stuk(dossier=dossier, actor=arts, soort=SOORT)
        wat = {"gegeven_op": vandaag().isoformat(), **INHOUD, **velden}
        bewaard = bewaar_stuk(
            dossier=dossier, actor=arts, stuk_id=stuk.pk, wijzigingen=wat, verwachte_versie=stuk.versie
        )
        assert not bewaard.geweigerd
        return bewaard.formulier

    return maak


def stel_vast(dossier, arts, stuk):
    return stel_stuk_vast(dossier=dossier, actor=arts, stuk_id=stuk.pk, verwachte_versie=stuk.versie)


def beeld(actor, dossier):
    return dossierbeeld(actor, access_dossier(actor, dossier.kenmerk, deel=Deel.TIJDLIJN)).terugkoppeling


@pytest.mark.norm("AVG-AP-3", waar="poortwijzer.formulieren.register.soort_van")
def test_het_formulier_vraagt_precies_wat_de_werkgever_mag_weten():
    vorm = soort_van(SOORT)

    velden = {veld.naam: veld.type for veld in vorm.velden()}
    assert velden == {"gegeven_op": Veldtype.DATUM, **dict(MAG_VERTELLEN.values())}
    assert vorm.vaststellers == (Rol.BEDRIJFSARTS,)
    for veld in vorm.velden():
        assert veld.gevers == (Rol.BEDRIJFSARTS,), f"{veld.naam}: only the bedrijfsarts knows this"


@pytest.mark.norm("AVG-AP-3", waar="poortwijzer.toegang.delen.HANDELINGEN_OP")
def test_er_kan_geen_bestand_bij(dossier, als):
    """What is uploaded beside it could be the whole list of capacities, which is medical."""
    adres = reverse("web:bijlage_nieuw", args=[dossier.kenmerk])
    assert 'value="probleemanalyse"' in (pagina := als(Rol.BEDRIJFSARTS).get(adres).content.decode())
    assert 'value="terugkoppeling"' not in pagina


@pytest.mark.norm("AVG-AP-3", waar="poortwijzer.toegang.beleid.BELEID")
@pytest.mark.parametrize("rol", WERKGEVERSKANT)
def test_de_werkgever_kan_de_mate_nergens_invullen(rol, dossier, concept, actor):
    """The lock: no question, no fact, no draft and no document that this side fills in has it."""
    stuk = concept()

    for soort in soorten().values():
        for veld in soort.velden():
            if rol in veld.gevers:
                assert "arbeidsongeschikt" not in f"{veld.naam} {veld.label}".lower(), f"{soort.soort}.{veld.naam}"
    van_arts = {MATE} & set(FEITEN)
    assert not van_arts, "a fact could be recorded beside the document"
    for doe in (
        lambda: begin_stuk(dossier=dossier, actor=actor(rol), soort=SOORT),
        lambda: bewaar_stuk(
            dossier=dossier, actor=actor(rol), stuk_id=stuk.pk, wijzigingen={MATE: "80"}, verwachte_versie=stuk.versie
        ),
        lambda: stel_vast(dossier, actor(rol), stuk),
        lambda: leg_feit_vast(
            dossier=dossier,
            actor=actor(rol),
            naam="stukken",
            waarde={"soort": SOORT, "opgesteld_op": vandaag().isoformat()},
        ),
    ):
        with pytest.raises((GeenToegang, NietGevonden)):
            doe()


@pytest.mark.norm("AVG-AP-3", waar="poortwijzer.dossiers.queries.dossierblad.dossierbeeld")
@pytest.mark.parametrize("rol", LEZERS)
def test_de_mate_blijft_op_slot_tot_de_bedrijfsarts_zich_uitspreekt(rol, dossier, concept, actor, als):
    """Nothing given, then a draft, then frozen: only the last one opens it."""
    adres = reverse("web:dossier", args=[dossier.kenmerk])
    browser = als(rol)
    assert beeld(actor(rol), dossier).mate == ""
    assert "op slot" in browser.get(adres).content.decode()

    stuk = concept()
    if rol is not Rol.BEDRIJFSARTS:
        pagina = browser.get(adres).content.decode()
        assert "op slot" in pagina
        assert "37,5" not in pagina
        assert "37.5" not in pagina
    assert beeld(actor(rol), dossier).mate == ""

    stel_vast(dossier, actor(Rol.BEDRIJFSARTS), stuk)
    pagina = browser.get(adres).content.decode()
    assert beeld(actor(rol), dossier).mate == "37,5%"
    assert "37,5%" in pagina
    assert "op slot" not in pagina


def test_zegt_de_bedrijfsarts_later_niets_over_de_mate_dan_is_zij_weer_op_slot(dossier, concept, actor, arts):
    """The last report counts: what it does not say, nobody knows now."""
    eerst = stel_vast(dossier, arts, concept())
    nieuw = begin_nieuwe_versie(dossier=dossier, actor=arts, stuk_id=eerst.pk)
    assert MATE not in nieuw.inhoud, "asked again each time"
    wat = {"gegeven_op": vandaag().isoformat(), "kan_wel": "6 uur per dag"}
    bewaard = bewaar_stuk(dossier=dossier, actor=arts, stuk_id=nieuw.pk, wijzigingen=wat, verwachte_versie=0)
    assert beeld(actor(Rol.CASEMANAGER), dossier).mate == "37,5%"
    stel_vast(dossier, arts, bewaard.formulier)

    assert beeld(actor(Rol.CASEMANAGER), dossier).mate == ""


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in LEZERS])
def test_wie_de_terugkoppeling_niet_leest_ziet_de_mate_niet(rol, dossier, concept, actor, arts):
    stel_vast(dossier, arts, concept())
    eigen = dossierbeeld(arts, access_dossier(arts, dossier.kenmerk, deel=Deel.TIJDLIJN))

    assert als_rol(eigen, rol).terugkoppeling is None
    with pytest.raises((GeenToegang, NietGevonden)):
        access_dossier(actor(rol), dossier.kenmerk, deel=Deel.TERUGKOPPELING)


@pytest.mark.norm("AVG-AP-3", waar="poortwijzer.web.stuklezen.vooruitblik")
def test_voor_het_versturen_staat_er_precies_wat_werkgever_en_werknemer_lezen(dossier, concept, als):
    stuk = concept(aanpassingen="een stoel met armsteunen")
    arts = als(Rol.BEDRIJFSARTS)
    adres = reverse("web:stuk_vaststellen", args=[dossier.kenmerk, stuk.pk])

    vooraf = arts.get(adres).content.decode()
    assert "Dit leest straks: werkgever (HR) en werknemer" in vooraf
    (blik,) = re.findall(r'<section class="card" aria-labelledby="vooruit-1">(.*?)</section>', vooraf, re.DOTALL)
    arts.post(adres, {"versie": stuk.versie})

    antwoorden = ("geen deadlines", "4 uur per dag", "8 weken", "37,5%", "een stoel met armsteunen")
    for rol in (Rol.WERKGEVER, Rol.WERKNEMER):
        gelezen = als(rol).get(reverse("web:stuk", args=[dossier.kenmerk, stuk.pk])).content.decode()
        for antwoord in antwoorden:
            assert antwoord in blik, antwoord
            assert antwoord in gelezen, f"{rol} {antwoord}"


@pytest.mark.norm("AVG-AP-3", waar="poortwijzer.tekstwacht.wacht.gronden_voor")
@pytest.mark.parametrize("veld", ["kan_niet", "kan_wel", "verwachte_duur", "aanpassingen"])
def test_een_ziekte_in_een_van_de_vijf_houdt_het_versturen_tegen(veld, dossier, concept, arts):
    tekst = "kan niets door een burn-out"
    for grond in (None, Bewaargrond.ANDERS_ONJUIST, Bewaargrond.WET_VRAAGT_DIT, Bewaargrond.EIGEN_WOORDEN):
        with bevestigd(grond), pytest.raises(MedischeWoorden):
            concept(**{veld: tekst})
    with bevestigd(Bewaargrond.NAAM):
        stuk = concept(**{veld: tekst})

    with pytest.raises(MedischeWoorden) as gevraagd:
        stel_vast(dossier, arts, stuk)
    assert [vondst.woord for vondst in gevraagd.value.vondsten] == ["burn-out"]
    assert beeld(arts, dossier).stuk_id is None
    for grond in (Bewaargrond.ANDERS_ONJUIST, Bewaargrond.WET_VRAAGT_DIT, Bewaargrond.EIGEN_WOORDEN):
        with bevestigd(grond), pytest.raises(MedischeWoorden):
            stel_vast(dossier, arts, stuk)
    with bevestigd(Bewaargrond.NAAM):
        stel_vast(dossier, arts, stuk)
    regels = Auditregel.objects.filter(handeling=Handeling.MEDISCHE_WOORDEN_BEVESTIGEN)
    assert {(rij.onderdeel, rij.reden, rij.doel) for rij in regels} == {(SOORT, "naam", "diagnose")}
    assert len(regels) == 2, "for the draft, and for sending it"


def test_de_bedrijfsarts_leest_iets_anders_dan_de_werkgever_en_krijgt_de_weg_naar_het_medisch_dossier(
    dossier, concept, als
):
    with bevestigd(Bewaargrond.NAAM):
        stuk = concept(aanpassingen="fysiotherapie voor een hernia")

    adres = reverse("web:stuk_vaststellen", args=[dossier.kenmerk, stuk.pk])
    antwoord = als(Rol.BEDRIJFSARTS).post(adres, {"versie": stuk.versie})
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "valt onder uw beroepsgeheim" in pagina
    assert "Een werkgever mag niet opschrijven" not in pagina
    assert reverse("web:medisch_nieuw", args=[dossier.kenmerk]) in pagina
    assert str(Bewaargrond.ANDERS_ONJUIST) not in pagina
    assert not Medischeregel.objects.exists()
    assert not dossier.formulieren.get(soort=SOORT).is_definitief


def test_zonder_iets_over_werk_of_duur_staat_er_wat_ontbreekt(dossier, als, arts):
    stuk = begin_stuk(dossier=dossier, actor=arts, soort=SOORT)
    pagina = als(Rol.BEDRIJFSARTS).get(reverse("web:stuk_vaststellen", args=[dossier.kenmerk, stuk.pk]))

    tekst = pagina.content.decode()
    for leemte in ("De dag van de terugkoppeling", "wat de werknemer wel of niet kan", "hoe lang het naar verwachting"):
        assert leemte in tekst
