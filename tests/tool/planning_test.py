"""annexa programme, annexa plan: proposals that keep the hard rules, and are recorded only on demand."""
import datetime
import json
import os
import re
import shutil
import subprocess
import unittest

from tool import AT, SETUP_AT, ToolTest, annexa, example, prepared

def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


class Programme(ToolTest):
    def programme(self, *arguments, workspace):
        return self.answer("programme", workspace, "--from", "2026-01-01", *arguments, at=SETUP_AT)


    def test_the_answer_has_the_programme_and_its_coverage(self):
        found = self.programme("--years", "1", workspace=prepared("registers"))
        self.assertLessEqual({"programme", "units", "criteria", "uncovered"}, set(found))
        entries = found["programme"]["entries"]
        self.assertTrue(entries)
        for entry in entries:
            self.assertTrue(entry["reasons"], entry)
            self.assertTrue(entry["units"] or entry["criteria"], entry)
            self.assertRegex(entry["from"], r"^2026-\d\d-01$")
        self.assertEqual(len({entry["audit"] for entry in entries}), len(entries))

    def test_everything_in_scope_is_covered_or_said_not_to_be(self):
        found = self.programme("--years", "3", workspace=prepared("registers"))
        self.assertEqual({entry["from"][:4] for entry in found["programme"]["entries"]}, {"2026", "2027", "2028"})
        planned = {unit for entry in found["programme"]["entries"] for unit in entry["units"]}
        criteria = {each for entry in found["programme"]["entries"] for each in entry["criteria"]}
        in_scope = {each["key"] for each in self.answer("show", prepared("registers"), "units") if not each["out_of_scope"]}
        missing = {each.get("unit") for each in found["uncovered"]}
        self.assertEqual({row["unit"] for row in found["units"]}, in_scope)
        self.assertLessEqual(in_scope - missing, planned)
        clauses = {row["id"] for row in self.answer("catalog", "iso27001-2022")["requirements"] if row["kind"] == "subclause"}
        applicable = {row["key"] for row in self.answer("show", prepared("registers"), "soa") if row["applicable"]}
        not_covered = {each for gap in found["uncovered"] for each in gap["criteria"]}
        self.assertEqual((applicable - criteria) - not_covered, set())
        self.assertTrue(clauses & criteria)
        audits = {entry["audit"]: entry for entry in found["programme"]["entries"]}
        for row in found["units"]:
            for audit in row["audits"]:
                self.assertIn(row["unit"], audits[audit]["units"])

    def test_it_is_recorded_only_with_apply(self):
        workspace = self.workspace("registers")
        with self.untouched():
            proposed = self.programme("--years", "1", workspace=workspace)
        self.assertEqual(self.programme("--years", "1", "--apply", workspace=workspace), proposed)
        recorded, = self.answer("show", workspace, "programme")
        self.assertEqual(recorded["key"], proposed["programme"]["key"])
        self.assertEqual([each["audit"] for each in recorded["entries"]],
                         [each["audit"] for each in proposed["programme"]["entries"]])
        self.assertEqual(recorded["state"], "proposed")

    def test_people_see_audits_reasons_and_the_matrix(self):
        done = self.tool("programme", prepared("registers"), "--from", "2026-01-01", "--years", "1", at=SETUP_AT)
        self.assertRegex(done.out, r"(?m)^UNIT +DUE BY")
        self.assertIn("nothing recorded", done.out)

    def test_a_programme_in_force_is_amended_and_not_proposed_again(self):
        workspace = self.workspace("year")
        self.refused("programme", workspace, "--from", "2026-01-01", "--apply", rule="programme.in-force", status=1,
                     says="programme.amend")
        self.refused("programme", workspace, "--from", "2026-12-01", "--amend", "PRG-2026", rule="option.because", status=2)
        self.refused("programme", workspace, "--from", "2026-12-01", "--because", "Why not", rule="option.because", status=2)
        self.refused("programme", workspace, "--from", "2026-12-01", "--amend", "PRG-26", "--because", "Why not",
                     rule="reference.unknown", status=2, says="PRG-2026")
        for option, rule in (("--years", "option.years"), ("--release", "option.release")):
            self.refused("programme", workspace, "--from", "2026-12-01", "--amend", "PRG-2026", "--because", "Why not", option, "3",
                         rule=rule, status=2, where=option)
        found = self.answer("programme", workspace, "--from", "2026-12-01", "--amend", "PRG-2026", "--because", "An unplanned move.",
                            "--apply")
        self.assertEqual(found["programme"]["until"], "2026-12-31")
        recorded, = self.answer("show", workspace, "programme")
        self.assertEqual(recorded["state"], "approved")
        self.assertEqual([each["because"] for each in recorded["amendments"]], ["An unplanned move."])
        report = self.folder / "programme.html"
        self.tool("report", workspace, "programme", "-o", report)
        self.assertIn("An unplanned move.", report.read_text())

    def test_sites_by_sample_and_audit_time(self):
        workspace = prepared("registers")
        found = self.programme("--years", "2", "--sites", "initial", "--central", "U-DUB", "--persons", "60", workspace=workspace)
        self.assertEqual([(len(year["at_random"]) + len(year["by_risk"]), year["population"]) for year in found["sites"]], [(1, 1)] * 2)
        self.assertEqual([year["reference"] for year in found["audit_time"]], [10 * 480, 7 * 240])  # initial, surveillance
        self.refused("programme", workspace, "--from", "2026-01-01", "--central", "U-DUB", rule="option.central", status=2)
        self.refused("programme", workspace, "--from", "2026-01-01", "--sites", "initial", "--central", "U-X",
                     rule="programme.central", status=2, where="--central")
        time = self.answer("audit-time", "180", "--identical", "64", "--stage", "surveillance")
        self.assertEqual((time["persons"], time["days"]), (124, "4"))
        self.refused("audit-time", "20000", rule="number.range", status=2, says="10700")
        self.refused("audit-time", "5", "--identical", "6", rule="audit-time.identical", status=2)

    def test_what_cannot_be_is_refused(self):
        workspace = self.workspace("registers")
        with self.untouched():
            self.refused("programme", workspace, "--from", "next year", "--years", "1", rule="option.date", status=2,
                         where="--from", says=("next year", "2026-03-31"))
            self.refused("programme", workspace, rule="command-line", status=2, says="--from")
            self.refused("programme", workspace, "--from", "2026-01-01", "--years", "soon", rule="command-line", status=2,
                         says="--years")
            for years in ("0", "-1", "99"):
                done = self.tool("--json", "programme", workspace, "--from", "2026-01-01", "--years=" + years, status=2)
                violation = self.check_failure(done)[0]
                self.assertIn("5", violation["message"])
                self.assertIn("years", violation["where"] + violation["message"])


