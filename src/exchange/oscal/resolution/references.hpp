#pragma once
// What texts refer to: params that they insert, and ids after '#'.

#include <boost/json.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

namespace json = boost::json;

// What some objects refer to. Views live as long as the objects.
class References {
 public:
  // Looks through everything in @p value.
  void scan(json::value const& value);
  void scan(json::object const& object);
  // The same without the members that are parts of the tree.
  void scan_control(json::object const& control);
  void scan_group(json::object const& group);

  [[nodiscard]] bool inserts(std::string_view param) const { return params_.contains(param); }
  // UUIDs are compared without regard to their letters.
  [[nodiscard]] bool names(std::string_view id) const;

  // Everything that stands after a '#', in small letters.
  [[nodiscard]] std::unordered_set<std::string> const& names() const noexcept { return named_; }
  // Ids and UUIDs of objects.
  [[nodiscard]] std::unordered_set<std::string_view> const& ids() const noexcept { return ids_; }
  // References of links, "href" being "#…", in the order in which they were seen.
  [[nodiscard]] std::vector<std::string_view> const& links() const noexcept { return links_; }

 private:
  void scan_but(json::object const& object, std::initializer_list<std::string_view> left_out);
  void scan_text(std::string_view text);

  std::unordered_set<std::string_view> params_;
  std::unordered_set<std::string> named_;  // lower case
  std::unordered_set<std::string_view> ids_;
  std::vector<std::string_view> links_;
};

// Ids of the params that a parameter inserts.
[[nodiscard]] std::vector<std::string_view> inserted_by(json::object const& param);

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
