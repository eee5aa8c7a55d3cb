"""The commands that can be completed: the bot's, as its menu has them, and the terminal's own."""

from collections.abc import Iterator

from bot.terminal import typed
from bot.terminal.scene import Scene
from data.locales.words import Words
from handlers import commands


def offered(scene: Scene, words: Words) -> Iterator[tuple[str, str]]:
    """Yield what can be typed in the place of ``scene``, and what each does."""
    place, person = scene.place, scene.person
    menu = dict(
        scene.api.profile.menu(
            place.id,
            person.id,
            person.language_code or "",
            administrator=place.chat.administers(person.id),
        )
    )
    for name in commands.EVERY:
        menu.setdefault(name, words.plain(f"help.{name}"))
    for name, does in menu.items():
        yield f"/{name}", does
    for name in typed.LOCAL:
        yield f"/{name}", words.plain(f"terminal.does_{name}")
    for name in scene.every:
        yield f"/in {name}", ""
    for name in scene.known:
        yield f"/as {name}", ""
