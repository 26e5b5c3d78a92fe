"""Adding employees: who may, what is checked, and that the log has it."""

from datetime import date
from decimal import Decimal

import pytest

from poortwijzer import audit
from poortwijzer.accounts.models import Rolvervulling
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, bereikbaar
from poortwijzer.dossiers.actions import Invoerfout, Werknemergegevens, koppel_account, voeg_werknemer_toe
from poortwijzer.dossiers.models import Werknemer
from poortwijzer.dossiers.queries import werknemerslijst
from poortwijzer.toegang.rollen import Rol


def test_wie_is_toegevoegd_kan_worden_ziek_gemeld_en_krijgt_een_account(wereld):
    gegevens = Werknemergegevens(
        naam=" Sam Nieuw ", personeelsnummer="77", afdeling="Winkel", uren_per_week=Decimal("32.5"),
        leidinggevende_id=wereld.actoren[Rol.LEIDINGGEVENDE].gebruiker_id,
    )  # fmt: skip

    werknemer = voeg_werknemer_toe(actor=wereld.hr, gegevens=gegevens)

    regel = next(r for r in werknemerslijst(wereld.hr, zoekterm="sam").regels)
    assert (regel.naam, regel.afdeling, regel.uren_per_week) == ("Sam Nieuw", "Winkel", Decimal("32.5"))
    leiding = wereld.actoren[Rol.LEIDINGGEVENDE]
    assert [r.personeelsnummer for r in werknemerslijst(wereld.hr, zoekterm="77").regels] == ["77"]
    assert [r.personeelsnummer for r in werknemerslijst(leiding, zoekterm="sam").regels] == [""]
    assert not werknemerslijst(leiding, zoekterm="77").regels
    assert audit.laatste(wereld.werkgever.pk)[0].doel == str(werknemer.pk)

    zelf = wereld.tweede_werknemer
    koppel_account(actor=wereld.hr, werknemer_id=werknemer.pk, gebruiker_id=zelf.gebruiker_id)
    dossier = wereld.meld_ziek(werknemer=werknemer)
    assert bereikbaar(zelf).get() == dossier


@pytest.mark.parametrize("rol", [Rol.WERKNEMER, Rol.LEIDINGGEVENDE, Rol.CASEMANAGER, Rol.BEDRIJFSARTS])
def test_niet_iedereen_voegt_mensen_toe(wereld, rol):
    gegevens = Werknemergegevens(naam="Sam Nieuw")

    with pytest.raises(GeenToegang):
        voeg_werknemer_toe(actor=wereld.actoren[rol], gegevens=gegevens)
    voeg_werknemer_toe(actor=wereld.actoren[Rol.BEHEERDER], gegevens=gegevens)

    assert Werknemer.objects.filter(naam="Sam Nieuw").count() == 1


@pytest.mark.parametrize(
    ("veld", "waarden"),
    [
        ("naam", {"naam": "  "}),
        ("personeelsnummer", {"naam": "Sam", "personeelsnummer": "1"}),
        ("uren_per_week", {"naam": "Sam", "uren_per_week": Decimal(169)}),
        ("uren_per_week", {"naam": "Sam", "uren_per_week": Decimal(0)}),
    ],
)
def test_wat_niet_kan_krijgt_een_antwoord_bij_het_veld(wereld, veld, waarden):
    with pytest.raises(Invoerfout) as fout:
        voeg_werknemer_toe(actor=wereld.hr, gegevens=Werknemergegevens(**waarden))

    assert fout.value.veld == veld


def test_een_leidinggevende_moet_dat_ook_zijn(wereld):
    geen = wereld.actoren[Rol.CASEMANAGER].gebruiker_id

    with pytest.raises(Invoerfout) as fout:
        voeg_werknemer_toe(actor=wereld.hr, gegevens=Werknemergegevens(naam="Sam", leidinggevende_id=geen))

    assert fout.value.veld == "leidinggevende_id"


def test_een_account_koppelen_kan_een_keer_alleen_aan_een_werknemer_van_hier(wereld):
    ander = wereld.nieuwe_werknemer()
    zelf = wereld.tweede_werknemer.gebruiker_id

    with pytest.raises(NietGevonden):
        koppel_account(actor=wereld.vreemden[Rol.WERKGEVER], werknemer_id=ander.pk, gebruiker_id=zelf)
    with pytest.raises(Invoerfout):
        koppel_account(actor=wereld.hr, werknemer_id=ander.pk, gebruiker_id=wereld.hr.gebruiker_id)
    koppel_account(actor=wereld.hr, werknemer_id=ander.pk, gebruiker_id=zelf)
    with pytest.raises(Invoerfout):
        koppel_account(actor=wereld.hr, werknemer_id=ander.pk, gebruiker_id=zelf)


def test_wie_bij_een_ander_werkt_wordt_hier_geen_werknemer_en_geen_leidinggevende(wereld):
    vreemd = wereld.vreemden[Rol.LEIDINGGEVENDE].gebruiker_id
    with pytest.raises(Invoerfout) as fout:
        voeg_werknemer_toe(actor=wereld.hr, gegevens=Werknemergegevens(naam="Sam", leidinggevende_id=vreemd))
    assert fout.value.veld == "leidinggevende_id"

    werknemer = wereld.nieuwe_werknemer()
    with pytest.raises(Invoerfout) as fout:
        koppel_account(
            actor=wereld.hr, werknemer_id=werknemer.pk, gebruiker_id=wereld.vreemden[Rol.WERKNEMER].gebruiker_id
        )
    assert fout.value.veld == "gebruiker_id"


def test_een_account_dat_zichtbaar_van_een_ander_is_wordt_niet_gekoppeld(wereld):
    """It would open somebody else's dossier, the medical part too."""
    leiding = wereld.actoren[Rol.LEIDINGGEVENDE]
    for actor in (leiding, wereld.hr):
        Rolvervulling.objects.create(
            gebruiker_id=actor.gebruiker_id, rol=Rol.WERKNEMER, organisatie=wereld.werkgever, vanaf=date(2020, 1, 1)
        )
    ander = wereld.nieuwe_werknemer()
    for gebruiker_id in (leiding.gebruiker_id, wereld.hr.gebruiker_id):
        with pytest.raises(Invoerfout):
            koppel_account(actor=wereld.hr, werknemer_id=ander.pk, gebruiker_id=gebruiker_id)
    zelf = Werknemer.objects.create(organisatie=wereld.werkgever, naam=f"{Rol.LEIDINGGEVENDE} hier")
    koppel_account(actor=wereld.hr, werknemer_id=zelf.pk, gebruiker_id=leiding.gebruiker_id)


def test_een_koppeling_staat_in_het_logboek_van_elk_dossier_van_de_werknemer(wereld):
    werknemer = wereld.nieuwe_werknemer()
    dossier = wereld.meld_ziek(werknemer=werknemer)
    koppel_account(actor=wereld.hr, werknemer_id=werknemer.pk, gebruiker_id=wereld.tweede_werknemer.gebruiker_id)
    assert audit.lees(dossier.pk)[0].doel == f"account {wereld.tweede_werknemer.gebruiker_id}"
