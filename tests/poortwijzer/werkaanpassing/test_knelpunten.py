"""The bottleneck form, three times: who fills in what, and what the manager can know of the employee's."""

from dataclasses import asdict, replace

import pytest
from django.db import DatabaseError, transaction
from trajectwereld import Trajectwereld

from poortnormen.bronnen.werkaanpassing.bevinding import Reden
from poortnormen.bronnen.werkaanpassing.soorten import Herkomst, Label, Variant
from poortnormen.bronnen.werkaanpassing.soorten import Rol as Kernrol
from poortwijzer import audit
from poortwijzer.dossiers.access import GeenToegang, NietGevonden
from poortwijzer.dossiers.actions import Conflict, Invoerfout
from poortwijzer.lib.zinnen import zin
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import Keuze
from poortwijzer.werkaanpassing.actions import (
    bevestig_lijst,
    bewaar_knelpunt,
    bewaar_lijst,
    geef_akkoord_op_knelpunt,
    stel_gezamenlijk_samen,
    verwijder_knelpunt,
    vraag_vrijgave,
)
from poortwijzer.werkaanpassing.lezen import Lijstinhoud, Regelinhoud, als_json, uit_json
from poortwijzer.werkaanpassing.models import Knelpuntregel, Lijst
from poortwijzer.werkaanpassing.poort import Tegengehouden

GEHEIM = "schulden"


def test_elke_partij_vult_apart_in_en_de_begeleider_leest_beide(wereld: Trajectwereld):
    wereld.knelpunt(wereld.werknemer, "lang zitten")
    wereld.knelpunt(wereld.leiding, "te weinig mensen")

    assert wereld.teksten(wereld.begeleider, Variant.WERKNEMER) == ["lang zitten"]
    assert wereld.teksten(wereld.begeleider, Variant.LEIDINGGEVENDE) == ["te weinig mensen"]
    assert wereld.teksten(wereld.werknemer, Variant.WERKNEMER) == ["lang zitten"]
    assert wereld.teksten(wereld.leiding, Variant.LEIDINGGEVENDE) == ["te weinig mensen"]


def test_de_leidinggevende_komt_niet_bij_de_lijst_van_de_werknemer(wereld: Trajectwereld):
    with pytest.raises(GeenToegang):
        wereld.lijst(wereld.leiding, Variant.WERKNEMER)


@pytest.mark.parametrize("rol", [Rol.WERKGEVER, Rol.CASEMANAGER, Rol.BEDRIJFSARTS, Rol.ARBODIENST])
@pytest.mark.parametrize("variant", list(Variant))
def test_wie_niet_meedoet_leest_geen_enkel_formulier(wereld: Trajectwereld, rol, variant):
    with pytest.raises((GeenToegang, NietGevonden)):
        wereld.lijst(wereld.actor(rol), variant)


def test_de_werknemer_leest_de_lijst_van_de_leidinggevende_pas_als_het_gesprek_samen_begint(wereld: Trajectwereld):
    wereld.knelpunt(wereld.werknemer, "lang zitten")
    wereld.knelpunt(wereld.leiding, "te weinig mensen")
    with pytest.raises(NietGevonden):
        wereld.lijst(wereld.werknemer, Variant.LEIDINGGEVENDE)

    wereld.bevestig_eigen_lijsten()
    wereld.open_samen()

    assert wereld.teksten(wereld.werknemer, Variant.LEIDINGGEVENDE) == ["te weinig mensen"]


