"""`poortwijzer tijdlijn`: every day that matters, with its status at the peildatum."""

from datetime import date
from typing import Annotated, Literal, TypedDict

import click

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier, Feit
from poortnormen.feiten.soort import WERKGEVER
from poortnormen.feiten.verzuim import Ziekmelding
from poortnormen.omzetting import Veldfout
from poortnormen.tijdlijn import Moment, houdbaar_tot, momentnormen
from poortnormen.tijdlijn import tijdlijn as momenten_van
from poortnormen.uitkomst import Stand
from poortwijzer.cli.fouten import Opdrachtfout
from poortwijzer.cli.hulp import HULP, Opdracht
from poortwijzer.cli.invoer import DAG, controleer_peildatum, lees_bestand
from poortwijzer.cli.opties import dag_opties, json_optie, peildatum_of_vandaag
from poortwijzer.cli.uitvoer import console, druk, schoon, schrijf_json, tabel
from poortwijzer.cli.vorm import Dag
from poortwijzer.cli.woorden import (
    STANDEN,
    Mogelijkvorm,
    Vraagvorm,
    iso,
    mogelijk_als_json,
    uitleg_in_woorden,
    vragen_bij,
)
from poortwijzer.lib.datums import datum

_KOMT_NOG = frozenset({Stand.OPEN, Stand.NADERT, Stand.ONBEKEND})
ZONDER_DOSSIER = "zonder dossier"
_Status = Literal["open", "nadert", "op_tijd", "te_laat", "te_laat_gedaan", "onbekend", "niet_van_toepassing"]


class Momentvorm(TypedDict):
    """One day on the timeline."""

    norm: Annotated[str, "Het id van de norm, zoals PRG-4-1."]
    naam: str
    wie: Annotated[str, "Wie er iets moet doen."]
    item: Annotated[str | None, "Het hoeveelste onderdeel, als de norm voor elk onderdeel apart geldt."]
    vroegste_dag: Annotated[Dag | None, "De eerste dag waarop het kan."]
    uiterste_dag: Annotated[Dag | None, "De laatste dag waarop het op tijd is."]
    wettelijke_dag: Annotated[Dag | None, "De uiterste dag zonder afspraak, als partijen een andere dag afspraken."]
    streefdag: Annotated[Dag | None, "De werkdag om op te mikken."]
    gedaan_op: Annotated[Dag | None, "De dag waarop het gebeurde."]
    status: _Status
    schuift: Annotated[bool, "Of de Algemene termijnenwet de dag van een weekend of feestdag af schuift."]
    gevolg: Annotated[str, "Wat er op het spel staat."]
    is_informatief: Annotated[bool, "Of de dag vanzelf voorbijgaat: niemand hoeft iets te doen."]
    uitleg: str
    ontbreekt: Annotated[list[str], "De feiten die nog nodig zijn; zie vragen."]
    mogelijk: Annotated[list[Mogelijkvorm], "Wat er bij elk antwoord uitkomt, als dat is uit te rekenen."]
    houdbaar_tot: Annotated[Dag | None, "De eerste peildatum waarop dit anders kan zijn; null is nooit."]


class Tijdlijnvorm(TypedDict):
    """The answer of `poortwijzer tijdlijn --json`."""

    kenmerk: str
    peildatum: Dag
    bekend_op: Dag | None
    catalogusversie: Annotated[str, "Verandert als een norm, een waarde of een regel verandert."]
    houdbaar_tot: Annotated[Dag | None, "De eerste peildatum waarop iets hieronder anders kan zijn; null is nooit."]
    momenten: list[Momentvorm]
    vragen: Annotated[list[Vraagvorm], "Wat nog niet bekend is, als vragen."]


@click.command(cls=Opdracht, context_settings=HULP)
@click.argument("dossier", metavar="[DOSSIER.json]", required=False)
@click.option("--eerste-ziektedag", type=DAG, help="Zonder dossierbestand: de eerste ziektedag.")
@dag_opties
@json_optie
def tijdlijn(
    *,
    dossier: str | None,
    eerste_ziektedag: date | None,
    peildatum: date | None,
    bekend_op: date | None,
    als_json: bool,
) -> int:
    """Toon alle dagen die tellen, met hun stand.

    Noem een dossierbestand, of alleen de eerste ziektedag. Een streepje leest het dossier van de standaardinvoer.
    """
    geval = kies_dossier(dossier, eerste_ziektedag)
    dag = peildatum_of_vandaag(peildatum)
    controleer_peildatum(geval, dag, bekend_op)
    regels = catalogus()
    beoordeling = regels.beoordeel(geval, dag, bekend_op=bekend_op, alleen=momentnormen(regels))
    momenten = momenten_van(regels, beoordeling)
    if als_json:
        schrijf_json(antwoord(beoordeling, momenten))
    else:
        toon(beoordeling, momenten)
    return int(any(moment.status is Stand.TE_LAAT for moment in momenten))


