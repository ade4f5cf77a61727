"""What annexa says when it refuses, as exceptions."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Iterable


@dataclass(frozen=True)
class Violation:
    """One broken rule."""

    rule: str  #: stable name, such as "T11.cause": what a host translates by
    where: str  #: JSON Pointer into the input, file:row:column, or a record's key
    message: str  #: English sentence: what was found, and what would be accepted
    args: dict[str, str] = field(default_factory=dict)  #: named parts of the message

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.message} [{self.rule}]"


class Violations(list[Violation]):
    """All violations of one refusal, in the order of the input."""

    def to_pandas(self) -> Any:
        """A DataFrame with the columns rule, where and message."""
        import pandas  # type: ignore[import]

        return pandas.DataFrame([(each.rule, each.where, each.message) for each in self], columns=["rule", "where", "message"])


class AnnexaError(Exception):
    """What every refusal of annexa is. `violations` holds all that was found, not only the first."""

    kind = "internal"  #: name of the status in C

    def __init__(self, message: str = "", violations: Iterable[Violation] = ()) -> None:
        self.violations = Violations(violations)
        super().__init__(message or "\n".join(map(str, self.violations)) or self.kind)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), list(self.violations))

    def names(self, rule: str) -> bool:
        """True if a violation of that rule is among them."""
        return any(each.rule == rule for each in self.violations)


class UsageError(AnnexaError, ValueError):
    """The call or its input was malformed; nothing was tried."""

    kind = "usage"


class RuleError(AnnexaError):
    """The domain refused: a rule of the standard, of the method or of the lifecycle."""

    kind = "rule"


class NotFound(UsageError, LookupError):
    """There is no record with that key."""


class Conflict(AnnexaError):
    """Somebody else was first; deciding again may help."""

    kind = "conflict"


class StorageError(AnnexaError, OSError):
    """The store could not read or write; what was there before is still there."""

    kind = "storage"


class IntegrityError(AnnexaError):
    """What was read is not what annexa wrote."""

    kind = "integrity"


class NoMemory(AnnexaError, MemoryError):
    """Memory ran out; nothing was changed."""

    kind = "no-memory"


class Cancelled(AnnexaError):
    """The caller stopped it; nothing was changed."""

    kind = "cancelled"


class InternalError(AnnexaError, RuntimeError):
    """A defect of annexa; please report it."""

    kind = "internal"


#: The exception of each status in C.
BY_KIND: dict[str, type[AnnexaError]] = {
    each.kind: each for each in (UsageError, RuleError, Conflict, StorageError, IntegrityError, NoMemory, Cancelled, InternalError)}


def error_of(kind: str, document: Any) -> AnnexaError:
    """The exception for a status and the document of its error, if there is one."""
    rows = document["error"]["violations"] if document else ()
    violations = [Violation(row["rule"], row["where"], row["message"], row["args"]) for row in rows]
    sort = BY_KIND.get(kind, AnnexaError)
    if sort is UsageError and violations and all(each.rule == "reference.unknown" for each in violations):
        sort = NotFound
    return sort("", violations)
