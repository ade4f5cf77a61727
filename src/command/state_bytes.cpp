#include <annexa/command/state_bytes.hpp>

#include <annexa/base/text.hpp>

#include <algorithm>
#include <set>

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::size_t part_bytes = 1U << 20U;
// What a part begins with.
constexpr char first_part = 1;
constexpr char last_part = 2;
// What stands for a personal text.
constexpr std::uint64_t no_text = 0;
constexpr std::uint64_t text_elsewhere = 1;
constexpr std::uint64_t text_itself = 2;  // one that was never committed, which no command leaves behind

constexpr Rule bad_bytes{"state.bytes", "These bytes hold no state: {reason}.", "", ErrorKind::integrity};

Error bytes_error(char const* reason) { return {bad_bytes, "", {{"reason", reason}}}; }

// ---- Form

class FormWriter {
 public:
  void describe(Type const& type) {
    text_ += std::to_string(static_cast<int>(type.kind)) + ' ' + std::string(type.name) + ' ' +
             std::to_string(type.minimum) + ' ' + std::to_string(type.maximum);
    if (type.kind == TypeKind::record && !seen_.insert(&type).second) return;
    for (auto const& each : type.names) text_ += ' ' + std::string(each.name) + '=' + std::to_string(each.value);
    for (auto const& member : type.members) {
      text_ += "\n" + std::string(member.name) + ": ";
      describe(*member.type);
    }
    if (!type.element) return;
    text_ += " of ";
    describe(*type.element);
  }
  void add(std::string_view more) { text_ += more; }
  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  std::string text_;
  std::set<Type const*> seen_;
};

// ---- Writing

void put_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}
void put_signed(std::string& out, std::int64_t number) {
  auto const bits = static_cast<std::uint64_t>(number);
  put_number(out, (bits << 1U) ^ (number < 0 ? ~std::uint64_t{0} : 0));
}
void put_text(std::string& out, std::string_view text) {
  put_number(out, text.size());
  out += text;
}
template <class Array>
void put_bytes(std::string& out, Array const& bytes) {
  out.append(bytes.begin(), bytes.end());
}

class ValueWriter {
 public:
  ValueWriter(std::string& out, CommitmentOf const& commitment) : out_(out), commitment_(commitment) {}

  // The members of a record but the one that is left out.
  void members(Type const& type, void const* record, Member const* but) {
    for (auto const& member : type.members)
      if (&member != but) write(*member.type, member_of(member, record));
  }

 private:
  void write(Type const& type, void const* value) {
    switch (type.kind) {
      case TypeKind::boolean:
      case TypeKind::integer:
      case TypeKind::enumeration:
        return put_signed(out_, type.number(value));
      case TypeKind::text:
        return put_text(out_, *static_cast<std::string const*>(value));
      case TypeKind::real:  // in documents alone
        return;
      case TypeKind::scalar:
        return scalar(type, value);
      case TypeKind::money:
        put_text(out_, to_string(static_cast<Money const*>(value)->amount()));
        return put_text(out_, to_string(static_cast<Money const*>(value)->currency()));
      case TypeKind::personal:
        return personal(*static_cast<Personal const*>(value));
      case TypeKind::custom:
        return custom(*static_cast<Custom const*>(value));
      case TypeKind::optional:
      case TypeKind::list:
        return list(type, value);
      case TypeKind::record:
        return members(type, value, nullptr);
    }
  }
  // The frequent ones as numbers, the others as the texts that they are elsewhere.
  void scalar(Type const& type, void const* value) {
    if (&type == &type_of<Date>) return put_signed(out_, static_cast<Date const*>(value)->days());
    if (&type == &type_of<Instant>) return put_signed(out_, static_cast<Instant const*>(value)->micros());
    if (&type == &type_of<Hash>) return put_bytes(out_, static_cast<Hash const*>(value)->bytes);
    if (&type == &type_of<Uuid>) return put_bytes(out_, static_cast<Uuid const*>(value)->bytes);
    put_text(out_, type.print(value));
  }
  void list(Type const& type, void const* value) {
    auto const count = type.count(value);
    put_number(out_, count);
    for (std::size_t i = 0; i < count; ++i) write(*type.element, item_of(type, value, i));
  }
  void personal(Personal const& personal) {
    auto const& value = personal.value();
    bool const committed = personal.is_erased() || personal.salt() != Salt{};
    if (!committed && value->empty()) return put_number(out_, no_text);
    put_number(out_, committed ? text_elsewhere : text_itself);
    if (!committed) return put_text(out_, *value);
    put_bytes(out_, (value ? commitment_(personal) : personal.commitment()).bytes);
  }
  void custom_scalar(CustomScalar const& scalar) {
    put_number(out_, scalar.index());
    if (auto const* text = std::get_if<std::string>(&scalar)) return put_text(out_, *text);
    if (auto const* number = std::get_if<std::int64_t>(&scalar)) return put_signed(out_, *number);
    put_number(out_, std::get<bool>(scalar) ? 1 : 0);
  }
  void custom(Custom const& custom) {
    put_number(out_, custom.members.size());
    for (auto const& [key, value] : custom.members) {
      put_text(out_, key);
      auto const* list = std::get_if<std::vector<CustomScalar>>(&value);
      put_number(out_, list ? list->size() + 1 : 0);
      if (list)
        for (auto const& each : *list) custom_scalar(each);
      else
        std::visit(
            [this](auto const& plain) {
              if constexpr (std::is_constructible_v<CustomScalar, decltype(plain)>) custom_scalar(plain);
            },
            value);
    }
  }

