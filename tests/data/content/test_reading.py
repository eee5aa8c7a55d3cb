"""Whatever is wrong with a folder is named: file, line, record, field, and what to do."""

from pathlib import Path

import pytest

from data import content
from tests.data.content.conftest import Folder


def test_the_session_that_ships_is_read_whole(folder: Folder) -> None:
    read = content.read(folder.path)
    assert read.session.short_name == "ASP 12"
    assert [each.record.identity for each in read.records["day"]] == list("12345678")
    assert [(each.day, each.language) for each in read.summaries] == [
        (number, "en") for number in range(1, 9)
    ]


RECORDS = [
    ("outcomes.toml", "day = 7", "day = 9", "9 is not a day of this session"),
    ("outcomes.toml", "day = 7", 'day = "7"', "takes a number without quotes"),
    ("outcomes.toml", "day = 7", "day = 7.5", "takes a whole number"),
    ("outcomes.toml", "day = 7", "day = true", "takes a number without quotes"),
    ("outcomes.toml", "day = 7", "day = 0", "0 is out of range"),
    (
        "outcomes.toml",
        "date = 2013-11-27",
        "date = 2013-11-26",
        "day 7 is 2013-11-27, so this cannot be 2013-11-26",
    ),
    ("outcomes.toml", "date = 2013-11-27", 'date = "2013-11-27"', "takes a date without quotes"),
    ("outcomes.toml", "date = 2013-11-27", "date = 2013-11-27T10:00:00", "a date without an hour"),
    ("outcomes.toml", 'topic = "rules"', 'topic = "rulez"', 'no topic is called "rulez"'),
    ("outcomes.toml", '"oj-review"', '"oj-revue"', 'no source is called "oj-revue"'),
    ("outcomes.toml", 'title = "', 'titel = "', "did you mean title?"),
    ("outcomes.toml", 'title = "', 'title = ""  # "', "is empty"),
    ("outcomes.toml", 'title = "', 'title = "a\\u0000', "cannot be shown"),
    ("outcomes.toml", "symbol = ", "symbol = 12 # ", "takes text in double quotes"),
    ("outcomes.toml", "note = ", 'confidence = "so so"\nnote = ', 'not "so so"'),
    ("outcomes.toml", 'id = "excusal-from', 'id = "Excusal from', "takes lower-case letters"),
    ("elections.toml", 'time = "10:30"', 'time = "10.30"', 'takes an hour such as "18:00"'),
    ("elections.toml", 'state = "tt"', 'state = "xx"', 'no state is called "xx"'),
    ("elections.toml", 'state = "uy"', 'state = "xx"', 'no state is called "xx"'),
    ("elections.toml", "votes = 98", f"votes = {2**63}", "is too large"),
    ("budget.toml", "amount = 121600000", "amount = -121600000", "-121600000 is out of range"),
    ("pledges.toml", "amount = 1000000", "amount = 0", "0 is out of range"),
    ("budget.toml", 'kind = "approved"', 'kind = "agreed"', 'not "agreed"'),
    ("sources.toml", 'url = "https://', 'url = "asp.icc-cpi.int/', "begins with http://"),
    ("sources.toml", 'date = "2013', 'date = "last year', 'write a date as "2013-11-22"'),
    ("sources.toml", 'url = "', 'url = "http://[::1" # ', "is no address"),
    ("outcomes.toml", 'title = "', f'title = "{"a" * 500}', "takes at most 500 characters"),
    ("conflicts.toml", '"outcome/budget-2014"', '"outcome/budget"', 'no record "outcome/budget"'),
    ("conflicts.toml", '"outcome/budget-2014"', '"budget"', "takes a kind and an id"),
    ("days.toml", "number = 3", "number = 4", "days are numbered 1, 2, 3 …: 3 comes here"),
    ("days.toml", "date = 2013-11-20", "date = 2013-11-19", "outside the session's start and end"),
    ("session.toml", '"Europe/Amsterdam"', '"Amsterdam"', "is not a time zone"),
    ("session.toml", "end = 2013", "end = 2012", "is before the session's start"),
    ("session.toml", 'id = "asp12"', 'id = "asp-12"', "takes letters and digits only"),
    ("session.toml", 'id = "asp12"', 'id = "assembly12of2013"', "takes at most 12 characters"),
]


@pytest.mark.parametrize(("file", "old", "new", "why"), RECORDS)
def test_a_wrong_field_is_named_with_its_place(
    folder: Folder, file: str, old: str, new: str, why: str
) -> None:
    folder.replaces(file, old, new)
    wrong = new.partition("\n")[0]
    field = wrong.partition(" = ")[0]
    told = [each for each in folder.problems() if why in each]
    assert told
    place, subject, _ = told[0].split(": ", 2)
    assert place == f"{file}:{folder.line(file, wrong)}"
    if " = " in wrong:
        assert f'field "{field}"' in subject or f'.{field}"' in subject
    assert subject.split(" ")[0] in {"outcome", "election", "figure", "source"} | {
        "conflict",
        "day",
        "pledge",
        "session",
    }


