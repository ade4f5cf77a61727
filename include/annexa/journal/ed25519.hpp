#pragma once
/// @file
/// Ed25519 keys: with the private one a checkpoint is signed, with the public one anybody checks it.

#include <annexa/base/error.hpp>

#include <array>
#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;  // OpenSSL's EVP_PKEY, so that its headers stay out of ours

namespace annexa {
inline namespace v1 {

/// A public key: 32 bytes as RFC 8032 encodes them.
struct PublicKey {
  std::array<unsigned char, 32> bytes{};  ///< The key.

  /// Reads a public key in PEM (SubjectPublicKeyInfo), as `openssl pkey -pubout` writes it.
  /// @return the key, or journal.key.
  [[nodiscard]] static result<PublicKey> from_pem(std::string_view pem);
  /// The key in PEM.
  [[nodiscard]] std::string to_pem() const;
  /// True if @p signature, of 64 bytes, is one of @p message by this key.
  [[nodiscard]] bool verifies(std::string_view message, std::string_view signature) const;
  friend bool operator==(PublicKey const&, PublicKey const&) = default;
};

/// A private key. It is kept in a file of its own or in a device, never in a store.
/// @par Threads
/// A constant one may be used from many threads.
/// @source{RFC 8032}
class PrivateKey {
 public:
  /// A fresh one from the random numbers of OpenSSL. @throws std::runtime_error if OpenSSL offers no Ed25519 here.
  [[nodiscard]] static PrivateKey generate();
  /// The key that 32 bytes are the seed of. @throws std::runtime_error if OpenSSL offers no Ed25519 here.
  [[nodiscard]] static PrivateKey from_seed(std::array<unsigned char, 32> const& seed);
  /// Reads a private key in PEM (PKCS#8), as `openssl genpkey -algorithm ed25519` writes it, without a passphrase.
  /// @return the key, or journal.key: no PEM, another kind of key, or one under a passphrase.
  [[nodiscard]] static result<PrivateKey> from_pem(std::string_view pem);
  /// The key in PEM: whoever has it can sign.
  [[nodiscard]] std::string to_pem() const;
  /// The public key that belongs to it.
  [[nodiscard]] PublicKey public_key() const;
  /// The signature of @p message: 64 bytes, the same each time.
  [[nodiscard]] std::string sign(std::string_view message) const;

 private:
  struct Free {
    void operator()(evp_pkey_st* key) const noexcept;
  };
  using Handle = std::unique_ptr<evp_pkey_st, Free>;
  explicit PrivateKey(Handle key) : key_(std::move(key)) {}
  Handle key_;
};

}  // namespace v1
}  // namespace annexa
