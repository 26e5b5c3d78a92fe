"""Between the parties: asking each other, a deskundigenoordeel, wage that stops; and money, help and placement."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from poortnormen.feiten.overleg import PLICHTEN
from poortnormen.feiten.reintegratie import Oordeelvraag, Uitvoerder
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.beelden.punten import Punt
from poortwijzer.dossiers.queries.kostenblad import kostenbeeld
from poortwijzer.dossiers.queries.overlegblad import overlegbeeld
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels
from poortwijzer.web.feitkeuzes import nummer_van
from poortwijzer.web.gegevens import gegevens_van


@met_actor
def overleg(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show what the parties ask of each other, and the way out when they get stuck."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.OVERLEG)
    beeld = overlegbeeld(actor, dossier)
    oordelen = [
        (verzoek, nummer_van("oordeeluitkomsten", beeld.feiten, verzoek.oordeel.gevraagd_op))
        for verzoek in beeld.oordelen
    ]
    context = {
        "kop": dossierkop(actor, dossier, "overleg"),
        "kruimels": kruimels(actor, dossier, _("Als het stokt")),
        "beeld": beeld,
        "aansporingen": [
            (vraag, nummer_van("aansporingantwoorden", beeld.feiten, vraag.aansporing.gedaan_op))
            for vraag in beeld.aansporingen
        ],
        "oordelen": oordelen,
        "wacht_op": next((paar for paar in oordelen if paar[0].uitkomst is None), None),
        "plichten": [
            (partij, [(plicht, gegevens) for plicht, gegevens in PLICHTEN.items() if gegevens.van is partij])
            for partij in Uitvoerder
        ],
        "oordeelvragen": tuple(Oordeelvraag),
        "is_werknemer": actor.rol is Rol.WERKNEMER,
        "gegevens": tuple(gegevens_van(actor, kenmerk, beeld.feiten)),
    }
    return render(request, "web/overleg.html", context)


@met_actor
def kosten(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show what the re-integration costs and who pays, how the help goes, and how somebody was placed."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.OVERLEG)
    beeld = kostenbeeld(actor, dossier)
    context = {
        "kop": dossierkop(actor, dossier, "kosten"),
        "kruimels": kruimels(actor, dossier, _("Kosten en hulp")),
        "beeld": beeld,
        "kosten": tuple(_per_gegeven(beeld.kosten)),
        "gegevens": tuple(gegevens_van(actor, kenmerk, beeld.feiten)),
    }
    return render(request, "web/kosten.html", context)


def _per_gegeven(punten: Iterable[Punt]) -> Iterator[tuple[str, object, list[Punt]]]:
    """Give what several norms say about one recorded thing under that thing, and last what is about none."""
    per: dict[tuple[str, object], list[Punt]] = {}
    for punt in punten:
        per.setdefault((punt.soort, punt.over), []).append(punt)
    for (soort, over), rij in sorted(per.items(), key=lambda paar: paar[0][1] is None):
        yield soort, over, rij
