"""Artikel 7:629, derde, zesde en zevende lid: loon stoppen of laten wachten als de werknemer niet meewerkt."""

from fractions import Fraction

from poortnormen.feiten.loon import Loonmaatregel, Maatregel, Stopgrond
from poortnormen.norm import bepaalt
from poortnormen.uitkomst import Mist, Nvt, Onverwijld, mist, nvt

_HEEL = Fraction(1)


@bepaalt("BW7-629-3", per="loonmaatregelen")
def grond_van_loonstop(*, loonmaatregel: Loonmaatregel) -> Stopgrond | Mist | Nvt:
    """De grond waarop het loon stopt; zonder grond is er geen recht om te stoppen."""
    if loonmaatregel.soort is not Maatregel.STOP:
        return nvt("opschorting")
    return mist("loonmaatregelen") if loonmaatregel.grond is None else loonmaatregel.grond


@bepaalt("BW7-629-3c", per="loonmaatregelen")
def deel_van_loon_dat_vervalt(*, loonmaatregel: Loonmaatregel) -> Fraction | Nvt:
    """Welk deel van het loon vervalt wie passend werk weigert: alles, ook als het om een deel van de uren gaat."""
    if loonmaatregel.soort is not Maatregel.STOP or loonmaatregel.grond is not Stopgrond.C:
        return nvt("andere_grond")
    return _HEEL


@bepaalt("BW7-629-6", per="loonmaatregelen")
def mag_loon_wachten(*, loonmaatregel: Loonmaatregel) -> bool | Mist | Nvt:
    """Of de betaling mag wachten: alleen bij een schriftelijk voorschrift over inlichtingen."""
    if loonmaatregel.soort is not Maatregel.OPSCHORTING:
        return nvt("loonstop")
    schriftelijk = loonmaatregel.is_voorschrift_schriftelijk
    return mist("loonmaatregelen") if schriftelijk is None else schriftelijk


@bepaalt("BW7-629-7", per="loonmaatregelen")
def aankondiging_van_maatregel(*, loonmaatregel: Loonmaatregel) -> Onverwijld | Mist:
    """Vanaf welke dag de werkgever de werknemer moest zeggen dat het loon stopt of wacht, en wanneer hij dat deed."""
    if loonmaatregel.vermoed_op is None:
        return mist("loonmaatregelen")
    return Onverwijld(loonmaatregel.vermoed_op, gedaan_op=loonmaatregel.gemeld_op)