@pytest.mark.parametrize("keuze", [None, Keuze.GEWEIGERD])
def test_wat_niet_is_vrijgegeven_staat_niet_op_het_gezamenlijke_formulier(wereld: Trajectwereld, keuze):
    wereld.geef_vrij(wereld.knelpunt(wereld.werknemer, "lang zitten"), "lang achter elkaar zitten")
    geheim = wereld.knelpunt(wereld.werknemer, GEHEIM, prioriteit=2, label=Label.FINANCIEEL)
    if keuze is not None:
        wereld.geef_vrij(geheim, GEHEIM, keuze)
    wereld.knelpunt(wereld.leiding, "te weinig mensen")
    wereld.bevestig_eigen_lijsten()
    wereld.open_samen()

    for lezer in (wereld.leiding, wereld.werknemer, wereld.begeleider):
        teksten = wereld.teksten(lezer, Variant.GEZAMENLIJK)
        assert sorted(teksten) == ["lang achter elkaar zitten", "te weinig mensen"]
    assert Knelpuntregel.objects.filter(lijst__variant=Variant.GEZAMENLIJK).count() == 2


def _ziet(wereld: Trajectwereld) -> object:
    """All that the manager can read of a trajectory, without the numbers of rows and the moments."""
    beeld = wereld.traject(wereld.leiding)
    samen = wereld.lijst(wereld.leiding, Variant.GEZAMENLIJK)
    regels = sorted(
        (asdict(rij.regel) | {"akkoord": rij.akkoord, "versie": rij.versie} for rij in samen.knelpunten), key=str
    )
    ronde = beeld.rondes[0]
    bevindingen = [(deel.code, zin(deel.uitleg)) for deel in ronde.bevindingen]
    return (regels, samen.versie, samen.inhoud, samen.vrijgegeven, bevindingen, ronde.versie, ronde.voorbereiding)


@pytest.mark.parametrize("aantal", [0, 1, 4])
def test_de_leidinggevende_merkt_niet_hoeveel_de_werknemer_voor_zich_houdt(nieuw_dossier, actor, aantal):
    """Two employees who differ only in what they kept: the manager reads the same, also the version of every row."""
    zien = []
    wereld = Trajectwereld(dossier=nieuw_dossier(10), actor=actor)
    wereld.begin()
    for nummer in range(aantal):
        wereld.knelpunt(
            wereld.werknemer, f"{GEHEIM} {nummer}", prioriteit=nummer + 1, hoofdtaak=f"geheime taak {nummer}"
        )
    vrij = wereld.knelpunt(wereld.werknemer, "lang zitten", prioriteit=aantal + 1)
    wereld.geef_vrij(vrij, "lang achter elkaar zitten")
    wereld.knelpunt(wereld.leiding, "te weinig mensen")
    wereld.bevestig_eigen_lijsten()
    wereld.open_samen()
    zien.append(_ziet(wereld))

    assert GEHEIM not in str(zien)
    assert "geheime taak" not in str(zien)
    ((regels, *rest),) = zien
    assert [regel["knelpunt"] for regel in regels] == ["te weinig mensen", "lang achter elkaar zitten"] or [
        regel["knelpunt"] for regel in regels
    ] == ["lang achter elkaar zitten", "te weinig mensen"]
    assert [regel["prioriteit"] for regel in regels] == [None, None]
    assert rest[0] == 1  # the joint form was made once, whatever went before it
    assert rest[2] is None


def test_een_klacht_gaat_niet_in_haar_eigen_woorden_naar_de_leidinggevende(wereld: Trajectwereld):
    klacht = wereld.knelpunt(wereld.werknemer, "mijn nek", label=Label.GEZONDHEID)

    with pytest.raises(Tegengehouden) as fout:
        wereld.doe(vraag_vrijgave, wereld.begeleider, regel_id=klacht.pk, woorden="Mijn nek doet pijn")

    assert [deel.code for deel in fout.value.bevindingen] == ["klacht_niet_omgezet"]
    assert fout.value.veld == "woorden"


def test_zonder_woorden_wordt_niets_gevraagd(wereld: Trajectwereld):
    regel = wereld.knelpunt(wereld.werknemer, "lang zitten")
    with pytest.raises(Invoerfout):
        wereld.doe(vraag_vrijgave, wereld.begeleider, regel_id=regel.pk, woorden="  ")


