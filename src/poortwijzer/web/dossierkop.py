"""The head of every page of a dossier: who it is about, where it belongs, and the tabs this actor may open."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortwijzer.lib.zinnen import getal
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import STUKKEN, Deel, Handeling
from poortwijzer.toegang.rollen import Rol

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier

# What is recorded as a fact belongs to one of these.
DELEN_MET_FEITEN = (
    Deel.VERZUIM,
    Deel.MOGELIJKHEDEN,
    Deel.REINTEGRATIE,
    Deel.DIENSTVERBAND,
    Deel.UWV,
    Deel.AFWIJKINGEN,
    Deel.OVERLEG,
    Deel.PERSOON,
)
# Every tab beside one another takes five rows on a phone: the rest stands under "Meer".
_NAAST_ELKAAR = 4
# In the order of use. Name in the address, words, and the parts of which one must be open to this role.
_BLADEN: tuple[tuple[str, Promise, Handeling, tuple[Deel, ...]], ...] = (
    ("dossier", gettext_lazy("Overzicht"), Handeling.INZIEN, (Deel.TIJDLIJN,)),
    ("documenten", gettext_lazy("Documenten"), Handeling.INZIEN, STUKKEN),
    ("gegevens", gettext_lazy("Gegevens"), Handeling.INZIEN, DELEN_MET_FEITEN),
    ("stand", gettext_lazy("Stand voor het UWV"), Handeling.INZIEN, (Deel.OORDEEL,)),
    ("verslag", gettext_lazy("Re-integratieverslag"), Handeling.INZIEN, (Deel.REINTEGRATIEVERSLAG,)),
    ("nasanctie", gettext_lazy("Besluit van UWV"), Handeling.INZIEN, (Deel.UWV,)),
    ("eerstejaar", gettext_lazy("Na een jaar"), Handeling.INZIEN, (Deel.EERSTEJAARSEVALUATIE,)),
    ("overleg", gettext_lazy("Als het stokt"), Handeling.INZIEN, (Deel.OVERLEG,)),
    ("kosten", gettext_lazy("Kosten en hulp"), Handeling.INZIEN, (Deel.OVERLEG,)),
    ("medisch", gettext_lazy("Medisch dossier"), Handeling.INZIEN, (Deel.MEDISCH_DOSSIER,)),
    ("watals", gettext_lazy("Wat als"), Handeling.WAT_ALS, (Deel.TIJDLIJN,)),
    ("betrokkenen", gettext_lazy("Betrokkenen"), Handeling.INZIEN, (Deel.BETROKKENEN,)),
    ("gasten", gettext_lazy("Gasten"), Handeling.INZIEN, (Deel.GASTEN,)),
    ("toestemmingen", gettext_lazy("Toestemming"), Handeling.INZIEN, (Deel.TOESTEMMINGEN,)),
    ("correcties", gettext_lazy("Verbeteringen"), Handeling.INZIEN, (Deel.CORRECTIES,)),
    ("eigen_gegevens", gettext_lazy("Mijn gegevens"), Handeling.INZIEN, (Deel.EIGEN_GEGEVENS,)),
    ("dossier_bewaren", gettext_lazy("Bewaren"), Handeling.INZIEN, (Deel.BEWAARTERMIJN,)),
    ("dossier_account", gettext_lazy("Account"), Handeling.INZIEN, (Deel.ACCOUNT,)),
    ("inzage", gettext_lazy("Wie las mee"), Handeling.INZIEN, (Deel.LEESLOG,)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabblad:
    """One tab."""

    naam: str
    adres: str
    is_hier: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierkop:
    """What stands above every page of a dossier: some tabs beside one another, and the rest under one word."""

    kenmerk: str
    werknemer: str
    onder: str
    tabs: tuple[Tabblad, ...]
    meer: tuple[Tabblad, ...]

    @property
    def hier_onder_meer(self) -> str:
        """The name of the page that is open, when its tab does not stand beside the others."""
        return next((blad.naam for blad in self.meer if blad.is_hier), "")


def dossierkop(actor: Actor, dossier: "Dossier", hier: str) -> Dossierkop:
    """Give the head; `hier` is the name of the page that is open."""
    tabs = tuple(_tabs(actor, dossier.kenmerk, hier))
    naast_elkaar = len(tabs) if len(tabs) <= _NAAST_ELKAAR + 1 else _NAAST_ELKAAR
    return Dossierkop(
        kenmerk=dossier.kenmerk,
        werknemer=naam_van(actor, dossier),
        onder=_onder(actor, dossier),
        tabs=tabs[:naast_elkaar],
        meer=tabs[naast_elkaar:],
    )


def bladen(actor: Actor, kenmerk: str, *namen: str) -> tuple[Tabblad, ...]:
    """Give the pages with these names that this actor may open, in the order of the tabs."""
    return tuple(_tabs(actor, kenmerk, "", frozenset(namen)))


def kruimels(actor: Actor, dossier: "Dossier", *hier: str) -> tuple[tuple[str, str], ...]:
    """Give the way to a page of a dossier; to the dossier itself when nothing is named."""
    lijst = _("Mijn dossier") if actor.rol is Rol.WERKNEMER else _("Dossiers")
    # A link that refuses would stand in the log of the employee as somebody who was turned away.
    opent = bool(hier) and mag(actor.rol, Handeling.INZIEN, Deel.TIJDLIJN)
    eigen = reverse("web:dossier", args=[dossier.kenmerk]) if opent else ""
    return ((lijst, reverse("web:dossiers")), (naam_van(actor, dossier), eigen), *((naam, "") for naam in hier))


def naam_van(actor: Actor, dossier: "Dossier") -> str:
    """Give the name of the employee, or the reference for a role that may not know who it is."""
    return dossier.werknemer.naam if mag(actor.rol, Handeling.INZIEN, Deel.PERSOON) else dossier.kenmerk


def _onder(actor: Actor, dossier: "Dossier") -> str:
    delen = [dossier.werkgever.naam, dossier.kenmerk]
    if mag(actor.rol, Handeling.INZIEN, Deel.PERSOON):
        uren = dossier.werknemer.uren_per_week
        in_uren = _("%(uren)s uur per week") % {"uren": getal(Fraction(uren))} if uren else ""
        delen = [dossier.werknemer.functie, in_uren, *delen]
    return " · ".join(filter(None, delen))


def _tabs(actor: Actor, kenmerk: str, hier: str, alleen: frozenset[str] | None = None) -> Iterator[Tabblad]:
    for naam, woorden, handeling, delen in _BLADEN:
        if alleen is not None and naam not in alleen:
            continue
        if any(mag(actor.rol, handeling, deel) for deel in delen):
            yield Tabblad(naam=str(woorden), adres=reverse(f"web:{naam}", args=[kenmerk]), is_hier=naam == hier)
