"""Ask for a name and for the language that explains the words; then whether kana are known."""

from dataclasses import replace

from jp_trainer.core.people import KanaKnown
from jp_trainer.ui.first_run.page import Page, Wishes
from jp_trainer.ui.parts.forms import field
from jp_trainer.ui.parts.japanese import ruby
from jp_trainer.ui.parts.layout import column, label, row
from jp_trainer.ui.parts.tiles import Tile
from jp_trainer.ui.theme import Look
from jp_trainer.wording import LANGUAGES, _

_MEANINGS = (("en",), ("ur",), ("ur", "en"))


class AboutYou(Page):
    """Name and meaning languages, with one real word as the example."""

    def __init__(self, look: Look, wishes: Wishes) -> None:
        super().__init__(look, wishes)
        self._name = field(look, name=_("Your name"), text=wishes.name, height=48, most=60)
        self._name.textChanged.connect(self._on_name)
        tiles = [
            self._tile(LANGUAGES["en"], "hospital", ""),
            self._tile(LANGUAGES["ur"], "", "ہسپتال"),
            self._tile(_("Both"), "hospital", "ہسپتال"),
        ]
        now = wishes.preferences.meanings
        chosen = _MEANINGS.index(now) if now in _MEANINGS else 0
        self.offer(tiles, chosen, self._on_meanings)
        self.ask(
            _("Welcome"),
            _("A few questions, then your first word. You can change everything later."),
            label(look, _("Your name"), "strong"),
            look.gap(6),
            self._name,
            24,
            label(look, _("Which language should explain the words?"), "strong"),
            look.gap(6),
            row(*((tile, 1) for tile in tiles), gap=12),
            width=640,
        )

    def _tile(self, language: str, english: str, urdu: str) -> Tile:
        look = self.look
        meaning = label(look, " · ".join(m for m in (urdu, english) if m), "muted")
        if urdu:
            meaning.setFont(look.urdu())
        body = column(
            row((ruby(look, "病院[びょういん]", 26), 1)),
            4,
            meaning,
            None,
            label(look, language, "strong"),
            margins=(18, 14, 18, 14),
        )
        return Tile(look, f"{language}: {english} {urdu}".strip(), body, height=136)

    def _on_name(self, name: str) -> None:
        self.wishes = replace(self.wishes, name=name)
        self.changed.emit()

    def _on_meanings(self, which: int) -> None:
        wanted = replace(self.wishes.preferences, meanings=_MEANINGS[which])
        self.wishes = replace(self.wishes, preferences=wanted)

    def is_answered(self) -> bool:
        """A name is needed: several people share a computer."""
        return bool(self.wishes.name.strip())

    def problem(self) -> str:
        """What Next waits for."""
        return "" if self.is_answered() else _("Please type your name first.")

    def begin(self) -> None:
        """Typing starts with the name."""
        self._name.setFocus()


class Kana(Page):
    """Which signs can be read already."""

    def __init__(self, look: Look, wishes: Wishes) -> None:
        super().__init__(look, wishes)
        self._answers = (KanaKnown.NONE, KanaKnown.HIRAGANA, KanaKnown.BOTH)
        tiles = [
            self._tile("？", _("Not yet"), _("We begin with hiragana.")),
            self._tile("ひらがな", _("Hiragana"), _("We add katakana, beside the words.")),
            self._tile("ひらがな カタカナ", _("Both"), _("We begin with words at once.")),
        ]
        now = self._answers.index(wishes.preferences.kana)
        self.offer(tiles, now, self._on_kana)
        self.ask(
            _("Can you read kana?"),
            _("Kana are the Japanese letters: hiragana and katakana."),
            row(*((tile, 1) for tile in tiles), gap=12),
            width=800,
        )

    def _tile(self, signs: str, words: str, under: str) -> Tile:
        look = self.look
        body = column(
            (ruby(look, signs, 26 if look.scale <= 1 else 20), 0),  # larger would not fit
            20,
            label(look, words, "strong"),
            look.gap(4),
            label(look, under, "small", wrap=True),
            None,
            22,
            margins=(20, 18, 20, 12),
        )
        return Tile(look, f"{words}. {under}", body, height=188)

    def _on_kana(self, which: int) -> None:
        wanted = replace(self.wishes.preferences, kana=self._answers[which])
        self.wishes = replace(self.wishes, preferences=wanted)
