"""B1: wie begeleidt, wie doen mee, en of alles klaar is voor B2."""

from collections.abc import Iterator
from datetime import date

from poortnormen.bronnen.werkaanpassing.aanvraag import (
    Aanvraag,
    AanvullendeInformatie,
    Begeleider,
    Bereidheid,
    Beslissingsbevoegdheid,
    Kennisgebied,
    Planning,
    Voorbereiding,
    Voorgesprek,
)
from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding
from poortnormen.bronnen.werkaanpassing.regels import aanvraag as regels_aanvraag
from poortnormen.bronnen.werkaanpassing.soorten import DEELNEMERS, PARTIJEN, Categorie, Rol
from poortnormen.norm import regelt


@regelt("WAP-4.3-11", "WAP-4.3-01", "WAP-1-02")
def toewijzing(*, begeleider: Begeleider | None) -> Iterator[Bevinding]:
    """Elke procesbegeleider kan het zijn, van welk vak en welke organisatie ook, behalve wie de werknemer behandelt."""
    if begeleider is None:
        yield Bevinding("geen_begeleider")
        return
    if not begeleider.is_procesbegeleider:
        yield Bevinding("geen_profiel", begeleider.naam)
    if begeleider.behandelt_werknemer or begeleider.verklaart_geen_behandelaar is False:
        yield Bevinding("begeleider_behandelt", begeleider.naam)
    elif begeleider.verklaart_geen_behandelaar is None:
        yield Bevinding("verklaring_ontbreekt", begeleider.naam)


@regelt("WAP-4.3-04", "WAP-4.3-14")
def bekwaamheid(*, begeleider: Begeleider) -> Iterator[Bevinding]:
    """Wie een kennisgebied mist, krijgt een reden mee; zonder training is er een advies."""
    for gebied in Kennisgebied:
        if gebied not in begeleider.kennis and not begeleider.reden_zonder_kennis.strip():
            yield Bevinding("kennis_ontbreekt", gebied)
    if begeleider.training_op is None:
        yield Bevinding("geen_training", begeleider.naam)


@regelt("WAP-B-02", "WAP-2-01")
def deelnemers(*, deelnemers: tuple[Rol, ...]) -> Iterator[Bevinding]:
    """Precies drie deelnemers: de werknemer, de leidinggevende en de procesbegeleider."""
    for rol in DEELNEMERS:
        if rol not in deelnemers:
            yield Bevinding("deelnemer_ontbreekt", rol)
    for rol in deelnemers:
        if rol not in DEELNEMERS:
            yield Bevinding("geen_deelnemer", rol)


def _per_partij(voorgesprekken: tuple[Voorgesprek, ...]) -> Iterator[tuple[Rol, Voorgesprek]]:
    bekend = {deel.partij: deel for deel in voorgesprekken}
    for partij in PARTIJEN:
        yield partij, bekend.get(partij, Voorgesprek(partij=partij))


@regelt("WAP-B1-02")
def gesprekken_b1(*, voorgesprekken: tuple[Voorgesprek, ...]) -> Iterator[Bevinding]:
    """De begeleider belt met beide partijen apart."""
    for partij, gesprek in _per_partij(voorgesprekken):
        if gesprek.gebeld_op is None:
            yield Bevinding("niet_gebeld", partij)


@regelt("WAP-B1-04")
def doel_bekend(*, voorgesprekken: tuple[Voorgesprek, ...]) -> Iterator[Bevinding]:
    """Beide partijen kennen het doel en de gang van zaken."""
    for partij, gesprek in _per_partij(voorgesprekken):
        if not gesprek.kent_doel or not gesprek.kent_werkwijze:
            yield Bevinding("doel_onbekend", partij)


@regelt("WAP-B1-05")
def bereidheid(*, voorgesprekken: tuple[Voorgesprek, ...]) -> Iterator[Bevinding]:
    """Beide partijen doen actief mee; een voorwaarde staat erbij."""
    for partij, gesprek in _per_partij(voorgesprekken):
        if gesprek.bereid is None:
            yield Bevinding("bereidheid_onbekend", partij)
        elif gesprek.bereid is Bereidheid.NEE:
            yield Bevinding("niet_bereid", partij)
        elif gesprek.bereid is Bereidheid.ONDER_VOORWAARDE and not gesprek.voorwaarde.strip():
            yield Bevinding("voorwaarde_ontbreekt", partij)


