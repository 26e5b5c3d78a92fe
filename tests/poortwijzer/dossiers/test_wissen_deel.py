"""Erasing a part of a dossier: what is left, what stops half-way, and what the database refuses."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, models, transaction

from poortwijzer import audit
from poortwijzer.accounts.models import Gastlink, Gebruiker
from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.access import NietGevonden, access_dossier
from poortwijzer.dossiers.actions import (
    Invoerfout,
    blokkeer_wissen,
    noteer_bij_taak,
)
from poortwijzer.dossiers.models import (
    Betrokkene,
    Dossier,
    Feit,
    Taak,
    Werknemer,
    Wissing,
)
from poortwijzer.dossiers.queries import dossierlijst, werknemerslijst
from poortwijzer.dossiers.queries.bewaren import blokkades_van
from poortwijzer.dossiers.wissen import Wisopdracht, begin, maak_alles_af, wis
from poortwijzer.dossiers.wistabellen import BLIJFT, tabellen
from poortwijzer.kluis.beheer import vernietig
from poortwijzer.kluis.models import Sleutel
from poortwijzer.kluis.sleutelring import SleutelVernietigd, eigen_ring
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.kluis.velden import Kluishouder
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.gasten import Gastdoel
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
RE, MEDISCH = Vaksoort.RE_INTEGRATIE, Vaksoort.MEDISCH


def opdracht(dossier: Dossier, deel: Vaksoort = RE, **anders) -> Wisopdracht:
    gegevens = {"organisatie_id": dossier.werkgever_id, "grond": "bewaartermijn", "goedgekeurd_door": None}
    return Wisopdracht(dossier_id=dossier.pk, deel=deel, **{**gegevens, **anders})


def vraag_aan_huisarts(wereld, dossier: Dossier) -> Gastlink:
    return Gastlink.objects.create(
        token_hash=str(dossier.pk),
        dossier_id=dossier.pk,
        eigenaar=wereld.arbodienst,
        doel=Gastdoel.INFORMATIE_AANLEVEREN,
        deel=Deel.GASTANTWOORDEN,
        gast="huisarts",
        vraag="Wat is er aan de hand?",
        rol=Rol.BEDRIJFSARTS,
        created_by_id=wereld.actoren[Rol.BEDRIJFSARTS].gebruiker_id,
        expires_at=nu() + timedelta(days=14),
    )


# --- what the database refuses ----------------------------------------------------------------------------


def test_elke_tabel_die_een_dossier_noemt_zegt_hoe_zij_eindigt():
    genoemd = {tabel.model for tabel in tabellen()} | set(BLIJFT)
    noemen = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label != "tests"
        and (
            issubclass(model, Kluishouder)
            or any(
                veld.name == "dossier_id" or (isinstance(veld, models.ForeignKey) and veld.related_model is Dossier)
                for veld in model._meta.get_fields()
            )
        )
    }
    assert noemen - genoemd == set()


def test_zonder_wissing_en_van_een_ander_dossier_laat_de_database_niets_los(wereld, ziek):
    ander = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    Wissing.objects.create(
        dossier_id=ander.pk, kenmerk="x", deel=MEDISCH, organisatie=wereld.werkgever, grond="verzoek", begonnen_op=nu()
    )
    Wissing.objects.create(
        dossier_id=ziek.pk, kenmerk="x", deel=RE, organisatie=wereld.werkgever, grond="verzoek", begonnen_op=nu()
    )
    for fout in (
        lambda: Feit.objects.filter(dossier=ander)._raw_delete("default"),
        lambda: Feit.objects.filter(dossier=ziek).update(naam="anders"),
        lambda: Wissing.objects.filter(dossier_id=ziek.pk).update(dossier_id=ander.pk),
        lambda: Wissing.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            fout()
    assert Feit.objects.filter(dossier=ander).exists()


# --- erasing ----------------------------------------------------------------------------------------------


def test_een_gewist_dossier_is_uit_elke_tabel_en_lijst_en_een_ander_niet(wereld, ziek):
    ander = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    noteer_bij_taak(taak_id=Taak.objects.filter(dossier=ziek).first().pk, actor=wereld.hr, tekst="bellen")
    gebruiker_id = wereld.werknemer.gebruiker_id

    wissing = wis(opdracht(ziek, is_uit_dienst=True), actor=wereld.hr)

    for tabel in tabellen():
        assert not tabel.rijen([ziek.pk]).exists(), tabel.model
    assert not Dossier.objects.filter(pk=ziek.pk).exists()
    assert not Werknemer.objects.filter(pk=wereld.werknemer.pk).exists()
    assert not Gebruiker.objects.filter(pk=gebruiker_id).exists()
    assert [regel.kenmerk for regel in dossierlijst(wereld.hr).regels] == [ander.kenmerk]
    assert dossierlijst(wereld.hr, zoekterm=ziek.kenmerk).totaal == 0
    assert "Katja" not in str(werknemerslijst(wereld.hr))
    with pytest.raises(NietGevonden):
        access_dossier(wereld.hr, ziek.kenmerk, deel=Deel.TIJDLIJN)
    assert Feit.objects.filter(dossier=ander).first().waarde is not None
    assert Sleutel.objects.get(dossier_id=ziek.pk).ingepakt is None
    assert wissing.kopie_weg_op == vandaag() + timedelta(days=30)
    assert wissing.aantal_rijen > 10
    regels = Auditregel.objects.filter(dossier_id=ziek.pk, handeling="wissen").values_list("reden", flat=True)
    assert sorted(regels) == ["bewaartermijn", "sleutel vernietigd"]
    assert wis(opdracht(ziek), actor=wereld.hr).pk == wissing.pk, "doing it again does no harm"


def test_wie_nog_in_dienst_is_blijft_werknemer_als_het_dossier_weggaat(wereld, ziek):
    wis(opdracht(ziek, grond="verzoek"), actor=wereld.hr)
    assert Werknemer.objects.filter(pk=wereld.werknemer.pk).exists()
    assert Gebruiker.objects.filter(pk=wereld.werknemer.gebruiker_id).exists()


def test_het_medisch_deel_blijft_tot_zijn_eigen_termijn(wereld, ziek):
    link = vraag_aan_huisarts(wereld, ziek)
    arts = wereld.actoren[Rol.BEDRIJFSARTS]

    wis(opdracht(ziek, is_uit_dienst=True), actor=wereld.hr)

    with eigen_ring():
        assert Gastlink.objects.get(pk=link.pk).vraag == "Wat is er aan de hand?"
    assert access_dossier(arts, ziek.kenmerk, deel=Deel.GASTANTWOORDEN).werknemer.naam == "Katja Voorbeeld"
    for actor, deel in ((wereld.hr, Deel.TIJDLIJN), (arts, Deel.TIJDLIJN), (wereld.hr, Deel.PERSOON)):
        with pytest.raises(NietGevonden):
            access_dossier(actor, ziek.kenmerk, deel=deel)
    assert dossierlijst(wereld.hr).totaal == 0
    assert "Katja" not in str(werknemerslijst(wereld.hr))
    assert set(Betrokkene.objects.filter(dossier=ziek).values_list("rol", flat=True)) == {"bedrijfsarts"}
    over = Dossier.objects.select_related("werknemer").get(pk=ziek.pk)
    assert (over.eerste_ziektedag, over.werknemer.functie, over.werknemer.personeelsnummer) == (None, "", "")

    wis(opdracht(ziek, MEDISCH, organisatie_id=wereld.arbodienst.pk), actor=arts)

    assert not Dossier.objects.filter(pk=ziek.pk).exists()
    assert not Werknemer.objects.filter(pk=wereld.werknemer.pk).exists()
    assert not Sleutel.objects.filter(dossier_id=ziek.pk, ingepakt__isnull=False).exists()


def test_dat_er_een_medisch_deel_over_is_merkt_alleen_wie_daarvan_leest(wereld, ziek):
    """A refusal in place of "there is no such dossier" would tell the employer that a doctor wrote something."""
    vraag_aan_huisarts(wereld, ziek)
    wis(opdracht(ziek), actor=wereld.hr)
    anderen = {**wereld.actoren, Rol.WERKGEVER: wereld.hr}
    over = {Rol.BEDRIJFSARTS, Rol.WERKNEMER}
    assert {Rol.WERKGEVER, Rol.PRIVACY_OFFICER, Rol.CASEMANAGER} <= set(anderen)
    for rol in set(anderen) - over:
        for deel in Deel:
            for handeling in (Handeling.INZIEN, Handeling.MEDISCH_VASTLEGGEN, Handeling.CODE_GEVEN):
                with pytest.raises(NietGevonden):
                    access_dossier(anderen[rol], ziek.kenmerk, deel=deel, handeling=handeling)
    assert access_dossier(anderen[Rol.BEDRIJFSARTS], ziek.kenmerk, deel=Deel.MEDISCH_DOSSIER)


def test_een_blokkade_van_het_medisch_deel_blijft_als_het_andere_deel_weggaat(wereld, ziek):
    arts, officier = wereld.actoren[Rol.BEDRIJFSARTS], wereld.actoren[Rol.PRIVACY_OFFICER]
    gegevens = {"deel": MEDISCH, "grond": "procedure", "vanaf": vandaag()}
    with pytest.raises(Invoerfout, match="geen medisch deel"):
        blokkeer_wissen(dossier=ziek, actor=arts, **gegevens)
    vraag_aan_huisarts(wereld, ziek)
    blokkeer_wissen(dossier=ziek, actor=arts, toelichting="tuchtzaak", **gegevens)
    wis(opdracht(ziek), actor=wereld.hr)
    (beeld,) = blokkades_van(arts, Dossier.objects.get(pk=ziek.pk))
    assert (beeld.toelichting, beeld.loopt) == ("tuchtzaak", True)
    assert access_dossier(arts, ziek.kenmerk, deel=Deel.BEWAARTERMIJN)
    for wie in (wereld.hr, officier):
        with pytest.raises(NietGevonden):
            access_dossier(wie, ziek.kenmerk, deel=Deel.BEWAARTERMIJN)


def test_het_medisch_deel_kan_ook_eerder_weg(wereld, ziek):
    vraag_aan_huisarts(wereld, ziek)
    wis(opdracht(ziek, MEDISCH, organisatie_id=wereld.arbodienst.pk), actor=wereld.actoren[Rol.BEDRIJFSARTS])
    assert not Gastlink.objects.filter(dossier_id=ziek.pk).exists()
    assert access_dossier(wereld.hr, ziek.kenmerk, deel=Deel.TIJDLIJN).feiten.first().waarde is not None


def test_wat_halverwege_stopte_wordt_afgemaakt(wereld, ziek):
    wissing = begin(opdracht(ziek), actor=wereld.hr)
    assert Sleutel.objects.get(dossier_id=ziek.pk).ingepakt is not None
    assert maak_alles_af() == 1
    assert Sleutel.objects.get(dossier_id=ziek.pk).ingepakt is None
    wissing.refresh_from_db()
    assert wissing.afgerond_op is not None
    assert maak_alles_af() == 0


def test_ook_als_de_sleutel_al_weg_was_en_alleen_het_bewijs_nog_niet(wereld, ziek):
    begin(opdracht(ziek), actor=wereld.hr)
    vernietig(ziek.pk, RE)
    assert maak_alles_af() == 1
    assert Wissing.objects.get().kopie_weg_op is not None


def test_zonder_regel_in_het_logboek_wordt_er_niets_gewist(wereld, ziek, monkeypatch):
    def vol(**_):
        raise DatabaseError("disk full")

    monkeypatch.setattr(audit, "record", vol)
    with pytest.raises(DatabaseError), transaction.atomic():
        wis(opdracht(ziek), actor=wereld.hr)
    assert Feit.objects.filter(dossier=ziek).exists()
    assert Sleutel.objects.get(dossier_id=ziek.pk).ingepakt is not None


def test_wie_vernietigt_buiten_de_regels_om_leest_niets_meer(wereld, ziek):
    vernietig(ziek.pk, RE)
    with eigen_ring(), pytest.raises(SleutelVernietigd):
        str(Feit.objects.filter(dossier=ziek).first().waarde)
