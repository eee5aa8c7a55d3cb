"""What subscribers receive is what was typed, to the last entity."""

import random
from typing import Any

import pytest

from bot.localapi import Message
from data.richtext import KINDS, units
from tests.conversation import Conversation
from tests.handlers.editors.conftest import Desk
from tests.handlers.editors.test_publishing import digest_of

WORDS = (
    "The Assembly",
    "l'Assemblée générale",
    "لجنة الميزانية",
    "国际刑事法院",
    "Международный суд",
    "ศาลอาญา",
    "😀 👩‍👩‍👧‍👦 🇳🇱",
    '<b>not bold</b> & "quoted"',
    "https://asp.icc-cpi.int/x?a=1&b=2",
    "#ASP12 @icc",
    "\n\n",
    "\n• ",
    "1. ",
    "*stars* _and_ `ticks`",
)
LINKS = ("https://e.org/a?b=1&c=2", 'https://e.org/"quoted"', "tg://resolve?domain=asp_bot")


def typed(seed: int) -> tuple[str, list[dict[str, Any]]]:
    """Return a random text with random entities, as an app could send it."""
    chance = random.Random(seed)  # noqa: S311 - a test, not a secret
    text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(5, 60))).strip()
    places = [0]
    for character in text:
        places.append(places[-1] + units(character))
    entities: list[dict[str, Any]] = []
    for _ in range(chance.randint(0, 14)):
        first, last = sorted(chance.sample(places, 2))
        kind = chance.choice(sorted(KINDS))
        entity: dict[str, Any] = {"type": kind, "offset": first, "length": last - first}
        if kind == "text_link":
            entity["url"] = chance.choice(LINKS)
        if kind == "pre":
            entity["language"] = chance.choice(["python", "c++"])
        entities.append(entity)
    return text, entities


def own(message: Message, text: str) -> list[dict[str, Any]]:
    """Return the kept entities of the stretch of a message that reads ``text``."""
    start = units(message.content[: message.content.index(text)])
    end = start + units(text)
    return [
        {**each, "offset": each["offset"] - start}
        for each in message.entities
        if each["type"] in KINDS and start <= each["offset"] < end
    ]


@pytest.mark.parametrize("seed", range(40))
async def test_every_entity_arrives(amina: Conversation, desk: Desk, seed: int) -> None:
    cas = desk.follower()
    await desk.passes(minutes=40)
    text, entities = typed(seed)
    await amina.sends("/addsummary 3")
    said = amina.say(text, entities=entities)
    await desk.api.settled(desk.application)
    await amina.taps("Done")
    await amina.taps("Publish")
    await desk.passes(seconds=10)
    digest = digest_of(desk, cas)
    assert own(digest, said.content) == own(said, said.content)
    assert desk.api.violations == []


async def test_custom_emoji_and_mentions_arrive_as_the_text_they_stand_for(
    amina: Conversation, desk: Desk
) -> None:
    cas = desk.follower()
    await desk.passes(minutes=40)
    entities = [
        {
            "type": "custom_emoji",
            "offset": 0,
            "length": 2,
            "custom_emoji_id": "5368324170671",
        },
        {"type": "text_mention", "offset": 3, "length": 3, "user": {"id": cas.chat.id}},
    ]
    await amina.sends("/addsummary 3")
    await amina.sends("👍 Cas", entities=entities)
    await amina.taps("Done")
    await amina.taps("Publish")
    await desk.passes(seconds=10)
    digest = digest_of(desk, cas)
    assert "👍 Cas" in digest.content
    assert own(digest, "👍 Cas") == []
    assert not {"custom_emoji", "text_mention"} & {each["type"] for each in digest.entities}
