"""From draft to frozen: what is missing, the reasons, the fingerprint, and the next version."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from poortwijzer.formulieren.afdruk import afdruk
from poortwijzer.formulieren.bsn import met_bsn
from poortwijzer.formulieren.eisen import Ontbreekt, ontbrekend_in
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.register import geldt
from poortwijzer.formulieren.services.concept import begin_na, gewijzigd_sinds, op_slot
from poortwijzer.formulieren.services.fouten import ConceptGewijzigd, ConceptOpen, IsConcept, NietDeGever, NogOntbrekend
from poortwijzer.formulieren.soort import Soort
from poortwijzer.formulieren.waarden import dag
from poortwijzer.lib.datums import gettext
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol


def ontbrekend(formulier: Formulier) -> tuple[Ontbreekt, ...]:
    """Give what this document still lacks, in the order of the form, each with its norm and its remedy."""
    onbevestigd = {naam for naam, dictaat in formulier.dictaten.items() if not dictaat.get("bevestigd_op")}
    leemten = ontbrekend_in(formulier.vorm, formulier.inhoud, vandaag=vandaag(), onbevestigd=onbevestigd, geldt=geldt)
    return (*leemten, *met_bsn(formulier.vorm, formulier.inhoud))


def mag_vaststellen(formulier: Formulier, rol: Rol) -> bool:
    """Tell whether this role may freeze this document.

    Somebody else may when all that stands in it are words of a party that confirmed them.
    """
    if rol in formulier.vorm.vaststellers:
        return True
    dictaten = formulier.dictaten
    return bool(formulier.inhoud) and all(
        dictaten.get(naam, {}).get("bevestigd_op") and dictaten[naam]["namens"] in formulier.vorm.vaststellers
        for naam in formulier.inhoud
    )


@transaction.atomic
def maak_definitief(
    formulier: Formulier, *, door: Actor, verwachte_versie: int, redenen: Mapping[str, str]
) -> Formulier:
    """Freeze a draft as the person saw it. `redenen` says per missing part (`Ontbreekt.sleutel`) why it is missing.

    Raises:
        IsDefinitief: when it is frozen already.
        NietDeGever: when this role may not freeze it.
        ConceptGewijzigd: when the draft changed since `verwachte_versie`.
        NogOntbrekend: for parts without a reason, and for those that no reason replaces.
    """
    vast = op_slot(formulier)
    soort = vast.vorm
    if not mag_vaststellen(vast, door.rol):
        raise NietDeGever(_alleen_deze_rollen(soort))
    if vast.versie != verwachte_versie:
        velden = gewijzigd_sinds(vast, verwachte_versie)
        opgeslagen = {naam: vast.inhoud.get(naam, "") for naam in velden}
        raise ConceptGewijzigd(eigen={}, opgeslagen=opgeslagen, versie=vast.versie)
    leemten = ontbrekend(vast)
    gegeven = {sleutel: reden.strip() for sleutel, reden in redenen.items()}
    if open_ := tuple(deel for deel in leemten if not (deel.reden_volstaat and gegeven.get(deel.sleutel))):
        raise NogOntbrekend(open_)
    vast.redenen = [
        {"sleutel": deel.sleutel, "wat": deel.wat, "norm": deel.norm, "reden": gegeven[deel.sleutel]}
        for deel in leemten
    ]
    _bevries(vast, door=door)
    return vast


def _alleen_deze_rollen(soort: Soort) -> str:
    rollen = ", ".join(str(rol.label) for rol in soort.vaststellers)
    zin = gettext("Alleen %(rollen)s kan ‘%(titel)s’ vaststellen.")
    return zin % {"rollen": rollen, "titel": gettext(soort.titel)}


def _bevries(formulier: Formulier, *, door: Actor) -> None:
    formulier.opgesteld_op = dag(formulier.inhoud[formulier.vorm.dag])
    formulier.status = Formulier.Fase.DEFINITIEF
    formulier.sporen = {}
    formulier.versie += 1
    formulier.vastgesteld_op = formulier.updated_at = nu()
    formulier.vastgesteld_door_id = formulier.updated_by_id = door.gebruiker_id
    formulier.vastgesteld_als = str(door.rol)
    formulier.inhoud_hash = bereken_afdruk(formulier)
    formulier.save()


def bereken_afdruk(formulier: Formulier) -> str:
    """Give the fingerprint of a document: of its content, its form, its reasons and the version before it."""
    gegevens: dict[str, Any] = {
        "formulier": str(formulier.pk),
        "dossier": str(formulier.dossier_id),
        "soort": formulier.soort,
        "vormversie": formulier.vormversie,
        "versienummer": formulier.versienummer,
        "vorige": formulier.vorige.inhoud_hash if formulier.vorige else None,
        "opgesteld_op": formulier.opgesteld_op.isoformat() if formulier.opgesteld_op else None,
        "inhoud": formulier.inhoud,
        "invullers": formulier.invullers,
        "dictaten": formulier.dictaten,
        "redenen": formulier.redenen,
        "vastgesteld_als": formulier.vastgesteld_als,
    }
    return afdruk(gegevens)


def klopt_afdruk(formulier: Formulier) -> bool:
    """Tell whether a frozen document is still what was frozen."""
    return formulier.is_definitief and formulier.inhoud_hash == bereken_afdruk(formulier)


@transaction.atomic
def nieuwe_versie(formulier: Formulier, *, door: Actor) -> Formulier:
    """Give the draft that follows a frozen document, or what already follows it. The old one stays as it is.

    What a party says in its own words, and the day, are asked again; the other answers are taken over.

    Raises:
        IsConcept: when the document is not frozen yet.
        ConceptOpen: when a draft of that kind is open that does not follow this document.
    """
    vast = Formulier.objects.select_for_update().get(pk=formulier.pk)
    if not vast.is_definitief:
        raise IsConcept
    if bestaande := Formulier.objects.filter(vorige=vast).first():
        return bestaande
    open_ = Formulier.objects.filter(
        dossier_id=vast.dossier_id, soort=vast.vorm.volgende, status=Formulier.Fase.CONCEPT
    )
    if open_.exists():
        raise ConceptOpen
    return begin_na(vast, door=door)
