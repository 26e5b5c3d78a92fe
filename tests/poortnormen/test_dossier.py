"""Het uitwisselformaat: heen en terug, geweigerd met plaats en een zin, en gelijk aan zijn JSON Schema."""

import copy
import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from strategie import LOSSE_FEITEN, dossiers, waarden

from poortnormen.dossier import Dossier, Dossierfout, Feit, controleer_feiten, lees_dossier, schrijf_dossier
from poortnormen.dossierschema import schema
from poortnormen.feiten.verzuim import Hersteldmelding, Ziekmelding
from poortnormen.omzetting import schrijf_waarde

SCHEMA = Draft202012Validator(schema(), format_checker=FormatChecker())
RUSTIG = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _ziek(dag: str = "2024-03-01", **meer: object) -> dict[str, Any]:
    waarde = {"eerste_ziektedag": dag}
    return {"feit": "ziekmeldingen", "waarde": waarde, "vastgelegd_op": dag, "gever": "werkgever", **meer}


def _hersteld(dag: str, **meer: object) -> dict[str, Any]:
    waarde = {"hersteld_op": dag}
    return {"feit": "hersteldmeldingen", "waarde": waarde, "vastgelegd_op": dag, "gever": "werkgever", **meer}


def _dossier(*feiten: dict[str, Any], **meer: object) -> dict[str, Any]:
    return {"versie": 1, "kenmerk": "D1", "feiten": list(feiten), **meer}


def _los(naam: str, waarde: object, **meer: object) -> dict[str, Any]:
    return {"feit": naam, "waarde": waarde, "vastgelegd_op": "2024-03-01", "gever": "werkgever", **meer}


# --- heen en terug --------------------------------------------------------------------------------------------


@RUSTIG
@given(dossier=dossiers())
def test_schrijven_en_lezen_geeft_hetzelfde_dossier(dossier: Dossier) -> None:
    geschreven = json.dumps(schrijf_dossier(dossier))

    assert lees_dossier(geschreven) == dossier


@RUSTIG
@given(dossier=dossiers())
def test_wat_geschreven_is_past_in_het_schema(dossier: Dossier) -> None:
    assert SCHEMA.is_valid(schrijf_dossier(dossier))


def test_omschrijving_namen_motivering_en_vervanging_gaan_mee() -> None:
    ruw = _dossier(
        _ziek(id="a", motivering="Zij belde."),
        _ziek("2024-03-04", id="b", vervangt="a", op="2024-03-04"),
        omschrijving="Een geval.",
        personen={"werknemer": "Katja"},
    )

    dossier = lees_dossier(ruw)

    assert dossier.personen == {"werknemer": "Katja"}
    assert [feit.motivering for feit in dossier.feiten] == ["Zij belde.", ""]
    assert lees_dossier(json.dumps(schrijf_dossier(dossier))) == dossier


def test_een_feit_zonder_id_krijgt_zijn_plaats_als_id() -> None:
    dossier = lees_dossier(_dossier(_ziek(), _hersteld("2024-04-01")))

    assert [feit.id for feit in dossier.feiten] == ["#0", "#1"]


@pytest.mark.parametrize(
    ("ruw", "uren"), [(12, Fraction(12)), (12.5, Fraction(25, 2)), ("12.25", Fraction(49, 4)), (0.1, Fraction(1, 10))]
)
def test_uren_zijn_exact(ruw: object, uren: Fraction) -> None:
    week = {"week_vanaf": "2024-03-04", "uren": ruw}

    dossier = lees_dossier(_dossier(_los("gewerkte_uren", week)))

    assert dossier.feiten[0].waarde.uren == uren  # type: ignore[attr-defined]  # een gewerkte week


# --- bekend op ------------------------------------------------------------------------------------------------


def _tijdlijn_van_meldingen() -> Dossier:
    return lees_dossier(
        _dossier(
            _ziek("2024-03-01", id="a", vastgelegd_op="2024-03-01"),
            _ziek("2024-03-04", id="b", vervangt="a", vastgelegd_op="2024-03-10"),
            {**_ziek(id="c", vervangt="b", vastgelegd_op="2024-03-20"), "waarde": None},
        )
    )


@pytest.mark.parametrize(
    ("bekend_op", "ids"),
    [
        (date(2024, 2, 29), []),
        (date(2024, 3, 1), ["a"]),
        (date(2024, 3, 9), ["a"]),
        (date(2024, 3, 10), ["b"]),
        (date(2024, 3, 19), ["b"]),
        (date(2024, 3, 20), []),
        (None, []),
    ],
)
def test_op_elke_dag_is_te_zien_wat_toen_bekend_was(bekend_op: date | None, ids: list[str]) -> None:
    assert [feit.id for feit in _tijdlijn_van_meldingen().bekend_op(bekend_op)] == ids


