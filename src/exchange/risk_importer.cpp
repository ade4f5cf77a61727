// Rows of a risk register become risk.identify, change, assess, treat, accept and close.
#include <annexa/base/text.hpp>
#include <annexa/command/risk_commands.hpp>

#include <algorithm>

#include "cells.hpp"
#include "import_rules.hpp"
#include "names.hpp"
#include "risk_ratings.hpp"
#include "row_importer.hpp"
#include "value_tables.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

// Members that follow from commands of their own, and those that a treatment decides.
constexpr std::string_view managed =
    "status|scores|acceptance|effects|effects_on|proposals|decided_effects|scored_on|scored_by|scored_because|"
    "past_scores|past_losses|measures|approval|past_approvals|past_acceptances|closed_on";
constexpr std::string_view managed_or_treated =
    "status|scores|acceptance|effects|effects_on|proposals|decided_effects|scored_on|scored_by|scored_because|"
    "past_scores|past_losses|measures|approval|past_approvals|past_acceptances|closed_on|treatment|treatment_plan|"
    "treatment_due|controls";
constexpr std::size_t longest_title = 120;

// Fields that no rule looks into, and those that stand by themselves.
constexpr std::string_view plain_texts =
    "title|description|category|threat|vulnerability|asset_name|owner_name|existing_controls|status_note|"
    "treatment_plan|scored_because";
constexpr std::string_view lone_fields = "assets|unit|treatment_due";

// What a row says of the acceptance of a risk.
struct AcceptanceCells {
  std::optional<Key<"person">> by;
  std::optional<Key<"person">> authorised_by;
  std::optional<Date> on;
  std::optional<Date> expires_on;
  std::string reason;
  [[nodiscard]] bool complete() const { return by && on && !reason.empty(); }
  [[nodiscard]] bool is_in(std::optional<Acceptance> const& known) const {
    return known && known->accepted_by == *by && known->accepted_on == *on && known->reason == reason &&
           known->authorised_by == authorised_by && known->expires_on == expires_on;
  }
};

// Puts @p text in front of @p note unless it is there already.
void add_note(std::string& note, std::string_view text) {
  if (note.starts_with(text)) return;
  note = note.empty() ? std::string(text) : std::string(text) + '\n' + note;
}

bool same_rating(Rating const& rating, Score const& known) {
  return rating.likelihood == known.likelihood && rating.impact == known.impact &&
         rating.vulnerability == known.vulnerability && rating.factors == known.factors &&
         rating.affects == known.affects && (rating.impacts.empty() || rating.impacts == known.impacts);
}

class RiskImporter final : public RowImporter {
 public:
  explicit RiskImporter(ImportContext& shared) : RowImporter(shared), reader_(shared), ratings_(shared) {}

  std::vector<Command> begin() override {
    auto adopt = ratings_.begin();
    has_title_ = context().columns.has("title");
    status_column_ = column("status");
    note_column_ = column("status_note");
    if (!has_title_) {
      auto const* source = context().columns.has("threat") ? "threat and asset" : "the description";
      context().reporter.warn({}, import_rules::title_made, {{"source", source}});
    }
    if (!adopt) return {};
    return {*std::move(adopt)};
  }

  [[nodiscard]] bool are_rows_alike() const override { return true; }

  [[nodiscard]] Bearing bearing(Column const& column) const override {
    if (column.meaning.role == ColumnRole::custom) return Bearing::text;
    if (column.meaning.role != ColumnRole::field) return Bearing::joint;
    auto const name = column.meaning.field->name;
    if (is_listed(plain_texts, name)) return Bearing::text;
    if (is_listed(lone_fields, name)) return Bearing::alone;
    // Whose risk it is matters to those who act for themselves, and to acceptances.
    if (name == "owner" && context().options.actor == tool_actor && !context().columns.has("acceptance_accepted_by"))
      return Bearing::alone;
    bool const any_control = excluded_controls(context().scratch.all<Applicability>()).empty();
    return name == "controls" && any_control ? Bearing::alone : Bearing::joint;
  }

  // A note that only repeats the status gives no reason for it.
  [[nodiscard]] std::uint32_t likeness(SheetRow const& row) const override {
    if (!status_column_ || !note_column_) return 0;
    auto const status = trimmed(without_guard(row[status_column_->index]));
    return without_guard(row[note_column_->index]) == status ? 1 : 0;
  }

