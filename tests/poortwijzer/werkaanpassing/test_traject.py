"""From the request to the end: who begins, what stops, what stays open with a reason, and a next round."""

from dataclasses import replace
from datetime import timedelta

import pytest
from trajectwereld import AANVRAAG, Trajectwereld

from poortnormen.bronnen.werkaanpassing.aanvraag import (
    Bereidheid,
    Contracode,
    Indicatie,
    Indicatiecode,
    Startbesluit,
    Voorbereiding,
    Voorgesprek,
)
from poortnormen.bronnen.werkaanpassing.bevinding import Reden
from poortnormen.bronnen.werkaanpassing.evaluatie import Afronding
from poortnormen.bronnen.werkaanpassing.soorten import Antwoord, Besluit, Stap, Uitgangspunt, Variant
from poortnormen.bronnen.werkaanpassing.soorten import Rol as Kernrol
from poortwijzer.accounts.models import Gebruiker
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier
from poortwijzer.dossiers.actions import Conflict, Invoerfout, voeg_betrokkene_toe
from poortwijzer.dossiers.models import Betrokkene, Dossier, Taak
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol
from poortwijzer.werkaanpassing.actions import (
    beslis_over_bezwaar,
    bewaar_knelpunt,
    geef_akkoord_op_afronding,
    leg_afronding_vast,
    leg_bezwaar_vast,
    leg_offerte_vast,
    leg_voorbereiding_vast,
    meld_behandelrelatie,
    neem_begeleiding_op,
    sluit_ronde,
    stop_traject,
    vraag_traject_aan,
    zet_stap,
)
from poortwijzer.werkaanpassing.lezen import Regelinhoud
from poortwijzer.werkaanpassing.models import Traject
from poortwijzer.werkaanpassing.poort import Tegengehouden


def test_vier_rollen_vragen_een_traject_aan_en_er_loopt_er_een_tegelijk(dossier: Dossier, actor):
    for rol in (Rol.ARBEIDSDESKUNDIGE, Rol.PROCESBEGELEIDER, Rol.ARBODIENST):
        with pytest.raises((GeenToegang, NietGevonden)):
            vraag_traject_aan(dossier=dossier, actor=actor(rol), gegevens=AANVRAAG)

    gevraagd = vraag_traject_aan(dossier=dossier, actor=actor(Rol.WERKNEMER), gegevens=AANVRAAG)
    with pytest.raises(Invoerfout):
        vraag_traject_aan(dossier=dossier, actor=actor(Rol.LEIDINGGEVENDE), gegevens=AANVRAAG)

    assert (gevraagd.stand, gevraagd.aangevraagd_als) == ("loopt", "werknemer")


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"indicaties": ()}, "indicaties"),
        ({"indicaties": (Indicatie(code=Indicatiecode.HULP_GEVRAAGD),)}, "indicaties"),
        ({"op": vandaag() + timedelta(days=1)}, "op"),
        ({"uitgangspunt": Uitgangspunt.AANGEPAST_TAKENPAKKET}, "uitgangspunt"),
    ],
)
def test_een_aanvraag_die_niet_kan_maakt_niets(dossier: Dossier, actor, anders, veld):
    with pytest.raises(Invoerfout) as fout:
        vraag_traject_aan(dossier=dossier, actor=actor(Rol.LEIDINGGEVENDE), gegevens=replace(AANVRAAG, **anders))
    assert fout.value.veld == veld
    assert not Traject.objects.exists()


def test_wie_de_werknemer_behandelt_begeleidt_hem_niet(wereld: Trajectwereld):
    wereld.knelpunt(wereld.werknemer, "lang zitten")
    wereld.doe(meld_behandelrelatie, wereld.werknemer)

    assert wereld.traject(wereld.werknemer).begeleider == ""
    with pytest.raises(GeenToegang):
        wereld.lijst(wereld.begeleider, Variant.WERKNEMER)
    with pytest.raises(Tegengehouden) as fout:
        wereld.doe(neem_begeleiding_op, wereld.begeleider, behandelt_werknemer=False)
    assert [deel.code for deel in fout.value.bevindingen] == ["begeleider_behandelt"]


