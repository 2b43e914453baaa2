# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong on the wire: a broken peer, never a refusal (that is a value).

Source: docs/spec/session.md "Last words".
"""


class ProtocolError(Exception):
    """The root of everything this package raises; its text is one plain sentence."""


class MalformedError(ProtocolError):
    """A peer sent bytes that the specification forbids."""


class TooBigError(MalformedError):
    """A frame announces more bytes than this moment of the session allows."""


class CertificateError(ProtocolError):
    """A certificate is not one this school could have given for this role."""
