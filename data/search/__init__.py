"""Search over all that a session's records say."""

from data.search.finding import find
from data.search.hits import Hit
from data.search.indexing import refresh, warm
from data.search.phrases import learn

__all__ = ["Hit", "find", "learn", "refresh", "warm"]
