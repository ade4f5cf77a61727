#include "sqlite_layout.hpp"

#include <annexa/journal/merkle_tree.hpp>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>

#include "journal_rules.hpp"
#include "platform/files.hpp"
#include "sqlite_sql.hpp"
#include "store_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite {
namespace {

std::string mark_version(std::size_t number) { return "PRAGMA user_version = " + std::to_string(number); }

result<void> make_settings(Connection& connection, std::span<sqlite_sql::Setting const> settings) {
  for (auto const& [set, read, expected] : settings) {
    if (auto const done = connection.execute(set); !done) return done.error();
    auto const found = connection.text(read);
    if (!found) return found.error();
    if (*found != expected)
      return Error(store_rules::setting, connection.path(),
                   {{"setting", std::string(set)}, {"found", *found}, {"expected", std::string(expected)}});
  }
  return {};
}

result<void> execute_all(Connection& connection, std::span<std::string_view const> statements) {
  for (auto const sql : statements)
    if (auto const done = connection.execute(sql); !done) return done.error();
  return {};
}

// The tree over the bytes of all events, which the head has to agree with.
result<Frontier> tree_of_bytes(Connection& connection) {
  auto const select = connection.prepare(sqlite_sql::select_bytes);
  if (!select) return select.error();
  Frontier tree;
  Run events(connection, *select);
  for (;;) {
    auto const row = events.next();
    if (!row) return row.error();
    if (!*row) break;
    tree.append(leaf_hash(events.bytes(0)));
  }
  auto const select_head = connection.prepare(sqlite_sql::select_head);
  if (!select_head) return select_head.error();
  Run head(connection, *select_head);
  auto const row = head.next();
  if (!row) return row.error();
  auto const kept = *row ? Frontier::parse(static_cast<std::uint64_t>(head.integer(1)), head.bytes(2)) : Frontier();
  if (!kept) return kept.error();
  if (*kept == tree) return tree;
  return Error(journal_rules::root, connection.path(),
               {{"found", to_string(tree.root())}, {"expected", to_string(kept->root())}});
}

// A name beside the file that nobody has: of earlier attempts more than one copy may be left.
result<std::string> claim_copy(std::string const& path, std::size_t layout, bool has_own_vfs) {
  auto const name = path + ".layout-" + std::to_string(layout);
  if (has_own_vfs) return name;
  constexpr int most_copies = 100;
  int refused = EEXIST;
  for (int i = 1; i <= most_copies && refused == EEXIST; ++i) {
    auto const each = i == 1 ? name : name + '.' + std::to_string(i);
    refused = platform::create_file(each);
    if (refused == 0) return each;
  }
  return Error(store_rules::cannot_open, name, {{"found", platform::error_text(refused)}});
}

result<void> copy_before(Connection& connection, std::size_t layout, bool has_own_vfs) {
  auto const copy = claim_copy(connection.path(), layout, has_own_vfs);
  if (!copy) return copy.error();
  auto done = vacuum_into(connection, *copy);
  if (has_own_vfs) return done;
  if (int const failed = done ? platform::sync_file(*copy) : 0; failed != 0)
    done = Error(store_rules::failed_sync, *copy, {{"found", platform::error_text(failed)}});
  if (!done) platform::remove_file(*copy);
  return done;
}

result<void> step_to(Connection& connection, Layout const& layout) {
  auto done = execute_all(connection, layout.from_before);
  return done && layout.fill ? layout.fill(connection) : done;
}

// Between BEGIN and COMMIT.
result<void> step_through(Connection& connection, History history, std::size_t from) {
  auto const now = identify(connection, history);
  if (!now) return now.error();
  if (*now != from) return {};  // another program was faster
  if (auto const same = compare_layout(connection, history[from - 1]); !same) return same.error();
  auto const before = tree_of_bytes(connection);
  if (!before) return before.error();
  for (auto number = from + 1; number <= history.size(); ++number)
    if (auto const done = step_to(connection, history[number - 1]); !done) return done.error();
  if (auto const done = connection.execute(mark_version(history.size())); !done) return done.error();
  if (auto const same = compare_layout(connection, history.back()); !same) return same.error();
  auto const after = tree_of_bytes(connection);
  if (!after) return after.error();
  if (*after == *before) return {};
  return Error(store_rules::migration, connection.path(),
               {{"found", to_string(after->root())}, {"expected", to_string(before->root())}});
}

// The code of a page that SQLite's check could not read: that says something of the disk, not of the file.
std::optional<int> unreadable(std::string_view finding) {
  constexpr std::string_view before = "error code=";
  auto const at = finding.rfind(before);
  if (at == finding.npos) return {};
  int code = SQLITE_OK;
  auto const digits = finding.substr(at + before.size());
  std::from_chars(digits.data(), digits.data() + digits.size(), code);
  return (code & 0xFF) == SQLITE_IOERR ? std::optional(code) : std::nullopt;
}

}  // namespace

result<std::size_t> identify(Connection& connection, History history) {
  auto const pages = connection.text("PRAGMA page_count");
  if (!pages) return pages.error();
  if (*pages == "0") return Error(store_rules::empty_file, connection.path());
  auto const application = connection.text("PRAGMA application_id");
  if (!application) return application.error();
  auto const objects = *application == "0" ? connection.text(sqlite_sql::count_objects) : result<std::string>("");
  if (!objects) return objects.error();
  if (*objects == "0") return Error(store_rules::empty_file, connection.path());
  if (*application != std::to_string(sqlite_application_id))
    return Error(store_rules::not_a_workspace, connection.path(), {{"found", "a database of another program"}});
  auto const version = connection.text("PRAGMA user_version");
  if (!version) return version.error();
  for (std::size_t number = 1; number <= history.size(); ++number)
    if (*version == std::to_string(number)) return number;
  if (version->starts_with('-') || *version == "0")
    return Error(store_rules::altered, connection.path(), {{"object", "layout number"}});
  return Error(store_rules::newer, connection.path(),
               {{"found", *version}, {"expected", std::to_string(history.size())}});
}

