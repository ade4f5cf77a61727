#!/usr/bin/python3
"""Checks event_vectors.json against the format of event bytes, sharing nothing with the C++ library.

    check_event_vectors.py [event_vectors.json]

Each vector holds an event and the bytes, leaf hash and personal texts that it must give. Standard library only.
"""
import hashlib
import json
import os
import re
import sys

SALT = re.compile(r"[0-9A-Fa-f]{64}")
LIMIT = 65535


def utf16(text):
    return text.encode("utf-16-be")


def canonical(value):
    """The subset of RFC 8785 without floating point, as text."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in sorted(value, key=utf16)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        raise ValueError("a floating-point number")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2**53 - 1:
        raise ValueError("an integer beyond 2^53 - 1")
    return json.dumps(value, ensure_ascii=False)


def commit(value, texts):
    """The data with each personal text replaced by its commitment; the texts are appended to `texts`."""
    if isinstance(value, list):
        return [commit(each, texts) for each in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"salt", "value"} and all(isinstance(each, str) for each in value.values()):
        if SALT.fullmatch(value["salt"]):
            salt = bytes.fromhex(value["salt"])
            digest = hashlib.sha256(b"\x02" + salt + value["value"].encode()).hexdigest()
            texts.append({"commitment": digest, "salt": salt.hex(), "value": value["value"]})
            return {"commitment": digest}
    return {key: commit(each, texts) for key, each in value.items()}


def encode(event, tenant):
    """Bytes and personal texts of an event."""
    texts = []
    document = dict(event, tenant=tenant, fmt="annexa-event/1", data=commit(event["data"], texts))
    if len(document["at"]) == len("2026-11-23T15:32:59Z"):
        document["at"] = document["at"][:-1] + ".000000Z"
    return canonical(document).encode(), texts


def problems(vectors):
    """Every way in which the vectors differ from what is computed here."""
    for vector in vectors["events"]:
        data, texts = encode(vector["event"], vectors["tenant"])
        for what, found, expected in (
            ("bytes", data, vector["bytes"].encode()),
            ("leaf", hashlib.sha256(b"\x00" + data).hexdigest(), vector["leaf"]),
            ("personal texts", texts, vector["personal"]),
            ("bytes read and written again", canonical(json.loads(data)).encode(), data),
        ):
            if found != expected:
                yield f"{vector['name']}: {what}: computed {found!r}, the file says {expected!r}"
        if len(data) > LIMIT:
            yield f"{vector['name']}: {len(data)} bytes"


def load(path=None):
    """The vectors of the file, by default the one beside this script."""
    here = os.path.dirname(os.path.abspath(__file__))
    with open(path or os.path.join(here, "event_vectors.json"), encoding="utf-8") as file:
        return json.load(file)


def main():
    vectors = load(sys.argv[1] if len(sys.argv) > 1 else None)
    found = list(problems(vectors))
    for problem in found:
        print(problem, file=sys.stderr)
    print(f"{len(vectors['events'])} events, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
