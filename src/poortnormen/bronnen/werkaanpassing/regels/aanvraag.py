"""De aanvraag: wie, waarom, waarheen, en wat een start tegenhoudt."""

from collections.abc import Iterator
from datetime import date

from poortnormen.bronnen.werkaanpassing.aanvraag import (
    Contracode,
    ContraIndicatie,
    Indicatie,
    Indicatiecode,
    Offerte,
    Startbesluit,
)
from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding
from poortnormen.bronnen.werkaanpassing.soorten import Aanleiding, Rol, Toepassing, Uitgangspunt
from poortnormen.norm import regelt
from poortnormen.tijd import Maanden, Weken, eerste_dag_na, maanden_later

AANVRAGERS = frozenset({Rol.WERKGEVER, Rol.LEIDINGGEVENDE, Rol.WERKNEMER, Rol.ARBOPROFESSIONAL, Rol.BEDRIJFSARTS})
BESLISSERS_CONSULT = frozenset({Rol.WERKGEVER, Rol.LEIDINGGEVENDE})
GEVERS_CONTRA = {
    Contracode.GEEN_RESTCAPACITEIT: frozenset({Rol.BEDRIJFSARTS}),
    Contracode.SCHAADT_HERSTEL: frozenset({Rol.BEDRIJFSARTS}),
    Contracode.JURIDISCH_CONFLICT: frozenset({Rol.WERKGEVER, Rol.WERKNEMER, Rol.CASEMANAGER}),
}
BINNEN, BUITEN = "binnen_bewezen_venster", "buiten_bewezen_venster"


@regelt("WAP-1-03")
def aanleiding(*, aanleiding: Aanleiding, eerste_ziektedag: date | None) -> Iterator[Bevinding]:
    """Bij verzuim hoort een eerste ziektedag; bij dreigend verzuim hoeft er geen te zijn."""
    if aanleiding is Aanleiding.VERZUIM and eerste_ziektedag is None:
        yield Bevinding("eerste_ziektedag_ontbreekt")


@regelt("WAP-4.2-08")
def dreigend_verzuim(
    *,
    aanleiding: Aanleiding,
    werknemer_wil_dit: bool | None,
    ziekmeldingen: tuple[date, ...],
    is_overbelast_gemeld: bool,
    peildatum: date,
    drempel_meldingen: int,
) -> Iterator[Bevinding]:
    """Dreigt uitval, dan is de methode een voorstel; zij begint alleen als de werknemer dat wil.

    Hoeveel ziekmeldingen in twaalf maanden veel is (`drempel_meldingen`), stelt de werkgever zelf in.
    """
    sinds = maanden_later(peildatum, Maanden(-12))
    if sum(sinds < dag <= peildatum for dag in ziekmeldingen) >= drempel_meldingen or is_overbelast_gemeld:
        yield Bevinding("stel_methode_voor")
    if aanleiding is Aanleiding.DREIGEND_VERZUIM and werknemer_wil_dit is not True:
        yield Bevinding("werknemer_wil_niet" if werknemer_wil_dit is False else "werknemer_niet_gevraagd")


@regelt("WAP-4.2-09")
def aanvrager(*, door: Rol) -> Iterator[Bevinding]:
    """De werkgever, de werknemer, de interne arboprofessional en de bedrijfsarts kunnen de methode aanvragen."""
    if door not in AANVRAGERS:
        yield Bevinding("geen_aanvrager")


@regelt("WAP-4.2-14", "WAP-4.2-16", "WAP-4.2-20", "WAP-4.2-17")
def indicaties(*, indicaties: tuple[Indicatie, ...]) -> Iterator[Bevinding]:
    """Een indicatie is genoeg; wie om hulp vraagt, staat erbij."""
    if not indicaties:
        yield Bevinding("geen_indicatie")
    for indicatie in indicaties:
        if indicatie.code is Indicatiecode.HULP_GEVRAAGD and not indicatie.van:
            yield Bevinding("wie_vraagt_hulp")


@regelt("WAP-4.2-15", "WAP-4.2-23")
def tegenspraak(
    *, indicaties: tuple[Indicatie, ...], contra_indicaties: tuple[ContraIndicatie, ...]
) -> Iterator[Bevinding]:
    """Werk helpt het herstel, of het schaadt het herstel; beide tegelijk is een tegenspraak."""
    helpt = any(deel.code is Indicatiecode.WERK_HELPT_HERSTEL for deel in indicaties)
    schaadt = any(deel.code is Contracode.SCHAADT_HERSTEL for deel in contra_indicaties)
    if helpt and schaadt:
        yield Bevinding("helpt_en_schaadt")


@regelt("WAP-4.2-18")
def later_dan_verwacht(*, verwachte_hervatting_op: date | None, is_hervat: bool, peildatum: date) -> bool:
    """Of de indicatie 'later dan verwacht' zich opdringt: de verwachte dag is voorbij en het werk nog niet hervat."""
    return verwachte_hervatting_op is not None and verwachte_hervatting_op < peildatum and not is_hervat


