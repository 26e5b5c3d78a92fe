"""HR links accounts; what the employer may not read opens only when the medical side said whose account it is."""

from datetime import timedelta

import pytest
import time_machine

from poortwijzer import audit
from poortwijzer.accounts.actions.herstel_tweede_stap import herstel_tweede_stap
from poortwijzer.accounts.models import Organisatie
from poortwijzer.dossiers.access import GeenToegang, NietBevestigd, access_dossier
from poortwijzer.dossiers.actions import Invoerfout, delegeer, geef_code, leg_feit_vast, meld_herstel, vul_code_in
from poortwijzer.dossiers.bevestiging import GELDIG
from poortwijzer.dossiers.models import Accountbevestiging, Dossier, Werknemer
from poortwijzer.dossiers.models.accountbevestiging import MEESTE_POGINGEN
from poortwijzer.dossiers.queries.dossierblad import dossierbeeld
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import NA_BEVESTIGING, leesbare_delen, mag
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

WERKGEVERSKANT = (Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE)
# What the employee reads and the employer does not, and that tells nothing of an illness.
ONSCHULDIG = frozenset({Deel.DELEGATIES, Deel.ACCOUNT})
# What an account may do of which nobody said yet that it is the employee's own. People review this list; it is not made
# from the policy. Nothing in it stands in the dossier afterwards as something that the employee said.
LEEST = (
    "aan_bedrijfsarts account actueel_oordeel afwijkingen betrokkenen bewaartermijn bijstelling delegaties "
    "dienstverband eerstejaarsevaluatie eindevaluatie evaluatie knelpunten_leiding knelpunten_samen mogelijkheden "
    "oordeel overleg persoon plan_van_aanpak probleemanalyse reintegratie reintegratieverslag taken terugkoppeling "
    "tijdlijn uwv verzuim werkaanpassing"
)
ZONDER_BEVESTIGING = {(deel, "inzien") for deel in LEEST.split()} | {
    ("tijdlijn", "wat_als"),
    ("taken", "taak_nemen"),
    ("aan_bedrijfsarts", "insturen"),
    ("account", "code_invullen"),
}
VAN_DE_WERKNEMER = [
    (deel, handeling) for deel in Deel for handeling in sorted(Handeling) if mag(Rol.WERKNEMER, handeling, deel)
]


@pytest.fixture
def dossier(ziek: Dossier) -> Dossier:
    """As `ziek`, and nobody said yet whose account it is."""
    Accountbevestiging.objects.all().delete()
    return ziek


@pytest.fixture
def werknemer(wereld) -> Actor:
    return wereld.actoren[Rol.WERKNEMER]


@pytest.fixture
def arts(wereld) -> Actor:
    return wereld.actoren[Rol.BEDRIJFSARTS]


def opent(actor: Actor, dossier: Dossier, deel: Deel) -> bool:
    try:
        access_dossier(actor, dossier.kenmerk, deel=deel)
    except NietBevestigd:
        return False
    return True


def laatste(dossier: Dossier):
    return audit.lees(dossier.pk)[0]


@pytest.mark.norm("AVG-AP-2", waar="poortwijzer.toegang.beleid.NA_BEVESTIGING")
def test_een_account_zonder_bevestiging_leest_niet_meer_dan_de_werkgever():
    """Else HR could link a second account of its own and read what it may not."""
    werkgever = frozenset().union(*(leesbare_delen(rol) for rol in WERKGEVERSKANT))
    assert leesbare_delen(Rol.WERKNEMER) - werkgever - NA_BEVESTIGING == ONSCHULDIG
    assert leesbare_delen(Rol.WERKNEMER) >= NA_BEVESTIGING


@pytest.mark.parametrize("deel", sorted(leesbare_delen(Rol.WERKNEMER)))
def test_elk_deel_voor_en_na_de_bevestiging(dossier, werknemer, arts, deel):
    assert opent(werknemer, dossier, deel) is (deel not in NA_BEVESTIGING)
    if deel in NA_BEVESTIGING:
        regel = laatste(dossier)
        assert (regel.uitkomst, regel.reden, regel.onderdeel) == ("geweigerd", "account niet bevestigd", deel)
    assert vul_code_in(dossier=dossier, actor=werknemer, code=geef_code(dossier=dossier, actor=arts))
    assert opent(werknemer, dossier, deel)


@pytest.mark.parametrize(("deel", "handeling"), VAN_DE_WERKNEMER)
def test_elke_handeling_voor_en_na_de_bevestiging(dossier, werknemer, arts, deel, handeling):
    """Else who links an account of his own could agree, report recovery and judge in the name of the employee."""

    def kan() -> bool:
        try:
            access_dossier(werknemer, dossier.kenmerk, deel=deel, handeling=handeling)
        except NietBevestigd:
            return False
        return True

    assert kan() is ((deel, handeling) in ZONDER_BEVESTIGING)
    assert vul_code_in(dossier=dossier, actor=werknemer, code=geef_code(dossier=dossier, actor=arts))
    assert kan()


