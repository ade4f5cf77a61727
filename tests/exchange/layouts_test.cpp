// Layouts that registers come in, with rows written for the purpose: each is taken for what it is, and imports.
#include <annexa/exchange/import.hpp>

#include <doctest/doctest.h>

#include <string>

#include "command/lifecycle_world.hpp"
#include "fixtures.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

struct Layout {
  char const* name;
  char const* kind;
  char const* table;
};

// Statements of applicability and risk registers, by where they were seen.
constexpr Layout layouts[] = {
    {"a statement in German", "soa",
     "Kontroll-ID;Kontrollname;Bereich;Anwendbar;Begründung;Umsetzungsstatus;Umsetzungsbeschreibung;Referenz\n"
     "A.5.1;Richtlinien;Organisatorisch;Ja;Pflicht;Umgesetzt;Liegt vor;R-1\n"
     "A.7.4;Überwachung;Physisch;Nein;Kein eigenes Gebäude;;;\n"},
    {"a register that rates by a score alone", "risks",
     "Risk ID,Name,Description,Controls,Categories,Treatment,Inherent Score,Residual Score,Owners\n"
     "DR-1,Vendor outage,The main vendor fails,A.5.19,Third party,Mitigate,12,6,Ida\n"
     "DR-2,Phishing,Staff follow a link,\"A.6.3, A.8.7\",People,Untreated,16,9,Ida\n"},
    {"a template with yes and no", "soa",
     "Control ID,Control Name,Theme,Applicable (Y/N),Justification for Inclusion/Exclusion,Implementation "
     "Status,Related "
     "Policy/Procedure,Owner\n5.1,Policies,Organizational,Y,Needed,Implemented,P-1,CISO\n"},
    {"two justifications", "soa",
     "Control,Control name,Justification for inclusion,implemented,justification for exclusion\n"
     "A.5.1,Policies,Best Practice,Yes,\nA.7.4,Monitoring,,,No premises\n"},
    {"members of a program", "soa",
     "control_reference,is_applicable,inclusion_justification,exclusion_justification,implementation_status,"
     "implementation_evidence,responsible_role,target_implementation_date\nA.5.1,true,needed,,implemented,policy,CISO,"
     "\n"},
    {"a register by likelihood and impact", "risks",
     "Risk ID,Asset,Threat,Vulnerability,Likelihood (1-5),Impact (1-5),Risk Score,Risk Owner,Existing "
     "Controls,Treatment "
     "Option,Treatment Plan,Residual Risk,Status\nR-91,Mail,Phishing,No "
     "training,4,3,12,CISO,Filter,Mitigate,Train,Medium,Open\n"},
    {"a register without vulnerabilities", "risks",
     "id,asset,threat,likelihood,impact,risk_score,risk_level,status,owner,treatment_types\n"
     "1,Mail,Phishing,4,3,12,high,open,CISO,mitigate\n"},
    {"a risk assessment of CISO Assistant", "risks",
     "ref_id;assets;threats;name;description;existing_applied_controls;current_impact;current_proba;current_risk;"
     "additional_controls;residual_impact;residual_proba;residual_risk;treatment;strength_of_knowledge\n"
     "R.1;Mail;Phishing;Fraud;By mail;Filter;4;4;--;Train;2;2;--;mitigate;\n"},
    {"its workbook template", "risks",
     "ref_id,name,description,inherent_proba,inherent_impact,inherent_level,existing_controls,current_proba,"
     "current_impact,current_level,additional_controls,residual_proba,residual_impact,residual_level,treatment,assets\n"
     "R.1,Fraud,By mail,5,4,,Filter,4,4,,Train,2,2,,mitigate,Mail\n"},
    {"a register of an importer of its own", "risks",
     "asset_name,threat,vuln,probability,severity,risk_owner,risk_status,related_controls\n"
     "CRM,Phishing,No training,4,3,CISO,open,A.6.3\n"},
    {"a register in French", "risks",
     "N°;Risque;Actif concerné;Menace;Vraisemblance;Gravité;Niveau de risque;Propriétaire du risque;Option de "
     "traitement;Mesures prévues;Échéance;Statut\n"
     "R01;Rançongiciel;Serveurs;Logiciel malveillant;4;5;Critique;Jean Dupont;Réduire;Sauvegardes;30/06/2026;En "
     "cours\n"},
    {"a statement in French", "soa",
     "Mesure;Intitulé;Retenu;Justification;Statut;Responsable\nA.5.1;Politiques;Oui;Exigence "
     "légale;Mise en œuvre;RSSI\nA.7.4;Surveillance;Non;Pas de locaux;Sans objet;\n"},
    {"an export of Jira", "nonconformities",
     "Summary,Issue key,Issue id,Issue Type,Status,Priority,Resolution,Assignee,Reporter,Created,Updated,Resolved,Due "
     "date,Labels,Labels,Description,Custom field (Root Cause),Comment,Comment\n"
     "Reviews missing,ISMS-101,20311,Task,In Progress,High,,Anna,Paul,11/Jan/26 3:22 PM,15/Jan/26 9:01 AM,,28/Feb/26 "
     "12:00 AM,audit,iso,Not done,No owner,one,two\n"},
    {"findings kept in a database", "nonconformities",
     "Summary,Subcategory ID,Issue Key,Issue Type,Status,Priority,Assignee,Reporter,Created,Updated,Due Date,Root "
     "Cause,Vulnerability,Remediation Action Plan,Testing Status,Description\n"
     "List incomplete,GV.SC-04,AUD-1,Finding,In Progress,High,Anna,Paul,2026-01-10,2026-01-11,2026-03-01,No owner,Weak "
     "list,Complete it,Not Started,Three are missing\n"},
    {"corrective actions in French", "nonconformities",
     "N°;Origine;Date de constat;Constat / Non-conformité;Analyse des causes;Action immédiate;Action "
     "corrective;Responsable;Échéance;Statut;Efficacité;Date de clôture\n"
     "AC-1;Audit interne;14/01/2026;Pas de revue;Oubli;Revue faite;Rappel;Jean Dupont;31/03/2026;En cours;;\n"},
    {"corrective actions in English", "nonconformities",
     "ID,Source,Date Raised,Finding / Nonconformity,Root Cause,Correction (Immediate),Corrective Action,Owner,Due "
     "Date,Status,Effectiveness Check,Closure Date\n"
     "C-9,Internal audit,2026-01-02,Door open,Haste,Closed,Training,Anna,2026-04-01,Open,,\n"},
    {"findings with numbers by a sign", "findings",
     "Finding #,Clause / control,Classification,Finding description,Objective evidence,Area audited,Date "
     "raised,Severity,Recommendation,Status\n"
     "F-01,A.5.18,OFI,Not reviewed,Tickets of October,Operations,2026-01-08,Medium,Review quarterly,Open\n"},
    {"generic findings of DefectDojo", "findings",
     "Date,Title,CweId,Url,Severity,Description,Mitigation,Impact,References,Active,Verified,FalsePositive,Duplicate\n"
     "01/13/2026,Old library,79,https://x.example,High,An old library,Update,,,True,True,False,False\n"},
    {"findings of CISO Assistant", "findings",
     "ref_id,name,description,status,severity,priority,folder,filtering_labels,applied_controls,evidences,"
     "vulnerabilities,observation,created_at,eta,due_date\nF.1,Open port,Port 23,identified,high,1,X,,,Scan of May,,,"
     "2026-01-02,,\n"},
    {"its template of findings", "findings",
     "ref_id,name,description,severity,status,filtering_labels,asset\nF.1,Open port,Port "
     "23,high,identified,,Operations\n"},
    {"findings of a web tool", "findings",
     "Finding ID,Audit ID,Title,Type,Severity,Status,Due Date,Is Overdue,Has Remediation\n"
     "F-7,A-1,Late patches,Observation,Medium,Open,2026-05-01,No,Yes\n"},
    {"findings of another", "findings",
     "Finding ID,Audit ID,Severity,Description,Status,Due Date,Affected Area\n"
     "F-8,A-1,Low,Patches come late,Open,2026-05-01,Operations\n"},
    {"a checklist of questions", "checklist",
     "Clause/Control,Requirement,Question,Evidence Reviewed,Conformance (Y/N/Partial),Finding,Auditor,Date\n"
     "9.2.2,Programme,Is there one?,Programme 2026,Y,,anna,2026-01-02\n"},
    {"nonconformities in German", "nonconformities",
     "ID;Quelle;Erfasst am;Feststellung / "
     "Abweichung;Ursache;Sofortmaßnahme;Korrekturmaßnahme;Verantwortlich;Fällig;Status;"
     "Wirksamkeitsprüfung;Abschlussdatum\nC-1;Internes Audit;02.01.2026;Tür offen;Eile;Geschlossen;Schulung;Anna;"
     "01.04.2026;Offen;;\n"},
};

}  // namespace

