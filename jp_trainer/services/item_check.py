"""Check items before people are examined with them: every rule of docs/formats.md, every place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jp_trainer.core.deck_problems import Severity
from jp_trainer.core.exam import bank_rules, blind_strategies, item_rules, item_texts
from jp_trainer.core.exam.bank import Bank
from jp_trainer.core.exam.blind_strategies import Score
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.item_problems import Code, Finding, Problem
from jp_trainer.core.exam.items import Testlet
from jp_trainer.formats.blueprint_reader import read_blueprints
from jp_trainer.formats.deck_reader import read_deck
from jp_trainer.formats.deck_toml import FILE as DECK
from jp_trainer.formats.field_rules import PICTURE, urdu_findings
from jp_trainer.formats.item_reader import read_bank
from jp_trainer.formats.level_lists import Lists, read_lists
from jp_trainer.japanese.readings import Reader
from jp_trainer.japanese.tokenizer import Tokenizer
from jp_trainer.services import item_levels, item_readings
from jp_trainer.services.item_levels import Vocabulary
from jp_trainer.services.item_readings import Analysis
from jp_trainer.speech import analysis
from jp_trainer.typeset.pictures import picture_file


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        items: how many were checked, by exam ("" where no blueprint fits).
        problems: by file and line. reviewed: how many doubts a person has settled before.
        strategies: what blind rules score, by exam; () unless asked for.
        with_voice: whether the synthesiser's own analysis was asked.
    """

    items: Mapping[str, int]
    problems: tuple[Problem, ...]
    reviewed: int
    strategies: Mapping[str, tuple[Score, ...]]
    with_voice: bool

    @property
    def has_errors(self) -> bool:
        """Whether something is wrong."""
        return any(p.severity is Severity.ERROR for p in self.problems)

    def count(self, severity: Severity) -> int:
        """How many problems are of this kind."""
        return sum(p.severity is severity for p in self.problems)


@dataclass(frozen=True, slots=True)
class _Tools:
    """What the rules need besides the items."""

    assets: Path
    lists: Lists
    reader: Reader
    vocabulary: Vocabulary
    examples: Mapping[str, str]
    analysis: Analysis | None


def check(
    folder: Path,
    assets: Path,
    decks: Path,
    reader: Reader,
    *,
    with_strategies: bool = False,
    with_voice: bool = True,
) -> Report:
    """Check the items below `folder`: those of one exam, of several, or a part of one.

    `assets`: the shipped folder with blueprints, lists and pictures; `decks`: whose examples no
    item may repeat; `with_voice`: whether the synthesiser's analysis is asked too, if it is
    installed. Never raises.
    """
    blueprints, problems = read_blueprints(assets / "exams" / "blueprints")
    found = list(problems)
    lists = read_lists(assets / "exams")
    found += lists.problems
    tools = _tools(assets, decks, lists, reader, with_voice)
    counts: dict[str, int] = {}
    strategies: dict[str, tuple[Score, ...]] = {}
    reviewed = 0
    for exam, part, is_whole in _exams_in(folder, {each.exam for each in blueprints}):
        bank = read_bank(part)
        found += bank.problems
        of_exam = [each for each in blueprints if each.exam == exam]
        blueprint = max(of_exam, key=lambda each: each.id, default=None)
        findings, settled = _findings(bank, blueprint, is_whole, tools)
        reviewed += settled
        found += [_placed(finding, bank) for finding in findings]
        counts[exam] = counts.get(exam, 0) + len(bank.items)
        if with_strategies and bank.items:
            strategies[exam] = blind_strategies.scores(bank.testlets)
            found += _strategy_problems(exam, part, strategies[exam])
    ordered = tuple(sorted(found, key=lambda p: (p.path, p.line, p.key)))
    return Report(counts, ordered, reviewed, strategies, tools.analysis is not None)


