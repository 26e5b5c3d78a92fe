"""The 104-week line: where marks, labels and the area of illness stand in the picture, lying and upright.

Whole pixels only, so that no locale writes a comma in an SVG. Labels are flags on poles: a label stands to the right of
its pole, and a pole may not pass through a label. Laid out from right to left, each label goes one row above the
highest pole that stands under its text; so nothing collides, however many moments are close together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from poortnormen.uitkomst import Stand
from poortwijzer.dossiers.beelden import Momentbeeld, Periodebeeld
from poortwijzer.web.verloop import Trede, treden

LENGTE = 800  # width of the axis in the lying picture
MARGE = 10
ONDER_AS = 66  # room below the axis for week numbers and today's mark
VLAK = 44  # height of the area at 100% ill
RIJ = 22
RUIMTE_VOOR_TEKST = 230  # to the right of the axis
NU_BREED = 78
TEKENBREEDTE = 7.3  # of the label's typeface, on the safe side
HOOGSTENS_TEKENS = 30
LENGTE_STAAND = 680
VLAK_STAAND = 30
AS_STAAND = 84
DAGEN_PER_WEEK = 7
WEKEN_PER_STREEP = 13
WEKEN_PER_GETAL = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Merk:
    """A mark with its label: `plek` along the axis, `label` where its text stands, `soort` its shape and colour."""

    plek: int
    label: int
    tekst: str
    soort: str

    @property
    def klasse(self) -> str:
        """The class of the label's text, after a space."""
        return _KLASSEN.get(self.soort, "")

    @property
    def pool(self) -> int:
        """Lying: where the pole ends, above the axis."""
        return -self.label - 5

    @property
    def tekst_x(self) -> int:
        """Lying: where the text begins, right of its pole."""
        return self.plek + 6

    @property
    def tekst_y(self) -> int:
        """Lying: the foot of the text, above the axis."""
        return -self.label

    @property
    def onder(self) -> int:
        """Upright: the foot of the text."""
        return self.label + 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """A stretch of the axis with its level (pixels from the axis); `soort` is ziek, verlof or therapie."""

    van: int
    tot: int
    hoog: int
    soort: str

    @property
    def lengte(self) -> int:
        """The length along the axis."""
        return self.tot - self.van


@dataclass(frozen=True, slots=True, kw_only=True)
class Streep:
    """A division of the axis; `tekst` is empty for one without a number."""

    plek: int
    tekst: str

    @property
    def tekst_y(self) -> int:
        """Upright: the foot of the text."""
        return self.plek + 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekening:
    """One picture: sizes, and what stands in it. `as_` is the y of the lying axis, the x of the upright one."""

    breed: int
    hoog: int
    as_: int
    einde: int
    nu: int | None
    nu_label: int
    merken: tuple[Merk, ...]
    vakken: tuple[Vak, ...]
    strepen: tuple[Streep, ...]

    @property
    def nu_links(self) -> int:
        """Lying: the left side of the plate that says today."""
        return self.nu_label - NU_BREED // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """A day on the line with its words: one moment, or more on the same day and with the same status."""

    dag: date
    tekst: str
    soort: str


_KLASSEN = {
    "nu": " is-today",
    "te_laat": " is-bad",
    "nadert": " is-warn",
    "laat_gedaan": " is-warn",
    "gedaan": " is-good",
}
SOORTEN = {
    Stand.OP_TIJD: "gedaan",
    Stand.TE_LAAT_GEDAAN: "laat_gedaan",
    Stand.TE_LAAT: "te_laat",
    Stand.NADERT: "nadert",
    Stand.OPEN: "open",
    Stand.ONBEKEND: "vraag",
}


def punten(momenten: Iterable[Momentbeeld]) -> tuple[Punt, ...]:
    """Give the days to mark, in order: when it was done, else the last day; moments without a day are left out."""
    per_plek: dict[tuple[date, str], list[str]] = {}
    for beeld in momenten:
        moment = beeld.moment
        dag = moment.gedaan_op or moment.uiterste_dag
        if dag is not None and moment.status in SOORTEN:
            is_later = moment.status is Stand.ONBEKEND and not moment.vragen
            soort = SOORTEN[Stand.OPEN if is_later else moment.status]
            per_plek.setdefault((dag, soort), []).append(moment.naam)
    return tuple(Punt(dag=dag, soort=soort, tekst=_label(namen)) for (dag, soort), namen in sorted(per_plek.items()))


