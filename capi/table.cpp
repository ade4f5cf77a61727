#include <annexa/exchange/read_records.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

namespace annexa::capi {
namespace {

result<boost::json::value> records_document(std::string&& bytes, std::string_view file, ImportRequest const& request) {
  auto const read = read_records(std::move(bytes), std::string(file), request);
  if (!read) return read.error();
  return render_json(*read);
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_table_read(char const* file, size_t file_size, uint8_t const* content, size_t content_size,
                                char const* options, size_t options_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const name = read_name({file, file_size, "file"});
    auto bytes = read_bytes({reinterpret_cast<char const*>(content), content_size, "content"});
    auto const request = read_options<annexa::ImportRequest>({options, options_size, "options"});
    if (auto const refusal = refusal_of(name, bytes, request)) return *refusal;
    return give(out, records_document(*std::move(bytes), *name, *request));
  });
}

annexa_status annexa_workbook_write(char const* document, size_t document_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const tables = read_value<annexa::WorkbookDocument>({document, document_size, "document"});
    if (!tables) return tables.error();
    return give(out, annexa::write_workbook(*tables));
  });
}
