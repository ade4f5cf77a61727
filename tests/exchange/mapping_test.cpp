#include <annexa/exchange/mapping.hpp>  // first: the header stands on its own
#include <exchange/fields.hpp>
#include <exchange/names.hpp>

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "fixtures.hpp"

using namespace annexa;
using annexa::testing::sheet_of;

namespace {

// "column -> field (by)" of each mapped column, a line each.
std::string mapping(std::string header, std::string_view kind = {}, std::vector<ColumnRequest> const& requests = {}) {
  auto const plan = plan_columns(sheet_of(header + '\n'), kind, requests).value();
  std::string out;
  for (auto const& each : plan.mapping)
    out += each.column + " -> " + each.field + " (" + std::string(to_string(each.by)) + ")\n";
  for (auto const& each : plan.unmapped) out += each + " -> nothing\n";
  for (auto const& each : plan.problems) out += "! " + each.message + '\n';
  return out;
}

std::string kind_of(std::string header) {
  auto const plan = plan_columns(sheet_of(header + '\n'));
  return plan ? plan->kind : plan.error().violations().front().message;
}

}  // namespace

TEST_SUITE("exchange/mapping") {
  TEST_CASE("headers are compared without case, accents, signs and what stands in brackets") {
    CHECK(exchange::folded("Risk-Owner") == "risk owner");
    CHECK(exchange::folded("  RISK  OWNER: ") == "risk owner");
    CHECK(exchange::folded("Begründung") == "begruendung");
    CHECK(exchange::folded("Mise en œuvre") == "mise en oeuvre");
    CHECK(exchange::folded("W'keit") == "wkeit");
    CHECK(exchange::folded("riskOwner", true) == "risk owner");
    CHECK(exchange::folded("IDs", true) == "ids");
    CHECK(exchange::folded("ΡΊΣΚ") == exchange::folded("ρΊσκ"));
    CHECK(exchange::folded("— …").empty());
  }

  TEST_CASE("a header that is the field's name is exact, any other is a synonym") {
    CHECK(mapping("key,Name,Process Owner,site", "units") ==
          "key -> key (exact)\nName -> name (exact)\nProcess Owner -> owner (synonym)\nsite -> site (exact)\n");
  }

  TEST_CASE("position means nothing") {
    auto const plan = plan_columns(sheet_of("site,name,id,whatever\n")).value();
    CHECK(plan.kind == "units");
    CHECK(plan.unmapped == std::vector<std::string>{"whatever"});
    CHECK(plan.mapping[2] == ColumnMapping{"id", "key", MappedBy::synonym});
  }

  TEST_CASE("the kind of a table is told by its headers") {
    CHECK(kind_of("ID,Name,E-Mail,Role") == "people");
    CHECK(kind_of("Asset ID;Asset;Owner;Confidentiality;Integrity;Availability") == "assets");
    CHECK(kind_of("Kontroll-ID,Kontrollname,Bereich,Anwendbar "
                  "(Ja/Nein),Begründung,Umsetzungsstatus,Umsetzungsbeschreibung,Referenz") == "soa");
    CHECK(kind_of("Control ID,Control Name,Theme,Applicable (Y/N),Justification for Inclusion/Exclusion,Implementation "
                  "Status,Related Policy/Procedure,Owner") == "soa");
    CHECK(
        kind_of("control_reference,is_applicable,inclusion_justification,exclusion_justification,implementation_status,"
                "implementation_evidence,responsible_role,target_implementation_date") == "soa");
    CHECK(
        kind_of(
            "Risk ID,Asset,Threat,Vulnerability,Likelihood (1-5),Impact (1-5),Risk Score,Risk Owner,Existing Controls,"
            "Treatment Option,Treatment Plan,Residual Risk,Status") == "risks");
    CHECK(kind_of("id,asset,threat,likelihood,impact,risk_score,risk_level,status,owner,treatment_types") == "risks");
    CHECK(kind_of("ref_id;assets;threats;name;description;existing_controls;current_impact;current_proba;current_risk;"
                  "additional_controls;residual_impact;residual_proba;residual_risk;treatment;justification") ==
          "risks");
  }

  TEST_CASE("a table that none of the headers tells is refused, and kinds are named") {
    CHECK(kind_of("ID,Name,Description").find("one of organization, scope, units, people") != std::string::npos);
    // Tables of findings and of corrective actions look like risks in places.
    CHECK(kind_of("Date,Title,CweId,Url,Severity,Description,Mitigation,Impact,References,Active,Verified") ==
          "findings");
    auto const plan = plan_columns(sheet_of("a,b\n"), "dragons");
    REQUIRE(plan.has_error());
    CHECK(plan.error().kind() == ErrorKind::usage);
    CHECK(plan.error().names("import.kind"));
  }

  TEST_CASE("registers of nonconformities and checklists are no risks") {
    CHECK(kind_of("ID,Source,Date Raised,Finding / Nonconformity,Root Cause,Correction (Immediate),Corrective "
                  "Action,Owner,Due Date,Status,Effectiveness Check,Closure Date") == "nonconformities");
    CHECK(kind_of("Summary,Issue key,Issue Type,Status,Due Date,Root Cause,Vulnerability,Remediation Action Plan") ==
          "nonconformities");
    CHECK(kind_of("Clause/Control,Requirement,Question,Evidence Reviewed,Conformance (Y/N/Partial),Finding,Auditor,"
                  "Date") == "checklist");
  }

  TEST_CASE("a measure of a risk goes with the stage its header names") {
    CHECK(mapping("Risk,Threat,Likelihood (1-5),Impact Financial,Impact Legal/Regulatory,Max Impact,Inherent "
                  "Score,Inherent Risk "
                  "Level,Residual Likelihood,Residual Max Impact,Residual Score,Residual Risk Level") ==
          "Risk -> title (synonym)\n"
          "Threat -> threat (exact)\n"
          "Likelihood (1-5) -> inherent_likelihood (synonym)\n"
          "Impact Financial -> inherent_impacts:Financial (synonym)\n"
          "Impact Legal/Regulatory -> inherent_impacts:Legal/Regulatory (synonym)\n"
          "Max Impact -> inherent_impact (synonym)\n"
          "Inherent Score -> inherent_score (synonym)\n"
          "Inherent Risk Level -> inherent_band (synonym)\n"
          "Residual Likelihood -> residual_likelihood (synonym)\n"
          "Residual Max Impact -> residual_impact (synonym)\n"
          "Residual Score -> residual_score (synonym)\n"
          "Residual Risk Level -> residual_band (synonym)\n");
  }

  TEST_CASE("without a word for the stage a likelihood is what it is today") {
    CHECK(mapping("Risk,Threat,Likelihood,Impact") ==
          "Risk -> title (synonym)\nThreat -> threat (exact)\nLikelihood -> current_likelihood (synonym)\nImpact -> "
          "current_impact (synonym)\n");
    CHECK(mapping("Risk,Threat,inherent_likelihood,inherent_impact,Probability,Severity") ==
          "Risk -> title (synonym)\nThreat -> threat (exact)\ninherent_likelihood -> inherent_likelihood (exact)\n"
          "inherent_impact -> inherent_impact (exact)\nProbability -> current_likelihood (synonym)\n"
          "Severity -> current_impact (synonym)\n");
  }

  TEST_CASE("stages are known in German and French") {
    CHECK(mapping("Risiko;Bedrohung;Eintrittswahrscheinlichkeit (brutto);Auswirkung brutto;Restrisiko") ==
          "Risiko -> title (synonym)\nBedrohung -> threat (synonym)\n"
          "Eintrittswahrscheinlichkeit (brutto) -> inherent_likelihood (synonym)\n"
          "Auswirkung brutto -> inherent_impact (synonym)\nRestrisiko -> residual_band (synonym)\n");
    CHECK(mapping("Risque;Menace;Vraisemblance résiduelle;Gravité résiduelle") ==
          "Risque -> title (synonym)\nMenace -> threat (synonym)\nVraisemblance résiduelle -> residual_likelihood "
          "(synonym)\n"
          "Gravité résiduelle -> residual_impact (synonym)\n");
  }

  TEST_CASE("the caller's mapping beats the headers, and may leave a column out") {
    CHECK(mapping("Ref,Name,Boss,site,Owner", "units", {{"Boss", "owner"}, {"Ref", "-"}}) ==
          "Name -> name (exact)\nBoss -> owner (map)\nsite -> site (exact)\nRef -> nothing\nOwner -> nothing\n");
  }

  TEST_CASE("a mapping that fits nothing is a problem with a suggestion") {
    auto const report = mapping("name,site", "units", {{"Nam", "owner"}, {"name", "ovner"}});
    CHECK(report.find("There is no column \"Nam\". Did you mean \"name\"?") != std::string::npos);
    CHECK(report.find("There is no field \"ovner\" in units. Did you mean \"owner\"?") != std::string::npos);
  }

  TEST_CASE("two columns for one field are a problem unless the field holds several values") {
    CHECK(mapping("name,Owner,Responsible,site").find("! \"Owner\" and \"Responsible\" both mean owner") !=
          std::string::npos);
    CHECK(mapping("name,Operator,Staff,site").find('!') == std::string::npos);
  }

  TEST_CASE("a field that no row can do without is asked for") {
    CHECK(mapping("id,site", "units").find("! No column holds name") != std::string::npos);
    CHECK(mapping("Control,Owner", "soa").find("! No column holds applicable") != std::string::npos);
    CHECK(mapping("ID,Likelihood,Impact,Treatment", "risks").find("! No column holds title") != std::string::npos);
  }

  TEST_CASE("numbers of other systems and custom members are columns too") {
    CHECK(mapping("name,site,external_id:jira,custom:acme:tier,Ticket", "units",
                  {{"Ticket", "external_id:servicenow"}}) ==
          "name -> name (exact)\nsite -> site (exact)\nexternal_id:jira -> external_id:jira (exact)\n"
          "custom:acme:tier -> custom:acme:tier (exact)\nTicket -> external_id:servicenow (map)\n");
  }

  TEST_CASE("COLUMN=FIELD parts at the last equals sign") {
    auto const request = ColumnRequest::parse("a=b=owner").value();
    CHECK(request.column == "a=b");
    CHECK(request.field == "owner");
    for (auto const* text : {"", "owner", "=owner", "a="}) CHECK(ColumnRequest::parse(text).has_error());
  }

  TEST_CASE("no synonym means two fields of a kind, and every language is there") {
    for (auto const& kind : exchange::table_kinds()) {
      std::map<std::string, std::string_view> seen;
      for (auto const& field : kind.fields) {
        CAPTURE(kind.name);
        CAPTURE(field.name);
        if (field.use == exchange::FieldUse::literal) continue;
        CHECK_FALSE(field.english.empty());
        CHECK_FALSE(field.german.empty());
        CHECK_FALSE(field.french.empty());
        for (auto const list : {field.name, field.english, field.german, field.french})
          exchange::for_each_part(list, [&](std::string_view name) {
            CAPTURE(name);
            auto const [at, is_new] = seen.emplace(exchange::folded(name), field.name);
            CHECK((is_new || at->second == field.name));
          });
      }
    }
  }

  TEST_CASE("the fields of each kind can be listed for help") {
    CHECK(import_kinds() == std::vector<std::string>{"organization", "scope",           "units",
                                                     "people",       "roles",           "absences",
                                                     "assets",       "documents",       "interested-parties",
                                                     "obligations",  "measurements",    "objectives",
                                                     "risk-methods", "risks",           "treatment-plan",
                                                     "soa",          "nonconformities", "context-issues",
                                                     "changes",      "incidents",       "feedback",
                                                     "isms",         "audits",          "findings",
                                                     "checklist"});
    for (auto const& kind : import_kinds()) CHECK(import_fields(kind).size() > 3);
    CHECK(import_fields("dragons").empty());
  }
}
