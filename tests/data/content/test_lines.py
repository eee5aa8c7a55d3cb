"""Every value of a TOML file is found on its line."""

import tomllib
from itertools import count
from typing import Any

import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from data.content.lines import Path, Place, of_values

KEYS = st.sampled_from(["id", "title", "day-1", "sources", "with space", "a.b", "é"])
NOISE = st.sampled_from(
    [
        "",
        "# [[outcome]] 'odd\" = {",
        '"""\n[not.a.header]\nid = "no"\n"""',
        "'''\n]]\n'''",
        '"\\"#"',
    ]
)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Tables, lists of tables and lists, as deep as files go; every text in it is its own."""
    number = count()
    text = st.builds(lambda: f"value {next(number)}.")
    values = st.recursive(
        text,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
        max_leaves=6,
    )
    return draw(st.dictionaries(KEYS, values | st.lists(st.dictionaries(KEYS, values), max_size=3)))


def leaves(value: Any, path: Path = ()) -> dict[Path, str]:
    """The texts of a document by their path."""
    if isinstance(value, str):
        return {path: value}
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    return {
        place: text for key, each in inside for place, text in leaves(each, (*path, key)).items()
    }


@given(documents(), st.booleans())
def test_texts_stand_where_they_were_written(document: dict[str, Any], one_line: bool) -> None:
    written = tomli_w.dumps(document, indent=0 if one_line else 4)
    lines = written.split("\n")
    places = of_values(written)
    for path, text in leaves(document).items():
        assert f'"{text}"' in lines[places[path] - 1]


@given(st.lists(NOISE.filter(lambda noise: not noise.startswith("#"))), st.lists(NOISE, min_size=1))
def test_what_looks_like_toml_within_texts_and_remarks_is_passed_over(
    texts: list[str], remarks: list[str]
) -> None:
    blocks = [f"[[outcome]] {remark}" if remark[:1] == "#" else "[[outcome]]" for remark in remarks]
    body = "".join(f"text{number} = {text or 1}\n" for number, text in enumerate(texts))
    written = "".join(f"{block}\n{body}last = 1\n" for block in blocks)
    tomllib.loads(written)
    places = of_values(written)
    lines = written.split("\n")
    for number in range(len(blocks)):
        assert lines[places["outcome", number] - 1].startswith("[[outcome]]")
        assert lines[places["outcome", number, "last"] - 1] == "last = 1"


SAMPLE = """\
topic = [
    { id = "rules", title = "Rules" },
    { id = "immunity", extra = { deep = [1, 2] } },
]

[[election]]
id = "judge"
sources = [
    "one",  # the first
    "two",
]

[[election.others]]
person = "A"

[[election.others]]
person = "B"

[[ "election" ]]
time = 1.5
day.number = 2013-11-20 10:00:00
state = "x"
"""


def test_each_way_of_writing_a_record() -> None:
    places = of_values(SAMPLE)
    assert {
        path: places[path]
        for path in [
            ("topic", 1),
            ("topic", 1, "extra", "deep", 1),
            ("election", 0),
            ("election", 0, "sources"),
            ("election", 0, "sources", 1),
            ("election", 0, "others", 1),
            ("election", 0, "others", 1, "person"),
            ("election", 1),
            ("election", 1, "day", "number"),
            ("election", 1, "state"),
        ]
    } == {
        ("topic", 1): 3,
        ("topic", 1, "extra", "deep", 1): 3,
        ("election", 0): 6,
        ("election", 0, "sources"): 8,
        ("election", 0, "sources", 1): 10,
        ("election", 0, "others", 1): 16,
        ("election", 0, "others", 1, "person"): 17,
        ("election", 1): 19,
        ("election", 1, "day", "number"): 21,
        ("election", 1, "state"): 22,
    }


def test_what_is_missing_is_missed_where_it_should_stand() -> None:
    judge = Place(("election", 0), of_values(SAMPLE))
    assert judge.line("votes") == 6
    assert judge.line("others", 0, "result") == 13
    assert Place().line("votes") == 0
