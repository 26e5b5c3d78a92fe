"""S8: after erasing a dossier it is gone from every file, log and earlier backup; the others are not."""

import base64
import gzip
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.db import connection, connections
from kanariezoeker import gedaanten, kanaries, lees, mappen_van_de_database, vindplaatsen

from poortwijzer.dossiers.actions import (
    begin_stuk,
    bewaar_stuk,
    leg_feit_vast,
    noteer_bij_taak,
    reageer_op_stuk,
    stel_stuk_vast,
    stel_taak_uit,
    trek_feit_in,
)
from poortwijzer.dossiers.models import Dossier, Taak, Ziekmelding
from poortwijzer.dossiers.wissen import Wisopdracht, wis
from poortwijzer.formulieren.services import ontbrekend
from poortwijzer.kluis.models import Sleutel
from poortwijzer.kluis.router import ALIAS
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

# Another process, on a restored backup: opens every sealed value of the dossiers it is given.
LEZER = """
import sys, django
django.setup()
from django.apps import apps
from poortwijzer.kluis.sleutelring import SleutelVernietigd
from poortwijzer.kluis.velden import VerzegeldVeld
from poortwijzer.slot.wie import werk
als_test = werk("toets")
als_test.__enter__()
for dossier in sys.argv[1:]:
    open_, dicht, inhoud = 0, 0, []
    for model in apps.get_models():
        velden = [veld.name for veld in model._meta.fields if isinstance(veld, VerzegeldVeld)]
        if not velden or model._meta.app_label not in {"dossiers", "formulieren"}:
            continue
        pad = "formulier__dossier" if model.__name__ in {"Klad", "Standpunt"} else "dossier"
        for rij in model.objects.filter(**{pad: dossier}):
            for veld in velden:
                try:
                    waarde = getattr(rij, veld)
                except SleutelVernietigd:
                    dicht += 1
                else:
                    open_ += waarde not in ("", None)
                    inhoud.append(str(waarde))
    print(open_, dicht, sum("KANARIE" in tekst for tekst in inhoud))
"""


def beschrijf(wereld, dossier: Dossier, namen: list[str]) -> None:
    """Put the canaries in everything that a person can write, through the acts; drafts are written over too."""
    over = iter(namen)
    hr = wereld.hr
    for _ in range(15):
        waarde = {"verzonden_op": vandaag().isoformat(), "van": "werkgever"}
        feit = leg_feit_vast(dossier=dossier, actor=hr, naam="correspondentie", waarde=waarde)
        trek_feit_in(dossier=dossier, actor=hr, feit_id=feit.pk, motivering=next(over))
    stuk = begin_stuk(dossier=dossier, actor=hr, soort="plan_van_aanpak")
    for _ in range(13):
        stuk = bewaar_stuk(
            dossier=dossier,
            actor=hr,
            stuk_id=stuk.pk,
            wijzigingen={"einddoel": f"Weer aan het werk. {next(over)}", "opgesteld_op": vandaag().isoformat()},
            verwachte_versie=stuk.versie,
        ).formulier
    redenen = {deel.sleutel: f"Nog niet. {next(over)}" for deel in ontbrekend(stuk)[:2]}
    redenen |= {deel.sleutel: "Nog niet." for deel in ontbrekend(stuk)[2:]}
    stel_stuk_vast(dossier=dossier, actor=hr, stuk_id=stuk.pk, verwachte_versie=stuk.versie, redenen=redenen)
    for _ in range(3):
        reageer_op_stuk(
            dossier=dossier,
            actor=wereld.actoren[Rol.WERKNEMER],
            stuk_id=stuk.pk,
            standpunt="oneens",
            eigen_woorden=next(over),
        )
    taak = Taak.objects.filter(dossier=dossier).first()
    for _ in range(7):
        noteer_bij_taak(taak_id=taak.pk, actor=hr, tekst=next(over))
        stel_taak_uit(taak_id=taak.pk, actor=hr, tot=vandaag() + timedelta(days=3), reden=next(over))
    Ziekmelding.objects.create(
        dossier=dossier, feit=feit, bereikbaar_op=next(over), verblijfadres=next(over), lopend_werk=next(over)
    )
    assert next(over, None) is None, "all of them are written"


