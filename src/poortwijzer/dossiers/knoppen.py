"""Which act a role can do about a moment, a question or a document: the button, without an address."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortnormen.catalogus import catalogus
from poortnormen.feiten import FEITEN
from poortnormen.norm import Norm
from poortwijzer.dossiers.beelden import Knop, Knopsoort
from poortwijzer.dossiers.partijen import mag_beantwoorden, met_afschrift, te_vragen
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.register import soorten
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import STUKKEN, Deel, Handeling
from poortwijzer.toegang.rollen import Rol

WERKT_AAN = (Handeling.STUK_OPSTELLEN, Handeling.STUK_AANVULLEN, Handeling.STUK_VASTSTELLEN)
# The acts on the illness as a whole, with the act of the policy that each needs.
_OP_DOSSIER: tuple[tuple[Knopsoort, Handeling, Promise], ...] = (
    (Knopsoort.LEG_HERVATTING_VAST, Handeling.HERVATTING_VASTLEGGEN, gettext_lazy("Hervatting vastleggen")),
    (Knopsoort.MELD_HERSTEL, Handeling.HERSTEL_MELDEN, gettext_lazy("Herstel melden")),
)

Concepten = Mapping[str, UUID]


def openen() -> Knop:
    """Give the act that always remains: open the dossier."""
    return Knop(soort=Knopsoort.OPEN_DOSSIER, label=_("Open dossier"))


def voor_moment(rol: Rol, norm: Norm, concepten: Concepten) -> Knop | None:
    """Give what this role can do to bring a moment to its end; None when that is for others."""
    if norm.moment is None:
        return None
    gedaan = norm.moment.gedaan_door or _feit_achter(norm.moment.gedaan)
    soort = FEITEN.get(gedaan)
    stuk = gedaan if soort is None else soort.uit_stuk
    if stuk in STUKKEN:
        return _stuk(rol, stuk, concepten)
    return _afschriften(rol) if gedaan == "afschriften" else voor_feit(rol, gedaan)


def _feit_achter(gedaan: str) -> str:
    """Give the fact that says a moment is done; through an outcome, the fact with a day of its own that it rests on."""
    uitwerking = catalogus().uitwerkingen.get(catalogus().namen.get(gedaan, ""))
    if uitwerking is None:
        return gedaan
    return next((a.sleutel for a in uitwerking.feiten if a.sleutel in FEITEN and FEITEN[a.sleutel].op_uit), "")


def voor_feit(rol: Rol, naam: str) -> Knop | None:
    """Give the act that answers a question of the core; None when this role cannot give the answer."""
    if not mag_beantwoorden(rol, naam):
        return None
    return Knop(soort=Knopsoort.LEG_FEIT_VAST, label=_("Leg vast"), onderdeel=naam)


def voor_vraag(rol: Rol, naam: str) -> Knop | None:
    """Give the act that answers an open question of the test; None when others answer it, or a document does."""
    gevraagd = te_vragen(naam)
    return None if gevraagd is None else voor_feit(rol, gevraagd)


def voor_stuk(rol: Rol, soort: str, concepten: Concepten) -> Knop | None:
    """Give the act with which a document of this kind comes; None when others make it."""
    return _stuk(rol, soort, concepten)


@lru_cache(maxsize=len(Rol))
def te_beantwoorden(rol: Rol) -> frozenset[str]:
    """Give the facts that this role can record."""
    return frozenset(naam for naam in FEITEN if voor_feit(rol, naam) is not None)


def afwijken(rol: Rol, norm: str) -> Knop | None:
    """Give the act to propose another day; None when the parties may not, or this role is none of them."""
    if norm not in afwijkbare_normen() or not mag(rol, Handeling.AFWIJKING_VOORSTELLEN, Deel.AFWIJKINGEN):
        return None
    return Knop(soort=Knopsoort.STEL_AFWIJKING_VOOR, label=_("Stel een andere dag voor"), onderdeel=norm)


def afwijkbare_normen() -> frozenset[str]:
    """Give the norms whose last day the parties may move together."""
    return frozenset(
        norm.id for norm in catalogus().normen.values() if norm.moment is not None and norm.moment.is_afwijkbaar
    )


def op_stuk(rol: Rol, stuk: Formulier) -> tuple[Knop, ...]:
    """Give what this role can do with a document that it may see."""
    deel = Deel(stuk.soort)
    knoppen = [Knop(soort=Knopsoort.LEES_STUK, label=_("Lees"), onderdeel=stuk.soort, doel_id=stuk.pk)]
    if not stuk.is_definitief:
        if werkt_aan(rol, deel):
            knoppen.insert(0, _verder(stuk.soort, stuk.pk))
        return tuple(knoppen)
    if mag(rol, Handeling.STUK_REAGEREN, deel):
        knoppen.append(Knop(soort=Knopsoort.REAGEER_OP_STUK, label=_("Reageer"), onderdeel=stuk.soort, doel_id=stuk.pk))
    if mag(rol, Handeling.STUK_VASTSTELLEN, deel):
        knoppen.append(
            Knop(
                soort=Knopsoort.LEG_AFSCHRIFT_VAST,
                label=_("Leg vast wie een afschrift kreeg"),
                onderdeel=stuk.soort,
                doel_id=stuk.pk,
            )
        )
    return tuple(knoppen)


def op_dossier(actor: Actor, concepten: Concepten) -> tuple[Knop, ...]:
    """Give the acts on the dossier as a whole, and a button for each kind of document this role may begin."""
    knoppen = [
        Knop(soort=soort, label=str(label))
        for soort, handeling, label in _OP_DOSSIER
        if mag(actor.rol, handeling, Deel.VERZUIM)
    ]
    stukken = (_stuk(actor.rol, deel, concepten) for deel in STUKKEN if deel in soorten())
    return (*knoppen, *(knop for knop in stukken if knop is not None))


def werkt_aan(rol: Rol, deel: Deel) -> bool:
    """Tell whether this role works on drafts of this kind; who only reads sees what is frozen."""
    return any(mag(rol, handeling, deel) for handeling in WERKT_AAN)


def concepten_van(stukken: Iterable[Formulier]) -> dict[str, UUID]:
    """Give the open drafts by kind."""
    return {stuk.soort: stuk.pk for stuk in stukken if not stuk.is_definitief}


def _stuk(rol: Rol, soort: str, concepten: Concepten) -> Knop | None:
    """Give the act to go on with the draft of this kind, or to begin one."""
    deel = Deel(soort)
    if soort in concepten:
        return _verder(soort, concepten[soort]) if werkt_aan(rol, deel) else None
    if not mag(rol, Handeling.STUK_OPSTELLEN, deel):
        return None
    return Knop(soort=Knopsoort.STEL_STUK_OP, label=_("Maak: %(stuk)s") % {"stuk": deel.label}, onderdeel=soort)


def _afschriften(rol: Rol) -> Knop | None:
    """Give the act to record who got a copy; moments ask it of the plan only."""
    if Deel.PLAN_VAN_AANPAK not in met_afschrift(rol):
        return None
    return Knop(soort=Knopsoort.LEG_FEIT_VAST, label=_("Leg vast wie een afschrift kreeg"), onderdeel="afschriften")


def _verder(soort: str, stuk_id: UUID) -> Knop:
    label = _("Ga verder met: %(stuk)s") % {"stuk": Deel(soort).label}
    return Knop(soort=Knopsoort.STEL_STUK_OP, label=label, onderdeel=soort, doel_id=stuk_id)
