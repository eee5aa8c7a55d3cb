"""How people ask is read beside the service, which starts without it."""

from pathlib import Path

from sqlite_utils import Database

from bot.learning import catch_up
from bot.opening import opened
from data import answers, phrasings


async def test_a_first_start_answers_at_once_and_learns_beside(tmp_path: Path) -> None:
    path = tmp_path / "aspbot.db"
    with opened(path, learning=False) as db:
        assert phrasings.unread(db)
        assert answers.to_question(db, "asp12", "who was elected judge").record
        assert phrases(db) == 0
        await catch_up(db, path)
        assert not phrasings.unread(db)
        assert phrases(db) > 1000


async def test_a_start_with_what_is_known_reads_nothing_anew(filled: Path) -> None:
    with opened(filled, learning=False) as db:
        assert not phrasings.unread(db)


def phrases(db: Database) -> int:
    (number,) = db.execute("select count(*) from search_phrases").fetchone()
    return int(number)
