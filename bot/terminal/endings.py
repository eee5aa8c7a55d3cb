"""How a program ends that talks to a terminal: well, interrupted, or with its output gone."""

import os
import sys
from collections.abc import Callable
from typing import TextIO

INTERRUPTED = 130


def ended(run: Callable[[], object], output: TextIO) -> int:
    """Run to the end and return the status: 0, or 130 after Ctrl-C.

    An output that is closed before the end (``| head``) is no error.
    """
    try:
        _to_the_end(run, output)
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _to_the_end(run: Callable[[], object], output: TextIO) -> None:
    try:
        run()
        output.flush()
    except* BrokenPipeError:
        _let_go(output)


def _let_go(output: TextIO) -> None:
    """Point a closed output nowhere, or Python complains about it when it ends."""
    if output is sys.stdout:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, output.fileno())
        os.close(nowhere)
