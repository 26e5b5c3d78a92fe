"""`poortwijzer uitleg`: one norm, with its source, its force and, for a dossier, what it says there and why."""

from datetime import date
from typing import Annotated, Literal, TypedDict

import click

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import Catalogus, catalogus
from poortnormen.dekking import dekking
from poortnormen.norm import Norm
from poortnormen.omzetting import Veldfout, schrijf_waarde
from poortnormen.uitkomst import NietGeldig, NietVanToepassing, Onbekend, Uitkomst, Vastgesteld
from poortwijzer.cli.feitvorm import Feitvorm, feit_als_json
from poortwijzer.cli.fouten import Opdrachtfout
from poortwijzer.cli.hulp import HULP, Opdracht
from poortwijzer.cli.invoer import controleer_peildatum, lees_bestand
from poortwijzer.cli.normen import Normvorm, norm_als_json
from poortwijzer.cli.opties import dag_opties, json_optie, peildatum_of_vandaag
from poortwijzer.cli.uitvoer import console, druk, schrijf_json
from poortwijzer.cli.vorm import Dag
from poortwijzer.cli.woorden import Mogelijkvorm, mogelijk_als_json, uitleg_in_woorden
from poortwijzer.lib.datums import datum

_Soort = Literal["vastgesteld", "onbekend", "niet_van_toepassing", "niet_geldig"]


class Uitkomstvorm(TypedDict):
    """What a norm says about a dossier."""

    item: str | None
    soort: _Soort
    uitkomst: Annotated[object, "De waarde, of null als die er niet is."]
    uitleg: str
    feiten: list[Feitvorm]
    ontbreekt: list[str]
    mogelijk: Annotated[list[Mogelijkvorm], "Wat er bij elk antwoord uitkomt, als dat is uit te rekenen."]
    houdbaar_tot: Dag | None


class Uitlegvorm(TypedDict):
    """The answer of `poortwijzer uitleg --json`."""

    norm: Normvorm
    bron: Annotated[str, "De titel van de bron."]
    lezing: Annotated[str, "Hoe wij de tekst lezen waar die meer dan één kant op kan."]
    kenmerk: str | None
    peildatum: Dag | None
    uitkomsten: Annotated[list[Uitkomstvorm], "Leeg zonder dossier, en voor een norm zonder rekenregel."]


@click.command(cls=Opdracht, context_settings=HULP)
@click.argument("norm_id", metavar="NORM")
@click.argument("dossier", metavar="[DOSSIER.json]", required=False)
@dag_opties
@json_optie
def uitleg(*, norm_id: str, dossier: str | None, peildatum: date | None, bekend_op: date | None, als_json: bool) -> int:
    """Leg een norm uit, en met een dossier erbij: wat zij daar betekent en waarom."""
    regels = catalogus()
    norm = kies_norm(regels, norm_id)
    beoordeling: Beoordeling | None = None
    if dossier is not None:
        geval = lees_bestand(dossier)
        dag = peildatum_of_vandaag(peildatum)
        controleer_peildatum(geval, dag, bekend_op)
        beoordeling = regels.beoordeel(geval, dag, bekend_op=bekend_op, alleen=_uit_te_werken(regels, norm))
    antwoord_ = antwoord(regels, norm, beoordeling)
    if als_json:
        schrijf_json(antwoord_)
    else:
        toon(antwoord_)
    return 0


def kies_norm(regels: Catalogus, norm_id: str) -> Norm:
    """Give a norm by its id, in capitals or not.

    Raises:
        Opdrachtfout: when there is no such norm; it names norms that look like it.
    """
    zonder_hoofdletters = {id_.casefold(): norm for id_, norm in regels.normen.items()}
    if (norm := zonder_hoofdletters.get(norm_id.strip().casefold())) is not None:
        return norm
    from difflib import get_close_matches  # noqa: PLC0415  # only when something was mistyped

    lijken = [zonder_hoofdletters[id_].id for id_ in get_close_matches(norm_id.casefold(), zonder_hoofdletters, n=5)]
    zin = f"Bedoelt u {', '.join(lijken)}?" if lijken else "Zie poortwijzer normen voor alle normen."
    raise Opdrachtfout(f"De norm '{norm_id}' kennen wij niet.", [Veldfout("NORM", zin)])