def kies_dossier(bestand: str | None, eerste_ziektedag: date | None) -> Dossier:
    """Give the dossier of a file, or one that holds nothing but a first sick day.

    Raises:
        Opdrachtfout: when neither or both are given, or when the file holds no dossier.
    """
    if bestand is not None and eerste_ziektedag is None:
        return lees_bestand(bestand)
    if bestand is not None or eerste_ziektedag is None:
        zin = "Noem een dossierbestand of een eerste ziektedag, en niet allebei."
        raise Opdrachtfout("Wij weten niet om welk verzuim het gaat.", [Veldfout("DOSSIER.json", zin)])
    melding = Feit(
        id="1", naam="ziekmeldingen", waarde=Ziekmelding(eerste_ziektedag=eerste_ziektedag), gever=WERKGEVER,
        vastgelegd_op=eerste_ziektedag,
    )  # fmt: skip
    return Dossier(kenmerk=ZONDER_DOSSIER, feiten=(melding,))


def antwoord(beoordeling: Beoordeling, momenten: tuple[Moment, ...]) -> Tijdlijnvorm:
    """Give the timeline in the shape of --json."""
    return {
        "kenmerk": beoordeling.dossier.kenmerk,
        "peildatum": beoordeling.peildatum.isoformat(),
        "bekend_op": iso(beoordeling.bekend_op),
        "catalogusversie": beoordeling.catalogusversie,
        "houdbaar_tot": iso(houdbaar_tot(beoordeling, momenten)),
        "momenten": [_moment(moment) for moment in momenten],
        "vragen": vragen_bij(naam for moment in momenten for naam in moment.ontbreekt),
    }


def _moment(moment: Moment) -> Momentvorm:
    return {
        "norm": moment.norm,
        "naam": moment.naam,
        "wie": moment.wie,
        "item": moment.item,
        "vroegste_dag": iso(moment.vroegste_dag),
        "uiterste_dag": iso(moment.uiterste_dag),
        "wettelijke_dag": iso(moment.wettelijke_dag),
        "streefdag": iso(moment.streefdag),
        "gedaan_op": iso(moment.gedaan_op),
        "status": moment.status.value,
        "schuift": moment.schuift,
        "gevolg": moment.gevolg.value,
        "is_informatief": moment.is_informatief,
        "uitleg": uitleg_in_woorden(moment.uitleg, moment.ontbreekt, moment.uitkomst),
        "ontbreekt": list(moment.ontbreekt),
        "mogelijk": mogelijk_als_json(moment.uitkomst),
        "houdbaar_tot": iso(moment.houdbaar_tot),
    }


def toon(beoordeling: Beoordeling, momenten: tuple[Moment, ...]) -> None:
    """Print the timeline for people."""
    scherm = console()
    scherm.print(schoon(f"Dossier {beoordeling.dossier.kenmerk}, stand op {datum(beoordeling.peildatum)}"), end="\n\n")
    nodig = [moment for moment in momenten if moment.status is not Stand.NIET_VAN_TOEPASSING]
    scherm.print(tabel(("Uiterlijk", "Wat", "Stand", "Norm"), [_rij(moment) for moment in nodig], vouw=1))
    vragen = vragen_bij(naam for moment in momenten for naam in moment.ontbreekt)
    regels = ["", "Nog niet bekend:", *(f"- {v['vraag']} ({', '.join(v['gevers'])})" for v in vragen)] if vragen else []
    druk(scherm, [*regels, "", "Waarom een dag zo is: poortwijzer uitleg NORM"])


def _rij(moment: Moment) -> tuple[str, str, str, str]:
    dag = datum(moment.uiterste_dag) if moment.uiterste_dag else "?"
    if moment.status in _KOMT_NOG and moment.streefdag not in {None, moment.uiterste_dag} and not moment.is_informatief:
        assert moment.streefdag is not None  # noqa: S101  # just looked at
        dag += f"\nliefst {datum(moment.streefdag)}"
    return dag, moment.naam, STANDEN[moment.status], moment.norm
