"""People of another organisation: only under a running contract with a secrecy ground, and not a day longer."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from poortwijzer import audit
from poortwijzer.accounts.actions.contracten import (
    Contractgegevens,
    bevestig_contract,
    leg_contract_vast,
    leg_geheimhouding_vast,
)
from poortwijzer.accounts.contracten import contracten, mensen_voor
from poortwijzer.accounts.models import Contract, Gebruiker, Organisatie, Rolvervulling
from poortwijzer.dossiers.access import NietGevonden, access_dossier, bereikbaar
from poortwijzer.dossiers.actions import (
    Invoerfout,
    beeindig_contract,
    gevolgen_van_einde,
    neem_noodtoegang,
    voeg_betrokkene_toe,
)
from poortwijzer.dossiers.models import Betrokkene, Dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond
from poortwijzer.toegang.nood import Noodgrond
from poortwijzer.toegang.rollen import Rol

LANG_GELEDEN = date(2020, 1, 1)
DAG = timedelta(days=1)


@pytest.fixture
def bureau(wereld) -> Organisatie:
    return Organisatie.objects.create(naam="Bureau Oost", soort="arbeidsdeskundig_bureau")


@pytest.fixture
def deskundige(bureau: Organisatie) -> Actor:
    """Somebody of a bureau that has no contract yet."""
    return persoon_bij(bureau, Rol.ARBEIDSDESKUNDIGE)


@pytest.fixture
def arts(wereld, ziek: Dossier) -> Actor:
    """A bedrijfsarts of the arbodienst, with a role on the dossier."""
    arts = persoon_bij(wereld.arbodienst, Rol.BEDRIJFSARTS)
    geef_rol_op(ziek, arts)
    return arts


def persoon_bij(organisatie: Organisatie, rol: Rol) -> Actor:
    gebruiker = Gebruiker.objects.maak(email=f"{rol}@{organisatie.pk}.example", naam=f"{rol} van {organisatie}")
    Rolvervulling.objects.create(gebruiker=gebruiker, rol=rol, organisatie=organisatie, vanaf=LANG_GELEDEN)
    return Actor(gebruiker_id=gebruiker.pk, rol=rol, organisatie_id=organisatie.pk, naam=gebruiker.naam)


def beheerder_van(organisatie: Organisatie) -> Actor:
    return persoon_bij(organisatie, Rol.BEHEERDER)


def geef_rol_op(dossier: Dossier, actor: Actor) -> None:
    Betrokkene.objects.create(
        dossier=dossier,
        gebruiker_id=actor.gebruiker_id,
        organisatie_id=actor.organisatie_id,
        rol=actor.rol,
        doel="begeleiding",
        vanaf=LANG_GELEDEN,
    )


def gegevens(organisatie: Organisatie, **anders: object) -> Contractgegevens:
    velden = {
        "opdrachtnemer_id": organisatie.pk,
        "dienst": Dienst.ARBEIDSDESKUNDIG_ONDERZOEK,
        "kenmerk": "2026-7",
        "vanaf": vandaag(),
    }
    return Contractgegevens(**{**velden, **anders})


def opent(actor: Actor, dossier: Dossier) -> bool:
    try:
        access_dossier(actor, dossier.kenmerk, deel=Deel.PERSOON)
    except NietGevonden:
        return False
    return True


@pytest.mark.norm("AVG-30-4", waar="poortwijzer.accounts.contracten.werkgevers_onder_contract")
def test_zonder_geheimhouding_en_bevestiging_opent_een_contract_niets(wereld, ziek, deskundige, bureau):
    geef_rol_op(ziek, deskundige)
    assert not opent(deskundige, ziek), "no contract at all"
    contract = leg_contract_vast(actor=wereld.hr, gegevens=gegevens(bureau))
    assert not opent(deskundige, ziek), "a contract, and nothing that binds to secrecy"
    leg_geheimhouding_vast(
        actor=wereld.hr, contract_id=contract.pk, grond=Geheimhoudingsgrond.OVEREENKOMST, op=vandaag(), kenmerk="G-1"
    )
    assert not opent(deskundige, ziek), "nobody asked the other organisation"
    bevestig_contract(actor=beheerder_van(bureau), contract_id=contract.pk)
    assert opent(deskundige, ziek)
    contract.refresh_from_db()
    assert (contract.geheimhouding, contract.geheimhouding_op, contract.kenmerk) == ("overeenkomst", vandaag(), "G-1")


@pytest.mark.norm("AVG-30-4", waar="poortwijzer.accounts.contracten.werkgevers_onder_contract")
def test_wat_nog_niet_is_getekend_bindt_niemand(wereld, bureau):
    contract = leg_contract_vast(actor=wereld.hr, gegevens=gegevens(bureau))
    with pytest.raises(ValidationError):
        leg_geheimhouding_vast(
            actor=wereld.hr, contract_id=contract.pk, grond=Geheimhoudingsgrond.AMBT, op=vandaag() + DAG
        )


@pytest.mark.norm("AVG-30-4", waar="poortwijzer.accounts.contracten.werkgevers_onder_contract")
@pytest.mark.parametrize(
    "looptijd",  # in days from today, and whether that opens
    [(0, None, True), (1, None, False), (-9, 1, True), (-9, 0, False)],
    ids=["from today", "from tomorrow", "until tomorrow", "until today"],
)
def test_de_deur_gaat_open_en_dicht_met_het_contract(wereld, ziek, deskundige, bureau, looptijd):
    vanaf, tot, open_ = looptijd
    geef_rol_op(ziek, deskundige)
    Contract.objects.create(
        opdrachtgever=wereld.werkgever,
        opdrachtnemer=bureau,
        dienst=Dienst.ARBEIDSDESKUNDIG_ONDERZOEK,
        kenmerk="1",
        vanaf=vandaag() + vanaf * DAG,
        tot=None if tot is None else vandaag() + tot * DAG,
        geheimhouding="beroep",
        geheimhouding_op=LANG_GELEDEN,
        bevestigd_op=LANG_GELEDEN,
    )
    assert opent(deskundige, ziek) is open_
    assert bereikbaar(deskundige).filter(pk=ziek.pk).exists() is open_


@pytest.mark.norm("AVG-AP-5", waar="poortwijzer.dossiers.access.onder_contract")
def test_een_contract_voor_een_dienst_opent_niets_voor_een_andere_rol(wereld, ziek):
    """The arbodienst guides absence; that does not make its people arbeidsdeskundigen of this employer."""
    ander = persoon_bij(wereld.arbodienst, Rol.ARBEIDSDESKUNDIGE)
    geef_rol_op(ziek, ander)
    assert not opent(ander, ziek)


@pytest.mark.norm("AVG-AP-5", waar="poortwijzer.dossiers.access.onder_contract")
def test_een_contract_met_een_ander_opent_dit_dossier_niet(wereld, ziek, deskundige, bureau):
    elders = Organisatie.objects.create(naam="Andere werkgever", soort="werkgever")
    Contract.objects.create(
        opdrachtgever=elders,
        opdrachtnemer=bureau,
        dienst=Dienst.ARBEIDSDESKUNDIG_ONDERZOEK,
        kenmerk="1",
        vanaf=LANG_GELEDEN,
        geheimhouding="beroep",
        geheimhouding_op=LANG_GELEDEN,
        bevestigd_op=LANG_GELEDEN,
    )
    geef_rol_op(ziek, deskundige)
    assert not opent(deskundige, ziek)


def test_het_einde_van_een_contract_sluit_alles_en_zegt_vooraf_wat(wereld, ziek, arts):
    contract = Contract.objects.get(opdrachtnemer=wereld.arbodienst)
    assert opent(arts, ziek)
    vooraf = gevolgen_van_einde(actor=wereld.hr, contract_id=contract.pk, tot=vandaag())
    assert vooraf.per_rol == {Rol.ARBODIENST: 1, Rol.BEDRIJFSARTS: 2}
    assert vooraf.aantal_dossiers == 1
    assert vooraf.heeft_medische_dossiers
    eigen = wereld.actoren[Rol.CASEMANAGER]
    assert beeindig_contract(actor=wereld.hr, contract_id=contract.pk) == vooraf
    assert not opent(arts, ziek)
    assert opent(eigen, ziek), "who works for the employer itself stays"
    assert Betrokkene.objects.get(dossier=ziek, gebruiker=arts.gebruiker_id).tot == vandaag()
    regel = next(r for r in audit.lees(ziek.pk) if r.handeling == Handeling.BETROKKENE_BEEINDIGEN)
    assert (regel.actor_id, regel.doel) == (wereld.hr.gebruiker_id, "arbodienst bedrijfsarts")


def test_een_contract_dat_later_eindigt_houdt_de_rol_tot_die_dag(wereld, ziek, arts):
    contract = Contract.objects.get(opdrachtnemer=wereld.arbodienst)
    beeindig_contract(actor=wereld.hr, contract_id=contract.pk, tot=vandaag() + 30 * DAG)
    assert opent(arts, ziek)
    assert not bereikbaar(arts, op=vandaag() + 30 * DAG).exists()
    assert bereikbaar(arts, op=vandaag() + 29 * DAG).exists()


@pytest.mark.norm("AVG-30-4", waar="poortwijzer.accounts.contracten.werkgevers_onder_contract")
def test_na_het_einde_helpt_noodtoegang_niet(wereld, ziek, arts):
    collega = persoon_bij(Organisatie.objects.create(naam="Arbodienst Zuid", soort="arbodienst"), Rol.BEDRIJFSARTS)
    with pytest.raises(NietGevonden):
        neem_noodtoegang(actor=collega, kenmerk=ziek.kenmerk, grond=Noodgrond.TERMIJN)
    beeindig_contract(actor=wereld.hr, contract_id=Contract.objects.get(opdrachtnemer=wereld.arbodienst).pk)
    with pytest.raises(NietGevonden):
        neem_noodtoegang(actor=arts, kenmerk=ziek.kenmerk, grond=Noodgrond.TERMIJN)


@pytest.mark.norm("AVG-30-4", waar="poortwijzer.accounts.contracten.werkgevers_onder_contract")
def test_een_rol_gaat_alleen_naar_wie_onder_een_contract_werkt(wereld, ziek, deskundige, bureau):
    def geef() -> None:
        voeg_betrokkene_toe(
            dossier=ziek, actor=wereld.hr, gebruiker_id=deskundige.gebruiker_id, rol=deskundige.rol, doel="onderzoek"
        )

    assert deskundige.naam not in {p.naam for p in mensen_voor(wereld.werkgever.pk, deskundige.rol)}
    with pytest.raises(Invoerfout):
        geef()
    contract = leg_contract_vast(
        actor=wereld.hr,
        gegevens=gegevens(bureau, geheimhouding=Geheimhoudingsgrond.BEROEP, geheimhouding_op=vandaag()),
    )
    with pytest.raises(Invoerfout):
        geef()
    bevestig_contract(actor=beheerder_van(bureau), contract_id=contract.pk)
    assert deskundige.naam in {p.naam for p in mensen_voor(wereld.werkgever.pk, deskundige.rol)}
    geef()
    assert opent(deskundige, ziek)


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in {Rol.WERKGEVER, Rol.BEHEERDER}])
def test_wie_geen_contracten_beheert_legt_er_geen_vast_en_beeindigt_er_geen(wereld, bureau, rol):
    contract = Contract.objects.get(opdrachtnemer=wereld.arbodienst)
    with pytest.raises(PermissionDenied):
        leg_contract_vast(actor=wereld.actoren[rol], gegevens=gegevens(bureau))
    with pytest.raises(PermissionDenied):
        beeindig_contract(actor=wereld.actoren[rol], contract_id=contract.pk)
    contract.refresh_from_db()
    assert contract.tot is None


def test_een_contract_van_een_ander_is_niet_te_zien_en_niet_te_wijzigen(wereld):
    contract = Contract.objects.get(opdrachtnemer=wereld.arbodienst)
    vreemde = wereld.vreemden[Rol.WERKGEVER]
    assert contracten(vreemde) == ()
    with pytest.raises(PermissionDenied):
        beeindig_contract(actor=vreemde, contract_id=contract.pk)
    van_ons = next(rij for rij in contracten(wereld.hr) if rij.id == contract.pk)
    (van_hen,) = contracten(wereld.actoren[Rol.ARBODIENST])
    assert (van_ons.is_opdrachtgever, van_hen.is_opdrachtgever) == (True, False)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"kenmerk": "  "}, "kenmerk"),
        ({"tot": date(2020, 1, 1), "vanaf": date(2020, 1, 1)}, "tot"),
        ({"geheimhouding": Geheimhoudingsgrond.WET}, "geheimhouding_op"),
    ],
)
def test_wat_niet_kan_kloppen_wordt_gezegd(wereld, bureau, anders, veld):
    with pytest.raises(ValidationError) as fout:
        leg_contract_vast(actor=wereld.hr, gegevens=gegevens(bureau, **anders))
    assert veld in fout.value.message_dict


def test_hetzelfde_contract_loopt_niet_twee_keer_en_sluit_wel_aan(wereld, bureau):
    leg_contract_vast(actor=wereld.hr, gegevens=gegevens(bureau, tot=vandaag() + 10 * DAG))
    with pytest.raises(ValidationError):
        leg_contract_vast(actor=wereld.hr, gegevens=gegevens(bureau, vanaf=vandaag() + 9 * DAG))
    leg_contract_vast(actor=wereld.hr, gegevens=gegevens(bureau, vanaf=vandaag() + 10 * DAG))


@pytest.fixture
def open_contract(wereld, bureau) -> Contract:
    """A contract with secrecy that waits for the bureau."""
    met_geheim = {"geheimhouding": Geheimhoudingsgrond.BEROEP, "geheimhouding_op": vandaag()}
    return leg_contract_vast(actor=wereld.hr, gegevens=gegevens(bureau, **met_geheim))


def test_wie_het_contract_vastlegt_bevestigt_het_niet_ook_niet_van_de_andere_kant(wereld, bureau, open_contract):
    """Somebody who manages accounts on both sides is one side."""
    aan_beide_kanten = replace(wereld.hr, rol=Rol.BEHEERDER, organisatie_id=bureau.pk)
    for wie in (wereld.actoren[Rol.BEHEERDER], aan_beide_kanten):
        with pytest.raises(ValidationError, match="andere organisatie"):
            bevestig_contract(actor=wie, contract_id=open_contract.pk)
    bevestig_contract(actor=beheerder_van(bureau), contract_id=open_contract.pk)


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in {Rol.ARBODIENST, Rol.BEHEERDER}])
def test_wie_geen_contracten_bevestigt_doet_het_niet(bureau, open_contract, rol):
    wie = replace(beheerder_van(bureau), rol=rol)
    with pytest.raises(PermissionDenied):
        bevestig_contract(actor=wie, contract_id=open_contract.pk)
    open_contract.refresh_from_db()
    assert open_contract.bevestigd_op is None


def test_een_ander_bevestigt_niets_en_laat_een_regel_na(wereld, open_contract):
    vreemde = beheerder_van(Organisatie.objects.create(naam="Bureau West", soort="arbeidsdeskundig_bureau"))
    with pytest.raises(PermissionDenied):
        bevestig_contract(actor=vreemde, contract_id=open_contract.pk)
    regel = audit.laatste(vreemde.organisatie_id)[0]
    assert (regel.handeling, regel.uitkomst) == (Handeling.CONTRACT_BEVESTIGEN, "geweigerd")


def test_zonder_geheimhouding_valt_er_niets_te_bevestigen_en_daarna_verandert_er_niets(wereld, bureau):
    contract = leg_contract_vast(actor=wereld.hr, gegevens=gegevens(bureau))
    beheerder = beheerder_van(bureau)
    with pytest.raises(ValidationError, match="geheimhouding"):
        bevestig_contract(actor=beheerder, contract_id=contract.pk)
    geheim = {"contract_id": contract.pk, "grond": Geheimhoudingsgrond.AMBT, "op": vandaag()}
    leg_geheimhouding_vast(actor=wereld.hr, **geheim)
    (voor_hen,) = contracten(beheerder)
    assert voor_hen.is_te_bevestigen
    assert not voor_hen.opent
    bevestig_contract(actor=beheerder, contract_id=contract.pk)
    (voor_hen,) = contracten(beheerder)
    assert not voor_hen.is_te_bevestigen
    assert voor_hen.opent
    with pytest.raises(ValidationError):
        bevestig_contract(actor=beheerder, contract_id=contract.pk)
    with pytest.raises(ValidationError, match="nieuw contract"):
        leg_geheimhouding_vast(actor=wereld.hr, **geheim)


def test_wat_voorbij_is_wordt_niet_meer_bevestigd(wereld, bureau, open_contract):
    Contract.objects.filter(pk=open_contract.pk).update(vanaf=vandaag() - 9 * DAG, tot=vandaag())
    with pytest.raises(ValidationError, match="voorbij"):
        bevestig_contract(actor=beheerder_van(bureau), contract_id=open_contract.pk)
