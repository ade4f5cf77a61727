#include <algorithm>
#include <annexa/base/json.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/exchange/calendar.hpp>
#include <annexa/journal/event_bytes.hpp>
#include <annexa/journal/sha256.hpp>
#include <annexa/report/evidence_pack.hpp>
#include <annexa/report/reports.hpp>
#include <annexa/report/workspace_context.hpp>
#include <boost/json.hpp>
#include <map>
#include <set>

#include "catalog/embedded.hpp"
#include "evidence_pack_guide.hpp"
#include "exchange/archive_writer.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

namespace json = boost::json;

constexpr Rule pack_stopped{"pack.cancelled", "Making the pack was stopped.", "", ErrorKind::cancelled};

class Pack {
 public:
  Pack(Workspace const& workspace, Audit const& audit, std::shared_ptr<State const> state, ReportContext context,
       PackOptions const& options)
      : workspace_(workspace),
        audit_(audit),
        state_(std::move(state)),
        context_(std::move(context)),
        options_(options) {}
  [[nodiscard]] result<std::string> run();

 private:
  void add(std::string const& name, std::string_view bytes);
  [[nodiscard]] result<void> add_reports();
  [[nodiscard]] result<void> add_plan();
  [[nodiscard]] result<void> add_checkpoint();
  void add_records();
  [[nodiscard]] result<void> find_events();
  [[nodiscard]] result<void> add_events();
  [[nodiscard]] result<void> add_event(StoredEvent const& stored, json::object& row);
  void add_programs();
  void add_manifest();

  // Whether a record is one of the audit, and which nonconformities are.
  [[nodiscard]] bool is_of_audit(Noun const& noun, TableRow const& row, json::object const& written);

  Workspace const& workspace_;
  Audit const& audit_;
  std::shared_ptr<State const> state_;
  ReportContext context_;
  PackOptions const& options_;
  exchange::ArchiveWriter archive_;
  std::uint64_t signed_events_ = 0;                        // that the checkpoint counts
  std::set<std::string> nonconformities_;                  // of the audit
  std::set<std::pair<std::string, std::string>> records_;  // noun and key
  std::vector<StoredEvent> events_;
  std::vector<json::object> event_rows_;  // of the manifest
  json::array files_;
};

void Pack::add(std::string const& name, std::string_view bytes) {
  archive_.add(name, bytes);
  files_.push_back(json::object{{"name", name}, {"bytes", bytes.size()}, {"sha256", to_string(sha256(bytes))}});
}

// ---- To read

struct PackedReport {
  std::string_view kind;
  std::string_view name;
};
constexpr PackedReport packed_reports[] = {{"audit", "report"}, {"checklist", "checklist"}, {"evidence", "evidence"}};

result<void> Pack::add_reports() {
  for (auto const& each : packed_reports) {
    auto const document = make_report(*state_, each.kind, audit_.key.text(), context_);
    if (!document) return document.error();
    for (std::string_view const format : {"html", "json"}) {
      auto const bytes = render(*document, format);
      if (!bytes) return bytes.error();
      add(std::string(each.name) + '.' + std::string(format), *bytes);
    }
  }
  return {};
}

result<void> Pack::add_plan() {
  std::vector<Session> sessions;
  for (auto const* session : plan_of(*state_, audit_.key)) sessions.push_back(*session);
  if (sessions.empty()) return {};
  auto const document = make_report(*state_, "plan", audit_.key.text(), context_);
  if (!document) return document.error();
  auto const html = render(*document, "html");
  if (!html) return html.error();
  add("plan.html", *html);
  CalendarOptions options;
  options.stamp = context_.generated_at;
  auto const calendar = write_calendar(*state_, sessions, options);
  if (!calendar) return calendar.error();
  add("plan.ics", *calendar);
  return {};
}

// ---- To check

result<void> Pack::add_checkpoint() {
  if (!options_.checkpoint) return {};
  auto const checkpoint = Checkpoint::parse(options_.checkpoint->text);
  if (!checkpoint) return checkpoint.error();
  signed_events_ = checkpoint->size;
  if (signed_events_ > 0)  // that it is one of this journal
    if (auto const proof = workspace_.prove(std::to_string(signed_events_ - 1), *options_.checkpoint); !proof)
      return proof.error();
  add("checkpoint.txt", options_.checkpoint->to_text());
  return {};
}

bool Pack::is_of_audit(Noun const& noun, TableRow const& row, json::object const& written) {
  if (noun.name == Audit::type_name) return row.key == audit_.key.text();
  auto const names = [&](char const* member, auto&& accepts) {
    auto const* value = written.if_contains(member);
    return value && value->is_string() && accepts(std::string(value->get_string()));
  };
  bool const found = names("audit", [&](std::string const& key) { return key == audit_.key.text(); });
  if (found && noun.name == Nonconformity::type_name) nonconformities_.insert(row.key);
  return found || names("nonconformity", [&](std::string const& key) { return nonconformities_.contains(key); });
}

