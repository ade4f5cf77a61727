"""Programmes, plans, calendars and invitations from Python."""
import datetime
import email
import email.policy
import json
import unittest

from package import ax, in_memory
from project import ROOT

DATA = ROOT / "examples/data"
SUNDAY = {"start": "2026-03-01", "until": "2026-03-01"}


def organization():
    """The example organisation before its year begins."""
    ws = in_memory(actor="P-ISM")
    for name in ("setup.json", "assets.csv", "risks.csv", "soa.csv", "programme.json"):
        if name.endswith(".csv"):
            assert not ws.import_file(DATA / name).problems
        else:
            ws.apply(json.loads((DATA / name).read_text()))
    return ws


class Programmes(unittest.TestCase):
    def test_what_is_wrong_with_the_options_is_told_with_its_place(self):
        with in_memory() as ws:
            with self.assertRaises(ax.UsageError) as caught:
                ws.propose_programme(start="someday", years=9)
            self.assertEqual([each.where for each in caught.exception.violations], ["/options/from"])
            with self.assertRaises(ax.UsageError) as caught:
                ws.propose_programme(start="2026-01-01", years=9, freezes=[{"from": "2026-05-02", "until": "2026-05-01"}])
            self.assertEqual([each.where for each in caught.exception.violations], ["/options/years", "/options/freezes/0"])

    def test_an_amendment_waits_for_approval_and_keeps_what_was_decided(self):
        with organization() as ws:
            with self.assertRaises(ax.UsageError) as caught:
                ws.propose_programme(start="2026-07-01", amend="PRG-2026")
            self.assertEqual([each.where for each in caught.exception.violations], ["/options/because"])
            with self.assertRaises(ax.UsageError):
                ws.propose_programme(start="2026-07-01", amend="PRG-1", because="So it is.")
            proposal = ws.propose_programme(start="2026-07-01", amend="PRG-2026", because="Nobody could travel.", audits_per_year=6)
            ws.adopt(proposal)
            self.assertEqual(ws.programme["PRG-2026"].amendments[0].because, "Nobody could travel.")
            ws.programme.approve("PRG-2026", actor="P-CEO")
            programme = ws.programme["PRG-2026"]
            self.assertEqual(programme.entries[1:], proposal.entries)  # what comes before July stays
            self.assertEqual(programme.parameters.audits_per_year, 6)
            again = ws.propose_programme(start="2026-08-01", amend="PRG-2026", because="Once more.")
            self.assertEqual(again.document["programme"]["parameters"]["audits_per_year"], 6)
            with self.assertRaises(ax.RuleError) as refused:
                ws.programme.amend("PRG-2026", because="Nothing is audited any more.")
            self.assertIn("programme.owed", [each.rule for each in refused.exception.violations])

    def test_audit_time_is_told_and_refused(self):
        self.assertEqual(str(ax.audit_time(180, identical=[64], stage="surveillance").days), "4")
        with self.assertRaises(ax.UsageError) as caught:
            ax.audit_time(0, adjustment_percent=200)
        self.assertEqual([each.where for each in caught.exception.violations], ["/persons", "/adjustment_percent"])

    def test_a_request_without_a_workspace_is_refused_with_every_defect(self):
        with self.assertRaises(ax.UsageError) as caught:
            ax.propose_programme({"from": 7})
        self.assertGreater(len(caught.exception.violations), 1)

    def test_a_programme_without_a_workspace_covers_what_is_due(self):
        proposal = ax.propose_programme({
            "from": "2026-01-01", "units": [{"unit": "U-1", "name": "Sales", "minutes": 90, "open_nonconformities": 0}],
            "criteria": [{"criterion": "7.5.3"}], "calendar": {"weekend": [6, 7]},
            "parameters": {"years": 1, "audits_per_year": 2, "unit_interval": 12, "clause_interval": 12, "control_interval": 36,
                           "risk_levels": 5, "minutes_per_criterion": 10}})
        self.assertEqual([each["unit"] for each in proposal["units"]], ["U-1"])
        self.assertEqual(proposal["uncovered"], [])

    def test_a_programme_is_proposed_and_writes_nothing_until_it_is_adopted(self):
        with organization() as ws:
            before = ws.root
            programme = ws.propose_programme(start="2027-01-01", years=3)
            self.assertEqual(ws.root, before)
            self.assertEqual({each.unit for each in programme.units}, {each.key for each in ws.units if not each.out_of_scope})
            self.assertTrue(all(entry.reasons for entry in programme.entries))
            self.assertEqual(programme.uncovered, [])
            self.assertTrue(all(each.audits for each in programme.criteria if each.due_on <= programme.programme.until))
            self.assertIn("PRG-2027", repr(programme))
            self.assertIn("2027-01-01 to 2029-12-31", repr(programme))
            self.assertIn(programme.entries[0].audit, programme._repr_html_())
            self.assertEqual(len(ws.adopt(programme)["events"]), 1)
            self.assertEqual(ws.programme["PRG-2027"].entries, programme.entries)

    def test_every_audit_of_an_adopted_programme_can_be_planned_and_adopted(self):
        with organization() as ws:
            programme = ws.propose_programme(start="2027-01-01", years=1)
            ws.adopt(programme)
            for entry in programme.entries:
                plan = ws.propose_plan(entry.audit)
                self.assertIsNone(plan.conflict)
                ws.adopt(plan)
            self.assertEqual([each.key for each in ws.audits.where(year=2027)], [entry.audit for entry in programme.entries])
            self.assertEqual(ws.audits.where(year=2031), [])


