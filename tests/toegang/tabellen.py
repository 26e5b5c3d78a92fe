"""The two tables that people review: what each address answers to whom, and who may see which field.

They are written down apart from the policy, so that a mistake there shows as a difference here.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from gevallen import WIE, Antwoord, Geval
from proefwereld import Proefwereld, Relatie

from poortwijzer.toegang.rollen import Rol

MAP = Path(__file__).with_name("verwacht")
ZICHTBAAR = MAP / "zichtbaar.tsv"
BEZOEKER = "bezoeker"
_KOPPEN = ("route", "variant", "methode", "relatie")
_NAMEN = tuple(BEZOEKER if wie is None else str(wie) for wie in WIE)
Verwachting = dict[Geval, dict[Rol | None, str]]
Zichtbaar = Mapping[str, frozenset[Rol]]

# Which dossiers a role reaches at all. HR and the privacy officer see those of the whole employer, and never the own.
BEREIK: Mapping[Rol, frozenset[Relatie]] = {
    **dict.fromkeys(Rol, frozenset({Relatie.BETROKKEN})),
    Rol.WERKNEMER: frozenset({Relatie.ZELF}),
    Rol.WERKGEVER: frozenset({Relatie.BETROKKEN, Relatie.COLLEGA}),
    Rol.PRIVACY_OFFICER: frozenset({Relatie.BETROKKEN, Relatie.COLLEGA}),
    Rol.BEHEERDER: frozenset(),
}
# Who reports employees sick finds them on a list, whoever has a role on an earlier dossier of theirs.
PERSONEELSLIJST = frozenset({"werknemer.naam", "werknemer.functie", "werknemer.afdeling", "werknemer.personeelsnummer"})
KIEST_UIT_ALLEN = frozenset({Rol.CASEMANAGER})


def lees_verwachting() -> Verwachting:
    """Give the expected answers."""
    verwacht: Verwachting = {}
    for bestand in sorted(MAP.glob("antwoorden-*.tsv")):
        for regel in _regels(bestand):
            sleutel = Geval(*(regel[kop] for kop in _KOPPEN))
            verwacht[sleutel] = {wie: regel[naam] for wie, naam in zip(WIE, _NAMEN, strict=True)}
    return verwacht


def schrijf_verwachting(verwacht: Verwachting) -> None:
    """Write the expected answers, in a file per group of addresses."""
    groepen: dict[str, list[str]] = {}
    for geval in sorted(verwacht):
        cellen = (geval.route, geval.variant, geval.methode, geval.relatie, *verwacht[geval].values())
        groepen.setdefault(_groep(geval.route), []).append("\t".join(cellen))
    for groep, regels in groepen.items():
        _schrijf(MAP / f"antwoorden-{groep}.tsv", (*_KOPPEN, *_NAMEN), regels)


def lees_zichtbaar() -> dict[str, frozenset[Rol]]:
    """Give per field the roles that may see it in a dossier that they reach."""
    return {regel["veld"]: frozenset(rol for rol in Rol if regel[str(rol)] == "x") for regel in _regels(ZICHTBAAR)}


def schrijf_zichtbaar(zichtbaar: Zichtbaar) -> None:
    """Write who may see which field."""
    regels = [
        "\t".join((veld, *("x" if rol in rollen else "-" for rol in Rol))) for veld, rollen in sorted(zichtbaar.items())
    ]
    _schrijf(ZICHTBAAR, ("veld", *map(str, Rol)), regels)


def lekken(wereld: Proefwereld, wie: Rol | None, antwoord: Antwoord, zichtbaar: Zichtbaar) -> Iterator[tuple[str, str]]:
    """Give what stands in an answer and is not for this person, as (mark of the dossier, field)."""
    for merk, veld in sorted(antwoord.kanaries):
        if wie is None or not mag_zien(wereld.relatie(wie, merk), wie, veld, zichtbaar):
            yield merk, veld


def mag_zien(relatie: Relatie, wie: Rol, veld: str, zichtbaar: Zichtbaar) -> bool:
    """Tell whether this role may see this field of a dossier with this relation."""
    bereikt = relatie in BEREIK[wie] or (
        relatie is Relatie.COLLEGA and wie in KIEST_UIT_ALLEN and veld in PERSONEELSLIJST
    )
    return bereikt and wie in zichtbaar.get(veld, frozenset())


def _groep(route: str) -> str:
    if not route.startswith("web:"):
        return "account"
    is_stuk = route.removeprefix("web:") in {"pdf", "reageren", "afschrift", "vergelijken", "nieuwe_versie"}
    return "stukken" if is_stuk or route.startswith("web:stuk") else "dossier"


def _regels(bestand: Path) -> Iterator[dict[str, str]]:
    kop, *regels = bestand.read_text(encoding="utf-8").splitlines()
    namen = kop.split("\t")
    yield from (dict(zip(namen, regel.split("\t"), strict=True)) for regel in regels)


def _schrijf(bestand: Path, koppen: Iterable[str], regels: Iterable[str]) -> None:
    bestand.write_text("\n".join(("\t".join(koppen), *regels)) + "\n", encoding="utf-8")
