"""annexa replan: a plan on record, planned anew with the least change; annexa season of a workspace."""
import pathlib
import tempfile
import unittest

from tool import SETUP_AT, ToolTest, prepared

AUDIT = "A-2026-1"


class Replan(ToolTest):
    def planned(self, *more):
        """A workspace with a plan on record, and that plan."""
        workspace = self.workspace("programme")
        plan = self.answer("plan", workspace, AUDIT, "--apply", at=SETUP_AT, actor="P-PRG")
        for command in more:
            self.tool("apply", workspace, "-", at=SETUP_AT, actor="P-PRG", stdin=command)
        return workspace, plan

    def replan(self, workspace, *arguments, status=0):
        return self.answer("replan", workspace, AUDIT, *arguments, at=SETUP_AT, actor="P-PRG", status=status)

    def away(self, plan):
        """Somebody of the plan, and the option that says that they are away on a day on which they audit."""
        visit = next(each for each in plan["sessions"] if each["unit"])
        day = visit["start"][:10]
        return visit, f"{visit['lead']}={day}/{day}"

    def test_without_news_nothing_changes_and_nothing_is_recorded(self):
        workspace, plan = self.planned()
        with self.untouched():
            found = self.replan(workspace)
        self.assertEqual((found["changes"], found["changed"], found["unavoidable"], found["conflict"]), ([], 0, 0, None))
        self.assertEqual([level["level"] for level in found["levels"]], ["left-out", "lateness", "changes", "expense", "balance"])
        self.assertEqual([each["id"] for each in found["sessions"]], [each["id"] for each in plan["sessions"]])

    def test_who_is_ill_is_replaced_with_the_least_change_and_recorded_on_demand(self):
        workspace, plan = self.planned()
        visit, option = self.away(plan)
        with self.untouched():
            found = self.replan(workspace, "--unavailable", option, "--explain")
        self.assertIsNone(found["conflict"])
        self.assertEqual(found["changed"], found["unavoidable"])
        self.assertGreater(found["changed"], 0)
        change = next(each for each in found["changes"] if each["session"] == visit["id"])
        self.assertEqual(change["from"]["lead"], visit["lead"])
        self.assertTrue(change["because"])
        self.assertNotIn(visit["lead"], [change["to"]["lead"], *change["to"].get("team", [])]
                         if change["to"]["start"] == change["from"]["start"] else [])
        same = {each["id"]: each for each in plan["sessions"]}
        changed = {each["session"] for each in found["changes"]}
        for session in found["sessions"]:
            if session["id"] not in changed:
                self.assertEqual({k: session[k] for k in ("start", "end", "lead", "team", "auditee", "place")},
                                 {k: same[session["id"]][k] for k in ("start", "end", "lead", "team", "auditee", "place")})
        self.assertEqual(self.replan(workspace, "--unavailable", option, "--apply")["changes"], found["changes"])
        self.assertEqual(self.replan(workspace)["changes"], [])

    def test_what_was_sent_moves_only_if_it_is_listed_and_calendars_are_told(self):
        workspace, plan = self.planned('{"command":"audit.send-plan","audit":"A-2026-1"}')
        visit, option = self.away(plan)
        with self.untouched():
            stuck = self.replan(workspace, "--unavailable", option, status=1)
        self.assertIn(visit["id"], stuck["conflict"])
        self.assertTrue(all(each["kind"] == "sent" for each in stuck["unplaced"] if each.get("session")), stuck["unplaced"])
        with tempfile.TemporaryDirectory() as folder:
            files = [pathlib.Path(folder, name) for name in ("new.ics", "gone.ics")]
            found = self.replan(workspace, "--unavailable", option, "--move", "all", "--ics", files[0], "--cancellations", files[1],
                                "--organizer", "audit@acme.example", "--apply")
            self.assertIsNone(found["conflict"])
            request, cancel = (path.read_text() for path in files)
        self.assertIn("METHOD:REQUEST", request)
        self.assertIn("SEQUENCE:1", request)
        self.assertIn("METHOD:CANCEL", cancel)
        uids = {line for line in request.splitlines() if line.startswith("UID:")}
        self.assertTrue({line for line in cancel.splitlines() if line.startswith("UID:")} <= uids)

    def test_what_cannot_be_is_refused_with_its_place(self):
        workspace, plan = self.planned()
        visit, _ = self.away(plan)
        who, day = visit["lead"], visit["start"][:10]
        with self.untouched():
            for arguments, rule, where in (
                    (("--unavailable", "someone"), "option.unavailable", "--unavailable"),
                    (("--unavailable", f"{who}=soon"), "option.date", "--unavailable"),
                    (("--unavailable", f"P-NOBODY={day}"), "reference.unknown", "--unavailable/0/person"),
                    (("--unavailable", f"{who}=2026-03-05/2026-03-01"), "replan.reversed", "--unavailable/0/until"),
                    (("--unavailable", f"{who}=1899-01-01/1899-01-02"), "replan.outside", "--unavailable/0"),
                    (("--unavailable", f"{who}=9999-12-01/9999-12-31"), "replan.outside", "--unavailable/0"),
                    (("--from", "2026-05-01", "--until", "2026-04-01"), "replan.reversed", "--until"),
                    (("--from", "1899-01-01"), "plan.window", "--until"),
                    (("--move", "S-99"), "reference.unknown", "--move/0"),
                    (("--drop", "U-NONE"), "reference.unknown", "--drop/0"),
                    (("--conflict", f"{who}=U-NONE"), "reference.unknown", "--conflict/0/unit")):
                with self.subTest(arguments=arguments):
                    self.refused("replan", workspace, AUDIT, *arguments, rule=rule, status=2, where=where, at=SETUP_AT)
            self.refused("replan", workspace, "A-1999-1", rule="reference.unknown", status=2, at=SETUP_AT)

    def test_an_absence_on_record_is_told_in_the_status_and_changes_are_told_by_the_clocks_of_the_place(self):
        workspace, plan = self.planned()
        visit, _ = self.away(plan)
        day = visit["start"][:10]
        self.tool("apply", workspace, "-", at=SETUP_AT, actor="P-PRG", stdin=f'''{{"command":"person.record-absence",
            "person":"{visit['lead']}","from":"{day}","until":"{day}","reason":"course"}}''')
        items = [each for each in self.answer("status", workspace, at=SETUP_AT)["items"] if each["what"] == "replan"]
        self.assertEqual([(each["kind"], each["key"], each["due"]) for each in items], [("blocked", AUDIT, day)])
        told = self.tool("replan", workspace, AUDIT, at=SETUP_AT).text
        self.assertRegex(told, rf"changed: {visit['id']} \w+: {day} \d\d:\d\d {visit['lead']}")
        self.assertIn(f"Away that day: {visit['lead']}.", told)

    def test_sentences_are_in_the_language_asked_for(self):
        for language, word in (("en", "free"), ("de", "gemeinsam frei"), ("fr", "libres")):
            found = self.answer("--lang", language, "plan", prepared("programme"), AUDIT, at=SETUP_AT)
            self.assertTrue(any(word in why for each in found["sessions"] for why in each["why"]), language)


