"""Rules, articles and symbols by their names in the index."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.search.bare import bare
from data.search.references import references


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("ICC-ASP/12/Res.7", ["§asp/12/res7"]),
        ("icc-asp/12/res 7", ["§asp/12/res7"]),
        ("resolution 12/res.7", ["§asp/12/res7"]),
        ("icc asp 12 20 vol II", ["§asp/12/20"]),
        ("document 12/13", ["§asp/12/13"]),
        ("12/45/Add.1", ["§asp/12/45/add1"]),
        ("27/11/2013", []),
        ("asp 12 news", []),
        ("r 68", ["§rule68"]),
        ("Res.8", ["§res8"]),
        ("resolution 6", ["§res6"]),
        ("resolution 2014", []),
        ("ICC-ASP/12/45/Add.1", ["§asp/12/45/add1"]),
        ("PR967", ["§pr967"]),
        ("134quater", ["§rule134quater"]),
        ("rule 134 quarter", ["§rule134quater"]),
        ("R. 134 bis", ["§rule134bis"]),
        ("rules 68, 100 and 134 ter", ["§rule68", "§rule100", "§rule134ter"]),
        ("art. 63", ["§article63"]),
        ("المادة ٢٧", ["§article27"]),
        ("regla 68", ["§rule68"]),
        ("norme 55", ["§regulation55"]),
        ("rule of law", []),
        ("article 3 million", []),
    ],
)
def test_a_provision_goes_by_one_name_however_it_is_written(typed: str, names: list[str]) -> None:
    assert [each.tokens[0] for each in references(bare(typed))] == names


def test_a_symbol_is_found_by_its_last_part_too() -> None:
    (found,) = references(bare("ICC-ASP/12/Res.7"))
    assert found.tokens == ("§asp/12/res7", "§res7")


@given(st.text(alphabet="rule article res 0123456789./-biter", max_size=60))
def test_references_do_not_overlap(text: str) -> None:
    found = references(bare(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
