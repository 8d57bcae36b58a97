"""Look at every word of one's decks: find it, see how well it is known, put it away."""

from jp_trainer.ui.screens.words.screen import Words

__all__ = ["Words"]