def liggend(
    begin: date, einde: date, vandaag: date, momenten: Sequence[Punt], perioden: Sequence[Periodebeeld]
) -> Tekening:
    """Draw the line from left to right, for wide screens."""
    schaal = _Schaal(begin, einde, LENGTE, MARGE)
    plekken = [schaal.plek(punt.dag) for punt in momenten]
    rijen = _rijen(plekken, [len(punt.tekst) * TEKENBREEDTE + 14 for punt in momenten])
    onderste = VLAK + RIJ
    merken = [
        Merk(plek=plek, label=onderste + rij * RIJ, tekst=punt.tekst, soort=punt.soort)
        for plek, rij, punt in zip(plekken, rijen, momenten, strict=True)
    ]
    as_ = onderste + (max(rijen, default=0) + 1) * RIJ
    breed = LENGTE + RUIMTE_VOOR_TEKST + MARGE
    nu = schaal.plek(vandaag) if begin <= vandaag <= einde else None
    return Tekening(
        breed=breed,
        hoog=as_ + ONDER_AS,
        as_=as_,
        einde=schaal.plek(einde),
        nu=nu,
        nu_label=min(max(nu or 0, NU_BREED // 2 + 2), breed - NU_BREED // 2 - 2),
        merken=tuple(merken),
        vakken=_vakken(schaal, perioden, begin, min(vandaag, einde), VLAK),
        strepen=_strepen(schaal, begin, einde),
    )


def staand(
    begin: date, einde: date, vandaag: date, momenten: Sequence[Punt], perioden: Sequence[Periodebeeld]
) -> Tekening:
    """Draw the line from top to bottom, for a phone; today stands among the labels."""
    lengte = max(LENGTE_STAAND, (len(momenten) + 2) * (RIJ + 4))
    schaal = _Schaal(begin, einde, lengte, 2 * MARGE)
    alle = list(momenten)
    if begin <= vandaag <= einde:
        alle.append(Punt(dag=vandaag, tekst=_("vandaag"), soort="nu"))
    alle.sort(key=lambda punt: punt.dag)
    plekken = [schaal.plek(punt.dag) for punt in alle]
    labels = _onder_elkaar(plekken, lengte + 2 * MARGE)
    merken = [
        Merk(plek=plek, label=label, tekst=punt.tekst, soort=punt.soort)
        for plek, label, punt in zip(plekken, labels, alle, strict=True)
    ]
    return Tekening(
        breed=340,
        hoog=lengte + 4 * MARGE,
        as_=AS_STAAND,
        einde=schaal.plek(einde),
        nu=schaal.plek(vandaag) if begin <= vandaag <= einde else None,
        nu_label=0,
        merken=tuple(merken),
        vakken=_vakken(schaal, perioden, begin, min(vandaag, einde), VLAK_STAAND),
        strepen=_strepen(schaal, begin, einde),
    )


@dataclass(frozen=True, slots=True)
class _Schaal:
    begin: date
    einde: date
    lengte: int
    marge: int

    def plek(self, dag: date) -> int:
        """Give the place of a day on the axis, kept within it."""
        totaal = max((self.einde - self.begin).days, 1)
        dagen = min(max((dag - self.begin).days, 0), totaal)
        return self.marge + round(self.lengte * dagen / totaal)


def _label(namen: Sequence[str]) -> str:
    tekst = namen[0]
    if len(namen) > 1:
        tekst = _("%(naam)s en %(aantal)s meer") % {"naam": tekst, "aantal": len(namen) - 1}
    return tekst if len(tekst) <= HOOGSTENS_TEKENS else f"{tekst[: HOOGSTENS_TEKENS - 1].rstrip()}…"


def _rijen(plekken: Sequence[int], breedtes: Sequence[float]) -> list[int]:
    """Give each label its row above the axis; see the head of this module."""
    rijen = [0] * len(plekken)
    for nummer in reversed(range(len(plekken))):
        rechts = plekken[nummer] + breedtes[nummer]
        eronder = [rijen[ander] for ander in range(nummer + 1, len(plekken)) if plekken[ander] < rechts]
        rijen[nummer] = max(eronder, default=-1) + 1
    return rijen


def _onder_elkaar(plekken: Sequence[int], hoogste: int) -> list[int]:
    """Push labels down until none overlap, then back up where they would fall off the end."""
    labels: list[int] = []
    for plek in plekken:
        labels.append(max(plek, labels[-1] + RIJ) if labels else plek)
    grens = hoogste
    for nummer in reversed(range(len(labels))):
        labels[nummer] = min(labels[nummer], grens)
        grens = labels[nummer] - RIJ
    return labels


def _vakken(
    schaal: _Schaal, perioden: Sequence[Periodebeeld], begin: date, tot_en_met: date, hoogte: int
) -> tuple[Vak, ...]:
    def vak(trede: Trede) -> Vak:
        return Vak(
            van=schaal.plek(trede.vanaf),
            tot=schaal.plek(trede.tot),
            hoog=round(hoogte * trede.pct / 100),
            soort=trede.soort,
        )

    return tuple(vak(trede) for trede in treden(perioden, begin, tot_en_met))


def _strepen(schaal: _Schaal, begin: date, einde: date) -> tuple[Streep, ...]:
    weken = ((einde - begin).days + 1) // DAGEN_PER_WEEK
    return tuple(
        Streep(
            plek=schaal.plek(begin + timedelta(weeks=week)),
            tekst=(_("week %(week)s") % {"week": week}) if week % WEKEN_PER_GETAL == 0 else "",
        )
        for week in range(0, weken + 1, WEKEN_PER_STREEP)
    )
