"""A name with letters outside ASCII is the same name on SQLite and PostgreSQL, in capitals or not."""

from dataclasses import replace

import pytest
from django.db import connection
from django.db.models import Value
from django.db.models.functions import Lower, Upper

from poortwijzer.accounts.models import Gebruiker, Organisatie
from poortwijzer.config.letters import hoofdletters, kleine_letters, lijkt
from poortwijzer.dossiers.access import bereikbaar
from poortwijzer.dossiers.models import Dossier, Werknemer
from poortwijzer.dossiers.queries.zoeken import treffer
from poortwijzer.toegang.rollen import Rol


def gevonden(wereld, zoek: str) -> set[str]:
    return set(Werknemer.objects.filter(treffer(wereld.hr, zoek, werknemer="")).values_list("naam", flat=True))


@pytest.mark.parametrize("zoek", ["Émilie", "émilie", "ÖZTÜRK", "öztürk", "ilie özt", "éÉ-1"])
def test_hoofdletters_en_kleine_letters_vinden_hetzelfde(wereld, zoek):
    Werknemer.objects.create(organisatie=wereld.werkgever, naam="Émilie Öztürk", personeelsnummer="ÉÉ-1")
    assert gevonden(wereld, zoek) == {"Émilie Öztürk"}


@pytest.mark.parametrize(
    ("naam", "zoek"),
    [("Émilie Öztürk", "Emilie"), ("Anna Groß", "GROSS"), ("Émile Pérez", "%"), ("Émile Pérez", "_"), ("Émile", "\\")],
)
def test_een_andere_letter_is_een_andere_naam(wereld, naam, zoek):
    Werknemer.objects.create(organisatie=wereld.werkgever, naam=naam)
    assert gevonden(wereld, zoek) == set()


@pytest.mark.parametrize(("naam", "zoek"), [("100% Öz", "% ö"), ("Ö_z", "ö_"), ("Ö\\z", "ö\\Z"), ("Groß", "GROß")])
def test_wat_in_een_patroon_iets_betekent_is_gewoon_een_teken(wereld, naam, zoek):
    Werknemer.objects.create(organisatie=wereld.werkgever, naam=naam)
    assert gevonden(wereld, zoek) == {naam}


@pytest.mark.parametrize(("naam", "opent"), [("ÉMILIE öztürk", False), ("Emilie Ozturk", True)])
def test_wie_heet_als_de_zieke_werknemer_bereikt_dat_dossier_niet(wereld, ziek: Dossier, naam, opent):
    Werknemer.objects.filter(pk=ziek.werknemer_id).update(gebruiker=None, naam="Émilie Öztürk")
    wie = wereld.actoren[Rol.CASEMANAGER]
    assert bereikbaar(wie).filter(pk=ziek.pk).exists()
    Gebruiker.objects.filter(pk=wie.gebruiker_id).update(naam=naam)
    assert bereikbaar(replace(wie, naam=naam)).filter(pk=ziek.pk).exists() is opent


def test_een_organisatie_heet_ook_met_hoofdletters_zo(wereld):
    Organisatie.objects.create(naam="Café Zoë", soort="werkgever")
    assert Organisatie.objects.filter(naam__iexact="CAFÉ ZOË").exists()
    assert not Organisatie.objects.filter(naam__iexact="CAFE ZOE").exists()


@pytest.mark.parametrize("tekst", ["Émilie", "ÖZTÜRK", "ĳsbrand", "Łukasz Żółć", "Ştefan", "Groß", "Θεός", "Юлия", ""])
def test_de_database_maakt_dezelfde_letters_als_onze_functies(wereld, tekst):
    """On PostgreSQL this holds our functions against it; on SQLite it shows that they are what is used."""
    rij = Werknemer.objects.annotate(groot=Upper(Value(tekst)), klein=Lower(Value(tekst))).first()
    assert (rij.groot, rij.klein) == (hoofdletters(tekst), kleine_letters(tekst))


@pytest.mark.parametrize("patroon", ["É%", "%lié", "_milie", "éMILIÉ", "e%", "", "%", "émi\\%", "_"])
@pytest.mark.parametrize("waarde", ["Émilié", "émi%", "É\nlié", "", None])
def test_lijken_op_een_patroon_is_op_beide_databases_hetzelfde(wereld, patroon, waarde):
    hoe = "UPPER(%s) LIKE UPPER(%s) ESCAPE '\\'" if connection.vendor == "postgresql" else "%s LIKE %s ESCAPE '\\'"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {hoe}", [waarde, patroon])
        (antwoord,) = cursor.fetchone()
    assert (None if antwoord is None else bool(antwoord)) is lijkt(patroon, waarde, "\\")


def test_geen_index_leunt_op_die_functies(wereld):
    """Whoever opens the file without them would not find the rows, or refuse the file."""
    if connection.vendor == "sqlite":
        vraag = "SELECT name, lower(sql) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    else:
        vraag = "SELECT indexname, lower(indexdef) FROM pg_indexes WHERE schemaname = 'public'"
    with connection.cursor() as cursor:
        cursor.execute(vraag)
        indexen = dict(cursor.fetchall())
    assert "werknemer_te_koppelen" in indexen
    assert not {naam for naam, sql in indexen.items() if "upper(" in sql or "lower(" in sql or " like " in sql}
