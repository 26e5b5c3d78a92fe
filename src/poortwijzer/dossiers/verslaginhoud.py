"""What a re-integratieverslag consists of: chosen as long as it is a draft, recorded once both parties were asked.

See ADR 15. The record is a fact per document, so each stands in the part of its own kind: nobody at the employer learns
from it that the employee wrote an own opinion.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.utils import timezone

from poortnormen.feiten.stukken import Stuksoort, VastVerslagstuk
from poortnormen.verslag import Verslagstuk, groep_van, stukken_in_verslag
from poortwijzer.dossiers.access import niet_gevonden
from poortwijzer.dossiers.facts import NieuwFeit, lees_feitwaarde, met_feiten, schrijf_feiten
from poortwijzer.dossiers.models import Bijlage, Dossier, Feit
from poortwijzer.dossiers.partijen import gever_voor
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.services import klopt_afdruk, laatste_standpunten
from poortwijzer.lib.datums import gettext
from poortwijzer.lib.klok import nu
from poortwijzer.lib.zinnen import met_hoofdletter
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import leesbare_delen
from poortwijzer.toegang.delen import STUKKEN, Deel, Handeling

FEIT = "verslagstukken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A place in the report, with what stands there: a document, or a file from outside (then without `versie`).

    With neither it is lost: what was recorded is no longer there, or no longer what it was.
    """

    soort: Stuksoort
    opgesteld_op: date
    vingerafdruk: str
    versie: int | None = None
    stuk: Formulier | None = None
    bijlage: Bijlage | None = None

    @property
    def is_kwijt(self) -> bool:
        """Whether the report names it and the dossier does not have it."""
        return self.stuk is None and self.bijlage is None

    @property
    def sleutel(self) -> UUID | str:
        """By what it is known: a document by its id, a file by its fingerprint."""
        return self.vingerafdruk if self.stuk is None else self.stuk.pk

    @property
    def titel(self) -> str:
        """How people name it; of what is lost only the kind is known."""
        if self.stuk is not None:
            return gettext(self.stuk.vorm.titel)
        return met_hoofdletter(str(Deel(self.soort).label)) if self.bijlage is None else self.bijlage.naam


