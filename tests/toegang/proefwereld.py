"""The world of the access matrix: one person per role, and for each a dossier of every relation, full of canaries.

A canary is a text that stands in one field of one dossier and nowhere else, so that finding it in an answer tells
which field leaked from which dossier: `KANARIE-<dossier>-<field>`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse
from medische_kant import delegeer, schrijf_medisch
from proefbestand import BIJLAGEDELEN, maak_bijlage
from proefrechten import blokkade, correctieverzoek, gastlink, toestemming
from proefstukken import maak_stukken, typ_in_klad

from poortnormen.feiten.stukken import Afwijking
from poortnormen.feiten.weging import Weging
from poortnormen.omzetting import schrijf_waarde
from poortwijzer.accounts import demo
from poortwijzer.accounts.actions.geef_rol import geef_rol
from poortwijzer.accounts.models import Afdeling, Contract, Gebruiker, Organisatie
from poortwijzer.dossiers.actions import Ziekmeldinggegevens, afwijkbare_normen, meld_ziek
from poortwijzer.dossiers.assessments import beoordeel_opnieuw
from poortwijzer.dossiers.models import Accountbevestiging, Betrokkene, Dossier, Feit, Taak, Taakaantekening, Werknemer
from poortwijzer.dossiers.partijen import masker, taken_van
from poortwijzer.formulieren.models import Formulier
from poortwijzer.lib.datums import MAANDEN
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import VOORWAARDEN, Voorwaarde

VAN_OUDS = date(2020, 1, 1)
CONTRACT = uuid4()  # of the employer with the arbodienst
COLLEGA = uuid4()  # who has every role on a dossier at the organisation of whom the matrix has in it
NORM = min(afwijkbare_normen())
KANARIE = re.compile(r"KANARIE-([a-z0-9]+)-([a-z0-9_]+(?:\.[a-z0-9_]+)*)")  # a full stop after it is the sentence's
_ISO = re.compile(r"\b(19\d\d)-(\d\d)-(\d\d)\b")
_IN_WOORDEN = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MAANDEN)}) (19\d\d)\b")
# Facts by the part that they belong to, one of each; the last is known to the employee and the UWV only.
FEITEN: Mapping[str, tuple[str, object]] = {
    "persoon": ("geboortedatum", None),
    "verzuim": ("is_oordeel_zonder_uitstel_gevraagd", True),
    "reintegratie": ("zijn_inspanningen_voldoende", True),
    "dienstverband": ("dienstverband", None),
    "mogelijkheden": ("heeft_mogelijkheden", True),
    "uwv": ("is_kennisgeving_uitgebleven", False),
    "vertrouwelijk": ("is_ziekte_door_zwangerschap", True),
}


class Relatie(StrEnum):
    """What a person is to a dossier, whatever the role he signs in with."""

    ZELF = "zelf"
    """It is about this person."""
    BETROKKEN = "betrokken"
    """The person has the role on it, and it runs today."""
    COLLEGA = "collega"
    """The same employer; the role on it ended yesterday, begins tomorrow, is another role, or is on both sides."""
    ELDERS = "elders"
    """Another tenant; who needs a contract for it has a role on it, and a contract that does not open it."""


@dataclass(frozen=True, kw_only=True)
class Proefdossier:
    """What an address can name of one dossier."""

    merk: str
    dossier: Dossier
    taak_id: UUID
    betrokkene_id: UUID
    link_id: UUID
    toestemming_id: UUID
    regel_id: UUID
    delegatie_id: UUID
    blokkade_id: UUID
    verzoek_id: UUID
    feiten: Mapping[str, UUID]
    stukken: Mapping[str, UUID]
    concepten: Mapping[str, UUID]
    bijlagen: Mapping[str, UUID]


@dataclass(kw_only=True)
class Proefwereld:
    """Who there is. `None` is a visitor without an account."""

    dossiers: dict[str, Proefdossier] = field(default_factory=dict)
    zelf: dict[Rol, str] = field(default_factory=dict)
    browsers: dict[Rol | None, Client] = field(default_factory=dict)
    personen: dict[Rol, UUID] = field(default_factory=dict)
    dagen: dict[date, tuple[str, str]] = field(default_factory=dict)
    begin: datetime | None = None
    """When it was ready: what stands in the log from then on was written by a case."""

    def bij(self, wie: Rol | None, relatie: Relatie) -> Proefdossier:
        """Give the dossier that is `relatie` to this person; a visitor is nobody's, so gets that of an employee."""
        if relatie is Relatie.ZELF:
            return self.dossiers[self.zelf[wie or Rol.WERKNEMER]]
        return self.dossiers[relatie[0]]

    def relatie(self, wie: Rol | None, merk: str) -> Relatie:
        """Give what the person is to the dossier with this mark; the own dossier of another is a colleague's."""
        if wie is not None and self.zelf[wie] == merk:
            return Relatie.ZELF
        return next((relatie for relatie in Relatie if relatie[0] == merk), Relatie.COLLEGA)

    def gevonden_in(self, tekst: str) -> set[tuple[str, str]]:
        """Give the canaries in a text, as (mark of the dossier, field); days in figures and in words."""
        gevonden = set(KANARIE.findall(tekst))
        dagen = [date(int(j), int(m), int(d)) for j, m, d in _ISO.findall(tekst)]
        dagen += [date(int(j), MAANDEN.index(m) + 1, int(d)) for d, m, j in _IN_WOORDEN.findall(tekst)]
        return gevonden | {self.dagen[dag] for dag in dagen if dag in self.dagen}

    def dag(self, merk: str, naam: str) -> date:
        """Give a day of the last century that stands for one field of one dossier."""
        dag = date(1950, 1, 1) + timedelta(days=len(self.dagen))
        self.dagen[dag] = (merk, naam)
        return dag


