"""English clauses that only sound like news, and verbs that need their object to be news."""

import pytest

from events.extraction.cues.lexicon import english
from events.models.vocabulary import EventKind, Status
from tests.extraction import candidate, candidates


@pytest.mark.parametrize(
    "text",
    [
        "Google sells chips to anyone who asks.",
        "OpenAI pulled off a small wonder.",
        "After Altman left, OpenAI was a calmer place.",
        "The AI industry took a turn this week.",
        "Last month I released a toy that talks to GPT-5.",
        "OpenAI has become a household name.",
        "OpenAI works around the rules.",
        "It is not clear whether OpenAI will release GPT-5.",
        "OpenAI is the fastest, suggesting Google may have delayed Gemini until 2026.",
        "Few big labs have released anything like GPT-5.",
        "OpenAI is focusing on tools that merge others to create GPT-5.",
        "The EU has the power to seek an order that would require OpenAI to block GPT-5.",
        "Google must sell Chrome to OpenAI.",
        "Fans wait for the widely anticipated launch of GPT-5.",
        "The EU reviews investments of OpenAI in the states.",
        "A new office could help OpenAI through the departure of its staff.",
        "GPT-5 will have a steady stream of data.",
        "Under the strategic partnership of old, OpenAI and Google are fine.",
        "Concerns that OpenAI could replace GPT-5 are back.",
        "GPT-5 offers a calmer voice.",
        "Historically, Google released Gemini in May.",
        "I think OpenAI will release GPT-5.",
        "It is hard to cancel GPT-5.",
        "Its released models made OpenAI a household name.",
        "How it works: OpenAI uses Claude 4 to create bulleted summaries.",
        "Meta's growth is due to increased spending.",
        "OpenAI left a lasting impression on Google.",
        "OpenAI's offer matches analysts' sums for Chrome.",
        "Sam Altman writes a book about OpenAI.",
        "Teens use chatbots that are built on tools integrated in Google.",
    ],
)
def test_what_only_sounds_like_news_is_none(text: str) -> None:
    assert candidates(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("OpenAI sold its chip unit.", EventKind.ACQUISITION),
        ("Sam Altman became chief executive of OpenAI.", EventKind.ORGANIZATION),
        ("OpenAI held a conference in Paris.", EventKind.CONFERENCE),
        ("Google blocked OpenAI from its servers.", EventKind.PAUSE),
        ("Meta laid people off while simultaneously poaching others.", EventKind.ORGANIZATION),
    ],
)
def test_a_verb_with_its_object_tells_of_an_event(text: str, kind: EventKind) -> None:
    assert candidates(text)[-1].kind == kind


def test_words_quoted_inside_a_sentence_are_somebody_elses() -> None:
    (found,) = candidates('Sam Altman said Google "stole the show" with Gemini.')
    assert found.kind is EventKind.STATEMENT


@pytest.mark.parametrize(
    "text",
    [
        '"OpenAI must do it. OpenAI will do it," Sam Altman said.',
        '"I remember that I had to leave Google," Sam Altman said.',
        '"After our seed round in 2020, a long sleep," Sam Altman said.',
    ],
)
def test_what_is_only_spoken_of_in_a_quotation_is_no_event(text: str) -> None:
    assert [found.kind for found in candidates(text)] == [EventKind.STATEMENT]


@pytest.mark.parametrize(
    "text",
    [
        "Meta bought DeepSeek, one executive said in an interview.",
        "Meta bought DeepSeek, Reuters reported citing two people.",
    ],
)
def test_whose_news_it_is_is_no_event_beside_it(text: str) -> None:
    assert candidate(text).kind is EventKind.ACQUISITION


def test_a_list_of_partners_is_no_partnership() -> None:
    found = candidates("OpenAI banned GPT-5 at home, Google, and Nvidia partners.")
    assert EventKind.PARTNERSHIP not in [one.kind for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "OpenAI is close to finalising a $40 billion funding round.",
        "OpenAI expects its takeover of Acme to close in June.",
        "A second tranche of $3 billion for OpenAI is expected later this year.",
    ],
)
def test_what_is_nearly_done_is_planned(text: str) -> None:
    assert candidates(text)[-1].status is Status.PLANNED


def test_what_a_plan_only_names_is_out() -> None:
    found = candidate("Users will be moved to a GPT-5 app the company released last year.")
    assert (found.status, str(found.date)) == (Status.HAPPENED, "2024")


def test_a_bill_that_was_signed_is_no_condition_for_its_if() -> None:
    text = "The governor signed a bill on Tuesday that fines OpenAI, if it does not comply."
    assert candidate(text).kind is EventKind.POLICY


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("OpenAI raised $40 billion on Tuesday, up from $6 billion a year ago.", "2025-06-10"),
        ("In May, Google admitted the April leak.", "2025-05"),
        ("In May, Google said that Gemini would get faster.", "2025-05"),
    ],
)
def test_what_is_measured_or_named_by_a_date_is_not_dated_by_it(text: str, edtf: str) -> None:
    assert str(candidate(text).date) == edtf


def test_what_describes_the_actor_does_not_date_the_act() -> None:
    text = "Anthropic, the start-up that raised $3 billion in March, has laid off ten people."
    round_, cuts = candidates(text)
    assert (str(round_.date), "2025-06" in str(cuts.date)) == ("2025-03", True)


def test_fiscal_quarters_tell_no_months() -> None:
    text = "Google reported revenue of $70 billion for its fiscal first quarter of 2025."
    assert "2025-06" in str(candidate(text).date)


def test_two_people_who_leave_are_two_events() -> None:
    text = "Ana Berg left OpenAI in May for GPT-5 work. Tom Ulrich left OpenAI over GPT-5."
    assert len(candidates(text)) == 2


def test_one_move_of_a_share_is_told_once() -> None:
    found = candidate("Intel shares rose 3.1% and ended at a high of $27 on Monday.")
    assert str(found.date) == "2025-06-09"


def test_what_others_will_do_is_only_said() -> None:
    found = candidate("Nvidia executives said on Tuesday the shortage will continue.")
    assert found.kind is EventKind.STATEMENT


def test_a_turnover_that_rises_is_no_move_of_the_market() -> None:
    found = candidate("Nvidia said on Tuesday its revenue rose 20% to $40 billion.")
    assert found.kind is EventKind.ANNOUNCEMENT


def test_what_any_user_may_meet_is_none() -> None:
    assert candidates("When a user deletes GPT-5, OpenAI removes its memory.") == []


def test_what_somebody_expects_has_not_happened() -> None:
    found = candidate("OpenAI expects GPT-5 to hit one billion users by the end of 2025.")
    assert found.status is Status.PLANNED


def test_the_month_of_a_date_is_no_possibility() -> None:
    assert not [hit.word for hit in english().find("on may 16 and may 1") if hit.word == "may"]
