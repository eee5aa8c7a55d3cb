"""A message to every subscribed chat, before and after it is sent."""

from markupsafe import Markup

from data.broadcasts import Broadcast
from data.locales.words import Words
from handlers.views import layout


def prompt(chats: int, words: Words) -> Markup:
    """Ask for the text of a message to all."""
    return layout.stacked(
        words("broadcast.heading"),
        words.count("broadcast.goes_to", chats),
        words("broadcast.send"),
        words("edit.ways_out"),
    )


def control(messages: int, chats: int, words: Words) -> Markup:
    """Stand below a preview: to how many chats it goes."""
    return layout.lines(
        words.count("broadcast.preview", messages), words.count("broadcast.goes_to", chats)
    )


def result(sent: Broadcast, chats: int, *, in_time: bool, words: Words) -> Markup:
    """Say what became of a message to all."""
    if sent.state == "undone":
        return words("broadcast.undone")
    if in_time:
        return layout.lines(words.count("broadcast.sent", chats), words("edit.undo_in_time"))
    return words.count("broadcast.under_way", chats)
