"""Searching a list: one way for every list, by the fields that the role of the actor may see."""

from django.db.models import Q

from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.zoeken import Zoekveld, zoekvelden


def treffer(actor: Actor, zoekterm: str, *, werknemer: str, dossier: str | None = None) -> Q:
    """Give the condition that a row is found by what was typed; an empty term finds every row.

    `werknemer` and `dossier` are the ways from the row to those tables, such as "dossier__werknemer__"; a list without
    dossiers says None.
    """
    zoek = zoekterm.strip()
    if not zoek:
        return Q()
    wegen = {
        Zoekveld.NAAM: Q(**{f"{werknemer}naam__icontains": zoek}),
        Zoekveld.PERSONEELSNUMMER: Q(**{f"{werknemer}personeelsnummer__iexact": zoek}),
    }
    if dossier is not None:
        wegen[Zoekveld.KENMERK] = Q(**{f"{dossier}kenmerk__iexact": zoek})
    gevonden = Q(pk__in=[])
    for veld in sorted(zoekvelden(actor.rol) & set(wegen)):
        gevonden |= wegen[veld]
    return gevonden
