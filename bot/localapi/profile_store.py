"""What the bot tells about itself: commands by scope and language, name, descriptions."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(slots=True)
class Profile:
    """Set by the bot's methods, read by whoever shows menus.

    ``commands`` maps a scope's key ("default", "all_private_chats", "chat:-5", "chat_member:-5:7")
    and a language ("" for the rest) to pairs of command and description. The other texts are by
    language.
    """

    commands: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    name: dict[str, str] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)
    administrator_rights: dict[bool, Json] = field(default_factory=dict)

    def menu(
        self, chat_id: int, user_id: int, language: str = "", *, administrator: bool = False
    ) -> list[tuple[str, str]]:
        """The commands that a person is offered in a chat, by the Bot API's order of scopes."""
        if chat_id > 0:
            scopes = [f"chat:{chat_id}", "all_private_chats", "default"]
        else:
            scopes = [f"chat_member:{chat_id}:{user_id}"]
            if administrator:
                scopes.append(f"chat_administrators:{chat_id}")
            scopes.append(f"chat:{chat_id}")
            if administrator:
                scopes.append("all_chat_administrators")
            scopes += ["all_group_chats", "default"]
        for scope in scopes:
            for tongue in dict.fromkeys((language, "")):
                if self.commands.get((scope, tongue)):
                    return self.commands[scope, tongue]
        return []