def test_wat_als_voegt_toe_en_laat_het_dossier_zelf_gelijk() -> None:
    dossier = lees_dossier(_dossier(_ziek()))
    herstel = Feit(
        naam="hersteldmeldingen",
        waarde=Hersteldmelding(hersteld_op=date(2024, 4, 1)),
        vastgelegd_op=date(2024, 4, 1),
        gever="werkgever",
        id="nieuw",
    )

    assert len(dossier.met(herstel).feiten) == 2
    assert len(dossier.feiten) == 1
    assert controleer_feiten(dossier.met(herstel).feiten) == ()


# --- geweigerd ------------------------------------------------------------------------------------------------

GEWEIGERD: list[tuple[object, str, str]] = [
    ("geen json", "$", "geen geldige JSON"),
    ("[" * 100_000, "$", "geen geldige JSON"),
    (b"\xff\xfe", "$", "geen geldige JSON"),
    ('{"versie": 1, "versie": 1}', "$", "het veld 'versie' staat er twee keer"),
    ("[]", "$", "tussen accolades"),
    ({}, "$.kenmerk", "Vul het in"),
    ({"versie": 1, "kenmerk": "  ", "feiten": []}, "$.kenmerk", "Vul het in"),
    (_dossier(kenmerk=3), "$.kenmerk", "tekst van hoogstens"),
    (_dossier(omschrijving="x" * 4001), "$.omschrijving", "tekst van hoogstens 4000"),
    (_dossier(versie=2), "$.versie", "Zet hier 1"),
    (_dossier(versie=True), "$.versie", "Zet hier 1"),
    (_dossier(feit=[]), "$.feit", "Dit veld kennen wij niet"),
    (_dossier(feiten={}), "$.feiten", "tussen rechte haken"),
    (_dossier(personen=[]), "$.personen", "per partij een naam"),
    (_dossier(personen={"buurman": "Jan"}), "$.personen.buurman", "Kies uit"),
    (_dossier(personen={"werknemer": 1}), "$.personen.werknemer", "een naam als tekst"),
    ({"versie": 1, "kenmerk": "x", "feiten": ["ziek"]}, "$.feiten[0]", "tussen accolades"),
    (_dossier({**_ziek(), "feit": "ziek"}), "$.feiten[0].feit", "kennen wij niet. Bekend zijn"),
    (_dossier({**_ziek(), "feit": ["ziek"]}), "$.feiten[0].feit", "kennen wij niet"),
    (_dossier(_los("oordeel_op", "2024-03-01")), "$.feiten[0].feit", "een stuk vast van de soort probleemanalyse"),
    (_dossier(_los("dreiging_bleek_op", "2024-03-01")), "$.feiten[0].feit", "Leg 'dreigt_langdurig_verzuim' vast"),
    (_dossier(_ziek(kleur="rood")), "$.feiten[0].kleur", "Dit veld kennen wij niet"),
    (_dossier(_ziek(gever="buurman")), "$.feiten[0].gever", "Zeg wie het feit gaf"),
    (_dossier(_ziek(vervangt=1)), "$.feiten[0].vervangt", "als tekst"),
    (_dossier(_ziek(motivering=1)), "$.feiten[0].motivering", "tekst van hoogstens"),
    (_dossier(_ziek(id=7)), "$.feiten[0].id", "tekst van hoogstens"),
    (_dossier({**_ziek(), "waarde": None}), "$.feiten[0].waarde", "Leeg mag alleen om een eerder feit in te trekken"),
    (_dossier(_ziek("2024-02-30")), "$.feiten[0].waarde.eerste_ziektedag", "De dag 2024-02-30 bestaat niet"),
    (_dossier(_ziek("01-03-2024")), "$.feiten[0].waarde.eerste_ziektedag", "jaar-maand-dag"),
    (_dossier(_ziek("1949-12-31")), "$.feiten[0].waarde.eerste_ziektedag", "Controleer het jaar"),
    (_dossier(_ziek("2151-01-01")), "$.feiten[0].waarde.eerste_ziektedag", "Controleer het jaar"),
    (_dossier(_ziek(vastgelegd_op=None)), "$.feiten[0].vastgelegd_op", "jaar-maand-dag"),
    (_dossier(_ziek(op="2024-03-02")), "$.feiten[0].op", "Laat 'op' weg of maak hem gelijk"),
    (_dossier({**_ziek(), "waarde": {}}), "$.feiten[0].waarde.eerste_ziektedag", "Dit veld ontbreekt"),
    (_dossier({**_ziek(), "waarde": {"eerste": 1}}), "$.feiten[0].waarde.eerste", "Dit veld kennen wij niet"),
    (_dossier({**_ziek(), "waarde": "ziek"}), "$.feiten[0].waarde", "tussen accolades"),
    (_dossier(_los("heeft_mogelijkheden", "ja")), "$.feiten[0].waarde", "true of false"),
    (_dossier(_los("heeft_mogelijkheden", 1)), "$.feiten[0].waarde", "true of false"),
    (_dossier(_los("afgesproken_meldtermijn_in_dagen", -1)), "$.feiten[0].waarde", "van 0 tot en met 10000"),
    (_dossier(_los("afgesproken_meldtermijn_in_dagen", 10_001)), "$.feiten[0].waarde", "van 0 tot en met 10000"),
    (_dossier(_los("afgesproken_meldtermijn_in_dagen", 7.5)), "$.feiten[0].waarde", "geheel getal"),
    (_dossier(_los("afgesproken_meldtermijn_in_dagen", waarde=True)), "$.feiten[0].waarde", "geheel getal"),
    (_dossier(_los("werkdagen", "ma")), "$.feiten[0].waarde", "tussen rechte haken"),
    (_dossier(_los("werkdagen", ["ma", "maandag"])), "$.feiten[0].waarde[1]", "Kies uit: ma, di"),
    (
        _dossier(_los("gewerkte_uren", {"week_vanaf": "2024-03-04", "uren": float("nan")})),
        "$.feiten[0].waarde.uren",
        "Vul een getal in",
    ),
    (
        _dossier(_los("gewerkte_uren", {"week_vanaf": "2024-03-04", "uren": "1,5"})),
        "$.feiten[0].waarde.uren",
        "met een punt",
    ),
    (_dossier(_ziek(id="a"), _hersteld("2024-04-01", id="a")), "$.feiten[1].id", "komt twee keer voor"),
    (_dossier(_ziek(vervangt="x")), "$.feiten[0].vervangt", "is geen ander feit van de soort ziekmeldingen"),
    (_dossier(_ziek(id="a", vervangt="a")), "$.feiten[0].vervangt", "is geen ander feit"),
    (_dossier(_ziek(id="a"), _hersteld("2024-04-01", vervangt="a")), "$.feiten[1].vervangt", "is geen ander feit"),
    (
        _dossier(_ziek("2024-03-04", id="a"), _ziek("2024-03-01", vervangt="a")),
        "$.feiten[1].vastgelegd_op",
        "eerder vastgelegd dan het feit dat het vervangt",
    ),
    (
        _dossier(_ziek(id="a"), _ziek(id="b", vervangt="a"), _ziek(id="c", vervangt="a")),
        "$.feiten[2].vervangt",
        "is al vervangen",
    ),
    (_dossier(_ziek(), _ziek("2024-05-01")), "$.feiten[1].waarde", "Er loopt al een ziekteperiode sinds 2024-03-01"),
    (_dossier(_hersteld("2024-03-01")), "$.feiten[0].waarde", "Op 2024-03-01 liep er geen ziekteperiode"),
    (_dossier(_ziek(), _hersteld("2024-03-01")), "$.feiten[1].waarde", "Op 2024-03-01 liep er geen ziekteperiode"),
    (
        _dossier(_ziek(), _hersteld("2024-04-01"), _hersteld("2024-04-02")),
        "$.feiten[2].waarde",
        "Op 2024-04-02 liep er geen ziekteperiode",
    ),
    (
        _dossier(_los("dienstverband", {"begin": "2024-02-01", "einde": "2024-01-31"})),
        "$.feiten[0].waarde",
        "ligt voor de eerste",
    ),
    (
        _dossier(_los("verloven", {"vanaf": "2024-02-01", "tot_en_met": "2024-01-31"})),
        "$.feiten[0].waarde",
        "eindigt (2024-01-31) voordat het begint",
    ),
    (
        _dossier(
            _los("verloven", {"vanaf": "2024-02-01", "tot_en_met": "2024-03-01"}),
            _los("verloven", {"vanaf": "2024-03-01", "tot_en_met": "2024-04-01"}),
        ),
        "$.feiten[1].waarde",
        "overlapt met het verlof vanaf 2024-02-01",
    ),
    (
        _dossier(
            _los("verloven", {"vanaf": "2024-02-01", "tot_en_met": None}),
            _los("verloven", {"vanaf": "2024-06-01", "tot_en_met": "2024-07-01"}),
        ),
        "$.feiten[1].waarde",
        "overlapt",
    ),
]


