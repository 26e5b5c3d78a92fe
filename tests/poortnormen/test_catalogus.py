"""De catalogus: wat niet klopt wordt geweigerd met een melding die zegt waar, en wat er staat is compleet."""

import inspect
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from proef import BRON

import poortnormen.bron
from poortnormen.bron import Catalogusfout, Inhoud, lees_norm
from poortnormen.catalogus import Catalogus, bouw, catalogus
from poortnormen.dossier import Dossier
from poortnormen.feiten import FEITEN
from poortnormen.norm import REGELS, Bepaling, bepaalt
from poortnormen.stukregel import argumenten
from poortnormen.uitkomst import Mist, Nvt, Tot, Uitkomst, nvt
from poortnormen.uitwerking import PEILDATUM
from poortnormen.waarden import Waardenreeks, lees_reeks

NORM_IDS = Path(__file__).parent / "norm_ids.txt"
# Bedragen die de wet noemt en waar nog geen norm mee rekent; zij staan in het register.
ALLEEN_TER_INFORMATIE = {"minimumloon_dag", "referentiemaandloon"}
# Voor een vraag die niet over een dossier gaat; test_bewaarschema merkt het als het getal verandert.
BUITEN_EEN_DOSSIER = {"blokkade_opnieuw_bekijken"}


def _norm(**meer: object) -> dict[str, Any]:
    return {
        "vindplaats": "artikel 1",
        "soort": "berekening",
        "hardheid": "wettelijk",
        "actor": ["werkgever"],
        "tekst": "Er is iets.",
        "uitleg": "Het is {uitkomst}.",
        **meer,
    }


def _bouw(
    functies: dict[str, Callable[..., object]] | None = None,
    normen: dict[str, dict[str, Any]] | None = None,
    waarden: tuple[Waardenreeks, ...] = (),
    per: str | None = None,
) -> Catalogus:
    functies = functies or {}
    ruw = normen or {id_: _norm() for id_ in functies}
    gelezen = tuple(lees_norm(id_, vermelding, BRON) for id_, vermelding in ruw.items())
    bepalingen = [Bepaling(id_, functie, per) for id_, functie in functies.items()]
    return bouw([Inhoud(BRON, gelezen, waarden, "proef")], bepalingen)


def _geeft_dag(*, peildatum: date) -> date:
    return peildatum


# --- een norm die niet klopt ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id_", "vermelding", "melding"),
    [
        ("PRF", _norm(), "zet een id met punten tussen aanhalingstekens"),
        ("ANDERS-1", _norm(), "begint niet met PRF-"),
        ("PRF-1", _norm(kleur="rood"), "PRF-1: onbekende sleutel kleur"),
        ("PRF-1", _norm(soort="iets"), "'iets' is not a valid Soort"),
        ("PRF-1", _norm(hardheid="zacht"), "'zacht' is not a valid Hardheid"),
        ("PRF-1", _norm(telrichting="opzij"), "'opzij' is not a valid Telrichting"),
        ("PRF-1", {"soort": "termijn"}, "PRF-1: 'hardheid'"),
        ("PRF-1", _norm(geldig={"sinds": date(2020, 1, 1)}), "onbekende sleutel in geldig: sinds"),
        ("PRF-1", _norm(geldig={"vanaf": "2020-01-01"}), "als datum, zonder aanhalingstekens"),
        ("PRF-1", _norm(moment={"naam": "a", "wie": "b", "kleur": "c"}), "PRF-1.moment: onbekende sleutel kleur"),
        ("PRF-1", _norm(moment={"naam": "a"}), "PRF-1.moment"),
        ("PRF-1", _norm(moment={"naam": "a", "wie": "b", "gevolg": "straf"}), "'straf' is not a valid Gevolg"),
    ],
)
def test_een_vermelding_die_niet_klopt_wordt_geweigerd(id_: str, vermelding: dict[str, Any], melding: str) -> None:
    with pytest.raises(Catalogusfout, match=melding):
        lees_norm(id_, vermelding, BRON)


