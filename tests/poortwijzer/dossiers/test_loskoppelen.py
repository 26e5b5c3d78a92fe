"""An account that is of somebody else opens nothing of the employee any more, from the moment that HR says so."""

from datetime import date, timedelta

import pytest
from django.core import mail

from poortwijzer import audit
from poortwijzer.accounts.actor import heeft_rol
from poortwijzer.accounts.models import Rolvervulling, Sessie, Uitnodiging
from poortwijzer.dossiers.access import GeenToegang, NietBevestigd, NietGevonden, access_dossier, bereikbaar
from poortwijzer.dossiers.actions import Invoerfout, geef_code, koppel_account, koppel_account_los, vul_code_in
from poortwijzer.dossiers.models import Accountbevestiging, Werknemer
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def werknemer(wereld):
    return wereld.actoren[Rol.WERKNEMER]


@pytest.fixture
def los(wereld, ziek, werknemer):
    """Take the account of the sick employee away, as HR."""

    def koppel_los(actor=None, **anders):
        wie = {"werknemer_id": ziek.werknemer_id, "gebruiker_id": werknemer.gebruiker_id, **anders}
        koppel_account_los(actor=actor or wereld.hr, **wie)

    return koppel_los


def _sessie(gebruiker_id) -> None:
    Sessie.objects.create(gebruiker_id=gebruiker_id, sleutel="x", begonnen_op=nu(), gebruikt_op=nu())