def maak_wereld() -> Proefwereld:
    """Build it all, through the real acts where there is one for it."""
    wereld = Proefwereld()
    personen = {persoon.rol: persoon for persoon in demo.laad()}
    Contract.objects.filter(opdrachtnemer=demo.ARBODIENST.id).delete()
    Contract.objects.create(
        pk=CONTRACT,
        opdrachtgever_id=demo.WERKGEVER.id,
        opdrachtnemer_id=demo.ARBODIENST.id,
        dienst=Dienst.VERZUIMBEGELEIDING,
        kenmerk="2020-1",
        vanaf=VAN_OUDS,
        geheimhouding=Geheimhoudingsgrond.BEROEP,
        geheimhouding_op=VAN_OUDS,
        bevestigd_op=VAN_OUDS,
    )
    elders = Organisatie.objects.create(naam="Elders", soort="werkgever")
    vreemde = Gebruiker.objects.maak(email="hr@elders.example", naam="HR elders")
    geef_rol(gebruiker=vreemde, rol=Rol.WERKGEVER, organisatie_id=elders.pk, vanaf=VAN_OUDS)
    hr_elders = Actor(gebruiker_id=vreemde.pk, rol=Rol.WERKGEVER, organisatie_id=elders.pk, naam="HR elders")
    # The HR person of the matrix cannot report himself sick, so a colleague does it for all.
    collega = Gebruiker.objects.maak(email="hr2@demo.example", naam="HR collega")
    geef_rol(gebruiker=collega, rol=Rol.WERKGEVER, organisatie_id=demo.WERKGEVER.id, vanaf=VAN_OUDS)
    hr = Actor(gebruiker_id=collega.pk, rol=Rol.WERKGEVER, organisatie_id=demo.WERKGEVER.id, naam="HR collega")
    for relatie, wie in ((Relatie.BETROKKEN, hr), (Relatie.COLLEGA, hr), (Relatie.ELDERS, hr_elders)):
        wereld.dossiers[relatie[0]] = _dossier(wereld, relatie[0], wie, None)
    _bijna_een_contract(elders)
    Gebruiker.objects.maak(id=COLLEGA, email="waarnemer@demo.example", naam="Waarnemer")
    for persoon in personen.values():
        if Voorwaarde.BETROKKEN_IN_ROL in VOORWAARDEN[persoon.rol]:
            geef_rol(
                gebruiker=Gebruiker.objects.get(pk=COLLEGA),
                rol=persoon.rol,
                organisatie_id=persoon.organisatie.id,
                vanaf=VAN_OUDS,
            )
    for nummer, (rol, persoon) in enumerate(personen.items()):
        merk = wereld.zelf[rol] = f"z{nummer}"
        wereld.dossiers[merk] = _dossier(wereld, merk, hr, persoon.id)
        if rol is not Rol.WERKNEMER:  # being ill oneself is enough
            _betrek(wereld.dossiers[merk].dossier, rol, persoon.id)
        _betrek(wereld.dossiers["b"].dossier, rol, persoon.id)
        wereld.personen[rol] = persoon.id
        if Voorwaarde.CONTRACT_LOOPT in VOORWAARDEN[rol]:  # a role alone opens nothing of another tenant
            _betrek(wereld.dossiers["e"].dossier, rol, persoon.id)
        _betrek_net_niet(wereld.dossiers["c"].dossier, rol, persoon.id)
        browser = Client(raise_request_exception=False)
        browser.post(reverse("account_demo", args=[persoon.id]))
        wereld.browsers[rol] = browser
    # What one of them typed and did not save, so that it is seen that what others typed so is looked for.
    eigen = Formulier.objects.get(pk=wereld.dossiers["b"].concepten["evaluatie"])
    typ_in_klad(eigen, wereld.personen[Rol.CASEMANAGER], "KANARIE-b-klad.eigen")
    wereld.browsers[None] = Client(raise_request_exception=False)
    leidinggevende = personen[Rol.LEIDINGGEVENDE].id
    Werknemer.objects.filter(pk=wereld.dossiers["b"].dossier.werknemer_id).update(leidinggevende=leidinggevende)
    wereld.begin = nu()
    return wereld


