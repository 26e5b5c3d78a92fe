"""The acts on a dossier: one function per act, keyword-only, with the actor; web, API and commands call the same.

Each runs in one transaction: check, do, judge again, record. A refusal is recorded too.
"""

from poortwijzer.dossiers.actions.afwijking import reageer_op_afwijking, stel_afwijking_voor
from poortwijzer.dossiers.actions.betrokkenen import beeindig_betrokkenheid, voeg_betrokkene_toe
from poortwijzer.dossiers.actions.bevestigen import geef_code, vul_code_in
from poortwijzer.dossiers.actions.bewaren import (
    beeindig_blokkade,
    blokkeer_wissen,
    herzie_blokkade,
    keur_wissen_goed,
    kies_bewaartermijn,
    stel_wissen_op_verzoek_voor,
    stel_wissen_voor,
    trek_wissen_in,
)
from poortwijzer.dossiers.actions.bijlagen import (
    Ontvangst,
    bevestig_bijlage,
    trek_bijlage_in,
    voeg_bijlage_toe,
)
from poortwijzer.dossiers.actions.contracten import Gevolgen, beeindig_contract, gevolgen_van_einde
from poortwijzer.dossiers.actions.correctie import beantwoord_correctie, vraag_correctie
from poortwijzer.dossiers.actions.delegeren import delegeer, trek_delegatie_in
from poortwijzer.dossiers.actions.feiten import leg_feit_vast, trek_feit_in
from poortwijzer.dossiers.actions.gastlinks import geef_gastlink, trek_gasttoegang_in
from poortwijzer.dossiers.actions.kader import Conflict, Invoerfout
from poortwijzer.dossiers.actions.noodtoegang import beoordeel_noodtoegang, neem_noodtoegang
from poortwijzer.dossiers.actions.sluiten import heropen_dossier, sluit_dossier
from poortwijzer.dossiers.actions.stukken import (
    begin_nieuwe_versie,
    begin_stuk,
    bevestig_dictaat,
    bewaar_klad,
    bewaar_stuk,
    leg_afschrift_vast,
    reageer_op_stuk,
    stel_stuk_vast,
)
from poortwijzer.dossiers.actions.taken import (
    hervat_taak,
    laat_taak_los,
    neem_taak,
    noteer_bij_taak,
    stel_taak_uit,
)
from poortwijzer.dossiers.actions.toestemming import (
    Genoteerd,
    Toestemmingsverzoek,
    beantwoord_toestemming,
    noteer_toestemming,
    vraag_toestemming,
)
from poortwijzer.dossiers.actions.verzuim import (
    Ziekmeldinggegevens,
    leg_hervatting_vast,
    meld_herstel,
    meld_ziek,
)
from poortwijzer.dossiers.actions.waarneming import beeindig_waarneming, regel_waarneming
from poortwijzer.dossiers.actions.werknemers import (
    Werknemergegevens,
    koppel_account,
    koppel_account_los,
    voeg_werknemer_toe,
)
from poortwijzer.dossiers.knoppen import afwijkbare_normen

__all__ = [
    "Conflict",
    "Genoteerd",
    "Gevolgen",
    "Invoerfout",
    "Ontvangst",
    "Toestemmingsverzoek",
    "Werknemergegevens",
    "Ziekmeldinggegevens",
    "afwijkbare_normen",
    "beantwoord_correctie",
    "beantwoord_toestemming",
    "beeindig_betrokkenheid",
    "beeindig_blokkade",
    "beeindig_contract",
    "beeindig_waarneming",
    "begin_nieuwe_versie",
    "begin_stuk",
    "beoordeel_noodtoegang",
    "bevestig_bijlage",
    "bevestig_dictaat",
    "bewaar_klad",
    "bewaar_stuk",
    "blokkeer_wissen",
    "delegeer",
    "geef_code",
    "geef_gastlink",
    "gevolgen_van_einde",
    "heropen_dossier",
    "hervat_taak",
    "herzie_blokkade",
    "keur_wissen_goed",
    "kies_bewaartermijn",
    "koppel_account",
    "koppel_account_los",
    "laat_taak_los",
    "leg_afschrift_vast",
    "leg_feit_vast",
    "leg_hervatting_vast",
    "meld_herstel",
    "meld_ziek",
    "neem_noodtoegang",
    "neem_taak",
    "noteer_bij_taak",
    "noteer_toestemming",
    "reageer_op_afwijking",
    "reageer_op_stuk",
    "regel_waarneming",
    "sluit_dossier",
    "stel_afwijking_voor",
    "stel_stuk_vast",
    "stel_taak_uit",
    "stel_wissen_op_verzoek_voor",
    "stel_wissen_voor",
    "trek_bijlage_in",
    "trek_delegatie_in",
    "trek_feit_in",
    "trek_gasttoegang_in",
    "trek_wissen_in",
    "voeg_betrokkene_toe",
    "voeg_bijlage_toe",
    "voeg_werknemer_toe",
    "vraag_correctie",
    "vraag_toestemming",
    "vul_code_in",
]