class Plans(unittest.TestCase):
    def test_an_audit_that_is_not_there_is_a_lookup_error(self):
        with in_memory() as ws:
            with self.assertRaises(ax.NotFound):
                ws.propose_plan("A-9")
            with self.assertRaises(ax.NotFound):
                ws.calendar("A-9")
            with self.assertRaises(ax.UsageError):
                ws.propose_plan("")

    def test_a_plan_with_a_conflict_says_so_and_is_not_adopted(self):
        with organization() as ws:
            plan = ws.propose_plan("A-2026-1", **SUNDAY)
            self.assertTrue(plan.conflict)
            self.assertIsNone(plan.command)
            self.assertIn(f"conflict: {plan.conflict}", repr(plan))
            before = ws.root
            for use in (lambda: ws.adopt(plan), lambda: plan.invitations(sender="audit@acme.example")):
                with self.assertRaises(ax.RuleError) as caught:
                    use()
                self.assertTrue(caught.exception.names("plan.conflict"))
                self.assertIn(plan.conflict, str(caught.exception))
            self.assertEqual(ws.root, before)

    def test_a_plan_gives_each_choice_with_its_reasons_and_writes_nothing(self):
        with organization() as ws:
            before = ws.root
            plan = ws.propose_plan("A-2026-1", start="2026-03-16", parameters={"opening_minutes": 60})
            self.assertEqual(ws.root, before)
            self.assertEqual((plan.audit, plan.conflict, plan.unplaced), ("A-2026-1", None, []))
            opening = plan.sessions[0]
            self.assertEqual((opening.kind, (opening.end - opening.start).total_seconds()), ("opening", 3600))
            self.assertTrue(all(each.why for each in plan.sessions if each.unit))
            self.assertEqual(plan.team[0].role, "lead")
            self.assertTrue(all(each.rule.startswith("S") for each in plan.excluded))
            self.assertIn(f"{len(plan.sessions)} sessions", repr(plan))
            self.assertIn(opening.key, plan._repr_html_())
            self.assertEqual(ws.propose_plan("A-2026-1", start="2026-03-16", parameters={"opening_minutes": 60}).document,
                             plan.document)

    def test_who_audits_can_be_said(self):
        from annexa.records import TeamMember
        with organization() as ws:
            plan = ws.propose_plan("A-2026-2", team=[TeamMember("P-AUD1", "lead"), {"person": "P-AUD8", "role": "auditor"}])
            self.assertEqual([each.person for each in plan.team], ["P-AUD1", "P-AUD8"])

    def test_a_plan_can_be_stopped(self):
        with organization() as ws, self.assertRaises(ax.Cancelled):
            ws.propose_plan("A-2026-1", progress=lambda done, total: False)


