#!/usr/bin/env python3
"""Second verifier of a published ballot, written from the protocol's text and sharing no code with the first.

    python3 verify_ballot.py [--fingerprint HEX] [--code DIGITS] FOLDER [FOLDER …]

With --code DIGITS (the check code from one's own phone) the own ballots are told as well.

Python's standard library only, no network. Prints one line of JSON a folder:
{"folder", "ok", "code", "ballots", "total", "warnings", "own"}.
Exit code 0 when every folder holds. Steps and codes: docs/ballot-protocol.md, "The verifier".
"""
import hashlib
import hmac
import json
import os
import re
import sys

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
VERSION = "rd-ballot/v1"


class Stop(Exception):
    """A step failed; the message is its code."""


def need(holds, code):
    if not holds:
        raise Stop(code)


# ---------------------------------------------------------------- bytes and JSON


def b64(text):
    """Bytes of canonical base64url without padding, or None."""
    import base64

    if not isinstance(text, str) or not re.fullmatch(r"[A-Za-z0-9_-]*", text) or len(text) % 4 == 1:
        return None
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return raw if base64.urlsafe_b64encode(raw).rstrip(b"=").decode() == text else None


def letters(length):
    """How many letters that many bytes have in base64url."""
    return (length * 8 + 5) // 6


def sha256(data):
    return hashlib.sha256(data).digest()


def number_of(text):
    """A number has one writing: 1.0 is 1."""
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < 1e21 else value


def parse(data):
    """The value of UTF-8 JSON, or None."""
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        return json.loads(
            text,
            parse_constant=lambda name: (_ for _ in ()).throw(ValueError(name)),
            # More digits than any number of the protocol has; Python reads no more than 4,300.
            parse_int=lambda digits: int(digits) if len(digits) < 400 else float(digits),
            parse_float=number_of,
        )
    except (ValueError, RecursionError):
        return None


def compact(value):
    """JSON as every writer of the protocol writes it: no spaces, characters as they are, halves of pairs escaped."""
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)


def whole(value, least=0):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return value == int(value) and least <= value <= 2**53 - 1 if value == value and abs(value) < 2**60 else False


def units(text):
    """Length and order of text as the protocol counts them: UTF-16."""
    return text.encode("utf-16-be", "surrogatepass")


def lines_of(data, code):
    if not data:
        return []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Stop(code)
    rows = text.split("\n")
    need(rows.pop() == "" and "" not in rows, code)
    return rows


# ---------------------------------------------------------------- P-256


def on_curve(point):
    x, y = point
    return x < P and y < P and (y * y - (x * x * x - 3 * x + B)) % P == 0


def point_of(raw):
    """The point of 65 uncompressed bytes, or None."""
    if raw is None or len(raw) != 65 or raw[0] != 4:
        return None
    point = (int.from_bytes(raw[1:33], "big"), int.from_bytes(raw[33:], "big"))
    return point if on_curve(point) else None


def double(p):
    x, y, z = p
    if y == 0 or z == 0:
        return (0, 1, 0)
    delta, gamma = z * z % P, y * y % P
    beta = x * gamma % P
    alpha = 3 * (x - delta) * (x + delta) % P
    x3 = (alpha * alpha - 8 * beta) % P
    z3 = ((y + z) * (y + z) - gamma - delta) % P
    return (x3, (alpha * (4 * beta - x3) - 8 * gamma * gamma) % P, z3)


def add(p, q):
    if p[2] == 0:
        return q
    if q[2] == 0:
        return p
    x1, y1, z1 = p
    x2, y2, z2 = q
    z1z1, z2z2 = z1 * z1 % P, z2 * z2 % P
    u1, u2 = x1 * z2z2 % P, x2 * z1z1 % P
    s1, s2 = y1 * z2 * z2z2 % P, y2 * z1 * z1z1 % P
    if u1 == u2:
        return double(p) if s1 == s2 else (0, 1, 0)
    h, r = (u2 - u1) % P, (s2 - s1) % P
    hh = h * h % P
    hhh, v = h * hh % P, u1 * hh % P
    x3 = (r * r - hhh - 2 * v) % P
    return (x3, (r * (v - x3) - s1 * hhh) % P, h * z1 * z2 % P)