def test_intrekken_haalt_een_knelpunt_van_het_formulier_zolang_dat_niet_vaststaat(wereld: Trajectwereld):
    toestemming = wereld.geef_vrij(wereld.knelpunt(wereld.werknemer, "lang zitten"), "lang achter elkaar zitten")
    wereld.knelpunt(wereld.leiding, "te weinig mensen")
    wereld.bevestig_eigen_lijsten()
    wereld.open_samen()

    wereld.antwoord(toestemming, Keuze.INGETROKKEN)

    assert wereld.teksten(wereld.leiding, Variant.GEZAMENLIJK) == ["te weinig mensen"]
    wereld.antwoord(toestemming, Keuze.GEGEVEN)
    wereld.open_samen()
    assert sorted(wereld.teksten(wereld.leiding, Variant.GEZAMENLIJK)) == [
        "lang achter elkaar zitten",
        "te weinig mensen",
    ]


def test_intrekken_nadat_het_formulier_vaststaat_verandert_het_niet_en_wordt_getoond(wereld: Trajectwereld):
    regel = wereld.knelpunt(wereld.werknemer, "lang zitten")
    toestemming = wereld.geef_vrij(regel, "lang achter elkaar zitten")
    wereld.bevestig(wereld.werknemer, Variant.WERKNEMER)
    _leeg_bevestigd(wereld)
    wereld.open_samen()
    _maak_samen_af(wereld)

    wereld.antwoord(toestemming, Keuze.INGETROKKEN)

    assert wereld.teksten(wereld.leiding, Variant.GEZAMENLIJK) == ["lang achter elkaar zitten"]
    (eigen,) = wereld.lijst(wereld.werknemer, Variant.WERKNEMER).knelpunten
    assert eigen.vrijgave is Keuze.INGETROKKEN


def test_wat_over_hetzelfde_gaat_wordt_een_regel_en_na_intrekken_weer_die_van_de_leidinggevende(wereld: Trajectwereld):
    van_werknemer = wereld.knelpunt(wereld.werknemer, "lang zitten")
    toestemming = wereld.geef_vrij(van_werknemer, "lang achter elkaar zitten")
    van_leiding = wereld.knelpunt(wereld.leiding, "weinig beweging")
    wereld.bevestig_eigen_lijsten()
    wereld.open_samen(((van_werknemer.pk, van_leiding.pk),))

    (samen,) = wereld.lijst(wereld.leiding, Variant.GEZAMENLIJK).knelpunten
    assert (samen.regel.knelpunt, samen.regel.herkomst) == ("lang achter elkaar zitten", Herkomst.BEIDE)

    wereld.antwoord(toestemming, Keuze.INGETROKKEN)

    (over,) = wereld.lijst(wereld.leiding, Variant.GEZAMENLIJK).knelpunten
    assert (over.regel.knelpunt, over.regel.herkomst) == ("weinig beweging", Herkomst.LEIDINGGEVENDE)


def test_wat_later_is_vrijgegeven_komt_erbij_en_wat_er_stond_blijft(wereld: Trajectwereld):
    wereld.geef_vrij(wereld.knelpunt(wereld.werknemer, "lang zitten"), "lang achter elkaar zitten")
    later = wereld.knelpunt(wereld.werknemer, "haast", prioriteit=2)
    van_leiding = wereld.knelpunt(wereld.leiding, "drukte")
    wereld.bevestig_eigen_lijsten()
    wereld.open_samen()
    eerst = {beeld.regel.knelpunt: beeld.id for beeld in wereld.lijst(wereld.leiding, Variant.GEZAMENLIJK).knelpunten}

    wereld.geef_vrij(later, "haast aan de kassa")
    wereld.open_samen(((later.pk, van_leiding.pk),))

    nu = {beeld.regel.knelpunt: beeld.id for beeld in wereld.lijst(wereld.leiding, Variant.GEZAMENLIJK).knelpunten}
    assert set(nu) == {"lang achter elkaar zitten", "haast aan de kassa"}
    assert nu["lang achter elkaar zitten"] == eerst["lang achter elkaar zitten"]
    assert nu["haast aan de kassa"] == eerst["drukte"]


