"""Een voorgestelde stap echt zetten: het dossier met het feit erbij dat de stap oplevert."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from poortnormen.dossier import Dossier, Feit
from poortnormen.feiten import FEITEN
from poortnormen.feiten.reintegratie import Deskundigenoordeel, Uitvoerder, Werkvoorstel
from poortnormen.feiten.stukken import Stuk, Stukdeel, Stuksoort, Verslaggegevens
from poortnormen.feiten.verzuim import Hervatting
from poortnormen.standdelen import Stap

GEGEVENS = {
    "administratieve gegevens": "heeft_administratieve_gegevens",
    "aard van het bedrijf": "heeft_aard_bedrijf",
    "functie": "heeft_functie",
    "bekwaamheden": "heeft_bekwaamheden",
}
OORDELEN = {
    "oordeel over de arbeidsrelatie": (Stukdeel.ARBEIDSRELATIE_WERKGEVER, Stukdeel.ARBEIDSRELATIE_BEDRIJFSARTS),
    "oordeel over verloop en belastbaarheid": (Stukdeel.BELASTBAARHEID,),
    "oordeel over passend werk": (Stukdeel.PASSEND_WERK_BEDRIJFSARTS, Stukdeel.PASSEND_WERK_WERKGEVER),
}
STUKKEN = {
    "oordeel en adviezen van de bedrijfsarts": (Stuksoort.PROBLEEMANALYSE,),
    "plan van aanpak": (Stuksoort.PLAN_VAN_AANPAK,),
    "eerstejaarsevaluatie en laatste evaluatie": (Stuksoort.EERSTEJAARSEVALUATIE, Stuksoort.EINDEVALUATIE),
    "oordeel van de werknemer": (Stuksoort.OORDEEL_WERKNEMER,),
}


def zet_stappen(dossier: Dossier, stappen: Iterable[Stap], dag: date) -> Dossier:
    """Het dossier nadat iemand deze stappen op een dag zette; van dezelfde gever telt het laatste antwoord."""
    for nummer, stap in enumerate(stappen):
        for deel, waarde in enumerate(_waarden(dossier, stap, dag)):
            soort = FEITEN[stap.feit]
            gever = _gever(dossier, stap)
            feit = Feit(
                naam=stap.feit,
                waarde=waarde,
                op=None if soort.op_uit else dag,
                vastgelegd_op=dag,
                gever=gever,
                id=f"~stap-{nummer}-{deel}",
                motivering="Dit is met iedereen besproken en zo vastgesteld.",
            )
            dossier = _zonder_eigen_voorstel(dossier, waarde).met(feit)
    return dossier


def _gever(dossier: Dossier, stap: Stap) -> str:
    """Wie eerder over het geheel oordeelde, weegt het opnieuw; anders wie de vraag kan beantwoorden."""
    eerder = [feit.gever for feit in dossier.feiten if feit.naam == stap.feit]
    mogelijk = FEITEN[stap.feit].gevers
    if len(set(eerder)) == 1 and FEITEN[stap.feit].is_oordeel:
        return eerder[0]
    return next((partij for partij in stap.wie if partij in mogelijk), mogelijk[0])


def _waarden(dossier: Dossier, stap: Stap, dag: date) -> Iterator[object]:
    naam = str(stap.wat.gegevens.get("stuk", ""))
    if stap.waarde is not None:
        yield stap.waarde
    elif naam in GEGEVENS:
        eerder = next(
            (f.waarde for f in dossier.feiten[::-1] if isinstance(f.waarde, Verslaggegevens)), Verslaggegevens()
        )
        yield replace(eerder, **{GEGEVENS[naam]: True})
    elif naam in OORDELEN:
        yield Stuk(soort=Stuksoort.ACTUEEL_OORDEEL, opgesteld_op=dag, delen=OORDELEN[naam])
    elif stap.norm == "BKP-9-12":
        yield from (replace(w, is_aanvaard=False, is_afwijzing_onderbouwd=True) for w in _onbeantwoord(dossier))
    elif naam in STUKKEN:
        yield from (Stuk(soort=soort, opgesteld_op=dag) for soort in STUKKEN[naam])
    else:
        yield _bij_norm(dossier, stap, dag)


def _bij_norm(dossier: Dossier, stap: Stap, dag: date) -> object:
    match stap.norm:
        case "BKP-3-08":
            werk = max((f.waarde for f in dossier.feiten if isinstance(f.waarde, Hervatting)), key=lambda h: h.vanaf)
            return replace(werk, vanaf=dag, loonwaarde_pct=Fraction(65), is_therapeutisch=False)
        case "BKP-4a-04":
            return Stuk(soort=Stuksoort.BIJSTELLING, opgesteld_op=dag, delen=(Stukdeel.CASEMANAGER,))
        case "BKP-4a-06":
            return Stuk(soort=Stuksoort.EVALUATIE, opgesteld_op=dag)
        case "BKP-10-05":
            return Deskundigenoordeel(gevraagd_op=dag, gevraagd_door=Uitvoerder.WERKGEVER)
        case "BKP-5-03":
            return dag
        case _:
            raise AssertionError(f"wie zet deze stap: {stap}")


def _onbeantwoord(dossier: Dossier) -> list[Werkvoorstel]:
    voorstellen = [feit.waarde for feit in dossier.feiten if isinstance(feit.waarde, Werkvoorstel)]
    return [v for v in voorstellen if not v.is_ingetrokken and not v.is_aanvaard]


def _zonder_eigen_voorstel(dossier: Dossier, waarde: object) -> Dossier:
    """Wie een antwoord alsnog onderbouwt, vervangt het eerste."""
    if not isinstance(waarde, Werkvoorstel):
        return dossier
    hetzelfde = [f for f in dossier.feiten if isinstance(f.waarde, Werkvoorstel) and f.waarde.werk == waarde.werk]
    return replace(dossier, feiten=tuple(feit for feit in dossier.feiten if feit not in hetzelfde))
