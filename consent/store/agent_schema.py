# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of a laptop's ledger.

Only body, salt, commitment, prev, head and sig are the record. The other columns are
found in the body too and serve to find lines; erasure empties them with the body.
`slot_date` alone is not in the body: it names the slot on its date, for the counting.
"""

from typing import Final

_FIRST: Final = """
CREATE TABLE starts(
  chain TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  head BLOB NOT NULL,
  epoch INTEGER NOT NULL
) STRICT;
CREATE TABLE entries(
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  chain TEXT NOT NULL,
  seq INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  kind TEXT NOT NULL,
  t TEXT NOT NULL,
  lesson TEXT NOT NULL,
  teacher TEXT NOT NULL,
  access TEXT NOT NULL,
  slot_date TEXT NOT NULL,
  purpose TEXT NOT NULL,
  open_seq INTEGER,
  body BLOB,
  salt BLOB,
  commitment BLOB NOT NULL,
  prev BLOB NOT NULL,
  head BLOB NOT NULL,
  sig BLOB NOT NULL,
  leaf INTEGER,
  proof BLOB,
  command_salt BLOB,
  command_proof BLOB,
  gap INTEGER,
  UNIQUE(chain, seq)
) STRICT;
CREATE INDEX by_slot_date ON entries(slot_date) WHERE slot_date <> '';
CREATE INDEX by_open ON entries(open_seq) WHERE open_seq IS NOT NULL;
CREATE INDEX by_kind ON entries(chain, kind);
CREATE INDEX unproven ON entries(teacher) WHERE chain = 'shared' AND proof IS NULL;
CREATE TABLE checkpoints(
  origin TEXT NOT NULL,
  size INTEGER NOT NULL,
  note BLOB NOT NULL,
  from_size INTEGER NOT NULL,
  consistency BLOB NOT NULL,
  PRIMARY KEY(origin, size)
) STRICT;
CREATE TABLE forks(note BLOB PRIMARY KEY) STRICT;
CREATE TABLE copies(
  seq INTEGER PRIMARY KEY,
  leaf INTEGER NOT NULL,
  commitment BLOB NOT NULL
) STRICT;
CREATE TABLE teachers(fingerprint TEXT PRIMARY KEY, der BLOB NOT NULL) STRICT;
"""
# Heads of colleagues that wait, what consoles are still to forget, and what the pupil
# put away. A new table is a new form: a file of an older one is brought up to date.
_SECOND: Final = """
CREATE TABLE carried(note BLOB PRIMARY KEY, der BLOB NOT NULL) STRICT;
CREATE TABLE erasures(
  sig BLOB PRIMARY KEY,
  origin TEXT NOT NULL,
  leaves BLOB NOT NULL
) STRICT;
CREATE TABLE away(access TEXT PRIMARY KEY) STRICT;
"""
# The latest moment of a long list is looked up, not looked for.
_THIRD: Final = "CREATE INDEX by_time ON entries(t);"
# Lines that were lost here and that a teacher's program gave back, beside the record.
# `n` is the line they stand before in the list, `after_n` the newest when they came.
_FOURTH: Final = """
CREATE TABLE given(
  seq INTEGER PRIMARY KEY,
  n INTEGER NOT NULL,
  after_n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  t TEXT NOT NULL,
  open_seq INTEGER,
  teacher TEXT NOT NULL,
  who TEXT NOT NULL,
  body BLOB,
  salt BLOB,
  commitment BLOB NOT NULL,
  prev BLOB NOT NULL,
  head BLOB NOT NULL,
  sig BLOB NOT NULL,
  leaf INTEGER,
  proof BLOB
) STRICT;
"""
FORMS: Final = (_FIRST, _SECOND, _THIRD, _FOURTH)
