// Sixteen writers append to one journal on a server while their connections are cut, with and without a server that
// asks for repetition (isolation level serializable): positions without gaps, no event twice, none lost that was
// acknowledged. Whoever runs it may kill and start the server meanwhile.
//
//   annexa-server-faults postgres://USER:PASSWORD@127.0.0.1:PORT/DATABASE?tenant=KEY [APPENDS] [SEED]
#include <annexa/journal/postgres_store.hpp>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <thread>

#include "conformance/conformance.hpp"
#include "cutting_proxy.hpp"
#include "rig.hpp"

namespace {

using namespace annexa;
using namespace annexa::testing;
using namespace std::chrono_literals;

constexpr int writers = 16;
// Looking at the head and appending take three requests and three answers, each of one piece at least: so one append in
// twenty is cut on average and one in forty for certain, where one in a hundred is asked for.
constexpr std::uint64_t pieces_between_cuts = 120;

struct Row {
  std::string name;
  std::string more;  // parameters of the URL
};
Row const rows[] = {{"server,cut", ""},
                    {"server,cut+serializable", "&options=-c%20default_transaction_isolation%3Dserializable"}};

// What a writer was told.
struct Told {
  std::vector<std::pair<Uuid, std::uint64_t>> acknowledged;  // ids and positions
  std::uint64_t conflicts = 0;
  std::uint64_t unknown = 0;      // appends whose outcome the store could not tell
  std::uint64_t unreachable = 0;  // calls that found no server
  std::string wrong;
};

class Writer {
 public:
  Writer(std::string url, int number, std::uint64_t appends) : url_(std::move(url)), number_(number), left_(appends) {}

  Told run() {
    while (left_ > 0 && told_.wrong.empty()) {
      if (!store_ && !open()) continue;
      auto const head = store_->head();
      if (!head) {
        judge(head.error());
        continue;
      }
      auto const next = event();
      auto const done = store_->append(head->size(), std::span(&next, 1));
      if (done)
        acknowledge(next, done->size() - 1);
      else
        settle(next, done.error());
    }
    return std::move(told_);
  }

 private:
  [[nodiscard]] EncodedEvent event() const {
    auto const version = told_.acknowledged.size() + 1;
    return encoded(number_ * 10'000'000 + static_cast<int>(version), "writer " + std::to_string(number_), version,
                   personal_data("salt", "Anna"));
  }
  bool open() {
    auto opened = postgres_store(url_, OpenMode::open, {.connections = writers});
    if (!opened) judge(opened.error());
    if (opened) store_ = *std::move(opened);
    return store_ != nullptr;
  }
  void acknowledge(EncodedEvent const& event, std::uint64_t position) {
    told_.acknowledged.emplace_back(event.id, position);
    --left_;
  }
  // A refusal of a sound journal is a conflict, or the way to the server.
  void judge(Error const& error) {
    if (error.kind() == ErrorKind::conflict) {
      ++told_.conflicts;
      return;
    }
    if (error.kind() != ErrorKind::storage) told_.wrong = error.text();
    ++told_.unreachable;
    std::this_thread::sleep_for(20ms);
  }
  // After a conflict nothing was written. After a lost connection somebody else has to be asked, later.
  void settle(EncodedEvent const& event, Error const& error) {
    bool const unknown = error.names("server.unknown-outcome");
    if (!error.names("server.unknown-outcome")) judge(error);
    if (error.names("journal.duplicate-event")) told_.wrong = "an append was made twice: " + error.text();
    if (!unknown) return;
    ++told_.unknown;
    for (int i = 0; i < 3000 && told_.wrong.empty(); ++i) {
      auto const found = store_->find(event.id);
      if (found && *found) acknowledge(event, **found);
      if (found) return;
      judge(found.error());
    }
    told_.wrong = "the server never came back";
  }

