"""Adding a file from outside, taking it away, and saying as bedrijfsarts that it is right."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Sum
from django.utils.translation import gettext as _

from poortnormen.feiten.stukken import Stuk, Stuksoort
from poortwijzer.bijlagen.keuring import Goedgekeurd
from poortwijzer.dossiers.actions.kader import Conflict, Invoerfout, handeling, open_voor, rond_af
from poortwijzer.dossiers.bijlagen import bijlage_van, is_van_eigen_kant, mag_intrekken
from poortwijzer.dossiers.facts import NieuwFeit, schrijf_feiten
from poortwijzer.dossiers.keuzes import Afzender
from poortwijzer.dossiers.models import Bijlage, Bijlageinhoud, Dossier, Feit
from poortwijzer.dossiers.partijen import gever_voor
from poortwijzer.lib.datums import datum
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import STUKKEN, Deel, Handeling

MEESTE_BIJLAGEN = 200
"""In one dossier, what was taken away not counted."""
MEESTE_BYTES_SAMEN = 500 * 1024 * 1024
"""Of all files of one dossier."""
_STUK = "stukken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvangst:
    """What is told of a file: the part it is about, the day of what is in it, when it came and from whom.

    `telt_mee`: it is the document itself, made outside this program, and the timeline counts it.
    """

    deel: Deel
    van_op: date
    ontvangen_op: date
    ontvangen_van: Afzender
    telt_mee: bool = False
    toelichting: str = ""


@handeling
def voeg_bijlage_toe(*, dossier: Dossier, actor: Actor, bestand: Goedgekeurd, ontvangst: Ontvangst) -> Bijlage:
    """Keep a file that passed the gate, sealed; when it counts, its document becomes a fact with the day of it.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: the days cannot be right, the part has no document to count, or there is no room.
        Feitfout: the document contradicts what is recorded.
    """
    deel = ontvangst.deel
    dossier = open_voor(actor, dossier, deel=deel, handeling=Handeling.BIJLAGE_TOEVOEGEN)
    _controleer(ontvangst)
    _controleer_dubbel(dossier, actor, deel, bestand)
    _controleer_ruimte(dossier, bestand)
    bijlage = Bijlage(
        dossier=dossier,
        deel=deel,
        van_op=ontvangst.van_op,
        ontvangen_op=ontvangst.ontvangen_op,
        ontvangen_van=ontvangst.ontvangen_van,
        rol=actor.rol,
        toegevoegd_door_id=actor.gebruiker_id,
        toegevoegd_op=nu(),
        naam=bestand.naam,
        toelichting=ontvangst.toelichting.strip(),
        bestandstype=bestand.soort,
        aantal_bytes=len(bestand.inhoud),
        vingerafdruk=bestand.vingerafdruk,
        feit=_tel_mee(dossier, actor, ontvangst) if ontvangst.telt_mee else None,
    )
    bijlage.save(force_insert=True)
    Bijlageinhoud.objects.create(dossier=dossier, bijlage=bijlage, inhoud=bestand.inhoud)
    _rond_af(actor, dossier, bijlage, Handeling.BIJLAGE_TOEVOEGEN)
    return bijlage


@handeling
def trek_bijlage_in(*, dossier: Dossier, actor: Actor, bijlage_id: UUID, motivering: str) -> None:
    """Take a file away that should not have been here: its content is gone; that it was here, and why not now, stays.

    Raises:
        NietGevonden, GeenToegang: see `access`; also a file that the other side added.
        Invoerfout: no reason, already taken away, or the bedrijfsarts confirmed it.
        Feitfout: without its document the facts contradict each other.
    """
    bijlage = bijlage_van(actor, dossier, bijlage_id, Handeling.BIJLAGE_INTREKKEN)
    dossier = open_voor(actor, dossier, deel=Deel(bijlage.deel), handeling=Handeling.BIJLAGE_INTREKKEN)
    bijlage = bijlage_van(actor, dossier, bijlage_id, Handeling.BIJLAGE_INTREKKEN)
    if bijlage.ingetrokken_op is not None:
        raise Invoerfout("motivering", _("Dit bestand is al weggehaald."))
    if not mag_intrekken(actor.rol, bijlage):
        raise Invoerfout(
            "motivering", _("Alleen wie dit bestand toevoegde, kan het weghalen. Vraag het aan die persoon.")
        )
    if not motivering.strip():
        raise Invoerfout("motivering", _("Schrijf op waarom u dit bestand weghaalt."))
    if bijlage.feit is not None and _geldt(bijlage.feit):
        gever = gever_voor(actor.rol, _STUK) or bijlage.feit.gever
        weg = NieuwFeit(naam=_STUK, waarde=None, gever=gever, vervangt=bijlage.feit_id, motivering=motivering.strip())
        schrijf_feiten(dossier, [weg], door=actor.gebruiker_id, op=nu())
    Bijlageinhoud.objects.filter(bijlage=bijlage).delete()
    bijlage.ingetrokken_door_id, bijlage.ingetrokken_op = actor.gebruiker_id, nu()
    bijlage.intrekreden = motivering.strip()
    bijlage.save()
    _rond_af(actor, dossier, bijlage, Handeling.BIJLAGE_INTREKKEN)


@handeling
def bevestig_bijlage(*, dossier: Dossier, actor: Actor, bijlage_id: UUID) -> Bijlage:
    """Say as bedrijfsarts that this is what the bedrijfsarts wrote; what the timeline counts then comes from there too.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: it was taken away.
        Conflict: it was confirmed meanwhile.
    """
    bijlage = bijlage_van(actor, dossier, bijlage_id, Handeling.BIJLAGE_BEVESTIGEN)
    dossier = open_voor(actor, dossier, deel=Deel(bijlage.deel), handeling=Handeling.BIJLAGE_BEVESTIGEN)
    bijlage = bijlage_van(actor, dossier, bijlage_id, Handeling.BIJLAGE_BEVESTIGEN)
    if bijlage.ingetrokken_op is not None:
        raise Invoerfout("bijlage", _("Dit bestand is weggehaald."))
    if bijlage.bevestigd_op is not None:
        raise Conflict(ingediend=None, huidig=bijlage.bevestigd_op.isoformat())
    if bijlage.feit is not None and _geldt(bijlage.feit):
        (bijlage.feit,) = schrijf_feiten(
            dossier,
            [
                NieuwFeit(
                    naam=_STUK,
                    waarde=_stuk(Deel(bijlage.deel), bijlage.van_op),
                    gever=gever_voor(actor.rol, _STUK) or bijlage.feit.gever,
                    vervangt=bijlage.feit_id,
                    motivering=_("Bevestigd door de bedrijfsarts."),
                )
            ],
            door=actor.gebruiker_id,
            op=nu(),
        )
    bijlage.bevestigd_door_id, bijlage.bevestigd_op = actor.gebruiker_id, nu()
    bijlage.save()
    _rond_af(actor, dossier, bijlage, Handeling.BIJLAGE_BEVESTIGEN)
    return bijlage


def _controleer(ontvangst: Ontvangst) -> None:
    if ontvangst.ontvangen_op > vandaag():
        raise Invoerfout("ontvangen_op", _("Deze dag is nog niet geweest."))
    if ontvangst.van_op > ontvangst.ontvangen_op:
        raise Invoerfout("van_op", _("Het stuk kan niet later gemaakt zijn dan u het kreeg."))
    if ontvangst.telt_mee and ontvangst.deel not in STUKKEN:
        raise Invoerfout("telt_mee", _("Alleen een document van de twee jaren telt mee in de tijdlijn."))


def _controleer_dubbel(dossier: Dossier, actor: Actor, deel: Deel, bestand: Goedgekeurd) -> None:
    """Refuse what this side added to this part before; of other parts and sides not even that they have it is told."""
    even_groot = Bijlage.objects.filter(
        dossier=dossier, deel=deel, ingetrokken_op=None, aantal_bytes=len(bestand.inhoud)
    )
    if any(is_van_eigen_kant(actor.rol, a) and a.vingerafdruk == bestand.vingerafdruk for a in even_groot):
        raise Invoerfout("bestand", _("Dit bestand staat al bij dit onderdeel van het dossier."))


def _controleer_ruimte(dossier: Dossier, bestand: Goedgekeurd) -> None:
    aanwezig = Bijlage.objects.filter(dossier=dossier, ingetrokken_op=None)
    samen = aanwezig.aggregate(som=Sum("aantal_bytes"))["som"] or 0
    if aanwezig.count() >= MEESTE_BIJLAGEN or samen + len(bestand.inhoud) > MEESTE_BYTES_SAMEN:
        raise Invoerfout("bestand", _("Dit dossier is vol. Haal eerst bestanden weg die niet nodig zijn."))


def _tel_mee(dossier: Dossier, actor: Actor, ontvangst: Ontvangst) -> Feit:
    """Record that there is such a document: given by who adds it, with from whom it came."""
    gever = gever_voor(actor.rol, _STUK)
    if gever is None:
        raise Invoerfout("telt_mee", _("In uw rol kunt u niet zeggen dat dit stuk meetelt."))
    waarde = _stuk(ontvangst.deel, ontvangst.van_op)
    geldend = Feit.objects.filter(dossier=dossier, naam=_STUK, vervangen_door=None)
    if any(_zelfde(feit, ontvangst) for feit in geldend):
        raise Invoerfout("telt_mee", _("Dit document van deze dag staat al in het dossier. Zet het vinkje uit."))
    motivering = _("Ontvangen van %(van)s op %(dag)s en als bestand toegevoegd.") % {
        "van": ontvangst.ontvangen_van.label,
        "dag": datum(ontvangst.ontvangen_op),
    }
    nieuw = NieuwFeit(naam=_STUK, waarde=waarde, gever=gever, motivering=motivering)
    (feit,) = schrijf_feiten(dossier, [nieuw], door=actor.gebruiker_id, op=nu())
    return feit


def _zelfde(feit: Feit, ontvangst: Ontvangst) -> bool:
    waarde = feit.waarde
    return (
        isinstance(waarde, dict)
        and waarde.get("soort") == str(ontvangst.deel)
        and waarde.get("opgesteld_op") == ontvangst.van_op.isoformat()
    )


def _stuk(deel: Deel, van_op: date) -> Stuk:
    return Stuk(soort=Stuksoort(deel), opgesteld_op=van_op)


def _geldt(feit: Feit) -> bool:
    return not Feit.objects.filter(vervangt=feit).exists()


def _rond_af(actor: Actor, dossier: Dossier, bijlage: Bijlage, wat: Handeling) -> None:
    rond_af(
        actor,
        dossier,
        deel=Deel(bijlage.deel),
        handeling=wat,
        doel=f"bijlage {bijlage.pk}",
        beoordeel=bijlage.feit_id is not None,
    )
