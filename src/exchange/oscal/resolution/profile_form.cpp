#include "profile_form.hpp"

#include <annexa/base/text.hpp>

#include <array>
#include <utility>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

template <class T>
struct Word {
  std::string_view text;
  T meaning;
};

// "merge" was never specified; it is read as "keep", with a warning.
constexpr std::array<Word<Combine>, 3> combine_words{
    {{"keep", Combine::keep}, {"use-first", Combine::use_first}, {"merge", Combine::keep}}};
constexpr std::array<Word<Structure>, 3> structure_words{
    {{"flat", Structure::flat}, {"as-is", Structure::as_is}, {"custom", Structure::custom}}};
constexpr std::array<Word<Insertion::Order>, 3> order_words{{{"keep", Insertion::Order::keep},
                                                             {"ascending", Insertion::Order::ascending},
                                                             {"descending", Insertion::Order::descending}}};

// The meaning of a member that is one of some words; @p otherwise where it is absent or none of them.
template <class T, std::size_t N>
T read_word(json::object const& from, std::string_view key, std::array<Word<T>, N> const& words, T otherwise,
            Place const& place, Shape& shape) {
  auto const text = shape.text(from, key, place);
  std::string expected;
  for (auto const& word : words) {
    if (word.text == text) return word.meaning;
    expected.append(expected.empty() ? "" : ", ").append(word.text);
  }
  if (!text.empty())
    shape.refuse(rules::unknown_word, Place(place, key), {{"found", shown(text)}, {"expected", expected}});
  return otherwise;
}

struct ProfileReader {
  Shape& shape;
  Warnings& warnings;

  Insertion insertion(json::object const& from, Place const& place) const {
    return {read_word(from, "order", order_words, Insertion::Order::keep, place, shape), shape.where(place),
            Selection::read(from, place, shape, warnings)};
  }

  CustomGroup custom(json::object const& from, Place const& place) const {
    CustomGroup group{&from, shape.text(from, "id", place)};
    shape.each(from, "params", place, [&](json::object const& each, Place const&) { group.params.push_back(&each); });
    shape.each(from, "insert-controls", place,
               [&](json::object const& each, Place const& here) { group.insertions.push_back(insertion(each, here)); });
    shape.each(from, "groups", place,
               [&](json::object const& each, Place const& here) { group.groups.push_back(custom(each, here)); });
    return group;
  }

  Merge merge(json::object const& from, Place const& place) const {
    Merge merge;
    if (auto const* combine = shape.member(from, "combine", place)) {
      Place const here(place, "combine");
      merge.combine = read_word(*combine, "method", combine_words, Combine::keep, here, shape);
      if (text_of(*combine, "method") == "merge") warnings.add(rules::combine_merge, shape.where(here));
    }
    std::string given;
    for (auto const& word : structure_words) {
      auto const* value = from.if_contains(word.text);
      if (!value || (value->is_bool() && !value->get_bool())) continue;
      if (!given.empty()) {
        shape.refuse(rules::several_structures, place, {{"found", given + " and " + std::string(word.text)}});
        break;
      }
      given = word.text;
      merge.structure = word.meaning;
    }
    if (merge.structure == Structure::custom)
      if (auto const* found = shape.member(from, "custom", place))
        merge.custom = custom(*found, Place(place, "custom"));
    return merge;
  }

  std::vector<Directive> directives(json::object const& from, std::string_view key, Place const& place) const {
    std::vector<Directive> out;
    shape.each(from, key, place, [&](json::object const& each, Place const& here) {
      out.push_back({&each, shape.where(here)});
    });
    return out;
  }

  void modify(json::object const& from, Place const& place, ProfileForm& form) const {
    form.set_parameters = directives(from, "set-parameters", place);
    shape.each(from, "alters", place, [&](json::object const& each, Place const& here) {
      form.alters.push_back({shape.need_text(each, "control-id", here), shape.where(here),
                             directives(each, "removes", here), directives(each, "adds", here)});
    });
  }
};

}  // namespace

ProfileForm read_profile(json::object const& profile, Place const& place, Shape& shape, Warnings& warnings) {
  ProfileForm form;
  ProfileReader const reader{shape, warnings};
  shape.each(profile, "imports", place, [&](json::object const& each, Place const& here) {
    form.imports.push_back(
        {shape.need_text(each, "href", here), shape.where(here), Selection::read(each, here, shape, warnings)});
  });
  if (auto const* merge = shape.member(profile, "merge", place))
    form.merge = reader.merge(*merge, Place(place, "merge"));
  if (auto const* modify = shape.member(profile, "modify", place)) reader.modify(*modify, Place(place, "modify"), form);
  return form;
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
