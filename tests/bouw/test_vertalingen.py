"""What is translated is also what is shown: the compiled files belong to the sources beside them."""

from io import BytesIO, StringIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[2] / "src" / "poortwijzer" / "locale"


def vertaald(catalogus: Catalog) -> dict[object, object]:
    return {
        (bericht.id, bericht.context): bericht.string
        for bericht in catalogus
        if bericht.id and any(bericht.string) and not bericht.fuzzy
    }


def afwijkingen(po: bytes, mo: bytes) -> set[object]:
    """The texts that are in only one of both, or differ."""
    bron = vertaald(read_po(StringIO(po.decode("utf-8"))))
    gemaakt = vertaald(read_mo(BytesIO(mo)))
    return {sleutel for sleutel in bron.keys() | gemaakt.keys() if bron.get(sleutel) != gemaakt.get(sleutel)}


def test_gemaakte_bestanden_horen_bij_hun_bron():
    for po in sorted(LOCALE.rglob("*.po")):
        mo = po.with_suffix(".mo")
        assert mo.exists(), f"{po}: run make vertaal and commit what it makes"
        anders = afwijkingen(po.read_bytes(), mo.read_bytes())
        assert not anders, f"{po}: run make vertaal and commit what it makes; it differs in {anders}"


def test_de_vergelijking_ziet_een_verschil():
    catalogus = Catalog(locale="pl")
    catalogus.add("ziek", "chory")
    gemaakt = BytesIO()
    write_mo(gemaakt, catalogus)
    kop = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    assert not afwijkingen(f'{kop}msgid "ziek"\nmsgstr "chory"\n'.encode(), gemaakt.getvalue())
    assert afwijkingen(f'{kop}msgid "ziek"\nmsgstr "chora"\n'.encode(), gemaakt.getvalue()) == {("ziek", None)}
    assert afwijkingen(kop.encode(), gemaakt.getvalue()) == {("ziek", None)}
