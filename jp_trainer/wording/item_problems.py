"""Explain what is wrong with items and blueprints and how to mend it: a sentence or two each."""

from jp_trainer.core.exam.item_problems import Code, Problem
from jp_trainer.wording import problem_lines
from jp_trainer.wording.catalogue import _, later
from jp_trainer.wording.problem_lines import elsewhere
from jp_trainer.wording.runs import fill

_SENTENCES = {
    Code.CANNOT_READ: later("The file cannot be read ({reason}). Check that it is there."),
    Code.TOO_LARGE: later("The file is larger than {most_mb} MB. Make several files of it."),
    Code.NOT_UTF8: later("This is not UTF-8 text. Save the file again with the encoding UTF-8."),
    Code.NOT_NFC: later(
        "Marks stand apart from their letters here. It is read all the same; save the file in the "
        "Unicode form NFC."
    ),
    Code.BAD_TOML: later("This is not TOML: {reason}. Compare it with a shipped file."),
    Code.MISSING_KEY: later("This key is missing or empty. Add it; docs/formats.md says how."),
    Code.WRONG_TYPE: later("The value must be: {wanted}."),
    Code.BAD_VALUE: later("There is no {value} here. Choose from {known}."),
    Code.BAD_ID: later(
        "“{value}” is no id. Use 1 to 40 small letters a-z, digits and hyphens, and never change "
        "it again."
    ),
    Code.DUPLICATE_ID: later("The id {value} is used before{where}. Give this one another."),
    Code.CONTROL_CHARACTER: later(
        "There is an invisible character in the text ({char}). Type the text again."
    ),
    Code.NEWER_FORMAT: later(
        "The file is written in format {found}, and this app knows up to {known}. Update the app."
    ),
    Code.UNKNOWN_TABLE: later("There is no such table. Write [[stimulus]] or [[item]]."),
    Code.OUT_OF_RANGE: later("{value} is not between {least} and {most}."),
    Code.OTHER_FILE: later(
        "The file is called {file} and the exam {id}. Give the file the name of the exam."
    ),
    Code.NO_SOURCE: later(
        "Nothing says where {value} comes from. Name it under sources, or under unverified."
    ),
    Code.SOURCE_OF_NOTHING: later("There is no value {value}. Mend the name, or remove it."),
    Code.UNKNOWN_SCORING: later(
        "There is no scoring section “{value}”. Write one that the file has."
    ),
    Code.NO_TIME: later("Nothing says how many minutes there are. Add minutes."),
    Code.BANDS_OUT_OF_ORDER: later("The levels are not in order. Begin with the highest."),
    Code.TOO_FEW_OPTIONS: later("There are fewer than two options. Add some."),
    Code.RAGGED_ROWS: later("The rows have different numbers of cells. Make them equal."),
    Code.UNKNOWN_STIMULUS: later("There is no stimulus {value}. Write one, or mend the name."),
    Code.LONELY_STIMULUS: later("No item is asked about this stimulus. Add one, or remove it."),
    Code.MIXED_TESTLET: later(
        "The items of this stimulus differ in {value}. They are drawn together: make it the same."
    ),
    Code.BAD_ORDER_LINE: later("The line does not have these parts between tabs: {wanted}."),
    Code.BAD_TABLE_LINE: later("The line does not have these parts between tabs: {wanted}."),
    Code.SAME_OPTIONS: later("Two options are the same. Change one of them."),
    Code.OPTION_LENGTHS: later(
        "The shortest option has {short} characters and the longest {long}. Make them alike."
    ),
    Code.OPTION_CLASSES: later(
        "The options are words of different classes ({classes}). Choose words of one class."
    ),
    Code.OPTION_COUNT: later(
        "There are {count} options, and items of this type have {wanted} in this exam."
    ),
    Code.NO_ERROR_CODE: later("Nothing says why option {number} is wrong. Add its error code."),
    Code.SURPLUS_ERROR_CODE: later(
        "Option {number} has an error code, but is the key or does not exist. Remove the code."
    ),
    Code.NO_EXPLANATION: later("The explanation is missing in this language. Write it."),
    Code.EXPLANATION_LENGTH: later(
        "The explanation has {count} sentences. {least} to {most} are enough and needed."
    ),
    Code.NO_STATEMENT: later("The question is missing in this language. Write it."),
    Code.SURPLUS_STATEMENT: later("This exam has no question in other languages. Remove it."),
    Code.NO_URDU: later("There is no Urdu in this text. Write it in Urdu script."),
    Code.ARABIC_LETTER: later(
        "There is the Arabic letter {found}. Use the Urdu letter {wanted}, so that it is found."
    ),
    Code.NOT_IN_EXAM: later("The exam {exam} has no items of this type. Choose another type."),
    Code.OTHER_LEVEL: later("The level is {value}, and that of the exam is {wanted}. Mend it."),
    Code.NO_STIMULUS: later("An item of this type is asked about something. Name its stimulus."),
    Code.EMPTY_STIMULUS: later("There is nothing to be seen or heard in it. Add a text."),
    Code.NO_UNDERLINE: later("No word is underlined, or several. Put the one asked for in braces."),
    Code.NO_BLANK: later("There is no blank （　　） in the stem. Put one where the key belongs."),
    Code.GAP_COUNT: later(
        "The text has {gaps} gaps and the stimulus {items} items. Give each item its own gap."
    ),
    Code.NOT_KANA: later("“{text}” is not kana alone. Write the reading in kana."),
    Code.BAD_FURIGANA: later(
        "The furigana is wrong at character {at}: {problem}. Write 体位[たいい], with a space "
        "before a kanji that follows other text."
    ),
    Code.NO_FURIGANA: later("Furigana is missing over {text}. Add it in brackets after the kanji."),
    Code.NO_ALT: later("Nothing says what the picture shows. Write alt in English and Urdu."),
    Code.BAD_PICTURE: later(
        "“{value}” names no picture. Write openmoji: and a code such as 1F69C, or svg: and a name."
    ),
    Code.NO_PICTURE: later("There is no picture {value} in assets/pictures. Add it."),
    Code.NO_CLIP: later("Items of this type are heard. Give it a stimulus of the kind clip."),
    Code.NOTHING_HEARD: later("There is nothing to hear: no script, and no stem with kana."),
    Code.NO_SITUATION: later(
        "Before items of this type the situation is announced. Add situation, with text and kana."
    ),
    Code.NO_VOICE: later("There is no voice “{value}”. Choose from {known}."),
    Code.SHARED_VOICE: later(
        "{one} and {other} both speak with the voice {voice}. Give each speaker one of their own."
    ),
    Code.NO_KANA: later("This is heard. Write how it is pronounced, in kana."),
    Code.BAD_PIECES: later("pieces must have each number from 1 to {count} once."),
    Code.STAR_IS_NOT_KEY: later("The piece in the ★ slot is not the key. Mend star or key."),
    Code.BAD_SLOTS: later(
        "The stem must have {count} slots ＿＿, and ＿★＿ in the place that star names."
    ),
    Code.ORDERS: later(
        "In orders.tsv {missing} orders are missing, and {surplus} are twice or of other pieces."
    ),
    Code.RIGHT_ORDERS: later(
        "Of the orders, {count} are declared RIGHT. It must be one, that of pieces."
    ),
    Code.ORDER_SENTENCE: later(
        "In line {other_line} of orders.tsv the sentence is not the stem with these pieces."
    ),
    Code.UNEVEN_KEYS: later(
        "Option {key} is the key of {count} among {of} items of this file. At most {most}: move "
        "some."
    ),
    Code.KEY_RUN: later("Option {key} is the key {count} times running. Move one."),
    Code.NEAR_DUPLICATE: later("This is nearly {other} ({percent} % alike). Write another one."),
    Code.DECK_EXAMPLE: later(
        "“{text}” is the example of {word}, which trainees know. Write another sentence."
    ),
    Code.ANCHOR_SHARE: later(
        "{percent} % of the items are anchors. About {wanted} % link the papers well."
    ),
    Code.FORM_COUNT: later(
        "Form {form} has {count} items of the type {type}, and the exam has {wanted}."
    ),
    Code.STRATEGY: later(
        "Who chooses by {strategy}, or never so, gains too much: it is the key of {percent} % of "
        "{items} items of {exam}, and guessing gives {chance} %. Change options or keys."
    ),
    Code.TEXT_LENGTH: later("The length is {length} {unit}. {least} to {most} fit."),
    Code.KANA_IS_NOT_TEXT: later(
        "The kana says {kana} where the furigana of the text says {other}. Mend one of them."
    ),
    Code.KANA_IS_NOT_ENGINE: later(
        "The kana says {kana} and the reading engine {other}. Look which is right; mend it, or "
        "record the line in reviewed.tsv."
    ),
    Code.KANA_IS_NOT_VOICE: later(
        "The kana says {kana} and the voice would say {other}. Look which is right; mend it, or "
        "record the line in reviewed.tsv."
    ),
    Code.OTHER_READING: later(
        "{base} is read {written} here, and the reading engine says {engine}. Look which is right; "
        "mend it, or record it in reviewed.tsv."
    ),
    Code.KEY_READING: later(
        "The key says {written} and the reading engine {engine}. Look which is right; mend it, or "
        "record it in reviewed.tsv."
    ),
    Code.KANJI_LEVEL: later(
        "{text} is beyond {level} and has no reading above it. Add one, or write it in kana."
    ),
    Code.WORD_LEVEL: later(
        "{text} is a word of {found}, and the exam is for {level}. Replace or explain it; if the "
        "list is wrong, mend levels/overrides.tsv."
    ),
    Code.WORD_NEAR: later(
        "{text} is a word of {found}, and the exam is for {level}. Replace it if you can."
    ),
    Code.WORD_UNLISTED: later(
        "{text} is in no list. Look whether people at {level} know it; replace or explain it."
    ),
}
_FURIGANA = {
    "NO_BASE": later("there is no kanji before the bracket"),
    "NO_READING": later("the bracket is empty"),
    "NOT_KANA": later("the reading is not kana"),
    "NOT_CLOSED": later("a bracket is not closed"),
    "NOT_OPENED": later("a bracket is closed that was not opened"),
}
_UNITS = {
    "characters": later("characters"),
    "beats": later("beats"),
    "option-beats": later("beats"),
}
_STRATEGIES = {
    "longest": later("the longest option"),
    "shortest": later("the shortest option"),
    "most-overlap": later("most words of the text"),
    "first": later("the first place"),
    "second": later("the second place"),
    "third": later("the third place"),
    "fourth": later("the fourth place"),
}


def explained(problem: Problem) -> str:
    """What is wrong and how to mend it."""
    facts = dict(problem.facts)
    for name, names in (("problem", _FURIGANA), ("unit", _UNITS), ("strategy", _STRATEGIES)):
        if facts.get(name) in names:
            facts[name] = _(names[str(facts[name])])
    if "other_line" in facts:
        facts["where"] = elsewhere(facts)
    return fill(_(_SENTENCES[problem.code]), **facts)


def strategy(name: str) -> str:
    """What a blind candidate goes by."""
    return _(_STRATEGIES[name]) if name in _STRATEGIES else name


def one_line(problem: Problem) -> str:
    """The problem as a compiler would say it: file:line: severity: id key: sentence."""
    about = (problem.subject, problem.key)
    return problem_lines.one_line(
        problem.path, problem.line, problem.severity, about, explained(problem)
    )