def test_een_oordeel_of_herstel_van_een_onbevestigd_account_komt_niet_in_het_dossier(dossier, werknemer):
    with pytest.raises(NietBevestigd, match="Dit kan als uw bedrijfsarts"):
        leg_feit_vast(dossier=dossier, actor=werknemer, naam="is_ziekte_door_zwangerschap", waarde=True)
    with pytest.raises(NietBevestigd):
        meld_herstel(dossier=dossier, actor=werknemer, hersteld_op=vandaag())
    dossier.refresh_from_db()
    assert not dossier.feiten.filter(gever="werknemer").exists()
    assert {regel.reden for regel in audit.lees(dossier.pk)[:2]} == {"account niet bevestigd"}


def test_wat_alleen_de_werknemer_weet_staat_voor_de_bevestiging_op_geen_bladzijde(wereld, ziek, werknemer):
    leg_feit_vast(dossier=ziek, actor=werknemer, naam="is_ziekte_door_zwangerschap", waarde=True)

    def gelezen() -> set[str]:
        geopend = access_dossier(werknemer, ziek.kenmerk, deel=Deel.UWV)
        return {feit.naam for feit in dossierbeeld(werknemer, geopend).feiten}

    assert "is_ziekte_door_zwangerschap" in gelezen()
    Accountbevestiging.objects.all().delete()
    assert gelezen()
    assert "is_ziekte_door_zwangerschap" not in gelezen()


def test_een_ander_account_aan_dezelfde_werknemer_begint_opnieuw(wereld, ziek, werknemer):
    """The confirmation is of this account: another one that HR links opens nothing of it."""
    assert opent(werknemer, ziek, Deel.MEDISCH_DOSSIER)
    ander = wereld.tweede_werknemer
    Werknemer.objects.filter(pk=ziek.werknemer_id).update(gebruiker=ander.gebruiker_id)
    assert not opent(ander, ziek, Deel.MEDISCH_DOSSIER)
    assert not opent(ander, ziek, Deel.LEESLOG)


def test_wie_de_tweede_stap_herstelt_leest_niet_mee_met_een_oude_bevestiging(wereld, ziek, werknemer, arts):
    """The employer has the mailbox and the beheerder: together they could sign in as the employee."""
    assert opent(werknemer, ziek, Deel.MEDISCH_DOSSIER)
    herstel_tweede_stap(actor=wereld.actoren[Rol.BEHEERDER], gebruiker_id=werknemer.gebruiker_id)
    assert not opent(werknemer, ziek, Deel.MEDISCH_DOSSIER)
    assert not opent(werknemer, ziek, Deel.EIGEN_GEGEVENS)

    assert vul_code_in(dossier=ziek, actor=werknemer, code=geef_code(dossier=ziek, actor=arts))
    assert opent(werknemer, ziek, Deel.MEDISCH_DOSSIER)


def test_een_open_code_werkt_niet_meer_na_herstel_van_de_tweede_stap(wereld, dossier, werknemer, arts):
    code = geef_code(dossier=dossier, actor=arts)
    herstel_tweede_stap(actor=wereld.actoren[Rol.BEHEERDER], gebruiker_id=werknemer.gebruiker_id)
    assert not vul_code_in(dossier=dossier, actor=werknemer, code=code)


def test_herstel_voor_een_ander_laat_een_bevestiging_staan(wereld, ziek, werknemer):
    herstel_tweede_stap(actor=wereld.actoren[Rol.BEHEERDER], gebruiker_id=wereld.tweede_werknemer.gebruiker_id)
    assert opent(werknemer, ziek, Deel.MEDISCH_DOSSIER)


@pytest.mark.parametrize("typ", [str, str.lower, lambda code: code.replace("-", " "), lambda code: f" {code} "])
def test_hoe_de_code_getypt_is_maakt_niet_uit(dossier, werknemer, arts, typ):
    code = geef_code(dossier=dossier, actor=arts)
    assert vul_code_in(dossier=dossier, actor=werknemer, code=typ(code))
    assert (laatste(dossier).handeling, laatste(dossier).actor_id) == ("code_invullen", werknemer.gebruiker_id)


def test_van_de_code_staat_alleen_een_hash_in_de_database(dossier, arts):
    code = geef_code(dossier=dossier, actor=arts)
    rij = str(Accountbevestiging.objects.values().get())
    assert code not in rij
    assert code.replace("-", "") not in rij


