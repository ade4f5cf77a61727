#include "modify.hpp"

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "alterations.hpp"
#include "frame.hpp"
#include "parameters.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

// What an addition can be put into, and which lists that has.
struct Container {
  std::string_view name;
  bool has_title;
  std::array<bool, 4> has;  // params, props, links, parts
};
constexpr Container control_container{"control", true, {true, true, true, true}};
constexpr Container part_container{"part", true, {false, true, true, true}};
constexpr Container param_container{"parameter", false, {false, true, true, false}};

// The alterations of a control and of the controls it is in, outermost first.
using Active = std::vector<Alteration const*>;

// An object on its way: where its additions go.
struct Work {
  Container const& container;
  Frame frame{};
  json::value const* title = nullptr;
};

class Modifier {
 public:
  Modifier(ProfileForm const& form, Made& made, Budget& budget, Warnings& warnings)
      : settings_(form.set_parameters),
        alterations_(form.alters, warnings),
        made_(made),
        budget_(budget),
        warnings_(warnings) {}

  void modify(Tree& tree) {
    if (!settings_.empty()) {
      set_loose(tree.params);
      for_each_group(tree.groups, [&](GroupNode& each) { set_loose(each.params); });
    }
    modify(tree.controls);
    for_each_group(tree.groups, [&](GroupNode& each) { modify(each.controls); });
  }

  void warn_of_unused(ProfileForm const& form) {
    settings_.warn_of_unused(form.set_parameters, warnings_);
    alterations_.warn_of_unused(form.alters, warnings_);
  }

 private:
  void set_loose(std::vector<json::object const*>& params) {
    for (auto& each : params)
      if (settings_.sets(*each)) each = &made_.emplace_back(settings_.applied(*each, budget_));
  }

  void modify(std::vector<ControlNode>& controls) {
    for (auto& each : controls) modify(each, nullptr);
  }

  // Additions beside the control go to @p parent.
  void modify(ControlNode& control, Work* parent) {
    auto const* own = alterations_.find(control.id);
    if (own) active_.push_back(own);
    if (!active_.empty()) {
      alter(control, own, parent);
    } else {
      set_params(control);
      modify(control.controls);
    }
    if (own) active_.pop_back();
  }

  // Makes a control anew only if one of its parameters is set.
  void set_params(ControlNode& control) {
    auto const* params = settings_.empty() ? nullptr : list_of(*control.object, "params");
    if (!params) return;
    json::array set;
    bool changed = false;
    for (auto const& each : *params) changed = (each.is_object() && settings_.sets(each.get_object())) || changed;
    if (!changed) return;
    budget_.spend(count_values(*params));
    for (auto const& each : *params)
      set.push_back(each.is_object() ? json::value(settings_.applied(each.get_object(), budget_)) : each);
    auto out = without_children(*control.object);
    out["params"] = std::move(set);
    control.object = &made_.emplace_back(std::move(out));
  }

  json::object without_children(json::object const& control) {
    json::object out;
    for (auto const& [key, value] : control)
      if (key != "controls") out.emplace(key, value);
    budget_.spend(count_values(out));
    return out;
  }

  void alter(ControlNode& control, Alteration const* own, Work* parent) {
    auto const bound = bound_to(control.id, 0);
    if (parent) add_beside(*parent, {}, bound, Position::before);
    Work work{control_container};
    for (auto const* add : bound_and_whole(own, bound, true)) add_inside(work, Section::start, *add);
    for (auto const list : lists) rebuild_list(*control.object, list, work, 0);
    std::vector<ControlNode> kept;
    for (auto& child : control.controls) {
      bool const goes = removed(*child.object, "control");
      modify(child, &work);
      if (!goes) kept.push_back(std::move(child));
    }
    control.controls = std::move(kept);
    for (auto const* add : bound_and_whole(own, bound, false)) add_inside(work, Section::end, *add);
    control.object = &made_.emplace_back(finished(*control.object, work));
    if (parent) add_beside(*parent, {}, bound, Position::after);
  }

  // Those at the start, or those at the end, of the control itself; "before" and "after" mean the same when an addition
  // is bound to no id.
  std::vector<Addition const*> bound_and_whole(Alteration const* own, std::vector<Addition const*> const& bound,
                                               bool start) {
    std::vector<Addition const*> out;
    for (auto const* each : bound)
      if (each->position == (start ? Position::starting : Position::ending)) out.push_back(each);
    if (own)
      for (auto const& each : own->whole)
        if ((each.position == Position::before || each.position == Position::starting) == start) out.push_back(&each);
    std::ranges::sort(out, std::ranges::less(), &Addition::order);
    return out;
  }

  // Additions that are bound to an id and come after the one whose content it stands in, if it does in one.
  std::vector<Addition const*> bound_to(std::string_view id, std::size_t after) {
    std::vector<Addition const*> out;
    if (id.empty()) return out;
    for (auto const* alteration : active_) {
      budget_.spend(1);
      auto const found = alteration->bound.find(id);
      if (found == alteration->bound.end()) continue;
      budget_.spend(found->second.size());
      for (auto const& each : found->second)
        if (each.order > after) out.push_back(&each);
    }
    std::ranges::sort(out, std::ranges::less(), &Addition::order);
    return out;
  }

