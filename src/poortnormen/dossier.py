"""Eén geval als onveranderlijke, gedateerde feiten: het uitwisselformaat.

Een feit heeft twee dagen: `op` (vanaf wanneer het geldt) en `vastgelegd_op` (wanneer het is vastgelegd). Een feit wordt
nooit gewijzigd maar vervangen; een vervanging zonder waarde trekt het in. Zo is te zien wat op elke dag bekend was.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from poortnormen.feiten import FEITEN, PARTIJEN, Feitsoort
from poortnormen.feiten.samenhang import strijdig
from poortnormen.feiten.weging import Weging
from poortnormen.omzetting import LANGSTE_TEKST, Omzetfout, Veldfout, lees_datum, lees_waarde, schrijf_waarde
from poortnormen.weegpunten import punten_bij, weegvragen

VERSIE = 1
VELDEN_DOSSIER = ("versie", "kenmerk", "omschrijving", "personen", "feiten")
VELDEN_FEIT = ("id", "feit", "waarde", "op", "vastgelegd_op", "gever", "vervangt", "motivering", "weging")


class Dossierfout(Exception):
    """Een dossier is niet te lezen; `fouten` noemt elke plaats met een zin die zegt wat te doen."""

    def __init__(self, fouten: Iterable[Veldfout]) -> None:
        self.fouten = tuple(fouten)
        super().__init__("\n".join(f"{fout.pad}: {fout.melding}" for fout in self.fouten))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feit:
    """Eén feit zoals een partij het gaf; `waarde` is None als een eerder feit wordt ingetrokken.

    `weging` hoort bij een oordeel: welke punten uit de bron de gever liet meespelen.
    """

    naam: str
    waarde: object
    vastgelegd_op: date
    gever: str
    op: date | None = None
    id: str = ""
    vervangt: str | None = None
    motivering: str = ""
    weging: Weging | None = None

    @property
    def telt_vanaf(self) -> date | None:
        """De dag vanaf wanneer het feit telt; zonder dag altijd al."""
        veld = FEITEN[self.naam].op_uit
        if not veld or self.waarde is None:
            return self.op
        dag = self.waarde if veld == "waarde" else getattr(self.waarde, veld)
        assert isinstance(dag, date)  # noqa: S101  # de feitsoorten zijn daarop getoetst
        return dag


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Alle feiten van een geval. `personen` noemt per partij een naam, alleen om te tonen."""

    kenmerk: str
    feiten: tuple[Feit, ...] = ()
    omschrijving: str = ""
    personen: Mapping[str, str] = field(default_factory=dict)

    def bekend_op(self, dag: date | None) -> tuple[Feit, ...]:
        """De feiten zoals die op een dag bekend waren (None: nu), zonder wat toen al vervangen of ingetrokken was."""
        bekend = [feit for feit in self.feiten if dag is None or feit.vastgelegd_op <= dag]
        vervangen = {feit.vervangt for feit in bekend if feit.vervangt is not None}
        return tuple(feit for feit in bekend if feit.id not in vervangen and feit.waarde is not None)

    def met(self, *feiten: Feit) -> "Dossier":
        """Hetzelfde geval met deze feiten erbij; voor 'wat als'."""
        return replace(self, feiten=(*self.feiten, *feiten))


def lees_dossier(invoer: str | bytes | Mapping[str, object]) -> Dossier:
    """Lees een dossier uit JSON, als tekst of als al gelezen object.

    Raises:
        Dossierfout: met elke fout die er is; er wordt dan niets geladen.
    """
    ruw = _lees_json(invoer) if isinstance(invoer, str | bytes) else invoer
    if not isinstance(ruw, Mapping):
        raise Dossierfout([Veldfout("$", "Een dossier is een object, tussen accolades.")])
    fouten = [
        Veldfout(f"$.{naam}", f"Dit veld kennen wij niet. Bekend zijn: {', '.join(VELDEN_DOSSIER)}.")
        for naam in ruw
        if naam not in VELDEN_DOSSIER
    ]
    if ruw.get("versie") != VERSIE or isinstance(ruw["versie"], bool):
        fouten.append(Veldfout("$.versie", f"Zet hier {VERSIE}: de versie van het uitwisselformaat die wij lezen."))
    kenmerk = _tekst(ruw, "kenmerk", "$", fouten, verplicht=True)
    omschrijving = _tekst(ruw, "omschrijving", "$", fouten)
    personen = _personen(ruw.get("personen", {}), fouten)
    feiten = _feiten(ruw.get("feiten"), fouten)
    if not fouten:
        fouten += _samenhang(feiten)
    if fouten:
        raise Dossierfout(fouten)
    return Dossier(kenmerk=kenmerk, omschrijving=omschrijving, personen=personen, feiten=feiten)


