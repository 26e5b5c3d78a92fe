"""Documents bound together: in order, with an index, and a marked page for what is missing."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from drukproef import STUK, met_antwoord
from hypothesis import given, settings
from hypothesis import strategies as st
from pdftekst import bladteksten

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


def test_een_stuk_dat_kwijt_is_krijgt_een_gemerkt_blad_met_zijn_naam(keur):
    """Beside the documents that are there, also where it is the only one of its part."""
    kwijt = {"kwijt": ("Bijstelling van ma 2 maart 2026, versie 2",), "kwijt_uitleg": "Is er niet meer."}
    for deel in (BUNDEL.delen[1], Bundeldeel(titel="f. Oordeel")):
        zonder = maak_bundel(replace(BUNDEL, delen=(deel,)))
        met = maak_bundel(replace(BUNDEL, delen=(replace(deel, **kwijt),)))

        keur(met)
        assert "  Bijstelling van ma 2 maart 2026, versie 2" in bladwijzers(met)
        assert aantal_bladen(met) == aantal_bladen(zonder) + 1


def aantal_bladen(inhoud: bytes) -> int:
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        return len(pdf.pages)


def test_dat_er_iets_nieuwers_is_staat_op_het_voorblad_en_op_elk_blad(keur):
    gewoon = maak_bundel(BUNDEL)
    nieuwer = maak_bundel(
        replace(BUNDEL, waarschuwing="Zit er niet in:", waarschuwingen=("Tweede bijstelling",), merk="verouderd")
    )

    keur(nieuwer)
    eerste, *rest = bladteksten(nieuwer)
    assert "Zit er niet in:" in eerste
    assert "Tweede bijstelling" in eerste
    assert not any("Zit er niet in:" in blad for blad in rest)
    assert all("verouderd" in blad for blad in (eerste, *rest))
    assert not any("verouderd" in blad for blad in bladteksten(gewoon))


def test_een_verslag_van_meer_dan_vijftig_bladen_blijft_heel(keur):
    """All its documents are in the bookmarks, in order, and each begins on a page of its own."""
    verhaal = "\n".join(f"{nummer}. Wij spraken over het werk en over wat er kan." for nummer in range(60))
    stukken = tuple(replace(met_antwoord(verhaal), titel=f"Bijstelling {nummer}") for nummer in range(14))
    pdf = maak_bundel(replace(BUNDEL, delen=(BUNDEL.delen[0], Bundeldeel(titel="g. Plan", stukken=stukken))))

    keur(pdf)
    assert aantal_bladen(pdf) >= 50
    in_lijst = [regel.strip() for regel in bladwijzers(pdf) if regel.startswith("  Bijstelling")]
    assert in_lijst == [stuk.titel for stuk in stukken]
