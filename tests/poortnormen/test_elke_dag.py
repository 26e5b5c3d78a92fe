"""Elke dag van 104 weken: elk voorbeeld krijgt een oordeel, en dat blijft gelijk tot de dag die het zelf noemt."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier, lees_dossier
from poortnormen.kortbeeld import kortbeeld
from poortnormen.stand import stand, standnormen
from poortnormen.standdelen import Reden
from poortnormen.tijdlijn import tijdlijn

VOORBEELDEN = sorted((Path(__file__).resolve().parents[2] / "voorbeelden").glob("*.json"))
WEKEN = 104
OMSLAG_OM_DE = 13  # dagen; zoeken wat het oordeel doet omslaan kost tien keer zoveel als het oordeel


def dagen(dossier: Dossier) -> Iterator[date]:
    """Van de eerste ziektedag tot en met een maand na de 104 weken."""
    begin = min(feit.telt_vanaf for feit in dossier.feiten if feit.naam == "ziekmeldingen" and feit.telt_vanaf)
    for nummer in range(WEKEN * 7 + 31):
        yield begin + timedelta(days=nummer)


def antwoorden(redenen: Iterable[Reden]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for reden in redenen:
        yield reden.norm, reden.uitkomst, reden.ontbreekt
        yield from antwoorden(reden.onderliggend)


@pytest.mark.traag
@pytest.mark.parametrize("pad", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_op_elke_dag_van_104_weken(pad: Path) -> None:
    regels = catalogus()
    dossier = lees_dossier(pad.read_bytes())
    geldt_tot: date | None = date.min
    beeld: object = None
    wisselingen = 0
    for nummer, dag in enumerate(dagen(dossier)):
        beoordeling = regels.beoordeel(dossier, dag, alleen=standnormen(regels))
        gegeven = stand(beoordeling, tijdlijn(regels, beoordeling), met_omslag=nummer % OMSLAG_OM_DE == 0)
        kort = kortbeeld(regels, beoordeling, gegeven)
        nu = (gegeven.oordeel, gegeven.maatregel_werknemer, tuple(antwoorden(gegeven.redenen)), gegeven.ontbreekt)
        if geldt_tot is None or dag < geldt_tot:
            assert nu == beeld, f"op {dag} anders, terwijl het tot {geldt_tot} zou gelden"
        else:
            wisselingen += nu != beeld
            beeld = nu
        assert gegeven.houdbaar_tot is None or gegeven.houdbaar_tot > dag
        assert kort.kantelpunt is None or kort.kantelpunt >= dag
        geldt_tot = gegeven.houdbaar_tot
    assert wisselingen >= 1
