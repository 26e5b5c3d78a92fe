"""Reporting sick, recovery and resumption: what may be asked, what counts together, and who may not."""

from datetime import timedelta
from fractions import Fraction

import pytest

from poortnormen.feiten.verzuim import Weekdag, Werk
from poortwijzer import audit
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier
from poortwijzer.dossiers.actions import (
    Conflict,
    Invoerfout,
    Ziekmeldinggegevens,
    leg_hervatting_vast,
    meld_herstel,
    meld_ziek,
    sluit_dossier,
)
from poortwijzer.dossiers.beelden import Verzuimstand
from poortwijzer.dossiers.facts import Feitfout
from poortwijzer.dossiers.models import Dossier, Feit, Ziekmelding
from poortwijzer.dossiers.queries import dossierbeeld
from poortwijzer.kluis.velden import VerzegeldeTekst
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol


def dagen_geleden(aantal):
    return vandaag() - timedelta(days=aantal)


def beeld(wereld, dossier, rol=Rol.WERKGEVER):
    actor = wereld.actoren[rol]
    return dossierbeeld(actor, access_dossier(actor, dossier.kenmerk, deel=Deel.TIJDLIJN))


def test_een_ziekmelding_maakt_een_dossier_dat_meteen_is_beoordeeld(wereld):
    gegevens = Ziekmeldinggegevens(
        eerste_ziektedag=dagen_geleden(3),
        laatste_volledig_gewerkte_dag=dagen_geleden(4),
        werkdagen=(Weekdag.MA, Weekdag.DI),
        bereikbaar_op="06-00000000",
        valt_onder_vangnet=False,
    )

    dossier = meld_ziek(werknemer_id=wereld.werknemer.pk, actor=wereld.hr, gegevens=gegevens)

    assert dossier.eerste_ziektedag == dagen_geleden(3)
    assert dossier.verzuimstand == Verzuimstand.ZIEK
    assert dossier.beoordelingen.count() == 1
    feiten = {feit.naam: feit.waarde for feit in dossier.feiten.all()}
    assert feiten["werkdagen"] == ["ma", "di"]
    assert (feiten["is_vangnetter"], feiten["ziek_gemeld_bij_werkgever_op"]) == (False, vandaag().isoformat())
    assert "laatste_volledig_gewerkte_dag" in feiten
    assert "werk_gestaakt_op" not in feiten
    melding = dossier.ziekmeldingen.get()
    assert (melding.bereikbaar_op, melding.is_arbeidsongeval) == ("06-00000000", None)
    assert melding.feit.naam == "ziekmeldingen"
    assert audit.lees(dossier.pk)[0].handeling == "ziekmelden"


def test_voor_aard_of_oorzaak_is_nergens_een_veld():
    verboden = ("aard", "oorzaak", "klacht", "diagnose", "medisch")
    velden = [veld.name for model in (Ziekmelding, Dossier) for veld in model._meta.get_fields()]
    velden += list(Ziekmeldinggegevens.__dataclass_fields__)

    assert not [veld for veld in velden for woord in verboden if woord in veld]
    vrij = {veld.name for veld in Ziekmelding._meta.get_fields() if isinstance(veld, VerzegeldeTekst)}
    assert vrij == {"bereikbaar_op", "verblijfadres", "verwachte_duur", "lopend_werk"}, "text is about work and contact"


@pytest.mark.parametrize("rol", [Rol.WERKNEMER, Rol.BEDRIJFSARTS, Rol.ARBODIENST, Rol.BEHEERDER, Rol.PRIVACY_OFFICER])
def test_wie_niet_van_de_werkgever_is_meldt_niemand_ziek(wereld, rol):
    gegevens = Ziekmeldinggegevens(eerste_ziektedag=dagen_geleden(3))

    with pytest.raises(NietGevonden):
        meld_ziek(werknemer_id=wereld.werknemer.pk, actor=wereld.actoren[rol], gegevens=gegevens)
    meld_ziek(werknemer_id=wereld.werknemer.pk, actor=wereld.hr, gegevens=gegevens)

    assert Dossier.objects.count() == 1


