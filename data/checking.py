"""What people and files give as a record, checked field by field by pydantic.

Loading pydantic takes as long as half a start of the bot; so only what checks imports this.
"""

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    create_model,
)
from pydantic_core import ErrorDetails

from data.records import Entry, Rule

__all__ = ["ErrorDetails", "ValidationError", "checked"]

E = TypeVar("E", bound=Entry)
_FORM = ConfigDict(extra="forbid")
_SHAPES: dict[type[Entry], type[BaseModel]] = {}
_ENTRIES: dict[type[BaseModel], type[Entry]] = {}


def checked(model: type[E], values: Mapping[str, Any], *, strict: bool = False) -> E:
    """Make an entry of what is given for its fields; ``strict`` takes no text for a number.

    Raises:
        ValidationError: with all that is wrong.
    """
    return _made(model, _shape(model).model_validate(values, strict=strict))


def _shape(model: type[Entry]) -> type[BaseModel]:
    """Return the model of pydantic's that has the fields of ``model``."""
    if model not in _SHAPES:
        _SHAPES[model] = _shaped(model)
        _ENTRIES[_SHAPES[model]] = model
    return _SHAPES[model]


def _shaped(model: type[Entry]) -> type[BaseModel]:
    fields = {name: (_type(kind), getattr(model, name, ...)) for name, kind in model.fields.items()}
    return create_model(model.__name__, __config__=_FORM, **fields)  # type: ignore[call-overload, no-any-return]  # fields by name


def _type(kind: Any) -> Any:
    """Return a field's type as pydantic knows it."""
    inside, origin = get_args(kind), get_origin(kind)
    if isinstance(kind, type) and issubclass(kind, Entry):
        return _shape(kind)
    if origin is Annotated:
        return Annotated[(_type(inside[0]), *(_rule(inside[0], each) for each in inside[1:]))]
    if origin in {Union, UnionType}:
        return Union[tuple(map(_type, inside))]  # noqa: UP007 - made while running
    return tuple[tuple(map(_type, inside))] if origin is tuple else kind  # type: ignore[misc]  # the same


def _rule(kind: Any, rule: Any) -> Any:
    if not isinstance(rule, Rule):
        return rule  # for pydantic itself
    if rule.check is not None:
        return AfterValidator(rule.check)
    if kind is str:
        return StringConstraints(
            pattern=rule.pattern,
            min_length=rule.shortest,
            max_length=rule.longest,
            strip_whitespace=rule.stripped,
        )
    return Field(ge=rule.least, le=rule.most, min_length=rule.shortest, max_length=rule.longest)


def _made(model: type[E], found: BaseModel) -> E:
    return model(**{name: _held(value) for name, value in found})


def _held(value: Any) -> Any:
    """Return a value with entries in the place of pydantic's models."""
    if isinstance(value, BaseModel):
        return _made(_ENTRIES[type(value)], value)
    return tuple(map(_held, value)) if isinstance(value, tuple) else value
