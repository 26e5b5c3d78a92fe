"""What people wrote or declared about a dossier is sealed in every table, and costs no query per row."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, connections, models, transaction
from django.test.utils import CaptureQueriesContext

from poortwijzer.dossiers.actions import (
    begin_stuk,
    bewaar_stuk,
    leg_feit_vast,
    noteer_bij_taak,
    stel_afwijking_voor,
    stel_taak_uit,
    trek_feit_in,
    voeg_betrokkene_toe,
)
from poortwijzer.dossiers.assessments import bijwerken
from poortwijzer.dossiers.keuzes import Aantekeningsoort
from poortwijzer.dossiers.models import Beoordeling, Dossier, Feit, Taak, Taakaantekening, Uitkomstsporen, Ziekmelding
from poortwijzer.dossiers.proefdata import Proefopzet, maak_proefdossiers
from poortwijzer.dossiers.queries import werklijst
from poortwijzer.dossiers.queries.werklijst import GEWIST
from poortwijzer.kluis.beheer import vernietig
from poortwijzer.kluis.installatiesleutel import KluisDicht
from poortwijzer.kluis.router import ALIAS
from poortwijzer.kluis.sleutelring import SleutelVernietigd, eigen_ring
from poortwijzer.kluis.velden import VerzegeldVeld
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.rollen import Rol

KANARIE = "kanarie-7Q2X-kwikstaart"
# Free text that is no part of a dossier; anything else that can hold text must be sealed or stand here with a reason.
OPEN_TEKST = {
    "dossiers.werknemer.naam": "searched and sorted",
    "dossiers.werknemer.personeelsnummer": "searched",
    "dossiers.werknemer.functie": "shown in lists",
    "dossiers.dossier.kenmerk": "the reference",
    "dossiers.dossier.verzuimstand": "a state, in lists",
    "dossiers.dossier.eerstvolgende_norm": "id of a norm",
    "dossiers.dossier.eerstvolgende_status": "a state, sorted",
    "dossiers.dossier.oordeel": "a word of a list, sorted and counted",
    "dossiers.dossier.zwakste_norm": "id of a norm",
    "dossiers.dossier.catalogusversie": "a version",
    "dossiers.accountbevestiging.code_hash": "a hash; decides who gets in",
    "dossiers.betrokkene.rol": "decides who gets in",
    "dossiers.delegatie.taken": "words of a list; decides who gets in",
    "dossiers.bewaarblokkade.deel": "a part",
    "dossiers.bewaarblokkade.grond": "a ground of a list",
    "dossiers.bewaartermijn.deel": "a part",
    "dossiers.waarneming.rol": "a role",
    "dossiers.bewaartermijn.motivering": "why an organisation keeps longer; of no dossier",
    "dossiers.bijlage.bestandstype": "a type of file",
    "dossiers.bijlage.deel": "a part",
    "dossiers.bijlage.ontvangen_van": "a party",
    "dossiers.bijlage.rol": "a role",
    "dossiers.correctieverzoek.antwoord": "an answer of a list",
    "dossiers.correctieverzoek.gericht_aan": "a party",
    "dossiers.toestemming.deel": "a part",
    "dossiers.toestemming.doel": "a purpose of a list",
    "dossiers.toestemming.rol": "a role",
    "dossiers.toestemmingskeuze.keuze": "yes, no or withdrawn",
    "dossiers.toestemmingskeuze.wijze": "how it was said, of a list",
    "dossiers.toestemmingskeuze.vindplaats": "a reference to paper, as of a contract",
    "dossiers.wisregel.blokkade": "a ground of a list",
    "dossiers.wisregel.deel": "a part",
    "dossiers.wisregel.fout": "the name of a fault",
    "dossiers.wisregel.kenmerk": "the reference",
    "dossiers.wisregel.na_te_gaan": "words of a list",
    "dossiers.wisregel.norm": "id of a norm",
    "dossiers.wisregel.uitkomst": "a state",
    "dossiers.wisronde.grond": "a ground of a list",
    "dossiers.wisronde.stand": "a state",
    "dossiers.wisronde.uitzondering": "an exception of a list",
    "dossiers.wissing.deel": "a part",
    "dossiers.wissing.grond": "a ground of a list",
    "dossiers.wissing.kenmerk": "the reference",
    "dossiers.wissing.norm": "id of a norm",
    "dossiers.wissing.uitzondering": "an exception of a list",
    "dossiers.feit.naam": "which fact, not its value",
    "dossiers.feit.gever": "which party",
    "dossiers.beoordeling.catalogusversie": "a version",
    "dossiers.beoordeling.feiten": "numbers of facts",
    "dossiers.onderhoud.catalogusversie": "a version",
    "dossiers.taak.soort": "counted",
    "dossiers.taak.norm": "id of a norm",
    "dossiers.taak.item": "which period or fact, part of the name of a task",
    "dossiers.taak.status": "counted",
    "dossiers.taak.ontbreekt": "names of facts",
    "dossiers.taakaantekening.taaksoort": "name of the task",
    "dossiers.taakaantekening.norm": "name of the task",
    "dossiers.taakaantekening.item": "name of the task",
    "dossiers.taakaantekening.soort": "a kind",
    "formulieren.formulier.soort": "a kind",
    "formulieren.formulier.status": "a state",
    "formulieren.formulier.invullers": "which role filled which field",
    "formulieren.formulier.vastgesteld_als": "a role",
    "formulieren.klad.namens": "a role",
    "formulieren.standpunt.partij": "a role",
}


@pytest.fixture
def beschreven(wereld, ziek) -> Dossier:
    """A dossier with the canary in everything a person can write."""
    dag = (vandaag() - timedelta(days=3)).isoformat()
    feit = leg_feit_vast(
        dossier=ziek, actor=wereld.hr, naam="correspondentie", waarde={"verzonden_op": dag, "van": "werkgever"}
    )
    trek_feit_in(dossier=ziek, actor=wereld.hr, feit_id=feit.pk, motivering=KANARIE)
    stel_afwijking_voor(
        dossier=ziek, actor=wereld.hr, norm="PRG-4-1", nieuwe_dag=vandaag() + timedelta(days=30), reden=KANARIE
    )
    Ziekmelding.objects.create(
        dossier=ziek,
        feit=feit,
        bereikbaar_op=KANARIE,
        verblijfadres=KANARIE,
        lopend_werk=KANARIE,
        is_arbeidsongeval=True,
    )
    stuk = begin_stuk(dossier=ziek, actor=wereld.hr, soort="plan_van_aanpak")
    bewaar_stuk(
        dossier=ziek, actor=wereld.hr, stuk_id=stuk.pk, wijzigingen={"einddoel": KANARIE}, verwachte_versie=stuk.versie
    )
    taak = Taak.objects.filter(dossier=ziek).first()
    noteer_bij_taak(taak_id=taak.pk, actor=wereld.hr, tekst=KANARIE)
    stel_taak_uit(taak_id=taak.pk, actor=wereld.hr, tot=vandaag() + timedelta(days=2), reden=KANARIE)
    voeg_betrokkene_toe(
        dossier=ziek,
        actor=wereld.hr,
        gebruiker_id=wereld.actoren[Rol.PROCESBEGELEIDER].gebruiker_id,
        rol=Rol.PROCESBEGELEIDER,
        doel=KANARIE,
    ) if not ziek.betrokkenen.filter(rol=Rol.PROCESBEGELEIDER).exists() else None
    return ziek


def tel(doe):
    with eigen_ring(), CaptureQueriesContext(connections[ALIAS]) as gevangen:
        antwoord = doe()
    return antwoord, len(gevangen.captured_queries)


def test_elke_kolom_die_tekst_kan_bevatten_is_verzegeld_of_staat_hier_met_een_reden():
    tekst = (models.CharField, models.TextField, models.JSONField)
    kolommen = {
        f"{model._meta.label_lower}.{veld.name}"
        for app in ("dossiers", "formulieren")
        for model in apps.get_app_config(app).get_models()
        for veld in model._meta.fields
        if isinstance(veld, tekst)
    }
    assert kolommen == set(OPEN_TEKST)


def test_in_geen_tabel_staat_wat_iemand_schreef(beschreven):
    gelezen = 0
    for tabel in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(tabel)}")  # noqa: S608  # our own tables
            for rij in cursor.fetchall():
                gelezen += 1
                assert KANARIE not in " ".join(str(cel) for cel in rij), tabel
                assert KANARIE.encode() not in b" ".join(bytes(c) for c in rij if isinstance(c, bytes | memoryview))
    assert gelezen > 50


def test_op_het_model_staat_het_wel(beschreven):
    assert Feit.objects.filter(dossier=beschreven, waarde__isnull=True).get().motivering == KANARIE
    assert Feit.objects.get(dossier=beschreven, naam="afwijkingen").waarde["reden"] == KANARIE
    melding = Ziekmelding.objects.get(bereikbaar_op__isnull=False)
    assert (melding.verblijfadres, melding.verwachte_duur, melding.is_arbeidsongeval) == (KANARIE, "onbekend", True)
    assert melding.is_verkeersongeval_met_verhaal is None
    assert beschreven.formulieren.get().inhoud == {"einddoel": KANARIE}
    assert {rij.tekst for rij in Taakaantekening.objects.all()} == {KANARIE}
    assert KANARIE in {taak.notitie for taak in Taak.objects.filter(dossier=beschreven)}


def test_een_aantekening_zonder_tekst_of_een_rol_zonder_doel_weigert_de_database(wereld, ziek):
    taak = Taak.objects.filter(dossier=ziek).first()
    for soort, opties in ((Aantekeningsoort.NOTITIE, {}), (Aantekeningsoort.UITGESTELD, {"tot": vandaag()})):
        with pytest.raises(IntegrityError), transaction.atomic():
            Taakaantekening.objects.create(
                dossier=ziek,
                taaksoort=taak.soort,
                norm="X",
                soort=soort,
                door_id=wereld.hr.gebruiker_id,
                op=nu(),
                **opties,
            )
    with pytest.raises(IntegrityError), transaction.atomic():
        ziek.betrokkenen.create(
            gebruiker_id=wereld.vreemden[Rol.CASEMANAGER].gebruiker_id, rol=Rol.CASEMANAGER, doel="", vanaf=vandaag()
        )


def test_een_rij_vindt_altijd_haar_dossier_en_eigenaar(beschreven, wereld):
    verzegeld = [
        model
        for app in ("dossiers", "formulieren")
        for model in apps.get_app_config(app).get_models()
        if any(isinstance(veld, VerzegeldVeld) for veld in model._meta.fields)
    ]
    assert len(verzegeld) >= 14
    for model in verzegeld:
        for rij in model.objects.all()[:2]:
            assert rij.kluisvak().dossier_id == beschreven.pk
            assert rij.kluiseigenaar() == wereld.werkgever.pk


@pytest.fixture
def veel(wereld) -> list[Dossier]:
    casemanager = wereld.actoren[Rol.CASEMANAGER]
    opzet = Proefopzet(
        werkgever_id=wereld.werkgever.pk,
        betrokkenen={Rol.CASEMANAGER: (casemanager.gebruiker_id, wereld.werkgever.pk)},
    )
    ids = maak_proefdossiers(60, zaad=5, opzet=opzet, vandaag=vandaag())
    return list(Dossier.objects.filter(pk__in=ids))


def test_bijwerken_vraagt_de_sleutels_per_partij_en_niet_per_dossier(veel):
    verslag, aantal = tel(lambda: bijwerken(vandaag()))

    assert verslag.gedaan == len(veel)
    assert aantal <= 2
    assert Beoordeling.objects.count() == Uitkomstsporen.objects.count() == len(veel)


def test_de_werklijst_vraagt_de_sleutels_van_alle_rijen_in_een_keer(veel, wereld):
    bijwerken(vandaag())

    lijst, aantal = tel(lambda: werklijst(wereld.actoren[Rol.CASEMANAGER], per_pagina=500))

    assert len({regel.kenmerk for regel in lijst.regels}) > 10
    assert aantal == 1


def test_bijwerken_verandert_ook_bestaande_taken_en_houdt_wat_mensen_erbij_zetten(beschreven):
    voor = {taak.pk for taak in Taak.objects.filter(dossier=beschreven)}

    bijwerken(vandaag() + timedelta(days=100))

    na = Taak.objects.filter(dossier=beschreven)
    assert voor & {taak.pk for taak in na}
    assert KANARIE in {taak.notitie for taak in na}


def test_een_gewist_dossier_houdt_de_lijst_en_het_bijwerken_van_de_andere_niet_op(veel, wereld):
    bijwerken(vandaag())
    weg = Taak.objects.values_list("dossier_id", flat=True).order_by("pk").first()
    vernietig(weg)

    lijst = werklijst(wereld.actoren[Rol.CASEMANAGER], per_pagina=500)
    gewist = [regel for regel in lijst.regels if regel.reden.sjabloon == GEWIST]
    assert {regel.kenmerk for regel in gewist} == {Dossier.objects.get(pk=weg).kenmerk}
    assert len(gewist) < len(lijst.regels)
    verslag = bijwerken(vandaag() + timedelta(days=400))
    assert verslag.mislukt in ({str(weg): "SleutelVernietigd"}, {})
    assert verslag.gedaan > 10


def test_zonder_sleutel_stopt_het_bijwerken_meteen(veel, settings):
    settings.KLUIS_SLEUTELS = "geen"

    with eigen_ring(), pytest.raises(KluisDicht):
        bijwerken(vandaag())
    assert not Beoordeling.objects.exists()


def test_na_vernietigen_kan_niemand_nog_iets_bij_dit_dossier_schrijven(beschreven, wereld):
    vernietig(beschreven.pk)

    with pytest.raises(SleutelVernietigd):
        leg_feit_vast(
            dossier=beschreven,
            actor=wereld.hr,
            naam="correspondentie",
            waarde={"verzonden_op": vandaag().isoformat(), "van": "werkgever"},
        )