@dataclass(frozen=True, slots=True, kw_only=True)
class VastVerslag:
    """A report that is frozen: its front page, the moment, and what it consists of in the order of printing.

    Each line has the id of its document; a file from outside is found by its fingerprint.
    """

    voorblad: UUID
    op: datetime
    regels: tuple[tuple[UUID | None, VastVerslagstuk], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslaginhoud:
    """The report as one role reads it. `vast` is filled once it is frozen; `nieuwer` is what it would hold by now."""

    plekken: tuple[Plek, ...]
    vast: VastVerslag | None = None
    nieuwer: tuple[Plek, ...] = ()

    @property
    def stukken(self) -> tuple[Formulier, ...]:
        """The documents that are there."""
        return tuple(plek.stuk for plek in self.plekken if plek.stuk is not None)

    @property
    def bijlagen(self) -> tuple[Bijlage, ...]:
        """The files from outside that are there."""
        return tuple(plek.bijlage for plek in self.plekken if plek.bijlage is not None)

    @property
    def kwijt(self) -> tuple[Plek, ...]:
        """What is lost."""
        return tuple(plek for plek in self.plekken if plek.is_kwijt)

    @property
    def tot(self) -> datetime | None:
        """The moment up to which it tells what was said and known; none as long as it is a draft."""
        return None if self.vast is None else self.vast.op

    @property
    def voorblad(self) -> Formulier | None:
        """Its front page, once that is frozen and as long as it is there."""
        return next((stuk for stuk in self.stukken if stuk.soort == Stuksoort.REINTEGRATIEVERSLAG), None)


def verslaginhoud(actor: Actor, dossier: Dossier, voorblad: UUID | None = None) -> Verslaginhoud:
    """Give what this role reads of the report: of the newest, or of the frozen one with this front page.

    Raises:
        NietGevonden: no frozen report of this dossier has that front page.
    """
    prefetch_related_objects([dossier], met_feiten())
    leesbaar = leesbare_delen(actor.rol) - dossier.gesloten_delen
    voorraad = _Voorraad.van(dossier)
    van_nu = Verslaginhoud(plekken=tuple(plek for plek in voorraad.gekozen() if Deel(plek.soort) in leesbaar))
    vaste = {verslag.voorblad: verslag for verslag in vaste_verslagen(dossier)}
    if voorblad is not None and voorblad not in vaste:
        raise niet_gevonden(actor, dossier, Deel.REINTEGRATIEVERSLAG, Handeling.INZIEN, "verslag bestaat niet")
    gevraagd = voorblad or (van_nu.voorblad.pk if van_nu.voorblad else None)
    vast = None if gevraagd is None else vaste.get(gevraagd)
    if vast is None:
        return van_nu
    bekend = {stuk_id or regel.vingerafdruk for stuk_id, regel in vast.regels}
    return Verslaginhoud(
        plekken=tuple(voorraad.zoek(stuk_id, regel) for stuk_id, regel in vast.regels if Deel(regel.soort) in leesbaar),
        vast=vast,
        nieuwer=tuple(plek for plek in van_nu.plekken if plek.sleutel not in bekend),
    )


def vaste_verslagen(dossier: Dossier) -> tuple[VastVerslag, ...]:
    """Give the frozen reports, the oldest first, from the prefetched facts (see `met_feiten`) or else in one query."""
    regels: dict[str, list[tuple[Feit, VastVerslagstuk]]] = {}
    for feit in sorted(dossier.feiten.all(), key=lambda rij: rij.volgnummer):
        if feit.naam != FEIT:
            continue
        regel = lees_feitwaarde(feit.naam, feit.waarde)
        assert isinstance(regel, VastVerslagstuk)  # noqa: S101  # the type of this fact, and nobody withdraws it
        regels.setdefault(regel.verslag, []).append((feit, regel))
    return tuple(
        VastVerslag(
            voorblad=voorblad,
            op=rijen[0][0].vastgelegd_op,
            regels=tuple((feit.stuk_id, regel) for feit, regel in rijen),
        )
        for verslag, rijen in regels.items()
        for voorblad in [feit.stuk_id for feit, regel in rijen if regel.vingerafdruk == verslag]
        if voorblad is not None
    )


def leg_verslag_vast(dossier: Dossier, voorblad: Formulier, *, actor: Actor) -> tuple[Feit, ...]:
    """Record of what the report consists, once every party was asked about its front page; before that nothing.

    A front page that another one followed, or that has its record, gets none. The caller has locked the dossier.
    """
    plekken = _Voorraad.van(dossier).gekozen()
    gevraagd = {standpunt.partij for standpunt in laatste_standpunten(voorblad)}
    is_van_nu = any(plek.stuk is not None and plek.stuk.pk == voorblad.pk for plek in plekken)
    is_al_vast = any(verslag.voorblad == voorblad.pk for verslag in vaste_verslagen(dossier))
    if is_al_vast or not is_van_nu or not gevraagd.issuperset(voorblad.vorm.standpunten_van):
        return ()
    gever = gever_voor(actor.rol, FEIT)
    assert gever is not None  # noqa: S101  # who may say something about the front page is a party; a test says so
    op = nu()
    nieuw = [
        NieuwFeit(
            naam=FEIT,
            waarde=_regel(plek, voorblad, op),
            gever=gever,
            stuk_id=None if plek.stuk is None else plek.stuk.pk,
        )
        for plek in plekken
    ]
    return schrijf_feiten(dossier, nieuw, door=actor.gebruiker_id, op=op)


def _regel(plek: Plek, voorblad: Formulier, op: datetime) -> VastVerslagstuk:
    return VastVerslagstuk(
        soort=plek.soort,
        verslag=voorblad.inhoud_hash,
        vingerafdruk=plek.vingerafdruk,
        vast_op=timezone.localdate(op, timezone.get_default_timezone()),
        opgesteld_op=plek.opgesteld_op,
        versie=plek.versie,
    )


@dataclass(frozen=True, slots=True)
class _Voorraad:
    """All that could stand in a report: the frozen documents by day, and the files from outside by day."""

    stukken: list[Formulier]
    bestanden: list[Bijlage]

    @classmethod
    def van(cls, dossier: Dossier) -> "_Voorraad":
        """Read it: three queries."""
        return cls(_vastgesteld(dossier), _bestanden(dossier))

    def gekozen(self) -> list[Plek]:
        """Give what the report of now consists of, for every reader."""
        stukken = [_van_stuk(stuk) for stuk in self.stukken]
        te_kiezen = [Verslagstuk(plek.sleutel, plek.soort, plek.opgesteld_op) for plek in stukken]
        mee = {stuk.sleutel for groep in stukken_in_verslag(te_kiezen).values() for stuk in groep}
        return [*(plek for plek in stukken if plek.sleutel in mee), *map(_van_bijlage, self.bestanden)]

    def zoek(self, stuk_id: UUID | None, regel: VastVerslagstuk) -> Plek:
        """Look up what was recorded; what is not the same any more counts as lost."""
        stuk = next((rij for rij in self.stukken if rij.pk == stuk_id and _is_nog(rij, regel)), None)
        bestanden = self.bestanden if regel.versie is None else []
        gelijk = (rij for rij in bestanden if (rij.deel, rij.vingerafdruk) == (regel.soort, regel.vingerafdruk))
        return Plek(
            soort=regel.soort,
            opgesteld_op=regel.opgesteld_op,
            vingerafdruk=regel.vingerafdruk,
            versie=regel.versie,
            stuk=stuk,
            bijlage=next(gelijk, None),
        )


def _is_nog(stuk: Formulier, regel: VastVerslagstuk) -> bool:
    return stuk.inhoud_hash == regel.vingerafdruk and klopt_afdruk(stuk)


def _vastgesteld(dossier: Dossier) -> list[Formulier]:
    rijen = list(
        Formulier.objects.filter(dossier=dossier, status=Formulier.Fase.DEFINITIEF, soort__in=STUKKEN)
        .select_related("vorige")
        .prefetch_related("standpunten")
        .order_by("opgesteld_op", "vastgesteld_op", "pk")
    )
    for rij in rijen:
        rij.dossier = dossier
        if rij.vorige is not None:
            rij.vorige.dossier = dossier
    return rijen


def _bestanden(dossier: Dossier) -> list[Bijlage]:
    rijen = Bijlage.objects.filter(dossier=dossier, ingetrokken_op=None, deel__in=STUKKEN)
    op_dag = rijen.order_by("van_op", "toegevoegd_op", "pk")
    bestanden = [rij for rij in op_dag if groep_van(Stuksoort(rij.deel)) is not None]
    for rij in bestanden:
        rij.dossier = dossier
    return bestanden


def _van_stuk(stuk: Formulier) -> Plek:
    dag: date | None = stuk.opgesteld_op
    assert dag is not None  # noqa: S101  # a frozen document has its day
    return Plek(
        soort=Stuksoort(stuk.soort),
        opgesteld_op=dag,
        vingerafdruk=stuk.inhoud_hash,
        versie=stuk.versienummer,
        stuk=stuk,
    )


def _van_bijlage(rij: Bijlage) -> Plek:
    return Plek(soort=Stuksoort(rij.deel), opgesteld_op=rij.van_op, vingerafdruk=rij.vingerafdruk, bijlage=rij)
