"""What is printed of a paper is read back from the PDF."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from jp_trainer.core.decks import Title
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.items import (
    Item,
    ItemType,
    Line,
    Option,
    Spoken,
    Stimulus,
    StimulusKind,
    Testlet,
)
from jp_trainer.core.exam.papers import Paper, PaperSection
from jp_trainer.services import exam_results, sitting
from jp_trainer.services.exam_print import ALL_PARTS, PrintPart, save_booklet
from jp_trainer.services.printed_sitting import enter_sheet
from jp_trainer.services.result_print import save_result
from jp_trainer.typeset.errors import PdfNotWritten
from jp_trainer.wording.exam_instructions import instruction
from jp_trainer.wording.exam_print import paper_words
from tests.examples import School
from tests.papers import a_blueprint, a_paper, an_item

pytestmark = pytest.mark.usefixtures("qapp")


def text_of(path: Path) -> str:
    """All that can be read in a PDF, without spaces: ruby and columns part words.

    In NFKC, for some kanji come back as the radicals they look like.
    """
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    pages = range(document.pageCount())
    text = "".join(document.getAllText(page).text() for page in pages)
    return "".join(unicodedata.normalize("NFKC", text).split())


def in_kana(item: Item, sign: str) -> Item:
    """Its options as アいいい, アろろろ, アははは: kana are read back from a PDF as they are."""
    options = tuple(Option(sign + kana * 3) for kana in "いろは")
    return replace(item, options=options)


def the_paper() -> Paper:
    """Options begin with ア, イ, ... in the order of the questions."""
    signs = iter("アイウエオカキク")
    paper = a_paper()
    sections = tuple(
        PaperSection(
            section.id,
            tuple(
                replace(each, items=tuple(in_kana(item, next(signs)) for item in each.items))
                for each in section.testlets
            ),
        )
        for section in paper.sections
    )
    return replace(paper, sections=sections)


def printed(
    school: School,
    path: Path,
    part: PrintPart,
    paper: Paper | None = None,
    blueprint: Blueprint | None = None,
    *,
    language: str = "en",
) -> str:
    file = path / f"{part}-{language}.pdf"
    save_booklet(
        school.app,
        blueprint or a_blueprint(),
        paper or the_paper(),
        file,
        parts=(part,),
        language=language,
    )
    return text_of(file)


def a_paper_with(*script: Testlet) -> Paper:
    paper = a_paper()
    return replace(paper, sections=(PaperSection("script", script), paper.sections[1]))


def test_a_folder_gets_a_file_for_each_part(school: School, tmp_path: Path) -> None:
    saved = save_booklet(school.app, a_blueprint(), a_paper(), tmp_path)

    names = [each.path.name for each in saved]
    assert names == [f"small-2026-a-{part}.pdf" for part in ALL_PARTS]
    assert all(each.pages > 0 for each in saved)


def test_one_file_holds_all_parts(school: School, tmp_path: Path) -> None:
    file = tmp_path / "all.pdf"

    (saved,) = save_booklet(school.app, a_blueprint(), a_paper(), file)

    text = text_of(file)
    for words in ("Questionbooklet", "Answersheet", "Answersandexplanations", "Listeningscript"):
        assert words in text
    assert saved.pages > 4


def test_a_booklet_shows_the_questions_but_not_what_is_heard_nor_the_key(
    school: School, tmp_path: Path
) -> None:
    text = printed(school, tmp_path, PrintPart.BOOKLET)

    assert "Asmalltest" in text
    assert "FormA" in text
    assert "へ行きます" in text
    for sign in "アイウエオカキク":  # the answers of a talk are printed
        assert [sign + kana * 3 in text for kana in "いろは"] == [True] * 3
    assert "はどこですか" not in text  # the talk is not
    assert "Because" not in text


def test_a_heard_question_and_heard_replies_are_left_unsaid(school: School, tmp_path: Path) -> None:
    replies = tuple(Option(f"はい{n}です", kana="ハイ", voice="f1") for n in range(1, 4))
    item = an_item(
        "q1",
        ItemType.QUICK_RESPONSE,
        stimulus="q",
        stem="きこえるしつもん",
        stem_kana="キコエル",
        options=replies,
    )
    clip = Stimulus("q", 1, StimulusKind.CLIP, situation=Spoken("ばめんです", "バメンデス"))
    paper = a_paper_with(Testlet((item,), clip))
    blueprint = a_blueprint()
    heard = replace(blueprint.sections[0], max_plays=1)
    blueprint = replace(blueprint, sections=(heard, blueprint.sections[1]))

    booklet = printed(school, tmp_path, PrintPart.BOOKLET, paper, blueprint)
    script = printed(school, tmp_path, PrintPart.SCRIPT, paper, blueprint)

    for words in ("きこえるしつもん", "はい2です", "ばめんです"):
        assert words not in booklet
        assert words in script
    assert "Everythingisheardonce" in booklet


def test_passages_and_tables_are_printed_with_their_gaps(school: School, tmp_path: Path) -> None:
    rows = (("名前[なまえ]", "時間[じかん]"), ("アリ", "九時[くじ]"))
    table = Stimulus("t", 1, StimulusKind.TABLE, "きょうの よてい", "あさ{1}です。", rows)
    items = (an_item("g1", ItemType.TEXT_GRAMMAR, stimulus="t", stem="{1}"),)

    text = printed(school, tmp_path, PrintPart.BOOKLET, a_paper_with(Testlet(items, table)))

    for words in ("きょうの", "名前", "アリ", "九時", "[1]"):
        assert words in text


def test_the_english_question_is_printed_only_where_the_real_test_prints_it(
    school: School, tmp_path: Path
) -> None:
    item = an_item("e1", statement=Title("Which reading?", "کون سا؟"))
    paper = a_paper_with(Testlet((item,)))
    helped = replace(a_blueprint(), help_languages=("en",))

    assert "Whichreading?" not in printed(school, tmp_path, PrintPart.BOOKLET, paper)
    assert "Whichreading?" in printed(school, tmp_path, PrintPart.BOOKLET, paper, helped)


def test_the_key_has_each_right_answer_and_why(school: School, tmp_path: Path) -> None:
    text = printed(school, tmp_path, PrintPart.KEY)

    assert text.count("Because.") == 8
    for sign, right in zip("アイウエオカキク", "ろはいろいいいい", strict=True):
        assert [sign + kana * 3 in text for kana in "いろは"] == [
            kana == right for kana in "いろは"
        ]


def test_a_key_explains_in_the_languages_asked_for(school: School, tmp_path: Path) -> None:
    file = tmp_path / "key.pdf"
    save_booklet(
        school.app,
        a_blueprint(),
        a_paper(),
        file,
        parts=(PrintPart.KEY,),
        language="ur",
        explained=("en", "ur"),
    )

    assert text_of(file).count("Because.") == 8
    assert b"NotoNaskhArabic" in file.read_bytes()
    alone = printed(school, tmp_path, PrintPart.KEY, language="ur")
    assert "Because." not in alone


def test_the_order_of_pieces_is_told_in_the_key(school: School, tmp_path: Path) -> None:
    item = an_item(
        "o1", ItemType.SENTENCE_ORDER, pieces=(3, 1, 2), star=2, stem="＿＿　＿★＿　＿＿"
    )

    text = printed(school, tmp_path, PrintPart.KEY, a_paper_with(Testlet((item,))))

    assert "Rightorder:3" in text


def test_the_script_says_who_speaks_and_what(school: School, tmp_path: Path) -> None:
    lines = (Line("f1", "はじめまして。", "ハ", who="サナ"), Line("narrator", "おわり。", "オ"))
    talk = Stimulus("t", 1, StimulusKind.CLIP, script=lines)
    items: tuple[Item, ...] = (an_item("c", ItemType.CONVERSATION, stimulus="t"),)
    paper = a_paper()
    paper = replace(
        paper, sections=(paper.sections[0], PaperSection("listening", (Testlet(items, talk),)))
    )

    text = printed(school, tmp_path, PrintPart.SCRIPT, paper)

    assert "サナはじめまして。" in text
    assert "Narratorおわり。" in text
    assert "へ行きます" not in text


def test_a_paper_without_sound_has_no_script(school: School, tmp_path: Path) -> None:
    silent = a_blueprint(max_plays=0)

    saved = save_booklet(school.app, silent, a_paper(), tmp_path)

    assert not any(PrintPart.SCRIPT in each.path.name for each in saved)


def test_the_answer_sheet_has_a_circle_for_each_answer(school: School, tmp_path: Path) -> None:
    text = printed(school, tmp_path, PrintPart.ANSWERS)

    for words in ("Name", "Date", "Script", "Listening"):
        assert words in text
    assert [text.count(digit) for digit in "23"] == [8 + 2, 8 + 2]


def test_a_folder_that_is_not_there_is_an_error(school: School, tmp_path: Path) -> None:
    with pytest.raises(PdfNotWritten):
        save_booklet(school.app, a_blueprint(), a_paper(), tmp_path / "none" / "a.pdf")


def test_every_type_has_an_instruction_in_three_languages() -> None:
    for type in ItemType:
        asked = instruction(type)
        assert asked.en
        assert asked.ur
        assert asked.ja.endswith("ください。")


def test_a_paper_has_all_its_words_in_urdu() -> None:
    english, urdu = paper_words("en"), paper_words("ur")

    for name in english.__dataclass_fields__:
        assert getattr(english, name) != getattr(urdu, name)
    assert paper_words("ja") == english
    assert urdu.right_to_left


def test_a_result_is_printed_as_an_estimate_and_never_as_a_score(
    school: School, tmp_path: Path
) -> None:
    state = enter_sheet(school.app, school.trainee, a_blueprint(), a_paper(), "2312 1111")
    result = exam_results.result(school.app, school.trainee, state.id)

    for language in ("en", "ur"):
        file = tmp_path / f"{language}.pdf"
        pages = save_result(school.app, file, result, person="Amina", language=language)
        text = text_of(file)
        assert pages == 1
        assert "AnestimatebythisApp,notanofficialscore.".lower() in text.lower()
        assert "Amina" in text
    english = text_of(tmp_path / "en.pdf")
    assert f"{result.estimate.total.mean:.0f}of250points" in english  # type: ignore[union-attr]
    assert "Sealofthissitting" in english
    assert "Satonpaper" in english


def test_a_sitting_without_an_estimate_prints_none(school: School, tmp_path: Path) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    result = exam_results.result(school.app, school.trainee, begun.id)
    file = tmp_path / "result.pdf"

    save_result(school.app, file, result)

    text = text_of(file)
    assert "Estimate:" not in text
    assert "Thereisnoverdict" in text


def test_no_chance_is_printed_for_few_items_and_no_estimate_where_none_counts(
    school: School, tmp_path: Path
) -> None:
    texts = []
    for name in ("first.pdf", "again.pdf"):
        state = enter_sheet(school.app, school.trainee, a_blueprint(), a_paper(), "2312 1111")
        result = exam_results.result(school.app, school.trainee, state.id)
        save_result(school.app, tmp_path / name, result)
        texts.append(text_of(tmp_path / name))
        school.clock.sleep(1)

    assert ["Estimate:" in text for text in texts] == [True, False]
    assert not any("Chanceofpassing" in text for text in texts)
