"""Drafts: begin one, and save it in parts without losing anything of anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from poortwijzer.formulieren.afdruk import spoor_van
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.register import soort_van, soorten
from poortwijzer.formulieren.services.fouten import ConceptGewijzigd, IsDefinitief, NietBewaard, NietDeGever
from poortwijzer.formulieren.soort import Soort
from poortwijzer.formulieren.waarden import Waarde, lees
from poortwijzer.lib.datums import gettext
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

LANGSTE_SPOOR = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaring:
    """What became of a save: the draft as it is now, and what was refused."""

    formulier: Formulier
    geweigerd: tuple[NietBewaard, ...] = ()


@transaction.atomic
def begin_concept(*, dossier_id: UUID, soort: str, door: Actor) -> Formulier:
    """Give the draft of this kind: the one that is open, or a new one.

    A kind that continues another (a bijstelling continues the plan) takes over from the last frozen one.

    Raises:
        KeyError: when there is no such kind.
    """
    vorm = soort_van(soort)
    open_ = Formulier.objects.filter(dossier_id=dossier_id, soort=soort, status=Formulier.Fase.CONCEPT).first()
    if open_:
        return open_
    voorgangers = [naam for naam, kandidaat in soorten().items() if kandidaat.volgende == soort]
    laatste = Formulier.objects.select_for_update(of=("self",)).filter(
        dossier_id=dossier_id, soort__in=voorgangers, status=Formulier.Fase.DEFINITIEF, opvolger=None
    )
    if voorgangers != [soort] and (vorige := laatste.order_by("-vastgesteld_op").first()):
        # Who waited for the lock may find that the other has just begun it.
        return Formulier.objects.filter(vorige=vorige).first() or begin_na(vorige, door=door)
    formulier, _ = Formulier.objects.get_or_create(
        dossier_id=dossier_id,
        soort=soort,
        status=Formulier.Fase.CONCEPT,
        defaults={
            "vormversie": vorm.vormversie,
            "created_by_id": door.gebruiker_id,
            "updated_by_id": door.gebruiker_id,
        },
    )
    return formulier


def begin_na(vorige: Formulier, *, door: Actor) -> Formulier:
    """Begin the draft that follows a frozen document, with the answers that stay the same."""
    vorm = soort_van(vorige.vorm.volgende)
    oud = {veld.naam: veld for veld in vorige.vorm.velden()}
    overgenomen = {
        veld.naam: vorige.inhoud[veld.naam]
        for veld in vorm.velden()
        if not veld.is_nieuw_per_versie and veld.naam in vorige.inhoud and oud[veld.naam].type == veld.type
    }
    return Formulier.objects.create(
        dossier_id=vorige.dossier_id,
        soort=vorm.soort,
        vormversie=vorm.vormversie,
        versienummer=vorige.versienummer + 1,
        vorige=vorige,
        inhoud=overgenomen,
        invullers={naam: rol for naam, rol in vorige.invullers.items() if naam in overgenomen},
        created_by_id=door.gebruiker_id,
        updated_by_id=door.gebruiker_id,
    )


@transaction.atomic
def bewaar_concept(
    formulier: Formulier,
    wijzigingen: Mapping[str, object],
    *,
    door: Actor,
    verwachte_versie: int,
    namens: Rol | None = None,
) -> Bewaring:
    """Save the fields in `wijzigingen` as they were typed; the other fields stay.

    `verwachte_versie` is the version that the person saw. Two people may save different fields at the same
    time. A field of another party is left as it was and reported in `geweigerd`; the rest is saved. With `namens`
    somebody writes down the words of that party, which then has to confirm them.

    Raises:
        IsDefinitief: when the document is frozen.
        ConceptGewijzigd: when somebody else changed the same field since; nothing is saved.
        KeyError, TypeError: for a field or a shape that this kind does not know.
    """
    vast = op_slot(formulier)
    soort = vast.vorm
    anders = wat_verandert(vast, wijzigingen)
    geweigerd = tuple(_niet_bewaard(soort, anders, namens or door.rol))
    eigen = _zonder_onaangeraakt(vast, anders, verwachte_versie)
    for weigering in geweigerd:
        eigen.pop(weigering.veld, None)
    botst = [naam for naam in eigen if _laatst_gewijzigd(vast, naam) > verwachte_versie]
    if botst:
        raise ConceptGewijzigd(
            eigen={naam: eigen[naam] for naam in botst},
            opgeslagen={naam: vast.inhoud.get(naam, "") for naam in botst},
            versie=vast.versie,
        )
    if eigen:
        _schrijf(vast, eigen, door=door, namens=namens)
    return Bewaring(formulier=vast, geweigerd=geweigerd)


def wat_verandert(formulier: Formulier, wijzigingen: Mapping[str, object]) -> dict[str, Waarde]:
    """Give of what was typed the fields that differ from the draft.

    Raises KeyError or TypeError for a field or a shape that this kind does not know.
    """
    nieuw = {naam: lees(formulier.vorm.veld(naam), getypt) for naam, getypt in wijzigingen.items()}
    return {naam: waarde for naam, waarde in nieuw.items() if (waarde or None) != formulier.inhoud.get(naam)}


@transaction.atomic
def bevestig_dictaat(formulier: Formulier, *, namens: Rol, door: Actor, wijze: str = "") -> Formulier:
    """Record that a party confirmed what somebody else wrote down for it.

    The party does so itself; or `door` records how it was done (`wijze`), such as a signature on paper.

    Raises:
        IsDefinitief: when the document is frozen.
        NietDeGever: when somebody else confirms and does not say how it was done.
    """
    vast = op_slot(formulier)
    wijze = wijze.strip()
    if door.rol != namens and not wijze:
        raise NietDeGever(gettext("Schrijf op hoe de tekst is bevestigd, bijvoorbeeld met een handtekening op papier."))
    for naam, dictaat in vast.dictaten.items():
        if dictaat["namens"] == namens and not dictaat.get("bevestigd_op"):
            vast.dictaten[naam] = {**dictaat, "bevestigd_op": nu().isoformat(), "wijze": wijze}
    vast.versie += 1
    vast.updated_at, vast.updated_by_id = nu(), door.gebruiker_id
    vast.save(update_fields=["dictaten", "versie", "updated_at", "updated_by"])
    return vast


def op_slot(formulier: Formulier) -> Formulier:
    """Give the draft as it is in the database, locked until the transaction ends.

    Raises:
        IsDefinitief: when the document is frozen.
    """
    vast = Formulier.objects.select_for_update().get(pk=formulier.pk)
    if vast.is_definitief:
        raise IsDefinitief
    return vast


def gewijzigd_sinds(formulier: Formulier, versie: int) -> tuple[str, ...]:
    """Give the fields that changed after this version of the draft."""
    return tuple(naam for naam in formulier.sporen if _laatst_gewijzigd(formulier, naam) > versie)


def _niet_bewaard(soort: Soort, waarden: Mapping[str, Waarde], rol: Rol) -> list[NietBewaard]:
    velden = [soort.veld(naam) for naam in waarden]
    return [
        NietBewaard(veld=veld.naam, label=gettext(veld.label), gevers=veld.gevers)
        for veld in velden
        if rol not in veld.gevers
    ]


def _laatst_gewijzigd(formulier: Formulier, naam: str) -> int:
    spoor = formulier.sporen.get(naam)
    return int(spoor[-1][0]) if spoor else 0


def _zonder_onaangeraakt(formulier: Formulier, waarden: Mapping[str, Waarde], gezien: int) -> dict[str, Waarde]:
    """Leave out what this person only sent back as it was shown: somebody else's newer text then stays."""
    over: dict[str, Waarde] = {}
    for naam, waarde in waarden.items():
        getoond = [spoor for versie, spoor in formulier.sporen.get(naam, ()) if versie <= gezien]
        if not (getoond and _laatst_gewijzigd(formulier, naam) > gezien and getoond[-1] == spoor_van(waarde)):
            over[naam] = waarde
    return over