@pytest.fixture
def reservekopie(tmp_path, adressen_van_databases):
    """Give a function that makes a backup of the data as they are, and gives its address; removed afterwards."""
    gemaakt = []

    def maak() -> str:
        if connection.vendor == "sqlite":
            doel = tmp_path / "reservekopie.sqlite3"
            bron = sqlite3.connect(connection.settings_dict["NAME"])
            with sqlite3.connect(doel) as kopie:
                bron.backup(kopie)
            kopie.close()
            bron.close()
            for achter in ("", "-wal"):
                if (bestand := Path(f"{connection.settings_dict['NAME']}{achter}")).exists():
                    shutil.copy(bestand, tmp_path / f"kale-kopie{achter}")
            return f"sqlite:///{doel}"
        naam = connection.settings_dict["NAME"]
        connections.close_all()
        with psycopg.connect(_server(), autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{naam}_kopie" TEMPLATE "{naam}"')
        gemaakt.append(f"{naam}_kopie")
        return adressen_van_databases["DATABASE_URL"] + "_kopie"

    yield maak
    for naam in gemaakt:
        with psycopg.connect(_server(), autocommit=True) as server:
            server.execute(f'DROP DATABASE "{naam}"')


def _server() -> str:
    return urlunsplit(urlsplit(os.environ["DATABASE_OWNER_URL"])._replace(path="/postgres"))


def lees_alles(omgeving: dict[str, str], *dossiers: Dossier) -> list[tuple[int, int, int]]:
    """Give, per dossier, how many values another process opens, finds gone, and reads a canary in."""
    klaar = subprocess.run(
        [sys.executable, "-c", LEZER, *(str(dossier.pk) for dossier in dossiers)],
        env={**os.environ, **omgeving, "DJANGO_SETTINGS_MODULE": "poortwijzer.config.settings.toets"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr
    return [tuple(map(int, regel.split())) for regel in klaar.stdout.splitlines()]


def test_de_zoeker_vindt_een_kanarie_in_elke_gedaante(tmp_path):
    (naam,) = kanaries(1, "p")
    assert len(gedaanten(naam)) == 8
    for nummer, vorm in enumerate(
        [
            naam.encode(),
            naam.encode("utf-16-le"),
            naam.encode("utf-16-be"),
            naam.encode().hex().encode(),
            *(base64.b64encode(b"#" * voor + naam.encode() + b"slot") for voor in range(4)),
        ]
    ):
        (tmp_path / str(nummer)).write_bytes(b"\x00voor" + vorm + b"na\xff")
    assert len(vindplaatsen([naam], [tmp_path])[naam]) == 8


def als_docx(tekst: bytes) -> bytes:
    bestand = io.BytesIO()
    with zipfile.ZipFile(bestand, "w", zipfile.ZIP_DEFLATED) as docx:
        docx.writestr("[Content_Types].xml", b"<Types/>" * 50)
        docx.writestr("word/document.xml", b"<w:t>" * 50 + tekst)
    return bestand.getvalue()


def als_pdf(tekst: bytes) -> bytes:
    stroom = zlib.compress(b"BT (" + tekst + b") Tj ET" + b" " * 500)
    return b"%PDF-1.7\n4 0 obj << /Filter /FlateDecode >>\nstream\r\n" + stroom + b"\r\nendstream"


@pytest.mark.parametrize("pak_in", [gzip.compress, als_docx, als_pdf])
def test_de_zoeker_vindt_een_kanarie_die_ingepakt_midden_in_een_bestand_ligt(tmp_path, pak_in):
    (naam,) = kanaries(1, "i")
    ingepakt = pak_in(b"voor " * 100 + naam.encode())
    assert naam.encode() not in ingepakt
    (tmp_path / "database").write_bytes(b"\x00" * 4000 + ingepakt + b"\xff" * 4000)
    assert vindplaatsen([naam], [tmp_path])[naam]


@pytest.mark.django_db(transaction=True)
def test_na_wissen_is_een_dossier_weg_ook_uit_oudere_kopieen(
    bouw_wereld, reservekopie, adressen_van_databases, tmp_path
):
    wereld = bouw_wereld()
    ander = wereld.nieuwe_werknemer()
    ander.gebruiker_id = wereld.actoren[Rol.WERKNEMER].gebruiker_id
    ander.save()
    wereld.bevestig(ander)
    weg, blijft = wereld.meld_ziek(), wereld.meld_ziek(werknemer=ander)
    namen, van_een_ander = kanaries(50, "w"), kanaries(50, "b")
    beschrijf(wereld, weg, namen)
    beschrijf(wereld, blijft, van_een_ander)
    ingepakt = bytes(Sleutel.objects.get(dossier_id=weg.pk).ingepakt)
    kopie = reservekopie()
    voor = lees_alles({**adressen_van_databases, "DATABASE_URL": kopie}, weg, blijft)
    assert all(gelezen > 100 and dicht == 0 and gezien >= 30 for gelezen, dicht, gezien in voor), (
        "the backup can be read"
    )

    opdracht = Wisopdracht(
        dossier_id=weg.pk,
        deel=Vaksoort.RE_INTEGRATIE,
        organisatie_id=weg.werkgever_id,
        grond="bewaartermijn",
        goedgekeurd_door=None,
        is_uit_dienst=True,
    )
    wis(opdracht, actor=wereld.hr)

    mappen = [*mappen_van_de_database(), tmp_path]
    assert vindplaatsen([weg.kenmerk], mappen), "the files that are searched hold the data"
    assert vindplaatsen([*namen, *van_een_ander], mappen) == {}
    assert not [pad for pad in _van_de_bewaarplaats(mappen) if ingepakt in lees(pad)]
    nu_ = lees_alles({**adressen_van_databases, "DATABASE_URL": kopie}, weg, blijft)
    assert nu_[0][0] == nu_[0][2] == 0, "the old backup beside the key store of today"
    assert nu_[0][1] == voor[0][0]
    assert nu_[1] == voor[1], "the other dossier is as it was"
    assert lees_alles(adressen_van_databases, weg, blijft)[1][2] >= 30


def _van_de_bewaarplaats(mappen: list[Path]) -> list[Path]:
    """Give the files of the key store. The log of PostgreSQL keeps the wrapped key until it is recycled."""
    if connection.vendor == "sqlite":
        naam = Path(str(connections[ALIAS].settings_dict["NAME"]))
        return [pad for pad in naam.parent.iterdir() if pad.name.startswith(naam.name)]
    return [pad for pad in (mappen[0] / "base").rglob("*") if pad.is_file()]


@pytest.mark.django_db(transaction=True)
def test_een_gewiste_sleutel_stond_er_voor_die_tijd_wel(bouw_wereld):
    """The check on the wrapped key means something: before, it is found in the same files."""
    dossier = bouw_wereld().meld_ziek()
    ingepakt = bytes(Sleutel.objects.get(dossier_id=dossier.pk).ingepakt)
    mappen = mappen_van_de_database()

    assert [pad for pad in _van_de_bewaarplaats(mappen) if ingepakt in lees(pad)]
