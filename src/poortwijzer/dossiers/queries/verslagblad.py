"""The re-integratieverslag of a dossier for a page: what is in it (see `verslaginhoud`), and how each part stands."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortnormen.beoordeling import Beoordeling
from poortnormen.bronnen.beoordelingskader.regels.verslag import eerste_uiterste_dag
from poortnormen.catalogus import catalogus
from poortnormen.feiten.stukken import Onderdeel, Stuksoort
from poortnormen.uitkomst import Vastgesteld
from poortnormen.verslag import (
    GROEPEN,
    LEVEREN,
    Deelstand,
    Verslagdeel,
    Verslagdelen,
    groep_van,
)
from poortwijzer.dossiers.assessments import beoordeel
from poortwijzer.dossiers.beelden.verslag import (
    EerderVerslag,
    Gevraagd,
    Nieuwer,
    Verslagbeeld,
    Verslagdocument,
    Verslaggroep,
    Verslagletter,
)
from poortwijzer.dossiers.knoppen import Concepten, voor_stuk
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.queries.werklijst import concepten_per_dossier
from poortwijzer.dossiers.verslaginhoud import Plek, Verslaginhoud, vaste_verslagen
from poortwijzer.formulieren.services.standpunten import laatste_standpunten, standpunten_tot
from poortwijzer.lib.datums import gettext
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import leesbare_delen
from poortwijzer.toegang.delen import Deel

TITELS: Mapping[Onderdeel, Promise] = {
    Onderdeel.A: _("Gegevens van werknemer, werkgever en bedrijfsarts"),
    Onderdeel.B: _("Aard van het bedrijf"),
    Onderdeel.C: _("Functie van de werknemer"),
    Onderdeel.D: _("Bekwaamheden van de werknemer"),
    Onderdeel.E: _("Eerste ziektedag"),
    Onderdeel.F: _("Oordeel en adviezen van de bedrijfsarts"),
    Onderdeel.G: _("Plan van aanpak en bijstellingen"),
    Onderdeel.H: _("Evaluatie van het eerste jaar en laatste evaluatie"),
    Onderdeel.I: _("De arbeidsrelatie"),
    Onderdeel.J: _("Verloop, beperkingen en mogelijkheden"),
    Onderdeel.K: _("Passend werk bij de werkgever"),
    Onderdeel.L: _("Oordeel van de werknemer"),
}
# The document that fills a group when nothing is there yet.
_BEGINT_MET: Mapping[Onderdeel, Stuksoort] = {
    Onderdeel.A: Stuksoort.REINTEGRATIEVERSLAG,
    Onderdeel.F: Stuksoort.PROBLEEMANALYSE,
    Onderdeel.G: Stuksoort.PLAN_VAN_AANPAK,
    Onderdeel.I: Stuksoort.ACTUEEL_OORDEEL,
    Onderdeel.L: Stuksoort.OORDEEL_WERKNEMER,
}
_EINDDAGEN = ("uiterste_dag_reintegratieverslag", "uiterste_dag_verslag_uit_dienst")


def verslagbeeld(actor: Actor, dossier: Dossier, inhoud: Verslaginhoud) -> Verslagbeeld:
    """Give the report for this role; the dossier comes from `access_dossier` for `Deel.REINTEGRATIEVERSLAG`."""
    kern = beoordeel(dossier, _dag(inhoud.tot) if inhoud.tot else vandaag(), tot=inhoud.tot).kern
    concepten = concepten_per_dossier({dossier.pk}).get(dossier.pk, {})
    per_letter = _per_letter(kern)
    uiterlijk = eerste_uiterste_dag(*(kern.uitkomst(catalogus().namen[naam]) for naam in _EINDDAGEN))
    verslag = inhoud.voorblad
    nieuwer = tuple(_nieuwer(inhoud))
    return Verslagbeeld(
        kenmerk=dossier.kenmerk,
        groepen=tuple(_groep(actor, dossier, letters, per_letter, inhoud, concepten) for letters in GROEPEN),
        gevraagd=_gevraagd(inhoud),
        uiterlijk=uiterlijk,
        is_voorbij=uiterlijk is not None and uiterlijk < kern.peildatum,
        eerste_ziektedag=per_letter[Onderdeel.E].dag,
        stuk_id=None if verslag is None else verslag.pk,
        opgesteld_op=None if verslag is None else verslag.opgesteld_op,
        bijgewerkt_op=inhoud.tot
        or max((stuk.vastgesteld_op for stuk in inhoud.stukken if stuk.vastgesteld_op), default=None),
        vast_op=inhoud.tot,
        nieuwer=nieuwer,
        eerdere=tuple(
            EerderVerslag(stuk_id=eerder.voorblad, vast_op=eerder.op)
            for eerder in vaste_verslagen(dossier)
            if inhoud.vast is None or eerder.voorblad != inhoud.vast.voorblad
        ),
        knop=voor_stuk(actor.rol, Stuksoort.REINTEGRATIEVERSLAG, concepten)
        if verslag is None or nieuwer or inhoud.kwijt
        else None,
    )


def _nieuwer(inhoud: Verslaginhoud) -> Iterator[Nieuwer]:
    """Give what a frozen report does not hold: documents and files, and what was said later of those in it."""
    for plek in inhoud.nieuwer:
        yield Nieuwer(titel=plek.titel, op=plek.opgesteld_op)
    if inhoud.tot is None:
        return
    for stuk in inhoud.stukken:
        for standpunt in standpunten_tot(stuk):
            if standpunt.op > inhoud.tot:
                yield Nieuwer(titel=gettext(stuk.vorm.titel), op=_dag(standpunt.op), partij=standpunt.partij)


def _dag(moment: datetime) -> date:
    return timezone.localdate(moment, timezone.get_default_timezone())


def _per_letter(kern: Beoordeling) -> Mapping[Onderdeel, Verslagdeel]:
    uitkomst = kern.uitkomst(catalogus().namen["delen_van_verslag"])
    bekend = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    delen = bekend.delen if isinstance(bekend, Verslagdelen) else ()
    onbekend = {letter: Verslagdeel(letter, Deelstand.ONBEKEND) for letter in Onderdeel}
    return {**onbekend, **{deel.onderdeel: deel for deel in delen}}


def _groep(  # noqa: PLR0913, PLR0917  # all that a group is made of
    actor: Actor,
    dossier: Dossier,
    letters: Sequence[Onderdeel],
    per_letter: Mapping[Onderdeel, Verslagdeel],
    inhoud: Verslaginhoud,
    concepten: Concepten,
) -> Verslaggroep:
    eerste = letters[0]
    plekken = [plek for plek in inhoud.plekken if groep_van(plek.soort) is eerste]
    begin = _begint_met(eerste, per_letter[eerste])
    leesbaar = leesbare_delen(actor.rol) - dossier.gesloten_delen
    is_elders = begin is not None and Deel(begin) not in leesbaar
    is_nodig = any(per_letter[letter].stand is not Deelstand.NIET_NODIG for letter in letters)
    return Verslaggroep(
        letters=tuple(_letter(per_letter[letter]) for letter in letters),
        stukken=tuple(_document(plek) for plek in plekken if plek.bijlage is None),
        bijlagen=tuple(plek.titel for plek in plekken if plek.bijlage is not None),
        is_elders=is_elders,
        # The button of the front page stands above, with what both parties are asked.
        knop=voor_stuk(actor.rol, begin, concepten)
        if begin and is_nodig and not plekken and not is_elders and eerste is not Onderdeel.A
        else None,
    )


def _begint_met(eerste: Onderdeel, deel: Verslagdeel) -> Stuksoort | None:
    """Give the kind of document that is to be made first; of the two evaluations the one that is missing."""
    if eerste is Onderdeel.H:
        is_eerste_jaar = Stuksoort.EERSTEJAARSEVALUATIE in deel.ontbreekt or not deel.ontbreekt
        return Stuksoort.EERSTEJAARSEVALUATIE if is_eerste_jaar else Stuksoort.EINDEVALUATIE
    return _BEGINT_MET.get(eerste)


def _letter(deel: Verslagdeel) -> Verslagletter:
    return Verslagletter(
        letter=deel.onderdeel,
        titel=str(TITELS[deel.onderdeel]),
        stand=deel.stand,
        van=LEVEREN[deel.onderdeel],
        dag=deel.dag,
        ontbreekt=tuple(map(str, deel.ontbreekt)),
    )


def _document(plek: Plek) -> Verslagdocument:
    return Verslagdocument(
        id=None if plek.stuk is None else plek.stuk.pk,
        titel=plek.titel,
        opgesteld_op=plek.opgesteld_op,
        versienummer=plek.versie,
    )


def _gevraagd(inhoud: Verslaginhoud) -> tuple[Gevraagd, ...]:
    """Give who is to be asked, and what the last answer of each was; nobody before there is a report."""
    verslag = inhoud.voorblad
    if verslag is None:
        return ()
    laatste = {standpunt.partij: standpunt for standpunt in laatste_standpunten(verslag, inhoud.tot)}
    return tuple(
        Gevraagd(
            partij=partij,
            standpunt=laatste[partij].standpunt,
            op=laatste[partij].op,
            daarna=tuple(
                gettext(stuk.vorm.titel)
                for stuk in inhoud.stukken
                if stuk.vastgesteld_op and stuk.vastgesteld_op > laatste[partij].op
            ),
        )
        if partij in laatste
        else Gevraagd(partij=partij)
        for partij in verslag.vorm.standpunten_van
    )
