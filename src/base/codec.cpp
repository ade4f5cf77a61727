#include <annexa/base/json.hpp>
#include <annexa/base/name_hint.hpp>
#include <annexa/base/pointer.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <utility>

#include "json_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

// The number nearest to the 15 digits of @p read: readers of JSON may be off by a bit, and each by another.
Real settled(Real read) {
  std::array<char, 40> digits{};
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), read, std::chars_format::scientific, 14);
  Real out = read;
  std::from_chars(digits.data(), end.ptr, out);
  return out;
}

// ---- Writing

// Whole numbers without a fraction.
json::value write_real(Real value) {
  if (std::fabs(value) < static_cast<Real>(exact_integer_limit) && value == std::floor(value))
    return static_cast<std::int64_t>(value);
  return value;
}
json::value write_scalar(CustomScalar const& value) {
  return std::visit([](auto const& plain) { return json::value(plain); }, value);
}
json::value write_custom(Custom const& custom) {
  json::object out;
  for (auto const& [key, value] : custom.members) {
    if (auto const* list = std::get_if<std::vector<CustomScalar>>(&value)) {
      json::array values;
      for (auto const& each : *list) values.push_back(write_scalar(each));
      out[key] = std::move(values);
    } else if (auto const* text = std::get_if<std::string>(&value)) {
      out[key] = *text;
    } else if (auto const* number = std::get_if<std::int64_t>(&value)) {
      out[key] = *number;
    } else {
      out[key] = std::get<bool>(value);
    }
  }
  return out;
}
json::value write_personal(Personal const& personal, PersonalForm form) {
  if (form == PersonalForm::plain) return json::string(personal.text());
  auto const& value = personal.value();
  if (!value) return json::object{{"commitment", to_string(personal.commitment())}};
  return json::object{{"salt", detail::to_hex(personal.salt().bytes.data(), personal.salt().bytes.size())},
                      {"value", *value}};
}
json::value write_money(Money const& money) {
  return json::object{{"amount", to_string(money.amount())}, {"currency", to_string(money.currency())}};
}

bool is_omitted(Type const& type, void const* value) {
  if (type.kind == TypeKind::optional) return type.count(value) == 0;
  return type.kind == TypeKind::custom && static_cast<Custom const*>(value)->members.empty();
}
json::value write_record(Type const& type, void const* value, PersonalForm form) {
  json::object out;
  out.reserve(type.members.size());
  for (auto const& member : type.members) {
    void const* const inner = member_of(member, value);
    if (!is_omitted(*member.type, inner)) out.emplace(wire_name(member), write_json(*member.type, inner, form));
  }
  return out;
}

// ---- Reading

std::string found(json::value const& value) {
  switch (value.kind()) {
    case json::kind::null:
      return "null";
    case json::kind::bool_:
      return value.get_bool() ? "true" : "false";
    case json::kind::string:
      return "the text \"" + std::string(shortened(value.get_string(), 60)) + "\"";
    case json::kind::array:
      return "a list";
    case json::kind::object:
      return "an object";
    default:
      return "the number " + json::serialize(value);
  }
}

