// Catalogs as a workspace knows them, and the command that adopts one.
#include <algorithm>
#include <annexa/base/name_hint.hpp>
#include <annexa/catalog/diff.hpp>
#include <annexa/catalog/need.hpp>
#include <annexa/command/catalog_commands.hpp>
#include <annexa/command/catalogs.hpp>
#include <array>
#include <map>

#include "checks.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace catalog_rules {
constexpr Rule which{"catalog.which", "Name a built-in catalog, or give a document with the same id.", "",
                     ErrorKind::usage};
constexpr Rule behind{
    "catalog.behind",
    "{catalog} differs from the adopted revision {adopted} and is revision {found}; raise its revision.", "7.5.3 e"};
constexpr Rule moved_on{"catalog.moved-on",
                        "{catalog} moves from revision {from} to {to}: {added} rows are new{which_added}, {changed} "
                        "changed{which_changed}, {removed} are gone{which_removed}.",
                        "7.5.3 e"};
constexpr Rule digest{"catalog.digest",
                      "Revision {revision} of {catalog}, which this annexa has, has the digest {expected}; {found} is "
                      "that of another.",
                      "7.5.3 e"};
constexpr Rule not_adopted{"catalog.not-adopted", "{found} is no catalog of the organisation's own.", "",
                           ErrorKind::usage};
constexpr Rule unknown_criterion{"criterion.unknown", "{catalog} has no \"{found}\". {hint}", "9.2.2 a"};
constexpr Rule unknown_catalog{"criterion.unknown-catalog",
                               "Nobody adopted a catalog \"{catalog}\"; whether it has {found} cannot be said.",
                               "9.2.2 a"};
constexpr Rule not_in_force{"criterion.not-in-force", "{catalog} {edition} is not in force on {day}.", "9.2.2 a"};
}  // namespace catalog_rules

constexpr std::string_view standard = "iso27001-2022";

std::string key_of_row(std::string_view catalog, std::string_view id) {
  return std::string(catalog) + ':' + std::string(id);
}

// The rows of an adopted catalog of one's own that are still in it, in order.
std::vector<CatalogRequirement const*> adopted_rows(State const& state, std::string_view catalog) {
  auto rows = state.select<CatalogRequirement>(
      [&](CatalogRequirement const& row) { return row.catalog == catalog && !row.gone_in; });
  std::ranges::sort(rows, {}, &CatalogRequirement::position);
  return rows;
}

// "" or " (4.1, 4.2, …)"
std::string some_of(std::vector<std::string> const& ids) {
  constexpr std::size_t most = 20;
  std::string text;
  for (std::size_t i = 0; i < std::min(ids.size(), most); ++i) text += (i == 0 ? " (" : ", ") + ids[i];
  return text.empty() ? text : text + (ids.size() > most ? ", …)" : ")");
}

void tell_difference(Transaction& transaction, AdoptedCatalog const& before, int revision,
                     CatalogDifference const& difference) {
  std::vector<std::string> changed;
  for (auto const& each : difference.changed) changed.push_back(each.id);
  transaction.practise(catalog_rules::moved_on, "/catalog",
                       {{"catalog", before.key.text()},
                        {"from", std::to_string(before.revision)},
                        {"to", std::to_string(revision)},
                        {"added", std::to_string(difference.added.size())},
                        {"which_added", some_of(difference.added)},
                        {"changed", std::to_string(changed.size())},
                        {"which_changed", some_of(changed)},
                        {"removed", std::to_string(difference.removed.size())},
                        {"which_removed", some_of(difference.removed)}});
}

// What both kinds of catalog have in common.
AdoptedCatalog adopted_from(Transaction& transaction, Catalog const& catalog, AdoptedCatalog const* before) {
  AdoptedCatalog adopted = before ? *before : AdoptedCatalog{};
  adopted.key = *Key<"catalog">::parse(catalog.id());
  adopted.title = catalog.title();
  adopted.edition = catalog.edition();
  adopted.revision = catalog.revision();
  adopted.rows = static_cast<int>(catalog.requirements().size());
  adopted.adopted_on = transaction.today();
  auto const* person = transaction.state().find<Person>(transaction.actor());
  adopted.adopted_by = person ? std::optional(person->key) : std::nullopt;
  return adopted;
}