def test_een_leidinggevende_meldt_alleen_de_eigen_mensen_ziek(wereld):
    actor = wereld.actoren[Rol.LEIDINGGEVENDE]
    gegevens = Ziekmeldinggegevens(eerste_ziektedag=dagen_geleden(1))
    ander = wereld.nieuwe_werknemer()

    with pytest.raises(NietGevonden):
        meld_ziek(werknemer_id=ander.pk, actor=actor, gegevens=gegevens)
    dossier = meld_ziek(werknemer_id=wereld.werknemer.pk, actor=actor, gegevens=gegevens)

    assert access_dossier(actor, dossier.kenmerk, deel=Deel.VERZUIM) == dossier


@pytest.mark.parametrize(
    ("veld", "gegevens"),
    [
        ("eerste_ziektedag", {"eerste_ziektedag": -1}),
        ("laatste_volledig_gewerkte_dag", {"eerste_ziektedag": 3, "laatste_volledig_gewerkte_dag": 3}),
        ("werk_gestaakt_op", {"eerste_ziektedag": 3, "werk_gestaakt_op": 4}),
    ],
)
def test_dagen_die_niet_kunnen_krijgen_een_antwoord_bij_het_veld(wereld, veld, gegevens):
    met_dagen = Ziekmeldinggegevens(**{naam: dagen_geleden(aantal) for naam, aantal in gegevens.items()})

    with pytest.raises(Invoerfout) as fout:
        meld_ziek(werknemer_id=wereld.werknemer.pk, actor=wereld.hr, gegevens=met_dagen)

    assert fout.value.veld == veld
    assert not Dossier.objects.exists()


def test_opnieuw_ziek_melden_tijdens_ziekte_wordt_geweigerd_en_er_verandert_niets(wereld, ziek):
    with pytest.raises(Feitfout, match="loopt al"):
        meld_ziek(
            werknemer_id=wereld.werknemer.pk,
            actor=wereld.hr,
            gegevens=Ziekmeldinggegevens(eerste_ziektedag=dagen_geleden(5)),
        )

    assert Dossier.objects.count() == 1
    assert Feit.objects.filter(naam="ziekmeldingen").count() == 1


@pytest.mark.parametrize(("onderbreking", "aantal_dossiers"), [(27, 1), (28, 2)])
def test_de_kern_beslist_of_een_nieuwe_periode_bij_het_oude_geval_hoort(wereld, onderbreking, aantal_dossiers):
    dossier = wereld.meld_ziek(dagen_geleden(100))
    meld_herstel(dossier=dossier, actor=wereld.hr, hersteld_op=dagen_geleden(60))

    nieuw = meld_ziek(
        werknemer_id=wereld.werknemer.pk,
        actor=wereld.hr,
        gegevens=Ziekmeldinggegevens(eerste_ziektedag=dagen_geleden(60 - onderbreking)),
    )

    assert Dossier.objects.count() == aantal_dossiers
    assert (nieuw == dossier) is (aantal_dossiers == 1)


def test_na_sluiten_begint_een_nieuw_dossier(wereld):
    dossier = wereld.meld_ziek(dagen_geleden(100))
    meld_herstel(dossier=dossier, actor=wereld.hr, hersteld_op=dagen_geleden(20))
    sluit_dossier(dossier=dossier, actor=wereld.hr)

    nieuw = wereld.meld_ziek(dagen_geleden(2))

    assert nieuw != dossier


