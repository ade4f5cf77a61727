#include "postgres_library.hpp"

#include <array>
#include <string>

#include "platform/shared_library.hpp"
#include "server_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace postgres {
namespace {

constexpr std::array names{"libpq.so.5", "libpq.so", "libpq.5.dylib", "libpq.dll"};

struct Loaded {
  Library library{};
  std::string failure;
};

// Fills in one function after the other; notes the first that is missing.
class Loader {
 public:
  explicit Loader(Loaded& loaded) : found_(names), loaded_(loaded) { loaded.failure = found_.failure(); }
  template <class Function>
  void take(Function Library::*member, char const* name) {
    auto const symbol = found_.find(name);
    loaded_.library.*member = reinterpret_cast<Function>(symbol);
    if (!symbol && loaded_.failure.empty()) loaded_.failure = std::string("it has no ") + name;
  }

 private:
  platform::SharedLibrary found_;
  Loaded& loaded_;
};

Loaded load() {
  Loaded loaded;
  Loader loader(loaded);
  loader.take(&Library::parse, "PQconninfoParse");
  loader.take(&Library::free_options, "PQconninfoFree");
  loader.take(&Library::free_memory, "PQfreemem");
  loader.take(&Library::connect, "PQconnectdbParams");
  loader.take(&Library::finish, "PQfinish");
  loader.take(&Library::status, "PQstatus");
  loader.take(&Library::transaction_status, "PQtransactionStatus");
  loader.take(&Library::message, "PQerrorMessage");
  loader.take(&Library::set_notice_processor, "PQsetNoticeProcessor");
  loader.take(&Library::enter_pipeline, "PQenterPipelineMode");
  loader.take(&Library::sync, "PQpipelineSync");
  loader.take(&Library::send_prepare, "PQsendPrepare");
  loader.take(&Library::send_prepared, "PQsendQueryPrepared");
  loader.take(&Library::send, "PQsendQueryParams");
  loader.take(&Library::next, "PQgetResult");
  loader.take(&Library::result_status, "PQresultStatus");
  loader.take(&Library::result_field, "PQresultErrorField");
  loader.take(&Library::affected, "PQcmdTuples");
  loader.take(&Library::rows, "PQntuples");
  loader.take(&Library::columns, "PQnfields");
  loader.take(&Library::value, "PQgetvalue");
  loader.take(&Library::length, "PQgetlength");
  loader.take(&Library::is_null, "PQgetisnull");
  loader.take(&Library::clear, "PQclear");
  return loaded;
}

}  // namespace

result<Library const*> load_library() {
  static auto const loaded = load();
  if (!loaded.failure.empty()) return Error(server_rules::no_library, "", {{"found", loaded.failure}});
  return &loaded.library;
}

}  // namespace postgres
}  // namespace v1
}  // namespace annexa