// The crosswalks between a built-in catalog and others, as this annexa has them.
std::vector<PinnedCatalog> crosswalks_with(std::string_view id) {
  std::vector<PinnedCatalog> pins;
  for (auto const& each : crosswalks()) {
    if (each.from != id && each.to != id) continue;
    auto const& crosswalk = each.open();
    pins.push_back({std::string(each.from == id ? each.to : each.from), crosswalk.revision(),
                    Hash::parse(crosswalk.sha256()).value()});
  }
  return pins;
}

void adopt_built_in(Transaction& transaction, command::AdoptCatalog const& body) {
  auto const id = std::string_view(body.catalog->text());
  auto const found = need_catalog(id);
  if (!found) return transaction.refuse(found.error(), "/catalog/");
  auto const& catalog = **found;
  auto const* before = transaction.state().find<AdoptedCatalog>(id);
  auto const sha256 = Hash::parse(catalog.sha256()).value();
  if (body.sha256 && *body.sha256 != sha256)
    return transaction.refuse(catalog_rules::digest, "/sha256",
                              {{"catalog", std::string(id)},
                               {"revision", std::to_string(catalog.revision())},
                               {"expected", to_string(sha256)},
                               {"found", to_string(*body.sha256)}});
  auto pins = crosswalks_with(id);
  bool const same = before && before->revision == catalog.revision() && before->sha256 == sha256;
  if (same && before->crosswalks == pins) return;
  auto adopted = adopted_from(transaction, catalog, before);
  adopted.sha256 = sha256;
  adopted.built_in = true;
  adopted.digests = row_digests(catalog);
  adopted.crosswalks = std::move(pins);
  if (before && !same)
    tell_difference(transaction, *before, adopted.revision, compare_digests(before->digests, catalog));
  transaction.put(std::move(adopted));
}

// The revision that a changed document gets: its own if that is higher, the next one where it says none. Nothing, and
// refused, if it says one that it cannot have.
std::optional<int> next_revision(Transaction& transaction, CatalogDocument const& document,
                                 AdoptedCatalog const* before) {
  if (!before) return document.revision.value_or(1);
  auto const revision = document.revision.value_or(before->revision + 1);
  if (revision > before->revision) return revision;
  transaction.refuse(
      catalog_rules::behind, "/document/revision",
      {{"catalog", document.id}, {"adopted", std::to_string(before->revision)}, {"found", std::to_string(revision)}});
  return {};
}

CatalogRequirement requirement_from(CatalogDocument const& document, CatalogRow const& row, int position) {
  CatalogRequirement requirement;
  requirement.key = *Key<"catalog-requirement">::parse(key_of_row(document.id, row.id));
  requirement.catalog = *Key<"catalog">::parse(document.id);
  requirement.position = position;
  requirement.row = row;
  return requirement;
}

// The rows that are new, differ or stand elsewhere, and those that are gone.
struct RowChanges {
  std::vector<CatalogRequirement> rows;
  CatalogDifference difference;
};

RowChanges row_changes(State const& state, CatalogDocument const& document) {
  RowChanges changes;
  std::vector<CatalogRow const*> old_rows;
  std::vector<CatalogRow const*> new_rows;
  std::map<std::string_view, CatalogRequirement const*> known;
  for (auto const* row : adopted_rows(state, document.id)) {
    old_rows.push_back(&row->row);
    known.emplace(row->row.id, row);
  }
  int position = 0;
  for (auto const& row : document.requirements) {
    auto requirement = requirement_from(document, row, position++);
    auto const before = known.find(row.id);
    if (before == known.end() || *before->second != requirement) changes.rows.push_back(std::move(requirement));
    new_rows.push_back(&row);
  }
  changes.difference = compare_rows(old_rows, new_rows);
  return changes;
}

void put_rows(Transaction& transaction, CatalogDocument const& document, RowChanges changes, int revision) {
  for (auto& row : changes.rows) transaction.put(std::move(row));
  for (auto const& id : changes.difference.removed) {
    auto row = *transaction.state().find<CatalogRequirement>(key_of_row(document.id, id));
    row.gone_in = revision;
    transaction.put(std::move(row));
  }
}

