// XML through expat.
#include "xml_reader.hpp"

#include "workbook_rules.hpp"

#ifdef ANNEXA_WITH_XLSX
#include <expat.h>

#include <exception>
#include <memory>
#include <new>
#endif

namespace annexa {
inline namespace v1 {
namespace exchange {

namespace {
constexpr char namespace_end = '\x01';

std::string_view local_name(std::string_view name) noexcept {
  auto const end = name.rfind(namespace_end);
  return end == name.npos ? name : name.substr(end + 1);
}
}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const noexcept {
  for (auto const* at = list_; *at; at += 2)
    if (local_name(at[0]) == name) return at[1];
  return {};
}

#ifdef ANNEXA_WITH_XLSX
namespace {

constexpr std::size_t most_depth = 64;
constexpr long most_pending = 1L << 20U;  // bytes of a tag or comment that does not end

struct EndXml {
  void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
};

class XmlReading {
 public:
  XmlReading(std::string where, XmlHandler& handler)
      : where_(std::move(where)), handler_(handler), parser_(XML_ParserCreateNS("UTF-8", namespace_end)) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), open, close);
    XML_SetCharacterDataHandler(parser_.get(), text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), doctype);
  }

  // @return false at the end of what is to be read.
  bool feed(std::string_view piece, bool last) {
    auto const status = XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (thrown_) std::rethrow_exception(thrown_);
    if (handler_.stopped()) return false;
    if (status != XML_STATUS_OK) {
      refuse(workbook_rules::xml, {{"reason", XML_ErrorString(XML_GetErrorCode(parser_.get()))}});
      return false;
    }
    fed_ += static_cast<long>(piece.size());
    if (fed_ - static_cast<long>(XML_GetCurrentByteIndex(parser_.get())) > most_pending && !last)
      refuse(workbook_rules::token, {{"limit", std::to_string(most_pending)}});
    return !handler_.stopped();
  }

 private:
  void refuse(Rule const& rule, std::vector<Argument> args = {}) {
    handler_.refuse(Error(rule,
                          where_ + ':' + std::to_string(XML_GetCurrentLineNumber(parser_.get())) + ':' +
                              std::to_string(XML_GetCurrentColumnNumber(parser_.get()) + 1),
                          std::move(args)));
  }

  // Nothing may be thrown through expat.
  template <class Act>
  static void guarded(void* user, Act const& act) noexcept {
    auto& self = *static_cast<XmlReading*>(user);
    if (self.handler_.stopped() || self.thrown_) return;
    try {
      act(self);
    } catch (...) {
      self.thrown_ = std::current_exception();
    }
    if (self.handler_.stopped() || self.thrown_) XML_StopParser(self.parser_.get(), XML_FALSE);
  }

  static void XMLCALL open(void* user, XML_Char const* name, XML_Char const** attributes) {
    guarded(user, [&](XmlReading& self) {
      if (self.depth_ == most_depth) return self.refuse(workbook_rules::depth, {{"limit", std::to_string(most_depth)}});
      self.handler_.open(local_name(name), XmlAttributes(attributes), self.depth_++);
    });
  }
  static void XMLCALL close(void* user, XML_Char const* name) {
    guarded(user, [&](XmlReading& self) { self.handler_.close(local_name(name), --self.depth_); });
  }
  static void XMLCALL text(void* user, XML_Char const* piece, int size) {
    if (!static_cast<XmlReading*>(user)->handler_.hears_text()) return;
    guarded(user, [&](XmlReading& self) { self.handler_.text({piece, static_cast<std::size_t>(size)}); });
  }
  static void XMLCALL doctype(void* user, XML_Char const*, XML_Char const*, XML_Char const*, int) {
    guarded(user, [&](XmlReading& self) { self.refuse(workbook_rules::doctype); });
  }

  std::string where_;
  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, EndXml> parser_;
  std::size_t depth_ = 0;
  long fed_ = 0;
  std::exception_ptr thrown_;
};

}  // namespace

result<void> read_xml(Archive& archive, std::string const& part, XmlHandler& handler) {
  XmlReading reading(archive.file() + ':' + part, handler);
  auto const read = archive.read(part, [&](std::string_view piece) { return reading.feed(piece, false); });
  if (handler.error()) return *handler.error();
  if (!read) return read.error();
  if (!handler.stopped()) reading.feed({}, true);
  if (handler.error()) return *handler.error();
  return {};
}

#else

result<void> read_xml(Archive& archive, std::string const&, XmlHandler&) {
  return Error(workbook_rules::absent, archive.file());
}

#endif

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