std::string list_of(std::vector<std::string> const& names) {
  std::string out;
  for (auto const& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string names_of(Type const& type) {
  std::vector<std::string> names;
  for (auto const& row : type.names) names.push_back(wire_name(row));
  return "one of " + list_of(names);
}

std::string expected(Type const& type) {
  switch (type.kind) {
    case TypeKind::boolean:
      return "true or false";
    case TypeKind::integer:
      return "a whole number from " + std::to_string(type.minimum) + " to " + std::to_string(type.maximum);
    case TypeKind::real:
      return "a number";
    case TypeKind::text:
    case TypeKind::personal:
      return "text";
    case TypeKind::scalar:
      return type.refers_to.empty() ? detail::expectation(type.refusal)
                                    : "the key of a record (" + std::string(type.refers_to) + ")";
    case TypeKind::enumeration:
      return names_of(type);
    case TypeKind::money:
      return R"(money such as {"amount":"12.50","currency":"EUR"})";
    case TypeKind::custom:
      return detail::expectation(errc::bad_custom);
    case TypeKind::optional:
      return expected(*type.element);
    case TypeKind::list:
      return "a list, each " + expected(*type.element);
    case TypeKind::record:
      return "an object (" + std::string(type.name) + ")";
  }
  return {};
}

// One pass over a document; collects everything that is wrong with it.
class Reader {
 public:
  Reader(Error& errors, ReadOptions const& options, std::vector<Violation>* warnings)
      : errors_(errors), options_(options), warnings_(warnings) {}

  void read(Type const& type, void* target, json::value const& value, std::string const& where) {
    switch (type.kind) {
      case TypeKind::boolean:
        return boolean(type, target, value, where);
      case TypeKind::integer:
        return integer(type, target, value, where);
      case TypeKind::real:
        return real(type, target, value, where);
      case TypeKind::text:
        return text(type, target, value, where);
      case TypeKind::scalar:
        return scalar(type, target, value, where);
      case TypeKind::enumeration:
        return enumeration(type, target, value, where);
      case TypeKind::money:
        return money(type, target, value, where);
      case TypeKind::personal:
        return personal(type, target, value, where);
      case TypeKind::custom:
        return custom(type, target, value, where);
      case TypeKind::optional:
        type.clear(target);
        return read(*type.element, type.grow(target), value, where);
      case TypeKind::list:
        return list(type, target, value, where);
      case TypeKind::record:
        return record(type, target, value, where);
    }
  }

 private:
  void wrong(Type const& type, json::value const& value, std::string const& where) {
    errors_.add(json_rules::wrong_type, where, {{"found", found(value)}, {"expected", expected(type)}});
  }
  void bad(std::string_view text, std::string expectation, std::string const& where) {
    errors_.add(json_rules::bad_value, where,
                {{"found", std::string(shortened(text, 120))}, {"expected", std::move(expectation)}});
  }
  // The text of @p value, or nothing after saying why not.
  std::optional<std::string_view> string(Type const& type, json::value const& value, std::string const& where) {
    auto const* text = value.if_string();
    if (!text) {
      wrong(type, value, where);
      return {};
    }
    if (!is_utf8(*text)) {
      errors_.add(json_rules::not_utf8, where);
      return {};
    }
    // What people write; journals hold what was accepted.
    if (options_.personal == PersonalForm::plain && has_stray_control(*text)) {
      errors_.add(json_rules::control, where);
      return {};
    }
    return std::string_view(text->data(), text->size());
  }

  void boolean(Type const& type, void* target, json::value const& value, std::string const& where) {
    if (!value.is_bool()) return wrong(type, value, where);
    type.set_number(target, value.get_bool() ? 1 : 0);
  }
  void integer(Type const& type, void* target, json::value const& value, std::string const& where) {
    if (value.is_int64() && value.get_int64() >= type.minimum && value.get_int64() <= type.maximum)
      return type.set_number(target, value.get_int64());
    wrong(type, value, where);
  }
  void real(Type const& type, void* target, json::value const& value, std::string const& where) {
    Real const number = value.is_number() ? value.to_number<Real>() : std::numeric_limits<Real>::infinity();
    if (!std::isfinite(number)) return wrong(type, value, where);
    *static_cast<Real*>(target) = settled(number);
  }
  void text(Type const& type, void* target, json::value const& value, std::string const& where) {
    if (auto const read = string(type, value, where)) *static_cast<std::string*>(target) = *read;
  }
  void scalar(Type const& type, void* target, json::value const& value, std::string const& where) {
    auto const read = string(type, value, where);
    if (!read) return;
    if (auto const refused = type.parse(target, *read)) bad(*read, detail::expectation(*refused), where);
  }
  void enumeration(Type const& type, void* target, json::value const& value, std::string const& where) {
    auto const read = string(type, value, where);
    if (!read) return;
    for (auto const& row : type.names)
      if (wire_name(row) == *read) return type.set_number(target, row.value);
    bad(*read, names_of(type), where);
  }
  void money(Type const& type, void* target, json::value const& value, std::string const& where) {
    auto const* object = value.if_object();
    auto const* amount = object ? object->if_contains("amount") : nullptr;
    auto const* currency = object ? object->if_contains("currency") : nullptr;
    if (!amount || !currency || object->size() != 2 || !amount->is_string() || !currency->is_string())
      return wrong(type, value, where);
    auto const number = Decimal::parse(amount->get_string());
    auto const code = Currency::parse(currency->get_string());
    if (!number) return bad(amount->get_string(), detail::expectation(number.error()), pointer_to(where, "amount"));
    if (!code) return bad(currency->get_string(), detail::expectation(code.error()), pointer_to(where, "currency"));
    auto const read = Money::from(*number, *code);
    if (!read) return bad(amount->get_string(), detail::expectation(read.error()), pointer_to(where, "amount"));
    *static_cast<Money*>(target) = *read;
  }
  // Plain text from people; an object with salt and value, or with the commitment alone, from the journal only.
  void personal(Type const& type, void* target, json::value const& value, std::string const& where) {
    auto& out = *static_cast<Personal*>(target);
    auto const* object = value.if_object();
    if (!object) {
      if (auto const read = string(type, value, where)) out = Personal(std::string(*read));
      return;
    }
    if (options_.personal == PersonalForm::plain) return wrong(type, value, where);
    auto const* commitment = object->if_contains("commitment");
    auto const* salt = object->if_contains("salt");
    auto const* plain = object->if_contains("value");
    if (salt && plain && salt->is_string() && plain->is_string() && object->size() == 2) {
      Salt bytes;
      if (!detail::from_hex(salt->get_string(), bytes.bytes.data(), bytes.bytes.size()))
        return wrong(type, value, where);
      out = Personal(std::string(plain->get_string()), bytes);
    } else if (commitment && commitment->is_string() && object->size() == 1) {
      auto const hash = Hash::parse(commitment->get_string());
      if (!hash) return wrong(type, value, where);
      out = Personal::erased(*hash);
    } else {
      wrong(type, value, where);
    }
  }
  static std::optional<CustomScalar> custom_scalar(json::value const& value) {
    if (value.is_bool()) return value.get_bool();
    if (auto const* number = value.if_int64();
        number && *number >= -exact_integer_limit && *number <= exact_integer_limit)
      return *number;
    if (value.is_string() && is_utf8(value.get_string()) && !has_stray_control(value.get_string()))
      return std::string(value.get_string());
    return {};
  }
  void custom(Type const& type, void* target, json::value const& value, std::string const& where) {
    if (!value.is_object()) return wrong(type, value, where);
    auto& out = *static_cast<Custom*>(target);
    out.members.clear();
    std::size_t size = 0;
    for (auto const& [key, member] : value.get_object()) {
      size += key.size() + json::serialize(member).size();
      std::vector<CustomScalar> values;
      bool good = Custom::is_key(key);
      auto const take = [&](json::value const& each) {
        auto scalar = custom_scalar(each);
        good = good && scalar.has_value();
        if (scalar) values.push_back(*std::move(scalar));
      };
      if (auto const* list = member.if_array())
        for (auto const& each : *list) take(each);
      else
        take(member);
      if (!good)
        bad(key, detail::expectation(errc::bad_custom), pointer_to(where, key));
      else if (member.is_array())
        out.members[key] = std::move(values);
      else
        std::visit([&](auto const& plain) { out.members[key] = plain; }, values.front());
    }
    if (size > custom_limit) bad(std::to_string(size) + " bytes", "custom members of at most 16384 bytes", where);
  }
  void list(Type const& type, void* target, json::value const& value, std::string const& where) {
    auto const* values = value.if_array();
    if (!values) return wrong(type, value, where);
    type.clear(target);
    for (std::size_t i = 0; i < values->size(); ++i)
      read(*type.element, type.grow(target), (*values)[i], pointer_to(where, i));
  }
  void record(Type const& type, void* target, json::value const& value, std::string const& where) {
    auto const* object = value.if_object();
    if (!object) return wrong(type, value, where);
    bool const outermost = std::exchange(outermost_, false);
    auto const is_managed = [&](std::string_view name) {
      return outermost && std::ranges::find(options_.managed, name) != options_.managed.end();
    };
    for (auto const& [key, member] : *object) {
      auto const* known = find_member(type, key);
      if (known && is_managed(key))
        errors_.add(json_rules::managed_member, pointer_to(where, key), {{"member", std::string(key)}});
      else if (known)
        read(*known->type, known->at(target), member, pointer_to(where, key));
      else
        unknown(type, key, where);
    }
    for (auto const& member : type.members) {
      auto const name = wire_name(member);
      bool const optional =
          may_be_absent(*member.type) || (name == "key" && options_.key_may_be_absent) || is_managed(name);
      if (!optional && !object->contains(name))
        errors_.add(json_rules::missing_member, where,
                    {{"member", std::string(name)}, {"expected", expected(*member.type)}});
    }
  }
  void unknown(Type const& type, std::string_view name, std::string const& where) {
    std::vector<std::string> names;
    NameHint near(name);
    for (auto const& member : type.members) {
      names.emplace_back(wire_name(member));
      near.offer(names.back());
    }
    auto hint =
        near.nearest().empty() ? "Accepted: " + list_of(names) + "." : "Did you mean \"" + near.nearest() + "\"?";
    std::vector<Argument> args{{"found", std::string(shortened(name, 80))}, {"hint", std::move(hint)}};
    auto const place = pointer_to(where, shortened(name, 80));
    if (options_.unknown == UnknownMembers::refuse)
      errors_.add(json_rules::unknown_member, place, std::move(args));
    else if (warnings_)
      warnings_->push_back(violation(json_rules::unknown_member, place, std::move(args)));
  }

  Error& errors_;
  ReadOptions const& options_;
  std::vector<Violation>* warnings_;
  bool outermost_ = true;  // until the first record is begun
};

}  // namespace

json::value write_json(Type const& type, void const* value, PersonalForm form) {
  switch (type.kind) {
    case TypeKind::boolean:
      return type.number(value) != 0;
    case TypeKind::integer:
      return type.number(value);
    case TypeKind::real:
      return write_real(*static_cast<Real const*>(value));
    case TypeKind::text:
      return json::string(*static_cast<std::string const*>(value));
    case TypeKind::scalar:
      return json::string(type.print(value));
    case TypeKind::enumeration:
      return json::string(enum_name(type, type.number(value)));
    case TypeKind::money:
      return write_money(*static_cast<Money const*>(value));
    case TypeKind::personal:
      return write_personal(*static_cast<Personal const*>(value), form);
    case TypeKind::custom:
      return write_custom(*static_cast<Custom const*>(value));
    case TypeKind::optional:
      return type.count(value) == 0 ? json::value(nullptr) : write_json(*type.element, item_of(type, value, 0), form);
    case TypeKind::list: {
      json::array out;
      for (std::size_t i = 0; i < type.count(value); ++i)
        out.push_back(write_json(*type.element, item_of(type, value, i), form));
      return out;
    }
    case TypeKind::record:
      return write_record(type, value, form);
  }
  return {};
}

void read_json(Type const& type, void* target, json::value const& value, std::string const& where, Error& errors,
               ReadOptions const& options, std::vector<Violation>* warnings) {
  Reader(errors, options, warnings).read(type, target, value, where);
}

void for_each_reference(Type const& type, void const* value, std::string const& where,
                        std::function<void(std::string_view, std::string const&, std::string const&)> const& visit) {
  switch (type.kind) {
    case TypeKind::scalar:
      if (!type.refers_to.empty()) visit(type.refers_to, type.print(value), where);
      return;
    case TypeKind::optional:
    case TypeKind::list:
      for (std::size_t i = 0; i < type.count(value); ++i)
        for_each_reference(*type.element, item_of(type, value, i),
                           type.kind == TypeKind::list ? pointer_to(where, i) : where, visit);
      return;
    case TypeKind::record:
      for (auto const& member : type.members)
        for_each_reference(*member.type, member_of(member, value), pointer_to(where, wire_name(member)), visit);
      return;
    default:
      return;
  }
}

void for_each_personal(Type const& type, void* value, std::function<void(Personal&)> const& visit) {
  switch (type.kind) {
    case TypeKind::personal:
      return visit(*static_cast<Personal*>(value));
    case TypeKind::optional:
    case TypeKind::list:
      for (std::size_t i = 0; i < type.count(value); ++i) for_each_personal(*type.element, type.item(value, i), visit);
      return;
    case TypeKind::record:
      for (auto const& member : type.members) for_each_personal(*member.type, member.at(value), visit);
      return;
    default:
      return;
  }
}

}  // namespace v1
}  // namespace annexa
