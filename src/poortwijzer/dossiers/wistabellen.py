"""Which tables hold something of a dossier, and with which part of it their rows go.

An app above this one names its own tables here when it starts (`registreer`). A test looks at every table that names a
dossier: one that is not on the list, and not in what stays, fails the build.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from django.apps import apps
from django.db.models import Max, Model, Q, QuerySet

from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.klok import NEDERLAND
from poortwijzer.toegang.gasten import Gastdoel
from poortwijzer.toegang.toestemmingen import Toestemmingsdoel

RE_INTEGRATIE, MEDISCH = Vaksoort.RE_INTEGRATIE, Vaksoort.MEDISCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Wistabel:
    """A table, the lookup from its rows to the number of a dossier, and the part with which they go.

    `alleen` says which rows, where a table has those of both parts. `gewijzigd` names the columns with a moment that
    counts as a change of the medical file.
    """

    model: str
    dossier: str
    deel: Vaksoort
    alleen: Q = field(default_factory=Q)
    gewijzigd: tuple[str, ...] = ()

    def rijen(self, dossier_ids: Iterable[UUID]) -> QuerySet:  # type: ignore[type-arg]  # of any table
        """Give the rows of these dossiers that go with the part."""
        tabel: type[Model] = apps.get_model(self.model)
        return tabel._default_manager.filter(self.alleen, **{f"{self.dossier}__in": list(dossier_ids)})  # noqa: SLF001  # the documented name


# In this order: a statement goes before the document that it is about.
_TABELLEN: list[Wistabel] = [
    Wistabel(model="formulieren.Klad", dossier="formulier__dossier", deel=RE_INTEGRATIE),
    Wistabel(model="formulieren.Standpunt", dossier="formulier__dossier", deel=RE_INTEGRATIE),
    Wistabel(model="formulieren.Formulier", dossier="dossier", deel=RE_INTEGRATIE),
    Wistabel(model="dossiers.Ziekmelding", dossier="dossier", deel=RE_INTEGRATIE),
    Wistabel(model="dossiers.Uitkomstsporen", dossier="dossier", deel=RE_INTEGRATIE),
    Wistabel(model="dossiers.Beoordeling", dossier="dossier", deel=RE_INTEGRATIE),
    Wistabel(model="dossiers.Taakaantekening", dossier="dossier", deel=RE_INTEGRATIE),
    Wistabel(model="dossiers.Taak", dossier="dossier", deel=RE_INTEGRATIE),
    Wistabel(model="dossiers.Correctieverzoek", dossier="dossier", deel=RE_INTEGRATIE),
    Wistabel(model="dossiers.Bijlageinhoud", dossier="dossier", deel=RE_INTEGRATIE),
    Wistabel(model="dossiers.Bijlage", dossier="dossier", deel=RE_INTEGRATIE),
    Wistabel(model="dossiers.Feit", dossier="dossier", deel=RE_INTEGRATIE),
    Wistabel(model="dossiers.Bewaarblokkade", dossier="dossier", deel=RE_INTEGRATIE, alleen=~Q(deel=MEDISCH.value)),
    Wistabel(model="dossiers.Bewaarblokkade", dossier="dossier", deel=MEDISCH, alleen=Q(deel=MEDISCH.value)),
    Wistabel(
        model="dossiers.Toestemmingskeuze",
        dossier="dossier",
        deel=RE_INTEGRATIE,
        alleen=~Q(toestemming__doel=Toestemmingsdoel.BEHANDELAAR_VRAGEN.value),
    ),
    Wistabel(
        model="dossiers.Toestemming",
        dossier="dossier",
        deel=RE_INTEGRATIE,
        alleen=~Q(doel=Toestemmingsdoel.BEHANDELAAR_VRAGEN.value),
    ),
    Wistabel(
        model="dossiers.Toestemmingskeuze",
        dossier="dossier",
        deel=MEDISCH,
        alleen=Q(toestemming__doel=Toestemmingsdoel.BEHANDELAAR_VRAGEN.value),
        gewijzigd=("op",),
    ),
    Wistabel(
        model="dossiers.Toestemming",
        dossier="dossier",
        deel=MEDISCH,
        alleen=Q(doel=Toestemmingsdoel.BEHANDELAAR_VRAGEN.value),
        gewijzigd=("gevraagd_op",),
    ),
    Wistabel(model="dossiers.Delegatie", dossier="dossier", deel=MEDISCH),
    Wistabel(model="accounts.Noodtoegang", dossier="dossier_id", deel=RE_INTEGRATIE),
    Wistabel(
        model="accounts.Gastlink",
        dossier="dossier_id",
        deel=RE_INTEGRATIE,
        alleen=Q(doel=Gastdoel.STUK_INZIEN.value),
    ),
    Wistabel(
        model="accounts.Gastlink",
        dossier="dossier_id",
        deel=MEDISCH,
        alleen=Q(doel=Gastdoel.INFORMATIE_AANLEVEREN.value),
        gewijzigd=("created_at", "antwoord_op"),
    ),
]
# What names a dossier and outlives it, and why.
BLIJFT: Mapping[str, str] = MappingProxyType(
    {
        "dossiers.Dossier": "goes with its last part, by the act itself",
        "dossiers.Betrokkene": "goes with the part that the role was for, by the act itself",
        "dossiers.Wissing": "the proof that it was erased, and what lets the triggers go",
        "dossiers.Wisregel": "the list that people approved: reference, part and reason",
        "audit.Auditregel": "at least five years (AVG-LOG-1); numbers only",
        "kluis.Sleutel": "emptied; the row is the proof that the key was destroyed",
    }
)


def registreer(*tabellen: Wistabel) -> None:
    """Add tables of an app above this one; call it when the app starts."""
    _TABELLEN.extend(tabel for tabel in tabellen if tabel not in _TABELLEN)


def tabellen(deel: Vaksoort | None = None) -> tuple[Wistabel, ...]:
    """Give the tables in the order in which their rows go, of one part or of all."""
    return tuple(tabel for tabel in _TABELLEN if deel is None or tabel.deel is deel)


def laatste_wijziging(dossier_ids: Iterable[UUID]) -> dict[UUID, date]:
    """Give per dossier the day on which its medical file last changed; none where it has no rows."""
    ids = list(dossier_ids)
    gevonden: dict[UUID, datetime] = {}
    for tabel in tabellen(MEDISCH):
        for kolom in tabel.gewijzigd:
            rijen = tabel.rijen(ids).order_by().values(tabel.dossier).annotate(laatst=Max(kolom))
            for dossier_id, moment in rijen.values_list(tabel.dossier, "laatst"):
                if moment is not None:
                    gevonden[dossier_id] = max(moment, gevonden.get(dossier_id, moment))
    return {dossier_id: moment.astimezone(NEDERLAND).date() for dossier_id, moment in gevonden.items()}
