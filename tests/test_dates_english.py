"""English date phrases in sentences of our own."""

from datetime import date

import pytest

from dates import find

BASE = date(2025, 5, 1)  # a Thursday

ABSOLUTE = [
    ("It shipped on March 24, 2025.", "2025-03-24"),
    ("It shipped on Monday, 24 March 2025.", "2025-03-24"),
    ("Filed the 3rd of November 2024.", "2024-11-03"),
    ("Filed on 14-Mar-2024 in court.", "2024-03-14"),
    ("Filed on 03/24/2025 in court.", "2025-03-24"),
    ("Filed on 24/03/2025 in court.", "2025-03-24"),
    ("It left beta in Sept. 2023.", "2023-09"),
    ("Research of the late 1990s.", "1997/1999"),
    ("The 2010s were different.", "201X"),
    ("CES 2025 opened its doors.", "2025"),
    ("Chips will follow in 2027.", "2027"),
]
RELATIVE = [
    ("Shares rose last night.", "2025-04-30"),
    ("It was fixed the day before yesterday.", "2025-04-29"),
    ("He left last Friday.", "2025-04-25"),
    ("He will speak next Tuesday.", "2025-05-06"),
    ("It happened two weeks ago.", "2025-04-14/2025-04-20"),
    ("It happened half a year ago.", "2024-11"),
    ("It happened a decade ago.", "2015"),
    ("It will happen in three months.", "2025-08"),
    ("It started in January of last year.", "2024-01"),
    ("It started last May.", "2024-05"),
    ("The week after next is busy.", "2025-05-12/2025-05-18"),
    ("It closed three days after April 10, 2025.", "2025-04-13"),
    ("A June launch is planned.", "2025-06"),
]
PARTS = [
    ("Revenue in Q3 2024 fell.", "2024-35"),
    ("The fourth quarter of 2024 was slow.", "2024-36"),
    ("Our 2H25 estimates are lower.", "2025-41"),
    ("The last quarter of 2024 was slow.", "2024-36"),
    ("In fiscal 2026 it will grow.", "2026~"),
    ("It comes in late 2025.", "2025-39"),
    ("It opened in mid-April.", "2025-04-11~/2025-04-20~"),
    ("It will open early next year.", "2026-37"),
    ("The winter of 2023-24 was mild.", "2023-24"),
    ("The first week of May 2025 was calm.", "2025-05-05/2025-05-11"),
    ("The last two weeks of 2024 were calm.", "2024-12-16/2024-12-29"),
    ("The first nine months of 2024 were calm.", "2024-01/2024-09"),
    ("The week of July 14, 2025 is free.", "2025-07-14/2025-07-20"),
]
RANGES = [
    ("The expo runs June 10–13.", "2025-06-10/2025-06-13"),
    ("The beta ran from March to May 2024.", "2024-03/2024-05"),
    ("They met between 7 and 9 April.", "2025-04-07/2025-04-09"),
    ("It ran from Dec. 26, 2024 to Jan. 3, 2025.", "2024-12-26/2025-01-03"),
    ("Since January 2024 prices fell.", "2024-01/.."),
    ("Few existed before 2020.", "../2019"),
    ("Over the past two weeks it rained.", "2025-04-17/2025-05-01"),
    ("In recent months it rained.", "2024-11-01~/2025-05-01"),
]
AHEAD = [
    ("It will ship within the next 12 to 18 months.", "2025-05-01/2026-11-01"),
    ("It must be fixed within 48 hours.", "2025-05-01/2025-05-03"),
    ("It will ship by the end of June.", "2025-05-01/2025-06-30"),
    ("It will ship by year-end.", "2025-05-01/2025-12-31"),
    ("It will ship no later than July 1.", "2025-05-01/2025-07-01"),
    ("It will ship later this year.", "2025-05-01/2025-12-31"),
    ("It will ship in the coming weeks.", "2025-05-01/2025-06-12~"),
]


@pytest.mark.parametrize(("text", "edtf"), [*ABSOLUTE, *RELATIVE, *PARTS, *RANGES, *AHEAD])
def test_it_reads_one_date(text: str, edtf: str) -> None:
    assert [match.value.edtf for match in find(text, BASE, "en")] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "The model may launch soon.", "They march on.", "Support is available 24/7.",
        "GPT-4.1 and Llama 3.3 70B were compared.", "The 28-year-old founder left.",
        "It used 2048 H800 GPUs.", "About 3/4 of users agree.", "It scored 79.8% on AIME 2024.",
        "See arXiv:2501.12948 for details.", "Version 1.5.31 is out.", "Monday.com rose.",
        "The checkpoint claude-3-5-sonnet-20241022 is old.", "gpt-4o-2024-08-06 is the default.",
        "See https://example.com/2025/03/14/news.html now.", "A three-year deal was signed.",
        "April Johnson and June Park spoke.", "Jan Leike spoke.", "2024-CV-01234 was filed.",
        "Between 2000 and 3000 people came.", "It meets every Monday.",
        "In 2000 tests the model failed.", "He came second.",
        "The second version is better.", "It took 14 days to train.", "February 30, 2025",
    ],
)  # fmt: skip
def test_what_is_no_date_stays_unread(text: str) -> None:
    assert find(text, BASE, "en") == []


def test_offsets_survive_letters_that_grow_in_lower_case() -> None:
    text = "İstanbul, May 5, 2025"
    (match,) = find(text, BASE, "en")
    assert text[match.start : match.end] == match.text == "May 5, 2025"


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [("他说May 2, 2024发布", "zh", "2024-05-02"), ("Dated 2024年4月3日 here", "en", "2024-04-03")],
)
def test_a_full_date_of_the_other_language_is_read(text: str, language: str, edtf: str) -> None:
    assert [match.value.edtf for match in find(text, BASE, language)] == [edtf]


@pytest.mark.parametrize(
    ("elsewhere", "edtf"),
    [
        ("on 25/03/2025", "2025-04-02"),
        ("on 03/25/2025", "2025-02-04"),
        ("then", "2025-02-04"),
        ("by the Labour centre", "2025-04-02"),
        ("by the labor center", "2025-02-04"),
        ("on 3 March", "2025-04-02"),
        ("on March 3", "2025-02-04"),
        ("on Monday 03/02/2025", "2025-04-02"),
        ("on Sunday 03/02/2025", "2025-02-04"),
    ],
)
def test_days_in_numbers_follow_the_custom_of_their_text(elsewhere: str, edtf: str) -> None:
    last = find(f"It was agreed {elsewhere} and begins on 02/04/2025.")[-1]
    assert last.value.edtf == edtf
