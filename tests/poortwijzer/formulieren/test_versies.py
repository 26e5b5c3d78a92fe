"""Next versions, what differs between them, and what the parties say."""

import time

import pytest
from django.db import DatabaseError, transaction

from poortwijzer.formulieren.models import Formulier, Standpunt
from poortwijzer.formulieren.register import soort_van
from poortwijzer.formulieren.services import (
    ConceptOpen,
    IsConcept,
    NietDeGever,
    Standpuntfout,
    begin_concept,
    bewaar_concept,
    klopt_afdruk,
    laatste_standpunten,
    leg_standpunt_vast,
    maak_definitief,
    nieuwe_versie,
    ontbrekend,
    vergelijk,
)
from poortwijzer.formulieren.soort import LANGSTE_TEKST
from poortwijzer.formulieren.vergelijken import Stukjesoort, _delen, _woorden
from poortwijzer.kluis.envelop import Verzegeld
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def bijstelling(vastgesteld_plan, actoren):
    concept = nieuwe_versie(vastgesteld_plan, door=actoren[Rol.CASEMANAGER])
    anders = {
        "einddoel": "Weer gedeeltelijk werken in het eigen werk.",
        "aanleiding": "evaluatie",
        "activiteiten": [*concept.inhoud["activiteiten"][:1], {"activiteit": "Cursus", "wie": "werknemer"}],
    }
    return bewaar_concept(concept, anders, door=actoren[Rol.CASEMANAGER], verwachte_versie=0).formulier


def test_nieuwe_versie_van_een_plan_is_een_bijstelling_en_het_plan_blijft(vastgesteld_plan, actoren):
    nieuw = nieuwe_versie(vastgesteld_plan, door=actoren[Rol.CASEMANAGER])

    assert (nieuw.soort, nieuw.versienummer, nieuw.vorige_id) == ("bijstelling", 2, vastgesteld_plan.pk)
    assert not nieuw.is_definitief
    assert klopt_afdruk(Formulier.objects.get(pk=vastgesteld_plan.pk))


def test_nieuwe_versie_neemt_over_wat_gelijk_blijft_en_vraagt_eigen_woorden_opnieuw(vastgesteld_plan, actoren):
    nieuw = nieuwe_versie(vastgesteld_plan, door=actoren[Rol.CASEMANAGER])

    assert nieuw.inhoud["activiteiten"] == vastgesteld_plan.inhoud["activiteiten"]
    assert nieuw.inhoud["casemanager"] == "P. de Boer"
    assert not {"visie_werkgever", "visie_werknemer", "opgesteld_op", "overeenstemming"} & set(nieuw.inhoud)


def test_nieuwe_versie_bestaat_eenmaal(vastgesteld_plan, actoren):
    eerste = nieuwe_versie(vastgesteld_plan, door=actoren[Rol.CASEMANAGER])

    assert nieuwe_versie(vastgesteld_plan, door=actoren[Rol.WERKGEVER]).pk == eerste.pk


def test_naast_een_open_concept_komt_geen_tweede(vul, actoren):
    eerste = vul("evaluatie", {Rol.WERKGEVER: {"opgesteld_op": "2024-12-20", "conclusie": "voortzetten"}})
    redenen = {deel.sleutel: "Niet besproken." for deel in ontbrekend(eerste)}
    vast = maak_definitief(eerste, door=actoren[Rol.WERKGEVER], verwachte_versie=eerste.versie, redenen=redenen)
    begin_concept(dossier_id=vast.dossier_id, soort="evaluatie", door=actoren[Rol.WERKGEVER])

    with pytest.raises(ConceptOpen, match="Rond dat eerst af"):
        nieuwe_versie(vast, door=actoren[Rol.WERKGEVER])


def test_van_een_concept_is_geen_nieuwe_versie(plan, actoren):
    with pytest.raises(IsConcept):
        nieuwe_versie(plan, door=actoren[Rol.CASEMANAGER])


def test_een_bijstelling_beginnen_gaat_verder_op_het_laatste_plan(vastgesteld_plan, actoren):
    concept = begin_concept(dossier_id=vastgesteld_plan.dossier_id, soort="bijstelling", door=actoren[Rol.CASEMANAGER])

    assert concept.vorige_id == vastgesteld_plan.pk
    assert concept.inhoud["einddoel"] == "Weer volledig werken in het eigen werk."


