"""The proof that a part of a dossier was erased: on paper for people, and as JSON for a computer."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from poortnormen.catalogus import catalogus
from poortnormen.wisverzoek import GEEN, antwoord_uiterlijk, wisuitzonderingen
from poortwijzer.documenten.gegevens import Antwoord, Partij, Regel, Sectie, Stukgegevens
from poortwijzer.dossiers.queries.bewaren import DELEN
from poortwijzer.formulieren.afdruk import afdruk
from poortwijzer.lib.datums import datum, gettext
from poortwijzer.lib.klok import NEDERLAND

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Wisronde, Wissing


def als_json(wissing: "Wissing") -> dict[str, object]:
    """Give the proof: what, why, approved by whom, and the two days. Days are ISO; no content and no name of who."""
    assert wissing.sleutel_vernietigd_op is not None  # noqa: S101  # only a closed erasure has a proof
    assert wissing.kopie_weg_op is not None  # noqa: S101  # as above
    return {
        "bewijs": str(wissing.pk),
        "kenmerk": wissing.kenmerk,
        "deel": wissing.deel,
        "organisatie": wissing.organisatie.naam,
        "grond": wissing.grond,
        "norm": wissing.norm or None,
        "weg_vanaf": wissing.weg_vanaf.isoformat() if wissing.weg_vanaf else None,
        "verzocht_op": wissing.verzocht_op.isoformat() if wissing.verzocht_op else None,
        "gewogen_uitzondering": wissing.uitzondering,
        "uitzondering_geldt": wissing.uitzondering_geldt,
        "begonnen_op": wissing.begonnen_op.isoformat(),
        "sleutel_vernietigd_op": wissing.sleutel_vernietigd_op.isoformat(),
        "laatste_kopie_van_de_sleutel_weg_op": wissing.kopie_weg_op.isoformat(),
        "aantal_rijen": wissing.aantal_rijen,
    }


def verzoek_in_woorden(van: "Wissing | Wisronde") -> tuple[tuple[str, str], ...]:
    """Give what was weighed of a request to erase, as questions with answers; nothing where nobody asked for it."""
    if van.verzocht_op is None:
        return ()
    gewogen = wisuitzonderingen().get(van.uitzondering or GEEN)
    naam = f"{gettext(gewogen.naam)} ({gewogen.vindplaats})" if gewogen else _("geen uitzondering kan hier spelen")
    uitkomst = _("de uitzondering geldt: het deel blijft") if van.uitzondering_geldt else _("het deel kan weg")
    return (
        (_("Wanneer kwam het verzoek?"), datum(van.verzocht_op)),
        (_("Uiterlijk wanneer is er antwoord?"), datum(antwoord_uiterlijk(catalogus(), van.verzocht_op))),
        (_("Welke uitzondering is gewogen?"), naam),
        (_("Wat kwam eruit?"), uitkomst),
    )


def als_stuk(wissing: "Wissing") -> Stukgegevens:
    """Give the proof as a document."""
    gegevens = als_json(wissing)
    vernietigd = wissing.sleutel_vernietigd_op
    assert vernietigd is not None  # noqa: S101  # as above
    assert wissing.kopie_weg_op is not None  # noqa: S101  # as above
    goedgekeurd = wissing.goedgekeurd_door.naam if wissing.goedgekeurd_door else ""
    norm = f"{wissing.norm}: {catalogus().normen[wissing.norm].vindplaats}" if wissing.norm else ""
    vragen = (
        (_("Wat is gewist?"), f"{DELEN[wissing.deel]} {wissing.kenmerk}"),
        (_("Waarom?"), str(wissing.get_grond_display())),
        (_("Volgens welke norm?"), norm),
        (_("Vanaf welke dag moest het weg?"), datum(wissing.weg_vanaf) if wissing.weg_vanaf else ""),
        *verzoek_in_woorden(wissing),
        (_("Wie keurde het goed?"), goedgekeurd),
    )
    dagen = (
        (_("Op deze dag is de sleutel vernietigd"), datum(vernietigd.astimezone(NEDERLAND).date())),
        (_("Op deze dag is de laatste reservekopie van de sleutel weg"), datum(wissing.kopie_weg_op)),
        (_("Zoveel rijen zijn verwijderd"), str(wissing.aantal_rijen)),
    )
    uitleg = _(
        "Wat mensen schreven was versleuteld. Zonder sleutel is het niet meer te lezen, ook niet in oudere "
        "reservekopieën van de gegevens. De overige gegevens zijn verwijderd en gaan met de gewone reservekopieën weg."
    )
    return Stukgegevens(
        titel=_("Bewijs van wissen"),
        onderdeel="W",
        kenmerk=wissing.kenmerk,
        dag=datum(vernietigd.astimezone(NEDERLAND).date()),
        partijen=(Partij(rol=_("eigenaar van dit deel"), naam=wissing.organisatie.naam),),
        secties=(_sectie(_("Wat en waarom"), vragen), _sectie(_("Wanneer"), dagen)),
        gemaakt_op=vernietigd,
        is_concept=False,
        regels=(Regel(label=_("Nummer van dit bewijs"), tekst=str(wissing.pk)),),
        noot=uitleg,
        afdruk=afdruk(gegevens),
        taal=get_language() or "nl",
    )


def _sectie(titel: str, vragen: Iterable[tuple[str, str]]) -> Sectie:
    """Leave out what there is no answer to: an erasure on request has no norm and no day."""
    return Sectie(titel=titel, blokken=tuple(Antwoord(label=v, alineas=(tekst,)) for v, tekst in vragen if tekst))
