"""Nobody finds somebody by a value that he does not get to see: being found would tell it."""

from dataclasses import dataclass

import pytest
from proefwereld import KANARIE, Proefwereld
from tabellen import lees_zichtbaar

from poortwijzer.accounts import demo
from poortwijzer.dossiers.beelden import Portefeuille
from poortwijzer.dossiers.models import Werknemer
from poortwijzer.dossiers.queries import dossierlijst, portefeuille, werklijst, werknemerslijst
from poortwijzer.slot.wie import werk
from poortwijzer.toegang.aanspraak import voor
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.zoeken import Zoekveld, vindbare_rollen, zoekvelden

pytestmark = pytest.mark.django_db(databases="__all__")


@dataclass(frozen=True)
class Niets:
    """A list that this role does not get to see."""

    totaal: int = 0


def portefeuille_als_het_mag(actor: Actor, *, zoekterm: str) -> Portefeuille | Niets:
    return portefeuille(actor, zoekterm=zoekterm) if mag(actor.rol, Handeling.INZIEN, Deel.OORDEEL) else Niets()


LIJSTEN = (dossierlijst, portefeuille_als_het_mag, werklijst, werknemerslijst)


def te_proberen(wereld: Proefwereld) -> dict[str, str]:
    """Give per field what stands there of the dossier that everybody has a role on."""
    proef = wereld.dossiers["b"]
    with werk("toets"):
        werknemer = Werknemer.objects.select_related("afdeling").get(pk=proef.dossier.werknemer_id)
    waarden = [werknemer.naam, werknemer.functie, werknemer.personeelsnummer, werknemer.afdeling.naam]
    velden = {KANARIE.fullmatch(waarde)[2]: waarde for waarde in waarden}
    return velden | {
        "dossier.kenmerk": proef.dossier.kenmerk,
        "werknemer.geboortedatum": werknemer.geboortedatum.isoformat(),
    }


@pytest.mark.parametrize("rol", Rol)
def test_wat_een_rol_zoekt_ziet_die_rol(rol: Rol):
    zichtbaar = lees_zichtbaar()
    if zoekvelden(rol) != {Zoekveld.KENMERK}:
        assert all(rol in zichtbaar[veld] for veld in zoekvelden(rol))


def test_een_lijst_vindt_alleen_op_wat_de_zoeker_ziet(wereld: Proefwereld):
    zichtbaar, gevonden = lees_zichtbaar(), set()
    for rol, gebruiker_id in wereld.personen.items():
        actor = Actor(gebruiker_id=gebruiker_id, rol=rol, organisatie_id=demo.demo_organisatie_id(rol), naam="")
        for veld, waarde in te_proberen(wereld).items():
            with voor(actor):
                treffers = sum(lijst(actor, zoekterm=waarde).totaal for lijst in LIJSTEN)
            if treffers:
                gevonden.add((veld, rol))
                assert rol in zichtbaar[veld], f"{rol} finds somebody by {veld}"
    assert {("werknemer.personeelsnummer", Rol.WERKGEVER), ("werknemer.naam", Rol.CASEMANAGER)} <= gevonden
    assert ("werknemer.personeelsnummer", Rol.CASEMANAGER) not in gevonden


def test_wie_de_naam_van_werknemers_niet_ziet_vindt_hen_in_het_logboek_niet_op_naam():
    zichtbaar = lees_zichtbaar()
    for rol in Rol:
        assert (Rol.WERKNEMER in vindbare_rollen(rol)) <= (rol in zichtbaar["werknemer.naam"]), rol
        assert vindbare_rollen(rol) >= set(Rol) - {Rol.WERKNEMER}
