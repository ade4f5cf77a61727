// YAML through libyaml's events, which show each alias before anything is made of it.
#include "yaml.hpp"

#ifdef ANNEXA_WITH_YAML
#include <yaml.h>

#include <annexa/base/text.hpp>

#include <memory>
#include <new>
#include <optional>
#include <set>
#include <utility>
#endif

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace yaml_rules {
#ifdef ANNEXA_WITH_YAML
constexpr Rule syntax{"yaml.syntax", "This is no YAML: {reason}.", "YAML 1.1", ErrorKind::usage};
constexpr Rule alias{"yaml.alias", "An alias stands here (*{found}); write the text itself.", "", ErrorKind::usage};
constexpr Rule tag{"yaml.tag", "The tag {found} is not read; write plain texts, lists and mappings.", "",
                   ErrorKind::usage};
constexpr Rule double_key{"yaml.duplicate-key", "\"{found}\" stands twice in one mapping.", "", ErrorKind::usage};
constexpr Rule key_form{"yaml.key", "A key is a text; this one is a list or a mapping.", "", ErrorKind::usage};
constexpr Rule too_deep{"yaml.too-deep", "There are more than {limit} levels of lists and mappings.", "",
                        ErrorKind::usage};
constexpr Rule too_many{"yaml.too-large", "There are more than {limit} texts, lists and mappings.", "",
                        ErrorKind::usage};
constexpr Rule documents{"yaml.documents", "A second document begins here; one is read.", "", ErrorKind::usage};
constexpr Rule nothing{"yaml.empty", "There is no document.", "", ErrorKind::usage};
#else
constexpr Rule absent{"yaml.absent", "This annexa was built without libyaml and reads no YAML; use JSON or CSV.", "",
                      ErrorKind::usage};
#endif
}  // namespace yaml_rules

#ifdef ANNEXA_WITH_YAML
namespace {

constexpr std::size_t most_levels = 32;
constexpr std::size_t most_nodes = 2'000'000;

struct EndParser {
  void operator()(yaml_parser_t* parser) const noexcept {
    yaml_parser_delete(parser);
    delete parser;
  }
};

// One event, given back when it goes.
class Event {
 public:
  Event() = default;
  Event(Event const&) = delete;
  Event& operator=(Event const&) = delete;
  ~Event() { yaml_event_delete(&event_); }
  yaml_event_t* operator->() noexcept { return &event_; }
  yaml_event_t* get() noexcept { return &event_; }

 private:
  yaml_event_t event_{};
};

std::string text_of(yaml_char_t const* text) { return text ? reinterpret_cast<char const*>(text) : ""; }

class YamlReader {
 public:
  YamlReader(std::string_view bytes, std::string const& file) : file_(file), parser_(new yaml_parser_t) {
    if (yaml_parser_initialize(parser_.get()) == 0) throw std::bad_alloc();
    yaml_parser_set_input_string(parser_.get(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    yaml_parser_set_encoding(parser_.get(), YAML_UTF8_ENCODING);
  }

  result<YamlNode> run() && {
    std::optional<YamlNode> root;
    for (;;) {
      Event event;
      if (!next(event)) return error_;
      if (event->type == YAML_STREAM_END_EVENT) break;
      if (event->type == YAML_STREAM_START_EVENT || event->type == YAML_DOCUMENT_END_EVENT) continue;
      if (event->type == YAML_DOCUMENT_START_EVENT) {
        if (root) return refuse(event, yaml_rules::documents), error_;
        continue;
      }
      root = take(event, 1);
      if (!root) return error_;
    }
    if (!root) return Error(yaml_rules::nothing, file_);
    return *std::move(root);
  }

 private:
  void refuse(yaml_mark_t const& mark, Rule const& rule, std::vector<Argument> args = {}) {
    error_.add(rule, file_ + ':' + std::to_string(mark.line + 1) + ':' + std::to_string(mark.column + 1),
               std::move(args));
  }
  void refuse(Event& event, Rule const& rule, std::vector<Argument> args = {}) {
    refuse(event->start_mark, rule, std::move(args));
  }

  bool next(Event& event) {
    if (yaml_parser_parse(parser_.get(), event.get()) != 0) return true;
    auto const& parser = *parser_;
    if (parser.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    refuse(parser.error == YAML_READER_ERROR ? parser.mark : parser.problem_mark, yaml_rules::syntax,
           {{"reason", parser.problem ? parser.problem : "it ends too early"}});
    return false;
  }

  // The node that an event begins, to its end.
  std::optional<YamlNode> take(Event& event, std::size_t level) {
    YamlNode node;
    node.line = event->start_mark.line + 1;
    if (!check(event, level)) return {};
    if (event->type == YAML_SCALAR_EVENT) {
      auto const& scalar = event->data.scalar;
      node.text.assign(reinterpret_cast<char const*>(scalar.value), scalar.length);
      node.plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
      return node;
    }
    bool const mapping = event->type == YAML_MAPPING_START_EVENT;
    node.kind = mapping ? YamlNode::Kind::mapping : YamlNode::Kind::sequence;
    if (!(mapping ? take_members(node, level) : take_items(node, level))) return {};
    return node;
  }

  bool check(Event& event, std::size_t level) {
    if (event->type == YAML_ALIAS_EVENT)
      return refuse(event, yaml_rules::alias, {{"found", text_of(event->data.alias.anchor)}}), false;
    auto const* tag = event->type == YAML_SCALAR_EVENT          ? event->data.scalar.tag
                      : event->type == YAML_MAPPING_START_EVENT ? event->data.mapping_start.tag
                                                                : event->data.sequence_start.tag;
    if (tag) return refuse(event, yaml_rules::tag, {{"found", std::string(shortened(text_of(tag), 80))}}), false;
    if (level > most_levels)
      return refuse(event, yaml_rules::too_deep, {{"limit", std::to_string(most_levels)}}), false;
    if (++nodes_ > most_nodes)
      return refuse(event, yaml_rules::too_many, {{"limit", std::to_string(most_nodes)}}), false;
    return true;
  }

  bool take_items(YamlNode& node, std::size_t level) {
    for (;;) {
      Event event;
      if (!next(event)) return false;
      if (event->type == YAML_SEQUENCE_END_EVENT) return true;
      auto item = take(event, level + 1);
      if (!item) return false;
      node.items.push_back(*std::move(item));
    }
  }

  bool take_members(YamlNode& node, std::size_t level) {
    std::set<std::string> names;
    for (;;) {
      Event key;
      if (!next(key)) return false;
      if (key->type == YAML_MAPPING_END_EVENT) return true;
      if (key->type != YAML_SCALAR_EVENT && key->type != YAML_ALIAS_EVENT)
        return refuse(key, yaml_rules::key_form), false;
      auto name = take(key, level + 1);
      if (!name) return false;
      if (!names.insert(name->text).second)
        return refuse(key, yaml_rules::double_key, {{"found", std::string(shortened(name->text, 80))}}), false;
      Event event;
      if (!next(event)) return false;
      auto value = take(event, level + 1);
      if (!value) return false;
      node.members.push_back({std::move(name->text), *std::move(value)});
    }
  }

  std::string const& file_;
  std::unique_ptr<yaml_parser_t, EndParser> parser_;
  std::size_t nodes_ = 0;
  Error error_;
};

}  // namespace

result<YamlNode> parse_yaml(std::string_view bytes, std::string const& file) { return YamlReader(bytes, file).run(); }
#else
result<YamlNode> parse_yaml(std::string_view, std::string const& file) { return Error(yaml_rules::absent, file); }
#endif

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
