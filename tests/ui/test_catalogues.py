import gettext
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(TOOLS)
    return __import__("catalogues")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A package with one sentence of each kind."""
    package = tmp_path / "program"
    package.mkdir()
    (package / "screen.py").write_text(
        'a = _("Start")\nb = ngettext("{n} word", "{n} words", n)\n'
        'c = pgettext("month", "May")\nd = later("Today")\ne = _(title)\n',
        encoding="utf-8",
    )
    return package


def test_sentences_are_found_in_the_source_in_their_order(tools: ModuleType, source: Path) -> None:
    found = tools.sentences(source)

    assert [(e.context, e.source, e.plural) for e in found] == [
        ("", "Start", ""),
        ("", "{n} word", "{n} words"),
        ("month", "May", ""),
        ("", "Today", ""),
    ]
    assert found[0].references == ["program/screen.py"]


@pytest.mark.parametrize(
    "line", ['_(f"{n} words")', 'ngettext(one, "{n}", n)', 'pgettext(c, "May")']
)
def test_a_sentence_no_translator_would_see_is_refused(
    tools: ModuleType, source: Path, line: str
) -> None:
    (source / "bad.py").write_text(f"a = {line}\n", encoding="utf-8")

    with pytest.raises(tools.SentenceError, match=r"bad\.py:1"):
        tools.sentences(source)


def test_merging_keeps_translations_and_marks_what_is_no_longer_said(
    tools: ModuleType, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools, "FOLDER", tmp_path)
    (tmp_path / "ur.po").write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        '# said by hand\nmsgid "Start"\nmsgstr "شروع"\n\n'
        'msgid "Gone"\nmsgstr "گیا"\n\nmsgid "Never done"\nmsgstr ""\n',
        encoding="utf-8",
    )

    catalogue = tools.merged("ur", tools.sentences(source))
    tools.po.write(tmp_path / "ur.po", catalogue)
    again = tools.po.read(tmp_path / "ur.po")

    by_source = {e.source: e for e in again.entries}
    assert by_source["Start"].translated == ["شروع"]
    assert by_source["Start"].comments == ["# said by hand"]
    assert by_source["Gone"].obsolete
    assert "Never done" not in by_source
    assert by_source["{n} word"].translated == ["", ""]


def test_what_is_compiled_is_what_gettext_reads(tools: ModuleType, tmp_path: Path) -> None:
    entry = tools.po.Entry
    entries = [
        entry("Start", translated=["شروع\nکریں"]),
        entry("May", context="month", translated=["مئی"]),
        entry("{n} word", "{n} words", translated=["{n} لفظ", "{n} الفاظ"]),
        entry("Open", translated=[""]),
        entry('a "quoted" one\\', translated=["ایک"]),
    ]
    header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    tools.po.write(tmp_path / "ur.po", tools.po.Catalogue(header, entries))

    tools.compile_all(tmp_path)
    read = gettext.translation("jp_trainer", tmp_path, ["ur"])

    assert read.gettext("Start") == "شروع\nکریں"
    assert read.pgettext("month", "May") == "مئی"
    assert read.ngettext("{n} word", "{n} words", 1) == "{n} لفظ"
    assert read.ngettext("{n} word", "{n} words", 5) == "{n} الفاظ"
    assert read.gettext("Open") == "Open"
    assert read.gettext('a "quoted" one\\') == "ایک"


def test_a_faulty_line_is_named(tools: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "ur.po").write_text('msgid "a"\nmsgstr "b\n', encoding="utf-8")

    with pytest.raises(tools.po.PoError, match=r"ur\.po:2"):
        tools.po.read(tmp_path / "ur.po")


@pytest.mark.parametrize("language", ["ur", "ja"])
def test_every_sentence_of_the_program_is_translated(tools: ModuleType, language: str) -> None:
    found = tools.sentences(tools.ROOT / "jp_trainer")

    assert list(tools.problems(language, found)) == []
