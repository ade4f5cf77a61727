#pragma once
// Small documents of our own, and the reference data beside the project.

#include <annexa/exchange/oscal/check.hpp>
#include <annexa/exchange/oscal/document.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "support/support.hpp"

namespace annexa::testing::oscal_samples {

namespace oscal = annexa::oscal;
namespace json = boost::json;

/// A catalog with two controls, a parameter, a part and a resource; valid under both schemas.
inline constexpr std::string_view catalog = R"({"catalog": {
  "uuid": "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724",
  "metadata": {"title": "Own controls", "last-modified": "2026-03-01T09:00:00Z", "version": "1.0", "oscal-version": "1.1.3",
    "roles": [{"id": "owner", "title": "Owner"}],
    "parties": [{"uuid": "9af8a7c5-ff8e-4ec5-a6a5-6f1a8a5f3d2e", "type": "organization", "name": "Acme"}],
    "responsible-parties": [{"role-id": "owner", "party-uuids": ["9af8a7c5-ff8e-4ec5-a6a5-6f1a8a5f3d2e"]}]},
  "groups": [{"id": "people", "title": "People", "controls": [
    {"id": "a-6.1", "title": "Screening", "params": [{"id": "a-6.1_prm_1", "label": "years"}],
      "props": [{"name": "label", "value": "A.6.1"}],
      "links": [{"href": "#b0d2f6b5-31a8-4b0e-9b43-6d1d5a9e0c11", "rel": "reference"}],
      "parts": [{"id": "a-6.1_smt", "name": "statement", "prose": "Whoever joins is screened."}]},
    {"id": "a-6.2", "title": "Terms of employment"}]}],
  "back-matter": {"resources": [{"uuid": "b0d2f6b5-31a8-4b0e-9b43-6d1d5a9e0c11", "title": "Policy"}]}}})";

/// A profile that imports it, which only 1.1.3 takes where "include-all" is left out.
inline constexpr std::string_view profile = R"({"profile": {
  "uuid": "2c9e5b0d-7f0e-4c6d-8f1c-1d0a4f3c2b1a",
  "metadata": {"title": "Selection", "last-modified": "2026-03-01T09:00:00Z", "version": "1.0", "oscal-version": "1.1.3"},
  "imports": [{"href": "catalog.json", "include-all": {}}],
  "merge": {"as-is": true}}})";

/// Crosswalks, which 1.2.2 alone knows.
inline constexpr std::string_view mapping = R"({"mapping-collection": {
  "uuid": "5e7a2f6c-0b7d-4d1c-9a53-0f7c4b1f2a3d",
  "metadata": {"title": "Crosswalk", "last-modified": "2026-03-01T09:00:00Z", "version": "1.0", "oscal-version": "1.2.2"},
  "provenance": {"method": "human", "matching-rationale": "semantic", "status": "complete", "mapping-description": "By hand"},
  "mappings": [{"uuid": "0f0b8c57-4e0a-4f39-8d6b-6a3b2a1f9c0e",
    "source-resource": {"type": "catalog", "href": "#a"}, "target-resource": {"type": "catalog", "href": "#b"},
    "maps": [{"uuid": "4b8f1b4e-2d9c-4a49-9a86-8a7b6c5d4e3f", "relationship": "equal-to",
      "sources": [{"type": "control", "id-ref": "5.1"}], "targets": [{"type": "control", "id-ref": "A.5.1"}]}]}]}})";

/// The document, which must be one.
[[nodiscard]] inline oscal::Document read(std::string_view text) { return oscal::Document::read(text).value(); }

/// Puts a value where a JSON Pointer leads to; the object or list around it must be there.
inline void set_at(json::value& whole, std::string_view pointer, json::value value) {
  auto const slash = pointer.rfind('/');
  auto& around = slash == 0 ? whole : whole.at_pointer(pointer.substr(0, slash));
  std::string name(pointer.substr(slash + 1));
  if (auto const escaped = name.find("~1"); escaped != name.npos) name.replace(escaped, 2, "/");
  if (auto* list = around.if_array())
    list->at(std::stoul(name)) = std::move(value);
  else
    around.as_object()[name] = std::move(value);
}

/// A document changed at a JSON Pointer: the value there is replaced by @p value, or taken away where that is empty.
[[nodiscard]] inline oscal::Document changed(std::string_view text, std::string_view pointer, std::string_view value) {
  auto whole = json::parse(text);
  if (!value.empty()) {
    set_at(whole, pointer, json::parse(value));
  } else {
    auto const slash = pointer.rfind('/');
    whole.at_pointer(pointer.substr(0, slash)).as_object().erase(pointer.substr(slash + 1));
  }
  return oscal::Document::from(std::move(whole)).value();
}

/// The JSON files below a folder of the reference data for OSCAL, schemas left out, in order.
[[nodiscard]] inline std::vector<std::filesystem::path> reference_files() {
  std::vector<std::filesystem::path> files;
  for (auto const* folder : {"broken", "content", "examples", "profile-resolution"})
    for (auto const& each : std::filesystem::recursive_directory_iterator(data_folder() / "oscal" / folder))
      if (each.path().extension() == ".json") files.push_back(each.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace annexa::testing::oscal_samples