def test_herstel_en_hervatting_staan_in_het_beeld_van_het_dossier(wereld, ziek):
    leg_hervatting_vast(
        dossier=ziek,
        actor=wereld.hr,
        vanaf=dagen_geleden(10),
        uren_per_week=Fraction(20),
        loonwaarde_pct=Fraction(45),
        werk=Werk.AANGEPAST_EIGEN,
        is_therapeutisch=True,
    )

    gedeeltelijk = beeld(wereld, ziek)
    assert gedeeltelijk.verzuimstand is Verzuimstand.GEDEELTELIJK
    assert gedeeltelijk.huidig is not None
    assert (gedeeltelijk.huidig.uren_per_week, gedeeltelijk.huidig.uren_pct) == (20, 50)
    assert (gedeeltelijk.huidig.loonwaarde_pct, gedeeltelijk.huidig.is_therapeutisch) == (45, True)
    assert (gedeeltelijk.dag, gedeeltelijk.week, gedeeltelijk.aantal_dagen) == (31, 5, 728)

    meld_herstel(dossier=ziek, actor=wereld.hr, hersteld_op=dagen_geleden(2))

    hersteld = beeld(wereld, ziek)
    assert hersteld.verzuimstand is Verzuimstand.HERSTELD
    assert hersteld.dag is None
    assert [periode.soort.value for periode in hersteld.perioden] == ["ziek", "hersteld", "hervatting"]


@pytest.mark.parametrize(
    ("uren", "pct", "veld"), [(-1, 50, "uren_per_week"), (169, 50, "uren_per_week"), (20, 101, "loonwaarde_pct")]
)
def test_uren_en_percentages_die_niet_bestaan_worden_geweigerd(wereld, ziek, uren, pct, veld):
    with pytest.raises(Invoerfout) as fout:
        leg_hervatting_vast(
            dossier=ziek,
            actor=wereld.hr,
            vanaf=vandaag(),
            uren_per_week=Fraction(uren),
            loonwaarde_pct=Fraction(pct),
        )

    assert fout.value.veld == veld


def test_een_onjuiste_herstelmelding_wordt_verbeterd_en_blijft_leesbaar(wereld, ziek):
    fout = meld_herstel(dossier=ziek, actor=wereld.actoren[Rol.WERKNEMER], hersteld_op=dagen_geleden(8))
    meld_herstel(
        dossier=ziek, actor=wereld.hr, hersteld_op=dagen_geleden(3), vervangt=fout.pk, motivering="verkeerde dag"
    )

    feiten = {feit.id: feit for feit in beeld(wereld, ziek).feiten}
    assert feiten[fout.pk].gever == "werknemer"
    assert feiten[fout.pk].vervangen_door is not None
    assert feiten[feiten[fout.pk].vervangen_door].motivering == "verkeerde dag"
    assert ziek.feiten.filter(naam="hersteldmeldingen").count() == 2


def test_verbeteren_zonder_reden_kan_niet(wereld, ziek):
    eerste = meld_herstel(dossier=ziek, actor=wereld.hr, hersteld_op=dagen_geleden(8))

    with pytest.raises(Invoerfout) as fout:
        meld_herstel(dossier=ziek, actor=wereld.hr, hersteld_op=dagen_geleden(3), vervangt=eerste.pk)

    assert fout.value.veld == "motivering"


def test_twee_mensen_die_hetzelfde_verbeteren_verliezen_niets(wereld, ziek):
    eerste = meld_herstel(dossier=ziek, actor=wereld.hr, hersteld_op=dagen_geleden(8))
    meld_herstel(
        dossier=ziek, actor=wereld.hr, hersteld_op=dagen_geleden(3), vervangt=eerste.pk, motivering="eerste verbetering"
    )

    with pytest.raises(Conflict) as conflict:
        meld_herstel(
            dossier=ziek,
            actor=wereld.actoren[Rol.CASEMANAGER],
            hersteld_op=dagen_geleden(5),
            vervangt=eerste.pk,
            motivering="tweede verbetering",
        )

    assert conflict.value.ingediend["hersteld_op"] == dagen_geleden(5).isoformat()
    assert conflict.value.huidig["hersteld_op"] == dagen_geleden(3).isoformat()


