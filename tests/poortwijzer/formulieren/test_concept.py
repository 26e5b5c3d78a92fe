"""Drafts: partial saves lose nothing, people do not overwrite each other, and each party writes its own fields."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from poortwijzer.formulieren.feiten import feiten_uit
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.services import (
    ConceptGewijzigd,
    NietDeGever,
    begin_concept,
    bevestig_dictaat,
    bewaar_concept,
    maak_definitief,
    mag_vaststellen,
    ontbrekend,
)
from poortwijzer.slot.wie import werk
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def concept(dossier, actoren):
    return begin_concept(dossier_id=dossier.pk, soort="plan_van_aanpak", door=actoren[Rol.CASEMANAGER])


@pytest.fixture
def oordeel(dossier, actoren):
    return begin_concept(dossier_id=dossier.pk, soort="actueel_oordeel", door=actoren[Rol.BEDRIJFSARTS])


@pytest.fixture
def bewaar(actoren):
    def doe(formulier, antwoorden, rol=Rol.CASEMANAGER, versie=None, namens=None):
        gezien = Formulier.objects.get(pk=formulier.pk).versie if versie is None else versie
        return bewaar_concept(formulier, antwoorden, door=actoren[rol], verwachte_versie=gezien, namens=namens)

    return doe


def inhoud(formulier):
    return Formulier.objects.get(pk=formulier.pk).inhoud


def test_opnieuw_beginnen_geeft_hetzelfde_concept(concept, dossier, actoren):
    weer = begin_concept(dossier_id=dossier.pk, soort="plan_van_aanpak", door=actoren[Rol.WERKGEVER])

    assert weer.pk == concept.pk
    assert Formulier.objects.count() == 1


def test_onbekende_soort_of_onbekend_veld_bestaat_niet(dossier, actoren, concept, bewaar):
    with pytest.raises(KeyError):
        begin_concept(dossier_id=dossier.pk, soort="ontslagbrief", door=actoren[Rol.WERKGEVER])
    with pytest.raises(KeyError):
        bewaar(concept, {"diagnose": "x"})


def test_deel_bewaren_laat_de_andere_velden_staan(concept, bewaar):
    bewaar(concept, {"einddoel": "Terug in eigen werk", "casemanager": "P. de Boer"})
    bewaar(concept, {"einddoel": "Terug in ander werk"})

    assert inhoud(concept) == {"einddoel": "Terug in ander werk", "casemanager": "P. de Boer"}


def test_leeg_maken_haalt_het_antwoord_weg(concept, bewaar):
    bewaar(concept, {"einddoel": "Terug"})
    bewaar(concept, {"einddoel": "  "})

    assert inhoud(concept) == {}


def test_twee_keer_hetzelfde_bewaren_verandert_niets(concept, bewaar):
    eerste = bewaar(concept, {"einddoel": "Terug"}).formulier.versie

    assert bewaar(concept, {"einddoel": "Terug"}).formulier.versie == eerste


def test_wat_niet_te_lezen_is_blijft_staan_zoals_het_is_getypt(concept, bewaar):
    bewaar(concept, {"opgesteld_op": "32 maart", "activiteiten": [{"activiteit": "Bellen", "verwacht_op": "straks"}]})

    assert inhoud(concept) == {
        "opgesteld_op": "32 maart",
        "activiteiten": [{"activiteit": "Bellen", "verwacht_op": "straks"}],
    }
    assert {deel.sleutel for deel in ontbrekend(Formulier.objects.get())} >= {
        "opgesteld_op",
        "activiteiten-0-verwacht_op",
    }


def test_twee_mensen_mogen_tegelijk_verschillende_velden_bewaren(concept, bewaar):
    bewaar(concept, {"einddoel": "Terug"}, versie=0)
    bewaar(concept, {"visie_werknemer": "Graag"}, rol=Rol.WERKNEMER, versie=0)

    assert inhoud(concept) == {"einddoel": "Terug", "visie_werknemer": "Graag"}


def test_botsing_op_hetzelfde_veld_geeft_beide_teksten_en_bewaart_niets(concept, bewaar):
    bewaar(concept, {"einddoel": "Van de een"}, versie=0)

    with pytest.raises(ConceptGewijzigd) as fout:
        bewaar(concept, {"einddoel": "Van de ander", "casemanager": "J. Smit"}, rol=Rol.WERKGEVER, versie=0)

    assert fout.value.eigen == {"einddoel": "Van de ander"}
    assert fout.value.opgeslagen == {"einddoel": "Van de een"}
    assert fout.value.versie == 1
    assert inhoud(concept) == {"einddoel": "Van de een"}
    # Who then chooses, saves with the version that the conflict gave.
    bewaar(concept, {"einddoel": "Van beiden"}, rol=Rol.WERKGEVER, versie=fout.value.versie)
    assert inhoud(concept) == {"einddoel": "Van beiden"}


def test_ongewijzigd_terugsturen_overschrijft_het_nieuwere_van_een_ander_niet(concept, bewaar):
    bewaar(concept, {"einddoel": "Eerst"})
    gezien = Formulier.objects.get().versie
    bewaar(concept, {"einddoel": "Nieuwer"})

    bewaar(concept, {"einddoel": "Eerst", "casemanager": "P. de Boer"}, rol=Rol.WERKGEVER, versie=gezien)
    assert inhoud(concept) == {"einddoel": "Nieuwer", "casemanager": "P. de Boer"}


def test_leeg_terugsturen_van_wat_leeg_was_overschrijft_niets(concept, bewaar):
    bewaar(concept, {"einddoel": "Nieuw"}, versie=0)
    bewaar(concept, {"einddoel": "", "casemanager": "P. de Boer"}, rol=Rol.WERKGEVER, versie=0)

    assert inhoud(concept) == {"einddoel": "Nieuw", "casemanager": "P. de Boer"}


@pytest.mark.norm("PRG-4-2-2", waar="poortwijzer.formulieren.services.concept.bewaar_concept")
@pytest.mark.parametrize(
    ("veld", "mag", "mag_niet"),
    [
        ("visie_werkgever", Rol.WERKGEVER, Rol.WERKNEMER),
        ("visie_werkgever", Rol.LEIDINGGEVENDE, Rol.CASEMANAGER),
        ("visie_werknemer", Rol.WERKNEMER, Rol.WERKGEVER),
        ("visie_werknemer", Rol.WERKNEMER, Rol.CASEMANAGER),
        ("casemanager", Rol.CASEMANAGER, Rol.WERKNEMER),
        ("einddoel", Rol.WERKNEMER, Rol.BEDRIJFSARTS),
    ],
)
def test_alleen_de_gever_schrijft_in_een_veld(concept, bewaar, veld, mag, mag_niet):
    geweigerd = bewaar(concept, {veld: "Van een ander"}, rol=mag_niet).geweigerd
    assert [weigering.veld for weigering in geweigerd] == [veld]
    assert mag in geweigerd[0].gevers
    assert str(mag.label) in geweigerd[0].zin
    assert inhoud(concept) == {}

    assert bewaar(concept, {veld: "Van mijzelf"}, rol=mag).geweigerd == ()
    assert inhoud(concept) == {veld: "Van mijzelf"}


@pytest.mark.norm("PRG-6-1j", waar="poortwijzer.formulieren.services.concept.bewaar_concept")
@pytest.mark.parametrize(
    ("veld", "mag", "mag_niet"),
    [
        ("arbeidsrelatie_werkgever", Rol.WERKGEVER, Rol.BEDRIJFSARTS),
        ("arbeidsrelatie_bedrijfsarts", Rol.BEDRIJFSARTS, Rol.WERKGEVER),
        ("verloop", Rol.BEDRIJFSARTS, Rol.CASEMANAGER),
        ("beperkingen", Rol.BEDRIJFSARTS, Rol.WERKGEVER),
        ("mogelijkheden", Rol.BEDRIJFSARTS, Rol.WERKGEVER),
        ("passend_werk_bedrijfsarts", Rol.BEDRIJFSARTS, Rol.CASEMANAGER),
        ("passend_werk_werkgever", Rol.CASEMANAGER, Rol.BEDRIJFSARTS),
    ],
)
def test_i_j_en_k_komen_alleen_van_hun_eigen_afzender(oordeel, bewaar, veld, mag, mag_niet):
    assert [weigering.veld for weigering in bewaar(oordeel, {veld: "x"}, rol=mag_niet).geweigerd] == [veld]
    assert bewaar(oordeel, {veld: "Eigen oordeel."}, rol=mag).geweigerd == ()
    opgehaald = Formulier.objects.get()
    assert opgehaald.inhoud == {veld: "Eigen oordeel."}
    assert opgehaald.invullers == {veld: str(mag)}


def test_wat_wel_mag_blijft_bewaard_als_een_ander_veld_wordt_geweigerd(concept, bewaar):
    bewaring = bewaar(concept, {"einddoel": "Terug", "visie_werknemer": "Namens hem"}, rol=Rol.WERKGEVER)

    assert [weigering.veld for weigering in bewaring.geweigerd] == ["visie_werknemer"]
    assert inhoud(concept) == {"einddoel": "Terug"}


def test_ongewijzigd_meesturen_van_een_veld_van_een_ander_is_geen_poging(concept, bewaar):
    bewaar(concept, {"visie_werknemer": "Graag"}, rol=Rol.WERKNEMER)

    assert bewaar(concept, {"visie_werknemer": "Graag"}, rol=Rol.WERKGEVER).geweigerd == ()


# --- words that somebody else wrote down ------------------------------------------------------------------


def test_opgeschreven_woorden_tellen_pas_als_zij_zijn_bevestigd(plan, actoren, bewaar):
    bewaar(plan, {"visie_werknemer": "Hij wil terug."}, rol=Rol.CASEMANAGER, namens=Rol.WERKNEMER)
    vers = Formulier.objects.get()
    assert [(deel.sleutel, deel.norm) for deel in ontbrekend(vers)] == [("visie_werknemer.bevestiging", "PRG-4-2-2")]

    bevestigd = bevestig_dictaat(vers, namens=Rol.WERKNEMER, door=actoren[Rol.WERKNEMER])
    assert ontbrekend(bevestigd) == ()

    vast = maak_definitief(bevestigd, door=actoren[Rol.CASEMANAGER], verwachte_versie=bevestigd.versie, redenen={})
    assert feiten_uit(vast)[0].waarde["heeft_visie_werknemer"] is True


def test_niet_bevestigde_woorden_gelden_niet_als_visie(plan, actoren, bewaar):
    vers = bewaar(plan, {"visie_werknemer": "Hij wil terug."}, namens=Rol.WERKNEMER).formulier
    vast = maak_definitief(
        vers,
        door=actoren[Rol.CASEMANAGER],
        verwachte_versie=vers.versie,
        redenen={"visie_werknemer.bevestiging": "Niet meer gesproken."},
    )

    assert feiten_uit(vast)[0].waarde["heeft_visie_werknemer"] is False


def test_een_ander_bevestigt_alleen_met_hoe_het_is_gedaan(plan, actoren, bewaar):
    vers = bewaar(plan, {"visie_werknemer": "Hij wil terug."}, namens=Rol.WERKNEMER).formulier

    with pytest.raises(NietDeGever, match="hoe de tekst is bevestigd"):
        bevestig_dictaat(vers, namens=Rol.WERKNEMER, door=actoren[Rol.CASEMANAGER])
    bevestigd = bevestig_dictaat(
        vers, namens=Rol.WERKNEMER, door=actoren[Rol.CASEMANAGER], wijze="Handtekening op papier."
    )
    assert bevestigd.dictaten["visie_werknemer"]["wijze"] == "Handtekening op papier."


def test_zelf_schrijven_maakt_van_opgeschreven_woorden_eigen_woorden(plan, bewaar):
    bewaar(plan, {"visie_werknemer": "Hij wil terug."}, namens=Rol.WERKNEMER)
    eigen = bewaar(plan, {"visie_werknemer": "Ik wil terug."}, rol=Rol.WERKNEMER).formulier

    assert eigen.dictaten == {}


def test_namens_een_ander_schrijft_niemand_in_diens_andermans_velden(plan, bewaar):
    bewaring = bewaar(plan, {"visie_werkgever": "x"}, namens=Rol.WERKNEMER)

    assert [weigering.veld for weigering in bewaring.geweigerd] == ["visie_werkgever"]


@pytest.mark.norm("PRG-6-1l", waar="poortwijzer.formulieren.services.vaststellen.mag_vaststellen")
def test_oordeel_van_de_werknemer_is_van_de_werknemer_of_opgeschreven_en_bevestigd(dossier, actoren, bewaar):
    oordeel = begin_concept(dossier_id=dossier.pk, soort="oordeel_werknemer", door=actoren[Rol.WERKNEMER])
    antwoorden = {"opgesteld_op": "2024-12-24"} | {
        f"onderdeel_{letter}": {"standpunt": "eens"} for letter in "abcdefghijk"
    }

    assert len(bewaar(oordeel, antwoorden, rol=Rol.WERKGEVER).geweigerd) == 12
    assert inhoud(oordeel) == {}
    opgeschreven = bewaar(oordeel, antwoorden, rol=Rol.CASEMANAGER, namens=Rol.WERKNEMER).formulier
    assert not mag_vaststellen(opgeschreven, Rol.CASEMANAGER)
    bevestigd = bevestig_dictaat(opgeschreven, namens=Rol.WERKNEMER, door=actoren[Rol.WERKNEMER])
    assert mag_vaststellen(bevestigd, Rol.CASEMANAGER)
    assert mag_vaststellen(bevestigd, Rol.WERKNEMER)
    assert ontbrekend(bevestigd) == ()


@pytest.mark.django_db(transaction=True)
def test_wie_tegelijk_bewaren_verliezen_niets(concept, actoren):
    """Two people type at the same time, each in an own field, and every key stroke is saved."""

    def typ(rol, veld):
        versie = 0
        with werk("toets"):
            for nummer in range(10):
                bewaring = bewaar_concept(
                    concept, {veld: f"tekst {nummer}"}, door=actoren[rol], verwachte_versie=versie
                )
                versie = bewaring.formulier.versie
        connections.close_all()  # also of the key store

    with ThreadPoolExecutor(max_workers=2) as mensen:
        taken = [
            mensen.submit(typ, Rol.WERKGEVER, "visie_werkgever"),
            mensen.submit(typ, Rol.WERKNEMER, "visie_werknemer"),
        ]
        for taak in taken:
            taak.result()

    opgehaald = Formulier.objects.get()
    assert opgehaald.inhoud == {"visie_werkgever": "tekst 9", "visie_werknemer": "tekst 9"}
    assert opgehaald.versie == 20
