"""`poortwijzer toets`: how the UWV would judge the dossier, why, and what would change that."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, TypedDict

import click

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import catalogus
from poortnormen.dossier import Feit
from poortnormen.feiten import FEITEN
from poortnormen.feiten.weging import Weegt
from poortnormen.kortbeeld import Kortbeeld, Loonrisico, kortbeeld
from poortnormen.nasanctie import NaSanctie, nasanctie, nasanctienormen
from poortnormen.stand import stand, standnormen
from poortnormen.standdelen import NEGATIEF, Antwoord, Oordeel, Reden, StandVoorUwv, Stap
from poortnormen.tijdlijn import tijdlijn as momenten_van
from poortnormen.weegpunten import Richting
from poortnormen.weegstand import Puntstand
from poortwijzer.cli import nasanctie as na_sanctie
from poortwijzer.cli.feitvorm import Feitvorm, feit_als_json
from poortwijzer.cli.hulp import HULP, Opdracht
from poortwijzer.cli.invoer import controleer_peildatum, lees_bestand
from poortwijzer.cli.opties import dag_opties, json_optie, peildatum_of_vandaag
from poortwijzer.cli.uitvoer import console, druk, schrijf_json
from poortwijzer.cli.vorm import Dag
from poortwijzer.cli.woorden import Vraagvorm, iso, uitleg_in_woorden, vragen_bij
from poortwijzer.lib.datums import datum
from poortwijzer.lib.zinnen import met_hoofdletter, waarde, woord, zin

OORDELEN = {
    Oordeel.GEEN_TOETS: "UWV toetst niet.",
    Oordeel.GEEN_INSPANNINGEN_VEREIST: "Er zijn geen inspanningen nodig: de werknemer heeft geen mogelijkheden.",
    Oordeel.BEVREDIGEND: "Het resultaat is goed genoeg.",
    Oordeel.VOLDOENDE_INSPANNINGEN: "Het resultaat is niet goed genoeg, maar er is genoeg gedaan.",
    Oordeel.DEUGDELIJKE_GROND: "Er is te weinig gedaan, maar daar was een goede reden voor.",
    Oordeel.LOONSANCTIE_ADMINISTRATIEF: "Loonsanctie: het verslag is niet op tijd compleet gemaakt.",
    Oordeel.LOONSANCTIE_INHOUDELIJK: "Loonsanctie: er is te weinig gedaan, zonder goede reden.",
    Oordeel.AANVULLEN: "Het verslag is niet compleet en moet worden aangevuld.",
    Oordeel.VERHAAL_ZIEKENGELD: "UWV verhaalt het ziekengeld: er is te weinig gedaan, zonder goede reden.",
    Oordeel.ONBEKEND: "Nog niet te zeggen.",
}
_TEKENS = {Antwoord.JA: "ja", Antwoord.NEE: "nee", Antwoord.ONBEKEND: "?", Antwoord.NIET_VAN_TOEPASSING: "n.v.t."}
_UITKOMSTEN: dict[Antwoord, Literal["ja", "nee", "niet_van_toepassing"] | None] = {
    Antwoord.JA: "ja",
    Antwoord.NEE: "nee",
    Antwoord.NIET_VAN_TOEPASSING: "niet_van_toepassing",
    Antwoord.ONBEKEND: None,
}
_Oordeelnaam = Literal[
    "geen_toets",
    "geen_inspanningen_vereist",
    "bevredigend",
    "voldoende_inspanningen",
    "deugdelijke_grond",
    "loonsanctie_administratief",
    "loonsanctie_inhoudelijk",
    "aanvullen",
    "verhaal_ziekengeld",
    "onbekend",
]


class Gewogenvorm(TypedDict):
    """What one giver of a judgement said of a point."""

    gever: str
    weegt: Literal["speelt_mee", "speelt_niet", "weet_ik_niet"]


class Weegpuntvorm(TypedDict):
    """A point that the source gives to weigh at a judgement; without a say of anybody it decides nothing."""

    norm: str
    feit: Annotated[str, "Het oordeel waarbij het punt hoort."]
    zin: str
    pleit_voor: Literal["ja", "nee"]
    eist: Annotated[Literal["meer", "minder"] | None, "Of er door dit punt meer of minder te vragen is."]
    van: str
    voorwaarde: Annotated[str, "Wanneer het punt geldt; leeg is altijd."]
    geldt: Annotated[bool | None, "Of de voorwaarde hier geldt; null is niet bekend."]
    gewogen: list[Gewogenvorm]


class Weegopmerkingvorm(TypedDict):
    """A judgement that lets a point for the other answer play a part, and does not say why it weighs less."""

    gever: str
    feit: str
    normen: list[str]


class Toelichtingvorm(TypedDict):
    """What to know at this question: a term, who answers for what, or what the UWV does."""

    norm: str
    soort: Literal["begrip", "rol", "uwv"]
    zin: str


class Redenvorm(TypedDict):
    """One question of the test, with its answer and what it rests on."""

    norm: str
    uitkomst: Annotated[
        Literal["ja", "nee", "niet_van_toepassing"] | None, "Het antwoord op de vraag; null is niet bekend."
    ]
    uitleg: str
    feiten: list[Feitvorm]
    ontbreekt: list[str]
    houdbaar_tot: Dag | None
    onderliggend: "list[Redenvorm]"
    weegpunten: list[Weegpuntvorm]
    weegopmerkingen: list[Weegopmerkingvorm]
    toelichting: list[Toelichtingvorm]


class Stapvorm(TypedDict):
    """One thing to do, or one judgement to give."""

    norm: str
    feit: Annotated[str, "Het feit dat dan wordt vastgelegd."]
    waarde: Annotated[bool | None, "Het antwoord op een ja-neevraag; null is: geen ja-neevraag."]
    wat: str
    wie: list[str]
    inspanning: Annotated[Literal["vraag", "stuk", "stap", "traject"], "Wat de stap kost, van licht naar zwaar."]
    uiterste_dag: Annotated[Dag | None, "Daarna is niet meer zeker dat de stap helpt; null is: geen dag."]


class Omslagvorm(TypedDict):
    """A smallest set of steps that turns the verdict, and the verdict it gives; the lightest set comes first."""

    oordeel: _Oordeelnaam
    uiterste_dag: Annotated[Dag | None, "De dag waarop de eerste stap vervalt; null is: geen dag."]
    stappen: list[Stapvorm]


class Risicovorm(TypedDict):
    """How long a sanction can last from its first day, and what it costs."""

    eerste_dag: Dag
    weken_minstens: int
    weken_hoogstens: int
    bedrag_per_week: Annotated[str | None, "In euro's; null is: het loon is niet bekend."]
    tot_en_met: Annotated[Dag | None, "De laatste dag van de loonsanctie die UWV oplegde; null is: er is er nog geen."]
    aannames: list[str]


class Kortvorm(TypedDict):
    """The verdict in short, for a list of many dossiers."""

    zwakste: Annotated[str | None, "De norm waarop het misgaat, of die het oordeel tegenhoudt."]
    kantelpunt: Annotated[Dag | None, "De eerste dag waarop het oordeel kan omslaan of een stap niet meer helpt."]
    loonrisico: Risicovorm | None


class Toetsvorm(TypedDict):
    """The answer of `poortwijzer toets --json`."""

    kenmerk: str
    peildatum: Dag
    bekend_op: Dag | None
    catalogusversie: str
    oordeel: _Oordeelnaam
    maatregel_werknemer: Annotated[bool | None, "Of UWV de werknemer een maatregel oplegt; null is niet bekend."]
    redenen: list[Redenvorm]
    omslag: list[Omslagvorm]
    kort: Kortvorm
    na_loonsanctie: Annotated[na_sanctie.Nasanctievorm | None, "De tijd na een loonsanctie; null is: er is er geen."]
    ontbreekt: list[str]
    vragen: list[Vraagvorm]
    houdbaar_tot: Dag | None


@click.command(cls=Opdracht, context_settings=HULP)
@click.argument("dossier", metavar="DOSSIER.json")
@dag_opties
@json_optie
def toets(*, dossier: str, peildatum: date | None, bekend_op: date | None, als_json: bool) -> int:
    """Toon hoe UWV het dossier zou beoordelen, waarom, en wat dat verandert."""
    geval = lees_bestand(dossier)
    dag = peildatum_of_vandaag(peildatum)
    controleer_peildatum(geval, dag, bekend_op)
    regels = catalogus()
    beoordeling = regels.beoordeel(
        geval, dag, bekend_op=bekend_op, alleen=standnormen(regels) | nasanctienormen(regels)
    )
    gegeven = stand(beoordeling, momenten_van(regels, beoordeling))
    kort = kortbeeld(regels, beoordeling, gegeven)
    na = nasanctie(regels, beoordeling)
    if als_json:
        schrijf_json(antwoord(beoordeling, gegeven, kort, na))
    else:
        toon(beoordeling, gegeven, kort, na)
    return int(gegeven.oordeel in NEGATIEF)


def antwoord(beoordeling: Beoordeling, gegeven: StandVoorUwv, kort: Kortbeeld, na: NaSanctie | None) -> Toetsvorm:
    """Give the verdict in the shape of --json."""
    return {
        "kenmerk": beoordeling.dossier.kenmerk,
        "peildatum": beoordeling.peildatum.isoformat(),
        "bekend_op": iso(beoordeling.bekend_op),
        "catalogusversie": beoordeling.catalogusversie,
        "oordeel": gegeven.oordeel.value,
        "maatregel_werknemer": gegeven.maatregel_werknemer,
        "redenen": [_reden(reden) for reden in gegeven.redenen],
        "omslag": [
            {
                "oordeel": omslag.oordeel.value,
                "uiterste_dag": iso(omslag.uiterste_dag),
                "stappen": [_stap(stap) for stap in omslag.stappen],
            }
            for omslag in gegeven.omslag
        ],
        "kort": {
            "zwakste": kort.zwakste.norm if kort.zwakste else None,
            "kantelpunt": iso(kort.kantelpunt),
            "loonrisico": None if kort.loonrisico is None else _risico(kort.loonrisico),
        },
        "na_loonsanctie": na_sanctie.als_json(na),
        "ontbreekt": list(gegeven.ontbreekt),
        "vragen": vragen_bij(gegeven.ontbreekt),
        "houdbaar_tot": iso(gegeven.houdbaar_tot),
    }


def _risico(risico: Loonrisico) -> Risicovorm:
    return {
        "eerste_dag": risico.eerste_dag.isoformat(),
        "weken_minstens": risico.minstens.aantal,
        "weken_hoogstens": risico.hoogstens.aantal,
        "bedrag_per_week": None if risico.per_week is None else str(risico.per_week),
        "tot_en_met": iso(risico.tot_en_met),
        "aannames": [zin(aanname) for aanname in risico.aannames],
    }


def _stap(stap: Stap) -> Stapvorm:
    return {
        "norm": stap.norm,
        "feit": stap.feit,
        "waarde": stap.waarde,
        "wat": zin(stap.wat),
        "wie": list(stap.wie),
        "inspanning": stap.inspanning.value,
        "uiterste_dag": iso(stap.uiterste_dag),
    }


def _reden(reden: Reden) -> Redenvorm:
    return {
        "norm": reden.norm,
        "uitkomst": _UITKOMSTEN[reden.uitkomst],
        "uitleg": uitleg_in_woorden(reden.uitleg, reden.ontbreekt),
        "feiten": [feit_als_json(feit) for feit in reden.feiten],
        "ontbreekt": list(reden.ontbreekt),
        "houdbaar_tot": iso(reden.houdbaar_tot),
        "onderliggend": [_reden(deel) for deel in reden.onderliggend],
        "weegpunten": [weegpunt_als_json(punt) for punt in reden.weegpunten],
        "weegopmerkingen": [
            {"gever": een.gever, "feit": een.feit, "normen": list(een.normen)} for een in reden.weegopmerkingen
        ],
        "toelichting": [{"norm": t.norm, "soort": t.soort.value, "zin": t.zin} for t in reden.toelichting],
    }


def weegpunt_als_json(stand_: Puntstand) -> Weegpuntvorm:
    """Give a point in the shape of --json."""
    punt = stand_.punt
    return {
        "norm": punt.norm,
        "feit": stand_.feit,
        "zin": punt.zin,
        "pleit_voor": stand_.richting.value,
        "eist": None if punt.eist is None else punt.eist.value,
        "van": punt.van,
        "voorwaarde": stand_.voorwaarde.zin if stand_.voorwaarde else "",
        "geldt": stand_.geldt,
        "gewogen": [{"gever": gever, "weegt": weegt.value} for gever, weegt in stand_.gewogen],
    }


def toon(beoordeling: Beoordeling, gegeven: StandVoorUwv, kort: Kortbeeld, na: NaSanctie | None) -> None:
    """Print the verdict for people: the result first, then why, then what would change it."""
    kop = f"Stand voor het UWV van dossier {beoordeling.dossier.kenmerk} op {datum(beoordeling.peildatum)}"
    regels = [kop, "", OORDELEN[gegeven.oordeel], "", "Waarom:"]
    regels += [regel for reden in gegeven.redenen for regel in _redenregels(reden, 0)]
    if gegeven.omslag:
        regels += ["", "Wat dit verandert:"]
    for omslag in gegeven.omslag:
        regels.append(f"- Dan wordt het: {OORDELEN[omslag.oordeel]}")
        for stap in omslag.stappen:
            regels.append(f"    {zin(stap.wat)} ({', '.join(stap.wie)}{_voor_wanneer(stap, beoordeling.peildatum)})")
    regels += _risicoregels(kort.loonrisico)
    regels += na_sanctie.regels(beoordeling, na)
    if gegeven.houdbaar_tot is not None:
        regels += ["", f"Zonder nieuwe feiten verandert dit niet voor {datum(gegeven.houdbaar_tot)}."]
    druk(console(), regels)


def _risicoregels(risico: Loonrisico | None) -> Iterator[str]:
    if risico is None:
        return
    yield ""
    if risico.tot_en_met is None:
        yield f"Wat een sanctie kan kosten, vanaf {datum(risico.eerste_dag)}:"
    else:
        yield f"Wat de loonsanctie van {datum(risico.eerste_dag)} tot en met {datum(risico.tot_en_met)} kost:"
    yield f"- {waarde(risico.minstens)} tot {waarde(risico.hoogstens)}."
    if risico.bedragen is not None:
        yield f"- {waarde(risico.bedragen[0])} tot {waarde(risico.bedragen[1])}."
    yield from (f"- {zin(aanname)}" for aanname in risico.aannames)


def _voor_wanneer(stap: Stap, peildatum: date) -> str:
    if stap.uiterste_dag is None:
        return ""
    return f", {'uiterlijk' if peildatum <= stap.uiterste_dag else 'was nodig op'} {datum(stap.uiterste_dag)}"


def _redenregels(reden: Reden, diepte: int) -> Iterator[str]:
    """Write a question and what it rests on: what does not apply, or is open but does not matter, stays out."""
    uitleg = uitleg_in_woorden(reden.uitleg, reden.ontbreekt)
    yield f"{'  ' * diepte}- [{_TEKENS[reden.uitkomst]}] {uitleg} ({reden.norm})"
    for feit in reden.feiten:
        if FEITEN[feit.naam].is_oordeel:
            yield f"{'  ' * diepte}    {_wie_zei_wat(feit)}"
    yield from (f"{'  ' * diepte}    {regel}" for regel in _weegregels(reden))
    for deel in reden.gronden:
        yield from _redenregels(deel, diepte + 1)


def _weegregels(reden: Reden) -> Iterator[str]:
    """Write what givers let weigh, and what still asks for an explanation; what nobody weighed stays out."""
    for punt in reden.weegpunten:
        for gever, weegt in punt.gewogen:
            if weegt is Weegt.SPEELT_MEE:
                wie, waarvoor = met_hoofdletter(woord(gever)), waarde(punt.richting is Richting.JA)
                yield f"{wie} laat meespelen ({waarvoor}): {punt.punt.zin} ({punt.punt.norm})"
    for een in reden.weegopmerkingen:
        normen = ", ".join(een.normen)
        yield f"Nog niet uitgelegd door {woord(een.gever)}: waarom weegt dit minder zwaar? ({normen})"


def _wie_zei_wat(feit: Feit) -> str:
    waarom = f": {feit.motivering}" if feit.motivering.strip() else ", zonder motivering"
    return f"{met_hoofdletter(woord(feit.gever))} zei op {datum(feit.vastgelegd_op)} {waarde(feit.waarde)}{waarom}"