def _uit_te_werken(regels: Catalogus, norm: Norm) -> tuple[str, ...]:
    uitwerking = regels.uitgewerkt(norm.id)
    return () if uitwerking is None else (uitwerking.norm.id,)


def antwoord(regels: Catalogus, norm: Norm, beoordeling: Beoordeling | None) -> Uitlegvorm:
    """Give the explanation in the shape of --json."""
    uitkomsten: list[Uitkomstvorm] = []
    if beoordeling is not None:
        for norm_id in _uit_te_werken(regels, norm):
            uitkomsten = [uitkomst_als_json(beoordeling, u) for u in beoordeling.uitkomsten(norm_id)]
    return {
        "norm": norm_als_json(norm, dekking(norm.id)),
        "bron": regels.bronnen[norm.bron].titel,
        "lezing": norm.lezing,
        "kenmerk": None if beoordeling is None else beoordeling.dossier.kenmerk,
        "peildatum": None if beoordeling is None else beoordeling.peildatum.isoformat(),
        "uitkomsten": uitkomsten,
    }


def uitkomst_als_json(beoordeling: Beoordeling, uitkomst: Uitkomst) -> Uitkomstvorm:
    """Give one outcome in the shape of --json."""
    ontbreekt = uitkomst.ontbreekt if isinstance(uitkomst, Onbekend) else ()
    return {
        "item": uitkomst.item,
        "soort": _SOORTEN[type(uitkomst)],
        "uitkomst": schrijf_waarde(uitkomst.waarde) if isinstance(uitkomst, Vastgesteld) else None,
        "uitleg": uitleg_in_woorden(uitkomst.uitleg, ontbreekt, uitkomst),
        "feiten": [feit_als_json(feit) for feit in beoordeling.feiten_van(uitkomst)],
        "ontbreekt": list(ontbreekt),
        "mogelijk": mogelijk_als_json(uitkomst),
        "houdbaar_tot": None if uitkomst.houdbaar_tot is None else uitkomst.houdbaar_tot.isoformat(),
    }


_SOORTEN: dict[type, _Soort] = {
    Vastgesteld: "vastgesteld",
    Onbekend: "onbekend",
    NietVanToepassing: "niet_van_toepassing",
    NietGeldig: "niet_geldig",
}


def toon(gegeven: Uitlegvorm) -> None:
    """Print the explanation for people."""
    norm = gegeven["norm"]
    regels = [
        f"{norm['id']}: {norm['tekst']}",
        "",
        f"- bron: {gegeven['bron']}, {norm['vindplaats']}",
        f"- hardheid: {norm['hardheid']}",
        f"- voor wie: {', '.join(norm['actor'])}",
    ]
    if gegeven["lezing"]:
        regels += ["", f"Zo lezen wij dit: {gegeven['lezing']}"]
    dekking_ = norm["dekking"]
    if dekking_["gelijk_aan"]:
        regels += ["", f"Deze norm zegt hetzelfde als {dekking_['gelijk_aan']} en is daar uitgewerkt."]
    if dekking_["gedekt"]:
        regels += ["", "Deze norm wordt gevolgd in:", *(f"- {plaats}" for plaats in dekking_["waar"])]
    else:
        regels += ["", f"Nog open: {dekking_['open_omdat'] or 'er is nog geen test die deze norm bewijst.'}"]
    if gegeven["peildatum"] is not None:
        dag = datum(date.fromisoformat(gegeven["peildatum"]))
        regels += ["", f"In dossier {gegeven['kenmerk']}, op {dag}:"]
        regels += [regel for uitkomst in gegeven["uitkomsten"] for regel in _uitkomst(uitkomst)] or ["- geen uitkomst"]
    druk(console(), regels)


def _uitkomst(uitkomst: Uitkomstvorm) -> list[str]:
    regels = [f"- {uitkomst['uitleg']}"]
    for feit in uitkomst["feiten"]:
        vastgelegd = datum(date.fromisoformat(feit["vastgelegd_op"]))
        regels.append(f"  feit: {feit['feit'].replace('_', ' ')}, van {feit['gever']}, vastgelegd op {vastgelegd}")
    if uitkomst["houdbaar_tot"] is not None:
        regels.append(f"  Dit kan anders worden op {datum(date.fromisoformat(uitkomst['houdbaar_tot']))}.")
    return regels
