"""Every part, table and question belongs to one processing, with a purpose that the law allows (AVG-30-1)."""

from dataclasses import replace

import pytest
from django.apps import apps

from poortnormen.bewaarschema import bewaarschema
from poortnormen.feiten import FEITEN
from poortwijzer.dossiers.verwerkingen import gegevensregels
from poortwijzer.formulieren.register import soorten
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import MEDISCH, Deel, Handeling
from poortwijzer.toegang.doelen import GEZONDHEIDSDOELEN, OVER_GEZONDHEID, Doel, Gegevensklasse, Uitzondering
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.verwerkingen import VERWERKING_VAN, VERWERKINGEN, OnvolledigeVerwerking, controleer

WAAR = "poortwijzer.toegang.verwerkingen.controleer"
WERKGEVERSKANT = (Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE)
# Tables in which nothing is about a person, and why.
OVER_NIEMAND = {
    "account.EmailConfirmation": "not used: an invitation confirms the address",
    "auth.Group": "not used: roles decide",
    "auth.Permission": "not used: roles decide",
    "contenttypes.ContentType": "names of tables",
    "django_tasks_database.DBTaskResult": "counts, and places in the code",
    "dossiers.Onderhoud": "when the upkeep ran, in counts",
    "jobs.DagelijkseBeurt": "when the schedule ran",
    "jobs.Hartslag": "whether the worker is alive",
    "socialaccount.SocialApp": "the address of the sign-in of an organisation",
}


def zonder(naam: str, **anders):
    """Give the processings with one of them changed."""
    return [replace(rij, **anders) if rij.naam == naam else rij for rij in VERWERKINGEN]


@pytest.mark.norm("AVG-30-1", waar=WAAR)
@pytest.mark.parametrize("deel", list(Deel))
def test_elk_deel_van_het_beleid_hoort_bij_een_verwerking_met_doel_grond_en_einde(deel):
    rij = VERWERKING_VAN[deel]

    assert rij.doelen
    for grond in (*rij.grondslagen, *rij.uitzonderingen):
        assert f"onder {grond}: " in str(grond.label)
    for tekst in (rij.titel, rij.grond, rij.nodig, rij.betrokkenen, rij.gegevens):
        assert len(str(tekst)) > 4
    assert bool(rij.bewaren) != bool(rij.einde)
    assert not rij.bewaren or rij.bewaren in bewaarschema()


@pytest.mark.norm("AVG-30-1", waar=WAAR)
@pytest.mark.parametrize(
    ("rijen", "melding"),
    [
        ([rij for rij in VERWERKINGEN if rij.naam != "uwv"], "each part belongs to one processing: uwv, oordeel"),
        ([*VERWERKINGEN, VERWERKINGEN[0]], "each part belongs to one processing: persoon"),
        (zonder("verzuim", doelen=frozenset({Doel.VERANTWOORDING})), "verzuim: health data are for claims"),
        (zonder("verzuim", doelen=frozenset()), "verzuim: health data are for claims"),
        (zonder("medisch", klasse=Gegevensklasse.PERSOON), "medisch: what only the medical side reads"),
        (zonder("loon", grondslagen=()), "loon: a ground of article 6"),
        (zonder("loon", uitzonderingen=()), "loon: a ground of article 6, and one of article 9"),
        (zonder("logboek", uitzonderingen=(Uitzondering.TOESTEMMING,)), "logboek: .* health data only"),
        (zonder("accounts", einde=None), "accounts: it says who answers for it and how it ends"),
        (zonder("loon", verantwoordelijk=frozenset()), "loon: it says who answers for it"),
        (zonder("loon", tabellen=frozenset({"dossiers.Feit"})), "each table belongs to one processing: dossiers.Feit"),
    ],
)
def test_wat_niet_compleet_is_of_niet_mag_houdt_het_programma_tegen(rijen, melding):
    controleer(VERWERKINGEN)
    with pytest.raises(OnvolledigeVerwerking, match=melding):
        controleer(rijen)


@pytest.mark.norm("AVG-30-1", waar=WAAR)
def test_elke_tabel_hoort_bij_een_verwerking():
    """A new table without a purpose is found here, also one of a library."""
    tabellen = {model._meta.label for model in apps.get_models() if not model.__module__.startswith(("tests", "test_"))}
    genoemd = {tabel for rij in VERWERKINGEN for tabel in rij.tabellen}

    assert genoemd.isdisjoint(OVER_NIEMAND)
    assert tabellen == genoemd | set(OVER_NIEMAND)


@pytest.mark.norm("AVG-30-1", waar="poortwijzer.dossiers.verwerkingen.gegevensregels")
def test_elke_vraag_heeft_een_doel_een_soort_en_lezers():
    regels = gegevensregels()

    gevraagd = {(regel.deel, regel.naam) for regel in regels if regel.bron}
    assert gevraagd == {(Deel(naam), veld.naam) for naam, soort in soorten().items() for veld in soort.velden()}
    assert {regel.naam for regel in regels if not regel.bron} == {
        n for n, feit in FEITEN.items() if not feit.is_afgeleid
    }
    for regel in regels:
        assert regel.doelen, regel.naam
        assert regel.lezers, regel.naam
        assert regel.klasse not in OVER_GEZONDHEID or regel.doelen <= GEZONDHEIDSDOELEN, regel.naam


@pytest.mark.norm("AVG-30-1", waar="poortwijzer.dossiers.verwerkingen.gegevensregels")
def test_niets_medisch_is_voor_de_werkgever():
    for regel in gegevensregels():
        if regel.klasse is Gegevensklasse.MEDISCH:
            assert not set(WERKGEVERSKANT) & set(regel.lezers), regel.naam
    for deel in MEDISCH - {Deel.AAN_BEDRIJFSARTS}:  # an empty letter, to send
        assert VERWERKING_VAN[deel].klasse is Gegevensklasse.MEDISCH
        for rol in WERKGEVERSKANT:
            assert not mag(rol, Handeling.INZIEN, deel)
