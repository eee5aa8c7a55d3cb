"""Words without their endings, some of them kept in memory."""

from data.search import stems
from data.search.stems import KEPT, LONGEST_KEPT, stem


def held() -> int:
    return stems._kept.cache_info().currsize  # noqa: SLF001 - nothing public says how full it is


def test_a_word_longer_than_people_write_is_not_kept() -> None:
    stem("warm")
    before = held()
    assert stem("a" * LONGEST_KEPT + "s") == "a" * LONGEST_KEPT
    assert held() == before


def test_no_more_words_are_kept_than_a_number() -> None:
    for number in range(KEPT + 5):
        stem(f"word{number}")
    assert held() == KEPT
