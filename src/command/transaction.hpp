#pragma once
// What a handler works with: the state as it is so far, and the ways to change it or to refuse.

#include <annexa/command/decide.hpp>
#include <annexa/duty/role_grant.hpp>
#include <annexa/duty/rule.hpp>

#include <optional>
#include <string>
#include <utility>

namespace annexa {
inline namespace v1 {

class Transaction {
 public:
  Transaction(State const& state, Command const& command, Context const& context);

  // The state with this command's changes so far.
  [[nodiscard]] State const& state() const noexcept { return working_; }
  // The state before this command.
  [[nodiscard]] State const& before() const noexcept { return before_; }
  [[nodiscard]] Instant at() const noexcept { return at_; }
  [[nodiscard]] Date today() const noexcept { return at_.date(); }
  [[nodiscard]] std::string const& actor() const noexcept { return actor_; }
  // Name of the command.
  [[nodiscard]] std::string_view command() const noexcept { return command_.kind().name; }

  // The person who acts; refuses and answers nothing if the actor is none.
  [[nodiscard]] Person const* acting_person();
  // True if the actor holds @p role today.
  [[nodiscard]] bool actor_has(Role role) const;

  // The record that @p key names; refuses and answers null if there is none.
  template <FixedString Noun>
  [[nodiscard]] auto const* need(Key<Noun> const& key, std::string const& where) {
    auto const* record = working_.find(key);
    if (!record) refuse_unknown(Noun.view(), key.text(), where);
    return record;
  }

  // Adds or changes a record. @param kind  the command that alone would cause it; this command's name when empty.
  template <class T>
  void put(T record, std::string_view kind = {}) {
    record_change(nouns()[detail::noun_index<T>], std::make_shared<T>(std::move(record)), kind);
  }
  void put(Noun const& noun, std::shared_ptr<void> record, std::string_view kind = {}) {
    record_change(noun, std::move(record), kind);
  }

  // A key for a new record: the noun's prefix, @p series ("2026-" or nothing) and the next number.
  template <FixedString Noun>
  [[nodiscard]] Key<Noun> allocate(std::string_view series = {}) {
    return *Key<Noun>::parse(next_key(*find_noun(Noun.view()), series));
  }
  [[nodiscard]] std::string next_key(Noun const& noun, std::string_view series) const;

  // What has happened cannot have happened after today; refuses a day that has.
  void check_past(std::optional<Date> const& day, std::string where);

  // A rule that the standard demands: refuses.
  void refuse(Rule const& rule, std::string where, std::vector<Argument> args = {}) {
    errors_.add(rule, std::move(where), std::move(args));
  }
  void refuse(Error const& error, std::string const& prefix = {}) { errors_.add(error, prefix); }
  // A rule of guidance: refuses unless the command sets it aside (override) or @p person has a waiver for it.
  void guide(Rule const& rule, std::string where, std::vector<Argument> args, std::string_view person = {});
  // A separation rule, broken in the way that @p message says: its row decides whether that is a warning, a refusal
  // that can be set aside, or one that cannot. @pre message.id is a duty rule.
  void judge(Rule const& message, std::string where, std::vector<Argument> args, std::string_view person);
  // A rule, broken, with the effect that it has in this organisation: nothing, a warning, or a refusal that can be set
  // aside. @param waivable  true if a waiver of @p person sets it aside.
  void weigh(Rule const& rule, std::string where, std::vector<Argument> args, std::string_view person,
             DutyEffect effect, bool waivable);
  // A rule of practice: warns. Where the command names it among those to set aside, that goes on record.
  void practise(Rule const& rule, std::string where, std::vector<Argument> args = {});

  // Warns of a time zone that nobody knows, where somebody can be asked.
  void check_zone(std::string const& zone);

  // Orders personal texts to be erased beside the journal.
  void erase(ErasureOrder order) { erase_.push_back(std::move(order)); }

  // That there is no such record, with the key that may be meant.
  void refuse_unknown(std::string_view noun, std::string const& key, std::string const& where);

  [[nodiscard]] bool refused() const noexcept { return !errors_.empty(); }

  // Ends the command. @return what it came to, or why it is refused.
  [[nodiscard]] result<Decision> finish() &&;

 private:
  void check_order();
  void record_change(Noun const& noun, std::shared_ptr<void> record, std::string_view kind);
  void check_references(Noun const& noun, void const* record);
  [[nodiscard]] std::int64_t found_version() const;
  void check_expected_version();
  void check_override();
  void record_override();
  void draw(std::span<unsigned char> bytes);
  bool overridden(std::string_view rule);

  Command const& command_;
  Context const& context_;
  State working_;
  State const& before_;
  Instant at_;
  std::string actor_;
  std::uint64_t draws_ = 0;
  Uuid command_id_;
  std::vector<Event> events_;
  Error errors_{ErrorKind::rule};
  std::vector<Violation> warnings_;
  std::vector<std::string> set_aside_;
  std::vector<ErasureOrder> erase_;
};

// True if there is such a person and they have not left by @p day.
[[nodiscard]] bool is_here(State const& state, std::string_view person, Date day);

// True if @p person holds @p role on @p day and has not left.
[[nodiscard]] bool holds_role(State const& state, std::string_view person, Role role, Date day);

// True if a waiver sets @p rule aside for @p person on @p day.
[[nodiscard]] bool is_waived(State const& state, std::string_view rule, std::string_view person, Date day);

// What breaking @p rule leads to in this organisation, where it leads to @p usual elsewhere (duty.configure).
[[nodiscard]] DutyEffect effect_of(State const& state, std::string_view rule, DutyEffect usual);

}  // namespace v1
}  // namespace annexa