  std::string& out_;
  CommitmentOf const& commitment_;
};

// ---- Reading

// What is left of a part. After a failure everything reads as zero and empty.
class Bytes {
 public:
  explicit Bytes(std::string_view rest) : rest_(rest) {}
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  [[nodiscard]] bool failed() const { return failed_; }
  void fail() {
    failed_ = true;
    rest_ = {};
  }
  std::uint64_t number() {
    std::uint64_t out = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      auto const byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      out |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return out;
    }
    fail();
    return 0;
  }
  std::int64_t signed_number() {
    auto const bits = number();
    return static_cast<std::int64_t>((bits >> 1U) ^ (~(bits & 1U) + 1));
  }
  std::string_view bytes(std::uint64_t count) {
    if (count > rest_.size()) {
      fail();
      return {};
    }
    auto const out = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return out;
  }
  std::string_view text() {
    auto const out = bytes(number());
    if (!is_utf8(out)) fail();
    return out;
  }
  template <std::size_t Size>
  void fixed(std::array<unsigned char, Size>& out) {
    auto const found = bytes(Size);
    std::copy(found.begin(), found.end(), out.begin());
  }
  // Each element takes a byte at least, but for those that need a look at the type.
  std::uint64_t count() {
    auto const out = number();
    if (out > rest_.size()) fail();
    return failed_ ? 0 : out;
  }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

class ValueReader {
 public:
  explicit ValueReader(Bytes& bytes) : bytes_(bytes) {}

  void members(Type const& type, void* record, Member const* but) {
    for (auto const& member : type.members)
      if (&member != but && !bytes_.failed()) read(*member.type, member.at(record));
  }

 private:
  void read(Type const& type, void* target) {
    switch (type.kind) {
      case TypeKind::boolean:
      case TypeKind::integer:
      case TypeKind::enumeration:
        return number(type, target);
      case TypeKind::text:
        *static_cast<std::string*>(target) = bytes_.text();
        return;
      case TypeKind::real:
        return bytes_.fail();
      case TypeKind::scalar:
        return scalar(type, target);
      case TypeKind::money:
        return money(*static_cast<Money*>(target));
      case TypeKind::personal:
        return personal(*static_cast<Personal*>(target));
      case TypeKind::custom:
        return custom(*static_cast<Custom*>(target));
      case TypeKind::optional:
      case TypeKind::list:
        return list(type, target);
      case TypeKind::record:
        return members(type, target, nullptr);
    }
  }
  void number(Type const& type, void* target) {
    auto const number = bytes_.signed_number();
    bool good = type.kind == TypeKind::boolean ? number == 0 || number == 1 : true;
    if (type.kind == TypeKind::integer) good = number >= type.minimum && number <= type.maximum;
    if (type.kind == TypeKind::enumeration)
      good = std::ranges::find(type.names, number, &EnumName::value) != type.names.end();
    if (!good) return bytes_.fail();
    type.set_number(target, number);
  }
  template <class T>
  void take(parsed<T> const& read, void* target) {
    if (!read) return bytes_.fail();
    *static_cast<T*>(target) = *read;
  }
  void scalar(Type const& type, void* target) {
    if (&type == &type_of<Date>) return take(Date::from_days(bytes_.signed_number()), target);
    if (&type == &type_of<Instant>) return take(Instant::from_micros(bytes_.signed_number()), target);
    if (&type == &type_of<Hash>) return bytes_.fixed(static_cast<Hash*>(target)->bytes);
    if (&type == &type_of<Uuid>) return bytes_.fixed(static_cast<Uuid*>(target)->bytes);
    auto const text = bytes_.text();
    if (!bytes_.failed() && type.parse(target, text)) bytes_.fail();
  }
  void money(Money& target) {
    auto const amount = Decimal::parse(bytes_.text());
    auto const currency = Currency::parse(bytes_.text());
    if (!amount || !currency) return bytes_.fail();
    take(Money::from(*amount, *currency), &target);
  }
  void list(Type const& type, void* target) {
    auto const count = bytes_.count();
    if (type.count(target) != 0) type.clear(target);
    if (type.kind == TypeKind::optional && count > 1) return bytes_.fail();
    for (std::uint64_t i = 0; i < count && !bytes_.failed(); ++i) read(*type.element, type.grow(target));
  }
  void personal(Personal& target) {
    auto const kind = bytes_.number();
    if (kind == text_itself) {
      target = Personal(std::string(bytes_.text()));
    } else if (kind == text_elsewhere) {
      Hash commitment;
      bytes_.fixed(commitment.bytes);
      target = Personal::erased(commitment);  // until it is found
    } else if (kind != no_text) {
      bytes_.fail();
    }
  }
  CustomScalar custom_scalar() {
    auto const kind = bytes_.number();
    if (kind == 0) return std::string(bytes_.text());
    if (kind == 1) return bytes_.signed_number();
    auto const truth = bytes_.number();
    if (kind != 2 || truth > 1) bytes_.fail();
    return truth == 1;
  }
  void custom(Custom& target) {
    for (auto left = bytes_.count(); left != 0 && !bytes_.failed(); --left) {
      std::string key(bytes_.text());
      auto const count = bytes_.count();
      if (!Custom::is_key(key)) return bytes_.fail();
      if (count == 0) {
        std::visit([&](auto&& plain) { target.members[key] = std::move(plain); }, custom_scalar());
        continue;
      }
      std::vector<CustomScalar> list;
      for (std::uint64_t i = 1; i < count && !bytes_.failed(); ++i) list.push_back(custom_scalar());
      target.members[key] = std::move(list);
    }
  }

