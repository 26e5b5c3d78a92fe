"""What the world of the access matrix lacks: rows of both employers in the tables that it leaves empty."""

from datetime import timedelta
from uuid import UUID, uuid4

from proefwereld import Proefwereld

from poortnormen.bronnen.werkaanpassing.soorten import Variant
from poortwijzer.accounts.models import Leessignaal, Noodtoegang, Organisatie, Rolvervulling, Uitnodiging
from poortwijzer.audit.models import Snoeipunt
from poortwijzer.dossiers.models import (
    Accountbevestiging,
    Bewaartermijn,
    Dossier,
    Toestemmingskeuze,
    Waarneming,
    Wisregel,
    Wisronde,
    Wissing,
)
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.medisch.models import Overdracht
from poortwijzer.werkaanpassing.models import Knelpuntregel, Lijst, Oplossingregel, Ronde, Traject

MORGEN = timedelta(days=1)


def vul_aan(wereld: Proefwereld) -> None:
    for merk in ("c", "e"):
        proef = wereld.dossiers[merk]
        werkgever, dossier = proef.dossier.werkgever_id, proef.dossier
        mensen = Rolvervulling.objects.filter(organisatie=werkgever).order_by("pk").values_list("gebruiker", flat=True)
        wie, ander = mensen[0], Rolvervulling.objects.exclude(organisatie=werkgever)[0].gebruiker_id
        Uitnodiging.objects.create(
            token_hash=uuid4().hex,
            email=f"nieuw@{merk}.example",
            naam="Nieuw",
            rol="werkgever",
            organisatie_id=werkgever,
            expires_at=nu() + MORGEN,
        )
        Noodtoegang.objects.create(
            dossier_id=dossier.pk,
            werkgever_id=werkgever,
            gebruiker_id=wie,
            rol="casemanager",
            organisatie_id=werkgever,
            grond="termijn",
            vanaf=nu() - 2 * MORGEN,
            tot=nu() - MORGEN,
        )
        Leessignaal.objects.create(gebruiker_id=wie, rol="werkgever", organisatie_id=werkgever, aantal_dossiers=99)
        Snoeipunt.objects.create(organisatie_id=werkgever, aantal=1, hash="x", tijdstip=nu(), handtekening="x")
        Toestemmingskeuze.objects.create(
            dossier=dossier,
            toestemming_id=proef.toestemming_id,
            keuze="gegeven",
            wijze="zelf",
            door_id=wie,
            op=nu(),
        )
        Waarneming.objects.create(
            afwezige_id=wie,
            waarnemer_id=ander,
            organisatie_id=werkgever,
            rol="casemanager",
            vanaf=vandaag(),
            tot=vandaag() + MORGEN,
            created_by_id=wie,
        )
        Accountbevestiging.objects.create(
            werknemer=dossier.werknemer,
            gebruiker_id=ander,
            organisatie_id=werkgever,
            code_hash="x",
            created_by_id=wie,
            expires_at=nu() + MORGEN,
        )
        Overdracht.objects.create(
            dossier=dossier,
            van_id=werkgever,
            naar_id=Organisatie.objects.exclude(pk=werkgever)[0].pk,
            grond="toestemming",
            verteld_op=vandaag(),
            created_by_id=wie,
        )
        Bewaartermijn.objects.create(
            organisatie_id=werkgever, deel="medisch", jaren=20, motivering="x", created_by_id=wie, created_at=nu()
        )
        maak_traject(dossier, begeleider_id=wie)
        _wissen(dossier)


def maak_traject(dossier: Dossier, *, begeleider_id: UUID) -> Traject:
    """Make a trajectory with a row on each of the three forms, and an idea of each party."""
    traject = Traject.objects.create(
        dossier=dossier,
        aanvraag={"tekst": "x"},
        aangevraagd_op=vandaag(),
        aangevraagd_als="leidinggevende",
        begeleider_id=begeleider_id,
        begeleider_verklaarde_op=nu(),
        created_by_id=begeleider_id,
    )
    ronde = Ronde.objects.create(dossier=dossier, traject=traject, nummer=1, stap="B1", begonnen_op=vandaag())
    for variant in Variant:
        lijst = Lijst.objects.create(dossier=dossier, ronde=ronde, variant=str(variant))
        regel = Knelpuntregel.objects.create(dossier=dossier, lijst=lijst, inhoud={"tekst": "x"})
    for partij in ("werknemer", "leidinggevende"):
        Oplossingregel.objects.create(
            dossier=dossier, ronde=ronde, knelpunt=regel, aangedragen_door=partij, inhoud={"tekst": "x"}
        )
    return traject


def _wissen(dossier: Dossier) -> None:
    ronde = Wisronde.objects.create(
        organisatie_id=dossier.werkgever_id, grond="verzoek", peildatum=vandaag(), created_at=nu()
    )
    Wisregel.objects.create(
        ronde=ronde, dossier_id=dossier.pk, kenmerk=dossier.kenmerk, deel="re_integratie", uitkomst="weg"
    )
    # Of a dossier that is long gone: else the triggers would let go of this one.
    Wissing.objects.create(
        dossier_id=uuid4(),
        kenmerk="weg",
        deel="re_integratie",
        organisatie_id=dossier.werkgever_id,
        grond="verzoek",
        begonnen_op=nu(),
    )
