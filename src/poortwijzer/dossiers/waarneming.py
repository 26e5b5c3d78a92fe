"""The roles on dossiers that a cover brings: as long as both the cover and the role of who is away run.

Who arranges it, or gives somebody a role, need not reach all those dossiers: the second lock lets this work through.
"""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from poortwijzer.accounts.contracten import werkgevers_onder_contract
from poortwijzer.dossiers.models import Betrokkene, Dossier, Waarneming
from poortwijzer.dossiers.scheiding import aan_andere_kant
from poortwijzer.dossiers.zelf import eigen_werknemers
from poortwijzer.lib.klok import vandaag
from poortwijzer.slot.wie import werk
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import VOORWAARDEN, Voorwaarde

# The roles that are given per dossier.
TE_GEVEN = frozenset(rol for rol in Rol if Voorwaarde.BETROKKEN_IN_ROL in VOORWAARDEN[rol])


@werk("waarneming")
def neem_waar(waarneming: Waarneming, rollen: QuerySet[Betrokkene]) -> list[Betrokkene]:
    """Give who covers a role on each dossier of these roles, as far as the days of both overlap.

    Only on dossiers of the organisation itself, or of employers that it works for under a contract: who is absent may
    also work elsewhere. Not on the own dossier of who covers, not where that person has the role already, and not where
    that person is at the other side of the medical wall.
    """
    organisatie = waarneming.organisatie_id
    open_ = _over_te_nemen(waarneming, rollen).exclude(dossier__in=_aan_andere_kant(waarneming))
    gemaakt = [
        Betrokkene(
            dossier=rij.dossier,
            gebruiker_id=waarneming.waarnemer_id,
            organisatie_id=organisatie,
            rol=waarneming.rol,
            doel=_("waarneming voor %(naam)s") % {"naam": waarneming.afwezige.naam},
            vanaf=max(waarneming.vanaf, rij.vanaf),
            tot=waarneming.tot if rij.tot is None else min(waarneming.tot, rij.tot),
            waarneming=waarneming,
        )
        for rij in open_.select_related("dossier")
    ]
    return Betrokkene.objects.bulk_create(gemaakt)


@werk("waarneming")
def stuit_op_muur(waarneming: Waarneming, rollen: QuerySet[Betrokkene]) -> bool:
    """Tell whether who covers is at the other side of the medical wall on a dossier of these roles."""
    return _over_te_nemen(waarneming, rollen).filter(dossier__in=_aan_andere_kant(waarneming)).exists()


@werk("waarneming")
def volg_waarneming(rollen: QuerySet[Betrokkene]) -> list[Betrokkene]:
    """Let who covers for somebody also get the roles that this person gets meanwhile."""
    gemaakt: list[Betrokkene] = []
    for rij in rollen.filter(gebruiker__isnull=False, waarneming__isnull=True):
        lopend = Waarneming.objects.filter(
            afwezige=rij.gebruiker_id, organisatie=rij.organisatie_id, rol=rij.rol, tot__gt=vandaag()
        )
        for waarneming in lopend.select_related("afwezige"):
            gemaakt += neem_waar(waarneming, Betrokkene.objects.filter(pk=rij.pk))
    return gemaakt


@werk("waarneming")
def eindig(rollen: QuerySet[Betrokkene], tot: date) -> list[Betrokkene]:
    """Let these roles not run from `tot` on, and give those that this changed; what had not begun is taken away."""
    geraakt = list(rollen.filter(Q(tot__isnull=True) | Q(tot__gt=tot)))
    for rij in geraakt:
        if rij.vanaf >= tot:
            Betrokkene.objects.filter(pk=rij.pk).delete()  # it never runs; the log keeps that it was given
        else:
            Betrokkene.objects.filter(pk=rij.pk).update(tot=tot)
    return geraakt


def dekking_voor(rij: Betrokkene) -> QuerySet[Betrokkene]:
    """Give the roles by which others cover this one."""
    return Betrokkene.objects.filter(
        dossier=rij.dossier_id,
        rol=rij.rol,
        waarneming__afwezige=rij.gebruiker_id,
        waarneming__organisatie=rij.organisatie_id,
    )


def mag_regelen(actor: Actor) -> bool:
    """Tell whether this role arranges cover: for oneself, or for everybody of the organisation."""
    return mag(actor.rol, Handeling.WAARNEMING_REGELEN, Deel.BETROKKENEN) or regelt_voor_allen(actor)


def regelt_voor_allen(actor: Actor) -> bool:
    """Tell whether this role arranges cover for everybody of the own organisation."""
    return mag(actor.rol, Handeling.WAARNEMING_REGELEN, Deel.MEDEWERKERS)


def _over_te_nemen(waarneming: Waarneming, rollen: QuerySet[Betrokkene]) -> QuerySet[Betrokkene]:
    organisatie = waarneming.organisatie_id
    onder_contract = werkgevers_onder_contract(organisatie, Rol(waarneming.rol), vandaag())
    rollen = rollen.filter(Q(dossier__werkgever=organisatie) | Q(dossier__werkgever__in=onder_contract))
    al = Betrokkene.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=waarneming.vanaf),
        gebruiker=waarneming.waarnemer_id,
        organisatie=organisatie,
        rol=waarneming.rol,
    )
    open_ = rollen.filter(Q(tot__isnull=True) | Q(tot__gt=waarneming.vanaf), vanaf__lt=waarneming.tot)
    zelf = eigen_werknemers(waarneming.waarnemer_id, organisatie)
    return open_.exclude(dossier__werknemer__in=zelf).exclude(dossier__in=al.values("dossier"))


def _aan_andere_kant(waarneming: Waarneming) -> QuerySet[Dossier, UUID]:
    return aan_andere_kant(waarneming.waarnemer_id, Rol(waarneming.rol)).values_list("pk", flat=True)
