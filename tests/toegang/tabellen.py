"""The tables that people review, written down apart from the policy: a mistake there shows as a difference here.

- `antwoorden-*.tsv`: what each address answers to whom;
- `logboek-*.tsv`: which rows that leaves in the log, as `act:part`, with `!` before it when it was refused;
- `bladen.tsv`: what each page shows of a dossier that one is near to, and what it offers to do there;
- `zichtbaar.tsv`: who may see which field at all, wherever it turns up.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from gevallen import WIE, Geval
from proberen import Antwoord
from proefwereld import Proefwereld, Relatie

from poortwijzer.toegang.rollen import Rol

MAP = Path(__file__).with_name("verwacht")
ZICHTBAAR = MAP / "zichtbaar.tsv"
BLADEN = MAP / "bladen.tsv"
BEZOEKER = "bezoeker"
_KOPPEN = ("route", "variant", "methode", "relatie")
_NAMEN = tuple(BEZOEKER if wie is None else str(wie) for wie in WIE)
Verwachting = dict[Geval, dict[Rol | None, str]]
Zichtbaar = Mapping[str, frozenset[Rol]]
# Per page (route and variant) and person what is on it; what is on no page of his is left out.
Blad = tuple[str, str]
Bladen = dict[tuple[Blad, Rol], frozenset[str]]

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


def lees_verwachting(wat: str = "antwoorden") -> Verwachting:
    """Give the expected answers, or with "logboek" the rows of the log that they leave."""
    verwacht: Verwachting = {}
    for bestand in sorted(MAP.glob(f"{wat}-*.tsv")):
        for regel in _regels(bestand):
            sleutel = Geval(*(regel[kop] for kop in _KOPPEN))
            verwacht[sleutel] = {wie: regel[naam] for wie, naam in zip(WIE, _NAMEN, strict=True)}
    return verwacht


def schrijf_verwachting(verwacht: Verwachting, wat: str = "antwoorden") -> None:
    """Write the expected answers (or rows of the log), in a file per group of addresses; empty lines are left out."""
    groepen: dict[str, list[str]] = {}
    for geval in sorted(verwacht):
        if not set(verwacht[geval].values()) - {"", "?"}:
            continue
        cellen = (geval.route, geval.variant, geval.methode, geval.relatie, *verwacht[geval].values())
        groepen.setdefault(_groep(geval.route), []).append("\t".join(cellen))
    for groep, regels in groepen.items():
        _schrijf(MAP / f"{wat}-{groep}.tsv", (*_KOPPEN, *_NAMEN), regels)


def lees_zichtbaar() -> dict[str, frozenset[Rol]]:
    """Give per field the roles that may see it in a dossier that they reach."""
    return {regel["veld"]: frozenset(rol for rol in Rol if regel[str(rol)] == "x") for regel in _regels(ZICHTBAAR)}


def schrijf_zichtbaar(zichtbaar: Zichtbaar) -> None:
    """Write who may see which field."""
    regels = [
        "\t".join((veld, *("x" if rol in rollen else "-" for rol in Rol))) for veld, rollen in sorted(zichtbaar.items())
    ]
    _schrijf(ZICHTBAAR, ("veld", *map(str, Rol)), regels)


def lees_bladen() -> Bladen:
    """Give what is on each page, per role."""
    bladen: dict[tuple[Blad, Rol], set[str]] = {}
    for regel in _regels(BLADEN):
        for rol in Rol:
            if regel[str(rol)] == "x":
                bladen.setdefault(((regel["route"], regel["variant"]), rol), set()).add(regel["wat"])
    return {sleutel: frozenset(wat) for sleutel, wat in bladen.items()}


def schrijf_bladen(bladen: Bladen) -> None:
    """Write what is on each page: a line per field, road or button, with who finds it there."""
    wie: dict[tuple[str, str, str], set[Rol]] = {}
    for ((route, variant), rol), alles in bladen.items():
        for wat in alles:
            wie.setdefault((route, variant, wat), set()).add(rol)
    regels = [
        "\t".join((*sleutel, *("x" if rol in rollen else "-" for rol in Rol)))
        for sleutel, rollen in sorted(wie.items())
    ]
    _schrijf(BLADEN, ("route", "variant", "wat", *map(str, Rol)), regels)


def op_blad(wereld: Proefwereld, wie: Rol, antwoord: Antwoord) -> frozenset[str]:
    """Give what is on a page: fields of the dossiers that this person reaches, and what it offers."""
    velden = {veld for merk, veld in antwoord.kanaries if wereld.relatie(wie, merk) in BEREIK[wie]}
    return antwoord.wegen | {f"veld {veld}" for veld in velden}


def is_blad(geval: Geval, wie: Rol | None) -> bool:
    """Tell whether this case is a page that this person looks at from near by."""
    dichtbij = {"", Relatie.ZELF if wie is Rol.WERKNEMER else Relatie.BETROKKEN}
    return wie is not None and geval.methode == "GET" and geval.relatie in dichtbij


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