  std::string url_;
  int number_;
  std::uint64_t left_;
  std::unique_ptr<Store> store_;
  Told told_;
};

std::string with_port(std::string url, std::uint16_t port) {
  auto const at = url.rfind('@');
  auto const begin = url.find(':', at) + 1;
  return url.replace(begin, url.find('/', begin) - begin, std::to_string(port));
}

std::uint16_t port_of(std::string const& url) {
  auto const begin = url.find(':', url.rfind('@')) + 1;
  return static_cast<std::uint16_t>(std::stoul(url.substr(begin)));
}

// What is wrong with the journal, given what all writers were told; or why it could not be read, when the server is
// down at this very moment.
result<std::string> judge_journal(Store& store, std::vector<Told> const& told, std::uint64_t appends, Counts& counts) {
  auto const report = verify(store);
  if (!report) return report.error();
  if (!report->ok()) return report->problems.front().where + ": " + report->problems.front().message;
  std::vector<StoredEvent> events;
  auto const read = store.read(0, appends + 1, [&](StoredEvent const& event) {
    events.push_back(event);
    return true;
  });
  if (!read) return read.error();
  if (events.size() != appends)
    return std::to_string(events.size()) + " events, but " + std::to_string(appends) + " appends";
  std::set<Uuid> ids;
  for (auto const& event : events) ids.insert(event.id);
  counts.add("positions", events.size());
  counts.add("ids", ids.size());
  if (ids.size() != events.size()) return std::string("an event stands there twice");
  for (auto const& each : told)
    for (auto const& [id, position] : each.acknowledged)
      if (position >= events.size() || events[position].id != id) counts.add("lost");
  return std::string(counts.of("lost") == 0 ? "" : "what was acknowledged is not where it was said to be");
}

// A new journal; the server may be down at this very moment.
std::string make_journal(std::string const& url, int& number) {
  for (int i = 0; i < 1000; ++i) {
    auto const each = with_numbered_tenant(url, ++number);
    auto const made = postgres_store(each, OpenMode::create, {.workspace = tenant()});
    if (made) return each;
    if (!made.error().names("server.exists")) std::this_thread::sleep_for(50ms);
  }
  throw std::runtime_error("no journal can be made");
}

Counts run(Row const& row, std::string const& url, RigArguments const& arguments, int& number) {
  Counts counts;
  auto const direct = make_journal(url, number);
  CuttingProxy proxy(port_of(url), pieces_between_cuts, arguments.seed);
  std::vector<Told> told(writers);
  std::vector<std::thread> threads;
  for (int i = 0; i < writers; ++i)
    threads.emplace_back([&, i] {
      auto const share =
          arguments.rounds / writers + (static_cast<std::uint64_t>(i) < arguments.rounds % writers ? 1 : 0);
      told[static_cast<std::size_t>(i)] = Writer(with_port(direct, proxy.port()) + row.more, i, share).run();
    });
  for (auto& thread : threads) thread.join();
  std::string wrong;
  for (auto const& each : told) {
    counts.add("acknowledged", each.acknowledged.size());
    counts.add("conflicts", each.conflicts);
    counts.add("unknown", each.unknown);
    counts.add("unreachable", each.unreachable);
    if (wrong.empty()) wrong = each.wrong;
  }
  counts.add("cuts", proxy.cuts());
  for (int i = 0; wrong.empty() && i < 200; ++i) {
    auto const store = postgres_store(direct, OpenMode::read_only);
    if (!store) std::this_thread::sleep_for(100ms);
    if (!store) continue;
    Counts found;
    auto judged = judge_journal(**store, told, arguments.rounds, found);
    if (!judged && judged.error().kind() == ErrorKind::storage) continue;
    wrong = judged ? *std::move(judged) : judged.error().text();
    for (auto const* name : {"positions", "ids", "lost"}) counts.add(name, found.of(name));
    break;
  }
  if (counts.of("positions") != arguments.rounds && wrong.empty()) wrong = "the journal could not be read";
  if (!wrong.empty()) {
    counts.add("failed");
    std::printf("%s: %s\n", row.name.c_str(), wrong.c_str());
  }
  return counts;
}

}  // namespace

int main(int count, char** values) {
  if (count < 2 || !is_server(values[1])) {
    std::fprintf(stderr, "annexa-server-faults URL [APPENDS] [SEED]: the URL of a server on the loopback\n");
    return 2;
  }
  auto const arguments = rig_arguments(count - 1, values + 1, 2'000);
  bool sound = true;
  int number = 0;
  for (auto const& row : rows) {
    auto const counts = run(row, values[1], arguments, number);
    counts.print(row.name);
    sound = sound && counts.of("failed") == 0 && counts.of("lost") == 0 && counts.of("acknowledged") != 0;
  }
  std::printf(sound ? "nothing acknowledged was lost\n" : "FAILED\n");
  return sound ? 0 : 1;
}
