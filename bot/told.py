"""What a person did that cannot work: said in a sentence, without a traceback."""

from typing import IO, Any

import click

WRONG_SETTINGS = 2


class Told(click.ClickException):
    """Ends a command with a sentence on standard error, and a status."""

    def __init__(self, sentence: str, status: int = 1) -> None:
        """Say ``sentence`` and end with ``status``."""
        super().__init__(sentence)
        self.exit_code = status  # type: ignore[misc]  # click reads it from the instance

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence as it is; click calls this."""
        click.echo(self.message, file=file, err=file is None)
