"""An empty field says what is missing in it, on every form, in words of its own."""

from collections.abc import Iterator

import pytest
from django import forms
from django.urls import get_resolver, reverse

from poortnormen.feiten import FEITEN
from poortwijzer.formulieren.velden import Soortformulier
from poortwijzer.lib.formulier import Formulier, WatOntbreekt
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.forms.feit import FeitForm

STANDAARD = "Dit veld is verplicht"


def formulieren(klasse: type[forms.Form] = forms.Form) -> Iterator[type[forms.Form]]:
    """Every form of this project; that of documents asks nothing by itself and names its gaps from the kind."""
    assert get_resolver().url_patterns  # loads every page, and so every form
    for onder in klasse.__subclasses__():
        if onder.__module__.startswith("poortwijzer.") and onder is not Soortformulier:
            yield onder
        yield from formulieren(onder)


def test_elk_verplicht_veld_van_elk_formulier_heeft_eigen_woorden():
    gevonden = set(formulieren())
    assert len(gevonden) > 40
    for form in gevonden:
        if not issubclass(form, WatOntbreekt):
            pytest.fail(f"{form.__module__}.{form.__name__}: derive from Formulier")
        zonder = {naam for naam, veld in form.base_fields.items() if veld.required} - form.ontbreekt.keys()
        assert not zonder, f"{form.__name__}: say in `ontbreekt` what is missing when these are empty"


@pytest.mark.parametrize(
    ("rol", "blad", "zinnen"),
    [
        (
            Rol.WERKGEVER,
            "contract_nieuw",
            [
                "Kies met welke organisatie u het contract heeft.",
                "Kies voor welke dienst het contract is.",
                "Vul het kenmerk van de overeenkomst in.",
                "Vul de dag in waarop het contract begint.",
            ],
        ),
        (
            Rol.BEDRIJFSARTS,
            "delegeren",
            ["Kies aan wie u de taken geeft.", "Kies minstens één taak.", "Vul de dag in waarop de delegatie stopt."],
        ),
    ],
)
def test_een_leeg_formulier_zegt_per_veld_wat_er_mist(rol, blad, zinnen, dossier, als):
    adres = reverse(f"web:{blad}", args=[dossier.kenmerk] if blad == "delegeren" else [])
    antwoord = als(rol).post(adres, {})
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert [zin for zin in zinnen if zin not in tekst] == []
    assert STANDAARD not in tekst


def test_wie_zonder_wachtwoord_wil_aanmelden_leest_wat_er_mist(client, db):
    tekst = client.post(reverse("account_login"), {}).content.decode()
    assert "Vul uw e-mailadres in." in tekst
    assert "Vul uw wachtwoord in." in tekst
    assert STANDAARD not in tekst


def test_een_vraag_die_uit_gegevens_is_gemaakt_zegt_wat_voor_antwoord_er_mist():
    met_fout = [naam for naam in FEITEN if FeitForm(naam, {}, is_verbetering=True, gever="werkgever").errors]
    assert len(met_fout) == len(FEITEN)
    for naam in met_fout:
        fouten = FeitForm(naam, {}, is_verbetering=True, gever="werkgever").errors
        assert fouten["motivering"] == ["Schrijf uw reden op."]
        assert STANDAARD not in str(fouten), naam


def test_elke_soort_vraag_heeft_woorden_en_die_van_een_veld_zelf_gaan_voor():
    class Los(Formulier):
        keuze = forms.ChoiceField(choices=[("a", "a")])
        keuzes = forms.MultipleChoiceField(choices=[("a", "a")])
        dag = forms.DateField()
        getal = forms.DecimalField()
        post = forms.EmailField()
        vink = forms.BooleanField()
        tekst = forms.CharField()
        bestand = forms.FileField()
        eigen = forms.CharField(error_messages={"required": "Schrijf het op."})

    assert {naam: fouten[0] for naam, fouten in Los({}).errors.items()} == {
        "keuze": "Kies een antwoord.",
        "keuzes": "Kies er minstens één.",
        "dag": "Vul een dag in.",
        "getal": "Vul een getal in.",
        "post": "Vul een e-mailadres in.",
        "vink": "Zet hier een vinkje.",
        "tekst": "Vul hier een antwoord in.",
        "bestand": "Kies een bestand.",
        "eigen": "Schrijf het op.",
    }
