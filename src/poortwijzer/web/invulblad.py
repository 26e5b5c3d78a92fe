"""What the pages for filling in a document show, and what came in with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from poortwijzer.formulieren.ingevuld import rijen_na, wijzigingen_uit
from poortwijzer.formulieren.scherm import namen_van, secties
from poortwijzer.formulieren.services import (
    ConceptGewijzigd,
    Formulierfout,
    NogOntbrekend,
    klad_van,
    ontbrekend,
)
from poortwijzer.formulieren.soort import Soort
from poortwijzer.formulieren.velden import KNOP_ERBIJ, KNOP_WEG, Soortformulier
from poortwijzer.formulieren.waarden import lees
from poortwijzer.formulieren.weergave import regels
from poortwijzer.lib.bsn import zoek_bsn
from poortwijzer.lib.datums import gettext
from poortwijzer.tekstwacht.wacht import teksten_in
from poortwijzer.tekstwacht.woordenlijst import Vondst, vind_in
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.dictaat import dictaatcontext, namens
from poortwijzer.web.dossierkop import kruimels
from poortwijzer.web.onthouden import NIET_BEWAREN, VELD
from poortwijzer.web.stuklezen import kijk_als, vooruitblik
from poortwijzer.web.woordenwacht import GROND

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier
    from poortwijzer.formulieren.models import Formulier

REDEN = "reden-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingezonden:
    """What was sent, to be shown again: how many rows there are, and it stands over what is saved.

    `is_klad`: it is what this person typed before, and did not save.
    """

    velden: QueryDict | None = None
    is_klad: bool = False
    namens: str = ""
    fout: Formulierfout | None = None

    @property
    def voor(self) -> str:
        """For whom one writes: as the address says, or as the form that was sent says."""
        return self.namens or (str(self.velden.get("namens", "")) if self.velden else "")

    @property
    def botsing(self) -> ConceptGewijzigd | None:
        """Why it could not be saved, when that is because somebody else changed the same."""
        return self.fout if isinstance(self.fout, ConceptGewijzigd) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Botsing:
    """One question that two people answered at the same time: what this person typed and what stands there now."""

    label: str
    eigen: tuple[str, ...]
    opgeslagen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leemte:
    """Something that is missing, with the field in which somebody says why."""

    veld: str
    wat: str
    waarom: str
    doe: str
    norm: str | None
    van: str
    reden_volstaat: bool
    reden: str
    fout: str


def versie(velden: QueryDict) -> int:
    """Give the version that a form was made from; 0 when it does not say, which only clashes too soon."""
    tekst = str(velden.get("versie", ""))
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else 0  # noqa: PLR2004  # more figures than any version has


def ingevuld(actor: Actor, stuk: "Formulier", velden: QueryDict) -> dict[str, Any]:
    """Give what was sent, as the act that saves a draft takes it."""
    return {
        "namens": namens(actor, stuk, str(velden.get("namens", ""))),
        "wijzigingen": wijzigingen_uit(stuk.vorm, _plat(velden)),
        "verwachte_versie": versie(velden),
    }


def wil_rijen(velden: QueryDict) -> bool:
    """Tell whether the button was one that adds or removes a row."""
    return bool({KNOP_ERBIJ, KNOP_WEG} & set(velden))


def redenen(velden: QueryDict) -> dict[str, str]:
    """Give the reasons that were written down for what is missing, by key."""
    return {naam.removeprefix(REDEN): tekst for naam, tekst in _plat(velden).items() if naam.startswith(REDEN)}


def context(
    actor: Actor, dossier: "Dossier", stuk: "Formulier", ingezonden: Ingezonden | None = None
) -> dict[str, object]:
    """Give the page of a draft."""
    ingezonden = ingezonden or Ingezonden()
    inhoud, botsing = dict(stuk.inhoud), ingezonden.botsing
    if ingezonden.velden is not None:
        getypt = wijzigingen_uit(stuk.vorm, _plat(ingezonden.velden))
        inhoud |= {naam: lees(stuk.vorm.veld(naam), waarde) for naam, waarde in getypt.items()}
    rijen = rijen_na(stuk.vorm, _plat(ingezonden.velden)) if ingezonden.velden is not None else None
    voor = namens(actor, stuk, ingezonden.voor)
    formulier = Soortformulier(stuk.vorm, voor or actor.rol, inhoud, rijen=rijen)
    titel = gettext(stuk.vorm.titel)
    return {
        "stuk": stuk,
        "titel": titel,
        "inleiding": gettext(stuk.vorm.inleiding),
        "dossier": dossier,
        "form": formulier,
        "secties": secties(formulier),
        "versie": botsing.versie if botsing else _versie_van(ingezonden, stuk),
        "botsingen": _botsingen(stuk, botsing),
        "woorden": medische_woorden(formulierteksten(inhoud, stuk), actor),
        "is_klad": ingezonden.is_klad,
        "heeft_bsn": heeft_bsn(teksten_in(inhoud)),
        "is_teruggegeven": ingezonden.velden is not None and not (ingezonden.is_klad or ingezonden.fout),
        "fout": None if botsing else ingezonden.fout,
        **dictaatcontext(actor, stuk, voor),
        "mag_bewaren": not stuk.is_definitief,
        "mag_vaststellen": mag(actor.rol, Handeling.STUK_VASTSTELLEN, Deel(stuk.soort)),
        "mag_invullen": bool(formulier.fields),
        "kruimels": _kruimels(actor, dossier, titel),
    }


def klad_uit(velden: QueryDict) -> str:
    """Give what was typed as text to keep, without what belongs to the browser and not to the draft."""
    over = velden.copy()
    for naam in {*NIET_BEWAREN, VELD, GROND} & set(over):
        del over[naam]
    return over.urlencode()


def klad_voor(actor: Actor, stuk: "Formulier", namens_: str) -> QueryDict | None:
    """Give what this person typed in this draft and did not save; None when there is nothing."""
    klad = klad_van(stuk, gebruiker_id=actor.gebruiker_id, namens=namens(actor, stuk, namens_) or "")
    return None if klad is None else QueryDict(klad.velden)


def _versie_van(ingezonden: Ingezonden, stuk: "Formulier") -> int:
    """Give the version that the fields on the page were made from: of a text from before, the one of then."""
    is_van_eerder = ingezonden.is_klad and ingezonden.velden is not None
    return versie(ingezonden.velden) if is_van_eerder and ingezonden.velden is not None else stuk.versie


def formulierteksten(inhoud: Mapping[str, object], stuk: "Formulier") -> tuple[str, ...]:
    """Give the texts on the page that are not the employee's own words."""
    eigen = {naam for naam, rol in stuk.invullers.items() if rol == Rol.WERKNEMER}
    return tuple(teksten_in({naam: waarde for naam, waarde in inhoud.items() if naam not in eigen}))


