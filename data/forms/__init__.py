"""Records that are written by message, field by field."""

from data.forms.answers import Unfit, read
from data.forms.building import Built, build, started_from
from data.forms.choices import choices, named
from data.forms.fields import FORMS, NEW, Field, field_of, following, previous

__all__ = [
    "FORMS",
    "NEW",
    "Built",
    "Field",
    "Unfit",
    "build",
    "choices",
    "field_of",
    "following",
    "named",
    "previous",
    "read",
    "started_from",
]
