"""Say what is to be done in each part of a printed exam: in Japanese, and in the reader's language.

The instructions are our own; they ask for what the real test asks for.
"""

from jp_trainer.core.decks import Title
from jp_trainer.core.exam.items import ItemType

_ONE = "一[ひと]つえらんでください。"
_PASSAGE = Title(
    "Read the text and answer the questions.",
    "متن پڑھیں اور سوالوں کے جواب دیں۔",
    f"つぎの 文[ぶん]を 読[よ]んで、 質問[しつもん]に 答[こた]えてください。{_ONE}",
)
_BLANK = Title(
    "What fits into the blank?",
    "خالی جگہ میں کیا آئے گا؟",
    f"（　　）に 入[はい]るものはどれですか。{_ONE}",
)
_TALK = Title(
    "Listen, and choose the best answer to the question.",
    "سنیں اور سوال کا بہترین جواب چنیں۔",
    f"話[はなし]を 聞[き]いて、 質問[しつもん]に 答[こた]えてください。{_ONE}",
)
_CARE = Title(
    "Choose the best answer.",
    "بہترین جواب چنیں۔",
    f"質問[しつもん]に 答[こた]えてください。{_ONE}",
)

_OF: dict[ItemType, Title] = {
    ItemType.KANJI_READING: Title(
        "How is the underlined word read?",
        "خط کشیدہ لفظ کیسے پڑھا جاتا ہے؟",
        f"線[せん]のことばはどう 読[よ]みますか。{_ONE}",
    ),
    ItemType.ORTHOGRAPHY: Title(
        "How is the underlined word written?",
        "خط کشیدہ لفظ کیسے لکھا جاتا ہے؟",
        f"線[せん]のことばはどう 書[か]きますか。{_ONE}",
    ),
    ItemType.WORD_FORMATION: _BLANK,
    ItemType.CONTEXT: _BLANK,
    ItemType.PARAPHRASE: Title(
        "Which sentence means nearly the same as the underlined words?",
        "کون سا جملہ خط کشیدہ الفاظ کے قریب ترین معنی رکھتا ہے؟",
        f"線[せん]の 文[ぶん]とだいたい 同[おな]じ 意味[いみ]の 文[ぶん]はどれですか。{_ONE}",
    ),
    ItemType.USAGE: Title(
        "In which sentence is the word used rightly?",
        "کس جملے میں لفظ درست استعمال ہوا ہے؟",
        f"ことばの 使[つか]い 方[かた]がいいものはどれですか。{_ONE}",
    ),
    ItemType.GRAMMAR_FORM: _BLANK,
    ItemType.SENTENCE_ORDER: Title(
        "Put the pieces in order. Which one stands at ★?",
        "ٹکڑوں کو ترتیب دیں۔ ★ کی جگہ کون سا آئے گا؟",
        f"★に 入[はい]るものはどれですか。{_ONE}",
    ),
    ItemType.TEXT_GRAMMAR: Title(
        "Read the text. What fits into each numbered gap?",
        "متن پڑھیں۔ ہر نمبر والی خالی جگہ میں کیا آئے گا؟",
        f"文章[ぶんしょう]を 読[よ]んで、［ ］に 入[はい]るものを{_ONE}",
    ),
    ItemType.SHORT_PASSAGE: _PASSAGE,
    ItemType.MID_PASSAGE: _PASSAGE,
    ItemType.LONG_PASSAGE: _PASSAGE,
    ItemType.INTEGRATED_READING: _PASSAGE,
    ItemType.THEMATIC: _PASSAGE,
    ItemType.INFORMATION: Title(
        "Find what is asked for in the notice or table.",
        "اعلان یا جدول میں سے پوچھی گئی بات تلاش کریں۔",
        f"お 知[し]らせを 見[み]て、 質問[しつもん]に 答[こた]えてください。{_ONE}",
    ),
    ItemType.TASK: Title(
        "Hear the question first, then the talk. What is to be done?",
        "پہلے سوال سنیں، پھر گفتگو۔ کیا کرنا ہے؟",
        f"まず 質問[しつもん]を 聞[き]いて、それから 話[はなし]を 聞[き]いてください。{_ONE}",
    ),
    ItemType.KEY_POINT: Title(
        "Hear the question, read the answers, then hear the talk.",
        "سوال سنیں، جوابات پڑھیں، پھر گفتگو سنیں۔",
        "まず 質問[しつもん]を 聞[き]いてください。つぎに 答[こた]えを 読[よ]んで、それから "
        f"話[はなし]を 聞[き]いてください。{_ONE}",
    ),
    ItemType.OUTLINE: Title(
        "Hear the talk, then the question and the answers.",
        "گفتگو سنیں، پھر سوال اور جوابات۔",
        f"話[はなし]を 聞[き]いてから、 質問[しつもん]と 答[こた]えを 聞[き]いてください。{_ONE}",
    ),
    ItemType.VERBAL_EXPRESSION: Title(
        "Look at the picture and hear the scene. What do you say?",
        "تصویر دیکھیں اور منظر سنیں۔ آپ کیا کہیں گے؟",
        "絵[え]を 見[み]ながら 質問[しつもん]を 聞[き]いてください。"
        f"何[なん]と 言[い]いますか。{_ONE}",
    ),
    ItemType.QUICK_RESPONSE: Title(
        "Hear a sentence and three replies. Which reply fits?",
        "ایک جملہ اور اس کے جوابات سنیں۔ کون سا جواب مناسب ہے؟",
        f"文[ぶん]を 聞[き]いて、それから 返事[へんじ]を 聞[き]いてください。{_ONE}",
    ),
    ItemType.INTEGRATED_LISTENING: _TALK,
    ItemType.WORD_MEANING: Title(
        "Which word fits?", "کون سا لفظ درست ہے؟", f"合[あ]うことばはどれですか。{_ONE}"
    ),
    ItemType.WORD_USAGE: _BLANK,
    ItemType.KANJI_MEANING: Title(
        "What does the underlined word mean?",
        "خط کشیدہ لفظ کا کیا مطلب ہے؟",
        f"線[せん]のことばはどういう 意味[いみ]ですか。{_ONE}",
    ),
    ItemType.EXPRESSION: Title(
        "What is said here?", "یہاں کیا کہا جائے گا؟", f"何[なん]と 言[い]いますか。{_ONE}"
    ),
    ItemType.CONVERSATION: _TALK,
    ItemType.SERVICE: _TALK,
    ItemType.ANNOUNCEMENT: Title(
        "Hear the announcement and choose the best answer.",
        "اعلان سنیں اور بہترین جواب چنیں۔",
        f"放送[ほうそう]を 聞[き]いて、 質問[しつもん]に 答[こた]えてください。{_ONE}",
    ),
    ItemType.CARE_WORD: _CARE,
    ItemType.CARE_TALK: _CARE,
    ItemType.CARE_DOCUMENT: _PASSAGE,
    ItemType.TRUE_FALSE: Title(
        "Is the sentence true?",
        "کیا جملہ درست ہے؟",
        "文[ぶん]が 正[ただ]しいかどうか、えらんでください。",
    ),
    ItemType.JUDGEMENT: Title(
        "What is best done here?",
        "یہاں کیا کرنا سب سے بہتر ہے؟",
        f"どうするのがいちばんいいですか。{_ONE}",
    ),
}


def instruction(type: ItemType) -> Title:
    """For one part; the Japanese is bracket furigana."""
    return _OF[type]
