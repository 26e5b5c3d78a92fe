"""Feiten over het bewaren van een dossier: vanaf wanneer het telt, en wat het wissen tegenhoudt."""

from dataclasses import dataclass
from datetime import date

from poortnormen.feiten.soort import WERKGEVER, Feitsoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarblokkade:
    """Een conflict of procedure waarvoor het dossier nodig blijft; zonder `tot` loopt het nog."""

    vanaf: date
    tot: date | None = None


FEITEN = (
    Feitsoort(
        naam="is_eigenrisicodrager_wga",
        type=bool,
        vraag="Is de werkgever eigenrisicodrager voor de WGA?",
        gevers=(WERKGEVER,),
    ),
    Feitsoort(
        naam="begin_bewaartermijn_eigenrisico",
        type=date,
        vraag="Vanaf welke dag telt de bewaartermijn als eigenrisicodrager? De bron noemt er geen: spreek er een af.",
        gevers=(WERKGEVER,),
    ),
    Feitsoort(
        naam="bewaarblokkades",
        type=Bewaarblokkade,
        vraag="Loopt er een conflict of procedure waarvoor het dossier nodig blijft?",
        gevers=(WERKGEVER,),
        onderdeel="bewaarblokkade",
        op_uit="vanaf",
    ),
    Feitsoort(
        naam="logregel_op",
        type=date,
        vraag="Van welke dag is de regel in het logboek?",
        gevers=(WERKGEVER,),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="wisverzoek_ontvangen_op",
        type=date,
        vraag="Op welke dag kwam het verzoek om te wissen binnen?",
        gevers=(WERKGEVER,),
        op_uit="waarde",
    ),
)
