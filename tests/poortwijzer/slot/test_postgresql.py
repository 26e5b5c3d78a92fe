"""The locks in the database, met as the program meets them: with its role, that owns nothing."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from proefwereld import Proefwereld
from slotwereld import maak_traject

from poortwijzer.accounts import demo
from poortwijzer.accounts.models import Afdeling, Gebruiker, Organisatie
from poortwijzer.dossiers.access import bereikbaar
from poortwijzer.dossiers.models import Dossier, Werknemer
from poortwijzer.lib.klok import nu
from poortwijzer.slot import wie
from poortwijzer.slot.eigenaar import als_eigenaar, vergeet_wie
from poortwijzer.slot.regels import richt_in, zonder_slot
from poortwijzer.slot.tabellen import OP_SLOT, Regel
from poortwijzer.toegang.aanspraak import voor
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol
from poortwijzer.werkaanpassing.models import Knelpuntregel, Oplossingregel, Ronde, Traject

# By which column a row is of an employer, where it has one; else by its dossier.
WERKGEVERSKOLOM = ("organisatie_id", "werkgever_id", "opdrachtgever_id")
# What the employer owns and HR does not read: the medical record, and what three people fill in for a trajectory.
NIET_VAN_HR = frozenset(
    {
        "medisch_medischeregel",
        "werkaanpassing_lijst",
        "werkaanpassing_knelpuntregel",
        "werkaanpassing_oplossingregel",
    }
)


@contextmanager
def rauw() -> Iterator[Any]:
    """Ask past Django and past the watch, as somebody would who forgot them."""
    with connection.connection.cursor() as cursor:
        yield cursor


def tel(tabel: str) -> int:
    with rauw() as cursor:
        cursor.execute(f"SELECT count(*) FROM {tabel}")  # noqa: S608  # our own tables
        return cursor.fetchone()[0]


def kolommen(tabel: str) -> list[str]:
    with connection.cursor() as cursor:
        return [kolom.name for kolom in connection.introspection.get_table_description(cursor, tabel)]


def van_wie(tabel: str, wereld: Proefwereld) -> str:
    """Give the condition, in SQL, of the rows that belong to the employer of the other tenant."""
    elders = wereld.dossiers["e"].dossier
    aanwezig = kolommen(tabel)
    if tabel == "dossiers_betrokkene":  # of the own people one sees for whom they work there
        return f"dossier_id = '{elders.pk}' AND organisatie_id = '{elders.werkgever_id}'"
    if "dossier_id" in aanwezig and tabel not in {"dossiers_wissing", "audit_auditregel"}:
        return f"dossier_id = '{elders.pk}'"
    if kolom := next((kolom for kolom in WERKGEVERSKOLOM if kolom in aanwezig), None):
        return f"{kolom} = '{elders.werkgever_id}'"
    stukken = f"SELECT id FROM formulieren_formulier WHERE dossier_id = '{elders.pk}'"  # noqa: S608  # our own
    assert "formulier_id" in aanwezig, tabel
    return f"formulier_id IN ({stukken})"


def hr_van(wereld: Proefwereld, merk: str) -> Actor:
    return Actor(
        gebruiker_id=wereld.dossiers[merk].dossier.pk,  # nobody: the organisation alone must decide
        rol=Rol.WERKGEVER,
        organisatie_id=wereld.dossiers[merk].dossier.werkgever_id,
        naam="",
    )


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("tabel", OP_SLOT)
def test_zonder_wie_geeft_geen_tabel_een_rij(wereld, tabel):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")  # as the test itself, who may see it all
    assert tel(tabel) > 0, "without rows this proves nothing"
    vergeet_wie()
    assert tel(tabel) == 0


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("tabel", OP_SLOT)
def test_een_werkgever_ziet_en_wijzigt_van_een_ander_niets(wereld, tabel):
    ander = van_wie(tabel, wereld)
    namen = ", ".join(f'"{naam}"' for naam in kolommen(tabel))
    plekken = ", ".join("%s" for _ in kolommen(tabel))
    zie = f"SELECT {namen} FROM {tabel} WHERE {ander}"  # noqa: S608  # our own tables, as below
    zet_erbij = f"INSERT INTO {tabel} ({namen}) OVERRIDING SYSTEM VALUE VALUES ({plekken})"  # noqa: S608  # as above
    with connection.cursor() as cursor:
        cursor.execute(zie)
        rijen = cursor.fetchall()
        assert rijen, "without rows of the other this proves nothing"
        sleutel = connection.introspection.get_primary_key_column(cursor, tabel)
        with voor(hr_van(wereld, "c")):
            cursor.execute(zie)
            assert cursor.fetchall() == []
            for wijzig in (f"UPDATE {tabel} SET {sleutel} = {sleutel}", f"DELETE FROM {tabel}"):  # noqa: S608  # as above
                cursor.execute(f"{wijzig} WHERE {ander}")
                assert cursor.rowcount == 0
        with voor(hr_van(wereld, "c")), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            cursor.execute(zet_erbij, rijen[0])


@pytest.mark.django_db(databases="__all__")
def test_niemand_verlengt_een_rol_van_de_eigen_mensen_op_een_dossier_van_een_ander(wereld):
    elders = wereld.dossiers["e"].dossier.pk
    eigen = hr_van(wereld, "c").organisatie_id
    with connection.cursor() as cursor, voor(hr_van(wereld, "c")):
        cursor.execute(
            "SELECT count(*) FROM dossiers_betrokkene WHERE dossier_id = %s AND organisatie_id = %s", [elders, eigen]
        )
        assert cursor.fetchone() > (0,)
        cursor.execute("UPDATE dossiers_betrokkene SET tot = NULL WHERE dossier_id = %s", [elders])
        assert cursor.rowcount == 0


@pytest.mark.django_db(databases="__all__")
def test_een_werkgever_ziet_al_het_eigen_behalve_wat_medisch_is(wereld):
    eigen = wereld.dossiers["c"].dossier
    for tabel in OP_SLOT:
        if "dossier_id" not in kolommen(tabel) or tabel in {"dossiers_wissing", "audit_auditregel"}:
            continue
        with connection.cursor() as cursor:
            vraag = f"SELECT count(*) FROM {tabel} WHERE dossier_id = '{eigen.pk}'"  # noqa: S608  # our own tables
            cursor.execute(vraag)
            (alle,) = cursor.fetchone()
            with voor(hr_van(wereld, "c")):
                cursor.execute(vraag)
                (gezien,) = cursor.fetchone()
        assert gezien == (0 if tabel in NIET_VAN_HR else alle), tabel


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("rol", Rol)
def test_het_slot_laat_precies_door_wie_een_weg_naar_binnen_heeft(wereld, rol):
    """The conditions of `dossiers.access`, and beside those only: the own employer, and the own dossier."""
    persoon = next(persoon for persoon in demo.PERSONEN if persoon.rol is rol)
    actor = Actor(gebruiker_id=persoon.id, rol=rol, organisatie_id=persoon.organisatie.id, naam="")
    bereikt = set(bereikbaar(actor).values_list("pk", flat=True))
    eigen = set(Dossier.objects.filter(werknemer__gebruiker=persoon.id).values_list("pk", flat=True))
    van_werkgever = set(Dossier.objects.filter(werkgever=persoon.organisatie.id).values_list("pk", flat=True))
    with voor(actor):
        gezien = set(Dossier.objects.values_list("pk", flat=True))
    assert gezien == bereikt | eigen | van_werkgever
    assert wereld.dossiers["e"].dossier.pk not in gezien


@pytest.mark.django_db(databases="__all__")
def test_een_bedrijfsarts_van_buiten_leest_het_medische_deel_alleen_met_een_rol(wereld):
    persoon = next(persoon for persoon in demo.PERSONEN if persoon.rol is Rol.BEDRIJFSARTS)
    arts = Actor(gebruiker_id=persoon.id, rol=Rol.BEDRIJFSARTS, organisatie_id=persoon.organisatie.id, naam="")
    with connection.cursor() as cursor, voor(arts):
        cursor.execute("SELECT DISTINCT dossier_id FROM medisch_medischeregel")
        gezien = {dossier_id for (dossier_id,) in cursor.fetchall()}
    assert wereld.dossiers["b"].dossier.pk in gezien
    assert wereld.dossiers["c"].dossier.pk not in gezien
    assert wereld.dossiers["e"].dossier.pk not in gezien


@pytest.mark.django_db(databases="__all__")
def test_wat_een_partij_voorbereidt_is_er_voor_de_ander_niet(wereld):
    """Of both forms, and of the ideas: until both talk, and until both are ready, each finds only the own rows."""
    traject = maak_traject(wereld.dossiers["b"].dossier, begeleider_id=demo.demo_gebruiker_id(Rol.PROCESBEGELEIDER))
    wie_zij_zijn = {persoon.rol: persoon for persoon in demo.PERSONEN}
    werknemer = Gebruiker.objects.maak(email="zelf@demo.example", naam="Zelf").pk
    Werknemer.objects.filter(dossiers=traject.dossier_id).update(gebruiker=werknemer)

    def gezien(rol: Rol) -> tuple[set[str], set[str]]:
        persoon = wie_zij_zijn[rol]
        gebruiker_id = werknemer if rol is Rol.WERKNEMER else persoon.id
        actor = Actor(gebruiker_id=gebruiker_id, rol=rol, organisatie_id=persoon.organisatie.id, naam="")
        with voor(actor):
            regels = Knelpuntregel.objects.filter(dossier_id=traject.dossier_id).values_list(
                "lijst__variant", flat=True
            )
            ideeen = Oplossingregel.objects.filter(dossier_id=traject.dossier_id)
            return set(regels), set(ideeen.values_list("aangedragen_door", flat=True))

    partijen = {"werknemer", "leidinggevende"}
    samen = "gezamenlijk"
    assert gezien(Rol.WERKNEMER) == ({"werknemer", samen}, {"werknemer"})
    assert gezien(Rol.LEIDINGGEVENDE) == ({"leidinggevende", samen}, {"leidinggevende"})
    assert gezien(Rol.PROCESBEGELEIDER) == ({*partijen, samen}, partijen)
    assert gezien(Rol.CASEMANAGER) == gezien(Rol.BEDRIJFSARTS) == (set(), set())

    rondes = Ronde.objects.filter(traject=traject)
    rondes.update(samen_op=nu(), klaar_werknemer_op=nu())
    assert gezien(Rol.WERKNEMER) == ({*partijen, samen}, {"werknemer"})
    assert gezien(Rol.LEIDINGGEVENDE) == ({"leidinggevende", samen}, {"leidinggevende"})
    rondes.update(klaar_leidinggevende_op=nu())
    assert gezien(Rol.WERKNEMER)[1] == gezien(Rol.LEIDINGGEVENDE)[1] == partijen
    Traject.objects.filter(pk=traject.pk).update(begeleider=None, begeleider_verklaarde_op=None)
    assert gezien(Rol.PROCESBEGELEIDER) == (set(), set())


@pytest.mark.django_db(databases="__all__")
def test_een_gast_en_een_houder_krijgen_hun_eigen_rij_en_verder_niets(wereld):
    proef = wereld.dossiers["c"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT token_hash FROM accounts_gastlink WHERE id = %s", [proef.link_id])
        (token_hash,) = cursor.fetchone()
        with wie.gast(proef.link_id):
            cursor.execute("SELECT id FROM dossiers_dossier")
            assert cursor.fetchall() == [(proef.dossier.pk,)]
        with wie.houder(token_hash):
            cursor.execute("SELECT id FROM accounts_gastlink")
            assert cursor.fetchall() == [(proef.link_id,)]
            cursor.execute("SELECT id FROM dossiers_dossier")
            assert cursor.fetchall() == []
        with wie.houder("nieuw@c.example"):
            cursor.execute("SELECT email FROM accounts_uitnodiging")
            assert cursor.fetchall() == [("nieuw@c.example",)]


# --- one connection for many ---------------------------------------------------------------------------------


def twee_werkgevers() -> tuple[Actor, Actor]:
    actoren = []
    for naam in ("A", "B"):
        organisatie = Organisatie.objects.create(naam=naam, soort="werkgever")
        Afdeling.objects.create(organisatie=organisatie, naam=f"afdeling {naam}")
        actoren.append(Actor(gebruiker_id=organisatie.pk, rol=Rol.WERKGEVER, organisatie_id=organisatie.pk, naam=""))
    return actoren[0], actoren[1]


def afdelingen() -> list[str]:
    return sorted(Afdeling.objects.values_list("naam", flat=True))


def deel_door_nul(gezien: list[str]) -> None:
    """Let the database give an error, after it was told who asks."""
    assert gezien == ["afdeling B"]
    connection.cursor().execute("SELECT 1 / 0")


@pytest.mark.django_db(transaction=True)
def test_een_verbinding_die_opnieuw_wordt_gebruikt_is_van_wie_nu_vraagt_ook_na_een_fout():
    een, twee = twee_werkgevers()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        proces = cursor.fetchone()
        with voor(een):
            assert afdelingen() == ["afdeling A"]
        with voor(twee):
            with pytest.raises(DatabaseError), transaction.atomic():
                deel_door_nul(afdelingen())
            # What was said in the transaction was taken back with it: to the database it was the first who asked.
            assert afdelingen() == ["afdeling B"]
        cursor.execute("SELECT pg_backend_pid()")
        assert cursor.fetchone() == proces, "this proves something about one connection only"
    vergeet_wie()
    assert tel("accounts_afdeling") == 0


@pytest.mark.django_db(transaction=True)
def test_ook_na_terugdraaien_tot_een_tussenpunt_is_zij_van_wie_nu_vraagt():
    een, twee = twee_werkgevers()
    with transaction.atomic():
        with voor(een):
            assert afdelingen() == ["afdeling A"]
        with voor(twee):
            with pytest.raises(DatabaseError), transaction.atomic():
                deel_door_nul(afdelingen())
            assert afdelingen() == ["afdeling B"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("tussenpunt", [True, False])
def test_ook_als_het_programma_zelf_terugdraait_en_een_ander_verdergaat(tussenpunt):
    een, twee = twee_werkgevers()
    with transaction.atomic() if tussenpunt else nullcontext():
        with voor(een):
            assert afdelingen() == ["afdeling A"]
        with suppress(KeyError), transaction.atomic():
            with voor(twee):
                assert afdelingen() == ["afdeling B"]
            raise KeyError
        assert afdelingen() == ["afdeling A", "afdeling B"]  # the test itself, as which was gone back
        with voor(twee):
            assert afdelingen() == ["afdeling B"]
        with voor(een):
            assert afdelingen() == ["afdeling A"]
    vergeet_wie()
    assert tel("accounts_afdeling") == 0


@pytest.mark.django_db(transaction=True)
def test_na_een_verzoek_weet_de_verbinding_niet_meer_van_wie_zij_was(client):
    een, _twee = twee_werkgevers()
    with voor(een):
        assert afdelingen() == ["afdeling A"]
        client.get("/account/login/")
        assert tel("accounts_afdeling") == 0


# --- the check sees an open lock -------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("open_", ["DISABLE ROW LEVEL SECURITY", "NO FORCE ROW LEVEL SECURITY"])
def test_een_tabel_waarvan_het_slot_af_is_valt_op(open_):
    twee_werkgevers()
    assert zonder_slot("default") == []
    try:
        with als_eigenaar("default") as eigenaar, eigenaar.cursor() as cursor:
            cursor.execute(f"ALTER TABLE accounts_afdeling {open_}")
        assert zonder_slot("default") == ["accounts_afdeling"]
        vergeet_wie()
        assert tel("accounts_afdeling") == (2 if "DISABLE" in open_ else 0)
    finally:
        richt_in("default")
    assert zonder_slot("default") == []
    vergeet_wie()
    assert tel("accounts_afdeling") == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("opdracht", "wat"),
    [
        ("CREATE POLICY lek ON accounts_afdeling FOR SELECT USING (TRUE)", "accounts_afdeling (other policies)"),
        ("ALTER POLICY slot_zien ON accounts_afdeling USING (TRUE)", "accounts_afdeling (other policies)"),
        ("ALTER POLICY slot_eigenaar ON accounts_afdeling TO PUBLIC", "accounts_afdeling (other policies)"),
        ("ALTER POLICY slot_maken ON accounts_afdeling WITH CHECK (TRUE)", "accounts_afdeling (other policies)"),
        ("DROP POLICY slot_zien ON accounts_afdeling", "accounts_afdeling (other policies)"),
        ("COMMENT ON POLICY slot_eigenaar ON accounts_afdeling IS NULL", "accounts_afdeling (other policies)"),
        (
            "CREATE OR REPLACE FUNCTION slot.werk() RETURNS boolean LANGUAGE sql AS 'SELECT TRUE'",
            "slot (other functions)",
        ),
    ],
)
def test_een_regel_die_het_programma_niet_maakte_valt_op_en_gaat_weg(opdracht, wat):
    """Whoever may add one policy opens a table for everybody: of several, one yes is enough."""
    een, _twee = twee_werkgevers()
    try:
        with als_eigenaar("default") as eigenaar, eigenaar.cursor() as cursor:
            cursor.execute(opdracht)
        assert zonder_slot("default") == [wat]
    finally:
        richt_in("default")
    assert zonder_slot("default") == []
    with voor(een):
        assert afdelingen() == ["afdeling A"]


@pytest.mark.django_db(transaction=True)
def test_een_slot_van_een_andere_versie_van_het_programma_valt_op(monkeypatch):
    anders = {**OP_SLOT, "accounts_afdeling": Regel(zien="FALSE")}
    monkeypatch.setattr("poortwijzer.slot.regels.OP_SLOT", anders)
    assert zonder_slot("default") == ["accounts_afdeling (other policies)"]


@pytest.mark.django_db(transaction=True)
def test_een_tabel_die_er_niet_is_of_bedekt_wordt_valt_op():
    """A search path that leads past the tables finds none, and none is not the same as all locked."""
    with connection.cursor() as cursor:
        cursor.execute("SET search_path = slot")
        try:
            assert zonder_slot("default") == [f"{naam} (not found)" for naam in sorted(OP_SLOT)]
        finally:
            cursor.execute("RESET search_path")
    with als_eigenaar("default") as eigenaar, eigenaar.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE accounts_afdeling (id uuid)")
        assert zonder_slot("default") == ["accounts_afdeling"]
    assert zonder_slot("default") == []


@pytest.mark.django_db(transaction=True)
def test_zonder_regel_op_een_tabel_met_slot_komt_niemand_meer_bij_haar_rijen():
    een, _twee = twee_werkgevers()
    try:
        with als_eigenaar("default") as eigenaar, eigenaar.cursor() as cursor:
            cursor.execute("DROP POLICY slot_zien ON accounts_afdeling")
        with voor(een):
            assert afdelingen() == []
    finally:
        richt_in("default")
    with voor(een):
        assert afdelingen() == ["afdeling A"]
