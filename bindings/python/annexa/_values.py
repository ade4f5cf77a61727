"""Between the values of Python and those of JSON."""
from __future__ import annotations

import datetime
import decimal
import enum
from dataclasses import dataclass
from typing import Any, Mapping


class Unset(enum.Enum):
    """What a member is that is not given; None takes a member away."""

    UNSET = "unset"

    def __repr__(self) -> str:
        return "..."


UNSET = Unset.UNSET


@dataclass(frozen=True)
class Money:
    """An amount in a currency (ISO 4217)."""

    amount: decimal.Decimal
    currency: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "amount", decimal.Decimal(self.amount))

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def to_json(self) -> dict[str, str]:
        """As it stands in documents."""
        return {"amount": format(self.amount, "f"), "currency": self.currency}

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> Money:
        """From its place in a document."""
        return cls(decimal.Decimal(document["amount"]), document["currency"])


def instant(value: datetime.datetime | str) -> str:
    """A point in time as RFC 3339. One without time zone is refused: nobody could tell when it was."""
    if isinstance(value, str):
        return value
    if value.tzinfo is None:
        raise ValueError(f"{value!r} has no time zone; give it one, such as datetime.timezone.utc")
    return value.astimezone(datetime.timezone.utc).replace(tzinfo=None).isoformat() + "Z"


def parse_instant(text: str) -> datetime.datetime:
    """A point in time from a document."""
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def to_json(value: Any) -> Any:
    """A value as it stands in documents."""
    if isinstance(value, enum.Enum):
        return to_json(value.value)
    if isinstance(value, (str, int, float)) or value is None:
        return value
    if isinstance(value, datetime.datetime):
        return instant(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        return {str(name): to_json(each) for name, each in value.items()}
    if hasattr(value, "to_json"):
        return value.to_json()
    if isinstance(value, (list, tuple, set, frozenset, range)):
        return [to_json(each) for each in (sorted(value) if isinstance(value, (set, frozenset)) else value)]
    raise TypeError(f"{value!r} ({type(value).__name__}) has no place in a document of annexa")