result<void> set_up(Connection& connection, SqliteJournal journal) {
  auto const mode = connection.text("PRAGMA journal_mode");
  if (!mode) return mode.error();
  bool const reads_ahead = *mode == "wal" && connection.is_read_only();
  if (reads_ahead && journal != SqliteJournal::write_ahead_shared)
    return Error(store_rules::write_ahead, connection.path());
  bool const writes_ahead = journal != SqliteJournal::rollback && !connection.is_read_only();
  std::span<sqlite_sql::Setting const> durable;  // none for who reads only what another writes ahead
  if (writes_ahead)
    durable = sqlite_sql::write_ahead_settings;
  else if (!reads_ahead)
    durable = sqlite_sql::rollback_settings;
  if (auto const done = make_settings(connection, durable); !done) return done.error();
  return make_settings(connection, sqlite_sql::settings);
}

result<void> come_to_rest(Connection& connection) {
  sqlite3_busy_timeout(connection.get(), 0);
  if (auto const done = make_settings(connection, sqlite_sql::rollback_settings); !done) return done.error();
  return execute_all(connection, sqlite_sql::rest);
}

result<void> compare_layout(Connection& connection, Layout const& layout) {
  auto const statement = connection.prepare(sqlite_sql::read_layout);
  if (!statement) return statement.error();
  Run run(connection, *statement);
  auto const altered = [&](std::string_view name) {
    return Error(store_rules::altered, connection.path(),
                 {{"object", "table or trigger \"" + std::string(name) + '"'}});
  };
  for (auto const& expected : layout.objects) {
    auto const row = run.next();
    if (!row) return row.error();
    if (!*row || run.bytes(0) != expected.name || run.bytes(1) != expected.sql) return altered(expected.name);
  }
  auto const more = run.next();
  if (!more) return more.error();
  if (*more) return altered(run.bytes(0));
  return {};
}

result<void> make_layout(Connection& connection, History history, Uuid const& tenant) {
  Transaction transaction(connection);
  if (auto const begun = transaction.begin(); !begun) return begun.error();
  auto const objects = connection.text(sqlite_sql::count_objects);
  if (!objects) return objects.error();
  if (*objects != "0") return Error(store_rules::exists, connection.path());
  if (auto const done = connection.execute(sqlite_sql::mark_application); !done) return done.error();
  if (auto const done = connection.execute(mark_version(history.size())); !done) return done.error();
  auto const& layout = history.back();
  for (auto const index : layout.order)
    if (auto const done = connection.execute(layout.objects[index].sql); !done) return done.error();
  auto const insert = connection.prepare(sqlite_sql::insert_head);
  if (!insert) return insert.error();
  if (auto const done = Run(connection, *insert).bind(tenant.bytes).finish(); !done) return done.error();
  return transaction.commit();
}

result<void> migrate(Connection& connection, History history, std::size_t from, bool has_own_vfs) {
  if (connection.is_read_only())
    return Error(store_rules::older, connection.path(),
                 {{"found", std::to_string(from)}, {"expected", std::to_string(history.size())}});
  if (auto const done = copy_before(connection, from, has_own_vfs); !done) return done.error();
  Transaction transaction(connection);
  if (auto const begun = transaction.begin(); !begun) return begun.error();
  if (auto const done = step_through(connection, history, from); !done) return done.error();
  return transaction.commit();
}

result<std::vector<Violation>> check_integrity(Connection& connection, std::function<bool()> const& proceed) {
  return interruptible(connection, proceed, [&]() -> result<std::vector<Violation>> {
    auto const statement = connection.prepare("PRAGMA integrity_check(100)");
    if (!statement) return statement.error();
    Run run(connection, *statement);
    std::vector<Violation> found;
    for (;;) {
      auto const row = run.next();
      if (!row) return row.error();
      if (!*row) return found;
      if (auto const code = unreadable(run.bytes(0))) return connection.error(*code);
      if (run.bytes(0) != "ok")
        found.push_back(violation(store_rules::corrupt, connection.path(), {{"found", std::string(run.bytes(0))}}));
    }
  });
}

result<void> vacuum_into(Connection& connection, std::string const& path) {
  auto const statement = connection.prepare("VACUUM INTO ?");
  if (!statement) return statement.error();
  int const attached = sqlite3_limit(connection.get(), SQLITE_LIMIT_ATTACHED, 1);
  auto done = Run(connection, *statement).bind_text(plain_path(path)).finish();
  // A new file whose size cannot be asked for is an "existing" one to SQLite, and no word of the source.
  bool const of_target = !done && sqlite3_errcode(connection.get()) == SQLITE_ERROR;
  std::string const found = of_target ? sqlite3_errmsg(connection.get()) : "";
  sqlite3_limit(connection.get(), SQLITE_LIMIT_ATTACHED, attached);
  if (of_target) return Error(store_rules::input_output, path, {{"found", found}});
  return done;
}

}  // namespace sqlite
}  // namespace v1
}  // namespace annexa
