#pragma once
/// @file
/// Commands: what somebody wants done, as data.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>

#include <boost/json/fwd.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Which rules the caller asks to set aside for one command, and why.
struct OverrideRequest {
  static constexpr std::string_view type_name = "override-request";  ///< Name in the schema.
  std::vector<std::string> rules;                                    ///< Rules, such as "S10".
  std::string reason;                                                ///< Why; never empty.
  friend bool operator==(OverrideRequest const&, OverrideRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(OverrideRequest, (), (rules, reason))
ANNEXA_TYPE_TABLE(OverrideRequest)

/// What every command may carry besides its own members.
struct Envelope {
  static constexpr std::string_view type_name = "envelope";  ///< Name in the schema.
  std::optional<Instant> at;                                 ///< When it was done; the environment's clock when absent.
  std::optional<Key<"person">> actor;                        ///< Who did it; the workspace's actor when absent.
  std::optional<Uuid> id;                        ///< Makes a repeated command answer the same and do nothing.
  std::optional<std::int64_t> expected_version;  ///< Version that the record has to have before.
  std::optional<std::string> correlation;        ///< Ties several commands together.
  bool dry_run = false;                          ///< True to learn what would happen.
  /// Rules of guidance or practice to set aside. Each that the command breaks goes on record (Override), and is a
  /// warning. To name one that it does not break is a warning too (override.unused); to name one that nobody can set
  /// aside refuses the command, broken or not (override.impossible).
  std::optional<OverrideRequest> override_;
  friend bool operator==(Envelope const&, Envelope const&) = default;
};
BOOST_DESCRIBE_STRUCT(Envelope, (), (at, actor, id, expected_version, correlation, dry_run, override_))
ANNEXA_TYPE_TABLE(Envelope)

class Command;
class Transaction;

/// How the members of a command relate to a record.
enum class CommandForm : std::uint8_t {
  add,     ///< The members are those of a new record.
  put,     ///< The members are those of a record that is made or replaced.
  change,  ///< The members are those of the record that change.
  act,     ///< The members are the command's own.
};

/// One sort of command.
struct CommandKind {
  std::string_view name;  ///< "nonconformity.issue".
  std::string_view noun;  ///< The noun whose record it is about; the member of that name holds the record's key.
  CommandForm form;       ///< How to read its members.
  Type const* body;       ///< Its members: a record of the noun, or a struct of its own for CommandForm::act.
  void (*handle)(Transaction&, Command const&);  ///< What it does. For decide().
  std::shared_ptr<void> (*create)();             ///< A body with defaults.
};

/// Every command that this annexa knows, ordered by name.
[[nodiscard]] std::span<CommandKind const> command_kinds() noexcept;

/// The command of that name, or null. Logarithmic.
[[nodiscard]] CommandKind const* find_command(std::string_view name) noexcept;

/// A command: its kind, its members and its envelope. Immutable; copies share the members.
class Command {
 public:
  /// A command with a body of its own, such as `command::IssueNonconformity{...}`.
  template <class Body>
  requires requires { Body::command; }
  Command(Body body, Envelope with = {})  // NOLINT(google-explicit-constructor): a body is a command
      : envelope(std::move(with)), kind_(find_command(Body::command)), body_(std::make_shared<Body>(std::move(body))) {}

  /// The command @p name whose members are those of @p record.
  /// @param given  for CommandForm::change the members that change; empty means all.
  /// @pre the command exists and its body is a T.
  template <class T>
  [[nodiscard]] static Command of(std::string_view name, T record, std::vector<std::string> given = {},
                                  Envelope with = {}) {
    Command command(find_command(name), std::make_shared<T>(std::move(record)), std::move(given));
    command.envelope = std::move(with);
    return command;
  }
  /// A command from parts; for readers of other formats.
  Command(CommandKind const* kind, std::shared_ptr<void const> body, std::vector<std::string> given)
      : kind_(kind), body_(std::move(body)), given_(std::move(given)) {}

  /// Its sort.
  [[nodiscard]] CommandKind const& kind() const noexcept { return *kind_; }
  /// Its members. @pre T is what kind().body describes.
  template <class T>
  [[nodiscard]] T const& body() const noexcept {
    return *static_cast<T const*>(body_.get());
  }
  /// Its members, for code that is no template.
  [[nodiscard]] void const* raw_body() const noexcept { return body_.get(); }
  /// Names of the members that a change gives; empty means all.
  [[nodiscard]] std::vector<std::string> const& given() const noexcept { return given_; }

  Envelope envelope;  ///< What every command may carry.

 private:
  CommandKind const* kind_;
  std::shared_ptr<void const> body_;
  std::vector<std::string> given_;
};

/// Reads one command: `{"command":"nonconformity.issue","nonconformity":"NC-7",…}`. @return it, or every violation.
[[nodiscard]] result<Command> read_command(boost::json::value const& document, std::string const& where = {});

/// Reads one command, or a list of them. @return all, or the violations of all.
[[nodiscard]] result<std::vector<Command>> read_commands(boost::json::value const& document);

/// Writes a command as read_command() reads it.
[[nodiscard]] boost::json::value write_command(Command const& command);

/// The JSON Schema of a command.
[[nodiscard]] boost::json::value command_schema(CommandKind const& kind);

}  // namespace v1
}  // namespace annexa
