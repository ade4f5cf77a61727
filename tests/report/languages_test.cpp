#include <annexa/base/language.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/audit/report_items.hpp>
#include <annexa/base/json.hpp>
#include <annexa/command/state.hpp>
#include <annexa/nonconformity/lifecycle.hpp>
#include <annexa/report/render_markdown.hpp>
#include <annexa/report/reports.hpp>
#include <annexa/review/kpi.hpp>
#include <annexa/review/readiness.hpp>
#include <annexa/review/review_inputs.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <set>
#include <thread>

#include "report/html_check.hpp"
#include "report/known_sentences.hpp"
#include "report/named_words.hpp"
#include "report/sample_state.hpp"
#include "report/wording.hpp"
#include "support/example.hpp"

using namespace annexa;
using annexa::testing::sample_context;
using annexa::testing::sample_state;

namespace {

// Names in braces, sorted.
std::vector<std::string> placeholders(std::string_view text) {
  std::vector<std::string> found;
  for (auto at = text.find('{'); at != text.npos; at = text.find('{', at + 1))
    found.emplace_back(text.substr(at, text.find('}', at) - at));
  std::ranges::sort(found);
  return found;
}

// A sentence that is the same in two languages was forgotten; a word may well be.
bool looks_untranslated(std::string_view en, std::string_view other) {
  bool const sentence = en.size() > 24 && en.find(' ') != en.npos && en.find('{') == en.npos;
  return en == other && sentence;
}

bool is_named(std::string_view id) {
  return std::ranges::binary_search(report::name_table, id, {}, &report::NameRow::id);
}
bool is_worded(std::string_view id) {
  return std::ranges::binary_search(report::word_table, id, {}, &report::WordRow::id);
}

template <class Enum>
void check_enumeration() {
  auto const& type = type_of<Enum>;
  for (std::size_t i = 0; i < type.names.size(); ++i) {
    auto const id = std::string(type.name) + '.' + enum_name(type, static_cast<std::int64_t>(i));
    CHECK_MESSAGE((is_named(id) || is_worded(id)), id);
  }
}
template <class... Enums>
void check_enumerations() {
  (check_enumeration<Enums>(), ...);
}

report::Document in_language(std::string_view kind, std::string_view key, std::string language) {
  auto context = sample_context();
  context.draft = true;
  context.language = std::move(language);
  auto made = report::make_report(sample_state(), kind, key, context);
  REQUIRE_MESSAGE(made.has_value(), kind << ": " << made.error().text());
  return *std::move(made);
}

// ---- What is said in a language, and what was entered

using Texts = std::set<std::string, std::less<>>;

std::string in_lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// Adds the words of a text in lower case, with two letters at least.
void add_words(std::string_view text, Texts& out) {
  auto const lower = in_lower_case(text);
  auto const is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
  for (auto at = lower.begin(); at != lower.end();) {
    at = std::find_if(at, lower.end(), is_letter);
    auto const end = std::find_if_not(at, lower.end(), is_letter);
    if (end - at >= 2) out.emplace(at, end);
    at = end;
  }
}

// The words that the tables have for a language.
Texts vocabulary(Language language) {
  Texts out;
  auto const column = static_cast<std::size_t>(language);
  for (auto const& row : report::word_table) add_words(row.text[column], out);
  for (auto const& row : report::sentence_table) add_words(column == 0 ? row.en : row.text[column - 1], out);
  if (column != 0)
    for (auto const& row : report::name_table) add_words(row.text[column - 1], out);
  return out;
}

// The texts of a document in lower case, as they are and with blanks for hyphens.
void gather_texts(boost::json::value const& value, Texts& out) {
  if (auto const* text = value.if_string()) {
    auto lower = in_lower_case(*text);
    std::string spoken = lower;
    std::ranges::replace(spoken, '-', ' ');
    out.insert(std::move(lower));
    out.insert(std::move(spoken));
  }
  if (auto const* list = value.if_array())
    for (auto const& each : *list) gather_texts(each, out);
  if (auto const* object = value.if_object())
    for (auto const& member : *object) {
      if (member.key().find(':') != std::string_view::npos) out.insert(in_lower_case(member.key()));  // a host's own
      gather_texts(member.value(), out);
    }
}

// The texts of a report that readers see and that claim to be in its language.
void gather_shown(boost::json::value const& value, Texts& out) {
  static Texts const unseen{"anchor", "to", "kind",   "key",        "language", "tone",
                            "date",   "on", "number", "provenance", "colour"};
  if (auto const* text = value.if_string()) out.emplace(*text);
  if (auto const* list = value.if_array())
    for (auto const& each : *list) gather_shown(each, out);
  auto const* object = value.if_object();
  if (!object) return;
  auto const* language = object->if_contains("language");
  bool const foreign = language && !object->contains("sections") && !language->as_string().empty();
  for (auto const& member : *object)
    if (!unseen.contains(std::string_view(member.key())) && !(foreign && member.key() == "text"))
      gather_shown(member.value(), out);
}

Texts shown_in(State const& state, std::string_view tag) {
  Texts out;
  for (auto const& kind : report::report_kinds()) {
    std::string const key = kind.name == "gap"                        ? "gdpr"
                            : kind.name == "nonconformity"            ? "NC-1"
                            : kind.key == report::ReportKey::required ? "A-2026-1"
                                                                      : "";
    auto context = sample_context();
    context.draft = true;
    context.language = tag;
    auto const made = report::make_report(state, kind.name, key, context);
    REQUIRE_MESSAGE(made.has_value(), kind.name << ": " << made.error().text());
    gather_shown(to_json(*made), out);
  }
  return out;
}

// The words of a text that are left when what was entered is taken away, the longest first.
Texts left_over(std::string_view text, std::vector<std::string> const& entered) {
  auto rest = in_lower_case(text);
  for (auto const& each : entered)
    for (auto at = rest.find(each); at != rest.npos; at = rest.find(each)) rest.replace(at, each.size(), "|");
  Texts out;
  add_words(rest, out);
  return out;
}

}  // namespace

