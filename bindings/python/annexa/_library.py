"""Finds, loads and calls libannexa."""
from __future__ import annotations

import ctypes
import functools
import json
import os
import pathlib
from typing import Any, Callable, Iterable

from . import _abi
from ._errors import AnnexaError, error_of

#: The interface that this package speaks: annexa_abi_version().
ABI_VERSION = 1

_BUNDLED = pathlib.Path(__file__).with_name("_lib") / "libannexa.so"


class LibraryError(ImportError):
    """libannexa could not be loaded, or is not the one that this package needs."""


def _candidate() -> str:
    """The file to load: what ANNEXA_LIBRARY_PATH names, else what came with the package, else what the system has."""
    named = os.environ.get("ANNEXA_LIBRARY_PATH")
    if named:
        return named
    return str(_BUNDLED) if _BUNDLED.exists() else "libannexa.so.1"


@functools.lru_cache(maxsize=None)
def library() -> ctypes.CDLL:
    """The library, loaded once. Its functions release the interpreter's lock while they run."""
    path = _candidate()
    try:
        loaded = ctypes.CDLL(path)
    except OSError as error:
        raise LibraryError(f"cannot load {path}: {error}. Set ANNEXA_LIBRARY_PATH to libannexa.so.1, or install the wheel "
                           "that brings it.") from None
    try:
        found = loaded.annexa_abi_version()
    except AttributeError:
        raise LibraryError(f"{path} is no libannexa: it has no annexa_abi_version") from None
    if found != ABI_VERSION:
        raise LibraryError(f"{path} speaks version {found} of the C interface; this package needs version {ABI_VERSION}")
    return loaded


def _checked(kind: Any) -> Any:
    """A whole number of the C interface that refuses what does not fit; ctypes alone would cut it off and say nothing."""
    lowest = 0 if kind(-1).value > 0 else -(2 ** (8 * ctypes.sizeof(kind) - 1))
    highest = lowest + 2 ** (8 * ctypes.sizeof(kind)) - 1

    class Checked(kind):  # type: ignore[misc]
        @classmethod
        def from_param(cls, value: Any) -> Any:
            if isinstance(value, int) and not lowest <= value <= highest:
                raise ValueError(f"{value} is not accepted; a number from {lowest} to {highest} is")
            return kind.from_param(value)
    return Checked


_NUMBERS = {kind: _checked(kind) for kind in (ctypes.c_int32, ctypes.c_int64, ctypes.c_uint32, ctypes.c_uint64)}


@functools.lru_cache(maxsize=None)
def function(name: str) -> Callable[..., Any]:
    """A function of the C interface, with its types set."""
    try:
        found = getattr(library(), name)
    except AttributeError:
        raise LibraryError(f"{library()._name} has no {name}: it is older than this package, or built without workspaces") \
            from None
    found.restype, arguments = _abi.FUNCTIONS[name]
    found.argtypes = [_NUMBERS.get(each, each) for each in arguments]
    return found  # type: ignore[no-any-return]


def text(value: str | bytes | os.PathLike[str] | None) -> tuple[bytes, int]:
    """A text as the two arguments that the C interface takes for it."""
    if value is None:
        return b"", 0
    raw = value if isinstance(value, bytes) else os.fspath(value).encode("utf-8", "surrogateescape")
    return raw, len(raw)


def borrowed(value: str | bytes | None) -> _abi.annexa_str:
    """A text as a member of a structure; the structure keeps the bytes alive."""
    raw, size = text(value)
    return _abi.annexa_str(ctypes.cast(ctypes.c_char_p(raw), ctypes.POINTER(ctypes.c_char)), size)


def texts(values: Iterable[str | bytes]) -> Any:
    """Texts or contents of files as an array of the C interface, which keeps the bytes alive."""
    lent = [borrowed(value) for value in values]
    return (_abi.annexa_str * len(lent))(*lent)


def c_text(address: int | None) -> str:
    """A text that the library owns for good."""
    return ctypes.string_at(address).decode() if address else ""


def _raise(status: int, error: ctypes.c_void_p) -> None:
    document = None
    if error.value:
        lent = _abi.annexa_str()
        if function("annexa_error_json")(error, ctypes.byref(lent)) == _abi.OK:
            document = json.loads(ctypes.string_at(lent.data, lent.size))
        function("annexa_error_free")(error)
    raise error_of(c_text(function("annexa_status_name")(status)), document)


def check(name: str, *arguments: Any) -> None:
    """Calls a function whose last parameter is the error, and raises what it reports."""
    error = ctypes.c_void_p()
    status = function(name)(*arguments, ctypes.byref(error))
    if status != _abi.OK:
        _raise(status, error)


def handle(name: str, *arguments: Any) -> int:
    """Calls a function that gives a handle."""
    out = ctypes.c_void_p()
    check(name, *arguments, ctypes.byref(out))
    if not out.value:
        raise AnnexaError(f"{name} gave no handle")
    return out.value


def content(name: str, *arguments: Any) -> bytes:
    """Calls a function that gives a buffer."""
    buffer = handle(name, *arguments)
    try:
        return ctypes.string_at(function("annexa_buf_data")(buffer), function("annexa_buf_size")(buffer))
    finally:
        function("annexa_buf_free")(buffer)


def document(name: str, *arguments: Any) -> Any:
    """Calls a function that gives a JSON document."""
    return json.loads(content(name, *arguments))
