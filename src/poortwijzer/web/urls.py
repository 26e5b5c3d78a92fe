"""The addresses of the screens."""

from django.urls import URLPattern, path

from poortwijzer.web.views import (
    begin,
    bijlagen,
    dossiers,
    feiten,
    gasten,
    invullen,
    nood,
    normen,
    oordeel,
    reacties,
    stukken,
    taken,
    toestemmingen,
    toezicht,
    verzuim,
    werknemers,
)

app_name = "web"

urlpatterns: list[URLPattern] = [
    path("", begin.begin, name="begin"),
    path("mijn-account/", begin.mijn_account, name="mijn_account"),
    path("normen/", normen.normen, name="normen"),
    path("normen/<str:norm_id>/", normen.norm, name="norm"),
    path("werk/", taken.werk, name="werk"),
    path("werk/<uuid:taak_id>/", taken.taak, name="taak"),
    path("dossiers/", dossiers.dossiers, name="dossiers"),
    path("noodtoegang/", nood.noodtoegang, name="noodtoegang"),
    path("toezicht/", toezicht.toezicht, name="toezicht"),
    path("toezicht/noodtoegang/<uuid:nood_id>/", nood.beoordelen, name="nood_beoordelen"),
    path("gast/", gasten.gast, name="gast"),
    path("gast/<str:token>/", gasten.gast_binnen, name="gast_binnen"),
    path("ziekmelden/", verzuim.kies_werknemer, name="ziekmelden"),
    path("ziekmelden/<uuid:werknemer_id>/", verzuim.ziekmelden, name="ziekmelden_wie"),
    path("werknemers/nieuw/", werknemers.toevoegen, name="werknemer_toevoegen"),
    path("werknemers/<uuid:werknemer_id>/account/", werknemers.account, name="werknemer_account"),
    path("dossiers/<str:kenmerk>/", dossiers.dossier, name="dossier"),
    path("dossiers/<str:kenmerk>/gegevens/", feiten.gegevens, name="gegevens"),
    path("dossiers/<str:kenmerk>/gegevens/<str:naam>/", feiten.feit, name="feit"),
    path("dossiers/<str:kenmerk>/intrekken/<uuid:feit_id>/", feiten.intrekken, name="intrekken"),
    path("dossiers/<str:kenmerk>/sluiten/", dossiers.sluiten, name="sluiten"),
    path("dossiers/<str:kenmerk>/hervatting/", verzuim.hervatting, name="hervatting"),
    path("dossiers/<str:kenmerk>/herstel/", verzuim.herstel, name="herstel"),
    path("dossiers/<str:kenmerk>/afwijking/<str:norm_id>/", feiten.afwijking, name="afwijking"),
    path("dossiers/<str:kenmerk>/afwijkingen/<uuid:feit_id>/", feiten.afwijking_antwoord, name="afwijking_antwoord"),
    path("dossiers/<str:kenmerk>/stand/", oordeel.stand, name="stand"),
    path("dossiers/<str:kenmerk>/wat-als/", oordeel.watals, name="watals"),
    path("dossiers/<str:kenmerk>/betrokkenen/", dossiers.betrokkenen, name="betrokkenen"),
    path("dossiers/<str:kenmerk>/betrokkenen/nieuw/", dossiers.betrokkene_toevoegen, name="betrokkene_toevoegen"),
    path(
        "dossiers/<str:kenmerk>/betrokkenen/<uuid:betrokkene_id>/beeindigen/",
        dossiers.betrokkene_beeindigen,
        name="betrokkene_beeindigen",
    ),
    path("dossiers/<str:kenmerk>/gasten/", gasten.gasten, name="gasten"),
    path("dossiers/<str:kenmerk>/gasten/nieuw/", gasten.gast_nieuw, name="gast_nieuw"),
    path("dossiers/<str:kenmerk>/gasten/<uuid:link_id>/intrekken/", gasten.gast_intrekken, name="gast_intrekken"),
    path("dossiers/<str:kenmerk>/gasten/<uuid:link_id>/antwoord/", gasten.gast_antwoord, name="gast_antwoord"),
    path("dossiers/<str:kenmerk>/toestemming/", toestemmingen.lijst, name="toestemmingen"),
    path("dossiers/<str:kenmerk>/toestemming/vragen/", toestemmingen.vragen, name="toestemming_vragen"),
    path(
        "dossiers/<str:kenmerk>/toestemming/<uuid:toestemming_id>/antwoord/",
        toestemmingen.antwoord,
        name="toestemming_antwoord",
    ),
    path(
        "dossiers/<str:kenmerk>/toestemming/<uuid:toestemming_id>/noteren/",
        toestemmingen.noteren,
        name="toestemming_noteren",
    ),
    path("dossiers/<str:kenmerk>/inzage/", dossiers.inzage, name="inzage"),
    path("dossiers/<str:kenmerk>/bijlagen/nieuw/", bijlagen.nieuw, name="bijlage_nieuw"),
    path("dossiers/<str:kenmerk>/bijlagen/<uuid:bijlage_id>/", bijlagen.bijlage, name="bijlage"),
    path("dossiers/<str:kenmerk>/bijlagen/<uuid:bijlage_id>/weghalen/", bijlagen.intrekken, name="bijlage_intrekken"),
    path(
        "dossiers/<str:kenmerk>/bijlagen/<uuid:bijlage_id>/bevestigen/", bijlagen.bevestigen, name="bijlage_bevestigen"
    ),
    path("dossiers/<str:kenmerk>/documenten/", stukken.documenten, name="documenten"),
    path("dossiers/<str:kenmerk>/documenten/nieuw/<str:soort>/", invullen.nieuw, name="stuk_nieuw"),
    path("dossiers/<str:kenmerk>/documenten/<uuid:stuk_id>/", stukken.stuk, name="stuk"),
    path("dossiers/<str:kenmerk>/documenten/<uuid:stuk_id>/invullen/", invullen.bewerken, name="stuk_bewerken"),
    path("dossiers/<str:kenmerk>/documenten/<uuid:stuk_id>/bewaren/", invullen.bewaren, name="stuk_bewaren"),
    path("dossiers/<str:kenmerk>/documenten/<uuid:stuk_id>/bevestigen/", invullen.bevestigen, name="stuk_bevestigen"),
    path(
        "dossiers/<str:kenmerk>/documenten/<uuid:stuk_id>/vaststellen/", invullen.vaststellen, name="stuk_vaststellen"
    ),
    path("dossiers/<str:kenmerk>/documenten/<uuid:stuk_id>/reageren/", reacties.reageren, name="reageren"),
    path("dossiers/<str:kenmerk>/documenten/<uuid:stuk_id>/afschrift/", reacties.afschrift, name="afschrift"),
    path("dossiers/<str:kenmerk>/documenten/<uuid:stuk_id>/vergelijken/", stukken.vergelijken, name="vergelijken"),
    path(
        "dossiers/<str:kenmerk>/documenten/<uuid:stuk_id>/nieuwe-versie/", stukken.nieuwe_versie, name="nieuwe_versie"
    ),
    path("dossiers/<str:kenmerk>/documenten/<uuid:stuk_id>/pdf/", stukken.pdf, name="pdf"),
]
