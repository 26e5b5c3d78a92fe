"""`poortwijzer loon`: the pay periods of a dossier, with the norms they rest on."""

from datetime import date
from typing import Annotated, TypedDict

import click

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import catalogus
from poortnormen.feiten.loon import Loontijdvak
from poortnormen.loonpad import Loonpad, Loonperiode, loonnormen, loonpad
from poortnormen.omzetting import schrijf_getal
from poortwijzer.cli.hulp import HULP, Opdracht
from poortwijzer.cli.invoer import controleer_peildatum, lees_bestand
from poortwijzer.cli.opties import dag_opties, json_optie, peildatum_of_vandaag
from poortwijzer.cli.uitvoer import console, druk, schoon, schrijf_json, tabel
from poortwijzer.cli.vorm import Dag
from poortwijzer.cli.woorden import Vraagvorm, iso, vragen_bij
from poortwijzer.lib.datums import datum_zonder_weekdag
from poortwijzer.lib.zinnen import bedrag, getal, woord, zin


class Loonperiodevorm(TypedDict):
    """Days over which the same pay holds."""

    van: Dag
    tot_en_met: Dag
    loonwaarde_pct: Annotated[float | str | None, "Het deel van het loon dat het werk waard is; null is niet bekend."]
    per: Annotated[str | None, f"Het tijdvak waarover het bedrag gaat: {', '.join(Loontijdvak)}; null is niet bekend."]
    bedrag_in_centen: Annotated[int | None, "Het loon per heel tijdvak in hele centen; null is niet bekend."]
    normen: list[str]
    uitleg: str
    ontbreekt: list[str]


class Loonvorm(TypedDict):
    """The answer of `poortwijzer loon --json`."""

    kenmerk: str
    peildatum: Dag
    bekend_op: Dag | None
    catalogusversie: str
    houdbaar_tot: Dag | None
    perioden: list[Loonperiodevorm]
    ontbreekt: Annotated[list[str], "De feiten die nodig zijn om de perioden te kunnen zeggen."]
    vragen: list[Vraagvorm]


@click.command(cls=Opdracht, context_settings=HULP)
@click.argument("dossier", metavar="DOSSIER.json")
@dag_opties
@json_optie
def loon(*, dossier: str, peildatum: date | None, bekend_op: date | None, als_json: bool) -> int:
    """Toon de perioden met loon bij ziekte, en waar zij op steunen."""
    geval = lees_bestand(dossier)
    dag = peildatum_of_vandaag(peildatum)
    controleer_peildatum(geval, dag, bekend_op)
    regels = catalogus()
    beoordeling = regels.beoordeel(geval, dag, bekend_op=bekend_op, alleen=loonnormen(regels))
    pad = loonpad(regels, beoordeling)
    if als_json:
        schrijf_json(antwoord(beoordeling, pad))
    else:
        toon(beoordeling, pad)
    return 0


def antwoord(beoordeling: Beoordeling, pad: Loonpad) -> Loonvorm:
    """Give the pay periods in the shape of --json."""
    ontbreekt = list(dict.fromkeys([*pad.ontbreekt, *(naam for deel in pad.perioden for naam in deel.ontbreekt)]))
    return {
        "kenmerk": beoordeling.dossier.kenmerk,
        "peildatum": beoordeling.peildatum.isoformat(),
        "bekend_op": iso(beoordeling.bekend_op),
        "catalogusversie": beoordeling.catalogusversie,
        "houdbaar_tot": iso(pad.houdbaar_tot),
        "perioden": [_periode(periode) for periode in pad.perioden],
        "ontbreekt": list(pad.ontbreekt),
        "vragen": vragen_bij(ontbreekt),
    }


def _periode(deel: Loonperiode) -> Loonperiodevorm:
    return {
        "van": deel.van.isoformat(),
        "tot_en_met": deel.tot_en_met.isoformat(),
        "loonwaarde_pct": None if deel.loonwaarde_pct is None else schrijf_getal(deel.loonwaarde_pct),
        "per": deel.per,
        "bedrag_in_centen": None if deel.bedrag is None else deel.bedrag.centen,
        "normen": list(deel.normen),
        "uitleg": _uitleg(deel),
        "ontbreekt": list(deel.ontbreekt),
    }


def _uitleg(deel: Loonperiode) -> str:
    return " ".join(zin(uitleg) for uitleg in deel.uitleg)


def _bedrag(deel: Loonperiode) -> str:
    if deel.bedrag is None:
        return "?"
    return bedrag(deel.bedrag) if deel.per is None else f"{bedrag(deel.bedrag)}\nper {woord(deel.per)}"


def toon(beoordeling: Beoordeling, pad: Loonpad) -> None:
    """Print the pay periods for people."""
    scherm = console()
    scherm.print(schoon(f"Loon bij ziekte in dossier {beoordeling.dossier.kenmerk}"), end="\n\n")
    rijen = [
        (
            f"{datum_zonder_weekdag(deel.van)}\n{datum_zonder_weekdag(deel.tot_en_met)}",
            "?" if deel.loonwaarde_pct is None else f"{getal(deel.loonwaarde_pct)}%",
            f"{bedrag(deel.bedrag)}\nper {woord(deel.per)}"
            if deel.bedrag is not None and deel.per is not None
            else "?",
            " ".join(zin(uitleg) for uitleg in deel.uitleg),
        )
        for deel in pad.perioden
    ]
    scherm.print(tabel(("Van, tot en met", "Waarde", "Loon", "Waarom"), rijen, vouw=3))
    ontbreekt = [*pad.ontbreekt, *(naam for deel in pad.perioden for naam in deel.ontbreekt)]
    vragen = vragen_bij(ontbreekt)
    if vragen:
        druk(scherm, ["", "Nog niet bekend:", *(f"- {v['vraag']} ({', '.join(v['gevers'])})" for v in vragen)])