@pytest.mark.parametrize(
    ("ruw", "melding"),
    [
        ({"eenheid": "dagen", "waarde": 1, "kleur": 2}, "onbekende sleutel kleur"),
        ({"eenheid": "dagen", "waarde": "veel"}, "invalid literal"),
        ({"eenheid": "el", "waarde": 1}, "De eenheid 'el'"),
        ({"eenheid": "euro per dag", "waarde": "1.005"}, "geen bedrag in hele centen"),
        ({"eenheid": "dag", "waarde": 3}, "De eenheid 'dag'"),
        (
            {"eenheid": "dagen", "waarden": [{"vanaf": date(2020, 1, 1), "waarde": 1, "zekerheid": "V", "x": 1}]},
            "een rij heeft alleen",
        ),
        (
            {
                "eenheid": "dagen",
                "waarden": [
                    {"vanaf": date(2021, 1, 1), "waarde": 1, "zekerheid": "V"},
                    {"vanaf": date(2020, 1, 1), "waarde": 2, "zekerheid": "V"},
                ],
            },
            "niet op volgorde",
        ),
        (
            {
                "eenheid": "dagen",
                "waarden": [
                    {"vanaf": date(2021, 1, 1), "waarde": 1, "zekerheid": "V"},
                    {"vanaf": date(2021, 1, 1), "waarde": 2, "zekerheid": "V"},
                ],
            },
            "niet op volgorde",
        ),
    ],
)
def test_een_waarde_die_niet_klopt_wordt_geweigerd(ruw: dict[str, Any], melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        lees_reeks("proefwaarde", "proef", ruw)


# --- een uitwerking die niet klopt ----------------------------------------------------------------------------


def test_een_norm_wordt_een_keer_uitgewerkt() -> None:
    (id_, uitwerking), *_ = catalogus().uitwerkingen.items()

    with pytest.raises(ValueError, match=f"Norm {id_} is al uitgewerkt"):
        bepaalt(id_)(uitwerking.functie)


def test_een_uitwerking_van_een_norm_die_niet_bestaat() -> None:
    def iets(*, proef: date) -> date:
        return proef

    with pytest.raises(Catalogusfout, match="iets werkt PRF-2 uit, en die norm bestaat niet"):
        _bouw({"PRF-2": iets}, {"PRF-1": _norm()})


def test_een_argument_dat_niets_is() -> None:
    def iets(*, kleur: str) -> str:
        return kleur

    with pytest.raises(Catalogusfout, match=r"PRF-1 \(iets\): Het argument 'kleur' is geen feit, geen waarde"):
        _bouw({"PRF-1": iets})


def test_normen_die_in_een_kring_op_elkaar_steunen() -> None:
    def eerste(*, tweede: date) -> date:
        return tweede

    def tweede(*, eerste: date) -> date:
        return eerste

    with pytest.raises(Catalogusfout, match="steunen in een kring op elkaar: PRF-"):
        _bouw({"PRF-1": eerste, "PRF-2": tweede})


def test_een_naam_voor_twee_uitwerkingen() -> None:
    def iets(*, aow_datum: date) -> date:
        return aow_datum

    with pytest.raises(Catalogusfout, match="De uitwerking iets komt twee keer voor"):
        _bouw({"PRF-1": iets, "PRF-2": iets})


def test_een_uitwerking_met_de_naam_van_een_feit() -> None:
    def aow_datum(*, geboortedatum: date) -> date:
        return geboortedatum

    with pytest.raises(Catalogusfout, match="Deze naam wijst twee dingen aan: aow_datum"):
        _bouw({"PRF-1": aow_datum})


def test_een_waarde_met_de_naam_van_een_feit() -> None:
    reeks = lees_reeks("aow_datum", "proef", {"eenheid": "dagen", "waarde": 1})

    with pytest.raises(Catalogusfout, match="Deze naam wijst twee dingen aan: aow_datum"):
        _bouw(waarden=(reeks,), normen={"PRF-1": _norm()})


def test_een_norm_die_twee_keer_voorkomt() -> None:
    norm = lees_norm("PRF-1", _norm(), BRON)

    with pytest.raises(Catalogusfout, match="De norm PRF-1 komt twee keer voor"):
        bouw([Inhoud(BRON, (norm, norm), (), "proef")], [])


def test_een_uitwerking_zonder_uitleg() -> None:
    def iets(*, aow_datum: date) -> date:
        return aow_datum

    with pytest.raises(Catalogusfout, match="PRF-1 is uitgewerkt en heeft dus een uitleg nodig"):
        _bouw({"PRF-1": iets}, {"PRF-1": _norm(uitleg="")})


def test_een_uitleg_die_iets_noemt_wat_geen_argument_is() -> None:
    def iets(*, aow_datum: date) -> date:
        return aow_datum

    with pytest.raises(Catalogusfout, match="PRF-1: de uitleg noemt kleur, en dat is geen argument"):
        _bouw({"PRF-1": iets}, {"PRF-1": _norm(uitleg="Het is {kleur}.")})


def test_een_uitleg_die_een_hele_uitkomst_noemt() -> None:
    def iets(*, ander: Uitkomst) -> bool:
        return ander is not None

    def ander(*, aow_datum: date) -> date:
        return aow_datum

    with pytest.raises(Catalogusfout, match="PRF-1: de uitleg noemt ander, en dat is een hele uitkomst"):
        _bouw({"PRF-1": iets, "PRF-2": ander}, {"PRF-1": _norm(uitleg="Het is {ander}."), "PRF-2": _norm()})


def test_wie_de_peildatum_gebruikt_zegt_hoe_lang_het_antwoord_geldt() -> None:
    with pytest.raises(Catalogusfout, match="gebruikt de peildatum en moet dan zeggen tot wanneer"):
        _bouw({"PRF-1": _geeft_dag})


def test_per_onderdeel_kan_alleen_bij_een_feit_waarvan_er_meer_zijn() -> None:
    def iets(*, aow_datum: date) -> date:
        return aow_datum

    with pytest.raises(Catalogusfout, match="'aow_datum' in per is geen feit waarvan er meer kunnen zijn"):
        _bouw({"PRF-1": iets}, per="aow_datum")


def test_geldig_naar_iets_wat_niet_bestaat() -> None:
    def iets(*, aow_datum: date) -> date:
        return aow_datum

    with pytest.raises(Catalogusfout, match=r"geldig\.naar noemt 'kleur'"):
        _bouw({"PRF-1": iets}, {"PRF-1": _norm(geldig={"naar": "kleur"})})


@pytest.mark.parametrize(
    ("meer", "melding"),
    [
        ({"gelijk_aan": "PRF-9"}, "gelijk_aan wijst naar een bestaande norm"),
        ({"termijn": "kleur"}, "de termijn 'kleur' is geen waarde"),
        ({"herstel": {"wat": "Maak het.", "wie": ["werkgever"], "feit": "stukken", "inspanning": "stuk"}}, "welk stuk"),
        ({"moment": {"naam": "a", "wie": "b"}}, "staat op de tijdlijn en heeft dus een uitwerking nodig"),
    ],
)
def test_een_norm_zonder_uitwerking_die_er_een_nodig_heeft(meer: dict[str, Any], melding: str) -> None:
    with pytest.raises(Catalogusfout, match=melding):
        _bouw(normen={"PRF-1": _norm(**meer)})


@pytest.mark.parametrize(
    ("moment", "melding"),
    [
        ({"gedaan": "kleur"}, "'kleur' in moment is geen feit en geen uitkomst"),
        ({"vroegst": "kleur"}, "'kleur' in moment is geen feit en geen uitkomst"),
        ({"gedaan_door": "kleur"}, "'kleur' in moment.gedaan_door is geen feit en geen soort stuk"),
        ({"gedaan": "aow_datum", "gedaan_door": "plan_van_aanpak"}, "laat gedaan_door weg"),
        ({"oordeel": "aow_datum"}, "'aow_datum' in moment.oordeel is geen feit met ja of nee"),
        ({"uitgebleven": "aow_datum"}, "'aow_datum' in moment.uitgebleven is geen feit met ja of nee"),
    ],
)
def test_een_moment_dat_iets_noemt_wat_niet_bestaat(moment: dict[str, Any], melding: str) -> None:
    def iets(*, aow_datum: date) -> date:
        return aow_datum

    with pytest.raises(Catalogusfout, match=melding):
        _bouw({"PRF-1": iets}, {"PRF-1": _norm(moment={"naam": "a", "wie": "b", **moment})})


def test_een_uitwerking_die_niets_teruggeeft_is_een_fout_en_geen_antwoord() -> None:
    def iets(*, aow_datum: date | None) -> None:
        return None

    with pytest.raises(TypeError, match="De uitwerking van PRF-1 gaf niets terug"):
        _bouw({"PRF-1": iets}).beoordeel(Dossier(kenmerk="x"), date(2025, 1, 1))


# --- de echte catalogus ---------------------------------------------------------------------------------------


def test_de_versie_verandert_met_de_inhoud_en_met_de_rekenregels(monkeypatch: pytest.MonkeyPatch) -> None:
    norm = lees_norm("PRF-1", _norm(), BRON)
    eerst = bouw([Inhoud(BRON, (norm,), (), "a")], []).versie

    assert bouw([Inhoud(BRON, (norm,), (), "a")], []).versie == eerst
    assert bouw([Inhoud(BRON, (norm,), (), "b")], []).versie != eerst

    monkeypatch.setattr(poortnormen.bron, "_kernbestanden", lambda _: [("tijd.py", b"anders")])
    assert bouw([Inhoud(BRON, (norm,), (), "a")], []).versie != eerst


def test_geen_norm_die_ooit_een_id_kreeg_verdwijnt() -> None:
    ooit = set(NORM_IDS.read_text(encoding="utf-8").split())

    assert ooit - set(catalogus().normen) == set()
    assert set(catalogus().normen) - ooit == set(), "zet nieuwe ids in tests/poortnormen/norm_ids.txt"


def test_elke_waarde_noemt_een_norm_die_bestaat() -> None:
    for reeks in catalogus().waarden.values():
        assert not reeks.norm or reeks.norm in catalogus().normen, reeks.naam


def test_elke_waarde_wordt_gebruikt() -> None:
    """Een getal dat nergens meetelt, wekt de schijn dat het dat wel doet."""
    gebruikt = {a.naam for uitwerking in catalogus().uitwerkingen.values() for a in uitwerking.argumenten}
    gebruikt |= {naam for functie in REGELS.values() for naam in argumenten(functie)}
    gebruikt |= {norm.termijn for norm in catalogus().normen.values()}

    assert set(catalogus().waarden) - gebruikt - ALLEEN_TER_INFORMATIE - BUITEN_EEN_DOSSIER == set()


# --- vorm van de functies -------------------------------------------------------------------------------------


@pytest.mark.parametrize("norm_id", list(catalogus().uitwerkingen))
def test_een_uitwerking_heeft_alleen_benoemde_argumenten_en_een_uitleg_voor_wie_leest(norm_id: str) -> None:
    functie = catalogus().uitwerkingen[norm_id].functie

    soorten = {parameter.kind for parameter in inspect.signature(functie).parameters.values()}

    assert soorten <= {inspect.Parameter.KEYWORD_ONLY}
    assert (functie.__doc__ or "").strip().endswith(".")


def test_geen_naam_van_een_feit_is_die_van_een_onderdeel() -> None:
    onderdelen = [soort.onderdeel for soort in FEITEN.values() if soort.onderdeel]

    assert len(onderdelen) == len(set(onderdelen))
    assert set(onderdelen) & set(FEITEN) == set()
    assert PEILDATUM not in FEITEN


def test_een_afgeleid_feit_verwijst_naar_een_feit_dat_er_is() -> None:
    for soort in FEITEN.values():
        if soort.sinds:
            assert FEITEN[soort.sinds].type is bool
        assert not (soort.uit_stuk and soort.sinds)


def test_nvt_en_mist_zijn_antwoorden() -> None:
    assert isinstance(nvt("reden", dag=date(2025, 1, 1)), Nvt)
    assert nvt("reden", dag=date(2025, 1, 1)).gegevens == {"dag": date(2025, 1, 1)}
    assert Tot(1, None).houdbaar_tot is None
    assert Mist(("a",)).mogelijk == ()
