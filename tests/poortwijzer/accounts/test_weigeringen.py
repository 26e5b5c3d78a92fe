"""A refused act on people and contracts leaves its row in the log, and nothing else."""

from uuid import uuid4

import pytest

from poortwijzer import audit
from poortwijzer.accounts.actions.beeindig_rol import beeindig_rol
from poortwijzer.accounts.actions.contracten import Contractgegevens, leg_contract_vast, leg_geheimhouding_vast
from poortwijzer.accounts.actions.herstel_tweede_stap import herstel_tweede_stap
from poortwijzer.accounts.actions.leg_contact_vast import leg_contact_vast
from poortwijzer.accounts.actions.nodig_uit import nodig_uit, trek_in
from poortwijzer.accounts.contact import Contact
from poortwijzer.accounts.models import Rolvervulling, Uitnodiging
from poortwijzer.accounts.weigeringen import Geweigerd
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


def handelingen(actor):
    contract = Contractgegevens(opdrachtnemer_id=uuid4(), dienst=Dienst.RE_INTEGRATIE, kenmerk="1", vanaf=vandaag())
    secrecy = {"contract_id": uuid4(), "grond": Geheimhoudingsgrond.AMBT, "op": vandaag()}
    invited = {"email": "n@x.example", "naam": "N", "rol": Rol.BEHEERDER, "maak_link": str}
    return {
        "uitnodigen": (nodig_uit, {"actor": actor, **invited}),
        "intrekken": (trek_in, {"actor": actor, "uitnodiging_id": uuid4()}),
        "rol": (beeindig_rol, {"actor": actor, "rolvervulling_id": uuid4()}),
        "stap": (herstel_tweede_stap, {"actor": actor, "gebruiker_id": uuid4()}),
        "contract": (leg_contract_vast, {"actor": actor, "gegevens": contract}),
        "contact": (leg_contact_vast, {"actor": actor, "gegevens": Contact(adres="Kade 1", email="p@x.example")}),
        "geheim": (leg_geheimhouding_vast, {"actor": actor, **secrecy}),
    }


@pytest.mark.parametrize(
    ("welke", "handeling", "deel"),
    [
        ("uitnodigen", Handeling.UITNODIGEN, Deel.MEDEWERKERS),
        ("intrekken", Handeling.UITNODIGEN, Deel.MEDEWERKERS),
        ("rol", Handeling.ROL_BEEINDIGEN, Deel.MEDEWERKERS),
        ("stap", Handeling.TWEEDE_STAP_HERSTELLEN, Deel.MEDEWERKERS),
        ("contract", Handeling.CONTRACT_VASTLEGGEN, Deel.CONTRACTEN),
        ("contact", Handeling.CONTACT_VASTLEGGEN, Deel.VERWERKINGEN),
        ("geheim", Handeling.CONTRACT_VASTLEGGEN, Deel.CONTRACTEN),
    ],
)
def test_een_geweigerde_handeling_laat_een_regel_na_en_verder_niets(als, welke, handeling, deel):
    casemanager = als(Rol.CASEMANAGER)
    act, gegevens = handelingen(casemanager)[welke]
    rollen = Rolvervulling.objects.count()
    with pytest.raises(Geweigerd):
        act(**gegevens)
    (regel,) = audit.laatste(casemanager.organisatie_id)
    assert (regel.handeling, regel.onderdeel, regel.uitkomst) == (handeling, deel, "geweigerd")
    assert (regel.actor_id, regel.rol) == (casemanager.gebruiker_id, Rol.CASEMANAGER)
    assert regel.reden
    assert (Rolvervulling.objects.count(), Uitnodiging.objects.count()) == (rollen, 0)
