"""Say what a printed exam says beside its questions.

A paper has a language of its own, whichever the program speaks: an English screen prints for a
class that reads Urdu. So these words are not looked up in the catalogue of the running program;
they stand here in both languages.
"""

from dataclasses import dataclass

from jp_trainer.wording.catalogue import RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The words of one language; `{...}` are fields for `fill`."""

    language: str
    booklet: str
    answers: str
    key: str
    script: str
    form: str
    questions: str
    minutes: str
    section: str
    part: str
    name: str
    number: str
    date: str
    not_official: str
    rules: tuple[str, ...]
    heard_once: str
    heard_often: str
    fill_in: str
    same_numbers: str
    key_is: str
    order_is: str
    for_teacher: str
    asked: str
    scene: str
    narrator: str
    replies: str
    result: str
    candidate: str
    sat_on: str
    estimate: str
    band: str
    pass_mark: str
    chance: str
    level: str
    minimum: str
    by_section: str
    right_of: str
    ready: str
    not_yet: str
    too_close: str
    no_verdict: str
    assumed: str
    seal: str
    was_printed: str
    was_assisted: str
    points: str

    @property
    def right_to_left(self) -> bool:
        """Which way the language is written."""
        return self.language in RIGHT_TO_LEFT


_EN = PaperWords(
    language="en",
    booklet="Question booklet",
    answers="Answer sheet",
    key="Answers and explanations",
    script="Listening script",
    form="Form {form}",
    questions="Questions",
    minutes="Minutes",
    section="Section",
    part="Part {number}",
    name="Name",
    number="Number",
    date="Date",
    not_official="A practice paper of this app, not an official test.",
    rules=(
        "Do not open this booklet until you are told to begin.",
        "Mark your answers on the answer sheet; only they count.",
        "Choose one answer for each question. A wrong answer costs no more than none.",
        "You may write in this booklet.",
        "Hand in the booklet and the answer sheet at the end.",
    ),
    heard_once="Everything is heard once. What is not printed is heard.",
    heard_often="Everything may be heard {times} times. What is not printed is heard.",
    fill_in="Fill one circle for each question, completely. To change an answer, rub it out.",
    same_numbers="The numbers are those of the booklet; they begin anew in each section.",
    key_is="Right: {number}",
    order_is="Right order: {order}",
    for_teacher="For the teacher. Keep it away from candidates.",
    asked="Question",
    scene="Scene",
    narrator="Narrator",
    replies="Replies",
    result="Result of a mock exam",
    candidate="Candidate",
    sat_on="Sat on",
    estimate="Estimate: {points} of {most} points",
    band="With 95 % certainty between {low} and {high}.",
    pass_mark="The dashed line is the pass mark: {points} points.",
    chance="Chance of passing: {chance} %",
    level="Level: {level}",
    minimum="at least {points} needed",
    by_section="Sections",
    right_of="{right} of {asked} questions right",
    ready="Ready for the test.",
    not_yet="Not ready yet.",
    too_close="Too close to call.",
    no_verdict="There is no verdict: too few questions count, or help was taken.",
    assumed="No exam publishes how answers become points; the map used here is assumed.",
    seal="Seal of this sitting: {seal}",
    was_printed="Sat on paper; the answers were typed in.",
    was_assisted="Help was taken that the real test does not give.",
    points="{points} of {most} points",
)

_UR = PaperWords(
    language="ur",
    booklet="سوالات کا کتابچہ",
    answers="جوابی پرچہ",
    key="درست جوابات اور وضاحتیں",
    script="سنے جانے والے متن",
    form="پرچہ {form}",
    questions="سوالات",
    minutes="منٹ",
    section="حصہ",
    part="جزو {number}",
    name="نام",
    number="نمبر",
    date="تاریخ",
    not_official="یہ اس ایپ کا مشقی پرچہ ہے، سرکاری امتحان نہیں۔",
    rules=(
        "جب تک شروع کرنے کو نہ کہا جائے، کتابچہ نہ کھولیں۔",
        "جواب جوابی پرچے پر لگائیں؛ صرف وہی گنے جائیں گے۔",
        "ہر سوال کا ایک جواب چنیں۔ غلط جواب پر خالی چھوڑنے سے زیادہ نقصان نہیں ہوتا۔",
        "آپ اس کتابچے میں لکھ سکتے ہیں۔",
        "آخر میں کتابچہ اور جوابی پرچہ دونوں واپس کریں۔",
    ),
    heard_once="سب کچھ ایک بار سنایا جائے گا۔ جو چھپا نہیں، وہ سنایا جائے گا۔",
    heard_often="سب کچھ {times} بار سنا جا سکتا ہے۔ جو چھپا نہیں، وہ سنایا جائے گا۔",
    fill_in="ہر سوال کے لیے ایک دائرہ پورا بھریں۔ جواب بدلنا ہو تو پہلا نشان مٹا دیں۔",
    same_numbers="نمبر وہی ہیں جو کتابچے میں ہیں؛ ہر حصے میں نئے سرے سے شروع ہوتے ہیں۔",
    key_is="درست: {number}",
    order_is="درست ترتیب: {order}",
    for_teacher="صرف استاد کے لیے۔ امیدواروں سے دور رکھیں۔",
    asked="سوال",
    scene="منظر",
    narrator="راوی",
    replies="جوابات",
    result="مشقی امتحان کا نتیجہ",
    candidate="امیدوار",
    sat_on="امتحان کی تاریخ",
    estimate="اندازہ: {most} میں سے {points} نمبر",
    band="95 فیصد یقین کے ساتھ {low} اور {high} کے درمیان۔",
    pass_mark="ٹوٹی ہوئی لکیر کامیابی کی حد ہے: {points} نمبر۔",
    chance="کامیابی کا امکان: {chance} فیصد",
    level="سطح: {level}",
    minimum="کم از کم {points} ضروری",
    by_section="حصے",
    right_of="{asked} میں سے {right} سوال درست",
    ready="امتحان کے لیے تیار۔",
    not_yet="ابھی تیار نہیں۔",
    too_close="فیصلہ کرنا مشکل ہے۔",
    no_verdict="کوئی فیصلہ نہیں: گنے جانے والے سوال بہت کم ہیں، یا مدد لی گئی۔",
    assumed="کوئی امتحان نہیں بتاتا کہ نمبر کیسے بنتے ہیں؛ یہ حساب ہمارا مفروضہ ہے۔",
    seal="اس امتحان کی مہر: {seal}",
    was_printed="امتحان کاغذ پر دیا گیا؛ جوابات بعد میں درج کیے گئے۔",
    was_assisted="ایسی مدد لی گئی جو اصل امتحان میں نہیں ملتی۔",
    points="{most} میں سے {points} نمبر",
)


def paper_words(language: str) -> PaperWords:
    """The words of a paper in Urdu, or else in English."""
    return _UR if language == "ur" else _EN


NOT_OFFICIAL = {
    "en": "An estimate by this app, not an official score.",
    "ur": "یہ اس ایپ کا اندازہ ہے، سرکاری نتیجہ نہیں۔",
}
"""Stands on every printed result."""
