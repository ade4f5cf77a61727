#!/usr/bin/python3
"""Checks journals, checkpoints and proofs of annexa with nothing but Python: it shares no code with the library.

    verify.py journal WORKSPACE [--checkpoint FILE]... [--key NAME+ID+KEY]... [--origin NAME]
        every event, the tree over them and the head; that personal texts are there unless an erasure on record names
        them; and that the journal goes on from each checkpoint that was kept
    verify.py proof FILE --event FILE --key NAME+ID+KEY [--origin NAME]
        that the event, its exact bytes, stands in the journal of the checkpoint in the proof
    verify.py history FILE --older CHECKPOINT --key NAME+ID+KEY [--origin NAME]
        that the journal of the newer checkpoint goes on where the older one ended

Keys come from whoever checks, never from what is checked; a journal's own has its origin as name. A witness's key
(kind 4) counts with --witnesses N. Status 0: all holds; 1: something does not, a line for each; 2: it could not be checked.
"""
import argparse
import base64
import hashlib
import json
import pathlib
import re
import sqlite3
import sys
import uuid

MOST_EVENT, MOST_BLOB, MOST_DEPTH, MOST_INTEGER = 65535, 2**24, 16, 2**53 - 1
MEMBERS = {"actor", "at", "data", "fmt", "id", "kind", "stream", "tenant", "version"}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

class Wrong(ValueError): """What is checked does not hold."""

# ---- Tree (RFC 6962, RFC 9162)

def sha256(*parts): return hashlib.sha256(b"".join(parts)).digest()
def node_hash(left, right): return sha256(b"\1", left, right)

class Tree:
    """The complete subtrees of a tree that grows: (number of leaves, hash), the largest first."""
    def __init__(self):
        self.size, self.parts = 0, []
    def append(self, leaf):
        self.parts.append((1, leaf))
        self.size += 1
        while len(self.parts) > 1 and self.parts[-1][0] == self.parts[-2][0]:
            (count, right), (_, left) = self.parts.pop(), self.parts.pop()
            self.parts.append((2 * count, node_hash(left, right)))
    def root(self):
        root = self.parts[-1][1] if self.parts else sha256(b"")
        for _, left in reversed(self.parts[:-1]):
            root = node_hash(left, root)
        return root

def split(size, hashes):
    if not hashes:
        raise Wrong("the proof is too short")
    return 1 << (size - 1).bit_length() - 1, hashes[:-1], hashes[-1]

def root_by_inclusion(leaf, index, size, hashes):
    """The root to which a proof leads, by the recursive definition; hashes from the leaf up."""
    if size == 1:
        if hashes:
            raise Wrong("the proof is too long")
        return leaf
    left, rest, last = split(size, hashes)
    if index < left:
        return node_hash(root_by_inclusion(leaf, index, left, rest), last)
    return node_hash(last, root_by_inclusion(leaf, index - left, size - left, rest))

def check_inclusion(leaf, index, size, hashes, root):
    if not 0 <= index < size or root_by_inclusion(leaf, index, size, hashes) != root:
        raise Wrong("the tree has no such event, or the proof leads to another root")

def roots_by_consistency(old, size, hashes, old_root, whole):
    """(root of the older tree, root of the newer one) by the recursive definition of the proof."""
    if old == size:
        if whole:
            if hashes:
                raise Wrong("the proof is too long")
            return old_root, old_root
        if len(hashes) != 1:
            raise Wrong("the proof has another length")
        return 2 * tuple(hashes)
    left, rest, last = split(size, hashes)
    if old <= left:
        older, newer = roots_by_consistency(old, left, rest, old_root, whole)
        return older, node_hash(newer, last)
    older, newer = roots_by_consistency(old - left, size - left, rest, old_root, False)
    return node_hash(last, older), node_hash(last, newer)

def check_consistency(old, old_root, size, root, hashes):
    if old > size:
        raise Wrong("the older tree is the larger one")
    if old in (0, size):
        if hashes:
            raise Wrong("the proof is too long")
        if old_root != (sha256(b"") if old == 0 and size else root):
            raise Wrong("the trees have different roots")
        return
    if roots_by_consistency(old, size, hashes, old_root, True) != (old_root, root):
        raise Wrong("the proof leads to another root of the older or the newer tree")

# ---- Ed25519 (RFC 8032 section 5.1)

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P

