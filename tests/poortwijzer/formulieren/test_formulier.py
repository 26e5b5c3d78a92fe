"""The form that is made from a kind, and back from what was sent to answers."""

from html.parser import HTMLParser

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string

from poortwijzer.formulieren.eisen import ontbrekend_in
from poortwijzer.formulieren.ingevuld import rijen_na, wijzigingen_uit
from poortwijzer.formulieren.register import soort_van, soorten
from poortwijzer.formulieren.scherm import secties
from poortwijzer.formulieren.velden import Soortformulier
from poortwijzer.formulieren.waarden import dag, lees
from poortwijzer.toegang.rollen import Rol

PLAN = soort_van("plan_van_aanpak")


class Elementen(HTMLParser):
    """Collects what a screen reader would connect."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.labels: set[str] = set()
        self.invoer: list[dict[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = {naam: waarde or "" for naam, waarde in attrs}
        if "id" in kenmerken:
            self.ids.append(kenmerken["id"])
        if tag == "label":
            self.labels.add(kenmerken["for"])
        if tag in {"input", "select", "textarea"}:
            self.invoer.append(kenmerken)


def toon(formulier):
    return render_to_string("formulieren/secties.html", {"secties": secties(formulier)})


def stuur_terug(html: str, **anders: str) -> QueryDict:
    """Give what a browser sends for a page of fields: text as it is shown, what is checked or chosen."""
    velden = QueryDict(mutable=True)
    for element in Elementen(html).invoer:
        if element.get("type") == "radio" and "checked" not in element:
            continue
        velden[element["name"]] = element.get("value", "")
    velden.update(anders)
    return velden


@pytest.mark.parametrize("naam", sorted(soorten()))
@pytest.mark.parametrize("rol", [Rol.WERKNEMER, Rol.WERKGEVER, Rol.CASEMANAGER, Rol.BEDRIJFSARTS])
def test_elk_veld_heeft_een_label_en_elke_verwijzing_bestaat(naam, rol):
    html = toon(Soortformulier(soort_van(naam), rol, {}))
    elementen = Elementen(html)

    assert len(set(elementen.ids)) == len(elementen.ids)
    for invoer in elementen.invoer:
        assert invoer["id"] in elementen.labels
        assert set(invoer.get("aria-describedby", "").split()) <= set(elementen.ids)


def test_alleen_eigen_velden_zijn_in_te_vullen_en_de_rest_is_te_lezen():
    html = toon(Soortformulier(PLAN, Rol.WERKGEVER, {"visie_werknemer": "Ik wil <b>rustig</b> aan."}))
    namen = {invoer["name"] for invoer in Elementen(html).invoer}

    assert "visie_werkgever" in namen
    assert "visie_werknemer" not in namen
    assert "Ik wil &lt;b&gt;rustig&lt;/b&gt; aan." in html
    assert "Dit deel is van: werknemer." in html


def test_wat_niet_voor_een_rol_is_komt_niet_op_het_scherm():
    geheim = PLAN.veld("einddoel").model_copy(update={"zichtbaar_voor": (Rol.WERKGEVER,), "gevers": (Rol.WERKGEVER,)})
    sectie = PLAN.secties[0].model_copy(update={"velden": (geheim,)})
    soort = PLAN.model_copy(update={"secties": (sectie,)})

    assert secties(Soortformulier(soort, Rol.WERKNEMER, {"einddoel": "x"})) == ()
    assert len(secties(Soortformulier(soort, Rol.WERKGEVER, {"einddoel": "x"}))) == 1


def test_fout_staat_bij_het_veld_en_wat_is_getypt_blijft():
    inhoud = {"opgesteld_op": "32 maart", "activiteiten": [{"activiteit": "Bellen", "verwacht_op": "ooit"}]}
    formulier = Soortformulier(PLAN, Rol.CASEMANAGER, inhoud)
    html = toon(formulier)
    invoer = {element["name"]: element for element in Elementen(html).invoer}

    assert set(formulier.errors) == {"opgesteld_op", "activiteiten-0-verwacht_op"}
    for naam, getypt in (("opgesteld_op", "32 maart"), ("activiteiten-0-verwacht_op", "ooit")):
        assert invoer[naam]["value"] == getypt
        assert invoer[naam]["type"] == "text", "a date input would show nothing"
        assert invoer[naam]["aria-invalid"] == "true"
        assert f"id_{naam}_error" in invoer[naam]["aria-describedby"]
    assert invoer["ingaat_op"]["type"] == "date"


def test_leemten_komen_bij_het_veld_dat_ze_vult():
    leemten = ontbrekend_in(PLAN, {}, vandaag=dag("2025-01-01"))
    formulier = Soortformulier(PLAN, Rol.CASEMANAGER, {}, leemten=leemten)

    assert "casemanager" in formulier.errors
    assert len(formulier.errors["activiteiten-0-activiteit"]) == 2
    assert "visie_werknemer" not in formulier.errors, "somebody else has to fill that in"


def test_wat_wordt_getoond_komt_ongewijzigd_terug(antwoorden):
    inhoud = antwoorden.plan | antwoorden.visies[Rol.WERKNEMER]
    html = toon(Soortformulier(PLAN, Rol.WERKNEMER, inhoud))
    # A parser of attributes does not see what stands inside a textarea or select.
    los = {"einddoel": inhoud["einddoel"], "visie_werknemer": inhoud["visie_werknemer"], "verschil": ""}
    keuzes = {f"activiteiten-{nummer}-wie": rij["wie"] for nummer, rij in enumerate(inhoud["activiteiten"])}
    gestuurd = wijzigingen_uit(PLAN, stuur_terug(html, **los, **keuzes))

    gelezen = {naam: lees(PLAN.veld(naam), getypt) for naam, getypt in gestuurd.items()}
    eigen = {veld.naam for veld in PLAN.velden() if Rol.WERKNEMER in veld.gevers}
    assert {naam: waarde for naam, waarde in gelezen.items() if waarde} == {
        naam: waarde for naam, waarde in inhoud.items() if naam in eigen
    }


def test_een_getal_staat_er_met_een_komma():
    html = toon(Soortformulier(soort_van("evaluatie"), Rol.WERKGEVER, {"gewerkte_uren": "16.5"}))

    invoer = {element["name"]: element for element in Elementen(html).invoer}
    assert invoer["gewerkte_uren"]["value"] == "16,5"
    assert "(uur per week)" in html


def test_er_is_altijd_een_lege_rij_en_een_knop_geeft_er_een_bij(antwoorden):
    gestuurd = {"activiteiten-0-activiteit": "a", "activiteiten-1-activiteit": "", "rij_erbij": "activiteiten"}
    assert rijen_na(PLAN, gestuurd) == {"activiteiten": 3}

    formulier = Soortformulier(PLAN, Rol.WERKGEVER, {}, rijen={"activiteiten": 3})
    assert formulier.aantal_rijen == {"activiteiten": 3, "evaluatiemomenten": 1}
    assert Soortformulier(PLAN, Rol.WERKGEVER, antwoorden.plan).aantal_rijen == {
        "activiteiten": 3,
        "evaluatiemomenten": 3,
    }


def test_rij_weghalen_haalt_precies_die_rij_weg():
    gestuurd = {f"activiteiten-{nummer}-activiteit": str(nummer) for nummer in range(3)}

    rijen = wijzigingen_uit(PLAN, {**gestuurd, "rij_weg": "activiteiten-1"})["activiteiten"]
    assert [rij["activiteit"] for rij in rijen] == ["0", "2"]
    assert len(wijzigingen_uit(PLAN, {**gestuurd, "rij_weg": "evaluatiemomenten-1"})["activiteiten"]) == 3


def test_er_komen_nooit_meer_dan_honderd_rijen():
    gestuurd = {"activiteiten-999-activiteit": "x", "rij_erbij": "activiteiten"}

    assert rijen_na(PLAN, gestuurd) == {"activiteiten": 100}
    html = toon(Soortformulier(PLAN, Rol.WERKGEVER, {"activiteiten": [{"activiteit": "x"}] * 100}))
    assert 'value="activiteiten"' not in html


def test_wat_niet_is_meegestuurd_verandert_niet():
    assert wijzigingen_uit(PLAN, {"einddoel": "x"}) == {"einddoel": "x"}
    assert wijzigingen_uit(PLAN, {"rij_weg": "activiteiten-x", "vreemd": "x"}) == {}


def test_de_eerste_knop_bewaart_en_haalt_niets_weg(antwoorden):
    html = toon(Soortformulier(PLAN, Rol.WERKGEVER, antwoorden.plan))

    assert html.index(">Bewaren<") < html.index("rij_weg")


def test_een_oordeel_per_onderdeel_gaat_heen_en_terug():
    soort = soort_van("oordeel_werknemer")
    html = toon(Soortformulier(soort, Rol.WERKNEMER, {"onderdeel_a": {"standpunt": "oneens"}}))
    gestuurd = wijzigingen_uit(soort, stuur_terug(html, **{"onderdeel_a-woorden": "Mijn adres klopt niet."}))

    assert gestuurd["onderdeel_a"] == {"standpunt": "oneens", "woorden": "Mijn adres klopt niet."}
    assert lees(soort.veld("onderdeel_b"), gestuurd["onderdeel_b"]) == {}