TEST_SUITE("report/languages") {
  TEST_CASE("every text is there in every language, with the same places for values") {
    std::set<std::string_view> ids;
    for (auto const& row : report::word_table) {
      CAPTURE(row.id);
      CHECK(ids.insert(row.id).second);
      for (std::size_t i = 0; i < languages.size(); ++i) {
        bool const may_be_empty = row.id == "number.group";
        CHECK((may_be_empty || !row.text[i].empty()));
        CHECK(placeholders(row.text[i]) == placeholders(row.text[0]));
        if (i != 0) CHECK_FALSE(looks_untranslated(row.text[0], row.text[i]));
        if (row.text[0].size() > 24) CHECK(row.text[i].ends_with('.') == row.text[0].ends_with('.'));
      }
    }
    for (auto const& row : report::name_table) {
      CAPTURE(row.id);
      CHECK(ids.insert(row.id).second);
      for (auto const text : row.text) CHECK_FALSE(text.empty());
    }
  }
  TEST_CASE("sentences of other rooms are known again, with their values") {
    for (auto const& row : report::sentence_table)
      for (auto const text : row.text) CHECK_MESSAGE(placeholders(text) == placeholders(row.en), row.en);
    CHECK(report::known_sentence("Approved on 2026-03-01.").text == "Approved on 2026-03-01.");
    report::Speaking const speaking(Language::german);
    CHECK(report::known_sentence("Approved on 2026-03-01.").text == "Genehmigt am 1. März 2026.");
    CHECK(report::known_sentence("1 asset has no owner.").text == "Werte ohne Verantwortliche: 1.");
    CHECK(report::known_sentence("12 assets have no owner.").text == "Werte ohne Verantwortliche: 12.");
    CHECK(report::known_sentence("12 assets have no owner.").language.empty());
    CHECK(report::known_sentence("Something that nobody translated.").language == "en");
    CHECK(report::known_sentence("").text.empty());
  }
  TEST_CASE("sentences with words, numbers with units and either of two words in them are known as well") {
    report::Speaking const speaking(Language::german);
    auto const said = [](std::string english) { return report::known_or_entered(std::move(english)); };
    CHECK(said("Remains very high.").text == "Restrisiko: very high.");
    CHECK(said("Remains very high; modify.").text == "Restrisiko: very high; mindern.");
    CHECK(said("No score; avoid.").text == "Nicht bewertet; vermeiden.");
    CHECK(said("93.5 %, at least 95 %").text == "93,5 %, mindestens 95 %");
    CHECK(said("1234 days in a row, at most 5; 6.5 days in a row on 2026-03-01. Better, at least").text ==
          "1.234 days in a row, h\u00F6chstens 5; 6,5 days in a row am 1. M\u00E4rz 2026. Better, at least");
    CHECK(said("4; 3 on 2026-03-01").text == "4; 3 am 1. M\u00E4rz 2026");
    CHECK(said("1 issue on record: 0 new, 0 changed, 0 retired. Climate change is no issue. 2 changes to the ISMS or "
               "bearing on it.")
              .text ==
          "Verzeichnete Themen: 1, davon 0 neu, 0 ge\u00E4ndert, 0 au\u00DFer Kraft. Der Klimawandel ist kein Thema. "
          "\u00C4nderungen am ISMS oder mit Bezug darauf: 2.");
    for (auto const* entered : {"Nobody, at least today", "Remains", "", "12 asset have no owners.", "Remains ."}) {
      CHECK(said(entered).text == entered);
      CHECK(said(entered).language.empty());
    }
  }
  TEST_CASE("every value of every enumeration that reports show has its word") {
    check_enumerations<AuditKind, AuditState, UnitKind, TeamRole, SessionKind, MeetingKind, FindingState, FindingKind,
                       Grade, Verdict, NonconformityState, ActionState, EffectivenessResult, Role, DisputeKind,
                       ExtensionState, SignaturePurpose, EvidenceKind, EvidenceForm, DrawMethod, ImplementationStatus,
                       EffectBasis, EffectUse, ScoreBasis, RiskStage, TreatmentOption, MeasureStatus, AppetiteBand,
                       ProgrammeState, ReviewDecisionKind, DecisionState, ObjectiveResult, ReadinessState, CauseMethod,
                       CorrectionState, DriverKind, TestResult, FollowUpResult, ReducedPart, PlanEventKind,
                       RequestState, PaperState>();
  }
  TEST_CASE("names of nouns, steps, items, indicators and inputs are there") {
    for (auto const& noun : nouns()) CHECK_MESSAGE(is_named("noun." + std::string(noun.name)), noun.name);
    for (auto const& step : nonconformity_steps) CHECK_MESSAGE(is_named("step." + std::string(step.id)), step.id);
    for (auto const& item : report_items) CHECK_MESSAGE(is_named("report-item." + std::string(item.id)), item.id);
    for (auto const& kpi : kpi_definitions())
      for (auto const* part : {"kpi-title.", "kpi-part.", "kpi-whole."})
        CHECK_MESSAGE(is_named(part + std::string(kpi.id)), part << kpi.id);
    for (auto const& input : review_input_definitions())
      for (auto const* part : {"review-input.", "review-source."})
        CHECK_MESSAGE(is_named(part + std::string(input.id)), part << input.id);
  }
  TEST_CASE("numbers, dates and amounts are written as each language does") {
    struct Row {
      Language language;
      std::string number, full, first, brief, money;
    };
    auto const day = *Date::parse("2026-03-12");
    auto const first = *Date::parse("2026-03-01");
    auto const money = Money::from(*Decimal::from(123456789, 2), *Currency::parse("EUR")).value();
    for (Row const& row :
         {Row{Language::english, "1,234,567.5", "12 March 2026", "1 March 2026", "12 Mar 2026", "1,234,567.89 EUR"},
          Row{Language::german, "1.234.567,5", "12. März 2026", "1. März 2026", "12. März 2026", "1.234.567,89 EUR"},
          Row{Language::french, "1\u202F234\u202F567,5", "12 mars 2026", "1er mars 2026", "12 mars 2026",
              "1\u202F234\u202F567,89 EUR"}}) {
      report::Speaking const speaking(row.language);
      CAPTURE(row.number);
      CHECK(report::number_text(*Decimal::from(12345675, 1)) == row.number);
      CHECK(report::number_text(std::int64_t{-999}) == "-999");
      CHECK(report::number_text(std::int64_t{0}) == "0");
      CHECK(report::spoken(day, report::DateStyle::full) == row.full);
      CHECK(report::spoken(first, report::DateStyle::full) == row.first);
      CHECK(report::spoken(day, report::DateStyle::brief) == row.brief);
      CHECK(report::amount_of(money) == row.money);
    }
  }
  TEST_CASE("a language holds for its thread while it is spoken, and not beyond") {
    CHECK(report::spoken_language() == Language::english);
    {
      report::Speaking const german(Language::german);
      CHECK(report::spoken_language() == Language::german);
      auto elsewhere = Language::french;
      std::thread([&] { elsewhere = report::spoken_language(); }).join();
      CHECK(elsewhere == Language::english);
      {
        report::Speaking const french(Language::french);
        CHECK(report::spoken_language() == Language::french);
      }
      CHECK(report::spoken_language() == Language::german);
    }
    CHECK(report::spoken_language() == Language::english);
  }
  TEST_CASE("every kind is made in every language, the same records and anchors in each") {
    for (auto const& kind : report::report_kinds()) {
      if (kind.name == "programme") continue;  // the sample has none
      CAPTURE(kind.name);
      std::string const key = kind.name == "gap"                                                   ? "gdpr"
                              : kind.name == "nonconformity"                                       ? "NC-1"
                              : kind.key == report::ReportKey::required || kind.name == "evidence" ? "A-2026-1"
                                                                                                   : "";
      auto const english = in_language(kind.name, key, "en");
      CHECK(english.language == "en");
      for (auto const* tag : {"de", "fr"}) {
        CAPTURE(tag);
        auto const other = in_language(kind.name, key, tag);
        CHECK(other.language == tag);
        CHECK(other.heading != english.heading);
        REQUIRE(other.sections.size() == english.sections.size());
        for (std::size_t i = 0; i < other.sections.size(); ++i)
          CHECK(other.sections[i].anchor == english.sections[i].anchor);
        auto const html = report::render(other, "html").value();
        auto const read = annexa::testing::HtmlReader(html).read();
        CHECK(read.problem == "");
        using annexa::testing::numbers_in;
        auto const shown = numbers_in(annexa::testing::read_html(annexa::testing::without_drawings(html)).text);
        auto const carried = numbers_in(report::render(other, "json").value());
        for (auto const& figure : shown) CHECK_MESSAGE(carried.contains(figure), figure);
        CHECK(html.find("<html lang=\"" + std::string(tag) + "\">") != html.npos);
        CHECK(html.find("Skip to the contents") == html.npos);
        CHECK(report::render(other, "md").value().find("Generated by") == std::string::npos);
        CHECK(report::spoken_language() == Language::english);
      }
    }
  }
  TEST_CASE("reports say nothing in English where another language is spoken, but for what was entered") {
    auto year = annexa::testing::example_year();
    for (auto const& command : annexa::testing::example_commands("review.json")) year.take(command);
    for (auto const& command : annexa::testing::example_commands("paths.json")) year.take(command);
    Texts all;
    gather_texts(write_state(year.state), all);
    all.insert(to_string(sample_context().journal_root));
    std::vector<std::string> entered;
    for (auto const& text : all)
      if (text.size() >= 3) entered.push_back(text);
    std::ranges::stable_sort(entered, std::greater(), &std::string::size);
    auto const english = vocabulary(Language::english);
    auto const in_english = shown_in(year.state, "en");
    // Words of titles of requirements that are the same in another language, the generator, and a framework.
    Texts const exempt{"test", "communication", "annexa", "gdpr"};
    for (auto const language : {Language::german, Language::french}) {
      auto const own = vocabulary(language);
      auto const is_foreign = [&](std::string const& word, bool same) {
        if (own.contains(word) || exempt.contains(word)) return false;
        return english.contains(word) || (same && word.size() >= 4);
      };
      std::size_t looked_at = 0;
      for (auto const& text : shown_in(year.state, tag_of(language))) {
        bool const same = in_english.contains(text);
        Texts words;
        add_words(text, words);
        if (std::ranges::none_of(words, [&](auto const& word) { return is_foreign(word, same); })) continue;
        ++looked_at;
        if (all.contains(in_lower_case(text))) continue;
        for (auto const& word : left_over(text, entered))
          CHECK_MESSAGE(!is_foreign(word, same), word << " in: " << text);
      }
      CHECK(looked_at > 100);  // what was entered is in English
    }
  }
  TEST_CASE("without a wish a report is in the language of its audit, else of the organisation") {
    auto context = sample_context();
    context.draft = true;
    auto const state = annexa::testing::applied(
        sample_state(), R"([{"command":"organization.describe","name":"Tarravale","language":"fr"}])");
    CHECK(report::make_report(state, "dashboard", "", context)->language == "fr");
    auto const& audit = *state.find<Audit>("A-2026-1");
    auto const own = parse_language(audit.language).value_or(Language::french);
    CHECK(report::make_report(state, "audit", "A-2026-1", context)->language == tag_of(own));
    context.language = "de-CH";
    CHECK(report::make_report(state, "audit", "A-2026-1", context)->language == "de");
  }
  TEST_CASE("a language without texts is refused, and the answer says which there are") {
    for (auto const* bad : {"it", "english", "e", "d<"}) {
      auto context = sample_context();
      context.language = bad;
      auto const refused = report::make_report(sample_state(), "dashboard", "", context);
      REQUIRE(refused.has_error());
      CHECK(refused.error().names("language.unknown"));
      CHECK(refused.error().violations()[0].where == "/language");
      CHECK(refused.error().text().find("en, de and fr") != std::string::npos);
    }
  }
  TEST_CASE("titles of requirements are translated, and what is in English alone says so") {
    auto const german = report::render(in_language("audit", "A-2026-1", "de"), "html").value();
    CHECK(german.find("Nichtkonformität") != german.npos);
    auto const checklist = report::render(in_language("checklist", "A-2026-1", "de"), "html").value();
    CHECK(checklist.find("lang=\"en\"") != checklist.npos);
    auto const english = report::render(in_language("checklist", "A-2026-1", "en"), "html").value();
    CHECK(english.find("lang=\"en\"", english.find("<body>")) == english.npos);
  }
}
