#ifndef ANNEXA_H
#define ANNEXA_H
/** @file
 * annexa over the C ABI: internal audits of ISO/IEC 27001 for every language that can call C.
 *
 * @par Calls
 * Inputs come first, then outputs, then the error. A function that can fail returns an #annexa_status and, through its
 * last parameter, an #annexa_error that lists every violation; that parameter may be NULL. Outputs are written on
 * success alone; on failure they are NULL or 0.
 * @par Text
 * All text is UTF-8, handed over as pointer and number of bytes; NULL is accepted where the number is 0. Text that
 * comes back is UTF-8 too and has a NUL behind its last byte, which is not counted. A name (of a noun, a key, a path)
 * has at most 4096 bytes and no NUL; a document has at most 64 MiB and is JSON (RFC 8259) without duplicate keys.
 * @par Documents
 * Commands, records and answers are JSON documents. annexa_schema() gives their schemas.
 * @par Handles
 * A handle is a number that looks like a pointer. One that was closed, was never issued, or belongs to another type is
 * refused (status #ANNEXA_E_USAGE, rule "c.handle"). Ending a handle twice, or ending NULL, does nothing. A handle may
 * be ended while another thread uses it: what is behind it goes when that call has come back.
 * @par Ownership
 * What a function gives through an output parameter is the caller's, until its own function ends it. An #annexa_str is
 * borrowed; "Lifetime" in its function says until when.
 * @par Threads
 * There is nothing to initialise. Every function may be called from every thread, at the same time and with the same
 * handles, unless its "Thread" says more. Callbacks are called on the calling thread only. annexa starts no thread of
 * its own.
 * @par Promise
 * Numbers, names and signatures are appended, never changed, from 1.0.0 on.
 */
#include <stddef.h>
#include <stdint.h>

