"""Het plan van aanpak werkaanpassing: wie doet wat, en wanneer; en het rapport daarover."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding
from poortnormen.bronnen.werkaanpassing.oplossingen import (
    Actiesoort,
    Keuzeformulier,
    Plan,
    Urenregel,
)
from poortnormen.bronnen.werkaanpassing.regels.keuze import gekozen
from poortnormen.bronnen.werkaanpassing.soorten import DEELNEMERS, PARTIJEN, Rol
from poortnormen.norm import regelt

ONTVANGERS_TUSSENTIJDS = (Rol.WERKGEVER, Rol.LEIDINGGEVENDE, Rol.WERKNEMER)


@regelt("WAP-B3-13", "WAP-7.3-11")
def planregels(*, plan: Plan) -> Iterator[Bevinding]:
    """Elke actie heeft precies een verantwoordelijke en een dag, en die dag ligt niet voor de bijeenkomst."""
    for nummer, regel in enumerate(plan.regels, 1):
        plek = str(nummer)
        if not regel.actie.strip():
            yield Bevinding("actie_ontbreekt", plek)
        if not regel.verantwoordelijken:
            yield Bevinding("verantwoordelijke_ontbreekt", plek, {"stond": regel.verantwoordelijke_tekst})
        elif len(regel.verantwoordelijken) != 1:
            yield Bevinding("meer_verantwoordelijken", plek)
        if regel.wanneer is None:
            yield Bevinding("dag_ontbreekt", plek, {"stond": regel.wanneer_tekst})
        elif plan.bijeenkomst_op is not None and regel.wanneer < plan.bijeenkomst_op:
            yield Bevinding("dag_voor_bijeenkomst", plek, {"dag": regel.wanneer})
        if regel.is_te_bevestigen:
            yield Bevinding("te_bevestigen", plek)


@regelt("WAP-1-04")
def acties_per_partij(*, plan: Plan) -> Iterator[Bevinding]:
    """Beide partijen hebben eigen acties; wat de begeleider overneemt, is te zien."""
    aantal = Counter(regel.verantwoordelijke_rol for regel in plan.regels)
    if plan.regels and not aantal[Rol.LEIDINGGEVENDE] + aantal[Rol.WERKGEVER]:
        yield Bevinding("geen_acties_leiding")
    if plan.regels and not aantal[Rol.WERKNEMER]:
        yield Bevinding("geen_acties_werknemer")
    if aantal[Rol.PROCESBEGELEIDER]:
        yield Bevinding("acties_begeleider", "", {"aantal": aantal[Rol.PROCESBEGELEIDER]})


@regelt("WAP-4.1-03")
def beide_akkoord(*, plan: Plan) -> Iterator[Bevinding]:
    """Beide partijen gaan akkoord met de maatregel en met de dag."""
    for nummer, regel in enumerate(plan.regels, 1):
        for partij in PARTIJEN:
            if partij not in regel.maatregel_akkoord:
                yield Bevinding("maatregel_niet_akkoord", f"{nummer}/{partij}")
            if partij not in regel.tijdpad_akkoord:
                yield Bevinding("tijdpad_niet_akkoord", f"{nummer}/{partij}")


@regelt("WAP-B3-02")
def elke_keuze_heeft_actie(*, plan: Plan, formulier: Keuzeformulier) -> Iterator[Bevinding]:
    """Bij elke gekozen oplossing hoort minstens een actie."""
    met_actie = {regel.oplossing for regel in plan.regels}
    for oplossing in formulier.oplossingen():
        if gekozen(oplossing) and not {oplossing.id, oplossing.tekst} & met_actie:
            yield Bevinding("keuze_zonder_actie", oplossing.id)


@regelt("WAP-B3-14")
def afspraak_b4(*, plan: Plan) -> Iterator[Bevinding]:
    """De dag van B4 staat vast en beide partijen weten wat er dan gebeurt."""
    if plan.b4_op is None:
        yield Bevinding("b4_niet_afgesproken")
    for partij in PARTIJEN:
        if partij not in plan.op_de_hoogte_van_b4:
            yield Bevinding("b4_niet_bekend", partij)


@regelt("WAP-7.3-13")
def urenregel(*, uren: Urenregel) -> Iterator[Bevinding]:
    """Een regel over werktijd noemt dagen, uren en een einddag, en het totaal klopt daarmee."""
    if uren.tot_en_met is None:
        yield Bevinding("werktijd_zonder_einde")
    elif uren.vanaf is not None and uren.tot_en_met < uren.vanaf:
        yield Bevinding("werktijd_einde_voor_begin")
    if uren.opgegeven_totaal is not None and uren.opgegeven_totaal != uren.uren_per_week:
        yield Bevinding("werktijd_telt_niet_op", "", {"gegeven": uren.opgegeven_totaal, "volgt": uren.uren_per_week})
    if uren.beeldscherm_uren_per_dag is not None and uren.beeldscherm_uren_per_dag > uren.uren_per_dag:
        yield Bevinding("beeldscherm_boven_werktijd")


@regelt("WAP-7.3-14", "WAP-7.1-17")
def advies_is_geen_poort(*, plan: Plan, peildatum: date) -> Iterator[Bevinding]:
    """Wacht een actie op de bedrijfsarts, dan wacht alleen die actie; het plan heeft zijn goedkeuring niet nodig."""
    for nummer, regel in enumerate(plan.regels, 1):
        if regel.na_advies_bedrijfsarts_op is not None and regel.na_advies_bedrijfsarts_op > peildatum:
            yield Bevinding("actie_wacht_op_advies", str(nummer), {"op": regel.na_advies_bedrijfsarts_op})


@regelt("WAP-7.1-13")
def voorbereiding_door_werkgever(*, plan: Plan) -> Iterator[Bevinding]:
    """Voorbereiden (bestellen, geld regelen) doet de werkgever of de werknemer, niet de begeleider."""
    for nummer, regel in enumerate(plan.regels, 1):
        if regel.soort is Actiesoort.VOORBEREIDING and regel.verantwoordelijke_rol is Rol.PROCESBEGELEIDER:
            yield Bevinding("begeleider_bereidt_voor", str(nummer))


@regelt("WAP-7.1-14")
def tijdens_de_bijeenkomst(*, plan: Plan) -> Iterator[Bevinding]:
    """Het plan ontstaat in de bijeenkomst, van de partijen zelf; wat later kwam of van een ander, is te zien."""
    for nummer, regel in enumerate(plan.regels, 1):
        if regel.opgesteld_op is not None and regel.opgesteld_op != plan.bijeenkomst_op:
            yield Bevinding("na_de_bijeenkomst", str(nummer))
        if regel.opgesteld_door is not None and regel.opgesteld_door not in PARTIJEN:
            yield Bevinding("niet_door_partij", str(nummer))


@regelt("WAP-B3-26")
def te_late_acties(*, plan: Plan, peildatum: date) -> tuple[str, ...]:
    """De acties waarvan de dag voorbij is en die niet zijn gebeurd."""
    return tuple(
        str(nummer)
        for nummer, regel in enumerate(plan.regels, 1)
        if regel.gebeurd_op is None and regel.wanneer is not None and regel.wanneer < peildatum
    )


@regelt("WAP-B4-15", "WAP-B4-14")
def interventies_in_plan(*, gewenst: tuple[str, ...], plan: Plan) -> Iterator[Bevinding]:
    """Training, begeleiding en therapie horen als actie in het plan; zij zijn geen B4."""
    in_plan = {regel.actie for regel in plan.regels if regel.soort is Actiesoort.EXTERNE_INTERVENTIE}
    for interventie in gewenst:
        if interventie not in in_plan:
            yield Bevinding("interventie_niet_in_plan", interventie)


@regelt("WAP-B3-16")
def ontvangers_rapport(*, verstuurd_aan: tuple[Rol, ...]) -> Iterator[Bevinding]:
    """Het tussentijdse rapport gaat naar de werkgever, de leidinggevende en de werknemer."""
    for rol in ONTVANGERS_TUSSENTIJDS:
        if rol not in verstuurd_aan:
            yield Bevinding("rapport_niet_verstuurd", rol)


@regelt("WAP-B3-03", "WAP-B5-14")
def inspanningen(*, plan: Plan) -> dict[str, tuple[int, int]]:
    """Per deelnemer hoeveel acties zijn gebeurd, van hoeveel."""
    return {
        str(rol): (
            sum(regel.gebeurd_op is not None for regel in plan.regels if regel.verantwoordelijke_rol is rol),
            sum(regel.verantwoordelijke_rol is rol for regel in plan.regels),
        )
        for rol in DEELNEMERS
    }


@regelt("WAP-B3-15")
def zichtbare_regels(*, plan: Plan, niet_vrijgegeven: tuple[str, ...], lezer: Rol) -> tuple[str, ...]:
    """Welke regels van het plan een lezer (van scherm, rapport of bestand) ziet.

    Een actie bij een knelpunt dat niet is vrijgegeven, zien alleen de werknemer en de begeleider.
    """
    if lezer in {Rol.WERKNEMER, Rol.PROCESBEGELEIDER}:
        return tuple(regel.actie for regel in plan.regels)
    if lezer not in {Rol.LEIDINGGEVENDE, Rol.WERKGEVER}:
        return ()
    return tuple(regel.actie for regel in plan.regels if regel.knelpunt not in niet_vrijgegeven)