  Bytes& bytes_;
};

Member const* key_of(Noun const& noun) { return find_member(*noun.type, "key"); }

// A record on its way into the state.
struct Arrival {
  Noun const* noun;
  TableRow row;
  std::shared_ptr<void> record;
};

// Puts the texts in the place of their commitments.
result<void> find_texts(std::span<Arrival> arrivals, TextsOf const& texts) {
  std::vector<Hash> commitments;
  std::vector<Personal*> targets;
  for (auto const& each : arrivals)
    for_each_personal(*each.noun->type, each.record.get(), [&](Personal& personal) {
      if (!personal.is_erased()) return;
      commitments.push_back(personal.commitment());
      targets.push_back(&personal);
    });
  if (targets.empty()) return {};
  auto found = texts(commitments);
  if (!found) return found.error();
  if (found->size() != targets.size()) return bytes_error("texts are missing");
  for (std::size_t i = 0; i < targets.size(); ++i) *targets[i] = std::move((*found)[i]);
  return {};
}

}  // namespace

std::string state_form() {
  FormWriter form;
  form.add("annexa-state/1");
  for (auto const& noun : nouns()) {
    form.add("\n\n");
    form.add(noun.name);
    form.describe(*noun.type);
  }
  return std::move(form).take();
}

StateWriter::StateWriter(std::shared_ptr<State const> state, CommitmentOf commitment)
    : state_(std::move(state)), commitment_(std::move(commitment)) {
  for (std::size_t i = 0; i < nouns().size(); ++i)
    state_->table(nouns()[i]).for_each([&](TableRow const& row) { rows_.push_back({i, &row}); });
}

std::optional<std::string> StateWriter::next() {
  if (begun_ && at_ == rows_.size()) return {};
  std::string out(1, begun_ ? 0 : first_part);
  if (!std::exchange(begun_, true)) {
    put_bytes(out, state_->workspace.bytes);
    put_number(out, state_->size);
    put_signed(out, state_->latest.micros());
  }
  ValueWriter writer(out, commitment_);
  for (; at_ < rows_.size() && out.size() < part_bytes; ++at_) {
    auto const& [index, row] = rows_[at_];
    auto const& noun = nouns()[index];
    put_number(out, index);
    put_number(out, row->version);
    put_text(out, row->key);
    writer.members(*noun.type, row->record.get(), key_of(noun));
  }
  if (at_ == rows_.size()) out[0] = static_cast<char>(out[0] | last_part);
  return out;
}

result<void> StateReader::add(std::string_view part) {
  char const begin = begun_ ? 0 : first_part;
  if (part.empty() || complete_ || (part.front() & ~last_part) != begin) return bytes_error("a part is out of order");
  Bytes bytes(part.substr(1));
  if (!std::exchange(begun_, true)) {
    bytes.fixed(state_.workspace.bytes);
    state_.size = bytes.number();
    auto const latest = Instant::from_micros(bytes.signed_number());
    if (!latest) return bytes_error("a time is out of range");
    state_.latest = *latest;
  }
  ValueReader reader(bytes);
  std::vector<Arrival> arrivals;
  while (!bytes.empty()) {
    auto const index = bytes.number();
    auto const version = bytes.number();
    auto const key = bytes.text();
    if (bytes.failed() || index >= nouns().size() || version == 0) return bytes_error("a record is of no noun");
    auto const& noun = nouns()[index];
    auto record = noun.create();
    auto const* member = key_of(noun);
    if (member->type->parse(member->at(record.get()), key)) return bytes_error("a record has no key");
    reader.members(*noun.type, record.get(), member);
    if (bytes.failed()) return bytes_error("a record ends early, or holds what it cannot");
    arrivals.push_back({&noun, {std::string(key), record, version}, record});
  }
  if (bytes.failed()) return bytes_error("it ends early");
  if (auto const found = find_texts(arrivals, texts_); !found) return found;
  for (auto& each : arrivals) state_.put(*each.noun, std::move(each.row));
  complete_ = (part.front() & last_part) != 0;
  return {};
}

result<State> StateReader::finish() && {
  if (!complete_) return bytes_error("the last part is missing");
  return std::move(state_);
}

}  // namespace v1
}  // namespace annexa
