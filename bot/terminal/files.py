"""Files that the bot sends, saved under their own names; nothing is ever overwritten."""

import itertools
import re
from pathlib import Path

_LONGEST = 100
_LONGEST_ENDING = 10
_UNWANTED = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def sane(name: str) -> str:
    """Return the last part of a name without what a folder's files must not be called."""
    last = re.split(r"[/\\]", name)[-1]
    kept = _UNWANTED.sub("", last).strip(" .")
    if len(kept.encode()) > _LONGEST:
        stem, _, ending = kept.rpartition(".")
        ending = f".{ending}" if stem and len(ending) <= _LONGEST_ENDING else ""
        kept = kept.encode()[: _LONGEST - len(ending.encode())].decode(errors="ignore") + ending
    return f"file-{kept}" if _RESERVED.fullmatch(kept) else kept or "file"


def save(folder: Path, name: str, content: bytes) -> Path:
    """Write a file and return its path: ``chart.png``, else ``chart-2.png`` and so on.

    Raises:
        OSError: where the folder cannot be written to.
    """
    wanted = Path(sane(name))
    for number in itertools.count(1):
        tried = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
        try:
            with (folder / tried).open("xb") as opened:
                opened.write(content)
        except FileExistsError:
            continue
        return folder / tried
    raise AssertionError("a count does not end")


def kilobytes(content: bytes) -> int:
    """Return the size of a file in thousands of bytes, rounded up."""
    return -(-len(content) // 1000)