TEST_SUITE("exchange/layouts") {
  TEST_CASE("each layout is taken for what it is, imports, and says nothing new the second time") {
    for (auto const& layout : layouts) {
      CAPTURE(std::string(layout.name));
      ImportOptions options;
      options.now = context().now;
      options.actor = std::string_view(layout.kind) == "findings" ? "anna" : "ida";
      if (std::string_view(layout.kind) == "risks") options.method = "5x5";
      auto with = context();
      with.actor = options.actor;
      auto state = lifecycle_world();
      auto const plan = plan_import(sheet_of(layout.table), state, options);
      if (!plan) FAIL(plan.error().text());
      CHECK(plan->report.kind == layout.kind);
      CHECK(lines(plan->report.rejected) == "");
      CHECK(plan->report.added == plan->report.rows);
      for (auto const& command : plan->commands) {
        auto decision = decide(state, command, with);
        if (!decision) FAIL(command.kind().name << ": " << decision.error().text());
        state = std::move(decision->state);
      }
      bool const has_keys = lines(plan->report.warnings).find("No column holds a key") == std::string::npos;
      if (!has_keys) continue;
      auto const again = plan_import(sheet_of(layout.table), state, options).value();
      CHECK(again.commands.empty());
      CHECK(again.report.unchanged == again.report.rows);
    }
  }
}
