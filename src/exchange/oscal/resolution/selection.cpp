#include "selection.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>
#include <string>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

// What is inherited from the controls above.
struct Inherited {
  bool included = false, excluded = false;
};

void select_controls(Selection& selection, std::vector<ControlNode> const& from, Inherited above, Budget& budget,
                     std::vector<ControlNode>& out) {
  for (auto const& each : from) {
    budget.spend(1);
    auto const include = selection.include.of(each.id, budget);
    auto const exclude = selection.exclude.of(each.id, budget);
    bool const included = selection.all || above.included || include.control;
    bool const excluded = above.excluded || exclude.control;
    Inherited const below{above.included || include.children, above.excluded || exclude.children};
    if (included && !excluded) {
      out.push_back({each.object, each.id, {}});
      std::vector<ControlNode> children;
      select_controls(selection, each.controls, below, budget, children);
      out.back().controls = std::move(children);
    } else {
      select_controls(selection, each.controls, below, budget, out);
    }
  }
}

std::vector<GroupNode> select_groups(Selection& selection, std::vector<GroupNode> const& from, Budget& budget) {
  std::vector<GroupNode> out;
  for (auto const& each : from) {
    budget.spend(1 + each.params.size());
    out.push_back({each.object, each.id, each.origin, each.is_kept, each.params,
                   select_groups(selection, each.groups, budget), selection.of(each.controls, budget)});
  }
  return out;
}

}  // namespace

bool matches_pattern(std::string_view pattern, std::string_view text) {
  // Goes back to the last '*' alone: whatever an earlier one would take, the last one can take as well.
  std::size_t at = 0, in = 0;
  auto star = std::string_view::npos;
  std::size_t after = 0;
  while (in < text.size()) {
    auto const size = std::max<std::size_t>(utf8_character(text.substr(in)), 1);
    if (at < pattern.size() && pattern[at] == '*') {
      star = ++at;
      after = in;
    } else if (at < pattern.size() && pattern[at] == '?') {
      ++at;
      in += size;
    } else if (at < pattern.size() && pattern[at] == text[in]) {
      ++at;
      ++in;
    } else if (star != pattern.npos) {
      at = star;
      in = after += std::max<std::size_t>(utf8_character(text.substr(after)), 1);
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == pattern.npos;
}

void Selector::read(json::object const& from, std::string_view key, Place const& place, Shape& shape,
                    Warnings& warnings) {
  shape.each(from, key, place, [&](json::object const& each, Place const& here) {
    bool const children = shape.text(each, "with-child-controls", here) == "yes";
    auto const* ids = shape.list(each, "with-ids", here);
    Place const below(here, "with-ids");
    for (std::size_t i = 0; ids && i < ids->size(); ++i) {
      auto const* id = (*ids)[i].if_string();
      Place const there(below, i);
      if (!id) {
        shape.refuse(rules::shape, there, {{"found", "something else"}, {"expected", "the id of a control"}});
        continue;
      }
      ids_[*id].push_back(terms_.size());
      terms_.push_back({*id, shape.where(there), children});
    }
    shape.each(each, "matching", here, [&](json::object const& matching, Place const& there) {
      auto const pattern = shape.text(matching, "pattern", there);
      if (pattern.empty()) return warnings.add(rules::no_pattern, shape.where(there));
      patterns_.push_back(terms_.size());
      terms_.push_back({pattern, shape.where(there), children});
    });
  });
}

Selector::Answer Selector::of(std::string_view id, Budget& budget) {
  Answer answer;
  auto const take = [&](Term& term) {
    term.used = true;
    answer.control = true;
    answer.children = answer.children || term.children;
  };
  if (auto const named = ids_.find(id); named != ids_.end())
    for (auto const index : named->second) {
      budget.spend(1);
      take(terms_[index]);
    }
  for (auto const index : patterns_) {
    auto& term = terms_[index];
    budget.spend(1 + term.text.size() * id.size() / 256);
    if (matches_pattern(term.text, id)) take(term);
  }
  return answer;
}

void Selector::warn_of_unused(Warnings& warnings) {
  for (auto& term : terms_) {
    bool const pattern = std::ranges::binary_search(patterns_, static_cast<std::size_t>(&term - terms_.data()));
    if (!term.used)
      warnings.add(rules::selects_nothing, term.where,
                   {{"found", (pattern ? "matches \"" : "here is called \"") + shown(term.text) + '"'}});
    term.used = false;
  }
}

Selection Selection::read(json::object const& from, Place const& place, Shape& shape, Warnings& warnings) {
  Selection selection;
  selection.all = from.contains("include-all");
  if (!selection.all && !from.contains("include-controls")) warnings.add(rules::no_selection, shape.where(place));
  selection.include.read(from, "include-controls", place, shape, warnings);
  selection.exclude.read(from, "exclude-controls", place, shape, warnings);
  return selection;
}

std::vector<ControlNode> Selection::of(std::vector<ControlNode> const& from, Budget& budget) {
  std::vector<ControlNode> out;
  select_controls(*this, from, {}, budget, out);
  return out;
}

Tree Selection::of(Tree const& from, Budget& budget) {
  budget.spend(from.params.size());
  auto controls = of(from.controls, budget);
  return {from.params, select_groups(*this, from.groups, budget), std::move(controls)};
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
