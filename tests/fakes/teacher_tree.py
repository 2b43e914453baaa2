# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's tree in memory: it logs, signs heads and proves."""

import secrets
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.ledger import chain, tree
from consent.ledger.checkpoint import Checkpoint, encode_signed
from protocol.messages.commands import LeafProof


@dataclass
class TeacherTree:
    """One origin's tree."""

    origin: str
    key: Ed25519PrivateKey
    leaves: list[bytes] = field(default_factory=list)
    nodes: dict[tuple[int, int], bytes] = field(default_factory=dict)
    told: int = 0  # the size the reader holds by our own account

    def node(self, level: int, index: int) -> bytes:
        return self.nodes[level, index]

    def log(self, body: bytes, salt: bytes | None = None) -> tuple[int, bytes]:
        """Append a commitment to this body; gives its leaf and salt."""
        salt = salt or secrets.token_bytes(32)
        commitment = chain.commit(salt, body)
        size = len(self.leaves)
        for level, index, node in tree.new_nodes(
            size, tree.leaf_hash(commitment), self
        ):
            self.nodes[level, index] = node
        self.leaves.append(commitment)
        return size, salt

    def note(self) -> bytes:
        """Give the newest signed head."""
        size = len(self.leaves)
        point = Checkpoint(self.origin, size, tree.root(size, self))
        public = self.key.public_key().public_bytes_raw()
        return encode_signed(point, self.key.sign, public)

    def prove(self, leaf: int) -> LeafProof:
        """Prove a leaf to the reader, from what it holds."""
        size = len(self.leaves)
        way = tree.consistency(self.told, size, self) if self.told else ()
        proof = LeafProof(
            leaf=leaf,
            checkpoint=self.note(),
            inclusion=tree.inclusion(leaf, size, self),
            from_size=self.told,
            consistency=way,
        )
        self.told = size
        return proof
