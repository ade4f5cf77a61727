#pragma once
// The documents that profiles import: each is fetched once.

#include <annexa/exchange/oscal/resolve.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "notes.hpp"
#include "source.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// The resources of one profile, by their UUIDs.
class ResourceIndex {
 public:
  explicit ResourceIndex(json::object const& profile);
  // Null where there is none.
  [[nodiscard]] json::object const* find(std::string_view uuid) const;

 private:
  std::unordered_map<std::string, json::object const*> by_uuid_;
};

class Library {
 public:
  Library(ResolveOptions const& options, Warnings& warnings) : options_(options), warnings_(warnings) {}

  // The document that an import names.
  // @param base  URI of the profile.
  [[nodiscard]] result<Loaded*> import(std::string_view href, ResourceIndex const& resources, std::string const& base,
                                       std::string const& where);

  // All documents in the order in which they were read.
  [[nodiscard]] std::vector<Loaded const*> const& documents() const noexcept { return order_; }

 private:
  struct Slot {
    std::unique_ptr<Loaded> loaded;
    std::optional<Error> error;
  };
  struct Candidate;

  [[nodiscard]] result<Loaded*> from_resource(std::string_view uuid, ResourceIndex const& resources,
                                              std::string const& base);
  [[nodiscard]] result<Loaded*> load(Candidate const& candidate);
  [[nodiscard]] result<std::string> bytes_of(Candidate const& candidate);
  [[nodiscard]] result<std::unique_ptr<Loaded>> read(Candidate const& candidate);
  [[nodiscard]] static std::vector<Candidate> candidates_of(json::object const& resource, std::string const& base);

  ResolveOptions const& options_;
  Warnings& warnings_;
  std::map<std::string, Slot> slots_;  // by URI
  std::vector<Loaded const*> order_;
  std::size_t bytes_ = 0;
};

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
