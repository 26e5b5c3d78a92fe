"""What stands in the frozen documents of the demo: invented words, filled in by whose words they are."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from poortnormen.dossier import Dossier as KernDossier
from poortnormen.feiten.stukken import Stuk
from poortwijzer.accounts import demo as accounts_demo
from poortwijzer.formulieren import services
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.register import soort_van, soorten
from poortwijzer.formulieren.soort import Soort
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

NIET_INGEVULD = "Dit is een verzonnen voorbeeld; dit deel is niet ingevuld."
GEEN_MOGELIJKHEDEN = "geen_mogelijkheden"
_DAG = re.compile(r"dag([+-]\d+)")

Inhoud = dict[str, object]
Teksten = Mapping[str, Mapping[str, Inhoud]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Geval:
    """The example that a document belongs to, and the words there are for the kinds (none: only its day)."""

    kern: KernDossier
    teksten: Teksten

    def naam(self, partij: str) -> str:
        """Give who this party is in the example."""
        return self.kern.personen.get(partij) or self.kern.kenmerk


def lees_teksten(map_: Path) -> Teksten:
    """Read the words per kind from `map_` (one TOML file per kind); a folder that is not there has none."""
    return {pad.stem: tomllib.loads(pad.read_text(encoding="utf-8")) for pad in sorted(map_.glob("*.toml"))}


def maak_stukken(dossier_id: UUID, kern: KernDossier, teksten: Teksten) -> dict[str, UUID]:
    """Make the frozen documents that the example speaks of; give them by the id of their fact."""
    geval = _Geval(kern=kern, teksten=teksten)
    feiten = [feit for feit in kern.bekend_op(None) if isinstance(feit.waarde, Stuk) and feit.waarde.soort in soorten()]
    gemaakt: dict[str, UUID] = {}
    for feit in sorted(feiten, key=lambda feit: feit.vastgelegd_op):
        assert isinstance(feit.waarde, Stuk)  # noqa: S101  # so chosen
        gemaakt[feit.id] = _maak(dossier_id, geval, feit.waarde).pk
    return gemaakt


def _maak(dossier_id: UUID, geval: _Geval, stuk: Stuk) -> Formulier:
    vorm = soort_van(stuk.soort)
    vaststeller = _demoactor(vorm.vaststellers[0])
    concept = services.begin_concept(dossier_id=dossier_id, soort=vorm.soort, door=vaststeller)
    for door, velden in _per_gever(vorm, _inhoud(vorm, stuk, geval)):
        concept = services.bewaar_concept(concept, velden, door=door, verwachte_versie=concept.versie).formulier
    redenen = {deel.sleutel: NIET_INGEVULD for deel in services.ontbrekend(concept)}
    return services.maak_definitief(concept, door=vaststeller, verwachte_versie=concept.versie, redenen=redenen)


def _inhoud(vorm: Soort, stuk: Stuk, geval: _Geval) -> Inhoud:
    """Give the content, in agreement with what the fact says of the document."""
    inhoud = dict(geval.teksten.get(vorm.soort, {}).get("inhoud", {}))
    if vorm.soort == "probleemanalyse" and inhoud:
        inhoud |= _oordeel_van_de_arts(stuk.opgesteld_op, geval)
    for partij, heeft_visie in (("werkgever", stuk.heeft_visie_werkgever), ("werknemer", stuk.heeft_visie_werknemer)):
        if heeft_visie is False:
            inhoud.pop(f"visie_{partij}", None)
    if stuk.delen is not None and "casemanager" not in stuk.delen:
        inhoud.pop("casemanager", None)
    if stuk.evaluatiemomenten:
        inhoud["evaluatiemomenten"] = [moment.isoformat() for moment in stuk.evaluatiemomenten]
    velden = {veld.naam for veld in vorm.velden()}
    gevuld = {naam: _vul(waarde, stuk.opgesteld_op, geval) for naam, waarde in inhoud.items() if naam in velden}
    return {**gevuld, vorm.dag: stuk.opgesteld_op.isoformat()}


def _oordeel_van_de_arts(dag: date, geval: _Geval) -> Inhoud:
    """Give the answers of the doctor that the example tells, with the words that go with them."""
    antwoorden: Inhoud = {}
    for naam in ("dreigt_langdurig_verzuim", "heeft_mogelijkheden"):
        gegeven = [f.waarde for f in geval.kern.bekend_op(None) if f.naam == naam and (f.op or dag) <= dag]
        if gegeven:
            antwoorden[naam] = "ja" if gegeven[-1] else "nee"
    if antwoorden.get("heeft_mogelijkheden") == "nee":
        antwoorden |= geval.teksten["probleemanalyse"][GEEN_MOGELIJKHEDEN]
    return antwoorden


def _vul(waarde: object, dag: date, geval: _Geval) -> object:
    """Put names and days in place; `dag+14` is two weeks after the day of the document."""
    match waarde:
        case dict():
            return {naam: _vul(deel, dag, geval) for naam, deel in waarde.items()}
        case list():
            return [_vul(deel, dag, geval) for deel in waarde]
        case str() if treffer := _DAG.fullmatch(waarde):
            return (dag + timedelta(days=int(treffer[1]))).isoformat()
    return str(waarde).format(werknemer=geval.naam("werknemer"), casemanager=geval.naam("casemanager"))


def _per_gever(vorm: Soort, inhoud: Mapping[str, object]) -> Iterator[tuple[Actor, Inhoud]]:
    """Give the fields by who fills them in: each by somebody whose words they may be, who freezes it last."""
    wie: dict[Rol, Inhoud] = {}
    for veld in vorm.velden():
        if veld.naam in inhoud:
            rol = vorm.vaststellers[0] if vorm.vaststellers[0] in veld.gevers else veld.gevers[0]
            wie.setdefault(rol, {})[veld.naam] = inhoud[veld.naam]
    for rol in sorted(wie, key=lambda rol: rol is vorm.vaststellers[0]):
        yield _demoactor(rol), wie[rol]


def _demoactor(rol: Rol) -> Actor:
    wie = next(persoon for persoon in accounts_demo.PERSONEN if persoon.rol is rol)
    return Actor(gebruiker_id=wie.id, rol=rol, organisatie_id=wie.organisatie.id, naam=wie.naam)
