"""Logging for operators: one structured line per event, without the contents of a dossier."""

from typing import Any

import structlog

from poortwijzer.config.discretie import zonder_nummers, zonder_waarden

VOORBEWERKING: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def logging_instellingen(*, als_json: bool, niveau: str) -> dict[str, Any]:
    """Give the value for Django's LOGGING setting and point structlog at the same handlers.

    `als_json` chooses JSON lines (for machines) over coloured text (for a terminal); `niveau` is the lowest
    level shown.
    """
    structlog.configure(
        processors=[*VOORBEWERKING, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    weergave: list[Any] = [structlog.processors.JSONRenderer()] if als_json else [structlog.dev.ConsoleRenderer()]
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "regel": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": VOORBEWERKING,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    zonder_waarden,
                    *weergave,
                    zonder_nummers,
                ],
            },
        },
        "handlers": {"uitvoer": {"class": "logging.StreamHandler", "formatter": "regel"}},
        "root": {"handlers": ["uitvoer"], "level": niveau},
        # Django's own handlers mail and print; ours is the only one.
        "loggers": {"django": {"handlers": [], "level": niveau, "propagate": True}},
    }
