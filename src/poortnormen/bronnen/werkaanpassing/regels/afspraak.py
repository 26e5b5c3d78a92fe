"""Stap A: is de afspraak compleet, wanneer begint een traject, en wie beslist over een aanpassing."""

from collections.abc import Iterator
from datetime import date

from poortnormen.bronnen.werkaanpassing.afspraak import (
    Adviesgesprek,
    Beslismacht,
    Mandaat,
    Monitoring,
    Onderwerp,
    Onderwerpafspraak,
    Organisatieafspraak,
)
from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding
from poortnormen.bronnen.werkaanpassing.soorten import Categorie, Rol, Toepassing
from poortnormen.norm import regelt
from poortnormen.tijd import Maanden, dagen_later, maanden_later

ADVISEURS = frozenset({Rol.PROCESBEGELEIDER, Rol.ACCOUNTMANAGER, Rol.RELATIEBEHEERDER, Rol.STAFFUNCTIONARIS})
TERUGKOPPELAARS = ADVISEURS - {Rol.STAFFUNCTIONARIS}


@regelt("WAP-A-13")
def onderwerpen(*, onderwerpen: tuple[Onderwerpafspraak, ...]) -> Iterator[Bevinding]:
    """Elk van de negen onderwerpen heeft een tekst met eigenaar en dag, of een reden waarom het niet geldt."""
    per_onderwerp = {deel.onderwerp: deel for deel in onderwerpen}
    for onderwerp in Onderwerp:
        deel = per_onderwerp.get(onderwerp)
        if deel is None or not (deel.tekst.strip() or deel.geldt_niet_omdat.strip()):
            yield Bevinding("onderwerp_ontbreekt", onderwerp)
        elif not deel.geldt_niet_omdat.strip() and (not deel.eigenaar.strip() or deel.op is None):
            yield Bevinding("onderwerp_zonder_eigenaar", onderwerp)


@regelt("WAP-A-02")
def beleid(*, beleidsstuk: str, beleidsstuk_van: date | None, implementatie: str) -> Iterator[Bevinding]:
    """De afspraak noemt het beleidsstuk met zijn dag, en hoe ver de invoering is."""
    if not beleidsstuk.strip() or beleidsstuk_van is None:
        yield Bevinding("beleidsstuk_ontbreekt")
    if not implementatie.strip():
        yield Bevinding("implementatie_onbekend")


@regelt("WAP-A-03")
def begeleiding(*, procesbegeleiders: tuple[str, ...], afspraken_bedrijfsarts: str) -> Iterator[Bevinding]:
    """Er staat wie begeleiders kunnen zijn en hoe met de bedrijfsarts wordt gewerkt."""
    if not procesbegeleiders:
        yield Bevinding("geen_procesbegeleiders")
    if not afspraken_bedrijfsarts.strip():
        yield Bevinding("bedrijfsarts_niet_afgesproken")


@regelt("WAP-A-04", "WAP-C-13")
def monitoring(*, monitoring: Monitoring, kleinste_groep_minstens: int) -> Iterator[Bevinding]:
    """Vooraf staat vast wat stap C volgt, hoe vaak, voor wie en vanaf welke groepsgrootte."""
    if not monitoring.indicatoren:
        yield Bevinding("monitoring_onvolledig", "indicatoren")
    if not monitoring.ritme_maanden or monitoring.eerste_op is None:
        yield Bevinding("monitoring_onvolledig", "ritme")
    if not monitoring.ontvangers:
        yield Bevinding("monitoring_onvolledig", "ontvangers")
    if not monitoring.kleinste_groep:
        yield Bevinding("monitoring_onvolledig", "kleinste_groep")
    elif monitoring.kleinste_groep < kleinste_groep_minstens:
        yield Bevinding("groep_te_klein", "", {"minstens": kleinste_groep_minstens})


@regelt("WAP-A-05", "WAP-A-10")
def adviesgesprekken(*, adviesgesprekken: tuple[Adviesgesprek, ...]) -> Iterator[Bevinding]:
    """De werkgever kreeg advies, en uit dat gesprek kwam een besluit."""
    if not any(gesprek.advies.strip() and gesprek.besluit.strip() for gesprek in adviesgesprekken):
        yield Bevinding("geen_besluit_na_advies")


@regelt("WAP-A-06")
def deelnemers_stap_a(*, deelnemers: tuple[Rol, ...]) -> Iterator[Bevinding]:
    """De werkgever doet mee, met een of meer van de vier adviserende functies."""
    if Rol.WERKGEVER not in deelnemers:
        yield Bevinding("werkgever_ontbreekt_in_a")
    if not ADVISEURS & set(deelnemers):
        yield Bevinding("adviseur_ontbreekt_in_a")


