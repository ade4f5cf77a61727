"""What all records have in common."""
from __future__ import annotations

import dataclasses
import datetime
import decimal
from typing import Any, Callable, ClassVar, Iterator, Mapping, TypeVar

from ._values import Money, parse_instant, to_json

R = TypeVar("R", bound="Record")

#: How a member is read from a document.
Read = Callable[[Any], Any]


def same(value: Any) -> Any:
    """Texts, numbers, truth values and members of the host stand as they are."""
    return value


date: Read = datetime.date.fromisoformat
instant: Read = parse_instant
number: Read = decimal.Decimal
money: Read = Money.from_json


def list_of(read: Read) -> Read:
    """Reads each element of a list."""
    return lambda values: [read(value) for value in values]


class Record:
    """A record as a value. Members are named as in the schema, but for a "_" behind those that Python keeps for itself."""

    #: How members are read, where they are not simply the same.
    _reads: ClassVar[Mapping[str, Read]] = {}

    @classmethod
    def from_json(cls: type[R], document: Mapping[str, Any]) -> R:
        """From a document. Members that only a newer annexa knows are passed over."""
        known = {field.name for field in dataclasses.fields(cls)}
        values = {}
        for name, value in document.items():
            member = name if name in known else name + "_"
            if member in known:
                values[member] = None if value is None else cls._reads.get(name, same)(value)
        return cls(**values)

    def to_json(self) -> dict[str, Any]:
        """As a document; members that hold nothing are left out."""
        out = {}
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if value is not None and value != "" and value != [] and value != {}:
                out[field.name[:-1] if field.name.endswith("_") else field.name] = to_json(value)
        return out

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """So that `dict(record)` is its document."""
        return iter(self.to_json().items())
