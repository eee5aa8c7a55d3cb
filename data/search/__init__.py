"""Search over all that a session's records say."""

from data.search.finding import answerable, find
from data.search.hits import Hit

__all__ = ["Hit", "answerable", "find"]
