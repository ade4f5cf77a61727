#include "calls.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

using namespace annexa::testing::c;

namespace json = boost::json;

namespace {

constexpr std::string_view journal_name = "annexa.example.org/acme";

struct Keys {
  std::string secret, pem, note;
};

Keys make_keys(std::string_view name, std::string_view kind = "log") {
  auto const made = call(annexa_key_generate, name.data(), name.size(), kind.data(), kind.size());
  auto const document = json::parse(made.document);
  auto const text = [&](char const* member) { return std::string(document.at(member).as_string()); };
  return {text("private_key"), text("public_key"), text("note_key")};
}

std::string trusting_in(std::vector<std::string> const& keys, std::string_view origin = {}, int witnesses = 0) {
  json::object trust{{"keys", json::value_from(keys)}, {"witnesses", witnesses}};
  if (!origin.empty()) trust["origin"] = origin;
  return json::serialize(trust);
}

Outcome sign(annexa_workspace* workspace, std::string_view key, std::string_view after = {}) {
  auto const options = json::serialize(json::object{{"origin", journal_name}, {"after", after}});
  return call(annexa_workspace_checkpoint, workspace, key.data(), key.size(), options.data(), options.size());
}

Outcome check_note(std::string_view note, std::string_view trust) {
  return call(annexa_checkpoint_check, note.data(), note.size(), trust.data(), trust.size());
}

Outcome prove(annexa_workspace* workspace, std::string_view event, std::string_view note) {
  return call(annexa_workspace_prove_event, workspace, event.data(), event.size(), note.data(), note.size());
}

Outcome prove_since(annexa_workspace* workspace, std::string_view older, std::string_view note) {
  return call(annexa_workspace_prove_history, workspace, older.data(), older.size(), note.data(), note.size());
}

Outcome check_event(std::string_view proof, std::string_view event, std::string_view trust) {
  return call(annexa_proof_check_event, proof.data(), proof.size(), event.data(), event.size(), trust.data(),
              trust.size());
}

Outcome check_history(std::string_view proof, std::string_view older, std::string_view trust) {
  return call(annexa_proof_check_history, proof.data(), proof.size(), older.data(), older.size(), trust.data(),
              trust.size());
}

Outcome verify_kept(annexa_workspace* workspace, std::string_view kept) {
  return call(annexa_workspace_verify_kept, workspace, kept.data(), kept.size(),
              static_cast<annexa_task const*>(nullptr));
}

Outcome witness(std::string_view proof, std::string_view seen, std::string_view trust, std::string_view key,
                std::string_view options, annexa_env const* env = nullptr) {
  return call(annexa_checkpoint_witness, proof.data(), proof.size(), seen.data(), seen.size(), trust.data(),
              trust.size(), key.data(), key.size(), options.data(), options.size(), env);
}

// The bytes of an event, cut out of the feed.
std::string event_at(annexa_workspace* workspace, uint64_t position) {
  auto const feed = call(annexa_workspace_events, workspace, position, uint64_t{1}).document;
  auto const begin = feed.find("\"event\":") + 8;
  return feed.substr(begin, feed.size() - begin - 2);
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

// A workspace of three events with checkpoints at one and at three.
struct Acme {
  Keys keys = make_keys(journal_name);
  Opened workspace = in_memory();
  std::string older, newer, trust;
  Acme() {
    older = sign(workspace, keys.secret).document;
    send(workspace, R"([{"command":"unit.add","unit":"U-1","name":"Sales","kind":"process"},
                        {"command":"unit.add","unit":"U-2","name":"Care","kind":"process"}])");
    newer = sign(workspace, keys.secret, older).document;
    trust = trusting_in({keys.note});
  }
};

}  // namespace

