"""The tree of reasons and the steps that turn the verdict, cut to what a role may read and do. No queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from poortnormen.catalogus import catalogus
from poortnormen.dossier import Feit
from poortnormen.feiten import FEITEN
from poortnormen.feiten.stukken import Afwijking
from poortnormen.norm import Herstel
from poortnormen.standdelen import Antwoord, Omslag, Reden, Stap
from poortnormen.uitkomst import Uitleg
from poortwijzer.dossiers.assessments import Beoordeeld
from poortwijzer.dossiers.beelden import (
    Andersgedaan,
    Grondfeit,
    Knop,
    Knopsoort,
    Omslagbeeld,
    Openvraag,
    Redenbeeld,
    Stapbeeld,
)
from poortwijzer.dossiers.facts import kern_id
from poortwijzer.dossiers.knoppen import Concepten, voor_stuk, voor_vraag
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.models import Feit as Rij
from poortwijzer.dossiers.partijen import (
    deel_van_feit,
    deel_van_vraag,
    gever_voor,
    is_eigen_gegeven,
    is_leesbaar,
    te_vragen,
)
from poortwijzer.dossiers.queries.weegblad import weegpunten_voor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezer:
    """Who looks: the role, the drafts that are open, and whether the account of an employee was confirmed.

    Without `mag_handelen` there are no acts: one looks at what was known on an earlier day.
    """

    rol: Rol
    beoordeeld: Beoordeeld
    dossier: Dossier
    concepten: Concepten = field(default_factory=dict)
    is_bevestigd: bool = True
    mag_handelen: bool = True

    def redenen(self, redenen: Iterable[Reden]) -> tuple[Redenbeeld, ...]:
        """Give the questions with what is below them."""
        return tuple(self.reden(reden) for reden in redenen)

    def feiten(self, feiten: Iterable[Feit]) -> tuple[Grondfeit, ...]:
        """Give the facts that this role may read."""
        return tuple(_grondfeit(feit) for feit in feiten if self._mag_lezen(feit))

    def vraag(self, naam: str) -> Openvraag:
        """Give a question with who answers it, and the act when this role does."""
        return self._vraag(naam, self._knop(naam, ""))

    def omslagen(self, omslagen: Iterable[Omslag]) -> tuple[Omslagbeeld, ...]:
        """Give the ways to another verdict, each step with the act that does it."""
        return tuple(
            Omslagbeeld(
                oordeel=omslag.oordeel,
                stappen=tuple(self._stap(stap) for stap in omslag.stappen),
                uiterste_dag=omslag.uiterste_dag,
            )
            for omslag in omslagen
        )

    def reden(self, reden: Reden) -> Redenbeeld:
        """Give one question with what is below it."""
        norm = catalogus().normen[reden.norm]
        leesbaar = [feit for feit in reden.feiten if self._mag_lezen(feit)]
        return Redenbeeld(
            norm=reden.norm,
            tekst=_(norm.tekst),
            bron=catalogus().bronnen[norm.bron].naam,
            vindplaats=norm.vindplaats,
            hardheid=norm.hardheid,
            antwoord=reden.uitkomst,
            uitleg=reden.uitleg,
            houdbaar_tot=reden.houdbaar_tot,
            feiten=tuple(_grondfeit(feit) for feit in leesbaar),
            verborgen=len(reden.feiten) - len(leesbaar),
            is_strijdig=reden.is_strijdig,
            vragen=tuple(self._vragen(reden)),
            aan_te_voeren=tuple(self._vraag(naam, self._knop(naam, "")) for naam in reden.aan_te_voeren),
            steunt_op=reden.steunt_op,
            afwijkingen=tuple(self._afwijkingen(reden)),
            herstel=self._herstel(reden),
            weegpunten=weegpunten_voor(self.rol, reden.weegpunten, is_bevestigd=self.is_bevestigd),
            weegopmerkingen=tuple(een for een in reden.weegopmerkingen if self._mag_vraag_lezen(een.feit)),
            toelichting=reden.toelichting,
            gronden=self.redenen(reden.gronden),
            overige=self.redenen(reden.overige),
        )

    def _mag_lezen(self, feit: Feit) -> bool:
        deel = deel_van_feit(feit.naam, feit.waarde)
        return is_leesbaar(self.rol, feit.naam, deel, is_bevestigd=self.is_bevestigd)

    def _mag_vraag_lezen(self, naam: str) -> bool:
        return is_leesbaar(self.rol, naam, deel_van_vraag(naam), is_bevestigd=self.is_bevestigd)

    def _vragen(self, reden: Reden) -> Iterator[Openvraag]:
        """Give the questions of this node itself; where a document answers, making it is the answer."""
        for naam in dict.fromkeys(reden.vragen):
            soort = FEITEN[naam]
            stuk = reden.stuk or soort.uit_stuk
            if stuk and (naam == "stukken" or soort.uit_stuk):
                yield self._vraag(naam, self._knop(naam, stuk))
            else:
                yield self._vraag(te_vragen(naam) or naam, self._knop(naam, ""))

    def _vraag(self, naam: str, knop: Knop | None) -> Openvraag:
        soort = FEITEN[naam]
        return Openvraag(naam=naam, vraag=_(soort.vraag), gevers=soort.gevers, is_oordeel=soort.is_oordeel, knop=knop)

    def _afwijkingen(self, reden: Reden) -> Iterator[Andersgedaan]:
        if not mag(self.rol, Handeling.INZIEN, Deel.AFWIJKINGEN):
            return
        for feit in reden.afwijkingen:
            assert isinstance(feit.waarde, Afwijking)  # noqa: S101  # the core gives no others here
            yield Andersgedaan(norm=feit.waarde.norm, nieuwe_dag=feit.waarde.nieuwe_dag, reden=feit.waarde.reden)

    def _herstel(self, reden: Reden) -> Stapbeeld | None:
        """Give what repairs a no, where the norm of this question says how."""
        herstel = catalogus().normen[reden.norm].herstel
        if herstel is None or reden.uitkomst is not Antwoord.NEE:
            return None
        return Stapbeeld(
            norm=reden.norm,
            wat=Uitleg(herstel.wat, {}),
            wie=herstel.wie,
            inspanning=herstel.inspanning,
            waarde=herstel.waarde if FEITEN[herstel.feit].type is bool else None,
            uiterste_dag=None,
            eerder_van=self._eerder_van(herstel.feit),
            knop=self._herstelknop(herstel),
        )

    def _stap(self, stap: Stap) -> Stapbeeld:
        return Stapbeeld(
            norm=stap.norm,
            wat=stap.wat,
            wie=stap.wie,
            inspanning=stap.inspanning,
            waarde=stap.waarde,
            uiterste_dag=stap.uiterste_dag,
            eerder_van=self._eerder_van(stap.feit),
            knop=self._stapknop(stap),
        )

    def _stapknop(self, stap: Stap) -> Knop | None:
        """Give the act of a step: of a repair when the norm of the step is repaired with this fact."""
        herstel = catalogus().normen[stap.norm].herstel
        if herstel is not None and herstel.verbetert and herstel.feit == stap.feit:
            return self._herstelknop(herstel)
        return self._knop(stap.feit, stap.stuk or "")

    def _herstelknop(self, herstel: Herstel) -> Knop | None:
        """Give the act of a repair; one that gives an existing fact another answer corrects that fact."""
        knop = self._knop(herstel.feit, herstel.stuk)
        if knop is None or not herstel.verbetert:
            return knop
        eigen = [feit for feit in self.beoordeeld.kern.beeld[herstel.feit].uit if self._is_eigen(feit)]
        if len(eigen) != 1:  # which of them, only a person knows
            return Knop(soort=Knopsoort.LEES_GEGEVENS, label=_("Naar de gegevens")) if eigen else None
        return replace(knop, doel_id=self._rij(eigen[0]).pk)

    def _is_eigen(self, feit: Feit) -> bool:
        werknemer = self.dossier.werknemer.gebruiker_id
        door_werknemer = werknemer is not None and self._rij(feit).vastgelegd_door_id == werknemer
        return is_eigen_gegeven(self.rol, feit.gever, door_werknemer=door_werknemer)

    def _rij(self, feit: Feit) -> Rij:
        return next(rij for rij in self.dossier.feiten.all() if kern_id(rij.volgnummer) == feit.id)

    def _eerder_van(self, naam: str) -> str:
        """Give the one party whose judgement stands; somebody else who says the opposite only makes a dispute."""
        gevers = {feit.gever for feit in self.beoordeeld.kern.beeld[naam].uit} if FEITEN[naam].is_oordeel else set()
        return gevers.pop() if len(gevers) == 1 else ""

    def _knop(self, naam: str, stuk: str) -> Knop | None:
        if not self.mag_handelen:
            return None
        if stuk:
            return voor_stuk(self.rol, stuk, self.concepten)
        eerder = self._eerder_van(naam)
        if eerder and gever_voor(self.rol, naam) != eerder:
            return None
        return voor_vraag(self.rol, naam)


def _grondfeit(feit: Feit) -> Grondfeit:
    soort = FEITEN[feit.naam]
    return Grondfeit(
        naam=feit.naam,
        vraag=_(soort.vraag),
        waarde=feit.waarde,
        gever=feit.gever,
        vastgelegd_op=feit.vastgelegd_op,
        op=feit.op,
        motivering=feit.motivering,
        is_oordeel=soort.is_oordeel,
    )