def test_het_gezamenlijke_formulier_begint_pas_als_beide_lijsten_bevestigd_zijn(wereld: Trajectwereld):
    wereld.knelpunt(wereld.werknemer, "lang zitten")
    wereld.bevestig(wereld.werknemer, Variant.WERKNEMER)

    with pytest.raises(Invoerfout) as fout:
        wereld.open_samen()

    assert "leidinggevende" in fout.value.melding
    assert not Lijst.objects.filter(variant=Variant.GEZAMENLIJK).exists()


def test_alleen_de_begeleider_opent_het_gezamenlijke_formulier(wereld: Trajectwereld):
    for partij in (wereld.werknemer, wereld.leiding):
        with pytest.raises(Invoerfout):
            wereld.doe(stel_gezamenlijk_samen, partij)


def test_de_begeleider_bevestigt_niets_en_geeft_geen_akkoord(wereld: Trajectwereld):
    wereld.vastgesteld_samen()
    for variant in Variant:
        with pytest.raises(GeenToegang):
            wereld.doe(bevestig_lijst, wereld.begeleider, variant=variant, verwachte_versie=0)
    (regel, _ander) = Knelpuntregel.objects.filter(lijst__variant=Variant.GEZAMENLIJK)
    with pytest.raises(GeenToegang):
        wereld.doe(geef_akkoord_op_knelpunt, wereld.begeleider, regel_id=regel.pk, is_akkoord=True)


def test_een_eigen_rangnummer_zet_alleen_de_partij_zelf(wereld: Trajectwereld):
    regel = wereld.knelpunt(wereld.werknemer, "lang zitten", prioriteit=None)
    inhoud = replace(uit_json(regel.inhoud, Regelinhoud), prioriteit=1)

    wereld.doe(bewaar_knelpunt, wereld.begeleider, variant=Variant.WERKNEMER, inhoud=inhoud, regel_id=regel.pk)
    assert wereld.lijst(wereld.werknemer, Variant.WERKNEMER).knelpunten[0].regel.prioriteit is None
    wereld.doe(bewaar_knelpunt, wereld.werknemer, variant=Variant.WERKNEMER, inhoud=inhoud, regel_id=regel.pk)
    assert wereld.lijst(wereld.werknemer, Variant.WERKNEMER).knelpunten[0].regel.prioriteit == 1


@pytest.mark.parametrize(("veld", "waarde"), [("ernst", 4), ("ernst", 0), ("frequentie", 5), ("frequentie", 0)])
def test_buiten_de_schaal_wordt_geweigerd(wereld: Trajectwereld, veld, waarde):
    with pytest.raises(Tegengehouden):
        wereld.knelpunt(wereld.werknemer, "lang zitten", **{veld: waarde})
    assert not Knelpuntregel.objects.exists()


@pytest.mark.parametrize("veld", ["hoofdtaak", "werkzaamheid", "tekst"])
def test_zonder_taak_of_woorden_is_het_geen_knelpunt(wereld: Trajectwereld, veld):
    inhoud = replace(Regelinhoud(hoofdtaak="kassa", werkzaamheid="afrekenen", tekst="zitten"), **{veld: " "})
    with pytest.raises(Invoerfout):
        wereld.doe(bewaar_knelpunt, wereld.werknemer, variant=Variant.WERKNEMER, inhoud=inhoud)


def test_twee_keer_hetzelfde_rangnummer_houdt_bevestigen_tegen(wereld: Trajectwereld):
    wereld.knelpunt(wereld.werknemer, "lang zitten")
    wereld.knelpunt(wereld.werknemer, "haast")

    with pytest.raises(Tegengehouden) as fout:
        wereld.bevestig(wereld.werknemer, Variant.WERKNEMER)

    assert {deel.code for deel in fout.value.bevindingen} == {"prioriteit_dubbel"}


