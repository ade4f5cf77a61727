"""A noun of a workspace: its records, and the commands about it."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Iterable, Iterator, Mapping, TypedDict, TypeVar

from ._record import Record
from ._values import UNSET

if TYPE_CHECKING:
    from .workspace import Workspace

R = TypeVar("R", bound=Record)

#: What every command may carry besides its own members: when and by whom it was done, an id that makes a repetition harmless,
#: the version that the record has to have, what ties several commands together, whether only to try it, and rules to set aside.
ENVELOPE = ("at", "actor", "id", "expected_version", "correlation", "dry_run", "override")


class AppendedEvent(TypedDict):
    """Where an event of an answer stands."""

    position: int  #: 0 for the journal's first event
    id: str
    kind: str


class Answer(TypedDict):
    """What a command came to."""

    size: int  #: events in the journal behind its own
    events: list[AppendedEvent]  #: its own; none if nothing changed
    warnings: list[dict[str, Any]]  #: practice that was not followed


class Noun(Generic[R]):
    """The records of a noun. Commands about it are the methods of its subclasses, which are made from the schemas."""

    _noun = ""  #: what annexa_workspace_query() takes
    _type = ""  #: name of its records in annexa.records

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def _record(self) -> type[R]:
        """What its records are. Read when first asked for: a program that only sends commands needs none of them."""
        from . import records

        found: type[R] = getattr(records, self._type)
        return found

    def __iter__(self) -> Iterator[R]:
        """All records, in natural order of their keys."""
        return map(self._record.from_json, self._workspace.show(self._noun))

    def __len__(self) -> int:
        return len(self._workspace.show(self._noun))

    def __getitem__(self, key: str) -> R:
        """The record with that key, or NotFound."""
        return self._record.from_json(self._workspace.show(self._noun, key))

    def where(self, *, year: int | None = None, **members: Any) -> list[R]:
        """The records whose members have these values; with a year those that begin in it."""
        found = [each for each in self if all(getattr(each, name) == value for name, value in members.items())]
        return found if year is None else [each for each in found if getattr(each, "from_").year == year]

    def _do(self, command: str, members: Mapping[str, Any], envelope: Iterable[Any]) -> Answer:
        """Sends a command; members that are None are left out."""
        return self._send(command, {name: value for name, value in members.items() if value is not None}, envelope)

    def _change(self, command: str, members: Mapping[str, Any], envelope: Iterable[Any]) -> Answer:
        """Sends a command that changes a record; members that are None are taken away, UNSET ones stay."""
        return self._send(command, {name: value for name, value in members.items() if value is not UNSET}, envelope)

    def _send(self, command: str, members: Mapping[str, Any], envelope: Iterable[Any]) -> Answer:
        around = {name: value for name, value in zip(ENVELOPE, envelope) if value is not None}
        answer: Answer = self._workspace.apply({"command": command, **members, **around})
        return answer
