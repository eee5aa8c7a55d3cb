"""The store's content as files, in the form in which they ship."""

import tomllib
from pathlib import Path
from typing import Any

import tomli_w
from sqlite_utils import Database

from data import days, kinds
from data.content import files, summaries
from data.content.problems import ContentError, Problem
from data.records import Record
from data.session import get as session_named

_PART = ".part"


def write(db: Database, session: str, folder: Path) -> list[Path]:
    """Write a session's content to ``folder``, made if need be; return the files written.

    A file of the format that the content no longer needs is removed from the folder; anything
    else in it is left alone.

    Raises:
        ContentError: where the store has no such session, or the folder holds another one.
        OSError: where the folder cannot be written.
    """
    if session_named(db, session) is None:
        raise ContentError([Problem(session, 0, "", "", "there is no such session")])
    if _holds_another(folder, session):
        text = "another session stands here: choose another folder"
        raise ContentError([Problem(str(folder / files.SESSION), 0, "", "", text)])
    wanted = {**_records(db, session), **_summaries(db, session)}
    (folder / files.SUMMARIES).mkdir(parents=True, exist_ok=True)
    for name, text in wanted.items():
        _replace(folder / name, text)
    for name, _ in files.held(folder):
        if name not in wanted:
            (folder / name).unlink()
    return [folder / name for name in wanted]


def _holds_another(folder: Path, session: str) -> bool:
    try:
        held = tomllib.loads((folder / files.SESSION).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return False
    except ValueError:
        return True
    record = held.get("session")
    return not isinstance(record, dict) or record.get("id") != session


def _replace(file: Path, text: str) -> None:
    """Write a file so that it is either the old one or the new one, whatever happens."""
    part = file.with_name(file.name + _PART)
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _records(db: Database, session: str) -> dict[str, str]:
    written = {}
    for name, of_file in files.FILES.items():
        held = {
            kind: [_fields(each) for each in kinds.every(db, session, kind)] for kind in of_file
        }
        filled: dict[str, Any] = {kind: records for kind, records in held.items() if records}
        if name == files.SESSION:
            filled = {"session": filled["session"][0]}
        if filled:
            written[name] = tomli_w.dumps(filled)
    return written


def _fields(record: Record) -> dict[str, Any]:
    """Return the fields that are not what they are when left out, nested ones too."""
    return record.told()


def _summaries(db: Database, session: str) -> dict[str, str]:
    found = (summaries.written(*each) for each in days.summaries(db, session))
    return {f"{files.SUMMARIES}/{name}": text for name, text in found}