class Plan(ToolTest):
    AUDIT = "A-2026-1"
    MEMBERS = {"audit", "sessions", "unplaced", "conflict", "levels", "reproducible"}
    LINE = {"id", "start", "end", "zone", "unit", "place", "method", "lead", "team", "auditee", "criteria", "why"}

    def plan(self, *arguments, workspace, **options):
        return self.answer("plan", workspace, self.AUDIT, *arguments, at=SETUP_AT, **options)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.proposed = annexa("--json", "plan", prepared("programme"), cls.AUDIT, at=SETUP_AT).json

    def visits(self, plan):
        return [each for each in plan["sessions"] if each["unit"]]

    def test_the_answer_has_the_sessions_and_why(self):
        found = self.proposed
        self.assertLessEqual(self.MEMBERS, set(found))
        self.assertEqual((found["audit"], found["conflict"], found["unplaced"], found["reproducible"]),
                         (self.AUDIT, None, [], True))
        self.assertTrue(self.visits(found))
        for session in found["sessions"]:
            self.assertLessEqual(self.LINE, set(session))
            self.assertTrue(session["why"], session)
            self.assertLess(instant(session["start"]), instant(session["end"]))
            self.assertRegex(session["start"], "Z$")
            self.assertRegex(session["zone"], r"^[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+$")
        self.assertEqual(len({each["id"] for each in found["sessions"]}), len(found["sessions"]))

    def test_nobody_audits_own_work(self):
        units = {each["key"]: each for each in self.answer("show", prepared("programme"), "units")}
        for session in self.visits(self.proposed):
            unit = units[session["unit"]]
            own = {unit.get("owner"), *unit["managers"], *unit["operators"], *unit["designers"]}
            auditors = {session["lead"], *session["team"]}
            self.assertFalse(own & auditors, session)
            self.assertNotIn(session["auditee"], auditors)

    def test_nobody_is_booked_twice_or_on_a_day_off(self):
        holidays = set(example("setup.json")[0]["calendar"]["holidays"])
        absences = {each["key"]: each.get("absences", []) for each in self.answer("show", prepared("programme"), "people")}
        busy = {}
        for session in self.proposed["sessions"]:
            day = session["start"][:10]
            self.assertNotIn(day, holidays)
            self.assertLess(datetime.date.fromisoformat(day).weekday(), 5)
            for person in {session["lead"], *session["team"], session["auditee"]} - {None}:
                busy.setdefault(person, []).append((instant(session["start"]), instant(session["end"])))
                for absence in absences[person]:
                    self.assertFalse(absence["from"] <= day <= absence["until"], (person, session))
        for person, bookings in busy.items():
            bookings.sort()
            for (_, end), (begin, _) in zip(bookings, bookings[1:]):
                self.assertLessEqual(end, begin, person)

    def test_every_unit_and_criterion_of_the_audit_has_a_session(self):
        entry = next(each for each in self.answer("show", prepared("programme"), "programme")[0]["entries"]
                     if each["audit"] == self.AUDIT)
        visits = self.visits(self.proposed)
        self.assertEqual({each["unit"] for each in visits}, set(entry["units"]))
        self.assertEqual(set(entry["criteria"]) - {each for session in self.proposed["sessions"] for each in session["criteria"]}, set())

    def test_the_team_is_competent(self):
        people = {each["key"]: set(each["competences"]) for each in self.answer("show", prepared("programme"), "people")}
        units = {each["key"]: each for each in self.answer("show", prepared("programme"), "units")}
        for session in self.visits(self.proposed):
            has = set().union(*(people[person] for person in [session["lead"], *session["team"]]))
            self.assertLessEqual(set(units[session["unit"]]["required_competences"]), has, session)

    def test_it_is_recorded_only_with_apply(self):
        workspace = self.workspace("programme")
        with self.untouched():
            proposed = self.plan(workspace=workspace)
        self.assertEqual(self.plan("--apply", "--actor", "P-PRG", workspace=workspace), proposed)
        audit = self.answer("show", workspace, "audits", self.AUDIT)
        self.assertEqual(audit["state"], "planned")
        recorded = self.answer("show", workspace, "sessions")
        self.assertEqual([each["key"] for each in recorded], [each["id"] for each in proposed["sessions"]])
        self.assertEqual([each["start"] for each in recorded], [each["start"] for each in proposed["sessions"]])

    def test_where_no_plan_can_be_the_conflict_is_told_and_nothing_is_recorded(self):
        workspace = self.workspace("programme")
        days = ("--from", "2026-03-14", "--until", "2026-03-15")  # a weekend
        with self.untouched():
            found = self.plan(*days, workspace=workspace, status=1)
            self.assertTrue(found["conflict"])
            self.assertTrue(found["unplaced"])
            for work in found["unplaced"]:
                self.assertTrue(work["because"])
            self.refused("plan", workspace, self.AUDIT, *days, "--apply", rule="plan.conflict", status=1,
                         says=found["conflict"], at=SETUP_AT)

    def test_explain_gives_reasons_to_people(self):
        plain = self.tool("plan", prepared("programme"), self.AUDIT, at=SETUP_AT).out
        explained = self.tool("plan", prepared("programme"), self.AUDIT, "--explain", at=SETUP_AT).out
        why = self.visits(self.proposed)[0]["why"][0]
        self.assertIn(why, explained)
        self.assertNotIn(why, plain)
        self.assertRegex(explained, r"P-AUD\d may not audit U-[A-Z]+ \[")

    def test_what_cannot_be_is_refused(self):
        workspace = self.workspace("year")
        with self.untouched():
            self.refused("plan", workspace, "A-1999-1", rule="reference.unknown", status=2, where="A-1999-1", at=AT,
                         says=("A-1999-1", "There are A-2026-1"))
            self.refused("plan", workspace, "A-2026-1", rule="record.state", status=1, at=AT, says="reported")
            self.refused("plan", workspace, "A-2026-3", "--from", "31.3.2026", rule="option.date", status=2, where="--from",
                         says="2026-03-31")


