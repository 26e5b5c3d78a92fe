"""The form of a kind: plain Django fields, made from data, that keep whatever was typed.

A draft stores what a person typed, also when it cannot be read. So the form is always bound to the stored answers:
showing a draft shows its faults, and saving never depends on the form being valid. Rows of a table and moments are
fields of their own (`activiteiten-0-wie`); "rij toevoegen" and "rij weghalen" are submit buttons, so that all works
without JavaScript.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms

from poortwijzer.formulieren.eisen import Ontbreekt
from poortwijzer.formulieren.soort import MEESTE_RIJEN, Kolom, Soort, Veld, Veldtype
from poortwijzer.formulieren.waarden import JA_NEE_ONBEKEND, STANDPUNTEN, Inhoud, Waarde, dag, fouten_in
from poortwijzer.lib.datums import gettext
from poortwijzer.lib.datums import gettext as _
from poortwijzer.toegang.rollen import Rol

KNOP_ERBIJ, KNOP_WEG = "rij_erbij", "rij_weg"
MEESTE_KNOPPEN = 5  # with more answers a list is easier to read than radio buttons


class Vraag(forms.CharField):
    """One input. On the page stands `kort`; a screen reader also hears `voor` or `na`, which tell it from its likes."""

    def __init__(self, *, kort: str = "", voor: str = "", na: str = "", label: str = "", **opties: Any) -> None:
        super().__init__(required=False, label=label or f"{voor}{kort}{na}", **opties)
        self.kort, self.voor, self.na = kort or self.label, voor, na


class Soortformulier(forms.Form):
    """The form of one document for one role: only the fields that this role supplies can be filled in.

    `rijen` says how many rows each table shows (see `rijen_na`); at least one more than are filled. `leemten` are
    shown at their fields, after somebody asked to freeze the document.
    """

    def __init__(
        self,
        soort: Soort,
        rol: Rol,
        inhoud: Mapping[str, Waarde],
        *,
        rijen: Mapping[str, int] | None = None,
        leemten: Sequence[Ontbreekt] = (),
    ) -> None:
        self.soort = soort
        self.rol = rol
        self.inhoud: Inhoud = dict(inhoud)
        self.leemten = leemten
        self.aantal_rijen = {
            veld.naam: min(max(len(self.inhoud.get(veld.naam, ())) + 1, (rijen or {}).get(veld.naam, 0)), MEESTE_RIJEN)
            for veld in soort.velden()
            if veld.rijnaam
        }
        super().__init__(data=dict(self._gevuld()))
        for veld in soort.velden():
            if rol in veld.gevers:
                self.fields.update(self._velden(veld))

    def clean(self) -> dict[str, Any]:
        """Put each fault at the field where it was made, and each gap at the field that fills it."""
        fouten = {fout.plaats: fout.zin for fout in fouten_in(self.soort, self.inhoud)}
        for plaats, zin in fouten.items():
            if plaats in self.fields:
                self.add_error(plaats, zin)
        for leemte in self.leemten:
            veld = self._eerste_van(leemte.veld)
            if veld is not None and leemte.sleutel not in fouten:
                self.add_error(veld, f"{leemte.wat} {leemte.doe}")
        return self.cleaned_data

    def _eerste_van(self, veld: str) -> str | None:
        return next((naam for naam in self.fields if naam == veld or naam.startswith(f"{veld}-")), None)

    def _gevuld(self) -> Iterator[tuple[str, str]]:
        for veld in self.soort.velden():
            match self.inhoud.get(veld.naam):
                case str() as tekst:
                    yield veld.naam, toon(veld, tekst)
                case list() as rijen:
                    for nummer, rij in enumerate(rijen):
                        yield from _rij(veld, nummer, rij)
                case dict() as standpunt:
                    yield from ((f"{veld.naam}-{deel}", tekst) for deel, tekst in standpunt.items())

    def _velden(self, veld: Veld) -> dict[str, forms.Field]:
        match veld.type:
            case Veldtype.TABEL:
                return {
                    f"{veld.naam}-{nummer}-{kolom.naam}": maak_veld(
                        kolom, gettext(kolom.label), rij=f"{gettext(veld.rijnaam or '')} {nummer + 1}: "
                    )
                    for nummer in range(self.aantal_rijen[veld.naam])
                    for kolom in veld.kolommen
                }
            case Veldtype.MOMENTEN:
                return {
                    f"{veld.naam}-{nummer}": Vraag(
                        label=f"{gettext(veld.rijnaam or '')} {nummer + 1}", widget=Daginvoer()
                    )
                    for nummer in range(self.aantal_rijen[veld.naam])
                }
            case Veldtype.STANDPUNT:
                return _standpuntvelden(veld)
        return {veld.naam: maak_veld(veld, gettext(veld.label))}


def _rij(veld: Veld, nummer: int, rij: str | Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if isinstance(rij, str):
        yield f"{veld.naam}-{nummer}", toon(veld, rij)
        return
    for kolom in veld.kolommen:
        if tekst := rij.get(kolom.naam):
            yield f"{veld.naam}-{nummer}-{kolom.naam}", toon(kolom, tekst)


def toon(kolom: Kolom, waarde: str) -> str:
    """Give a stored value as it stands in an input: numbers with a comma."""
    if kolom.type in {Veldtype.GETAL, Veldtype.PERCENTAGE}:
        return waarde.replace(".", ",")
    return waarde


def maak_veld(kolom: Kolom, label: str, *, rij: str = "") -> Vraag:
    """Make the input of one question; `rij` names the row it stands in.

    It is never required: what is missing is said apart, and never blocks.
    """
    hulp = "" if rij else gettext(kolom.hulp or "")
    match kolom.type:
        case Veldtype.KEUZE:
            keuzes = [(keuze.waarde, gettext(keuze.label)) for keuze in kolom.keuzes]
            widget = _keuzewidget(keuzes, als_lijst=bool(rij) or len(keuzes) > MEESTE_KNOPPEN)
        case Veldtype.JA_NEE_ONBEKEND:
            widget = _keuzewidget([(waarde, gettext(tekst)) for waarde, tekst in JA_NEE_ONBEKEND.items()])
        case Veldtype.LANGE_TEKST:
            widget = forms.Textarea(attrs={"rows": 4})
        case Veldtype.DATUM:
            widget = Daginvoer()
        case Veldtype.GETAL | Veldtype.PERCENTAGE:
            widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
            eenheid = _("procent") if kolom.type == Veldtype.PERCENTAGE else gettext(kolom.eenheid or "")
            label = f"{label} ({eenheid})"
        case _:
            widget = forms.TextInput(attrs={"autocomplete": "off"})
    return Vraag(kort=label, voor=rij, help_text=hulp, strip=False, widget=widget)


class Daginvoer(forms.DateInput):
    """A day. A browser's date field shows nothing for text that is no day, so such text gets a plain field."""

    input_type = "date"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Choose the kind of input by what it must show."""
        context = super().get_context(name, value, attrs)
        if value and dag(value) is None:
            context["widget"]["type"] = "text"
        return context


def _keuzewidget(keuzes: list[tuple[str, str]], *, als_lijst: bool = False) -> forms.Widget:
    if als_lijst:
        return forms.Select(choices=[("", _("Kies …")), *keuzes])
    return forms.RadioSelect(choices=keuzes)


def _standpuntvelden(veld: Veld) -> dict[str, forms.Field]:
    label = gettext(veld.label)
    keuzes = [(waarde, gettext(tekst)) for waarde, tekst in STANDPUNTEN.items()]
    return {
        f"{veld.naam}-standpunt": Vraag(kort=label, help_text=gettext(veld.hulp), widget=_keuzewidget(keuzes)),
        f"{veld.naam}-woorden": Vraag(
            kort=_("Wat wil je erover zeggen?"),
            na=f" {label}",
            strip=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        ),
    }