def test_een_bijstelling_zonder_plan_begint_leeg(dossier, actoren):
    concept = begin_concept(dossier_id=dossier.pk, soort="bijstelling", door=actoren[Rol.CASEMANAGER])

    assert (concept.vorige, concept.inhoud) == (None, {})


def test_een_volgende_evaluatie_begint_leeg(vul, actoren):
    eerste = vul("evaluatie", {Rol.WERKGEVER: {"opgesteld_op": "2024-12-20", "conclusie": "voortzetten"}})
    redenen = dict.fromkeys(("gewerkte_uren", "voortgang", "volgende_evaluatie_op"), "Niet besproken.")
    maak_definitief(eerste, door=actoren[Rol.WERKGEVER], verwachte_versie=eerste.versie, redenen=redenen)

    tweede = begin_concept(dossier_id=eerste.dossier_id, soort="evaluatie", door=actoren[Rol.WERKGEVER])
    assert (tweede.inhoud, tweede.vorige) == ({}, None)


def test_vergelijken_zegt_per_veld_wat_er_anders_is(vastgesteld_plan, bijstelling):
    verschillen = {verschil.veld: verschil for verschil in vergelijk(vastgesteld_plan, bijstelling)}

    assert set(verschillen) == {
        "aanleiding",
        "opgesteld_op",
        "einddoel",
        "ingaat_op",
        "activiteiten",
        "visie_werkgever",
        "visie_werknemer",
        "overeenstemming",
    }
    doel = verschillen["einddoel"]
    assert [(stukje.soort, stukje.tekst.strip()) for stukje in doel.stukjes] == [
        (Stukjesoort.GELIJK, "Weer"),
        (Stukjesoort.WEG, "volledig"),
        (Stukjesoort.ERBIJ, "gedeeltelijk"),
        (Stukjesoort.GELIJK, "werken in het eigen werk."),
    ]
    rijen = [(stukje.soort, stukje.tekst.split(" · ")[0]) for stukje in verschillen["activiteiten"].stukjes]
    assert rijen == [
        (Stukjesoort.GELIJK, "Rooster aanpassen"),
        (Stukjesoort.WEG, "Twee halve dagen werken"),
        (Stukjesoort.ERBIJ, "Cursus"),
    ]
    assert verschillen["opgesteld_op"].oud == ("di 24 december 2024",)
    assert verschillen["opgesteld_op"].nieuw == ()


def test_stukjes_bij_elkaar_zijn_weer_de_teksten(vastgesteld_plan, bijstelling):
    for verschil in vergelijk(vastgesteld_plan, bijstelling):
        if verschil.veld == "activiteiten":
            continue
        oud = "".join(stukje.tekst for stukje in verschil.stukjes if stukje.soort != Stukjesoort.ERBIJ)
        nieuw = "".join(stukje.tekst for stukje in verschil.stukjes if stukje.soort != Stukjesoort.WEG)
        assert oud == "\n".join(verschil.oud)
        assert nieuw == "\n".join(verschil.nieuw)


@pytest.mark.parametrize("woord", ["a ", "na na na hey ", "x y x "])
def test_een_tekst_vol_herhaling_houdt_niemand_op(woord):
    """Ten thousand characters of one word again and again took seconds per field."""
    aantal = LANGSTE_TEKST // len(woord)
    oud, nieuw = _woorden([woord * aantal]), _woorden(["b " + woord * aantal + "c"])
    begin = time.process_time()

    stukjes = list(_delen(oud, nieuw, lijm=""))

    assert time.process_time() - begin < 1
    assert "".join(stukje.tekst for stukje in stukjes if stukje.soort != Stukjesoort.ERBIJ) == "".join(oud)
    assert "".join(stukje.tekst for stukje in stukjes if stukje.soort != Stukjesoort.WEG) == "".join(nieuw)


def test_een_stuk_verschilt_niet_van_zichzelf(vastgesteld_plan):
    assert vergelijk(vastgesteld_plan, vastgesteld_plan) == ()


# --- what the parties say ---------------------------------------------------------------------------------


