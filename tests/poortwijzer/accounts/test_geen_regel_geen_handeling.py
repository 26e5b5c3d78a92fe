"""No row in the log, no act on people, roles and contracts: when the log refuses its row, nothing of it is left."""

import inspect
import pkgutil
from importlib import import_module
from types import SimpleNamespace

from allauth.mfa.models import Authenticator
from django.test import Client
from regelproef import Proef, handelingen

from poortwijzer.accounts import actions
from poortwijzer.accounts.actions.aanvaard import (
    aanvaard_met_bestaand_account,
    aanvaard_met_bewezen_adres,
    aanvaard_met_nieuw_account,
)
from poortwijzer.accounts.actions.beeindig_rol import beeindig_rol
from poortwijzer.accounts.actions.begin_organisatie import begin_organisatie
from poortwijzer.accounts.actions.contracten import (
    Contractgegevens,
    bevestig_contract,
    leg_contract_vast,
    leg_geheimhouding_vast,
)
from poortwijzer.accounts.actions.herstel_tweede_stap import herstel_tweede_stap
from poortwijzer.accounts.actions.leg_contact_vast import leg_contact_vast
from poortwijzer.accounts.actions.leg_zwijgplicht_vast import leg_zwijgplicht_vast
from poortwijzer.accounts.actions.nodig_uit import nodig_uit, trek_in
from poortwijzer.accounts.contact import Contact
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond
from poortwijzer.toegang.rollen import Rol

MODULES = [import_module(f"{actions.__name__}.{module.name}") for module in pkgutil.iter_modules(actions.__path__)]
FUNCTIES = {
    naam: functie
    for module in MODULES
    for naam, functie in inspect.getmembers(module, inspect.isfunction)
    if functie.__module__ == module.__name__ and not naam.startswith("_")
}
GEEN_HANDELING = {
    "eigen_contract": "a question: which contract",
    "geef_rol": "a part of the acts that lead to a role, and those record",
    "hash_van_token": "a sum",
    "kies_taal": "in which language one reads oneself; it opens and tells nothing",
    "open_uitnodiging": "a question: which invitation",
}
HANDELINGEN = handelingen(FUNCTIES, SimpleNamespace(**FUNCTIES), geen=GEEN_HANDELING)
WACHTWOORD = "een stevige zin van vijf woorden"


def test_zonder_regel_geen_enkele_handeling(als, maak_gebruiker, arbodienst, meld_in):
    proef, hr = Proef(), als(Rol.WERKGEVER)
    _uitnodigen(proef, hr, maak_gebruiker)
    _rollen(proef, hr, maak_gebruiker, meld_in)
    _contracten(proef, hr, arbodienst, maak_gebruiker)
    assert proef.gedaan == HANDELINGEN


def _uitnodigen(proef, hr, maak_gebruiker):
    def nodig(email, doe=proef):
        links = []
        uitnodiging = doe(
            nodig_uit,
            actor=hr,
            email=email,
            naam="Nieuw",
            rol=Rol.WERKNEMER,
            maak_link=lambda token: links.append(token) or token,
        )
        return uitnodiging, links[-1]

    def zonder_proef(act, **gegevens):
        return act(**gegevens)

    uitnodiging, _token = nodig("een@houtwerf.example")
    proef(trek_in, actor=hr, uitnodiging_id=uitnodiging.pk)
    _uitnodiging, token = nodig("twee@houtwerf.example", zonder_proef)
    proef(aanvaard_met_nieuw_account, token=token, naam="Twee", wachtwoord=WACHTWOORD)
    bekende = maak_gebruiker("Drie")
    _uitnodiging, token = nodig(bekende.email, zonder_proef)
    proef(aanvaard_met_bestaand_account, token=token, gebruiker=bekende)
    nodig("vier@houtwerf.example", zonder_proef)
    assert proef(aanvaard_met_bewezen_adres, email="vier@houtwerf.example")
    begin = {"naam": "Nieuwe werkgever", "soort": "werkgever", "email": "b@nieuw.example", "naam_beheerder": "Bo"}
    proef(begin_organisatie, **begin)
    proef(begin_organisatie, **begin)  # again: the earlier invitation stops working, or neither


def _rollen(proef, hr, maak_gebruiker, meld_in):
    """With a second step and a session, so that there is something to take away and to end."""
    wie = maak_gebruiker("Vijf", Rol.LEIDINGGEVENDE)
    Authenticator.objects.create(user=wie, type=Authenticator.Type.TOTP, data={"secret": "x"})
    meld_in(Client(), wie)
    proef(herstel_tweede_stap, actor=hr, gebruiker_id=wie.pk)
    assert not Authenticator.objects.filter(user=wie).exists()
    wat = {"rolvervulling_id": wie.rolvervullingen.get().pk, "grond": Geheimhoudingsgrond.WET, "op": vandaag()}
    proef(leg_zwijgplicht_vast, actor=hr, **wat)
    meld_in(Client(), wie)
    proef(beeindig_rol, actor=hr, rolvervulling_id=wie.rolvervullingen.get().pk)


def _contracten(proef, hr, arbodienst, maak_gebruiker):
    proef(leg_contact_vast, actor=hr, gegevens=Contact(adres="Kade 1", email="post@houtwerf.example"))
    gegevens = Contractgegevens(
        opdrachtnemer_id=arbodienst.pk, dienst=Dienst.VERZUIMBEGELEIDING, kenmerk="2026-1", vanaf=vandaag()
    )
    contract = proef(leg_contract_vast, actor=hr, gegevens=gegevens)
    proef(leg_geheimhouding_vast, actor=hr, contract_id=contract.pk, grond=Geheimhoudingsgrond.BEROEP, op=vandaag())
    ander = maak_gebruiker("Zes", Rol.ARBODIENST)
    ander = Actor(gebruiker_id=ander.pk, rol=Rol.ARBODIENST, organisatie_id=arbodienst.pk, naam=ander.naam)
    proef(bevestig_contract, actor=ander, contract_id=contract.pk)