def schrijf_dossier(dossier: Dossier) -> dict[str, object]:
    """Maak van een dossier wat `lees_dossier` weer leest, klaar voor JSON."""
    geschreven: dict[str, object] = {"versie": VERSIE, "kenmerk": dossier.kenmerk}
    if dossier.omschrijving:
        geschreven["omschrijving"] = dossier.omschrijving
    if dossier.personen:
        geschreven["personen"] = dict(dossier.personen)
    geschreven["feiten"] = [_schrijf_feit(feit) for feit in dossier.feiten]
    return geschreven


def lees_weging(naam: str, ruw: object, pad: str) -> Weging:
    """Lees welke punten bij het oordeel `naam` zijn gewogen.

    Raises:
        Omzetfout: als de vorm niet past, of een punt niet bij dit oordeel hoort of er niet bij wordt vastgelegd.
    """
    weging = lees_waarde(ruw, Weging, pad)
    assert isinstance(weging, Weging)  # noqa: S101  # zo gevraagd
    vraag = weegvragen().get(naam)
    bekend = {punt.norm for punt in punten_bij(naam)} if vraag is not None and vraag.legt_vast else set()
    if vreemd := [punt.norm for punt in weging.punten if punt.norm not in bekend]:
        zin = f"Het punt {vreemd[0]} wordt bij '{naam}' niet vastgelegd. Laat het weg."
        raise Omzetfout(Veldfout(f"{pad}.punten", zin))
    return weging


def controleer_feiten(feiten: Iterable[Feit]) -> tuple[Veldfout, ...]:
    """Geef wat in een verzameling feiten niet samen kan: overlap, herstel vóór ziekte, dubbele vervanging."""
    return tuple(_samenhang(tuple(feiten)))


def _schrijf_feit(feit: Feit) -> dict[str, object]:
    geschreven: dict[str, object] = {"id": feit.id, "feit": feit.naam, "waarde": schrijf_waarde(feit.waarde)}
    if feit.op is not None:
        geschreven["op"] = feit.op.isoformat()
    geschreven |= {"vastgelegd_op": feit.vastgelegd_op.isoformat(), "gever": feit.gever}
    if feit.vervangt is not None:
        geschreven["vervangt"] = feit.vervangt
    if feit.motivering:
        geschreven["motivering"] = feit.motivering
    if feit.weging is not None:
        geschreven["weging"] = schrijf_waarde(feit.weging)
    return geschreven


def _geen_dubbele(paren: list[tuple[str, object]]) -> dict[str, object]:
    gelezen: dict[str, object] = {}
    for naam, waarde in paren:
        if naam in gelezen:
            raise ValueError(f"het veld '{naam}' staat er twee keer")
        gelezen[naam] = waarde
    return gelezen


def _lees_json(invoer: str | bytes) -> object:
    try:
        gelezen: object = json.loads(invoer, object_pairs_hook=_geen_dubbele)
    except (ValueError, RecursionError) as fout:  # ook UnicodeDecodeError en JSONDecodeError
        raise Dossierfout([Veldfout("$", f"Dit is geen geldige JSON ({fout}). Herstel het bestand.")]) from fout
    return gelezen


def _tekst(ruw: Mapping[str, object], naam: str, pad: str, fouten: list[Veldfout], *, verplicht: bool = False) -> str:
    waarde = ruw.get(naam, "")
    if not isinstance(waarde, str) or len(waarde) > LANGSTE_TEKST:
        fouten.append(Veldfout(f"{pad}.{naam}", f"Hier hoort tekst van hoogstens {LANGSTE_TEKST} tekens."))
        return ""
    if verplicht and not waarde.strip():
        fouten.append(Veldfout(f"{pad}.{naam}", "Dit veld ontbreekt of is leeg. Vul het in."))
    return waarde


def _personen(ruw: object, fouten: list[Veldfout]) -> dict[str, str]:
    if not isinstance(ruw, Mapping):
        fouten.append(Veldfout("$.personen", "Hier hoort een object met per partij een naam."))
        return {}
    gelezen = {}
    for partij, naam in ruw.items():
        if partij not in PARTIJEN:
            zin = f"Deze partij kennen wij niet. Kies uit: {', '.join(PARTIJEN)}."
            fouten.append(Veldfout(f"$.personen.{partij}", zin))
        elif not isinstance(naam, str):
            fouten.append(Veldfout(f"$.personen.{partij}", "Hier hoort een naam als tekst."))
        else:
            gelezen[partij] = naam
    return gelezen


def _feiten(ruw: object, fouten: list[Veldfout]) -> tuple[Feit, ...]:
    if not isinstance(ruw, list):
        fouten.append(Veldfout("$.feiten", "Hier hoort een lijst met feiten, tussen rechte haken."))
        return ()
    gelezen = []
    for nummer, deel in enumerate(ruw):
        try:
            gelezen.append(_feit(deel, f"$.feiten[{nummer}]", nummer))
        except Omzetfout as fout:
            fouten.extend(fout.fouten)
    return tuple(gelezen)


