"""The door of visitors: one act on one part, for as long as the link is open. Every use is recorded.

A visitor is no `Actor` and passes no other door: nothing else in the program takes a `Gast`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.actor import heeft_rol
from poortwijzer.accounts.gasten import MEESTE_TEKENS, gastlink
from poortwijzer.accounts.models import Gastlink
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, lock_dossier
from poortwijzer.dossiers.actions.kader import Invoerfout
from poortwijzer.dossiers.toestemmingen import geldt
from poortwijzer.formulieren.models import Formulier
from poortwijzer.lib.klok import nu
from poortwijzer.slot import wie
from poortwijzer.toegang.aanspraak import voor
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.gasten import Gast, Gastdoel, mag_gast, mag_gast_uitnodigen
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import nodig_voor_gast

P = ParamSpec("P")
R = TypeVar("R")


class GastGeweigerd(Http404):  # an answer, and Django's own name has no Error either
    """This link does not open this (any more); nobody can tell which."""


def _als_gast(deur: Callable[Concatenate[Gast, P], R]) -> Callable[Concatenate[Gast, P], R]:
    """Ask the database for the visitor, in one transaction."""

    @wraps(deur)
    def voor_gast(gast: Gast, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with wie.gast(gast.link_id), transaction.atomic():
            return deur(gast, *args, **kwargs)

    return voor_gast


@_als_gast
def stuk_voor_gast(gast: Gast) -> tuple[Formulier, Rol]:
    """Give the document that this visitor may read, with the role as which it is read, and record that it was read.

    Raises GastGeweigerd when the link is not for reading, or its document is no frozen one of this dossier.
    """
    link = _open(gast, Handeling.INZIEN)
    stuk = Formulier.objects.filter(dossier=gast.dossier_id, soort=gast.deel, pk__in=[link.stuk_id]).first()
    if stuk is None or not stuk.is_definitief:
        raise GastGeweigerd
    _leg_vast(gast, link, Handeling.INZIEN)
    return stuk, Rol(link.rol)


@_als_gast
def vraag_voor_gast(gast: Gast) -> str:
    """Give what this visitor is asked, and record that it was read.

    Raises GastGeweigerd when the link is not for answering.
    """
    link = _open(gast, Handeling.GAST_AANLEVEREN)
    vraag = link.vraag
    _leg_vast(gast, link, Handeling.INZIEN)
    return vraag


@_als_gast
def beantwoord_als_gast(gast: Gast, antwoord: str) -> None:
    """Keep the answer of this visitor, once; the link is then used up.

    Raises:
        GastGeweigerd: the link is not for answering, or was answered or withdrawn meanwhile.
        Invoerfout: there is no answer, or it is too long.
    """
    link = _open(gast, Handeling.GAST_AANLEVEREN)
    if not 0 < len(antwoord.strip()) <= MEESTE_TEKENS:
        raise Invoerfout(
            "antwoord", _("Schrijf uw antwoord, in hoogstens %(aantal)s tekens.") % {"aantal": MEESTE_TEKENS}
        )
    if link.antwoord_op is not None or link.ingetrokken_op is not None:
        raise GastGeweigerd
    link.antwoord, link.antwoord_op = antwoord.strip(), nu()
    link.save(update_fields=["antwoord", "antwoord_op"])
    _leg_vast(gast, link, Handeling.GAST_AANLEVEREN)


def _open(gast: Gast, handeling: Handeling) -> Gastlink:
    """Give the link for this act, locked; refused without the consent that it rests on, whatever the link says."""
    if not mag_gast(gast, handeling, gast.deel):
        raise GastGeweigerd
    link = gastlink(gast)
    nodig = nodig_voor_gast(Rol(link.rol), gast.doel)
    if nodig is not None and not geldt(link.toestemming_id, dossier_id=gast.dossier_id, doel=nodig):
        raise GastGeweigerd
    if not _gever_mag_nog(link):
        raise GastGeweigerd
    return link


def _gever_mag_nog(link: Gastlink) -> bool:
    """Tell whether who gave the link could give it today, in the same role for the same organisation.

    A visitor reads and asks in the place of the giver: what ends for the giver (role, contract, delegation, cover)
    ends for the visitor. It is asked as the giver, so it sees no further than the giver does.
    """
    rol = Rol(link.rol)
    gever = Actor(gebruiker_id=link.created_by_id, rol=rol, organisatie_id=link.organisatie_id, naam="")
    if not mag_gast_uitnodigen(rol, Gastdoel(link.doel), Deel(link.deel)):
        return False
    with voor(gever):
        if not heeft_rol(gever):
            return False
        try:
            lock_dossier(gever, link.dossier_id, deel=Deel.GASTEN, handeling=Handeling.GAST_UITNODIGEN)
            lock_dossier(gever, link.dossier_id, deel=Deel(link.deel), handeling=Handeling.INZIEN)
        except (NietGevonden, GeenToegang):
            return False
    return True


def _leg_vast(gast: Gast, link: Gastlink, handeling: Handeling) -> None:
    audit.record(
        handeling=handeling,
        actor=gast,
        dossier_id=gast.dossier_id,
        onderdeel=gast.deel,
        doel=str(gast.link_id),
        toestemming_id=link.toestemming_id,
    )
