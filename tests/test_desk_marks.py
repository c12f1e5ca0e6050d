"""Marks over a text: whatever overlaps, every character is drawn once."""

from hypothesis import given
from hypothesis import strategies as st

from events.desk.marks import Mark, MarkKind, Stretch, laid_out
from events.desk.passages import LONGEST_QUOTE, Passage, between, found, quotable
from sources.reading import Section, SectionKind

TEXT = "Northwind releases Aurora in May."


def stretches(text: str, *marks: Mark) -> list[Stretch]:
    return [piece for part in laid_out(text, (), marks) for line in part.lines for piece in line[1]]


def test_marks_that_overlap_become_flat_stretches() -> None:
    name = Mark(0, 9, MarkKind.ENTITY, "Northwind")
    passage = Mark(0, 25, MarkKind.PASSAGE, proposal=7)
    trigger = Mark(10, 18, MarkKind.TRIGGER)
    drawn = [(piece.text, piece.kinds) for piece in stretches(TEXT, passage, trigger, name)]
    assert drawn == [
        ("Northwind", ("entity", "passage")),
        (" ", ("passage",)),
        ("releases", ("passage", "trigger")),
        (" Aurora", ("passage",)),
        (" in May.", ()),
    ]


def test_a_passage_begins_once_and_is_known_wherever_it_runs() -> None:
    marks = [Mark(0, 25, MarkKind.PASSAGE, proposal=7), Mark(10, 18, MarkKind.TRIGGER)]
    assert [piece.begins for piece in stretches(TEXT, *marks)] == [(7,), (), (), ()]
    assert [piece.proposals for piece in stretches(TEXT, *marks)] == [(7,), (7,), (7,), ()]


def test_the_shorter_of_two_passages_comes_first() -> None:
    marks = [Mark(0, 25, MarkKind.PASSAGE, proposal=1), Mark(0, 9, MarkKind.PASSAGE, proposal=2)]
    assert stretches(TEXT, *marks)[0].begins == (2, 1)


def test_one_mark_given_twice_ends_like_one() -> None:
    mark = Mark(0, 9, MarkKind.ENTITY, "Northwind")
    assert [piece.kinds for piece in stretches(TEXT, mark, mark)] == [("entity",), ()]


def test_offsets_outside_the_text_are_cut_off() -> None:
    marks = [Mark(-5, 9, MarkKind.DATE), Mark(30, 99, MarkKind.CUE), Mark(50, 60, MarkKind.CUE)]
    assert [piece.kinds for piece in stretches(TEXT, *marks)] == [("date",), (), ("cue",)]


def test_sections_become_parts_and_what_lies_between_is_body() -> None:
    text = "Title\nSummary\nBody"
    sections = [Section(SectionKind.MACHINE_SUMMARY, 6, 13), Section(SectionKind.TITLE, 0, 5)]
    parts = laid_out(text, sections, ())
    assert [(part.kind, part.lines[0].stretches[0].text) for part in parts] == [
        ("title", "Title"),
        ("machine_summary", "Summary"),
        ("body", "Body"),
    ]


def test_a_mark_goes_on_over_the_end_of_a_line() -> None:
    parts = laid_out("one\n\ntwo", (), [Mark(0, 8, MarkKind.PASSAGE, proposal=1)])
    assert [line.start for line in parts[0].lines] == [0, 5]
    assert all(line.stretches[0].kinds == ("passage",) for line in parts[0].lines)


@given(
    st.text("ab \n", max_size=40),
    st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=8),
)
def test_no_character_is_lost_or_drawn_twice(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(*span, MarkKind.PASSAGE, proposal=index) for index, span in enumerate(spans)]
    pieces = stretches(text, *marks)
    assert "".join(piece.text for piece in pieces) == text.replace("\n", "")
    assert all(text.startswith(piece.text, piece.start) for piece in pieces)


def test_a_passage_has_no_white_space_around_it() -> None:
    assert between("  said so \n", 0, 11) == Passage("said so", 2, 9)
    assert between("   ", 0, 3) is None
    assert between("abc", 2, 1) is None


def test_words_copied_from_the_page_are_found_over_line_ends() -> None:
    assert found("It was\n\nlate  today.", "was late today") == Passage("was\n\nlate  today", 3, 19)
    assert found("It was late.", "was early") is None
    assert found("a(b", "(b") == Passage("(b", 1, 3)


def test_a_long_passage_is_quoted_by_its_first_sentences() -> None:
    sentence = "北风实验室发布了极光三号模型。"
    passage = Passage(sentence * 100, 5, 5 + len(sentence) * 100)
    quote = quotable(passage)
    assert quote.text == sentence * (LONGEST_QUOTE // len(sentence))
    assert (quote.start, quote.end) == (5, 5 + len(quote.text))


def test_a_sentence_without_an_end_is_cut_hard() -> None:
    assert len(quotable(Passage("x" * 3000, 0, 3000)).text) == LONGEST_QUOTE
