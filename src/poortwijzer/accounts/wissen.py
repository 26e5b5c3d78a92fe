"""Erasing the account of somebody who has no use for it any more."""

from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import ProtectedError, Q
from django_tasks_db.models import DBTaskResult

from poortwijzer.accounts.models import Gebruiker, Rolvervulling, Sessie, Uitnodiging
from poortwijzer.toegang.rollen import Rol


def wis_account(gebruiker_id: UUID) -> int:
    """Delete an account that only an employee used, with its sessions, invitations and mail; give 1, or 0 if it stays.

    Somebody with another role keeps the account; so does who wrote in a dossier that is still there.
    """
    gebruiker = Gebruiker.objects.filter(pk=gebruiker_id).first()
    anders = Rolvervulling.objects.filter(gebruiker=gebruiker_id).exclude(rol=Rol.WERKNEMER.value)
    if gebruiker is None or anders.exists():
        return 0
    sleutels = list(Sessie.objects.filter(gebruiker=gebruiker_id).values_list("sleutel", flat=True))
    try:
        with transaction.atomic():
            gebruiker.delete()
    except ProtectedError:
        return 0
    Session.objects.filter(session_key__in=sleutels).delete()
    Uitnodiging.objects.filter(email=gebruiker.email).delete()
    over_deze = Q(args_kwargs__icontains=str(gebruiker_id)) | Q(args_kwargs__icontains=gebruiker.email)
    DBTaskResult.objects.filter(over_deze).delete()
    return 1