TEST_SUITE("capi/evidence") {
  TEST_CASE("NULL and garbage are refused") {
    Acme const acme;
    CHECK(call(annexa_key_generate, static_cast<char const*>(nullptr), size_t{3}, "log", size_t{3})
              .is(ANNEXA_E_USAGE, "c.null"));
    CHECK(call(annexa_key_generate, "a b", size_t{3}, "log", size_t{3}).is(ANNEXA_E_USAGE, "c.value"));
    CHECK(call(annexa_key_generate, "a", size_t{1}, "king", size_t{4}).is(ANNEXA_E_USAGE, "c.value"));
    CHECK(sign(nullptr, acme.keys.secret).is(ANNEXA_E_USAGE, "c.handle"));
    CHECK(sign(acme.workspace, "garbage").is(ANNEXA_E_USAGE, "journal.key"));
    CHECK(sign(acme.workspace, acme.keys.pem).is(ANNEXA_E_USAGE, "journal.key"));
    CHECK(sign(acme.workspace, acme.keys.secret, "garbage").is(ANNEXA_E_INTEGRITY, "journal.form"));
    CHECK(prove(acme.workspace, "", acme.newer).is(ANNEXA_E_USAGE, "c.empty"));
    CHECK(prove(acme.workspace, "9", acme.newer).is(ANNEXA_E_USAGE, "journal.no-event"));
    CHECK(prove(acme.workspace, "0", "garbage").is(ANNEXA_E_INTEGRITY, "journal.form"));
    CHECK(prove_since(acme.workspace, "", acme.newer).is(ANNEXA_E_INTEGRITY, "journal.form"));
    CHECK(check_note("", acme.trust).is(ANNEXA_E_INTEGRITY, "journal.form"));
    CHECK(check_note(std::string_view("\xff\n\n\0", 4), acme.trust).is(ANNEXA_E_INTEGRITY, "journal.form"));
    CHECK(check_note(acme.newer, "").is(ANNEXA_E_USAGE, "journal.no-key"));
    CHECK(check_note(acme.newer, "{").status == ANNEXA_E_USAGE);
    CHECK(check_note(acme.newer, trusting_in({"x"})).is(ANNEXA_E_USAGE, "journal.key"));
    CHECK(check_note(acme.newer, trusting_in({acme.keys.pem})).is(ANNEXA_E_USAGE, "journal.key"));
    CHECK(check_note(acme.newer, trusting_in({acme.keys.note}, "", -1)).is(ANNEXA_E_USAGE, "c.value"));
    CHECK(check_event("", "", acme.trust).is(ANNEXA_E_INTEGRITY, "journal.form"));
    CHECK(check_history("", acme.older, acme.trust).is(ANNEXA_E_INTEGRITY, "journal.form"));
    CHECK(verify_kept(acme.workspace, "[]").status == ANNEXA_E_USAGE);
    CHECK(verify_kept(acme.workspace, "").is(ANNEXA_E_USAGE, "journal.no-key"));
    CHECK(witness(acme.newer, "", acme.trust, "", R"({"name":"w"})").is(ANNEXA_E_USAGE, "journal.key"));
    CHECK(witness(acme.newer, "", acme.trust, acme.keys.secret, R"({"name":""})").is(ANNEXA_E_USAGE, "journal.key"));
  }

  TEST_CASE("a wrong key, a wrong origin and a forged checkpoint hold for nobody") {
    Acme const acme;
    auto const stranger = make_keys(journal_name);
    CHECK(check_note(acme.newer, trusting_in({stranger.note})).is(ANNEXA_E_INTEGRITY, "journal.unsigned"));
    CHECK(check_note(acme.newer, trusting_in({acme.keys.pem}, "somebody.else"))
              .is(ANNEXA_E_INTEGRITY, "journal.unsigned"));
    auto const forged = changed(acme.newer, "\n3\n", "\n2\n");
    CHECK(check_note(forged, acme.trust).is(ANNEXA_E_INTEGRITY, "journal.signature"));
    CHECK(check_note(acme.newer, trusting_in({acme.keys.note}, "", 1)).is(ANNEXA_E_INTEGRITY, "journal.witnesses"));
    auto const kept = [&](std::string const& note, std::string const& key) {
      return json::serialize(json::object{{"checkpoints", json::array{acme.newer, note}}, {"keys", json::array{key}}});
    };
    auto const wrong = verify_kept(acme.workspace, kept(forged, acme.keys.note));
    CHECK(wrong.is(ANNEXA_E_INTEGRITY, "journal.signature"));
    CHECK(wrong.places == std::vector<std::string>{"/kept/checkpoints/1"});
    CHECK(verify_kept(acme.workspace, kept(acme.older, stranger.note)).status == ANNEXA_E_INTEGRITY);
    auto const good = verify_kept(acme.workspace, kept(acme.older, acme.keys.note));
    CHECK(json::parse(good.document).at("ok").as_bool());
  }

  TEST_CASE("a checkpoint says what the workspace is") {
    Acme const acme;
    auto const found = json::parse(check_note(acme.newer, acme.trust).document);
    CHECK(found.at("size").to_number<int>() == 3);
    CHECK(found.at("root").as_string() == call(annexa_workspace_root, +acme.workspace).document);
    CHECK(found.at("origin").as_string() == journal_name);
    CHECK(found.at("signatures").as_array().size() == 1);
    auto const described = call(annexa_key_describe, acme.keys.secret.data(), acme.keys.secret.size(),
                                journal_name.data(), journal_name.size(), "", size_t{0});
    CHECK(json::parse(described.document).at("note_key").as_string() == acme.keys.note);
  }

  TEST_CASE("an event is proved by its bytes; a proof that is too long is refused") {
    Acme const acme;
    for (uint64_t position = 0; position < 3; ++position) {
      auto const proof = prove(acme.workspace, std::to_string(position), acme.newer).document;
      auto const event = event_at(acme.workspace, position);
      auto const found = json::parse(check_event(proof, event, acme.trust).document);
      CHECK(found.at("position").to_number<std::uint64_t>() == position);
      CHECK(check_event(proof, event_at(acme.workspace, (position + 1) % 3), acme.trust)
                .is(ANNEXA_E_INTEGRITY, "journal.inclusion"));
      auto const first = proof.find('\n', proof.find("index")) + 1;
      auto const hash = proof.substr(first, 45);
      CHECK(check_event(std::string(proof).insert(first, hash), event, acme.trust)
                .is(ANNEXA_E_INTEGRITY, "journal.inclusion"));
      std::string many;
      for (int i = 0; i < 64; ++i) many += hash;
      CHECK(check_event(std::string(proof).insert(first, many), event, acme.trust)
                .is(ANNEXA_E_INTEGRITY, "journal.form"));
    }
  }

  TEST_CASE("an erasure is a command; what is decided says what to delete") {
    auto const workspace = in_memory();
    send(workspace, R"([{"command":"person.add","person":"mia","name":"Mia Manager"},
        {"command":"role.grant","person":"mia","role":"isms-manager","from":"2026-01-01"},
        {"command":"person.add","person":"P-9","name":"Quast"}])");
    constexpr std::string_view order =
        R"({"command":"personal-data.erase","subject":"person:P-9","reason":"Asked for","actor":"mia"})";
    CHECK(send(workspace, R"({"command":"personal-data.erase","subject":"P-9","reason":"x","actor":"mia"})")
              .is(ANNEXA_E_USAGE, "erasure.subject"));
    auto const state = call(annexa_workspace_snapshot, +workspace).document;
    auto const decided = call(annexa_decide, state.data(), state.size(), order.data(), order.size(), "", size_t{0},
                              static_cast<annexa_env const*>(nullptr));
    auto const erase = json::parse(decided.document).at("erase").as_array();
    REQUIRE(erase.size() == 1);
    CHECK(erase[0].at("members") == json::array{"name", "mail"});
    CHECK(send(workspace, order).status == ANNEXA_OK);
    CHECK(call(annexa_workspace_snapshot, +workspace).document.find("Quast") == std::string::npos);
    CHECK(json::parse(query(workspace, "erasures").document).as_array().size() == 1);
    CHECK(json::parse(call(annexa_workspace_verify, +workspace, static_cast<annexa_task const*>(nullptr)).document)
              .at("ok")
              .as_bool());
  }

  TEST_CASE("a key is handed over by both, and followed by who trusts the old one") {
    Acme const acme;
    auto const next = make_keys(journal_name);
    auto const rotate = [](std::string_view name, std::string_view from, std::string_view to) {
      return call(annexa_key_rotate, name.data(), name.size(), from.data(), from.size(), to.data(), to.size());
    };
    CHECK(rotate("", acme.keys.secret, next.secret).is(ANNEXA_E_USAGE, "c.empty"));
    CHECK(rotate("a b", acme.keys.secret, next.secret).is(ANNEXA_E_USAGE, "journal.key"));
    CHECK(rotate(journal_name, "garbage", next.secret).is(ANNEXA_E_USAGE, "journal.key"));
    CHECK(rotate(journal_name, next.secret, next.secret).is(ANNEXA_E_USAGE, "journal.key"));
    auto const note = rotate(journal_name, acme.keys.secret, next.secret).document;
    auto const later = sign(acme.workspace, next.secret, acme.newer).document;
    json::object trust{{"keys", json::array{acme.keys.note}}, {"rotations", json::array{note}}};
    CHECK(check_note(later, acme.trust).is(ANNEXA_E_INTEGRITY, "journal.unsigned"));
    CHECK(check_note(later, json::serialize(trust)).status == ANNEXA_OK);
    trust["keys"] = json::array{next.note};
    auto const stranger = check_note(later, json::serialize(trust));
    CHECK(stranger.is(ANNEXA_E_INTEGRITY, "journal.rotation"));
    CHECK(stranger.places == std::vector<std::string>{"/trust/rotations/0"});
  }

  TEST_CASE("a journal goes on, and a witness says so") {
    Acme const acme;
    auto const proof = prove_since(acme.workspace, acme.older, acme.newer).document;
    CHECK(json::parse(check_history(proof, acme.older, acme.trust).document).at("old_size").to_number<int>() == 1);
    CHECK(check_history(proof, acme.newer, acme.trust).is(ANNEXA_E_CONFLICT, "journal.old-size"));
    CHECK(prove_since(acme.workspace, acme.newer, acme.older).is(ANNEXA_E_USAGE, "journal.proof-size"));

    auto const own = make_keys("witness.example", "witness");
    constexpr std::string_view name = R"({"name":"witness.example"})";
    annexa_env env = ANNEXA_ENV_INIT;
    env.now = [](void*, int64_t* micros) -> int32_t {
      *micros = 1'772'355'600'000'000;  // 2026-03-01T09:00:00Z
      return 0;
    };
    auto const first = witness(acme.older, "", acme.trust, own.secret, name, &env).document;
    auto const second = witness(proof, first, acme.trust, own.secret, name, &env).document;
    auto const found = json::parse(check_note(second, trusting_in({acme.keys.note, own.note}, "", 1)).document);
    CHECK(found.at("signatures").at(1).at("at").as_string() == "2026-03-01T09:00:00Z");
    CHECK(witness(proof, second, acme.trust, own.secret, name).is(ANNEXA_E_CONFLICT, "journal.old-size"));
    CHECK(witness(acme.newer, first, acme.trust, own.secret, name).is(ANNEXA_E_INTEGRITY, "journal.consistency"));
    auto const other = in_memory();
    CHECK(sign(other, acme.keys.secret, acme.newer).is(ANNEXA_E_INTEGRITY, "journal.history"));
  }
}