// Nouns are in an order in which what names a nonconformity comes after the nonconformities.
void Pack::add_records() {
  json::object all;
  for (auto const& noun : nouns()) {
    bool const may =
        noun.name == Audit::type_name || find_member(*noun.type, "audit") || find_member(*noun.type, "nonconformity");
    if (!may) continue;
    json::array rows;
    state_->table(noun).for_each([&](TableRow const& row) {
      auto written = write_json(*noun.type, row.record.get());
      if (!is_of_audit(noun, row, written.get_object())) return;
      records_.emplace(noun.name, row.key);
      rows.push_back(std::move(written));
    });
    if (!rows.empty()) all.emplace(noun.plural, std::move(rows));
  }
  add("records.json", pretty_json(all));
}

result<void> Pack::find_events() {
  constexpr std::uint64_t at_once = 1'000;
  for (std::uint64_t from = 0; from < context_.journal_size;) {
    auto page = workspace_.events(from, std::min(at_once, context_.journal_size - from));
    if (!page) return page.error();
    if (page->empty()) break;
    from += page->size();
    for (auto& stored : *page) {
      auto const event =
          decode(stored.bytes, state_->workspace, {}, [&](Hash const& hash) { return workspace_.blob(hash); });
      if (!event) return event.error();
      auto const& data = event->data->as_object();
      std::string const noun(data.at("noun").as_string());
      std::string const key(data.at("key").as_string());
      if (!records_.contains({noun, key})) continue;
      event_rows_.push_back({{"position", stored.position},
                             {"kind", event->kind},
                             {"at", to_string(event->at)},
                             {"actor", event->actor},
                             {"noun", noun},
                             {"key", key}});
      events_.push_back(std::move(stored));
    }
  }
  return {};
}

// "events/00000012.json": positions sort as names.
std::string numbered(char const* folder, std::uint64_t position, char const* ending) {
  auto digits = std::to_string(position);
  return folder + std::string(8 - std::min<std::size_t>(8, digits.size()), '0') + digits + ending;
}

result<void> Pack::add_event(StoredEvent const& stored, json::object& row) {
  auto const file = numbered("events/", stored.position, ".json");
  row["file"] = file;
  row["proof"] = nullptr;
  add(file, stored.bytes);
  if (auto const reference = blob_reference(json::parse(stored.bytes).at("data"))) {
    auto const blob = workspace_.blob(reference->sha256);
    if (!blob) return blob.error();
    auto const name = "blobs/" + to_string(reference->sha256) + ".json";
    row["blob"] = name;
    if (*blob) add(name, **blob);
  }
  if (signed_events_ <= stored.position) return {};
  auto const proof = workspace_.prove(std::to_string(stored.position), *options_.checkpoint);
  if (!proof) return proof.error();
  auto const name = numbered("proofs/", stored.position, ".tlog-proof");
  row["proof"] = name;
  add(name, proof->to_text());
  return {};
}

result<void> Pack::add_events() {
  for (std::size_t i = 0; i < events_.size(); ++i) {
    if (options_.progress && !options_.progress(i, events_.size())) return Error(pack_stopped, "");
    if (auto const added = add_event(events_[i], event_rows_[i]); !added) return added.error();
  }
  return {};
}

void Pack::add_programs() {
  for (auto const& program : detail::embedded_programs.tables) add(std::string(program.name) + ".py", program.bytes);
}

void Pack::add_manifest() {
  auto const proved = std::ranges::count_if(event_rows_, [](auto const& row) { return row.at("proof").is_string(); });
  PackGuide const guide{audit_.key.text(),
                        audit_.title,
                        organization_of(*state_).name,
                        context_.draft,
                        context_.generator,
                        to_string(context_.generated_at),
                        workspace_.origin(),
                        context_.journal_size,
                        to_string(context_.journal_root),
                        events_.size(),
                        static_cast<std::size_t>(proved),
                        signed_events_};
  add("README.txt", guide_of(guide));
  json::array events;
  for (auto& row : event_rows_) events.push_back(std::move(row));
  json::object manifest{
      {"format", "annexa-evidence-pack/1"},
      {"audit", guide.audit},
      {"organization", guide.organization},
      {"draft", guide.draft},
      {"generator", guide.generator},
      {"generated_at", guide.at},
      {"journal", {{"origin", guide.origin}, {"size", guide.size}, {"root", guide.root}}},
      {"checkpoint",
       options_.checkpoint ? json::value{{"size", signed_events_}, {"file", "checkpoint.txt"}} : json::value()},
      {"events", std::move(events)},
      {"files", std::move(files_)}};
  archive_.add("manifest.json", pretty_json(manifest));
}

result<std::string> Pack::run() {
  for (auto const part : {&Pack::add_reports, &Pack::add_plan, &Pack::add_checkpoint})
    if (auto const added = (this->*part)(); !added) return added.error();
  add_records();
  for (auto const part : {&Pack::find_events, &Pack::add_events})
    if (auto const added = (this->*part)(); !added) return added.error();
  add_programs();
  add_manifest();
  return std::move(archive_).finish();
}

}  // namespace

result<std::string> evidence_pack(Workspace const& workspace, std::string_view audit, PackOptions const& options) {
  ReportContext context;
  auto const state = state_for(workspace, context);
  auto const* found = state->find<Audit>(audit);
  if (!found) return no_record(*state, *find_noun(Audit::type_name), audit);
  context.generator = options.generator;
  context.people = options.people;
  context.language = options.language;
  context.draft = found->state != AuditState::reported;
  return Pack(workspace, *found, state, std::move(context), options).run();
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