@regelt("WAP-C-05")
def deelnemers_stap_c(*, deelnemers: tuple[Rol, ...]) -> Iterator[Bevinding]:
    """De werkgever doet mee, met een of meer van drie functies; de staffunctionaris hoort daar niet bij."""
    if Rol.WERKGEVER not in deelnemers:
        yield Bevinding("werkgever_ontbreekt_in_c")
    if not TERUGKOPPELAARS & set(deelnemers):
        yield Bevinding("adviseur_ontbreekt_in_c")


@regelt("WAP-A-01")
def klaar_voor_werking(*, afspraak: Organisatieafspraak, kleinste_groep_minstens: int) -> Iterator[Bevinding]:
    """Alles wat nog ontbreekt voordat de afspraak in werking kan gaan."""
    yield from onderwerpen(onderwerpen=afspraak.onderwerpen)
    yield from beleid(
        beleidsstuk=afspraak.beleidsstuk,
        beleidsstuk_van=afspraak.beleidsstuk_van,
        implementatie=afspraak.implementatie,
    )
    yield from begeleiding(
        procesbegeleiders=afspraak.procesbegeleiders, afspraken_bedrijfsarts=afspraak.afspraken_bedrijfsarts
    )
    yield from monitoring(monitoring=afspraak.monitoring, kleinste_groep_minstens=kleinste_groep_minstens)
    yield from adviesgesprekken(adviesgesprekken=afspraak.adviesgesprekken)
    yield from deelnemers_stap_a(deelnemers=afspraak.deelnemers)


@regelt("WAP-4.2-01", "WAP-A-07")
def toepassing(*, in_werking_per: date | None, aanvraag_op: date) -> Toepassing:
    """Structureel als de afspraak op de dag van de aanvraag in werking was, en anders incidenteel."""
    if in_werking_per is not None and in_werking_per <= aanvraag_op:
        return Toepassing.STRUCTUREEL
    return Toepassing.INCIDENTEEL


@regelt("WAP-A-11", "WAP-4.2-02")
def voorkeur_structureel(
    *, toepassing: Toepassing, eerdere_incidentele: tuple[date, ...], aanvraag_op: date, drempel_incidenteel: int
) -> Iterator[Bevinding]:
    """Wie vaker los inzet, hoort dat vaste afspraken de voorkeur hebben; de drempel per jaar stelt u zelf in."""
    if toepassing is Toepassing.STRUCTUREEL:
        return
    sinds = maanden_later(aanvraag_op, Maanden(-12))
    in_het_jaar = sum(sinds <= dag <= aanvraag_op for dag in eerdere_incidentele)
    if in_het_jaar:
        yield Bevinding("liever_structureel", "", {"aantal": in_het_jaar})
    nummer = in_het_jaar + 1
    if nummer >= drempel_incidenteel:
        yield Bevinding("stel_structureel_voor", "", {"aantal": nummer})


@regelt("WAP-4.2-07")
def startdag(*, eerste_ziektedag: date, startmoment_dagen: int | None, hersteld_op: date | None) -> date | None:
    """De dag waarop de werkgever de methode wil overwegen; niets na herstel of zonder afgesproken startmoment."""
    if startmoment_dagen is None:
        return None
    dag = dagen_later(eerste_ziektedag, startmoment_dagen)
    return None if hersteld_op is not None and hersteld_op <= dag else dag


@regelt("WAP-A-14")
def beslist_zelf(
    *, mandaten: tuple[Mandaat, ...], rol: Rol, categorie: Categorie, kosten_centen: int
) -> Iterator[Bevinding]:
    """Of deze rol over een aanpassing in deze groep en van deze kosten mag beslissen, of wie het moet doen."""
    passend = [deel for deel in mandaten if deel.rol is rol and deel.categorie is categorie]
    if not passend:
        yield Bevinding("mandaat_onbekend", categorie)
        return
    mandaat = passend[0]
    tot = mandaat.tot_bedrag_centen or 0
    if mandaat.mag_beslissen is Beslismacht.NEE or (
        mandaat.mag_beslissen is Beslismacht.TOT_BEDRAG and kosten_centen > tot
    ):
        yield Bevinding("boven_mandaat", categorie, {"naar": mandaat.escalatie_naar})


@regelt("WAP-A-08")
def bekendheid(*, toepassing: Toepassing, bereikt: int, bevestigd: int) -> Iterator[Bevinding]:
    """Of leidinggevenden en werknemers van de methode weten: hoeveel mensen de uitleg kregen en dat bevestigden."""
    if toepassing is Toepassing.STRUCTUREEL and not bereikt:
        yield Bevinding("niemand_op_de_hoogte")
    if bereikt > bevestigd:
        yield Bevinding("niet_iedereen_bevestigde", "", {"bevestigd": bevestigd, "bereikt": bereikt})
