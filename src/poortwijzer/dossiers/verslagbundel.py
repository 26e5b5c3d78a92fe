"""The re-integratieverslag on paper: what `verslagbeeld` put together, bound into one document for one reader."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from poortnormen.feiten.stukken import Onderdeel
from poortnormen.verslag import Deelstand
from poortwijzer.documenten.bundel import Bundel, Bundeldeel
from poortwijzer.documenten.gegevens import Regel, Stukgegevens
from poortwijzer.dossiers.beelden.verslag import Verslagbeeld, Verslagdocument, Verslaggroep, Verslagletter
from poortwijzer.dossiers.drukwerk import drukgegevens, partijen_van
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.verslaginhoud import Verslaginhoud
from poortwijzer.lib.datums import datum, tijdstip
from poortwijzer.lib.klok import nu
from poortwijzer.lib.zinnen import met_hoofdletter, opsomming, woord
from poortwijzer.toegang.actor import Actor

_STANDEN: Mapping[Deelstand, Promise] = MappingProxyType(
    {
        Deelstand.AANWEZIG: gettext_lazy("is er"),
        Deelstand.ONVOLLEDIG: gettext_lazy("is er niet helemaal"),
        Deelstand.ONTBREEKT: gettext_lazy("ontbreekt"),
        Deelstand.NOG_NIET: gettext_lazy("komt later"),
        Deelstand.NIET_NODIG: gettext_lazy("is niet nodig"),
        Deelstand.ONBEKEND: gettext_lazy("is nog niet bekend"),
    }
)


_NOG_NIET: Mapping[Deelstand, Promise] = MappingProxyType(
    {
        Deelstand.ONVOLLEDIG: gettext_lazy("is er nog niet helemaal"),
        Deelstand.ONTBREEKT: gettext_lazy("is er nog niet"),
    }
)


def standen(beeld: Verslagbeeld) -> Mapping[Deelstand, Promise]:
    """Give how each stand is called: until the last day, what is not there is still to come."""
    return _STANDEN if beeld.is_voorbij else {**_STANDEN, **_NOG_NIET}


def verslagpapier(actor: Actor, dossier: Dossier, inhoud: Verslaginhoud) -> Mapping[UUID, Stukgegevens]:
    """Give each document of the report as this role reads it, by its id; of a frozen one as it was at that moment."""
    return {stuk.pk: drukgegevens(actor, dossier, stuk, tot=inhoud.tot) for stuk in inhoud.stukken}


def verslagbundel(actor: Actor, dossier: Dossier, beeld: Verslagbeeld, papier: Mapping[UUID, Stukgegevens]) -> Bundel:
    """Give the whole report as this role reads it; `papier` comes from `verslagpapier`.

    The employee's own part is in the one that the employee makes: nobody at the employer reads it. What is not there
    gets a marked page, so that whoever looks at the paper sees that it is missing.
    """
    partijen = partijen_van(actor, dossier)
    return Bundel(
        titel=_("Re-integratieverslag"),
        kenmerk=dossier.kenmerk,
        dag=datum(beeld.opgesteld_op) if beeld.opgesteld_op else "",
        partijen=partijen,
        delen=tuple(_deel(groep, beeld, papier) for groep in beeld.groepen),
        gemaakt_op=beeld.bijgewerkt_op or nu(),
        regels=(
            *(Regel(label=met_hoofdletter(partij.rol), tekst=partij.naam) for partij in partijen),
            Regel(label=_("Dossier"), tekst=dossier.kenmerk),
            *_gevraagd(beeld),
            *_vast(beeld),
        ),
        concept_reden=concept_reden(beeld),
        waarschuwing=_("Er is iets nieuwers dan dit verslag. Dat zit er niet in:") if beeld.nieuwer else "",
        waarschuwingen=tuple(nieuwer_in_woorden(beeld)),
        merk=_("er is iets nieuwers") if beeld.nieuwer else "",
        taal=get_language() or "nl",
    )


def nieuwer_in_woorden(beeld: Verslagbeeld) -> Iterator[str]:
    """Name what came after the report was frozen."""
    for wat in beeld.nieuwer:
        delen = {"titel": wat.titel, "dag": datum(wat.op), "partij": woord(wat.partij) if wat.partij else ""}
        zin = _("%(titel)s: reactie van de %(partij)s op %(dag)s") if wat.partij else _("%(titel)s van %(dag)s")
        yield zin % delen


def concept_reden(beeld: Verslagbeeld) -> str:
    """Say why this cannot be sent yet; empty when it can."""
    if beeld.is_definitief:
        return ""
    if beeld.stuk_id is None:
        return _("Het voorblad met de onderdelen a tot en met d is nog niet vastgesteld.")
    if beeld.niet_gevraagd:
        partijen = opsomming(woord(partij) for partij in beeld.niet_gevraagd)
        return _("Nog niet gevraagd wat zij ervan vinden: %(partijen)s.") % {"partijen": partijen}
    return _("Welke documenten erbij horen, ligt nog niet vast. Dat gebeurt als een van beide partijen weer reageert.")


def titel_van(groep: Verslaggroep) -> str:
    """Write a group as people name it: its letters, and what is in it."""
    eerste, laatste = groep.letters[0], groep.letters[-1]
    if eerste is laatste:
        return f"{eerste.letter}. {eerste.titel}"
    return f"{eerste.letter}–{laatste.letter}. {_GROEPTITELS[eerste.letter]}"


def uitleg_van(letter: Verslagletter, beeld: Verslagbeeld) -> str:
    """Say of one part that is not there from whom it must come."""
    van = opsomming(woord(partij) for partij in letter.van)
    wat = f"{letter.letter}. {letter.titel}: {standen(beeld)[letter.stand]}."
    return f"{wat} {_('Dit moet komen van: %(partijen)s.') % {'partijen': van}}"


_GROEPTITELS: Mapping[Onderdeel, Promise] = MappingProxyType(
    {
        Onderdeel.A: gettext_lazy("Gegevens van de partijen, het bedrijf en het werk"),
        Onderdeel.I: gettext_lazy("Actueel oordeel over arbeidsrelatie, mogelijkheden en passend werk"),
    }
)
_MELDINGEN: Mapping[str, Promise] = MappingProxyType(
    {
        "elders": gettext_lazy("Dit onderdeel levert de werknemer zelf aan."),
        "leemte": gettext_lazy("Dit onderdeel is er nog niet, of niet helemaal."),
        "niet_nodig": gettext_lazy("Dit onderdeel is niet nodig."),
    }
)


def _deel(groep: Verslaggroep, beeld: Verslagbeeld, papier: Mapping[UUID, Stukgegevens]) -> Bundeldeel:
    stukken = tuple(papier[stuk.id] for stuk in groep.stukken if stuk.id is not None)
    wat = _wat_er_mis_is(groep)
    return Bundeldeel(
        titel=titel_van(groep),
        stukken=stukken,
        regels=_eerste_ziektedag(beeld) if groep.eerste is Onderdeel.E and not groep.is_leemte else (),
        melding=str(_MELDINGEN[wat]) if wat else "",
        uitleg=tuple(_uitleg(groep, beeld, wat)),
        is_leemte=wat == "leemte",
        kwijt=tuple(kwijt_in_woorden(stuk) for stuk in groep.kwijt),
        kwijt_uitleg=_("Dit document hoort bij het verslag, maar is er niet meer zoals het was."),
        bijlagen=groep.bijlagen,
    )


def kwijt_in_woorden(stuk: Verslagdocument) -> str:
    """Name a document that was in the report and is not found any more."""
    if stuk.versienummer is None:
        return _("%(titel)s van %(dag)s (bestand van buiten)") % {"titel": stuk.titel, "dag": datum(stuk.opgesteld_op)}
    return _("%(titel)s van %(dag)s, versie %(versie)s") % {
        "titel": stuk.titel,
        "dag": datum(stuk.opgesteld_op),
        "versie": stuk.versienummer,
    }


def _wat_er_mis_is(groep: Verslaggroep) -> str:
    if groep.is_elders:
        return "elders"
    if groep.is_leemte:
        return "leemte"
    return "niet_nodig" if all(letter.stand is Deelstand.NIET_NODIG for letter in groep.letters) else ""


def _uitleg(groep: Verslaggroep, beeld: Verslagbeeld, wat: str) -> Iterator[str]:
    if wat == "elders":
        yield _("De werkgever leest het niet. De werknemer stuurt het met de WIA-aanvraag naar UWV.")
    elif wat == "leemte":
        yield from (uitleg_van(letter, beeld) for letter in groep.letters if letter.stand is not Deelstand.AANWEZIG)
    elif wat == "niet_nodig":
        yield _("De regels vragen dit onderdeel in dit dossier niet.")


def _eerste_ziektedag(beeld: Verslagbeeld) -> tuple[Regel, ...]:
    dag = beeld.eerste_ziektedag
    return (Regel(label=_("Eerste ziektedag"), tekst=datum(dag)),) if dag else ()


def _vast(beeld: Verslagbeeld) -> Iterator[Regel]:
    if beeld.vast_op:
        yield Regel(label=_("Ligt vast sinds"), tekst=tijdstip(beeld.vast_op))


def _gevraagd(beeld: Verslagbeeld) -> Iterator[Regel]:
    for wie in beeld.gevraagd:
        zei = woord(wie.standpunt) if wie.standpunt else _("nog niet gevraagd")
        op = wie.op
        tekst = f"{zei}, {datum(op)}" if isinstance(op, datetime) else zei
        if wie.daarna:
            tekst += _("; daarna kwam erbij: %(titels)s") % {"titels": opsomming(wie.daarna)}
        yield Regel(label=_("Standpunt %(partij)s") % {"partij": woord(wie.partij)}, tekst=tekst)
