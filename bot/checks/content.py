"""The content files that come with the program, and those that somebody added beside them."""

from collections.abc import Iterator

from bot.checks.findings import Finding, ok, wrong
from data import content


def check() -> Iterator[Finding]:
    """Read the folder of every session as a load would."""
    for folder in content.folders():
        try:
            held = content.read_shipped(folder)
        except content.ContentError as error:
            yield from (wrong(str(each)) for each in error.within(folder.name))
        except OSError as error:
            yield wrong(f"content {folder.name}: {error.filename}: {error.strerror}")
        else:
            records = sum(map(len, held.records.values()))
            yield ok(f"content {folder.name}: {records} records, {len(held.summaries)} summaries")
