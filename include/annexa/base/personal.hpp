#pragma once
/// @file
/// Personal data that can be erased although the journal cannot be changed.

#include <annexa/base/hash.hpp>

#include <array>
#include <optional>
#include <string>
#include <utility>

namespace annexa {
inline namespace v1 {

/// Random bytes that keep a commitment from being guessed.
struct Salt {
  std::array<unsigned char, 32> bytes{};  ///< The bytes; all zero means that none was drawn yet.
  friend bool operator==(Salt const&, Salt const&) = default;
};

/// A text about a person: a name, or free text that names people.
///
/// In the journal stands only a commitment, SHA-256(0x02 ‖ salt ‖ value); value and salt lie in a side table from which
/// they can be erased (GDPR Article 17) while every proof over the journal stays valid. `decide` draws the salt; the
/// commitment is computed where the event is encoded.
/// @source{7.5.3, control A.5.34}
class Personal {
 public:
  /// An empty text.
  Personal() : value_(std::string{}) {}
  /// A text that is not committed yet.
  Personal(std::string value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor): reads as text
  /// A text that was committed with @p salt.
  Personal(std::string value, Salt salt) : value_(std::move(value)), salt_(salt) {}
  /// What is left after erasure.
  [[nodiscard]] static Personal erased(Hash commitment) {
    Personal personal;
    personal.value_.reset();
    personal.commitment_ = commitment;
    return personal;
  }
  /// The text, or nothing if it was erased.
  [[nodiscard]] std::optional<std::string> const& value() const noexcept { return value_; }
  /// The text, or "[erased]".
  [[nodiscard]] std::string text() const { return value_ ? *value_ : std::string("[erased]"); }
  /// True if the text was erased.
  [[nodiscard]] bool is_erased() const noexcept { return !value_; }
  /// The salt; zero if none was drawn.
  [[nodiscard]] Salt const& salt() const noexcept { return salt_; }
  /// Sets the salt, once. @pre the text was not committed yet.
  void set_salt(Salt salt) noexcept { salt_ = salt; }
  /// The commitment; meaningful for an erased text only.
  [[nodiscard]] Hash const& commitment() const noexcept { return commitment_; }
  /// Equal if the texts are, whatever their salts: an unchanged name is no change.
  friend bool operator==(Personal const& a, Personal const& b) noexcept {
    return a.value_ == b.value_ && a.commitment_ == b.commitment_;
  }

 private:
  std::optional<std::string> value_;
  Salt salt_;
  Hash commitment_;
};

}  // namespace v1
}  // namespace annexa
