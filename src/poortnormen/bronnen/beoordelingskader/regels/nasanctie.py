"""Paragraaf 3 en 4: wat een loonsanctiebesluit moet zeggen, hoe ver het herstel is, en vragen van UWV."""

from collections.abc import Sequence
from enum import StrEnum

from poortnormen.driewaardig import geldt
from poortnormen.feiten.nasanctie import Herstelstap, Informatieantwoord, Informatieverzoek
from poortnormen.feiten.uwv import Bekortingsverzoek, Herstelbesluit, Toetsbesluit
from poortnormen.norm import bepaalt
from poortnormen.uitkomst import Mist, Nvt, Uiterlijk, Uitkomst, mist, nvt

GEEN_SANCTIE = "geen_loonsanctie"


class Herstelfase(StrEnum):
    """Hoe ver het herstel na een loonsanctie is."""

    NIET_BEGONNEN = "niet_begonnen"
    BEZIG = "bezig"
    KLAAR_OM_TE_MELDEN = "klaar_om_te_melden"
    GEMELD = "gemeld"
    AFGEWEZEN = "afgewezen"
    VASTGESTELD = "vastgesteld"


@bepaalt("BKP-3-21")
def noemt_besluit_gebreken_en_herstel(
    *, langste_loonsanctie: Uitkomst, toetsbesluit: Toetsbesluit | None
) -> bool | Nvt:
    """Of het besluit elke tekortkoming noemt, en bij elke zegt wat de werkgever moet doen."""
    if toetsbesluit is None or not geldt(langste_loonsanctie):
        return nvt(GEEN_SANCTIE)
    gronden, wijzen = toetsbesluit.gronden, toetsbesluit.herstelwijzen
    return bool(gronden) and len(wijzen) >= len(gronden)


@bepaalt("BKP-3-26")
def verwijst_besluit_naar_kader(
    *, langste_loonsanctie: Uitkomst, toetsbesluit: Toetsbesluit | None
) -> bool | Mist | Nvt:
    """Of UWV in de motivering naar het beoordelingskader verwijst."""
    if toetsbesluit is None or not geldt(langste_loonsanctie):
        return nvt(GEEN_SANCTIE)
    noemt = toetsbesluit.noemt_beoordelingskader
    return mist("toetsbesluit") if noemt is None else noemt


@bepaalt("BKP-3-20")
def herstelfase(
    *,
    langste_loonsanctie: Uitkomst,
    toetsbesluit: Toetsbesluit | None,
    herstelstappen: tuple[Herstelstap, ...],
    bekortingsverzoeken: tuple[Bekortingsverzoek, ...],
    herstelbesluiten: tuple[Herstelbesluit, ...],
) -> Herstelfase | Nvt:
    """Hoe ver het herstel is: alleen UWV stelt vast dat alles hersteld is, en dan pas kan de WIA verder."""
    if toetsbesluit is None or not geldt(langste_loonsanctie):
        return nvt(GEEN_SANCTIE)
    besluiten = [besluit for besluit in herstelbesluiten if besluit.besluit_op >= toetsbesluit.besluit_op]
    if any(besluit.is_hersteld for besluit in besluiten):
        return Herstelfase.VASTGESTELD
    beslist = {besluit.verzoek_ontvangen_op for besluit in besluiten}
    if any(verzoek.ontvangen_op not in beslist for verzoek in bekortingsverzoeken):
        return Herstelfase.GEMELD
    stappen = [stap for stap in herstelstappen if stap.gedaan_op >= toetsbesluit.besluit_op]
    laatste = max((besluit.besluit_op for besluit in besluiten), default=None)
    if laatste is not None and not any(stap.gedaan_op > laatste for stap in stappen):
        return Herstelfase.AFGEWEZEN
    if is_klaar_om_te_melden(toetsbesluit, stappen):
        return Herstelfase.KLAAR_OM_TE_MELDEN
    return Herstelfase.BEZIG if stappen else Herstelfase.NIET_BEGONNEN


def is_klaar_om_te_melden(besluit: Toetsbesluit, stappen: Sequence[Herstelstap]) -> bool:
    """Of van elke tekortkoming de laatste stap zegt dat zij is hersteld."""
    return bool(besluit.gronden) and all(
        is_volgens_werkgever_hersteld([stap for stap in stappen if stap.grond == grond]) for grond in besluit.gronden
    )


def is_volgens_werkgever_hersteld(stappen: Sequence[Herstelstap]) -> bool:
    """Of de laatste stap bij een tekortkoming zegt dat zij hiermee is hersteld."""
    return bool(stappen) and max(stappen, key=lambda stap: stap.gedaan_op).is_hiermee_hersteld is True


@bepaalt("BKP-4-03", per="informatieverzoeken")
def uiterste_dag_antwoord_aan_uwv(
    *, informatieverzoek: Informatieverzoek, informatieantwoorden: tuple[Informatieantwoord, ...]
) -> Uiterlijk | Mist:
    """De laatste dag die UWV voor een antwoord noemt, en wanneer dat antwoord kwam van wie de vraag kreeg."""
    if informatieverzoek.uiterlijk_op is None:
        return mist("informatieverzoeken")
    gegeven = [
        antwoord.gegeven_op
        for antwoord in informatieantwoorden
        if antwoord.vraag_van == informatieverzoek.gevraagd_op and antwoord.door is informatieverzoek.aan
    ]
    return Uiterlijk(informatieverzoek.uiterlijk_op, min(gegeven, default=None))
