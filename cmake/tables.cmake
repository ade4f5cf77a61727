# Compiles tables into the library: data stays data in the tree, and no tool but CMake is needed to carry it into a binary.
#
#   annexa_add_tables(<target>)
#
# compiles every table below src/catalog/data that a catalog is made from into the target, and what else is data. For each catalog it makes a source
# file that defines `annexa::detail::embedded_<name>` (src/catalog/embedded.hpp): the bytes, name and SHA-256 of each file, and
# a SHA-256 over all of them. It is made again when a file changes. A program that does not refer to a definition does not
# link it.
#
# This file is both the module and the script that the build runs (`cmake -P`).

function(annexa_add_tables target)
  annexa_embed_tables(${target} iso27001_2022 iso27001 clauses-2022 controls-2022 evidence-hints mandatory-documents)
  annexa_embed_tables(${target} iso27001_2013 iso27001 controls-2013)
  annexa_embed_tables(${target} titles_2022 translations iso27001-2022)
  annexa_embed_tables(${target} transition_2013_2022 iso27001 transition-2013-2022 new-in-2022)
  annexa_embed_tables(${target} soc2_tsc_2017 frameworks soc2-tsc-2017)
  annexa_embed_tables(${target} hipaa_security_rule frameworks hipaa-security-rule)
  annexa_embed_tables(${target} gdpr frameworks gdpr)
  annexa_embed_tables(${target} nist_csf_2_0 frameworks nist-csf-2.0)
  annexa_embed_tables(${target} nist_800_53_r5 frameworks
    nist-800-53-r5-families nist-800-53-r5-controls nist-800-53-r5-withdrawn)
  annexa_embed_tables(${target} crosswalk frameworks crosswalk)
  annexa_embed_tables(${target} crosswalk_supplementary frameworks crosswalk-supplementary)
  annexa_embed_files(${target} oscal_grammar ${PROJECT_SOURCE_DIR}/src/exchange/oscal/data/grammar.csv)
  annexa_embed_files(${target} programs
    ${PROJECT_SOURCE_DIR}/tools/check_pack.py ${PROJECT_SOURCE_DIR}/tools/verify.py) # what an evidence pack brings along
endfunction()

# annexa_embed_tables(<target> <name> <folder below src/catalog/data> <file without extension>...)
function(annexa_embed_tables target name folder)
  set(files ${ARGN})
  list(TRANSFORM files PREPEND "${PROJECT_SOURCE_DIR}/src/catalog/data/${folder}/")
  list(TRANSFORM files APPEND .csv)
  annexa_embed_files(${target} ${name} ${files})
endfunction()

# annexa_embed_files(<target> <name> <file>...)
function(annexa_embed_files target name)
  set(script "${CMAKE_CURRENT_FUNCTION_LIST_FILE}")
  set(output "${CMAKE_BINARY_DIR}/annexa-tables/${name}_tables.cpp")
  set(files ${ARGN})
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" -D "NAME=${name}" -D "OUTPUT=${output}" -D "FILES=${files}" -P "${script}"
    DEPENDS ${files} "${script}"
    COMMENT "Embedding the tables of ${name}"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()

# The bytes of a file as character literals, a line of source for each line of the file. Characters instead of one string
# literal: compilers limit the length of those (65,536 in clang's pedantic mode, 16,380 in MSVC).
function(annexa_byte_literals file result)
  file(READ "${file}" bytes HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
  string(REPLACE "'\\x0a'," "'\\x0a',\n" bytes "${bytes}")
  set(${result} "${bytes}" PARENT_SCOPE)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  set(arrays "")
  set(rows "")
  set(digests "")
  set(index 0)
  foreach(file IN LISTS FILES)
    annexa_byte_literals("${file}" bytes)
    file(SHA256 "${file}" digest)
    get_filename_component(stem "${file}" NAME_WLE)
    string(APPEND arrays "constexpr char bytes_${index}[] = {\n${bytes}};\n")
    string(APPEND rows "    {\"${stem}\", \"${digest}\", {bytes_${index}, sizeof bytes_${index}}},\n")
    string(APPEND digests "${digest}  ${stem}\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(SHA256 digest "${digests}")
  file(WRITE "${OUTPUT}"
"// Made by cmake/tables.cmake.
#include \"catalog/embedded.hpp\"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {
${arrays}constexpr EmbeddedTable tables[] = {
${rows}};
}  // namespace

constinit EmbeddedTables const embedded_${NAME}{\"${digest}\", tables};

}  // namespace detail
}  // namespace v1
}  // namespace annexa
")
endif()
