"""No row in the log, no act: when the log refuses its row, nothing of the act is left. Tried on every act there is."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import uuid4

import pytest
from gastverzoeken import vraag
from regelproef import Proef, handelingen

from poortwijzer.accounts.gasten import gast_met_link, gast_met_token
from poortwijzer.accounts.models import Contract, Gebruiker, Noodtoegang, Organisatie, Rolvervulling
from poortwijzer.bijlagen.keuring import Goedgekeurd
from poortwijzer.bijlagen.typen import Bestandstype
from poortwijzer.dossiers import actions
from poortwijzer.dossiers.actions.bewaren import Wisverzoek
from poortwijzer.dossiers.keuzes import Afzender, Blokkadegrond, Correctieantwoord
from poortwijzer.dossiers.models import Accountbevestiging, Dossier
from poortwijzer.dossiers.queries import werklijst
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.register import soort_van
from poortwijzer.formulieren.services import ontbrekend
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.nood import Noodgrond, Noodoordeel
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import Keuze, Toestemmingsdoel, Wijze

pytestmark = pytest.mark.een_database("postgresql")

DAG = timedelta(days=1)
GEEN_HANDELING = {
    "afwijkbare_normen": "a list of norms",
    "gevolgen_van_einde": "a question: what would end",
}
HANDELINGEN = handelingen(actions.__all__, actions, geen=GEEN_HANDELING)


@pytest.fixture
def proef() -> Proef:
    return Proef()


def test_zonder_regel_geen_enkele_handeling(wereld, proef):
    dossier = _verzuim(wereld, proef)
    _feiten_en_afwijking(wereld, proef, dossier)
    _mensen(wereld, proef, dossier)
    _stukken(wereld, proef, dossier)
    _taken(wereld, proef)
    _bijlagen(wereld, proef, dossier)
    _toestemming_en_gasten(wereld, proef, dossier)
    _correctie(wereld, proef, dossier)
    _account(wereld, proef, dossier)
    _collegas(wereld, proef, dossier)
    proef(actions.meld_herstel, dossier=dossier, actor=wereld.hr, hersteld_op=vandaag())
    proef(actions.sluit_dossier, dossier=dossier, actor=wereld.actoren[Rol.CASEMANAGER])
    proef(actions.heropen_dossier, dossier=dossier, actor=wereld.actoren[Rol.CASEMANAGER])
    _bewaren(wereld, proef)
    _contract(wereld, proef)
    assert HANDELINGEN - proef.gedaan == set()


def _verzuim(wereld, proef):
    gegevens = actions.Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(days=70))
    dossier = proef(actions.meld_ziek, werknemer_id=wereld.werknemer.pk, actor=wereld.hr, gegevens=gegevens)
    wereld.betrek(dossier)
    proef(
        actions.leg_hervatting_vast,
        dossier=dossier,
        actor=wereld.hr,
        vanaf=vandaag() - timedelta(days=5),
        uren_per_week=Fraction(8),
    )
    return dossier


def _feiten_en_afwijking(wereld, proef, dossier):
    arts = wereld.actoren[Rol.BEDRIJFSARTS]
    feit = proef(actions.leg_feit_vast, dossier=dossier, actor=arts, naam="dreigt_langdurig_verzuim", waarde=True)
    proef(actions.trek_feit_in, dossier=dossier, actor=arts, feit_id=feit.pk, motivering="vergissing")
    actions.leg_feit_vast(dossier=dossier, actor=arts, naam="dreigt_langdurig_verzuim", waarde=True)
    voorstel = proef(
        actions.stel_afwijking_voor,
        dossier=dossier,
        actor=wereld.hr,
        norm="PRG-2-2",
        nieuwe_dag=vandaag() + timedelta(days=40),
        reden="arts met verlof",
    )
    proef(
        actions.reageer_op_afwijking,
        dossier=dossier,
        actor=wereld.actoren[Rol.WERKNEMER],
        feit_id=voorstel.pk,
        is_akkoord=True,
    )


def _mensen(wereld, proef, dossier):
    casemanager = wereld.actoren[Rol.CASEMANAGER]
    nieuw = Gebruiker.objects.maak(email="nieuw@hier.example", naam="Nieuw")
    for rol in (Rol.PROCESBEGELEIDER, Rol.WERKNEMER):
        Rolvervulling.objects.create(gebruiker=nieuw, rol=rol, organisatie=wereld.werkgever, vanaf=date(2020, 1, 1))
    betrokkene = proef(
        actions.voeg_betrokkene_toe,
        dossier=dossier,
        actor=casemanager,
        gebruiker_id=nieuw.pk,
        rol=Rol.PROCESBEGELEIDER,
        doel="begeleiding",
        vanaf=vandaag() - timedelta(days=3),
    )
    proef(
        actions.beeindig_betrokkenheid, dossier=dossier, actor=casemanager, betrokkene_id=betrokkene.pk, tot=vandaag()
    )
    werknemer = proef(
        actions.voeg_werknemer_toe,
        actor=wereld.hr,
        gegevens=actions.Werknemergegevens(naam="Nieuw", personeelsnummer="9"),
    )
    wie = {"actor": wereld.hr, "werknemer_id": werknemer.pk, "gebruiker_id": nieuw.pk}
    proef(actions.koppel_account, **wie)
    proef(actions.koppel_account_los, **wie)


def _stukken(wereld, proef, dossier):
    casemanager, op = wereld.actoren[Rol.CASEMANAGER], {"dossier": dossier}
    op["actor"] = casemanager
    werknemer = {**op, "actor": wereld.actoren[Rol.WERKNEMER]}
    stuk = proef(actions.begin_stuk, **op, soort="plan_van_aanpak")
    dag = {soort_van("plan_van_aanpak").dag: vandaag().isoformat()}
    proef(actions.bewaar_klad, **op, stuk_id=stuk.pk, klad="versie=0")
    proef(actions.bewaar_stuk, **op, stuk_id=stuk.pk, wijzigingen=dag, verwachte_versie=stuk.versie)
    stuk = Formulier.objects.get(pk=stuk.pk)
    woorden = {"wijzigingen": {"visie_werknemer": "Hij wil terug."}, "namens": Rol.WERKNEMER}
    actions.bewaar_stuk(**op, stuk_id=stuk.pk, verwachte_versie=stuk.versie, **woorden)
    proef(actions.bevestig_dictaat, **werknemer, stuk_id=stuk.pk, namens=Rol.WERKNEMER)
    stuk = Formulier.objects.get(pk=stuk.pk)
    redenen = {deel.sleutel: "nog niet bekend" for deel in ontbrekend(stuk)}
    proef(actions.stel_stuk_vast, **op, stuk_id=stuk.pk, verwachte_versie=stuk.versie, redenen=redenen)
    proef(actions.reageer_op_stuk, **werknemer, stuk_id=stuk.pk, standpunt="eens")
    proef(actions.leg_afschrift_vast, **op, stuk_id=stuk.pk, ontvanger="werknemer", verstrekt_op=vandaag())
    proef(actions.begin_nieuwe_versie, **op, stuk_id=stuk.pk)


def _taken(wereld, proef):
    taak = werklijst(wereld.hr).regels[0]
    wie = {"taak_id": taak.taak_id, "actor": wereld.hr}
    proef(actions.neem_taak, **wie)
    proef(actions.noteer_bij_taak, **wie, tekst="gebeld")
    proef(actions.stel_taak_uit, **wie, tot=vandaag() + timedelta(days=3), reden="vakantie")
    proef(actions.hervat_taak, **wie)
    proef(actions.laat_taak_los, **wie)


def _bijlagen(wereld, proef, dossier):
    casemanager, arts = wereld.actoren[Rol.CASEMANAGER], wereld.actoren[Rol.BEDRIJFSARTS]

    def voeg_toe(inhoud, van_op):
        return proef(
            actions.voeg_bijlage_toe,
            dossier=dossier,
            actor=casemanager,
            bestand=Goedgekeurd(naam="analyse.pdf", soort=Bestandstype.PDF, inhoud=inhoud),
            ontvangst=actions.Ontvangst(
                deel=Deel.PROBLEEMANALYSE,
                van_op=van_op,
                ontvangen_op=vandaag(),
                ontvangen_van=Afzender.BEDRIJFSARTS,
                telt_mee=True,
            ),
        )

    blijft, gaat = voeg_toe(b"%PDF-1", vandaag() - 20 * DAG), voeg_toe(b"%PDF-2", vandaag() - 10 * DAG)
    proef(actions.bevestig_bijlage, dossier=dossier, actor=arts, bijlage_id=blijft.pk)
    proef(
        actions.trek_bijlage_in, dossier=dossier, actor=casemanager, bijlage_id=gaat.pk, motivering="van iemand anders"
    )


def _toestemming_en_gasten(wereld, proef, dossier):
    arts, werknemer = wereld.actoren[Rol.BEDRIJFSARTS], wereld.actoren[Rol.WERKNEMER]
    gastvraag = vraag()
    gevraagd = actions.Toestemmingsverzoek(
        doel=Toestemmingsdoel.BEHANDELAAR_VRAGEN, aan=gastvraag.gast, onderwerp=gastvraag.vraag
    )
    toestemming = proef(actions.vraag_toestemming, dossier=dossier, actor=arts, verzoek=gevraagd)
    antwoord = {"dossier": dossier, "actor": werknemer, "toestemming_id": toestemming.pk}
    proef(actions.beantwoord_toestemming, **antwoord, keuze=Keuze.GEGEVEN)
    link = replace(gastvraag, toestemming_id=toestemming.pk)
    gast = gast_met_token(proef(actions.geef_gastlink, dossier=dossier, actor=arts, verzoek=link))
    assert gast
    proef(actions.trek_gasttoegang_in, dossier=dossier, actor=arts, link_id=gast.link_id)
    # With a link that rests on it: withdrawing the consent closes that too, or neither.
    open_link = gast_met_token(actions.geef_gastlink(dossier=dossier, actor=arts, verzoek=link))
    proef(actions.beantwoord_toestemming, **antwoord, keuze=Keuze.INGETROKKEN)
    assert open_link
    assert gast_met_link(open_link.link_id) is None

    zonder_account = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    mondeling = actions.vraag_toestemming(dossier=zonder_account, actor=arts, verzoek=gevraagd)
    proef(
        actions.noteer_toestemming,
        dossier=zonder_account,
        actor=arts,
        toestemming_id=mondeling.pk,
        genoteerd=actions.Genoteerd(keuze=Keuze.GEWEIGERD, wijze=Wijze.MONDELING, gezegd_op=vandaag()),
    )


def _correctie(wereld, proef, dossier):
    casemanager = wereld.actoren[Rol.CASEMANAGER]
    feit = actions.leg_feit_vast(dossier=dossier, actor=casemanager, naam="is_eigenrisicodrager", waarde=False)
    verzoek = proef(
        actions.vraag_correctie,
        dossier=dossier,
        actor=wereld.actoren[Rol.WERKNEMER],
        feit_id=feit.pk,
        verzoek="Dit is niet zo.",
    )
    proef(
        actions.beantwoord_correctie,
        dossier=dossier,
        actor=casemanager,
        verzoek_id=verzoek.pk,
        antwoord=Correctieantwoord.VERBETERD,
        toelichting="Nagevraagd en verbeterd.",
    )


def _account(wereld, proef, dossier):
    Accountbevestiging.objects.all().delete()
    code = proef(actions.geef_code, dossier=dossier, actor=wereld.actoren[Rol.BEDRIJFSARTS])
    assert proef(actions.vul_code_in, dossier=dossier, actor=wereld.actoren[Rol.WERKNEMER], code=code)


def _collegas(wereld, proef, dossier):
    arts, casemanager = wereld.actoren[Rol.BEDRIJFSARTS], wereld.actoren[Rol.CASEMANAGER]
    delegatie = proef(
        actions.delegeer,
        dossier=dossier,
        actor=arts,
        gedelegeerde_id=_persoon(wereld.arbodienst, Rol.BEDRIJFSARTS).gebruiker_id,
        taken=tuple(Deeltaak),
        tot=vandaag() + 30 * DAG,
    )
    proef(actions.trek_delegatie_in, dossier=dossier, actor=arts, delegatie_id=delegatie.pk)

    collega = _persoon(wereld.werkgever, Rol.CASEMANAGER)
    proef(actions.neem_noodtoegang, actor=collega, kenmerk=dossier.kenmerk, grond=Noodgrond.WAARNEMING)
    proef(
        actions.beoordeel_noodtoegang,
        actor=wereld.actoren[Rol.PRIVACY_OFFICER],
        noodtoegang_id=Noodtoegang.objects.get().pk,
        oordeel=Noodoordeel.TERECHT,
    )
    waarneming = proef(
        actions.regel_waarneming,
        actor=wereld.hr,
        afwezige_id=casemanager.gebruiker_id,
        waarnemer_id=collega.gebruiker_id,
        rol=Rol.CASEMANAGER,
        vanaf=vandaag(),
        tot=vandaag() + 14 * DAG,
    )
    proef(actions.beeindig_waarneming, actor=wereld.hr, waarneming_id=waarneming.pk)


def _bewaren(wereld, proef):
    hr, beheerder = wereld.hr, wereld.actoren[Rol.BEHEERDER]
    dossier = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    uit_dienst = {"begin": "2010-01-01", "einde": "2020-06-30"}
    actions.leg_feit_vast(dossier=dossier, actor=hr, naam="dienstverband", waarde=uit_dienst)
    for vanaf in (vandaag(), vandaag() - DAG):  # one that never held anything goes, one that did stays
        blokkade = proef(
            actions.blokkeer_wissen,
            dossier=dossier,
            actor=hr,
            deel=Vaksoort.RE_INTEGRATIE,
            grond=Blokkadegrond.CONFLICT,
            vanaf=vanaf,
        )
        proef(actions.herzie_blokkade, dossier=dossier, actor=hr, blokkade_id=blokkade.pk)
        proef(actions.beeindig_blokkade, dossier=dossier, actor=hr, blokkade_id=blokkade.pk)
    proef(actions.kies_bewaartermijn, actor=hr, deel="re_integratie", jaren=1, motivering="zo kort mogelijk")
    voorstel = proef(actions.stel_wissen_voor, actor=beheerder)
    assert voorstel
    proef(actions.trek_wissen_in, actor=beheerder, ronde_id=voorstel.pk)
    verzoek = proef(
        actions.stel_wissen_op_verzoek_voor,
        actor=beheerder,
        kenmerk=dossier.kenmerk,
        deel=Vaksoort.RE_INTEGRATIE,
        verzoek=Wisverzoek(verzocht_op=vandaag(), uitzondering="plicht", uitzondering_geldt=False),
    )
    proef(actions.keur_wissen_goed, actor=hr, ronde_id=verzoek.pk)


def _contract(wereld, proef):
    """With somebody who works through it, so that there is something to end."""
    dossier, arts = Dossier.objects.first(), _persoon(wereld.arbodienst, Rol.BEDRIJFSARTS)
    actions.voeg_betrokkene_toe(
        dossier=dossier,
        actor=wereld.actoren[Rol.CASEMANAGER],
        gebruiker_id=arts.gebruiker_id,
        rol=arts.rol,
        doel="begeleiding",
    )
    contract = Contract.objects.get(opdrachtnemer=wereld.arbodienst)
    gevolgen = proef(actions.beeindig_contract, actor=wereld.hr, contract_id=contract.pk)
    assert gevolgen.per_rol[Rol.BEDRIJFSARTS] >= 1


def _persoon(organisatie: Organisatie, rol: Rol) -> Actor:
    gebruiker = Gebruiker.objects.maak(email=f"{rol}@{uuid4()}.example", naam=f"Collega {rol}")
    Rolvervulling.objects.create(gebruiker=gebruiker, rol=rol, organisatie=organisatie, vanaf=date(2020, 1, 1))
    return Actor(gebruiker_id=gebruiker.pk, rol=rol, organisatie_id=organisatie.pk, naam=gebruiker.naam)
