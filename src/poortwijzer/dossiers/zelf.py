"""Whether somebody is the sick employee, also where the employer linked no account yet.

A link is what makes an account the employee's. What keeps somebody out of the own dossier in another role cannot wait
for it: then a person with the same name, at the same employer, counts as that employee too.
"""

from uuid import UUID

from django.db.models import Q, QuerySet, Subquery
from django.db.models.functions import Upper

from poortwijzer.accounts.models import Gebruiker
from poortwijzer.dossiers.models import Werknemer


def eigen_werknemers(gebruiker_id: UUID, organisatie_id: UUID | None) -> QuerySet[Werknemer]:
    """Give the employees that this person is, or can be, for who acts for this organisation."""
    naam = Gebruiker.objects.filter(pk=gebruiker_id).values(hoofdletters=Upper("naam"))[:1]
    naamgenoot = Q(gebruiker=None, organisatie=organisatie_id, hoofdletters=Subquery(naam))
    return Werknemer.objects.alias(hoofdletters=Upper("naam")).filter(Q(gebruiker=gebruiker_id) | naamgenoot)


def is_zelf(werknemer: Werknemer, gebruiker_id: UUID, organisatie_id: UUID | None) -> bool:
    """Tell whether this person is, or can be, this employee."""
    return eigen_werknemers(gebruiker_id, organisatie_id).filter(pk=werknemer.pk).exists()
