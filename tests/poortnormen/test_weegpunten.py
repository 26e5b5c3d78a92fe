"""De punten die de bron bij een oordeel laat wegen, en de toelichting: naast een tabel die los daarvan is nagekeken.

`scripts/dekking.py` leest dezelfde tabellen: een norm die hier niet meer klopt, is niet meer gedekt.
"""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from proef import feit, met_id

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier, Dossierfout, Feit, lees_dossier, schrijf_dossier
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.verzuim import Hervatting
from poortnormen.feiten.weging import Puntweging, Weegt, Weging
from poortnormen.stand import standnormen
from poortnormen.standdelen import Reden
from poortnormen.toetsboom import reden_van
from poortnormen.weegpunten import toelichting_bij, toelichtingen, weegpunten, weegvragen
from poortnormen.weegstand import VOORWAARDEN, Puntstand, Weegopmerking

GEGEVENS = Path(__file__).parent / "gegevens"
PUNTEN = tomllib.loads((GEGEVENS / "weegpunten.toml").read_text(encoding="utf-8"))
TEKSTEN = tomllib.loads((GEGEVENS / "toelichtingen.toml").read_text(encoding="utf-8"))
DAG = date(2026, 11, 24)
BEGIN = date(2020, 1, 1)
# Per voorwaarde een feit waarmee zij geldt, en een waarmee zij niet geldt.
GELDT = {
    "tijdelijk_contract": (
        feit("dienstverband", Dienstverband(begin=BEGIN, einde=date(2027, 1, 31))),
        feit("dienstverband", Dienstverband(begin=BEGIN)),
    ),
    "er_zijn_mogelijkheden": (feit("heeft_mogelijkheden", waarde=True), feit("heeft_mogelijkheden", waarde=False)),
    "geen_mogelijkheden": (feit("heeft_mogelijkheden", waarde=False), feit("heeft_mogelijkheden", waarde=True)),
    "arbeidstherapie": (
        feit("hervattingen", Hervatting(vanaf=BEGIN, uren_per_week=Fraction(8), is_therapeutisch=True)),
        feit("hervattingen", Hervatting(vanaf=BEGIN, uren_per_week=Fraction(8))),
    ),
}
PAREN = [(norm, vraag) for norm, rij in PUNTEN.items() for vraag in rij["bij"]]
TE_MARKEREN = [(norm, vraag) for norm, vraag in PAREN if weegvragen()[vraag].legt_vast]


def beoordeel(*feiten: Feit) -> Beoordeling:
    genummerd = tuple(met_id(een, nummer) for nummer, een in enumerate(feiten))
    regels = catalogus()
    return regels.beoordeel(Dossier(kenmerk="proef", feiten=genummerd), DAG, alleen=standnormen(regels))


def knoop(norm_id: str, *feiten: Feit) -> Reden:
    return reden_van(catalogus(), beoordeel(*feiten), norm_id)


def punt_in(reden: Reden, norm: str, vraag: str) -> Puntstand | None:
    return next((een for een in reden.weegpunten if (een.punt.norm, een.feit) == (norm, vraag)), None)


def met_punt(vraag: str, norm: str, weegt: Weegt, *, antwoord: bool, tegenwicht: str = "") -> Feit:
    weging = Weging(punten=(Puntweging(norm=norm, weegt=weegt),), tegenwicht=tegenwicht)
    return feit(vraag, antwoord, motivering="Zo is het besproken.", weging=weging)


def test_er_zijn_niet_meer_en_niet_minder_punten_dan_nagekeken():
    assert set(weegpunten()) == set(PUNTEN)
    assert set(toelichtingen()) == set(TEKSTEN)


@pytest.mark.parametrize("norm", PUNTEN)
def test_een_punt_zegt_wat_is_nagekeken(norm):
    punt, rij = weegpunten()[norm], PUNTEN[norm]

    assert norm in catalogus().normen
    assert rij["woord"] in punt.zin.lower()
    assert dict(punt.bij) == rij["bij"]
    assert f"{punt.eist or ''} {punt.van}".strip() == rij.get("eist", "")
    assert punt.als == rij.get("als", "")


def test_geen_twee_punten_zeggen_hetzelfde():
    assert len({punt.zin for punt in weegpunten().values()}) == len(weegpunten())


@pytest.mark.parametrize(("norm", "vraag"), PAREN)
def test_een_punt_staat_bij_de_norm_die_naar_het_oordeel_vraagt(norm, vraag):
    """Met een feit waardoor de voorwaarde geldt, en een waardoor zij niet geldt."""
    gevraagd_door = weegvragen()[vraag].norm
    als = PUNTEN[norm].get("als", "")
    wel, niet = GELDT[als] if als else (None, None)
    argumenten = {argument.naam for argument in catalogus().uitwerkingen[gevraagd_door].argumenten}

    assert vraag in argumenten
    gevonden = punt_in(knoop(gevraagd_door, *filter(None, [wel])), norm, vraag)
    assert gevonden is not None
    assert (gevonden.geldt, gevonden.richting) == (True, PUNTEN[norm]["bij"][vraag])
    if niet is not None:
        staat_niet = punt_in(knoop(gevraagd_door, niet), norm, vraag)
        assert staat_niet is not None
        assert staat_niet.geldt is False


@pytest.mark.parametrize("naam", VOORWAARDEN)
def test_zonder_feit_is_niet_bekend_of_een_voorwaarde_geldt(naam):
    assert VOORWAARDEN[naam].geldt(beoordeel().beeld) is None


def test_elke_voorwaarde_wordt_ergens_gebruikt_en_is_beproefd():
    assert set(VOORWAARDEN) == set(GELDT) == {rij["als"] for rij in PUNTEN.values() if "als" in rij}