def test_een_code_werkt_een_keer_en_alleen_voor_dit_account(wereld, dossier, werknemer, arts):
    code = geef_code(dossier=dossier, actor=arts)
    Werknemer.objects.filter(pk=dossier.werknemer_id).update(gebruiker=wereld.tweede_werknemer.gebruiker_id)
    assert not vul_code_in(dossier=dossier, actor=wereld.tweede_werknemer, code=code)
    Werknemer.objects.filter(pk=dossier.werknemer_id).update(gebruiker=werknemer.gebruiker_id)
    assert vul_code_in(dossier=dossier, actor=werknemer, code=code)
    assert not vul_code_in(dossier=dossier, actor=werknemer, code=code)
    with pytest.raises(Invoerfout, match="al bevestigd"):
        geef_code(dossier=dossier, actor=arts)


def test_een_nieuwe_code_sluit_de_vorige(dossier, werknemer, arts):
    oud = geef_code(dossier=dossier, actor=arts)
    nieuw = geef_code(dossier=dossier, actor=arts)
    assert not vul_code_in(dossier=dossier, actor=werknemer, code=oud)
    assert vul_code_in(dossier=dossier, actor=werknemer, code=nieuw)


@pytest.mark.parametrize(("later", "werkt"), [(GELDIG - timedelta(minutes=1), True), (GELDIG, False)])
def test_een_code_verloopt(dossier, werknemer, arts, later, werkt):
    code = geef_code(dossier=dossier, actor=arts)
    gegeven = Accountbevestiging.objects.get().created_at
    with time_machine.travel(gegeven + later, tick=False):
        assert vul_code_in(dossier=dossier, actor=werknemer, code=code) is werkt


@pytest.mark.parametrize(("fouten", "werkt"), [(MEESTE_POGINGEN - 1, True), (MEESTE_POGINGEN, False)])
def test_raden_houdt_op_en_elke_poging_staat_in_het_logboek(dossier, werknemer, arts, fouten, werkt):
    code = geef_code(dossier=dossier, actor=arts)
    for _ in range(fouten):
        assert not vul_code_in(dossier=dossier, actor=werknemer, code="AAAAA-AAAAA")
        assert (laatste(dossier).uitkomst, laatste(dossier).reden) == ("geweigerd", "code klopt niet")
    assert vul_code_in(dossier=dossier, actor=werknemer, code=code) is werkt
    if not werkt:
        nieuw = geef_code(dossier=dossier, actor=arts)
        assert vul_code_in(dossier=dossier, actor=werknemer, code=nieuw)


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in {Rol.BEDRIJFSARTS, Rol.BEHEERDER}])
def test_wie_geen_arts_is_geeft_geen_code(wereld, dossier, rol):
    with pytest.raises(GeenToegang):
        geef_code(dossier=dossier, actor=wereld.actoren[rol])
    assert not mag(rol, Handeling.CODE_GEVEN, Deel.ACCOUNT)


@pytest.mark.parametrize(("taak", "werkt"), [(Deeltaak.DOSSIER_BIJHOUDEN, True), (Deeltaak.CONCEPT_OPSTELLEN, False)])
def test_wie_het_dossier_bijhoudt_voor_de_arts_geeft_ook_een_code(wereld, dossier, arts, taak, werkt):
    collega = wereld.collega_arts()
    delegeer(
        dossier=dossier,
        actor=arts,
        gedelegeerde_id=collega.gebruiker_id,
        taken=[taak],
        tot=vandaag() + timedelta(days=9),
    )
    if werkt:
        assert geef_code(dossier=dossier, actor=collega)
    else:
        with pytest.raises(GeenToegang):
            geef_code(dossier=dossier, actor=collega)


def test_zonder_gekoppeld_account_is_er_niets_te_bevestigen(dossier, arts):
    Werknemer.objects.filter(pk=dossier.werknemer_id).update(gebruiker=None)
    with pytest.raises(Invoerfout, match="nog geen account"):
        geef_code(dossier=dossier, actor=arts)


def test_een_bevestiging_van_een_andere_arbodienst_opent_de_rest_maar_niet_wat_deze_bewaart(wereld, ziek, werknemer):
    """Who owns the medical rows says for itself whose account it is (see `medisch.queries`)."""
    andere = Organisatie.objects.create(naam="Arbodienst Zuid", soort="arbodienst")
    Accountbevestiging.objects.update(organisatie=andere)
    geopend = access_dossier(werknemer, ziek.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    assert geopend.bevestigd_door == {andere.pk}
    assert nu() > Accountbevestiging.objects.get().expires_at, "what was confirmed stays so"
