"""Remember which keys made which kana, so that an answer can also be judged on the keys."""

from dataclasses import dataclass

from jp_trainer.core.kana_typing import keys_for, preview, to_kana


@dataclass(frozen=True, slots=True)
class TypedKeys:
    """What was typed at the end of a line, piece by piece.

    Attributes:
        pieces: kana and the keys that made them. pending: keys that wait for the next one.
        known: every piece came from keys or from the kana table; False once text came otherwise.
    """

    pieces: tuple[tuple[str, str], ...] = ()
    pending: str = ""
    known: bool = True

    @property
    def text(self) -> str:
        """What the line shows."""
        return "".join(kana for kana, _keys in self.pieces) + self.pending

    @property
    def keys(self) -> str:
        """All keys, or "" if they are not known."""
        return "".join(keys for _kana, keys in self.pieces) + self.pending if self.known else ""

    @property
    def other(self) -> str:
        """The whole in kana as print would have it, where it differs (onna: おんな), else ""."""
        return preview(self.keys).other

    def pressed(self, key: str) -> "TypedKeys":
        """After one more key."""
        keys = self.pending + key
        seen = preview(keys)
        pieces = self.pieces
        if seen.kana:
            pieces = (*pieces, (seen.kana, keys[: len(keys) - len(seen.pending)]))
        return TypedKeys(pieces, seen.pending, self.known)

    def added(self, kana: str) -> "TypedKeys":
        """After kana that were not typed with keys; what was pending is finished first."""
        pieces = self.pieces
        if self.pending:
            pieces = (*pieces, (to_kana(self.pending, final=True), self.pending))
        return TypedKeys((*pieces, (kana, keys_for(kana))), "", self.known)

    def erased(self) -> "TypedKeys":
        """Without the last sign."""
        if self.pending:
            return TypedKeys(self.pieces, self.pending[:-1], self.known)
        if not self.pieces:
            return self
        *before, (kana, _keys) = self.pieces
        rest = kana[:-1]
        kept = [*before, (rest, keys_for(rest))] if rest else before
        return TypedKeys(tuple(kept), "", self.known) if kept else TypedKeys()


def unknown(text: str) -> TypedKeys:
    """A line whose text came otherwise: from an input method, by paste, by an edit in between."""
    return TypedKeys(((text, ""),), "", known=False) if text else TypedKeys()
