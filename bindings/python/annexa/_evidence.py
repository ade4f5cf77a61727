"""Tamper evidence: keys, checkpoints, proofs, and checking them without a workspace."""
from __future__ import annotations

import base64
import ctypes
import datetime
import json
import os
import pathlib
from dataclasses import dataclass, field
from typing import Any, Iterable, Literal, Mapping, Union

from . import _abi
from ._library import content, document, text
from ._log import ENVIRONMENT
from ._values import instant

KeyKind = Literal["log", "witness"]


class File:
    """What is handed on as a small text file."""

    def __init__(self, content: str) -> None:
        self.text = content  #: the file

    def save(self, path: str | os.PathLike[str]) -> pathlib.Path:
        """Writes the file."""
        target = pathlib.Path(path)
        target.write_text(self.text, encoding="utf-8", newline="")
        return target

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.text == str(other)

    def __hash__(self) -> int:
        return hash(self.text)


class Checkpoint(File):
    """A journal's size and root, signed: a note of C2SP tlog-checkpoint. What it says is only what it says; `check_checkpoint`
    tells whether its signatures hold."""

    def _line(self, number: int) -> str:
        lines = self.text.split("\n")
        return lines[number] if number < len(lines) else ""

    @property
    def origin(self) -> str:
        """The name of the journal."""
        return self._line(0)

    @property
    def size(self) -> int:
        """How many events it counts."""
        return int(self._line(1))

    @property
    def root(self) -> str:
        """The root of the tree over them, as `Workspace.root` has it."""
        return base64.b64decode(self._line(2)).hex()

    def __repr__(self) -> str:
        return f"<Checkpoint {self.origin}, {self.size} events>"


class Proof(File):
    """That an event stands in a journal, or that a journal goes on where a checkpoint ended."""

    @property
    def checkpoint(self) -> Checkpoint:
        """The checkpoint against which it was made; not checked yet."""
        return Checkpoint(self.text.partition("\n\n")[2])

    def __repr__(self) -> str:
        return f"<Proof against {self.checkpoint!r}>"


class Rotation(File):
    """A note by which one key of a journal is handed over to the next, signed by both."""

    @property
    def origin(self) -> str:
        """The name of the journal."""
        return self.text.split("\n")[1]

    @property
    def old_key(self) -> str:
        """The key until then, NAME+ID+KEY."""
        return self.text.split("\n")[2]

    @property
    def new_key(self) -> str:
        """The key from then on."""
        return self.text.split("\n")[3]

    def __repr__(self) -> str:
        return f"<Rotation of the key of {self.origin}>"


@dataclass(frozen=True)
class KeyPair:
    """An Ed25519 key pair. The private key is kept outside of every store."""

    private_key: str = field(repr=False)  #: PEM: whoever has it can sign
    public_key: str  #: PEM
    note_key: str | None  #: NAME+ID+KEY, as checkers take it; None without a name


#: A file in what it holds, or where it lies: a text of one line is a path.
Given = Union[str, bytes, "os.PathLike[str]", File]
#: A private key: a pair, PEM, or the file of it.
Key = Union[KeyPair, str, bytes, "os.PathLike[str]"]
#: A public key: NAME+ID+KEY, PEM, a pair, or the file of it.
PublicKey = Union[KeyPair, str, bytes, "os.PathLike[str]"]


def given(value: Given) -> bytes:
    """The bytes of a file that is handed over, or of the one that is named."""
    if isinstance(value, File):
        return value.text.encode()
    if isinstance(value, bytes):
        return value
    if isinstance(value, str) and "\n" in value:
        return value.encode()
    return pathlib.Path(value).read_bytes()


def given_text(value: Given) -> str:
    """As `given`, for a document; what is no text is refused there as no checkpoint."""
    return given(value).decode("utf-8", "replace")


def given_texts(values: Given | Iterable[Given]) -> list[str]:
    """One file or several, as texts."""
    return [given_text(each) for each in ([values] if isinstance(values, (File, str, bytes, os.PathLike)) else values)]


def private_key(value: Key) -> bytes:
    """A private key in PEM."""
    return value.private_key.encode() if isinstance(value, KeyPair) else given(value)


def _public_key(value: PublicKey) -> str:
    if isinstance(value, KeyPair):
        return value.note_key or value.public_key
    if isinstance(value, str) and value.count("+") >= 2 and "\n" not in value.strip():
        return value.strip()
    return given_text(value)


def public_keys(values: PublicKey | Iterable[PublicKey]) -> list[str]:
    """One public key or several, as texts."""
    several = [values] if isinstance(values, (KeyPair, str, bytes, os.PathLike)) else values
    return [_public_key(each) for each in several]


def _trust(keys: PublicKey | Iterable[PublicKey], origin: str | None, witnesses: int,
           rotations: Iterable[Given]) -> tuple[bytes, int]:
    trust: dict[str, Any] = {"keys": public_keys(keys), "witnesses": witnesses, "rotations": given_texts(rotations)}
    if origin:
        trust["origin"] = origin
    return text(json.dumps(trust, ensure_ascii=False))