def test_wat_ontbreekt_mag_met_een_reden_blijven_en_die_leest_de_leidinggevende_niet(wereld: Trajectwereld):
    regel = wereld.knelpunt(wereld.werknemer, "lang zitten", ernst=None)
    versie = wereld.lijst(wereld.werknemer, Variant.WERKNEMER).versie
    with pytest.raises(Tegengehouden) as fout:
        wereld.doe(bevestig_lijst, wereld.werknemer, variant=Variant.WERKNEMER, verwachte_versie=versie)
    redenen = tuple(Reden(code=deel.code, plek=deel.plek, tekst="weet ik niet") for deel in fout.value.bevindingen)

    wereld.doe(bevestig_lijst, wereld.werknemer, variant=Variant.WERKNEMER, verwachte_versie=versie, redenen=redenen)

    assert wereld.lijst(wereld.begeleider, Variant.WERKNEMER).inhoud.redenen == redenen
    assert redenen[0].plek == str(regel.pk)


def test_wie_bevestigt_bevestigt_wat_hij_las(wereld: Trajectwereld):
    wereld.knelpunt(wereld.werknemer, "lang zitten")
    gelezen = wereld.lijst(wereld.werknemer, Variant.WERKNEMER).versie
    wereld.knelpunt(wereld.begeleider, "haast", variant=Variant.WERKNEMER)

    with pytest.raises(Conflict):
        wereld.doe(bevestig_lijst, wereld.werknemer, variant=Variant.WERKNEMER, verwachte_versie=gelezen)


def test_twee_mensen_overschrijven_elkaar_niet(wereld: Trajectwereld):
    regel = wereld.knelpunt(wereld.werknemer, "lang zitten")
    gelezen = wereld.lijst(wereld.begeleider, Variant.WERKNEMER).knelpunten[0].versie
    inhoud = uit_json(regel.inhoud, Regelinhoud)
    van_werknemer, van_begeleider = replace(inhoud, tekst="staan"), replace(inhoud, tekst="bukken")
    velden = {"variant": Variant.WERKNEMER, "regel_id": regel.pk, "verwachte_versie": gelezen}
    wereld.doe(bewaar_knelpunt, wereld.werknemer, inhoud=van_werknemer, **velden)

    with pytest.raises(Conflict) as fout:
        wereld.doe(bewaar_knelpunt, wereld.begeleider, inhoud=van_begeleider, **velden)

    assert fout.value.huidig == als_json(van_werknemer)
    assert fout.value.ingediend["tekst"] == "bukken"
    assert wereld.teksten(wereld.werknemer, Variant.WERKNEMER) == ["staan"]


def test_andere_woorden_vragen_beide_partijen_opnieuw(wereld: Trajectwereld):
    wereld.geef_vrij(wereld.knelpunt(wereld.werknemer, "lang zitten"), "lang achter elkaar zitten")
    wereld.bevestig(wereld.werknemer, Variant.WERKNEMER)
    _leeg_bevestigd(wereld)
    wereld.open_samen()
    (beeld,) = wereld.lijst(wereld.leiding, Variant.GEZAMENLIJK).knelpunten
    assert beeld.eigen is not None
    for partij in (wereld.werknemer, wereld.leiding):
        wereld.doe(geef_akkoord_op_knelpunt, partij, regel_id=beeld.id, is_akkoord=True)

    wereld.doe(
        bewaar_knelpunt,
        wereld.leiding,
        variant=Variant.GEZAMENLIJK,
        inhoud=replace(beeld.eigen, tekst="te lang zitten"),
        regel_id=beeld.id,
    )

    (na,) = wereld.lijst(wereld.leiding, Variant.GEZAMENLIJK).knelpunten
    assert na.akkoord == ()


