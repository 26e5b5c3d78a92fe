"""The choice form: ideas apart, marks together, and a choice by the two parties only."""

from dataclasses import replace

import pytest
from trajectwereld import Trajectwereld

from poortnormen.bronnen.werkaanpassing.soorten import Duur, Rol, Score
from poortnormen.omzetting import Omzetfout
from poortwijzer.dossiers.access import GeenToegang, access_dossier
from poortwijzer.dossiers.actions import Conflict, Invoerfout
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.werkaanpassing.actions import (
    beoordeel_oplossing,
    breng_oplossing_in,
    geef_akkoord_op_oplossing,
    meld_ideeen_klaar,
    verwijder_oplossing,
)
from poortwijzer.werkaanpassing.beelden import Ideebeeld
from poortwijzer.werkaanpassing.lezen import Ideeinhoud, als_json, uit_json
from poortwijzer.werkaanpassing.models import Oplossingregel
from poortwijzer.werkaanpassing.poort import Tegengehouden
from poortwijzer.werkaanpassing.queries import ideeen


def _ideeen(wereld: Trajectwereld, actor: Actor) -> tuple[Ideebeeld, ...]:
    geopend = access_dossier(actor, wereld.dossier.kenmerk, deel=Deel.KNELPUNTEN_SAMEN)
    return ideeen(actor, geopend, wereld.id)


def _teksten(wereld: Trajectwereld, actor: Actor) -> set[str]:
    return {idee.inhoud.tekst for idee in _ideeen(wereld, actor)}


def test_eerst_apart_dan_samen_en_de_begeleider_kiest_niet(wereld: Trajectwereld):
    knelpunt, _ander = wereld.vastgesteld_samen()

    def breng_in(actor: Actor, tekst: str) -> Oplossingregel:
        return wereld.doe(breng_oplossing_in, actor, knelpunt_id=knelpunt, inhoud=Ideeinhoud(tekst=tekst))

    stoel = breng_in(wereld.werknemer, "een andere stoel")
    breng_in(wereld.leiding, "andere taken")
    assert _teksten(wereld, wereld.werknemer) == {"een andere stoel"}
    assert _teksten(wereld, wereld.leiding) == {"andere taken"}
    assert _teksten(wereld, wereld.begeleider) == {"een andere stoel", "andere taken"}
    with pytest.raises(Tegengehouden) as fout:
        breng_in(wereld.begeleider, "een pauzerooster")
    assert [deel.code for deel in fout.value.bevindingen] == ["begeleider_te_vroeg"]
    with pytest.raises(Tegengehouden):
        wereld.doe(
            beoordeel_oplossing,
            wereld.werknemer,
            oplossing_id=stoel.pk,
            inhoud=Ideeinhoud(tekst="een andere stoel", effectief=Score.PLUS),
        )
    with pytest.raises(Invoerfout, match="Kiezen kan"):
        wereld.doe(geef_akkoord_op_oplossing, wereld.werknemer, oplossing_id=stoel.pk, is_akkoord=True)

    wereld.doe(meld_ideeen_klaar, wereld.werknemer)
    assert _teksten(wereld, wereld.leiding) == {"andere taken"}
    for act in (
        lambda: breng_in(wereld.werknemer, "nog iets"),
        lambda: wereld.doe(meld_ideeen_klaar, wereld.werknemer),
    ):
        with pytest.raises(Invoerfout):
            act()
    with pytest.raises(GeenToegang):
        wereld.doe(meld_ideeen_klaar, wereld.begeleider)
    wereld.doe(meld_ideeen_klaar, wereld.leiding)

    rooster = breng_in(wereld.begeleider, "een pauzerooster")
    for lezer in (wereld.werknemer, wereld.leiding, wereld.begeleider):
        assert _teksten(wereld, lezer) == {"een andere stoel", "andere taken", "een pauzerooster"}
    with pytest.raises(GeenToegang):
        wereld.doe(geef_akkoord_op_oplossing, wereld.begeleider, oplossing_id=rooster.pk, is_akkoord=True)
    for partij in (wereld.werknemer, wereld.leiding):
        wereld.doe(geef_akkoord_op_oplossing, partij, oplossing_id=rooster.pk, is_akkoord=True)
    (gekozen,) = [idee for idee in _ideeen(wereld, wereld.leiding) if idee.inhoud.akkoord]
    assert (gekozen.inhoud.tekst, gekozen.aangedragen_door) == ("een pauzerooster", Rol.PROCESBEGELEIDER)
    assert set(gekozen.inhoud.akkoord) == {Rol.WERKNEMER, Rol.LEIDINGGEVENDE}


