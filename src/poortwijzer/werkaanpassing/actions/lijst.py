"""Filling in a bottleneck form: of the employee and of the manager, in private with the guide, and the joint one.

Which of the three is open to whom says the policy, per variant a part (`DEEL_VAN`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding, Gewicht, Reden, houdt_tegen
from poortnormen.bronnen.werkaanpassing.knelpunten import Knelpunt, Knelpuntenformulier
from poortnormen.bronnen.werkaanpassing.soorten import PARTIJEN, Herkomst, Variant
from poortnormen.stukregel import voer_uit
from poortwijzer.dossiers.access import recording_refusals
from poortwijzer.dossiers.actions import Invoerfout, Toestemmingsverzoek, vraag_toestemming
from poortwijzer.dossiers.actions.kader import handeling, rond_af
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.aanspraak import voor
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import Toestemmingsdoel
from poortwijzer.werkaanpassing.lezen import Lijstinhoud, Regelinhoud, als_json, formulier_van, uit_json
from poortwijzer.werkaanpassing.models import Knelpuntregel, Lijst
from poortwijzer.werkaanpassing.poort import bewaak_versie, open_lijst, open_ronde, weiger
from poortwijzer.werkaanpassing.rolwoorden import kernrol

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier, Toestemming

DEEL_VAN: Mapping[Variant, Deel] = MappingProxyType(
    {
        Variant.WERKNEMER: Deel.KNELPUNTEN_WERKNEMER,
        Variant.LEIDINGGEVENDE: Deel.KNELPUNTEN_LEIDING,
        Variant.GEZAMENLIJK: Deel.KNELPUNTEN_SAMEN,
    }
)
# What decides whether a form can be confirmed, per variant besides what holds for all.
_BIJ_BEVESTIGEN = ("WAP-B2-26", "WAP-B2-24", "WAP-B2-25", "WAP-B2-23")


@handeling
def bewaar_lijst(  # noqa: PLR0913  # which form, what, and of which version, all by name
    *,
    dossier: "Dossier",
    actor: Actor,
    traject_id: UUID,
    variant: Variant,
    inhoud: Lijstinhoud,
    verwachte_versie: int | None = None,
) -> None:
    """Keep what stands on a form beside the bottlenecks. Who confirmed it before, is asked again.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Conflict: somebody else changed it meanwhile.
        Invoerfout: the form is not there, or final.
    """
    deel = DEEL_VAN[variant]
    dossier, ronde = open_ronde(actor, dossier, traject_id, deel=deel, handeling=Handeling.LIJST_INVULLEN)
    lijst, _regels = open_lijst(ronde, variant)
    nieuw = als_json(inhoud)
    bewaak_versie(lijst, verwachte_versie, ingediend=nieuw, huidig=lijst.inhoud)
    lijst.inhoud = nieuw
    vraag_opnieuw(lijst)
    lijst.save()
    _sluit(actor, dossier, deel, Handeling.LIJST_INVULLEN)


@handeling
def bewaar_knelpunt(  # noqa: PLR0913  # as above
    *,
    dossier: "Dossier",
    actor: Actor,
    traject_id: UUID,
    variant: Variant,
    inhoud: Regelinhoud,
    regel_id: UUID | None = None,
    verwachte_versie: int | None = None,
) -> Knelpuntregel:
    """Add a bottleneck to a form, or change one (`regel_id`). Nobody says with this that he agrees: see `samen`.

    Whose it is, follows from the form; on the joint form it stays as it was, and a row that is added is new. When the
    words change, a yes of before does not hold any more. The guide types, and sets no rank on a party's own form.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Conflict: somebody else changed it meanwhile.
        Invoerfout: the form is not there or final, there are no words, a mark is outside its scale, or there is no
            such row.
    """
    deel = DEEL_VAN[variant]
    dossier, ronde = open_ronde(actor, dossier, traject_id, deel=deel, handeling=Handeling.LIJST_INVULLEN)
    lijst, _regels = open_lijst(ronde, variant)
    regel = _regel(lijst, regel_id)
    eerder = None if regel_id is None else uit_json(regel.inhoud, Regelinhoud)
    nieuw = _samengevoegd(actor, variant, eerder, inhoud)
    weiger("", _buiten_de_schaal(variant, nieuw))
    bewaak_versie(regel, verwachte_versie, ingediend=als_json(nieuw), huidig=regel.inhoud)
    regel.inhoud = als_json(nieuw)
    regel.save()
    vraag_opnieuw(lijst)
    lijst.versie += 1
    lijst.save()
    _sluit(actor, dossier, deel, Handeling.LIJST_INVULLEN)
    return regel


@handeling
def verwijder_knelpunt(*, dossier: "Dossier", actor: Actor, traject_id: UUID, variant: Variant, regel_id: UUID) -> None:
    """Take a bottleneck off a party's own form. From the joint one nothing goes: there it is discussed, or not chosen.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Invoerfout: the form is the joint one, not there or final, or there is no such row.
    """
    deel = DEEL_VAN[variant]
    dossier, ronde = open_ronde(actor, dossier, traject_id, deel=deel, handeling=Handeling.LIJST_INVULLEN)
    if variant is Variant.GEZAMENLIJK:
        raise Invoerfout(
            "", _("Van het gezamenlijke formulier gaat niets weg. Schrijf op waarom u het niet bespreekt.")
        )
    lijst, _regels = open_lijst(ronde, variant)
    _regel(lijst, regel_id).delete()
    vraag_opnieuw(lijst)
    lijst.versie += 1
    lijst.save()
    _sluit(actor, dossier, deel, Handeling.LIJST_INVULLEN)


@handeling
def bevestig_lijst(  # noqa: PLR0913  # as above
    *,
    dossier: "Dossier",
    actor: Actor,
    traject_id: UUID,
    variant: Variant,
    verwachte_versie: int,
    redenen: tuple[Reden, ...] = (),
) -> Lijst:
    """Say as a party that a form is right; with the last yes it is final. Only a party says so, and for itself.

    `verwachte_versie` is what this party read: who confirms, confirms those words. `redenen` say why something that
    is missing stays so; they are read by who reads the form.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Conflict: it changed after this party read it.
        Tegengehouden: ranks or marks cannot be, or are missing without a reason, or an empty form does not say that
            it is meant so.
    """
    deel = DEEL_VAN[variant]
    dossier, ronde = open_ronde(actor, dossier, traject_id, deel=deel, handeling=Handeling.LIJST_BEVESTIGEN)
    lijst, regels = open_lijst(ronde, variant)
    if verwachte_versie != lijst.versie:
        bewaak_versie(lijst, verwachte_versie, ingediend=None, huidig=lijst.inhoud)
    inhoud = uit_json(lijst.inhoud, Lijstinhoud)
    alle = (*inhoud.redenen, *redenen)
    weiger("", houdt_tegen(nog_niet_klaar(formulier_van(lijst, regels)), alle))
    lijst.inhoud = als_json(replace(inhoud, redenen=alle))
    setattr(lijst, f"bevestigd_{kernrol(actor.rol)}_op", nu())
    nodig = PARTIJEN if variant is Variant.GEZAMENLIJK else (kernrol(actor.rol),)
    if all(getattr(lijst, f"bevestigd_{partij}_op") is not None for partij in nodig):
        lijst.vastgesteld_op = nu()
    lijst.versie += 1
    lijst.save()
    _sluit(actor, dossier, deel, Handeling.LIJST_BEVESTIGEN)
    return lijst


def vraag_vrijgave(
    *, dossier: "Dossier", actor: Actor, traject_id: UUID, regel_id: UUID, woorden: str
) -> "Toestemming":
    """Ask the employee whether one bottleneck may be discussed with the manager, in these very words.

    The employee answers where every consent is answered. A complaint is put in words about the work first: its own
    words never go over.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`, and `vraag_toestemming`.
        Invoerfout: there is no such row, there are no words, or they still hold the complaint.
    """
    with voor(actor), recording_refusals(), transaction.atomic():
        _keur_woorden(actor, dossier, traject_id, regel_id, woorden)
        verzoek = Toestemmingsverzoek(
            doel=Toestemmingsdoel.KNELPUNT_BESPREKEN,
            aan=str(Rol.LEIDINGGEVENDE.label),
            onderwerp=woorden.strip(),
            onderwerp_id=regel_id,
        )
        return vraag_toestemming(dossier=dossier, actor=actor, verzoek=verzoek)


def _keur_woorden(actor: Actor, dossier: "Dossier", traject_id: UUID, regel_id: UUID, woorden: str) -> None:
    deel = Deel.KNELPUNTEN_WERKNEMER
    _dossier, ronde = open_ronde(actor, dossier, traject_id, deel=deel, handeling=Handeling.LIJST_INVULLEN)
    lijst = Lijst.objects.get(ronde=ronde, variant=Variant.WERKNEMER)
    inhoud = uit_json(_regel(lijst, regel_id).inhoud, Regelinhoud)
    if not woorden.strip():
        raise Invoerfout("woorden", _("Schrijf op in welke woorden dit besproken mag worden."))
    knelpunt = Knelpunt(id=str(regel_id), tekst=inhoud.tekst, label=inhoud.label, vrijgegeven_tekst=woorden)
    weiger("woorden", voer_uit("WAP-B2-19", vandaag(), {"knelpunt": knelpunt}))


def _regel(lijst: Lijst, regel_id: UUID | None) -> Knelpuntregel:
    if regel_id is None:
        return Knelpuntregel(dossier_id=lijst.dossier_id, lijst=lijst)
    regel = Knelpuntregel.objects.filter(lijst=lijst, pk=regel_id).first()
    if regel is None:
        raise Invoerfout("", _("Dit knelpunt staat niet op dit formulier."))
    return regel


def _samengevoegd(actor: Actor, variant: Variant, eerder: Regelinhoud | None, nieuw: Regelinhoud) -> Regelinhoud:
    """Give what is kept: what nobody sets by filling in stays as it was."""
    if not nieuw.hoofdtaak.strip() or not nieuw.werkzaamheid.strip():
        raise Invoerfout("hoofdtaak", _("Noem de taak en de werkzaamheid waar dit bij hoort."))
    if not nieuw.tekst.strip():
        raise Invoerfout("tekst", _("Schrijf op wat er in de weg staat."))
    herkomst = Herkomst.NIEUW if variant is Variant.GEZAMENLIJK else Herkomst(variant)
    zelfde_woorden = eerder is not None and eerder.tekst == nieuw.tekst
    prioriteit = nieuw.prioriteit
    if actor.rol is Rol.PROCESBEGELEIDER and variant is not Variant.GEZAMENLIJK:
        prioriteit = None if eerder is None else eerder.prioriteit
    return Regelinhoud(
        hoofdtaak=nieuw.hoofdtaak.strip(),
        werkzaamheid=nieuw.werkzaamheid.strip(),
        tekst=nieuw.tekst.strip(),
        belemmering=nieuw.belemmering.strip(),
        frequentie=nieuw.frequentie,
        ernst=nieuw.ernst,
        ernst_origineel="" if eerder is None else eerder.ernst_origineel,
        prioriteit=prioriteit,
        herkomst=herkomst if eerder is None else eerder.herkomst,
        label=nieuw.label,
        is_besproken=nieuw.is_besproken,
        reden_niet_besproken=nieuw.reden_niet_besproken.strip(),
        akkoord=eerder.akkoord if eerder is not None and zelfde_woorden else (),
    )


def _buiten_de_schaal(variant: Variant, inhoud: Regelinhoud) -> Iterator[Bevinding]:
    formulier = formulier_met(variant, inhoud)
    for norm in ("WAP-B2-24", "WAP-B2-25"):
        for deel in voer_uit(norm, vandaag(), {"formulier": formulier}):
            if deel.gewicht is Gewicht.WEIGERING:
                yield deel


def formulier_met(variant: Variant, inhoud: Regelinhoud) -> Knelpuntenformulier:
    """Give a form with one row, to hold the marks of that row against the scales."""
    regel = Knelpuntregel(inhoud=als_json(inhoud))
    return formulier_van(Lijst(variant=str(variant)), [regel])


def nog_niet_klaar(formulier: Knelpuntenformulier) -> Iterator[Bevinding]:
    """Give what a party must mend before the form can be final: the ranks, the marks and the names."""
    for norm in _BIJ_BEVESTIGEN:
        yield from voer_uit(norm, vandaag(), {"formulier": formulier})
    if formulier.variant is not Variant.GEZAMENLIJK:
        yield from voer_uit("WAP-B-07", vandaag(), {"formulier": formulier})


def vraag_opnieuw(lijst: Lijst) -> None:
    """Take back what a party confirmed: it was about other words."""
    for partij in PARTIJEN:
        setattr(lijst, f"bevestigd_{partij}_op", None)


def _sluit(actor: Actor, dossier: "Dossier", deel: Deel, handeling_: Handeling) -> None:
    rond_af(actor, dossier, deel=deel, handeling=handeling_, beoordeel=False)
