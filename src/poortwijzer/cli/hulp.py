"""Click in Dutch: headings, help and what it says about wrong use. Commands are loaded when they are asked for."""

import importlib
from collections.abc import Mapping
from typing import Any

import click
from click.exceptions import (
    BadOptionUsage,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchCommand,
    NoSuchOption,
    UsageError,
)

from poortnormen.omzetting import Veldfout
from poortwijzer.cli.fouten import Opdrachtfout
from poortwijzer.slot.wie import werk

LANGSTE_ZIN = 200
HULP: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Opdracht(click.Command):
    """A command whose help is Dutch throughout."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[OPTIES]", **kwargs})

    def invoke(self, ctx: click.Context) -> Any:
        """Run it; the database is asked for this command."""
        with werk(" ".join(ctx.command_path.split()[:2])):
            return super().invoke(ctx)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how it is called."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        _schrijf_opties(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option that shows the help."""
        return _hulpoptie(super().get_help_option(ctx))


class Groep(click.Group):
    """A group of commands. `waar` names for each the module and the attribute; a module is imported on first use."""

    def __init__(self, *args: Any, waar: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waar = waar

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Give the names, in the order in which a newcomer meets them."""
        return list(self.waar)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Import the module of a command and give the command."""
        if cmd_name not in self.waar:
            return None
        module, _, naam = self.waar[cmd_name].partition(":")
        opdracht = getattr(importlib.import_module(module), naam)
        assert isinstance(opdracht, click.Command)  # noqa: S101  # the table names commands
        return opdracht

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; name those that exist when it is not one."""
        if args and not args[0].startswith("-") and args[0] not in self.waar:
            raise NoSuchCommand(args[0], ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how it is called."""
        formatter.write_usage(ctx.command_path, "OPDRACHT [...]", prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, and then the options."""
        opdrachten = [(naam, self.get_command(ctx, naam)) for naam in self.list_commands(ctx)]
        with formatter.section("Opdrachten"):
            formatter.write_dl([(naam, o.get_short_help_str(LANGSTE_ZIN)) for naam, o in opdrachten if o is not None])
        _schrijf_opties(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option that shows the help."""
        return _hulpoptie(super().get_help_option(ctx))


def als_opdrachtfout(fout: UsageError) -> Opdrachtfout:
    """Say in Dutch what click found wrong with the way the command was called."""
    hulp = f"{fout.ctx.command_path if fout.ctx else 'poortwijzer'} --help"
    waar, zin = "opdracht", f"Zie {hulp}."
    match fout:
        case NoSuchCommand():
            kort, zin = f"De opdracht '{fout.command_name}' bestaat niet.", f"Kies uit: {_opdrachten(fout.ctx)}."
        case NoSuchOption():
            waar, kort = fout.option_name, f"De optie '{fout.option_name}' bestaat niet."
        case BadOptionUsage():
            waar, kort = fout.option_name, f"Bij de optie '{fout.option_name}' klopt de waarde niet of ontbreekt zij."
        case MissingParameter() if fout.param is not None:
            waar = fout.param.make_metavar(fout.ctx) if fout.ctx else fout.param.human_readable_name
            kort = f"{waar} ontbreekt."
        case _:
            kort = f"Deze aanroep begrijpen wij niet ({fout.format_message()})."
    return Opdrachtfout(kort, [Veldfout(waar, zin)])


def is_vraag_om_hulp(fout: UsageError) -> bool:
    """Tell whether the command was called without anything: then its help is the answer."""
    return isinstance(fout, NoArgsIsHelpError)


def _opdrachten(ctx: click.Context | None) -> str:
    groep = ctx.command if ctx is not None else None
    return ", ".join(groep.waar) if isinstance(groep, Groep) else ""


def _schrijf_opties(opdracht: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    regels = [
        regel
        for parameter in opdracht.get_params(ctx)
        if not isinstance(parameter, click.Argument) and (regel := parameter.get_help_record(ctx)) is not None
    ]
    with formatter.section("Opties"):
        formatter.write_dl(regels)


def _hulpoptie(optie: click.Option | None) -> click.Option | None:
    if optie is not None:
        optie.help = "Toon deze uitleg."
    return optie
