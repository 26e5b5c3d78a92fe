"""The append-only log of who did and read what.

`record` writes, `lees` reads, `controleer` proves that it is whole, `snoei` removes what is past its term.
"""

from poortwijzer.audit.controle import Ketenfout, controleer, ketens
from poortwijzer.audit.lezen import Logregel, Logvraag, laatste, lees
from poortwijzer.audit.profiel import gebruik_profiel
from poortwijzer.audit.schrijven import ZONDER_ORGANISATIE, Handelende, record
from poortwijzer.audit.snoeien import snoei
from poortwijzer.audit.tellen import aantal_dossiers, aantal_keer

__all__ = [
    "ZONDER_ORGANISATIE",
    "Handelende",
    "Ketenfout",
    "Logregel",
    "Logvraag",
    "aantal_dossiers",
    "aantal_keer",
    "controleer",
    "gebruik_profiel",
    "ketens",
    "laatste",
    "lees",
    "record",
    "snoei",
]
