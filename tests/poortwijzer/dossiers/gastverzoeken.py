"""What the tests of visitors and of consent share: what is asked for, and a document to share."""

from dataclasses import replace
from datetime import timedelta

from poortwijzer.accounts.gasten import Gastverzoek
from poortwijzer.dossiers.actions import (
    Toestemmingsverzoek,
    beantwoord_toestemming,
    begin_stuk,
    bewaar_stuk,
    stel_stuk_vast,
    vraag_toestemming,
)
from poortwijzer.formulieren.register import soort_van
from poortwijzer.formulieren.services import ontbrekend
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.gasten import Gastdoel
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import Keuze, Toestemmingsdoel

VRAAG = "Wat kan uw patiënt tillen, en hoe lang kan zij staan?"


def vraag(**anders) -> Gastverzoek:
    velden = {
        "doel": Gastdoel.INFORMATIE_AANLEVEREN,
        "deel": Deel.GASTANTWOORDEN,
        "gast": "huisarts Jansen",
        "geldig": timedelta(days=14),
        "vraag": VRAAG,
    }
    return Gastverzoek(**{**velden, **anders})


def lezen(stuk, deel=Deel.PROBLEEMANALYSE) -> Gastverzoek:
    return vraag(doel=Gastdoel.STUK_INZIEN, deel=deel, stuk_id=stuk.pk, vraag="")


def stel_vast(wereld, dossier):
    """Freeze a probleemanalyse with its day, and a reason for all that is missing."""
    actor, dag_veld = wereld.actoren[Rol.BEDRIJFSARTS], soort_van("probleemanalyse").dag
    concept = begin_stuk(dossier=dossier, actor=actor, soort="probleemanalyse")
    wijzigingen = {dag_veld: vandaag().isoformat()}
    bewaard = bewaar_stuk(
        dossier=dossier, actor=actor, stuk_id=concept.pk, wijzigingen=wijzigingen, verwachte_versie=concept.versie
    ).formulier
    redenen = {deel.sleutel: "nog niet bekend" for deel in ontbrekend(bewaard)}
    return stel_stuk_vast(
        dossier=dossier, actor=actor, stuk_id=bewaard.pk, verwachte_versie=bewaard.versie, redenen=redenen
    )


def met_toestemming(wereld, dossier, actor, verzoek: Gastverzoek) -> Gastverzoek:
    """Let the employee agree to exactly this, and let the link rest on that."""
    is_vraag = verzoek.stuk_id is None
    gevraagd = vraag_toestemming(
        dossier=dossier,
        actor=actor,
        verzoek=Toestemmingsverzoek(
            doel=Toestemmingsdoel.BEHANDELAAR_VRAGEN if is_vraag else Toestemmingsdoel.STUK_DELEN,
            aan=verzoek.gast,
            onderwerp=verzoek.vraag,
            onderwerp_id=verzoek.stuk_id,
        ),
    )
    werknemer = wereld.actoren[Rol.WERKNEMER]
    beantwoord_toestemming(dossier=dossier, actor=werknemer, toestemming_id=gevraagd.pk, keuze=Keuze.GEGEVEN)
    return replace(verzoek, toestemming_id=gevraagd.pk)
