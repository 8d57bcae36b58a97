"""Change how one studies: four pages of settings, each change kept at once."""

from jp_trainer.ui.screens.settings.screen import Settings

__all__ = ["Settings"]
