"""Mails that invite to the sessions of a plan."""
from __future__ import annotations

import datetime
import re
import urllib.parse
import zoneinfo
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    from .records import Session

#: Lines as mail has them, and nothing that some server on the way would have to recode.
_MAIL = SMTP.clone(cte_type="7bit")

_EVENT = re.compile(r"^BEGIN:VEVENT\r\n.*?^END:VEVENT\r\n", re.M | re.S)


def _one_line(text: str) -> str:
    """A text as a header takes it."""
    return " ".join(text.split())


def _address(name: str, mail: str) -> Address:
    user, _, domain = mail.rpartition("@")
    return Address(_one_line(name), user, domain)


@dataclass
class _Event:
    """An event of a calendar that annexa wrote."""

    calendar: str  #: a calendar of this event alone
    properties: dict[str, str]  #: the first value of each property, as text
    attendees: list[tuple[str, str]]  #: name and mail address

    @classmethod
    def read(cls, head: str, block: str) -> _Event:
        properties: dict[str, str] = {}
        attendees = []
        for line in block.replace("\r\n ", "").split("\r\n"):
            invited = re.fullmatch(r'ATTENDEE;CN="([^"]*)".*:mailto:(.*)', line)
            if invited:
                attendees.append((invited[1], urllib.parse.unquote(invited[2])))
            name, _, value = line.partition(":")
            properties.setdefault(name.partition(";")[0], re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value))
        return cls(f"{head}{block}END:VCALENDAR\r\n", properties, attendees)


def _zone(name: str) -> datetime.tzinfo:
    """A time zone; UTC where this machine does not know it."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return datetime.timezone.utc


def _when(session: Session) -> str:
    """Begin and end on the clocks of the place."""
    zone = _zone(session.zone)
    start, end = session.start.astimezone(zone), session.end.astimezone(zone)
    until = f"{end:%H:%M}" if start.date() == end.date() else f"{end:%Y-%m-%d %H:%M}"
    return f"{start:%Y-%m-%d %H:%M} to {until} ({'UTC' if zone is datetime.timezone.utc else session.zone})"


def _text(event: _Event, when: str, closing: str) -> str:
    """What somebody reads whose mail program knows no calendars."""
    rows = [("When", when), ("Where", event.properties.get("LOCATION", "")),
            ("With", "; ".join(name for name, _ in event.attendees))]
    lines = [_one_line(event.properties["SUMMARY"]), "", *(f"{title}: {_one_line(value)}" for title, value in rows if value)]
    if "DESCRIPTION" in event.properties:
        lines += ["", event.properties["DESCRIPTION"]]
    return "\n".join([*lines, "", closing]) + "\n"


def _message(event: _Event, method: str, subject: str, body: str, sender: Address) -> EmailMessage:
    message = EmailMessage(policy=_MAIL)
    message["From"] = sender
    message["To"] = [_address(name, mail) for name, mail in event.attendees]
    message["Subject"] = subject
    stamp = datetime.datetime.strptime(event.properties["DTSTAMP"], "%Y%m%dT%H%M%SZ")
    message["Date"] = stamp.replace(tzinfo=datetime.timezone.utc)
    message.set_content(body)
    message.add_alternative(event.calendar, subtype="calendar", cte="base64", params={"method": method})
    # The same plan gives the same bytes.
    message.set_boundary(f"=_{event.properties['UID'].partition('@')[0]}-{event.properties['SEQUENCE']}")
    return message


def _events(calendar: bytes) -> Iterator[_Event]:
    """The events, each as a calendar of its own: one event to a mail, as RFC 5546 has it."""
    text = calendar.decode()
    head = text.partition("BEGIN:VEVENT\r\n")[0]
    for block in _EVENT.findall(text):
        yield _Event.read(head, block)


def invitations(calendar: bytes, sessions: Sequence[Session], sender: str, sender_name: str) -> Iterator[EmailMessage]:
    """A mail for each session, whose events the calendar holds in the same order."""
    for event, session in zip(_events(calendar), sessions):
        body = _text(event, _when(session), "Please accept or decline the invitation in your calendar.")
        yield _message(event, "REQUEST", _one_line(event.properties["SUMMARY"]), body, _address(sender_name, sender))


def _written(value: str) -> str:
    """20260309T090000 as people write it."""
    moment = datetime.datetime.strptime(value.rstrip("Z"), "%Y%m%dT%H%M%S")
    return f"{moment:%Y-%m-%d %H:%M}" + (" (UTC)" if value.endswith("Z") else "")


def cancellations(calendar: bytes, sender: str, sender_name: str) -> Iterator[EmailMessage]:
    """A mail for each event that is taken back; none if the calendar is empty."""
    for event in _events(calendar):
        whole = event.properties.get("STATUS") == "CANCELLED"
        closing = "This session does not take place." if whole else "This session takes place without you."
        body = _text(event, _written(event.properties["DTSTART"]), closing)
        yield _message(event, "CANCEL", "Cancelled: " + _one_line(event.properties["SUMMARY"]), body, _address(sender_name, sender))
