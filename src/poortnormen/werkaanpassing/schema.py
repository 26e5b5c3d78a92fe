"""De drie schema's als rijen en als CSV: lezen wat er staat, ook wat niet klopt, en hetzelfde terugschrijven.

Een rij is een reeks teksten, een per kolom. Wat niet op een schaal past, blijft als tekst bewaard naast een lege
waarde; de regels maken er een bevinding van. Er wordt nooit iets verbeterd. XLSX is van het platform, dat dezelfde
rijen geeft.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from poortnormen.bronnen.werkaanpassing.knelpunten import (
    Hoofdtaak,
    Knelpunt,
    Knelpuntenformulier,
    Werkzaamheid,
)
from poortnormen.bronnen.werkaanpassing.oplossingen import (
    Keuzeformulier,
    Oplossing,
    Plan,
    Planregel,
    Waardering,
)
from poortnormen.bronnen.werkaanpassing.soorten import Fase, Herkomst, Rol, Score, Variant
from poortnormen.stukregel import getal

KOLOMMEN_KNELPUNTEN = ("Hoofdtaken", "Werkzaamheden", "Knelpunten", "Frequentie", "Ernst", "Prioriteit van knelpunten")
KOLOMMEN_OPLOSSINGEN = (
    "Knelpunten",
    "Oplossingen",
    "Opmerkingen",
    "Effectief",
    "Bestaat",
    "Haalbaar",
    "Prioriteit van oplossingen",
)
GROEP_CRITERIA = "Beoordelingscriteria"
KOLOMMEN_PLAN = ("Knelpunt", "Oplossing", "Actie", "Verantwoordelijke", "Wanneer", "Gebeurd")
Rij = tuple[str, ...]
_ROLLEN = {
    "werknemer": Rol.WERKNEMER,
    "medewerker": Rol.WERKNEMER,
    "leidinggevende": Rol.LEIDINGGEVENDE,
    "procesbegeleider": Rol.PROCESBEGELEIDER,
    "bedrijfsarts": Rol.BEDRIJFSARTS,
    "werkgever": Rol.WERKGEVER,
}
_DAG = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{1,2})(?!\d)")
_VOLLEDIG = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
_EEUW = 2000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Schemafout(ValueError):
    """Een bestand heeft niet de kolommen van het formulier; de melding noemt ze."""


def lees_csv(tekst: str, kolommen: Sequence[str]) -> tuple[Rij, ...]:
    """Lees de rijen van een CSV met precies deze kolommen, in deze volgorde; lege rijen tellen niet.

    Raises:
        Schemafout: als de kop anders is, of een rij meer of minder cellen heeft.
    """
    gelezen = list(csv.reader(io.StringIO(tekst.removeprefix("\ufeff"), newline="")))
    rijen = [tuple(rij) for rij in gelezen if any(cel.strip() for cel in rij)]
    if not rijen or tuple(cel.strip() for cel in rijen[0]) != tuple(kolommen):
        raise Schemafout(f"De eerste rij moet deze kolommen hebben, in deze volgorde: {', '.join(kolommen)}.")
    for nummer, rij in enumerate(rijen[1:], 2):
        if len(rij) != len(kolommen):
            raise Schemafout(f"Rij {nummer} heeft {len(rij)} cellen en moet er {len(kolommen)} hebben.")
    return tuple(rijen[1:])


def schrijf_csv(rijen: Iterable[Rij], kolommen: Sequence[str]) -> str:
    """Schrijf rijen als CSV met een kop."""
    bestand = io.StringIO(newline="")
    csv.writer(bestand, lineterminator="\r\n").writerows([tuple(kolommen), *rijen])
    return bestand.getvalue()


# --- knelpunten -------------------------------------------------------------------------------------------------


def lees_knelpunten(rijen: Iterable[Rij], variant: Variant) -> Knelpuntenformulier:
    """Maak een formulier van rijen; een lege hoofdtaak of werkzaamheid is die van de rij erboven."""
    taken: list[tuple[str, list[tuple[str, list[Rij]]]]] = []
    for rij in rijen:
        taak, werk = rij[0], rij[1]
        if not taken or (taak.strip() and taak != taken[-1][0]):
            taken.append((taak, []))
        werkzaamheden = taken[-1][1]
        if not werkzaamheden or (werk.strip() and werk != werkzaamheden[-1][0]):
            werkzaamheden.append((werk, []))
        werkzaamheden[-1][1].append(rij)
    return Knelpuntenformulier(
        variant=variant,
        hoofdtaken=tuple(
            Hoofdtaak(naam=naam, werkzaamheden=tuple(_werkzaamheden(werk, nummer, variant)))
            for nummer, (naam, werk) in enumerate(taken, 1)
        ),
    )


def _werkzaamheden(delen: list[tuple[str, list[Rij]]], nummer: int, variant: Variant) -> Iterator[Werkzaamheid]:
    for plaats, (naam, rijen) in enumerate(delen):
        code = f"{nummer}{_letter(plaats)}"
        knelpunten = tuple(_knelpunt(rij, f"{code}-{volg}", variant) for volg, rij in enumerate(rijen, 1))
        yield Werkzaamheid(naam=naam, knelpunten=knelpunten)


def _letter(plaats: int) -> str:
    return _LETTERS[plaats % len(_LETTERS)] * (plaats // len(_LETTERS) + 1)


def _knelpunt(rij: Rij, id_: str, variant: Variant) -> Knelpunt:
    frequentie, ernst = _sterren(rij[3], "frequentieschaal"), _sterren(rij[4], "ernstschaal")
    prioriteit = _nummer(rij[5])
    return Knelpunt(
        id=id_,
        tekst=rij[2],
        frequentie=frequentie,
        frequentie_origineel="" if frequentie else rij[3],
        ernst=ernst,
        ernst_origineel="" if ernst else rij[4],
        prioriteit=prioriteit,
        prioriteit_origineel="" if prioriteit else rij[5],
        herkomst=Herkomst.NIEUW if variant is Variant.GEZAMENLIJK else Herkomst(variant),
    )


def _sterren(cel: str, schaal: str) -> int | None:
    """Het aantal sterren, als er niets anders staat en de schaal zover gaat; de schalen zijn op elke dag dezelfde."""
    hoogstens = len(getal(schaal, date.min))
    return len(cel) if cel and not cel.strip("*") and len(cel) <= hoogstens else None


def _nummer(cel: str) -> int | None:
    return int(cel) if re.fullmatch(r"[1-9]\d{0,2}", cel) else None


def schrijf_knelpunten(formulier: Knelpuntenformulier) -> tuple[Rij, ...]:
    """Maak rijen van een formulier; hoofdtaak en werkzaamheid staan op elke rij."""
    return tuple(
        (
            taak.naam,
            werk.naam,
            deel.tekst,
            _als_cel(deel.frequentie_origineel, "*" * (deel.frequentie or 0)),
            _als_cel(deel.ernst_origineel, "*" * (deel.ernst or 0)),
            _als_cel(deel.prioriteit_origineel, str(deel.prioriteit or "")),
        )
        for taak in formulier.hoofdtaken
        for werk in taak.werkzaamheden
        for deel in werk.knelpunten
    )


def _als_cel(origineel: str, waarde: str) -> str:
    """Wat een mens koos gaat voor; koos niemand iets, dan staat er wat er stond."""
    return waarde or origineel


# --- oplossingen ------------------------------------------------------------------------------------------------


def lees_oplossingen(rijen: Iterable[Rij]) -> Keuzeformulier:
    """Maak een keuzeformulier van rijen; meer regels in de cel Oplossingen zijn een bundel met één waardering."""
    waarderingen: list[Waardering] = []
    knelpunt, nummer, letter = "", 0, 0
    for rij in rijen:
        if not waarderingen or (rij[0].strip() and rij[0] != knelpunt):
            knelpunt, nummer, letter = rij[0], nummer + 1, 0
        teksten = rij[1].split("\n")
        oplossingen = tuple(
            Oplossing(id=f"{nummer}{_letter(letter + plaats)}", tekst=tekst, aangedragen_door=Rol.ANDER)
            for plaats, tekst in enumerate(teksten)
        )
        letter += len(teksten)
        scores = [Score(cel) if cel in set(Score) else None for cel in rij[3:6]]
        waarderingen.append(
            Waardering(
                knelpunt=knelpunt,
                oplossingen=oplossingen,
                opmerking=rij[2],
                effectief=scores[0],
                bestaat=scores[1],
                haalbaar=scores[2],
                scores_origineel=tuple("" if score else cel for score, cel in zip(scores, rij[3:6], strict=True)),
                prioriteit=_nummer(rij[6]),
                prioriteit_origineel="" if _nummer(rij[6]) else rij[6],
            )
        )
    return Keuzeformulier(fase=Fase.BEOORDELEN, waarderingen=tuple(waarderingen))


def schrijf_oplossingen(formulier: Keuzeformulier) -> tuple[Rij, ...]:
    """Maak rijen van een keuzeformulier; een bundel staat in één cel, onder elkaar."""
    return tuple(
        (
            rij.knelpunt,
            "\n".join(deel.tekst for deel in rij.oplossingen),
            rij.opmerking,
            *(
                _als_cel(origineel, str(score or ""))
                for score, origineel in zip(
                    (rij.effectief, rij.bestaat, rij.haalbaar), rij.scores_origineel or ("", "", ""), strict=True
                )
            ),
            _als_cel(rij.prioriteit_origineel, str(rij.prioriteit or "")),
        )
        for rij in formulier.waarderingen
    )


# --- plan -------------------------------------------------------------------------------------------------------


def lees_plan(rijen: Iterable[Rij]) -> Plan:
    """Maak een plan van rijen; wie en wanneer worden alleen gelezen als er precies een staat."""
    return Plan(regels=tuple(_planregel(rij) for rij in rijen))


def _planregel(rij: Rij) -> Planregel:
    knelpunt, oplossing, actie, wie, wanneer, gebeurd = rij
    rollen = sorted({rol for woord, rol in _ROLLEN.items() if re.search(rf"\b{woord}\b", wie.casefold())})
    dag, is_zeker = _lees_dag(wanneer)
    gebeurd_op, _ = _lees_dag(gebeurd)
    is_precies = len(rollen) == 1 and wie.strip().casefold() in _ROLLEN
    is_naam = bool(wie.strip()) and not rollen
    return Planregel(
        knelpunt=knelpunt,
        oplossing=oplossing,
        actie=actie,
        verantwoordelijken=(str(rollen[0]),) if len(rollen) == 1 else (wie,) if is_naam else (),
        verantwoordelijke_rol=rollen[0] if len(rollen) == 1 else None,
        verantwoordelijke_tekst=wie,
        wanneer=dag,
        wanneer_tekst=wanneer,
        is_te_bevestigen=(len(rollen) == 1 and not is_precies) or is_naam or (dag is not None and not is_zeker),
        gebeurd_op=gebeurd_op,
        gebeurd_tekst=gebeurd,
    )


def _lees_dag(cel: str) -> tuple[date | None, bool]:
    """De dag in een cel, en of zij er precies zo stond (dag-maand-jaar met vier cijfers)."""
    gevonden = _DAG.search(cel)
    if gevonden is None:
        return None, False
    dag, maand, jaar = (int(deel) for deel in gevonden.groups())
    try:
        gelezen = date(jaar if len(gevonden[3]) == len("2006") else _EEUW + jaar, maand, dag)
    except ValueError:
        return None, False
    return gelezen, _VOLLEDIG.fullmatch(cel.strip()) is not None


def schrijf_plan(plan: Plan) -> tuple[Rij, ...]:
    """Maak rijen van een plan; wat er stond gaat voor. Wie een regel verandert, maakt die tekst leeg."""
    return tuple(
        (
            regel.knelpunt,
            regel.oplossing,
            regel.actie,
            regel.verantwoordelijke_tekst or ", ".join(regel.verantwoordelijken),
            regel.wanneer_tekst or _dag(regel.wanneer),
            regel.gebeurd_tekst or _dag(regel.gebeurd_op),
        )
        for regel in plan.regels
    )


def _dag(dag: date | None) -> str:
    return "" if dag is None else f"{dag.day}-{dag.month}-{dag.year}"