class Replans(unittest.TestCase):
    def test_a_plan_on_record_is_planned_anew_with_the_least_change(self):
        with organization() as ws:
            plan = ws.propose_plan("A-2026-1")
            ws.adopt(plan)
            undisturbed = ws.propose_replan("A-2026-1")
            self.assertEqual((undisturbed.changes, undisturbed.commands), ([], []))
            self.assertEqual(ws.adopt(undisturbed), [])
            visit = next(each for each in plan.sessions if each.unit)
            day = visit.start.date().isoformat()
            before = ws.root
            anew = ws.propose_replan("A-2026-1", unavailable={visit.lead: (day, day)}, reason="Ill.")
            self.assertEqual(ws.root, before)
            self.assertIsNone(anew.conflict)
            self.assertEqual(anew.changed, anew.unavoidable)
            self.assertIn(visit.key, [each.session for each in anew.changes])
            self.assertIn(f"{anew.changed} sessions changed", repr(anew))
            self.assertEqual(len(ws.adopt(anew)), 2)
            self.assertEqual(ws.propose_replan("A-2026-1").changes, [])

    def test_teams_zones_and_absences_are_said_in_few_words(self):
        with organization() as ws:
            plan = ws.propose_plan("A-2026-1", zone="Asia/Tokyo")
            self.assertEqual(plan.sessions[0].zone, "Asia/Tokyo")
            self.assertEqual([each.level for each in plan.levels], ["left-out", "lateness", "changes", "expense", "balance"])
            lead, other = plan.team[0].person, plan.team[1].person
            short = ws.propose_plan("A-2026-1", team=[lead, other])
            self.assertEqual([(each.person, each.role) for each in short.team], [(lead, "lead"), (other, "auditor")])
            named = ws.propose_plan("A-2026-1", team=[each.person for each in plan.team])
            ws.adopt(named)
            self.assertGreater(len(ws.propose_plan("A-2026-1", team="any").team), 0)
            with self.assertRaisesRegex(TypeError, "team is a list"):
                ws.propose_plan("A-2026-1", team=lead)
            day = named.sessions[0].start.date()
            for away in (day, day.isoformat(), (day, day), [(day, day)]):
                self.assertGreater(ws.propose_replan("A-2026-1", unavailable={lead: away}).changed, 0)
            with self.assertRaisesRegex(TypeError, f"unavailable.'{lead}'. is a day"):
                ws.propose_replan("A-2026-1", unavailable={lead: [day, day, day]})
            with self.assertRaisesRegex(TypeError, "not NoneType"):
                ws.adopt(None)

    def test_what_was_sent_stays_unless_it_is_listed(self):
        with organization() as ws:
            plan = ws.propose_plan("A-2026-1")
            ws.adopt(plan)
            ws.apply({"command": "audit.send-plan", "audit": "A-2026-1", "to": ["P-CEO"]})
            visit = next(each for each in plan.sessions if each.unit)
            away = {visit.lead: [(visit.start.date(), visit.start.date())]}
            stuck = ws.propose_replan("A-2026-1", unavailable=away)
            self.assertIn(visit.key, stuck.conflict)
            with self.assertRaises(ax.RuleError):
                ws.adopt(stuck)
            moved = ws.propose_replan("A-2026-1", unavailable=away, move="all")
            self.assertIsNone(moved.conflict)
            ws.adopt(moved)

    def test_what_is_wrong_is_told_with_its_place(self):
        with organization() as ws:
            ws.adopt(ws.propose_plan("A-2026-1"))
            with self.assertRaises(ax.UsageError) as caught:
                ws.propose_replan("A-2026-1", unavailable={"P-NOBODY": ("2026-03-01", "2026-03-02")}, drop=["U-NONE"])
            self.assertEqual([each.where for each in caught.exception.violations],
                             ["/options/drop/0", "/options/unavailable/0/person", "/options/unavailable/0"])
            with self.assertRaises(ax.UsageError) as caught:
                ws.propose_replan("A-2026-1", start="never", parameters={"rounds": "many"})
            self.assertEqual(sorted(each.where for each in caught.exception.violations), ["/options/from", "/options/parameters/rounds"])
            with self.assertRaises(ax.NotFound):
                ws.propose_replan("A-9")

    def test_a_season_gives_audits_their_days_and_team(self):
        with organization() as ws:
            season = ws.propose_season(start="2026-01-01", until="2026-12-31", parameters={"rounds": 200})
            self.assertEqual(season.unplaced, [])
            self.assertTrue(all(each.why for each in season.placed))
            self.assertEqual([each.level for each in season.levels], ["left-out", "lateness", "changes", "expense", "balance"])
            self.assertIn("audits to record", repr(season))
            self.assertEqual(len(ws.adopt(season)), len(season.commands))
            self.assertEqual({each.key for each in ws.audits}, {each["audit"] for each in season.commands})
            with self.assertRaises(ax.UsageError) as caught:
                ws.propose_season(start="2026-12-31", until="2026-01-01")
            self.assertTrue(caught.exception.names("season.window"))
            with self.assertRaises(ax.Cancelled):
                ws.propose_season(start="2026-01-01", until="2026-12-31", progress=lambda done, total: False)