@pytest.mark.parametrize("rol", [Rol.BEDRIJFSARTS, Rol.ARBODIENST, Rol.WERKNEMER])
def test_een_hervatting_legt_alleen_de_kant_van_de_werkgever_vast(wereld, ziek, rol):
    with pytest.raises(GeenToegang):
        leg_hervatting_vast(dossier=ziek, actor=wereld.actoren[rol], vanaf=vandaag(), uren_per_week=Fraction(10))
    leg_hervatting_vast(
        dossier=ziek, actor=wereld.actoren[Rol.LEIDINGGEVENDE], vanaf=vandaag(), uren_per_week=Fraction(10)
    )

    assert ziek.feiten.filter(naam="hervattingen").count() == 1


@pytest.mark.parametrize(
    ("dagen", "uren", "veld"),
    [(11, 12, "vanaf"), (-32, 12, "vanaf"), (5, 37, "uren_per_week")],
    ids=["voor de ziekte", "ver vooruit", "meer dan afgesproken"],
)
def test_een_hervatting_die_niet_kan_wordt_geweigerd(wereld, dagen, uren, veld):
    """The day lies before the illness or far ahead, or there are more hours than the contract has."""
    wereld.werknemer.uren_per_week = 36
    wereld.werknemer.save()
    gegevens = Ziekmeldinggegevens(eerste_ziektedag=dagen_geleden(10))
    dossier = meld_ziek(werknemer_id=wereld.werknemer.pk, actor=wereld.hr, gegevens=gegevens)

    with pytest.raises(Invoerfout) as gevangen:
        leg_hervatting_vast(dossier=dossier, actor=wereld.hr, vanaf=dagen_geleden(dagen), uren_per_week=Fraction(uren))

    assert gevangen.value.veld == veld


@pytest.mark.parametrize(("dagen", "uren"), [(10, 36), (-31, 1)])
def test_een_hervatting_op_de_grens_kan(wereld, dagen, uren):
    wereld.werknemer.uren_per_week = 36
    wereld.werknemer.save()
    gegevens = Ziekmeldinggegevens(eerste_ziektedag=dagen_geleden(10))
    dossier = meld_ziek(werknemer_id=wereld.werknemer.pk, actor=wereld.hr, gegevens=gegevens)

    assert leg_hervatting_vast(
        dossier=dossier, actor=wereld.hr, vanaf=dagen_geleden(dagen), uren_per_week=Fraction(uren)
    )


def test_herstel_ver_in_de_toekomst_is_nog_niet_gebeurd(wereld):
    gegevens = Ziekmeldinggegevens(eerste_ziektedag=dagen_geleden(10))
    dossier = meld_ziek(werknemer_id=wereld.werknemer.pk, actor=wereld.hr, gegevens=gegevens)

    with pytest.raises(Invoerfout, match="ver in de toekomst"):
        meld_herstel(dossier=dossier, actor=wereld.hr, hersteld_op=dagen_geleden(-32))
    assert meld_herstel(dossier=dossier, actor=wereld.hr, hersteld_op=dagen_geleden(-31))


def test_een_terugval_is_meteen_beoordeeld_en_niet_meer_gedeeltelijk_aan_het_werk(wereld):
    """Ill again within four weeks: the same case, its own judgement, and the work from before the recovery is over."""
    dossier = wereld.meld_ziek(dagen_geleden(100))
    leg_hervatting_vast(dossier=dossier, actor=wereld.hr, vanaf=dagen_geleden(50), uren_per_week=Fraction(20))
    meld_herstel(dossier=dossier, actor=wereld.hr, hersteld_op=dagen_geleden(20))

    terug = wereld.meld_ziek(dagen_geleden(5))

    assert terug == dossier
    terug.refresh_from_db()
    assert terug.verzuimstand == Verzuimstand.ZIEK
    assert terug.taken.exists()
    gezien = beeld(wereld, terug)
    assert (gezien.verzuimstand, gezien.huidig) == (Verzuimstand.ZIEK, None)
    assert gezien.dag == 101 - 15
