"""Give Qt's own words (a field's menu, a file dialog) the reader's language, from our catalogues.

Qt ships no Urdu at all. Whatever is not listed here stays in English.
"""

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from jp_trainer.wording import language, pgettext


class CatalogueTranslator(QTranslator):
    """Asks our catalogue for every word Qt wants to say."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._words = words() if language() != "en" else {}

    def isEmpty(self) -> bool:
        """Qt does not ask an empty translator."""
        return not self._words

    def translate(
        self,
        _context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,  # noqa: ARG002 - Qt's signature
        n: int = -1,  # noqa: ARG002 - Qt's signature
    ) -> str | None:
        """The word, or None for Qt's own."""
        return self._words.get(sourceText.replace("&", ""))


def words() -> dict[str, str]:
    """Qt's words without their mnemonics, in the language spoken now."""
    return {
        "Undo": pgettext("Qt", "Undo"),
        "Redo": pgettext("Qt", "Redo"),
        "Cut": pgettext("Qt", "Cut"),
        "Copy": pgettext("Qt", "Copy"),
        "Paste": pgettext("Qt", "Paste"),
        "Delete": pgettext("Qt", "Delete"),
        "Select All": pgettext("Qt", "Select All"),
        "OK": pgettext("Qt", "OK"),
        "Cancel": pgettext("Qt", "Cancel"),
        "Close": pgettext("Qt", "Close"),
        "Open": pgettext("Qt", "Open"),
        "Save": pgettext("Qt", "Save"),
        "Yes": pgettext("Qt", "Yes"),
        "No": pgettext("Qt", "No"),
    }


def install(
    application: QCoreApplication, before: CatalogueTranslator | None
) -> CatalogueTranslator:
    """Put the language spoken now in the place of `before`; keep what is returned."""
    if before is not None:
        application.removeTranslator(before)
        before.deleteLater()
    made = CatalogueTranslator(application)
    application.installTranslator(made)
    return made
