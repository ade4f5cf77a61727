"""What the planner proposes. Nothing of it is recorded until `ws.adopt(proposal)`."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, Literal, Mapping

from ._errors import RuleError, UsageError, Violation
from ._html import table
from ._pictures import Picture, plan_picture

if TYPE_CHECKING:
    from email.message import EmailMessage

    from . import records
    from .workspace import Workspace


class ProposedProgramme:
    """An audit programme that is not recorded."""

    def __init__(self, answer: Mapping[str, Any], workspace: Workspace, minutes_per_month: int | None) -> None:
        """From the answer of annexa_workspace_propose_programme()."""
        self._workspace = workspace
        self._minutes_per_month = minutes_per_month
        self.document: dict[str, Any] = answer["proposal"]  #: a document "programme-proposal"
        self.command: dict[str, Any] = answer["command"]  #: the command that records it

    def _proposal(self) -> records.ProgrammeProposal:
        from . import records

        return records.ProgrammeProposal.from_json(self.document)

    @property
    def programme(self) -> records.Programme:
        """The record to adopt."""
        return self._proposal().programme

    @property
    def entries(self) -> list[records.ProgrammeEntry]:
        """Its audits in order of time, each with its reasons; `ws.propose_plan(entry.audit)` plans one."""
        return self.programme.entries

    @property
    def units(self) -> list[records.UnitCoverage]:
        """When each unit is audited."""
        return self._proposal().units

    @property
    def criteria(self) -> list[records.CriterionCoverage]:
        """Which audits have each requirement and control."""
        return self._proposal().criteria

    @property
    def uncovered(self) -> list[records.Uncovered]:
        """What is due and finds no place in time, with the reason; empty for a complete programme."""
        return self._proposal().uncovered

    def picture(self, view: Literal["programme", "capacity"] = "programme", *, title: str = "", width: int | None = None) -> Picture:
        """The programme, drawn: units by month, or the hours of each month beside what it offers."""
        return plan_picture(view, programme=self.document["programme"], labels=self._workspace.picture_labels(),
                            minutes_per_month=self._minutes_per_month, title=title, width=width)

    def __repr__(self) -> str:
        programme = self.document["programme"]
        return (f"<ProposedProgramme {programme['key']}, {programme['from']} to {programme['until']}: "
                f"{len(programme['entries'])} audits, {len(self.document['uncovered'])} uncovered>")

    def _repr_html_(self) -> str:
        return table(repr(self)[1:-1], ("Audit", "From", "Title", "Units", "Criteria", "Why"),
                     ((each.audit, each.from_, each.title, ", ".join(each.units), len(each.criteria), " ".join(each.reasons))
                      for each in self.entries))


class ProposedPlan:
    """The plan of an audit that is not recorded."""

    def __init__(self, workspace: Workspace, answer: Mapping[str, Any]) -> None:
        """From the answer of annexa_workspace_propose_plan()."""
        self._workspace = workspace
        self.document: dict[str, Any] = answer["plan"]  #: what `annexa plan --json` prints
        self.command: dict[str, Any] | None = answer["command"]  #: the command that records it; None if there is a conflict

    @property
    def audit(self) -> str:
        """The key of the audit."""
        key: str = self.document["audit"]
        return key

    @property
    def conflict(self) -> str | None:
        """Why there is no complete plan; None where there is one."""
        found: str | None = self.document["conflict"]
        return found

    @property
    def sessions(self) -> list[records.Session]:
        """Its sessions in order of time, each with its reasons."""
        from . import records

        return [records.Session.from_json(each) for each in self.document["sessions"]]

    @property
    def unplaced(self) -> list[records.Unplaced]:
        """What found no place, with the reason."""
        from . import records

        return [records.Unplaced.from_json(each) for each in self.document["unplaced"]]

    @property
    def team(self) -> list[records.TeamMember]:
        """Who audits, the lead first."""
        from . import records

        return [records.TeamMember.from_json(each) for each in self.document["team"]]

    @property
    def levels(self) -> list[records.SeasonLevel]:
        """How good it is, and how much better a plan by this team could be."""
        from . import records

        return [records.SeasonLevel.from_json(each) for each in self.document["levels"]]

    @property
    def excluded(self) -> list[records.ExcludedPair]:
        """The independence matrix: who may not audit which unit, and why."""
        from . import records

        return [records.ExcludedPair.from_json(each) for each in self.document["excluded"]]

    def picture(self, view: Literal["auditors", "units", "load"] = "auditors", *, title: str = "", width: int | None = None,
                people: Literal["functions", "names"] = "functions") -> Picture:
        """The plan, drawn: its sessions by auditor or by unit, or the hours of each auditor."""
        return plan_picture(view, sessions=self.document["sessions"], labels=self._workspace.picture_labels(people), title=title,
                            width=width)

    def ics(self, *, organizer: str = "", organizer_name: str = "", confidential: bool = False) -> bytes:
        """The plan as iCalendar. With the mail address of an organizer it invites; confidential: without saying what is audited."""
        return self._workspace.calendar(self.audit, organizer=organizer, organizer_name=organizer_name,
                                        confidential=confidential, sessions=self.document["sessions"])

    def invitations(self, *, sender: str, sender_name: str = "", confidential: bool = False) -> Iterator[EmailMessage]:
        """A mail for each session to everybody who takes part, with a text and a calendar part, for smtplib to send.

        Whoever has no mail address on record is not invited; a session in which nobody has one goes to the sender. A plan with a
        conflict raises `RuleError`. Once they are out, `audit.send-plan` puts on record what was sent, so that `cancellations()` of a
        later plan knows what to take back.
        """
        from ._invitations import invitations

        complete(self)
        _need_sender(sender)
        return invitations(self.ics(organizer=sender, organizer_name=sender_name, confidential=confidential), self.sessions, sender,
                           sender_name)

    def cancellations(self, *, sender: str, sender_name: str = "", confidential: bool = False) -> Iterator[EmailMessage]:
        """A mail for each session that was sent and is not so any more: to everybody, where this plan does without it, and else to those
        who take part no more.
        """
        from ._invitations import cancellations

        complete(self)
        _need_sender(sender)
        calendar = self._workspace.calendar(self.audit, organizer=sender, organizer_name=sender_name, confidential=confidential,
                                            cancellations=True, sessions=self.document["sessions"])
        return cancellations(calendar, sender, sender_name)

    def __repr__(self) -> str:
        sessions = self.document["sessions"]
        days = sorted({each["start"][:10] for each in sessions})
        span = f", {days[0]} to {days[-1]}" if days else ""
        conflict = f", conflict: {self.conflict}" if self.conflict else ""
        return f"<ProposedPlan {self.audit}: {len(sessions)} sessions on {len(days)} days{span}{conflict}>"

    def _repr_html_(self) -> str:
        return table(repr(self)[1:-1], ("Session", "Start", "End", "Unit", "Place", "Lead", "Team", "Auditee", "Why"),
                     ((each.key, each.start.isoformat(), each.end.isoformat(), each.unit or each.kind, each.place, each.lead,
                       ", ".join(each.team), each.auditee or "", " ".join(each.why)) for each in self.sessions))


class ProposedReplan(ProposedPlan):
    """A plan that was made anew from the one on record, with the least change; it is not recorded."""

    def __init__(self, workspace: Workspace, answer: Mapping[str, Any]) -> None:
        """From the answer of annexa_workspace_propose_replan()."""
        super().__init__(workspace, {"plan": answer["plan"], "command": None})
        self.commands: list[dict[str, Any]] | None = answer["commands"]  #: the commands that record it; None if there is a conflict

    @property
    def changes(self) -> list[records.SessionChange]:
        """What differs from the plan on record, from and to, with the reason."""
        from . import records

        return [records.SessionChange.from_json(each) for each in self.document["changes"]]

    @property
    def changed(self) -> int:
        """How many sessions change."""
        found: int = self.document["changed"]
        return found

    @property
    def unavoidable(self) -> int:
        """How many of them could not stay whatever else is done."""
        found: int = self.document["unavoidable"]
        return found

    def __repr__(self) -> str:
        conflict = f", conflict: {self.conflict}" if self.conflict else ""
        return f"<ProposedReplan {self.audit}: {self.changed} sessions changed, {self.unavoidable} unavoidable{conflict}>"


class ProposedSeason:
    """Days and teams for the audits of a season, not recorded."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        """From the answer of annexa_workspace_propose_season()."""
        self.request: dict[str, Any] = answer["request"]  #: a document "season-request"; `ax.propose_season` takes it
        self.document: dict[str, Any] = answer["proposal"]  #: a document "season-proposal"
        self.commands: list[dict[str, Any]] = answer["commands"]  #: one `audit.plan` for each audit that has its place and is new

    def _proposal(self) -> records.SeasonProposal:
        from . import records

        return records.SeasonProposal.from_json(self.document)

    @property
    def placed(self) -> list[records.PlacedEngagement]:
        """What is where, in order of time, with the reasons. An engagement is named audit/unit."""
        return self._proposal().placed

    @property
    def unplaced(self) -> list[records.UnplacedEngagement]:
        """What found no place, with the reason and what would help."""
        return self._proposal().unplaced

    @property
    def levels(self) -> list[records.SeasonLevel]:
        """How good it is, and how much better a plan could be."""
        return self._proposal().levels

    def __repr__(self) -> str:
        return (f"<ProposedSeason {self.request['from']} to {self.request['until']}: {len(self.document['placed'])} placed, "
                f"{len(self.document['unplaced'])} without a place, {len(self.commands)} audits to record>")

    def _repr_html_(self) -> str:
        return table(repr(self)[1:-1], ("Engagement", "Start", "End", "Team", "Why"),
                     ((each.engagement, f"{each.start.day} {each.start.part}", f"{each.end.day} {each.end.part}",
                       ", ".join(each.team), " ".join(each.why)) for each in self.placed))


def _need_sender(sender: str) -> None:
    if not sender:
        raise UsageError("", [Violation("calendar.organizer", "/sender", "A calendar mail needs the mail address of its sender.")])


def complete(proposal: ProposedProgramme | ProposedPlan | ProposedReplan | ProposedSeason) -> dict[str, Any] | list[dict[str, Any]]:
    """The command that records a proposal, or the list of them; or a RuleError that says why there is none."""
    if isinstance(proposal, ProposedSeason):
        return proposal.commands
    if isinstance(proposal, ProposedReplan) and proposal.commands is not None:
        return proposal.commands
    if proposal.command is None:
        why = str(proposal.document["conflict"])
        raise RuleError("", [Violation("plan.conflict", "/conflict", f"The plan is not complete: {why}", {"conflict": why})])
    return proposal.command