class Calendar(ToolTest):
    def calendar(self, *arguments, status=0):
        path = self.folder / "plan.ics"
        answer = self.answer("plan", prepared("programme"), "A-2026-1", "--ics", path, *arguments, at=SETUP_AT, status=status)
        return path, answer

    def test_the_calendar_has_an_event_for_each_session(self):
        path, plan = self.calendar("--organizer", "audit@tarravale.example")
        content = path.read_bytes()
        self.assertTrue(content.startswith(b"BEGIN:VCALENDAR\r\n") and content.endswith(b"END:VCALENDAR\r\n"))
        self.assertNotIn(b"\n", content.replace(b"\r\n", b""))
        self.assertLessEqual(max(map(len, content.split(b"\r\n"))), 75)
        text = content.decode("utf-8").replace("\r\n ", "")
        events = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", text, re.S)
        self.assertEqual(len(events), len(plan["sessions"]))
        starts = [re.search(r"DTSTART;TZID=Europe/Dublin:(\d{8}T\d{6})\r", event)[1] for event in events]
        local = [instant(each["start"]) + datetime.timedelta(minutes=each["utc_offset"]) for each in plan["sessions"]]
        self.assertEqual(starts, [f"{each:%Y%m%dT%H%M%S}" for each in local])
        self.assertEqual(text.count("BEGIN:VTIMEZONE\r\nTZID:Europe/Dublin\r\n"), 1)
        self.assertLess(text.index("END:VTIMEZONE"), text.index("BEGIN:VEVENT"))
        self.assertEqual({event.count("SEQUENCE:0\r\n") for event in events}, {1})
        self.assertEqual(len({re.search(r"UID:(.+)", event)[1] for event in events}), len(events))
        for event in events:
            self.assertRegex(event, r"ORGANIZER[^\r\n]*:mailto:audit@tarravale\.example")

    def test_the_same_plan_gives_the_same_bytes(self):
        first = self.calendar("--organizer", "audit@tarravale.example")[0].read_bytes()
        self.assertEqual(self.calendar("--organizer", "audit@tarravale.example")[0].read_bytes(), first)

    def test_the_calendar_may_go_to_standard_output(self):
        done = self.tool("plan", prepared("programme"), "A-2026-1", "--ics", "-", at=SETUP_AT)
        self.assertTrue(done.out.startswith("BEGIN:VCALENDAR"), done)
        self.assertTrue(done.out.rstrip().endswith("END:VCALENDAR"), "only the calendar stands there")
        done = self.tool("--json", "plan", prepared("programme"), "A-2026-1", "--ics", "-", at=SETUP_AT, status=2)
        self.assertEqual(self.check_failure(done)[0]["where"], "--ics")

    def test_sessions_keep_the_hours_of_the_zone_across_a_change_of_the_clocks(self):
        for zone, before, after in (("Europe/Berlin", "08:00", "07:00"), ("Asia/Kolkata", "03:30", "03:30"), ("UTC", "09:00", "09:00")):
            for day, begin in (("2026-03-27", before), ("2026-03-30", after)):
                with self.subTest(zone=zone, day=day):
                    plan = self.answer("plan", prepared("programme"), "A-2026-1", "--from", day, "--until", "2026-04-30", "--zone", zone,
                                       at=SETUP_AT)
                    self.assertEqual(plan["sessions"][0]["start"], f"{day}T{begin}:00Z")
                    self.assertEqual(plan["sessions"][0]["zone"], zone)

    def test_an_unknown_zone_is_refused_with_its_place(self):
        self.refused("plan", prepared("programme"), "A-2026-1", "--zone", "Europe/Dubln", at=SETUP_AT, rule="zone.unknown", status=2,
                     where="--zone", says="Europe/Dublin")

    def test_a_confidential_calendar_does_not_say_what_is_audited(self):
        text = self.calendar("--organizer", "audit@tarravale.example", "--confidential")[0].read_text(encoding="utf-8")
        self.assertIn("CLASS:CONFIDENTIAL", text)
        self.assertNotIn("DESCRIPTION", text)

    def changed(self):
        """A workspace whose plan was sent and then lost its last visit, with the calendar files of both."""
        workspace, first, second, back = self.workspace("programme"), *(self.folder / name for name in ("1.ics", "2.ics", "back.ics"))
        options = ("--organizer", "audit@tarravale.example", "--actor", "P-PRG", "--apply")
        plan = self.answer("plan", workspace, "A-2026-1", "--ics", first, *options, at=SETUP_AT)
        must = {"command": "audit.send-plan", "audit": "A-2026-1", "to": ["P-CEO"], "actor": "P-PRG"}
        self.tool("apply", workspace, "-", stdin=json.dumps(must), at=SETUP_AT)
        text = self.tool("plan", workspace, "A-2026-1", "--cancellations", back, *options[:2], at=SETUP_AT).out
        self.assertIn("nothing that was sent has to be taken back", text)
        self.assertFalse(back.exists())
        later = ("--from", plan["sessions"][-1]["start"][:10], "--until", "2026-04-30")
        again = self.answer("plan", workspace, "A-2026-1", *later, "--ics", second, "--cancellations", back, *options[:2], at=SETUP_AT)
        return first, second, back, plan, again

    def test_a_later_plan_updates_what_was_sent_under_the_same_names(self):
        first, second, _, plan, again = self.changed()
        before, after = (path.read_bytes().decode().replace("\r\n ", "") for path in (first, second))
        self.assertEqual(set(re.findall("SEQUENCE:.*", before)), {"SEQUENCE:0\r"})
        self.assertEqual(set(re.findall("SEQUENCE:.*", after)), {"SEQUENCE:1\r"})
        common = min(len(plan["sessions"]), len(again["sessions"]))
        self.assertEqual(re.findall("UID:.*", before)[:common], re.findall("UID:.*", after)[:common])

    def test_one_calendar_shows_each_session_once_after_request_and_update(self):
        if not shutil.which("khal"):
            self.skipTest("khal, a calendar program, is not installed")
        first, second, _, plan, again = self.changed()
        home = self.folder / "khal"
        (home / "calendar").mkdir(parents=True)
        (home / "config").write_text(f"[calendars]\n[[audit]]\npath = {home}/calendar\n[sqlite]\npath = {home}/khal.db\n"
                                     "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
                                     "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n")

        def khal(*arguments):
            environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"}
            return subprocess.run(["khal", "-c", str(home / "config"), *map(str, arguments)], capture_output=True, text=True, check=True,
                                  env=environment, timeout=120).stdout

        def shown():
            return sorted(khal("list", "--format", "{uid} {start} {end}", "--day-format", "", "2026-01-01", "370d").split("\n"))[1:]

        def wanted(path, sessions):
            uids = re.findall(r"UID:(\S+)", path.read_bytes().decode().replace("\r\n ", ""))
            spans = ((each["start"][:16].replace("T", " "), each["end"][:16].replace("T", " ")) for each in sessions)
            return {uid: f"{uid} {start} {end}" for uid, (start, end) in zip(uids, spans)}

        khal("import", "--batch", "-a", "audit", first)
        self.assertEqual(shown(), sorted(wanted(first, plan["sessions"]).values()))
        khal("import", "--batch", "-a", "audit", second)
        self.assertEqual(shown(), sorted({**wanted(first, plan["sessions"]), **wanted(second, again["sessions"])}.values()))

    def test_another_reader_finds_the_same_times(self):
        try:
            import icalendar
        except ImportError:
            self.skipTest("icalendar, a reader of calendar files for Python, is not installed")
        path, plan = self.calendar("--organizer", "audit@tarravale.example", "--from", "2026-03-25", "--until", "2026-04-30")
        read = icalendar.Calendar.from_ical(path.read_bytes())
        starts = [each["DTSTART"].dt.astimezone(datetime.timezone.utc) for each in read.walk("VEVENT")]
        self.assertEqual(starts, [instant(each["start"]) for each in plan["sessions"]])

    def test_an_address_that_could_smuggle_lines_is_refused(self):
        for wrong in ("nobody", "a@b\r\nATTENDEE:mailto:c@d", "a b@c"):
            with self.subTest(wrong), self.untouched():
                done = self.tool("--json", "plan", prepared("programme"), "A-2026-1", "--ics", self.folder / "p.ics",
                                 "--organizer", wrong, at=SETUP_AT, status=2)
                self.assertRegex(self.check_failure(done)[0]["message"], "address|mail")

    def test_a_calendar_that_cannot_be_written_leaves_nothing_recorded(self):
        workspace = self.workspace("programme")
        with self.untouched():
            self.refused("plan", workspace, "A-2026-1", "--actor", "P-PRG", "--apply", "--ics", self.folder / "none/plan.ics", at=SETUP_AT,
                         rule="file.unwritable", status=3, where=self.folder / "none/plan.ics")


