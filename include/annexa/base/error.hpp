#pragma once
/// @file
/// What annexa says when it refuses: every violation, each with its rule, its place and what would be accepted.

#include <boost/assert/source_location.hpp>
#include <boost/system/result.hpp>
#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What sort of failure this is. The numbers are the status codes of the C ABI.
enum class ErrorKind : std::int32_t {
  usage = 1,        ///< The call or its input was malformed; nothing was tried.
  rule = 100,       ///< The domain refused: a rule of the standard, of the method or of the lifecycle.
  conflict = 200,   ///< Somebody else was first: the version or the journal size differs.
  storage = 300,    ///< The store could not read or write.
  integrity = 400,  ///< What was read is not what was written.
  no_memory = 900,  ///< Memory ran out.
  cancelled = 901,  ///< The caller stopped it.
  internal = 999,   ///< A defect of annexa; please report it.
};

/// The kind's name in documents: "usage", "no-memory", ...
[[nodiscard]] constexpr std::string_view name_of(ErrorKind kind) noexcept {
  switch (kind) {
    case ErrorKind::usage:
      return "usage";
    case ErrorKind::rule:
      return "rule";
    case ErrorKind::conflict:
      return "conflict";
    case ErrorKind::storage:
      return "storage";
    case ErrorKind::integrity:
      return "integrity";
    case ErrorKind::no_memory:
      return "no-memory";
    case ErrorKind::cancelled:
      return "cancelled";
    case ErrorKind::internal:
      return "internal";
  }
  return "internal";
}

/// One rule that can be broken: a row of a table, never text inside a function.
struct Rule {
  std::string_view id;      ///< Stable name such as "T11.cause" or "json.unknown-member"; what a host translates by.
  std::string_view text;    ///< English message; `{name}` is replaced by the argument of that name.
  std::string_view source;  ///< Where the rule comes from ("10.2 b", "RFC 8259"), or empty.
  ErrorKind kind = ErrorKind::rule;  ///< Kind of the error that breaking it makes.
};

/// One named argument of a message.
struct Argument {
  std::string name;   ///< Name as it stands in the rule's text.
  std::string value;  ///< What was found, what would be accepted, and so on.
  friend bool operator==(Argument const&, Argument const&) = default;
};

/// One broken rule.
struct Violation {
  std::string rule;            ///< Rule::id.
  std::string where;           ///< JSON Pointer ("/risk/owner"), file:row:column, or an object's key.
  std::string message;         ///< English sentence made from the rule's text and the arguments.
  std::vector<Argument> args;  ///< The arguments, for hosts that translate.
  friend bool operator==(Violation const&, Violation const&) = default;
};

/// Replaces each `{name}` of @p text by its argument; an unknown name stays as it is.
[[nodiscard]] inline std::string fill_in(std::string_view text, std::vector<Argument> const& args) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const open = text.find('{', at);
    auto const close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) return out.append(text.substr(at));
    out.append(text.substr(at, open - at));
    auto const name = text.substr(open + 1, close - open - 1);
    std::string_view value = text.substr(open, close - open + 1);
    for (auto const& arg : args)
      if (arg.name == name) value = arg.value;
    out.append(value);
    at = close + 1;
  }
  return out;
}

/// Makes the violation of @p rule at @p where.
[[nodiscard]] inline Violation violation(Rule const& rule, std::string where, std::vector<Argument> args = {}) {
  auto message = fill_in(rule.text, args);
  return {std::string(rule.id), std::move(where), std::move(message), std::move(args)};
}

/// A refusal: its kind and every violation found, in the order of the input.
class Error {
 public:
  /// An error without violations yet.
  explicit Error(ErrorKind kind = ErrorKind::usage) : kind_(kind) {}
  /// The error of one broken rule.
  Error(Rule const& rule, std::string where, std::vector<Argument> args = {}) : kind_(rule.kind) {
    violations_.push_back(violation(rule, std::move(where), std::move(args)));
  }
  /// An error of several violations. @pre at least one.
  Error(ErrorKind kind, std::vector<Violation> violations) : kind_(kind), violations_(std::move(violations)) {}

  /// Kind of the failure; for several it is that of the first.
  [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }
  /// All violations.
  [[nodiscard]] std::vector<Violation> const& violations() const& noexcept { return violations_; }
  /// All violations, moved out.
  [[nodiscard]] std::vector<Violation> violations() && noexcept { return std::move(violations_); }
  /// True when nothing was violated; such an error is only a collector.
  [[nodiscard]] bool empty() const noexcept { return violations_.empty(); }

  /// Adds the violation of @p rule; the first one decides the kind.
  void add(Rule const& rule, std::string where, std::vector<Argument> args = {}) {
    if (violations_.empty()) kind_ = rule.kind;
    violations_.push_back(violation(rule, std::move(where), std::move(args)));
  }
  /// Adds all violations of @p other, each place prefixed.
  void add(Error const& other, std::string const& prefix = {}) {
    if (violations_.empty()) kind_ = other.kind_;
    for (auto const& each : other.violations_) {
      violations_.push_back(each);
      violations_.back().where = prefix + each.where;
    }
  }
  /// True if a violation of the rule @p id is among them.
  [[nodiscard]] bool names(std::string_view id) const noexcept {
    for (auto const& each : violations_)
      if (each.rule == id) return true;
    return false;
  }
  /// All messages, a line each, with rule and place in front.
  [[nodiscard]] std::string text() const {
    std::string out;
    for (auto const& each : violations_) {
      if (!out.empty()) out += '\n';
      out += each.where.empty() ? each.rule : each.where + " [" + each.rule + "]";
      out += ": " + each.message;
    }
    return out;
  }

 private:
  ErrorKind kind_;
  std::vector<Violation> violations_;
};

/// What value() of a refused result throws. Carries the error.
class Refused : public std::runtime_error {
 public:
  /// From the error, whose text is what() then.
  explicit Refused(Error error) : std::runtime_error(error.text()), error_(std::move(error)) {}
  /// The error.
  [[nodiscard]] Error const& error() const noexcept { return error_; }

 private:
  Error error_;
};

/// Found by argument-dependent lookup when value() is called on a refused result.
[[noreturn]] inline void throw_exception_from_error(Error const& error, boost::source_location const&) {
  throw Refused(error);
}

/// A value, or an Error with every violation.
template <class T>
using result = boost::system::result<T, Error>;

}  // namespace v1
}  // namespace annexa