@regelt("WAP-4.2-19")
def steeds_uitgesteld(*, keren_verschoven: int, keren_uitgesteld: int) -> bool:
    """Of de indicatie 'uitgesteld' zich opdringt: zo vaak is een stap in de opbouw verschoven."""
    return keren_verschoven >= keren_uitgesteld


@regelt("WAP-4.2-21", "WAP-4.2-22")
def gever_contra_indicatie(*, contra_indicaties: tuple[ContraIndicatie, ...]) -> Iterator[Bevinding]:
    """Over restcapaciteit en herstel spreekt alleen de bedrijfsarts; een conflict melden de partijen."""
    for deel in contra_indicaties:
        if deel.gesteld_door not in GEVERS_CONTRA[deel.code]:
            code = "conflict_door_ander" if deel.code is Contracode.JURIDISCH_CONFLICT else "alleen_bedrijfsarts"
            yield Bevinding(code, deel.code)


@regelt("WAP-4.2-24")
def besluit_contra_indicatie(*, contra_indicaties: tuple[ContraIndicatie, ...]) -> Iterator[Bevinding]:
    """Bij elke contra-indicatie is gemotiveerd besloten; wie wacht, noemt de dag waarop er weer naar wordt gekeken."""
    for deel in contra_indicaties:
        if deel.besluit is None or not deel.motivering.strip() or not deel.besloten_door.strip():
            yield Bevinding("contra_indicatie_zonder_besluit", deel.code)
        elif deel.besluit is Startbesluit.OPSCHORTEN and deel.opnieuw_bekijken_op is None:
            yield Bevinding("opgeschort_zonder_dag", deel.code)
        elif deel.besluit is not Startbesluit.TOCH_STARTEN:
            yield Bevinding("start_wacht", deel.code, {"op": deel.opnieuw_bekijken_op})


@regelt("WAP-4.2-06")
def bewezen_venster(
    *,
    eerste_ziektedag: date | None,
    aanvraag_op: date,
    bewezen_venster_vanaf: Weken,
    bewezen_venster_tot_en_met: Weken,
) -> str | None:
    """Of de aanvraag valt in de tijd waarvan het effect bij rugklachten is bewezen; niets zonder verzuim."""
    if eerste_ziektedag is None:
        return None
    begin = eerste_dag_na(vanaf=eerste_ziektedag, duur=bewezen_venster_vanaf)
    einde = eerste_dag_na(vanaf=eerste_ziektedag, duur=bewezen_venster_tot_en_met)
    return BINNEN if begin <= aanvraag_op <= einde else BUITEN


@regelt("WAP-4.2-03", "WAP-7.1-12", "WAP-4.2-05")
def uitgangspunt(
    *,
    uitgangspunt: Uitgangspunt,
    reden_uitgangspunt: str,
    advies_bedrijfsarts_op: date | None,
    besluit_werkgever_op: date | None,
    vorig_uitgangspunt: Uitgangspunt | None,
) -> Iterator[Bevinding]:
    """Het eerste doel is het eigen werk met volledige loonwaarde.

    Een ander doel vraagt een reden, advies van de bedrijfsarts en een besluit van de werkgever. Wie in de volgorde van
    doelen een doel overslaat, zegt waarom.
    """
    volgorde = tuple(Uitgangspunt)
    if uitgangspunt is Uitgangspunt.EIGEN_FUNCTIE:
        return
    if not reden_uitgangspunt.strip():
        yield Bevinding("uitgangspunt_zonder_reden")
        if volgorde.index(uitgangspunt) > volgorde.index(vorig_uitgangspunt or Uitgangspunt.EIGEN_FUNCTIE) + 1:
            yield Bevinding("doel_overgeslagen")
    if advies_bedrijfsarts_op is None or besluit_werkgever_op is None:
        yield Bevinding("uitgangspunt_zonder_advies")
    elif besluit_werkgever_op < advies_bedrijfsarts_op:
        yield Bevinding("besluit_voor_advies")


@regelt("WAP-4.2-11", "WAP-4.2-12")
def vooraf_consult(
    *, vooraf_consult: bool | None, consult_besloten_door: Rol | None, consultvraag: str
) -> Iterator[Bevinding]:
    """De leiding beslist of een consult vooraf zin heeft, en stelt dan een concrete vraag."""
    if vooraf_consult is None:
        return
    if consult_besloten_door not in BESLISSERS_CONSULT:
        yield Bevinding("consult_besluit_leiding")
    if vooraf_consult and not consultvraag.strip():
        yield Bevinding("consult_zonder_vraag")


@regelt("WAP-4.2-13")
def consult_na_b2(*, consult_op: date | None, b2_op: date | None) -> Iterator[Bevinding]:
    """Een consult dat later komt dan B2 houdt niets op."""
    if consult_op is not None and b2_op is not None and consult_op > b2_op:
        yield Bevinding("consult_later_dan_b2", "", {"op": consult_op})


@regelt("WAP-B1-10")
def offerte(*, toepassing: Toepassing, offerte: Offerte | None) -> Iterator[Bevinding]:
    """Bij losse inzet is de offerte akkoord voordat B2 begint."""
    if toepassing is Toepassing.INCIDENTEEL and (offerte is None or offerte.akkoord_op is None):
        yield Bevinding("offerte_niet_akkoord")
