#include "plan_writer.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace {

// How evidence is gathered in each kind of unit.
std::vector<std::string> methods_for(Unit const* unit) {
  if (unit && unit->kind == UnitKind::site) return {"interview", "observation"};
  if (unit && unit->kind == UnitKind::system) return {"interview", "document_review", "observation"};
  return {"interview", "document_review"};
}

std::string name_or_key(Unit const& unit) { return unit.name.empty() ? unit.key.text() : unit.name; }

}  // namespace

Key<"session"> session_key(Key<"audit"> const& audit, std::size_t number) {
  return *Key<"session">::parse(audit.text() + "/S-" + detail::padded(static_cast<std::int64_t>(number), 2));
}

std::string visited_place(PlanRequest const& request, Unit const* unit) {
  if (!unit) return request.place;
  if (unit->kind == UnitKind::site) return name_or_key(*unit);
  if (unit->site) {
    auto const named = [&](std::vector<Unit> const& units) -> Unit const* {
      auto const found = std::ranges::find(units, *unit->site, &Unit::key);
      return found == units.end() ? nullptr : &*found;
    };
    auto const* site = named(request.sites);
    if (!site) site = named(request.units);
    return site ? name_or_key(*site) : unit->site->text();
  }
  return unit->kind == UnitKind::supplier ? "remote" : request.place;
}

void set_time(WorkingHours const& hours, Slot slot, Session& session) {
  session.start = Instant::at(Date{}, slot.start);
  session.end = Instant::at(Date{}, slot.end);
  session.zone = hours.zone.empty() ? "Etc/UTC" : hours.zone;
  session.utc_offset = offset_at(hours, session.start);
  session.zone_rules = hours.zone_rules;
}

Session written(Workload const& workload, DraftSession const& draft, Key<"session"> key, std::vector<std::string> why) {
  bool const audits = draft.kind == SessionKind::audit;
  auto const* work = audits ? &workload.works[draft.work] : nullptr;
  auto const* unit = work ? work->unit : nullptr;
  Session session;
  session.key = std::move(key);
  session.audit = workload.request.audit;
  session.kind = draft.kind;
  set_time(clocks_of(workload, draft), draft.slot, session);
  if (unit) session.unit = unit->key;
  session.place = visited_place(workload.request, unit);
  if (audits) session.methods = methods_for(unit);
  session.lead = workload.roster.key(draft.lead);
  for (auto const other : draft.others) session.team.push_back(workload.roster.key(other));
  if (draft.auditee) session.auditee = workload.roster.key(*draft.auditee);
  if (work) session.criteria = work->criteria;
  session.why = std::move(why);
  return session;
}

void note_loads(Workload const& workload, std::vector<DraftSession>& sessions) {
  std::map<std::size_t, std::int64_t> minutes;
  for (auto& session : sessions) {
    if (session.kind != SessionKind::audit) continue;
    session.load = workload.roster.load(session.lead) + minutes[session.lead];
    auto const length = session.slot.end - session.slot.start;
    minutes[session.lead] += length;
    for (auto const other : session.others) minutes[other] += length;
  }
}

}  // namespace v1
}  // namespace annexa
