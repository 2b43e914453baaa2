# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.canonical: one value, one spelling."""

import contextlib
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.documents import canonical
from consent.errors import CanonicalError
from consent.purpose import Purpose

KEYS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789_", min_size=1, max_size=9)
TEXTS = st.text(
    alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=30
).map(lambda text: unicodedata.normalize("NFC", text))
PLAIN_TEXTS = TEXTS.filter(lambda text: not set(text) & canonical._BIDI_CONTROLS)  # noqa: SLF001
NUMBERS = st.integers(-canonical.LARGEST, canonical.LARGEST)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | PLAIN_TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=15,
)


@given(VALUES)
def test_what_is_written_reads_back_the_same(value: object) -> None:
    data = canonical.encode(value)
    assert canonical.decode(data) == value


@given(VALUES)
def test_the_form_is_what_any_json_library_can_make(value: object) -> None:
    """Sorted keys, no spaces, UTF-8: RFC 8785 within our subset."""
    plain = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert canonical.encode(value) == plain.encode("utf-8")


@given(VALUES)
def test_one_byte_more_or_other_is_another_document_or_none(value: object) -> None:
    data = canonical.encode(value)
    with pytest.raises(CanonicalError):
        canonical.decode(data + b" ")
    with pytest.raises(CanonicalError):
        canonical.decode(b" " + data)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(CanonicalError):
        assert canonical.encode(canonical.decode(data)) == data


REFUSED = {
    "a key twice": b'{"a":1,"a":1}',
    "white space": b'{"a": 1}',
    "a final newline": b'{"a":1}\n',
    "other order": b'{"b":1,"a":2}',
    "a float": b"1.0",
    "a power": b"1e2",
    "2^53": b"9007199254740992",
    "2^64": b"18446744073709551616",
    "minus zero": b"-0",
    "a lone surrogate": b'"\\ud800"',
    "a needless escape": b'"\\u0041"',
    "an escaped slash": b'"\\/"',
    "a control character": b'"\\n"',
    "a C1 control": b'"\xc2\x85"',
    "not UTF-8": b'"\xff"',
    "not NFC": b'"e\xcc\x81"',
    "a text-direction character": b'"\xe2\x80\xae"',
    "a capital in a key": b'{"A":1}',
    "an empty key": b'{"":1}',
    "NaN": b"NaN",
    "a byte order mark": b"\xef\xbb\xbf1",
    "nothing": b"",
    "two values": b"1 2",
    "5000 digits": b"1" * 5000,
    "endless nesting": b"[" * 100_000,
    "17 levels": b"[" * 17 + b"]" * 17,
    "257 KiB": b'"' + b"a" * 263_000 + b'"',
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_S14_every_other_spelling_is_refused(data: bytes) -> None:
    with pytest.raises(CanonicalError, match=r"\w"):
        canonical.decode(data)


def test_16_levels_and_256_kib_are_allowed() -> None:
    deep = b"[" * 15 + b"]" * 15
    assert canonical.decode(deep)
    long = b'"' + b"a" * (canonical.MOST_BYTES - 2) + b'"'
    assert len(canonical.encode(canonical.decode(long))) == canonical.MOST_BYTES


def test_the_sentence_names_the_place() -> None:
    with pytest.raises(CanonicalError, match=r"\$\.a\[1\] is a float"):
        canonical.encode({"a": [1, 2.5]})
    with pytest.raises(CanonicalError, match=r"\$ has a key outside"):
        canonical.encode({"Ä": 1})
    with pytest.raises(CanonicalError, match="deeper"):
        canonical.decode(b"[" * 17 + b"]" * 17)
    with pytest.raises(CanonicalError, match="bytes, which has no form"):
        canonical.encode(b"raw")


def test_an_enum_of_words_is_its_word() -> None:
    assert canonical.encode({"p": Purpose.VIEW}) == b'{"p":"view"}'