@pytest.mark.parametrize("antwoord", [True, None])
def test_zonder_verklaring_of_met_een_behandelrelatie_neemt_niemand_het_op(dossier: Dossier, actor, antwoord):
    wereld = Trajectwereld(dossier=dossier, actor=actor)
    wereld.id = vraag_traject_aan(dossier=dossier, actor=wereld.leiding, gegevens=AANVRAAG).pk
    with pytest.raises(Tegengehouden):
        wereld.doe(neem_begeleiding_op, wereld.begeleider, behandelt_werknemer=antwoord)
    assert wereld.traject(wereld.begeleider).begeleider == ""


def test_een_andere_begeleider_leest_niets_van_dit_traject_tot_hij_het_opneemt(wereld: Trajectwereld):
    wereld.knelpunt(wereld.werknemer, "lang zitten")
    eerste = wereld.begeleider
    ander = _nog_een_begeleider(wereld)
    wereld.actor = lambda rol, vorige=wereld.actor: ander if rol is Rol.PROCESBEGELEIDER else vorige(rol)

    with pytest.raises(GeenToegang):
        wereld.lijst(ander, Variant.WERKNEMER)
    assert wereld.ronde(ander).bevindingen == ()

    wereld.doe(neem_begeleiding_op, ander, behandelt_werknemer=False)
    assert wereld.teksten(ander, Variant.WERKNEMER) == ["lang zitten"]
    with pytest.raises(GeenToegang):
        wereld.lijst(eerste, Variant.WERKNEMER)


def test_wie_voor_de_werkgever_spreekt_is_geen_begeleider(dossier: Dossier, actor):
    """Neither way round: a manager does not become the guide, and a guide who became a manager gets in no more."""
    begeleider = actor(Rol.PROCESBEGELEIDER)
    Betrokkene.objects.create(
        dossier=dossier,
        gebruiker_id=begeleider.gebruiker_id,
        organisatie_id=dossier.werkgever_id,
        rol=Rol.LEIDINGGEVENDE,
        doel="leiding",
        vanaf=vandaag(),
    )
    with pytest.raises(NietGevonden):
        access_dossier(begeleider, dossier.kenmerk, deel=Deel.WERKAANPASSING)
    with pytest.raises(Invoerfout) as fout:
        voeg_betrokkene_toe(
            dossier=dossier,
            actor=actor(Rol.CASEMANAGER),
            gebruiker_id=actor(Rol.LEIDINGGEVENDE).gebruiker_id,
            rol=Rol.PROCESBEGELEIDER,
            doel="begeleiding",
        )
    assert fout.value.veld == "gebruiker_id"


def test_een_bezwaar_stelt_wie_het_mag_en_de_leiding_beslist_met_een_reden(wereld: Trajectwereld):
    arts = wereld.actor(Rol.BEDRIJFSARTS)
    with pytest.raises(Tegengehouden):
        wereld.doe(leg_bezwaar_vast, wereld.werknemer, code=Contracode.GEEN_RESTCAPACITEIT)
    with pytest.raises(Tegengehouden):
        wereld.doe(leg_bezwaar_vast, arts, code=Contracode.JURIDISCH_CONFLICT)
    wereld.doe(leg_bezwaar_vast, arts, code=Contracode.GEEN_RESTCAPACITEIT)
    assert "contra_indicatie_zonder_besluit" in _codes(wereld)

    besluit = {"code": Contracode.GEEN_RESTCAPACITEIT, "besluit": Startbesluit.TOCH_STARTEN}
    with pytest.raises(Invoerfout):
        wereld.doe(beslis_over_bezwaar, wereld.leiding, **besluit, motivering=" ")
    with pytest.raises(GeenToegang):
        wereld.doe(beslis_over_bezwaar, wereld.werknemer, **besluit, motivering="het kan")
    wereld.doe(beslis_over_bezwaar, wereld.leiding, **besluit, motivering="twee uur per dag gaat wel")
    assert "contra_indicatie_zonder_besluit" not in _codes(wereld)

    wacht = besluit | {"besluit": Startbesluit.OPSCHORTEN, "motivering": "later"}
    with pytest.raises(Invoerfout):
        wereld.doe(beslis_over_bezwaar, wereld.leiding, **wacht)
    wereld.doe(beslis_over_bezwaar, wereld.leiding, **wacht, opnieuw_bekijken_op=vandaag() + timedelta(days=7))
    assert "start_wacht" in _codes(wereld)


