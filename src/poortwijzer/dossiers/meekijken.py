"""What another role would see of what one sees oneself: the own image, with less in it."""

from dataclasses import replace

from poortwijzer.dossiers.beelden import Dossierbeeld, Verzuimstand
from poortwijzer.dossiers.partijen import is_leesbaar
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


def als_rol(beeld: Dossierbeeld, rol: Rol) -> Dossierbeeld:
    """Give of this image only what `rol` may read as well, without anything to do: it can never hold more.

    What is in a draft belongs to who works on it, so no draft is in it.
    """
    ziet = {deel for deel in Deel if mag(rol, Handeling.INZIEN, deel)}
    is_persoon, is_verzuim = Deel.PERSOON in ziet, Deel.VERZUIM in ziet
    return replace(
        beeld,
        werknemer=beeld.werknemer if is_persoon else "",
        functie=beeld.functie if is_persoon else "",
        afdeling=beeld.afdeling if is_persoon else "",
        uren_per_week=beeld.uren_per_week if is_persoon else None,
        verzuimstand=beeld.verzuimstand if is_verzuim else Verzuimstand.ONBEKEND,
        huidig=beeld.huidig if is_verzuim else None,
        perioden=beeld.perioden if is_verzuim else (),
        momenten=tuple(replace(wat, knoppen=()) for wat in beeld.momenten) if Deel.TIJDLIJN in ziet else (),
        nu_te_doen=None,
        taken=(),
        stukken=tuple(
            replace(stuk, knoppen=()) for stuk in beeld.stukken if stuk.is_definitief and ziet_stuk(rol, stuk.soort)
        ),
        terugkoppeling=beeld.terugkoppeling if Deel.TERUGKOPPELING in ziet else None,
        afwijkingen=tuple(replace(wat, knop=None) for wat in beeld.afwijkingen) if Deel.AFWIJKINGEN in ziet else (),
        feiten=tuple(feit for feit in beeld.feiten if is_leesbaar(rol, feit.naam, feit.deel)),
        betrokkenen=beeld.betrokkenen if Deel.BETROKKENEN in ziet else (),
        knoppen=(),
        delen=beeld.delen & frozenset(map(str, ziet)),
    )


def ziet_stuk(rol: Rol, soort: str) -> bool:
    """Tell whether this role reads documents of this kind, once they are frozen."""
    return mag(rol, Handeling.INZIEN, Deel(soort))
