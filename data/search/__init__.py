"""Search over all that a session's records say."""

from data.search.finding import find
from data.search.hits import Hit
from data.search.refreshing import refresh, warm

__all__ = ["Hit", "find", "refresh", "warm"]
