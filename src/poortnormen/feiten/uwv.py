"""Feiten over meldingen aan UWV, de WIA-aanvraag en besluiten van UWV."""

from dataclasses import dataclass
from datetime import date

from poortnormen.feiten.soort import UWV, WERKGEVER, WERKNEMER, Feitsoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Ziekteaangifte:
    """De aangifte bij UWV na 42 weken, met de eerste ziektedag die daarin staat."""

    gedaan_op: date
    gemelde_eerste_ziektedag: date | None = None


FEITEN = (
    Feitsoort(
        naam="ziekteaangifte",
        type=Ziekteaangifte,
        vraag="Op welke dag is de 42-wekenaangifte bij UWV gedaan, en met welke eerste ziektedag?",
        gevers=(WERKGEVER,),
        op_uit="gedaan_op",
    ),
    Feitsoort(
        naam="wia_aanvraag_op",
        type=date,
        vraag="Op welke dag is de WIA-uitkering aangevraagd?",
        gevers=(WERKNEMER, UWV, WERKGEVER),
        op_uit="waarde",
    ),
)
