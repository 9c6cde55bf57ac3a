"""`completion`: what a shell needs to complete our commands and options at the Tab key."""

from __future__ import annotations

from typing import Any

import click
from click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
    split_arg_string,
)

PROGRAM = "thidua"
VARIABLE = "_THIDUA_COMPLETE"
"""As `pipeline.cli` looks for it."""

POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($word, $ast, $position)
    $env:%(complete_var)s = "powershell_complete"
    $env:COMP_WORDS = $ast.ToString()
    $env:COMP_CWORD = $word
    [Console]::OutputEncoding = [Text.Encoding]::UTF8
    %(prog_name)s | ForEach-Object {
        $value, $help = $_ -split "`t", 2
        if (-not $help) { $help = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, "ParameterValue", $help)
    }
    Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_CWORD
}
"""


class PowerShellComplete(ShellComplete):
    """Completes in PowerShell, which Click does not know."""

    name = "powershell"
    source_template = POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being typed, and that one."""
        import os

        words = split_arg_string(os.environ["COMP_WORDS"])[1:]
        incomplete = os.environ.get("COMP_CWORD", "")
        return (words[:-1] if incomplete and words else words), incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """A line for a completion: the value, a tab, its help."""
        return f"{item.value}\t{item.help or ''}"


add_completion_class(PowerShellComplete)

SHELLS = {
    "bash": "echo 'eval \"$(thidua completion bash)\"' >> ~/.bashrc",
    "zsh": "echo 'eval \"$(thidua completion zsh)\"' >> ~/.zshrc",
    "fish": "thidua completion fish > ~/.config/fish/completions/thidua.fish",
    "powershell": "thidua completion powershell >> $PROFILE",
}
"""Each shell, and what switches completion on in it for good."""


@click.command(epilog="\b\n" + "\n".join(f"{shell}: {how}" for shell, how in SHELLS.items()))
@click.argument("shell", type=click.Choice(tuple(SHELLS)))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Prints the script; how to keep it stands below."""
    made: Any = get_completion_class(shell)
    root: Any = context.find_root()
    click.echo(made(root.command, {}, PROGRAM, VARIABLE).source().encode(), nl=False)
