"""Work that no person in a role does: jobs and commands of whoever runs the installation. What is not here may not be.

A job has no actor, so the table of roles does not hold it back. Here stands what each may read of dossiers and to whom
that can become visible; a test refuses a job or a command without a line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from poortwijzer.toegang.delen import Deel


class Uitkomst(StrEnum):
    """To whom what the work reads can become visible."""

    NIEMAND = "niemand"
    """Nothing of a dossier comes out."""
    TELLINGEN = "tellingen"
    """Counts, and the number of what failed, to whoever runs the installation; no name and no content."""
    NUMMERS = "nummers"
    """Numbers of rows of the log, to whoever runs the installation."""
    EIGEN_ACCOUNT = "eigen_account"
    """A mail to the person whose account it is about, without a word about a dossier."""
    INVOER = "invoer"
    """What somebody gave the command himself in a file; it opens no database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkregel:
    """What one job or command may: the parts it reads of every dossier, and what comes out of it."""

    leest: frozenset[Deel] = frozenset()
    uitkomst: Uitkomst = Uitkomst.NIEMAND


# All that the rules judge by: the facts and the agreements, not what people wrote in documents and notes.
_FEITEN = frozenset(
    {
        Deel.PERSOON,
        Deel.VERZUIM,
        Deel.DIENSTVERBAND,
        Deel.MOGELIJKHEDEN,
        Deel.REINTEGRATIE,
        Deel.UWV,
        Deel.AFWIJKINGEN,
        Deel.OVERLEG,
    }
)
_OPNIEUW_BEOORDELEN = Werkregel(leest=_FEITEN, uitkomst=Uitkomst.TELLINGEN)
# The end of the employment, and what else a term of keeping counts from.
_BEWAREN = Werkregel(leest=frozenset({Deel.DIENSTVERBAND, Deel.LEESLOG}), uitkomst=Uitkomst.TELLINGEN)
_LOGBOEK_NAGAAN = Werkregel(leest=frozenset({Deel.LEESLOG}), uitkomst=Uitkomst.NUMMERS)
_OVER_EEN_BESTAND = Werkregel(uitkomst=Uitkomst.INVOER)

TAKEN: Mapping[str, Werkregel] = MappingProxyType(
    {
        "poortwijzer.accounts.tasks.ruim_aanmelden_op": Werkregel(),
        "poortwijzer.accounts.tasks.verstuur_melding": Werkregel(uitkomst=Uitkomst.EIGEN_ACCOUNT),
        "poortwijzer.accounts.tasks.verstuur_wachtwoordlink": Werkregel(uitkomst=Uitkomst.EIGEN_ACCOUNT),
        "poortwijzer.audit.tasks.veranker_en_controleer": _LOGBOEK_NAGAAN,
        "poortwijzer.dossiers.tasks.houd_bewaartermijnen_bij": _BEWAREN,
        "poortwijzer.dossiers.tasks.voer_wissen_uit": _BEWAREN,
        "poortwijzer.dossiers.tasks.werk_dossiers_bij": _OPNIEUW_BEOORDELEN,
        "poortwijzer.jobs.tasks.ruim_op": Werkregel(),
    }
)
OPDRACHTEN: Mapping[str, Werkregel] = MappingProxyType(
    {
        "laad_demo": Werkregel(uitkomst=Uitkomst.TELLINGEN),
        "migrate": Werkregel(),
        "werker": Werkregel(),
        "poortwijzer audit": _LOGBOEK_NAGAAN,
        "poortwijzer bewaartermijnen": _BEWAREN,
        "poortwijzer bijwerken": _OPNIEUW_BEOORDELEN,
        "poortwijzer controleer-instellingen": Werkregel(),
        "poortwijzer kluis": Werkregel(uitkomst=Uitkomst.TELLINGEN),
        "poortwijzer loon": _OVER_EEN_BESTAND,
        "poortwijzer normen": _OVER_EEN_BESTAND,
        "poortwijzer organisatie": Werkregel(),
        "poortwijzer schema": _OVER_EEN_BESTAND,
        "poortwijzer tijdlijn": _OVER_EEN_BESTAND,
        "poortwijzer toets": _OVER_EEN_BESTAND,
        "poortwijzer uitleg": _OVER_EEN_BESTAND,
    }
)
# What the program does for a person on rows that this person does not reach: the second lock lets it through. The table
# of roles was asked before. Why, and what of it comes out; a test compares it with the program.
BINNENWERK: Mapping[str, str] = MappingProxyType(
    {
        "account loskoppelen": "wie accounts koppelt, ziet niet wie ze bevestigde; niets",
        "bewaartermijnen": "wie een medisch deel bezit, weet alleen de kluis; termijnen, gronden en kenmerken",
        "contract eindigt": "wie een contract beëindigt, kan bij geen dossier; alleen aantallen",
        "handeling afronden": "een handeling op een geopend dossier kan de eigen weg erheen beëindigen; niets",
        "logboek": "een regel hoort in de keten van een organisatie, ook als niemand is aangemeld; niets",
        "noodtoegang": "het gaat om een dossier zonder rol; alleen of het in de eigen kring ligt",
        "rol geven": "wie een rol krijgt, heeft haar nog niet; alleen of zij samengaat met wat iemand daar al is",
        "slot": "de sloten zelf maken; niets",
        "toezicht": "wat de mensen van de organisatie openden; alleen kenmerken",
        "waarneming": "wie waarneemt krijgt de rollen van wie weg is; niets, de dossiers staan in het logboek",
        "tweede stap hersteld": "wie accounts beheert, kan bij geen dossier; niets",
        "weigering vastleggen": "de werknemer ziet wie het probeerde; het antwoord blijft hetzelfde",
    }
)
