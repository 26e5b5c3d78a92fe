"""What a step still lacks before the next one begins, by the rules of the core. No private row is asked about."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from poortnormen.bronnen.werkaanpassing.aanvraag import Begeleider
from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding
from poortnormen.bronnen.werkaanpassing.knelpunten import Knelpunt, Knelpuntenformulier
from poortnormen.bronnen.werkaanpassing.oplossingen import Plan
from poortnormen.bronnen.werkaanpassing.regels.keuze import gekozen
from poortnormen.bronnen.werkaanpassing.regels.termijnen import Termijnen
from poortnormen.bronnen.werkaanpassing.soorten import Rol, Stap, Variant
from poortnormen.stukregel import voer_uit
from poortwijzer.accounts.queries import gebruiker_naam
from poortwijzer.dossiers.queries.betrokkenen import organisaties_met_rol
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol as Platformrol
from poortwijzer.werkaanpassing.lezen import (
    aanvraag_van,
    afronding_van,
    formulier_van,
    keuzeformulier_van,
    voorbereiding_van,
)
from poortwijzer.werkaanpassing.models import Lijst, Oplossingregel, Ronde


def bevindingen(ronde: Ronde) -> tuple[Bevinding, ...]:
    """Give all that the gate after the step of this round remarks today, with what is only good to know."""
    return tuple(_POORTEN[Stap(ronde.stap)](ronde))


def termijnen(ronde: Ronde) -> Termijnen:
    """Give the days by which the steps of this round are due. No day of the dossier moves by it."""
    gegevens: Mapping[str, object] = {"aanvraag_op": ronde.begonnen_op, "b4_op": None}
    uitkomst = voer_uit("WAP-B-03", ronde.begonnen_op, gegevens)
    assert isinstance(uitkomst, Termijnen)  # noqa: S101  # what this norm gives
    return uitkomst


def _b1(ronde: Ronde) -> Iterator[Bevinding]:
    traject = ronde.traject
    aanvraag = aanvraag_van(traject)
    naam = gebruiker_naam([traject.begeleider_id]).get(traject.begeleider_id, "") if traject.begeleider_id else ""
    begeleider = None if not traject.begeleider_id else Begeleider(naam=naam, verklaart_geen_behandelaar=True)
    yield from _regel(
        "WAP-B1-01",
        aanvraag=aanvraag,
        voorbereiding=replace(voorbereiding_van(ronde), begeleider=begeleider),
        deelnemers_=tuple(_deelnemers(ronde)),
        uiterste_dag_b2=termijnen(ronde).b2_uiterlijk,
    )
    yield from _regel("WAP-4.2-15", indicaties=aanvraag.indicaties, contra_indicaties=aanvraag.contra_indicaties)


def _deelnemers(ronde: Ronde) -> Iterator[Rol]:
    if ronde.dossier.werknemer.gebruiker_id is not None:
        yield Rol.WERKNEMER
    if organisaties_met_rol(ronde.dossier, Platformrol.LEIDINGGEVENDE):
        yield Rol.LEIDINGGEVENDE
    if ronde.traject.begeleider_id is not None:
        yield Rol.PROCESBEGELEIDER


def _b2(ronde: Ronde) -> Iterator[Bevinding]:
    yield from _regel("WAP-B2-01", formulieren=tuple(_formulieren(ronde).values()))


def _b3(ronde: Ronde) -> Iterator[Bevinding]:
    formulieren = _formulieren(ronde)
    samen = formulieren.get(Variant.GEZAMENLIJK, Knelpuntenformulier(variant=Variant.GEZAMENLIJK))
    keuze = keuzeformulier_van(ronde, Oplossingregel.objects.filter(ronde=ronde))
    aan_te_pakken: tuple[str, ...] = voer_uit("WAP-B2-15", vandaag(), {"formulier": samen})
    yield from _regel("WAP-B3-01", formulier=keuze, knelpunten=aan_te_pakken)
    yield from _regel("WAP-B3-25", formulier=keuze)
    yield from _regel("WAP-7.3-09", formulier=keuze)
    yield from _regel("WAP-4.3-12", formulier=keuze)
    inbreng = _ingebracht(ronde, formulieren)
    met_keuze = {deel.knelpunt for deel in keuze.waarderingen if any(map(gekozen, deel.oplossingen))}
    yield from _regel(
        "WAP-B3-17",
        behandeld=tuple(deel for deel in aan_te_pakken if deel in met_keuze),
        werknemer=inbreng["werknemer"],
        leidinggevende=inbreng["leidinggevende"],
    )
    # The plan and B4 have no place here yet: what the rules miss of them is answered with a reason.
    yield from _regel("WAP-B3-02", plan=Plan(), formulier=keuze)
    yield from _regel("WAP-B3-14", plan=Plan())


def _b4(_ronde: Ronde) -> Iterator[Bevinding]:
    yield from _regel("WAP-B4-01", bijeenkomsten=(), gekozen=())


def _b5(ronde: Ronde) -> Iterator[Bevinding]:
    afronding = afronding_van(ronde)
    yield from _regel("WAP-B5-06", gesprekken=(), verslag_op=afronding.verslag_op)
    for norm in ("WAP-B5-01", "WAP-B5-02", "WAP-B5-11"):
        yield from _regel(norm, afronding=afronding)


_POORTEN: Mapping[Stap, Callable[[Ronde], Iterator[Bevinding]]] = MappingProxyType(
    {Stap.B1: _b1, Stap.B2: _b2, Stap.B3: _b3, Stap.B4: _b4, Stap.B5: _b5}
)


def _regel(norm: str, **gegevens: object) -> tuple[Bevinding, ...]:
    dag: date = vandaag()
    return tuple(voer_uit(norm, dag, gegevens))


def _formulieren(ronde: Ronde) -> dict[Variant, Knelpuntenformulier]:
    lijsten = Lijst.objects.filter(ronde=ronde).prefetch_related("regels")
    return {Variant(lijst.variant): formulier_van(lijst, lijst.regels.all()) for lijst in lijsten}


def _ingebracht(ronde: Ronde, formulieren: Mapping[Variant, Knelpuntenformulier]) -> dict[str, tuple[Knelpunt, ...]]:
    """Give per party what it brought to the joint form, under the id that it has there: nothing that stayed private."""
    lijst = Lijst.objects.filter(ronde=ronde, variant=Variant.WERKNEMER).first()
    bewaard = (lijst.inbreng if lijst is not None else None) or {}
    return {
        str(variant): tuple(
            replace(deel, id=bewaard[variant][deel.id])
            for deel in (formulieren[variant].knelpunten() if variant in formulieren else ())
            if deel.id in bewaard.get(variant, {})
        )
        for variant in (Variant.WERKNEMER, Variant.LEIDINGGEVENDE)
    }
