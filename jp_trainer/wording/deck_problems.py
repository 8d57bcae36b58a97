"""Explain what is wrong with a deck and how to mend it: one or two sentences for each problem."""

from jp_trainer.core.deck_problems import Code, Problem
from jp_trainer.wording import problem_lines
from jp_trainer.wording.catalogue import _, later
from jp_trainer.wording.problem_lines import elsewhere
from jp_trainer.wording.runs import fill

_SENTENCES = {
    Code.CANNOT_READ: later("The file cannot be read ({reason}). Check that it is there."),
    Code.TOO_LARGE: later("The file is larger than {most_mb} MB. Make several decks of it."),
    Code.NOT_UTF8: later("This is not UTF-8 text. Save the file again with the encoding UTF-8."),
    Code.NOT_NFC: later(
        "Marks stand apart from their letters here. It is read all the same; save the file in the "
        "Unicode form NFC."
    ),
    Code.NO_WORDS_FILE: later("There is neither words.csv nor kana.csv. Add one of them."),
    Code.BAD_TOML: later("This is not TOML: {reason}. Compare it with a shipped deck.toml."),
    Code.NEWER_FORMAT: later(
        "The deck is written in format {found}, and this app knows up to {known}. Update the app."
    ),
    Code.MISSING_KEY: later("This key is missing or empty. Add it; docs/formats.md says how."),
    Code.WRONG_TYPE: later("The value must be: {wanted}."),
    Code.BAD_ID: later(
        "“{value}” is no id. Use 1 to 40 small letters a-z, digits and hyphens, and never change "
        "it again."
    ),
    Code.OTHER_FOLDER: later(
        "The folder is called {folder} and the deck {id}. Give the folder the name of the deck."
    ),
    Code.UNKNOWN_ASPECT: later(
        "There is no aspect {value}. Choose from meaning, reading, listening, production, sentence."
    ),
    Code.UNKNOWN_LANGUAGE: later("The language {value} is not known. Choose from en and ur."),
    Code.UNKNOWN_REQUIRED: later(
        "There is no column {value}. Take it out of the list, or write a column of docs/formats.md."
    ),
    Code.DUPLICATE_CHAPTER: later("The chapter {value} comes twice. Remove one, or rename it."),
    Code.EMPTY_FILE: later("There is no row in this file. Add a head and at least one word."),
    Code.MISSING_COLUMN: later("The head lacks this column. Add it to the first line."),
    Code.DUPLICATE_COLUMN: later("This column comes twice in the head. Remove one of them."),
    Code.RAGGED_ROW: later(
        "The row has {found} fields where the head has {wanted}. Most often a comma inside a text "
        'needs "quotes" around the whole text.'
    ),
    Code.UNCLOSED_QUOTE: later(
        "A quotation mark is opened and not closed. Close it; inside a quoted text, write it twice."
    ),
    Code.BAD_QUOTE: later(
        'A quotation mark stands inside a text. Put the whole text into "quotes" and write each '
        "mark in it twice."
    ),
    Code.LINE_BREAK: later("A text has a line break in it. Put the row into one line."),
    Code.LINE_TOO_LONG: later(
        "The line has {length} characters, more than {most}. A quotation mark may be missing."
    ),
    Code.CONTROL_CHARACTER: later(
        "There is an invisible character in the text ({char}). Type the text again."
    ),
    Code.MISSING_FIELD: later("The field is empty, and this deck requires it. Fill it in."),
    Code.TOO_LONG: later("The text has {length} characters. Shorten it to {most}."),
    Code.EXAMPLE_LENGTH: later(
        "The example has {length} characters without furigana. {least} to {most} fit."
    ),
    Code.UNKNOWN_KIND: later("There is no kind {value}. Choose from {known}."),
    Code.UNKNOWN_POS: later("There is no part of speech {value}. Choose from {known}."),
    Code.UNKNOWN_LEVEL: later("There is no level {value}. Choose from {known}."),
    Code.UNKNOWN_CHAPTER: later("deck.toml has no chapter {value}. Add it there, or mend it here."),
    Code.NOT_KANA: later("“{value}” is not kana alone. Write it in hiragana or katakana."),
    Code.NOT_ROMAJI: later("“{value}” is not the sound in Latin letters. Use small letters a-z."),
    Code.NOT_ALIGNED: later(
        "The reading {reading} does not fit {word}: its kana must come again in the reading."
    ),
    Code.BAD_FURIGANA: later(
        "The furigana is wrong at character {at}: {problem}. Write 体位[たいい], with a space "
        "before a kanji that follows other text."
    ),
    Code.NO_FURIGANA: later("Furigana is missing over {text}. Add it in brackets after the kanji."),
    Code.NO_URDU: later("There is no Urdu in this field. Write it in Urdu script."),
    Code.ARABIC_LETTER: later(
        "There is the Arabic letter {found}. Use the Urdu letter {wanted}, so that it is found."
    ),
    Code.BAD_PICTURE: later(
        "“{value}” names no picture. Write openmoji: and a code such as 1F69C, or svg: and a name."
    ),
    Code.NOT_EDITABLE: later("This field is the deck's own and cannot be changed here."),
    Code.DUPLICATE_ID: later("The id {value} is used before{where}. Give this word another one."),
    Code.DUPLICATE_GLOSS: later(
        "{word} has the same meaning, “{value}”{where}. Say how the two differ: they would both be "
        "right answers."
    ),
    Code.DUPLICATE_EXAMPLE: later("{word} has the same example{where}. Write another one."),
    Code.DUPLICATE_WORD: later(
        "{word} ({reading}) is there already{where}. Remove one of the two."
    ),
    Code.TAUGHT_ELSEWHERE: later(
        "{word} ({reading}) is taught already{where}. Name that word in same_as, so that it is "
        "learnt once."
    ),
    Code.BAD_LINK: later("“{value}” is no link. Write the id of a word, or deck:id."),
    Code.BROKEN_LINK: later("There is no word {value}. Mend the link or remove it."),
    Code.LINK_TO_ITSELF: later("The word links to itself. Remove the link."),
    Code.NOT_MUTUAL: later("{value} does not link back. Add this word to its row too."),
    Code.SAME_AS_CHAIN: later("{value} is itself the same as {goes_on_to}. Name that one."),
    Code.SAME_AS_OWN_DECK: later("{value} is in this deck. Remove one of the two rows."),
    Code.SAME_AS_OTHER_WORD: later(
        "{value} is {word} ({reading}), another word or spelling. Only the same word may share its "
        "cards."
    ),
    Code.UNKNOWN_DECK: later("The deck of {value} is not here, so the link is not checked."),
    Code.SAME_GLOSS_ELSEWHERE: later(
        "{word} has the same meaning, “{value}”{where}. Look whether learners can tell them apart; "
        "change one, or record it in reviewed.tsv."
    ),
    Code.WORD_NOT_IN_EXAMPLE: later("The example does not have the word {word}. Work it in."),
    Code.WORD_TWICE_IN_EXAMPLE: later(
        "The example has {word} more than once, so that a gap would give it away."
    ),
    Code.OTHER_READING: later(
        "{base} is read {written} here, and the reading engine says {engine}. Look which is right; "
        "mend it, or record it in reviewed.tsv."
    ),
    Code.OTHER_WORD_READING: later(
        "{word} is read {written} here, and the reading engine says {engine}. Look which is right; "
        "mend it, or record it in reviewed.tsv."
    ),
    Code.BAD_REVIEW: later("The line does not have these five parts between tabs: {wanted}."),
}
_FURIGANA = {
    "NO_BASE": later("there is no kanji before the bracket"),
    "NO_READING": later("the bracket is empty"),
    "NOT_KANA": later("the reading is not kana"),
    "NOT_CLOSED": later("a bracket is not closed"),
    "NOT_OPENED": later("a bracket is closed that was not opened"),
}


def explained(problem: Problem) -> str:
    """What is wrong and how to mend it."""
    facts = dict(problem.facts)
    if problem.code is Code.BAD_FURIGANA:
        facts["problem"] = _(_FURIGANA.get(str(facts["problem"]), ""))
    if "other_line" in facts:
        facts["where"] = elsewhere(facts)
    return fill(_(_SENTENCES[problem.code]), **facts)


def one_line(problem: Problem) -> str:
    """The problem as a compiler would say it: file:line: severity: column: sentence."""
    about = (problem.subject, problem.column)
    return problem_lines.one_line(
        problem.path, problem.line, problem.severity, about, explained(problem)
    )
