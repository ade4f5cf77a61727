// Cases about the erasable side table.
#include <array>
#include <boost/json.hpp>

#include "case.hpp"

namespace annexa::testing {
namespace {

void keeps_until_erased(StoreKind const& kind) {
  std::string const awkward{"a\0b\xF0\x9F\x98\x80", 7};
  std::vector<EncodedEvent> const events{encoded(0, "a", 1, personal_data("1", awkward)),
                                         encoded(1, "a", 2, personal_data("2", "")),
                                         encoded(2, "b", 1, personal_data("3", "Anna"))};
  auto const store = kind.make().value();
  auto const before = must_append(*store, events);
  for (auto const& event : events)
    need(store->personal(event.personal[0].commitment).value() == event.personal[0], "a personal text differs");
  need(!store->personal(Hash{}).value(), "a text is found under a commitment that nobody made");
  auto const anna = events[2].personal[0].commitment;
  need(store->erase_personal(anna).value(), "the first erasure finds nothing");
  need(!store->erase_personal(anna).value(), "the second erasure finds something");
  need(!store->personal(anna).value(), "an erased text is found");
  need(store->personal(events[0].personal[0].commitment).value() == events[0].personal[0], "another text is gone");
  need(store->head().value() == before, "an erasure changed the head");
  need_events(*store, events);
  auto const left = decode(all_events(*store)[2].bytes, tenant(), lookup_in(*store)).value();
  need(left.data->at("set").at("name").as_object().contains("commitment"), "an event still shows an erased text");
}

void keeps_the_longest(StoreKind const& kind) {
  std::string longest(personal_text_limit, 'x');
  auto const event = encoded(0, "a", 1, personal_data("1", longest));
  auto const store = kind.make().value();
  must_append(*store, std::span(&event, 1));
  need(store->personal(event.personal[0].commitment).value() == event.personal[0], "the longest text differs");
}

void keeps_one_of_two_equal(StoreKind const& kind) {
  std::vector<EncodedEvent> const events{encoded(0, "a", 1, personal_data("1", "Anna")),
                                         encoded(1, "a", 2, personal_data("1", "Anna"))};
  auto const commitment = events[0].personal[0].commitment;
  need(commitment == events[1].personal[0].commitment, "the texts are not equal");
  auto const store = kind.make().value();
  must_append(*store, events);
  need(store->personal(commitment).value() == events[0].personal[0], "a text that was given twice");
  need(store->erase_personal(commitment).value(), "erasing a text that was given twice");
  need(!store->personal(commitment).value(), "an erased text that was given twice is found");
}

void erases_with_the_event(StoreKind const& kind) {
  auto const person = encoded(0, "person", 1, personal_data("1", "Anna"));
  auto const order = encoded(1, "order", 1);
  auto const commitment = person.personal[0].commitment;
  auto const store = kind.make().value();
  must_append(*store, std::span(&person, 1));
  auto const bad = encoded(2, "order", 7);
  std::span const erase(&commitment, 1);
  need_refused(store->append(0, std::span(&order, 1), erase), ErrorKind::conflict, "journal.stale", "a stale order");
  need_refused(store->append(1, std::span(&bad, 1), erase), ErrorKind::conflict, "journal.stream-version",
               "a bad order");
  need(store->personal(commitment).value().has_value(), "a refused append erased a text");
  need_equal(store->append(1, std::span(&order, 1), erase).value().size(), 2U, "size after the order");
  need(!store->personal(commitment).value(), "the order erased nothing");
}

void erases_what_the_append_brings(StoreKind const& kind) {
  auto const person = encoded(0, "person", 1, personal_data("1", "Anna"));
  auto const commitment = person.personal[0].commitment;
  auto const store = kind.make().value();
  need_equal(store->append(0, std::span(&person, 1), std::span(&commitment, 1)).value().size(), 1U, "size");
  need(!store->personal(commitment).value(), "a text that came and went in one append is kept");
  need_equal(store->append(1, {}, std::span(&commitment, 1)).value().size(), 1U,
             "size after erasing what is not there");
}

constexpr std::array personal_cases{
    ConformanceCase{"personal texts are found until they are erased, and no longer", keeps_until_erased},
    ConformanceCase{"a personal text of the largest size is kept", keeps_the_longest},
    ConformanceCase{"a text that two events commit to is kept once", keeps_one_of_two_equal},
    ConformanceCase{"an erasure goes with the event that orders it, or not at all", erases_with_the_event},
    ConformanceCase{"an append erases what it brings itself", erases_what_the_append_brings},
};

}  // namespace

std::span<ConformanceCase const> cases_of_personal_texts() { return personal_cases; }

}  // namespace annexa::testing
