"""Terms of keeping: what has to go, who holds it, and who approves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from poortnormen.wisverzoek import GEEN, wisuitzonderingen
from poortwijzer import audit
from poortwijzer.accounts.models import Gebruiker, Rolvervulling
from poortwijzer.audit.ankers import veranker
from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.access import NietGevonden
from poortwijzer.dossiers.actions import (
    Invoerfout,
    beeindig_blokkade,
    blokkeer_wissen,
    keur_wissen_goed,
    kies_bewaartermijn,
    leg_feit_vast,
    stel_wissen_op_verzoek_voor,
    stel_wissen_voor,
    trek_wissen_in,
)
from poortwijzer.dossiers.actions.bewaren import Wisverzoek
from poortwijzer.dossiers.models import (
    Dossier,
    Werknemer,
    Wisregel,
    Wisronde,
    Wissing,
)
from poortwijzer.dossiers.wisrondes import houd_bij, kijk_vooruit, snoei_logboeken
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
RE, MEDISCH = Vaksoort.RE_INTEGRATIE, Vaksoort.MEDISCH
VERZOEK = Wisverzoek(verzocht_op=date(2026, 1, 5), uitzondering="plicht", uitzondering_geldt=False)


def uit_dienst(wereld, dossier: Dossier, einde: date) -> None:
    waarde = {"begin": "2010-01-01", "einde": einde.isoformat()}
    leg_feit_vast(dossier=dossier, actor=wereld.hr, naam="dienstverband", waarde=waarde)


def tweede_hr(wereld) -> Actor:
    gebruiker = Gebruiker.objects.maak(email="tweede@hier.example", naam="Tweede")
    Rolvervulling.objects.create(
        gebruiker=gebruiker, rol=Rol.WERKGEVER, organisatie=wereld.werkgever, vanaf=date(2020, 1, 1)
    )
    return Actor(gebruiker_id=gebruiker.pk, rol=Rol.WERKGEVER, organisatie_id=wereld.werkgever.pk, naam="Tweede")


# --- lists, holds and four eyes ---------------------------------------------------------------------------


@pytest.mark.norm("AVG-AP-8", waar="poortwijzer.dossiers.wisrondes.stel_voor")
def test_op_de_lijst_staat_wat_voorbij_zijn_termijn_is_en_niets_anders(wereld, ziek):
    precies = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    in_dienst = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    uit_dienst(wereld, ziek, date(2024, 6, 30))
    uit_dienst(wereld, precies, date(2024, 7, 1))
    leg_feit_vast(dossier=in_dienst, actor=wereld.hr, naam="dienstverband", waarde={"begin": "2010-01-01"})

    ronde = stel_wissen_voor(actor=wereld.actoren[Rol.BEHEERDER], peildatum=date(2026, 7, 1))

    assert [(r.kenmerk, r.norm, r.weg_vanaf, r.uitkomst) for r in ronde.regels.all()] == [
        (ziek.kenmerk, "AVG-AP-8", date(2026, 7, 1), "weg")
    ]
    assert kijk_vooruit(date(2026, 7, 1)).voorbij == {wereld.werkgever.pk: 1}
    assert kijk_vooruit(date(2026, 6, 30)).voorbij == {}
    assert kijk_vooruit(date(2026, 7, 2)).voorbij == {wereld.werkgever.pk: 2}


@pytest.mark.norm("AVG-AP-9", waar="poortwijzer.dossiers.bewaren.bewaarstanden")
def test_het_dossier_van_een_eigenrisicodrager_blijft_langer(wereld, ziek):
    uit_dienst(wereld, ziek, date(2020, 6, 30))
    for naam, waarde in (
        ("is_eigenrisicodrager_wga", True),
        ("begin_bewaartermijn_eigenrisico", "2016-06-30"),
    ):
        leg_feit_vast(dossier=ziek, actor=wereld.hr, naam=naam, waarde=waarde)
    assert kijk_vooruit(date(2026, 6, 30)).voorbij == {}
    assert kijk_vooruit(date(2026, 7, 1)).voorbij == {wereld.werkgever.pk: 1}


def test_wat_iemand_tegenhoudt_gaat_niet_weg_en_staat_erbij(wereld, ziek):
    ander = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    for dossier in (ziek, ander):
        uit_dienst(wereld, dossier, date(2020, 6, 30))
    officier = wereld.actoren[Rol.PRIVACY_OFFICER]
    blokkade = blokkeer_wissen(
        dossier=ziek, actor=officier, deel="", grond="conflict", vanaf=vandaag() - timedelta(days=1)
    )
    ronde = stel_wissen_voor(actor=wereld.actoren[Rol.BEHEERDER])
    assert dict(ronde.regels.values_list("kenmerk", "uitkomst")) == {ziek.kenmerk: "blijft", ander.kenmerk: "weg"}
    assert ronde.regels.get(kenmerk=ziek.kenmerk).blokkade == "conflict"
    beeindig_blokkade(dossier=ziek, actor=officier, blokkade_id=blokkade.pk)
    opnieuw = stel_wissen_voor(actor=wereld.actoren[Rol.BEHEERDER])
    assert set(opnieuw.regels.values_list("uitkomst", flat=True)) == {"weg"}
    ronde.refresh_from_db()
    assert ronde.stand == "ingetrokken", "a new list takes the place of the one that waited"


def test_een_blokkade_na_de_goedkeuring_houdt_het_dossier_ook(wereld, ziek):
    uit_dienst(wereld, ziek, date(2020, 6, 30))
    ronde = stel_wissen_voor(actor=wereld.actoren[Rol.BEHEERDER])
    keur_wissen_goed(actor=wereld.hr, ronde_id=ronde.pk)
    blokkeer_wissen(dossier=ziek, actor=wereld.hr, deel=RE, grond="regres", vanaf=vandaag())
    houd_bij(vandaag())
    regel = Wisregel.objects.get(ronde=ronde)
    assert (regel.uitkomst, regel.blokkade) == ("blijft", "regres")
    assert Dossier.objects.filter(pk=ziek.pk).exists()


def test_niets_gaat_weg_voor_een_ander_het_goedkeurt(wereld, ziek):
    uit_dienst(wereld, ziek, date(2020, 6, 30))
    ronde = stel_wissen_voor(actor=wereld.hr)
    houd_bij(vandaag())
    assert Dossier.objects.filter(pk=ziek.pk).exists()
    with pytest.raises(Invoerfout, match="zelf gemaakt"):
        keur_wissen_goed(actor=wereld.hr, ronde_id=ronde.pk)
    with pytest.raises(PermissionDenied):
        keur_wissen_goed(actor=wereld.actoren[Rol.BEHEERDER], ronde_id=ronde.pk)
    with pytest.raises(NietGevonden):
        keur_wissen_goed(actor=wereld.vreemden[Rol.WERKGEVER], ronde_id=ronde.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        Wisronde.objects.filter(pk=ronde.pk).update(
            stand="goedgekeurd", goedgekeurd_door=wereld.hr.gebruiker_id, goedgekeurd_op=nu()
        )

    keur_wissen_goed(actor=tweede_hr(wereld), ronde_id=ronde.pk)
    verslag = houd_bij(vandaag())

    assert (verslag.gewist, verslag.mislukt) == (1, 0)
    assert not Dossier.objects.filter(pk=ziek.pk).exists()
    ronde.refresh_from_db()
    assert (ronde.stand, ronde.regels.get().uitkomst) == ("klaar", "gewist")
    assert houd_bij(vandaag()).gewist == 0


def test_wie_zelf_op_de_lijst_staat_keurt_haar_niet_goed(wereld, ziek):
    uit_dienst(wereld, ziek, date(2020, 6, 30))
    ronde = stel_wissen_voor(actor=wereld.actoren[Rol.BEHEERDER])
    zieke = Actor(
        gebruiker_id=wereld.werknemer.gebruiker_id, rol=Rol.WERKGEVER, organisatie_id=wereld.werkgever.pk, naam=""
    )
    with pytest.raises(Invoerfout, match="eigen dossier"):
        keur_wissen_goed(actor=zieke, ronde_id=ronde.pk)
    trek_wissen_in(actor=wereld.actoren[Rol.BEHEERDER], ronde_id=ronde.pk)
    with pytest.raises(Invoerfout, match="wacht niet meer"):
        keur_wissen_goed(actor=wereld.hr, ronde_id=ronde.pk)


def test_op_verzoek_gaat_een_deel_weg_ook_voor_zijn_termijn(wereld, ziek):
    beheerder = wereld.actoren[Rol.BEHEERDER]
    for wie, deel in ((wereld.vreemden[Rol.BEHEERDER], RE), (beheerder, MEDISCH)):
        with pytest.raises(NietGevonden):
            stel_wissen_op_verzoek_voor(actor=wie, kenmerk=ziek.kenmerk, deel=deel, verzoek=VERZOEK)
    with pytest.raises(PermissionDenied):
        stel_wissen_op_verzoek_voor(
            actor=wereld.actoren[Rol.CASEMANAGER], kenmerk=ziek.kenmerk, deel=RE, verzoek=VERZOEK
        )
    ronde = stel_wissen_op_verzoek_voor(actor=beheerder, kenmerk=ziek.kenmerk, deel=RE, verzoek=VERZOEK)
    with pytest.raises(Invoerfout, match="al voorgesteld"):
        stel_wissen_op_verzoek_voor(actor=beheerder, kenmerk=ziek.kenmerk, deel=RE, verzoek=VERZOEK)
    keur_wissen_goed(actor=wereld.hr, ronde_id=ronde.pk)
    assert houd_bij(vandaag()).gewist == 1
    wissing = Wissing.objects.get()
    assert (wissing.grond, wissing.goedgekeurd_door_id) == ("verzoek", wereld.hr.gebruiker_id)
    assert (wissing.verzocht_op, wissing.uitzondering, wissing.uitzondering_geldt) == (
        VERZOEK.verzocht_op,
        "plicht",
        False,
    )
    assert Werknemer.objects.filter(pk=wereld.werknemer.pk).exists()


@pytest.mark.norm("AVG-17-3", waar="poortwijzer.dossiers.actions.bewaren.stel_wissen_op_verzoek_voor")
@pytest.mark.parametrize("uitzondering", list(wisuitzonderingen()))
def test_een_uitzondering_die_geldt_houdt_het_wissen_tegen_en_blijft_staan(wereld, ziek, uitzondering):
    verzoek = replace(VERZOEK, uitzondering=uitzondering, uitzondering_geldt=True)
    ronde = stel_wissen_op_verzoek_voor(
        actor=wereld.actoren[Rol.BEHEERDER], kenmerk=ziek.kenmerk, deel=RE, verzoek=verzoek
    )
    assert (ronde.stand, ronde.uitzondering, ronde.uitzondering_geldt) == ("afgewezen", uitzondering, True)
    assert [regel.uitkomst for regel in ronde.regels.all()] == ["blijft"]
    with pytest.raises(Invoerfout, match="wacht niet meer"):
        keur_wissen_goed(actor=wereld.hr, ronde_id=ronde.pk)
    assert houd_bij(vandaag()).gewist == 0
    assert not Wissing.objects.exists()
    assert audit.lees(ziek.pk)[0].doel == f"afgewezen {ronde.pk}"


@pytest.mark.norm("AVG-17-3", waar="poortwijzer.dossiers.actions.bewaren.stel_wissen_op_verzoek_voor")
@pytest.mark.parametrize(
    ("veld", "anders"),
    [
        ("uitzondering", {"uitzondering": ""}),
        ("uitzondering", {"uitzondering": "zomaar"}),
        ("uitzondering", {"uitzondering": GEEN, "uitzondering_geldt": True}),
        ("verzocht_op", {"verzocht_op": date(2149, 1, 1)}),
    ],
)
def test_zonder_afweging_die_klopt_komt_er_geen_voorstel(wereld, ziek, veld, anders):
    with pytest.raises(Invoerfout) as fout:
        stel_wissen_op_verzoek_voor(
            actor=wereld.actoren[Rol.BEHEERDER], kenmerk=ziek.kenmerk, deel=RE, verzoek=replace(VERZOEK, **anders)
        )
    assert fout.value.veld == veld
    assert not Wisronde.objects.exists()


def test_wie_vandaag_vroeg_en_waarbij_niets_in_de_weg_staat_wordt_voorgesteld(wereld, ziek):
    verzoek = Wisverzoek(verzocht_op=vandaag(), uitzondering=GEEN, uitzondering_geldt=False)
    ronde = stel_wissen_op_verzoek_voor(
        actor=wereld.actoren[Rol.BEHEERDER], kenmerk=ziek.kenmerk, deel=RE, verzoek=verzoek
    )
    assert (ronde.stand, ronde.uitzondering) == ("voorstel", "geen")


@pytest.mark.parametrize(
    "fout",
    [
        {"verzocht_op": None},
        {"uitzondering": ""},
        {"uitzondering_geldt": None},
        {"uitzondering_geldt": True},  # it waits for approval, and an exception holds
        {"grond": "bewaartermijn"},
    ],
)
def test_de_database_bewaart_geen_halve_afweging(wereld, ziek, fout):
    ronde = stel_wissen_op_verzoek_voor(
        actor=wereld.actoren[Rol.BEHEERDER], kenmerk=ziek.kenmerk, deel=RE, verzoek=VERZOEK
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Wisronde.objects.filter(pk=ronde.pk).update(**fout)


@pytest.mark.parametrize(("rol", "deel"), [(Rol.WERKGEVER, MEDISCH), (Rol.BEDRIJFSARTS, RE), (Rol.WERKGEVER, "")])
def test_niemand_houdt_een_deel_vast_waar_hij_niet_over_gaat(wereld, ziek, rol, deel):
    with pytest.raises(Invoerfout, match="gaat uw rol niet"):
        blokkeer_wissen(dossier=ziek, actor=wereld.actoren[rol], deel=deel, grond="conflict", vanaf=vandaag())


@pytest.mark.parametrize(
    ("deel", "jaren", "mag"),
    [("re_integratie", 1, True), ("re_integratie", 3, True), ("medisch", 21, True), ("medisch", 19, False),
     ("logboek", 6, False), ("logboek", 4, False)],
)  # fmt: skip
def test_een_eigen_termijn_mag_waar_de_wet_het_laat(wereld, deel, jaren, mag):
    if not mag:
        with pytest.raises(Invoerfout):
            kies_bewaartermijn(actor=wereld.hr, deel=deel, jaren=jaren, motivering="zo doen wij dat")
        return
    assert kies_bewaartermijn(actor=wereld.hr, deel=deel, jaren=jaren, motivering="zo doen wij dat").jaren == jaren
    with pytest.raises(Invoerfout, match="waarom"):
        kies_bewaartermijn(actor=wereld.hr, deel=deel, jaren=jaren, motivering=" ")


def test_een_eigen_termijn_verandert_de_dag(wereld, ziek):
    uit_dienst(wereld, ziek, date(2024, 6, 30))
    kies_bewaartermijn(actor=wereld.hr, deel="re_integratie", jaren=1, motivering="zo kort mogelijk")
    assert kijk_vooruit(date(2025, 6, 30)).voorbij == {}
    assert kijk_vooruit(date(2025, 7, 1)).voorbij == {wereld.werkgever.pk: 1}


# --- the log ----------------------------------------------------------------------------------------------


@pytest.mark.norm("AVG-LOG-1", waar="poortwijzer.dossiers.wisrondes.snoei_logboeken")
def test_het_logboek_verliest_wat_vijf_jaar_oud_is_en_de_controle_klopt_dan(wereld, ziek):
    keten = wereld.werkgever.pk
    aantal = Auditregel.objects.filter(organisatie_id=keten).count()
    veranker(keten)  # what a commit does: an anchor from before the pruning stays true after it
    dag = vandaag()
    over_vijf_jaar = dag.replace(year=dag.year + 5) if (dag.month, dag.day) != (2, 29) else date(dag.year + 5, 3, 1)

    assert snoei_logboeken(over_vijf_jaar) == 0
    assert Auditregel.objects.filter(organisatie_id=keten).count() == aantal
    gesnoeid = snoei_logboeken(over_vijf_jaar + timedelta(days=1))

    assert gesnoeid >= aantal - 1
    assert audit.controleer(keten) is None
