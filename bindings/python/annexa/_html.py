"""Tables for notebooks."""
from __future__ import annotations

import html
from typing import Any, Iterable


def table(caption: str, columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """A table with a caption, every text of it escaped."""
    def line(cells: Iterable[Any], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(str(cell))}</{tag}>" for cell in cells) + "</tr>"
    return (f"<table><caption>{html.escape(caption)}</caption><thead>{line(columns, 'th')}</thead>"
            f"<tbody>{''.join(line(row, 'td') for row in rows)}</tbody></table>")
