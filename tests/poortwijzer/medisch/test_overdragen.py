"""Handing the medical record over: the key moves, the old arbodienst is out, and what was written stays as it was."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from poortwijzer import audit
from poortwijzer.accounts import demo
from poortwijzer.accounts.models import Gastlink
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier
from poortwijzer.dossiers.actions import Invoerfout, delegeer, voeg_betrokkene_toe
from poortwijzer.dossiers.models import Accountbevestiging
from poortwijzer.kluis.beheer import draag_over, eigenaar_van, vernietig
from poortwijzer.kluis.models import Sleutel, Sleutelsoort
from poortwijzer.kluis.sleutelring import SleutelVernietigd, eigen_ring
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.medisch.actions import draag_medisch_dossier_over, leg_medisch_vast, stuur_in
from poortwijzer.medisch.models import Medischeregel, Overdracht
from poortwijzer.medisch.queries import medisch_dossier
from poortwijzer.medisch.regel import Overdrachtsgrond, Regel, Regelsoort
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

TEKST = "kwikstaartsyndroom"


def schrijf(dossier, wie, tekst=TEKST, **anders) -> Medischeregel:
    regel = Regel(soort=Regelsoort.KLACHTEN, op=vandaag(), tekst=tekst)
    return leg_medisch_vast(dossier=dossier, actor=wie, regel=regel, **anders)


def draag(dossier, van, naar, **anders) -> Overdracht:
    velden = {"grond": Overdrachtsgrond.TOESTEMMING, "verteld_op": vandaag()} | anders
    return draag_medisch_dossier_over(dossier=dossier, actor=van, naar=naar.organisatie_id, **velden)


def gelezen(wie, dossier) -> list[str]:
    geopend = access_dossier(wie, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    beeld = medisch_dossier(wie, geopend)
    return sorted(rij.regel.tekst for rij in (*beeld.regels, *beeld.werkaantekeningen))


def test_de_nieuwe_arts_leest_en_verbetert_en_de_oude_kan_er_niet_meer_bij(dossier, arts, ander, actor):
    oud = schrijf(dossier, arts)
    assert gelezen(ander, dossier) == []

    draag(dossier, arts, ander)

    assert gelezen(ander, dossier) == [TEKST]
    schrijf(dossier, ander, "verbeterd", vervangt=oud.pk)
    assert gelezen(ander, dossier) == ["verbeterd"]
    with pytest.raises(NietGevonden):
        access_dossier(arts, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    with pytest.raises(NietGevonden):
        schrijf(dossier, arts, "nog iets")
    assert medisch_dossier(arts, dossier).regels == (), "also where somebody would let him in again"
    werknemer = actor(Rol.WERKNEMER)
    assert gelezen(werknemer, dossier) == [TEKST], "the new arbodienst did not confirm the account yet"
    Accountbevestiging.objects.create(
        werknemer=dossier.werknemer,
        gebruiker_id=werknemer.gebruiker_id,
        organisatie_id=ander.organisatie_id,
        code_hash="h",
        created_by_id=ander.gebruiker_id,
        created_at=nu(),
        expires_at=nu(),
        bevestigd_op=nu(),
    )
    assert gelezen(werknemer, dossier) == ["verbeterd"]


def test_krijgt_de_oude_arts_weer_een_rol_dan_schrijft_en_leest_hij_nog_niets(dossier, arts, ander, actor):
    schrijf(dossier, arts)
    draag(dossier, arts, ander)
    voeg_betrokkene_toe(
        dossier=dossier,
        actor=actor(Rol.CASEMANAGER),
        gebruiker_id=arts.gebruiker_id,
        rol=Rol.BEDRIJFSARTS,
        doel="vraag",
    )

    assert gelezen(arts, dossier) == []
    with pytest.raises(Invoerfout, match="is overgedragen"):
        schrijf(dossier, arts, "nog iets")
    draag(dossier, ander, arts)
    assert gelezen(arts, dossier) == [TEKST], "given back, it is his again"
    schrijf(dossier, arts, "nog iets")
    with pytest.raises(NietGevonden):
        access_dossier(ander, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)


def test_de_sleutel_gaat_mee_en_de_gegevens_worden_niet_aangeraakt(dossier, arts, ander):
    schrijf(dossier, arts)
    with connection.cursor() as cursor:
        cursor.execute("SELECT inhoud FROM medisch_medischeregel")
        voor = [bytes(rij[0]) for rij in cursor.fetchall()]
    ingepakt = bytes(Sleutel.objects.get(dossier_id=dossier.pk, deel=Vaksoort.MEDISCH).ingepakt)

    draag(dossier, arts, ander)

    sleutel = Sleutel.objects.get(dossier_id=dossier.pk, deel=Vaksoort.MEDISCH)
    assert eigenaar_van(dossier.pk, Vaksoort.MEDISCH) == ander.organisatie_id == sleutel.ouder.organisatie_id
    assert bytes(sleutel.ingepakt) != ingepakt
    with connection.cursor() as cursor:
        cursor.execute("SELECT inhoud FROM medisch_medischeregel")
        assert [bytes(rij[0]) for rij in cursor.fetchall()] == voor
    with eigen_ring():
        assert gelezen(ander, dossier) == [TEKST]
    # The key of the old arbodienst may go: nothing of this record needs it.
    Sleutel.objects.filter(soort=Sleutelsoort.ORGANISATIE, organisatie_id=demo.ARBODIENST.id).update(
        ingepakt=None, vernietigd_op=nu()
    )
    with eigen_ring():
        assert gelezen(ander, dossier) == [TEKST]


def test_eigen_werkaantekeningen_gaan_niet_mee(dossier, arts, ander):
    schrijf(dossier, arts)
    schrijf(dossier, arts, "eigen geheugen", is_werkaantekening=True)
    draag(dossier, arts, ander)

    assert gelezen(ander, dossier) == [TEKST]


def test_met_de_overdracht_eindigen_links_en_uitbestede_taken(dossier, arts, ander, ondersteuner, vraag_behandelaar):
    schrijf(dossier, arts)
    delegeer(
        dossier=dossier,
        actor=arts,
        gedelegeerde_id=ondersteuner.gebruiker_id,
        taken=tuple(Deeltaak),
        tot=vandaag() + timedelta(days=9),
    )
    vraag_behandelaar(dossier=dossier, gast="huisarts Vink", vraag="Wat kan zij tillen?", antwoord="Vijf kilo.")
    draag(dossier, arts, ander)

    assert not Gastlink.objects.filter(organisatie=demo.ARBODIENST.id, ingetrokken_op=None).exists()
    with pytest.raises(NietGevonden):
        access_dossier(ondersteuner, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    (antwoord,) = medisch_dossier(ander, dossier).antwoorden
    assert antwoord.antwoord == "Vijf kilo.", "what came back belongs to the record"


def test_wat_daarna_wordt_ingestuurd_is_van_de_nieuwe_arbodienst(dossier, arts, ander, actor):
    schrijf(dossier, arts)
    draag(dossier, arts, ander)
    stuur_in(dossier=dossier, actor=actor(Rol.WERKNEMER), tekst="nieuwe brief")

    assert gelezen(ander, dossier) == sorted([TEKST, "nieuwe brief"])


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"verteld_op": vandaag() + timedelta(days=1)}, "verteld_op"), ({"naar": demo.BUREAU.id}, "naar")],
)
def test_wat_niet_kan_wordt_gezegd_en_er_verandert_niets(anders, veld, dossier, arts, ander):
    schrijf(dossier, arts)
    gegevens = {
        "naar": ander.organisatie_id,
        "grond": Overdrachtsgrond.GEEN_BEZWAAR,
        "verteld_op": vandaag(),
        **anders,
    }
    with pytest.raises(Invoerfout) as fout:
        draag_medisch_dossier_over(dossier=dossier, actor=arts, **gegevens)

    assert fout.value.veld == veld
    assert eigenaar_van(dossier.pk, Vaksoort.MEDISCH) == demo.ARBODIENST.id
    assert not Overdracht.objects.exists()
    assert gelezen(arts, dossier) == [TEKST]


def test_wie_het_dossier_niet_heeft_kan_het_niet_nemen(dossier, arts, ander):
    schrijf(dossier, arts)
    with pytest.raises(Invoerfout, match="geen medisch dossier van uw organisatie"):
        draag(dossier, ander, arts)


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.BEDRIJFSARTS])
def test_niemand_anders_draagt_het_over(rol, dossier, arts, ander, actor):
    schrijf(dossier, arts)
    with pytest.raises((GeenToegang, NietGevonden)):
        draag(dossier, actor(rol), ander)


def test_wie_taken_doet_voor_de_arts_draagt_het_niet_over(dossier, arts, ander, ondersteuner):
    schrijf(dossier, arts)
    tot = vandaag() + timedelta(days=9)
    delegeer(dossier=dossier, actor=arts, gedelegeerde_id=ondersteuner.gebruiker_id, taken=tuple(Deeltaak), tot=tot)
    with pytest.raises(GeenToegang):
        draag(dossier, ondersteuner, ander)


def test_beide_kanten_en_de_werknemer_zien_het_en_het_staat_in_het_logboek(dossier, arts, ander, actor):
    schrijf(dossier, arts)
    begin = nu()
    draag(dossier, arts, ander, grond=Overdrachtsgrond.GEEN_BEZWAAR)

    regels = [rij.handeling for rij in audit.lees(dossier.pk) if rij.tijdstip >= begin]
    assert regels == [Handeling.MEDISCH_OVERDRAGEN, Handeling.BETROKKENE_BEEINDIGEN]
    for wie in (ander, actor(Rol.WERKNEMER)):
        geopend = access_dossier(wie, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)
        (beeld,) = medisch_dossier(wie, geopend).overdrachten
        assert (beeld.van, beeld.naar, beeld.door) == (demo.ARBODIENST.naam, "Arbo Anders", arts.naam)


@pytest.mark.parametrize("opdracht", ["UPDATE medisch_overdracht SET grond = 'x'", "DELETE FROM medisch_overdracht"])
def test_dat_het_is_overgedragen_blijft_staan(opdracht, dossier, arts, ander):
    schrijf(dossier, arts)
    draag(dossier, arts, ander)

    with pytest.raises(DatabaseError, match="append only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)


def test_een_sleutel_die_er_niet_is_of_weg_is_gaat_niet_over(dossier, arts, ander):
    with pytest.raises(SleutelVernietigd):
        draag_over(dossier.pk, Vaksoort.MEDISCH, naar=ander.organisatie_id)
    schrijf(dossier, arts)
    draag_over(dossier.pk, Vaksoort.MEDISCH, naar=ander.organisatie_id)
    draag_over(dossier.pk, Vaksoort.MEDISCH, naar=ander.organisatie_id)
    vernietig(dossier.pk)
    with pytest.raises(SleutelVernietigd):
        draag_over(dossier.pk, Vaksoort.MEDISCH, naar=demo.ARBODIENST.id)


def test_op_het_scherm_van_keuze_tot_klaar(dossier, arts, ander, als):
    schrijf(dossier, arts)
    browser = als(Rol.BEDRIJFSARTS)
    adres = reverse("web:medisch_overdragen", args=[dossier.kenmerk])
    assert adres in browser.get(reverse("web:medisch", args=[dossier.kenmerk])).content.decode()
    assert "Arbo Anders" in browser.get(adres).content.decode()

    velden = {"naar": str(ander.organisatie_id), "grond": "toestemming", "verteld_op": vandaag().isoformat()}
    assert browser.post(adres, {**velden, "grond": ""}).status_code == 422
    klaar = browser.post(adres, velden, follow=True)

    assert klaar.redirect_chain == [(reverse("web:dossiers"), 302)]
    assert browser.get(reverse("web:medisch", args=[dossier.kenmerk])).status_code == 404
    pagina = als(Rol.WERKNEMER).get(reverse("web:medisch", args=[dossier.kenmerk])).content.decode()
    assert f"Van {demo.ARBODIENST.naam} naar Arbo Anders" in pagina


def test_zonder_een_andere_arts_staat_er_wat_eerst_moet(dossier, arts, als):
    schrijf(dossier, arts)
    adres = reverse("web:medisch_overdragen", args=[dossier.kenmerk])

    antwoord = als(Rol.BEDRIJFSARTS).get(adres, follow=True)
    assert antwoord.redirect_chain == [(reverse("web:medisch", args=[dossier.kenmerk]), 302)]
    assert "Laat HR die eerst toevoegen" in antwoord.content.decode()