void adopt_document(Transaction& transaction, command::AdoptCatalog const& body) {
  auto const own = make_catalog(*body.document);
  if (!own) return transaction.refuse(own.error(), "/document");
  auto const& document = *own->document;
  auto const* found = transaction.state().find<AdoptedCatalog>(document.id);
  auto adopted = adopted_from(transaction, *own->catalog, found);
  adopted.nature = document.nature.value_or(CatalogNature::framework);
  adopted.publisher = document.publisher;
  adopted.sha256 = body.sha256;
  adopted.valid_from = document.valid_from;
  adopted.valid_until = document.valid_until;
  auto changes = row_changes(transaction.state(), document);
  if (found) {
    auto same = adopted;
    same.revision = found->revision;
    same.sha256 = found->sha256;
    same.adopted_on = found->adopted_on;
    same.adopted_by = found->adopted_by;
    if (same == *found && changes.rows.empty() && changes.difference.removed.empty()) return;
  }
  auto const revision = next_revision(transaction, document, found);
  if (!revision) return;
  if (found) tell_difference(transaction, *found, *revision, changes.difference);
  adopted.revision = *revision;
  transaction.put(std::move(adopted));
  put_rows(transaction, document, std::move(changes), *revision);
}

void adopt(Transaction& transaction, command::AdoptCatalog const& body) {
  bool const other = body.document && body.catalog && *body.catalog != body.document->id;
  if (other || (!body.document && !body.catalog)) return transaction.refuse(catalog_rules::which, "/catalog");
  if (body.document) return adopt_document(transaction, body);
  adopt_built_in(transaction, body);
}

constexpr std::array catalog_kinds{acts<command::AdoptCatalog, adopt>("catalog")};

// ---- Criteria

// The built-in catalog that an id means in a workspace, or null: one of the organisation's own that was adopted before
// annexa brought along another of that id keeps it.
Catalog const* built_in_of(State const& state, std::string_view id) {
  auto const* adopted = state.find<AdoptedCatalog>(id);
  return adopted && !adopted->built_in ? nullptr : find_catalog(id);
}

std::string nearest_criterion(State const& state, Criterion const& criterion) {
  std::vector<std::string_view> ids;
  if (auto const* catalog = built_in_of(state, catalog_of(criterion)))
    for (auto const& row : catalog->requirements()) ids.push_back(row.id);
  for (auto const* row : adopted_rows(state, catalog_of(criterion))) ids.emplace_back(row->row.id);
  return hint_for(criterion.id(), ids);
}

void check_in_force(Transaction& transaction, Criterion const& criterion, std::string const& where) {
  auto const* adopted = transaction.state().find<AdoptedCatalog>(catalog_of(criterion));
  if (!adopted) return;
  auto const today = transaction.today();
  bool const early = adopted->valid_from && today < *adopted->valid_from;
  bool const late = adopted->valid_until && *adopted->valid_until < today;
  if (early || late)
    transaction.practise(catalog_rules::not_in_force, where,
                         {{"catalog", adopted->key.text()}, {"edition", adopted->edition}, {"day", to_string(today)}});
}

}  // namespace

std::span<CommandKind const> catalog_commands() noexcept { return catalog_kinds; }

void check_criterion(Transaction& transaction, Criterion const& criterion, std::string const& where) {
  auto const& state = transaction.state();
  auto const exists = criterion_exists(state, criterion);
  std::vector<Argument> args{{"catalog", std::string(catalog_of(criterion))}, {"found", criterion.text()}};
  if (!exists) return transaction.practise(catalog_rules::unknown_catalog, where, std::move(args));
  if (*exists) return check_in_force(transaction, criterion, where);
  args.push_back({"hint", nearest_criterion(state, criterion)});
  transaction.refuse(catalog_rules::unknown_criterion, where, std::move(args));
}

void check_criteria(Transaction& transaction, std::span<Criterion const> criteria, std::string const& where) {
  for (std::size_t i = 0; i < criteria.size(); ++i)
    check_criterion(transaction, criteria[i], where + '/' + std::to_string(i));
}

std::string_view catalog_of(Criterion const& criterion) noexcept {
  return criterion.catalog().empty() ? standard : criterion.catalog();
}

std::optional<PinnedCatalog> pinned_catalog(State const& state, std::string_view id) {
  if (auto const* adopted = state.find<AdoptedCatalog>(id))
    return PinnedCatalog{adopted->key.text(), adopted->revision, adopted->sha256};
  auto const* built_in = find_catalog(id);
  if (!built_in) return {};
  return PinnedCatalog{std::string(id), built_in->revision(), Hash::parse(built_in->sha256()).value()};
}

