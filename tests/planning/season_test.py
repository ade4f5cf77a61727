"""The plan of a season through the tool, judged by a checker that shares no code with the planner."""
import copy
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parent.parent / "tool")]
from check_season import check
from project import BUILD
from season_instances import Dice, complete, season, working_day

FULL = bool(os.environ.get("ANNEXA_FULL"))


def day(number):
    return str(working_day(number))


def small(**more):
    """Two auditors, each from one of two units: a firm so small that they audit each other."""
    request = {
        "from": day(0), "until": day(19), "people": [{"key": "P-1", "competences": ["iso"]}, {"key": "P-2", "competences": ["iso"]}],
        "auditors": [{"person": "P-1", "lead": True, "cost": 10}, {"person": "P-2", "lead": True, "cost": 12}],
        "units": [{"key": "U-1", "kind": "process", "name": "One", "owner": "P-1"},
                  {"key": "U-2", "kind": "process", "name": "Two", "owner": "P-2"}],
        "engagements": [{"key": f"E-{i}", "unit": f"U-{i}", "half_days": 4, "competences": ["iso"], "earliest": day(0),
                         "latest": day(19), "risk": 3} for i in (1, 2)], "parameters": {"rounds": 200}}
    request.update(more)
    return request


class Season(unittest.TestCase):
    def ask(self, request, *options):
        """The tool's answer to a request: status, document, seconds."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "request.json")
            path.write_text(json.dumps(complete(request)))
            begin = time.monotonic()
            done = subprocess.run([BUILD / "bin/annexa", "--json", "season", path, *options], capture_output=True, text=True,
                                  timeout=300)
        return done.returncode, json.loads(done.stdout), time.monotonic() - begin

    def plan(self, request, *options):
        status, proposal, _ = self.ask(request, *options)
        self.assertNotIn("error", proposal)
        self.assertEqual(status, 1 if proposal["unplaced"] else 0)
        self.assertEqual(check(request, proposal), [])
        return proposal

    def test_two_auditors_of_a_small_firm_swap(self):
        placed = {row["engagement"]: row["team"] for row in self.plan(small())["placed"]}
        self.assertEqual(placed, {"E-1": ["P-2"], "E-2": ["P-1"]})

    def test_every_plan_of_the_generator_is_confirmed_and_nothing_is_lost(self):
        for seed in range(1, 41 if FULL else 9):
            for size in ((3, 2, 10), (40, 8, 60), (80, 12, 90)):
                with self.subTest(seed=seed, size=size):
                    request = season(seed, *size)
                    request["parameters"] = {"rounds": 300, "bound_rounds": 20, "seed": seed}
                    proposal = self.plan(request)
                    self.assertTrue(proposal["reproducible"])
                    for row in proposal["placed"]:
                        self.assertGreaterEqual(len(row["why"]), 3)
                    for row in proposal["unplaced"]:
                        self.assertTrue(row["because"])

    def test_the_same_request_gives_the_same_bytes(self):
        request = season(5, 40, 8, 60)
        request["parameters"] = {"rounds": 500}
        self.assertEqual(self.ask(request)[1], self.ask(request)[1])
        stopped = self.ask(request | {"parameters": {"rounds": 100_000_000}}, "--seconds", "0.3")[1]
        self.assertFalse(stopped["reproducible"])
        self.assertEqual(check(request, stopped), [])

    def mutations(self, request, proposal, dice):
        """One plan for each way of breaking a rule, at a place by lot."""
        people = sorted(row["person"] for row in request["auditors"])
        wanted = {row["key"]: row for row in request["engagements"]}
        leads = {row["person"] for row in request["auditors"] if row["lead"]}
        knows = {row["key"]: set(row["competences"]) for row in request["people"]}

        def broken(change):
            plan = copy.deepcopy(proposal)
            change(plan["placed"], plan["placed"][dice.roll(0, len(plan["placed"]) - 1)], plan)
            return plan

        def without(test, row):
            team = [person for person in people if test(person, wanted[row["engagement"]])]
            row["team"] = team[:1]

        def later(rows, row, plan):
            other = next(each for each in rows if each is not row)
            row.update(start=other["start"], end=other["end"], team=other["team"])

        def early(rows, row, plan):
            before = datetime.date.fromisoformat(wanted[row["engagement"]]["earliest"]) - datetime.timedelta(days=1)
            row["start"] = {"day": str(before), "part": "morning"}

        def longer(rows, row, plan):
            end = datetime.date.fromisoformat(row["end"]["day"]) + datetime.timedelta(days=7)
            row["end"] = {"day": str(end), "part": row["end"]["part"]}

        def level(rows, row, plan):
            plan["levels"][3]["value"] -= 1

        def fact(rows, row, plan):
            plan["certificate"][dice.roll(0, len(plan["certificate"]) - 1)]["have"] += 1

        yield "lost", broken(lambda rows, row, plan: rows.remove(row))
        yield "twice", broken(lambda rows, row, plan: rows.append(row))
        yield "stranger", broken(lambda rows, row, plan: row["team"].append("P-nobody"))
        yield "nobody", broken(lambda rows, row, plan: row["team"].clear())
        yield "competence", broken(lambda rows, row, plan: without(lambda p, e: not knows[p] & set(e["competences"]), row))
        yield "lead", broken(lambda rows, row, plan: without(lambda p, e: p not in leads, row))
        yield "double", broken(later)
        yield "early", broken(early)
        yield "longer", broken(longer)
        yield "size", broken(lambda rows, row, plan: row.update(team=people[:4]))
        yield "own", broken(lambda rows, row, plan: row.update(team=self.inside(request, wanted[row["engagement"]]["unit"]) or ["P-0", "P-0"]))
        yield "level", broken(level)
        yield "fact", broken(fact)

    @staticmethod
    def inside(request, unit):
        return next((row["operators"] for row in request["units"] if row["key"] == unit), [])

    def test_every_plan_with_a_broken_rule_is_rejected(self):
        request = season(3, 40, 8, 60)
        request["parameters"] = {"rounds": 200}
        proposal, dice, tried = self.plan(request), Dice(11), 0
        while tried < (1000 if FULL else 260):
            for name, plan in self.mutations(request, proposal, dice):
                self.assertTrue(check(request, plan), name)
                tried += 1
        print(f"{tried} broken plans, all rejected")

    def conflicts(self):
        """A request for each kind of conflict, with the engagement that cannot be placed."""
        base = small()
        one = base["engagements"][0]
        anyone = base | {"units": []}

        def everybody(**more):
            return anyone | {"auditors": [row | more for row in base["auditors"]]}

        def changed(**more):
            return base | {"engagements": [one | more, base["engagements"][1]]}

        yield "window", changed(latest=day(0), half_days=6)
        yield "competence", changed(competences=["cryptography"])
        yield "lead", everybody(lead=False)
        yield "independence", base | {"units": [base["units"][0] | {"managers": ["P-2"]}, base["units"][1]]}
        yield "unit-closed", base | {"closures": [{"of": "U-1", "from": day(0), "until": day(19)}]}
        yield "place-closed", changed(place="S") | {"places": [{"name": "S", "rooms": 1}],
                                                   "closures": [{"of": "S", "from": day(0), "until": day(19)}]}
        yield "auditors-away", anyone | {"closures": [{"of": f"P-{i}", "from": day(0), "until": day(19)} for i in (1, 2)]}
        yield "workload", everybody(half_days_per_month=3)
        yield "team-size", changed(competences=["iso", "law"], largest_team=1) | {
            "people": [*base["people"], {"key": "P-3", "competences": ["law"]}],
            "auditors": [*base["auditors"], {"person": "P-3", "lead": False}]}
        yield "precedence", changed(latest=day(3), half_days=6, after=["E-2"])
        yield "half-days", base | {"engagements": [one | {"key": f"E-{i}", "unit": "U-1" if i == 1 else f"V-{i}", "half_days": 8,
                                                          "latest": day(4)} for i in range(1, 6)]}

    def test_planted_conflicts_are_explained_with_the_right_kind(self):
        for kind, request in self.conflicts():
            with self.subTest(kind):
                if kind == "precedence":
                    request["engagements"][1] = request["engagements"][1] | {"half_days": 4, "earliest": day(1), "risk": 9}
                proposal = self.plan(request)
                kinds = [row["kind"] for row in proposal["unplaced"]]
                self.assertEqual(set(kinds), {kind})
                self.assertTrue(all(row["because"] for row in proposal["unplaced"]))

    def test_counting_says_how_many_are_wanted_and_how_many_there_are(self):
        request = dict(self.conflicts())["half-days"]
        row = self.plan(request)["unplaced"][0]
        self.assertEqual((row["need"], row["have"]), (40, 20))
        self.assertIn("40 half-days are wanted", row["because"])
        for language, words in (("de", "halbe Tage"), ("fr", "demi-journées")):
            request["parameters"] = {"language": language, "rounds": 100}
            self.assertIn(words, self.plan(request)["unplaced"][0]["because"])

    def published(self, request, proposal, sent=False):
        places = {row["engagement"]: row for row in proposal["placed"]}
        again = copy.deepcopy(request)
        again["engagements"] = [row | ({"published": {"start": places[row["key"]]["start"], "team": places[row["key"]]["team"],
                                                      "sent": sent}} if row["key"] in places else {})
                                for row in again["engagements"]]
        return again

    def absence(self, request, proposal, dice):
        row = proposal["placed"][dice.roll(0, len(proposal["placed"]) - 1)]
        begin = datetime.date.fromisoformat(row["start"]["day"])
        person = row["team"][dice.roll(0, len(row["team"]) - 1)]
        return {"of": person, "from": str(begin), "until": str(begin + datetime.timedelta(days=dice.roll(0, 4)))}

    def repaired_alone(self, request, closure):
        """The plan in which those whom an absence hits look for places while everything else stays."""
        first, last = closure["from"], closure["until"]
        engagements = []
        for row in request["engagements"]:
            was = row.get("published")
            hit = was and closure["of"] in was["team"] and any(first <= day <= last for day in self.days_of(was, row["half_days"]))
            engagements.append(row | {"published": was | {"sent": True}} if was and not hit else row)
        return self.plan(request | {"engagements": engagements})

    @staticmethod
    def days_of(published, half_days):
        """The working days of an engagement on record."""
        day, half = datetime.date.fromisoformat(published["start"]["day"]), published["start"]["part"] == "afternoon"
        days = []
        for _ in range(half_days):
            while day.isoweekday() > 5:
                day += datetime.timedelta(days=1)
            days.append(str(day))
            day, half = (day + datetime.timedelta(days=1), False) if half else (day, True)
        return days

    def test_an_absence_changes_what_it_must_and_nothing_else(self):
        wanted, alone, kept, dice = 200 if FULL else 24, 0, 0, Dice(17)
        for number in range(wanted):
            if number % 8 == 0:
                request = season(number // 8 + 1, 40, 8, 60, load=70)
                request["parameters"] = {"rounds": 2000, "bound_rounds": 0}
                proposal = self.plan(request)
            again, closure = self.published(request, proposal), self.absence(request, proposal, dice)
            again["closures"] = [*again["closures"], closure]
            replanned = self.plan(again)
            self.assertGreaterEqual(replanned["changed"], replanned["unavoidable"])
            self.assertGreaterEqual(replanned["unavoidable"], 1)
            least = replanned["changed"] == replanned["unavoidable"]
            alone += least
            if not least:  # then what was hit finds no place unless something else makes room, or is late for it
                repaired = self.repaired_alone(again, closure)
                worth = [[level["value"] for level in plan["levels"][:2]] for plan in (repaired, replanned)]
                least = worth[0] > worth[1]
            kept += least
        print(f"{kept} of {wanted} absences changed nothing beside what they had to; in {alone} only what was hit changed")
        self.assertGreaterEqual(kept, 0.95 * wanted)

    def test_what_was_sent_moves_only_if_it_is_listed(self):
        request = small()
        sent = self.published(request, self.plan(request), sent=True)
        start = sent["engagements"][0]["published"]["start"]["day"]
        sent["closures"] = [{"of": "P-2", "from": start, "until": start}]
        row, = self.plan(sent)["unplaced"]
        self.assertEqual((row["engagement"], row["kind"]), ("E-1", "sent"))
        moved = self.plan(sent | {"may_move": ["E-1"]})
        self.assertEqual((moved["unplaced"], moved["changed"], moved["unavoidable"]), ([], 1, 1))

    def test_bad_input_is_refused_with_its_place(self):
        one = small()["engagements"][0]
        cases = {
            "/engagements/0/latest": small(engagements=[one | {"earliest": day(9), "latest": day(3)}]),
            "/engagements/0/after": small(engagements=[one | {"after": ["E-2"]}, one | {"key": "E-2", "after": ["E-1"]}]),
            "/engagements/0/half_days": small(engagements=[one | {"half_days": 0}]),
            "/engagements": small(engagements=[one | {"key": f"E-{i}"} for i in range(100_000)]),
            "/auditors/0/person": small(auditors=[{"person": "P-9"}]),
            "/closures/0/of": small(closures=[{"of": "nothing", "from": day(0), "until": day(1)}]),
            "/until": small(until="9999-01-01"), "/calendar": small(calendar={"weekend": [1, 2, 3, 4, 5, 6, 7]}),
            "/parameters/language": small(parameters={"language": "xx"}), "/engagements/1": small(engagements=[one, one]),
        }
        for where, request in cases.items():
            with self.subTest(where):
                status, answer, _ = self.ask(request)
                self.assertEqual(status, 2)
                self.assertIn(where, [row["where"] for row in answer["error"]["violations"]][:20])

    def test_nobody_and_nothing_are_answers(self):
        self.assertEqual(self.plan(small(engagements=[]))["placed"], [])
        self.assertEqual(len(self.plan(small(auditors=[]))["unplaced"]), 2)
        old = small(**{"from": "1899-01-02", "until": "1899-01-27"})
        self.assertEqual({row["kind"] for row in self.plan(old)["unplaced"]}, {"window"})

    def test_a_large_season_is_complete_at_once(self):
        request = season(1, 300, 40, 250)
        request["parameters"] = {"rounds": 0, "bound_rounds": 0}
        self.plan(request)


if __name__ == "__main__":
    unittest.main()