def add(a, b):
    (x, y, z, t), (u, v, w, s) = a, b
    e, f, g, h = (y - x) * (v - u) % P, (y + x) * (v + u) % P, 2 * t * s * D % P, 2 * z * w % P
    i, j, k, m = f - e, h - g, h + g, f + e
    return i * j % P, k * m % P, j * k % P, i * m % P

def times(number, point):
    total = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = add(total, point)
        point, number = add(point, point), number >> 1
    return total

def x_of(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * pow(2, (P - 1) // 4, P) % P
    if x * x % P != square or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x

def point_of(data):
    number = int.from_bytes(data, "little")
    y, sign = number & (2**255 - 1), number >> 255
    x = x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % P)

G_Y = 4 * pow(5, P - 2, P) % P
G = (x_of(G_Y, 0), G_Y, 1, x_of(G_Y, 0) * G_Y % P)

def verifies(key, message, signature):
    a, r, s = point_of(key), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if len(key) != 32 or len(signature) != 64 or a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    one, other = times(s, G), add(r, times(h, a))
    return all((one[axis] * other[2] - other[axis] * one[2]) % P == 0 for axis in (0, 1))

# ---- Notes and checkpoints (C2SP)

def from_base64(text):
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text:
        raise Wrong(f"{text[:80]!r} is another spelling of Base 64")
    return data

def hash_in(text):
    data = from_base64(text)
    if len(data) != 32:
        raise Wrong("a hash has another length")
    return data
def number_in(text):
    if not re.fullmatch(r"0|[1-9][0-9]{0,17}", text):
        raise Wrong(f"{text[:40]!r} is no number")
    return int(text)

class Key:
    def __init__(self, text):
        name, identity, data = text.strip().split("+", 2)
        data = from_base64(data)
        self.name, self.kind, self.key = name, data[0], data[1:]
        self.id = sha256(name.encode() + b"\n" + data)[:4]
        if self.id.hex() != identity or self.kind not in (1, 4) or len(self.key) != 32:
            raise Wrong("the key's id is not that of its name and key, or it is of another kind")
    def holds(self, text, signature):
        if self.kind == 1:
            return verifies(self.key, text, signature)
        seconds = int.from_bytes(signature[:8], "big")
        return verifies(self.key, b"cosignature/v1\ntime %d\n" % seconds + text, signature[8:])

def read_checkpoint(data, keys, origin, witnesses=0):
    """(size, root) of a note whose signatures hold."""
    text, _, lines = data.rpartition(b"\n\n")
    text += b"\n"
    if not lines.endswith(b"\n") or any(byte < 32 and byte != 10 for byte in data):
        raise Wrong("this is no signed note")
    own, seen = False, set()
    for line in lines.decode().split("\n")[:-1]:
        found = re.fullmatch(r"\u2014 (\S+) (\S+)", line)
        if not found:
            raise Wrong("a line of its signatures is none")
        name, signature = found[1], from_base64(found[2])
        for key in keys:
            if (key.name, key.id) == (name, signature[:4]):
                if not key.holds(text, signature[4:]):
                    raise Wrong(f"the signature of {name} is not one of its key")
                own = own or (key.kind == 1 and name == origin)
                seen |= {name} if key.kind == 4 else set()
    lines = text.decode().split("\n")
    if len(lines) < 4:
        raise Wrong("a checkpoint has three lines")
    if lines[0] != origin:
        raise Wrong(f"the checkpoint is that of {lines[0]}, not of {origin}")
    if not own:
        raise Wrong(f"no signature is one of {origin}")
    if len(seen) < witnesses:
        raise Wrong(f"{len(seen)} of the witnesses signed; {witnesses} have to")
    return number_in(lines[1]), hash_in(lines[2])

def parts_of(data, word):
    """(number, hashes, checkpoint) of a proof."""
    head, _, checkpoint = data.partition(b"\n\n")
    lines = head.decode().split("\n")
    if lines[0] == "c2sp.org/tlog-proof@v1" and word == "index":
        lines = lines[2:] if lines[1:] and lines[1].startswith("extra ") else lines[1:]
    elif word == "index":
        raise Wrong("its first line is not that of a proof")
    if not lines or not lines[0].startswith(word + " "):
        raise Wrong(f"the line \"{word} NUMBER\" is missing")
    return number_in(lines[0][len(word) + 1:]), [hash_in(line) for line in lines[1:]], checkpoint

# ---- Events

def canonical(value):
    """JSON as RFC 8785 writes what has no fractions: members by UTF-16 code units, no white space."""
    if isinstance(value, dict):
        members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{canonical(name)}:{canonical(each)}" for name, each in members) + "}"
    return "[" + ",".join(map(canonical, value)) + "]" if isinstance(value, list) else json.dumps(value, ensure_ascii=False)

