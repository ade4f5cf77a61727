"""How the reports of a host look: logo, colours, cover and label, and templates of its own."""
from __future__ import annotations

import base64
import os
import pathlib
from dataclasses import dataclass
from typing import Any, Mapping, Union

#: A template: its text, or the path of its file.
Template = Union[str, "os.PathLike[str]"]


@dataclass
class Branding:
    """How reports look. What cannot be is refused when a report is made, each member with its reason."""

    logo: str | os.PathLike[str] | bytes = ""  #: a PNG or SVG of at most 256 KiB: the path of its file, its bytes, or a data URI
    logo_text: str = ""  #: what the logo shows, for those who do not see it
    accent: str = ""  #: colour of links and lines, "#rrggbb", at least 4.5 to 1 against a light ground
    cover: str = ""  #: colour of the cover, "#rrggbb"
    cover_text: str = ""  #: a paragraph on the cover
    confidentiality: str = ""  #: label of reports whose record has none

    def to_json(self) -> dict[str, str]:
        """As a document "branding"."""
        texts = {name: getattr(self, name) for name in ("logo_text", "accent", "cover", "cover_text", "confidentiality")}
        return {"logo": _data_uri(self.logo), **texts}


def _data_uri(logo: str | os.PathLike[str] | bytes) -> str:
    if isinstance(logo, str) and (not logo or logo.startswith("data:")):
        return logo
    content = logo if isinstance(logo, bytes) else pathlib.Path(logo).read_bytes()
    kind = "png" if content.startswith(b"\x89PNG") else "svg+xml"
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def _text(template: Template) -> str:
    if isinstance(template, str) and ("{{" in template or "\n" in template):
        return template
    return pathlib.Path(template).read_text(encoding="utf-8")


def template_document(template: Template, parts: Mapping[str, Template]) -> dict[str, Any]:
    """A template with its parts as a document "report-template"."""
    return {"text": _text(template), "parts": [{"name": name, "text": _text(part)} for name, part in parts.items()]}
