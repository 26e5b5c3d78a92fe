"""Whether a consent is in force: the question that everything asks that may happen only with one.

It is asked at the moment itself, so what was withdrawn stops at once. See `toegang.toestemmingen` for what needs one.
"""

from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from poortwijzer.dossiers.models import Toestemming, Toestemmingskeuze
from poortwijzer.toegang.toestemmingen import Keuze, Toestemmingsdoel, Wijze


def geldende(dossier_id: UUID, doel: Toestemmingsdoel, *, onderwerp_id: UUID | None = None) -> QuerySet[Toestemming]:
    """Give the consents in force for this purpose; with `onderwerp_id` those about that one thing."""
    laatste = Toestemmingskeuze.objects.filter(toestemming=OuterRef("pk")).order_by("-id").values("keuze")[:1]
    rijen = Toestemming.objects.filter(dossier_id=dossier_id, doel=doel).alias(laatste_keuze=Subquery(laatste))
    rijen = rijen.filter(laatste_keuze=Keuze.GEGEVEN)
    return rijen if onderwerp_id is None else rijen.filter(onderwerp_id=onderwerp_id)


def geldt(toestemming_id: UUID | None, *, dossier_id: UUID, doel: Toestemmingsdoel) -> bool:
    """Tell whether this very consent is one of this dossier, for this purpose, and in force now."""
    return toestemming_id is not None and geldende(dossier_id, doel).filter(pk=toestemming_id).exists()


def laatste_keuze(toestemming_id: UUID) -> Toestemmingskeuze | None:
    """Give the newest answer; None as long as there is none."""
    return Toestemmingskeuze.objects.filter(toestemming=toestemming_id).order_by("-id").first()


def zijn_er_genoteerd(dossier_id: UUID) -> bool:
    """Tell whether there is a consent in force that somebody noted, and that the employee did not confirm yet."""
    laatste = Toestemmingskeuze.objects.filter(toestemming=OuterRef("toestemming")).order_by("-id").values("id")[:1]
    genoteerd = Toestemmingskeuze.objects.filter(dossier=dossier_id, keuze=Keuze.GEGEVEN).exclude(wijze=Wijze.ZELF)
    return genoteerd.filter(pk=Subquery(laatste)).exists()


def standen(dossier_id: UUID, doel: Toestemmingsdoel) -> dict[UUID, tuple[Keuze | None, str]]:
    """Give per item what the employee last said about it, with the words that were asked; None without an answer.

    Asked more than once about one item, a yes in force counts before what was asked later: those words were approved.
    """
    laatste = Toestemmingskeuze.objects.filter(toestemming=OuterRef("pk")).order_by("-id").values("keuze")[:1]
    rijen = Toestemming.objects.filter(dossier_id=dossier_id, doel=doel, onderwerp_id__isnull=False)
    gevonden: dict[UUID, tuple[Keuze | None, str]] = {}
    for rij in rijen.annotate(laatste_keuze=Subquery(laatste)).order_by("gevraagd_op", "id"):
        assert rij.onderwerp_id is not None  # noqa: S101  # the filter says so
        keuze = None if rij.laatste_keuze is None else Keuze(rij.laatste_keuze)
        eerder = gevonden.get(rij.onderwerp_id)
        if eerder is None or eerder[0] is not Keuze.GEGEVEN or keuze is Keuze.GEGEVEN:
            gevonden[rij.onderwerp_id] = (keuze, rij.onderwerp)
    return gevonden
