"""``make bench``: how well questions are answered, and how fast.

With ``--wrong PART`` also the questions of a part that went wrong; with ``--quick`` no speed.
"""

import sys

from bench import answering, corpus, speed


def main(arguments: list[str]) -> None:
    """Print the reports."""
    db = corpus.shipped()
    for part in answering.parts():
        asked = answering.measured(db, part)
        _print("", part, *answering.table(asked))
        if arguments[:2] == ["--wrong", part]:
            _print(*(f"  {each.question} -> {each.came}" for each in asked if not each.first))
    if "--quick" not in arguments:
        _print("", *speed.table())


def _print(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


main(sys.argv[1:])