def _schrijf(formulier: Formulier, waarden: Mapping[str, Waarde], *, door: Actor, namens: Rol | None) -> None:
    formulier.versie += 1
    for naam, waarde in waarden.items():
        # The mark of the value before the first change tells later who only saw that one.
        spoor: list[Any] = formulier.sporen.get(naam) or [[0, spoor_van(formulier.inhoud.get(naam, _leeg(waarde)))]]
        formulier.sporen[naam] = [*spoor, [formulier.versie, spoor_van(waarde)]][-LANGSTE_SPOOR:]
        if waarde:
            formulier.inhoud[naam] = waarde
            formulier.invullers[naam] = str(namens or door.rol)
        else:
            formulier.inhoud.pop(naam, None)
            formulier.invullers.pop(naam, None)
        formulier.dictaten.pop(naam, None)
        if namens and namens != door.rol and waarde:
            formulier.dictaten[naam] = {
                "namens": str(namens),
                "opgeschreven_door": str(door.gebruiker_id),
                "opgeschreven_op": nu().isoformat(),
            }
    formulier.updated_at, formulier.updated_by_id = nu(), door.gebruiker_id
    formulier.save(update_fields=["inhoud", "invullers", "sporen", "dictaten", "versie", "updated_at", "updated_by"])


def _leeg(waarde: Waarde) -> Waarde:
    return type(waarde)()
