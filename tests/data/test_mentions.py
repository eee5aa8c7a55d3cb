"""Where a name is mentioned, and what is known of a state."""

from sqlite_utils import Database

from data import mentions, profiles, states


def found(db: Database, *names: str) -> list[tuple[str, str]]:
    named = mentions.of_names(db, "asp12", names)
    return [(kind, record.identity) for kind, record in named]


def test_a_name_is_found_in_titles_texts_lists_and_summaries(db: Database) -> None:
    where = found(db, "Henderson")
    assert where[0] == ("outcome", "judge-election")
    assert ("day", "4") in where
    assert ("event", "syria") in found(db, "No Peace Without Justice")


def test_a_name_counts_as_a_whole_word_and_as_it_is_written(db: Database) -> None:
    assert found(db, "Henders") == []
    assert found(db, "henderson") == []
    assert found(db, "Hend%rson") == []
    assert found(db) == []


def test_a_state_is_gathered_from_all_sides(db: Database) -> None:
    state = states.get(db, "asp12", "nl")
    assert state is not None
    profile = profiles.of_state(db, "asp12", state)
    assert [(each.amount, each.currency) for each in profile.pledges] == [(1_000_000, "EUR")]
    assert ("document", "nl-notice") in [(kind, each.identity) for kind, each in profile.mentions]
    assert profile.states["ke"] == "Kenya"