def test_wie_iets_verandert_vraagt_de_ander_opnieuw_en_niemand_overschrijft(wereld: Trajectwereld):
    knelpunt, _ander = wereld.vastgesteld_samen()
    regel = wereld.doe(
        breng_oplossing_in, wereld.werknemer, knelpunt_id=knelpunt, inhoud=Ideeinhoud(tekst="een andere stoel")
    )
    for partij in (wereld.werknemer, wereld.leiding):
        wereld.doe(meld_ideeen_klaar, partij)
    for partij in (wereld.werknemer, wereld.leiding):
        wereld.doe(geef_akkoord_op_oplossing, partij, oplossing_id=regel.pk, is_akkoord=True)
    (beeld,) = _ideeen(wereld, wereld.leiding)
    met_score = replace(
        beeld.inhoud, effectief=Score.PLUSMIN, haalbaar=Score.ONBEKEND, duur=Duur.BLIJVEND, prioriteit=1
    )
    velden = {"oplossing_id": regel.pk, "verwachte_versie": beeld.versie}

    wereld.doe(beoordeel_oplossing, wereld.leiding, inhoud=met_score, **velden)

    (na,) = _ideeen(wereld, wereld.werknemer)
    assert na.inhoud == replace(met_score, akkoord=(Rol.LEIDINGGEVENDE,))
    with pytest.raises(Conflict) as fout:
        wereld.doe(beoordeel_oplossing, wereld.werknemer, inhoud=replace(met_score, opmerking="te duur"), **velden)
    assert fout.value.ingediend["opmerking"] == "te duur"
    with pytest.raises(Conflict):
        wereld.doe(geef_akkoord_op_oplossing, wereld.werknemer, is_akkoord=True, **velden)


@pytest.mark.parametrize("teken", ["++++", "±", "--", "goed", ""])
def test_een_teken_buiten_de_zes_bestaat_niet(teken):
    with pytest.raises(Omzetfout):
        uit_json({"tekst": "een stoel", "effectief": teken}, Ideeinhoud)
    for score in Score:
        idee = Ideeinhoud(tekst="een stoel", effectief=score)
        assert uit_json(als_json(idee), Ideeinhoud) == idee


def test_een_idee_hoort_bij_een_knelpunt_dat_vaststaat_en_is_van_wie_het_inbracht(wereld: Trajectwereld):
    eigen = wereld.knelpunt(wereld.werknemer, "haast")
    idee = Ideeinhoud(tekst="een andere stoel")
    with pytest.raises(Invoerfout):
        wereld.doe(breng_oplossing_in, wereld.werknemer, knelpunt_id=eigen.pk, inhoud=idee)
    assert not Oplossingregel.objects.exists()


def test_een_eigen_idee_gaat_weg_zolang_niemand_het_zag(wereld: Trajectwereld):
    knelpunt, _ander = wereld.vastgesteld_samen()
    regel = wereld.doe(
        breng_oplossing_in, wereld.werknemer, knelpunt_id=knelpunt, inhoud=Ideeinhoud(tekst="een andere stoel")
    )
    with pytest.raises(Invoerfout):
        wereld.doe(verwijder_oplossing, wereld.leiding, oplossing_id=regel.pk)
    wereld.doe(verwijder_oplossing, wereld.werknemer, oplossing_id=regel.pk)
    assert _ideeen(wereld, wereld.werknemer) == ()
