"""The memory that all server processes share: how often something was tried, and which code was used.

It is Django's interface for a cache, because allauth counts through that. It lies in the database: a restart does
not empty it and every process sees the same. Adding is atomic, which is what counting and "once" rest on.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import transaction

from poortwijzer.lib.klok import nu

_NOOIT = datetime(9999, 1, 1, tzinfo=UTC)


class Gedeeldgeheugen(BaseCache):
    """Keeps JSON values by key until a moment. For counting, not for speed."""

    def __init__(self, _naam: str, opties: dict[str, Any]) -> None:
        super().__init__(opties)

    def add(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep `value` when nothing is kept by this key, and tell whether that was so; of two at once, one wins."""
        sleutel = self.make_and_validate_key(key, version)
        with transaction.atomic():
            _plekken().filter(sleutel=sleutel, verloopt_op__lte=nu()).delete()
            _, is_nieuw = _plekken().get_or_create(
                sleutel=sleutel, defaults={"waarde": value, "verloopt_op": self._verloopt(timeout)}
            )
        return bool(is_nieuw)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Give what is kept by this key, else `default`."""
        sleutel = self.make_and_validate_key(key, version)
        gevonden = _plekken().filter(sleutel=sleutel, verloopt_op__gt=nu()).values_list("waarde", flat=True)
        return next(iter(gevonden), default)

    def set(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep `value` by this key, in place of what was there."""
        velden = {"waarde": value, "verloopt_op": self._verloopt(timeout)}
        _plekken().update_or_create(sleutel=self.make_and_validate_key(key, version), defaults=velden)

    def touch(self, key: str, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep what is there until another moment, and tell whether there was anything."""
        sleutel = self.make_and_validate_key(key, version)
        levend = _plekken().filter(sleutel=sleutel, verloopt_op__gt=nu())
        return bool(levend.update(verloopt_op=self._verloopt(timeout)))

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget what is kept by this key, and tell whether there was anything."""
        weg, _ = _plekken().filter(sleutel=self.make_and_validate_key(key, version)).delete()
        return bool(weg)

    def clear(self) -> None:
        """Forget everything."""
        _plekken().all().delete()

    def _verloopt(self, timeout: float | None) -> datetime:
        duur = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return _NOOIT if duur is None else nu() + timedelta(seconds=duur)


def ruim_geheugen_op() -> int:
    """Drop what ran out, and give how much that was."""
    weg, _ = _plekken().filter(verloopt_op__lte=nu()).delete()
    return int(weg)


def _plekken() -> Any:
    # Django makes the cache when it is first asked for, which may be before the tables are known.
    from poortwijzer.accounts.models import Geheugenplek  # noqa: PLC0415  # see above

    return Geheugenplek.objects