def times(pairs):
    """The sum of scalar·point over the pairs, affine, or None at infinity."""
    jacobian = [(k, (x, y, 1)) for k, (x, y) in pairs]
    both = add(jacobian[0][1], jacobian[1][1]) if len(jacobian) == 2 else None
    total = (0, 1, 0)
    for bit in range(255, -1, -1):
        total = double(total)
        set_ = [q for k, q in jacobian if k >> bit & 1]
        if len(set_) == 2:
            total = add(total, both)
        elif set_:
            total = add(total, set_[0])
    if total[2] == 0:
        return None
    inverse = pow(total[2], -1, P)
    return (total[0] * inverse * inverse % P, total[1] * inverse * inverse * inverse % P)


def signed_by(raw_point, signature, message):
    """ECDSA, P-256, SHA-256, r‖s."""
    point = point_of(raw_point)
    if point is None or signature is None or len(signature) != 64:
        return False
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if not (0 < r < N and 0 < s < N):
        return False
    e, w = int.from_bytes(sha256(message), "big"), pow(s, -1, N)
    found = times([(e * w % N, G), (r * w % N, point)])
    return found is not None and found[0] % N == r


# ---------------------------------------------------------------- RSA-PSS, SHA-384, no salt


def mgf1(seed, length):
    blocks = (length + 47) // 48
    return b"".join(hashlib.sha384(seed + i.to_bytes(4, "big")).digest() for i in range(blocks))[:length]


def is_token(issuer, token, prepared):
    n, e = int.from_bytes(issuer[0], "big"), int.from_bytes(issuer[1], "big")
    k = len(issuer[0])
    s = int.from_bytes(token, "big")
    if len(token) != k or s >= n:
        return False
    em = pow(s, e, n).to_bytes(k, "big")
    digest = hashlib.sha384(prepared).digest()
    if em[-1] != 0xBC or em[0] & 0x80:
        return False
    masked, h = em[: k - 49], em[k - 49 : k - 1]
    db = bytearray(x ^ y for x, y in zip(masked, mgf1(h, k - 49)))
    db[0] &= 0x7F
    if any(db[:-1]) or db[-1] != 1:
        return False
    return h == hashlib.sha384(bytes(8) + digest).digest()


# ---------------------------------------------------------------- AES-128-GCM and HPKE

SBOX = None


def sbox():
    global SBOX
    if SBOX is None:
        p = q = 1
        table = [0] * 256
        while True:
            p ^= (p << 1) ^ (0x11B if p & 0x80 else 0)
            p &= 0xFF
            for shift in (1, 2, 4):
                q ^= q << shift
            q &= 0xFF
            if q & 0x80:
                q ^= 0x09
            x = q ^ (q << 1 | q >> 7) ^ (q << 2 | q >> 6) ^ (q << 3 | q >> 5) ^ (q << 4 | q >> 4)
            table[p] = (x ^ 0x63) & 0xFF
            if p == 1:
                break
        table[0] = 0x63
        SBOX = table
    return SBOX


def round_keys(key):
    words = [list(key[i : i + 4]) for i in range(0, 16, 4)]
    rcon = 1
    for i in range(4, 44):
        word = list(words[i - 1])
        if i % 4 == 0:
            word = [sbox()[b] for b in word[1:] + word[:1]]
            word[0] ^= rcon
            rcon = (rcon << 1) ^ (0x11B if rcon & 0x80 else 0)
        words.append([a ^ b for a, b in zip(words[i - 4], word)])
    return [sum(words[i : i + 4], []) for i in range(0, 44, 4)]


