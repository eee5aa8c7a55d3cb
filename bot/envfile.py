"""The file ``.env``, as far as it can be wrong before its values are looked at."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dotenv.parser import Binding

ENCODING = "utf-8-sig"


def read(path: Path) -> tuple[list[str], dict[str, str | None]]:
    """Return a sentence for each line that is no ``NAME=value``, and what the others say.

    They say nothing where the file is missing, or cannot be read at all, which is one sentence.
    """
    if not path.is_file():
        return [], {}
    from dotenv import dotenv_values
    from dotenv.parser import parse_stream

    # It says of each line that it cannot read what is said here, once more and on standard error.
    logging.getLogger("dotenv").setLevel(logging.ERROR)
    try:
        with path.open(encoding=ENCODING) as stream:
            lines = list(parse_stream(stream))
    except UnicodeDecodeError:
        return [f"{path} is not written in UTF-8."], {}
    except OSError as error:
        return [f"{path} cannot be read: {error.strerror}."], {}
    wrong = [each for each in lines if each.error or (each.key and each.value is None)]
    return [_said(each, path) for each in wrong], dotenv_values(path, encoding=ENCODING)


def _said(line: "Binding", path: Path) -> str:
    # Never the line itself: it may hold the token.
    return f"{path}, line {line.original.line}: this is not NAME=value."
