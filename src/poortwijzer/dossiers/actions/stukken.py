"""Documents: begin, save in parts, freeze, respond, hand out a copy. Facts arise when a document is frozen."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from poortnormen.feiten import FEITEN
from poortnormen.feiten.stukken import Afschrift, Ontvanger, Stuk, Stuksoort
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import GeenToegang
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling, open_voor, rond_af
from poortwijzer.dossiers.facts import NieuwFeit, lees_feitwaarde, schrijf_feiten
from poortwijzer.dossiers.models import Dossier, Feit
from poortwijzer.dossiers.partijen import gever_voor, is_namens_werkgever
from poortwijzer.dossiers.stukken import stuk_van
from poortwijzer.dossiers.verslaginhoud import leg_verslag_vast
from poortwijzer.formulieren import services
from poortwijzer.formulieren.feiten import feiten_uit
from poortwijzer.formulieren.models import Formulier, Klad, Standpunt
from poortwijzer.lib.klok import nu
from poortwijzer.tekstwacht.wacht import hoor_ook, teksten_in
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import STUKKEN, Deel, Handeling
from poortwijzer.toegang.rollen import Rol

LANGSTE_KLAD = 400_000  # characters, as a browser sends them


@handeling
def begin_stuk(*, dossier: Dossier, actor: Actor, soort: str) -> Formulier:
    """Give the draft of this kind: the one that is open, or a new one.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: there is no such kind of document.
    """
    if soort not in STUKKEN:
        raise Invoerfout("soort", _("Dit soort stuk kennen wij niet."))
    deel = Deel(soort)
    dossier = open_voor(actor, dossier, deel=deel, handeling=Handeling.STUK_OPSTELLEN)
    stuk = services.begin_concept(dossier_id=dossier.pk, soort=soort, door=actor)
    _sluit(actor, dossier, stuk, Handeling.STUK_OPSTELLEN)
    return stuk


@handeling
def bewaar_stuk(  # noqa: PLR0913  # what is saved, by whom and for whom, all by name
    *,
    dossier: Dossier,
    actor: Actor,
    stuk_id: UUID,
    wijzigingen: Mapping[str, object],
    verwachte_versie: int,
    namens: Rol | None = None,
) -> services.Bewaring:
    """Save fields of a draft as they were typed; fields of another party are refused one by one, the rest is saved.

    Who works on the draft reads it from now on, so medical words are asked about here. What this person had typed
    and not saved is taken up in it.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        formulieren.services.IsDefinitief, ConceptGewijzigd: see `bewaar_concept`.
    """
    dossier, stuk = _open(actor, dossier, stuk_id, Handeling.STUK_AANVULLEN)
    hoor_ook(teksten_in(services.wat_verandert(stuk, wijzigingen)))
    bewaring = services.bewaar_concept(stuk, wijzigingen, door=actor, verwachte_versie=verwachte_versie, namens=namens)
    services.wis_klad(stuk, gebruiker_id=actor.gebruiker_id, namens=namens or "")
    _sluit(actor, dossier, stuk, Handeling.STUK_AANVULLEN)
    return bewaring


@handeling
def bewaar_klad(*, dossier: Dossier, actor: Actor, stuk_id: UUID, klad: str, namens: Rol | None = None) -> Klad:
    """Keep what somebody is typing in a draft, for that person alone: the fields as they were sent.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: it is more than a draft can hold.
        formulieren.services.IsDefinitief: the document is frozen.
    """
    dossier, stuk = _open(actor, dossier, stuk_id, Handeling.STUK_AANVULLEN)
    if stuk.is_definitief:
        raise services.IsDefinitief
    if len(klad) > LANGSTE_KLAD:
        raise Invoerfout("stuk_id", _("Dit is te veel tekst om vanzelf te bewaren."))
    bewaard = services.bewaar_klad(stuk, klad, gebruiker_id=actor.gebruiker_id, namens=namens or "")
    _sluit(actor, dossier, stuk, Handeling.STUK_AANVULLEN)
    return bewaard


@handeling
def bevestig_dictaat(*, dossier: Dossier, actor: Actor, stuk_id: UUID, namens: Rol, wijze: str = "") -> Formulier:
    """Confirm words that somebody else wrote down for a party.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        formulieren.services.IsDefinitief, NietDeGever: see `bevestig_dictaat` there.
    """
    dossier, stuk = _open(actor, dossier, stuk_id, Handeling.STUK_AANVULLEN)
    bevestigd = services.bevestig_dictaat(stuk, namens=namens, door=actor, wijze=wijze)
    _sluit(actor, dossier, stuk, Handeling.STUK_AANVULLEN)
    return bevestigd


@handeling
def stel_stuk_vast(
    *,
    dossier: Dossier,
    actor: Actor,
    stuk_id: UUID,
    verwachte_versie: int,
    redenen: Mapping[str, str] | None = None,
) -> Formulier:
    """Freeze a draft, with a reason for each part that is missing; its facts are recorded and judged at once.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        formulieren.services.IsDefinitief, NietDeGever, ConceptGewijzigd, NogOntbrekend: see `maak_definitief`.
    """
    dossier, stuk = _open(actor, dossier, stuk_id, Handeling.STUK_VASTSTELLEN)
    hoor_ook(services.teksten_van_anderen(stuk))
    vast = services.maak_definitief(stuk, door=actor, verwachte_versie=verwachte_versie, redenen=redenen or {})
    schrijf_feiten(dossier, feiten_van_stuk(vast), door=actor.gebruiker_id, op=nu())
    _sluit(actor, dossier, vast, Handeling.STUK_VASTSTELLEN, beoordeel=True)
    return vast


@handeling
def begin_nieuwe_versie(*, dossier: Dossier, actor: Actor, stuk_id: UUID) -> Formulier:
    """Give the draft that follows a frozen document; the frozen one stays as it is.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        formulieren.services.IsConcept, ConceptOpen: the document is a draft itself, or another one of its kind is.
    """
    dossier, stuk = _open(actor, dossier, stuk_id, Handeling.STUK_OPSTELLEN)
    nieuw = services.nieuwe_versie(stuk, door=actor)
    if not mag(actor.rol, Handeling.STUK_OPSTELLEN, Deel(nieuw.soort)):
        raise _geweigerd(
            actor, dossier, Deel(nieuw.soort), Handeling.STUK_OPSTELLEN, "volgende soort niet van deze rol"
        )
    _sluit(actor, dossier, nieuw, Handeling.STUK_OPSTELLEN)
    return nieuw


@handeling
def reageer_op_stuk(  # noqa: PLR0913  # a statement has that many sides, all by name
    *,
    dossier: Dossier,
    actor: Actor,
    stuk_id: UUID,
    standpunt: str,
    eigen_woorden: str = "",
    partij: Rol | None = None,
) -> Standpunt:
    """Record what a party says about a frozen document: `eens`, `oneens` or `gezien`, with own words.

    `niet_bereikbaar` is said about another party (`partij`), by who may freeze such a document, with a reason. Of the
    re-integratieverslag it is recorded of what it consists once every party was asked (ADR 15).

    Raises:
        NietGevonden, GeenToegang: see `access`; also for words in the name of another party.
        Invoerfout: no such statement.
        formulieren.services.IsConcept, NietDeGever, Standpuntfout: see `leg_standpunt_vast`.
    """
    if standpunt not in Standpunt.Keuze.values:
        raise Invoerfout("standpunt", _("Kies eens, niet eens, gezien of niet bereikbaar."))
    keuze = Standpunt.Keuze(standpunt)
    is_over_ander = keuze is Standpunt.Keuze.NIET_BEREIKBAAR
    handeling_ = Handeling.STUK_VASTSTELLEN if is_over_ander else Handeling.STUK_REAGEREN
    dossier, stuk = _open(actor, dossier, stuk_id, handeling_)
    eigen = Rol.WERKGEVER if is_namens_werkgever(actor.rol) else actor.rol
    if not is_over_ander and partij not in {None, eigen, actor.rol}:
        raise _geweigerd(actor, dossier, Deel(stuk.soort), handeling_, "namens een andere partij")
    vastgelegd = services.leg_standpunt_vast(
        stuk, partij=partij or _gevraagde(stuk, actor.rol), standpunt=keuze, eigen_woorden=eigen_woorden, door=actor
    )
    verslag = leg_verslag_vast(dossier, stuk, actor=actor) if stuk.soort == Stuksoort.REINTEGRATIEVERSLAG else ()
    _sluit(actor, dossier, stuk, handeling_, beoordeel=bool(verslag))
    return vastgelegd


@handeling
def leg_afschrift_vast(*, dossier: Dossier, actor: Actor, stuk_id: UUID, ontvanger: str, verstrekt_op: date) -> Feit:
    """Record that a party received a copy of a frozen document.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: the document is a draft, or this is no party.
    """
    dossier, stuk = _open(actor, dossier, stuk_id, Handeling.STUK_VASTSTELLEN)
    if not stuk.is_definitief:
        raise Invoerfout("stuk_id", _("Dit stuk is nog een concept. Stel het eerst vast."))
    if ontvanger not in list(Ontvanger):
        raise Invoerfout("ontvanger", _("Kies wie het afschrift kreeg."))
    waarde = Afschrift(soort=Stuksoort(stuk.soort), ontvanger=Ontvanger(ontvanger), verstrekt_op=verstrekt_op)
    gever = gever_voor(actor.rol, "afschriften")
    assert gever is not None  # noqa: S101  # every role that freezes a document gives copies of it; a test says so
    (feit,) = schrijf_feiten(
        dossier,
        [NieuwFeit(naam="afschriften", waarde=waarde, gever=gever, stuk_id=stuk.pk)],
        door=actor.gebruiker_id,
        op=nu(),
    )
    rond_af(actor, dossier, deel=Deel(stuk.soort), handeling=Handeling.STUK_VASTSTELLEN, doel=f"afschrift {ontvanger}")
    return feit


def feiten_van_stuk(stuk: Formulier) -> list[NieuwFeit]:
    """Give the facts of a frozen document; a corrected version of the same day takes the place of its fact."""
    vervangt = _vorig_feit(stuk)
    return [
        NieuwFeit(
            naam=gegeven.naam,
            waarde=lees_feitwaarde(gegeven.naam, gegeven.waarde),
            op=None if FEITEN[gegeven.naam].op_uit else gegeven.op,
            gever=_gever(stuk, gegeven.naam),
            vervangt=vervangt if gegeven.naam == "stukken" else None,
            motivering=_("nieuwe versie van het stuk") if vervangt and gegeven.naam == "stukken" else "",
            stuk_id=stuk.pk,
        )
        for gegeven in feiten_uit(stuk)
    ]


def _vorig_feit(stuk: Formulier) -> UUID | None:
    feit = Feit.objects.filter(naam="stukken", stuk_id=stuk.vorige_id, vervangen_door=None).first()
    if stuk.vorige_id is None or feit is None:
        return None
    oud = lees_feitwaarde("stukken", feit.waarde)
    is_correctie = isinstance(oud, Stuk) and oud.soort == stuk.soort and oud.opgesteld_op == stuk.opgesteld_op
    return feit.pk if is_correctie else None


def _gever(stuk: Formulier, naam: str) -> str:
    """Give the party behind a fact: whose role froze the document, or for whom it was written down."""
    gevers = FEITEN[naam].gevers
    eigen = gever_voor(Rol(stuk.vastgesteld_als), naam)
    return eigen or next((rol.partij for rol in stuk.vorm.vaststellers if rol.partij in gevers), None) or gevers[0]


def _gevraagde(stuk: Formulier, rol: Rol) -> Rol:
    """Give the party for which this role answers; the employer's side answers as whoever of it is asked."""
    gevraagd = stuk.vorm.standpunten_van
    if rol in gevraagd or not is_namens_werkgever(rol):
        return rol
    return next((partij for partij in gevraagd if is_namens_werkgever(partij)), rol)


def _open(actor: Actor, dossier: Dossier, stuk_id: UUID, handeling_: Handeling) -> tuple[Dossier, Formulier]:
    """Give the locked dossier and its document, when this role may do this with this kind."""
    stuk = Formulier.objects.filter(pk=stuk_id, dossier=dossier).first()
    deel = Deel.TIJDLIJN if stuk is None else Deel(stuk.soort)
    vergrendeld = open_voor(actor, dossier, deel=deel, handeling=Handeling.INZIEN if stuk is None else handeling_)
    return vergrendeld, stuk or stuk_van(actor, vergrendeld, stuk_id, handeling_)


def _sluit(actor: Actor, dossier: Dossier, stuk: Formulier, handeling_: Handeling, *, beoordeel: bool = False) -> None:
    rond_af(actor, dossier, deel=Deel(stuk.soort), handeling=handeling_, doel=str(stuk.pk), beoordeel=beoordeel)


def _geweigerd(actor: Actor, dossier: Dossier, deel: Deel, handeling_: Handeling, reden: str) -> GeenToegang:
    return GeenToegang(Weigering(actor=actor, deel=deel, handeling=handeling_, dossier_id=dossier.pk, reden=reden))