def test_het_account_opent_meteen_niets_meer(wereld, ziek, werknemer, los):
    access_dossier(werknemer, ziek.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    _sessie(werknemer.gebruiker_id)
    adres = Rolvervulling.objects.filter(gebruiker=werknemer.gebruiker_id).first().gebruiker.email
    open_ = {"organisatie": wereld.werkgever, "naam": "x", "expires_at": nu() + timedelta(days=3), "email": adres}
    Uitnodiging.objects.create(token_hash="a" * 64, rol=Rol.WERKNEMER, **open_)
    Uitnodiging.objects.create(token_hash="b" * 64, rol=Rol.CASEMANAGER, **open_)

    los()

    with pytest.raises(NietGevonden):
        access_dossier(werknemer, ziek.kenmerk, deel=Deel.TIJDLIJN)
    assert not bereikbaar(werknemer).exists()
    assert not heeft_rol(werknemer)
    assert not Accountbevestiging.objects.filter(werknemer=ziek.werknemer_id).exists()
    assert not Sessie.objects.filter(gebruiker=werknemer.gebruiker_id).exists()
    assert [rij.rol for rij in Uitnodiging.objects.werkend(nu())] == [Rol.CASEMANAGER]
    assert Werknemer.objects.get(pk=ziek.werknemer_id).gebruiker_id is None


def test_het_staat_in_het_logboek_van_de_organisatie_en_van_elk_dossier(wereld, ziek, werknemer, los):
    los()

    (regel,) = [rij for rij in audit.lees(ziek.pk) if rij.handeling == Handeling.ACCOUNT_LOSKOPPELEN]
    assert (regel.doel, regel.onderdeel) == (f"account {werknemer.gebruiker_id}", Deel.MEDEWERKERS)
    assert regel.actor_id == wereld.hr.gebruiker_id
    assert str(ziek.werknemer_id) in {rij.doel for rij in audit.laatste(wereld.werkgever.pk)}


def test_opnieuw_gekoppeld_begint_het_account_opnieuw(wereld, ziek, werknemer, los):
    """The word of before was about a link that was wrong: it does not come back by itself."""
    los()
    Rolvervulling.objects.create(
        gebruiker_id=werknemer.gebruiker_id, rol=Rol.WERKNEMER, organisatie=wereld.werkgever, vanaf=date(2020, 1, 1)
    )
    koppel_account(actor=wereld.hr, werknemer_id=ziek.werknemer_id, gebruiker_id=werknemer.gebruiker_id)

    access_dossier(werknemer, ziek.kenmerk, deel=Deel.TIJDLIJN)
    with pytest.raises(NietBevestigd):
        access_dossier(werknemer, ziek.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    code = geef_code(dossier=ziek, actor=wereld.actoren[Rol.BEDRIJFSARTS])
    assert vul_code_in(dossier=ziek, actor=werknemer, code=code)
    access_dossier(werknemer, ziek.kenmerk, deel=Deel.MEDISCH_DOSSIER)


def test_een_open_code_van_voor_het_loskoppelen_werkt_niet_meer(wereld, ziek, werknemer, los):
    Accountbevestiging.objects.all().delete()
    code = geef_code(dossier=ziek, actor=wereld.actoren[Rol.BEDRIJFSARTS])
    los()
    ander = wereld.tweede_werknemer
    koppel_account(actor=wereld.hr, werknemer_id=ziek.werknemer_id, gebruiker_id=ander.gebruiker_id)
    assert not vul_code_in(dossier=ziek, actor=ander, code=code)


def test_wie_hier_ook_een_andere_werknemer_is_houdt_de_rol_en_dat_dossier(wereld, ziek, werknemer, los):
    naam = Werknemer.objects.get(pk=ziek.werknemer_id).naam
    ander = Werknemer.objects.create(organisatie=wereld.werkgever, naam=naam, gebruiker_id=werknemer.gebruiker_id)
    eigen = wereld.meld_ziek(werknemer=ander)

    los()

    assert bereikbaar(werknemer).get() == eigen
    assert heeft_rol(werknemer)


def test_een_rol_van_vandaag_en_die_bij_een_ander_worden_niet_verward(wereld, ziek, werknemer, los):
    Rolvervulling.objects.filter(gebruiker=werknemer.gebruiker_id).update(vanaf=vandaag())
    for organisatie in (wereld.arbodienst, wereld.werkgever):
        Rolvervulling.objects.create(
            gebruiker_id=werknemer.gebruiker_id, rol=Rol.CASEMANAGER, organisatie=organisatie, vanaf=date(2020, 1, 1)
        )
    los()
    over = Rolvervulling.objects.filter(gebruiker=werknemer.gebruiker_id, tot=None)
    assert {(rij.rol, rij.organisatie_id) for rij in over} == {
        (Rol.CASEMANAGER, wereld.arbodienst.pk),
        (Rol.CASEMANAGER, wereld.werkgever.pk),
    }


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.WERKGEVER])
def test_alleen_wie_koppelt_koppelt_los(wereld, ziek, los, rol):
    with pytest.raises(GeenToegang):
        los(actor=wereld.actoren[rol])
    assert Werknemer.objects.get(pk=ziek.werknemer_id).gebruiker_id is not None


def test_niet_bij_een_andere_werkgever_niet_het_eigen_account_en_niet_twee_keer(wereld, ziek, werknemer, los):
    with pytest.raises(NietGevonden):
        los(actor=wereld.vreemden[Rol.WERKGEVER])
    with pytest.raises(Invoerfout, match="niet meer bij deze werknemer"):
        los(gebruiker_id=wereld.tweede_werknemer.gebruiker_id)
    Werknemer.objects.filter(pk=ziek.werknemer_id).update(gebruiker=wereld.hr.gebruiker_id)
    with pytest.raises(Invoerfout, match="eigen account"):
        los(gebruiker_id=wereld.hr.gebruiker_id)
    Werknemer.objects.filter(pk=ziek.werknemer_id).update(gebruiker=werknemer.gebruiker_id)
    los()
    with pytest.raises(Invoerfout, match="niet meer bij deze werknemer"):
        los()


def test_de_postbus_hoort_het_zonder_woorden_over_ziekte(los, werk_af):
    los()
    werk_af()
    (brief,) = mail.outbox
    assert "wat u met uw account kunt openen" in brief.body
    for woord in ("ziek", "verzuim", "dossier", "werknemer", "re-integratie"):
        assert woord not in (brief.subject + brief.body).lower().replace("https://dossier", "")
