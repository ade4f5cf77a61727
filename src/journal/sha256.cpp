#include <annexa/journal/sha256.hpp>

#include <openssl/evp.h>
#include <new>
#include <stdexcept>

namespace annexa {
inline namespace v1 {
namespace {

// Fetched once: to look an algorithm up by name for each digest costs more than to hash a short event.
EVP_MD const* algorithm() {
  static EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return fetched;
}

void require(bool done) {
  if (!done) throw std::runtime_error("OpenSSL offers no SHA-256 here; look at its configuration (openssl.cnf)");
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const noexcept { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  if (!context_) throw std::bad_alloc();
  require(algorithm() != nullptr && EVP_DigestInit_ex2(context_.get(), algorithm(), nullptr) == 1);
}

Sha256& Sha256::add(std::string_view bytes) {
  require(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
  return *this;
}

Sha256& Sha256::add(Hash const& digest) {
  require(EVP_DigestUpdate(context_.get(), digest.bytes.data(), digest.bytes.size()) == 1);
  return *this;
}

Hash Sha256::finish() {
  Hash digest;
  require(EVP_DigestFinal_ex(context_.get(), digest.bytes.data(), nullptr) == 1);
  require(EVP_DigestInit_ex2(context_.get(), nullptr, nullptr) == 1);
  return digest;
}

Hash sha256(std::string_view bytes) { return Sha256().add(bytes).finish(); }

}  // namespace v1
}  // namespace annexa
