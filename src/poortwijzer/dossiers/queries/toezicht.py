"""For the privacy officer: what people did with dossiers, by reference and without content."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import replace as met
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from poortwijzer import audit
from poortwijzer.accounts.leesgrens import signalen
from poortwijzer.accounts.nood import Noodregel, noodtoegangen, noodtoegangen_bij
from poortwijzer.accounts.queries import gebruiker_naam, wie_heet
from poortwijzer.audit import Logvraag
from poortwijzer.dossiers.logwoorden import (
    GAST,
    OM_HET_AANMELDEN,
    handeling_in_woorden,
    onderdeel_in_woorden,
    reden_in_woorden,
    rol_in_woorden,
)
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.queries.zoeken import treffer
from poortwijzer.lib.klok import begin_van
from poortwijzer.slot.wie import werk
from poortwijzer.tekstwacht.wacht import grond_in_woorden
from poortwijzer.tekstwacht.woordenlijst import Woordsoort
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.zoeken import vindbare_rollen

PER_PAGINA = 50


class Logsoort(StrEnum):
    """A kind of rows in the log, to look for."""

    GEWEIGERD = "geweigerd"
    GELEZEN = "gelezen"
    GEWIJZIGD = "gewijzigd"
    NOODTOEGANG = "noodtoegang"
    AANMELDEN = "aanmelden"

    @property
    def label(self) -> Promise:
        """The kind on screens, translated when it is shown."""
        return _LABELS_SOORT[self]


_LABELS_SOORT: Mapping[Logsoort, Promise] = MappingProxyType(
    {
        Logsoort.GEWEIGERD: gettext_lazy("wat geweigerd is"),
        Logsoort.GELEZEN: gettext_lazy("wat gelezen is"),
        Logsoort.GEWIJZIGD: gettext_lazy("wat gewijzigd is"),
        Logsoort.NOODTOEGANG: gettext_lazy("noodtoegang"),
        Logsoort.AANMELDEN: gettext_lazy("aanmelden en accounts"),
    }
)
_GELUKT, _GEWEIGERD = "gelukt", "geweigerd"
_VRAGEN: Mapping[Logsoort | None, Logvraag] = MappingProxyType(
    {
        None: Logvraag(),
        Logsoort.GEWEIGERD: Logvraag(uitkomst=_GEWEIGERD),
        Logsoort.GELEZEN: Logvraag(uitkomst=_GELUKT, handelingen=(Handeling.INZIEN, Handeling.DOWNLOADEN)),
        Logsoort.GEWIJZIGD: Logvraag(
            uitkomst=_GELUKT, behalve_handelingen=(Handeling.INZIEN, Handeling.DOWNLOADEN, *OM_HET_AANMELDEN)
        ),
        Logsoort.NOODTOEGANG: Logvraag(is_nood=True),
        Logsoort.AANMELDEN: Logvraag(handelingen=OM_HET_AANMELDEN),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logfilter:
    """What the log is searched for: part of a name, a role (`GAST` for visitors), a kind, a reference, and days."""

    wie: str = ""
    rol: str = ""
    soort: Logsoort | None = None
    kenmerk: str = ""
    vanaf: date | None = None
    tot_en_met: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toezichtregel:
    """One row of the log in words; `kenmerk` is empty where it is about no dossier."""

    op: datetime
    naam: str
    rol_label: str
    kenmerk: str
    handeling: str
    onderdeel: str
    reden: str
    is_gelukt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Logboekblad:
    """A page of the log; whether there is more is not counted but seen."""

    regels: tuple[Toezichtregel, ...]
    is_er_meer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaalregel:
    """Somebody who opened very many dossiers."""

    op: datetime
    naam: str
    rol_label: str
    aantal_dossiers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Noodbeeld:
    """An emergency access; `beoordeling` is empty until somebody judged it, `id` only where this actor may do that."""

    id: UUID | None
    naam: str
    rol_label: str
    kenmerk: str
    grond: str
    vanaf: datetime
    tot: datetime
    beoordeling: str
    beoordeeld_op: datetime | None
    beoordelen_voor: datetime
    is_te_laat: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Woordbeeld:
    """A text with medical words that somebody stored all the same."""

    op: datetime
    naam: str
    rol_label: str
    kenmerk: str
    onderdeel: str
    soorten: str
    grond: str


def logboek(actor: Actor, organisatie_id: UUID, zoek: Logfilter, *, pagina: int = 1) -> Logboekblad:
    """Give a page of what people did for this organisation, the newest first, and record that it was read."""
    vanaf = (max(pagina, 1) - 1) * PER_PAGINA
    vraag = _vraag(actor, organisatie_id, zoek)
    rijen = audit.laatste(organisatie_id, vraag, vanaf=vanaf, hoogstens=PER_PAGINA + 1)
    getoond = rijen[:PER_PAGINA]
    namen = gebruiker_naam(rij.actor_id for rij in getoond if rij.actor_id)
    kenmerken = _kenmerken(actor, (rij.dossier_id for rij in getoond if rij.dossier_id))
    regels = tuple(
        Toezichtregel(
            op=rij.tijdstip,
            naam=namen.get(rij.actor_id, "") if rij.actor_id else "",
            rol_label=rol_in_woorden(rij.rol),
            kenmerk=kenmerken.get(rij.dossier_id, "") if rij.dossier_id else "",
            handeling=handeling_in_woorden(rij.handeling),
            onderdeel=onderdeel_in_woorden(rij.onderdeel),
            reden=reden_in_woorden(rij.reden),
            is_gelukt=rij.uitkomst == "gelukt",
        )
        for rij in getoond
    )
    audit.record(handeling=Handeling.INZIEN, actor=actor, dossier_id=None, onderdeel=Deel.TOEZICHT)
    return Logboekblad(regels=regels, is_er_meer=len(rijen) > PER_PAGINA)


def _vraag(actor: Actor, organisatie_id: UUID, zoek: Logfilter) -> Logvraag:
    """Turn a search into one for the log: by name only whom the actor finds so, and never the own dossier."""
    vraag = _VRAGEN[zoek.soort]
    if zoek.rol:
        vraag = met(vraag, rol_begint=GAST) if zoek.rol == GAST else met(vraag, rollen={zoek.rol})
    if zoek.wie:
        rollen = vindbare_rollen(actor.rol)
        gevonden = wie_heet(zoek.wie, organisatie_id=organisatie_id, rollen=rollen)
        vraag = met(vraag, actoren=gevonden, rollen=rollen if vraag.rollen is None else rollen & set(vraag.rollen))
    if zoek.kenmerk:
        vraag = met(vraag, dossiers=_dossiers_met(actor, zoek.kenmerk))
    if zoek.vanaf:
        vraag = met(vraag, vanaf=begin_van(zoek.vanaf))
    return met(vraag, tot=begin_van(zoek.tot_en_met + timedelta(days=1))) if zoek.tot_en_met else vraag


def _dossiers_met(actor: Actor, kenmerk: str) -> set[UUID]:
    gevonden = treffer(actor, kenmerk, werknemer="werknemer__", dossier="")
    with werk("toezicht"):  # as in `_kenmerken`; the log that is searched is of the organisation only
        ids = Dossier.objects.filter(gevonden).exclude(werknemer__gebruiker=actor.gebruiker_id)
        return set(ids.values_list("pk", flat=True))


def signaallijst(organisatie_id: UUID) -> tuple[Signaalregel, ...]:
    """Give who opened very many dossiers in a short time, the newest first."""
    rijen = signalen(organisatie_id)
    namen = gebruiker_naam(rij.gebruiker_id for rij in rijen)
    return tuple(
        Signaalregel(
            op=rij.op,
            naam=namen.get(rij.gebruiker_id, ""),
            rol_label=str(rij.rol.label),
            aantal_dossiers=rij.aantal_dossiers,
        )
        for rij in rijen
    )


def noodlijst(actor: Actor, organisatie_id: UUID) -> tuple[Noodbeeld, ...]:
    """Give every emergency access that concerns this organisation, the newest first."""
    rijen = noodtoegangen(organisatie_id)
    kenmerken = _kenmerken(actor, (rij.dossier_id for rij in rijen))
    mag_het = mag(actor.rol, Handeling.NOODTOEGANG_BEOORDELEN, Deel.TOEZICHT)
    open_ = {
        rij.id
        for rij in rijen
        if mag_het and not rij.beoordeling and rij.dossier_id in kenmerken and rij.gebruiker_id != actor.gebruiker_id
    }
    return _beelden(rijen, kenmerken, open_)


def noodlijst_van(dossier: Dossier) -> tuple[Noodbeeld, ...]:
    """Give every emergency access to this dossier, newest first; it comes from `access_dossier` for `Deel.LEESLOG`."""
    return _beelden(noodtoegangen_bij(dossier.pk), {dossier.pk: dossier.kenmerk}, set())


def _beelden(
    rijen: tuple[Noodregel, ...], kenmerken: Mapping[UUID, str], open_: Collection[UUID]
) -> tuple[Noodbeeld, ...]:
    namen = gebruiker_naam(rij.gebruiker_id for rij in rijen)
    return tuple(
        Noodbeeld(
            id=rij.id if rij.id in open_ else None,
            naam=namen.get(rij.gebruiker_id, ""),
            rol_label=str(rij.rol.label),
            kenmerk=kenmerken.get(rij.dossier_id, ""),
            grond=str(rij.grond.label),
            vanaf=rij.vanaf,
            tot=rij.tot,
            beoordeling=str(rij.beoordeling.label) if rij.beoordeling else "",
            beoordeeld_op=rij.beoordeeld_op,
            beoordelen_voor=rij.beoordelen_voor,
            is_te_laat=rij.is_te_laat,
        )
        for rij in rijen
    )


def woordenlijst(actor: Actor, organisatie_id: UUID) -> tuple[Woordbeeld, ...]:
    """Give who stored medical words all the same, the newest first: where, which kinds and why, never the words."""
    rijen = audit.laatste(organisatie_id, Logvraag(handelingen={Handeling.MEDISCHE_WOORDEN_BEVESTIGEN}))
    namen = gebruiker_naam(rij.actor_id for rij in rijen if rij.actor_id)
    kenmerken = _kenmerken(actor, (rij.dossier_id for rij in rijen if rij.dossier_id))
    return tuple(
        Woordbeeld(
            op=rij.tijdstip,
            naam=namen.get(rij.actor_id, "") if rij.actor_id else "",
            rol_label=rol_in_woorden(rij.rol),
            kenmerk=kenmerken.get(rij.dossier_id, "") if rij.dossier_id else "",
            onderdeel=onderdeel_in_woorden(rij.onderdeel),
            soorten=", ".join(str(Woordsoort(soort).label) for soort in rij.doel.split()),
            grond=grond_in_woorden(rij.reden),
        )
        for rij in rijen
    )


def _kenmerken(actor: Actor, ids: Iterable[UUID]) -> dict[UUID, str]:
    """Give the references, but not that of the own dossier: who is ill himself has no oversight of that one."""
    dossiers = Dossier.objects.filter(pk__in=set(ids)).exclude(werknemer__gebruiker=actor.gebruiker_id)
    with werk("toezicht"):  # who keeps watch reaches few of the dossiers that the people of the organisation opened
        return dict(dossiers.values_list("pk", "kenmerk"))
