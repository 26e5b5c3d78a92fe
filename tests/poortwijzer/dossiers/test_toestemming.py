"""Consent per item: the employee decides, each answer stays, and what rests on it stops at once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from gastverzoeken import lezen, met_toestemming, stel_vast, vraag

from poortwijzer import audit
from poortwijzer.accounts.gasten import gast_met_token
from poortwijzer.accounts.models import Gastlink
from poortwijzer.dossiers.access import GeenToegang, NietGevonden
from poortwijzer.dossiers.actions import (
    Genoteerd,
    Invoerfout,
    Toestemmingsverzoek,
    beantwoord_toestemming,
    geef_gastlink,
    noteer_toestemming,
    vraag_toestemming,
)
from poortwijzer.dossiers.gasten import GastGeweigerd, vraag_voor_gast
from poortwijzer.dossiers.models import Accountbevestiging, Taak, Toestemming, Toestemmingskeuze, Werknemer
from poortwijzer.dossiers.queries.toestemmingen import toestemmingen
from poortwijzer.dossiers.toestemmingen import geldende, geldt, zijn_er_genoteerd
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import TEKSTVERSIE, VRAAGT, Keuze, Toestemmingsdoel, Wijze

KNELPUNT = Toestemmingsverzoek(
    doel=Toestemmingsdoel.KNELPUNT_BESPREKEN, aan="uw leidinggevende", onderwerp="Lang staan aan de kassa."
)
DOKTER = Toestemmingsverzoek(
    doel=Toestemmingsdoel.BEHANDELAAR_VRAGEN, aan="huisarts Jansen", onderwerp="Wat kan zij tillen?"
)


@pytest.fixture
def werknemer(wereld):
    return wereld.actoren[Rol.WERKNEMER]


@pytest.fixture
def knelpunt(wereld, ziek):
    return vraag_toestemming(dossier=ziek, actor=wereld.actoren[Rol.PROCESBEGELEIDER], verzoek=KNELPUNT)


def zeg(ziek, werknemer, toestemming, keuze):
    beantwoord_toestemming(dossier=ziek, actor=werknemer, toestemming_id=toestemming.pk, keuze=keuze)


def test_elk_antwoord_blijft_staan_en_het_laatste_telt(ziek, werknemer, knelpunt):
    doel, gezien = Toestemmingsdoel.KNELPUNT_BESPREKEN, []
    for keuze in (Keuze.GEWEIGERD, Keuze.GEGEVEN, Keuze.INGETROKKEN, Keuze.GEGEVEN):
        gezien.append(geldt(knelpunt.pk, dossier_id=ziek.pk, doel=doel))
        zeg(ziek, werknemer, knelpunt, keuze)
    gezien.append(geldt(knelpunt.pk, dossier_id=ziek.pk, doel=doel))

    assert gezien == [False, False, True, False, True]
    (beeld,) = toestemmingen(werknemer, ziek)
    assert [keuze.keuze for keuze in beeld.keuzes] == ["geweigerd", "gegeven", "ingetrokken", "gegeven"]
    assert {(keuze.naam, keuze.wijze) for keuze in beeld.keuzes} == {("werknemer hier", Wijze.ZELF)}
    assert (beeld.aan, beeld.onderwerp) == ("uw leidinggevende", "Lang staan aan de kassa.")
    assert (beeld.naam, beeld.tekstversie) == ("procesbegeleider hier", TEKSTVERSIE)
    assert "U hoeft dit niet goed te vinden" in beeld.tekst
    assert not geldende(ziek.pk, Toestemmingsdoel.STUK_DELEN).exists()


def test_elke_stap_staat_in_het_logboek_met_de_toestemming_waar_hij_over_gaat(ziek, werknemer, knelpunt):
    zeg(ziek, werknemer, knelpunt, Keuze.GEGEVEN)
    zeg(ziek, werknemer, knelpunt, Keuze.INGETROKKEN)

    regels = audit.lees(ziek.pk)[:3]
    assert [(regel.handeling, regel.doel) for regel in regels] == [
        ("toestemming_beantwoorden", "ingetrokken"),
        ("toestemming_beantwoorden", "gegeven"),
        ("toestemming_vragen", "knelpunt_bespreken"),
    ]
    assert {regel.toestemming_id for regel in regels} == {knelpunt.pk}


def test_weigeren_heeft_geen_gevolg_voor_taken(ziek, werknemer, knelpunt):
    voor = set(Taak.objects.values_list("norm", "item", "status", "partijen"))

    zeg(ziek, werknemer, knelpunt, Keuze.GEWEIGERD)

    assert set(Taak.objects.values_list("norm", "item", "status", "partijen")) == voor


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.WERKNEMER])
def test_niemand_dan_de_werknemer_geeft_toestemming(wereld, ziek, knelpunt, rol):
    with pytest.raises((GeenToegang, NietGevonden)):
        zeg(ziek, wereld.actoren[rol], knelpunt, Keuze.GEGEVEN)
    with pytest.raises(NietGevonden):
        zeg(ziek, wereld.vreemden[Rol.WERKNEMER], knelpunt, Keuze.GEGEVEN)
    assert not Toestemmingskeuze.objects.exists()


@pytest.mark.parametrize("rol", list(Rol))
@pytest.mark.parametrize("verzoek", [KNELPUNT, DOKTER])
def test_wie_wat_mag_vragen(wereld, ziek, rol, verzoek):
    def vraag_het():
        return vraag_toestemming(dossier=ziek, actor=wereld.actoren[rol], verzoek=verzoek)

    if rol in VRAAGT[verzoek.doel]:
        assert vraag_het().rol == rol
    else:
        with pytest.raises((GeenToegang, NietGevonden)):
            vraag_het()
        assert not Toestemming.objects.exists()


def test_alleen_de_werknemer_en_wie_het_vroeg_zien_het(wereld, ziek, werknemer, knelpunt):
    dokter = vraag_toestemming(dossier=ziek, actor=wereld.actoren[Rol.BEDRIJFSARTS], verzoek=DOKTER)

    def gezien(rol: Rol):
        return {wat.id for wat in toestemmingen(wereld.actoren[rol], ziek)}

    assert gezien(Rol.WERKNEMER) == {knelpunt.pk, dokter.pk}
    assert (gezien(Rol.BEDRIJFSARTS), gezien(Rol.PROCESBEGELEIDER)) == ({dokter.pk}, {knelpunt.pk})
    assert gezien(Rol.CASEMANAGER) == gezien(Rol.WERKGEVER) == set()
    assert toestemmingen(wereld.vreemden[Rol.BEDRIJFSARTS], ziek) == ()
    with connection.cursor() as cursor:
        cursor.execute("SELECT aan, onderwerp, tekst FROM dossiers_toestemming")
        kolommen = [bytes(waarde) for rij in cursor.fetchall() for waarde in rij]
    assert not any(woord in kolom for kolom in kolommen for woord in (b"Jansen", b"tillen", b"kassa"))


def test_intrekken_sluit_wat_erop_rust_ook_als_de_link_zelf_nog_open_lijkt(wereld, ziek, werknemer):
    arts = wereld.actoren[Rol.BEDRIJFSARTS]
    verzoek = met_toestemming(wereld, ziek, arts, vraag())
    gast = gast_met_token(geef_gastlink(dossier=ziek, actor=arts, verzoek=verzoek))
    assert gast
    assert vraag_voor_gast(gast)
    assert audit.lees(ziek.pk)[0].toestemming_id == verzoek.toestemming_id

    beantwoord_toestemming(
        dossier=ziek, actor=werknemer, toestemming_id=verzoek.toestemming_id, keuze=Keuze.INGETROKKEN
    )

    assert Gastlink.objects.get().ingetrokken_op
    Gastlink.objects.update(ingetrokken_op=None)
    with pytest.raises(GastGeweigerd):
        vraag_voor_gast(gast)
    with pytest.raises(Invoerfout, match="toestemming"):
        geef_gastlink(dossier=ziek, actor=arts, verzoek=verzoek)


def test_toestemming_voor_het_ene_opent_het_andere_niet(wereld, ziek):
    arts, casemanager = wereld.actoren[Rol.BEDRIJFSARTS], wereld.actoren[Rol.CASEMANAGER]
    stuk = stel_vast(wereld, ziek)
    over_vraag, over_stuk = (met_toestemming(wereld, ziek, arts, wat) for wat in (vraag(), lezen(stuk)))

    for wat, toestemming_id in ((vraag(), over_stuk.toestemming_id), (lezen(stuk), over_vraag.toestemming_id)):
        with pytest.raises(Invoerfout):
            geef_gastlink(dossier=ziek, actor=arts, verzoek=replace(wat, toestemming_id=toestemming_id))
    with pytest.raises(GeenToegang):
        geef_gastlink(dossier=ziek, actor=casemanager, verzoek=over_stuk)
    assert gast_met_token(geef_gastlink(dossier=ziek, actor=arts, verzoek=over_stuk))


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"aan": " "}, "aan"), ({"aan": "x" * 121}, "aan"), ({"onderwerp": " "}, "onderwerp")],
)
def test_zonder_wie_of_wat_is_het_geen_vraag(wereld, ziek, anders, veld):
    verzoek = Toestemmingsverzoek(**{"doel": KNELPUNT.doel, "aan": "A", "onderwerp": "B", **anders})
    with pytest.raises(Invoerfout) as fout:
        vraag_toestemming(dossier=ziek, actor=wereld.actoren[Rol.PROCESBEGELEIDER], verzoek=verzoek)
    assert fout.value.veld == veld


def test_wat_er_al_staat_verandert_niets(ziek, werknemer, knelpunt):
    with pytest.raises(Invoerfout):
        zeg(ziek, werknemer, knelpunt, Keuze.INGETROKKEN)
    zeg(ziek, werknemer, knelpunt, Keuze.GEGEVEN)
    with pytest.raises(Invoerfout):
        zeg(ziek, werknemer, knelpunt, Keuze.GEGEVEN)
    zeg(ziek, werknemer, knelpunt, Keuze.GEWEIGERD)
    assert [keuze.keuze for keuze in Toestemmingskeuze.objects.order_by("id")] == ["gegeven", "ingetrokken"]


@pytest.fixture
def noteer(ziek, knelpunt):
    """Give a function that notes what the employee said."""

    def noteer(actor, **anders):
        gegeven = {"keuze": Keuze.GEGEVEN, "wijze": Wijze.SCHRIFTELIJK, "gezegd_op": vandaag(), "vindplaats": "map 12"}
        noteer_toestemming(
            dossier=ziek, actor=actor, toestemming_id=knelpunt.pk, genoteerd=Genoteerd(**{**gegeven, **anders})
        )

    return noteer


@pytest.fixture
def zonder_account(ziek):
    Werknemer.objects.filter(pk=ziek.werknemer_id).update(gebruiker=None)


def test_een_ander_noteert_alleen_voor_wie_geen_account_heeft(wereld, noteer):
    begeleider = wereld.actoren[Rol.PROCESBEGELEIDER]
    with pytest.raises(Invoerfout, match="antwoordt zelf"):
        noteer(begeleider)
    wereld.werknemer.gebruiker = None
    wereld.werknemer.save()
    with pytest.raises(Invoerfout):
        noteer(begeleider, wijze=Wijze.ZELF)
    for rol in (Rol.BEDRIJFSARTS, Rol.CASEMANAGER):
        with pytest.raises(NietGevonden):
            noteer(wereld.actoren[rol])
    noteer(begeleider)
    keuze = Toestemmingskeuze.objects.get()
    assert (keuze.wijze, keuze.door_id) == (Wijze.SCHRIFTELIJK, begeleider.gebruiker_id)
    assert (keuze.gezegd_op, keuze.vindplaats) == (vandaag(), "map 12")


def test_ook_zolang_niemand_weet_van_wie_het_account_is(wereld, noteer):
    Accountbevestiging.objects.all().delete()
    noteer(wereld.actoren[Rol.PROCESBEGELEIDER])


@pytest.mark.usefixtures("zonder_account")
@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"wijze": Wijze.MONDELING}, "wijze"),
        ({"vindplaats": "  "}, "vindplaats"),
        ({"gezegd_op": vandaag() + timedelta(days=1)}, "gezegd_op"),
        ({"keuze": Keuze.GEWEIGERD, "wijze": Wijze.MONDELING, "vindplaats": ""}, None),
    ],
)
def test_een_ja_moet_op_papier_staan_en_een_nee_niet(wereld, noteer, anders, veld):
    begeleider = wereld.actoren[Rol.PROCESBEGELEIDER]
    if veld is None:
        noteer(begeleider, **anders)
        return
    with pytest.raises(Invoerfout) as fout:
        noteer(begeleider, **anders)
    assert fout.value.veld == veld


def test_wie_een_account_krijgt_zegt_of_het_klopt(wereld, ziek, werknemer, knelpunt, noteer):
    Werknemer.objects.filter(pk=ziek.werknemer_id).update(gebruiker=None)
    noteer(wereld.actoren[Rol.PROCESBEGELEIDER])
    Werknemer.objects.filter(pk=ziek.werknemer_id).update(gebruiker=werknemer.gebruiker_id)
    (beeld,) = toestemmingen(werknemer, ziek)
    assert beeld.genoteerd
    assert zijn_er_genoteerd(ziek.pk)

    zeg(ziek, werknemer, knelpunt, Keuze.GEGEVEN)

    (beeld,) = toestemmingen(werknemer, ziek)
    assert (beeld.geldt, beeld.genoteerd) == (True, None)
    assert not zijn_er_genoteerd(ziek.pk)
    with pytest.raises(Invoerfout):
        zeg(ziek, werknemer, knelpunt, Keuze.GEGEVEN)


def test_wat_is_genoteerd_kan_de_werknemer_intrekken(wereld, ziek, werknemer, knelpunt, noteer):
    Werknemer.objects.filter(pk=ziek.werknemer_id).update(gebruiker=None)
    noteer(wereld.actoren[Rol.PROCESBEGELEIDER])
    Werknemer.objects.filter(pk=ziek.werknemer_id).update(gebruiker=werknemer.gebruiker_id)
    zeg(ziek, werknemer, knelpunt, Keuze.INGETROKKEN)
    (beeld,) = toestemmingen(werknemer, ziek)
    assert not beeld.geldt
    assert not zijn_er_genoteerd(ziek.pk)


def test_alleen_de_bedrijfsarts_vraagt_iets_medisch_dus_wat_hr_noteert_opent_dat_niet():
    assert VRAAGT[Toestemmingsdoel.BEHANDELAAR_VRAGEN] == {Rol.BEDRIJFSARTS}


@pytest.mark.parametrize("tabel", [Toestemming, Toestemmingskeuze])
def test_de_database_laat_niets_wissen_of_wijzigen(ziek, werknemer, knelpunt, tabel):
    zeg(ziek, werknemer, knelpunt, Keuze.GEGEVEN)
    rijen = tabel.objects.filter(dossier=ziek)
    for doe in (lambda: rijen._raw_delete(rijen.db), lambda: rijen.update(dossier=ziek)):
        with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
            doe()
    assert rijen.count() == 1