def test_akkoord_is_van_een_partij_en_kan_terug(wereld: Trajectwereld):
    wereld.geef_vrij(wereld.knelpunt(wereld.werknemer, "lang zitten"), "lang achter elkaar zitten")
    wereld.bevestig(wereld.werknemer, Variant.WERKNEMER)
    _leeg_bevestigd(wereld)
    wereld.open_samen()
    (beeld,) = wereld.lijst(wereld.leiding, Variant.GEZAMENLIJK).knelpunten

    wereld.doe(geef_akkoord_op_knelpunt, wereld.leiding, regel_id=beeld.id, is_akkoord=True)
    wereld.doe(geef_akkoord_op_knelpunt, wereld.werknemer, regel_id=beeld.id, is_akkoord=True)
    wereld.doe(geef_akkoord_op_knelpunt, wereld.leiding, regel_id=beeld.id, is_akkoord=False)

    assert wereld.lijst(wereld.leiding, Variant.GEZAMENLIJK).knelpunten[0].akkoord == (Kernrol.WERKNEMER,)


def test_een_vaststaand_formulier_verandert_niet_ook_niet_in_de_database(wereld: Trajectwereld):
    wereld.vastgesteld_samen()
    regel = Knelpuntregel.objects.filter(lijst__variant=Variant.GEZAMENLIJK)[0]
    inhoud = uit_json(regel.inhoud, Regelinhoud)

    with pytest.raises(Invoerfout):
        wereld.doe(bewaar_knelpunt, wereld.leiding, variant=Variant.GEZAMENLIJK, inhoud=inhoud, regel_id=regel.pk)
    for verander in (
        regel.save,
        regel.delete,
        lambda: Knelpuntregel.objects.create(dossier=regel.dossier, lijst=regel.lijst, inhoud=regel.inhoud),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            verander()


def test_van_de_eigen_lijst_gaat_iets_weg_en_van_de_gezamenlijke_niet(wereld: Trajectwereld):
    regel = wereld.knelpunt(wereld.werknemer, "lang zitten")
    wereld.doe(verwijder_knelpunt, wereld.werknemer, variant=Variant.WERKNEMER, regel_id=regel.pk)
    assert wereld.teksten(wereld.werknemer, Variant.WERKNEMER) == []
    with pytest.raises(Invoerfout):
        wereld.doe(verwijder_knelpunt, wereld.leiding, variant=Variant.GEZAMENLIJK, regel_id=regel.pk)


def test_het_logboek_zegt_wie_iets_deed_en_niet_wat(wereld: Trajectwereld):
    wereld.knelpunt(wereld.werknemer, GEHEIM)
    regels = [regel for regel in audit.lees(wereld.dossier.pk) if regel.onderdeel.startswith("knelpunten")]
    assert [(regel.onderdeel, regel.handeling) for regel in regels] == [("knelpunten_werknemer", "lijst_invullen")]
    assert GEHEIM not in str(regels)


def _leeg_bevestigd(wereld: Trajectwereld) -> None:
    """Let the manager confirm that there is nothing to add."""
    leeg = Lijstinhoud(bevestigt_geen_knelpunten=True)
    wereld.doe(bewaar_lijst, wereld.leiding, variant=Variant.LEIDINGGEVENDE, inhoud=leeg)
    wereld.bevestig(wereld.leiding, Variant.LEIDINGGEVENDE)


def _maak_samen_af(wereld: Trajectwereld) -> None:
    (beeld,) = wereld.lijst(wereld.leiding, Variant.GEZAMENLIJK).knelpunten
    assert beeld.eigen is not None
    inhoud = replace(beeld.eigen, prioriteit=1, is_besproken=True)
    wereld.doe(bewaar_knelpunt, wereld.leiding, variant=Variant.GEZAMENLIJK, inhoud=inhoud, regel_id=beeld.id)
    for partij in (wereld.werknemer, wereld.leiding):
        wereld.bevestig(partij, Variant.GEZAMENLIJK)