@pytest.mark.parametrize(("ruw", "pad", "zin"), GEWEIGERD, ids=[f"{pad} {zin}" for _, pad, zin in GEWEIGERD])
def test_wat_niet_kan_wordt_geweigerd_met_de_plaats_en_een_zin(ruw: Any, pad: str, zin: str) -> None:
    with pytest.raises(Dossierfout) as gevangen:
        lees_dossier(ruw)

    assert [fout for fout in gevangen.value.fouten if fout.pad == pad and zin in fout.melding], gevangen.value


def test_alle_fouten_komen_tegelijk_en_er_wordt_niets_geladen() -> None:
    ruw = _dossier(_ziek("2024-02-30"), _ziek(gever="buurman"), kleur="rood")

    with pytest.raises(Dossierfout) as gevangen:
        lees_dossier(ruw)

    assert {fout.pad for fout in gevangen.value.fouten} == {
        "$.kleur",
        "$.feiten[0].waarde.eerste_ziektedag",
        "$.feiten[1].gever",
    }


def test_opnieuw_ziek_op_de_dag_van_herstel_sluit_aan_en_mag() -> None:
    assert len(lees_dossier(_dossier(_ziek(), _hersteld("2024-04-01"), _ziek("2024-04-01"))).feiten) == 3


def test_een_vervangen_melding_botst_niet_meer() -> None:
    ruw = _dossier(_ziek(id="a"), _ziek("2024-03-04", vervangt="a"))

    assert len(lees_dossier(ruw).feiten) == 2