def _tools(assets: Path, decks: Path, lists: Lists, reader: Reader, with_voice: bool) -> _Tools:
    examples: dict[str, str] = {}
    taught: list[str] = []
    for path in sorted(decks.glob(f"*/{DECK}")):
        for word in read_deck(path.parent).words:
            taught.append(word.word)
            if word.example:
                for sentence in bank_rules.sentences(item_texts.bare(word.example)):
                    examples.setdefault(sentence, word.id)
    return _Tools(
        assets=assets,
        lists=lists,
        reader=reader,
        vocabulary=Vocabulary(lists, taught, Tokenizer()),
        examples={text: word for text, word in examples.items() if len(text) >= _EXAMPLE_LEAST},
        analysis=analysis.said if with_voice and analysis.available() else None,
    )


_EXAMPLE_LEAST = 8
"""Shorter sentences (そうですか。) are anybody's."""


def _exams_in(folder: Path, exams: set[str]) -> Iterator[tuple[str, Path, bool]]:
    """(exam, folder to read, whether that is the whole exam) for what `folder` means."""
    if folder.name in exams:
        yield folder.name, folder, True
        return
    try:
        children = sorted(each for each in folder.iterdir() if each.name in exams)
    except OSError:
        children = []
    if children:
        for child in children:
            yield child.name, child, True
        return
    above = [parent.name for parent in folder.absolute().parents if parent.name in exams]
    yield (above[0] if above else ""), folder, False


def _findings(
    bank: Bank, blueprint: Blueprint | None, is_whole: bool, tools: _Tools
) -> tuple[list[Finding], int]:
    """What is wrong with the items of one exam, and how many doubts were settled before."""
    findings: list[Finding] = []
    settled = 0
    for testlet in bank.testlets:
        findings += item_rules.findings_of(testlet, blueprint, bank.orders)
        findings += bank_rules.example_findings(testlet, tools.examples)
        findings += _urdu_findings(testlet)
        findings += _picture_findings(testlet, tools.assets)
        if blueprint is not None:
            lengths = tools.lists.lengths.get((blueprint.exam, testlet.type.value), ())
            findings += item_levels.length_findings(testlet, lengths)
            findings += item_levels.findings_of(testlet, blueprint, tools.vocabulary)
        for finding in item_readings.findings_of(testlet, tools.reader, tools.analysis):
            if item_readings.settled(finding, testlet, tools.lists.reviewed):
                settled += 1
            else:
                findings.append(finding)
    findings += bank_rules.findings_of(bank, blueprint if is_whole else None)
    return findings, settled


def _urdu_findings(testlet: Testlet) -> Iterator[Finding]:
    """Urdu that is not Urdu, or typed with an Arabic keyboard."""
    texts = [(item.id, key, getattr(item, key).ur) for item in testlet.items for key in _TITLES]
    if testlet.stimulus:
        texts.append((testlet.stimulus.id, "alt", testlet.stimulus.alt.ur))
    for subject, key, text in texts:
        for code, facts in urdu_findings(text):
            yield Finding(subject, f"{key}.ur", Code(code.value), facts)


_TITLES = ("why", "statement")


def _picture_findings(testlet: Testlet, assets: Path) -> Iterator[Finding]:
    wanted = [(item.id, option.picture) for item in testlet.items for option in item.options]
    if testlet.stimulus:
        wanted.append((testlet.stimulus.id, testlet.stimulus.picture))
    for subject, name in wanted:
        if name and not PICTURE.fullmatch(name):
            yield Finding(subject, "picture", Code.BAD_PICTURE, {"value": name[:60]})
        elif name and picture_file(name, assets) is None:
            yield Finding(subject, "picture", Code.NO_PICTURE, {"value": name})


def _placed(finding: Finding, bank: Bank) -> Problem:
    path, line = bank.places[finding.subject]
    return Problem(path, line, finding.key, finding.code, finding.facts, finding.subject)


def _strategy_problems(exam: str, folder: Path, scores: Sequence[Score]) -> Iterator[Problem]:
    for score in scores:
        if not score.is_fair:
            facts = {
                "strategy": score.strategy,
                "exam": exam,
                "percent": round(score.share * 100),
                "chance": round(score.chance * 100),
                "items": score.items,
            }
            yield Problem(folder, 0, "", Code.STRATEGY, facts)