def test_een_stap_begint_niet_zolang_er_iets_mist_zonder_reden(wereld: Trajectwereld):
    with pytest.raises(Tegengehouden) as fout:
        wereld.doe(zet_stap, wereld.begeleider, naar=Stap.B2)
    mist = {deel.code for deel in fout.value.bevindingen}
    assert {"niet_gebeld", "bereidheid_onbekend", "niet_gepland", "offerte_niet_akkoord"} <= mist
    assert "poort_dicht" not in mist

    wereld.doe(leg_offerte_vast, wereld.begeleider, aangevraagd_op=vandaag(), akkoord_op=vandaag())
    assert "offerte_niet_akkoord" not in _codes(wereld)
    wereld.naar(Stap.B2, omdat="wij belden zonder lijst")

    ronde = wereld.ronde(wereld.leiding)
    assert ronde.stap is Stap.B2
    (overgang,) = ronde.verloop
    assert (overgang.van, overgang.naar, overgang.door) == ("B1", "B2", wereld.begeleider.naam)
    assert {reden.tekst for reden in overgang.redenen} == {"wij belden zonder lijst"}


def test_een_stap_overslaan_vraagt_zijn_eigen_reden_en_verliest_niets(wereld: Trajectwereld):
    wereld.knelpunt(wereld.werknemer, "lang zitten")
    wereld.naar(Stap.B4, omdat="alles ging in een gesprek")

    (overgang,) = wereld.ronde(wereld.begeleider).verloop
    assert ("stap_overgeslagen", "alles ging in een gesprek") in {(r.code, r.tekst) for r in overgang.redenen}
    wereld.naar(Stap.B2, omdat="toch eerst de knelpunten")
    assert wereld.teksten(wereld.werknemer, Variant.WERKNEMER) == ["lang zitten"]


@pytest.mark.parametrize("rol", [Rol.WERKNEMER, Rol.LEIDINGGEVENDE, Rol.CASEMANAGER])
def test_alleen_de_begeleider_zet_een_stap(wereld: Trajectwereld, rol):
    with pytest.raises(GeenToegang):
        wereld.doe(zet_stap, wereld.actor(rol), naar=Stap.B2)


def test_wat_een_partij_in_b1_zei_leest_de_ander_niet(wereld: Trajectwereld):
    gesprekken = tuple(
        Voorgesprek(partij=partij, gebeld_op=vandaag(), bereid=Bereidheid.NEE, voorwaarde=f"geheim van {partij}")
        for partij in (Kernrol.WERKNEMER, Kernrol.LEIDINGGEVENDE)
    )
    voorbereiding = Voorbereiding(voorgesprekken=gesprekken)
    wereld.doe(leg_voorbereiding_vast, wereld.begeleider, voorbereiding=voorbereiding)
    wereld.naar(Stap.B2, omdat="zij praten toch mee")

    van_leiding, van_werknemer = str(wereld.traject(wereld.leiding)), str(wereld.traject(wereld.werknemer))
    assert "geheim van leidinggevende" in van_leiding
    assert "geheim van werknemer" not in van_leiding
    assert "geheim van leidinggevende" not in van_werknemer
    assert "niet_bereid" not in van_leiding + van_werknemer
    assert "niet_bereid" in str(wereld.traject(wereld.begeleider))
    for rol in (Rol.CASEMANAGER, Rol.BEDRIJFSARTS):
        gezien = wereld.traject(wereld.actor(rol))
        assert "geheim" not in str(gezien)
        assert [ronde.stap for ronde in gezien.rondes] == [Stap.B2]