def medische_woorden(teksten: Iterable[str], actor: Actor) -> tuple[Vondst, ...]:
    """Give the medical words in these texts, for a warning to who writes; none to who writes the own words."""
    return () if actor.rol is Rol.WERKNEMER else vind_in(teksten)


def heeft_bsn(teksten: Iterable[str]) -> bool:
    """Tell whether a number that may be a burgerservicenummer stands in one of these texts."""
    return any(zoek_bsn(tekst) for tekst in teksten)


def begincontext(actor: Actor, dossier: "Dossier", soort: Soort) -> dict[str, object]:
    """Give the page that tells what a kind of document is for."""
    titel = gettext(soort.titel)
    return {
        "titel": titel,
        "inleiding": gettext(soort.inleiding),
        "dossier": dossier,
        "delen": [
            (gettext(sectie.titel), gettext(sectie.toelichting) if sectie.toelichting else "")
            for sectie in soort.secties
        ],
        "kruimels": _kruimels(actor, dossier, titel),
    }


def vaststelcontext(
    actor: Actor, dossier: "Dossier", stuk: "Formulier", gegeven: Mapping[str, str], fout: Formulierfout | None
) -> dict[str, object]:
    """Give the page that freezes a document: what is missing, and the reasons that were written already."""
    titel = gettext(stuk.vorm.titel)
    nog = {deel.sleutel for deel in fout.ontbreekt} if isinstance(fout, NogOntbrekend) else set()
    leemten = [
        Leemte(
            veld=f"{REDEN}{deel.sleutel}",
            wat=deel.wat,
            waarom=deel.waarom,
            doe=deel.doe,
            norm=deel.norm,
            van=namen_van(deel.gevers),
            reden_volstaat=deel.reden_volstaat,
            reden=gegeven.get(deel.sleutel, ""),
            fout=_wat_nodig_is(reden_volstaat=deel.reden_volstaat) if deel.sleutel in nog else "",
        )
        for deel in ontbrekend(stuk)
    ]
    return {
        "stuk": stuk,
        "titel": titel,
        "dossier": dossier,
        "leemten": leemten,
        "vooruit": vooruitblik(stuk, actor.rol),
        "kijk_als": kijk_als(actor.rol),
        "kan": all(leemte.reden_volstaat for leemte in leemten),
        "fout": fout,
        "kruimels": _kruimels(actor, dossier, titel),
    }


def _plat(velden: QueryDict) -> dict[str, str]:
    """Give one text per name: the last, as Django does."""
    return {naam: str(velden[naam]) for naam in velden}


def _wat_nodig_is(*, reden_volstaat: bool) -> str:
    if reden_volstaat:
        return _("Schrijf op waarom dit er niet is.")
    return _("Dit moet zijn ingevuld. Ga terug naar het document en vul het aan.")


def _botsingen(stuk: "Formulier", botsing: ConceptGewijzigd | None) -> tuple[Botsing, ...]:
    if botsing is None:
        return ()
    velden = [stuk.vorm.veld(naam) for naam in botsing.velden]
    return tuple(
        Botsing(
            label=gettext(veld.label),
            eigen=regels(veld, botsing.eigen.get(veld.naam)),
            opgeslagen=regels(veld, botsing.opgeslagen[veld.naam]),
        )
        for veld in velden
    )


def _kruimels(actor: Actor, dossier: "Dossier", titel: str) -> tuple[tuple[str, str], ...]:
    voor = kruimels(actor, dossier, titel)
    return (*voor[:-1], (_("Documenten"), reverse("web:documenten", args=[dossier.kenmerk])), voor[-1])