#ifndef ANNEXA_API
#if defined(_WIN32) && defined(ANNEXA_BUILDING)
#define ANNEXA_API __declspec(dllexport)
#elif defined(_WIN32)
#define ANNEXA_API __declspec(dllimport)
#elif defined(__GNUC__)
#define ANNEXA_API __attribute__((visibility("default"))) /**< What the library exports. */
#else
#define ANNEXA_API
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** @name Status
 * @{ */

/** What a call came to: #ANNEXA_OK, or the kind of its error. Other numbers may come with newer versions. */
typedef int32_t annexa_status;

enum {
  ANNEXA_OK = 0,            /**< It was done. */
  ANNEXA_E_USAGE = 1,       /**< The call or its input was malformed; nothing was tried. */
  ANNEXA_E_RULE = 100,      /**< The domain refused: a rule of the standard, of the method or of the lifecycle. */
  ANNEXA_E_CONFLICT = 200,  /**< Somebody else was first; deciding again may help. */
  ANNEXA_E_STORAGE = 300,   /**< The store could not read or write; what was there before is still there. */
  ANNEXA_E_INTEGRITY = 400, /**< What was read is not what annexa wrote. */
  ANNEXA_E_NO_MEMORY = 900, /**< Memory ran out; nothing was changed. */
  ANNEXA_E_CANCELLED = 901, /**< The caller stopped it; nothing was changed. */
  ANNEXA_E_INTERNAL = 999   /**< A defect of annexa; please report it. */
};

/**
 * The name of a status: "ok", "usage", "rule", "conflict", "storage", "integrity", "no-memory", "cancelled",
 * "internal".
 *
 * @param status  any number.
 * @return the name, "unknown" for numbers without one; never NULL. Lifetime: the program.
 * @since 0.1
 */
ANNEXA_API const char *annexa_status_name(annexa_status status);

/** @} */

/** @name Version
 * @{ */

/**
 * The version of the library.
 *
 * @return major * 65536 + minor * 256 + patch.
 * @since 0.1
 */
ANNEXA_API uint32_t annexa_version(void);

/**
 * The version of the library as text.
 *
 * @return such as "0.1.0"; never NULL. Lifetime: the program.
 * @since 0.1
 */
ANNEXA_API const char *annexa_version_text(void);

/**
 * The version of this interface. Bindings compare it when they load the library.
 *
 * @return 1. It rises only if something is taken away or changes its meaning.
 * @since 0.1
 */
ANNEXA_API uint32_t annexa_abi_version(void);

/**
 * Whether the library has a part that builds may leave out, or that needs something of the system.
 *
 * @param name       "workspace": the functions annexa_workspace_*, annexa_key_*, annexa_checkpoint_* and annexa_proof_*,
 *                   absent from builds with ANNEXA_CORE_ONLY. "postgres": workspaces on a PostgreSQL server, for which
 *                   libpq 14 or newer has to be installed; it is loaded to find out.
 * @param name_size  bytes of @p name.
 * @return 1 if it has, 0 if not or if there is no part of that name.
 * @since 0.1
 */
ANNEXA_API int32_t annexa_feature(const char *name, size_t name_size);

/** @} */

/** @name Text and bytes
 * @{ */

/** Text that somebody else owns. A NUL stands behind its last byte where a function gave it. */
typedef struct annexa_str {
  const char *data; /**< The first byte; NULL if there is no text. */
  size_t size;      /**< Number of bytes. */
} annexa_str;

/** Bytes that the caller owns until annexa_buf_free(): a document or a file. */
typedef struct annexa_buf annexa_buf;

/**
 * The bytes of a buffer.
 *
 * @param buf  a buffer, or NULL.
 * @return the first byte, a NUL behind the last; NULL if this is no buffer. Lifetime: until annexa_buf_free().
 * @since 0.1
 */
ANNEXA_API const char *annexa_buf_data(const annexa_buf *buf);

/**
 * The size of a buffer.
 *
 * @param buf  a buffer, or NULL.
 * @return number of bytes, without the NUL behind them; 0 if this is no buffer.
 * @since 0.1
 */
ANNEXA_API size_t annexa_buf_size(const annexa_buf *buf);

/**
 * Ends a buffer and frees its bytes.
 *
 * @param buf  a buffer, or NULL.
 * @since 0.1
 */
ANNEXA_API void annexa_buf_free(annexa_buf *buf);

/** @} */

/** @name Errors
 * @{ */

/** Why a call failed: a kind and every violation found. The caller's, until annexa_error_free(). */
typedef struct annexa_error annexa_error;

/**
 * The kind of an error: the status of the call that gave it.
 *
 * @param error  an error, or NULL.
 * @return the kind; #ANNEXA_OK for NULL; #ANNEXA_E_USAGE if this is no error.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_error_kind(const annexa_error *error);

/**
 * How many violations an error lists.
 *
 * @param error  an error, or NULL.
 * @return their number; 0 if this is no error.
 * @since 0.1
 */
ANNEXA_API size_t annexa_error_count(const annexa_error *error);

/**
 * The rule of a violation: a stable name, such as "T11.cause" or "json.unknown-member", by which a host translates.
 *
 * @param error     an error.
 * @param index     which violation, from 0.
 * @param[out] out  the rule. Lifetime: until annexa_error_free().
 * @return #ANNEXA_OK, or #ANNEXA_E_USAGE if there is no such error or violation.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_error_rule(const annexa_error *error, size_t index, annexa_str *out);

/**
 * The place of a violation: a JSON Pointer into the document handed in, a file with row and column, or a record's key.
 *
 * @param error     an error.
 * @param index     which violation, from 0.
 * @param[out] out  the place; empty if it is the whole input. Lifetime: until annexa_error_free().
 * @return #ANNEXA_OK, or #ANNEXA_E_USAGE if there is no such error or violation.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_error_where(const annexa_error *error, size_t index, annexa_str *out);

/**
 * The message of a violation: an English sentence that says what was found and what would be accepted.
 *
 * @param error     an error.
 * @param index     which violation, from 0.
 * @param[out] out  the message. Lifetime: until annexa_error_free().
 * @return #ANNEXA_OK, or #ANNEXA_E_USAGE if there is no such error or violation.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_error_message(const annexa_error *error, size_t index, annexa_str *out);

/**
 * The whole error as a document: `{"error":{"kind","violations":[{"rule","where","message","args"}]}}`.
 *
 * @param error     an error.
 * @param[out] out  the document. Lifetime: until annexa_error_free().
 * @return #ANNEXA_OK, or #ANNEXA_E_USAGE if this is no error.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_error_json(const annexa_error *error, annexa_str *out);

/**
 * Ends an error.
 *
 * @param error  an error, or NULL.
 * @since 0.1
 */
ANNEXA_API void annexa_error_free(annexa_error *error);

/** @} */

/** @name The world outside
 *
 * Structures that the caller fills begin with their size and are set up by their INIT macro; members that are 0 mean
 * the default. They grow at their end: a library that does not know the newest members refuses only those that are
 * used.
 * @{ */

/**
 * Gives the present time.
 *
 * @param user         annexa_env::user.
 * @param[out] micros  microseconds since 1970-01-01T00:00:00Z.
 * @return 0; anything else stops the call (#ANNEXA_E_CANCELLED).
 */
typedef int32_t (*annexa_now_fn)(void *user, int64_t *micros);

/**
 * Gives random bytes, for identifiers and for the salts of personal data.
 *
 * @param user          annexa_env::user.
 * @param journal_size  events in the journal before the command.
 * @param ordinal       0 for the command's first draw, then rising by 1. A reproducible source derives its bytes from
 * both.
 * @param[out] bytes    the bytes.
 * @param size          how many.
 * @return 0; anything else stops the call (#ANNEXA_E_CANCELLED).
 */
typedef int32_t (*annexa_random_fn)(void *user, uint64_t journal_size, uint64_t ordinal, uint8_t *bytes, size_t size);

/**
 * Takes a log line. It never holds what a record holds.
 *
 * @param user   annexa_env::user.
 * @param level  1 debug, 2 info, 3 warning, 4 error.
 * @param json   an object; its member "event" says what happened. Only valid during the call.
 * @param size   bytes of @p json.
 */
typedef void (*annexa_log_fn)(void *user, int32_t level, const char *json, size_t size);

/** Clock, random bytes and log. Functions that are NULL are the system's; without a log nothing is logged. */
typedef struct annexa_env {
  uint32_t struct_size;    /**< Set by #ANNEXA_ENV_INIT. */
  uint32_t reserved;       /**< 0. */
  void *user;              /**< Handed to the functions. It has to live as long as what was opened with it. */
  annexa_now_fn now;       /**< The clock. */
  annexa_random_fn random; /**< The random bytes. */
  annexa_log_fn log;       /**< The log. */
} annexa_env;

/** An environment as the system has it. */
#define ANNEXA_ENV_INIT \
  { sizeof(annexa_env), 0, NULL, NULL, NULL, NULL }

/** A switch by which one thread stops what another one runs. The caller's, until annexa_cancel_free(). */
typedef struct annexa_cancel annexa_cancel;

/**
 * Makes a switch.
 *
 * @param[out] out  the switch.
 * @param[out] err  the error; may be NULL.
 * @return #ANNEXA_OK or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_cancel_new(annexa_cancel **out, annexa_error **err);

/**
 * Stops every call that was given the switch, now and later. Such a call ends with #ANNEXA_E_CANCELLED and changes
 * nothing.
 *
 * @param cancel  a switch, or NULL. Thread: any, also inside a signal handler.
 * @since 0.1
 */
ANNEXA_API void annexa_cancel_trip(annexa_cancel *cancel);

/**
 * Ends a switch. Calls that were given it run on.
 *
 * @param cancel  a switch, or NULL.
 * @since 0.1
 */
ANNEXA_API void annexa_cancel_free(annexa_cancel *cancel);

/**
 * Follows a long call.
 *
 * @param user   annexa_task::user.
 * @param done   how much is done; never less than before.
 * @param total  how much there is in all; 0 if that is not known.
 * @return 0; anything else stops the call (#ANNEXA_E_CANCELLED).
 */
typedef int32_t (*annexa_progress_fn)(void *user, uint64_t done, uint64_t total);

/** How a long call is followed and stopped. */
typedef struct annexa_task {
  uint32_t struct_size;        /**< Set by #ANNEXA_TASK_INIT. */
  uint32_t reserved;           /**< 0. */
  void *user;                  /**< Handed to the function. */
  annexa_progress_fn progress; /**< Called at most 20 times a second, and with done equal to total at the end. */
  annexa_cancel *cancel;       /**< Stops the call; may be NULL. */
} annexa_task;

/** A call that nobody follows. */
#define ANNEXA_TASK_INIT \
  { sizeof(annexa_task), 0, NULL, NULL, NULL }

/** @} */

/** @name Schemas
 * @{ */

/**
 * What there are schemas of.
 *
 * @param[out] out  `{"records":[{"noun","plural"}],"commands":[{"command","noun","form"}],"documents":["status",…],"reports":["report-view",…]}`; form is "add" (the members
 * of a new record), "put" (of one that is made or replaced), "change" (those that change; null takes one away) or "act"
 * (the command's own).
 * @param[out] err  the error; may be NULL.
 * @return #ANNEXA_OK or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_schema_list(annexa_buf **out, annexa_error **err);

/**
 * The JSON Schema (draft 2020-12) of a record ("unit"), a command ("unit.add") or a document ("status").
 *
 * @param name       the noun, its plural, or the name of the command or document.
 * @param name_size  bytes of @p name.
 * @param[out] out   the schema.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (schema.unknown) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_schema(const char *name, size_t name_size, annexa_buf **out, annexa_error **err);

/** @} */

/** @name Catalogs
 * @{ */

/**
 * The catalogs that come with annexa.
 *
 * @param[out] out  `[{"id","title","edition","revision","sha256","clauses","controls","criteria","withdrawn","requirements"}]`,
 *                  the last five being numbers of rows.
 * @param[out] err  the error; may be NULL.
 * @return #ANNEXA_OK or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_catalog_list(annexa_buf **out, annexa_error **err);

/**
 * A catalog with every requirement.
 *
 * @param catalog       its id, such as "iso27001-2022".
 * @param catalog_size  bytes of @p catalog.
 * @param[out] out      `{"id","title","edition","revision","sha256","documents":[{"clause","document","basis"}],
 *                      "requirements":[{"id","parent","kind","title","summary",…}]}`, with every column of the reference
 *                      tables under its own name; documents are those that auditors ask to see.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (catalog.unknown) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_catalog_get(const char *catalog, size_t catalog_size, annexa_buf **out,
                                            annexa_error **err);

/**
 * One requirement of a catalog. Constant time, whatever the size of the catalog.
 *
 * @param catalog         its id, such as "iso27001-2022".
 * @param catalog_size    bytes of @p catalog.
 * @param reference       number of the clause or control, such as "9.2.1" or "A.5.1".
 * @param reference_size  bytes of @p reference.
 * @param[out] out        the requirement as annexa_catalog_get() has it.
 * @param[out] err        the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (catalog.unknown, catalog.no-such-requirement) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_catalog_find(const char *catalog, size_t catalog_size, const char *reference,
                                             size_t reference_size, annexa_buf **out, annexa_error **err);

/**
 * The rows of a catalog that say something under a column, possibly grouped by what they say under another.
 *
 * @param catalog       its id, such as "iso27001-2022".
 * @param catalog_size  bytes of @p catalog.
 * @param query         a document "catalog-query": `{"where":[{"column":"theme","values":["people"]}],"by":"control_type"}`;
 *                      each member may be left out. Beside the columns of the catalog there are `clause` (a row and all
 *                      below it) and `baseline` (low, moderate, high).
 * @param query_size    bytes of @p query; 0 for every row.
 * @param[out] out      `{"id","title","requirements":[…]}`, or with `by`
 *                      `{"id","title","by","groups":[{"value","requirements":[…]}]}`.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (catalog.unknown, catalog.unknown-column, catalog.unknown-value, catalog.no-value)
 *         or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_catalog_query(const char *catalog, size_t catalog_size, const char *query,
                                              size_t query_size, annexa_buf **out, annexa_error **err);

/**
 * What is to be shown of a requirement: its title in a language, or the licensed wording that the host hands in.
 *
 * @param catalog         its id, such as "iso27001-2022".
 * @param catalog_size    bytes of @p catalog.
 * @param reference       number of the requirement.
 * @param reference_size  bytes of @p reference.
 * @param language        language, such as "de"; ISO/IEC 27001:2022 has titles in "en", "de" and "fr".
 * @param language_size   bytes of @p language.
 * @param texts           a document "licensed-texts" with the wording of a standard for which the host has a licence:
 *                        `{"catalog","texts":[{"id","language","title","text"}]}`. It is looked at and put nowhere.
 * @param texts_size      bytes of @p texts; 0 for none.
 * @param[out] out        `{"id","language","title","text","basis"}`; basis is "printed", "own" (a translation by annexa),
 *                        "translation" (by the catalog) or "licensed".
 * @param[out] err        the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (catalog.unknown, catalog.no-such-requirement, catalog.texts-of-another) or
 *         #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_catalog_wording(const char *catalog, size_t catalog_size, const char *reference,
                                                size_t reference_size, const char *language, size_t language_size,
                                                const char *texts, size_t texts_size, annexa_buf **out,
                                                annexa_error **err);

/**
 * Reads a catalog of the host's own, with the same checks as when it is adopted, and touches no workspace.
 *
 * @param file          name of the file, for messages; by its extension the format is known.
 * @param file_size     bytes of @p file.
 * @param content       its bytes: a JSON document "catalog-document", an OSCAL catalog as JSON, a table of text, or YAML of CISO
 *                      Assistant.
 * @param content_size  bytes of @p content.
 * @param query         a document "catalog-query", as annexa_catalog_query() takes it.
 * @param query_size    bytes of @p query; 0 for every row.
 * @param[out] out      as annexa_catalog_query(), with `edition`, `revision`, `sha256`,
 *                      `"crosswalks":[{"from","to","mappings":[…]}]` and `"notes":[{"rule","where","message","args"}]`: what
 *                      of the file stays behind.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (catalog.*, crosswalk.*, json.*, oscal.*, table.*, yaml.*) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_catalog_read(const char *file, size_t file_size, const uint8_t *content,
                                             size_t content_size, const char *query, size_t query_size,
                                             annexa_buf **out, annexa_error **err);

/**
 * What one revision of a catalog of the host's own has and another has not.
 *
 * @param before_file       name of the file with the older one.
 * @param before_file_size  bytes of @p before_file.
 * @param before            its bytes, as annexa_catalog_read() takes them.
 * @param before_size       bytes of @p before.
 * @param after_file        name of the file with the newer one.
 * @param after_file_size   bytes of @p after_file.
 * @param after             its bytes.
 * @param after_size        bytes of @p after.
 * @param[out] out          `{"added":[…],"removed":[…],"changed":[{"id","columns"}]}`; changed mappings
 *                          and translations are told as columns of these names.
 * @param[out] err          the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (as annexa_catalog_read()) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_catalog_compare(const char *before_file, size_t before_file_size,
                                                const uint8_t *before, size_t before_size, const char *after_file,
                                                size_t after_file_size, const uint8_t *after, size_t after_size,
                                                annexa_buf **out, annexa_error **err);

/**
 * The crosswalks that come with annexa, in the direction in which they were stated; each can be asked in both.
 *
 * @param[out] out  `[{"from","to","revision","sha256","mappings"}]`, the last being their number.
 * @param[out] err  the error; may be NULL.
 * @return #ANNEXA_OK or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_crosswalk_list(annexa_buf **out, annexa_error **err);

/**
 * The mappings from one catalog to another.
 *
 * @param from            id of the catalog that they come from.
 * @param from_size       bytes of @p from.
 * @param to              id of the catalog that they lead to.
 * @param to_size         bytes of @p to.
 * @param reference       only those of this row of @p from, or else of @p to; empty for all.
 * @param reference_size  bytes of @p reference; 0 for all.
 * @param[out] out        `[{"source","target","relationship","strength","basis"}]`; an absent strength is null.
 * @param[out] err        the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (catalog.unknown, crosswalk.none, catalog.no-such-requirement) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_crosswalk_get(const char *from, size_t from_size, const char *to, size_t to_size,
                                              const char *reference, size_t reference_size, annexa_buf **out,
                                              annexa_error **err);

/**
 * What follows between two catalogs from their mappings to a third one.
 *
 * @param from          id of the catalog that it comes from.
 * @param from_size     bytes of @p from.
 * @param through       id of the catalog between.
 * @param through_size  bytes of @p through.
 * @param to            id of the catalog that it leads to.
 * @param to_size       bytes of @p to.
 * @param[out] out      as annexa_crosswalk_get(), each with `through`: the paths. Pairs for which nothing follows come last;
 *                      their relationship is null.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (catalog.unknown, crosswalk.none) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_crosswalk_compose(const char *from, size_t from_size, const char *through,
                                                  size_t through_size, const char *to, size_t to_size,
                                                  annexa_buf **out, annexa_error **err);

/** @} */

/** @name Risks
 * @{ */

/** The type of the elements of a column: uint8_t. */
#define ANNEXA_COLUMN_U8 1
/** The type of the elements of a column: int32_t. */
#define ANNEXA_COLUMN_I32 2
/** The type of the elements of a column: int64_t. */
#define ANNEXA_COLUMN_I64 3

/**
 * The methods that come with annexa.
 *
 * @param[out] out  `[{"id","name","source","method":{…}}]`, the grids first; "method" is a record "risk-method".
 * @param[out] err  the error; may be NULL.
 * @return #ANNEXA_OK or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_risk_methods(annexa_buf **out, annexa_error **err);

/**
 * Scores one likelihood and one impact by a method.
 *
 * @param method       key of a built-in method ("5x5"), or a record "risk-method" whose key and version may be left out.
 * @param method_size  bytes of @p method.
 * @param likelihood   level of likelihood, from the method's lowest.
 * @param impact       level of impact, from the method's lowest.
 * @param[out] out     a record "score": `{"likelihood","impact","score","level","band","authority",…}`; "score" is a
 * number.
 * @param[out] err     the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, risk-method.unknown), #ANNEXA_E_RULE (risk-method.*, rating.*) or
 * #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_risk_score(const char *method, size_t method_size, int32_t likelihood, int32_t impact,
                                           annexa_buf **out, annexa_error **err);

/**
 * Scores a rating of any method, and what controls leave of it.
 *
 * @param method        as in annexa_risk_score().
 * @param method_size   bytes of @p method.
 * @param request       a document "score-request": `{"rating":{"likelihood","impact","impacts","vulnerability","factors",
 * "affects"},"effects":[{"effect":{"control","reduces","steps"|"share"},"status","in_treatment"}],"stage","threat"}`.
 * @param request_size  bytes of @p request.
 * @param[out] out      a record "score"; "because" tells what each control did.
 * @param[out] err      the error; may be NULL.
 * @return as annexa_risk_score(); #ANNEXA_E_RULE also with control-effect.*.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_risk_rate(const char *method, size_t method_size, const char *request,
                                          size_t request_size, annexa_buf **out, annexa_error **err);

/**
 * Draws risks as a heat map, an SVG file of its own: the number of the band in each cell, how many risks lie in it, and
 * which. The same input gives the same bytes.
 *
 * @param method        as in annexa_risk_score(); one that asks for a likelihood and an impact, or has a grid.
 * @param method_size   bytes of @p method.
 * @param request       a document "heat-map-request": `{"points":[{"id","likelihood","impact"}],"title","width","language"}`; width is
 *                      in pixels, 720 when absent.
 * @param request_size  bytes of @p request.
 * @param[out] out      the file, UTF-8.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, risk-method.unknown, picture.width), #ANNEXA_E_RULE (risk-method.*,
 *         rating.not-a-pair) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_risk_heat_map(const char *method, size_t method_size, const char *request,
                                              size_t request_size, annexa_buf **out, annexa_error **err);

/**
 * What is known of a single distribution: mean, variance, and what is asked for of quantiles and probabilities. Pure.
 *
 * @param distribution       a document "distribution", such as `{"dist":"pert","low":1,"mode":2,"high":9}`.
 * @param distribution_size  bytes of @p distribution.
 * @param request            a document "distribution-request": `{"probabilities","values"}`; each may be left out, and NULL
 *                           leaves both out.
 * @param request_size       bytes of @p request.
 * @param[out] out           a document "distribution-figures": `{"mean","variance","standard_deviation","quantiles":[{"value",
 *                           "probability"}],"cdf":[{"value","probability"}]}`; an infinite variance is left out.
 * @param[out] err           the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, distribution.*) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_distribution_figures(const char *distribution, size_t distribution_size,
                                                     const char *request, size_t request_size, annexa_buf **out,
                                                     annexa_error **err);

/**
 * Draws values of a single distribution: the same ones on every machine, and what a simulation draws once a year for a node
 * of that name ("SCENARIO.MEMBER"). A longer sample begins with a shorter one. Pure.
 *
 * @param distribution       a document "distribution".
 * @param distribution_size  bytes of @p distribution.
 * @param count              how many, at most 100,000,000.
 * @param seed               of the random numbers.
 * @param name               name of the stream; may be empty.
 * @param name_size          bytes of @p name.
 * @param[out] out           64-bit floating-point numbers (IEEE 754) in the byte order of the machine, @p count of them.
 * @param[out] err           the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, distribution.*) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_distribution_sample(const char *distribution, size_t distribution_size, uint64_t count,
                                                    uint64_t seed, const char *name, size_t name_size, annexa_buf **out,
                                                    annexa_error **err);

/** Years of a block: simulations are divided at whole blocks. */
#define ANNEXA_SIMULATION_BLOCK_YEARS 1024

/**
 * Simulates the losses of a portfolio of scenarios. The same figures for any number of threads, on every machine. Its
 * memory does not grow with the trials.
 *
 * @param portfolio       a document "portfolio" (annexa_schema()): currency, semantics, scenarios, what moves together,
 *                        treatments, tolerance.
 * @param portfolio_size  bytes of @p portfolio.
 * @param options         a document "simulation-options": `{"trials","seed","treatments","quantiles","levels","losses",
 *                        "engine","portfolio_only"}`; each may be left out, and NULL leaves all out.
 * @param options_size    bytes of @p options.
 * @param threads         threads, 1 to 1,024; they are joined before the call returns.
 * @param task            how the call is followed (in years) and stopped; may be NULL.
 * @param[out] out        a document "simulation-result": figures of the portfolio, its categories and scenarios, each with
 *                        its standard error.
 * @param[out] err        the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, distribution.*, simulation.*), #ANNEXA_E_RULE (portfolio.*),
 *         #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_risk_simulate(const char *portfolio, size_t portfolio_size, const char *options,
                                              size_t options_size, uint32_t threads, const annexa_task *task,
                                              annexa_buf **out, annexa_error **err);

/**
 * Chooses the treatments of a portfolio that leave the least under a budget, and simulates the years without and with
 * them.
 *
 * @param portfolio       a document "portfolio" with treatments.
 * @param portfolio_size  bytes of @p portfolio.
 * @param options         a document "optimization-options": `{"minimize","level","loss","budget","add_cost","most_nodes",
 *                        "frontier_points","trials","seed"}`; each may be left out, and NULL leaves all out.
 * @param options_size    bytes of @p options.
 * @param threads         as in annexa_risk_simulate().
 * @param task            how the call is followed and stopped; may be NULL. The search counts its nodes, out of 0.
 * @param[out] out        a document "optimization-result": `{"minimize","choice":{"chosen","gap","proven","frontier",…},
 *                        "reduction","rosi","before","after"}`.
 * @param[out] err        the error; may be NULL.
 * @return as annexa_risk_simulate(); #ANNEXA_E_USAGE also for choice.* and optimization.*.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_risk_optimize(const char *portfolio, size_t portfolio_size, const char *options,
                                              size_t options_size, uint32_t threads, const annexa_task *task,
                                              annexa_buf **out, annexa_error **err);

/**
 * Simulates some blocks of a simulation, here or on another machine: block b holds the years from
 * #ANNEXA_SIMULATION_BLOCK_YEARS times b on, the last one may be shorter.
 *
 * @param portfolio       a document "portfolio" (annexa_schema()): currency, semantics, scenarios, what moves together,
 *                        treatments, tolerance.
 * @param portfolio_size  bytes of @p portfolio.
 * @param options         a document "simulation-options": `{"trials","seed","treatments","quantiles","levels","losses",
 *                        "engine","portfolio_only"}`; each may be left out, and NULL leaves all out.
 * @param options_size    bytes of @p options.
 * @param first_block     first block, from 0.
 * @param end_block       behind the last block.
 * @param threads         as in annexa_risk_simulate().
 * @param task            how the call is followed (in years) and stopped; may be NULL.
 * @param[out] out        the part: bytes for annexa_simulation_merge() and annexa_simulation_figures(), the same on every
 *                        machine. Counts and sums, whose size does not grow with the blocks.
 * @param[out] err        the error; may be NULL.
 * @return as annexa_risk_simulate(); simulation.blocks for blocks that there are not.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_simulation_part(const char *portfolio, size_t portfolio_size, const char *options,
                                                size_t options_size, int64_t first_block, int64_t end_block,
                                                uint32_t threads, const annexa_task *task, annexa_buf **out,
                                                annexa_error **err);

/**
 * Puts two parts of a simulation together. Any order of merging gives the same bytes. Pure.
 *
 * @param one         a part.
 * @param one_size    bytes of @p one.
 * @param other       another part of the same simulation.
 * @param other_size  bytes of @p other.
 * @param[out] out    the part that covers the blocks of both.
 * @param[out] err    the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (simulation.bytes, simulation.version, simulation.other, simulation.overlap) or
 *         #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_simulation_merge(const char *one, size_t one_size, const char *other,
                                                 size_t other_size, annexa_buf **out, annexa_error **err);

/**
 * The figures of a part that covers all blocks: what annexa_risk_simulate() answers. Pure.
 *
 * @param portfolio       a document "portfolio" (annexa_schema()): currency, semantics, scenarios, what moves together,
 *                        treatments, tolerance.
 * @param portfolio_size  bytes of @p portfolio.
 * @param options         a document "simulation-options": `{"trials","seed","treatments","quantiles","levels","losses",
 *                        "engine","portfolio_only"}`; each may be left out, and NULL leaves all out.
 * @param options_size    bytes of @p options.
 * @param part            the part, of the same portfolio, trials, seed and treatments.
 * @param part_size       bytes of @p part.
 * @param[out] out        a document "simulation-result".
 * @param[out] err        the error; may be NULL.
 * @return as annexa_risk_simulate(); simulation.gap if blocks are missing, simulation.other if the part is of another
 *         simulation.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_simulation_figures(const char *portfolio, size_t portfolio_size, const char *options,
                                                   size_t options_size, const char *part, size_t part_size,
                                                   annexa_buf **out, annexa_error **err);

/**
 * The losses of every simulated year, for those who want samples: by scenario in the portfolio's order, and of each by
 * year.
 *
 * @param portfolio       a document "portfolio" (annexa_schema()): currency, semantics, scenarios, what moves together,
 *                        treatments, tolerance.
 * @param portfolio_size  bytes of @p portfolio.
 * @param options         a document "simulation-options": `{"trials","seed","treatments","quantiles","levels","losses",
 *                        "engine","portfolio_only"}`; each may be left out, and NULL leaves all out.
 * @param options_size    bytes of @p options.
 * @param threads         as in annexa_risk_simulate().
 * @param task            how the call is followed (in years) and stopped; may be NULL.
 * @param[out] out        64-bit numbers in the byte order of the machine, in minor units of the currency: trials times
 *                        scenarios of them, at most 100,000,000.
 * @param[out] err        the error; may be NULL.
 * @return as annexa_risk_simulate(); simulation.samples if there would be too many.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_simulation_samples(const char *portfolio, size_t portfolio_size, const char *options,
                                                   size_t options_size, uint32_t threads, const annexa_task *task,
                                                   annexa_buf **out, annexa_error **err);

/**
 * What the losses of a portfolio hang on: for each node that is drawn, the mean loss of a year with it low and high, and
 * Sobol's indices. The loss is taken as rates times magnitudes. Pure.
 *
 * @param portfolio       a document "portfolio".
 * @param portfolio_size  bytes of @p portfolio.
 * @param points          points of the indices, 1 to 100,000,000; 65,536 give them to about 0.01 where tails are light.
 * @param seed            of the random numbers.
 * @param[out] out        a document "sensitivity": `{"mean","points","seed","nodes":[{"node","low","high","index"}]}`.
 * @param[out] err        the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, distribution.*, sensitivity.*), #ANNEXA_E_RULE (portfolio.*) or
 *         #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_risk_sensitivity(const char *portfolio, size_t portfolio_size, int64_t points,
                                                 int64_t seed, annexa_buf **out, annexa_error **err);

/**
 * Draws loss exceedance curves as an SVG file of its own. The same request gives the same bytes.
 *
 * @param request       a document "loss-curve-request": `{"curves":[{"name","points"}],"tolerance","title","width","language"}`; points
 *                      are "exceedance" of a simulation's figures.
 * @param request_size  bytes of @p request.
 * @param[out] out      the file, UTF-8.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, loss-picture.*) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_loss_curve_picture(const char *request, size_t request_size, annexa_buf **out,
                                                   annexa_error **err);

/**
 * Draws a histogram of the loss of a year as an SVG file of its own. The same request gives the same bytes.
 *
 * @param request       a document "loss-histogram-request": `{"figures","title","width","language"}`; figures are those of a
 *                      simulation with the option "histogram": "portfolio", or one of "scenarios" or "categories".
 * @param request_size  bytes of @p request.
 * @param[out] out      the file, UTF-8.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, loss-picture.*, language.unknown) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_loss_histogram_picture(const char *request, size_t request_size, annexa_buf **out,
                                                       annexa_error **err);

/**
 * Draws what the mean loss hangs on, as annexa_risk_sensitivity() found it: a tornado diagram, as an SVG file of its own.
 *
 * @param request       a document "tornado-request": `{"sensitivity","most","title","width","language"}`.
 * @param request_size  bytes of @p request.
 * @param[out] out      the file, UTF-8.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, loss-picture.*, language.unknown) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_tornado_picture(const char *request, size_t request_size, annexa_buf **out,
                                                annexa_error **err);

/**
 * Draws the least loss that each budget can leave, as annexa_risk_optimize() found it with the option "frontier_points", as
 * an SVG file of its own.
 *
 * @param request       a document "frontier-request": `{"minimize","choice","title","width","language"}`; both of the first
 *                      are members of what annexa_risk_optimize() gave.
 * @param request_size  bytes of @p request.
 * @param[out] out      the file, UTF-8.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, loss-picture.*, language.unknown) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_frontier_picture(const char *request, size_t request_size, annexa_buf **out,
                                                 annexa_error **err);

/**
 * Scores many pairs of likelihood and impact by a method, without copying a column.
 *
 * @param method       as in annexa_risk_score(); one that asks for no more than the pair.
 * @param method_size  bytes of @p method.
 * @param type         type of the elements of both columns: #ANNEXA_COLUMN_U8, #ANNEXA_COLUMN_I32 or #ANNEXA_COLUMN_I64.
 * @param likelihoods  @p count levels of likelihood.
 * @param impacts      @p count levels of impact.
 * @param count        how many pairs.
 * @param[out] levels  room for @p count numbers of bands, 1 the lowest.
 * @param[out] err     the error; may be NULL. It names the first 100 levels outside their scale, by "/likelihoods/17".
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, c.*), #ANNEXA_E_RULE (risk-method.*, rating.not-a-pair) or
 * #ANNEXA_E_NO_MEMORY. With risk-method.step the levels are written all the same, 0 for each pair that is outside.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_risk_score_many(const char *method, size_t method_size, int32_t type,
                                                const void *likelihoods, const void *impacts, size_t count,
                                                uint8_t *levels, annexa_error **err);

/**
 * Scores a vector of CVSS 3.1 or 4.0. Exact: no score passes through floating point.
 *
 * @param vector       the vector, such as "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H". Any bytes may stand there.
 * @param vector_size  bytes of @p vector.
 * @param[out] out     `{"vector","canonical","version","nomenclature","base","temporal","environmental","score",
 * "severity"}`; in 4.0 "threat" in the place of "temporal". "score" is the environmental one if a metric of that group is
 * set, else the temporal or threat one, else the base one.
 * @param[out] err     the error; may be NULL. Its message names the metric.
 * @return #ANNEXA_OK, #ANNEXA_E_RULE (cvss.*), #ANNEXA_E_USAGE (c.*) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_cvss_score(const char *vector, size_t vector_size, annexa_buf **out,
                                           annexa_error **err);

/**
 * Scores many vectors of CVSS 3.1 and 4.0, in tenths: 98 is 9.8. Nothing is allocated for a vector that is accepted.
 *
 * @param vectors             @p count vectors.
 * @param count               how many.
 * @param[out] base           room for @p count base scores, or NULL.
 * @param[out] threat         room for @p count temporal scores (3.1) or scores with threat metrics (4.0), or NULL.
 * @param[out] environmental  room for @p count environmental scores, or NULL.
 * @param[out] scores         room for @p count scores as in annexa_cvss_score(), or NULL.
 * @param[out] err            the error; may be NULL. It names the first 100 vectors that are refused, by "/vectors/17".
 * @return #ANNEXA_OK, #ANNEXA_E_RULE (cvss.*), #ANNEXA_E_USAGE (c.*; nothing is written then) or #ANNEXA_E_NO_MEMORY.
 * With #ANNEXA_E_RULE the outputs are written all the same, -1 for each vector that is refused.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_cvss_score_many(const annexa_str *vectors, size_t count, int32_t *base,
                                                int32_t *threat, int32_t *environmental, int32_t *scores,
                                                annexa_error **err);

/**
 * The levels of likelihood and impact that a vector of CVSS 3.1 or 4.0 comes to by a rule.
 *
 * @param vector       the vector.
 * @param vector_size  bytes of @p vector.
 * @param rule         a document "cvss-rule" (annexa_schema()); NULL with size 0 for the rule that comes with annexa, for
 * 5 levels each.
 * @param rule_size    bytes of @p rule.
 * @param[out] out     `{"likelihood","impact"}`, levels from 1.
 * @param[out] err     the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_RULE (cvss.*, cvss-rule.*), #ANNEXA_E_USAGE (c.*, json.*) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_cvss_rate(const char *vector, size_t vector_size, const char *rule, size_t rule_size,
                                          annexa_buf **out, annexa_error **err);

/** @} */

/** @name OSCAL
 * Documents of the eight models, in JSON, as releases 1.0.0 to 1.2.2 have them.
 * @{ */

/**
 * Checks an OSCAL document against the JSON schemas of 1.1.3 and 1.2.2, of which neither alone is right, and the references
 * inside it. What is wrong with it is the answer; an error tells why there is none. Pure.
 *
 * @param file          name of the file, for messages; may be empty.
 * @param file_size     bytes of @p file.
 * @param content       its bytes: JSON, at most 64 MiB and 64 levels.
 * @param content_size  bytes of @p content.
 * @param options       a document "oscal-check-options": `{"most_problems","need_references"}`; each may be left out, and NULL leaves
 *                      both out. The first is how many problems are listed (1,000), the second makes errors of what are warnings
 *                      otherwise: ids and UUIDs that stand twice, and references to what is not in the document.
 * @param options_size  bytes of @p options.
 * @param[out] out      `{"file","model","oscal_version","verdict","asked","satisfied","errors","warnings","omitted",
 *                      "problems":[{"rule","where","message","args","schemas","is_warning"}]}`; verdict is "valid" (under
 *                      every schema that knows the model), "mixed" (under one of two) or "invalid"; where is a JSON Pointer, schemas
 *                      are those that object; omitted counts the problems that are not listed.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, oscal.no-model) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_oscal_check(const char *file, size_t file_size, const uint8_t *content,
                                            size_t content_size, const char *options, size_t options_size,
                                            annexa_buf **out, annexa_error **err);

/**
 * Writes an OSCAL document with the members of every object in the order of its model, those that the model does not have behind
 * them. Nothing is lost, and the same document gives the same bytes. Pure.
 *
 * @param file          name of the file, for messages; may be empty.
 * @param file_size     bytes of @p file.
 * @param content       its bytes, as annexa_oscal_check() takes them.
 * @param content_size  bytes of @p content.
 * @param[out] out      the document: JSON with two blanks of indentation.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, oscal.no-model) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_oscal_format(const char *file, size_t file_size, const uint8_t *content,
                                             size_t content_size, annexa_buf **out, annexa_error **err);

/**
 * Gives a document that an OSCAL profile imports. Each URI is asked for once.
 *
 * @param user       what the call was given.
 * @param href       the reference as it stands in the profile, or in the resource that the profile names.
 * @param href_size  bytes of @p href.
 * @param uri        the same, resolved against the URI of the profile that holds it.
 * @param uri_size   bytes of @p uri.
 * @param[out] out   the bytes of the document; if there is none, a sentence that says why, or nothing. The host's; it
 *                   has to stay until the function is called again or the call it belongs to comes back.
 * @return #ANNEXA_OK; or a status: there is none, or #ANNEXA_E_CANCELLED to stop the call.
 */
typedef annexa_status (*annexa_oscal_fetch_fn)(void *user, const char *href, size_t href_size, const char *uri,
                                               size_t uri_size, annexa_str *out);

/**
 * Resolves an OSCAL profile to the catalog that it means. What it imports, the host gives; annexa reads no file and no
 * network here.
 *
 * @param profile       the document.
 * @param profile_size  bytes of @p profile.
 * @param options       `{"uri","last_modified"}`, each of which may be left out: the URI of the profile, against which
 *                      its references are resolved and which the catalog names as its source; and the time that the
 *                      catalog bears, else the newest of the documents.
 * @param options_size  bytes of @p options; 0 for none.
 * @param fetch         gives what is imported; NULL if nothing can be imported but what the profile embeds.
 * @param user          handed to @p fetch.
 * @param[out] out      `{"document":{"catalog":{…}},"warnings":[{"rule","where","message","args"}]}`. The same documents
 *                      give the same bytes.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (oscal.*, json.*), #ANNEXA_E_INTEGRITY (oscal.other-bytes), #ANNEXA_E_STORAGE
 *         (host.document), #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_oscal_resolve(const char *profile, size_t profile_size, const char *options,
                                              size_t options_size, annexa_oscal_fetch_fn fetch, void *user,
                                              annexa_buf **out, annexa_error **err);

/**
 * Resolves an OSCAL profile in a file. It imports files below one folder, and nothing else: no network, no symbolic
 * links, no way out of the folder.
 *
 * @param path          the file.
 * @param path_size     bytes of @p path.
 * @param options       `{"root","map","last_modified"}`, each of which may be left out: the folder, else that of the
 *                      profile; a list of `{"href","file"}`, files that stand for references and may lie anywhere; and
 *                      the time, as in annexa_oscal_resolve().
 * @param options_size  bytes of @p options; 0 for none.
 * @param[out] out      as annexa_oscal_resolve().
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (oscal.*, json.*), #ANNEXA_E_INTEGRITY (oscal.other-bytes) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_oscal_resolve_file(const char *path, size_t path_size, const char *options,
                                                   size_t options_size, annexa_buf **out, annexa_error **err);

/** @} */

/** @name Tables
 * @{ */

/**
 * Reads the records of a table without a workspace. Rows with a defect are told in the report, the others are read.
 *
 * @param file          name of the file, for messages; may be empty.
 * @param file_size     bytes of @p file.
 * @param content       its bytes, as annexa_workspace_import() takes them.
 * @param content_size  bytes of @p content.
 * @param options       as annexa_workspace_import() takes them; a built-in risk method is named by "method". May be empty.
 * @param options_size  bytes of @p options.
 * @param[out] out      `{"report":{…},"noun","columns":[{"header","kind"}],"rows":[["…"]]}`: the report as of an import,
 *                      the rows in natural order of their keys, each with a text for each column; kind is "text", "number" or
 *                      "date".
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (table.*, workbook.*, xml.*, json.*, import.*) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_table_read(const char *file, size_t file_size, const uint8_t *content,
                                           size_t content_size, const char *options, size_t options_size,
                                           annexa_buf **out, annexa_error **err);

/**
 * Writes tables as a workbook (XLSX): each a sheet with a header that stays in sight and filters. Texts are texts: none of
 * them becomes a formula. The same tables give the same bytes.
 *
 * @param document       `{"tables":[{"name","columns":[{"header","kind"}],"rows":[["…"]]}]}`; kind is "text", "number", "date" or
 *                       "boolean", and cells that do not read as such are texts.
 * @param document_size  bytes of @p document.
 * @param[out] out       the file.
 * @param[out] err       the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (export.*, json.*), #ANNEXA_E_STORAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workbook_write(const char *document, size_t document_size, annexa_buf **out,
                                               annexa_error **err);

/** @} */

/** @name Samples
 * @{ */

/**
 * How many items to look at, and what that proves. Pure and exact: no size depends on rounding.
 *
 * @param request       a document "sample-size-request" (annexa_schema()), such as
 *                      `{"confidence":"0.95","tolerable_rate":"0.05"}`.
 * @param request_size  bytes of @p request.
 * @param[out] out      a document "sample-size": `{"basis","size","most","population","tolerable_deviations","at_random",
 *                      "distribution","strata","statement","source"}`; what does not apply is left out.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (sampling.*, number.range, json.*, c.*) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_sample_size(const char *request, size_t request_size, annexa_buf **out,
                                            annexa_error **err);

/**
 * Draws a sample from a seed: the same request gives the same items on every machine. Items are named by their position in
 * the population, the first by 1. Takes some 20 ns for each item of the population.
 *
 * @param request       a document "sample-draw-request" (annexa_schema()), such as
 *                      `{"population":250,"size":25,"seed":7}`.
 * @param request_size  bytes of @p request.
 * @param[out] out      a document "sample-draw": `{"method","population","population_sha256","size","seed","algorithm",
 *                      "strata","reason","items"}`, items ascending.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (sampling.*, text.missing, number.range, json.*, c.*) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_sample_draw(const char *request, size_t request_size, annexa_buf **out,
                                            annexa_error **err);

/**
 * What follows for a population from what was found in a sample: the upper limit of deviations, and a sentence. Pure.
 *
 * @param request       a document "sample-evaluation-request" (annexa_schema()), such as
 *                      `{"population":250,"size":25,"deviations":1,"confidence":"0.95"}`.
 * @param request_size  bytes of @p request.
 * @param[out] out      a document "sample-evaluation": `{"method","population","size","deviations","confidence",
 *                      "tolerable_rate","most_deviations","upper_limit","distribution","conclusion","statement","strata"}`.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (sampling.*, number.range, json.*, c.*) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_sample_evaluate(const char *request, size_t request_size, annexa_buf **out,
                                                annexa_error **err);

/**
 * How long a certification body would audit an ISMS: an upper reference for internal audits, whose time is nowhere
 * prescribed. Pure.
 *
 * @param request       a document "audit-time-request" (annexa_schema()), such as
 *                      `{"persons":180,"identical":[64],"adjustment_percent":-10,"stage":"surveillance"}`.
 * @param request_size  bytes of @p request.
 * @param[out] out      a document "audit-time": `{"persons","days","minutes","statement","source"}`.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (audit-time.identical, number.range, json.*, c.*) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_audit_time(const char *request, size_t request_size, annexa_buf **out,
                                           annexa_error **err);

/** @} */

/** @name Plans
 * @{ */

/**
 * Proposes the plan of an audit. The same request gives the same plan, and nothing is recorded.
 *
 * Hours that name a time zone and do not say what its clocks do are completed from the system's time zone database (zone.*
 * where that cannot be); all else stands in the request.
 *
 * @param request       a document "plan-request" (annexa_schema()): the audit, its window, units, criteria, people, roles,
 *                      calendars.
 * @param request_size  bytes of @p request.
 * @param task          how the call is followed and stopped; may be NULL.
 * @param[out] out      a document "plan-proposal": `{"audit","team","sessions","unplaced","conflict","excluded"}`, each
 *                      choice with its reason; "conflict" is there if no complete plan is possible.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_RULE, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_plan(const char *request, size_t request_size, const annexa_task *task,
                                     annexa_buf **out, annexa_error **err);

/**
 * Proposes the plan of a season: many engagements, each with a place in time and a team. Pure: the same request gives the
 * same plan, and nothing is recorded. With engagements that were published it replans with the least change.
 *
 * @param request       a document "season-request" (annexa_schema()): engagements, auditors, places, closures.
 * @param request_size  bytes of @p request.
 * @param task          how the call is followed and stopped; may be NULL.
 * @param[out] out      a document "season-proposal": `{"placed","unplaced","levels","changed","unavoidable","rounds",
 *                      "reproducible","certificate"}`, with the reason for each place and for each that is missing.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_season(const char *request, size_t request_size, const annexa_task *task,
                                       annexa_buf **out, annexa_error **err);

/**
 * Proposes an audit programme. Pure: the same request gives the same programme, and nothing is recorded.
 *
 * @param request       a document "programme-request" (annexa_schema()): the first day, units with what speaks for
 *                      auditing them soon, criteria, calendar, parameters.
 * @param request_size  bytes of @p request.
 * @param task          how the call is followed and stopped; may be NULL.
 * @param[out] out      a document "programme-proposal": `{"programme","units","criteria","uncovered"}`: the record to
 *                      adopt, each of its audits with its reasons; what is audited when; and what is due and finds no
 *                      place, with the reason.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_RULE, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_programme(const char *request, size_t request_size, const annexa_task *task,
                                          annexa_buf **out, annexa_error **err);

/** @} */

/** @name Deciding without a workspace
 *
 * For hosts that keep the records in a database of their own.
 * @{ */

/**
 * Decides a command in a state: what would happen, or every reason why not. Pure but for @p env.
 *
 * @param state         the state as annexa_workspace_snapshot() and this function give it; the first one is
 *                      `{"workspace":UUID,"size":0,"records":{}}`.
 * @param state_size    bytes of @p state.
 * @param command       one command, or a list of commands that are decided one after the other, all or none.
 * @param command_size  bytes of @p command.
 * @param context       `{"now","actor","seed"}`: the time, else the clock of @p env; who acts, "system" when absent;
 * and, for reproducible runs, what random bytes derive from, else those of @p env. May be empty.
 * @param context_size  bytes of @p context.
 * @param env           clock and random bytes; may be NULL.
 * @param[out] out      `{"events":[…],"state":{…},"warnings":[…],"erase":[{"noun","key","stream","members"}]}`. erase says which
 *                      personal texts the host has to delete, of that stream in all events so far. An event is `{"id","kind","stream","version","at",
 *                      "actor","command","correlation","data"}`; personal texts stand in it and in the state as salt
 * and value.
 * @param[out] err      the error; may be NULL. It names a command of a list by its index ("/3/owner").
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_RULE, #ANNEXA_E_CONFLICT, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_decide(const char *state, size_t state_size, const char *command, size_t command_size,
                                       const char *context, size_t context_size, const annexa_env *env,
                                       annexa_buf **out, annexa_error **err);

/**
 * The grade that follows from the tests of ISO/IEC 17021-1, for a person to decide. Pure.
 *
 * @param request       a document "grade-request" (annexa_schema()): `{"answers":{"capability_affected","capability_because",
 *                      "control_in_doubt","control_because","systemic_failure","systemic_because"},"minors","repeats","risks"}`.
 * @param request_size  bytes of @p request.
 * @param[out] out      a document "grade-proposal": `{"grade","tests":[{"id","question","answer","because","source"}],"because",
 *                      "hints","open"}`; no grade while an answer is missing that could make it major.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (json.*, c.*), #ANNEXA_E_RULE (grading.reason) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_grade_propose(const char *request, size_t request_size, annexa_buf **out,
                                              annexa_error **err);

/**
 * Which steps of its life a nonconformity may take. Pure.
 *
 * @param state       the state, as for annexa_decide().
 * @param state_size  bytes of @p state.
 * @param key         key of the nonconformity, such as "NC-7".
 * @param key_size    bytes of @p key.
 * @param actor       who would take them: key of a person.
 * @param actor_size  bytes of @p actor.
 * @param today       the day, in days since 1970-01-01.
 * @param[out] out    `[{"step","command","to","allowed","violations"}]`; "to" is the state after it.
 * @param[out] err    the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (state.form, json.*, reference.unknown) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_nonconformity_steps(const char *state, size_t state_size, const char *key,
                                                    size_t key_size, const char *actor, size_t actor_size,
                                                    int32_t today, annexa_buf **out, annexa_error **err);

/**
 * Takes one step of a nonconformity, for hosts that keep the records in a database of their own: from a record and what the
 * guards look at to the record after it, or to everything that refuses it. Pure; stores nothing.
 *
 * @param request       a document "step-request" (annexa_schema()): the step, the time, the record before and with what the
 *                      step brings, its actions, who acts in which capacities, and facts of the host's records.
 * @param request_size  bytes of @p request.
 * @param[out] out      `{"allowed","record","actions","refusals","guidance","warnings"}`; the record is as before where the
 *                      step is refused.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, be the step refused; #ANNEXA_E_USAGE (json.*, nonconformity.step) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_nonconformity_advance(const char *request, size_t request_size, annexa_buf **out,
                                                      annexa_error **err);

/**
 * The lifecycle of nonconformities as it is enforced: states, steps, guards, deadlines, escalation.
 *
 * @param form       "json", "md" (a page) or "svg" (a diagram).
 * @param form_size  bytes of @p form.
 * @param[out] out   the document.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (lifecycle.form) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_nonconformity_lifecycle(const char *form, size_t form_size, annexa_buf **out,
                                                        annexa_error **err);

/**
 * What states of nonconformities are called in another system, or what a state of that system is here.
 *
 * @param system       "ciso-assistant", "defectdojo", "oscal", "jira", "comp" or "probo".
 * @param system_size  bytes of @p system.
 * @param status       their status (of DefectDojo the flags that are set, with "+" between); empty for all of ours.
 * @param status_size  bytes of @p status.
 * @param[out] out     without status `[{"state","status","label","lossy"}]`: what each of our states is called, the label
 *                     that keeps it apart, and whether it is lost without; with status `{"state","imported_unverified"}`.
 * @param[out] err     the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (import.system, import.status) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_state_crosswalk(const char *system, size_t system_size, const char *status,
                                                size_t status_size, annexa_buf **out, annexa_error **err);

/** @} */

/** @name Workspaces
 *
 * A workspace is a journal and the state that it folds to. These functions are absent from the library where
 * annexa_feature("workspace") is 0. The journal may be written by other programs at the same time.
 *
 * A callback may call back, but not so that it would wait for itself: inside a call that writes (apply, refresh) every
 * call on the same workspace is refused, inside one that reads those that write (#ANNEXA_E_CONFLICT, rule "c.busy").
 * @{ */

/** A workspace. The caller's, until annexa_workspace_close(). */
typedef struct annexa_workspace annexa_workspace;

/** How a workspace is opened. */
typedef struct annexa_workspace_options {
  uint32_t struct_size;  /**< Set by #ANNEXA_WORKSPACE_OPTIONS_INIT. */
  uint32_t read_only;    /**< 1 to refuse what would write, else 0. */
  const annexa_env *env; /**< Clock, random bytes and log; may be NULL. */
  annexa_str actor;      /**< Who acts, unless a command says another; "system" when empty. */
  annexa_str at;   /**< Stops the clock at an instant (RFC 3339), for reproducible runs; env's clock when empty. */
  annexa_str seed; /**< What random bytes derive from, for reproducible runs; env's when empty. Never for real records:
                        who knows the seed can guess the salts of personal data. */
  uint32_t write_ahead; /**< 1 for appends through a write-ahead log: faster, but nobody else can open the file
                             meanwhile. What is closed is one file like any other. Else 0. */
  uint32_t fold_all;    /**< 1 to make the state of all events, and not of the one that is kept beside them. Else 0. */
} annexa_workspace_options;

/** The options of a workspace that is used by this program, now. */
#define ANNEXA_WORKSPACE_OPTIONS_INIT                                                \
  {                                                                                  \
    sizeof(annexa_workspace_options), 0, NULL, {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, 0 \
  }

/**
 * Makes a workspace in a new file, or for a new tenant of a PostgreSQL server.
 *
 * @param path               where: a path, or a URL as libpq takes it with the tenant's key added,
 *                           `postgres://anna@db.example/audits?sslmode=verify-full&tenant=acme`. The key is 1 to 64
 *                           letters, digits, `.`, `_` and `-`. What is there already is refused.
 * @param path_size          bytes of @p path.
 * @param organization       name of the organisation.
 * @param organization_size  bytes of @p organization.
 * @param options            how; may be NULL.
 * @param[out] out           the workspace.
 * @param[out] err           the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (server.no-tenant, …), #ANNEXA_E_STORAGE (store.exists, server.exists,
 *         server.unreachable, …), #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_create(const char *path, size_t path_size, const char *organization,
                                                 size_t organization_size, const annexa_workspace_options *options,
                                                 annexa_workspace **out, annexa_error **err);

/**
 * Makes a workspace in memory. It is gone when it is closed.
 *
 * @param organization       name of the organisation.
 * @param organization_size  bytes of @p organization.
 * @param options            how; may be NULL.
 * @param[out] out           the workspace.
 * @param[out] err           the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_create_in_memory(const char *organization, size_t organization_size,
                                                           const annexa_workspace_options *options,
                                                           annexa_workspace **out, annexa_error **err);

/**
 * Opens the workspace in a file, or that of a tenant of a PostgreSQL server. Reads the state that is kept in it and the
 * events behind that; all events where none is kept that fits them.
 *
 * @param path       which file, or a URL as annexa_workspace_create() takes it.
 * @param path_size  bytes of @p path.
 * @param options    how; may be NULL.
 * @param task       how the call is followed and stopped; may be NULL.
 * @param[out] out   the workspace.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_STORAGE, #ANNEXA_E_INTEGRITY, #ANNEXA_E_CANCELLED or
 * #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_open(const char *path, size_t path_size,
                                               const annexa_workspace_options *options, const annexa_task *task,
                                               annexa_workspace **out, annexa_error **err);

/**
 * Ends a workspace. What was acknowledged is kept. After many events the state is written into the file, too, so that it
 * opens quickly.
 *
 * @param workspace  a workspace, or NULL.
 * @since 0.1
 */
ANNEXA_API void annexa_workspace_close(annexa_workspace *workspace);

/**
 * Decides one command or a list of commands and appends their events durably, in one transaction: all or nothing.
 *
 * @param workspace      the workspace.
 * @param commands       `{"command":"noun.verb",…}`, or a list of such.
 * @param commands_size  bytes of @p commands.
 * @param[out] out       `{"size","events":[{"position","id","kind"}],"warnings":[…]}`; a list of them for a list.
 * @param[out] err       the error; may be NULL. It names a command of a list by its index ("/3/owner").
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_RULE, #ANNEXA_E_CONFLICT, #ANNEXA_E_STORAGE, #ANNEXA_E_INTEGRITY,
 *         #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_apply(annexa_workspace *workspace, const char *commands, size_t commands_size,
                                                annexa_buf **out, annexa_error **err);

/**
 * The records of a noun, or one of them.
 *
 * @param workspace  the workspace.
 * @param noun       "unit" or "units", "risk", "nonconformities", … (annexa_schema_list() has them all).
 * @param noun_size  bytes of @p noun.
 * @param key        key of the record; empty for all.
 * @param key_size   bytes of @p key.
 * @param[out] out   a list of records in natural order of their keys; with a key, that record.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (show.noun, reference.unknown) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_query(annexa_workspace *workspace, const char *noun, size_t noun_size,
                                                const char *key, size_t key_size, annexa_buf **out, annexa_error **err);

/**
 * Everything that the workspace knows, as one document for annexa_decide(). It holds personal texts with their salts.
 *
 * @param workspace  the workspace.
 * @param[out] out   `{"workspace","size","records":{"unit":[{"version","record"}],…}}`.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_snapshot(annexa_workspace *workspace, annexa_buf **out, annexa_error **err);

/**
 * Which steps of its life a nonconformity may take now.
 *
 * @param workspace   the workspace.
 * @param key         key of the nonconformity.
 * @param key_size    bytes of @p key.
 * @param actor       who would take them; the workspace's actor when empty.
 * @param actor_size  bytes of @p actor.
 * @param[out] out    as annexa_nonconformity_steps() gives it.
 * @param[out] err    the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (reference.unknown), #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_steps(annexa_workspace *workspace, const char *key, size_t key_size,
                                                const char *actor, size_t actor_size, annexa_buf **out,
                                                annexa_error **err);

/**
 * The checklist of an audit: what to ask about each of its criteria, what to look for and how, what to look at again, and
 * the verdict so far. Once the audit is open, by the versions that were pinned then.
 *
 * @param workspace   the workspace.
 * @param audit       key of the audit.
 * @param audit_size  bytes of @p audit.
 * @param[out] out    a document "checklist": `{"audit","pinned","templates","lines":[{"criterion","title","units","question",
 *                    "evidence","methods","basis","from","follow_up","verdict"}]}`.
 * @param[out] err    the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (reference.unknown), #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_checklist(annexa_workspace *workspace, const char *audit, size_t audit_size,
                                                    annexa_buf **out, annexa_error **err);

/**
 * Findings and nonconformities on record that are similar to one, in every unit and audit, closed ones too.
 *
 * @param workspace  the workspace.
 * @param key        key of a nonconformity, else of a finding.
 * @param key_size   bytes of @p key.
 * @param[out] out   a document "similar-findings": `{"of","threshold","searched","units","audits","hits":[{"noun","key","kind",
 *                   "audit","unit","score","because","linked"}]}`, the most similar first.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (reference.unknown), #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_similar(annexa_workspace *workspace, const char *key, size_t key_size,
                                                  annexa_buf **out, annexa_error **err);

/**
 * The grade that follows for a finding by the tests of ISO/IEC 17021-1 and what is on record. Nothing is graded by it.
 *
 * @param workspace     the workspace.
 * @param finding       key of a finding of kind nonconformity.
 * @param finding_size  bytes of @p finding.
 * @param answers       a document "grade-answers"; those on record when empty.
 * @param answers_size  bytes of @p answers.
 * @param[out] out      as annexa_grade_propose() gives it.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (reference.unknown, finding.grade, json.*), #ANNEXA_E_RULE (grading.reason),
 *         #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_grade_proposal(annexa_workspace *workspace, const char *finding,
                                                         size_t finding_size, const char *answers, size_t answers_size,
                                                         annexa_buf **out, annexa_error **err);

/**
 * What is due, overdue, blocked and next, and the figures of the whole ISMS, at the workspace's time.
 *
 * @param workspace  the workspace.
 * @param[out] out   a document "status": `{"at","items":[{"kind","noun","key","person","due","what","title"}],"kpis":{…}}`.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_status(annexa_workspace *workspace, annexa_buf **out, annexa_error **err);

/**
 * What changed between two versions of the statement of applicability.
 *
 * @param workspace  the workspace.
 * @param from       the earlier version: its number, its key, or "current" for the rows as they are now.
 * @param from_size  bytes of @p from.
 * @param to         the later version, likewise.
 * @param to_size    bytes of @p to.
 * @param[out] out   a document "statement-diff": `{"from","to","added","removed","changed":[{"control","members":[{"member",
 *                   "before","after"}]}],"unchanged"}`.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK; #ANNEXA_E_USAGE, also for a version that does not exist (soa.version); #ANNEXA_E_CANCELLED or
 * #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_soa_diff(annexa_workspace *workspace, const char *from, size_t from_size,
                                                   const char *to, size_t to_size, annexa_buf **out,
                                                   annexa_error **err);

/**
 * What moving the statement of applicability from an older edition's controls to ISO/IEC 27001:2022 comes to, on the day
 * of the workspace's time. The command `soa.migrate` records it.
 *
 * @param workspace  the workspace.
 * @param from       the catalog of the old controls; empty for "iso27001-2013".
 * @param from_size  bytes of @p from.
 * @param[out] out   a document "statement-migration": `{"from","to","rows","retired","notes":[{"question","control",
 *                   "others","text"}]}`.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK; #ANNEXA_E_USAGE, also if no crosswalk leads from there (soa.transition); #ANNEXA_E_CANCELLED or
 * #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_soa_migration(annexa_workspace *workspace, const char *from, size_t from_size,
                                                        annexa_buf **out, annexa_error **err);

/**
 * The open risks scored on the day of the workspace's clock: what was computed is computed anew from how the controls
 * stand, what a person judged stays.
 *
 * @param workspace    the workspace.
 * @param method       key of a method on record or of a built-in one by which every rating is scored; empty: each risk by
 * its own.
 * @param method_size  bytes of @p method.
 * @param[out] out     `[{"risk","title","method","version","inherent","current","residual","target","appetite","changed",
 * "problems"}]`, each stage a record "score".
 * @param[out] err     the error; may be NULL.
 * @return #ANNEXA_OK; #ANNEXA_E_USAGE, also for an unknown method (reference.unknown); or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_risk_scores(annexa_workspace *workspace, const char *method,
                                                      size_t method_size, annexa_buf **out, annexa_error **err);

/**
 * The open risks summed up: the highest band and the count per band, by method, and the sum of expected losses, by
 * currency.
 *
 * @param workspace      the workspace.
 * @param grouping       "unit", "asset", "category" or "owner".
 * @param grouping_size  bytes of @p grouping.
 * @param stage          "inherent", "current", "residual" or "target"; empty for residual.
 * @param stage_size     bytes of @p stage.
 * @param[out] out       `[{"key","name","count","unscored","highest","bands","annual_loss","not_summed"}]`.
 * @param[out] err       the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_risk_groups(annexa_workspace *workspace, const char *grouping,
                                                      size_t grouping_size, const char *stage, size_t stage_size,
                                                      annexa_buf **out, annexa_error **err);

/**
 * How many risks were in each band at the end of each day on which one was scored.
 *
 * @param workspace   the workspace.
 * @param stage       "inherent", "current", "residual" or "target"; empty for residual.
 * @param stage_size  bytes of @p stage.
 * @param[out] out    `[{"on","bands":[{"method","level","band","count"}]}]`, the oldest first.
 * @param[out] err    the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_risk_trend(annexa_workspace *workspace, const char *stage, size_t stage_size,
                                                     annexa_buf **out, annexa_error **err);

/**
 * Draws the open risks as a heat map, an SVG file of its own.
 *
 * @param workspace    the workspace.
 * @param stage        "inherent", "current", "residual" or "target"; "all" draws the four side by side; empty for
 *                     residual.
 * @param stage_size   bytes of @p stage.
 * @param method       key of a method of the workspace; empty for the one that most open risks were scored by.
 * @param method_size  bytes of @p method.
 * @param width        width in pixels, 100 to 10,000; 0 gives each map enough.
 * @param[out] out     the file, UTF-8.
 * @param[out] err     the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (reference.unknown, picture.width), #ANNEXA_E_RULE (picture.no-method,
 *         rating.not-a-pair) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_heat_map(annexa_workspace *workspace, const char *stage, size_t stage_size,
                                                   const char *method, size_t method_size, int32_t width,
                                                   annexa_buf **out, annexa_error **err);

/**
 * Draws annexa_workspace_risk_trend() until today, an SVG file of its own: a chart for each method.
 *
 * @param workspace   the workspace.
 * @param stage       "inherent", "current", "residual" or "target"; empty for residual.
 * @param stage_size  bytes of @p stage.
 * @param width       width in pixels, 100 to 10,000; 0 gives each chart enough.
 * @param[out] out    the file, UTF-8.
 * @param[out] err    the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (picture.width), #ANNEXA_E_RULE (picture.no-method) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_risk_trend_chart(annexa_workspace *workspace, const char *stage,
                                                           size_t stage_size, int32_t width, annexa_buf **out,
                                                           annexa_error **err);

/**
 * What each asset is worth: its own values or those of assets that depend on it, whichever are higher.
 *
 * @param workspace  the workspace.
 * @param[out] out   `[{"asset","confidentiality","integrity","availability","inherited_from"}]`.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_asset_values(annexa_workspace *workspace, annexa_buf **out,
                                                       annexa_error **err);

/**
 * What of a framework is met by what is carried out and audited, directly and through crosswalks. What nobody assessed is
 * never met; a mapping that only intersects shows evidence to use again and earns nothing.
 *
 * @param workspace       the workspace.
 * @param framework       id of the catalog, such as "soc2-tsc-2017".
 * @param framework_size  bytes of @p framework.
 * @param[out] out        a document "gap": `{"framework","title","requirements":[{"id","title","applicable","implemented",
 *                        "assessed","conforming","reusable","through":[{"control","relationship","evidence",…}]}],
 *                        "totals":{…}}`.
 * @param[out] err        the error; may be NULL.
 * @return #ANNEXA_OK; #ANNEXA_E_USAGE, also for an unknown catalog (catalog.unknown); #ANNEXA_E_CANCELLED or
 * #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_gap(annexa_workspace *workspace, const char *framework, size_t framework_size,
                                              annexa_buf **out, annexa_error **err);

/**
 * The mappings between two catalogs of which either may be one of the organisation's own that the workspace adopted, in
 * whichever direction they were stated.
 *
 * @param workspace       the workspace.
 * @param from            id of the catalog that they come from.
 * @param from_size       bytes of @p from.
 * @param to              id of the catalog that they lead to.
 * @param to_size         bytes of @p to.
 * @param through         id of a catalog between, to get what follows from the mappings to it; empty for those that somebody
 *                        stated.
 * @param through_size    bytes of @p through; 0 for those that somebody stated.
 * @param[out] out        as annexa_crosswalk_get(); with @p through as annexa_crosswalk_compose().
 * @param[out] err        the error; may be NULL.
 * @return #ANNEXA_OK; #ANNEXA_E_USAGE (catalog.unknown, crosswalk.none); #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_crosswalk(annexa_workspace *workspace, const char *from, size_t from_size,
                                                    const char *to, size_t to_size, const char *through,
                                                    size_t through_size, annexa_buf **out, annexa_error **err);

/**
 * What an auditor of stage 1 asks for and whether it is there, on the day of the workspace's time.
 *
 * @param workspace  the workspace.
 * @param[out] out   a document "readiness": `{"on","ready","items":[{"id","clause","basis","state","what","why","found"}],
 *                   "totals":{…}}`.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_readiness(annexa_workspace *workspace, annexa_buf **out, annexa_error **err);

/**
 * The maturity that is rated, by clause, part of the management system and theme, with what is not rated.
 *
 * @param workspace  the workspace.
 * @param[out] out   a document "maturity-review": `{"ratings","overall","pillars","clauses","themes"}`, each group with its
 *                   minimum, its weighted mean and the mean that counts what is not rated as 0 (floor).
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_maturity(annexa_workspace *workspace, annexa_buf **out, annexa_error **err);

/**
 * What each key performance indicator means.
 *
 * @param[out] out  `[{"id","title","unit","part","whole","groups","source","better"}]`, in the order of documents: what is
 *                  counted (part) out of what (whole), told apart by what (groups), in which unit ("%", "days" or a count).
 * @param[out] err  the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_kpi_definitions(annexa_buf **out, annexa_error **err);

/**
 * The indicators of a workspace by period.
 *
 * @param workspace     the workspace.
 * @param options       `{"until","months","periods"}`: the last day (today when left out), the months of a period (3) and
 *                      how many periods (4); annexa_schema() describes them in "kpi-request". May be empty.
 * @param options_size  bytes of @p options.
 * @param[out] out      a document "kpi-trend": `{"on","months","periods":[{"from","until","values":[{"id","group","value",
 *                      "part","whole"}]}],"unverified"}`.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (kpi.range, kpi.until), #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_kpis(annexa_workspace *workspace, const char *options, size_t options_size,
                                               annexa_buf **out, annexa_error **err);

/**
 * The inputs of a management review (9.3.2 a to g): of a recorded one as they were frozen, else as they are on record now.
 *
 * @param workspace     the workspace.
 * @param options       `{"management_review","from","until"}`: the key of a recorded review; else the first and the last
 *                      day of one to come (the day after the last review's time, and today, when left out);
 *                      annexa_schema() describes them in "review-request". May be empty.
 * @param options_size  bytes of @p options.
 * @param[out] out      a document "review-pack": `{"review","from","until","inputs":[{"id","provided","summary",
 *                      "statement","figures","lines"}],"not_provided"}`. The summary of an input of which nobody recorded
 *                      anything reads "not provided".
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (reference.unknown), #ANNEXA_E_RULE (review.span, date.future),
 *         #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_review(annexa_workspace *workspace, const char *options, size_t options_size,
                                                 annexa_buf **out, annexa_error **err);

/**
 * Reads what other programs appended since. annexa_workspace_apply() does so by itself.
 *
 * @param workspace  the workspace.
 * @param[out] size  events in the journal now.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_CONFLICT, #ANNEXA_E_STORAGE, #ANNEXA_E_INTEGRITY or
 * #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_refresh(annexa_workspace *workspace, uint64_t *size, annexa_error **err);

/**
 * Imports tables: all of their rows in one transaction, or none if one is rejected. A later table may name what an
 * earlier one brings.
 *
 * Rows that are rejected are the answer of the call and not its failure: look at "rejected" and "events".
 *
 * @param workspace     the workspace.
 * @param names         names of the files, for messages; each may be empty.
 * @param contents      the bytes of the files: comma-separated values or their kin, in whatever encoding; workbooks
 *                      (XLSX, where annexa_feature("xlsx") is 1); JSON lists and JSON lines.
 * @param count         how many files: 1 to 1000.
 * @param options       `{"kind","map":[{"column","field"}],"existing","partial","create_missing","method","dates",
 *                      "encoding","delimiter","dry_run","sheet","audit"}`; sheet chooses one of a workbook by name or by number
 *                      from 1, or is "*" for all that fit; kind, encoding ("utf-8", "utf-16le", "utf-16be",
 *                      "windows-1252") and delimiter (",", ";", "|", "tab") are found out when absent; existing is
 *                      "update" (default), "skip" or "refuse"; dates is "unknown" (default), "day-first" or
 *                      "month-first". The kind "catalog" reads one of the organisation's own (JSON document, CSV or
 *                      YAML of CISO Assistant) and adopts it. Findings belong to "audit" (its key) where no column says
 *                      to which; SARIF 2.1.0 and DefectDojo's generic findings (JSON) are findings. The kind "workspace"
 *                      is the document that annexa_workspace_export() writes: it comes alone, into a workspace that was
 *                      made and not used yet, with all of its history. May be empty.
 * @param options_size  bytes of @p options.
 * @param task          how the call is followed, in rows, and stopped; may be NULL.
 * @param[out] out      of one table `{"file","rows","accepted","added","changed","unchanged",
 *                      "rejected":[{"row","column","value","message"}],"mapping":[{"column","field","by"}],"unmapped",…,
 *                      "records":[{"row","noun","key","change","members"}],"events"}`, of several (a workbook can hold some) an array of those; events counts what was recorded of all files together.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (table.*, workbook.*, xml.*, json.*, import.*, scan.*, workspace-document.*),
 *         #ANNEXA_E_RULE, #ANNEXA_E_CONFLICT, #ANNEXA_E_STORAGE,
 *         #ANNEXA_E_INTEGRITY, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_import(annexa_workspace *workspace, const annexa_str *names,
                                                 const annexa_str *contents, size_t count, const char *options,
                                                 size_t options_size, const annexa_task *task, annexa_buf **out,
                                                 annexa_error **err);

/**
 * Exports the records of a noun, or the whole workspace with its history. What is exported imports again without loss.
 *
 * @param workspace    the workspace.
 * @param noun         "units", "risks", "soa", …; "workspace" as "json" is one document of everything, whose schema is
 *                     annexa_schema() of "workspace", and as "xlsx" all nouns, a sheet each.
 * @param noun_size    bytes of @p noun.
 * @param format       "csv", "json", "jsonl" (JSON lines) or "xlsx" (a workbook); "yaml" for the noun "catalog:KEY": an
 *                     adopted catalog of one's own as a library of CISO Assistant.
 * @param format_size  bytes of @p format.
 * @param[out] out     the file.
 * @param[out] err     the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (export.*, c.value, catalog.not-adopted), #ANNEXA_E_STORAGE or
 *         #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_export(annexa_workspace *workspace, const char *noun, size_t noun_size,
                                                 const char *format, size_t format_size, annexa_buf **out,
                                                 annexa_error **err);

/**
 * Proposes an audit programme over everything that the workspace knows, or an amendment of one in force. Nothing is
 * recorded: apply the command for that. What programmes in force planned before and nobody carried out is owed.
 *
 * @param workspace     the workspace.
 * @param options       `{"from","years","audits_per_year","unit_interval","clause_interval","control_interval",
 *                      "minutes_per_month","minutes_per_criterion","freezes":[{"from","until","because"}],
 *                      "amend","because","released"}`; all but "from", the first day, may be left out. "amend" is the key of the
 *                      programme that is amended from that day to its end, "because" says why and is needed with it,
 *                      "released":[{"unit"|"criterion","because"}] what is owed no more;
 *                      what else is left out is then as it was decided. annexa_schema() describes the others in
 *                      "programme-parameters".
 * @param options_size  bytes of @p options.
 * @param task          how the call is followed and stopped; may be NULL.
 * @param[out] out      `{"proposal","command"}`: a document "programme-proposal" and the command that records it.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_propose_programme(annexa_workspace *workspace, const char *options,
                                                            size_t options_size, const annexa_task *task,
                                                            annexa_buf **out, annexa_error **err);

/**
 * Proposes the plan of an audit from what the workspace knows. Nothing is recorded: apply the command for that.
 *
 * A plan that is not complete is the answer of the call and not its failure: look at "conflict".
 *
 * @param workspace     the workspace.
 * @param audit         key of an audit whose plan is not approved yet, or of one that a programme has still to come.
 * @param audit_size    bytes of @p audit.
 * @param options       `{"from","until","team":[{"person","role"}],"choose_team","parameters":{…}}`, a document
 *                      "plan-options": the window, who audits (with "choose_team" a team is chosen although the audit has
 *                      one on record), lengths and hours; what is left out is taken from the records and from the defaults of the parameters, which
 *                      annexa_schema() describes in "plan-request". Hours may name a time zone
 *                      (`{"hours":{"zone":"Europe/Berlin"}}`), whose clocks are looked up in the time zone database
 *                      of the system (or in the folder that TZDIR names); the organisation's when absent. May be empty.
 * @param options_size  bytes of @p options.
 * @param task          how the call is followed and stopped; may be NULL.
 * @param[out] out      `{"plan","command"}`: `{"audit","sessions":[{"id","start","end","zone","unit","place","method",
 *                      "lead","team","auditee","criteria","why",…}],"unplaced","conflict","levels":[{"level","value",
 *                      "bound"}],"reproducible","team","excluded",…}`, and the command that records it, null where
 *                      "conflict" is not.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (reference.unknown, zone.unknown, …), #ANNEXA_E_RULE (record.state),
 *         #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_propose_plan(annexa_workspace *workspace, const char *audit,
                                                       size_t audit_size, const char *options, size_t options_size,
                                                       const annexa_task *task, annexa_buf **out, annexa_error **err);

/**
 * Plans an audit anew whose plan is on record, with the least change, from what happened. Nothing is recorded: apply the
 * commands for that.
 *
 * Sessions stay as they are wherever they can. One that was sent (`audit.send-plan`) stays or has no place, unless it is
 * among those that may move. A plan that is not complete is the answer of the call and not its failure: look at
 * "conflict".
 *
 * @param workspace     the workspace.
 * @param audit         key of an audit that has sessions on record and is not open yet.
 * @param audit_size    bytes of @p audit.
 * @param options       `{"unavailable":[{"person","from","until"}],"conflicts":[{"person","unit"}],"add":[unit],
 *                      "drop":[unit or session],"from","until","move":[session, or "all"],"parameters":{…},"reason"}`,
 *                      each of which may be left out. May be empty: then the records say what happened.
 * @param options_size  bytes of @p options.
 * @param task          how the call is followed and stopped; may be NULL.
 * @param[out] out      `{"plan","commands"}`: the plan as annexa_workspace_propose_plan() answers it, with "changes":
 *                      `[{"session","what","from","to","unavoidable","because"}]`, "changed" and "unavoidable"; and the
 *                      commands that record it, null where "conflict" is not, empty where there is nothing to record.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (reference.unknown, replan.reversed, replan.outside, replan.again, zone.unknown, …),
 *         #ANNEXA_E_RULE (record.state), #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_propose_replan(annexa_workspace *workspace, const char *audit,
                                                         size_t audit_size, const char *options, size_t options_size,
                                                         const annexa_task *task, annexa_buf **out,
                                                         annexa_error **err);

/**
 * Proposes the plan of a season from what the workspace knows: days and a team for every audit that has no session yet,
 * on record or in a programme. Nothing is recorded: apply the commands for that.
 *
 * @param workspace     the workspace.
 * @param options       `{"from","until","auditors":[…],"closures":[…],"parameters":{…}}`: the days of the season; what
 *                      auditors cost and where they are at home, and days on which a person or a unit cannot, as
 *                      annexa_schema() describes in "season-options". All but the days may be left out.
 * @param options_size  bytes of @p options.
 * @param task          how the call is followed and stopped; may be NULL.
 * @param[out] out      `{"request","proposal","commands"}`: documents "season-request" and "season-proposal", and a command
 *                      `audit.plan` for each audit whose engagements all have a place and that is not on record so.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (season.window, …), #ANNEXA_E_RULE (season.nothing), #ANNEXA_E_CANCELLED or
 *         #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_propose_season(annexa_workspace *workspace, const char *options,
                                                         size_t options_size, const annexa_task *task,
                                                         annexa_buf **out, annexa_error **err);

/**
 * Writes the sessions of an audit as iCalendar (RFC 5545), one event each, by the clocks of their time zones; or takes
 * back what was sent of them.
 *
 * @param workspace     the workspace.
 * @param audit         key of the audit.
 * @param audit_size    bytes of @p audit.
 * @param options       `{"organizer","organizer_name","confidential","cancellations","sessions"}`; with organizer, the mail address of
 *                      who invites, the file is an invitation of those who take part (RFC 5546), else a publication;
 *                      confidential is true to say neither what is audited nor against what; cancellations is true
 *                      for a file (METHOD:CANCEL) that takes back what was sent, by `audit.send-plan`, of sessions that do
 *                      not take place any more and to people who take part no more; sessions are those of a proposed plan,
 *                      the recorded ones when absent. May be empty.
 * @param options_size  bytes of @p options.
 * @param[out] out      the file; empty where there is nothing to take back.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (reference.unknown, calendar.organizer, calendar.other-audit, calendar.times,
 *         zone.unknown, zone.no-database),
 *         #ANNEXA_E_RULE (calendar.no-sessions) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_calendar(annexa_workspace *workspace, const char *audit, size_t audit_size,
                                                   const char *options, size_t options_size, annexa_buf **out,
                                                   annexa_error **err);

/**
 * Draws a plan or a programme as SVG, from plain records.
 *
 * @param request       a document "plan-picture-request": `{"view","sessions","programme","labels","minutes_per_month",
 *                      "title","width","language"}`. view is "auditors" or "units" (the sessions, a row each), "load" (hours of each
 *                      auditor), "programme" (unit by month) or "capacity" (hours of each month). At most 100 rows are
 *                      drawn; the picture says how many more there are.
 * @param request_size  bytes of @p request.
 * @param[out] out      the file.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (picture.nothing, picture.width, …) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_plan_picture(const char *request, size_t request_size, annexa_buf **out,
                                             annexa_error **err);

/**
 * How pictures name the people and units of a workspace: "labels" for annexa_plan_picture().
 *
 * @param workspace  the workspace.
 * @param people     "functions" (also when empty) or "names".
 * @param people_size  bytes of @p people.
 * @param[out] out   `[{"key","name","level"}]`; level, 1 to 5, is that of a unit's highest risk.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_picture_labels(annexa_workspace *workspace, const char *people,
                                                         size_t people_size, annexa_buf **out, annexa_error **err);

/**
 * Writes a report.
 *
 * @param workspace     the workspace.
 * @param kind          "audit", "checklist", "dashboard", "evidence", "gap", "management-review" (9.3), "nonconformities" (the
 *                      register), "nonconformity", "plan", "programme" (9.2.2), "readiness", "risks" (the risk register),
 *                      "soa" or "treatment-plan" (6.1.3 e).
 * @param kind_size     bytes of @p kind.
 * @param key           key of the audit or nonconformity; for evidence of an audit, all evidence when empty; of the programme, the last in force when empty; id of the framework; key of the management review, the last one when empty (a draft
 *                      without key shows what one would have on its table); version of the statement of applicability, the last approved
 *                      one when empty; empty for the others.
 * @param key_size      bytes of @p key.
 * @param options       `{"format","people","draft","language","branding","template"}`; format is "html" (default: one file that needs nothing else), "md"
 *                      (Markdown), "json" (a document "report-document"), "xlsx" (a workbook, where annexa_feature("xlsx") is 1) or "pdf"
 *                      (printed by WeasyPrint or Chromium, if installed); people is "functions" (default) or "names"; draft is true for a
 *                      report that is not complete yet; language is "en", "de" or "fr" (also with a region: "de-CH"),
 *                      without it the language of the audit, else of the organisation; branding is how the reports of the host
 *                      look, a document "branding"; template is a document "report-template": a Mustache template of the
 *                      host for "html", "md" or "pdf", where annexa_feature("templates") is 1. May be empty.
 * @param options_size  bytes of @p options.
 * @param task          how the call is followed and stopped; may be NULL.
 * @param[out] out      the file.
 * @param[out] err      the error; may be NULL. It lists every item that the report has to hold and lacks (report.missing).
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_RULE, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_report(annexa_workspace *workspace, const char *kind, size_t kind_size,
                                                 const char *key, size_t key_size, const char *options,
                                                 size_t options_size, const annexa_task *task, annexa_buf **out,
                                                 annexa_error **err);

/**
 * Writes what a workspace knows as an OSCAL document, valid under the schemas of 1.1.3 and 1.2.2.
 *
 * @param workspace     the workspace.
 * @param model         "assessment-plan" (of a programme or an audit), "assessment-results" (of an audit), "poam" (of nonconformities),
 *                      "catalog", "profile", "ssp" and "component-definition" (of the statement of applicability), "mapping"
 *                      (of crosswalks, 1.2.2 alone); short or as the document spells it.
 * @param model_size    bytes of @p model.
 * @param key           key of the record that the document is about; of poam an audit or a nonconformity, all of them when empty; of
 *                      catalog its id, iso27001-2022 when empty; of a statement its version, the rows as they are now when empty; of
 *                      mapping "FROM:TO" or "FROM:TO:THROUGH" by ids of catalogs, all of them when empty; of the others the only
 *                      one when empty.
 * @param key_size      bytes of @p key.
 * @param options       `{"people","language","last_modified"}`; people is "functions" (default) or "names" (personal texts go out then, as
 *                      far as they are not erased); language is as of annexa_workspace_report(); last_modified is the document's
 *                      time, without it that of the latest event. May be empty.
 * @param options_size  bytes of @p options.
 * @param[out] out      the document, as JSON: the same for the same journal and options.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (oscal.export.*, reference.unknown, catalog.unknown, crosswalk.none, soa.version,
 *         language.unknown) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_oscal(annexa_workspace *workspace, const char *model, size_t model_size,
                                                const char *key, size_t key_size, const char *options,
                                                size_t options_size, annexa_buf **out, annexa_error **err);

/**
 * Packs everything of an audit that a certification auditor asks for into one ZIP archive: report, checklist and evidence
 * list for reading and as JSON, the plan and its calendar, the records, every event of them byte for byte, the checkpoint
 * with a proof for each event, a manifest with the SHA-256 of each file, and the programs that check all of it with nothing
 * but Python. The same journal, checkpoint, time and options give the same bytes.
 *
 * @param workspace        the workspace.
 * @param audit            key of the audit; of one that is not reported yet the report is a draft.
 * @param audit_size       bytes of @p audit.
 * @param checkpoint       a checkpoint of this journal (annexa_workspace_checkpoint()), against which the events are proved;
 *                         without one they come without proofs. May be empty.
 * @param checkpoint_size  bytes of @p checkpoint.
 * @param options          `{"people","language"}`, as of annexa_workspace_report(). May be empty.
 * @param options_size     bytes of @p options.
 * @param task             how the call is followed, event by event, and stopped; may be NULL.
 * @param[out] out         the archive.
 * @param[out] err         the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (reference.unknown, pack.size), #ANNEXA_E_INTEGRITY (journal.form, journal.history),
 *         #ANNEXA_E_STORAGE, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_pack(annexa_workspace *workspace, const char *audit, size_t audit_size,
                                               const char *checkpoint, size_t checkpoint_size, const char *options,
                                               size_t options_size, const annexa_task *task, annexa_buf **out,
                                               annexa_error **err);

/**
 * The durable feed: events as the journal keeps them. Poll it with the number of events that you have.
 *
 * @param workspace  the workspace.
 * @param after      how many events the caller has: the position of the first one that it wants.
 * @param limit      most events of the answer. There may be fewer, at most 10,000 or some 64 MiB; none means that there
 * are no more.
 * @param[out] out   `[{"position","leaf","event":{…}}]`, each event in the very bytes that are hashed (RFC 8785). Data that
 * do not fit into an event stand in it as `{"blob":{"sha256","size"}}`: annexa_workspace_blob().
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_STORAGE, #ANNEXA_E_INTEGRITY or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_events(annexa_workspace *workspace, uint64_t after, uint64_t limit,
                                                 annexa_buf **out, annexa_error **err);

/**
 * The data of an event that names them by their hash, because they did not fit into it.
 *
 * @param workspace    the workspace.
 * @param sha256       64 hexadecimal digits.
 * @param sha256_size  bytes of @p sha256.
 * @param[out] out     the data, canonical JSON (RFC 8785), whose SHA-256 that is.
 * @param[out] err     the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (journal.no-blob), #ANNEXA_E_STORAGE, #ANNEXA_E_INTEGRITY (journal.changed-blob) or
 * #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_blob(annexa_workspace *workspace, const char *sha256, size_t sha256_size,
                                               annexa_buf **out, annexa_error **err);

/**
 * What a workspace holds, in numbers.
 *
 * @param workspace  the workspace.
 * @param[out] out   `{"workspace","size","root","snapshot","records":{"units":12,…}}`: its identity, its events, the root of
 * the tree over them, the events of the state that is kept of it (0 if none was read or written), and how many records
 * there are of each noun that has some.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_stats(annexa_workspace *workspace, annexa_buf **out, annexa_error **err);

/**
 * The root of the tree over the journal, as far as this workspace has read it. Kept elsewhere, it proves any change.
 *
 * @param workspace  the workspace.
 * @param[out] out   64 hexadecimal digits (SHA-256).
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_root(annexa_workspace *workspace, annexa_buf **out, annexa_error **err);

/**
 * Recomputes the journal from its bytes. Problems that it finds are its answer, not its failure.
 *
 * @param workspace  the workspace.
 * @param task       how the call is followed and stopped; may be NULL.
 * @param[out] out   `{"size","root","ok","problems":[{"rule","where","message","args"}]}`.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_STORAGE, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_verify(annexa_workspace *workspace, const annexa_task *task, annexa_buf **out,
                                                 annexa_error **err);

/**
 * Copies the workspace to a new file while it stays in use, then verifies the copy down to every event. The file has its
 * name only once it was verified and reached the disk.
 *
 * @param workspace  the workspace; one in memory is refused.
 * @param path       where; an existing file is refused.
 * @param path_size  bytes of @p path.
 * @param compact    1 to leave out what the file does not use any more, while the workspace waits; else 0.
 * @param task       how the call is followed and stopped; may be NULL.
 * @param[out] out   `{"size","root"}` of the copy, which holds at least what the workspace held when it began.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_STORAGE (store.exists, …), #ANNEXA_E_INTEGRITY (store.copy: it did not
 *         verify, and was removed), #ANNEXA_E_CONFLICT, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_backup(annexa_workspace *workspace, const char *path, size_t path_size,
                                                 uint32_t compact, const annexa_task *task, annexa_buf **out,
                                                 annexa_error **err);

/**
 * Recomputes the journal from its bytes, and holds it against checkpoints that were kept elsewhere: what was cut off,
 * restored from an older copy or written anew since is found, too.
 *
 * @param workspace  the workspace.
 * @param kept       `{"checkpoints","keys","origin","witnesses","rotations"}`: checkpoints as they were kept; and, as annexa_checkpoint_check()
 *                   has them, what is trusted. Keys in PEM need no origin where the journal has the name that it has without one.
 * @param kept_size  bytes of @p kept.
 * @param task       how the call is followed and stopped; may be NULL.
 * @param[out] out   as annexa_workspace_verify().
 * @param[out] err   the error; may be NULL. It names every checkpoint that does not hold ("/kept/checkpoints/2").
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (journal.key, journal.no-key, journal.no-origin), #ANNEXA_E_INTEGRITY
 *         (journal.form, journal.signature, journal.unsigned, journal.origin, journal.witnesses),
 *         #ANNEXA_E_STORAGE, #ANNEXA_E_CANCELLED or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_verify_kept(annexa_workspace *workspace, const char *kept, size_t kept_size,
                                                      const annexa_task *task, annexa_buf **out, annexa_error **err);

/**
 * Signs the journal as it is now: whoever keeps the checkpoint notices whatever becomes of the journal later.
 *
 * @param workspace     the workspace.
 * @param key           an Ed25519 private key in PEM (PKCS#8), without a passphrase. Only read during the call.
 * @param key_size      bytes of @p key.
 * @param options       `{"origin","after"}`: the name of the journal, "annexa/" and the UUID of the workspace when empty;
 *                      and the checkpoint that was signed before, kept outside of the store, empty the first time. Nothing
 *                      is signed that does not go on from it. May be empty.
 * @param options_size  bytes of @p options.
 * @param[out] out      the checkpoint: a signed note of C2SP tlog-checkpoint.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (journal.key), #ANNEXA_E_INTEGRITY (journal.form, journal.origin,
 *         journal.history), #ANNEXA_E_STORAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_checkpoint(annexa_workspace *workspace, const char *key, size_t key_size,
                                                     const char *options, size_t options_size, annexa_buf **out,
                                                     annexa_error **err);

/**
 * Proves that an event stands in the journal of a checkpoint. Linear in the checkpoint's size.
 *
 * @param workspace        the workspace.
 * @param event            position of the event, from 0, or its id.
 * @param event_size       bytes of @p event.
 * @param checkpoint       the checkpoint, of this journal.
 * @param checkpoint_size  bytes of @p checkpoint.
 * @param[out] out         a file of C2SP tlog-proof, for annexa_proof_check_event().
 * @param[out] err         the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (journal.no-event, journal.proof-size), #ANNEXA_E_INTEGRITY (journal.form,
 *         journal.history), #ANNEXA_E_STORAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_prove_event(annexa_workspace *workspace, const char *event, size_t event_size,
                                                      const char *checkpoint, size_t checkpoint_size, annexa_buf **out,
                                                      annexa_error **err);

/**
 * Proves that the journal of a checkpoint goes on where that of an older one ended. Linear in the newer one's size.
 *
 * @param workspace        the workspace.
 * @param older            the older checkpoint, of this journal.
 * @param older_size       bytes of @p older.
 * @param checkpoint       the newer one.
 * @param checkpoint_size  bytes of @p checkpoint.
 * @param[out] out         a file in the form of C2SP tlog-witness, for annexa_proof_check_history() and
 *                         annexa_checkpoint_witness().
 * @param[out] err         the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (journal.proof-size), #ANNEXA_E_INTEGRITY (journal.form, journal.origin,
 *         journal.history), #ANNEXA_E_STORAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_prove_history(annexa_workspace *workspace, const char *older,
                                                        size_t older_size, const char *checkpoint,
                                                        size_t checkpoint_size, annexa_buf **out, annexa_error **err);

/** @} */

/** @name Storage of the host
 *
 * A host may keep the events itself: in a database of its own, inside its own transactions. It fills a structure with
 * functions, and annexa decides, encodes, hashes and numbers; what the host stores are bytes. tests/capi/host_storage.c is
 * an example, and the program annexa-store-conformance runs every case over it ("host:"). From C++ the same is
 * annexa::Store, to be derived from.
 *
 * @par Threads
 * annexa calls the functions of one workspace one after the other, from whatever thread calls the workspace. Where
 * several workspaces, or other programs, write to the same storage, keeping them apart is the host's part.
 * @par Transactions
 * Each function does its work in a transaction of its own, or in the one that the host began before it called annexa and
 * ends afterwards. If the host rolls that one back, the workspace notices with its next call that the storage went back,
 * and reads it anew from the beginning.
 * @par Ownership
 * What annexa hands in is valid during the call. What the host points to has to stay as it is until annexa calls the
 * next function of that storage, or, for an event, until annexa_store_take_fn returns.
 * @par Errors
 * A function returns #ANNEXA_OK or why it could not: #ANNEXA_E_CONFLICT where somebody else was first, #ANNEXA_E_STORAGE,
 * #ANNEXA_E_INTEGRITY, #ANNEXA_E_NO_MEMORY, #ANNEXA_E_CANCELLED. The call of annexa ends with that status, and with the
 * rule "host.storage", whose message holds what annexa_store_ops::explain says. Nothing may have been changed then.
 * A callback that calls annexa with the workspace it serves is refused as other callbacks are ("c.busy").
 * @{ */

/** The head of a journal: what the host keeps once, beside the events. */
typedef struct annexa_store_head {
  uint32_t struct_size;     /**< Set by annexa: how much of the structure there is. */
  uint32_t reserved;        /**< 0. */
  const uint8_t *workspace; /**< 16 bytes: the workspace, chosen at random by the host when it makes the journal, and
                                 never changed. Not all zero. */
  uint64_t size;            /**< Events; 0 at first. */
  annexa_str frontier;      /**< What annexa_store_append::frontier said last; empty at first. At most 2,016 bytes. */
} annexa_store_head;

/** An event. Unique are: the position; the id; stream and version together. */
typedef struct annexa_store_event {
  uint32_t struct_size;  /**< Set by #ANNEXA_STORE_EVENT_INIT. */
  uint32_t reserved;     /**< 0. */
  uint64_t position;     /**< 0 for the journal's first event, then rising by 1. */
  const uint8_t *id;     /**< 16 bytes. */
  const uint8_t *stream; /**< 16 bytes: the record whose event it is. */
  uint64_t version;      /**< 1 for the first event of its stream, then rising by 1. */
  const uint8_t *leaf;   /**< 32 bytes: its hash. */
  annexa_str body;       /**< 2 to 65,535 bytes, to be kept as they are. */
} annexa_store_event;

/** An event without members yet. */
#define ANNEXA_STORE_EVENT_INIT \
  { sizeof(annexa_store_event), 0, 0, NULL, NULL, 0, NULL, {NULL, 0} }

/** A personal text, which can be erased; kept beside the events under its commitment, which is unique. */
typedef struct annexa_store_text {
  uint32_t struct_size;      /**< Set by annexa. */
  uint32_t reserved;         /**< 0. */
  const uint8_t *commitment; /**< 32 bytes. */
  const uint8_t *salt;       /**< 32 bytes. */
  annexa_str value;          /**< 0 to 65,535 bytes. */
} annexa_store_text;

/** What is to be stored together, all or nothing. */
typedef struct annexa_store_append {
  uint32_t struct_size;             /**< Set by annexa. */
  uint32_t reserved;                /**< 0. */
  uint64_t expected_size;           /**< How many events the storage has to hold before; else #ANNEXA_E_CONFLICT. */
  const annexa_store_event *events; /**< In the order of their positions, which begin at expected_size. */
  size_t event_count;               /**< How many; may be 0. */
  const annexa_store_text *texts;   /**< To be kept, except where their commitment is there already. */
  size_t text_count;                /**< How many. */
  const uint8_t *erase;             /**< Commitments whose texts are to be deleted, 32 bytes each, after texts were kept. */
  size_t erase_count;               /**< How many. */
  annexa_str frontier;              /**< annexa_store_head::frontier from now on. The size is expected_size + event_count. */
} annexa_store_append;

/**
 * Gives the head.
 *
 * @param user       annexa_store_ops::user.
 * @param[out] head  to be filled.
 * @return a status.
 */
typedef annexa_status (*annexa_store_head_fn)(void *user, annexa_store_head *head);

/**
 * Stores events, texts and the new head, durably where no transaction of the host is open.
 *
 * @param user    annexa_store_ops::user.
 * @param append  what.
 * @return a status; #ANNEXA_E_CONFLICT where the size is not the expected one.
 */
typedef annexa_status (*annexa_store_append_fn)(void *user, const annexa_store_append *append);

/**
 * Takes one event that the host reads.
 *
 * @param taker  what annexa_store_read_fn was given.
 * @param event  the event.
 * @return 0 to go on; anything else to stop reading, which is no error.
 */
typedef int32_t (*annexa_store_take_fn)(void *taker, const annexa_store_event *event);

/**
 * Reads events in the order of their positions.
 *
 * @param user   annexa_store_ops::user.
 * @param from   the first position.
 * @param limit  most events.
 * @param take   to be called with each.
 * @param taker  to be handed to @p take.
 * @return a status.
 */
typedef annexa_status (*annexa_store_read_fn)(void *user, uint64_t from, uint64_t limit, annexa_store_take_fn take,
                                              void *taker);

/**
 * Finds the event with an id.
 *
 * @param user           annexa_store_ops::user.
 * @param id             16 bytes.
 * @param[out] found     1 if there is one, else 0.
 * @param[out] position  its position.
 * @return a status.
 */
typedef annexa_status (*annexa_store_find_fn)(void *user, const uint8_t *id, int32_t *found, uint64_t *position);

/**
 * Gives the highest version among the events of a stream.
 *
 * @param user          annexa_store_ops::user.
 * @param stream        16 bytes.
 * @param[out] version  the version; 0 if the stream has no events.
 * @return a status.
 */
typedef annexa_status (*annexa_store_version_fn)(void *user, const uint8_t *stream, uint64_t *version);

/**
 * Finds the personal text under a commitment.
 *
 * @param user        annexa_store_ops::user.
 * @param commitment  32 bytes.
 * @param[out] found  1 if there is one, else 0.
 * @param[out] text   salt and value, where there is one.
 * @return a status.
 */
typedef annexa_status (*annexa_store_personal_fn)(void *user, const uint8_t *commitment, int32_t *found,
                                                  annexa_store_text *text);

/**
 * Deletes the personal text under a commitment.
 *
 * @param user         annexa_store_ops::user.
 * @param commitment   32 bytes.
 * @param[out] erased  1 if there was one, else 0.
 * @return a status.
 */
typedef annexa_status (*annexa_store_erase_fn)(void *user, const uint8_t *commitment, int32_t *erased);

/**
 * Says why the function before returned another status than #ANNEXA_OK.
 *
 * @param user      annexa_store_ops::user.
 * @param[out] why  a sentence for a person, in UTF-8.
 */
typedef void (*annexa_store_explain_fn)(void *user, annexa_str *why);

/**
 * Is called once, when annexa needs the storage no more.
 *
 * @param user  annexa_store_ops::user.
 */
typedef void (*annexa_store_close_fn)(void *user);

/** The storage of a host. All functions are needed but the last two, which may be NULL. */
typedef struct annexa_store_ops {
  uint32_t struct_size;              /**< Set by #ANNEXA_STORE_OPS_INIT. */
  uint32_t reserved;                 /**< 0. */
  void *user;                        /**< Handed to the functions. It has to live as long as the workspace. */
  annexa_store_head_fn head;         /**< The head. */
  annexa_store_append_fn append;     /**< Stores. */
  annexa_store_read_fn read;         /**< Reads. */
  annexa_store_find_fn find;         /**< By id. */
  annexa_store_version_fn version;   /**< By stream. */
  annexa_store_personal_fn personal; /**< By commitment. */
  annexa_store_erase_fn erase;       /**< By commitment. */
  annexa_store_explain_fn explain;   /**< Of what went wrong; may be NULL. */
  annexa_store_close_fn close;       /**< The end; may be NULL. */
} annexa_store_ops;

/** A storage without functions yet. */
#define ANNEXA_STORE_OPS_INIT                                                                              \
  {                                                                                                        \
    sizeof(annexa_store_ops), 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL \
  }

/**
 * Makes a workspace in the storage of the host, which has to hold no event yet.
 *
 * @param ops                the storage; copied. annexa_store_ops::close is not called if this fails.
 * @param organization       name of the organisation.
 * @param organization_size  bytes of @p organization.
 * @param options            how; may be NULL.
 * @param[out] out           the workspace.
 * @param[out] err           the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (c.*), #ANNEXA_E_CONFLICT (workspace.not-empty), #ANNEXA_E_INTEGRITY (host.form, …),
 *         #ANNEXA_E_NO_MEMORY, or what the host's functions return (host.storage).
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_create_in_store(const annexa_store_ops *ops, const char *organization,
                                                          size_t organization_size,
                                                          const annexa_workspace_options *options,
                                                          annexa_workspace **out, annexa_error **err);

/**
 * Opens the workspace in the storage of the host. Reads its journal once.
 *
 * @param ops       the storage; copied. annexa_store_ops::close is not called if this fails.
 * @param options   how; may be NULL.
 * @param task      how the call is followed and stopped; may be NULL.
 * @param[out] out  the workspace.
 * @param[out] err  the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (c.*), #ANNEXA_E_INTEGRITY (host.form, …), #ANNEXA_E_CANCELLED,
 *         #ANNEXA_E_NO_MEMORY, or what the host's functions return (host.storage).
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_workspace_open_in_store(const annexa_store_ops *ops,
                                                        const annexa_workspace_options *options,
                                                        const annexa_task *task, annexa_workspace **out,
                                                        annexa_error **err);

/** @} */

/** @name Workspaces of many tenants
 *
 * A pool opens each workspace once, whoever asks for it, and keeps those that nobody uses as long as there is room.
 * @{ */

/** A pool of workspaces. The caller's, until annexa_pool_close(). Any thread may use it. */
typedef struct annexa_pool annexa_pool;

/**
 * Makes a pool. It makes no workspaces: what is opened has to be there.
 *
 * @param max_memory  most bytes that states may take together, as annexa estimates them. What is in use is never let go,
 *                    so that alone may take more; of what nobody uses, those used longest ago go first, and are read
 *                    again when they are wanted. 0 keeps nothing that is not in use.
 * @param options     how workspaces are opened; may be NULL. Its environment has to live until the pool and all of its
 *                    workspaces are closed.
 * @param[out] out    the pool.
 * @param[out] err    the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_pool_create(uint64_t max_memory, const annexa_workspace_options *options,
                                            annexa_pool **out, annexa_error **err);

/**
 * Gives a workspace, up to date with its journal. annexa_workspace_close() gives it back; other handles on the same
 * workspace stay.
 *
 * @param pool       the pool.
 * @param path       which: as annexa_workspace_open() takes it. The text as it is tells workspaces apart.
 * @param path_size  bytes of @p path.
 * @param[out] out   the workspace.
 * @param[out] err   the error; may be NULL.
 * @return what annexa_workspace_open() and annexa_workspace_refresh() return.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_pool_open(annexa_pool *pool, const char *path, size_t path_size, annexa_workspace **out,
                                          annexa_error **err);

/**
 * Says what a pool holds and did.
 *
 * @param pool      the pool.
 * @param[out] out  `{"open","in_use","memory","opened","let_go"}`: workspaces, those in use, bytes of states, how often
 *                  one was opened, and how often one was closed for want of room.
 * @param[out] err  the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_pool_figures(annexa_pool *pool, annexa_buf **out, annexa_error **err);

/**
 * Ends a pool. Workspaces that are in use stay open until they are closed.
 *
 * @param pool  a pool, or NULL.
 * @since 0.1
 */
ANNEXA_API void annexa_pool_close(annexa_pool *pool);

/** @} */

/** @name Tamper evidence without a workspace
 *
 * What is checked never says whom to trust: keys and the name of the journal come from whoever checks.
 * @{ */

/**
 * Makes a key pair (Ed25519). Keep the private key outside of every store.
 *
 * @param name       name of the key: the origin of a journal, or that of a witness. May be empty.
 * @param name_size  bytes of @p name.
 * @param kind       "log" (also when empty), for who keeps a journal; or "witness".
 * @param kind_size  bytes of @p kind.
 * @param[out] out   `{"private_key","public_key","note_key"}`: PEM, PEM, and NAME+ID+KEY, null without a name.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_key_generate(const char *name, size_t name_size, const char *kind, size_t kind_size,
                                             annexa_buf **out, annexa_error **err);

/**
 * The public key that belongs to a private one.
 *
 * @param key        an Ed25519 private key in PEM, without a passphrase.
 * @param key_size   bytes of @p key.
 * @param name       name of the key. May be empty.
 * @param name_size  bytes of @p name.
 * @param kind       "log" (also when empty) or "witness".
 * @param kind_size  bytes of @p kind.
 * @param[out] out   `{"public_key","note_key"}` as annexa_key_generate() has them.
 * @param[out] err   the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (journal.key) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_key_describe(const char *key, size_t key_size, const char *name, size_t name_size,
                                             const char *kind, size_t kind_size, annexa_buf **out, annexa_error **err);

/**
 * Hands the key of a journal over to the next one: a note that both keys signed. Whoever trusts the old key and gets the
 * note ("rotations") trusts the new one. The command `key.rotate` puts it on record.
 *
 * @param origin        name of the journal.
 * @param origin_size   bytes of @p origin.
 * @param old_key       the private key until now, in PEM.
 * @param old_key_size  bytes of @p old_key.
 * @param new_key       the private key from now on, in PEM.
 * @param new_key_size  bytes of @p new_key.
 * @param[out] out      the note.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (journal.key) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_key_rotate(const char *origin, size_t origin_size, const char *old_key,
                                           size_t old_key_size, const char *new_key, size_t new_key_size,
                                           annexa_buf **out, annexa_error **err);

/**
 * Checks a checkpoint.
 *
 * @param checkpoint       the checkpoint.
 * @param checkpoint_size  bytes of @p checkpoint.
 * @param trust            `{"keys","origin","witnesses","rotations"}`: public keys, as NAME+ID+KEY or PEM; the name of the journal, which
 *                         may be left out where a key says it; how many witnesses have to have signed, 0 when absent; and notes
 *                         of annexa_key_rotate(), in the order of time, each of which adds a key where the old one is trusted.
 * @param trust_size       bytes of @p trust.
 * @param[out] out         `{"origin","size","root","signatures":[{"name","kind","at"}]}`; at, when a witness signed, is null
 *                         for others.
 * @param[out] err         the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (journal.key, journal.no-key, journal.no-origin), #ANNEXA_E_INTEGRITY
 *         (journal.form, journal.signature, journal.unsigned, journal.origin, journal.witnesses, journal.rotation) or
 *         #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_checkpoint_check(const char *checkpoint, size_t checkpoint_size, const char *trust,
                                                 size_t trust_size, annexa_buf **out, annexa_error **err);

/**
 * Signs the checkpoint of somebody else's journal as a witness, if the journal goes on from what the witness saw last.
 *
 * @param proof         what annexa_workspace_prove_history() gave since @p seen; or the checkpoint alone, where nothing was seen.
 * @param proof_size    bytes of @p proof.
 * @param seen          the checkpoint of that journal that this function gave last; empty the first time. Keep what it gives
 *                      now in its place before you hand it out, and let no other call come between.
 * @param seen_size     bytes of @p seen.
 * @param trust         as annexa_checkpoint_check() has it: the keys of the journal.
 * @param trust_size    bytes of @p trust.
 * @param key           the witness's private key in PEM.
 * @param key_size      bytes of @p key.
 * @param options       `{"name"}`: the name of the witness.
 * @param options_size  bytes of @p options.
 * @param env           the clock; may be NULL for the system's.
 * @param[out] out      the checkpoint with one signature more, which says when.
 * @param[out] err      the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE (journal.key, …), #ANNEXA_E_CONFLICT (journal.old-size: the proof is not one since
 *         @p seen), #ANNEXA_E_INTEGRITY (journal.consistency, journal.origin, …) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_checkpoint_witness(const char *proof, size_t proof_size, const char *seen,
                                                   size_t seen_size, const char *trust, size_t trust_size,
                                                   const char *key, size_t key_size, const char *options,
                                                   size_t options_size, const annexa_env *env, annexa_buf **out,
                                                   annexa_error **err);

/**
 * Checks the proof that an event stands in a journal.
 *
 * @param proof       what annexa_workspace_prove_event() gave.
 * @param proof_size  bytes of @p proof.
 * @param event       the event in its exact bytes, as annexa_workspace_events() gives them.
 * @param event_size  bytes of @p event.
 * @param trust       as annexa_checkpoint_check() has it.
 * @param trust_size  bytes of @p trust.
 * @param[out] out    `{"position","checkpoint"}`, the latter as annexa_checkpoint_check() gives it.
 * @param[out] err    the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_INTEGRITY (journal.inclusion, or those of annexa_checkpoint_check()) or
 *         #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_proof_check_event(const char *proof, size_t proof_size, const char *event,
                                                  size_t event_size, const char *trust, size_t trust_size,
                                                  annexa_buf **out, annexa_error **err);

/**
 * Checks the proof that a journal goes on where a checkpoint that was kept ended.
 *
 * @param proof       what annexa_workspace_prove_history() gave.
 * @param proof_size  bytes of @p proof.
 * @param older       the checkpoint that was kept.
 * @param older_size  bytes of @p older.
 * @param trust       as annexa_checkpoint_check() has it; it is asked of both checkpoints.
 * @param trust_size  bytes of @p trust.
 * @param[out] out    `{"old_size","checkpoint"}`, the latter as annexa_checkpoint_check() gives it: the newer one.
 * @param[out] err    the error; may be NULL.
 * @return #ANNEXA_OK, #ANNEXA_E_USAGE, #ANNEXA_E_CONFLICT (journal.old-size: the proof is one since another checkpoint),
 *         #ANNEXA_E_INTEGRITY (journal.consistency, or those of annexa_checkpoint_check()) or #ANNEXA_E_NO_MEMORY.
 * @since 0.1
 */
ANNEXA_API annexa_status annexa_proof_check_history(const char *proof, size_t proof_size, const char *older,
                                                    size_t older_size, const char *trust, size_t trust_size,
                                                    annexa_buf **out, annexa_error **err);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
