#pragma once
// XML parts of an archive, element by element. Document types are refused, so there are no entities but the five of
// XML.

#include <optional>
#include <string>
#include <string_view>

#include "archive.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// The attributes of an element, by their names without namespace.
class XmlAttributes {
 public:
  explicit XmlAttributes(char const* const* list) noexcept : list_(list) {}
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const noexcept;
  [[nodiscard]] std::string_view get(std::string_view name) const noexcept {
    return find(name).value_or(std::string_view{});
  }

 private:
  char const* const* list_;
};

// What hears the elements of a part. Depth counts the elements around: the root has 0.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(XmlHandler const&) = delete;
  XmlHandler& operator=(XmlHandler const&) = delete;
  virtual ~XmlHandler() = default;
  virtual void open(std::string_view name, XmlAttributes const& attributes, std::size_t depth) = 0;
  virtual void close(std::string_view name, std::size_t depth) = 0;
  // Text comes in pieces. Only called after hear_text(true).
  virtual void text(std::string_view piece) = 0;

  // Ends the reading, as done or with a refusal.
  void stop() noexcept { stopped_ = true; }
  void refuse(Error error) {
    if (!error_) error_ = std::move(error);
    stopped_ = true;
  }
  [[nodiscard]] bool stopped() const noexcept { return stopped_; }
  [[nodiscard]] std::optional<Error> const& error() const noexcept { return error_; }
  [[nodiscard]] bool hears_text() const noexcept { return hears_text_; }

 protected:
  void hear_text(bool hears) noexcept { hears_text_ = hears; }

 private:
  bool stopped_ = false;
  bool hears_text_ = false;
  std::optional<Error> error_;
};

// Reads a part. @return nothing; or what the archive, the XML or the handler refuses.
[[nodiscard]] result<void> read_xml(Archive& archive, std::string const& part, XmlHandler& handler);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
