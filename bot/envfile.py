"""The file ``.env``, as far as it can be wrong before its values are looked at."""

from pathlib import Path

from dotenv.parser import Binding, parse_stream


def unreadable(path: Path) -> list[str]:
    """Return a sentence for each line that is no ``NAME=value``, or for the file as a whole."""
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8-sig") as stream:
            lines = list(parse_stream(stream))
    except UnicodeDecodeError:
        return [f"{path} is not written in UTF-8."]
    except OSError as error:
        return [f"{path} cannot be read: {error.strerror}."]
    return [_said(each, path) for each in lines if each.error or (each.key and each.value is None)]


def _said(line: Binding, path: Path) -> str:
    # Never the line itself: it may hold the token.
    return f"{path}, line {line.original.line}: this is not NAME=value."
