"""Who guides, and what B1 gives."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from poortnormen.bronnen.werkaanpassing.aanvraag import Begeleider, Offerte, Voorbereiding
from poortnormen.bronnen.werkaanpassing.soorten import PARTIJEN
from poortnormen.stukregel import voer_uit
from poortwijzer.dossiers.actions import Invoerfout
from poortwijzer.dossiers.actions.kader import handeling, rond_af
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.werkaanpassing.lezen import aanvraag_van, als_json
from poortwijzer.werkaanpassing.models import Lijst, Ronde
from poortwijzer.werkaanpassing.poort import bewaak_versie, open_ronde, weiger

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


@handeling
def neem_begeleiding_op(
    *, dossier: "Dossier", actor: Actor, traject_id: UUID, behandelt_werknemer: bool | None
) -> None:
    """Take a trajectory on as its guide, with the declaration not to treat the employee. Both forms are there then.

    Another guide who takes it on afterwards takes the place of the first, who reads nothing of it any more.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Invoerfout: this person treats the employee, does not say that it is not so, or guides it already.
    """
    dossier, ronde = open_ronde(
        actor,
        dossier,
        traject_id,
        deel=Deel.WERKAANPASSING,
        handeling=Handeling.TRAJECT_BEGELEIDEN,
        ook_zonder_begeleider=True,
    )
    begeleider = Begeleider(
        naam=actor.naam,
        verklaart_geen_behandelaar=None if behandelt_werknemer is None else not behandelt_werknemer,
        behandelt_werknemer=str(actor.gebruiker_id) in (ronde.traject.behandelaars or ()),
    )
    weiger("behandelt_werknemer", voer_uit("WAP-4.3-11", ronde.begonnen_op, {"begeleider": begeleider}))
    traject = ronde.traject
    if traject.begeleider_id == actor.gebruiker_id:
        raise Invoerfout("", _("U begeleidt dit traject al."))
    traject.begeleider_id = actor.gebruiker_id
    traject.begeleider_verklaarde_op = nu()
    traject.versie += 1
    traject.save(update_fields=["begeleider", "begeleider_verklaarde_op", "versie"])
    begin_lijsten(dossier, ronde)
    _sluit(actor, dossier, Handeling.TRAJECT_BEGELEIDEN)


@handeling
def meld_behandelrelatie(*, dossier: "Dossier", actor: Actor, traject_id: UUID) -> None:
    """Let the employee say that the guide treats him: that person guides no more, and cannot take it on again.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Invoerfout: nobody guides it.
    """
    dossier, ronde = open_ronde(
        actor, dossier, traject_id, deel=Deel.KNELPUNTEN_WERKNEMER, handeling=Handeling.LIJST_BEVESTIGEN
    )
    traject = ronde.traject
    if traject.begeleider_id is None:
        raise Invoerfout("", _("Dit traject heeft nu geen procesbegeleider."))
    traject.behandelaars = [*(traject.behandelaars or ()), str(traject.begeleider_id)]
    traject.begeleider_id = None
    traject.begeleider_verklaarde_op = None
    traject.versie += 1
    traject.save(update_fields=["begeleider", "begeleider_verklaarde_op", "behandelaars", "versie"])
    rond_af(actor, dossier, deel=Deel.KNELPUNTEN_WERKNEMER, handeling=Handeling.LIJST_BEVESTIGEN, beoordeel=False)


@handeling
def leg_voorbereiding_vast(
    *,
    dossier: "Dossier",
    actor: Actor,
    traject_id: UUID,
    voorbereiding: Voorbereiding,
    verwachte_versie: int | None = None,
) -> None:
    """Record what B1 gave: both calls, the dates, who decides, and whether something is missing.

    What a party said stays between that party and the guide (`queries`). Who guides is not filled in here.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Conflict: somebody else changed it meanwhile.
    """
    dossier, ronde = open_ronde(
        actor, dossier, traject_id, deel=Deel.WERKAANPASSING, handeling=Handeling.TRAJECT_BEGELEIDEN
    )
    nieuw = als_json(replace(voorbereiding, begeleider=None))
    bewaak_versie(ronde, verwachte_versie, ingediend=nieuw, huidig=ronde.voorbereiding)
    ronde.voorbereiding = nieuw
    ronde.save(update_fields=["voorbereiding", "versie"])
    _sluit(actor, dossier, Handeling.TRAJECT_BEGELEIDEN)


@handeling
def leg_offerte_vast(
    *, dossier: "Dossier", actor: Actor, traject_id: UUID, aangevraagd_op: date, akkoord_op: date | None = None
) -> None:
    """Record the quotation of a trajectory that stands alone; without a yes on it B2 needs a reason to begin.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Invoerfout: the yes lies before the request.
    """
    dossier, ronde = open_ronde(
        actor, dossier, traject_id, deel=Deel.WERKAANPASSING, handeling=Handeling.TRAJECT_BEGELEIDEN
    )
    if akkoord_op is not None and akkoord_op < aangevraagd_op:
        raise Invoerfout("akkoord_op", _("Het akkoord ligt voor de aanvraag. Verbeter de dagen."))
    traject = ronde.traject
    offerte = Offerte(aangevraagd_op=aangevraagd_op, akkoord_op=akkoord_op)
    traject.aanvraag = als_json(replace(aanvraag_van(traject), offerte=offerte))
    traject.versie += 1
    traject.save(update_fields=["aanvraag", "versie"])
    _sluit(actor, dossier, Handeling.TRAJECT_BEGELEIDEN)


def begin_lijsten(dossier: "Dossier", ronde: Ronde) -> None:
    """Make the empty forms of both parties, where they are not there yet. A part of a larger act."""
    for partij in PARTIJEN:
        Lijst.objects.get_or_create(ronde=ronde, variant=str(partij), defaults={"dossier": dossier})


def _sluit(actor: Actor, dossier: "Dossier", handeling_: Handeling) -> None:
    rond_af(actor, dossier, deel=Deel.WERKAANPASSING, handeling=handeling_, beoordeel=False)
