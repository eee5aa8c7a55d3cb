"""What a tour is made of: scenes, and the steps in them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Tells:
    """The tour itself says something: a key of the catalogue."""

    key: str


@dataclass(frozen=True, slots=True)
class Sends:
    """A person sends a text as it stands, such as a command."""

    text: str


@dataclass(frozen=True, slots=True)
class Asks:
    """A person asks in plain words: a key of the catalogue."""

    key: str


@dataclass(frozen=True, slots=True)
class Taps:
    """A person taps the first button whose callback data begins like this."""

    data: str


@dataclass(frozen=True, slots=True)
class Looks:
    """A person types words behind the bot's name, in any chat."""

    words: str


@dataclass(frozen=True, slots=True)
class Picks:
    """A person picks one of the results by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Adds:
    """A person adds the bot to a channel of the tour's cast, as an administrator."""

    place: str


@dataclass(frozen=True, slots=True)
class Returns:
    """The clock goes to a moment, in UTC."""

    moment: datetime


@dataclass(frozen=True, slots=True)
class Passes:
    """Time passes until a moment, in UTC; what arrives is shown in a line or two each."""

    until: datetime


Step = Tells | Sends | Asks | Taps | Looks | Picks | Adds | Returns | Passes


@dataclass(frozen=True, slots=True)
class Scene:
    """Steps in one place by one person. ``where`` is "private" or a place of the tour's cast."""

    who: str
    where: str
    steps: tuple[Step, ...]
