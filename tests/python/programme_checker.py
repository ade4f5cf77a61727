"""Confirms or rejects a proposed audit programme from its request and its own visits. Standard library only; shares no code with
annexa, and believes nothing that the proposal says of itself.

check(request, proposal) answers a list of problems; an empty one confirms it. Both are documents: "programme-request" with its
defaults left in, and "programme-proposal" with a certificate.
"""
import collections
import datetime

DEFAULTS = {"years": 1, "unit_interval": 12, "minutes_per_month": None}


def day(text):
    return datetime.date.fromisoformat(text)


def month_number(first, date):
    """Months from the first day's month to that of a date."""
    return (date.year - first.year) * 12 + date.month - first.month


def open_days(request, first, last):
    """(working days, those outside freezes) from one day to another."""
    calendar = request.get("calendar", {})
    weekend = set(calendar.get("weekend", (6, 7)))
    holidays = {day(each) for each in calendar.get("holidays", ())}
    freezes = [(day(each["from"]), day(each["until"])) for each in request["parameters"].get("freezes", ())]
    working = usable = 0
    while first <= last:
        if first.isoweekday() not in weekend and first not in holidays:
            working += 1
            usable += not any(begin <= first <= end for begin, end in freezes)
        first += datetime.timedelta(days=1)
    return working, usable


def end_of_month(date):
    following = datetime.date(date.year + date.month // 12, date.month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def check(request, proposal):
    problems = []
    first = day(request["from"])
    parameters = {**DEFAULTS, **request["parameters"]}
    programme = proposal["programme"]
    last = day(programme["until"])
    months = month_number(first, last) + 1
    entries = {each["audit"]: each for each in programme["entries"]}
    if len(entries) != len(programme["entries"]):
        problems.append("two audits have the same key")
    visited = collections.defaultdict(set)
    minutes = collections.Counter()
    for visit in proposal["visits"]:
        entry = entries.get(visit["audit"])
        when = day(visit["month"])
        if not first <= when <= last:
            problems.append(f"a visit in {when} lies outside the programme")
            continue
        if entry is None or entry["from"] != visit["month"]:
            problems.append(f"a visit in {when} names an audit that is not then")
            continue
        minutes[visit["audit"]] += visit["minutes"]
        if "unit" in visit:
            visited[visit["unit"]].add(when)
            if visit["unit"] not in entry.get("units", ()):
                problems.append(f"{visit['unit']} is not in the audit that visits it")
    for entry in entries.values():
        check_month(request, parameters, entry, minutes, problems)
    missing = {each.get("unit") for each in proposal.get("uncovered", ())}
    rows = {each["unit"]: each for each in proposal["units"]}
    for unit in request["units"]:
        check_unit(request, unit, rows.get(unit["unit"]), visited[unit["unit"]], missing, (first, months), problems)
    check_certificate(request, proposal, visited, months, problems)
    return problems


def check_month(request, parameters, entry, minutes, problems):
    when = day(entry["from"])
    working, usable = open_days(request, when, min(end_of_month(when), day(request["from"]).replace(year=9999)))
    if usable == 0:
        problems.append(f"{entry['audit']} lies in a month without an open day")
    elif parameters["minutes_per_month"] is not None and entry["minutes"] > parameters["minutes_per_month"] * usable // working:
        problems.append(f"{entry['audit']} takes longer than its month offers")
    if entry["minutes"] < minutes[entry["audit"]]:
        problems.append(f"{entry['audit']} has less time than its visits need")


def check_unit(request, unit, row, visited, missing, programme, problems):
    key = unit["unit"]
    first, months = programme
    if row is None:
        problems.append(f"{key} is in no row of the coverage")
        return
    if {day(each) for each in row.get("months", ())} != visited:
        problems.append(f"the row of {key} and its visits differ")
    for when in visited:
        if "not_before" in unit and end_of_month(when) < day(unit["not_before"]):
            problems.append(f"{key} is visited before its window")
        if "not_after" in unit and day(unit["not_after"]) < when:
            problems.append(f"{key} is visited after its window")
    if month_number(first, day(row["due_on"])) < months and not visited and key not in missing:
        problems.append(f"{key} is due, not visited and not named")


def check_certificate(request, proposal, visited, months, problems):
    """The numbers of the certificate against those counted here; late visits are allowed where the level says how late."""
    first = day(request["from"])
    known = {(each["rule"], each["subject"]): each for each in proposal["certificate"]}
    late = 0
    for unit in request["units"]:
        key = unit["unit"]
        numbers = sorted(month_number(first, when) for when in regular(proposal, key))
        covered = known.get(("covered", key))
        if covered is None:
            if numbers:
                problems.append(f"the certificate leaves {key} out")
            continue
        if covered["have"] != len(numbers):
            problems.append(f"{key} has {len(numbers)} visits, not {covered['have']}")
        if not numbers:
            continue
        gaps = [b - a for a, b in zip(numbers, numbers[1:])] + [months - 1 - numbers[-1]]
        interval = known.get(("interval", key))
        if interval is None or interval["have"] != max(gaps):
            problems.append(f"the longest gap of {key} is {max(gaps)}")
        else:
            late += max(0, max(gaps) - interval["need"])
        window = known.get(("window", key))
        if window is None or window["have"] != numbers[0]:
            problems.append(f"the first visit of {key} is in month {numbers[0]}")
        else:
            late += max(0, numbers[0] - window["need"])
    levels = {each["name"]: each for each in proposal["levels"]}
    if late > 0 and levels["late"]["value"] + levels["left-out"]["value"] == 0:
        problems.append("visits are late, and no level says so")
    for level in levels.values():
        if level["value"] < level["bound"]:
            problems.append(f"{level['name']} is below its bound")
    for entry in proposal["programme"]["entries"]:
        room = known.get(("room", entry["from"]))
        if room is None or room["have"] != entry["minutes"]:
            problems.append(f"the certificate does not say how long {entry['audit']} takes")


def regular(proposal, unit):
    """Months of the visits of a unit that come again and again."""
    return [day(each["month"]) for each in proposal["visits"]
            if each.get("unit") == unit and each["kind"] not in ("follow-up", "special")]
