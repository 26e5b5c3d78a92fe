"""Agreeing on another last day: one party proposes with a reason, the other agrees or does not."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from poortnormen.feiten.stukken import Afwijking
from poortwijzer.dossiers.actions.feiten import controleer_vervanging
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling, open_voor, rond_af
from poortwijzer.dossiers.facts import NieuwFeit, lees_feitwaarde, schrijf_feiten
from poortwijzer.dossiers.knoppen import afwijkbare_normen
from poortwijzer.dossiers.models import Dossier, Feit
from poortwijzer.dossiers.partijen import WERKGEVER, is_namens_werkgever
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

FEIT = "afwijkingen"


@handeling
def stel_afwijking_voor(*, dossier: Dossier, actor: Actor, norm: str, nieuwe_dag: date, reden: str) -> Feit:
    """Propose another last day for a norm; it counts when the other party agrees.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: this norm has no day that the parties may move, or the reason is missing.
    """
    dossier = open_voor(actor, dossier, deel=Deel.AFWIJKINGEN, handeling=Handeling.AFWIJKING_VOORSTELLEN)
    if norm not in afwijkbare_normen():
        raise Invoerfout("norm", _("Van deze termijn kunnen werkgever en werknemer niet samen afwijken."))
    if not reden.strip():
        raise Invoerfout("reden", _("Schrijf op waarom een andere dag nodig is."))
    voorstel = _met_akkoord(Afwijking(norm=norm, nieuwe_dag=nieuwe_dag, reden=reden.strip()), actor.rol)
    (feit,) = schrijf_feiten(
        dossier,
        [NieuwFeit(naam=FEIT, waarde=voorstel, gever=_partij(actor.rol))],
        door=actor.gebruiker_id,
        op=nu(),
    )
    rond_af(actor, dossier, deel=Deel.AFWIJKINGEN, handeling=Handeling.AFWIJKING_VOORSTELLEN, doel=norm)
    return feit


@handeling
def reageer_op_afwijking(
    *, dossier: Dossier, actor: Actor, feit_id: UUID, is_akkoord: bool, eigen_woorden: str = ""
) -> Feit:
    """Agree with a proposal, or turn it down in own words; the proposal stays readable.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Conflict: the proposal was answered or withdrawn meanwhile.
        Invoerfout: no such proposal, it is one's own, or a refusal has no words.
    """
    dossier = open_voor(actor, dossier, deel=Deel.AFWIJKINGEN, handeling=Handeling.AFWIJKING_REAGEREN)
    motivering = eigen_woorden.strip() or (_("akkoord") if is_akkoord else "")
    controleer_vervanging(dossier, FEIT, feit_id, ingediend=is_akkoord, motivering=motivering)
    voorstel = lees_feitwaarde(FEIT, Feit.objects.get(pk=feit_id).waarde)
    assert isinstance(voorstel, Afwijking)  # noqa: S101  # facts of this name hold nothing else
    if _met_akkoord(voorstel, actor.rol) == voorstel:
        raise Invoerfout("feit_id", _("U bent het met dit voorstel al eens. De andere partij moet nog reageren."))
    waarde = _met_akkoord(voorstel, actor.rol) if is_akkoord else None
    (feit,) = schrijf_feiten(
        dossier,
        [NieuwFeit(naam=FEIT, waarde=waarde, gever=_partij(actor.rol), vervangt=feit_id, motivering=motivering)],
        door=actor.gebruiker_id,
        op=nu(),
    )
    rond_af(actor, dossier, deel=Deel.AFWIJKINGEN, handeling=Handeling.AFWIJKING_REAGEREN, doel=voorstel.norm)
    return feit


def _partij(rol: Rol) -> str:
    return WERKGEVER if is_namens_werkgever(rol) else str(rol.partij)


def _met_akkoord(voorstel: Afwijking, rol: Rol) -> Afwijking:
    """Give the proposal with the agreement of this role's party; unchanged when it was there already."""
    if is_namens_werkgever(rol):
        return replace(voorstel, akkoord_werkgever_op=voorstel.akkoord_werkgever_op or vandaag())
    return replace(voorstel, akkoord_werknemer_op=voorstel.akkoord_werknemer_op or vandaag())
