"""De aanvraag van een traject en de voorbereiding in B1.

Een traject hangt aan een werknemer, niet aan een ziekmelding: bij dreigend verzuim is er geen eerste ziektedag. Er is
nergens plaats voor een klacht, een behandeling of een oorzaak.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.bronnen.werkaanpassing.soorten import (
    Aanleiding,
    Categorie,
    Rol,
    Toepassing,
    Uitgangspunt,
)


class Indicatiecode(StrEnum):
    """De zes indicaties; een is genoeg."""

    NIET_OP_KORTE_TERMIJN = "IND1"
    WERK_HELPT_HERSTEL = "IND2"
    INSPANNING_ZONDER_EFFECT = "IND3"
    HULP_GEVRAAGD = "IND4"
    LATER_DAN_VERWACHT = "IND5"
    UITGESTELD = "IND6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicatie:
    """Waarom de methode past; `van` is wie het aangeeft of om hulp vraagt."""

    code: Indicatiecode
    van: tuple[Rol, ...] = ()


class Contracode(StrEnum):
    """De drie betrekkelijke contra-indicaties."""

    GEEN_RESTCAPACITEIT = "CI1"
    JURIDISCH_CONFLICT = "CI2"
    SCHAADT_HERSTEL = "CI3"


class Startbesluit(StrEnum):
    """Wat is besloten bij een contra-indicatie."""

    TOCH_STARTEN = "toch_starten"
    OPSCHORTEN = "opschorten"
    NIET_STARTEN = "niet_starten"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContraIndicatie:
    """Een bezwaar tegen starten, met wie het aangaf en wat er gemotiveerd is besloten."""

    code: Contracode
    gesteld_door: Rol
    besluit: Startbesluit | None = None
    motivering: str = ""
    besloten_door: str = ""
    besloten_op: date | None = None
    opnieuw_bekijken_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offerte:
    """Een offerte bij incidentele inzet; akkoord of afgewezen op een dag, of nog geen van beide."""

    aangevraagd_op: date
    akkoord_op: date | None = None
    afgewezen_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraag:
    """Wie de methode vraagt, waarom, waarheen, en wat vooraf nog is besloten."""

    op: date
    door: Rol
    toepassing: Toepassing
    aanleiding: Aanleiding
    eerste_ziektedag: date | None = None
    werknemer_wil_dit: bool | None = None
    indicaties: tuple[Indicatie, ...] = ()
    contra_indicaties: tuple[ContraIndicatie, ...] = ()
    uitgangspunt: Uitgangspunt = Uitgangspunt.EIGEN_FUNCTIE
    reden_uitgangspunt: str = ""
    advies_bedrijfsarts_op: date | None = None
    besluit_werkgever_op: date | None = None
    vooraf_consult: bool | None = None
    consult_besloten_door: Rol | None = None
    consultvraag: str = ""
    consult_op: date | None = None
    offerte: Offerte | None = None


class Kennisgebied(StrEnum):
    """Wat een procesbegeleider kent."""

    PROCESBEGELEIDING = "procesmatig_begeleiden"
    WERKWIJZE = "werkwijze_werkaanpassing"
    REINTEGRATIEZORG = "re_integratiezorg"
    BEDRIJFSGEZONDHEIDSZORG = "bedrijfsgezondheidszorg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Begeleider:
    """Wie begeleidt: een arboprofessional van welk vak en van welke organisatie dan ook, die niet zelf behandelt."""

    naam: str
    beroep: str = ""
    herkomst: str = ""
    is_procesbegeleider: bool = True
    kennis: tuple[Kennisgebied, ...] = tuple(Kennisgebied)
    reden_zonder_kennis: str = ""
    training_op: date | None = None
    verklaart_geen_behandelaar: bool | None = None
    behandelt_werknemer: bool | None = None


class Bereidheid(StrEnum):
    """Of een partij actief meedoet."""

    JA = "ja"
    ONDER_VOORWAARDE = "onder_voorwaarde"
    NEE = "nee"


class AanvullendeInformatie(StrEnum):
    """Of de procesbegeleider nog informatie mist."""

    NIET_NODIG = "niet_nodig"
    GEWENST = "gewenst"
    NOODZAKELIJK = "noodzakelijk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorgesprek:
    """Het telefoongesprek van B1 met een partij en wat het opleverde."""

    partij: Rol
    gebeld_op: date | None = None
    kent_doel: bool = False
    kent_werkwijze: bool = False
    kent_rol_begeleider: bool = False
    bereid: Bereidheid | None = None
    voorwaarde: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """De dagen waarop B2 en B3 zijn afgesproken."""

    gesprek_werknemer: date | None = None
    gesprek_leidinggevende: date | None = None
    gesprek_samen: date | None = None
    bijeenkomst_b3: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beslissingsbevoegdheid:
    """Over welke groepen aanpassingen de leidinggevende beslist, en wie het over de rest doet."""

    zelf: tuple[Categorie, ...] = ()
    is_nagegaan: bool = False
    andere_beslisser: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbereiding:
    """Alles wat B1 oplevert."""

    voorgesprekken: tuple[Voorgesprek, ...] = ()
    begeleider: Begeleider | None = None
    aanvullende_informatie: AanvullendeInformatie | None = None
    consult_aangevraagd: bool = False
    bevoegdheid: Beslissingsbevoegdheid = Beslissingsbevoegdheid()
    planning: Planning = Planning()
    vervolgevaluatie_op: date | None = None
