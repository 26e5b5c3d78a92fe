"""The append-only log of who did and read what. `record` writes, `lees` reads, `controleer` proves it is whole."""

from poortwijzer.audit.controle import Ketenfout, controleer, ketens
from poortwijzer.audit.lezen import Logregel, laatste, lees
from poortwijzer.audit.schrijven import ZONDER_ORGANISATIE, Handelende, record

__all__ = [
    "ZONDER_ORGANISATIE",
    "Handelende",
    "Ketenfout",
    "Logregel",
    "controleer",
    "ketens",
    "laatste",
    "lees",
    "record",
]
