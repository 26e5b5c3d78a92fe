"""Lists have the same order on every database, also where a day is not known."""

from datetime import timedelta
from uuid import uuid4

from poortwijzer.dossiers.models import Dossier, Wisregel, Wisronde
from poortwijzer.dossiers.queries import dossierlijst
from poortwijzer.dossiers.queries.bewaren import rondebeeld
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.rollen import Rol


def test_een_dossier_zonder_eerste_ziektedag_staat_achteraan(wereld):
    onbekend, eerder, later = (wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer()) for _ in range(3))
    Dossier.objects.update(aantal_te_laat=0)
    dagen = {onbekend: None, eerder: vandaag() - timedelta(days=9), later: vandaag() - timedelta(days=2)}
    for dossier, dag in dagen.items():
        Dossier.objects.filter(pk=dossier.pk).update(eerste_ziektedag=dag)

    gezien = [regel.kenmerk for regel in dossierlijst(wereld.hr).regels]

    assert gezien == [later.kenmerk, eerder.kenmerk, onbekend.kenmerk]


def test_een_regel_zonder_dag_staat_achteraan_op_de_lijst_van_wat_weg_moet(wereld):
    ronde = Wisronde.objects.create(
        organisatie=wereld.werkgever, grond="bewaartermijn", peildatum=vandaag(), created_at=nu()
    )
    for kenmerk, dag in (("A", None), ("B", vandaag()), ("C", vandaag() - timedelta(days=1))):
        Wisregel.objects.create(
            ronde=ronde,
            dossier_id=uuid4(),
            kenmerk=kenmerk,
            deel=Vaksoort.RE_INTEGRATIE,
            weg_vanaf=dag,
            uitkomst=Wisregel.Uitkomst.WEG,
        )

    gezien = [regel.kenmerk for regel in rondebeeld(wereld.hr, ronde.pk).regels]

    assert gezien == ["C", "B", "A"]


def test_de_volgorde_verraadt_niet_wat_een_rol_niet_leest(wereld):
    """The privacy officer has references only: who is ill longest or most too late is not told by their order."""
    dossiers = [wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer()) for _ in range(2)]
    eerste, tweede = sorted(dossiers, key=lambda dossier: dossier.pk.hex)
    Dossier.objects.filter(pk=eerste.pk).update(aantal_te_laat=0, eerste_ziektedag=vandaag() - timedelta(days=70))
    Dossier.objects.filter(pk=tweede.pk).update(aantal_te_laat=3, eerste_ziektedag=vandaag() - timedelta(days=2))

    def kenmerken(rol: Rol) -> list[str]:
        return [regel.kenmerk for regel in dossierlijst(wereld.actoren[rol]).regels]

    assert kenmerken(Rol.PRIVACY_OFFICER) == [eerste.kenmerk, tweede.kenmerk]
    assert kenmerken(Rol.WERKGEVER) == [tweede.kenmerk, eerste.kenmerk]
