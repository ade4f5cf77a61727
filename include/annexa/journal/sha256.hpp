#pragma once
/// @file
/// SHA-256: the one hash function of annexa.

#include <annexa/base/hash.hpp>

#include <memory>
#include <string_view>

struct evp_md_ctx_st;  // OpenSSL's EVP_MD_CTX, so that its headers stay out of ours

namespace annexa {
inline namespace v1 {

/// Computes digests from bytes that come in pieces. Reusing one object saves an allocation for each digest.
/// @par Threads
/// One object belongs to one thread at a time.
/// @source{FIPS 180-4}
class Sha256 {
 public:
  /// Ready for the first bytes. @throws std::runtime_error if OpenSSL offers no SHA-256 here.
  Sha256();
  /// Takes the next bytes.
  Sha256& add(std::string_view bytes);
  /// Takes the bytes of a digest, as a node of a tree is made of two.
  Sha256& add(Hash const& digest);
  /// The digest of all bytes since the last call; starts anew.
  [[nodiscard]] Hash finish();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const noexcept;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

/// The digest of @p bytes.
[[nodiscard]] Hash sha256(std::string_view bytes);

}  // namespace v1
}  // namespace annexa
