"""The points that the source gives to weigh at a judgement, cut to what a role may read."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from poortnormen.feitenbeeld import Feitenbeeld
from poortnormen.weegpunten import weegvragen
from poortnormen.weegstand import Puntstand, puntstanden
from poortwijzer.dossiers.beelden import Weegpuntbeeld
from poortwijzer.dossiers.facts import kern_dossier
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.partijen import deel_van_vraag, is_leesbaar
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol


def te_wegen_punten(actor: Actor, dossier: Dossier, naam: str) -> tuple[Weegpuntbeeld, ...]:
    """Give the points to go through when this actor gives the judgement `naam`; none where nothing is stored.

    `dossier` comes from `access_dossier` for the part of that judgement.
    """
    vraag = weegvragen().get(naam)
    if vraag is None or not vraag.legt_vast:
        return ()
    beeld = Feitenbeeld(kern_dossier(dossier), vandaag(), None)
    return weegpunten_voor(actor.rol, puntstanden(beeld, naam), is_bevestigd=not dossier.gesloten_delen)


def weegpunten_voor(rol: Rol, standen: Iterable[Puntstand], *, is_bevestigd: bool) -> tuple[Weegpuntbeeld, ...]:
    """Give the points that apply, with what readable judgements said of them.

    Whether a condition holds is not told to who may not read the fact behind it: the point stands there with its
    condition in words.
    """

    def mag_lezen(naam: str) -> bool:
        return is_leesbaar(rol, naam, deel_van_vraag(naam), is_bevestigd=is_bevestigd)

    beelden = []
    for stand in standen:
        voorwaarde = stand.voorwaarde
        is_bekend = voorwaarde is None or (stand.geldt is not None and mag_lezen(voorwaarde.feit))
        if is_bekend and not stand.geldt:
            continue
        beelden.append(
            Weegpuntbeeld(
                norm=stand.punt.norm,
                feit=stand.feit,
                zin=_(stand.punt.zin),
                richting=stand.richting,
                eist=stand.punt.eist,
                van=stand.punt.van,
                voorwaarde="" if voorwaarde is None or is_bekend else _(voorwaarde.zin),
                gewogen=stand.gewogen if mag_lezen(stand.feit) else (),
            )
        )
    return tuple(beelden)
