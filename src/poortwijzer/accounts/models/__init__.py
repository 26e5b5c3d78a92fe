"""The tables of people, their roles, their sessions, and of who comes in without a role of his own."""

from poortwijzer.accounts.models.binnenkomst import Gastlink, Noodtoegang
from poortwijzer.accounts.models.contracten import Contract
from poortwijzer.accounts.models.mensen import Afdeling, Gebruiker, Organisatie, Rolvervulling, Uitnodiging
from poortwijzer.accounts.models.sessies import Geheugenplek, Leessignaal, Sessie

__all__ = [
    "Afdeling",
    "Contract",
    "Gastlink",
    "Gebruiker",
    "Geheugenplek",
    "Leessignaal",
    "Noodtoegang",
    "Organisatie",
    "Rolvervulling",
    "Sessie",
    "Uitnodiging",
]
