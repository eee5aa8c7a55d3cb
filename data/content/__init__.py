"""Session content in and out: text files to the store, and the store to text files."""

from data.content.loading import Loaded, load
from data.content.problems import ContentError, Problem
from data.content.publishing import OccupiedError, publish
from data.content.reading import Content, read
from data.content.shipped import folders, load_given, load_shipped, read_shipped
from data.content.writing import write

__all__ = [
    "Content",
    "ContentError",
    "Loaded",
    "OccupiedError",
    "Problem",
    "folders",
    "load",
    "load_given",
    "load_shipped",
    "publish",
    "read",
    "read_shipped",
    "write",
]
