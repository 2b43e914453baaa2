# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong with papers and records. A refusal is a value, never an exception."""


class ConsentError(Exception):
    """The root of everything this package raises; its text is one plain sentence."""


class CanonicalError(ConsentError):
    """Bytes or a value that our one form of JSON does not allow."""


class PaperError(ConsentError):
    """A document that is not what its schema says."""


class SealError(ConsentError):
    """Sealed bytes that this key does not open, or that hold no slip."""


class RegisterError(ConsentError):
    """The office's database cannot be opened, read or written.

    `trouble` and `values` say the same as the sentence, for whoever speaks another
    language.
    """

    def __init__(self, sentence: str, trouble: str = "", **values: str) -> None:
        """Keep what was said and its parts."""
        super().__init__(sentence.format(**values) if values else sentence)
        self.trouble, self.values = trouble, values
