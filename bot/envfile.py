"""The file ``.env``, as far as it can be wrong before its values are looked at."""

import logging
from pathlib import Path

from dotenv.parser import Binding, parse_stream

# It says of each line that it cannot read what is said here, once more and on standard error.
logging.getLogger("dotenv").setLevel(logging.ERROR)


def looked_at(path: Path) -> tuple[list[str], Path | None]:
    """Return a sentence for each line that is no ``NAME=value``, and the file to read on.

    There is none where it is missing, or cannot be read at all, which is one sentence.
    """
    if not path.is_file():
        return [], None
    try:
        with path.open(encoding="utf-8-sig") as stream:
            lines = list(parse_stream(stream))
    except UnicodeDecodeError:
        return [f"{path} is not written in UTF-8."], None
    except OSError as error:
        return [f"{path} cannot be read: {error.strerror}."], None
    wrong = [each for each in lines if each.error or (each.key and each.value is None)]
    return [_said(each, path) for each in wrong], path


def _said(line: Binding, path: Path) -> str:
    # Never the line itself: it may hold the token.
    return f"{path}, line {line.original.line}: this is not NAME=value."
