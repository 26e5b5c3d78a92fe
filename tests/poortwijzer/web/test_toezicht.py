"""The privacy officer, emergency access, and what happens to who reads too much."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from poortwijzer.accounts import demo
from poortwijzer.accounts.models import Gebruiker
from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.actions import Ziekmeldinggegevens, meld_ziek
from poortwijzer.dossiers.models import Dossier, Werknemer
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def ander_dossier(actor):
    """A dossier on which nobody but the employer has a role."""
    werknemer = Werknemer.objects.create(organisatie_id=demo.WERKGEVER.id, naam="Piet Paulusma", personeelsnummer="8")
    return meld_ziek(
        werknemer_id=werknemer.pk,
        actor=actor(Rol.WERKGEVER),
        gegevens=Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(days=3)),
    )


def test_noodtoegang_opent_een_dossier_en_staat_bij_toezicht(ander_dossier, als):
    casemanager = als(Rol.CASEMANAGER)
    adres = reverse("web:dossier", args=[ander_dossier.kenmerk])
    assert casemanager.get(adres).status_code == 404
    assert "Noodtoegang" in casemanager.get(reverse("web:dossiers")).content.decode()

    klaar = casemanager.post(
        reverse("web:noodtoegang"), {"kenmerk": ander_dossier.kenmerk.lower(), "grond": "waarneming"}, follow=True
    )

    assert klaar.redirect_chain == [(adres, 302)]
    assert "60 minuten" in klaar.content.decode()
    toezicht = als(Rol.PRIVACY_OFFICER).get(reverse("web:toezicht")).content.decode()
    assert ander_dossier.kenmerk in toezicht
    assert "de collega is onverwacht afwezig" in toezicht
    assert "Piet" not in toezicht


def test_zonder_grond_gaat_er_niets_open(ander_dossier, als):
    blad = als(Rol.CASEMANAGER).post(reverse("web:noodtoegang"), {"kenmerk": ander_dossier.kenmerk})
    assert blad.status_code == 422
    assert als(Rol.CASEMANAGER).get(reverse("web:dossier", args=[ander_dossier.kenmerk])).status_code == 404


def test_een_onbekend_kenmerk_kost_niets_van_wat_is_ingevuld_en_verraadt_niet_of_het_bestaat(ander_dossier, als):
    """A typing error and a dossier of somebody else give the same page, and both are in the log."""
    Dossier.objects.filter(pk=ander_dossier.pk).update(werkgever=demo.ARBODIENST.id)
    bladen = {}
    for kenmerk in ("K7RM-2XQP", ander_dossier.kenmerk):
        blad = als(Rol.CASEMANAGER).post(reverse("web:noodtoegang"), {"kenmerk": kenmerk, "grond": "waarneming"})
        assert blad.status_code == 422
        form = blad.context["form"]
        assert (form["kenmerk"].value(), form["grond"].value()) == (kenmerk, "waarneming")
        bladen[kenmerk] = form.errors
    assert bladen["K7RM-2XQP"] == bladen[ander_dossier.kenmerk]
    assert "vinden wij niet bij uw organisatie" in bladen["K7RM-2XQP"]["kenmerk"][0]
    pogingen = Auditregel.objects.filter(handeling="noodtoegang", uitkomst="geweigerd")
    assert pogingen.count() == len(bladen)


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.PRIVACY_OFFICER])
def test_alleen_wie_toeziet_ziet_het_toezicht(rol, dossier, als):
    assert als(rol).get(reverse("web:toezicht")).status_code == 403
    assert als(Rol.PRIVACY_OFFICER).get(reverse("web:toezicht")).status_code == 200


def test_weigeringen_staan_apart_en_kijken_staat_zelf_ook_in_het_logboek(dossier, als):
    als(Rol.LEIDINGGEVENDE).get(reverse("web:stand", args=[dossier.kenmerk]))
    wie = als(Rol.PRIVACY_OFFICER)

    geweigerd = wie.get(reverse("web:toezicht"), {"toon": "geweigerd"})
    alles = wie.get(reverse("web:toezicht"))

    assert [regel.is_gelukt for regel in geweigerd.context["regels"]] == [False]
    assert "toezicht op het lezen" in alles.content.decode()


def test_geen_link_naar_een_dossier_dat_dicht_blijft(dossier, als):
    """Following it would show the employee a refusal that nobody meant."""
    adres = reverse("web:dossier", args=[dossier.kenmerk])
    inzage = reverse("web:inzage", args=[dossier.kenmerk])
    assert f'href="{adres}"' not in als(Rol.PRIVACY_OFFICER).get(inzage).content.decode()
    assert f'href="{adres}"' in als(Rol.WERKNEMER).get(inzage).content.decode()


def test_het_logboek_bladert(dossier, als, monkeypatch):
    monkeypatch.setattr("poortwijzer.dossiers.queries.toezicht.PER_PAGINA", 1)
    wie = als(Rol.PRIVACY_OFFICER)

    eerste = wie.get(reverse("web:toezicht"))
    tweede = wie.get(reverse("web:toezicht"), {"pagina": "2"})

    assert (len(eerste.context["regels"]), eerste.context["volgende"], eerste.context["vorige"]) == (1, "?pagina=2", "")
    assert tweede.context["vorige"] == "?pagina=1"


def zoek(browser, /, **velden: str):
    return browser.get(reverse("web:toezicht"), velden)


def demo_naam(wie) -> str:
    return Gebruiker.objects.get(pk=wie.gebruiker_id).naam


@pytest.fixture
def gekeken(dossier, ander_dossier, als, actor):
    """A case manager read one dossier, a manager was refused, the employee read, and HR read another dossier."""
    als(Rol.CASEMANAGER).get(reverse("web:dossier", args=[dossier.kenmerk]))
    als(Rol.LEIDINGGEVENDE).get(reverse("web:stand", args=[dossier.kenmerk]))
    als(Rol.WERKNEMER).get(reverse("web:dossier", args=[dossier.kenmerk]))
    als(Rol.WERKGEVER).get(reverse("web:dossier", args=[ander_dossier.kenmerk]))
    return als(Rol.PRIVACY_OFFICER)


def namen_van(blad) -> set[str]:
    return {regel.naam for regel in blad.context["regels"]}


def test_het_logboek_zoekt_op_naam_rol_en_kenmerk(gekeken, dossier, ander_dossier, actor):
    casemanager = demo_naam(actor(Rol.CASEMANAGER))
    for vorm in (casemanager, casemanager.upper(), casemanager[1:-1]):
        assert namen_van(zoek(gekeken, wie=vorm)) == {casemanager}
    assert namen_van(zoek(gekeken, rol=Rol.LEIDINGGEVENDE)) == {demo_naam(actor(Rol.LEIDINGGEVENDE))}
    assert {r.kenmerk for r in zoek(gekeken, kenmerk=f" {dossier.kenmerk.lower()} ").context["regels"]} == {
        dossier.kenmerk
    }
    beide = zoek(gekeken, kenmerk=ander_dossier.kenmerk, rol=Rol.CASEMANAGER)
    assert beide.context["regels"] == []
    assert "Niets gevonden" in beide.content.decode()
    assert zoek(gekeken, kenmerk="BESTAAT-NIET").context["regels"] == []


def test_een_werknemer_is_niet_op_naam_te_vinden(gekeken, actor):
    """The name would lead to the dossier: who keeps watch knows it by its reference only."""
    assert namen_van(zoek(gekeken, rol=Rol.WERKNEMER)) == {demo_naam(actor(Rol.WERKNEMER))}
    blad = zoek(gekeken, wie=demo_naam(actor(Rol.WERKNEMER)))
    assert blad.context["regels"] == []
    assert "Een werknemer vindt u niet op naam" in blad.content.decode()
    assert zoek(gekeken, wie="Katja de Wit").context["regels"] == []


def test_wie_bij_een_ander_werkt_is_ook_op_naam_niet_te_vinden(gekeken, als, actor, dossier):
    als(Rol.BEDRIJFSARTS).get(reverse("web:dossier", args=[dossier.kenmerk]))
    assert zoek(gekeken, wie=demo_naam(actor(Rol.BEDRIJFSARTS))).context["regels"] == []


@pytest.mark.parametrize(
    ("soort", "wat"),
    [
        ("geweigerd", lambda regel: not regel.is_gelukt),
        ("gelezen", lambda regel: regel.is_gelukt and regel.woorden.startswith("keek naar")),
        ("gewijzigd", lambda regel: regel.is_gelukt and "ziek melden" in regel.woorden),
        ("aanmelden", lambda regel: "aanmelden" in regel.woorden),
    ],
)
def test_het_logboek_zoekt_op_wat_er_gebeurde(gekeken, soort, wat):
    regels = zoek(gekeken, toon=soort).context["regels"]
    assert regels
    assert all(wat(regel) for regel in regels)
    andere = [regel for regel in zoek(gekeken).context["regels"] if not wat(regel)]
    assert andere, "else it left nothing out"


def test_noodtoegang_is_te_zoeken(gekeken, ander_dossier, als):
    assert zoek(gekeken, toon="noodtoegang").context["regels"] == []
    casemanager = als(Rol.CASEMANAGER)
    casemanager.post(reverse("web:noodtoegang"), {"kenmerk": ander_dossier.kenmerk, "grond": "waarneming"}, follow=True)
    gevonden = zoek(gekeken, toon="noodtoegang").context["regels"]
    assert {regel.kenmerk for regel in gevonden} == {ander_dossier.kenmerk}


def test_een_weigering_zegt_ook_na_zoeken_waarom(dossier, als):
    casemanager = als(Rol.CASEMANAGER)
    casemanager.post(reverse("web:noodtoegang"), {"kenmerk": "K7RM-2XQP", "grond": "waarneming"})
    als(Rol.LEIDINGGEVENDE).get(reverse("web:stand", args=[dossier.kenmerk]))
    blad = zoek(als(Rol.PRIVACY_OFFICER), toon="geweigerd")
    redenen = {regel.reden for regel in blad.context["regels"]}
    assert len(redenen) > 1
    assert all(reden in blad.content.decode() for reden in redenen)


def test_het_logboek_zoekt_op_dagen_van_hier(dossier, als):
    """A row of half past eleven in the evening UTC is of the next day here."""
    wie = als(Rol.PRIVACY_OFFICER)
    with time_machine.travel(datetime(2031, 7, 3, 22, 30, tzinfo=UTC), tick=False):
        als(Rol.PRIVACY_OFFICER).get(reverse("web:toezicht"))
    with time_machine.travel(datetime(2031, 7, 4, 8, 0, tzinfo=UTC), tick=False):
        wie = als(Rol.PRIVACY_OFFICER)
        for van, tot_en_met, aantal in (
            ("2031-07-04", "2031-07-04", 2),
            ("2031-07-03", "2031-07-03", 0),
            ("2031-07-05", "", 0),
        ):
            blad = zoek(wie, van=van, tot_en_met=tot_en_met, rol=Rol.PRIVACY_OFFICER, toon="aanmelden")
            assert len(blad.context["regels"]) == aantal, (van, tot_en_met)


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        ({"van": "2026-05-02", "tot_en_met": "2026-05-01"}, "vroeger dan de eerste dag"),
        ({"van": "gisteren"}, "geen dag die wij kunnen lezen"),
        ({"rol": "koning"}, "Kies een van de mogelijkheden"),
    ],
)
def test_een_fout_kost_niets_van_wat_is_ingevuld(gekeken, fout, zin):
    blad = zoek(gekeken, **{"wie": "Iris", "toon": "geweigerd", "kenmerk": "K7", **fout})
    inhoud = blad.content.decode()
    assert blad.status_code == 422
    assert zin in inhoud
    assert "Dit kunnen wij niet zoeken" in inhoud
    assert blad.context["regels"] == []
    form = blad.context["form"]
    for naam, waarde in {"wie": "Iris", "toon": "geweigerd", "kenmerk": "K7", **fout}.items():
        assert form[naam].value() == waarde


def test_bladeren_houdt_het_filter(gekeken, monkeypatch):
    monkeypatch.setattr("poortwijzer.dossiers.queries.toezicht.PER_PAGINA", 1)
    eerste = zoek(gekeken, toon="gelezen", rol="")
    assert eerste.context["volgende"] == "?toon=gelezen&rol=&pagina=2"
    tweede = gekeken.get(reverse("web:toezicht") + eerste.context["volgende"])
    assert tweede.context["vorige"] == "?toon=gelezen&rol=&pagina=1"
    assert tweede.context["form"]["toon"].value() == "gelezen"
    assert len(tweede.context["regels"]) == 1


def test_wie_te_veel_leest_meldt_zich_overal_opnieuw_aan(dossier, ander_dossier, als, actor, settings):
    settings.LEESGRENS_DOSSIERS = 1
    hr, tweede_browser = als(Rol.WERKGEVER), als(Rol.WERKGEVER)
    adressen = [reverse("web:dossier", args=[wat.kenmerk]) for wat in (dossier, ander_dossier)]
    # Later than the making of the dossiers, which counts too; within the hour that a session may lie still.
    with time_machine.travel(nu() + timedelta(minutes=20), tick=True):
        assert hr.get(adressen[0]).status_code == 200
        te_veel = hr.get(adressen[1])

        assert te_veel["Location"].startswith("/account/login/?next=")
        assert "Meld u opnieuw aan" in hr.get(te_veel["Location"]).content.decode()
        assert tweede_browser.get(adressen[0]).status_code == 302
        hr.post(reverse("account_demo", args=[actor(Rol.WERKGEVER).gebruiker_id]))
        assert hr.get(adressen[1]).status_code == 200
    toezicht = als(Rol.PRIVACY_OFFICER).get(reverse("web:toezicht"))
    assert [signaal.aantal_dossiers for signaal in toezicht.context["signalen"]] == [2]