class Calendars(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ws = organization()
        cls.addClassCleanup(cls.ws.close)
        cls.plan = cls.ws.propose_plan("A-2026-1")

    def invitations(self, **options):
        return list(self.plan.invitations(sender="audit@acme.example", **options))

    def test_a_sender_that_is_no_mail_address_is_refused_at_once(self):
        for sender in ("", "nobody", "a@b\r\nBcc: all@acme.example"):
            with self.assertRaises(ax.UsageError):
                self.plan.invitations(sender=sender)

    def test_zones_are_named_and_kept_across_a_change_of_the_clocks(self):
        for start, offset in (("2026-03-27", 60), ("2026-03-30", 120)):
            plan = self.ws.propose_plan("A-2026-1", start=start, until="2026-04-30", parameters={"hours": {"zone": "Europe/Berlin"}})
            self.assertEqual((plan.sessions[0].zone, plan.sessions[0].utc_offset), ("Europe/Berlin", offset))
            self.assertTrue(plan.sessions[0].zone_rules)
        with self.assertRaises(ax.UsageError) as caught:
            self.ws.propose_plan("A-2026-1", parameters={"hours": {"zone": "Europe/Nowhere"}})
        self.assertEqual([each.where for each in caught.exception.violations], ["/options/parameters/hours/zone"])

    def test_pictures_of_plans_and_programmes(self):
        for view in ("auditors", "units", "load"):
            self.assertTrue(self.plan.picture(view).svg.startswith("<svg"))
        self.assertIn("<svg", self.ws.propose_programme(start="2027-01-01").picture("capacity").svg)
        self.assertIn("Mine", ax.plan_picture("units", sessions=self.plan.sessions, title="Mine").svg)
        with self.assertRaises(ax.UsageError) as caught:
            ax.plan_picture("load")
        self.assertTrue(caught.exception.names("picture.nothing"))

    def test_what_was_sent_and_is_not_so_any_more_is_taken_back_by_mail(self):
        with organization() as ws:
            plan = ws.propose_plan("A-2026-1", start="2026-03-16")
            ws.adopt(plan)
            self.assertEqual(list(plan.cancellations(sender="audit@acme.example")), [])
            ws.apply({"command": "audit.send-plan", "audit": "A-2026-1", "to": ["P-CEO"]})
            last = plan.sessions[-1]
            plan.document["sessions"].pop()
            mail, = plan.cancellations(sender="audit@acme.example")
            self.assertTrue(mail["Subject"].startswith("Cancelled: "))
            text, calendar = mail.iter_parts()
            self.assertIn("does not take place", text.get_content())
            self.assertEqual(calendar["Content-Type"].params["method"], "CANCEL")
            self.assertIn(b"STATUS:CANCELLED", calendar.get_payload(decode=True))
            self.assertIn(f"{last.start:%Y-%m-%d}", text.get_content())

    def test_an_audit_without_a_plan_has_no_calendar(self):
        with self.assertRaises(ax.RuleError) as caught:
            self.ws.calendar("A-2026-2")
        self.assertTrue(caught.exception.names("calendar.no-sessions"))

    def test_a_plan_is_a_calendar_before_and_after_it_is_adopted(self):
        ics = self.plan.ics()
        self.assertEqual(ics.count(b"BEGIN:VEVENT\r\n"), len(self.plan.sessions))
        self.assertIn(b"METHOD:PUBLISH", ics)
        self.assertEqual(self.ws.calendar("A-2026-1", sessions=self.plan.sessions), ics)
        with organization() as ws:
            ws.adopt(ws.propose_plan("A-2026-1"))
            self.assertEqual(ws.calendar("A-2026-1"), ics)

    def test_each_session_is_a_mail_to_those_who_take_part(self):
        mails = self.invitations(sender_name="Audit office")
        self.assertEqual(len(mails), len(self.plan.sessions))
        people = {each.key: each.mail for each in self.ws.people}
        for mail, session in zip(mails, self.plan.sessions):
            to = {address.addr_spec for address in mail["To"].addresses}
            for person in (session.lead, *session.team, session.auditee):
                if person:
                    self.assertIn(people[person], to)
            self.assertEqual(str(mail["From"]), "Audit office <audit@acme.example>")
            text, calendar = mail.iter_parts()
            self.assertEqual((mail.get_content_type(), text.get_content_type()), ("multipart/alternative", "text/plain"))
            self.assertIn(f"When: {session.start:%Y-%m-%d %H:%M} to ", text.get_content())
            self.assertEqual((calendar.get_content_type(), calendar["Content-Type"].params["method"]), ("text/calendar", "REQUEST"))
            body = calendar.get_payload(decode=True)
            self.assertEqual((body.count(b"BEGIN:VEVENT\r\n"), body.count(b"METHOD:REQUEST\r\n")), (1, 1))
            self.assertTrue(body.startswith(b"BEGIN:VCALENDAR\r\n") and body.endswith(b"END:VCALENDAR\r\n"))
            local = session.start + datetime.timedelta(minutes=session.utc_offset)
            self.assertIn(f"DTSTART;TZID=Europe/Dublin:{local:%Y%m%dT%H%M%S}\r\n".encode(), body)

    def test_to_the_opening_meeting_everybody_who_answers_is_invited(self):
        people = {each.key: each.mail for each in self.ws.people}
        to = {address.addr_spec for address in self.invitations()[0]["To"].addresses}
        self.assertLessEqual({people[each.auditee] for each in self.plan.sessions if each.auditee}, to)

    def test_mails_read_back_as_they_were_written_and_are_the_same_each_time(self):
        first, second = (b"".join(mail.as_bytes() for mail in self.invitations()) for _ in range(2))
        self.assertEqual(first, second)
        mail = self.invitations()[0]
        again = email.message_from_bytes(mail.as_bytes(), policy=email.policy.SMTP)
        self.assertEqual(again.defects, [])
        self.assertEqual((again["Subject"], [part.get_content().splitlines() for part in again.iter_parts()]),
                         (mail["Subject"], [part.get_content().splitlines() for part in mail.iter_parts()]))
        first.decode("ascii")

    def test_a_confidential_invitation_says_neither_what_nor_against_what(self):
        names = {each.unit: self.ws.units[each.unit].name for each in self.plan.sessions if each.unit}
        for mail, session in zip(self.invitations(confidential=True), self.plan.sessions):
            whole = mail["Subject"] + "".join(part.get_content() for part in mail.iter_parts())
            self.assertNotIn("Criteria", whole)
            if session.unit and names[session.unit] != session.place:
                self.assertNotIn(names[session.unit], whole)

    def test_names_from_records_cannot_add_a_header(self):
        with organization() as ws:
            ws.unit.change("U-GOV", name="Governance \u2028Bcc: all@acme.example, Zoë; \\n")
            ws.person.change("P-ISM", name='Zoë "Z" \u0085Varga')
            plan = ws.propose_plan("A-2026-1")
            mails = list(plan.invitations(sender="audit@acme.example"))
            self.assertEqual({mail["Bcc"] for mail in mails}, {None})
            subjects = [mail["Subject"] for mail, session in zip(mails, plan.sessions) if session.unit == "U-GOV"]
            self.assertEqual(set(subjects), {"A-2026-1: Governance Bcc: all@acme.example, Zoë; \\n"})
            for mail in mails:
                mail.as_bytes()
