"""Session content in and out: text files to the store, and the store to text files."""

from data.content.loading import Loaded, load
from data.content.problems import ContentError, Problem
from data.content.reading import Content, read
from data.content.shipped import folders, load_folder, load_shipped
from data.content.writing import write

__all__ = [
    "Content",
    "ContentError",
    "Loaded",
    "Problem",
    "folders",
    "load",
    "load_folder",
    "load_shipped",
    "read",
    "write",
]
