"""How roles, parties of the exchange format and parts of the policy belong together.

The core says which party must do something or can give a fact; people work in roles.
"""

from collections.abc import Hashable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from poortnormen.feiten import (
    FEITEN,
    Feitsoort,
    begeleiding,
    bewaren,
    dienstverband,
    koers,
    kosten,
    loon,
    nasanctie,
    oordelen,
    overleg,
    reintegratie,
    stukken,
    toezicht,
    uwv,
    vangnet,
    verzuim,
    wachttijd,
)
from poortnormen.feiten.stukken import Afschrift, Stuk, VastVerslagstuk
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import STUKKEN, Deel, Handeling
from poortwijzer.toegang.rollen import Rol

Id = TypeVar("Id", bound=Hashable)

WERKGEVER, LEIDINGGEVENDE, CASEMANAGER = "werkgever", "leidinggevende", "casemanager"
BEDRIJFSARTS, ARBODIENST, UWV = "bedrijfsarts", "arbodienst", "uwv"

# Whose tasks a role keeps an eye on. HR and casemanager guard the whole process: the employer answers for it.
_TAKEN_VAN: Mapping[Rol, frozenset[str]] = MappingProxyType(
    {
        Rol.LEIDINGGEVENDE: frozenset({LEIDINGGEVENDE, WERKGEVER}),
        Rol.WERKGEVER: frozenset({WERKGEVER, CASEMANAGER, LEIDINGGEVENDE, BEDRIJFSARTS, ARBODIENST}),
        Rol.CASEMANAGER: frozenset({CASEMANAGER, WERKGEVER, LEIDINGGEVENDE, BEDRIJFSARTS, ARBODIENST}),
        Rol.BEDRIJFSARTS: frozenset({BEDRIJFSARTS, ARBODIENST}),
        Rol.ARBODIENST: frozenset({ARBODIENST, BEDRIJFSARTS}),
    }
)
# Who guards the process also sees the questions that only others can answer.
_BEWAKERS = frozenset({Rol.WERKGEVER, Rol.CASEMANAGER, Rol.ARBODIENST})
_NAMENS_WERKGEVER = frozenset({Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE})

_PER_GROEP: tuple[tuple[tuple[Feitsoort, ...], Deel], ...] = (
    (verzuim.FEITEN, Deel.VERZUIM),
    (begeleiding.FEITEN, Deel.VERZUIM),
    (oordelen.FEITEN, Deel.REINTEGRATIE),
    (stukken.FEITEN, Deel.VERZUIM),
    (dienstverband.FEITEN, Deel.DIENSTVERBAND),
    (loon.FEITEN, Deel.DIENSTVERBAND),
    (uwv.FEITEN, Deel.UWV),
    (nasanctie.FEITEN, Deel.UWV),
    (vangnet.FEITEN, Deel.UWV),
    (wachttijd.FEITEN, Deel.UWV),
    (reintegratie.FEITEN, Deel.REINTEGRATIE),
    (koers.FEITEN, Deel.REINTEGRATIE),
    (toezicht.FEITEN, Deel.REINTEGRATIE),
    (overleg.FEITEN, Deel.OVERLEG),
    (kosten.FEITEN, Deel.OVERLEG),
    (bewaren.FEITEN, Deel.DIENSTVERBAND),
)
_ARTSEN = frozenset({BEDRIJFSARTS, ARBODIENST})
# What only the medical side tells belongs to what somebody can do, not to the absence.
_VAN_DE_ARTS: Mapping[str, Deel] = MappingProxyType(
    {soort.naam: Deel.MOGELIJKHEDEN for soort in FEITEN.values() if set(soort.gevers) <= _ARTSEN}
)
_UITZONDERINGEN: Mapping[str, Deel] = MappingProxyType(
    {
        "geboortedatum": Deel.PERSOON,
        "is_ontbreken_mogelijkheden_onderbouwd": Deel.MOGELIJKHEDEN,
        "is_ziekte_rond_verlof_zelfde_oorzaak": Deel.MOGELIJKHEDEN,
        "afwijkingen": Deel.AFWIJKINGEN,
        # What the employee says too, and what both see.
        "begeleidingscontroles": Deel.OVERLEG,
        "is_werknemer_overtuigd": Deel.OVERLEG,
        "is_loonmaatregel_zonder_uitstel_gemeld": Deel.OVERLEG,
    }
)
DEEL_VAN_FEIT: Mapping[str, Deel] = MappingProxyType(
    {soort.naam: deel for groep, deel in _PER_GROEP for soort in groep} | dict(_VAN_DE_ARTS) | dict(_UITZONDERINGEN)
)
# These arise by what is done with a document, never by an answer to a question.
UIT_STUKKEN = frozenset({"stukken", "afschriften"})
# This one arises when both parties were asked about the re-integratieverslag, and nobody takes it back.
UIT_VERSLAG = frozenset({"verslagstukken"})
# This one arises by a proposal that the other party answers.
_UIT_OVERLEG = frozenset({"afwijkingen"})
# And these by what is done about keeping: a hold on the dossier, a row of the log.
_UIT_BEWAREN = frozenset({"bewaarblokkades", "logregel_op", "wisverzoek_ontvangen_op"})
# The employer may know that a vangnet applies, never which; a shorter waiting time is between employee and UWV. Whether
# a treatment goes well is between employee and bedrijfsarts: the employer hears whether the plan must change.
VERTROUWELIJK = frozenset(s.naam for s in (*vangnet.FEITEN, *wachttijd.FEITEN) if WERKGEVER not in s.gevers) | {
    "is_behandeling_vastgelopen"
}

