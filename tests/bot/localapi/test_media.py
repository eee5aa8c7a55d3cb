"""Pictures and files, both ways."""

import struct
from typing import Any

import pytest
from telegram import Bot, InputMediaDocument, InputMediaPhoto, Update

from bot.localapi import Account, LocalApi, Place
from tests.bot.localapi.conftest import Refusal

TOO_HEAVY = "file of size 10485789 bytes is too big for a photo; the maximum size is 10485760 bytes"


def png(width: int = 4, height: int = 3) -> bytes:
    """The first bytes of a picture of that size, which is all that is looked at."""
    header = struct.pack(">II", width, height) + bytes([8, 2, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + header


async def test_a_photo_arrives_with_its_caption(api: LocalApi, bot: Bot, place: Place) -> None:
    sent = await bot.send_photo(place.id, png(), caption="<b>Pledges</b>", parse_mode="HTML")
    assert (sent.caption_html, sent.photo[-1].width) == ("<b>Pledges</b>", 4)
    assert api.sent(place)[0].photo == png()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (png(100, 2001), "PHOTO_INVALID_DIMENSIONS"),
        (png(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (png() + bytes(10 * 1024 * 1024), TOO_HEAVY),
    ],
    ids=["no picture", "too narrow", "too large", "too heavy"],
)
async def test_what_is_no_photo_is_refused(
    bot: Bot, place: Place, refusal: Refusal, data: bytes, why: str
) -> None:
    assert await refusal(bot.send_photo(place.id, data)) == f"400 Bad Request: {why}"


async def test_a_caption_ends_at_1024_units_after_parsing(
    bot: Bot, place: Place, refusal: Refusal
) -> None:
    fits = "<i>" + "👍" * 512 + "</i>"
    await bot.send_photo(place.id, png(), caption=fits, parse_mode="HTML")
    told = await refusal(bot.send_photo(place.id, png(), caption="👍" * 512 + "x"))
    assert told == "400 Bad Request: message caption is too long"


async def test_a_document_keeps_its_name_and_can_be_sent_again_by_its_id(
    api: LocalApi, bot: Bot, place: Place
) -> None:
    first = await bot.send_document(place.id, b"BEGIN:VCALENDAR", filename="asp12.ics")
    assert first.document
    await bot.send_document(place.id, first.document.file_id)
    assert [(one.filename, one.document) for one in api.sent(place)] == [
        ("asp12.ics", b"BEGIN:VCALENDAR")
    ] * 2


async def test_a_photo_is_no_document(bot: Bot, place: Place, refusal: Refusal) -> None:
    sent = await bot.send_photo(place.id, png())
    told = await refusal(bot.send_document(place.id, sent.photo[-1].file_id))
    assert told == "400 Bad Request: can't use file of type Photo as Document"


async def test_an_empty_file_is_refused(bot: Bot, place: Place, refusal: Refusal) -> None:
    told = await refusal(bot.send_document(place.id, b"", filename="a.txt"))
    assert told == "400 Bad Request: file must be non-empty"


async def test_what_an_editor_sends_can_be_downloaded(
    api: LocalApi, bot: Bot, place: Place, ann: Account
) -> None:
    api.sends_file(ann, place, "day-3.md", b"# Day 3", caption="/addsummary 3")
    message = Update.de_json(api.updates[0], bot).message
    assert message
    assert message.document
    assert (message.document.file_name, message.document.file_size) == ("day-3.md", 7)
    assert message.caption == "/addsummary 3"
    file = await message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"# Day 3"


async def test_beyond_20_megabytes_nothing_is_downloaded(
    api: LocalApi, bot: Bot, place: Place, ann: Account, refusal: Refusal
) -> None:
    sent = api.sends_file(ann, place, "big.docx", bytes(20 * 1024 * 1024 + 1))
    assert sent.media
    told = await refusal(bot.get_file(sent.media.file_id))
    assert told == "400 Bad Request: file is too big"


async def test_an_unknown_file_is_refused(bot: Bot, refusal: Refusal) -> None:
    assert await refusal(bot.get_file("nothing")) == "400 Bad Request: invalid file_id"


async def test_an_album_is_several_messages_that_belong_together(
    api: LocalApi, bot: Bot, place: Place
) -> None:
    photos = [InputMediaPhoto(png(), caption="Both"), InputMediaPhoto(png())]
    first, second = await bot.send_media_group(place.id, photos)
    assert first.media_group_id
    assert first.media_group_id == second.media_group_id
    assert [one.caption for one in api.sent(place)] == ["Both", ""]


async def test_documents_and_photos_make_no_album(bot: Bot, place: Place, refusal: Refusal) -> None:
    mixed: list[Any] = [InputMediaPhoto(png()), InputMediaDocument(b"x", filename="a.txt")]
    told = await refusal(bot.send_media_group(place.id, mixed))
    assert told == "400 Bad Request: document can't be mixed with other media types"


async def test_eleven_make_no_album(bot: Bot, place: Place, refusal: Refusal) -> None:
    told = await refusal(bot.send_media_group(place.id, [InputMediaPhoto(png())] * 11))
    assert told == "400 Bad Request: too many messages to send as an album"


async def test_a_persons_album_comes_as_one_update_each(
    api: LocalApi, bot: Bot, place: Place, ann: Account
) -> None:
    api.sends_album(ann, place, [png(), png()], caption="The hall")
    heard = [Update.de_json(each, bot).message for each in api.updates]
    assert [one.caption for one in heard if one] == ["The hall", None]
    assert len({one.media_group_id for one in heard if one}) == 1


@pytest.mark.parametrize("kind", ["voice", "sticker", "video", "audio"])
async def test_other_media_reach_the_bot(
    api: LocalApi, bot: Bot, place: Place, ann: Account, kind: str
) -> None:
    api.says(ann, place, **{kind: b"data"})  # type: ignore[arg-type]  # one of its keywords
    message = Update.de_json(api.updates[0], bot).message
    assert message
    assert message.to_dict()[kind]["file_size"] == 4
