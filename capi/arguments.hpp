#pragma once
// Arguments that come in: checked, whatever they are.

#include <annexa/base/date.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/json.hpp>

#include <boost/json/fwd.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "annexa.h"

namespace annexa::capi {

// An argument that is text, as it came.
struct Text {
  char const* data;
  std::size_t size;
  char const* name;  // of the argument, for messages
};

inline constexpr std::size_t name_limit = 4096;

// Reads a name: at most name_limit bytes of UTF-8 without NUL; may be empty. @return a view that lives as long as the
// call.
[[nodiscard]] result<std::string_view> read_name(Text const& text);

// Reads a name that must not be empty.
[[nodiscard]] result<std::string_view> read_name(Text const& text, char const* wanted);

inline constexpr std::size_t content_limit = std::size_t{1} << 30U;

// Reads the bytes of a file, at most content_limit. What they are is for the reader of files to find out.
[[nodiscard]] result<std::string> read_bytes(Text const& text);

// Reads a document: JSON.
[[nodiscard]] result<boost::json::value> read_document(Text const& text);

// The same error, each place below @p where.
[[nodiscard]] Error placed_below(std::string const& where, Error const& error);

// Reads a document of a described type.
template <class T>
[[nodiscard]] result<T> read_value(Text const& text) {
  auto const document = read_document(text);
  if (!document) return document.error();
  return from_json<T>(*document);
}

// Reads a document of options, all of which may be left out; empty text means that all are.
template <class T>
[[nodiscard]] result<T> read_options(Text const& text) {
  if (text.size == 0) return T{};
  auto options = read_value<T>(text);
  if (!options) return placed_below('/' + std::string(text.name), options.error());
  return options;
}

// The document with the members of @p defaults that it lacks, at every depth. Lists are taken as they are.
[[nodiscard]] boost::json::value over_defaults(boost::json::value document, boost::json::value const& defaults);

// Reads a document of a described type, any member of which may be left out and is then what the type says by default.
template <class T>
[[nodiscard]] result<T> read_over_defaults(boost::json::value const& document) {
  return from_json<T>(over_defaults(document, to_json(T{})));
}

// Reads a document of options as read_options() does, those that are numbers or lie deeper also being optional.
template <class T>
[[nodiscard]] result<T> read_options_over_defaults(Text const& text) {
  if (text.size == 0) return T{};
  auto const document = read_document(text);
  auto options = document ? read_over_defaults<T>(*document) : result<T>(document.error());
  if (!options) return placed_below('/' + std::string(text.name), options.error());
  return options;
}

// Reads a day: days since 1970-01-01.
[[nodiscard]] result<Date> read_day(std::int32_t days, char const* name);

// Refuses a flag that is neither 0 nor 1.
[[nodiscard]] result<void> need_flag(std::uint32_t flag, char const* name);

// All violations of the arguments that were refused, or nothing.
template <class... T>
[[nodiscard]] std::optional<Error> refusal_of(result<T> const&... arguments) {
  Error errors;
  ((arguments ? void() : errors.add(arguments.error())), ...);
  return errors.empty() ? std::nullopt : std::optional<Error>(std::move(errors));
}

}  // namespace annexa::capi