std::vector<PinnedCatalog> pinned_catalogs(State const& state, std::span<Criterion const> criteria) {
  std::vector<PinnedCatalog> pins;
  for (auto const& criterion : criteria) {
    auto const id = catalog_of(criterion);
    if (std::ranges::find(pins, id, &PinnedCatalog::catalog) != pins.end()) continue;
    if (auto pin = pinned_catalog(state, id)) pins.push_back(*std::move(pin));
  }
  return pins;
}

std::optional<PinnedCatalog> pinned_crosswalk(State const& state, std::string_view from, std::string_view to) {
  for (auto const& [one, other] : {std::pair(from, to), std::pair(to, from)}) {
    auto const* adopted = state.find<AdoptedCatalog>(one);
    if (!adopted) continue;
    auto const found = std::ranges::find(adopted->crosswalks, other, &PinnedCatalog::catalog);
    if (found != adopted->crosswalks.end()) return PinnedCatalog{std::string(to), found->revision, found->sha256};
  }
  auto const* built_in = find_crosswalk(from, to);
  if (!built_in) return {};
  return PinnedCatalog{std::string(to), built_in->revision(), Hash::parse(built_in->sha256()).value()};
}

result<OwnCatalog> adopted_catalog(State const& state, std::string_view id) {
  auto const* adopted = state.find<AdoptedCatalog>(id);
  if (!adopted || adopted->built_in)
    return Error(catalog_rules::not_adopted, std::string(id), {{"found", std::string(id)}});
  CatalogDocument document;
  document.id = id;
  document.title = adopted->title;
  document.edition = adopted->edition;
  document.revision = adopted->revision;
  document.nature = adopted->nature;
  document.publisher = adopted->publisher;
  document.valid_from = adopted->valid_from;
  document.valid_until = adopted->valid_until;
  for (auto const* row : adopted_rows(state, id)) document.requirements.push_back(row->row);
  return reopen_catalog(std::move(document), adopted->sha256 ? to_string(*adopted->sha256) : std::string());
}

result<std::shared_ptr<Crosswalk const>> workspace_crosswalk(State const& state, std::string_view from,
                                                             std::string_view to, std::string_view through) {
  for (auto const& [own_end, other] : {std::pair(from, to), std::pair(to, from)}) {
    auto const* adopted = state.find<AdoptedCatalog>(own_end);
    if (!adopted || adopted->built_in) continue;
    auto const own = adopted_catalog(state, own_end);
    if (!own) return own.error();
    auto found = need_own_crosswalk(*own, other, through);
    if (!found || own_end == from) return found;
    return std::make_shared<Crosswalk const>((*found)->reversed());
  }
  if (!through.empty()) {
    auto composed = need_composed_crosswalk(from, through, to);
    if (!composed) return composed.error();
    return std::make_shared<Crosswalk const>(*std::move(composed));
  }
  auto const found = need_crosswalk(from, to);
  if (!found) return found.error();
  return std::shared_ptr<Crosswalk const>(std::shared_ptr<void>(), *found);  // lives as long as the program
}

std::optional<Wording> criterion_wording(State const& state, Criterion const& criterion, std::string_view language,
                                         TextHook const& hook) {
  if (auto const* built_in = built_in_of(state, catalog_of(criterion))) {
    auto const* row = built_in->find(criterion.id());
    return row ? std::optional(wording_of(*built_in, *row, language, hook)) : std::nullopt;
  }
  auto const* row = state.find<CatalogRequirement>(criterion.text());
  if (!row) return {};
  Wording own{row->row.title, row->row.summary, WordingBasis::printed};
  auto const translation = std::ranges::find(row->row.translations, language, &CatalogTranslation::language);
  if (translation != row->row.translations.end())
    own = {translation->title, translation->summary.empty() ? own.text : translation->summary,
           WordingBasis::translation};
  return licensed_wording(catalog_of(criterion), criterion.id(), language, std::move(own), hook);
}

std::optional<bool> criterion_exists(State const& state, Criterion const& criterion) {
  if (criterion.catalog().empty()) return iso27001_2022().find(criterion.text()) != nullptr;
  auto const id = criterion.catalog();
  if (auto const* built_in = built_in_of(state, id)) return built_in->find(criterion.id()) != nullptr;
  if (!state.find<AdoptedCatalog>(id)) return {};
  auto const* row = state.find<CatalogRequirement>(criterion.text());
  return row && !row->gone_in;
}

}  // namespace v1
}  // namespace annexa
