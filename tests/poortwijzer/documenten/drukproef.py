"""A document with one of everything, and the same with a text that somebody typed everywhere."""

from dataclasses import replace
from datetime import UTC, datetime

from poortwijzer.documenten.gegevens import (
    Antwoord,
    Leemte,
    Lijst,
    Partij,
    Reactie,
    Regel,
    Sectie,
    Stukgegevens,
    Tabel,
)

STUK = Stukgegevens(
    titel="Plan van aanpak",
    onderdeel="g",
    kenmerk="K7RM-2XQP",
    dag="di 24 maart 2026",
    partijen=(Partij(rol="werknemer", naam="Katja Voorbeeld"), Partij(rol="werkgever", naam="Detailhandel Zuid")),
    regels=(Regel(label="Werknemer", tekst="Katja Voorbeeld"),),
    secties=(
        Sectie(
            titel="Wie doet wat?",
            blokken=(
                Tabel(label="Activiteiten", koppen=("Wat?", "Wie?"), rijen=(("Bellen", "werkgever"), ("", "samen"))),
                Lijst(label="Momenten", punten=("di 24 maart 2026",)),
                Antwoord(label="Visie", alineas=("Goed zo.\nMaar rustig.",), van="werknemer", noot="zelf ingevuld"),
                Antwoord(label="Leeg antwoord"),
                Tabel(label="Lege tabel", koppen=("Wat?",)),
                Lijst(label="Lege lijst"),
            ),
        ),
    ),
    leemten=(Leemte(wat="De visie van de werkgever ontbreekt.", reden="Met verlof.", norm="PRG-4-2-2"),),
    reacties=(Reactie(partij="Werknemer", standpunt="niet eens", woorden="Te snel.", naam="Katja", op="vandaag"),),
    vorm="versie 1, formulier 1",
    afdruk="0123456789abcdef" * 4,
    gemaakt_op=datetime(2026, 3, 24, 12, tzinfo=UTC),
    is_concept=False,
)


def met_antwoord(tekst: str) -> Stukgegevens:
    """Put a text that somebody typed everywhere where such texts come."""
    tabel = Tabel(label="Tabel", koppen=("Wat?",), rijen=((tekst,),))
    return replace(
        STUK,
        secties=(Sectie(titel="Sectie", blokken=(Antwoord(label="Vraag", alineas=(tekst,), noot=tekst), tabel)),),
        leemten=(Leemte(wat="Iets ontbreekt.", reden=tekst),),
        reacties=(Reactie(partij="Werknemer", standpunt="eens", woorden=tekst, naam=tekst),),
        regels=(Regel(label="Werkgever", tekst=tekst),),
    )