# A bit per party, for the database; a number that is in use never gets another meaning.
_BITS: Mapping[str, int] = MappingProxyType(
    {
        partij: 1 << nummer
        for nummer, partij in enumerate(
            (
                WERKGEVER,
                "werknemer",
                BEDRIJFSARTS,
                ARBODIENST,
                CASEMANAGER,
                "arbeidsdeskundige",
                UWV,
                LEIDINGGEVENDE,
                "procesbegeleider",
                "re-integratiebedrijf",
            )
        )
    }
)


def masker(partijen: Iterable[str]) -> int:
    """Give the parties as bits; a word that is no party of the exchange format has none."""
    return sum(_BITS.get(partij, 0) for partij in set(partijen))


def taken_van(rol: Rol) -> frozenset[str]:
    """Give the parties whose tasks show on the list of this role."""
    eigen = frozenset({rol.partij}) if rol.partij else frozenset()
    return _TAKEN_VAN.get(rol, eigen)


def bewaakt(rol: Rol) -> bool:
    """Tell whether this role sees to it that others do their part."""
    return rol in _BEWAKERS


def is_namens_werkgever(rol: Rol) -> bool:
    """Tell whether a person in this role speaks for the employer."""
    return rol in _NAMENS_WERKGEVER


def te_vragen(naam: str) -> str | None:
    """Give the fact to ask for when this one is missing; None when a document answers it, or nobody can."""
    soort = FEITEN.get(naam)
    if soort is None or soort.uit_stuk or naam in UIT_STUKKEN | UIT_VERSLAG | _UIT_BEWAREN:
        return None
    return soort.sinds or naam


def gever_voor(rol: Rol, naam: str) -> str | None:
    """Give the party in whose name this role gives a fact; None when this role cannot give it.

    The UWV has no account: what it wrote or decided is recorded by who received it.
    """
    gevers = FEITEN[naam].gevers
    if rol.partij in gevers:
        return rol.partij
    if is_namens_werkgever(rol) and WERKGEVER in gevers:
        return WERKGEVER
    ontvangt_post = rol is Rol.WERKNEMER or (is_namens_werkgever(rol) and naam not in VERTROUWELIJK)
    return UWV if ontvangt_post and UWV in gevers else None


