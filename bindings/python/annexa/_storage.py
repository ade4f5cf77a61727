"""The storage of a host: the events of a workspace in whatever a program has, in its own transactions."""
from __future__ import annotations

import abc
import ctypes
from typing import Any, Callable, Iterable, NamedTuple

from . import _abi
from ._library import borrowed


class StoredHead(NamedTuple):
    """What a storage holds, in a few bytes."""

    workspace: bytes  #: 16 bytes, chosen at random when the storage is made, never changed, not all zero
    size: int  #: events; 0 at first
    frontier: bytes  #: what StoredAppend.frontier said last; empty at first


class StoredEvent(NamedTuple):
    """An event. Unique are: the position; the id; stream and version together."""

    position: int
    id: bytes  #: 16 bytes
    stream: bytes  #: 16 bytes: the record whose event it is
    version: int
    leaf: bytes  #: 32 bytes: its hash
    body: bytes  #: at most 65,535 bytes, to be kept as they are


class StoredText(NamedTuple):
    """A personal text, which can be erased; kept under its commitment, which is unique."""

    commitment: bytes
    salt: bytes
    value: bytes


class StoredAppend(NamedTuple):
    """What is to be stored together, all or nothing."""

    expected_size: int  #: how many events the storage has to hold before
    events: list[StoredEvent]
    texts: list[StoredText]  #: to be kept, except where their commitment is there already
    erase: list[bytes]  #: commitments whose texts are deleted, after texts were kept
    frontier: bytes  #: StoredHead.frontier from now on

    @property
    def size(self) -> int:
        """StoredHead.size from now on."""
        return self.expected_size + len(self.events)


class Storage(abc.ABC):
    """Where a host keeps the events itself, for `annexa.create` and `annexa.open` in the place of a path.

    annexa decides, encodes, hashes and numbers; these methods store bytes, in the transaction that the host has open, so events and
    the host's own rows become final together. After a rollback the workspace notices with its next call. An exception is a
    `StorageError` whose message says what it was. They are called by the thread that calls the workspace, one at a time.
    """

    @abc.abstractmethod
    def head(self) -> StoredHead:
        """The head as it is now."""

    @abc.abstractmethod
    def append(self, append: StoredAppend) -> bool:
        """Stores all of it, durably where no transaction of the host is open. False, and nothing stored, if the size is another."""

    @abc.abstractmethod
    def read(self, start: int, limit: int) -> Iterable[StoredEvent]:
        """At most so many events from a position on, in the order of their positions."""

    @abc.abstractmethod
    def find(self, event_id: bytes) -> int | None:
        """The position of the event with that id."""

    @abc.abstractmethod
    def version(self, stream: bytes) -> int:
        """The highest version among the events of a stream; 0 if it has none."""

    @abc.abstractmethod
    def personal(self, commitment: bytes) -> tuple[bytes, bytes] | None:
        """Salt and value of the personal text under a commitment."""

    @abc.abstractmethod
    def erase(self, commitment: bytes) -> bool:
        """Deletes the personal text under a commitment; whether there was one."""


def _bytes(address: Any, size: int) -> bytes:
    return ctypes.string_at(address, size) if size else b""


def _lent(value: bytes) -> Any:
    return ctypes.cast(ctypes.create_string_buffer(value, len(value)), ctypes.POINTER(ctypes.c_uint8))


def _taken(append: Any) -> StoredAppend:
    events = [StoredEvent(each.position, _bytes(each.id, 16), _bytes(each.stream, 16), each.version, _bytes(each.leaf, 32),
                          _bytes(each.body.data, each.body.size)) for each in append.events[:append.event_count]]
    texts = [StoredText(_bytes(each.commitment, 32), _bytes(each.salt, 32), _bytes(each.value.data, each.value.size))
             for each in append.texts[:append.text_count]]
    erase = _bytes(append.erase, 32 * append.erase_count)
    return StoredAppend(append.expected_size, events, texts, [erase[at:at + 32] for at in range(0, len(erase), 32)],
                        _bytes(append.frontier.data, append.frontier.size))


class StoreOps:
    """A storage as the C interface takes it. Lives as long as its workspace."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._why = borrowed("")
        self._kept: list[Any] = []  # what the last call lent, until the next
        steps: dict[str, Callable[..., int]] = {
            "head": self._head, "append": self._append, "read": self._read, "find": self._find, "version": self._version,
            "personal": self._personal, "erase": self._erase}
        calls = {name: getattr(_abi, f"annexa_store_{name}_fn")(self._guarded(step)) for name, step in steps.items()}
        self.ops = _abi.annexa_store_ops(ctypes.sizeof(_abi.annexa_store_ops), 0, None,
                                         explain=_abi.annexa_store_explain_fn(self._explain), **calls)

    def _guarded(self, step: Callable[..., int]) -> Callable[..., int]:
        def call(_user: object, *arguments: Any) -> int:
            try:
                return step(*arguments)
            except BaseException as error:  # nothing may be thrown through C
                self._why = borrowed(f"{type(error).__name__}: {error}".encode("utf-8", "replace"))
                return _abi.E_STORAGE
        return call

    def _explain(self, _user: object, why: Any) -> None:
        why[0] = self._why

    def _head(self, out: Any) -> int:
        found = self._storage.head()
        self._kept = [_lent(found.workspace), borrowed(found.frontier)]
        out[0].workspace, out[0].frontier = self._kept
        out[0].size = found.size
        return _abi.OK

    def _append(self, append: Any) -> int:
        return _abi.OK if self._storage.append(_taken(append[0])) else _abi.E_CONFLICT

    def _read(self, start: int, limit: int, take: Callable[..., int], taker: Any) -> int:
        for each in self._storage.read(start, limit):
            event = _abi.annexa_store_event(ctypes.sizeof(_abi.annexa_store_event), 0, each.position, _lent(each.id), _lent(each.stream),
                                            each.version, _lent(each.leaf), borrowed(each.body))
            if take(taker, ctypes.byref(event)) != 0:
                break
        return _abi.OK

    def _find(self, event_id: Any, found: Any, position: Any) -> int:
        at = self._storage.find(_bytes(event_id, 16))
        found[0], position[0] = (0, 0) if at is None else (1, at)
        return _abi.OK

    def _version(self, stream: Any, version: Any) -> int:
        version[0] = self._storage.version(_bytes(stream, 16))
        return _abi.OK

    def _personal(self, commitment: Any, found: Any, out: Any) -> int:
        row = self._storage.personal(_bytes(commitment, 32))
        found[0] = int(row is not None)
        if row is not None:
            self._kept = [_lent(row[0]), borrowed(row[1])]
            out[0].salt, out[0].value = self._kept
        return _abi.OK

    def _erase(self, commitment: Any, erased: Any) -> int:
        erased[0] = int(self._storage.erase(_bytes(commitment, 32)))
        return _abi.OK
