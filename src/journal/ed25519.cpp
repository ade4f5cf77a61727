#include <annexa/journal/ed25519.hpp>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdexcept>

#include "proof_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::size_t signature_size = 64;

struct FreeBio {
  void operator()(BIO* bio) const noexcept { BIO_free(bio); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};
struct FreeKey {
  void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
};
using BioHandle = std::unique_ptr<BIO, FreeBio>;
using ContextHandle = std::unique_ptr<EVP_MD_CTX, FreeContext>;
using KeyHandle = std::unique_ptr<EVP_PKEY, FreeKey>;

void need_ed25519(bool done) {
  if (!done) throw std::runtime_error("OpenSSL offers no Ed25519 here; look at its configuration (openssl.cnf)");
}

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

BioHandle reader(std::string_view pem) {
  constexpr std::size_t most = 64U * 1024;  // a key is 200 bytes
  return BioHandle(pem.size() > most ? nullptr : BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

std::string text_of(BIO* bio) {
  char* data = nullptr;
  auto const size = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(size)};
}

// Nobody is asked for a passphrase: a library has no terminal.
int no_passphrase(char*, int, int, void*) { return -1; }

Error not_a_key(char const* what) {
  return Error(proof_rules::key_form, "",
               {{"what", what}, {"why", "an Ed25519 key in PEM without a passphrase is expected"}});
}

}  // namespace

// ---- Public

result<PublicKey> PublicKey::from_pem(std::string_view pem) {
  auto const bio = reader(pem);
  KeyHandle const key(bio ? PEM_read_bio_PUBKEY(bio.get(), nullptr, no_passphrase, nullptr) : nullptr);
  PublicKey found;
  auto size = found.bytes.size();
  if (!key || EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519 ||
      EVP_PKEY_get_raw_public_key(key.get(), found.bytes.data(), &size) != 1 || size != found.bytes.size())
    return not_a_key("public key");
  return found;
}

std::string PublicKey::to_pem() const {
  KeyHandle const key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes.data(), bytes.size()));
  BioHandle const bio(BIO_new(BIO_s_mem()));
  need_ed25519(key && bio && PEM_write_bio_PUBKEY(bio.get(), key.get()) == 1);
  return text_of(bio.get());
}

bool PublicKey::verifies(std::string_view message, std::string_view signature) const {
  if (signature.size() != signature_size) return false;
  KeyHandle const key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes.data(), bytes.size()));
  ContextHandle const context(EVP_MD_CTX_new());
  return key && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
         EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(message), message.size()) == 1;
}

// ---- Private

void PrivateKey::Free::operator()(evp_pkey_st* key) const noexcept { EVP_PKEY_free(key); }

PrivateKey PrivateKey::generate() {
  Handle key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
  need_ed25519(key != nullptr);
  return PrivateKey(std::move(key));
}

PrivateKey PrivateKey::from_seed(std::array<unsigned char, 32> const& seed) {
  Handle key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
  need_ed25519(key != nullptr);
  return PrivateKey(std::move(key));
}

result<PrivateKey> PrivateKey::from_pem(std::string_view pem) {
  auto const bio = reader(pem);
  Handle key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, no_passphrase, nullptr) : nullptr);
  if (!key || EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519) return not_a_key("private key");
  return PrivateKey(std::move(key));
}

std::string PrivateKey::to_pem() const {
  BioHandle const bio(BIO_new(BIO_s_secmem()));
  need_ed25519(bio && PEM_write_bio_PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
  return text_of(bio.get());
}

PublicKey PrivateKey::public_key() const {
  PublicKey found;
  auto size = found.bytes.size();
  need_ed25519(EVP_PKEY_get_raw_public_key(key_.get(), found.bytes.data(), &size) == 1 && size == found.bytes.size());
  return found;
}

std::string PrivateKey::sign(std::string_view message) const {
  ContextHandle const context(EVP_MD_CTX_new());
  std::string signature(signature_size, '\0');
  auto size = signature.size();
  need_ed25519(context && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) == 1 &&
               EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                              bytes_of(message), message.size()) == 1 &&
               size == signature_size);
  return signature;
}

}  // namespace v1
}  // namespace annexa