  void start(Draft& draft) override {
    acceptance_ = {};
    status_ = nullptr;
    treatment_ = nullptr;
    ratings_.start(method_of(draft));
  }

  void read(Draft& draft, Column const& column) override {
    if (column.meaning.role == ColumnRole::measure || column.meaning.role == ColumnRole::dimension)
      return ratings_.read(draft, column);
    if (is_blank(without_guard(draft.row[column.index]))) return;
    auto const name = column.meaning.field->name;
    if (name == "status") status_ = &column;
    if (name == "treatment") treatment_ = &column;
    if (name.starts_with("acceptance_")) read_acceptance(draft, column);
  }

  std::vector<Command> commands(Draft& draft) override {
    auto& risk = draft.record<Risk>();
    auto const* before = draft.existing<Risk>();
    take_treatment(draft, risk);
    retain_accepted(draft, risk);
    auto const status = take_status(draft, risk);
    if (!has_title_ && !before) make_title(draft, risk);
    auto const ratings = ratings_.finish(draft);
    std::vector<Command> commands;
    auto now = before ? before->status : RiskStatus::identified;
    add_record(commands, risk, before);
    if (add_assessment(commands, risk, before, ratings) && now == RiskStatus::identified) now = RiskStatus::assessed;
    if (add_treatment(commands, risk, before)) now = RiskStatus::treated;
    if (add_acceptance(commands, draft, risk)) now = RiskStatus::accepted;
    if (status == RiskStatus::closed && now != RiskStatus::closed) {
      commands.emplace_back(command::CloseRisk{risk.key, risk.status_note});
      now = RiskStatus::closed;
    }
    compare_status(draft, status, now);
    return commands;
  }

  std::string field_at(std::string_view where) const override {
    if (where == "/reason") return "status_note";
    if (where == "/controls" || where.starts_with("/controls/")) return "controls";
    return RowImporter::field_at(where);
  }

 private:
  // The method that the row names, else that of the whole import.
  [[nodiscard]] Method const* method_of(Draft const& draft) {
    auto const* said = column("method");
    auto const text = said ? trimmed(without_guard(draft.row[said->index])) : std::string_view{};
    if (text.empty()) return ratings_.method();
    if (ratings_.method() && (ratings_.method()->key == text || folded(ratings_.method()->name) == folded(text)))
      return ratings_.method();
    auto const match = context().resolver.find(Method::type_name, text);
    auto const* method = context().scratch.find<Method>(match.key);
    if (!method)
      context().reporter.reject(draft.place(*said), import_rules::value, {{"expected", "the key of a risk method"}});
    return method;
  }

  void read_acceptance(Draft& draft, Column const& column) {
    auto const& field = *column.meaning.field;
    auto const text = without_guard(draft.row[column.index]);
    auto const read = [&](auto& into) {
      reader_.read_value(draft, draft.place(column), field, type_of<std::remove_reference_t<decltype(into)>>, &into,
                         text);
    };
    if (field.name == "acceptance_accepted_by") read(acceptance_.by);
    if (field.name == "acceptance_authorised_by") read(acceptance_.authorised_by);
    if (field.name == "acceptance_accepted_on") read(acceptance_.on);
    if (field.name == "acceptance_expires_on") read(acceptance_.expires_on);
    if (field.name == "acceptance_reason") read(acceptance_.reason);
  }

  void take_treatment(Draft& draft, Risk& risk) {
    if (!treatment_) return;
    auto const place = draft.place(*treatment_);
    auto const text = without_guard(place.text);
    auto const& type = type_of<TreatmentOption>;
    auto const found = find_value(type.name, &type, text);
    if (!found) {
      if (!is_missing(text))
        context().reporter.reject(place, import_rules::value, {{"expected", accepted_values(type.name, &type)}},
                                  nearest_value(type.name, &type, text));
      return;
    }
    if (found->value == undecided) return context().reporter.convert(place, text, "undecided");
    risk.treatment = static_cast<TreatmentOption>(found->value);
    auto const name = to_string(*risk.treatment);
    if (found->remainder) {
      add_note(risk.treatment_plan, trimmed(text));
      context().reporter.adjust(place, import_rules::kept_note, {{"taken", name}, {"member", "treatment_plan"}});
    } else if (folded(text) != name) {
      context().reporter.convert(place, text, name);
    }
  }

