"""Keep the translations in step with the sentences in the source. Standard library only.

    python tools/catalogues.py extract    collect the sentences, update the .pot and every .po
    python tools/catalogues.py compile    write the .mo files the program reads (a build product)
    python tools/catalogues.py check      every sentence collected, translated, with equal fields

Sentences are the literal arguments of _(), ngettext(), pgettext() and later() in jp_trainer/.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools import po

FOLDER = ROOT / "assets" / "translations"
DOMAIN = "jp_trainer"
HEADER = """Project-Id-Version: jp_trainer
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
Language: {language}
Plural-Forms: {plurals}
"""
PLURALS = {"ur": "nplurals=2; plural=(n != 1);", "ja": "nplurals=1; plural=0;"}


class SentenceError(ValueError):
    """A call whose sentence is not a literal, so that no translator would ever see it."""


def sentences(package: Path) -> list[po.Entry]:
    """Every sentence of the package, each once, in the order of files and lines."""
    found: dict[tuple[str, str], po.Entry] = {}
    for path in sorted(package.rglob("*.py")):
        for entry in _sentences_of(path):
            known = found.setdefault(entry.key, entry)
            known.plural = known.plural or entry.plural
            reference = path.relative_to(package.parent).as_posix()
            if reference not in known.references:
                known.references.append(reference)
    return list(found.values())


def _sentences_of(path: Path) -> Iterator[po.Entry]:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    for call in sorted(calls, key=lambda c: (c.lineno, c.col_offset)):
        match call.func.id if isinstance(call.func, ast.Name) else "":
            case "_" | "later":
                for source in _texts(call, path, 1):
                    yield po.Entry(source)
            case "ngettext":
                one, many = _texts(call, path, 2)
                yield po.Entry(one, many)
            case "pgettext":
                context, source = _texts(call, path, 2)
                yield po.Entry(source, context=context)


def _texts(call: ast.Call, path: Path, count: int) -> list[str]:
    texts = [a.value for a in call.args[:count] if isinstance(a, ast.Constant)]
    if len(texts) != count or not all(isinstance(t, str) and t for t in texts):
        # `_(title)` looks up what `later("...")` marked elsewhere; all else would be lost.
        if count == 1 and call.args and not isinstance(call.args[0], ast.JoinedStr):
            return []
        raise SentenceError(f"{path}:{call.lineno}: a sentence must be a literal")
    return [str(text) for text in texts]


def merged(language: str, found: list[po.Entry]) -> po.Catalogue:
    """What the .po should be: the sentences found, with the translations it has."""
    path = FOLDER / f"{language}.po"
    old = po.read(path) if path.is_file() else po.Catalogue("", [])
    header = old.header or HEADER.format(language=language, plurals=PLURALS[language])
    count = po.Catalogue(header, []).plural_count
    known = {entry.key: entry for entry in old.entries}
    entries = []
    for new in found:
        before = known.pop(new.key, None)
        forms = count if new.plural else 1
        translated = before.translated if before and bool(before.plural) == bool(new.plural) else []
        translated = (translated + [""] * forms)[:forms]
        comments = before.comments if before else []
        entries.append(
            po.Entry(new.source, new.plural, new.context, translated, comments, new.references)
        )
    for gone in known.values():
        if gone.is_done:  # kept for the day the sentence comes back
            gone.obsolete, gone.references = True, []
            entries.append(gone)
    return po.Catalogue(header, entries)


def template(found: list[po.Entry]) -> po.Catalogue:
    """The .pot: every sentence, no translation."""
    header = HEADER.format(language="", plurals="nplurals=2; plural=(n != 1);")
    empty = [po.Entry(e.source, e.plural, e.context, [], [], e.references) for e in found]
    return po.Catalogue(header, empty)


def extract() -> int:
    """Update the .pot and every .po in place."""
    found = sentences(ROOT / "jp_trainer")
    FOLDER.mkdir(parents=True, exist_ok=True)
    po.write(FOLDER / f"{DOMAIN}.pot", template(found))
    for language in PLURALS:
        catalogue = merged(language, found)
        po.write(FOLDER / f"{language}.po", catalogue)
        open_ones = sum(not e.is_done for e in catalogue.entries if not e.obsolete)
        say(f"{language}: {len(found)} sentences, {open_ones} to translate")
    return 0


def compile_all(folder: Path = FOLDER, into: Path | None = None) -> int:
    """Write <into>/<language>/LC_MESSAGES/jp_trainer.mo for each .po in `folder`."""
    for path in sorted(folder.glob("*.po")):
        target = (into or folder) / path.stem / "LC_MESSAGES" / f"{DOMAIN}.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(po.compiled(po.read(path)))
    return 0


def problems(language: str, found: list[po.Entry]) -> Iterator[str]:
    """What is wrong with one language's catalogue."""
    catalogue = po.read(FOLDER / f"{language}.po")
    entries = {e.key: e for e in catalogue.entries if not e.obsolete}
    for key in po.duplicates(catalogue.entries):
        yield f"{language}: stands twice: {key[1]!r}"
    for wanted in found:
        entry = entries.pop(wanted.key, None)
        if entry is None or entry.plural != wanted.plural:
            yield f"{language}: not collected (run: catalogues.py extract): {wanted.source!r}"
        elif not entry.is_done:
            yield f"{language}: not translated: {wanted.source!r}"
        else:
            forms = catalogue.plural_count if entry.plural else 1
            if len(entry.translated) != forms:
                yield f"{language}: needs {forms} forms: {wanted.source!r}"
            sources = {po.fields(entry.source), po.fields(entry.plural or entry.source)}
            if any(po.fields(text) not in sources for text in entry.translated):
                yield f"{language}: other fields than: {wanted.source!r}"
    for left in entries.values():
        yield f"{language}: no longer said (run: catalogues.py extract): {left.source!r}"


def check() -> int:
    """Tell every problem; 1 if there is one."""
    found = sentences(ROOT / "jp_trainer")
    told = [problem for language in PLURALS for problem in problems(language, found)]
    for line in told:
        say(line)
    return 1 if told else 0


def say(text: str) -> None:
    """One line for the person who runs this."""
    sys.stderr.write(text + "\n")


def main(words: list[str]) -> int:
    """Do what the one word says."""
    match words:
        case ["extract"]:
            return extract()
        case ["compile"]:
            return compile_all()
        case ["check"]:
            return check()
    say(__doc__ or "")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
