"""A query on a table with a lock is refused when nobody said who asks, on both databases."""

import threading
from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse

from poortwijzer.accounts.models import Gebruiker
from poortwijzer.dossiers.models import Dossier
from poortwijzer.slot import wie
from poortwijzer.slot.middleware import SlotMiddleware
from poortwijzer.slot.tabellen import OP_SLOT
from poortwijzer.slot.wacht import ZonderWieError

WIE = {"gebruiker_id": uuid4(), "organisatie_id": uuid4(), "rol": "casemanager"}


@pytest.mark.django_db
@pytest.mark.parametrize("tabel", OP_SLOT)
def test_zonder_wie_wordt_geen_tabel_met_slot_gelezen(tabel):
    vraag = f"SELECT count(*) FROM {tabel}"  # noqa: S608  # our own tables
    with connection.cursor() as cursor:
        with wie.niemand(), pytest.raises(ZonderWieError):
            cursor.execute(vraag)
        with wie.persoon(**WIE):
            cursor.execute(vraag)
            assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_wie_zich_aanmeldt_kan_gezocht_worden_zonder_wie():
    with wie.niemand():
        assert not Gebruiker.objects.exists()


@pytest.mark.django_db
def test_een_verzoek_begint_voor_niemand_ook_als_ervoor_iemand_vroeg(rf):
    def pagina(_verzoek):
        Dossier.objects.exists()
        return HttpResponse()

    with wie.persoon(**WIE):
        assert pagina(None).status_code == 200
        with pytest.raises(ZonderWieError):
            SlotMiddleware(pagina)(rf.get("/"))
        assert wie.huidig() is not None


def test_een_ander_proces_of_draad_weet_niet_wie_er_vraagt():
    gezien = []
    draad = threading.Thread(target=lambda: gezien.append(wie.huidig()))
    with wie.persoon(**WIE):
        draad.start()
        draad.join()
    assert gezien == [None]


def test_na_een_fout_vraagt_weer_wie_ervoor_vroeg():
    ervoor = wie.huidig()
    with pytest.raises(ZeroDivisionError), wie.persoon(**WIE):
        assert 1 / (wie.huidig() == ervoor)
    assert wie.huidig() == ervoor


def test_dezelfde_persoon_houdt_het_moment_en_een_ander_niet():
    with wie.persoon(**WIE):
        eerst = wie.huidig()
        with wie.persoon(**WIE):
            assert wie.huidig() is eerst
        with wie.persoon(**{**WIE, "rol": "werkgever"}):
            assert wie.huidig() != eerst
