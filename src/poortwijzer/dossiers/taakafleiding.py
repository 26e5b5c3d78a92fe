"""Tasks out of the moments of a judgement: who must do what by when, and which questions keep a norm unknown.

A task lives as long as the outcome that asks for it. What people added to it (`Taakaantekening`) is kept apart,
under the name of the outcome, and finds the task again when it is rebuilt.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_noop

from poortnormen.catalogus import Catalogus
from poortnormen.feiten import FEITEN
from poortnormen.tijdlijn import Moment
from poortnormen.uitkomst import Stand, Uitleg
from poortwijzer.dossiers.codec import encode_uitleg
from poortwijzer.dossiers.keuzes import Aantekeningsoort, Taaksoort
from poortwijzer.dossiers.models import Dossier, Taak, Taakaantekening
from poortwijzer.dossiers.oordeel import rang
from poortwijzer.dossiers.partijen import masker, te_vragen

WAAROM_VRAGEN = gettext_noop("Zonder dit antwoord weten wij niet hoe ‘{moment}’ ervoor staat.")
# A task waits because its day comes near or has passed, or because a question is open.
TAAKSTANDEN = (Stand.TE_LAAT, Stand.NADERT, Stand.ONBEKEND)
WACHT = frozenset(TAAKSTANDEN) - {Stand.ONBEKEND}
VELDEN = (
    "norm",
    "partijen",
    "status",
    "gevolg_rang",
    "uiterste_dag",
    "streefdag",
    "sorteerdag",
    "uitleg",
    "ontbreekt",
)

Sleutel = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taakgegevens:
    """A task as it follows from the outcomes."""

    soort: Taaksoort
    norm: str
    item: str
    partijen: int
    status: Stand
    gevolg_rang: int
    uiterste_dag: date | None
    streefdag: date | None
    uitleg: dict[str, object]
    ontbreekt: list[str]

    @property
    def sorteerdag(self) -> date:
        """The last day, or the end of time where there is none."""
        return self.uiterste_dag or date.max

    @property
    def sleutel(self) -> Sleutel:
        """What the task is called between two judgements."""
        return sleutel(self.soort, self.norm, self.item)


def sleutel(soort: str, norm: str, item: str) -> Sleutel:
    """Give the name of a task. A question is the same one whichever norm asks it, and is asked once."""
    return str(soort), "" if soort == Taaksoort.VRAAG else norm, item


def leid_taken_af(catalogus: Catalogus, momenten: Iterable[Moment]) -> tuple[Taakgegevens, ...]:
    """Give what waits: moments that come near or are late, and one question per missing fact that counts by now."""
    taken: dict[Sleutel, Taakgegevens] = {}
    for moment in sorted(momenten, key=lambda m: rang(m.gevolg)):
        if moment.is_informatief:
            continue
        for taak in _van_moment(catalogus, moment):
            taken.setdefault(taak.sleutel, taak)
    return tuple(taken.values())


def herbouw_taken(paren: Sequence[tuple[Dossier, Iterable[Taakgegevens]]]) -> None:
    """Make the projection of each dossier equal to what waits in it, with what people added to that."""
    dossiers = [dossier for dossier, _gegevens in paren]
    bestaand: dict[UUID, dict[Sleutel, Taak]] = {}
    for taak in Taak.objects.filter(dossier__in=dossiers):
        bestaand.setdefault(taak.dossier_id, {})[sleutel(taak.soort, taak.norm, taak.item)] = taak
    aantekeningen = _laatste_aantekeningen(dossiers)
    weg: list[UUID] = []
    te_schrijven: list[Taak] = []
    for dossier, gegevens in paren:
        oud, nodig = bestaand.get(dossier.pk, {}), {taak.sleutel: taak for taak in gegevens}
        weg += [taak.pk for naam, taak in oud.items() if naam not in nodig]
        te_schrijven += _veranderde_taken(dossier, nodig, oud, aantekeningen.get(dossier.pk, {}))
    if weg:
        Taak.objects.filter(pk__in=weg).delete()
    # One statement for new and changed: what is sealed can be written only with its whole row.
    Taak.objects.bulk_create(
        te_schrijven,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[*VELDEN, "genomen_door", "uitgesteld_tot", "notitie"],
    )


def _veranderde_taken(
    dossier: Dossier,
    nodig: Mapping[Sleutel, Taakgegevens],
    oud: Mapping[Sleutel, Taak],
    aantekeningen: Mapping[Sleutel, dict[str, object]],
) -> Iterator[Taak]:
    """Give the tasks that are new or not what they should be, as they should be."""
    for naam, wens in nodig.items():
        taak = oud.get(naam) or Taak(
            dossier=dossier, werkgever_id=dossier.werkgever_id, soort=wens.soort, norm=wens.norm, item=wens.item
        )
        is_veranderd = _neem_over(taak, wens, aantekeningen.get(naam, {}))
        if is_veranderd or naam not in oud:
            yield taak


def _van_moment(catalogus: Catalogus, moment: Moment) -> Iterator[Taakgegevens]:
    if moment.status in WACHT:
        yield Taakgegevens(
            soort=Taaksoort.MOMENT,
            norm=moment.norm,
            item=moment.item or "",
            partijen=masker(catalogus.normen[moment.norm].actor),
            status=moment.status,
            gevolg_rang=rang(moment.gevolg),
            uiterste_dag=moment.uiterste_dag,
            streefdag=moment.streefdag,
            uitleg=encode_uitleg(moment.uitleg),
            ontbreekt=[],
        )
    for naam in filter(None, map(te_vragen, moment.vragen)):  # a missing document has a moment of its own
        yield Taakgegevens(
            soort=Taaksoort.VRAAG,
            norm=moment.norm,
            item=naam,
            partijen=masker(FEITEN[naam].gevers),
            status=Stand.ONBEKEND,
            gevolg_rang=rang(moment.gevolg),
            uiterste_dag=moment.uiterste_dag,
            streefdag=moment.streefdag,
            uitleg=encode_uitleg(Uitleg(WAAROM_VRAGEN, {"moment": moment.naam})),
            ontbreekt=[naam],
        )


def _neem_over(taak: Taak, wens: Taakgegevens, aangetekend: dict[str, object]) -> bool:
    """Put the wanted values in the row; tell whether something changed."""
    waarden = {veld: getattr(wens, veld) for veld in VELDEN}
    waarden |= {"genomen_door_id": None, "uitgesteld_tot": None, "notitie": ""} | aangetekend
    is_veranderd = False
    for veld, waarde in waarden.items():
        if getattr(taak, veld) != waarde:
            setattr(taak, veld, waarde)
            is_veranderd = True
    return is_veranderd


def _laatste_aantekeningen(dossiers: Sequence[Dossier]) -> dict[UUID, dict[Sleutel, dict[str, object]]]:
    """Give per dossier and task what the newest annotation of each kind says."""
    per_dossier: dict[UUID, dict[Sleutel, dict[str, object]]] = {}
    for rij in Taakaantekening.objects.filter(dossier__in=dossiers).order_by("pk"):
        per_taak = per_dossier.setdefault(rij.dossier_id, {})
        gelezen = per_taak.setdefault(sleutel(rij.taaksoort, rij.norm, rij.item), {})
        match rij.soort:
            case Aantekeningsoort.GENOMEN:
                gelezen["genomen_door_id"] = rij.door_id
            case Aantekeningsoort.LOSGELATEN:
                gelezen["genomen_door_id"] = None
            case Aantekeningsoort.UITGESTELD:
                gelezen["uitgesteld_tot"] = rij.tot
            case Aantekeningsoort.HERVAT:
                gelezen["uitgesteld_tot"] = None
            case Aantekeningsoort.NOTITIE:
                gelezen["notitie"] = rij.tekst
    return per_dossier
