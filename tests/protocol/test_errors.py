# SPDX-License-Identifier: GPL-3.0-or-later
"""A broken peer is one kind of error, under one root."""

import pytest

from protocol.errors import (
    CertificateError,
    MalformedError,
    ProtocolError,
    TooBigError,
)


@pytest.mark.parametrize("kind", [MalformedError, TooBigError, CertificateError])
def test_everything_here_has_one_root(kind: type[Exception]) -> None:
    assert issubclass(kind, ProtocolError)


def test_too_big_is_malformed() -> None:
    assert issubclass(TooBigError, MalformedError)
