#pragma once
// Texts with what their parameters say put in.

#include <annexa/base/error.hpp>

#include <boost/json/value.hpp>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal {

// The parameters of a catalog, by their ids. The document outlives them.
class ParameterTexts {
 public:
  // Reckons with the parameters of a catalog, group or control; of two with one id the first holds.
  void add(boost::json::object const& owner);

  // @p text with each "{{ insert: param, ID }}" replaced: by the values of the parameter, else by its label, else by
  // its choices. Inserts of parameters that do not exist, that come to themselves or that grow out of all proportion
  // stay as they are, and are noted at @p where.
  [[nodiscard]] std::string expand(std::string_view text, std::string const& where);

  // What was noted.
  [[nodiscard]] std::vector<Violation> const& notes() const noexcept { return notes_.violations(); }

 private:
  struct Parameter {
    boost::json::object const* object = nullptr;
    std::string text;         // what stands for it, once somebody asked
    bool is_known = false;    // true if somebody did
    bool is_open = false;     // true while its own text is being made
    bool is_refused = false;  // true if nothing can stand for it
  };

  [[nodiscard]] std::string expand(std::string_view text, std::string const& where, std::size_t depth);
  [[nodiscard]] Parameter const* text_for(std::string_view id, std::string const& where, std::size_t depth);
  [[nodiscard]] std::string text_of(boost::json::object const& parameter, std::string const& where, std::size_t depth);
  void note(Rule const& rule, std::string const& where, std::string_view id);

  std::map<std::string_view, Parameter> parameters_;
  std::size_t inserted_ = 0;  // bytes so far
  Error notes_;
};

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