@pytest.mark.parametrize(("norm", "vraag"), TE_MARKEREN)
def test_een_punt_dat_tegen_het_antwoord_pleit_vraagt_om_uitleg(norm, vraag):
    """Het oordeel telt gewoon; er komt alleen een opmerking bij."""
    vraagnorm = weegvragen()[vraag].norm
    eens, oneens = (True, False) if PUNTEN[norm]["bij"][vraag] == "ja" else (False, True)

    met_opmerking = knoop(vraagnorm, met_punt(vraag, norm, Weegt.SPEELT_MEE, antwoord=oneens))
    verwacht = Weegopmerking(gever="werkgever", feit=vraag, antwoord=oneens, normen=(norm,))
    assert verwacht in met_opmerking.weegopmerkingen
    for stil in (
        met_punt(vraag, norm, Weegt.SPEELT_MEE, antwoord=eens),
        met_punt(vraag, norm, Weegt.SPEELT_NIET, antwoord=oneens),
        met_punt(vraag, norm, Weegt.WEET_IK_NIET, antwoord=oneens),
        met_punt(vraag, norm, Weegt.SPEELT_MEE, antwoord=oneens, tegenwicht="Iets anders woog zwaarder."),
    ):
        assert knoop(vraagnorm, stil).weegopmerkingen == ()


def test_een_opmerking_verandert_het_antwoord_niet():
    zonder = knoop("BKP-4c-05", feit("is_intern_werk_gezocht", waarde=True, motivering="Er is gezocht."))
    mee = met_punt("is_intern_werk_gezocht", "BKP-9-40", Weegt.SPEELT_MEE, antwoord=True)
    met_punten = knoop("BKP-4c-05", mee)

    assert met_punten.weegopmerkingen
    assert (zonder.uitkomst, zonder.uitleg) == (met_punten.uitkomst, met_punten.uitleg)


def test_van_twee_gevers_staat_bij_een_punt_wat_elk_zei():
    van_werkgever = met_punt("is_intern_werk_gezocht", "BKP-9-40", Weegt.SPEELT_NIET, antwoord=True)
    van_werknemer = Feit(
        naam="is_intern_werk_gezocht",
        waarde=False,
        vastgelegd_op=DAG,
        gever="werknemer",
        motivering="Er is niets aangeboden.",
        weging=Weging(punten=(Puntweging(norm="BKP-9-40", weegt=Weegt.SPEELT_MEE),)),
    )

    punt = punt_in(knoop("BKP-4c-05", van_werkgever, van_werknemer), "BKP-9-40", "is_intern_werk_gezocht")
    assert punt is not None
    assert set(punt.gewogen) == {("werkgever", Weegt.SPEELT_NIET), ("werknemer", Weegt.SPEELT_MEE)}


def test_over_de_medische_kant_wordt_per_punt_niets_vastgelegd():
    """Welk punt daar meespeelt, kan iets over ziekte of behandeling zeggen: het staat er alleen om te wegen."""
    for vraag, norm in [
        ("is_belastbaarheid_aannemelijk", "BKP-7.2-03"),
        ("is_medische_begeleiding_voldoende", "BKP-7.2-08"),
        ("is_volgens_richtlijnen_gewerkt", "BKP-7.3-03"),
        ("is_ontbreken_mogelijkheden_onderbouwd", "BKP-7.4-05"),
    ]:
        assert not weegvragen()[vraag].legt_vast
        with pytest.raises(Dossierfout, match="wordt bij"):
            lees_dossier(als_json(vraag, norm))


def als_json(vraag: str, *normen: str, waarde: object = True) -> dict[str, object]:
    return {
        "versie": 1,
        "kenmerk": "proef",
        "feiten": [
            {
                "id": "1",
                "feit": vraag,
                "waarde": waarde,
                "vastgelegd_op": "2026-11-24",
                "gever": "uwv",
                "motivering": "Zo is het.",
                "weging": {
                    "punten": [{"norm": norm, "weegt": "speelt_mee"} for norm in normen],
                    "tegenwicht": "Het was niet genoeg.",
                },
            }
        ],
    }


def test_een_weging_gaat_heen_en_weer_door_het_bestand():
    bestand = als_json("is_intern_werk_gezocht", "BKP-9-40", "BKP-9-41")

    assert schrijf_dossier(lees_dossier(bestand)) == bestand


@pytest.mark.parametrize(
    ("vraag", "normen", "melding"),
    [
        ("is_intern_werk_gezocht", ["BKP-9-46"], "wordt bij 'is_intern_werk_gezocht' niet vastgelegd"),
        ("is_intern_werk_gezocht", ["BKP-9-40", "BKP-9-40"], "staat er twee keer"),
        ("heeft_mogelijkheden", ["BKP-9-40"], "wordt bij 'heeft_mogelijkheden' niet vastgelegd"),
    ],
)
def test_een_punt_dat_er_niet_hoort_wordt_geweigerd_met_de_plaats(vraag, normen, melding):
    with pytest.raises(Dossierfout, match=melding) as fout:
        lees_dossier(als_json(vraag, *normen))
    assert fout.value.fouten[0].pad.startswith("$.feiten[0].weging")


@pytest.mark.parametrize(("norm", "bij"), [(norm, bij) for norm, rij in TEKSTEN.items() for bij in rij["bij"]])
def test_toelichting_staat_bij_de_vraag_waar_zij_ertoe_doet(norm, bij):
    rij = TEKSTEN[norm]
    tekst = next((een for een in knoop(bij).toelichting if een.norm == norm), None)

    assert norm in catalogus().normen
    assert tekst is not None
    assert tekst in toelichting_bij(bij)
    assert (tekst.soort, tekst.bij) == (rij["soort"], tuple(rij["bij"]))
    assert rij["woord"] in tekst.zin.lower()
