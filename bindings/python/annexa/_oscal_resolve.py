"""From an OSCAL profile to the catalog that it means."""
from __future__ import annotations

import ctypes
import json
import os
import pathlib
from typing import Any, Callable, Mapping, Union

from . import _abi
from ._errors import Violation, Violations
from ._library import borrowed, document, text

Path = Union[str, "os.PathLike[str]"]
#: Gives the document at a URI, or None where there is none.
Fetch = Callable[[str], Union[bytes, str, None]]


class Resolution:
    """A resolved profile."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self.document: dict[str, Any] = answer["document"]  #: the OSCAL document: `{"catalog": {…}}`
        #: what is doubtful about it
        self.warnings = Violations(Violation(row["rule"], row["where"], row["message"], row["args"]) for row in answer["warnings"])

    @property
    def catalog(self) -> dict[str, Any]:
        """What stands under "catalog"."""
        found: dict[str, Any] = self.document["catalog"]
        return found

    def save(self, path: Path) -> pathlib.Path:
        """Writes the document as JSON."""
        target = pathlib.Path(path)
        target.write_text(json.dumps(self.document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        return target

    def __repr__(self) -> str:
        title = self.catalog.get("metadata", {}).get("title", "")
        return f"<Resolution of {title!r}, {len(self.warnings)} warnings>"


class _Host:
    """A function of the host as the C interface calls it. Its exceptions are kept, for nothing may be thrown through C."""

    def __init__(self, fetch: Fetch, files: Mapping[str, Path]) -> None:
        self._fetch, self._files = fetch, files
        self._lent = borrowed("")  # until the next call
        self.error: BaseException | None = None
        self.function = _abi.annexa_oscal_fetch_fn(self._call)

    def _given(self, href: str, uri: str) -> bytes | str | None:
        for name in (href, uri):
            if name in self._files:
                return pathlib.Path(self._files[name]).read_bytes()
        return self._fetch(uri)

    def _call(self, _user: object, href: Any, href_size: int, uri: Any, uri_size: int, out: Any) -> int:
        try:
            given = self._given(ctypes.string_at(href, href_size).decode(), ctypes.string_at(uri, uri_size).decode())
            self._lent = borrowed("there is none" if given is None else given)
            out[0] = self._lent
            return _abi.E_USAGE if given is None else _abi.OK
        except BaseException as error:
            self.error = error
            return _abi.E_CANCELLED


def _options(**members: Any) -> tuple[bytes, int]:
    return text(json.dumps({name: value for name, value in members.items() if value is not None}, ensure_ascii=False))


def _resolve_bytes(profile: bytes, uri: str, last_modified: str | None, fetch: Fetch, files: Mapping[str, Path]) -> Any:
    host = _Host(fetch, files)
    try:
        return document("annexa_oscal_resolve", profile, len(profile), *_options(uri=uri, last_modified=last_modified), host.function, None)
    except Exception:
        if host.error is not None:
            raise host.error from None
        raise


def resolve(profile: Path | bytes, *, root: Path | None = None, map: Mapping[str, Path] | None = None, fetch: Fetch | None = None,
            uri: str | None = None, last_modified: str | None = None) -> Resolution:
    """Resolves an OSCAL profile: imports, merges, modifies and finishes it.

        ax.oscal.resolve("baseline.json").save("catalog.json")
        ax.oscal.resolve("profiles/high.json", root=".", map={"https://example.org/catalog.json": "catalog.json"})
        ax.oscal.resolve(data, uri="https://example.org/high.json", fetch=lambda uri: documents.get(uri))

    Of a file, what it imports is read from files below `root` (the folder of the profile without it), and never by network. `map` gives
    files for references as they stand in the profile, or as they resolve; they may lie anywhere. With `fetch` nothing else is read: it is
    called with each URI, resolved against `uri`, and gives the document, or None where there is none; what it raises is raised.

    A profile that cannot be resolved is a `UsageError` that names each place."""
    files = dict(map or {})
    if isinstance(profile, bytes) or fetch is not None:
        if root is not None:
            raise ValueError("root is not accepted here; it belongs to a profile in a file, without fetch")
        raw = profile if isinstance(profile, bytes) else pathlib.Path(profile).read_bytes()
        base = uri if uri is not None else "" if isinstance(profile, bytes) else pathlib.Path(profile).name
        return Resolution(_resolve_bytes(raw, base, last_modified, fetch or (lambda _uri: None), files))
    if uri is not None:
        raise ValueError("uri is not accepted here; it belongs to a profile as bytes, or to one with fetch")
    options = _options(root=None if root is None else os.fspath(root), last_modified=last_modified,
                       map=[{"href": href, "file": os.fspath(file)} for href, file in files.items()])
    return Resolution(document("annexa_oscal_resolve_file", *text(profile), *options))