def test_twee_begeleiders_tegelijk_overschrijven_b1_niet(wereld: Trajectwereld):
    versie = wereld.ronde(wereld.begeleider).versie
    velden = {"voorbereiding": Voorbereiding(consult_aangevraagd=True), "verwachte_versie": versie}
    wereld.doe(leg_voorbereiding_vast, wereld.begeleider, **velden)
    with pytest.raises(Conflict):
        wereld.doe(leg_voorbereiding_vast, wereld.begeleider, **velden)


def test_een_nieuwe_ronde_begint_met_de_oude_knelpunten_en_de_oude_blijft_leesbaar(wereld: Trajectwereld):
    wereld.vastgesteld_samen()
    for stap in (Stap.B2, Stap.B3, Stap.B4, Stap.B5):
        wereld.naar(stap)
    besluit = Afronding(
        vroegtijdig=Antwoord.DEELS,
        duurzaam=Antwoord.NEE,
        oorzaken="de stoel kwam niet",
        besluiten=(Besluit.VERVOLG_B2,),
        motivering="er zijn andere knelpunten",
        verslag_op=vandaag(),
    )
    wereld.doe(leg_afronding_vast, wereld.begeleider, afronding=besluit)
    with pytest.raises(Tegengehouden) as fout:
        wereld.doe(sluit_ronde, wereld.begeleider)
    redenen = tuple(Reden(code=d.code, plek=d.plek, tekst="in een gesprek") for d in fout.value.bevindingen)
    with pytest.raises(Invoerfout, match="beide partijen akkoord"):
        wereld.doe(sluit_ronde, wereld.begeleider, redenen=redenen)
    for partij in (wereld.werknemer, wereld.leiding):
        wereld.doe(geef_akkoord_op_afronding, partij, is_akkoord=True)
    wereld.doe(sluit_ronde, wereld.begeleider, redenen=redenen)

    nieuw, oud = wereld.traject(wereld.werknemer).rondes
    assert (nieuw.nummer, nieuw.stap, oud.gesloten_op) == (2, Stap.B2, vandaag())
    (over,) = wereld.lijst(wereld.werknemer, Variant.WERKNEMER).knelpunten
    assert (over.regel.knelpunt, over.regel.prioriteit, over.is_gevraagd) == ("mijn nek", None, False)
    with pytest.raises(NietGevonden):
        wereld.lijst(wereld.leiding, Variant.GEZAMENLIJK)
    eerder = wereld.lijst(wereld.leiding, Variant.GEZAMENLIJK, ronde=1).knelpunten
    assert sorted(rij.regel.knelpunt for rij in eerder) == ["lang achter elkaar zitten", "te weinig afwisseling"]


def test_een_ander_besluit_vraagt_beide_partijen_opnieuw(wereld: Trajectwereld):
    eerst = Afronding(besluiten=(Besluit.AFGEROND,), motivering="klaar")
    wereld.doe(leg_afronding_vast, wereld.begeleider, afronding=eerst)
    wereld.doe(geef_akkoord_op_afronding, wereld.werknemer, is_akkoord=True)

    wereld.doe(leg_afronding_vast, wereld.begeleider, afronding=replace(eerst, akkoord=(Kernrol.LEIDINGGEVENDE,)))
    assert wereld.ronde(wereld.leiding).afronding.akkoord == (Kernrol.WERKNEMER,)
    wereld.doe(leg_afronding_vast, wereld.begeleider, afronding=replace(eerst, motivering="bijna klaar"))
    assert wereld.ronde(wereld.leiding).afronding.akkoord == ()


