"""Fields whose value is sealed in the database and readable on the model.

A value is sealed when its row is written (`save`, `create`, `bulk_create`, also with `update_conflicts`) and opened
when somebody asks for the attribute: a list that does not show it opens nothing. What does not know its row (`update`,
`bulk_update`, a filter) is refused, so that nothing gets in unsealed by another way.

The model is a `Kluishouder`, which says whose a row is. That a value is absent is not hidden: it is NULL.
"""

import json
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar
from uuid import UUID

from django.core import checks
from django.db import models
from django.db.models.lookups import IsNull
from django.db.models.query_utils import DeferredAttribute

from poortwijzer.kluis.envelop import KluisError, Plaats, Verzegeld
from poortwijzer.kluis.sleutelring import sleutelring
from poortwijzer.kluis.vak import Vak

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

T = TypeVar("T")


class Kluishouder:
    """A row with sealed values. `kluisrij` names the attribute that tells the row apart, known before it is written."""

    kluisrij: ClassVar[str] = "pk"

    def kluisvak(self) -> Vak:
        """Give the part of which dossier this row belongs to."""
        raise NotImplementedError

    def kluiseigenaar(self) -> UUID:
        """Give the organisation that owns that part; asked only when the part has no key yet."""
        raise NotImplementedError


class _Ontzegeling(DeferredAttribute):
    """The attribute on the model: opens the value the first time that somebody asks for it."""

    field: "VerzegeldVeld[Any]"

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        waarde = super().__get__(instance, cls)
        if isinstance(waarde, Verzegeld):
            waarde = instance.__dict__[self.field.attname] = self.field.ontzegel(waarde, instance)
        return waarde

    def __set__(self, instance: Any, waarde: object) -> None:
        instance.__dict__[self.field.attname] = waarde


class VerzegeldVeld(models.Field[T, T]):
    """What text and JSON share. A subclass says how a value becomes bytes, and what stands for nothing."""

    descriptor_class = _Ontzegeling

    @abstractmethod
    def naar_bytes(self, waarde: T) -> bytes | None:
        """Give the content to seal; None when there is nothing."""

    @abstractmethod
    def uit_bytes(self, inhoud: bytes | None) -> T:
        """Give back what `naar_bytes` made."""

    def ontzegel(self, verzegeld: Verzegeld, rij: Kluishouder) -> T:
        """Open the value of a row; raises as `Sleutelring.ontzegel`."""
        vak = rij.kluisvak()
        inhoud = sleutelring().ontzegel(verzegeld, vak=vak, plaats=self._plaats(rij, vak))
        return self.uit_bytes(inhoud)

    def pre_save(self, model_instance: models.Model, add: bool) -> Verzegeld | None:  # noqa: FBT001  # Django's signature
        """Seal the value for its row; one that was read and never opened goes back as it was."""
        gelezen = model_instance.__dict__.get(self.attname)
        if isinstance(gelezen, Verzegeld) and not add:
            return gelezen
        inhoud = self.naar_bytes(getattr(model_instance, self.attname))
        if inhoud is None:
            return None
        rij = model_instance
        assert isinstance(rij, Kluishouder)  # noqa: S101  # `check` has looked
        vak = rij.kluisvak()
        return sleutelring().verzegel(inhoud, vak=vak, plaats=self._plaats(rij, vak), eigenaar=rij.kluiseigenaar)

    def from_db_value(self, waarde: bytes | memoryview | None, *_: object) -> Verzegeld | T:
        """Take a value from the database as it lies there, and say that its key may be needed."""
        if waarde is None:
            return self.uit_bytes(None)
        verzegeld = Verzegeld(waarde)
        sleutelring().kondig_aan(verzegeld)
        return verzegeld

    def get_db_prep_value(self, value: Any, connection: "BaseDatabaseWrapper", prepared: bool = False) -> Any:  # noqa: FBT001, FBT002  # Django's signature
        """Let only what `pre_save` sealed into the database.

        Raises:
            KluisError: for a value that does not know its row, as in `update`.
        """
        del prepared
        if value is None:
            return None
        if not isinstance(value, Verzegeld):
            raise KluisError(f"{self} is sealed for a row: write it with save or bulk_create.")
        return connection.Database.Binary(value)  # type: ignore[attr-defined]  # each database module has it

    def get_lookup(self, lookup_name: str) -> type[IsNull] | None:
        """Only whether there is a value can be asked of the database."""
        return IsNull if lookup_name == "isnull" else None

    def get_internal_type(self) -> str:
        """Give the type of column."""
        return "BinaryField"

    def get_default(self) -> Any:
        """Give what stands for nothing, unless the field has a default."""
        return super().get_default() if self.has_default() else self.uit_bytes(None)

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """Check that the model says whose its rows are, and that nothing sorts or compares ciphertext."""
        fouten = super().check(**kwargs)
        if not issubclass(self.model, Kluishouder):
            fouten.append(checks.Error("A model with sealed fields is a Kluishouder.", obj=self, id="kluis.E001"))
        if self.unique or self.db_index:  # type: ignore[attr-defined]  # every field has it
            fouten.append(checks.Error("A sealed field has no index.", obj=self, id="kluis.E002"))
        return fouten

    def _plaats(self, rij: Kluishouder, vak: Vak) -> Plaats:
        nummer = getattr(rij, rij.kluisrij)
        assert self.column is not None  # noqa: S101  # a sealed field has a column
        if nummer is None:
            raise KluisError(f"{self} is sealed for a row that has no {rij.kluisrij} yet.")
        tabel = self.model._meta.db_table  # noqa: SLF001  # the documented way to ask a model for its table
        return Plaats(tabel, self.column, str(nummer), f"{vak.dossier_id}/{vak.deel}")


class VerzegeldeTekst(VerzegeldVeld[str]):
    """Free text. No text is an empty text, and NULL in the database."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(**{"blank": True, **opties, "null": True})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Leave out what is always so."""
        naam, pad, waarden, opties = super().deconstruct()
        return naam, pad, [*waarden], {optie: waarde for optie, waarde in opties.items() if optie != "null"}

    def naar_bytes(self, waarde: str) -> bytes | None:
        """Give the text in UTF-8."""
        return waarde.encode() if waarde else None

    def uit_bytes(self, inhoud: bytes | None) -> str:
        """Give the text."""
        return "" if inhoud is None else inhoud.decode()


class VerzegeldeJson(VerzegeldVeld[Any]):
    """What JSON can hold; None is NULL in the database."""

    def naar_bytes(self, waarde: Any) -> bytes | None:
        """Give the value as JSON in UTF-8."""
        return None if waarde is None else json.dumps(waarde, ensure_ascii=False, separators=(",", ":")).encode()

    def uit_bytes(self, inhoud: bytes | None) -> Any:
        """Give the value."""
        return None if inhoud is None else json.loads(inhoud)


class VerzegeldeBytes(VerzegeldVeld[bytes]):
    """A file. No content is NULL in the database."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(**{"blank": True, **opties, "null": True})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Leave out what is always so."""
        naam, pad, waarden, opties = super().deconstruct()
        return naam, pad, [*waarden], {optie: waarde for optie, waarde in opties.items() if optie != "null"}

    def naar_bytes(self, waarde: bytes) -> bytes | None:
        """Give the content as it is."""
        return waarde or None

    def uit_bytes(self, inhoud: bytes | None) -> bytes:
        """Give the content."""
        return inhoud or b""
