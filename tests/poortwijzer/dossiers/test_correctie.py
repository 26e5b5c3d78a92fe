"""Correcting: one's own by oneself, that of another by asking; the old version stays."""

import pytest
from gastverzoeken import stel_vast

from poortwijzer import audit
from poortwijzer.dossiers.access import GeenToegang, NietGevonden
from poortwijzer.dossiers.actions import (
    Invoerfout,
    beantwoord_correctie,
    leg_feit_vast,
    trek_feit_in,
    vraag_correctie,
)
from poortwijzer.dossiers.keuzes import Correctieantwoord
from poortwijzer.dossiers.models import Correctieverzoek, Feit
from poortwijzer.dossiers.partijen import antwoordt_namens, is_eigen_gegeven
from poortwijzer.dossiers.queries.correcties import correcties
from poortwijzer.toegang.rollen import Rol

VERTROUWELIJK = "is_ziekte_door_zwangerschap"


@pytest.fixture
def werknemer(wereld):
    return wereld.actoren[Rol.WERKNEMER]


def leg_vast(ziek, actor, naam, **anders):
    return leg_feit_vast(dossier=ziek, actor=actor, naam=naam, **anders)


def test_wie_een_gegeven_gaf_verbetert_het_en_het_oude_blijft(ziek, werknemer):
    oud = leg_vast(ziek, werknemer, VERTROUWELIJK, waarde=True)

    nieuw = leg_vast(ziek, werknemer, VERTROUWELIJK, waarde=False, vervangt=oud.pk, motivering="vergist")

    assert (nieuw.vervangt_id, nieuw.waarde) == (oud.pk, False)
    assert Feit.objects.get(pk=oud.pk).waarde is True


def test_wat_een_ander_gaf_verbetert_of_wist_men_niet(wereld, ziek, werknemer):
    casemanager = wereld.actoren[Rol.CASEMANAGER]
    werkgever = leg_vast(ziek, casemanager, "is_eigenrisicodrager", waarde=False)
    aantal = Feit.objects.count()

    with pytest.raises(GeenToegang):
        trek_feit_in(dossier=ziek, actor=werknemer, feit_id=werkgever.pk, motivering="niet waar")
    assert Feit.objects.count() == aantal
    hr = wereld.actoren[Rol.WERKGEVER]
    assert leg_vast(ziek, hr, "is_eigenrisicodrager", waarde=True, vervangt=werkgever.pk, motivering="nagevraagd")


@pytest.mark.parametrize(
    ("rol", "gever", "door_werknemer", "is_eigen"),
    [
        (Rol.WERKNEMER, "werknemer", True, True),
        (Rol.WERKNEMER, "werkgever", False, False),
        (Rol.WERKNEMER, "bedrijfsarts", False, False),
        (Rol.WERKNEMER, "uwv", True, True),
        (Rol.WERKNEMER, "uwv", False, False),
        (Rol.CASEMANAGER, "uwv", False, True),
        (Rol.CASEMANAGER, "uwv", True, False),
        (Rol.CASEMANAGER, "werkgever", False, True),
        (Rol.WERKGEVER, "casemanager", False, True),
        (Rol.WERKGEVER, "werknemer", True, False),
        (Rol.BEDRIJFSARTS, "bedrijfsarts", False, True),
        (Rol.BEDRIJFSARTS, "werkgever", False, False),
        (Rol.BEDRIJFSARTS, "uwv", False, False),
    ],
)
def test_van_wie_een_gegeven_is(rol, gever, door_werknemer, is_eigen):
    assert is_eigen_gegeven(rol, gever, door_werknemer=door_werknemer) is is_eigen


@pytest.mark.parametrize("gever", ["werkgever", "casemanager", "leidinggevende", "uwv", "bedrijfsarts", "arbodienst"])
def test_op_elk_verzoek_antwoordt_iemand_en_nooit_de_verkeerde_kant(gever):
    antwoorders = {rol for rol in Rol if antwoordt_namens(rol, gever)}
    is_arts = gever in {"bedrijfsarts", "arbodienst"}
    assert (Rol.BEDRIJFSARTS in antwoorders) is is_arts
    assert ({Rol.WERKGEVER, Rol.CASEMANAGER} <= antwoorders) is not is_arts
    assert Rol.WERKNEMER not in antwoorders


def test_een_verzoek_gaat_naar_wie_het_gaf_en_die_antwoordt_een_keer(wereld, ziek, werknemer):
    stuk, arts = stel_vast(wereld, ziek), wereld.actoren[Rol.BEDRIJFSARTS]
    verzoek = vraag_correctie(dossier=ziek, actor=werknemer, stuk_id=stuk.pk, verzoek="Ik kan wel zitten.")
    assert verzoek.gericht_aan == "bedrijfsarts"
    assert correcties(wereld.actoren[Rol.CASEMANAGER], ziek) == ()

    def antwoord(actor, toelichting="Aangepast in versie 2."):
        beantwoord_correctie(
            dossier=ziek,
            actor=actor,
            verzoek_id=verzoek.pk,
            antwoord=Correctieantwoord.VERBETERD,
            toelichting=toelichting,
        )

    for rol in (Rol.CASEMANAGER, Rol.WERKGEVER):
        with pytest.raises(NietGevonden):
            antwoord(wereld.actoren[rol])
    with pytest.raises(GeenToegang):
        antwoord(werknemer)
    with pytest.raises(Invoerfout):
        antwoord(arts, " ")
    antwoord(arts)
    with pytest.raises(Invoerfout, match="al beantwoord"):
        antwoord(arts)
    (beeld,) = correcties(werknemer, ziek)
    assert (beeld.antwoord, beeld.toelichting, beeld.beantwoord_door) == (
        "verbeterd",
        "Aangepast in versie 2.",
        "bedrijfsarts hier",
    )
    assert [regel.handeling for regel in audit.lees(ziek.pk)[:1]] == ["correctie_beantwoorden"]


def test_een_verzoek_over_een_gegeven_van_de_werkgever(wereld, ziek, werknemer):
    feit = leg_vast(ziek, wereld.actoren[Rol.CASEMANAGER], "is_eigenrisicodrager", waarde=False)
    verzoek = vraag_correctie(dossier=ziek, actor=werknemer, feit_id=feit.pk, verzoek="Dit is niet zo.")
    assert [wat.id for wat in correcties(wereld.actoren[Rol.WERKGEVER], ziek)] == [verzoek.pk]
    assert correcties(wereld.actoren[Rol.BEDRIJFSARTS], ziek) == ()
    assert Feit.objects.get(pk=feit.pk).waarde is False


def test_over_het_eigene_of_over_niets_vraagt_men_niet(wereld, ziek, werknemer):
    eigen = leg_vast(ziek, werknemer, VERTROUWELIJK, waarde=True)
    ander = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    elders = Feit.objects.filter(dossier=ander).first()
    for feit_id, verzoek in ((eigen.pk, "x"), (elders.pk, "x"), (eigen.pk, " ")):
        with pytest.raises(Invoerfout):
            vraag_correctie(dossier=ziek, actor=werknemer, feit_id=feit_id, verzoek=verzoek)
    with pytest.raises(NietGevonden):
        vraag_correctie(dossier=ziek, actor=werknemer, stuk_id=stel_vast(wereld, ander).pk, verzoek="x")
    with pytest.raises(GeenToegang):
        vraag_correctie(dossier=ziek, actor=wereld.actoren[Rol.CASEMANAGER], feit_id=eigen.pk, verzoek="x")
    assert not Correctieverzoek.objects.exists()
