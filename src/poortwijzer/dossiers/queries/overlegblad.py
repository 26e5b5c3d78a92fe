"""What the parties ask of each other, and the way out when they get stuck: a deskundigenoordeel."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from poortnormen.beoordeling import Beoordeling
from poortnormen.feiten.overleg import PLICHTEN, Aansporing, Aansporingantwoord, Oordeeluitkomst
from poortnormen.feiten.reintegratie import Deskundigenoordeel, Oordeelvraag
from poortnormen.uitkomst import NietVanToepassing, Uitleg, Vastgesteld
from poortwijzer.dossiers.assessments import beoordeel
from poortwijzer.dossiers.beelden import Knop
from poortwijzer.dossiers.beelden.punten import Aansporingbeeld, Oordeelverzoek, Overlegbeeld
from poortwijzer.dossiers.knoppen import voor_feit
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.queries.dossierblad import dossierbeeld
from poortwijzer.dossiers.queries.punten import knoppen_voor, punten
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

AANLEIDING, WIE, AANSPORING = "BKP-5-41", "BKP-10-04", "BKP-9-04"
OVER_OORDEEL = ("BKP-10-01", "BKP-10-03")
OVER_LOON = ("BW7-629-3", "BW7-629-3c", "BW7-629-6", "BW7-629-7")
OVER_ANALYSE = ("BKP-6-09", "BKP-6-10", "BKP-6-12")
VAST_TE_LEGGEN = (
    "aansporingen",
    "aansporingantwoorden",
    "deskundigenoordelen",
    "oordeeluitkomsten",
    "noemt_cao_deskundige",
    "loonmaatregelen",
    "is_loonmaatregel_zonder_uitstel_gemeld",
    "nieuwe_probleemanalyse_gevraagd_op",
    "is_werkgever_overtuigd",
    "is_werknemer_overtuigd",
)
# Which judgement of the test says the same as an answer of the deskundige; a person takes it over, with the reason.
OVER_TE_NEMEN: Mapping[Oordeelvraag, str] = MappingProxyType(
    {
        Oordeelvraag.INSPANNINGEN_WERKGEVER: "zijn_inspanningen_voldoende",
        Oordeelvraag.INSPANNINGEN_WERKNEMER: "werkte_werknemer_genoeg_mee",
    }
)


def overlegbeeld(actor: Actor, dossier: Dossier) -> Overlegbeeld:
    """Give what the parties ask of each other; `dossier` comes from `access_dossier` for `Deel.OVERLEG`."""
    beeld = dossierbeeld(actor, dossier)
    kern = beoordeel(dossier, vandaag()).kern
    return Overlegbeeld(
        aanleiding=_zin(kern, AANLEIDING),
        wie=_zin(kern, WIE),
        aansporingen=tuple(_aansporingen(kern))[::-1],
        oordelen=tuple(_oordelen(actor.rol, kern))[::-1],
        loon=punten(actor.rol, kern, OVER_LOON),
        analyse=punten(actor.rol, kern, OVER_ANALYSE),
        feiten=tuple(feit for feit in beeld.feiten if feit.naam in VAST_TE_LEGGEN and feit.vervangen_door is None),
        knoppen=knoppen_voor(actor.rol, VAST_TE_LEGGEN),
    )


def _zin(kern: Beoordeling, norm: str) -> Uitleg | None:
    """Give what a norm says, also why nobody has to act; None where it only repeats that nothing is the matter."""
    uitkomst = kern.uitkomst(norm)
    is_gezegd = isinstance(uitkomst, NietVanToepassing) and uitkomst.reden == "loopt_al"
    return uitkomst.uitleg if isinstance(uitkomst, Vastgesteld) or is_gezegd else None


def _aansporingen(kern: Beoordeling) -> Iterator[Aansporingbeeld]:
    antwoorden = [feit.waarde for feit in kern.beeld["aansporingantwoorden"].uit]
    vragen = kern.beeld["aansporingen"].waarde
    assert isinstance(vragen, tuple)  # noqa: S101  # more of them stand in a tuple
    for aansporing, uitkomst in zip(vragen, kern.uitkomsten(AANSPORING), strict=True):
        if isinstance(aansporing, Aansporing) and isinstance(uitkomst, Vastgesteld):
            yield Aansporingbeeld(
                aansporing=aansporing,
                stand=str(uitkomst.waarde),
                uitleg=uitkomst.uitleg,
                plichtnorm=PLICHTEN[aansporing.plicht].norm,
                antwoorden=tuple(
                    antwoord
                    for antwoord in antwoorden
                    if isinstance(antwoord, Aansporingantwoord)
                    and antwoord.aansporing_van == aansporing.gedaan_op
                    and antwoord.door is not aansporing.door
                ),
            )


def _oordelen(rol: Rol, kern: Beoordeling) -> Iterator[Oordeelverzoek]:
    uitkomsten = {
        feit.waarde.verzoek_van: feit.waarde
        for feit in kern.beeld["oordeeluitkomsten"].uit
        if isinstance(feit.waarde, Oordeeluitkomst)
    }
    gezegd = punten(rol, kern, OVER_OORDEEL)
    verzoeken = kern.beeld["deskundigenoordelen"].waarde
    assert isinstance(verzoeken, tuple)  # noqa: S101  # more of them stand in a tuple
    for oordeel in verzoeken:
        if isinstance(oordeel, Deskundigenoordeel):
            uitkomst = uitkomsten.get(oordeel.gevraagd_op)
            yield Oordeelverzoek(
                oordeel=oordeel,
                punten=tuple(punt for punt in gezegd if punt.over == oordeel),
                uitkomst=uitkomst,
                overnemen=_overnemen(rol, oordeel, uitkomst),
            )


def _overnemen(rol: Rol, oordeel: Deskundigenoordeel, uitkomst: Oordeeluitkomst | None) -> Knop | None:
    naam = OVER_TE_NEMEN.get(oordeel.vraag) if oordeel.vraag is not None else None
    return None if naam is None or uitkomst is None or uitkomst.is_ja is None else voor_feit(rol, naam)
