#pragma once
/// @file
/// An OSCAL document in memory: as it was written, with everything that annexa does not know.

#include <annexa/base/error.hpp>
#include <annexa/exchange/oscal/model.hpp>

#include <boost/json/fwd.hpp>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace oscal {

/// Limits on a document that comes from outside.
struct Limits {
  std::size_t size = 64U << 20U;  ///< Most bytes.
  std::size_t depth = 64;         ///< Most nested objects and lists.
};

/// A document of one of the models. It never changes, and copies share it. Any thread may read it. What is left of a
/// moved one may only be assigned to or destroyed.
class Document {
 public:
  /// Reads JSON (RFC 8259, UTF-8) with one member that names a model, beside which only "$schema" may stand. Whether
  /// the rest is what the model asks for, check() tells.
  /// @param file  its name, for messages; may be empty.
  /// @return the document; or json.* with file, line and column, or oscal.no-model.
  [[nodiscard]] static result<Document> read(std::string_view text, std::string file = {}, Limits limits = {});

  /// Takes a whole document over that is in memory already. @return it, or oscal.no-model.
  [[nodiscard]] static result<Document> from(boost::json::value json, std::string file = {});

  /// What it holds.
  [[nodiscard]] Model model() const noexcept { return model_; }
  /// The name it was read under, for messages.
  [[nodiscard]] std::string const& file() const noexcept { return file_; }
  /// The whole document, members in the order in which they were written.
  [[nodiscard]] boost::json::value const& json() const noexcept { return *json_; }
  /// What stands under the model's name. An object in every document that check() does not call invalid.
  [[nodiscard]] boost::json::value const& content() const noexcept;
  /// The version of OSCAL that the document says it is written in, as it stands there; empty if it does not say.
  [[nodiscard]] std::string_view oscal_version() const noexcept;

 private:
  Document(std::shared_ptr<boost::json::value const> json, Model model, std::string file);

  std::shared_ptr<boost::json::value const> json_;
  std::string file_;
  Model model_;
};

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
