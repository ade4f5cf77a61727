"""What some calls give: more than a document."""
from __future__ import annotations

import html
import json
import os
import pathlib
from typing import Any, Dict

from ._html import table


class ImportReport(Dict[str, Any]):
    """What an import came to, as a document; `annexa import` prints the same."""

    @property
    def problems(self) -> list[dict[str, Any]]:
        """The cells for which rows were rejected: `row`, `column`, `value`, `message`."""
        found: list[dict[str, Any]] = self["rejected"]
        return found

    @property
    def records(self) -> list[dict[str, Any]]:
        """What becomes of each record: `row`, `noun`, `key`, `change` ("added", "changed", "unchanged"), `members`."""
        found: list[dict[str, Any]] = self["records"]
        return found

    @property
    def recorded(self) -> bool:
        """True if something was written."""
        return bool(self["events"])

    def __repr__(self) -> str:
        counts = ", ".join(f"{self[name]} {name}" for name in ("added", "changed", "unchanged"))
        return f"<ImportReport of {self['rows']} {self['kind']}: {counts}, {len(self.problems)} problems>"

    def _repr_html_(self) -> str:
        columns = ("row", "column", "value", "message")
        return table(repr(self)[1:-1], columns, ((each[name] for name in columns) for each in self.problems))


class Report:
    """A report as a file."""

    def __init__(self, kind: str, key: str, format: str, content: bytes) -> None:
        self.kind = kind
        self.key = key
        self.format = format  #: "html", "md", "json", "xlsx", "pdf", or "zip" for a pack
        self.content = content  #: its bytes

    def save(self, path: str | os.PathLike[str]) -> pathlib.Path:
        """Writes the file."""
        target = pathlib.Path(path)
        target.write_bytes(self.content)
        return target

    @property
    def text(self) -> str:
        """The file as text."""
        return self.content.decode()

    def document(self) -> Any:
        """The document model of a report in JSON."""
        if self.format != "json":
            raise ValueError('ask for format="json" to read the document')
        return json.loads(self.content)

    def __repr__(self) -> str:
        return f"<Report {self.kind} {self.key}, {self.format}, {len(self.content):,} bytes>"

    def _repr_html_(self) -> str:
        if self.format == "pdf":
            return html.escape(repr(self))
        if self.format != "html":
            return f"<pre>{html.escape(self.text)}</pre>"
        return f'<iframe srcdoc="{html.escape(self.text)}" style="width:100%;height:40em;border:0"></iframe>'