class Pictures(ToolTest):
    def picture(self, *arguments):
        path = self.folder / "picture.svg"
        self.tool(*arguments, "--picture", path, at=SETUP_AT)
        text = path.read_text(encoding="utf-8")
        self.assertTrue(text.startswith("<svg") and text.rstrip().endswith("</svg>"))
        return text

    def test_a_plan_is_drawn(self):
        for view, title in (("auditors", "Plan by auditor"), ("units", "Plan by unit"), ("load", "Load of each auditor")):
            self.assertIn(title, self.picture("plan", prepared("programme"), "A-2026-1", "--view", view))

    def test_a_programme_is_drawn(self):
        for view, title in (("programme", "Units by month"), ("capacity", "Hours of audit in each month")):
            self.assertIn(title, self.picture("programme", prepared("registers"), "--from", "2026-01-01", "--view", view))

    def test_both_are_reports_with_their_pictures(self):
        for kind, key, figures in (("plan", "A-2026-1", 3), ("programme", "PRG-2026", 2)):
            path = self.folder / f"{kind}.html"
            self.tool("report", prepared("year"), kind, key, "-o", path)
            self.assertEqual(path.read_text(encoding="utf-8").count("<figure"), figures)
        self.refused("report", prepared("year"), "plan", "A-1", "-o", self.folder / "x.html", rule="reference.unknown", status=2)


if __name__ == "__main__":
    unittest.main()
