"""Owners at work; the evening is the one of the editors."""

import pytest

from tests.conversation import Conversation
from tests.handlers.editors.conftest import Desk, amina, bo, desk

__all__ = ["amina", "bo", "desk"]


@pytest.fixture
def grace(desk: Desk) -> Conversation:
    """Grace, an owner."""
    return desk.owner("Grace")
