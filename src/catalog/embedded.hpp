#pragma once
/// @file
/// Tables that were compiled in by cmake/tables.cmake.

#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace detail {

/// One file, byte for byte.
struct EmbeddedTable {
  std::string_view name;    ///< File name without folder and extension: "clauses-2022".
  std::string_view sha256;  ///< As sha256sum prints it.
  std::string_view bytes;   ///< The content.
};

/// The files of one catalog.
struct EmbeddedTables {
  std::string_view sha256;                ///< Of a line "SHA256  NAME\n" for each file.
  std::span<EmbeddedTable const> tables;  ///< In the order in which the build names them.
};

extern EmbeddedTables const embedded_iso27001_2022;            ///< Clauses and controls of ISO/IEC 27001:2022.
extern EmbeddedTables const embedded_iso27001_2013;            ///< Controls of ISO/IEC 27001:2013.
extern EmbeddedTables const embedded_transition_2013_2022;     ///< Which control became which.
extern EmbeddedTables const embedded_soc2_tsc_2017;            ///< Trust services criteria.
extern EmbeddedTables const embedded_hipaa_security_rule;      ///< 45 CFR Part 164, subparts C and D.
extern EmbeddedTables const embedded_gdpr;                     ///< Regulation (EU) 2016/679.
extern EmbeddedTables const embedded_nist_csf_2_0;             ///< NIST Cybersecurity Framework 2.0.
extern EmbeddedTables const embedded_nist_800_53_r5;           ///< NIST SP 800-53 Revision 5.
extern EmbeddedTables const embedded_titles_2022;              ///< Titles in German and French.
extern EmbeddedTables const embedded_crosswalk;                ///< Five frameworks to ISO/IEC 27001:2022.
extern EmbeddedTables const embedded_crosswalk_supplementary;  ///< HIPAA to NIST SP 800-53.
extern EmbeddedTables const embedded_oscal_grammar;            ///< What may stand in OSCAL documents.
extern EmbeddedTables const embedded_programs;                 ///< The programs in Python that check evidence packs.

}  // namespace detail
}  // namespace v1
}  // namespace annexa
