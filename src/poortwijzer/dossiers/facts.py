"""Tables to core facts and back: the one place where the two meet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType
from uuid import UUID

from django.db.models import Prefetch
from django.utils import timezone

from poortnormen.dossier import Dossier as KernDossier
from poortnormen.dossier import Feit as KernFeit
from poortnormen.dossier import controleer_feiten
from poortnormen.feiten import FEITEN
from poortnormen.feiten.weging import Weging
from poortnormen.omzetting import Veldfout, lees_waarde, schrijf_waarde
from poortwijzer.dossiers.models import Dossier, Feit
from poortwijzer.dossiers.partijen import WERKGEVER
from poortwijzer.lib.ids import nieuw_id

UIT_WERKNEMER = "werknemer"


class Feitfout(Exception):  # Dutch, as Dossierfout of the core
    """These facts cannot stand beside what is recorded; each message says what to do."""

    def __init__(self, fouten: Iterable[Veldfout]) -> None:
        self.fouten = tuple(fouten)
        super().__init__(" ".join(fout.melding for fout in self.fouten))

    @property
    def meldingen(self) -> tuple[str, ...]:
        """The messages alone, for a page."""
        return tuple(fout.melding for fout in self.fouten)


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwFeit:
    """A fact to be recorded, with its value as the core knows it; no value withdraws the fact in `vervangt`.

    `id` and `vastgelegd_op` are only for facts that were recorded elsewhere before.
    """

    naam: str
    waarde: object
    gever: str
    op: date | None = None
    vervangt: UUID | None = None
    motivering: str = ""
    weging: Weging | None = None
    stuk_id: UUID | None = None
    id: UUID | None = None
    vastgelegd_op: datetime | None = None


def kern_dossier(dossier: Dossier, *, tot: datetime | None = None) -> KernDossier:
    """Give the case as the core knows it, from the prefetched facts (see `met_feiten`) or else in one query.

    With `tot` only what was recorded at or before that moment; what is known of a day is a question for the core.
    """
    rijen = sorted(dossier.feiten.all(), key=lambda rij: rij.volgnummer)
    if tot is not None:
        rijen = [rij for rij in rijen if rij.vastgelegd_op <= tot]
    nummers = {rij.pk: rij.volgnummer for rij in rijen}
    feiten = [_kern_feit(rij, nummers) for rij in rijen]
    return KernDossier(kenmerk=dossier.kenmerk, feiten=(*_uit_werknemer(dossier, feiten), *feiten))


def met_feiten() -> "Prefetch[str]":
    """Give the prefetch that makes `kern_dossier` cost no query of its own."""
    return Prefetch("feiten", Feit.objects.order_by("volgnummer"))


def schrijf_feiten(
    dossier: Dossier, nieuw: Sequence[NieuwFeit], *, door: UUID | None, op: datetime
) -> tuple[Feit, ...]:
    """Record facts of a dossier that the caller has locked; all of them or none.

    Raises:
        Feitfout: when the facts contradict each other or what is recorded.
    """
    rijen = list(Feit.objects.filter(dossier=dossier).order_by("volgnummer"))
    volgnummer = rijen[-1].volgnummer if rijen else 0
    gemaakt = [
        Feit(
            id=feit.id or nieuw_id(),
            dossier=dossier,
            volgnummer=volgnummer + nummer,
            naam=feit.naam,
            waarde=schrijf_waarde(feit.waarde),
            op=feit.op,
            vastgelegd_op=feit.vastgelegd_op or op,
            gever=feit.gever,
            vastgelegd_door_id=door,
            vervangt_id=feit.vervangt,
            motivering=feit.motivering,
            weging=None if feit.weging is None else schrijf_waarde(feit.weging),
            stuk_id=feit.stuk_id,
        )
        for nummer, feit in enumerate(nieuw, start=1)
    ]
    _controleer([*rijen, *gemaakt])
    # What was read before would hide the new facts from the judgement that follows.
    getattr(dossier, "_prefetched_objects_cache", {}).pop("feiten", None)
    return tuple(Feit.objects.bulk_create(gemaakt))


def neem_over(
    dossier: Dossier, geval: KernDossier, *, op: datetime, stukken: Mapping[str, UUID] = MappingProxyType({})
) -> tuple[Feit, ...]:
    """Record the facts of a case from elsewhere in a dossier that the caller has locked, with their own days.

    `stukken` gives per id of a fact the document that it follows from.

    Raises:
        Feitfout: when the facts contradict each other.
    """
    ids = {feit.id: nieuw_id() for feit in geval.feiten}
    nieuw = [
        NieuwFeit(
            id=ids[feit.id],
            naam=feit.naam,
            waarde=feit.waarde,
            gever=feit.gever,
            op=feit.op,
            vervangt=None if feit.vervangt is None else ids[feit.vervangt],
            motivering=feit.motivering,
            weging=feit.weging,
            stuk_id=stukken.get(feit.id),
            vastgelegd_op=_middag(feit.vastgelegd_op),
        )
        for feit in sorted(geval.feiten, key=lambda feit: feit.vastgelegd_op)
    ]
    return schrijf_feiten(dossier, nieuw, door=None, op=op)


def lees_feitwaarde(naam: str, ruw: object, pad: str = "$.waarde") -> object:
    """Read the value of a fact from JSON.

    Raises:
        Feitfout: the core does not know this fact, or it follows from a document.
        Omzetfout: the value does not fit.
    """
    soort = FEITEN.get(naam)
    if soort is None or soort.is_afgeleid:
        raise Feitfout([Veldfout("$.feit", f"Het feit '{naam}' is niet los vast te leggen.")])
    return lees_waarde(ruw, soort.type, pad)


def kern_id(volgnummer: int) -> str:
    """Give the id of a fact in the exchange format; in the order of recording, because the core sorts by it."""
    return f"{volgnummer:06d}"


def _kern_feit(rij: Feit, nummers: dict[UUID, int]) -> KernFeit:
    soort = FEITEN[rij.naam]
    return KernFeit(
        naam=rij.naam,
        waarde=None if rij.waarde is None else lees_waarde(rij.waarde, soort.type, f"$.{rij.naam}"),
        op=rij.op,
        vastgelegd_op=_dag(rij.vastgelegd_op),
        gever=rij.gever,
        id=kern_id(rij.volgnummer),
        vervangt=None if rij.vervangt_id is None else kern_id(nummers[rij.vervangt_id]),
        motivering=rij.motivering,
        weging=_weging(rij),
    )


def _weging(rij: Feit) -> Weging | None:
    """Read the points of a judgement; points that the source no longer has stay readable."""
    if rij.weging is None:
        return None
    weging = lees_waarde(rij.weging, Weging, f"$.{rij.naam}.weging")
    assert isinstance(weging, Weging)  # noqa: S101  # asked for above
    return weging


def _uit_werknemer(dossier: Dossier, feiten: Sequence[KernFeit]) -> Sequence[KernFeit]:
    """Give what the staff record says and nobody recorded as a fact of this dossier."""
    werknemer = dossier.werknemer
    if werknemer.geboortedatum is None or any(feit.naam == "geboortedatum" for feit in feiten):
        return ()
    return (
        KernFeit(
            naam="geboortedatum",
            waarde=werknemer.geboortedatum,
            vastgelegd_op=_dag(dossier.created_at),
            gever=WERKGEVER,
            id=UIT_WERKNEMER,
        ),
    )


def _controleer(rijen: Sequence[Feit]) -> None:
    nummers = {rij.pk: rij.volgnummer for rij in rijen}
    fouten = controleer_feiten(_kern_feit(rij, nummers) for rij in rijen)
    if fouten:
        raise Feitfout(fouten)


def _middag(dag: date) -> datetime:
    """Give the middle of a day: a case from elsewhere tells no hour."""
    return datetime.combine(dag, time(12), timezone.get_default_timezone())


def _dag(moment: datetime) -> date:
    return timezone.localdate(moment, timezone.get_default_timezone())