  // Whoever accepts a risk as it is has decided to retain it.
  void retain_accepted(Draft const& draft, Risk& risk) {
    if (!acceptance_.complete() || risk.treatment) return;
    risk.treatment = TreatmentOption::retain;
    context().reporter.adjust(draft.place(), import_rules::retained);
  }

  // The status that the row says, as far as it is one. What it says beyond that is kept as a note.
  [[nodiscard]] std::optional<RiskStatus> take_status(Draft& draft, Risk& risk) {
    if (!status_) return {};
    auto const place = draft.place(*status_);
    auto const text = trimmed(without_guard(place.text));
    auto const& type = type_of<RiskStatus>;
    auto const found = find_value(type.name, &type, text);
    if (!found && is_missing(text)) return {};
    auto const is = [&](RiskStatus status) { return found && found->value == number_of(status); };
    bool const unsigned_acceptance = is(RiskStatus::accepted) && !acceptance_.complete() && !is_accepted(draft);
    bool const needs_reason = is(RiskStatus::closed) && (risk.status_note.empty() || risk.status_note == text);
    auto const name = !found ? "no status" : found->value == undecided ? "open" : enum_name(type, found->value);
    if (unsigned_acceptance)
      context().reporter.adjust(place, import_rules::not_accepted);
    else if (!found || found->remainder || needs_reason)
      context().reporter.adjust(place, import_rules::kept_note, {{"taken", name}, {"member", "status_note"}});
    else if (folded(text) != name)
      context().reporter.convert(place, text, name);
    if (!found || found->remainder || unsigned_acceptance || needs_reason) add_note(risk.status_note, text);
    if (!found || found->value == undecided) return {};
    return static_cast<RiskStatus>(found->value);
  }

  [[nodiscard]] static bool is_accepted(Draft const& draft) {
    return draft.before && draft.existing<Risk>()->status == RiskStatus::accepted;
  }

  void make_title(Draft const& draft, Risk& risk) {
    risk.title = risk.threat.empty() ? risk.description : risk.threat;
    auto const* asset = column("assets");
    if (asset && !risk.threat.empty() && !is_blank(draft.row[asset->index]))
      risk.title += ": " + std::string(trimmed(draft.row[asset->index]));
    risk.title = shortened(risk.title, longest_title);
  }

  static void add_record(std::vector<Command>& commands, Risk const& risk, Risk const* before) {
    auto const& except = risk.treatment ? managed_or_treated : managed;
    if (before) {
      auto given = differing_members(type_of<Risk>, before, &risk, except);
      if (!given.empty()) commands.push_back(Command::of("risk.change", risk, std::move(given)));
      return;
    }
    auto record = risk;
    record.effects.clear();  // risk.assess and risk.treat say these
    record.scored_because.clear();
    record.measures.clear();
    if (risk.treatment) {  // risk.treat says these
      record.treatment.reset();
      record.treatment_plan.clear();
      record.treatment_due.reset();
      record.controls.clear();
    }
    commands.push_back(Command::of("risk.identify", std::move(record)));
  }

  bool add_assessment(std::vector<Command>& commands, Risk const& risk, Risk const* before,
                      RiskRatings::Ratings const& ratings) {
    auto const* method = ratings_.row_method();
    if (!method) return false;
    Scores const none;
    auto const& known = before ? before->scores : none;
    bool const same_method = known.method == method->key.text();  // another version alone is no news of the table
    bool differs = false;
    std::vector<RiskStage> computed;
    for (auto const stage : every_risk_stage) {
      auto const index = static_cast<std::size_t>(stage);
      auto const& score = known.at(stage);
      differs = differs || (ratings[index] && (!same_method || !score || !same_rating(*ratings[index], *score)));
      bool const was_computed = same_method && score && score->basis == ScoreBasis::computed;
      if (ratings_.is_computed(index) && !was_computed) computed.push_back(stage);
    }
    bool const other_effects = risk.effects != (before ? before->effects : std::vector<ControlEffect>{});
    if (!differs && !other_effects && computed.empty()) return false;
    command::AssessRisk body;
    body.risk = risk.key;
    body.method = method->key;
    body.inherent = ratings[0];
    body.current = ratings[1];
    body.residual = ratings[2];
    body.target = ratings[3];
    body.compute = std::move(computed);
    if (other_effects) body.effects = risk.effects;
    if (!risk.scored_because.empty())
      body.reason = risk.scored_because;
    else if (!risk.status_note.empty() && rises(*method, body, same_method ? known : none))
      body.reason = risk.status_note;
    commands.emplace_back(std::move(body));
    return true;
  }

