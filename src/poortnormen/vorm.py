"""De vorm van wat in elke beoordeling bij honderden wordt gemaakt."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def onveranderlijk(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
    """Maak een dataclass die volgens de typecontrole niet verandert.

    Een dataclass die ook bij het uitvoeren bevroren is, kost bij het maken het dubbele. Wat een mens of een andere
    partij geeft (feiten, een dossier), is wel bevroren; dit is voor wat de kern zelf maakt.
    """
    return dataclass(slots=True, kw_only=kw_only)