def event_bytes(event: Mapping[str, Any] | str | bytes) -> bytes:
    """An event in the very bytes that the journal keeps: canonical JSON (RFC 8785). A row of `Workspace.events` will do."""
    if isinstance(event, (str, bytes)):
        return event.encode() if isinstance(event, str) else event
    return _canonical(event["event"] if "leaf" in event and "event" in event else event).encode()


def _canonical(value: Any) -> str:
    if isinstance(value, Mapping):
        members = sorted(value.items(), key=lambda member: str(member[0]).encode("utf-16-be"))
        return "{" + ",".join(f"{_canonical(name)}:{_canonical(each)}" for name, each in members) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(_canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def key_pair(name: str = "", kind: KeyKind = "log") -> KeyPair:
    """A fresh key pair: kind "log" for who keeps a journal, whose name is the journal's origin; or "witness"."""
    return KeyPair(**document("annexa_key_generate", *text(name), *text(kind)))


def read_key_pair(key: Key, name: str = "", kind: KeyKind = "log") -> KeyPair:
    """The key pair of a private key, with the name that it has for checkers."""
    pem = private_key(key)
    return KeyPair(pem.decode(), **document("annexa_key_describe", pem, len(pem), *text(name), *text(kind)))


def rotate_key(origin: str, old_key: Key, new_key: Key) -> Rotation:
    """Hands the key of a journal over to the next: a note that both signed, for who trusts the old one. `ws.rotate_key` puts it on
    record."""
    before, after = private_key(old_key), private_key(new_key)
    return Rotation(content("annexa_key_rotate", *text(origin), before, len(before), after, len(after)).decode())


def check_checkpoint(checkpoint: Given, *, public_key: PublicKey | Iterable[PublicKey], origin: str | None = None,
                     witnesses: int = 0, rotations: Iterable[Given] = ()) -> dict[str, Any]:
    """What a checkpoint says, if its signatures hold: `{"origin", "size", "root", "signatures"}`; else an `IntegrityError`.

    public_key: keys of the journal and of witnesses, from you and not from the file. origin: the name of the journal, the one that
    its key says when left out. witnesses: how many have to have signed. rotations: notes of `rotate_key`, in the order of time: each adds
    a key where the old one is trusted."""
    note = given(checkpoint)
    found: dict[str, Any] = document("annexa_checkpoint_check", note, len(note), *_trust(public_key, origin, witnesses, rotations))
    return found


def check_event_proof(proof: Given, event: Mapping[str, Any] | str | bytes, *, public_key: PublicKey | Iterable[PublicKey],
                      origin: str | None = None, witnesses: int = 0, rotations: Iterable[Given] = ()) -> dict[str, Any]:
    """Checks that an event stands in a journal: `{"position", "checkpoint"}`, or an `IntegrityError`.

    event: its exact bytes, or a row of `Workspace.events`. The rest is as for `check_checkpoint`."""
    file, data = given(proof), event_bytes(event)
    found: dict[str, Any] = document("annexa_proof_check_event", file, len(file), data, len(data),
                                     *_trust(public_key, origin, witnesses, rotations))
    return found


def check_history_proof(proof: Given, older: Given, *, public_key: PublicKey | Iterable[PublicKey], origin: str | None = None,
                        witnesses: int = 0, rotations: Iterable[Given] = ()) -> dict[str, Any]:
    """Checks that a journal goes on where a checkpoint that was kept ended: `{"old_size", "checkpoint"}`, or an `IntegrityError`."""
    file, kept = given(proof), given(older)
    found: dict[str, Any] = document("annexa_proof_check_history", file, len(file), kept, len(kept),
                                     *_trust(public_key, origin, witnesses, rotations))
    return found


def _clock(at: datetime.datetime | str | None) -> Any:
    """The environment in which it is that time."""
    if at is None:
        return ENVIRONMENT
    moment = datetime.datetime.fromisoformat(instant(at).replace("Z", "+00:00"))
    micros = (moment - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)) // datetime.timedelta(microseconds=1)

    def now(_user: object, out: Any) -> int:
        out[0] = micros
        return 0
    return _abi.annexa_env(ctypes.sizeof(_abi.annexa_env), 0, None, now=_abi.annexa_now_fn(now))


def witness(proof: Given, *, name: str, key: Key, public_key: PublicKey | Iterable[PublicKey], seen: Given | None = None,
            origin: str | None = None, rotations: Iterable[Given] = (), at: datetime.datetime | str | None = None) -> Checkpoint:
    """Signs the checkpoint of somebody else's journal as the witness `name`, if the journal goes on from what was seen last.

    proof: what `Workspace.prove_history` gave since `seen`; the first time, when nothing was seen, the checkpoint alone. Keep what
    comes back in the place of `seen` before you hand it out."""
    file, own = given(proof), private_key(key)
    before = b"" if seen is None else given(seen)
    environment = _clock(at)
    note = content("annexa_checkpoint_witness", file, len(file), before, len(before), *_trust(public_key, origin, 0, rotations), own, len(own),
                   *text(json.dumps({"name": name}, ensure_ascii=False)), ctypes.byref(environment))
    return Checkpoint(note.decode())
