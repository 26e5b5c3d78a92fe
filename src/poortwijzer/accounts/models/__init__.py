"""The tables of people, their roles, their sessions, and of who comes in without a role of his own."""

from poortwijzer.accounts.models.binnenkomst import Gastlink, Noodtoegang
from poortwijzer.accounts.models.mensen import Afdeling, Gebruiker, Organisatie, Rolvervulling, Uitnodiging
from poortwijzer.accounts.models.sessies import Geheugenplek, Leessignaal, Sessie

__all__ = [
    "Afdeling",
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
