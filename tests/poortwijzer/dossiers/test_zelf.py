"""Nobody opens the own dossier in another role, also when nobody linked an account yet."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from poortwijzer.accounts.models import Gebruiker, Rolvervulling
from poortwijzer.dossiers.access import NietGevonden, access_dossier, bereikbaar, bereikbare_werknemers
from poortwijzer.dossiers.actions import (
    Invoerfout,
    Werknemergegevens,
    koppel_account,
    neem_noodtoegang,
    regel_waarneming,
    voeg_betrokkene_toe,
    voeg_werknemer_toe,
)
from poortwijzer.dossiers.models import Betrokkene, Dossier, Werknemer
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.nood import Noodgrond
from poortwijzer.toegang.rollen import Rol

AAN_WERKGEVERSKANT = [Rol.LEIDINGGEVENDE, Rol.WERKGEVER, Rol.CASEMANAGER, Rol.PRIVACY_OFFICER]


@pytest.fixture
def dossier(ziek: Dossier) -> Dossier:
    """Nobody linked an account to the employee."""
    Werknemer.objects.filter(pk=ziek.werknemer_id).update(gebruiker=None)
    return ziek


def heet(actor: Actor, naam: str) -> Actor:
    Gebruiker.objects.filter(pk=actor.gebruiker_id).update(naam=naam)
    return replace(actor, naam=naam)


def opent(actor: Actor, dossier: Dossier) -> bool:
    deel = Deel.LEESLOG if actor.rol is Rol.PRIVACY_OFFICER else Deel.PERSOON
    try:
        access_dossier(actor, dossier.kenmerk, deel=deel)
    except NietGevonden:
        assert not bereikbaar(actor).filter(pk=dossier.pk).exists()
        return False
    assert bereikbaar(actor).filter(pk=dossier.pk).exists()
    return True


@pytest.mark.parametrize("rol", AAN_WERKGEVERSKANT)
@pytest.mark.parametrize(("naam", "open_"), [("KATJA voorbeeld", False), ("Katja Voorbeelden", True)])
def test_wie_heet_als_de_zieke_werknemer_opent_dat_dossier_niet(wereld, dossier, rol, naam, open_):
    assert opent(wereld.actoren[rol], dossier)
    assert opent(heet(wereld.actoren[rol], naam), dossier) is open_


@pytest.mark.parametrize("rol", AAN_WERKGEVERSKANT)
def test_een_naamgenoot_van_wie_een_account_heeft_is_een_ander(wereld, ziek, rol):
    assert opent(heet(wereld.actoren[rol], "Katja Voorbeeld"), ziek)


def test_een_arts_met_de_naam_van_een_patient_werkt_bij_een_ander(wereld, dossier):
    assert opent(heet(wereld.actoren[Rol.BEDRIJFSARTS], "Katja Voorbeeld"), dossier)


def test_ook_ziek_melden_noodtoegang_en_waarneming_gaan_niet_over_zichzelf(wereld, dossier):
    heet(wereld.hr, "Katja Voorbeeld")
    assert not bereikbare_werknemers(wereld.hr).filter(pk=dossier.werknemer_id).exists()
    heet(wereld.hr, "Iemand anders")
    assert bereikbare_werknemers(wereld.hr).filter(pk=dossier.werknemer_id).exists()
    ander = wereld.tweede_casemanager
    afwezige = wereld.actoren[Rol.CASEMANAGER]
    heet(ander, "Katja Voorbeeld")
    with pytest.raises(NietGevonden):
        neem_noodtoegang(actor=ander, kenmerk=dossier.kenmerk, grond=Noodgrond.TERMIJN)
    mensen = {"afwezige_id": afwezige.gebruiker_id, "waarnemer_id": ander.gebruiker_id, "rol": Rol.CASEMANAGER}
    regel_waarneming(actor=afwezige, **mensen, vanaf=vandaag(), tot=vandaag() + timedelta(days=9))
    with pytest.raises(Invoerfout, match="werknemer zelf"):
        voeg_betrokkene_toe(
            dossier=dossier, actor=wereld.hr, gebruiker_id=ander.gebruiker_id, rol=ander.rol, doel="hulp"
        )
    assert not Betrokkene.objects.filter(dossier=dossier, gebruiker=ander.gebruiker_id).exists()


def test_een_koppeling_die_iemand_baas_over_zichzelf_maakt_wordt_geweigerd(wereld, dossier):
    """Linked, the manager would be out; but the role would stand there, and come back with another link."""
    for wie in (wereld.actoren[Rol.LEIDINGGEVENDE], wereld.actoren[Rol.CASEMANAGER]):
        Rolvervulling.objects.create(
            gebruiker_id=wie.gebruiker_id, rol=Rol.WERKNEMER, organisatie=wereld.werkgever, vanaf=date(2020, 1, 1)
        )
        heet(wie, "Katja Voorbeeld")
        with pytest.raises(Invoerfout, match="werkt aan het dossier"):
            koppel_account(actor=wereld.hr, werknemer_id=dossier.werknemer_id, gebruiker_id=wie.gebruiker_id)


def test_een_account_is_van_een_werknemer(wereld, dossier):
    zelf = wereld.actoren[Rol.WERKNEMER].gebruiker_id
    ander = wereld.nieuwe_werknemer()
    koppel_account(actor=wereld.hr, werknemer_id=dossier.werknemer_id, gebruiker_id=zelf)
    with pytest.raises(Invoerfout, match="andere werknemer"):
        koppel_account(actor=wereld.hr, werknemer_id=ander.pk, gebruiker_id=zelf)
    opnieuw_in_dienst = Werknemer.objects.create(organisatie=wereld.werkgever, naam="Katja Voorbeeld")
    koppel_account(actor=wereld.hr, werknemer_id=opnieuw_in_dienst.pk, gebruiker_id=zelf)


def test_een_leidinggevende_geeft_geen_leiding_aan_wie_net_zo_heet(wereld):
    leiding = heet(wereld.actoren[Rol.LEIDINGGEVENDE], "Sam Nieuw")
    gegevens = {"leidinggevende_id": leiding.gebruiker_id}
    with pytest.raises(Invoerfout, match="heet net zo"):
        voeg_werknemer_toe(actor=wereld.hr, gegevens=Werknemergegevens(naam=" sam NIEUW", **gegevens))
    voeg_werknemer_toe(actor=wereld.hr, gegevens=Werknemergegevens(naam="Sam Nieuwer", **gegevens))


@pytest.mark.parametrize("getypt", ["Noor  de Boer", "Noor\u00a0de Boer", "Noor de\u200b Boer "])
def test_een_andere_schrijfwijze_van_de_eigen_naam_opent_het_eigen_dossier_niet(wereld, getypt):
    """Who accepts an invitation types the own name; HR typed it too."""
    wie = Gebruiker.objects.maak(email="noor@voorbeeld.nl", naam=getypt)
    Rolvervulling.objects.create(
        gebruiker=wie, rol=Rol.WERKGEVER, organisatie=wereld.werkgever, vanaf=vandaag() - timedelta(days=9)
    )
    zelf = replace(wereld.hr, gebruiker_id=wie.pk, naam=wie.naam)
    werknemer = voeg_werknemer_toe(actor=wereld.hr, gegevens=Werknemergegevens(naam="Noor de Boer"))
    dossier = wereld.meld_ziek(werknemer=werknemer)
    assert not bereikbaar(zelf).filter(pk=dossier.pk).exists()
    assert bereikbaar(wereld.hr).filter(pk=dossier.pk).exists()
