"""De oefendagen van de voorbeelden, met de hand uitgerekend."""

from datetime import date
from pathlib import Path

import pytest

from poortnormen.catalogus import catalogus
from poortnormen.dossier import lees_dossier
from poortnormen.oefendagen import oefendagen
from poortnormen.stand import standnormen

VOORBEELDEN = Path(__file__).resolve().parents[2] / "voorbeelden"


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        # Eerste ziektedag 13 januari 2025: dag 364, dag 637 en dag 728.
        ("te-weinig-gedaan", [(date(2026, 1, 11), 52), (date(2026, 10, 11), 91), (date(2027, 1, 10), 104)]),
        # Geen ziekmelding nodig voor meer: het contract eindigt in week 30, er komt geen eerste ziektejaar.
        ("contract-eindigt-na-vijf-weken", []),
    ],
)
def test_de_oefendagen_volgen_uit_de_termijnen(naam: str, verwacht: list[tuple[date, int]]) -> None:
    regels = catalogus()
    dossier = lees_dossier((VOORBEELDEN / f"{naam}.json").read_bytes())
    beoordeling = regels.beoordeel(dossier, date(2026, 11, 24), alleen=standnormen(regels))

    assert [(oefendag.dag, oefendag.week) for oefendag in oefendagen(beoordeling)] == verwacht


def test_dagen_die_niet_meetellen_schuiven_de_dag_op_en_niet_de_week() -> None:
    regels = catalogus()
    dossier = lees_dossier((VOORBEELDEN / "onderbreking-27-dagen.json").read_bytes())
    beoordeling = regels.beoordeel(dossier, date(2026, 11, 24), alleen=standnormen(regels))

    assert [oefendag.week for oefendag in oefendagen(beoordeling)] == [52, 91, 104]