def _betrek(dossier: Dossier, rol: Rol, gebruiker_id: UUID) -> None:
    Betrokkene.objects.create(
        dossier=dossier,
        gebruiker_id=gebruiker_id,
        organisatie_id=demo.demo_organisatie_id(rol),
        rol=rol,
        doel="begeleiding",
        vanaf=VAN_OUDS,
    )


def _bijna_een_contract(elders: Organisatie) -> None:
    """Let the other tenant have a contract that opens nothing: not confirmed, not begun, over, another service."""
    gisteren, morgen = vandaag() - timedelta(days=1), vandaag() + timedelta(days=1)
    for opdrachtnemer, dienst, vanaf, tot, geheim_op, bevestigd_op in (
        (demo.ARBODIENST, Dienst.VERZUIMBEGELEIDING, VAN_OUDS, None, None, VAN_OUDS),
        (demo.ARBODIENST, Dienst.RE_INTEGRATIE, VAN_OUDS, None, VAN_OUDS, VAN_OUDS),
        (demo.BUREAU, Dienst.ARBEIDSDESKUNDIG_ONDERZOEK, VAN_OUDS, vandaag(), VAN_OUDS, VAN_OUDS),
        (demo.BUREAU, Dienst.ARBEIDSDESKUNDIG_ONDERZOEK, VAN_OUDS, None, VAN_OUDS, None),
        (demo.RE_INTEGRATIEBEDRIJF, Dienst.RE_INTEGRATIE, morgen, None, gisteren, VAN_OUDS),
    ):
        Contract.objects.create(
            opdrachtgever=elders,
            opdrachtnemer_id=opdrachtnemer.id,
            dienst=dienst,
            kenmerk="bijna",
            vanaf=vanaf,
            tot=tot,
            geheimhouding="" if geheim_op is None else Geheimhoudingsgrond.BEROEP,
            geheimhouding_op=geheim_op,
            bevestigd_op=bevestigd_op,
        )


def _betrek_net_niet(dossier: Dossier, rol: Rol, gebruiker_id: UUID) -> None:
    """Give a role that ended, one to come, and one not the own; a bedrijfsarts the own, beside an employer's."""
    morgen = vandaag() + timedelta(days=1)
    andere = Rol.CASEMANAGER if rol is Rol.BEDRIJFSARTS else Rol.BEDRIJFSARTS
    later = () if rol is Rol.BEDRIJFSARTS else ((rol, morgen, None),)  # the own one of the bedrijfsarts has begun
    for als, vanaf, tot in ((rol, VAN_OUDS, vandaag()), *later, (andere, VAN_OUDS, None)):
        Betrokkene.objects.create(
            dossier=dossier,
            gebruiker_id=gebruiker_id,
            organisatie_id=demo.demo_organisatie_id(rol),
            rol=als,
            doel="begeleiding",
            vanaf=vanaf,
            tot=tot,
        )
    if rol is Rol.BEDRIJFSARTS:
        _betrek(dossier, rol, gebruiker_id)