  // True if the residual risk will be above the current one; the domain then asks for a reason.
  [[nodiscard]] static bool rises(Method const& method, command::AssessRisk const& body, Scores const& known) {
    auto const at = [&](std::optional<Rating> const& rating,
                        std::optional<Score> const& before) -> std::optional<Score> {
      if (!rating) return before;
      auto scored = score(method, *rating);
      return scored ? std::optional(*std::move(scored)) : std::nullopt;
    };
    auto const current = at(body.current, known.current);
    auto const residual = at(body.residual, known.residual);
    return current && residual && is_above(*residual, *current);
  }

  static bool add_treatment(std::vector<Command>& commands, Risk const& risk, Risk const* before) {
    if (!risk.treatment) return false;
    bool const same = before && before->treatment == risk.treatment && before->treatment_plan == risk.treatment_plan &&
                      before->treatment_due == risk.treatment_due && before->controls == risk.controls &&
                      before->measures == risk.measures;
    if (same) return false;
    command::TreatRisk body{risk.key, *risk.treatment, {}, {}, risk.treatment_due, {}, {}};
    if (!risk.controls.empty() || before) body.controls = risk.controls;
    if (!risk.measures.empty() || before) body.measures = risk.measures;
    if (!risk.treatment_plan.empty()) body.plan = risk.treatment_plan;
    commands.emplace_back(std::move(body));
    return true;
  }

  // Whose acceptance it is, who manages the ISMS and the tool that sets up a workspace may say that it was given.
  [[nodiscard]] bool may_record(std::string const& actor) const {
    if (actor == tool_actor || actor == acceptance_.by->text()) return true;
    bool manages = false;
    context().scratch.for_each<RoleGrant>([&](RoleGrant const& grant) {
      bool const wanted = grant.role == Role::isms_manager || grant.role == Role::top_management;
      manages = manages || (wanted && grant.person == actor && holds(grant, context().options.now.date()));
    });
    return manages;
  }

  // True if that acceptance is on record, in force or ended: what ended is not brought back by an old table.
  [[nodiscard]] bool is_on_record(Risk const& risk) const {
    return acceptance_.is_in(risk.acceptance) ||
           std::ranges::any_of(risk.past_acceptances,
                               [&](PastAcceptance const& past) { return acceptance_.is_in(past.acceptance); });
  }

  // Who accepted it, when and why has to be said in full: nobody accepts a risk by a word in a table.
  bool add_acceptance(std::vector<Command>& commands, Draft const& draft, Risk const& risk) {
    if (!acceptance_.complete()) return false;
    if (draft.before && is_on_record(*draft.existing<Risk>())) return false;
    if (*acceptance_.on > context().options.now.date()) {
      context().reporter.reject(draft.place(), import_rules::accepted_later, {{"found", to_string(*acceptance_.on)}});
      return false;
    }
    auto const& actor = context().options.actor;
    if (!may_record(actor)) {
      context().reporter.reject(draft.place(), import_rules::accepted_by_others,
                                {{"actor", actor}, {"owner", acceptance_.by->text()}});
      return false;
    }
    command::AcceptRisk body{risk.key, acceptance_.authorised_by, acceptance_.expires_on, acceptance_.reason, {}};
    if (actor != acceptance_.by->text()) body.recorded_by = actor;
    Envelope envelope;
    envelope.actor = acceptance_.by;
    envelope.at = Instant::at(*acceptance_.on, 0);
    commands.emplace_back(std::move(body), std::move(envelope));
    return true;
  }

  void compare_status(Draft const& draft, std::optional<RiskStatus> said, RiskStatus now) {
    if (!said || *said == now || *said == RiskStatus::accepted) return;
    context().reporter.warn(draft.place(*status_), import_rules::status_differs,
                            {{"status", to_string(now)}, {"found", to_string(*said)}});
  }

  CellReader reader_;
  RiskRatings ratings_;
  bool has_title_ = true;
  Column const* status_column_ = nullptr;
  Column const* note_column_ = nullptr;
  AcceptanceCells acceptance_;
  Column const* status_ = nullptr;  // the column, if its cell in the present row is not blank
  Column const* treatment_ = nullptr;
};

}  // namespace

std::unique_ptr<RowImporter> make_risk_importer(ImportContext& context) {
  return std::make_unique<RiskImporter>(context);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
