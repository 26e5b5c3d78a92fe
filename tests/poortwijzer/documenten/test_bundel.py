"""Documents bound together: in order, with an index, and a marked page for what is missing."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from drukproef import STUK, met_antwoord
from hypothesis import given, settings
from hypothesis import strategies as st

from poortwijzer.documenten.bundel import Bundel, Bundeldeel, maak_bundel
from poortwijzer.documenten.gegevens import Partij, Regel

BUNDEL = Bundel(
    titel="Re-integratieverslag",
    kenmerk="K7RM-2XQP",
    dag="di 24 maart 2026",
    partijen=(Partij(rol="werknemer", naam="Katja Voorbeeld"), Partij(rol="werkgever", naam="Detailhandel Zuid")),
    regels=(Regel(label="Werknemer", tekst="Katja Voorbeeld"),),
    delen=(
        Bundeldeel(titel="e. Eerste ziektedag", regels=(Regel(label="Eerste ziektedag", tekst="ma 2 februari 2026"),)),
        Bundeldeel(titel="g. Plan van aanpak", stukken=(STUK, replace(STUK, titel="Bijstelling")), bijlagen=("x.pdf",)),
        Bundeldeel(
            titel="h. Evaluaties",
            melding="Dit onderdeel ontbreekt.",
            uitleg=("Vraag het de werkgever.",),
            is_leemte=True,
        ),
    ),
    gemaakt_op=datetime(2026, 3, 24, 12, tzinfo=UTC),
)


def bladwijzers(inhoud: bytes) -> list[str]:
    """Give the bookmarks, indented by their level."""

    def lees(items, diepte: int) -> list[str]:
        return [
            regel for item in items for regel in ("  " * diepte + str(item.title), *lees(item.children, diepte + 1))
        ]

    with pikepdf.open(BytesIO(inhoud)) as pdf, pdf.open_outline() as overzicht:
        return lees(overzicht.root, 0)


def test_een_bundel_houdt_zich_aan_de_standaarden_en_heeft_bladwijzers(keur):
    pdf = maak_bundel(BUNDEL)

    keur(pdf)
    titels = [regel for regel in bladwijzers(pdf) if not regel.startswith("    ")]
    assert titels == [
        "e. Eerste ziektedag",
        "g. Plan van aanpak",
        "  Plan van aanpak",
        "  Bijstelling",
        "h. Evaluaties",
    ]


def test_wat_ontbreekt_krijgt_een_eigen_blad():
    met = maak_bundel(BUNDEL)
    zonder = maak_bundel(replace(BUNDEL, delen=BUNDEL.delen[:-1]))
    with pikepdf.open(BytesIO(met)) as een, pikepdf.open(BytesIO(zonder)) as ander:
        assert len(een.pages) == len(ander.pages) + 1


def test_dezelfde_gegevens_geven_dezelfde_bytes():
    assert maak_bundel(BUNDEL) == maak_bundel(BUNDEL)
    assert maak_bundel(BUNDEL) != maak_bundel(replace(BUNDEL, concept_reden="Nog niet gevraagd."))


@settings(max_examples=15)
@given(tekst=st.text(max_size=300))
def test_wat_iemand_ook_typt_het_komt_op_papier(keur, tekst):
    deel = Bundeldeel(
        titel=f"g. {tekst}", stukken=(met_antwoord(tekst),), melding=tekst, uitleg=(tekst,), bijlagen=(tekst,)
    )
    keur(maak_bundel(replace(BUNDEL, titel=f"Verslag {tekst}", delen=(deel,), concept_reden=tekst)))


@pytest.mark.parametrize("leeg", [{"titel": ""}, {"kenmerk": ""}, {"delen": ()}, {"partijen": ()}])
def test_een_bundel_zonder_herkomst_wordt_geweigerd(leeg):
    with pytest.raises(ValueError, match="needs"):
        replace(BUNDEL, **leeg)


def test_een_moment_zonder_tijdzone_wordt_geweigerd():
    with pytest.raises(ValueError, match="time zone"):
        replace(BUNDEL, gemaakt_op=datetime(2026, 3, 24))  # noqa: DTZ001  # what is refused
