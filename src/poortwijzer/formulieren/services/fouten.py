"""Why a service could not do what was asked. Each carries what the person needs to go on."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from poortwijzer.formulieren.eisen import Ontbreekt
from poortwijzer.formulieren.waarden import Waarde
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class NietBewaard:
    """A field that was not saved, because another party supplies it."""

    veld: str
    label: str
    gevers: tuple[Rol, ...]

    @property
    def zin(self) -> str:
        """What to tell the person."""
        gevers = " / ".join(str(rol.label) for rol in self.gevers)
        return _("‘%(label)s’ is niet bewaard: dit deel is van %(gevers)s.") % {"label": self.label, "gevers": gevers}


class Formulierfout(Exception):
    """The base of what a service refuses; its text is for the person who asked."""


class IsDefinitief(Formulierfout):
    """The document is frozen; only a next version can say something else."""

    def __init__(self) -> None:
        super().__init__(_("Dit stuk staat vast. Wie iets wil veranderen, maakt een nieuwe versie."))


class IsConcept(Formulierfout):
    """The document is still a draft, and this can be done only to a frozen one."""

    def __init__(self) -> None:
        super().__init__(_("Dit stuk is nog een concept. Stel het eerst vast."))


class ConceptOpen(Formulierfout):
    """There is another draft of this kind, and there is one at a time."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog een concept van deze soort open. Rond dat eerst af."))


class NietDeGever(Formulierfout):
    """This role may not freeze this kind of document, or say this for that party."""


class ConceptGewijzigd(Formulierfout):
    """Somebody else changed the same fields in the meantime. Nothing was saved, and nothing is lost.

    `eigen` is what this person typed and `opgeslagen` what stands now, both for the fields in `velden`;
    `versie` is the version to send along with the next save.
    """

    def __init__(self, *, eigen: Mapping[str, Waarde], opgeslagen: Mapping[str, Waarde], versie: int) -> None:
        self.eigen = eigen
        self.opgeslagen = opgeslagen
        self.velden = tuple(opgeslagen)
        self.versie = versie
        super().__init__(
            _("Iemand anders heeft dit stuk intussen gewijzigd. Kijk welke tekst moet blijven en bewaar opnieuw.")
        )


class NogOntbrekend(Formulierfout):
    """Parts are missing, and for these there is no reason yet, or no reason suffices."""

    def __init__(self, ontbreekt: tuple[Ontbreekt, ...]) -> None:
        self.ontbreekt = ontbreekt
        super().__init__(_("Vul aan wat ontbreekt, of schrijf op waarom het er niet is."))
