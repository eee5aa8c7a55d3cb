"""Files that editors send as a summary: what is written in them, with its formatting."""

from data.uploads.reading import ENDINGS, MOST_BYTES, read
from data.uploads.unreadable import Unreadable

__all__ = ["ENDINGS", "MOST_BYTES", "Unreadable", "read"]