def members_of(pairs):
    if len(dict(pairs)) != len(pairs):
        raise Wrong("a member stands twice")
    return dict(pairs)
def no_fraction(text): raise Wrong(f"{text[:40]} is no integer")

def deepest_and_largest(value, depth=0):
    """How deep values lie in each other, and the largest absolute integer."""
    if isinstance(value, (dict, list)):
        found = [deepest_and_largest(each, depth + 1) for each in (value.values() if isinstance(value, dict) else value)]
        return max((each[0] for each in found), default=depth + 1), max((each[1] for each in found), default=0)
    return depth, abs(value) if isinstance(value, int) else 0

def read_json(data):
    value = json.loads(data.decode(), object_pairs_hook=members_of, parse_float=no_fraction, parse_constant=no_fraction)
    if canonical(value).encode() != data:
        raise Wrong("these are not the bytes that annexa writes for this event")
    return value

def check_blob(database, event):
    """The data that lie beside an event; they are those that it names, and would not fit into it."""
    named = event["data"]["blob"]
    row = database.execute("SELECT bytes FROM blob WHERE sha256 = ?", (bytes.fromhex(named["sha256"]),)).fetchone()
    if row is None:
        raise Wrong(f"its data, the blob {named['sha256']}, are missing")
    data = bytes(row[0])
    if sha256(data).hex() != named["sha256"] or len(data) != named["size"] or len(data) > MOST_BLOB:
        raise Wrong(f"its data, the blob {named['sha256']}, were changed")
    whole = dict(event, data=read_json(data))
    if len(canonical(whole).encode()) <= MOST_EVENT:
        raise Wrong("its data would stand in the event itself")
    return whole["data"]

def read_event(data, tenant):
    event = read_json(data)
    if not isinstance(event, dict) or not MEMBERS <= event.keys() or event["fmt"] != "annexa-event/1":
        raise Wrong("members of an event are missing, or it is of another format")
    depth, largest = deepest_and_largest(event)
    if len(data) > MOST_EVENT or depth > MOST_DEPTH or largest > MOST_INTEGER:
        raise Wrong("the event is too long, too deep, or holds a number that is too large")
    if event["tenant"] != tenant:
        raise Wrong(f"the event belongs to workspace {event['tenant']}")
    if not all(isinstance(event[name], str) and UUID.fullmatch(event[name]) for name in ("id", "stream")):
        raise Wrong("its id or stream is no UUID")
    return event

def commitments_in(value):
    """The commitments to personal texts in a value, at any depth."""
    if isinstance(value, dict) and value.keys() == {"commitment"}:
        return [value["commitment"]]
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [found for each in below for found in commitments_in(each)]

class Texts:
    """The personal texts that have to be there: those that events commit to, without those that an erasure on record names."""
    def __init__(self, tenant):
        self.tenant, self.kept = uuid.UUID(tenant), {}
    def take(self, position, stream, data):
        for part in ("set", "append"):
            for name, value in data.get(part, {}).items():
                self.kept.setdefault((stream, name), []).extend((position, each) for each in commitments_in(value))
        if data.get("noun") == "erasure":
            record = str(uuid.uuid5(self.tenant, data["set"]["subject"]))
            for name in data["set"]["members"]:
                self.kept.pop((record, name), None)
    def gone(self, there):
        """Those that are not there, in the order of their events."""
        return sorted({(position, name) for (_, name), texts in self.kept.items() for position, each in texts if each not in there})