def _feit(ruw: object, pad: str, nummer: int) -> Feit:
    if not isinstance(ruw, Mapping):
        raise Omzetfout(Veldfout(pad, "Een feit is een object, tussen accolades."))
    fouten = [
        Veldfout(f"{pad}.{naam}", f"Dit veld kennen wij niet. Bekend zijn: {', '.join(VELDEN_FEIT)}.")
        for naam in ruw
        if naam not in VELDEN_FEIT
    ]
    soort = _feitsoort(ruw.get("feit"), f"{pad}.feit")
    gever = ruw.get("gever")
    if gever not in PARTIJEN:
        fouten.append(Veldfout(f"{pad}.gever", f"Zeg wie het feit gaf. Kies uit: {', '.join(PARTIJEN)}."))
    vervangt = ruw.get("vervangt")
    if vervangt is not None and not isinstance(vervangt, str):
        fouten.append(Veldfout(f"{pad}.vervangt", "Noem het id van het feit dat wordt vervangen, als tekst."))
        vervangt = None
    if "waarde" not in ruw or (ruw["waarde"] is None and vervangt is None):
        zin = "De waarde ontbreekt. Leeg mag alleen om een eerder feit in te trekken, met 'vervangt'."
        fouten.append(Veldfout(f"{pad}.waarde", zin))
    motivering = _tekst(ruw, "motivering", pad, fouten)
    id_ = _tekst(ruw, "id", pad, fouten) or f"#{nummer}"
    if fouten:
        raise Omzetfout(*fouten)
    waarde = None if ruw["waarde"] is None else lees_waarde(ruw["waarde"], soort.type, f"{pad}.waarde")
    op = None if ruw.get("op") is None else lees_datum(ruw["op"], f"{pad}.op")
    vastgelegd_op = lees_datum(ruw.get("vastgelegd_op"), f"{pad}.vastgelegd_op")
    weging = None if ruw.get("weging") is None else lees_weging(soort.naam, ruw["weging"], f"{pad}.weging")
    feit = Feit(
        naam=soort.naam,
        waarde=waarde,
        op=op,
        vastgelegd_op=vastgelegd_op,
        gever=str(gever),
        id=id_,
        vervangt=vervangt,
        motivering=motivering,
        weging=weging,
    )
    if soort.op_uit and op is not None and waarde is not None and op != feit.telt_vanaf:
        zin = f"De dag van dit feit volgt uit de waarde ({feit.telt_vanaf}). Laat 'op' weg of maak hem gelijk."
        raise Omzetfout(Veldfout(f"{pad}.op", zin))
    return feit


def _feitsoort(naam: object, pad: str) -> Feitsoort:
    soort = FEITEN.get(naam) if isinstance(naam, str) else None
    if soort is None:
        bekend = ", ".join(sorted(feit.naam for feit in FEITEN.values() if not feit.is_afgeleid))
        raise Omzetfout(Veldfout(pad, f"Het feit '{naam}' kennen wij niet. Bekend zijn: {bekend}."))
    if soort.sinds:
        zin = f"Deze dag volgt uit een ander feit. Leg '{soort.sinds}' vast met de dag waarop het bleek."
        raise Omzetfout(Veldfout(pad, zin))
    if soort.uit_stuk:
        zin = f"Deze dag volgt uit een stuk. Leg onder 'stukken' een stuk vast van de soort {soort.uit_stuk}."
        raise Omzetfout(Veldfout(pad, zin))
    return soort


def _samenhang(feiten: tuple[Feit, ...]) -> list[Veldfout]:
    fouten = []
    plaats: dict[str, int] = {}
    for nummer, feit in enumerate(feiten):
        plaats.setdefault(feit.id, nummer)
    vervangen: set[str] = set()
    for nummer, feit in enumerate(feiten):
        pad = f"$.feiten[{nummer}]"
        if plaats[feit.id] != nummer:
            fouten.append(Veldfout(f"{pad}.id", f"Het id '{feit.id}' komt twee keer voor. Geef elk feit een eigen id."))
        if feit.vervangt is None:
            continue
        eerder = plaats.get(feit.vervangt)
        if eerder is None or eerder == nummer or feiten[eerder].naam != feit.naam:
            zin = f"'{feit.vervangt}' is geen ander feit van de soort {feit.naam}. Noem het id van dat feit."
            fouten.append(Veldfout(f"{pad}.vervangt", zin))
        elif feiten[eerder].vastgelegd_op > feit.vastgelegd_op:
            zin = "Dit feit is eerder vastgelegd dan het feit dat het vervangt. Controleer 'vastgelegd_op'."
            fouten.append(Veldfout(f"{pad}.vastgelegd_op", zin))
        elif feit.vervangt in vervangen:
            zin = f"Het feit '{feit.vervangt}' is al vervangen. Vervang de laatste versie."
            fouten.append(Veldfout(f"{pad}.vervangt", zin))
        vervangen.add(feit.vervangt)
    if fouten:
        return fouten
    geldend = [feit for feit in feiten if feit.id not in vervangen and feit.waarde is not None]
    return [
        Veldfout(f"$.feiten[{plaats[id_]}].waarde", melding)
        for id_, melding in strijdig([(feit.id, feit.naam, feit.waarde) for feit in geldend])
    ]