  bool removed(json::object const& object, std::string_view item) const {
    return std::ranges::any_of(active_, [&](Alteration const* each) { return each->removals.take(object, item); });
  }

  void rebuild_list(json::object const& from, List list, Work& work, std::size_t after) {
    auto const* all = list_of(from, name_of(list));
    for (std::size_t i = 0; all && i < all->size(); ++i) rebuild((*all)[i], list, Section::middle, work, after);
  }

  // Puts an element of a list, with all that is bound to it. @param after  0 for what was there before; else the
  // addition that brought it.
  void rebuild(json::value const& element, List list, Section section, Work& work, std::size_t after) {
    budget_.spend(1);
    auto const* object = element.if_object();
    if (!object) {
      budget_.spend(count_values(element));
      return work.frame.put(list, section, element);
    }
    auto const bound = list == List::params || list == List::parts ? bound_to(text_of(*object, "id"), after)
                                                                   : std::vector<Addition const*>();
    add_beside(work, std::pair(list, section), bound, Position::before);
    if (after || !removed(*object, item_of(list))) work.frame.put(list, section, rebuilt(*object, list, bound, after));
    add_beside(work, std::pair(list, section), bound, Position::after);
  }

  json::value rebuilt(json::object const& object, List list, std::vector<Addition const*> const& bound,
                      std::size_t after) {
    if (list == List::props || list == List::links) {
      budget_.spend(count_values(object));
      return object;
    }
    Work work{list == List::params ? param_container : part_container};
    bool const set = list == List::params && !after && settings_.sets(object);
    auto const from = set ? settings_.applied(object, budget_) : json::object();
    auto const& source = set ? from : object;
    for (auto const* add : bound)
      if (add->position == Position::starting) add_inside(work, Section::start, *add);
    for (auto const each : lists)
      if (work.container.has[static_cast<std::size_t>(each)]) rebuild_list(source, each, work, after);
    for (auto const* add : bound)
      if (add->position == Position::ending) add_inside(work, Section::end, *add);
    return finished(source, work);
  }

  // The content of an addition, inside @p work.
  void add_inside(Work& work, Section section, Addition const& add) {
    add_content(work, add, [section](List) { return section; });
  }

  // The content of those additions that go beside an element.
  void add_beside(Work& work, std::optional<std::pair<List, Section>> neighbour,
                  std::vector<Addition const*> const& bound, Position position) {
    for (auto const* add : bound) {
      if (add->position != position) continue;
      add_content(work, *add, [&](List list) {
        if (!neighbour) return Section::back;
        return list == neighbour->first ? neighbour->second : Frame::beside(list, neighbour->first);
      });
    }
  }

  template <class Where>
  void add_content(Work& work, Addition const& add, Where const& where) {
    add.used = true;
    if (auto const* title = add.content->if_contains("title"))
      work.container.has_title ? static_cast<void>(work.title = title) : tell_no_place(work, add, "title");
    for (auto const list : lists) {
      auto const* all = list_of(*add.content, name_of(list));
      if (!all) continue;
      if (!work.container.has[static_cast<std::size_t>(list)]) {
        tell_no_place(work, add, name_of(list));
        continue;
      }
      for (auto const& each : *all) rebuild(each, list, where(list), work, add.order);
    }
  }

  void tell_no_place(Work const& work, Addition const& add, std::string_view what) {
    warnings_.add(rules::no_place, add.where,
                  {{"target", std::string(work.container.name)}, {"found", std::string(what)}});
  }

  // The object with its lists as they are now.
  json::object finished(json::object const& from, Work& work) {
    json::object out;
    for (auto const& [key, value] : from) {
      if (key == "controls") continue;
      bool const is_list = std::ranges::any_of(
          lists, [&](List list) { return name_of(list) == key && work.container.has[static_cast<std::size_t>(list)]; });
      if (is_list) continue;
      budget_.spend(count_values(value));
      out.emplace(key, value);
    }
    if (work.title) {
      budget_.spend(count_values(*work.title));
      out["title"] = *work.title;
    }
    for (auto const list : lists)
      if (auto all = work.frame.take(list); !all.empty()) out[name_of(list)] = std::move(all);
    return out;
  }

  ParameterSettings settings_;
  Alterations alterations_;
  Made& made_;
  Budget& budget_;
  Warnings& warnings_;
  Active active_;
};

}  // namespace

void modify(Merged& merged, ProfileForm const& form, Made& made, Budget& budget, Warnings& warnings) {
  if (form.set_parameters.empty() && form.alters.empty()) return;
  Modifier modifier(form, made, budget, warnings);
  modifier.modify(merged.tree);
  modifier.warn_of_unused(form);
  for (auto const& each : form.set_parameters) merged.kept_params.insert(text_of(*each.object, "param-id"));
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
