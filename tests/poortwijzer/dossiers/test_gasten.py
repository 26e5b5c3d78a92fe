"""Visitors: one purpose, one part, for a while; and nothing besides."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from gastverzoeken import VRAAG, lezen, met_toestemming, stel_vast, vraag

from poortwijzer import audit
from poortwijzer.accounts.gasten import gast_met_link, gast_met_token
from poortwijzer.accounts.models import Contract, Gastlink, Gebruiker, Rolvervulling
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier
from poortwijzer.dossiers.actions import (
    Invoerfout,
    begin_stuk,
    delegeer,
    geef_gastlink,
    trek_delegatie_in,
    trek_gasttoegang_in,
)
from poortwijzer.dossiers.gasten import GastGeweigerd, beantwoord_als_gast, stuk_voor_gast, vraag_voor_gast
from poortwijzer.dossiers.models import Betrokkene
from poortwijzer.dossiers.queries.gasten import antwoord_van_gast, gastenlijst, te_delen_stukken
from poortwijzer.dossiers.queries.inzage import leeslog
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.gasten import GAST_MAG, GASTBELEID, Gastdoel, mag_gast
from poortwijzer.toegang.rollen import Rol

ANTWOORD = "Tillen tot 5 kilo, staan tot een half uur."


@pytest.fixture
def bedrijfsarts(wereld):
    return wereld.actoren[Rol.BEDRIJFSARTS]


@pytest.fixture
def gevraagd(wereld, ziek, bedrijfsarts):
    """A visitor who was asked something."""
    token = geef_gastlink(
        dossier=ziek, actor=bedrijfsarts, verzoek=met_toestemming(wereld, ziek, bedrijfsarts, vraag())
    )
    gast = gast_met_token(token)
    assert gast
    return gast


@pytest.fixture
def stuk(wereld, ziek):
    return stel_vast(wereld, ziek)


def test_een_vraag_wordt_een_keer_beantwoord_en_komt_bij_de_bedrijfsarts(wereld, ziek, bedrijfsarts, gevraagd):
    assert vraag_voor_gast(gevraagd) == VRAAG
    beantwoord_als_gast(gevraagd, f" {ANTWOORD} ")

    dossier = access_dossier(bedrijfsarts, ziek.kenmerk, deel=Deel.GASTANTWOORDEN)
    assert antwoord_van_gast(bedrijfsarts, dossier, gevraagd.link_id)[:2] == (VRAAG, ANTWOORD)
    assert gast_met_link(gevraagd.link_id) is None
    with pytest.raises(GastGeweigerd):
        beantwoord_als_gast(gevraagd, "iets anders")
    for rol in (Rol.CASEMANAGER, Rol.WERKGEVER, Rol.LEIDINGGEVENDE, Rol.ARBEIDSDESKUNDIGE):
        with pytest.raises(GeenToegang):
            access_dossier(wereld.actoren[rol], ziek.kenmerk, deel=Deel.GASTANTWOORDEN)


def test_vraag_antwoord_en_naam_staan_nergens_leesbaar_in_de_database(gevraagd):
    beantwoord_als_gast(gevraagd, ANTWOORD)

    with connection.cursor() as cursor:
        cursor.execute("SELECT gast, vraag, antwoord FROM accounts_gastlink")
        kolommen = [bytes(waarde) for waarde in cursor.fetchone()]

    assert not any(woord in kolom for kolom in kolommen for woord in (b"Jansen", b"tillen", b"Tillen"))


def test_een_gast_leest_een_vastgesteld_stuk_zoals_de_rol_die_de_link_gaf(wereld, ziek, stuk):
    werknemer = wereld.actoren[Rol.WERKNEMER]
    token = geef_gastlink(dossier=ziek, actor=werknemer, verzoek=lezen(stuk))

    gelezen, rol = stuk_voor_gast(gast_met_token(token))

    assert (gelezen, rol) == (stuk, Rol.WERKNEMER)
    assert [keuze[0] for keuze in te_delen_stukken(werknemer, ziek)] == [stuk.pk]


def test_elk_gebruik_staat_in_het_leeslog_als_dat_van_een_gast(wereld, ziek, gevraagd):
    vraag_voor_gast(gevraagd)
    beantwoord_als_gast(gevraagd, ANTWOORD)

    regels = leeslog(access_dossier(wereld.actoren[Rol.WERKNEMER], ziek.kenmerk, deel=Deel.LEESLOG))

    van_de_gast = [regel for regel in regels if regel.rol_label.startswith("gast")]
    assert [regel.handeling for regel in van_de_gast] == ["als gast een vraag beantwoorden", "inzien"]
    assert {regel.rol_label for regel in van_de_gast} == {"gast: een vraag beantwoorden"}
    assert any(regel.handeling == "een gast een link geven" for regel in regels)
    assert audit.lees(ziek.pk)[1].actor_id == gevraagd.link_id


def test_een_ander_doel_opent_niets(wereld, ziek, gevraagd, stuk):
    token = geef_gastlink(dossier=ziek, actor=wereld.actoren[Rol.WERKNEMER], verzoek=lezen(stuk))
    lezer = gast_met_token(token)

    with pytest.raises(GastGeweigerd):
        stuk_voor_gast(gevraagd)
    with pytest.raises(GastGeweigerd):
        vraag_voor_gast(lezer)
    with pytest.raises(GastGeweigerd):
        beantwoord_als_gast(lezer, ANTWOORD)


def test_een_link_verloopt_is_in_te_trekken_en_sterft_met_het_account_van_wie_hem_gaf(ziek, bedrijfsarts, gevraagd):
    with time_machine.travel(nu() + timedelta(days=15), tick=False):
        assert gast_met_link(gevraagd.link_id) is None
    Gebruiker.objects.filter(pk=bedrijfsarts.gebruiker_id).update(is_active=False)
    assert gast_met_link(gevraagd.link_id) is None
    Gebruiker.objects.filter(pk=bedrijfsarts.gebruiker_id).update(is_active=True)
    assert gast_met_link(gevraagd.link_id) == gevraagd

    trek_gasttoegang_in(dossier=ziek, actor=bedrijfsarts, link_id=gevraagd.link_id)

    assert gast_met_link(gevraagd.link_id) is None
    with pytest.raises(GastGeweigerd):
        beantwoord_als_gast(gevraagd, ANTWOORD)
    with pytest.raises(Invoerfout):
        trek_gasttoegang_in(dossier=ziek, actor=bedrijfsarts, link_id=gevraagd.link_id)


def test_de_werknemer_ziet_en_sluit_elke_link_een_ander_alleen_die_van_de_eigen_rol(wereld, ziek, gevraagd):
    casemanager, werknemer = wereld.actoren[Rol.CASEMANAGER], wereld.actoren[Rol.WERKNEMER]
    assert gastenlijst(casemanager, ziek) == ()
    with pytest.raises(Invoerfout):
        trek_gasttoegang_in(dossier=ziek, actor=casemanager, link_id=gevraagd.link_id)
    (regel,) = gastenlijst(werknemer, ziek)
    assert (regel.gast, regel.is_open) == ("huisarts Jansen", True)

    trek_gasttoegang_in(dossier=ziek, actor=werknemer, link_id=gevraagd.link_id)

    assert not gastenlijst(werknemer, ziek)[0].is_open


@pytest.mark.parametrize("rol", list(Rol))
@pytest.mark.parametrize("doel", list(Gastdoel))
def test_wie_voor_welk_doel_een_link_mag_geven(wereld, ziek, stuk, rol, doel):
    deel = Deel.GASTANTWOORDEN if doel is Gastdoel.INFORMATIE_AANLEVEREN else Deel.PROBLEEMANALYSE
    verzoek = vraag() if doel is Gastdoel.INFORMATIE_AANLEVEREN else lezen(stuk)

    actor = wereld.actoren[rol]

    def geef() -> str:
        mag_het = deel in GASTBELEID.get((rol, doel), ()) and rol is not Rol.WERKNEMER
        wat = met_toestemming(wereld, ziek, actor, verzoek) if mag_het else verzoek
        return geef_gastlink(dossier=ziek, actor=actor, verzoek=wat)

    if deel in GASTBELEID.get((rol, doel), ()):
        assert gast_met_token(geef())
    else:
        with pytest.raises((GeenToegang, NietGevonden)):
            geef()
        assert not Gastlink.objects.exists()


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"gast": "huisarts Pietersen"}, "toestemming"),
        ({"vraag": "Wat heeft uw patiënt?"}, "toestemming"),
        ({"toestemming_id": None}, "toestemming"),
        ({"toestemming_id": UUID(int=1)}, "toestemming"),
        ({"geldig": timedelta(days=31)}, "dagen"),
        ({"geldig": timedelta(0)}, "dagen"),
    ],
)
def test_wat_niet_kan_wordt_gezegd_bij_het_veld(wereld, ziek, bedrijfsarts, anders, veld):
    goed = met_toestemming(wereld, ziek, bedrijfsarts, vraag())
    with pytest.raises(Invoerfout) as fout:
        geef_gastlink(dossier=ziek, actor=bedrijfsarts, verzoek=replace(goed, **anders))
    assert fout.value.veld == veld


def test_zonder_toestemming_van_de_werknemer_geen_link(ziek, bedrijfsarts):
    with pytest.raises(Invoerfout, match="toestemming"):
        geef_gastlink(dossier=ziek, actor=bedrijfsarts, verzoek=vraag())


def test_een_concept_of_een_stuk_van_een_ander_dossier_kan_niemand_delen(wereld, ziek, bedrijfsarts):
    werknemer = wereld.actoren[Rol.WERKNEMER]
    concept = begin_stuk(dossier=ziek, actor=bedrijfsarts, soort="probleemanalyse")
    ander = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    elders = stel_vast(wereld, ander)

    with pytest.raises(Invoerfout):
        geef_gastlink(dossier=ziek, actor=werknemer, verzoek=lezen(concept))
    with pytest.raises(NietGevonden):
        geef_gastlink(dossier=ziek, actor=werknemer, verzoek=lezen(elders))
    with pytest.raises(Invoerfout):
        met_toestemming(wereld, ziek, bedrijfsarts, lezen(concept))
    with pytest.raises(NietGevonden):
        met_toestemming(wereld, ziek, bedrijfsarts, lezen(elders))


def test_een_gast_mag_een_handeling_op_een_deel_en_verder_niets(gevraagd):
    mogen = {(handeling, deel) for handeling in Handeling for deel in Deel if mag_gast(gevraagd, handeling, deel)}
    assert mogen == {(Handeling.GAST_AANLEVEREN, Deel.GASTANTWOORDEN)}
    assert set(GAST_MAG) == set(Gastdoel)


def test_een_te_lang_of_leeg_antwoord_blijft_een_vraag(gevraagd):
    for antwoord in (" ", "x" * 4001):
        with pytest.raises(Invoerfout):
            beantwoord_als_gast(gevraagd, antwoord)
    assert gast_met_link(gevraagd.link_id)


def _beeindig_rol(wereld, dossier, wie):
    Rolvervulling.objects.filter(gebruiker=wie.gebruiker_id, rol=wie.rol).update(tot=vandaag())


def _beeindig_betrokkenheid(wereld, dossier, wie):
    Betrokkene.objects.filter(dossier=dossier, gebruiker=wie.gebruiker_id, rol=wie.rol).update(tot=vandaag())


def _beeindig_contract(wereld, dossier, wie):
    Contract.objects.filter(opdrachtgever=wereld.werkgever, opdrachtnemer=wereld.arbodienst).update(tot=vandaag())


def _geef_ook_een_rol_bij_de_werkgever(wereld, dossier, wie):
    Rolvervulling.objects.create(
        gebruiker_id=wie.gebruiker_id, rol=Rol.WERKGEVER, organisatie=wereld.werkgever, vanaf=vandaag()
    )


@pytest.mark.parametrize(
    "eindigt", [_beeindig_rol, _beeindig_betrokkenheid, _beeindig_contract, _geef_ook_een_rol_bij_de_werkgever]
)
def test_met_wat_de_gever_mocht_eindigt_de_link(wereld, ziek, bedrijfsarts, gevraagd, eindigt):
    assert vraag_voor_gast(gevraagd) == VRAAG

    eindigt(wereld, ziek, bedrijfsarts)

    with pytest.raises(GastGeweigerd):
        vraag_voor_gast(gevraagd)
    with pytest.raises(GastGeweigerd):
        beantwoord_als_gast(gevraagd, ANTWOORD)
    assert Gastlink.objects.get(pk=gevraagd.link_id).antwoord_op is None


def test_met_een_ingetrokken_delegatie_eindigt_de_link(wereld, ziek, bedrijfsarts):
    ondersteuner = wereld.collega_arts()
    delegatie = delegeer(
        dossier=ziek,
        actor=bedrijfsarts,
        gedelegeerde_id=ondersteuner.gebruiker_id,
        taken=(Deeltaak.INFORMATIE_OPVRAGEN,),
        tot=vandaag() + timedelta(days=30),
    )
    verzoek = met_toestemming(wereld, ziek, bedrijfsarts, vraag())
    gast = gast_met_token(geef_gastlink(dossier=ziek, actor=ondersteuner, verzoek=verzoek))
    assert vraag_voor_gast(gast) == VRAAG

    trek_delegatie_in(dossier=ziek, actor=bedrijfsarts, delegatie_id=delegatie.pk)

    with pytest.raises(GastGeweigerd):
        vraag_voor_gast(gast)


def test_een_andere_rol_van_de_gever_houdt_de_link_niet_open(wereld, ziek, stuk):
    """Who has two roles gave the link in one of them; the other does not keep it open."""
    werknemer = wereld.actoren[Rol.WERKNEMER]
    gast = gast_met_token(geef_gastlink(dossier=ziek, actor=werknemer, verzoek=lezen(stuk)))
    Rolvervulling.objects.create(
        gebruiker_id=werknemer.gebruiker_id, rol=Rol.CASEMANAGER, organisatie=wereld.werkgever, vanaf=vandaag()
    )
    assert stuk_voor_gast(gast)[0] == stuk

    _beeindig_rol(wereld, ziek, werknemer)

    with pytest.raises(GastGeweigerd):
        stuk_voor_gast(gast)
