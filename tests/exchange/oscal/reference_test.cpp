// The reference data: every file, every defect, and every thousandth place to cut a file off.
#include <annexa/base/text.hpp>
#include <annexa/exchange/oscal/check.hpp>
#include <annexa/exchange/oscal/write.hpp>

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <map>
#include <string>

#include "exchange/oscal/samples.hpp"

namespace {

namespace files_of = annexa::testing::oscal_samples;
using annexa::oscal::Document;
using annexa::testing::without_data;

// What each file with one defect is: the rule, and the place, which begins or ends so.
struct Defect {
  std::string_view file;
  annexa::oscal::Verdict verdict;
  std::string_view rule, place;
};

constexpr Defect defects[] = {
    {"ap_date_range_without_end", annexa::oscal::Verdict::invalid, "oscal.missing-member", "/timing/within-date-range"},
    {"ap_without_import-ssp", annexa::oscal::Verdict::invalid, "oscal.missing-member", "/assessment-plan"},
    {"ar_date-time_without_timezone", annexa::oscal::Verdict::invalid, "oscal.bad-value", "/metadata/last-modified"},
    {"ar_empty_array", annexa::oscal::Verdict::invalid, "oscal.empty-list", "/methods"},
    {"ar_finding_state_not_in_enum", annexa::oscal::Verdict::invalid, "oscal.bad-value", "/target/status/state"},
    {"ar_impossible_date", annexa::oscal::Verdict::invalid, "oscal.bad-value", "/collected"},
    {"ar_missing_reviewed-controls", annexa::oscal::Verdict::invalid, "oscal.missing-member",
     "/assessment-results/results/0"},
    {"ar_party_without_uuid_MIXED", annexa::oscal::Verdict::mixed, "oscal.missing-member", "/metadata/parties/0"},
    {"catalog_$schema_is_VALID", annexa::oscal::Verdict::valid, "", ""},
    {"catalog_control_id_starts_with_digit", annexa::oscal::Verdict::invalid, "oscal.bad-value", "/controls/0/id"},
    {"catalog_duplicate_control_id_passes_schema", annexa::oscal::Verdict::valid, "oscal.duplicate-id", "/id"},
    {"catalog_empty_title_MIXED", annexa::oscal::Verdict::mixed, "oscal.bad-value", "/title"},
    {"catalog_leading_space_in_string", annexa::oscal::Verdict::invalid, "oscal.bad-value", "/metadata/version"},
    {"catalog_newline_in_version", annexa::oscal::Verdict::invalid, "oscal.bad-value", "/metadata/version"},
    {"catalog_prop_name_with_space", annexa::oscal::Verdict::invalid, "oscal.bad-value", "/props/0/name"},
    {"catalog_prop_value_empty", annexa::oscal::Verdict::invalid, "oscal.bad-value", "/props/0/value"},
    {"catalog_unicode_token_is_VALID", annexa::oscal::Verdict::valid, "", ""},
    {"poam_item_without_description", annexa::oscal::Verdict::invalid, "oscal.missing-member", "/poam-items/0"},
    {"poam_no_items", annexa::oscal::Verdict::invalid, "oscal.empty-list", "/poam-items"},
    {"poam_unknown_property", annexa::oscal::Verdict::invalid, "oscal.unknown-member", "/poam-items/0/severity"},
    {"poam_uuid_v7", annexa::oscal::Verdict::invalid, "oscal.bad-value", "/uuid"},
    {"profile_combine_method_MIXED", annexa::oscal::Verdict::mixed, "oscal.unknown-member", "/merge/combine/method"},
    {"profile_import_without_href_MIXED", annexa::oscal::Verdict::mixed, "oscal.missing-member", "/imports/0"},
    {"profile_two_structuring_directives_MIXED", annexa::oscal::Verdict::mixed, "oscal.not-beside", "/merge/as-is"},
};

std::string text_of(std::filesystem::path const& file) { return annexa::testing::bytes_of(file); }

}  // namespace

TEST_SUITE("exchange/oscal_reference") {
  TEST_CASE("every defect of the broken files is named and located" * doctest::skip(without_data())) {
    auto const folder = annexa::testing::data_folder() / "oscal/broken";
    for (auto const& [file, verdict, rule, place] : defects) {
      CAPTURE(file);
      auto const report = check(Document::read(text_of(folder / (std::string(file) + ".json"))).value());
      CHECK(name_of(report.verdict) == name_of(verdict));
      if (rule.empty()) {
        CHECK(report.problems.empty());
        continue;
      }
      REQUIRE(!report.problems.empty());
      CHECK(report.problems[0].violation.rule == rule);
      CHECK(report.problems[0].violation.where.ends_with(place));
      CHECK(report.errors + (verdict == annexa::oscal::Verdict::valid ? 1 : 0) == 1);
    }
    CHECK(Document::read(text_of(folder / "two_roots.json")).error().names("oscal.no-model"));
  }

  TEST_CASE("every other file is valid but those that the schemas are known to refuse" *
            doctest::skip(without_data())) {
    std::map<std::string, annexa::oscal::Verdict> const refused{
        {"merge-keep_profile.json", annexa::oscal::Verdict::mixed},
        {"modify-adds_profile.json", annexa::oscal::Verdict::mixed},
        {"without-parent_profile.json", annexa::oscal::Verdict::invalid}};
    for (auto const& file : files_of::reference_files()) {
      auto const name = file.filename().string();
      CAPTURE(name);
      if (file.parent_path().filename() == "broken") continue;
      auto const report = check(Document::read(text_of(file)).value());
      auto const found = refused.find(name);
      CHECK(name_of(report.verdict) == name_of(found == refused.end() ? annexa::oscal::Verdict::valid : found->second));
    }
  }

  TEST_CASE("reading, writing and reading again loses nothing, and writing twice gives the same" *
            doctest::skip(without_data())) {
    std::size_t count = 0;
    for (auto const& file : files_of::reference_files()) {
      CAPTURE(file.filename().string());
      auto const document = Document::read(text_of(file));
      if (!document) continue;
      auto const written = write(*document);
      auto const again = Document::read(written).value();
      CHECK(again.json() == document->json());
      CHECK(write(again) == written);
      ++count;
    }
    CHECK(count > 80);
  }

  TEST_CASE("a file that is cut off is refused, wherever it ends" * doctest::skip(without_data())) {
    for (auto const& file : files_of::reference_files()) {
      auto const text = text_of(file);
      if (text.size() > 600'000) continue;  // the same again, for longer
      auto const end = annexa::trimmed(text).size();
      for (std::size_t size = 0; size < end; size += 1000) {
        auto const read = Document::read(std::string_view(text).substr(0, size), "cut.json");
        REQUIRE(read.has_error());
        CHECK(read.error().violations().front().where.starts_with("cut.json"));
      }
    }
  }
}
