"""The documents in a dossier of the matrix: of every kind a frozen one and a draft, full of canaries."""

from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from poortwijzer.dossiers.models import Dossier
from poortwijzer.formulieren.models import Formulier, Klad, Standpunt
from poortwijzer.formulieren.register import soorten
from poortwijzer.formulieren.soort import Kolom, Soort, Veld, Veldtype
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

Dag = Callable[[str, str], date]
ONDERTEKST = frozenset({Veldtype.TEKST, Veldtype.LANGE_TEKST, Veldtype.PERSOON})


def maak_stukken(dag: Dag, merk: str, dossier: Dossier, hr: Actor) -> tuple[dict[str, UUID], dict[str, UUID]]:
    """Give of each kind the frozen document and the draft that follows it, with a canary in every answer."""
    stukken, concepten = {}, {}
    for soort in soorten().values():
        opgesteld_op = dag(merk, f"stuk.{soort.soort}.{soort.dag}")
        vast = Formulier.objects.create(
            dossier=dossier,
            soort=soort.soort,
            vormversie=soort.vormversie,
            status="definitief",
            inhoud={**dict(_inhoud(dag, soort, merk, "stuk")), soort.dag: opgesteld_op.isoformat()},
            redenen=[_reden(soort, merk)],
            opgesteld_op=opgesteld_op,
            inhoud_hash="h",
            created_by_id=hr.gebruiker_id,
            updated_by_id=hr.gebruiker_id,
            vastgesteld_op=nu(),
            vastgesteld_door_id=hr.gebruiker_id,
            vastgesteld_als=soort.vaststellers[0],
        )
        Standpunt.objects.create(
            formulier=vast,
            partij=Rol.WERKNEMER,
            standpunt="oneens",
            eigen_woorden=f"KANARIE-{merk}-stuk.{soort.soort}.standpunt",
            door_id=hr.gebruiker_id,
        )
        concept = Formulier.objects.create(
            dossier=dossier,
            soort=soort.soort,
            vormversie=soort.vormversie,
            versienummer=2,
            vorige=vast,
            inhoud=dict(_inhoud(dag, soort, merk, "concept")),
            created_by_id=hr.gebruiker_id,
            updated_by_id=hr.gebruiker_id,
        )
        typ_in_klad(concept, hr.gebruiker_id, f"KANARIE-{merk}-klad.{soort.soort}")
        stukken[soort.soort], concepten[soort.soort] = vast.pk, concept.pk
    return stukken, concepten


def typ_in_klad(concept: Formulier, gebruiker_id: UUID, tekst: str) -> None:
    """Let somebody have typed this in every long answer of a draft, and not have saved it: nobody else sees it."""
    velden = {veld.naam: tekst for veld in soorten()[concept.soort].velden() if veld.type == Veldtype.LANGE_TEKST}
    Klad.objects.create(formulier=concept, gebruiker_id=gebruiker_id, velden=urlencode({"versie": 1, **velden}))


def _reden(soort: Soort, merk: str) -> dict[str, str]:
    reden = f"KANARIE-{merk}-stuk.{soort.soort}.redenen"
    return {"sleutel": soort.dag, "wat": "De dag ontbreekt.", "norm": "", "reden": reden}


def _inhoud(dag: Dag, soort: Soort, merk: str, wat: str) -> Iterator[tuple[str, object]]:
    """Give an answer to every question that can hold a canary: a text, a day, or a row or statement with one."""
    for veld in soort.velden():
        naam = f"{wat}.{soort.soort}.{veld.naam}"
        match veld.type:
            case Veldtype.TABEL:
                yield veld.naam, [dict(_rij(veld, merk, naam))]
            case Veldtype.MOMENTEN:
                yield veld.naam, [dag(merk, naam).isoformat()]
            case Veldtype.STANDPUNT:
                yield veld.naam, {"standpunt": "oneens", "woorden": f"KANARIE-{merk}-{naam}"}
            case Veldtype.DATUM:
                yield veld.naam, dag(merk, naam).isoformat()
            case _ if veld.type in ONDERTEKST:
                yield veld.naam, f"KANARIE-{merk}-{naam}"


def _rij(veld: Veld, merk: str, naam: str) -> Iterator[tuple[str, str]]:
    for kolom in veld.kolommen:
        if _is_tekst(kolom):
            yield kolom.naam, f"KANARIE-{merk}-{naam}.{kolom.naam}"


def _is_tekst(kolom: Kolom) -> bool:
    return kolom.type in ONDERTEKST