def _dossier(wereld: Proefwereld, merk: str, hr: Actor, gebruiker_id: UUID | None) -> Proefdossier:
    def kanarie(naam: str) -> str:
        return f"KANARIE-{merk}-{naam}"

    afdeling = Afdeling.objects.create(organisatie_id=hr.organisatie_id, naam=kanarie("werknemer.afdeling"))
    werknemer = Werknemer.objects.create(
        organisatie_id=hr.organisatie_id,
        afdeling=afdeling,
        gebruiker_id=gebruiker_id,
        naam=kanarie("werknemer.naam"),
        functie=kanarie("werknemer.functie"),
        personeelsnummer=kanarie("werknemer.personeelsnummer"),
        geboortedatum=wereld.dag(merk, "werknemer.geboortedatum"),
        uren_per_week=36,
    )
    if gebruiker_id is not None:
        Accountbevestiging.objects.create(
            werknemer=werknemer,
            gebruiker_id=gebruiker_id,
            organisatie_id=demo.ARBODIENST.id,
            expires_at=nu(),
            bevestigd_op=nu(),
        )
    dossier = meld_ziek(
        werknemer_id=werknemer.pk,
        actor=hr,
        gegevens=Ziekmeldinggegevens(
            eerste_ziektedag=vandaag() - timedelta(weeks=10),
            bereikbaar_op=kanarie("ziekmelding.bereikbaar_op"),
            verblijfadres=kanarie("ziekmelding.verblijfadres"),
            lopend_werk=kanarie("ziekmelding.lopend_werk"),
        ),
    )
    dossier.kenmerk = kanarie("dossier.kenmerk")
    dossier.save(update_fields=["kenmerk"])
    betrokkene = Betrokkene.objects.create(
        dossier=dossier,
        gebruiker_id=hr.gebruiker_id,
        organisatie_id=hr.organisatie_id,
        rol=Rol.CASEMANAGER,
        doel=kanarie("betrokkene.doel"),
        vanaf=wereld.dag(merk, "betrokkene.vanaf"),
    )
    feiten = _feiten(wereld, merk, dossier, hr)
    beoordeel_opnieuw(dossier, vandaag())
    stukken, concepten = maak_stukken(wereld.dag, merk, dossier, hr)
    return Proefdossier(
        merk=merk,
        dossier=dossier,
        taak_id=_taak(wereld, merk, dossier, hr),
        betrokkene_id=betrokkene.pk,
        link_id=gastlink(merk, dossier, hr),
        toestemming_id=toestemming(merk, dossier, hr),
        regel_id=schrijf_medisch(merk, dossier, hr, dag=wereld.dag),
        delegatie_id=delegeer(dossier, hr),
        blokkade_id=blokkade(merk, dossier, hr),
        verzoek_id=correctieverzoek(merk, dossier, hr, stukken["probleemanalyse"]),
        feiten=feiten,
        stukken=stukken,
        concepten=concepten,
        bijlagen={deel: maak_bijlage(wereld.dag, merk, deel, dossier, hr) for deel in BIJLAGEDELEN},
    )


def _feiten(wereld: Proefwereld, merk: str, dossier: Dossier, hr: Actor) -> dict[str, UUID]:
    voorstel = schrijf_waarde(
        Afwijking(norm=NORM, nieuwe_dag=vandaag() + timedelta(days=200), reden=f"KANARIE-{merk}-feit.afwijkingen")
    )
    geboren = wereld.dag(merk, "feit.persoon").isoformat()
    begin = wereld.dag(merk, "feit.dienstverband").isoformat()
    waarden = {**dict(FEITEN.values()), "geboortedatum": geboren, "dienstverband": {"begin": begin}}
    per_deel = {**{deel: naam for deel, (naam, _) in FEITEN.items()}, "afwijkingen": "afwijkingen"}
    waarden["afwijkingen"] = voorstel
    verslag = wereld.dag(merk, "feit.reintegratieverslag").isoformat()
    Feit.objects.create(
        dossier=dossier,
        volgnummer=49,
        naam="stukken",
        waarde={"soort": "reintegratieverslag", "opgesteld_op": verslag},
        vastgelegd_op=nu(),
        gever="werkgever",
        vastgelegd_door_id=hr.gebruiker_id,
    )
    gemaakt: dict[str, UUID] = {}
    for nummer, (deel, naam) in enumerate(per_deel.items(), start=50):
        feit = Feit.objects.create(
            dossier=dossier,
            volgnummer=nummer,
            naam=naam,
            waarde=waarden[naam],
            op=vandaag() if isinstance(waarden[naam], bool) else None,
            vastgelegd_op=nu(),
            gever={"mogelijkheden": "bedrijfsarts", "vertrouwelijk": "werknemer"}.get(deel, "werkgever"),
            vastgelegd_door_id=hr.gebruiker_id,
            motivering=f"KANARIE-{merk}-feit.{deel}",
            weging=schrijf_waarde(Weging(tegenwicht=f"KANARIE-{merk}-feit.{deel}")) if deel == "reintegratie" else None,
        )
        gemaakt[deel] = feit.pk
    return gemaakt


def _taak(wereld: Proefwereld, merk: str, dossier: Dossier, hr: Actor) -> UUID:
    # A fixed one: what a page offers depends on the norm, and the ids are random.
    voorbeeld = Taak.objects.filter(dossier=dossier).order_by("norm", "soort", "item").first()
    assert voorbeeld is not None
    taak = Taak.objects.create(
        dossier=dossier,
        werkgever=dossier.werkgever,
        soort="moment",
        norm=voorbeeld.norm,
        item="kanarie",
        partijen=masker({partij for rol in Rol for partij in taken_van(rol)}),
        status=voorbeeld.status,
        gevolg_rang=0,
        uitleg=voorbeeld.uitleg,
        notitie=f"KANARIE-{merk}-taak.notitie",
    )
    Taakaantekening.objects.create(
        dossier=dossier,
        taaksoort="moment",
        norm=voorbeeld.norm,
        item="kanarie",
        soort="notitie",
        door_id=hr.gebruiker_id,
        op=nu(),
        tekst=f"KANARIE-{merk}-taak.notitie",
    )
    return taak.pk
