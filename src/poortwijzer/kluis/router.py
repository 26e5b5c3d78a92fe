"""The key store is a database of its own: the data and its keys never share a backup."""

from typing import Any

from django.db.models import Model

ALIAS = "sleutels"
APP = "kluis"


class Sleutelrouter:
    """Sends the tables of this app to the key store, and all others away from it."""

    def db_for_read(self, model: type[Model], **_: Any) -> str | None:
        """Give the key store for a table of this app."""
        return ALIAS if _label(model) == APP else None

    db_for_write = db_for_read

    def allow_relation(self, eerste: Model, tweede: Model, **_: Any) -> bool | None:
        """Refuse a relation between a key and data."""
        labels = {_label(eerste), _label(tweede)}
        return labels == {APP} if APP in labels else None

    def allow_migrate(self, db: str, app_label: str, **_: Any) -> bool:
        """Migrate this app in the key store only, and the others elsewhere only."""
        return (db == ALIAS) == (app_label == APP)


def _label(model: Model | type[Model]) -> str:
    return model._meta.app_label  # noqa: SLF001  # the documented way to ask a model what app it is of