@regelt("WAP-B1-06")
def rol_bekend(*, voorgesprekken: tuple[Voorgesprek, ...]) -> Iterator[Bevinding]:
    """Beide partijen weten wat de begeleider wel en niet doet."""
    for partij, gesprek in _per_partij(voorgesprekken):
        if not gesprek.kent_rol_begeleider:
            yield Bevinding("rol_onbekend", partij)


@regelt("WAP-B1-07")
def aanvullende_informatie(
    *, aanvullende_informatie: AanvullendeInformatie | None, consult_aangevraagd: bool
) -> Iterator[Bevinding]:
    """De begeleider ging na of er informatie mist; wachten op het antwoord hoeft niet."""
    if aanvullende_informatie is None:
        yield Bevinding("informatie_niet_nagegaan")
    elif aanvullende_informatie is AanvullendeInformatie.NOODZAKELIJK and not consult_aangevraagd:
        yield Bevinding("informatie_niet_gevraagd")


@regelt("WAP-B1-08")
def bijeenkomsten_gepland(*, planning: Planning, uiterste_dag_b2: date) -> Iterator[Bevinding]:
    """De drie gesprekken van B2 en de bijeenkomst van B3 zijn afgesproken, binnen de termijn."""
    dagen = {
        "gesprek_werknemer": planning.gesprek_werknemer,
        "gesprek_leidinggevende": planning.gesprek_leidinggevende,
        "gesprek_samen": planning.gesprek_samen,
        "bijeenkomst_b3": planning.bijeenkomst_b3,
    }
    for naam, dag in dagen.items():
        if dag is None:
            yield Bevinding("niet_gepland", naam)
        elif dag > uiterste_dag_b2:
            yield Bevinding("gepland_na_termijn", naam, {"dag": dag, "uiterlijk": uiterste_dag_b2})


@regelt("WAP-B1-09")
def bevoegdheid(*, bevoegdheid: Beslissingsbevoegdheid) -> Iterator[Bevinding]:
    """Mag de leidinggevende niet over alles beslissen, dan staat er wie het over de rest doet."""
    if not bevoegdheid.is_nagegaan:
        yield Bevinding("bevoegdheid_niet_nagegaan")
    elif set(bevoegdheid.zelf) != set(Categorie) and not bevoegdheid.andere_beslisser.strip():
        yield Bevinding("beslisser_ontbreekt")


@regelt("WAP-B1-01", "WAP-A-09", "WAP-2-02")
def poort_naar_b2(
    *, aanvraag: Aanvraag, voorbereiding: Voorbereiding, deelnemers_: tuple[Rol, ...], uiterste_dag_b2: date
) -> Iterator[Bevinding]:
    """Alles wat B1 nog mist voordat B2 begint; een goedkeuring of een bedrijfsarts hoort daar niet bij."""
    yield from regels_aanvraag.aanleiding(aanleiding=aanvraag.aanleiding, eerste_ziektedag=aanvraag.eerste_ziektedag)
    yield from regels_aanvraag.indicaties(indicaties=aanvraag.indicaties)
    yield from regels_aanvraag.besluit_contra_indicatie(contra_indicaties=aanvraag.contra_indicaties)
    yield from regels_aanvraag.offerte(toepassing=aanvraag.toepassing, offerte=aanvraag.offerte)
    yield from regels_aanvraag.consult_na_b2(
        consult_op=aanvraag.consult_op, b2_op=voorbereiding.planning.gesprek_werknemer
    )
    yield from deelnemers(deelnemers=deelnemers_)
    yield from toewijzing(begeleider=voorbereiding.begeleider)
    yield from gesprekken_b1(voorgesprekken=voorbereiding.voorgesprekken)
    yield from doel_bekend(voorgesprekken=voorbereiding.voorgesprekken)
    yield from bereidheid(voorgesprekken=voorbereiding.voorgesprekken)
    yield from rol_bekend(voorgesprekken=voorbereiding.voorgesprekken)
    yield from aanvullende_informatie(
        aanvullende_informatie=voorbereiding.aanvullende_informatie,
        consult_aangevraagd=voorbereiding.consult_aangevraagd,
    )
    yield from bevoegdheid(bevoegdheid=voorbereiding.bevoegdheid)
    yield from bijeenkomsten_gepland(planning=voorbereiding.planning, uiterste_dag_b2=uiterste_dag_b2)
