# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of a teacher's ledger: trees, their nodes, and the bodies beside them.

Erasure empties body and salt of a leaf. Its commitment and every node stay, so the
tree still gives every proof it ever gave.
"""

from typing import Final

_FIRST: Final = """
CREATE TABLE trees(
  tree INTEGER PRIMARY KEY,
  origin TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  note BLOB NOT NULL
) STRICT;
CREATE TABLE nodes(
  tree INTEGER NOT NULL,
  level INTEGER NOT NULL,
  place INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY(tree, level, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE leaves(
  tree INTEGER NOT NULL,
  n INTEGER NOT NULL,
  commitment BLOB NOT NULL,
  body BLOB,
  salt BLOB,
  device TEXT NOT NULL,
  seq INTEGER,
  prev BLOB,
  head BLOB,
  sig BLOB NOT NULL,
  lesson TEXT NOT NULL,
  PRIMARY KEY(tree, n)
) STRICT;
CREATE INDEX by_device ON leaves(device, seq) WHERE seq IS NOT NULL;
CREATE INDEX by_lesson ON leaves(lesson) WHERE lesson <> '';
"""
# Heads of colleagues' trees as laptops showed them, certificates of laptops and our
# own, and orders to forget that were carried out: what a volume needs beside the tree.
_SECOND: Final = """
CREATE TABLE shown(
  origin TEXT NOT NULL,
  size INTEGER NOT NULL,
  root BLOB NOT NULL,
  note BLOB NOT NULL,
  der BLOB NOT NULL,
  UNIQUE(origin, size, root)
) STRICT;
CREATE TABLE certificates(
  fingerprint TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  der BLOB NOT NULL
) STRICT;
CREATE TABLE orders(
  sig BLOB PRIMARY KEY,
  origin TEXT NOT NULL,
  leaves BLOB NOT NULL
) STRICT;
"""
FORMS: Final = (_FIRST, _SECOND)
