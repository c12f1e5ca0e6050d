"""English words for plans, hearsay, denial and absence."""

from events.extraction.cues.meaning import NOTHING, Meaning, Rows, Sort

MODES: Rows = (
    (
        Meaning(Sort.PLANNED, weight=0.3),
        "will, won't, shall, plans to, planned to, planning to, plan to, plans for, is set to, "
        "are set to, set to, is expected to, are expected to, is anticipated to, "
        "are anticipated to, is projected to, are projected to, is expected in, is expected by, "
        "expected to, is due to, are due to, was due to, were due to, had been due to, due to be, "
        "is due in, is due on, are due in, is due out, is scheduled to, scheduled to, "
        "scheduled for, is set for, are set for, was set for, were set for, slated to, "
        "slated for, aims to, aiming to, intends to, intend to, "
        "is going to, are going to, prepares to, preparing to, is preparing, hopes to, "
        "is poised to, is about to, in the works, on track to, is developing, are developing, "
        "is working on, are working on, is building, is considering, considering, weighs, "
        "is weighing, mulls, mulling, in talks to, in talks with, in early talks, "
        "in advanced talks, is in talks, are in talks, is exploring, eyes, is finalising, "
        "is finalizing, expects to, expect to, promised to, pledged to, vowed to, "
        "merger talks, acquisition talks, takeover talks, buyout talks, funding talks, deal talks, "
        "investment talks, partnership talks",
    ),
    (
        Meaning(Sort.PLANNED),
        "going to, hoping to, wants to, want to, "
        "is rumored to, is rumoured to, are rumored to, are rumoured to, "
        "poised to, about to, coming soon, upcoming, weighing, "
        "working on, in discussions, exploring, eyeing, looking to, seeks to, seeking to, "
        "seeking, ready to, it'll, we'll, they'll, he'll, would, by the end of, "
        "targeting a launch, targeting a release, targeting an ipo, targeting early, "
        "targeting late, targeting mid, targeting the end of, "
        "expected in, expected by, expected on, expected this, expected next, expected early, "
        "expected late, expected later, anticipated in, "
        "will have, will be able to, will need, "
        "is close to, are close to, was close to, is nearing, are nearing, nears, "
        "on the verge of, on the brink of, is expected, are expected, is anticipated, "
        "are anticipated, is planned, are planned, agreed to, later this year, "
        "in the coming weeks, in the coming months, to be",
    ),
    (
        Meaning(Sort.POSSIBLE),
        "may, might, could, possibly, potentially, likely, perhaps, as soon as, as early as, "
        "appears to, seems to",
    ),
    (
        Meaning(Sort.REPORTED),
        "reportedly, according to people familiar, people familiar with the matter, "
        "people familiar with, person familiar with, according to sources, "
        "according to a source, sources said, sources say, sources told, sources familiar, "
        "according to a report, according to the report, according to reports, "
        "according to bloomberg, according to reuters, according to the information, "
        "according to the new york times, according to the wall street journal, "
        "according to the financial times, according to cnbc, according to the verge, "
        "according to an internal memo, internal memo, according to a memo, memo seen by, "
        "documents seen by, is said to, are said to, was said to, said to be, report says, "
        "reports say, per bloomberg, per reuters, per the information, citing people, "
        "citing sources, citing a person, citing two people, the information reported, "
        "bloomberg reported, reuters reported, the verge reported, "
        "the wall street journal reported, the new york times reported, cnbc reported, "
        "the financial times reported, first reported, was told, has learned, have learned, "
        "who asked not to be identified, who asked not to be named, asked not to be identified, "
        "on condition of anonymity, declined to be named, insiders, "
        "sources have indicated, sources indicated, reports indicate, reports suggest, "
        "reports suggested, reports have surfaced, reports surfaced, reports have emerged, "
        "reports emerged, it was reported, it has been reported, "
        "it was first reported, is reported to, are reported to, was reported to, "
        "people briefed, person briefed, briefed on the matter, people with knowledge, "
        "people with direct knowledge, person with knowledge, with knowledge of the matter, "
        "with direct knowledge of, memo obtained by, email obtained by, documents obtained by, "
        "documents reviewed by, memo reviewed by, email seen by, emails seen by, "
        "according to axios, according to wired, according to business insider, "
        "according to semafor, according to techcrunch, according to politico, "
        "according to nikkei, according to the south china morning post, "
        "according to the washington post, according to the wsj, according to the ft, "
        "axios reported, wired reported, business insider reported, techcrunch reported, "
        "semafor reported, politico reported, nikkei reported, the wsj reported, "
        "the ft reported, the south china morning post reported, the washington post reported, "
        "the guardian reported, the times reported, bloomberg news reported, "
        "previously reported, per axios, per techcrunch, per cnbc, per the verge, "
        "per the new york times, per the wall street journal, per the financial times",
    ),
    (
        Meaning(Sort.RUMOURED),
        "is rumored to, is rumoured to, are rumored to, are rumoured to, "
        "rumored, rumoured, rumor, rumour, rumors, rumours, speculation, unconfirmed, leaked, "
        "leaker, leakers, leak suggests, apparently, allegedly, purported, purportedly",
    ),
    (
        Meaning(Sort.DENIED),
        "denied, denies, denying, not planned, is not planned, has no plans, have no plans, "
        "had no plans, no plans to, not true, untrue, false report, refuted, refutes, "
        "dismissed reports, dismissed the report, dismissed as, is not planning, "
        "are not planning, isn't planning, not planning to, no intention of, has no intention, "
        "not considering, fake news, rejected claims, disputed the report, ruled out, rules out",
    ),
    (
        Meaning(Sort.ABSENT),
        "has not, have not, had not, hasn't, haven't, hadn't, did not, didn't, does not, "
        "doesn't, do not, don't, is not, isn't, are not, aren't, was not, wasn't, were not, "
        "weren't, never, no longer, cannot, can't, couldn't, wouldn't, failed to, fails to, "
        "has yet to, have yet to, yet to, refused to, declined to, declines to, not yet, "
        "without, not immediately, unable to, neither, nor, stopped short, unlikely to, "
        "instead of, rather than, will not, would not, not",
    ),
    (
        Meaning(Sort.HYPOTHETICAL),
        "if, unless, whether, were to, would have, could have, should have, suppose, imagine, "
        "unclear, not yet clear, not immediately clear, not clear, isn't clear, "
        "remains to be seen, you might, you should, you could, "
        "check out, in case, what if, should, how to, wonder, hypothetically, had it, in theory, "
        "has the power to, have the power to, has the authority to, have the authority to, "
        "has the right to, have the right to, has the option to, have the option to, "
        "no word why, no word on, no indication, no sign that, no evidence that, "
        "historically, typically, usually, traditionally, normally, tends to, tend to, "
        "in previous years, in past years, all the time, i believe, i think, i expect, "
        "i suspect, i doubt, i hope, i guess, i predict, i'm sure, i am sure, i don't see, "
        "i don't think",
    ),
    (
        Meaning(Sort.DONE),
        "has, have, had, today, yesterday, just, already, now available, officially, "
        "earlier today, this morning",
    ),
)

PLAIN_MODES: Rows = (
    (
        NOTHING,
        "as if, even if, not only, not just, will of, free will, goodwill, at will, as well as, "
        "may 1, may 2, may 3, may 4, may 5, may 6, may 7, may 8, may 9, may 2024, may 2025, "
        "may 2026, in may, last may, this may, early may, mid-may, late may, by may, of may, "
        "since may, until may, next may, and may",
    ),
)
