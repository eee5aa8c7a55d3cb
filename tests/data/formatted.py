"""Formatted texts as people could send them, for properties."""

from hypothesis import strategies as st

from data.richtext import KINDS, Entity, RichText, units

WORDS = [
    "ab",
    "été",
    "😀👩‍👩‍👧",
    "سلام",
    "a&b<i>\"'",
    "1.",
    "\n",
    "\n\n",
    "  ",
    "-",
    "*",
    "_[x](y)",
]
URLS = [
    "https://e.org/a?b=1&c=2",
    'https://e.org/"><b>boo',
    "tg://resolve?domain=a",
    "http://ü.de/",
]


@st.composite
def rich_texts(draw: st.DrawFn, longest: int = 60) -> RichText:
    """Draw a text with entities anywhere between its characters."""
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=longest // 3)))
    places = [0]
    for character in text:
        places.append(places[-1] + units(character))
    entities = []
    for _ in range(draw(st.integers(0, 6))):
        first, last = sorted(draw(st.tuples(st.sampled_from(places), st.sampled_from(places))))
        kind = draw(st.sampled_from(sorted(KINDS)))
        entities.append(_entity(draw, kind, first, last - first))
    return RichText(text, tuple(each for each in entities if each.length))


def _entity(draw: st.DrawFn, kind: str, offset: int, length: int) -> Entity:
    url = draw(st.sampled_from(URLS)) if kind == "text_link" else None
    language = draw(st.sampled_from([None, "python", 'c"x'])) if kind == "pre" else None
    return Entity(kind, offset, length, url, language)
