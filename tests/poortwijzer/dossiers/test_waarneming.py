"""Cover during leave: a colleague in the same role, for a time, and never on the own dossier."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from poortwijzer import audit
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling
from poortwijzer.dossiers.access import NietGevonden, access_dossier
from poortwijzer.dossiers.actions import (
    Invoerfout,
    beeindig_betrokkenheid,
    beeindig_waarneming,
    neem_noodtoegang,
    regel_waarneming,
)
from poortwijzer.dossiers.models import Betrokkene, Dossier, Werknemer
from poortwijzer.dossiers.queries import werklijst
from poortwijzer.dossiers.queries.waarneming import waarnemingen
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.nood import Noodgrond
from poortwijzer.toegang.rollen import Rol

DAG = timedelta(days=1)


def collega_van(actor: Actor, rol: Rol | None = None) -> Actor:
    """Somebody else with the same role at the same organisation."""
    rol = rol or actor.rol
    nummer = Gebruiker.objects.count()
    gebruiker = Gebruiker.objects.maak(email=f"{rol}{nummer}@collega.example", naam=f"Collega {rol}")
    Rolvervulling.objects.create(
        gebruiker=gebruiker, rol=rol, organisatie_id=actor.organisatie_id, vanaf=vandaag() - DAG
    )
    return Actor(gebruiker_id=gebruiker.pk, rol=rol, organisatie_id=actor.organisatie_id, naam=gebruiker.naam)


def regel(actor: Actor, afwezige: Actor, waarnemer: Actor, *, over: int = 0, dagen: int = 14):
    vanaf = vandaag() + over * DAG
    return regel_waarneming(
        actor=actor,
        afwezige_id=afwezige.gebruiker_id,
        waarnemer_id=waarnemer.gebruiker_id,
        rol=afwezige.rol,
        vanaf=vanaf,
        tot=vanaf + dagen * DAG,
    )


def opent(actor: Actor, dossier: Dossier) -> bool:
    try:
        access_dossier(actor, dossier.kenmerk, deel=Deel.PERSOON)
    except NietGevonden:
        return False
    return True


@pytest.mark.parametrize("door_hr", [False, True], ids=["oneself", "HR"])
def test_een_waarnemer_komt_binnen_van_de_eerste_tot_de_laatste_dag(wereld, ziek, door_hr):
    afwezige = wereld.actoren[Rol.CASEMANAGER]
    waarnemer = collega_van(afwezige)
    assert not opent(waarnemer, ziek)
    regel(wereld.hr if door_hr else afwezige, afwezige, waarnemer, over=3)
    assert not opent(waarnemer, ziek), "not yet"
    for dagen, mag in ((3, True), (16, True), (17, False)):
        with time_machine.travel(nu() + dagen * DAG):
            assert opent(waarnemer, ziek) is mag, dagen
            assert opent(afwezige, ziek)


def test_de_werknemer_ziet_het_en_het_staat_in_het_logboek(wereld, ziek):
    afwezige = wereld.actoren[Rol.CASEMANAGER]
    waarnemer = collega_van(afwezige)
    regel(afwezige, afwezige, waarnemer)
    rij = Betrokkene.objects.get(dossier=ziek, gebruiker=waarnemer.gebruiker_id)
    assert afwezige.naam in rij.doel
    assert (rij.vanaf, rij.tot) == (vandaag(), vandaag() + 14 * DAG)
    logregel = next(r for r in audit.lees(ziek.pk) if r.handeling == Handeling.BETROKKENE_TOEVOEGEN)
    assert (logregel.actor_id, logregel.doel) == (afwezige.gebruiker_id, "waarneming casemanager")


def test_de_werklijst_zegt_voor_wie_het_is(wereld, ziek):
    afwezige = wereld.actoren[Rol.CASEMANAGER]
    waarnemer = collega_van(afwezige)
    regel(afwezige, afwezige, waarnemer)
    assert {regel.waarneming for regel in werklijst(waarnemer).regels} == {afwezige.naam}
    assert {regel.waarneming for regel in werklijst(afwezige).regels} == {""}


def test_een_dossier_dat_er_intussen_bij_komt_gaat_mee(wereld):
    afwezige = wereld.actoren[Rol.LEIDINGGEVENDE]
    waarnemer = collega_van(afwezige)
    regel(afwezige, afwezige, waarnemer)
    werknemer = wereld.nieuwe_werknemer()
    Werknemer.objects.filter(pk=werknemer.pk).update(leidinggevende=afwezige.gebruiker_id)
    werknemer.refresh_from_db()
    dossier = wereld.meld_ziek(werknemer=werknemer)
    assert opent(waarnemer, dossier)
    rijen = [(r.handeling, r.doel) for r in audit.lees(dossier.pk) if r.doel.startswith("waarneming")]
    assert rijen == [(Handeling.BETROKKENE_TOEVOEGEN, "waarneming leidinggevende")], "the employee sees who came along"
    rol = Betrokkene.objects.get(dossier=dossier, gebruiker=afwezige.gebruiker_id)
    beeindig_betrokkenheid(dossier=dossier, actor=wereld.hr, betrokkene_id=rol.pk)
    assert not opent(waarnemer, dossier)
    gegaan = [(r.handeling, r.doel) for r in audit.lees(dossier.pk) if r.doel.startswith("waarneming")]
    assert gegaan[0] == (Handeling.BETROKKENE_BEEINDIGEN, "waarneming leidinggevende")


def test_wie_zelf_ziek_is_neemt_het_eigen_dossier_niet_waar(wereld):
    """The manager who covers for a colleague is ill himself: not through cover, not in an emergency."""
    afwezige = wereld.actoren[Rol.LEIDINGGEVENDE]
    waarnemer = collega_van(afwezige)
    werknemer = wereld.nieuwe_werknemer()
    Werknemer.objects.filter(pk=werknemer.pk).update(gebruiker=waarnemer.gebruiker_id)
    werknemer.refresh_from_db()
    eigen = wereld.meld_ziek(werknemer=werknemer)
    regel(wereld.hr, afwezige, waarnemer)
    assert not Betrokkene.objects.filter(dossier=eigen, gebruiker=waarnemer.gebruiker_id).exists()
    Betrokkene.objects.create(
        dossier=eigen,
        gebruiker_id=waarnemer.gebruiker_id,
        organisatie_id=waarnemer.organisatie_id,
        rol=Rol.LEIDINGGEVENDE,
        doel="fout",
        vanaf=vandaag(),
    )
    assert not opent(waarnemer, eigen), "also when a row says otherwise"
    for rol in (Rol.CASEMANAGER, Rol.WERKGEVER):
        in_andere_rol = Actor(
            gebruiker_id=waarnemer.gebruiker_id, rol=rol, organisatie_id=waarnemer.organisatie_id, naam=""
        )
        assert not opent(in_andere_rol, eigen), rol
        with pytest.raises(NietGevonden):
            neem_noodtoegang(actor=in_andere_rol, kenmerk=eigen.kenmerk, grond=Noodgrond.TERMIJN)


def test_eindigt_de_rol_van_wie_er_niet_is_dan_ook_de_waarneming(wereld, ziek):
    afwezige = wereld.actoren[Rol.CASEMANAGER]
    waarnemer = collega_van(afwezige)
    regel(afwezige, afwezige, waarnemer)
    rol = Betrokkene.objects.get(dossier=ziek, gebruiker=afwezige.gebruiker_id)
    beeindig_betrokkenheid(dossier=ziek, actor=wereld.hr, betrokkene_id=rol.pk)
    assert not opent(waarnemer, ziek)


def test_eerder_beeindigen_sluit_meteen(wereld, ziek):
    afwezige = wereld.actoren[Rol.CASEMANAGER]
    waarnemer = collega_van(afwezige)
    waarneming = regel(afwezige, afwezige, waarnemer)
    with time_machine.travel(nu() + 2 * DAG):
        assert opent(waarnemer, ziek)
        with pytest.raises(PermissionDenied):
            beeindig_waarneming(actor=waarnemer, waarneming_id=waarneming.pk)
        beeindig_waarneming(actor=afwezige, waarneming_id=waarneming.pk)
        assert not opent(waarnemer, ziek)
        assert waarnemingen(afwezige) == ()


def test_niemand_regelt_waarneming_voor_een_ander_behalve_hr(wereld, ziek):
    afwezige = wereld.actoren[Rol.CASEMANAGER]
    ander = collega_van(afwezige)
    with pytest.raises(PermissionDenied):
        regel(ander, afwezige, ander)
    with pytest.raises(PermissionDenied):
        regel(wereld.actoren[Rol.BEHEERDER], afwezige, ander)
    vreemde_hr = wereld.vreemden[Rol.WERKGEVER]
    with pytest.raises(Invoerfout):
        regel(vreemde_hr, afwezige, ander)
    assert not opent(ander, ziek)


def test_de_waarnemer_heeft_dezelfde_rol_bij_dezelfde_organisatie(wereld, ziek):
    afwezige = wereld.actoren[Rol.CASEMANAGER]
    elders = Organisatie.objects.create(naam="Elders 2", soort="werkgever")
    andere_rol = collega_van(afwezige, Rol.LEIDINGGEVENDE)
    gebruiker = Gebruiker.objects.maak(email="c@elders2.example", naam="C")
    Rolvervulling.objects.create(gebruiker=gebruiker, rol=Rol.CASEMANAGER, organisatie=elders, vanaf=vandaag() - DAG)
    vreemde = Actor(gebruiker_id=gebruiker.pk, rol=Rol.CASEMANAGER, organisatie_id=elders.pk, naam="C")
    for waarnemer in (andere_rol, vreemde, afwezige):
        with pytest.raises(Invoerfout):
            regel(afwezige, afwezige, waarnemer)


@pytest.mark.parametrize(("over", "dagen"), [(-1, 5), (0, 0), (0, 184)], ids=["past", "no day", "too long"])
def test_een_waarneming_heeft_een_begin_en_een_einde(wereld, ziek, over, dagen):
    afwezige = wereld.actoren[Rol.CASEMANAGER]
    waarnemer = collega_van(afwezige)
    with pytest.raises(Invoerfout):
        regel(afwezige, afwezige, waarnemer, over=over, dagen=dagen)
    regel(afwezige, afwezige, waarnemer, dagen=183)