def aes(keys, block):
    box, double_ = sbox(), lambda b: (b << 1 ^ (0x1B if b & 0x80 else 0)) & 0xFF
    state = [a ^ b for a, b in zip(block, keys[0])]
    for number in range(1, 11):
        state = [box[state[(i + 4 * (i % 4)) % 16]] for i in range(16)]
        if number < 10:
            mixed = []
            for c in range(0, 16, 4):
                a = state[c : c + 4]
                every = a[0] ^ a[1] ^ a[2] ^ a[3]
                mixed += [a[i] ^ every ^ double_(a[i] ^ a[(i + 1) % 4]) for i in range(4)]
            state = mixed
        state = [a ^ b for a, b in zip(state, keys[number])]
    return bytes(state)


def ghash(h, data):
    y = 0
    for at in range(0, len(data), 16):
        y ^= int.from_bytes(data[at : at + 16], "big")
        z, v = 0, h
        for bit in range(127, -1, -1):
            if y >> bit & 1:
                z ^= v
            v = v >> 1 ^ (0xE1 << 120 if v & 1 else 0)
        y = z
    return y


def gcm_open(key, nonce, aad, sealed):
    """The plain text, or None."""
    if len(sealed) < 16:
        return None
    body, tag = sealed[:-16], sealed[-16:]
    keys = round_keys(key)
    padded = lambda data: data + bytes(-len(data) % 16)
    lengths = (len(aad) * 8).to_bytes(8, "big") + (len(body) * 8).to_bytes(8, "big")
    h = int.from_bytes(aes(keys, bytes(16)), "big")
    expected = ghash(h, padded(aad) + padded(body) + lengths)
    expected ^= int.from_bytes(aes(keys, nonce + b"\0\0\0\1"), "big")
    if not hmac.compare_digest(expected.to_bytes(16, "big"), tag):
        return None
    stream = b"".join(
        aes(keys, nonce + (2 + i).to_bytes(4, "big")) for i in range((len(body) + 15) // 16)
    )
    return bytes(a ^ b for a, b in zip(body, stream))


def extract(suite, salt, label, ikm):
    return hmac.new(salt, b"HPKE-v1" + suite + label + ikm, hashlib.sha256).digest()


def expand(suite, prk, label, info, length):
    info = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    out, block = b"", b""
    for i in range(1, (length + 31) // 32 + 1):
        block = hmac.new(prk, block + info + bytes([i]), hashlib.sha256).digest()
        out += block
    return out[:length]


KEM = b"KEM\x00\x10"
HPKE = b"HPKE\x00\x10\x00\x01\x00\x01"


def hpke_open(scalar, own_raw, info, aad, sealed):
    """RFC 9180 base mode, P-256, HKDF-SHA256, AES-128-GCM; None when it does not open."""
    enc, ct = sealed[:65], sealed[65:]
    point = point_of(enc)
    shared = times([(scalar, point)]) if point else None
    if shared is None:
        return None
    prk = extract(KEM, b"", b"eae_prk", shared[0].to_bytes(32, "big"))
    secret = expand(KEM, prk, b"shared_secret", enc + own_raw, 32)
    context = b"\0" + extract(HPKE, b"", b"psk_id_hash", b"") + extract(HPKE, b"", b"info_hash", info)
    prk = extract(HPKE, secret, b"secret", b"")
    key = expand(HPKE, prk, b"key", context, 16)
    return gcm_open(key, expand(HPKE, prk, b"base_nonce", context, 12), aad, ct)


# ---------------------------------------------------------------- the manifest


def has(value, *fields):
    """An object with exactly these fields, in this order."""
    return isinstance(value, dict) and list(value) == list(fields)


def is_text(value):
    return isinstance(value, str) and 0 < len(units(value)) // 2 <= 500


def is_list(value, most, fits):
    return isinstance(value, list) and 0 < len(value) <= most and all(fits(one) for one in value)


def is_point(value):
    raw = b64(value)
    return raw is not None and len(raw) == 65 and raw[0] == 4


def is_count(value, least):
    return whole(value, least) and value <= 10**9


def is_issuer(value):
    if not has(value, "n", "e"):
        return False
    n = b64(value.get("n"))
    return bool(n and len(n) in (256, 384, 512) and n[0] >= 0x80 and n[-1] & 1 and value.get("e") == "AQAB")


def is_question(value):
    return has(value, "t", "options") and is_text(value.get("t")) and is_list(value.get("options"), 64, is_text)


def is_contest(value):
    if not has(value, "title", "eligible", "ptLen", "questions", "issuers"):
        return False
    length = value.get("ptLen")
    return (
        is_text(value.get("title"))
        and is_count(value.get("eligible"), 1)
        and is_count(length, 3)
        and length <= 512
        and is_list(value.get("questions"), min(64, length - 2), is_question)
        and is_list(value.get("issuers"), 4, is_issuer)
    )


def is_manifest(value):
    return (
        has(value, "v", "title", "kMin", "serverPk", "tellerPk", "locks", "contests")
        and value.get("v") == VERSION
        and is_text(value.get("title"))
        and is_count(value.get("kMin"), 1)
        and is_point(value.get("serverPk"))
        and is_point(value.get("tellerPk"))
        and is_list(value.get("locks"), 4, lambda lock: has(lock, "pk") and is_point(lock["pk"]))
        and is_list(value.get("contests"), 1000, is_contest)
    )


# ---------------------------------------------------------------- the steps


def statement(data, raw_point, *fields):
    value = parse(data)
    need(isinstance(value, dict) and list(value) == ["body", "sig"], "BAD_FORMAT")
    body, sig = value["body"], value["sig"]
    need(isinstance(body, str) and isinstance(sig, str), "BAD_FORMAT")
    need(compact({"body": body, "sig": sig}).encode("utf-8", "surrogatepass") == data, "BAD_FORMAT")
    message = VERSION.encode() + b"/statement\0" + body.encode("utf-8", "replace")
    need(signed_by(raw_point, b64(sig), message), "BAD_STATEMENT_SIGNATURE")
    said = parse(body)
    need(has(said, *fields) and compact(said) == body, "BAD_FORMAT")
    return said


def issued_counts(contests, rows):
    counts = [{"tokens": [0] * len(c["issuers"]), "paper": 0} for c in contests]
    seen, before = set(), None
    for row in rows:
        need(before is None or units(before) < units(row), "BAD_ORDER")
        before = row
        value = parse(row)
        need(isinstance(value, dict) and compact(value) == row, "BAD_FORMAT")
        paper = list(value) == ["c", "paper", "v"] and value["paper"] is True
        need(paper or list(value) == ["c", "i", "v"], "BAD_FORMAT")
        c, issuer, voter = value["c"], 0 if paper else value["i"], value["v"]
        need(type(c) is int and 0 <= c < len(contests), "BAD_FORMAT")
        need(isinstance(voter, str) and 0 < len(units(voter)) // 2 <= 200, "BAD_FORMAT")
        need(type(issuer) is int and 0 <= issuer < len(counts[c]["tokens"]), "BAD_FORMAT")
        need((c, issuer, voter) not in seen, "ISSUED_TWICE")
        seen.add((c, issuer, voter))
        if paper:
            counts[c]["paper"] += 1
        else:
            counts[c]["tokens"][issuer] += 1
    for contest, count in zip(contests, counts):
        for issuer, tokens in enumerate(count["tokens"]):
            both = tokens + (count["paper"] if issuer == 0 else 0)
            need(both <= contest["eligible"], "MORE_ISSUED_THAN_ELIGIBLE")
    return counts


FIELDS = ["c", "pk", "pre", "tok", "box", "sig"]


def ballot_of(manifest, mh, row):
    """(contest number, pk, box, id) of a line that holds."""
    need(len(units(row)) // 2 <= 4096, "BAD_FORMAT")
    value = parse(row)
    need(isinstance(value, dict) and list(value) == FIELDS and compact(value) == row, "BAD_FORMAT")
    c, tok = value["c"], value["tok"]
    need(type(c) is int and 0 <= c < len(manifest["contests"]), "BAD_FORMAT")
    contest = manifest["contests"][c]
    issuers = [(b64(i["n"]), b64(i["e"])) for i in contest["issuers"]]
    need(isinstance(tok, list) and len(tok) == len(issuers), "BAD_FORMAT")
    texts = [value["pk"], value["pre"], *tok, value["box"], value["sig"]]
    sizes = [65, 32, *(len(n) for n, _ in issuers)]
    sizes += [int(contest["ptLen"]) + 81 * len(manifest["locks"]), 64]
    raw = []
    for text, size in zip(texts, sizes):
        need(isinstance(text, str) and len(text) == letters(size) and b64(text) is not None, "BAD_FORMAT")
        raw.append(b64(text))
    pk, pre, box, sig = raw[0], raw[1], raw[-2], raw[-1]
    number = c.to_bytes(2, "big")
    prepared = pre + VERSION.encode() + b"/token\0" + mh + number + pk
    for issuer, token in zip(issuers, raw[2:-2]):
        need(is_token(issuer, token, prepared), "BAD_TOKEN")
    need(point_of(pk) is not None, "BAD_BALLOT_KEY")
    core = VERSION.encode() + b"/ballot\0" + mh + number + pk + box
    need(signed_by(pk, sig, core), "BAD_SIGNATURE")
    return c, pk, box, sha256(core).hex()


def marks_of(contest, plain):
    """One mark a question (None is blank), or None for a spoiled ballot."""
    questions = contest["questions"]
    if plain is None or len(plain) != contest["ptLen"] or plain[0] != 1 or plain[1] != len(questions):
        return None
    if any(plain[2 + len(questions) :]):
        return None
    marks = [None if mark == 255 else mark for mark in plain[2 : 2 + len(questions)]]
    fits = all(m is None or m < len(q["options"]) for m, q in zip(marks, questions))
    return marks if fits else None


def empty(contests):
    return [
        {"cast": 0, "questions": [{"counts": [0] * len(q["options"]), "blank": 0, "invalid": 0} for q in c["questions"]]}
        for c in contests
    ]


def release_keys(manifest, data):
    value = parse(data)
    need(isinstance(value, dict) and list(value) == ["keys"] and isinstance(value["keys"], list), "BAD_RELEASE")
    need(compact(value).encode("utf-8", "surrogatepass") == data, "BAD_RELEASE")
    need(len(value["keys"]) == len(manifest["locks"]), "BAD_RELEASE")
    keys = []
    for text, lock in zip(value["keys"], manifest["locks"]):
        raw, own = b64(text), b64(lock["pk"])
        need(raw is not None and len(raw) == 32, "BAD_RELEASE")
        scalar = int.from_bytes(raw, "big")
        need(0 < scalar < N and times([(scalar, G)]) == point_of(own), "BAD_RELEASE")
        keys.append((scalar, own))
    return keys


def shaped(tally, contests):
    if not isinstance(tally, list) or len(tally) != len(contests):
        return False
    number = lambda value: isinstance(value, (int, float)) and not isinstance(value, bool)
    for one, contest in zip(tally, contests):
        if not has(one, "cast", "questions") or not number(one["cast"]) or not isinstance(one["questions"], list):
            return False
        if len(one["questions"]) != len(contest["questions"]):
            return False
        for q, question in zip(one["questions"], contest["questions"]):
            if not has(q, "counts", "blank", "invalid") or not number(q["blank"]) or not number(q["invalid"]):
                return False
            counts = q.get("counts")
            if not isinstance(counts, list) or len(counts) != len(question["options"]) or not all(map(number, counts)):
                return False
    return True


def unanimous(tally):
    """One question that all answered alike, or all left blank."""
    cast = tally["cast"]
    return cast > 0 and any(cast in [*q["counts"], q["blank"]] for q in tally["questions"])


def warnings_of(manifest, counts, electronic, opened, paper_counted):
    """What holds and yet has to be known; `opened`: (paper, total) once the count keys are there."""
    found = []
    for at, (contest, count) in enumerate(zip(manifest["contests"], counts)):
        if opened:
            paper, total = opened[0][at], opened[1][at]
            if unanimous(total):
                found.append({"kind": "unanimous", "contest": at, "of": "all"})
            else:
                for of, tally in (("cast", electronic[at]), ("paper", paper)):
                    if unanimous(tally):
                        found.append({"kind": "unanimous", "contest": at, "of": of})
        most = max(count["tokens"])
        if contest["eligible"] < manifest["kMin"] or 0 < most < manifest["kMin"]:
            found.append({"kind": "small", "contest": at})
        unused = most - electronic[at]["cast"]
        if unused > 0:
            found.append({"kind": "unused", "contest": at, "count": unused})
        unreturned = count["paper"] - int(opened[0][at]["cast"] if opened else 0)
        if paper_counted and unreturned > 0:
            found.append({"kind": "unreturned", "contest": at, "count": unreturned})
    return found


def verify(folder, fingerprint=None, code=None):
    def file(name):
        path = os.path.join(folder, name)
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as source:
            return source.read()

    data = file("manifest.json")
    need(data is not None, "FILE_MISSING")
    need(len(data) <= 1_000_000, "TOO_BIG")
    manifest = parse(data)
    need(is_manifest(manifest) and compact(manifest).encode("utf-8", "surrogatepass") == data, "BAD_MANIFEST")
    mh = sha256(data)
    contests = manifest["contests"]
    if fingerprint is not None:
        noted = re.sub(r"\s", "", fingerprint).lower()
        need(len(noted) >= 8 and mh.hex().startswith(noted), "FINGERPRINT_MISMATCH")
    close, sealed, issued = file("close.json"), file("sealed.jsonl"), file("issued.jsonl")
    need(close is not None and sealed is not None and issued is not None, "FILE_MISSING")
    said = statement(close, b64(manifest["serverPk"]), "kind", "manifest", "sealed", "issued", "ballots", "at")
    are_texts = all(isinstance(said[name], str) for name in ("manifest", "sealed", "issued", "at"))
    need(said["kind"] == "close" and are_texts and whole(said["ballots"], -(2**53) + 1), "BAD_FORMAT")
    need(said["manifest"] == mh.hex(), "WRONG_MANIFEST")
    need(sha256(sealed).hex() == said.get("sealed"), "SEALED_FILE_CHANGED")
    need(sha256(issued).hex() == said.get("issued"), "ISSUED_FILE_CHANGED")
    rows, register = lines_of(sealed, "BAD_FORMAT"), lines_of(issued, "BAD_FORMAT")
    counts = issued_counts(contests, register)
    keys = None
    if file("release.json") is not None:
        keys = release_keys(manifest, file("release.json"))
    known, tokens = [], set()
    for row in rows:
        c, pk, box, id_ = ballot_of(manifest, mh, row)
        need(not known or known[-1][3] < id_, "BAD_ORDER")
        need((c, pk) not in tokens, "DUPLICATE_TOKEN")
        tokens.add((c, pk))
        known.append((c, pk, box, id_))
    need(len(known) == said["ballots"], "COUNT_MISMATCH")
    electronic = empty(contests)
    mine = []
    asked = re.sub(r"\s", "", code or "").lower()
    for c, pk, box, id_ in known:
        content = box
        binding = VERSION.encode() + b"/seal\0" + mh + c.to_bytes(2, "big") + pk
        for scalar, own in reversed(keys or []):
            if content is not None:
                content = hpke_open(scalar, own, b"rd-ballot/v1/hpke", binding, content)
        marks = marks_of(contests[c], content) if keys else None
        if len(asked) >= 10 and id_.startswith(asked):
            mine.append({"contest": c, "id": id_, "marks": marks})
        electronic[c]["cast"] += 1
        for at, question in enumerate(electronic[c]["questions"]):
            if marks is None:
                question["invalid"] += 1
            elif marks[at] is None:
                question["blank"] += 1
            else:
                question["counts"][marks[at]] += 1
    for tally, count in zip(electronic, counts):
        need(all(tally["cast"] <= n for n in count["tokens"]), "MORE_CAST_THAN_ISSUED")
    paper = empty(contests)
    if file("paper.json") is not None:
        said = statement(file("paper.json"), b64(manifest["tellerPk"]), "kind", "manifest", "contests")
        is_paper = said["kind"] == "paper" and isinstance(said["manifest"], str)
        need(is_paper and shaped(said["contests"], contests), "BAD_FORMAT")
        need(said["manifest"] == mh.hex(), "WRONG_MANIFEST")
        paper = said["contests"]
        for tally in paper:
            numbers = [tally["cast"]]
            for q in tally["questions"]:
                numbers += [*q["counts"], q["blank"], q["invalid"]]
                need(sum(q["counts"]) + q["blank"] + q["invalid"] == tally["cast"], "PAPER_DOES_NOT_ADD_UP")
            need(all(whole(n) for n in numbers), "PAPER_DOES_NOT_ADD_UP")
        for tally, count in zip(paper, counts):
            need(tally["cast"] <= count["paper"], "MORE_PAPER_THAN_ISSUED")
    total = [
        {
            "cast": int(a["cast"] + b["cast"]),
            "questions": [
                {
                    "counts": [int(x + y) for x, y in zip(q["counts"], r["counts"])],
                    "blank": int(q["blank"] + r["blank"]),
                    "invalid": int(q["invalid"] + r["invalid"]),
                }
                for q, r in zip(a["questions"], b["questions"])
            ],
        }
        for a, b in zip(electronic, paper)
    ]
    result = file("result.json")
    if result is not None:
        recounted = compact({"manifest": mh.hex(), "contests": total}).encode()
        need(keys is not None and result == recounted, "RESULT_MISMATCH")
    objections = file("objections.jsonl")
    ids = {id_ for _, _, _, id_ in known}
    for row in lines_of(objections, "BAD_FORMAT") if objections is not None else []:
        value = parse(row)
        id_, sig = (value.get("id"), value.get("sig")) if isinstance(value, dict) else (None, None)
        if not isinstance(id_, str) or not isinstance(sig, str) or not re.fullmatch(r"[0-9a-f]{64}", id_):
            continue
        message = VERSION.encode() + b"/receipt\0" + mh + bytes.fromhex(id_)
        if signed_by(b64(manifest["serverPk"]), b64(sig), message):
            need(id_ in ids, "RECEIPTED_BALLOT_MISSING")
    opened = (paper, total) if keys is not None else None
    paper_counted = file("paper.json") is not None or result is not None
    return {
        "ok": True,
        "code": None,
        "ballots": len(known),
        "total": total if keys is not None else None,
        "warnings": warnings_of(manifest, counts, electronic, opened, paper_counted),
        "own": mine,
    }


def main(arguments):
    noted = {"--fingerprint": None, "--code": None}
    while arguments and arguments[0] in noted and len(arguments) > 1:
        noted[arguments[0]], arguments = arguments[1], arguments[2:]
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    good = True
    for folder in arguments:
        try:
            verdict = verify(folder, noted["--fingerprint"], noted["--code"])
        except Stop as stop:
            verdict = {"ok": False, "code": str(stop), "ballots": None, "total": None, "warnings": [], "own": []}
        good = good and verdict["ok"]
        print(compact({"folder": folder, **verdict}), flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
