"""The re-integratieverslag of a dossier, put together from what is recorded and frozen. Nothing is stored."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import prefetch_related_objects
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
    Verslagstuk,
    groep_van,
    stukken_in_verslag,
)
from poortwijzer.dossiers.assessments import beoordeel
from poortwijzer.dossiers.beelden.verslag import Gevraagd, Verslagbeeld, Verslagdocument, Verslaggroep, Verslagletter
from poortwijzer.dossiers.facts import met_feiten
from poortwijzer.dossiers.knoppen import Concepten, voor_stuk
from poortwijzer.dossiers.models import Bijlage, Dossier
from poortwijzer.dossiers.queries.bijlagen import leesbare_bijlagen
from poortwijzer.dossiers.queries.werklijst import concepten_per_dossier
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.services.standpunten import laatste_standpunten
from poortwijzer.lib.datums import gettext
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import leesbare_delen
from poortwijzer.toegang.delen import STUKKEN, Deel

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


def verslagbeeld(actor: Actor, dossier: Dossier) -> Verslagbeeld:
    """Give the report for this role; the dossier comes from `access_dossier` for `Deel.REINTEGRATIEVERSLAG`."""
    prefetch_related_objects([dossier], met_feiten())
    kern = beoordeel(dossier, vandaag()).kern
    delen = leesbare_delen(actor.rol) - dossier.gesloten_delen
    vast = verslagstukken(actor, dossier)
    concepten = concepten_per_dossier({dossier.pk}).get(dossier.pk, {})
    bijlagen = [rij for rij in leesbare_bijlagen(actor, dossier) if rij.ingetrokken_op is None and rij.deel in STUKKEN]
    per_letter = _per_letter(kern)
    uiterlijk = eerste_uiterste_dag(*(kern.uitkomst(catalogus().namen[naam]) for naam in _EINDDAGEN))
    verslag = next((stuk for stuk in reversed(vast) if stuk.soort == Stuksoort.REINTEGRATIEVERSLAG), None)
    return Verslagbeeld(
        kenmerk=dossier.kenmerk,
        groepen=tuple(_groep(actor, letters, delen, per_letter, vast, bijlagen, concepten) for letters in GROEPEN),
        gevraagd=_gevraagd(verslag),
        uiterlijk=uiterlijk,
        is_voorbij=uiterlijk is not None and uiterlijk < kern.peildatum,
        eerste_ziektedag=per_letter[Onderdeel.E].dag,
        stuk_id=None if verslag is None else verslag.pk,
        opgesteld_op=None if verslag is None else verslag.opgesteld_op,
        bijgewerkt_op=max((stuk.vastgesteld_op for stuk in vast if stuk.vastgesteld_op), default=None),
        knop=voor_stuk(actor.rol, Stuksoort.REINTEGRATIEVERSLAG, concepten) if verslag is None else None,
    )


def verslagstukken(actor: Actor, dossier: Dossier) -> list[Formulier]:
    """Give the frozen documents that go into the report, as far as this role reads them, by day."""
    delen = leesbare_delen(actor.rol) - dossier.gesloten_delen
    rijen = list(
        Formulier.objects.filter(
            dossier=dossier,
            status=Formulier.Fase.DEFINITIEF,
            soort__in=[deel for deel in STUKKEN if deel in delen],
        )
        .prefetch_related("standpunten__door")
        .order_by("opgesteld_op", "vastgesteld_op", "pk")
    )
    te_kiezen = [Verslagstuk(rij.pk, Stuksoort(rij.soort), rij.opgesteld_op) for rij in rijen if rij.opgesteld_op]
    mee = {stuk.sleutel for groep in stukken_in_verslag(te_kiezen).values() for stuk in groep}
    for rij in rijen:
        rij.dossier = dossier
    return [rij for rij in rijen if rij.pk in mee]


def _per_letter(kern: Beoordeling) -> Mapping[Onderdeel, Verslagdeel]:
    uitkomst = kern.uitkomst(catalogus().namen["delen_van_verslag"])
    bekend = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    delen = bekend.delen if isinstance(bekend, Verslagdelen) else ()
    onbekend = {letter: Verslagdeel(letter, Deelstand.ONBEKEND) for letter in Onderdeel}
    return {**onbekend, **{deel.onderdeel: deel for deel in delen}}


def _groep(  # noqa: PLR0913, PLR0917  # all that a group is made of
    actor: Actor,
    letters: Sequence[Onderdeel],
    delen: frozenset[Deel],
    per_letter: Mapping[Onderdeel, Verslagdeel],
    vast: Sequence[Formulier],
    bijlagen: Sequence[Bijlage],
    concepten: Concepten,
) -> Verslaggroep:
    eerste = letters[0]
    stukken = [stuk for stuk in vast if groep_van(Stuksoort(stuk.soort)) is eerste]
    regels = tuple(_letter(per_letter[letter]) for letter in letters)
    begin = _begint_met(eerste, per_letter[eerste])
    is_elders = begin is not None and Deel(begin) not in delen
    return Verslaggroep(
        letters=regels,
        stukken=tuple(map(_document, stukken)),
        bijlagen=tuple(rij.naam for rij in bijlagen if groep_van(Stuksoort(rij.deel)) is eerste),
        is_elders=is_elders,
        # The button of the front page stands above, with what both parties are asked.
        knop=voor_stuk(actor.rol, begin, concepten)
        if begin and not stukken and not is_elders and eerste is not Onderdeel.A
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


def _document(stuk: Formulier) -> Verslagdocument:
    pk: UUID = stuk.pk
    dag: date | None = stuk.opgesteld_op
    assert dag is not None  # noqa: S101  # a frozen document has its day
    return Verslagdocument(id=pk, titel=gettext(stuk.vorm.titel), opgesteld_op=dag, versienummer=stuk.versienummer)


def _gevraagd(verslag: Formulier | None) -> tuple[Gevraagd, ...]:
    """Give who is to be asked, and what the last answer of each was; nobody before there is a report."""
    if verslag is None:
        return ()
    laatste = {standpunt.partij: standpunt for standpunt in laatste_standpunten(verslag)}
    return tuple(
        Gevraagd(partij=partij, standpunt=laatste[partij].standpunt, op=laatste[partij].op)
        if partij in laatste
        else Gevraagd(partij=partij)
        for partij in verslag.vorm.standpunten_van
    )
