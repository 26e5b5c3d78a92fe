"""Reading a trajectory: what is shown of it follows from who reads, by the rules of the core and nothing else.

Pages, files and whatever else comes all read here. The dossier comes from `access_dossier`, for the part that is named.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from poortnormen.bronnen.werkaanpassing.aanvraag import Voorbereiding
from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding, Reden, bevindingsoorten
from poortnormen.bronnen.werkaanpassing.knelpunten import Hoofdtaak, Knelpunt, Knelpuntenformulier, Regel, Werkzaamheid
from poortnormen.bronnen.werkaanpassing.regels.zicht import EIGEN_KRING
from poortnormen.bronnen.werkaanpassing.soorten import DEELNEMERS, PARTIJEN, Stap, Variant
from poortnormen.bronnen.werkaanpassing.soorten import Rol as Kernrol
from poortnormen.stukregel import voer_uit
from poortwijzer.accounts.queries import gebruiker_naam
from poortwijzer.dossiers.access import niet_gevonden
from poortwijzer.dossiers.toestemmingen import standen
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import Toestemmingsdoel
from poortwijzer.werkaanpassing.actions.lijst import DEEL_VAN
from poortwijzer.werkaanpassing.beelden import (
    Ideebeeld,
    Knelpuntbeeld,
    Lijstbeeld,
    Overgangbeeld,
    Rondebeeld,
    Trajectbeeld,
)
from poortwijzer.werkaanpassing.lezen import (
    Ideeinhoud,
    Lijstinhoud,
    Regelinhoud,
    aanvraag_van,
    afronding_van,
    formulier_van,
    keuzeformulier_van,
    klaar_van,
    uit_json,
    voorbereiding_van,
    waardering_van,
)
from poortwijzer.werkaanpassing.models import Lijst, Oplossingregel, Ronde, Traject
from poortwijzer.werkaanpassing.poort import alleen_eigen, traject_van
from poortwijzer.werkaanpassing.poorten import bevindingen, termijnen
from poortwijzer.werkaanpassing.rolwoorden import kernrol

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


def trajecten(actor: Actor, dossier: "Dossier") -> tuple[Trajectbeeld, ...]:
    """Give the trajectories of a dossier, the newest first; for `Deel.WERKAANPASSING`.

    Who asks for the employer, and the bedrijfsarts, read that it runs and in which step: the rest is of the three. A
    guide reads of the trajectory of another guide no more than they do.
    """
    rijen = Traject.objects.filter(dossier=dossier).prefetch_related("rondes").order_by("-created_at")
    return tuple(_trajectbeeld(actor, traject) for traject in rijen)


def traject(actor: Actor, dossier: "Dossier", traject_id: UUID) -> Trajectbeeld:
    """Give one trajectory, as `trajecten`. Raises NietGevonden."""
    return _trajectbeeld(actor, traject_van(actor, dossier, traject_id, deel=Deel.WERKAANPASSING))


def lijst(
    actor: Actor, dossier: "Dossier", traject_id: UUID, variant: Variant, *, ronde: int | None = None
) -> Lijstbeeld:
    """Give a form of a round (the newest when none is named); for the part of that variant (`DEEL_VAN`).

    Raises:
        NietGevonden: there is no such form, or it is not open to this reader yet.
        GeenToegang: a guide who does not guide this one.
    """
    gevonden = _ronde(actor, dossier, traject_id, DEEL_VAN[variant], ronde)
    rij = Lijst.objects.filter(ronde=gevonden, variant=variant).first()
    lezer = kernrol(actor.rol)
    begonnen = gevonden.samen_op is not None
    if rij is None or (lezer not in EIGEN_KRING[variant] and not (lezer is Kernrol.WERKNEMER and begonnen)):
        raise niet_gevonden(actor, dossier, DEEL_VAN[variant], Handeling.INZIEN, "lijst niet open")
    regels = list(rij.regels.all())
    formulier = formulier_van(rij, regels)
    per_id = {str(regel.pk): regel for regel in regels}
    is_eigen = lezer in EIGEN_KRING[variant]
    is_werknemer = variant is Variant.WERKNEMER
    vrij = standen(dossier.pk, Toestemmingsdoel.KNELPUNT_BESPREKEN) if is_werknemer else {}
    beelden = []
    for knelpunt, zichtbaar in _zichtbaar(formulier, lezer, begonnen=begonnen):
        regel = per_id[knelpunt.id]
        keuze, woorden = vrij.get(regel.pk, (None, ""))
        beelden.append(
            Knelpuntbeeld(
                id=regel.pk,
                regel=zichtbaar,
                eigen=uit_json(regel.inhoud, Regelinhoud) if is_eigen else None,
                akkoord=knelpunt.akkoord,
                is_besproken=knelpunt.is_besproken,
                reden_niet_besproken=knelpunt.reden_niet_besproken,
                versie=regel.versie,
                vrijgave=keuze,
                is_gevraagd=regel.pk in vrij,
                woorden=woorden,
            )
        )
    stand = voer_uit("WAP-B2-21", vandaag(), {"formulier": formulier, "lezer": lezer}) if is_werknemer else None
    volgorde = voer_uit("WAP-7.3-03", vandaag(), {"formulier": formulier}) if is_eigen else ()
    inhoud = uit_json(rij.inhoud, Lijstinhoud)
    return Lijstbeeld(
        variant=variant,
        inhoud=inhoud if is_eigen else replace(inhoud, redenen=()),
        knelpunten=tuple(beelden),
        bevestigd_door=formulier.bevestigd_door,
        vastgesteld_op=rij.vastgesteld_op,
        versie=rij.versie,
        vrijgegeven=stand,
        voorstel=tuple(tuple(UUID(id_) for id_ in groep) for groep in volgorde),
    )


def ideeen(actor: Actor, dossier: "Dossier", traject_id: UUID, *, ronde: int | None = None) -> tuple[Ideebeeld, ...]:
    """Give the ideas that this reader may see, by rank; for `Deel.KNELPUNTEN_SAMEN`.

    Raises:
        NietGevonden: there is no such trajectory or round.
        GeenToegang: a guide who does not guide this one.
    """
    gevonden = _ronde(actor, dossier, traject_id, Deel.KNELPUNTEN_SAMEN, ronde)
    regels = list(Oplossingregel.objects.filter(ronde=gevonden))
    formulier = keuzeformulier_van(gevonden, regels)
    gegevens = {"formulier": formulier, "lezer": kernrol(actor.rol)}
    open_ = frozenset(voer_uit("WAP-B3-07", vandaag(), gegevens))
    per_id = {str(regel.pk): regel for regel in regels}
    op_rang = [deel.id for waardering in formulier.waarderingen for deel in waardering.oplossingen]
    return tuple(_idee(per_id[id_]) for id_ in op_rang if id_ in open_)


def _trajectbeeld(actor: Actor, rij: Traject) -> Trajectbeeld:
    mensen = {rij.created_by_id} | ({rij.begeleider_id} if rij.begeleider_id else set())
    rondes = list(rij.rondes.all())
    mensen |= {UUID(stap["door"]) for ronde in rondes for stap in ronde.verloop or ()}
    namen = gebruiker_naam(mensen)
    begeleidt_zelf = rij.begeleider_id == actor.gebruiker_id and actor.rol is Rol.PROCESBEGELEIDER
    doet_mee = begeleidt_zelf or kernrol(actor.rol) in PARTIJEN
    return Trajectbeeld(
        id=rij.pk,
        stand=rij.stand,
        aanvraag=aanvraag_van(rij),
        aangevraagd_als=Rol(rij.aangevraagd_als),
        aangevraagd_door=namen.get(rij.created_by_id, ""),
        begeleider=namen.get(rij.begeleider_id, "") if rij.begeleider_id else "",
        begeleidt_zelf=begeleidt_zelf,
        rondes=tuple(
            _rondebeeld(actor, ronde, namen, doet_mee=doet_mee)
            for ronde in sorted(rondes, key=lambda ronde: ronde.nummer, reverse=True)
        ),
    )


def _rondebeeld(actor: Actor, ronde: Ronde, namen: dict[UUID, str], *, doet_mee: bool) -> Rondebeeld:
    lezer = kernrol(actor.rol)
    loopt = ronde.gesloten_op is None
    return Rondebeeld(
        id=ronde.pk,
        nummer=ronde.nummer,
        stap=Stap(ronde.stap),
        begonnen_op=ronde.begonnen_op,
        gesloten_op=ronde.gesloten_op,
        samen_op=ronde.samen_op,
        termijnen=termijnen(ronde),
        voorbereiding=_voor_lezer(voorbereiding_van(ronde), lezer) if doet_mee else Voorbereiding(),
        afronding=afronding_van(ronde) if doet_mee else afronding_van(Ronde()),
        verloop=tuple(_verloop(ronde, lezer, namen, doet_mee=doet_mee)),
        bevindingen=tuple(_voor(lezer, bevindingen(ronde))) if loopt and doet_mee else (),
        klaar=klaar_van(ronde) if doet_mee else (),
        versie=ronde.versie if doet_mee else 0,
    )


def _voor_lezer(voorbereiding: Voorbereiding, lezer: Kernrol) -> Voorbereiding:
    """Leave to a party only the own call: what the other said is between that one and the guide."""
    if lezer is Kernrol.PROCESBEGELEIDER:
        return voorbereiding
    eigen = tuple(deel for deel in voorbereiding.voorgesprekken if deel.partij is lezer)
    return replace(voorbereiding, voorgesprekken=eigen)


def _voor(lezer: Kernrol, gevonden: tuple[Bevinding, ...]) -> Iterator[Bevinding]:
    return (deel for deel in gevonden if lezer in deel.soort.voor)


def _verloop(ronde: Ronde, lezer: Kernrol, namen: dict[UUID, str], *, doet_mee: bool) -> Iterator[Overgangbeeld]:
    for stap in ronde.verloop or ():
        redenen = uit_json({"redenen": stap["redenen"]}, Lijstinhoud).redenen if doet_mee else ()
        yield Overgangbeeld(
            van=stap["van"],
            naar=stap["naar"],
            op=date.fromisoformat(stap["op"]),
            door=namen.get(UUID(stap["door"]), ""),
            redenen=tuple(reden for reden in redenen if _mag_lezen(reden, lezer)),
        )


def _mag_lezen(reden: Reden, lezer: Kernrol) -> bool:
    """Tell whether this reader may read why something stays: who may not know the remark, may not read its reason."""
    soort = bevindingsoorten().get(reden.code)
    return lezer in (DEELNEMERS if soort is None else soort.voor)


def _ronde(actor: Actor, dossier: "Dossier", traject_id: UUID, deel: Deel, nummer: int | None) -> Ronde:
    rij = traject_van(actor, dossier, traject_id, deel=deel)
    if actor.rol is Rol.PROCESBEGELEIDER:
        alleen_eigen(actor, rij, deel=deel, handeling=Handeling.INZIEN)
    rondes = Ronde.objects.filter(traject=rij).order_by("-nummer")
    gevonden = (rondes if nummer is None else rondes.filter(nummer=nummer)).first()
    if gevonden is None:
        raise niet_gevonden(actor, dossier, deel, Handeling.INZIEN, "ronde bestaat niet")
    return gevonden


def _zichtbaar(formulier: Knelpuntenformulier, lezer: Kernrol, *, begonnen: bool) -> Iterator[tuple[Knelpunt, Regel]]:
    """Give row by row what the core lets this reader see of it."""
    for taak in formulier.hoofdtaken:
        for werk in taak.werkzaamheden:
            for knelpunt in werk.knelpunten:
                een = Hoofdtaak(naam=taak.naam, werkzaamheden=(Werkzaamheid(naam=werk.naam, knelpunten=(knelpunt,)),))
                gegevens = {
                    "formulier": replace(formulier, hoofdtaken=(een,)),
                    "lezer": lezer,
                    "gesprek_3_begonnen": begonnen,
                }
                for regel in voer_uit("WAP-B2-06", vandaag(), gegevens):
                    yield knelpunt, replace(regel, prioriteit=knelpunt.prioriteit)


def _idee(regel: Oplossingregel) -> Ideebeeld:
    inhoud = uit_json(regel.inhoud, Ideeinhoud)
    return Ideebeeld(
        id=regel.pk,
        knelpunt_id=regel.knelpunt_id,
        aangedragen_door=Kernrol(regel.aangedragen_door),
        inhoud=inhoud,
        waardering=waardering_van(regel, inhoud),
        versie=regel.versie,
    )