def test_na_afronden_of_stoppen_is_alles_nog_te_lezen_en_niets_te_veranderen(wereld: Trajectwereld):
    wereld.knelpunt(wereld.werknemer, "lang zitten")
    with pytest.raises(Invoerfout):
        wereld.doe(stop_traject, wereld.begeleider, reden=" ")
    wereld.doe(stop_traject, wereld.begeleider, reden="de werknemer heeft ander werk")

    assert wereld.traject(wereld.leiding).stand == "gestopt"
    assert wereld.ronde(wereld.werknemer).verloop[0].redenen[0].tekst == "de werknemer heeft ander werk"
    assert wereld.teksten(wereld.werknemer, Variant.WERKNEMER) == ["lang zitten"]
    inhoud = Regelinhoud(hoofdtaak="kassa", werkzaamheid="afrekenen", tekst="haast")
    with pytest.raises(Invoerfout, match="voorbij"):
        wereld.doe(bewaar_knelpunt, wereld.werknemer, variant=Variant.WERKNEMER, inhoud=inhoud)
    assert vraag_traject_aan(dossier=wereld.dossier, actor=wereld.leiding, gegevens=AANVRAAG).pk != wereld.id


@pytest.mark.norm("WAP-B-05", waar="poortwijzer.werkaanpassing.actions.stappen.zet_stap")
def test_een_traject_verschuift_geen_dag_van_het_dossier(dossier: Dossier, actor):
    velden = ("eerstvolgende_norm", "eerstvolgende_dag", "oordeel", "kantelpunt", "aantal_te_laat", "houdbaar_tot")

    def stand() -> tuple[object, ...]:
        dossier.refresh_from_db()
        taken = (
            Taak.objects.filter(dossier=dossier).order_by("norm", "item").values_list("norm", "item", "uiterste_dag")
        )
        return (*(getattr(dossier, veld) for veld in velden), *taken)

    voor = stand()
    assert len(voor) > len(velden)
    wereld = Trajectwereld(dossier=dossier, actor=actor)
    wereld.begin()
    wereld.vastgesteld_samen()
    for stap in (Stap.B2, Stap.B3, Stap.B4, Stap.B5):
        wereld.naar(stap)

    assert stand() == voor


@pytest.mark.norm("WAP-B-01", waar="poortwijzer.werkaanpassing.models.Traject")
def test_een_traject_van_een_ander_dossier_is_er_hier_niet(wereld: Trajectwereld):
    eigen = wereld.dossier
    elders = Dossier.objects.create(werknemer=eigen.werknemer, werkgever=eigen.werkgever, created_at=nu())
    anders = Trajectwereld(dossier=elders, actor=wereld.actor, id=wereld.id)
    with pytest.raises(NietGevonden):
        anders.traject(wereld.werknemer)
    with pytest.raises(NietGevonden):
        anders.knelpunt(wereld.werknemer, "haast")


def _codes(wereld: Trajectwereld) -> set[str]:
    return {deel.code for deel in wereld.ronde(wereld.begeleider).bevindingen}


def _nog_een_begeleider(wereld: Trajectwereld) -> Actor:
    eerste = wereld.begeleider
    gebruiker = Gebruiker.objects.maak(email="ander@demo.example", naam="Bo Vis")
    Betrokkene.objects.create(
        dossier=wereld.dossier,
        gebruiker=gebruiker,
        organisatie_id=eerste.organisatie_id,
        rol=Rol.PROCESBEGELEIDER,
        doel="begeleiding",
        vanaf=vandaag(),
    )
    return Actor(
        gebruiker_id=gebruiker.pk,
        rol=Rol.PROCESBEGELEIDER,
        organisatie_id=eerste.organisatie_id,
        naam=gebruiker.naam,
    )