class Season(ToolTest):
    DAYS = ("--from", "2026-01-01", "--until", "2026-12-31")

    def season(self, workspace, *arguments):
        return self.answer("season", workspace, *self.DAYS, "--rounds", "300", *arguments, at=SETUP_AT, actor="P-PRG")

    def test_audits_of_the_programme_get_days_and_a_team_on_demand(self):
        workspace = self.workspace("programme")
        with self.untouched():
            found = self.season(workspace)
        self.assertEqual(found["unplaced"], [])
        audits = {row["engagement"].split("/")[0] for row in found["placed"]}
        self.assertIn(AUDIT, audits)
        self.season(workspace, "--apply")
        recorded = {each["key"]: each for each in self.answer("show", workspace, "audits")}
        self.assertEqual(set(recorded), audits)
        for audit in recorded.values():
            self.assertEqual([each["role"] for each in audit["team"]].count("lead"), 1)

    def test_a_plan_keeps_the_team_of_the_season_unless_another_is_asked_for(self):
        workspace = self.workspace("programme")
        self.season(workspace, "--apply")
        team = [each["person"] for each in self.answer("show", workspace, "audits", AUDIT)["team"]]
        with self.untouched():
            kept = self.answer("plan", workspace, AUDIT, at=SETUP_AT)
            self.assertLessEqual({each["person"] for each in kept["team"]}, set(team))
            other = next(each["person"] for each in self.answer("show", workspace, "roles")
                         if each["role"] == "lead-auditor" and each["person"] != team[0])
            named = self.answer("plan", workspace, AUDIT, "--team", other, "--team", team[-1], at=SETUP_AT, status=1)
            self.assertEqual(named["team"], [{"person": other, "role": "lead"}, {"person": team[-1], "role": "auditor"}])
            self.assertIn(f"The team is set: {other} and {team[-1]}.", named["conflict"])
            self.assertIsNone(self.answer("plan", workspace, AUDIT, "--team", "any", at=SETUP_AT)["conflict"])
            self.refused("plan", workspace, AUDIT, "--team", "P-NOBODY", rule="reference.unknown", status=2, where="--team/0/person", at=SETUP_AT)
            self.refused("plan", workspace, AUDIT, "--picture", "plan.png", rule="option.picture", status=2, where="--picture", at=SETUP_AT)

    def test_days_that_cannot_be_are_refused(self):
        workspace = self.workspace("programme")
        with self.untouched():
            self.refused("season", workspace, "--from", "2026-12-31", "--until", "2026-01-01", rule="season.window", status=2, where="--until")
            self.refused("season", workspace, "--from", "2026-12-31", rule="option.missing", status=2, where="--until")
            self.refused("season", workspace, rule="option.missing", status=2, where="--from")
            self.refused("season", workspace, "--from", "1899-01-01", "--until", "1899-12-31", rule="season.nothing", status=1)
            self.refused("season", workspace, "--from", "2061-01-01", "--until", "2061-12-31", rule="season.nothing", status=1, where="--from")


if __name__ == "__main__":
    unittest.main()
