#pragma once
// The functions of libpq that annexa uses, loaded when the first server is named. Declared here, so that nothing of
// PostgreSQL is needed to build; libpq's interface of these has been the same since version 14.

#include <annexa/base/error.hpp>

struct pg_conn;
struct pg_result;

namespace annexa {
inline namespace v1 {
namespace postgres {

// PQconninfoOption of libpq-fe.h.
struct ConnectionOption {
  char* keyword;
  char* environment;
  char* compiled;
  char* value;
  char* label;
  char* shown_as;
  int size;
};

// ConnStatusType, ExecStatusType and PGTransactionStatusType of libpq-fe.h, as far as they are looked at.
inline constexpr int connection_ok = 0;
inline constexpr int command_ok = 1;
inline constexpr int tuples_ok = 2;
inline constexpr int pipeline_sync = 10;
inline constexpr int transaction_idle = 0;
inline constexpr int field_sqlstate = 'C';
inline constexpr int field_message = 'M';

using NoticeProcessor = void (*)(void*, char const*);

struct Library {
  ConnectionOption* (*parse)(char const* url, char** why);
  void (*free_options)(ConnectionOption*);
  void (*free_memory)(void*);
  pg_conn* (*connect)(char const* const* keywords, char const* const* values, int expand);
  void (*finish)(pg_conn*);
  int (*status)(pg_conn const*);
  int (*transaction_status)(pg_conn const*);
  char* (*message)(pg_conn const*);
  NoticeProcessor (*set_notice_processor)(pg_conn*, NoticeProcessor, void*);
  int (*enter_pipeline)(pg_conn*);
  int (*sync)(pg_conn*);
  int (*send_prepare)(pg_conn*, char const* name, char const* sql, int count, unsigned const* types);
  int (*send_prepared)(pg_conn*, char const* name, int count, char const* const* values, int const* lengths,
                       int const* formats, int result_format);
  int (*send)(pg_conn*, char const* sql, int count, unsigned const* types, char const* const* values,
              int const* lengths, int const* formats, int result_format);
  pg_result* (*next)(pg_conn*);
  int (*result_status)(pg_result const*);
  char* (*result_field)(pg_result const*, int field);
  char* (*affected)(pg_result*);
  int (*rows)(pg_result const*);
  int (*columns)(pg_result const*);
  char* (*value)(pg_result const*, int row, int column);
  int (*length)(pg_result const*, int row, int column);
  int (*is_null)(pg_result const*, int row, int column);
  void (*clear)(pg_result*);
};

// The library, or server.no-library.
[[nodiscard]] result<Library const*> load_library();

}  // namespace postgres
}  // namespace v1
}  // namespace annexa
