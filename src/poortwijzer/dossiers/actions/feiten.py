"""Recording, correcting and withdrawing a fact of the core. What happened can always be recorded."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from poortnormen.dossier import lees_weging
from poortnormen.feiten import FEITEN
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import GeenToegang
from poortwijzer.dossiers.actions.kader import Conflict, Invoerfout, handeling, open_voor, rond_af
from poortwijzer.dossiers.facts import NieuwFeit, lees_feitwaarde, schrijf_feiten
from poortwijzer.dossiers.models import Dossier, Feit
from poortwijzer.dossiers.partijen import (
    UIT_STUKKEN,
    UIT_VERSLAG,
    UWV,
    deel_van_feit,
    delen_van_feiten,
    gever_voor,
    is_eigen_gegeven,
    is_te_beantwoorden,
    vastleggen_in,
)
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling


@handeling
def leg_feit_vast(  # noqa: PLR0913  # a fact has that many sides, all by name
    *,
    dossier: Dossier,
    actor: Actor,
    naam: str,
    waarde: object,
    op: date | None = None,
    gever: str | None = None,
    vervangt: UUID | None = None,
    motivering: str = "",
    weging: object = None,
) -> Feit:
    """Record a fact, with `waarde` as JSON in the exchange format; `vervangt` names the fact that it corrects.

    `gever` is who gave the fact: this actor's party, or `uwv` for what the UWV wrote or decided. Without `op` a
    correction keeps the day of what it corrects, and a state that changed holds from today. `weging` tells, at a
    judgement, which points of the source the giver let weigh, as JSON in the exchange format.

    Raises:
        NietGevonden, GeenToegang: see `access`; also when the party of this role cannot give this fact, or it
            follows from another act.
        Omzetfout, Feitfout: the value does not fit, or contradicts what is recorded.
        Conflict: the fact to correct was corrected by somebody else meanwhile.
        Invoerfout: `vervangt` is no fact of this dossier and name, or the correction has no reason.
    """
    gelezen = lees_feitwaarde(naam, waarde)
    gewogen = None if weging is None else lees_weging(naam, weging, "$.weging")
    deel = deel_van_feit(naam, gelezen)
    nodig = vastleggen_in(deel)
    dossier = open_voor(actor, dossier, deel=deel, handeling=nodig)
    partij = _gever(actor, dossier, naam, deel, gever)
    oud = controleer_vervanging(dossier, naam, vervangt, ingediend=waarde, motivering=motivering)
    if oud is not None:
        open_oud(actor, dossier, oud)
    (feit,) = schrijf_feiten(
        dossier,
        [
            NieuwFeit(
                naam=naam,
                waarde=gelezen,
                op=_dag(dossier, naam, op, vervangt),
                gever=partij,
                vervangt=vervangt,
                motivering=motivering.strip(),
                weging=gewogen,
            )
        ],
        door=actor.gebruiker_id,
        op=nu(),
    )
    rond_af(actor, dossier, deel=deel, handeling=nodig, doel=naam)
    return feit


@handeling
def trek_feit_in(*, dossier: Dossier, actor: Actor, feit_id: UUID, motivering: str) -> Feit:
    """Withdraw a fact that should not have been recorded; it stays readable, with the reason.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Conflict: the fact was corrected or withdrawn meanwhile.
        Feitfout: what is left contradicts itself.
        Invoerfout: no such fact in this dossier, or no reason.
    """
    oud = Feit.objects.filter(dossier=dossier, pk=feit_id).first()
    if oud is None:
        raise Invoerfout("feit_id", _("Dit gegeven hoort niet bij dit dossier."))
    dossier, deel = open_oud(actor, dossier, oud)
    controleer_vervanging(dossier, oud.naam, feit_id, ingediend=None, motivering=motivering)
    partij = gever_voor(actor.rol, oud.naam) or oud.gever
    (feit,) = schrijf_feiten(
        dossier,
        [NieuwFeit(naam=oud.naam, waarde=None, gever=partij, vervangt=feit_id, motivering=motivering.strip())],
        door=actor.gebruiker_id,
        op=nu(),
    )
    rond_af(actor, dossier, deel=deel, handeling=vastleggen_in(deel), doel=oud.naam)
    return feit


def open_oud(actor: Actor, dossier: Dossier, oud: Feit) -> tuple[Dossier, Deel]:
    """Open the part of a fact to correct or withdraw, given by the actor's own party; of others one asks a correction.

    What is corrected may belong to another document than what takes its place, so it is checked by itself.

    Raises:
        NietGevonden, GeenToegang: see `access`; also when another party gave it.
        Invoerfout: it says that a document of this dossier is there, or is in a report.
    """
    rijen = Feit.objects.filter(dossier=dossier).order_by("volgnummer")
    deel = delen_van_feiten((rij.pk, rij.naam, rij.waarde, rij.vervangt_id) for rij in rijen)[oud.pk]
    dossier = open_voor(actor, dossier, deel=deel, handeling=vastleggen_in(deel))
    if oud.naam == "stukken" and oud.stuk_id is not None:
        raise Invoerfout("feit_id", _("Dit stuk staat vast in het dossier. Maak er een nieuwe versie van."))
    if oud.naam in UIT_VERSLAG:
        raise Invoerfout("feit_id", _("Dit verslag staat vast. Maak een nieuw voorblad voor een nieuw verslag."))
    controleer_eigen(actor, dossier, oud, deel=deel, handeling_=vastleggen_in(deel))
    return dossier, deel


def controleer_eigen(actor: Actor, dossier: Dossier, oud: Feit, *, deel: Deel, handeling_: Handeling) -> None:
    """Check that the fact to correct or withdraw was given by the actor's own party.

    Raises:
        GeenToegang: another party gave it.
    """
    door_werknemer = oud.vastgelegd_door_id is not None and oud.vastgelegd_door_id == dossier.werknemer.gebruiker_id
    if not is_eigen_gegeven(actor.rol, oud.gever, door_werknemer=door_werknemer):
        reden = "een ander gaf dit gegeven"
        raise GeenToegang(Weigering(actor=actor, deel=deel, handeling=handeling_, dossier_id=dossier.pk, reden=reden))


def controleer_vervanging(
    dossier: Dossier, naam: str, vervangt: UUID | None, *, ingediend: object, motivering: str
) -> Feit | None:
    """Check that a correction names the newest version of a fact of this dossier, and says why; give that fact.

    Raises:
        Conflict: somebody corrected it meanwhile.
        Invoerfout: no such fact, or no reason.
    """
    if vervangt is None:
        return None
    oud = Feit.objects.filter(dossier=dossier, naam=naam, pk=vervangt).first()
    if oud is None:
        raise Invoerfout("vervangt", _("Het gegeven dat u wilt verbeteren, hoort niet bij dit dossier."))
    if not motivering.strip():
        raise Invoerfout("motivering", _("Schrijf op waarom u dit gegeven verbetert."))
    opvolger = Feit.objects.filter(vervangt=oud).first()
    if opvolger is not None:
        raise Conflict(ingediend=ingediend, huidig=opvolger.waarde)
    return oud


def _dag(dossier: Dossier, naam: str, op: date | None, vervangt: UUID | None) -> date | None:
    """Give the day from which a state holds; a first answer without a day holds always, a changed one from today."""
    soort = FEITEN[naam]
    if op is not None or soort.op_uit or soort.is_meervoud:
        return op
    geldend = Feit.objects.filter(dossier=dossier, naam=naam)
    if vervangt is not None:
        return geldend.values_list("op", flat=True).get(pk=vervangt)
    return vandaag() if geldend.filter(vervangen_door=None).exists() else None


def _gever(actor: Actor, dossier: Dossier, naam: str, deel: Deel, gever: str | None) -> str:
    """Give in whose name the fact is recorded: one's own, or that of the UWV, which has no account."""
    eigen = gever_voor(actor.rol, naam) if is_te_beantwoorden(naam) or naam in UIT_STUKKEN else None
    if eigen is not None and gever == UWV and UWV in FEITEN[naam].gevers:
        return UWV
    if eigen is None or gever not in {None, eigen}:
        raise GeenToegang(
            Weigering(
                actor=actor,
                deel=deel,
                handeling=Handeling.FEIT_VASTLEGGEN,
                dossier_id=dossier.pk,
                reden="geen gever van dit feit",
            )
        )
    return eigen
