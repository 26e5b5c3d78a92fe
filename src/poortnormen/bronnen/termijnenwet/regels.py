"""Uitwerking van de Algemene termijnenwet: feestdagen en het verschuiven van de laatste dag van een termijn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from poortnormen.norm import Aard, Telrichting, bepaalt
from poortnormen.termijnregels import Aanvulling, Termijngrens, Termijnregels
from poortnormen.tijd import MAANDAG, Dagen, Feestdag, Maanden, Periode, Termijnkalender, Weken
from poortnormen.uitkomst import Nvt, Uiterlijk, Uitkomst, Vastgesteld, nvt


@dataclass(frozen=True, slots=True)
class Gelijkstelling:
    """De losse dagen die met een feestdag zijn gelijkgesteld, en de jaren waarvoor dat is nagezocht."""

    dagen: tuple[Feestdag, ...]
    onderzocht: tuple[Periode, ...]


@dataclass(frozen=True, slots=True)
class Werkdagdoel:
    """Een laatste dag die niet opschuift, met de werkdag om op te mikken."""

    uiterste_dag: date
    streefdag: date


@bepaalt("ATW-3-3")
def gelijkstelling(*, gelijkgestelde_dagen: Mapping[str, Any]) -> Gelijkstelling:
    """De dagen die bij koninklijk besluit als feestdag tellen."""
    return Gelijkstelling(
        tuple(Feestdag(rij["datum"], "gelijkgestelde dag", rij["zekerheid"]) for rij in gelijkgestelde_dagen["dagen"]),
        tuple(Periode(vanaf, tot_en_met) for vanaf, tot_en_met in gelijkgestelde_dagen["onderzocht"]),
    )


@bepaalt("ATW-3-1")
def kalender(
    *,
    vaste_feestdagen: Sequence[tuple[int, int, str]],
    feestdagen_rond_pasen: Sequence[tuple[int, str]],
    dag_van_koningsdag: Sequence[int],
    gelijkstelling: Gelijkstelling,
) -> Termijnkalender:
    """De feestdagen van elk jaar, met de dagen die bij besluit zijn gelijkgesteld."""
    maand, dag, op_zondag = dag_van_koningsdag
    return Termijnkalender(
        vaste_dagen=tuple((m, d, naam) for m, d, naam in vaste_feestdagen),
        paasdagen=tuple((na, naam) for na, naam in feestdagen_rond_pasen),
        koningsdag=(maand, dag, op_zondag, "Koningsdag"),
        gelijkgesteld=gelijkstelling.dagen,
        onderzocht=gelijkstelling.onderzocht,
    )


@bepaalt("ATW-4-a")
def langste_verschuivende_termijn(
    *, langste_termijn_in_dagen: Dagen, langste_termijn_in_weken: Weken, langste_termijn_in_maanden: Maanden
) -> Termijngrens:
    """Hoe lang een termijn hoogstens is om onder de wet te vallen."""
    return Termijngrens(langste_termijn_in_dagen, langste_termijn_in_weken, langste_termijn_in_maanden)


@bepaalt("ATW-2-1")
def aanvulling_met_werkdagen(*, kortste_termijn_met_werkdagen: Dagen, minste_werkdagen: int) -> Aanvulling:
    """Vanaf welke lengte een termijn tot hoeveel werkdagen wordt aangevuld."""
    return Aanvulling(kortste_termijn_met_werkdagen, minste_werkdagen)


@bepaalt("ATW-1-2")
def telrichtingen_die_schuiven(*, verschuivende_telrichtingen: Sequence[str]) -> tuple[Telrichting, ...]:
    """Welke termijnen opschuiven: die vooruit lopen, niet die vanaf een gebeurtenis terugtellen."""
    return tuple(map(Telrichting, verschuivende_telrichtingen))


@bepaalt("ATW-5-1")
def bronnen_die_schuiven(*, bronnen_met_verschuiving: Sequence[str]) -> tuple[Aard, ...]:
    """In welke soort regels een termijn moet staan om op te schuiven."""
    return tuple(map(Aard, bronnen_met_verschuiving))


@bepaalt("ATW-1-1")
def termijnregels(
    *,
    kalender: Termijnkalender,
    langste_verschuivende_termijn: Termijngrens,
    aanvulling_met_werkdagen: Aanvulling,
    telrichtingen_die_schuiven: tuple[Telrichting, ...],
    bronnen_die_schuiven: tuple[Aard, ...],
) -> Termijnregels:
    """De rekenregel voor de laatste dag van een wettelijke termijn."""
    return Termijnregels(
        kalender,
        langste_verschuivende_termijn,
        aanvulling_met_werkdagen,
        telrichtingen_die_schuiven,
        bronnen_die_schuiven,
    )


@bepaalt("ATW-1-2-2")
def werkdagen_bij_ziek_op_maandag(
    *,
    eerste_ziektedag: date,
    uiterste_dag_reintegratieverslag: Uitkomst,
    uiterste_dag_wia_aanvraag: Uitkomst,
    uiterste_dag_loonsanctiebesluit: Uitkomst,
    laatste_dag_wachttijd: date,
    kalender: Termijnkalender,
) -> tuple[Werkdagdoel, ...] | Nvt:
    """De laatste dagen die zonder onderbreking alle op een zondag vallen, elk met de werkdag ervoor."""
    if eerste_ziektedag.weekday() != MAANDAG:
        return nvt("geen_maandag")
    termijnen = (uiterste_dag_reintegratieverslag, uiterste_dag_wia_aanvraag, uiterste_dag_loonsanctiebesluit)
    waarden = [termijn.waarde for termijn in termijnen if isinstance(termijn, Vastgesteld)]
    dagen = [waarde.dag for waarde in waarden if isinstance(waarde, Uiterlijk)]
    return tuple(Werkdagdoel(dag, kalender.werkdag_op_of_voor(dag)) for dag in sorted({*dagen, laatste_dag_wachttijd}))
