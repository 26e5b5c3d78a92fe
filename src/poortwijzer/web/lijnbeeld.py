"""The 104-week line of one dossier: both pictures, the words that go with them and the legend."""

from collections import Counter
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortnormen.uitkomst import Stand
from poortwijzer.dossiers.beelden import Dossierbeeld
from poortwijzer.lib.datums import datum
from poortwijzer.lib.zinnen import met_hoofdletter
from poortwijzer.web.lijn import DAGEN_PER_WEEK, Punt, Tekening, liggend, punten, staand

LEGENDA: tuple[tuple[str, Promise], ...] = (
    ("gedaan", gettext_lazy("op tijd gedaan")),
    ("laat_gedaan", gettext_lazy("te laat gedaan")),
    ("te_laat", gettext_lazy("te laat")),
    ("nadert", gettext_lazy("binnenkort")),
    ("open", gettext_lazy("later")),
    ("vraag", gettext_lazy("vraag open")),
)
NOG_TE_DOEN = frozenset({Stand.OPEN, Stand.NADERT, Stand.TE_LAAT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijnbeeld:
    """What the template draws. `weken` is the length of the wachttijd; `beschrijving` says it in words."""

    liggend: Tekening
    staand: Tekening
    beschrijving: str
    legenda: tuple[tuple[str, Promise], ...]
    weken: int


def lijnbeeld(beeld: Dossierbeeld) -> Lijnbeeld | None:
    """Draw the line of a dossier; None while the first sick day or the length of the wachttijd is unknown."""
    if beeld.eerste_ziektedag is None or beeld.laatste_dag_wachttijd is None:
        return None
    momenten = punten(beeld.momenten)
    begin = beeld.eerste_ziektedag
    einde = max([beeld.laatste_dag_wachttijd, *(punt.dag for punt in momenten)])
    maten = (begin, einde, beeld.peildatum, momenten, beeld.perioden)
    soorten = {punt.soort for punt in momenten}
    return Lijnbeeld(
        liggend=liggend(*maten),
        staand=staand(*maten),
        beschrijving=_beschrijving(beeld, momenten),
        legenda=tuple((soort, naam) for soort, naam in LEGENDA if soort in soorten),
        weken=(beeld.aantal_dagen or 0) // DAGEN_PER_WEEK,
    )


def _beschrijving(beeld: Dossierbeeld, momenten: tuple[Punt, ...]) -> str:
    delen = []
    if beeld.dag and beeld.aantal_dagen:
        delen.append(_("Dag %(dag)s van %(dagen)s.") % {"dag": beeld.dag, "dagen": beeld.aantal_dagen})
    telling = Counter(punt.soort for punt in momenten)
    delen += [f"{met_hoofdletter(str(naam))}: {telling[soort]}." for soort, naam in LEGENDA if telling[soort]]
    open_ = [b.moment for b in beeld.momenten if b.moment.status in NOG_TE_DOEN and b.moment.uiterste_dag]
    if open_:
        eerste = min(open_, key=lambda moment: moment.uiterste_dag or beeld.peildatum)
        delen.append(
            _("Eerstvolgende: %(naam)s, uiterlijk %(dag)s.")
            % {"naam": eerste.naam, "dag": datum(eerste.uiterste_dag or beeld.peildatum)}
        )
    return " ".join(delen)