def is_eigen_gegeven(rol: Rol, gever: str, *, door_werknemer: bool) -> bool:
    """Tell whether a fact of this giver is this role's own, to correct or withdraw.

    Of what the UWV wrote or decided it is of who received it and recorded it: `door_werknemer` says who that was.
    """
    if gever == UWV:
        return door_werknemer if rol is Rol.WERKNEMER else is_namens_werkgever(rol) and not door_werknemer
    if is_namens_werkgever(rol):
        return gever in {WERKGEVER, *(ander.partij for ander in _NAMENS_WERKGEVER)}
    return gever == rol.partij


def antwoordt_namens(rol: Rol, gever: str) -> bool:
    """Tell whether this role answers when the employee asks this party for a correction; the employer for who else."""
    if rol is Rol.BEDRIJFSARTS:
        return gever in _ARTSEN
    return is_namens_werkgever(rol) and gever not in _ARTSEN


def is_te_beantwoorden(naam: str) -> bool:
    """Tell whether people record this fact by answering a question; others follow from what they do elsewhere."""
    soort = FEITEN.get(naam)
    elders = UIT_STUKKEN | UIT_VERSLAG | _UIT_BEWAREN | _UIT_OVERLEG
    return soort is not None and not soort.is_afgeleid and naam not in elders


def mag_beantwoorden(rol: Rol, naam: str) -> bool:
    """Tell whether this role can record this fact, and correct or withdraw what its own party gave."""
    return (
        is_te_beantwoorden(naam)
        and gever_voor(rol, naam) is not None
        and mag(rol, Handeling.FEIT_VASTLEGGEN, deel_van_vraag(naam))
    )


def deel_van_vraag(naam: str) -> Deel:
    """Give the part that a fact of this name belongs to, whatever its value."""
    return DEEL_VAN_FEIT.get(naam, Deel.VERZUIM)


def deel_van_feit(naam: str, waarde: object) -> Deel:
    """Give the part that a recorded fact belongs to, with its value as the core knows it or in the exchange format.

    That a document is there, who got a copy of it and that it is in a report, belongs to that document.
    """
    if naam not in UIT_STUKKEN | UIT_VERSLAG:
        return deel_van_vraag(naam)
    if isinstance(waarde, Stuk | Afschrift | VastVerslagstuk):
        return Deel(waarde.soort)
    assert isinstance(waarde, Mapping)  # noqa: S101  # what withdraws another fact has no part of its own
    return Deel(str(waarde["soort"]))


def delen_van_feiten(feiten: Iterable[tuple[Id, str, object, Id | None]]) -> dict[Id, Deel]:
    """Give the part of each fact, told by its id, name, value and what it takes the place of, in order of recording.

    What has no value withdraws another fact, and belongs where that does.
    """
    delen: dict[Id, Deel] = {}
    for id_, naam, waarde, vervangt in feiten:
        oud = delen.get(vervangt) if waarde is None and vervangt is not None else None
        delen[id_] = oud or deel_van_feit(naam, waarde)
    return delen


def met_afschrift(rol: Rol) -> tuple[Deel, ...]:
    """Give the documents of which this role records who got a copy: those that it may freeze."""
    if gever_voor(rol, "afschriften") is None:
        return ()
    return tuple(deel for deel in STUKKEN if mag(rol, Handeling.STUK_VASTSTELLEN, deel))


def vastleggen_in(deel: Deel) -> Handeling:
    """Give the act that recording a fact of this part is: of a document it is for who may freeze such a document."""
    return Handeling.STUK_VASTSTELLEN if deel in STUKKEN else Handeling.FEIT_VASTLEGGEN


def is_leesbaar(rol: Rol, naam: str, deel: Deel, *, is_bevestigd: bool = True) -> bool:
    """Tell whether this role may read this fact of this part.

    Without `is_bevestigd` nobody knows yet whether an account of an employee is the employee's own.
    """
    is_van_werknemer = rol is Rol.WERKNEMER
    mag_weten = is_van_werknemer or naam not in VERTROUWELIJK or rol.partij in FEITEN[naam].gevers
    if is_van_werknemer and not is_bevestigd:
        mag_weten = naam not in VERTROUWELIJK
    return mag_weten and mag(rol, Handeling.INZIEN, deel)