def test_de_dag_van_een_gebeurtenis_volgt_uit_de_waarde_en_die_van_een_toestand_niet() -> None:
    melding = Feit(
        naam="ziekmeldingen",
        waarde=Ziekmelding(eerste_ziektedag=date(2024, 3, 1)),
        vastgelegd_op=date(2024, 3, 5),
        gever="werkgever",
    )
    toestand = Feit(naam="heeft_mogelijkheden", waarde=True, vastgelegd_op=date(2024, 3, 5), gever="bedrijfsarts")

    assert melding.telt_vanaf == date(2024, 3, 1)
    assert toestand.telt_vanaf is None


# --- het schema en de lezer zijn het eens ---------------------------------------------------------------------

RAAR = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 20_000),
    st.floats(allow_nan=False, allow_infinity=False, width=16),
    st.sampled_from(
        ["", " ", "ma", "ja", "2024-03-01", "2024-02-30", "1949-12-31", "2150-12-31", "2151-01-01", "12.5"]
    ),
    st.sampled_from([[], {}, ["ma"], {"vanaf": "2024-03-01"}, {"eerste_ziektedag": "2024-03-01"}]),
)


@st.composite
def bijna_goed(draw: st.DrawFn) -> dict[str, Any]:
    """Een dossier met één los feit, waarin soms ergens iets anders staat dan er hoort."""
    soort = draw(st.sampled_from(LOSSE_FEITEN))
    feit = _los(soort.naam, schrijf_waarde(draw(waarden(soort.type, date(2024, 3, 1)))), gever=soort.gevers[0])
    ruw = _dossier(feit)
    for _ in range(draw(st.integers(0, 2))):
        _verander(draw, ruw)
    return ruw


def _verander(draw: st.DrawFn, ding: Any) -> None:
    """Zet ergens iets raars neer, haal iets weg of voeg iets toe."""
    while True:
        sleutels = list(ding) if isinstance(ding, dict) else list(range(len(ding)))
        if not sleutels:
            return
        sleutel = draw(st.sampled_from(sleutels))
        if isinstance(ding[sleutel], dict | list) and ding[sleutel] and draw(st.booleans()):
            ding = ding[sleutel]
            continue
        match draw(st.sampled_from(["anders", "weg", "erbij"])):
            case "weg":
                del ding[sleutel]
            case "erbij" if isinstance(ding, dict):
                ding[draw(st.sampled_from(["kleur", "op", "motivering", "omschrijving", "id"]))] = copy.deepcopy(
                    draw(RAAR)
                )
            case _:
                ding[sleutel] = copy.deepcopy(draw(RAAR))
        return


def _leest(ruw: dict[str, Any]) -> tuple[bool, bool]:
    """Of de lezer het aanneemt, en zo niet, of dat alleen is om wat een schema niet kan zeggen.

    Dat gaat over velden die samen niet kunnen: de melding staat dan bij het feit, niet bij een veld daarvan.
    """
    try:
        lees_dossier(copy.deepcopy(ruw))
    except Dossierfout as fout:
        is_samengesteld = [isinstance(feit, dict) and isinstance(feit.get("waarde"), dict) for feit in ruw["feiten"]]
        bij_het_feit = (
            "$.feiten[0].op",
            "$.feiten[0].vervangt",
            *(["$.feiten[0].waarde"] if any(is_samengesteld) else []),
        )
        return False, all(f.pad in bij_het_feit for f in fout.fouten)
    return True, False


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ruw=bijna_goed())
def test_wat_het_schema_aanneemt_leest_de_lezer_en_omgekeerd(ruw: dict[str, Any]) -> None:
    past = SCHEMA.is_valid(ruw)
    leest, is_samenhang = _leest(ruw) if isinstance(ruw.get("feiten"), list) else (False, False)

    assert past is leest or (past and is_samenhang), [fout.message for fout in SCHEMA.iter_errors(ruw)]
