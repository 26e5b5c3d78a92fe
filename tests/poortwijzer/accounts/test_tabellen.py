"""What the tables themselves refuse, beside what they take."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from poortwijzer.accounts.models import Afdeling, Gebruiker, Organisatie, Rolvervulling, Uitnodiging
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


def rol(gebruiker: Gebruiker, **velden: object) -> Rolvervulling:
    return Rolvervulling.objects.create(
        **{"gebruiker": gebruiker, "rol": Rol.WERKGEVER, "vanaf": date(2024, 1, 1), **velden}
    )


def weigert(actie: Callable[[], object], regel: str) -> None:
    """SQLite names the columns of a unique constraint, not the constraint."""
    with pytest.raises(IntegrityError, match=regel), transaction.atomic():
        actie()


def test_een_adres_is_van_een_persoon_ook_met_andere_hoofdletters():
    eerste = Gebruiker.objects.maak(email=" Piet@Houtwerf.example ", naam=" Piet Jansen ")
    assert (eerste.email, eerste.naam) == ("piet@houtwerf.example", "Piet Jansen")
    weigert(lambda: Gebruiker.objects.maak(email="PIET@houtwerf.example", naam="Ander"), "(?i)unique")
    weigert(lambda: Gebruiker.objects.create(email="Piet2@houtwerf.example", naam="Ander"), "kleine_letters")
    assert Gebruiker.objects.get_by_natural_key("PIET@HOUTWERF.EXAMPLE") == eerste


def test_zonder_wachtwoord_past_geen_wachtwoord():
    gebruiker = Gebruiker.objects.maak(email="piet@houtwerf.example", naam="Piet")
    assert not gebruiker.has_usable_password()
    gebruiker.set_password("kan wel gezet worden")
    assert gebruiker.check_password("kan wel gezet worden")


def test_niemand_staat_boven_het_beleid():
    gebruiker = Gebruiker.objects.maak(email="piet@houtwerf.example", naam="Piet")
    for macht in ("is_superuser", "is_staff", "has_perm", "user_permissions", "groups"):
        assert not hasattr(gebruiker, macht)


def test_een_rol_begint_voor_zij_eindigt(maak_gebruiker, werkgever: Organisatie):
    piet = maak_gebruiker("Piet")
    begin = date(2024, 1, 1)
    rol(piet, organisatie=werkgever, tot=begin + DAG)
    weigert(lambda: rol(piet, organisatie=werkgever, tot=begin), "tot_na_vanaf")


def test_een_rol_die_niet_bestaat(maak_gebruiker, werkgever: Organisatie):
    weigert(lambda: rol(maak_gebruiker("Piet"), organisatie=werkgever, rol="uwv"), "rol_bestaat")


def test_alleen_een_werknemer_kan_zonder_organisatie(maak_gebruiker):
    piet = maak_gebruiker("Piet")
    rol(piet, rol=Rol.WERKNEMER, organisatie=None)
    weigert(lambda: rol(piet, rol=Rol.BEDRIJFSARTS, organisatie=None), "heeft_organisatie")


def test_dezelfde_rol_loopt_maar_een_keer_zonder_einde(maak_gebruiker, werkgever, arbodienst):
    piet = maak_gebruiker("Piet")
    rol(piet, organisatie=werkgever)
    rol(piet, organisatie=arbodienst)
    rol(piet, organisatie=werkgever, vanaf=date(2020, 1, 1), tot=date(2021, 1, 1))
    weigert(lambda: rol(piet, organisatie=werkgever, vanaf=date(2025, 1, 1)), "(?i)unique")
    rol(piet, rol=Rol.WERKNEMER, organisatie=None)
    weigert(lambda: rol(piet, rol=Rol.WERKNEMER, organisatie=None), "(?i)unique")


def test_een_rol_loopt_van_vanaf_tot_en_zonder_tot(maak_gebruiker, werkgever: Organisatie):
    piet = maak_gebruiker("Piet")
    vervulling = rol(piet, organisatie=werkgever, vanaf=date(2026, 3, 1), tot=date(2026, 4, 1))

    def loopt(op: date) -> bool:
        return Rolvervulling.objects.lopend(op).filter(pk=vervulling.pk).exists()

    assert [loopt(dag) for dag in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1))] == [
        False, True, True, False,
    ]  # fmt: skip


def test_wie_niet_meer_mag_aanmelden_heeft_geen_rol(maak_gebruiker):
    piet = maak_gebruiker("Piet", Rol.WERKGEVER)
    assert Rolvervulling.objects.lopend(vandaag()).exists()
    Gebruiker.objects.filter(pk=piet.pk).update(is_active=False)
    assert not Rolvervulling.objects.lopend(vandaag()).exists()


def test_een_organisatie_met_mensen_verdwijnt_niet_zomaar(maak_gebruiker, werkgever: Organisatie):
    maak_gebruiker("Piet", Rol.WERKGEVER)
    with pytest.raises(ProtectedError):
        werkgever.delete()


def test_een_afdeling_heet_binnen_de_organisatie_maar_een_keer_zo(werkgever, arbodienst):
    Afdeling.objects.create(organisatie=werkgever, naam="Winkel")
    Afdeling.objects.create(organisatie=arbodienst, naam="Winkel")
    weigert(lambda: Afdeling.objects.create(organisatie=werkgever, naam="Winkel"), "(?i)unique")


def test_een_uitnodiging_verloopt_nadat_zij_is_gemaakt(maak_gebruiker, werkgever: Organisatie):
    velden = {
        "email": "nieuw@houtwerf.example", "naam": "Nieuw", "rol": Rol.WERKNEMER,
        "organisatie": werkgever, "created_by": maak_gebruiker("Piet"), "created_at": nu(),
    }  # fmt: skip
    Uitnodiging.objects.create(**velden, token_hash="a", expires_at=velden["created_at"] + DAG)
    weigert(
        lambda: Uitnodiging.objects.create(**velden, token_hash="b", expires_at=velden["created_at"]),
        "verloopt_na_maken",
    )