def test_all_of_it_is_named_at_once(folder: Folder) -> None:
    folder.replaces("outcomes.toml", 'title = "Presence by video link"\n', "")
    folder.replaces("outcomes.toml", 'topic = "premises"', 'topic = "house"')
    folder.replaces("pledges.toml", "amount = ", "amount = (")
    folder.replaces("summaries/day-2.en.md", "**", "# **")
    (folder.path / "summaries" / "day-9.en.md").write_text("Words.\n")
    video = folder.line("outcomes.toml", 'id = "video-presence"') - 1
    house = folder.line("outcomes.toml", 'topic = "house"')
    pledge = folder.line("pledges.toml", "amount = (")
    told = folder.problems()
    assert told[0] == f'outcomes.toml:{video}: outcome "video-presence", field "title": is missing'
    assert told[1].startswith(f"outcomes.toml:{house}: outcome ")
    assert told[1].endswith('field "topic": no topic is called "house"')
    assert told[2].startswith(f"pledges.toml:{pledge}: ")
    assert told[3].startswith("summaries/day-2.en.md:1: a heading is a line in bold")
    assert told[4] == "summaries/day-9.en.md: 9 is not a day of this session"
    assert len(told) == 5


def test_one_error_does_not_become_many(folder: Folder) -> None:
    folder.replaces("sources.toml", "[[source]]", "[[source]")
    folder.replaces("days.toml", "number = 3", "number = true")
    folder.replaces("topics.toml", 'title = "', 'titel = "')
    told = [each.split(":")[0] for each in folder.problems()]
    assert told == ["days.toml", "sources.toml", "topics.toml", "topics.toml"]


def test_an_id_that_is_taken_is_named(folder: Folder) -> None:
    folder.replaces("outcomes.toml", 'id = "video-presence"', 'id = "excusal-from-trial"')
    told = [each for each in folder.problems() if "is taken" in each]
    second = folder.line("outcomes.toml", 'title = "Presence by video link"') - 2
    assert len(told) == 1
    assert told[0].startswith(f'outcomes.toml:{second}: outcome "excusal-from-trial", field "id": ')


@pytest.mark.parametrize(
    ("identity", "why"),
    [("a" * 36, "takes at most 35 characters"), ("all", '"all" is no id')],
)
def test_an_id_must_fit_into_a_button(folder: Folder, identity: str, why: str) -> None:
    folder.replaces("milestones.toml", 'id = "', f'id = "{identity}"\n# "')
    assert any(why in each for each in folder.problems())


def test_a_date_at_the_session_takes_its_day(folder: Folder) -> None:
    folder.replaces("statements.toml", "day = 2\n", "")
    told = folder.problems()
    assert len(told) == 1
    assert told[0].endswith("""field "date": takes the day's number too, as day = 3""")


@pytest.mark.parametrize("name", ["session.toml", "days.toml", "topics.toml", "sources.toml"])
def test_a_file_that_is_missing_is_named(folder: Folder, name: str) -> None:
    (folder.path / name).unlink()
    assert folder.problems() == [f"{name}: the file is missing"]


def test_other_files_may_be_missing(folder: Folder) -> None:
    (folder.path / "conflicts.toml").unlink()
    assert content.read(folder.path).records["conflict"] == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("outcome.toml", "", "outcome.toml: no file of this name belongs to a session"),
        ("day-3.en.md", "Words", "day-3.en.md: summaries stand in the folder summaries"),
        ("summaries/day-3.de.md", "Worte", 'summaries/day-3.de.md: a summary is called as in "day'),
        ("summaries/day-3.fr.md", " \n", "summaries/day-3.fr.md: the file is empty"),
        ("topics.toml", "[[topic]]\nid = 'a'\n", "topics.toml:1: "),
        ("topics.toml", "topic = 1", 'topics.toml:1: field "topic": begin each record with'),
        ("topics.toml", "[[tipic]]\nid = 'a'\n", 'topics.toml:1: field "tipic": this file holds'),
        ("topics.toml", "[[topic]]\nid = 'a", "topics.toml:2: "),
        ("topics.toml", "x = " + "[" * 5000, "topics.toml: brackets are nested too deeply"),
    ],
)
def test_a_file_that_does_not_belong_or_is_no_toml(
    folder: Folder, name: str, text: str, told: str
) -> None:
    (folder.path / name).write_text(text, encoding="utf-8")
    assert any(each.startswith(told) for each in folder.problems()), folder.problems()


@pytest.mark.parametrize("name", ["people.toml", "summaries/day-1.en.md"])
def test_a_file_in_another_encoding_is_named_with_its_line(folder: Folder, name: str) -> None:
    with (folder.path / name).open("ab") as file:
        file.write("\né".encode("latin-1"))
    line = (folder.path / name).read_bytes().count(b"\n") + 1
    assert folder.problems() == [f"{name}:{line}: the file is not saved as UTF-8"]


def test_a_misspelt_folder_is_not_passed_over(folder: Folder) -> None:
    (folder.path / "summaries").rename(folder.path / "summarys")
    assert folder.problems() == ["summarys/: the only folder of a session is summaries"]


def test_a_remark_and_a_byte_order_mark_are_passed_over(folder: Folder) -> None:
    path = folder.path / "topics.toml"
    path.write_text("\ufeff# ours\r\n" + path.read_text("utf-8"), "utf-8")
    (folder.path / ".DS_Store").touch()
    (folder.path / "README.md").touch()
    assert content.read(folder.path).session.id == "asp12"


def test_no_folder_is_a_problem_too(tmp_path: Path) -> None:
    assert Folder(tmp_path / "asp13").problems() == [f"{tmp_path}/asp13: there is no such folder"]