def test_later_standpunt_komt_naast_het_eerdere(vastgesteld_plan, actoren):
    werknemer = actoren[Rol.WERKNEMER]
    for keuze, woorden in ((Standpunt.Keuze.ONEENS, "Te snel."), (Standpunt.Keuze.EENS, "")):
        leg_standpunt_vast(
            vastgesteld_plan, partij=Rol.WERKNEMER, standpunt=keuze, eigen_woorden=woorden, door=werknemer
        )

    assert [standpunt.standpunt for standpunt in vastgesteld_plan.standpunten.all()] == ["oneens", "eens"]
    assert [standpunt.standpunt for standpunt in laatste_standpunten(vastgesteld_plan)] == ["eens"]


def test_database_weigert_een_standpunt_te_wijzigen_of_te_wissen(vastgesteld_plan, actoren):
    leg_standpunt_vast(
        vastgesteld_plan, partij=Rol.WERKNEMER, standpunt=Standpunt.Keuze.EENS, door=actoren[Rol.WERKNEMER]
    )

    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Standpunt.objects.update(standpunt=Verzegeld(b"\x01" * 100))
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Standpunt.objects.all()._raw_delete("default")
    assert Standpunt.objects.get().standpunt == "eens"


def test_niet_bereikbaar_zegt_een_ander_met_een_reden(vastgesteld_plan, actoren):
    def zeg(rol, woorden):
        return leg_standpunt_vast(
            vastgesteld_plan,
            partij=Rol.WERKNEMER,
            standpunt=Standpunt.Keuze.NIET_BEREIKBAAR,
            eigen_woorden=woorden,
            door=actoren[rol],
        )

    with pytest.raises(Standpuntfout, match="waarom"):
        zeg(Rol.CASEMANAGER, " ")
    with pytest.raises(NietDeGever, match="bereikbaar"):
        zeg(Rol.WERKNEMER, "Ik ben er niet.")
    assert zeg(Rol.CASEMANAGER, "Drie keer gebeld.").eigen_woorden == "Drie keer gebeld."


def test_een_standpunt_is_van_een_partij_die_is_gevraagd_en_over_een_vast_stuk(plan, vastgesteld_plan, actoren):
    with pytest.raises(NietDeGever):
        leg_standpunt_vast(
            vastgesteld_plan, partij=Rol.BEDRIJFSARTS, standpunt=Standpunt.Keuze.EENS, door=actoren[Rol.BEDRIJFSARTS]
        )
    concept = nieuwe_versie(vastgesteld_plan, door=actoren[Rol.CASEMANAGER])
    with pytest.raises(IsConcept):
        leg_standpunt_vast(concept, partij=Rol.WERKNEMER, standpunt=Standpunt.Keuze.EENS, door=actoren[Rol.WERKNEMER])
    with pytest.raises(Standpuntfout, match="te lang"):
        leg_standpunt_vast(
            vastgesteld_plan,
            partij=Rol.WERKNEMER,
            standpunt=Standpunt.Keuze.ONEENS,
            eigen_woorden="x" * 10_001,
            door=actoren[Rol.WERKNEMER],
        )


@pytest.mark.parametrize("soort", ["plan_van_aanpak", "probleemanalyse"])
def test_een_stuk_van_voor_een_nieuwe_vorm_houdt_zijn_eigen_vragen(soort, vul, antwoorden, actoren):
    """What was begun on the first form is frozen and read on it; only its next version has the new questions."""
    wie = Rol.BEDRIJFSARTS if soort == "probleemanalyse" else Rol.CASEMANAGER
    inhoud = antwoorden.analyse if soort == "probleemanalyse" else antwoorden.plan
    oude_vragen = {veld.naam for veld in soort_van(soort, 1).velden()}
    nieuw = {veld.naam for veld in soort_van(soort).velden()} - oude_vragen
    concept = vul(soort, {wie: {naam: waarde for naam, waarde in inhoud.items() if naam in oude_vragen}})
    concept.vormversie = 1
    concept.save()

    leeg = {leemte.sleutel: "Dit is niet gevraagd." for leemte in ontbrekend(concept)}
    assert not nieuw & {sleutel.partition(".")[0] for sleutel in leeg}
    vast = maak_definitief(concept, door=actoren[wie], verwachte_versie=concept.versie, redenen=leeg)
    gelezen = Formulier.objects.get(pk=vast.pk)
    assert klopt_afdruk(gelezen)
    assert {veld.naam for veld in gelezen.vorm.velden()} == oude_vragen
    assert nieuw <= {veld.naam for veld in nieuwe_versie(gelezen, door=actoren[wie]).vorm.velden()}
