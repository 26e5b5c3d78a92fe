"""No row in the log, no act: when the log refuses its row, nothing of the act is left. Tried on every act there is."""

import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from poortwijzer.accounts.models import Gebruiker, Rolvervulling
from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers import actions
from poortwijzer.dossiers.queries import werklijst
from poortwijzer.formulieren.diensten import ontbrekend
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.register import soort_van
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

APPS = ("dossiers", "formulieren", "accounts", "audit")
# A list of norms is no act. Emergency access and guest links have tests of their own.
GEEN_HANDELING = {"afwijkbare_normen"}
ANDERE_TOETSEN = ("noodtoegang", "gastlinks")
HANDELINGEN = {
    naam
    for naam in actions.__all__
    if isinstance(act := getattr(actions, naam), types.FunctionType)
    and naam not in GEEN_HANDELING
    and not act.__module__.endswith(ANDERE_TOETSEN)
}


@contextmanager
def log_weigert() -> Iterator[None]:
    """The log takes no row: a trigger of the database says so."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE FUNCTION proef_weigert() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'no log today'; END $$"
            )
            cursor.execute(
                "CREATE TRIGGER proef_weigert BEFORE INSERT ON audit_auditregel "
                "FOR EACH ROW EXECUTE FUNCTION proef_weigert()"
            )
        else:
            cursor.execute(
                "CREATE TRIGGER proef_weigert BEFORE INSERT ON audit_auditregel "
                "BEGIN SELECT RAISE(ABORT, 'no log today'); END"
            )
        yield
        op = " ON audit_auditregel" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER proef_weigert{op}")
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION proef_weigert")


def alles() -> dict[str, list[tuple[object, ...]]]:
    """Give every row of every table of the platform, as the database has it."""
    inhoud = {}
    with connection.cursor() as cursor:
        for app in APPS:
            for tabel in apps.get_app_config(app).get_models():
                cursor.execute(f'SELECT * FROM "{tabel._meta.db_table}"')  # noqa: S608  # names of our own tables
                inhoud[tabel._meta.db_table] = sorted(cursor.fetchall(), key=repr)
    return inhoud


class Proef:
    """Does acts, each first with a log that refuses and then for real, and remembers which."""

    def __init__(self) -> None:
        self.gedaan: set[str] = set()

    def __call__(self, act: Callable[..., object], **gegevens: object):
        ervoor = alles()
        with log_weigert(), pytest.raises(DatabaseError, match="no log today"), transaction.atomic():
            act(**gegevens)
        assert alles() == ervoor, f"{act.__name__} left something behind"
        regels = Auditregel.objects.count()
        uitkomst = act(**gegevens)
        assert Auditregel.objects.count() > regels, f"{act.__name__} leaves no row"
        self.gedaan.add(act.__name__)
        return uitkomst


@pytest.fixture
def proef() -> Proef:
    return Proef()


def test_zonder_regel_geen_enkele_handeling(wereld, proef):
    dossier = _verzuim(wereld, proef)
    _feiten_en_afwijking(wereld, proef, dossier)
    _mensen(wereld, proef, dossier)
    _stukken(wereld, proef, dossier)
    _taken(wereld, proef)
    proef(actions.meld_herstel, dossier=dossier, actor=wereld.hr, hersteld_op=vandaag())
    proef(actions.sluit_dossier, dossier=dossier, actor=wereld.actoren[Rol.CASEMANAGER])
    proef(actions.heropen_dossier, dossier=dossier, actor=wereld.actoren[Rol.CASEMANAGER])
    assert HANDELINGEN - proef.gedaan == set()


def _verzuim(wereld, proef):
    gegevens = actions.Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(days=70))
    dossier = proef(actions.meld_ziek, werknemer_id=wereld.werknemer.pk, actor=wereld.hr, gegevens=gegevens)
    wereld.betrek(dossier)
    proef(
        actions.leg_hervatting_vast,
        dossier=dossier,
        actor=wereld.hr,
        vanaf=vandaag() - timedelta(days=5),
        uren_per_week=Fraction(8),
    )
    return dossier


def _feiten_en_afwijking(wereld, proef, dossier):
    arts = wereld.actoren[Rol.BEDRIJFSARTS]
    feit = proef(actions.leg_feit_vast, dossier=dossier, actor=arts, naam="dreigt_langdurig_verzuim", waarde=True)
    proef(actions.trek_feit_in, dossier=dossier, actor=arts, feit_id=feit.pk, motivering="vergissing")
    actions.leg_feit_vast(dossier=dossier, actor=arts, naam="dreigt_langdurig_verzuim", waarde=True)
    voorstel = proef(
        actions.stel_afwijking_voor,
        dossier=dossier,
        actor=wereld.hr,
        norm="PRG-2-2",
        nieuwe_dag=vandaag() + timedelta(days=40),
        reden="arts met verlof",
    )
    proef(
        actions.reageer_op_afwijking,
        dossier=dossier,
        actor=wereld.actoren[Rol.WERKNEMER],
        feit_id=voorstel.pk,
        is_akkoord=True,
    )


def _mensen(wereld, proef, dossier):
    casemanager = wereld.actoren[Rol.CASEMANAGER]
    nieuw = Gebruiker.objects.maak(email="nieuw@hier.example", naam="Nieuw")
    for rol in (Rol.PROCESBEGELEIDER, Rol.WERKNEMER):
        Rolvervulling.objects.create(gebruiker=nieuw, rol=rol, organisatie=wereld.werkgever, vanaf=date(2020, 1, 1))
    betrokkene = proef(
        actions.voeg_betrokkene_toe,
        dossier=dossier,
        actor=casemanager,
        gebruiker_id=nieuw.pk,
        rol=Rol.PROCESBEGELEIDER,
        doel="begeleiding",
        vanaf=vandaag() - timedelta(days=3),
    )
    proef(
        actions.beeindig_betrokkenheid, dossier=dossier, actor=casemanager, betrokkene_id=betrokkene.pk, tot=vandaag()
    )
    werknemer = proef(
        actions.voeg_werknemer_toe,
        actor=wereld.hr,
        gegevens=actions.Werknemergegevens(naam="Noor", personeelsnummer="9"),
    )
    proef(actions.koppel_account, actor=wereld.hr, werknemer_id=werknemer.pk, gebruiker_id=nieuw.pk)


def _stukken(wereld, proef, dossier):
    casemanager, op = wereld.actoren[Rol.CASEMANAGER], {"dossier": dossier}
    op["actor"] = casemanager
    werknemer = {**op, "actor": wereld.actoren[Rol.WERKNEMER]}
    stuk = proef(actions.begin_stuk, **op, soort="plan_van_aanpak")
    dag = {soort_van("plan_van_aanpak").dag: vandaag().isoformat()}
    proef(actions.bewaar_stuk, **op, stuk_id=stuk.pk, wijzigingen=dag, verwachte_versie=stuk.versie)
    stuk = Formulier.objects.get(pk=stuk.pk)
    woorden = {"wijzigingen": {"visie_werknemer": "Hij wil terug."}, "namens": Rol.WERKNEMER}
    actions.bewaar_stuk(**op, stuk_id=stuk.pk, verwachte_versie=stuk.versie, **woorden)
    proef(actions.bevestig_dictaat, **werknemer, stuk_id=stuk.pk, namens=Rol.WERKNEMER)
    stuk = Formulier.objects.get(pk=stuk.pk)
    redenen = {deel.sleutel: "nog niet bekend" for deel in ontbrekend(stuk)}
    proef(actions.stel_stuk_vast, **op, stuk_id=stuk.pk, verwachte_versie=stuk.versie, redenen=redenen)
    proef(actions.reageer_op_stuk, **werknemer, stuk_id=stuk.pk, standpunt="eens")
    proef(actions.leg_afschrift_vast, **op, stuk_id=stuk.pk, ontvanger="werknemer", verstrekt_op=vandaag())
    proef(actions.begin_nieuwe_versie, **op, stuk_id=stuk.pk)


def _taken(wereld, proef):
    taak = werklijst(wereld.hr).regels[0]
    wie = {"taak_id": taak.taak_id, "actor": wereld.hr}
    proef(actions.neem_taak, **wie)
    proef(actions.noteer_bij_taak, **wie, tekst="gebeld")
    proef(actions.stel_taak_uit, **wie, tot=vandaag() + timedelta(days=3), reden="vakantie")
    proef(actions.hervat_taak, **wie)
    proef(actions.laat_taak_los, **wie)
