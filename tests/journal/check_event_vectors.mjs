// Checks event_vectors.json against the format of event bytes, sharing nothing with the C++ library or the script in Python.
//
//     node check_event_vectors.mjs [event_vectors.json]
//
// Each vector holds an event and the bytes, leaf hash and personal texts that it must give. Nothing but Node itself.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const LIMIT = 65535;
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");

// The subset of RFC 8785 without floating point. Texts compare by UTF-16 code units in this language, as keys must.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${keys.map((key) => `${canonical(key)}:${canonical(value[key])}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new Error(`${value} is no integer within 2^53 - 1`);
  return JSON.stringify(value);
}

// The data with each personal text replaced by its commitment; the texts are appended to `texts`.
function commit(value, texts) {
  if (Array.isArray(value)) return value.map((each) => commit(each, texts));
  if (value === null || typeof value !== "object") return value;
  const names = Object.keys(value).sort().join(" ");
  if (names === "salt value" && typeof value.value === "string" && /^[0-9A-Fa-f]{64}$/.test(value.salt)) {
    const salt = value.salt.toLowerCase();
    const commitment = sha256(Buffer.of(2), Buffer.from(salt, "hex"), Buffer.from(value.value, "utf8"));
    texts.push({ commitment, salt, value: value.value });
    return { commitment };
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, commit(each, texts)]));
}

function encode(event, tenant) {
  const texts = [];
  const document = { ...event, tenant, fmt: "annexa-event/1", data: commit(event.data, texts) };
  if (document.at.length === "2026-11-23T15:32:59Z".length) document.at = `${document.at.slice(0, -1)}.000000Z`;
  return [canonical(document), texts];
}

function* problems(vectors) {
  for (const vector of vectors.events) {
    const [text, texts] = encode(vector.event, vectors.tenant);
    const bytes = Buffer.from(text, "utf8");
    const compared = [
      ["bytes", text, vector.bytes],
      ["leaf", sha256(Buffer.of(0), bytes), vector.leaf],
      ["personal texts", canonical(texts), canonical(vector.personal)],
      ["bytes read and written again", canonical(JSON.parse(text)), text],
    ];
    for (const [what, found, expected] of compared)
      if (found !== expected) yield `${vector.name}: ${what}: computed ${found}, the file says ${expected}`;
    if (bytes.length > LIMIT) yield `${vector.name}: ${bytes.length} bytes`;
  }
}

const path = process.argv[2] ?? new URL("event_vectors.json", import.meta.url);
const vectors = JSON.parse(readFileSync(path, "utf8"));
const found = [...problems(vectors)];
for (const problem of found) console.error(problem);
console.log(`${vectors.events.length} events, ${found.length} problems`);
process.exit(found.length ? 1 : 0);
