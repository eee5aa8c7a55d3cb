"""What the bot says when it cannot do what a person asked.

``Refusal`` is the one exception of the handlers: it carries the id of a text in the catalogue,
and the error handler says that text in the reader's language. Everything else that a handler
raises is ours to mend, and is logged.
"""


class Refusal(Exception):  # noqa: N818 - not an error: an answer
    """A sentence that helps, instead of the answer that was asked for."""

    def __init__(self, key: str, **arguments: object) -> None:
        """Refuse with the catalogue's text ``key`` and its arguments."""
        super().__init__(key)
        self.key = key
        self.arguments = arguments
