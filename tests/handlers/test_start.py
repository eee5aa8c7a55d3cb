"""``/start``, ``/help``, and what no command answers."""

import re

from handlers import commands
from tests.conversation import Conversation


async def test_the_greeting_says_who_this_is_and_who_it_is_not(ann: Conversation) -> None:
    await ann.sends("/start")
    assert "unofficial bot" in ann.text
    assert ann.labels == ["What was decided", "Day 8", "Subscribe to the digests"]


async def test_a_deep_link_opens_a_day(ann: Conversation) -> None:
    await ann.sends("/start asp12-d-3")
    assert ann.text.startswith("ASP 12 · Day 3 of 8")


async def test_a_link_of_nobodys_greets(ann: Conversation) -> None:
    await ann.sends("/start made-up")
    assert "unofficial bot" in ann.text


async def test_a_link_into_a_session_that_is_not_here_shows_no_other(ann: Conversation) -> None:
    for link in ("asp99-d-3", "asp99-o-judge-election", "asp99-t"):
        await ann.sends(f"/start {link}")
        assert "is not there any more" in ann.text, link


async def test_the_greeting_writes_both_dates_alike(ann: Conversation) -> None:
    await ann.sends("/start")
    assert "20 Nov 2013 to 28 Nov 2013" in ann.text.replace("\N{NO-BREAK SPACE}", " ")


async def test_help_lists_every_command(ann: Conversation) -> None:
    await ann.sends("/help")
    listed = re.findall(r"^/(\w+) \u2013", ann.text, re.MULTILINE)
    assert sorted(listed) == sorted(commands.EVERY)


async def test_every_listed_command_has_a_handler(ann: Conversation) -> None:
    for name in commands.EVERY:
        await ann.sends(f"/{name}")
        assert "I do not know the command" not in ann.text, name


async def test_an_unknown_command_gets_the_one_most_like_it(ann: Conversation) -> None:
    await ann.sends("/pledge")
    assert ann.text.startswith("I do not know the command /pledge. Did you mean /pledges?")


async def test_half_a_command_gets_the_whole_one(ann: Conversation) -> None:
    await ann.sends("/bu")
    assert ann.text.startswith("I do not know the command /bu. Did you mean /budget?")


async def test_a_group_hears_nothing_to_strange_commands_and_chatter(team: Conversation) -> None:
    await team.hears_nothing_after("/weather")
    await team.hears_nothing_after("/day@other_bot 3")
    await team.hears_nothing_after("who was elected judge?")


async def test_a_group_is_answered_with_a_reply_to_who_asked(team: Conversation) -> None:
    asked = team.say("/day@asp_bot 3")
    await team.api.settled(team.application)
    assert team.text.startswith("ASP 12 · Day 3 of 8")
    assert team.last.reply_to is asked


async def test_a_reply_to_the_bot_in_a_group_is_a_question(team: Conversation) -> None:
    await team.sends("/days")
    await team.sends("who was elected judge?", reply_to=team.last)
    assert "Henderson" in team.text


async def test_a_topic_is_answered_in_the_topic(ann: Conversation) -> None:
    forum = ann.api.forum("Team", topics=["General", "News"], members=[ann.person])
    there = Conversation(ann.api, ann.application, ann.person, forum.topic("News"))
    await there.sends("/day 3")
    assert there.last.thread_id == there.place.thread_id


async def test_an_edited_look_up_is_answered_again(ann: Conversation) -> None:
    asked = ann.say("/day 3")
    await ann.api.settled(ann.application)
    ann.api.edits(ann.person, asked, "/day 4")
    await ann.api.settled(ann.application)
    assert ann.text.startswith("ASP 12 · Day 4 of 8")


async def test_an_old_versions_button_greets(ann: Conversation) -> None:
    await ann.sends("/start")
    ann.api.taps(ann.person, ann.last, "v0|something|old", stale=True)
    await ann.api.settled(ann.application)
    assert "unofficial bot" in ann.text