def check_journal(path, checkpoints, keys, origin, witnesses):
    """Every problem of the journal in a file, and its size and root."""
    problems, tree, ids, versions, there = [], Tree(), set(), {}, set()
    database = sqlite3.connect(f"{pathlib.Path(path).resolve().as_uri()}?mode=ro", uri=True)
    ((tenant, head_size, frontier),) = database.execute("SELECT tenant, size, frontier FROM head").fetchall()
    tenant = str(uuid.UUID(bytes=tenant))
    kept, texts = {}, Texts(tenant)
    for name in checkpoints:
        try:
            size, root = read_checkpoint(pathlib.Path(name).read_bytes(), keys, origin or f"annexa/{tenant}", witnesses)
            kept.setdefault(size, []).append((name, root))
        except ValueError as error:
            problems.append(f"{name}: {error}")
    def compare():
        for name, root in kept.pop(tree.size, []):
            if root != tree.root():
                problems.append(f"{name}: the first {tree.size} events are others now: the journal was rewritten")
    compare()
    rows = database.execute("SELECT position, id, stream, version, leaf, bytes FROM event ORDER BY position")
    for position, identity, stream, version, leaf, data in rows:
        where, data = f"event {position}", bytes(data)
        if position != tree.size:
            problems.append(f"{where}: {position - tree.size} events are missing before it")
        tree.append(sha256(b"\0" + data))
        compare()
        if sha256(b"\0" + data) != leaf:
            problems.append(f"{where}: it was changed")
        try:
            event = read_event(data, tenant)
            meant = event["data"]
            if isinstance(meant, dict) and meant.keys() == {"blob"}:
                meant = check_blob(database, event)
            texts.take(position, event["stream"], meant)
        except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
            problems.append(f"{where}: {error}")
            continue
        if (event["id"], event["stream"], event["version"]) != (*(str(uuid.UUID(bytes=each)) for each in (identity, stream)), version):
            problems.append(f"{where}: it is filed under another id, stream or version than it says")
        if event["id"] in ids:
            problems.append(f"{where}: the event stands there twice")
        if event["version"] != versions.get(event["stream"], 0) + 1:
            problems.append(f"{where}: version {event['version']} does not follow {versions.get(event['stream'], 0)}")
        ids.add(event["id"])
        versions[event["stream"]] = event["version"]
    for commitment, salt, value in database.execute("SELECT commitment, salt, value FROM personal"):
        there.add(bytes(commitment).hex())
        if sha256(b"\2" + salt + value) != commitment:
            problems.append(f"personal text {bytes(commitment).hex()}: it was changed")
    problems += [f"event {position}: its personal text \"{name}\" is gone and no erasure on record ordered that: somebody took it away"
                 for position, name in texts.gone(there)]
    if (head_size, frontier) != (tree.size, b"".join(part for _, part in tree.parts)):
        problems.append(f"head: it counts {head_size} events, there are {tree.size}; or its hashes are others")
    for size, names in sorted(kept.items()):
        problems += [f"{name}: it counts {size} events, there are {tree.size}: some were cut off" for name, _ in names]
    return problems, tree.size, tree.root().hex()

def run(arguments):
    keys = [Key(text) for text in arguments.key]
    if arguments.what == "journal":
        problems, size, root = check_journal(arguments.file, arguments.checkpoint, keys, arguments.origin, arguments.witnesses)
        print(*problems, f"{size} events, root {root}", sep="\n")
        return 1 if problems else 0
    origin = arguments.origin or keys[0].name
    word = "index" if arguments.what == "proof" else "old"
    number, hashes, checkpoint = parts_of(pathlib.Path(arguments.file).read_bytes(), word)
    size, root = read_checkpoint(checkpoint, keys, origin, arguments.witnesses)
    if arguments.what == "proof":
        check_inclusion(sha256(b"\0" + pathlib.Path(arguments.event).read_bytes()), number, size, hashes, root)
        print(f"The event stands at position {number} of {size}.")
    else:
        old, old_root = read_checkpoint(pathlib.Path(arguments.older).read_bytes(), keys, origin)
        if old != number:
            raise Wrong("the proof is one for another checkpoint")
        check_consistency(old, old_root, size, root, hashes)
        print(f"The journal of {size} events goes on where that of {old} ended.")
    return 0

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="what", required=True)
    for what, needed in (("journal", []), ("proof", ["--event", "--key"]), ("history", ["--older", "--key"])):
        command = commands.add_parser(what)
        command.add_argument("file")
        for name in ("--checkpoint", "--key"):
            command.add_argument(name, action="append", default=[], required=name in needed)
        for name in ("--event", "--older", "--origin"):
            command.add_argument(name, required=name in needed)
        command.add_argument("--witnesses", type=int, default=0)
    arguments = parser.parse_args()
    try:
        return run(arguments)
    except ValueError as error:
        print(error)
        return 1
    except (OSError, sqlite3.Error) as error:
        print(f"It could not be checked: {error}", file=sys.stderr)
        return 2

if __name__ == "__main__":
    sys.exit(main())
