"""Feiten die niet waar kunnen zijn, worden geweigerd met een zin die zegt wat te doen; wat ernaast ligt mag."""

import pytest

from poortnormen.dossier import Dossierfout, lees_dossier


def lees(*feiten: tuple[str, object]) -> None:
    lees_dossier(
        {
            "versie": 1,
            "kenmerk": "strijdig",
            "feiten": [
                {"feit": naam, "waarde": waarde, "vastgelegd_op": "2026-12-31", "gever": "werkgever"}
                for naam, waarde in feiten
            ],
        }
    )


ZIEK = ("ziekmeldingen", {"eerste_ziektedag": "2024-11-05"})


@pytest.mark.parametrize(
    ("feit", "waarde", "melding"),
    [
        (
            "hersteldmeldingen",
            {"hersteld_op": "2025-02-03", "hersteld_op_volgens_ander": "2025-02-04"},
            "niet betwist",
        ),
        ("eerder_verzuim_elders", {"is_er": False, "hersteld_op": "2024-10-01"}, "geen eerder verzuim"),
        (
            "eerder_verzuim_elders",
            {"is_er": True, "eerste_ziektedag": "2024-10-01", "hersteld_op": "2024-10-01"},
            "voordat het begint",
        ),
        (
            "bericht_onvolledig_verslag",
            {"gedagtekend_op": "2026-08-24", "uiterste_dag": "2026-08-23"},
            "ligt voor de dag van de brief",
        ),
        (
            "herstelbesluiten",
            {"besluit_op": "2027-02-11", "verzoek_ontvangen_op": "2027-02-12", "is_hersteld": True},
            "voordat het verzoek er was",
        ),
        (
            "planafspraken",
            {"kenmerk": "a", "afgesproken_op": "2025-01-02", "uiterlijk_op": "2025-01-01", "door": "werkgever"},
            "voordat zij is gemaakt",
        ),
        (
            "zicht_op_terugkeer",
            {"vastgesteld_op": "2025-11-10", "is_er": True, "tot_en_met": "2025-11-09"},
            "was al voorbij",
        ),
        (
            "hervattingsdoelen",
            {"gesteld_op": "2025-02-20", "uiterlijk_op": "2025-02-19", "uren_per_week": 24},
            "voordat het is gesteld",
        ),
        ("hervattingsdoelen", {"gesteld_op": "2025-02-20", "uiterlijk_op": "2025-06-01"}, "minstens een"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_met_wat_te_doen(feit: str, waarde: object, melding: str) -> None:
    with pytest.raises(Dossierfout, match=melding) as gevangen:
        lees(ZIEK, (feit, waarde))

    assert [fout.pad for fout in gevangen.value.fouten] == ["$.feiten[1].waarde"]


@pytest.mark.parametrize(
    ("feit", "waarde"),
    [
        (
            "hersteldmeldingen",
            {"hersteld_op": "2025-02-03", "is_betwist": True, "hersteld_op_volgens_ander": "2025-02-04"},
        ),
        ("eerder_verzuim_elders", {"is_er": False}),
        (
            "eerder_verzuim_elders",
            {"is_er": True, "eerste_ziektedag": "2024-10-01", "hersteld_op": "2024-10-02"},
        ),
        ("bericht_onvolledig_verslag", {"gedagtekend_op": "2026-08-24", "uiterste_dag": "2026-08-24"}),
        (
            "herstelbesluiten",
            {"besluit_op": "2027-02-12", "verzoek_ontvangen_op": "2027-02-12", "is_hersteld": True},
        ),
        (
            "planafspraken",
            {"kenmerk": "a", "afgesproken_op": "2025-01-02", "uiterlijk_op": "2025-01-02", "door": "werkgever"},
        ),
        ("zicht_op_terugkeer", {"vastgesteld_op": "2025-11-10", "is_er": True, "tot_en_met": "2025-11-10"}),
        ("hervattingsdoelen", {"gesteld_op": "2025-02-20", "uiterlijk_op": "2025-02-20", "loonwaarde_pct": 65}),
    ],
)
def test_wat_net_wel_kan_wordt_gelezen(feit: str, waarde: object) -> None:
    lees(ZIEK, (feit, waarde))


@pytest.mark.parametrize(
    ("feit", "waarde"),
    [
        ("bekortingsverzoeken", {"ontvangen_op": "2027-02-12"}),
        (
            "planafspraken",
            {"kenmerk": "a", "afgesproken_op": "2025-01-02", "uiterlijk_op": "2025-02-02", "door": "werkgever"},
        ),
    ],
)
def test_wat_iets_anders_moet_kunnen_aanwijzen_komt_maar_een_keer_voor(feit: str, waarde: object) -> None:
    with pytest.raises(Dossierfout, match="al een"):
        lees((feit, waarde), (feit, waarde))


def test_twee_ziekmeldingen_zonder_herstel_ertussen_worden_geweigerd() -> None:
    with pytest.raises(Dossierfout, match="Er loopt al een ziekteperiode sinds 2024-11-05"):
        lees(ZIEK, ("ziekmeldingen", {"eerste_ziektedag": "2024-12-05"}))


@pytest.mark.parametrize("dag", ["2024-11-05", "2024-11-04"])
def test_herstel_op_of_voor_de_eerste_ziektedag_wordt_geweigerd(dag: str) -> None:
    with pytest.raises(Dossierfout, match="liep er geen ziekteperiode"):
        lees(ZIEK, ("hersteldmeldingen", {"hersteld_op": dag}))


def test_verlof_dat_overlapt_wordt_geweigerd_en_aansluitend_verlof_niet() -> None:
    eerste = ("verloven", {"vanaf": "2025-03-10", "tot_en_met": "2025-06-29"})

    lees(ZIEK, eerste, ("verloven", {"vanaf": "2025-06-30", "tot_en_met": "2025-07-20"}))
    with pytest.raises(Dossierfout, match="overlapt met het verlof vanaf 2025-03-10"):
        lees(ZIEK, eerste, ("verloven", {"vanaf": "2025-06-29", "tot_en_met": "2025-07-20"}))
    with pytest.raises(Dossierfout, match="voordat het begint"):
        lees(ZIEK, ("verloven", {"vanaf": "2025-03-10", "tot_en_met": "2025-03-09"}))
