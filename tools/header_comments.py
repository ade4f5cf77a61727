"""What the public headers say of records, commands and their members: for docstrings."""
import pathlib
import re

INCLUDE = pathlib.Path(__file__).resolve().parents[1] / "include/annexa"
STRUCT = re.compile(r"^struct (\w+)\b[^;]*\{")
NAME = re.compile(r'(?:type_name|command)\s*=\s*"([^"]+)"')
MEMBER = re.compile(r"^\s+(?!\s|static\b|friend\b|using\b|return\b)[\w:<>,\"\s&*-]+?\s(\w+)(?:\s*=[^;]*|\{[^;]*\})?;")


def plain(text):
    """A comment without the marks of Doxygen; a source stands in brackets."""
    text = re.sub(r"\s*@source\{([^}]*)\}", r" (\1)", text)
    text = re.sub(r"@(?:p|ref|c)\s+", "", text)
    text = re.sub(r"@\w+\b\s*", "", text)
    return " ".join(text.replace("\\", "/").split())


def _paragraph(lines):
    """The first paragraph of a comment, with the source that the rest of it names."""
    first = []
    for line in lines:
        if not line.strip():
            break
        first.append(line)
    rest = " ".join(lines[len(first):])
    return plain(" ".join(first) + "".join(f" @source{{{each}}}" for each in re.findall(r"@source\{([^}]*)\}", rest)))


class _Struct:
    def __init__(self, comment):
        self.name = None
        self.comment = comment
        self.members = {}


def _read(text, found):
    comment, struct, last = [], None, None
    for line in text.splitlines():
        stripped = line.strip()
        if struct is None and (start := STRUCT.match(line)):
            struct, comment, last = _Struct(_paragraph(comment)), [], None
        elif struct is not None and line.startswith("};"):
            if struct.name:
                found[struct.name] = (struct.comment, struct.members)
            struct, comment = None, []
        elif stripped.startswith("///<"):
            if struct is not None and last:
                struct.members[last] += " " + stripped.removeprefix("///<").strip()
        elif stripped.startswith("///"):
            comment.append(stripped.removeprefix("///").strip())
        elif struct is not None:
            if struct.name is None and (name := NAME.search(line)):
                struct.name = name[1]
            elif struct.name and (member := MEMBER.match(line.split("///<")[0].rstrip())):
                last = member[1].rstrip("_")
                struct.members[last] = line.split("///<")[1].strip() if "///<" in line else _paragraph(comment)
            comment = []
        elif stripped and not stripped.startswith("template"):
            comment = []


def comments():
    """By the name of a record or command: (what it is, {member: what it is})."""
    found = {}
    for path in sorted(INCLUDE.rglob("*.hpp")):
        _read(path.read_text(encoding="utf-8"), found)
    return {name: (text, {member: plain(words) for member, words in members.items()})
            for name, (text, members) in found.items()}
