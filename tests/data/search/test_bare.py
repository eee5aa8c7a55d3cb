"""Letters as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.search.bare import bare


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("Élection", "election"),
        ("Côte d\u2019Ivoire", "cote  ivoire"),
        ("Kenya's", "kenya"),
        ("U.S.A", "usa"),
        ("Res.7 of 27.11", "res.7 of 27.11"),
        ("l\u2019article", " article"),
        ("Ra\u2019ad", "raad"),
        ("مُحَاكَمَة", "محاكمه"),
        ("أفغانستان", "افغانستان"),
        ("١٣٤", "134"),
        ("a\u200bb", "ab"),
        ("ﬁle", "file"),
    ],
)
def test_case_accents_marks_and_forms_of_letters_do_not_count(typed: str, compared: str) -> None:
    assert bare(typed) == compared


@given(st.text())
def test_any_text_can_be_compared_and_is_bare_then(text: str) -> None:
    assert bare(bare(text)).split() == bare(text).split()
