"""The register of work that is due once a day. An app registers its own; `jobs` sees that it is done."""

from typing import Any, ParamSpec, TypeVar

from django_tasks.base import Task

P = ParamSpec("P")
T = TypeVar("T")

_DAGELIJKS: dict[str, Task[..., Any]] = {}


def dagelijks(taak: Task[P, T]) -> Task[P, T]:
    """Register a task, which takes no arguments, to be queued once every day; use it above `@task()`.

    The day is the Dutch one and begins at midnight. A task can run more than once on a day (a machine may
    fail half-way), so it must do no harm when it does.
    """
    _DAGELIJKS[taak.module_path] = taak
    return taak


def dagelijkse_taken() -> tuple[Task[..., Any], ...]:
    """Give all registered tasks, in the order of their names."""
    return tuple(taak for _, taak in sorted(_DAGELIJKS.items()))
