"""What people wrote in a document is sealed in the database, row by row, and readable on the model."""

import json
import random
from itertools import pairwise

import pytest
from django.core.exceptions import FieldError
from django.db import connection, models, transaction
from django.test.utils import CaptureQueriesContext

from poortwijzer.formulieren.models import Formulier, Standpunt
from poortwijzer.formulieren.services import leg_standpunt_vast
from poortwijzer.kluis.beheer import vernietig
from poortwijzer.kluis.envelop import Beschadigd, KluisError, Verzegeld
from poortwijzer.kluis.installatiesleutel import KluisDicht
from poortwijzer.kluis.sleutelring import SleutelVernietigd, eigen_ring
from poortwijzer.kluis.vak import Vak
from poortwijzer.kluis.velden import Kluishouder, VerzegeldeTekst
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
KANARIE = "kanarie-7Q2X-tuberculose"
VERZEGELD = ("inhoud", "dictaten", "redenen", "inhoud_hash", "sporen")


def ruw(tabel: str, kolom: str) -> list[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {kolom} FROM {tabel} WHERE {kolom} IS NOT NULL ORDER BY id")  # noqa: S608  # our names
        return [bytes(waarde) for (waarde,) in cursor.fetchall()]


@pytest.fixture
def concept(plan) -> Formulier:
    plan.inhoud = {"einddoel": KANARIE}
    plan.redenen = [{"reden": KANARIE}]
    plan.save()
    return plan


def test_wat_iemand_schreef_staat_er_niet_leesbaar(concept):
    for kolom in VERZEGELD:
        assert all(KANARIE.encode() not in waarde for waarde in ruw("formulieren_formulier", kolom))
    gelezen = Formulier.objects.get(pk=concept.pk)
    assert (gelezen.inhoud, gelezen.redenen) == ({"einddoel": KANARIE}, [{"reden": KANARIE}])


def test_ook_een_standpunt_en_de_woorden_erbij(vastgesteld_plan, actoren):
    leg_standpunt_vast(
        vastgesteld_plan,
        partij=Rol.WERKNEMER,
        standpunt=Standpunt.Keuze.ONEENS,
        eigen_woorden=KANARIE,
        door=actoren[Rol.WERKNEMER],
    )

    assert b"oneens" not in b"".join(ruw("formulieren_standpunt", "standpunt"))
    assert KANARIE.encode() not in b"".join(ruw("formulieren_standpunt", "eigen_woorden"))
    gelezen = Standpunt.objects.get()
    assert (gelezen.standpunt, gelezen.eigen_woorden) == ("oneens", KANARIE)


def test_een_leeg_stuk_tekst_is_null(plan):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM formulieren_formulier WHERE inhoud_hash IS NULL")
        assert cursor.fetchone() == (1,)
    assert Formulier.objects.get(inhoud_hash__isnull=True).inhoud_hash == ""


def test_wie_de_waarde_niet_toont_opent_haar_niet(concept, settings):
    sleutels, settings.KLUIS_SLEUTELS = settings.KLUIS_SLEUTELS, "geen"

    gelezen = Formulier.objects.get(pk=concept.pk)
    assert gelezen.soort == "plan_van_aanpak"
    gelezen.save()
    with eigen_ring(), pytest.raises(KluisDicht):
        _ = gelezen.inhoud
    settings.KLUIS_SLEUTELS = sleutels
    with eigen_ring():
        assert Formulier.objects.get(pk=concept.pk).inhoud == {"einddoel": KANARIE}, "saved as it was read"


def test_een_veranderd_deel_in_het_geheugen_wordt_bewaard(concept):
    gelezen = Formulier.objects.get(pk=concept.pk)
    gelezen.inhoud["bijlage"] = "erbij"
    gelezen.save(update_fields=["inhoud"])

    assert Formulier.objects.get(pk=concept.pk).inhoud == {"einddoel": KANARIE, "bijlage": "erbij"}


def test_ook_wie_velden_later_ophaalt_leest_ze(concept):
    assert Formulier.objects.only("soort").get(pk=concept.pk).inhoud == {"einddoel": KANARIE}
    assert Formulier.objects.defer("inhoud").get(pk=concept.pk).redenen == [{"reden": KANARIE}]


def test_in_bulk_schrijven_verzegelt_ook(concept, plan):
    dubbel = [
        Formulier(
            dossier_id=plan.dossier_id,
            soort=soort,
            vormversie=1,
            inhoud={"einddoel": KANARIE},
            created_by_id=plan.created_by_id,
            updated_by_id=plan.updated_by_id,
        )
        for soort in ("evaluatie", "eindevaluatie")
    ]
    Formulier.objects.bulk_create(dubbel)
    for een in dubbel:
        een.inhoud = {"einddoel": KANARIE * 2}
    Formulier.objects.bulk_create(dubbel, update_conflicts=True, unique_fields=["id"], update_fields=["inhoud"])

    assert all(KANARIE.encode() not in waarde for waarde in ruw("formulieren_formulier", "inhoud"))
    assert Formulier.objects.get(soort="evaluatie").inhoud == {"einddoel": KANARIE * 2}


@pytest.mark.parametrize(
    "doe",
    [
        lambda: Formulier.objects.update(inhoud={"einddoel": KANARIE}),
        lambda: Formulier.objects.update(inhoud_hash=KANARIE),
        lambda: Formulier.objects.bulk_update(list(Formulier.objects.all()), ["inhoud"]),
        lambda: list(Formulier.objects.annotate(x=models.Value(KANARIE, output_field=VerzegeldeTekst()))),
    ],
    ids=["update", "update_tekst", "bulk_update", "value"],
)
def test_wat_zijn_rij_niet_kent_komt_er_niet_in(concept, doe):
    with pytest.raises(KluisError, match="sealed for a row"), transaction.atomic():
        doe()
    assert all(KANARIE.encode() not in waarde for waarde in ruw("formulieren_formulier", "inhoud"))


@pytest.mark.parametrize("vraag", [{"inhoud_hash": "x"}, {"inhoud__einddoel": "x"}, {"inhoud__contains": "x"}])
def test_op_wat_verzegeld_is_kan_niet_gezocht_worden(concept, vraag):
    with pytest.raises(FieldError):
        list(Formulier.objects.filter(**vraag))


def test_zonder_model_blijft_de_waarde_dicht(concept):
    (waarde,) = Formulier.objects.filter(pk=concept.pk).values_list("inhoud", flat=True)

    assert isinstance(waarde, Verzegeld)
    assert KANARIE not in repr(waarde)


def test_verwisselen_wordt_in_duizend_gevallen_geweigerd(concept, ander_dossier, actoren):
    """S9: two ciphertexts of the same table change places, in the same dossier or another, same column or another."""
    lot = random.Random(9)  # noqa: S311  # no secret
    stukken = [
        Formulier(
            dossier_id=lot.choice([concept.dossier_id, ander_dossier.pk]),
            soort=f"soort{nummer}",
            vormversie=1,
            inhoud={"einddoel": f"{KANARIE} {nummer}"},
            dictaten={"x": nummer},
            created_by_id=concept.created_by_id,
            updated_by_id=concept.updated_by_id,
        )
        for nummer in range(60)
    ]
    Formulier.objects.bulk_create(stukken)
    plekken = [(stuk.pk, kolom) for stuk in stukken for kolom in ("inhoud", "dictaten")]
    zegels = {plek: Formulier.objects.values_list(plek[1], flat=True).get(pk=plek[0]) for plek in plekken}
    geweigerd = 0
    for _ in range(1_000):
        een, ander = lot.sample(plekken, 2)
        rij = Formulier.objects.get(pk=een[0])
        rij.__dict__[een[1]] = zegels[ander]
        with pytest.raises(Beschadigd):
            getattr(rij, een[1])
        geweigerd += 1
    assert geweigerd == 1_000


def test_een_rij_die_naar_een_ander_dossier_is_geschoven_gaat_niet_open(concept, ander_dossier):
    Formulier.objects.filter(pk=concept.pk).update(dossier=ander_dossier)

    with pytest.raises(Beschadigd, match="another dossier"):
        _ = Formulier.objects.get(pk=concept.pk).inhoud


def test_verwisseld_in_de_database_wordt_geweigerd(concept, ander_dossier):
    kopie = Formulier.objects.create(
        dossier=ander_dossier,
        soort=concept.soort,
        vormversie=1,
        inhoud={"einddoel": "van een ander"},
        created_by_id=concept.created_by_id,
        updated_by_id=concept.updated_by_id,
    )
    zegels = [Formulier.objects.values_list("inhoud", flat=True).get(pk=een.pk) for een in (concept, kopie)]
    for een, zegel in zip((kopie, concept), zegels, strict=True):
        Formulier.objects.filter(pk=een.pk).update(inhoud=zegel)

    for een in (concept, kopie):
        with pytest.raises(Beschadigd):
            _ = Formulier.objects.get(pk=een.pk).inhoud


def test_na_vernietigen_is_het_stuk_weg_en_dat_van_een_ander_niet(concept, ander_dossier):
    blijft = Formulier.objects.create(
        dossier=ander_dossier,
        soort=concept.soort,
        vormversie=1,
        inhoud={"einddoel": "blijft"},
        created_by_id=concept.created_by_id,
        updated_by_id=concept.updated_by_id,
    )

    vernietig(concept.dossier_id)

    with pytest.raises(SleutelVernietigd):
        _ = Formulier.objects.get(pk=concept.pk).inhoud
    with pytest.raises(SleutelVernietigd), transaction.atomic():
        concept.save()
    assert Formulier.objects.get(pk=blijft.pk).inhoud == {"einddoel": "blijft"}


def test_elke_keer_bewaren_geeft_een_andere_tekst_in_de_database(concept):
    gezien = []
    for _ in range(3):
        concept.save()
        gezien += [waarde for waarde in ruw("formulieren_formulier", "inhoud") if len(waarde) > 60]

    assert all(een != ander for een, ander in pairwise(gezien))


def test_een_model_zonder_vak_wordt_bij_het_starten_geweigerd():
    veld = VerzegeldeTekst()
    veld.set_attributes_from_name("tekst")
    veld.model = type("Rij", (), {"_meta": Formulier._meta})

    assert [fout.id for fout in veld.check()] == ["kluis.E001"]
    veld.db_index = True
    assert "kluis.E002" in {fout.id for fout in veld.check()}
    with pytest.raises(NotImplementedError):
        Kluishouder().kluisvak()
    with pytest.raises(NotImplementedError):
        Kluishouder().kluiseigenaar()


def test_het_vak_van_een_standpunt_is_dat_van_zijn_stuk(vastgesteld_plan, actoren):
    leg_standpunt_vast(
        vastgesteld_plan, partij=Rol.WERKNEMER, standpunt=Standpunt.Keuze.EENS, door=actoren[Rol.WERKNEMER]
    )
    stuk = Formulier.objects.prefetch_related("standpunten").get(pk=vastgesteld_plan.pk)

    with CaptureQueriesContext(connection) as vragen:
        (standpunt,) = stuk.standpunten.all()
        assert standpunt.kluisvak() == Vak(stuk.dossier_id)
        assert standpunt.standpunt == "eens"
    assert len(vragen.captured_queries) == 0
    assert json.dumps(stuk.invullers)
