"""English: the rules. One line each: what is written, an example, what it means.

Text arrives in lower case. Groups are explained in `build`.
"""

import re

from dates.phrases import bare, periods, spans
from dates.phrases import build as b
from dates.phrases import operators as o
from dates.phrases.context import english_direction
from dates.phrases.en_words import FRAGMENTS, WORDS, lower, places
from dates.phrases.grammar import Grammar, Operator, Rule, Sign
from dates.phrases.levels import Level

NEGATIVES = (
    Rule(r"24/7|7/24|9/11|50/50", "24/7"),
    Rule(
        r"(?:monday|friday)\.com|friday the 13th|(?:usa|psychology) today|today show",
        "Monday.com",
    ),
    Rule(r"[0-9]+[- ]?(?:year|month|week|day|hour)s?[- ]old\b", "28-year-old"),
    Rule(
        r"(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh) (?:straight |consecutive )?(?:quarter|half|year|month|week|day) (?:in a row|running|straight)",
        "the second quarter in a row",
    ),
    Rule(
        r"(?:within |in |over |for )?(?:an? |the )?[0-9]{1,3}-(?:day|week|month|hour) (?:[a-z-]+ )?(?:window|trial|limit|notice|guarantee|policy|rule)\b",
        "a 90-day return window",
    ),
    Rule(
        r"(?:first|second|third|fourth|next|last|final)[- ](?:place|party|person|world|round|generation|time|class|step|largest|biggest|one|few lines)",
        "third-party",
    ),
    Rule(r"may (?:not |also |well |be |have |never |still |even |only |soon )", "may not be"),
    Rule(
        r"sun (?:microsystems|valley|tzu)|jan (?:leike|hatzius)|april o'|spring (?:boot|framework|cleaning)|the fall of (?!20|19|this|last|next)|march madness",
        "Jan Leike",
    ),
)

# days in digits and signs
_MM, _DD = "(?P<m>1[0-2]|0?[1-9])", "(?P<d>3[01]|[12][0-9]|0?[1-9])"
_Y4, _END = "(?P<y>(?:19|20)[0-9]{2}|2100)", r"(?![\w/]|[.-][0-9])"
_SLASHED = r"(?![\w/]|\.[0-9]|-[0-9](?![0-9]?/[0-9]))"
_T = r"(?:t[0-9:.]{4,15}(?:z|[+-][0-9:]{4,5})?)?"
NUMERIC = (
    Rule(_Y4 + r"-(?P<m>[0-9]{1,2})-" + _DD + _T + _END, "2025-05-01T00:03:17Z", b.point),
    Rule(_Y4 + r"[/.](?P<m>[0-9]{1,2})[/.]" + _DD + _END, "2025/7/15", b.point),
    Rule(r"{wx}(?P<m>1[0-2]|0?[1-9])/" + _DD + "/(?:" + _Y4 + "|(?P<yy>[0-9]{2}))" + _SLASHED, "02/29/2024", bare.numbered_day),
    Rule(r"{wx}" + _DD + r"[/](?P<m>1[0-2]|0?[1-9])/(?:" + _Y4 + "|(?P<yy>[0-9]{2}))" + _SLASHED, "27/06/2025", b.point),
    Rule(_DD + r"\.(?P<m>1[0-2]|0?[1-9])\." + _Y4 + _END, "15.07.2025", bare.dotted_day),
    Rule(r"(?P<m>1[0-2]|0?[1-9])-" + _DD + "-" + _Y4 + _END, "07-15-2025", bare.numbered_day),
    Rule(_DD + r"-(?P<m>1[0-2]|0?[1-9])-" + _Y4 + _END, "27-01-2025", b.point),
    Rule(_Y4 + r"(?P<m>0[1-9]|1[0-2])(?P<d>3[01]|[12][0-9]|0[1-9])" + _END, "20250715", b.point),
    Rule(_Y4 + r" (?P<m>0[1-9]|1[0-2]) (?P<d>3[01]|[12][0-9]|0[1-9])" + _END, "2016 10 16", b.point),
    Rule(_Y4 + r"[-/](?P<m>0[1-9]|1[0-2])" + _END, "2025-07", b.point),
    Rule(r"{wx}" + _DD + r"[-/ ]{m}[-/,]? ?" + _Y4 + _END, "14-Mar-2024", b.point),
    Rule(r"{m}[-/]" + _Y4 + _END, "Dec/2018", b.point),
    Rule(_Y4 + r"[-/ ]{m}[-/ ]" + _DD + _END, "2019-Aug-01", b.point),
    Rule(r"{m}[-/]" + _DD + "[-/]" + _Y4 + _END, "Sep-23-2020", b.point),
    Rule(r"(?P<m>1[0-2]|0?[1-9])[-/]" + _Y4 + _END, "12/2015", b.point),
    Rule(r"(?P<m>1[0-2]|0?[1-9])/" + _DD + r"(?![\w/%.])(?! (?:of|in) )", "10/25", bare.slash_day),
    Rule(r"(?P<d>1[3-9]|2[0-9]|3[01])/(?P<m>1[0-2]|0?[1-9])(?![\w/%.-])(?! (?:of|in) )", "22/04", bare.slash_day),
)  # fmt: skip

_WEEK_OF = "(?:(?:the )?week (?:of|beginning|starting|commencing)(?: on)?|w/c) (?:the )?"
_NOT_DAY = r"(?! (?:percent|per cent|million|billion|models?|users?|people|days|years|weeks|times|points?))"
DATES = (
    Rule(r"{wx}{m},?(?: the)? {d}(?: ?,? ?(?:in |of )?{ys}|,? {yr})", "Wednesday, November 30, 2022", b.point),
    Rule(r"{wx}(?:the )?{d}(?: of)? {m},?(?: in| of)? {ys}", "the 3rd of November 2025", b.point),
    Rule(r"{wx}(?:the )?{dw} of {m}{oy}", "the third of November", b.point),
    Rule(r"{m} (?:the )?{dw}{oy}", "February twenty-second", b.point),
    Rule(r"{m} ?/?(?P<d>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?=[-–—]| ?(?:[-–—]|to|and|through|until) ?(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9a-z]))(?![0-9])", "May 20–21", bare.month_point),
    Rule(r"{wx}{m} (?:the )?{dc}{oy}" + _NOT_DAY, "February twenty-two", bare.month_point),
    Rule(r"{wx}{m}(?:,? ?|/| the ){d}" + _NOT_DAY, "Dec. 26", bare.month_point),
    Rule(r"{wx}(?:the )?{d} of {m}{oy}", "17th of April", b.point),
    Rule(r"{wx}(?:the )?{d} {m}(?:,? {yr})?", "31 December", b.point),
    Rule(_DD + r"(?=(?:st|nd|rd|th)?(?:[-–—]| ?(?:[-–—]|to|and|through|until) ?)[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? {month}\b)(?:st|nd|rd|th)?", "7 and 9 May", b.point),
    Rule("(?:the )?(?P<d>{ord})(?= (?:to|and|through|until|till) (?:the )?{ord} of {month})", "the ninth and tenth of May", b.point),
    Rule("(?:the )?(?P<weekend>weekend) of (?:the )?{m} {d}{oy}", "the weekend of May 3", periods.iso_week_of_day),
    Rule(_WEEK_OF + "{dth}(?! of)", "the week of the 18th", periods.iso_week_of_day),
    Rule("(?:the )?{dth} day of {m}{oy}", "the 15th day of June", b.point),
    Rule(_WEEK_OF + "{wx}{m} {d}{oy}", "week of April 10th", periods.iso_week_of_day),
    Rule(_WEEK_OF + "{wx}{d} (?:of )?{m}{oy}", "week of 7 July 2025", periods.iso_week_of_day),
    Rule(r"{w} (?:the )?(?:{dth}|(?P<d2>3[01]|[12][0-9])(?=[.,;!?)]|$))(?! (?:of|{month}|street|floor|avenue))", "Friday the 31st", b.month_day),
    Rule(r"{wx}the {dth}(?: day)?(?=[.,;)]|$| (?:of )?(?:this|last|next) month)(?: (?:of )?(?P<mr>this|last|next) month)?", "the 18th", b.month_day),
)  # fmt: skip

MONTHS = (
    Rule(r"{t}(?:of )?{m}{oy}", "late April", b.point),
    Rule(r"{m} (?:day|morning|afternoon|evening|night|weekend) (?:of|in) {ys}", "December day in 2015", b.point),
    Rule(r"(?:in )?{m},? (?:of |in )?(?:{ys}|{yr}|{ya})", "January of this year", b.point),
    Rule(r"{m} (?:day|morning|afternoon|evening|night|weekend) (?:of|in) (?:{ys}|{yr})", "December day in 2015", b.point),
    Rule(r"(?P<y>(?:19|20)[0-9]{2}|2100),? {m}(?! [0-9])", "2017 April", b.point),
    Rule(r"(?P<coming>this coming|this past|this upcoming) {m}(?! [0-9])(?![\w-])", "this past May", b.coming_month),
    Rule(r"(?P<yr>this|last|next) {m}(?: {d})?(?![\w-])", "last May", bare.next_month_word),
    Rule(r"(?:the )?{nth} (?P<u>week|day) (?:of|in) {m}{oy}", "the first week of May", periods.nth_unit),
    Rule(r"(?:the )?{nth} (?P<u>week|month|day) (?:of|in) (?:the year )?(?:{y}|{yr})", "the first week of 2021", periods.nth_unit),
    Rule(r"(?:the )?{nth} (?P<u>week|day) (?:of|in) (?P<mr>this|last|next) month", "the last week of this month", periods.nth_unit),
    Rule(r"(?:the )?(?P<edge>first|last|final) {n12} (?P<u>days|weeks|months|quarters) (?:of|in) (?:the year )?(?:{y}|{yr})", "the first two weeks of 2021", periods.first_units),
    Rule(r"(?:the )?(?P<u>week) (?P<n>[1-5]?[0-9])(?: of|,)? (?:{y}|{yr})", "week 3 of 2027", periods.nth_unit),
    Rule(r"(?:the )?{nth} {wd} (?:of|in) {m}{oy}", "the last Monday of April", periods.nth_weekday),
    Rule(r"(?:the )?(?P<edge>first|last|final) {n12} (?P<u>days|weeks) (?:of|in) {m}{oy}", "the first two weeks of May", periods.first_units),
    Rule(r"{m}(?=(?:[-–—]| ?(?:[-–—]|to|and|through|until|till) ?){month}\b)", "March to May", b.point),
)  # fmt: skip

QUARTERS = (
    Rule(r"(?P<q>[1-4])q[- ]?(?:fy)?{yq}", "1Q25", b.point),
    Rule(r"q(?P<q>[1-4])(?: of|,)?(?: the)?[ ,-]?(?P<fy> ?(?:fiscal|fy))?(?: year)? ?{yq}(?![\w])", "Q3 2025", b.point),
    Rule(r"(?P<y>(?:19|20)[0-9]{2}|2100)[ -]?q(?P<q>[1-4])\b", "2025Q3", b.point),
    Rule(r"q(?P<q>[1-4])(?: of)? {yr}", "Q3 of this year", b.point),
    Rule(r"(?:the )?(?P<q>last|final|first) quarter of (?:the )?(?:{ys}|{yr})", "the last quarter of 2024", b.point),
    Rule(r"{t}q(?P<q>[1-4])\b(?: {ys})?", "late Q3", b.point),
    Rule(r"q(?P<q>[1-4])\b(?![.-][0-9]){report}", "Q3", b.point),
    Rule(r"(?:the )?{t}(?:the )?{q}(?:,? (?:of |in )?(?:{ys}|{yr}))?", "late third quarter", b.point),
    Rule(r"(?:the )?{q}(?:,?(?: of| in)?(?: the)?(?P<fy> fiscal(?: year)?)? (?:{ys}|{yr}))?{part}{report}", "the fourth quarter", b.point),
    Rule(r"(?P<q>march|june|september|december|holiday) quarter(?:,?(?: of| in)? (?:{ys}|{yr}))?{report}", "December quarter", b.point),
    Rule(r"{y}'s {q}", "2024's fourth quarter", b.point),
    Rule(r"(?P<yr>this|last|next) year's {q}", "last year's first quarter", b.point),
    Rule(r"(?P<qr>this|the current|current|last|the last|previous|the previous|the prior|prior|next|the next|the coming|coming|upcoming|past|the past) (?:fiscal )?quarter\b(?!s)", "last quarter", b.relative_quarter),
    Rule(r"(?P<qa>the following|that|that same|the same) quarter\b(?!s| (?:of )?(?:last|a) )", "the following quarter", b.near_quarter),
    Rule(r"h(?P<h>[12])(?![0-9]{2}\b)(?: of)?[ ,]?{yq}(?![\w])", "H1 2025", b.point),  # not H100, a chip
    Rule(r"(?P<h>[12])h[ -]?{yq}(?![\w])", "2H25", b.point),
    Rule(r"(?P<y>(?:19|20)[0-9]{2}|2100)[ -]?h(?P<h>[12])\b", "2025H1", b.point),
    Rule(r"(?P<q>[1-4])q\b(?![.-][0-9])", "4Q", b.point),
    Rule(r"h(?P<h>[12])\b(?![.-][0-9])", "H1", b.point),
    Rule(r"(?:the )?(?P<h>first|second|1st|2nd|latter|back|front|last) half of (?:the )?(?P<fy>fiscal (?:year )?)?(?:{ys}|{yr})", "the first half of 2025", b.point),
    Rule(r"(?P<yr>this|last|next) year's (?P<h>first|second|latter|back) half", "next year's first half", b.point),
    Rule(r"(?:the )?(?P<h>first|second|latter|back)[- ]half(?! of| a\b| an\b|way| hour| dozen){report}", "the second half", b.point),
)  # fmt: skip

SEASONS = (
    Rule(r"(?:the )?(?P<s>winter) (?:of )?(?P<y>(?:19|20)[0-9]{2}|2100)[-–/][0-9]{2,4}", "winter 2024–25", b.point),
    Rule(r"(?:the )?(?:{t})?{s}(?:,? of| in|,)? {ys}", "the fall of 2024", b.point),
    Rule(r"(?:the )?{s}(?: of)? {yr}", "summer of this year", b.point),
    Rule(r"(?<=by )(?:the )?(?:{t})?{s}(?! of| season| in |-)", "by summer", b.point),
    Rule(r"(?:in|over|during|through|until) (?:the )?(?:{t})?{s}(?!,? (?:of |in )?['’]?[0-9]| of| season| in |-)", "in the fall", b.point),
    Rule(r"(?:in )?{t}{s}(?! of| season|-)", "early summer", b.point),
    Rule(r"(?:the )?(?P<yr>this|last|next|this past|this coming) {s}", "last summer", b.season_word),
    Rule(r"(?P<y>(?:19|20)[0-9]{2}|2100) {s}", "2025 spring", b.point),
)  # fmt: skip

YEARS = (
    Rule(r"(?:the )?(?:{t})?(?P<y>(?:19|20)[0-9]0)'?s\b", "the 2010s", b.decade),
    Rule(r"(?:the )?(?:{t})?['’]?(?P<decade>[5-9]0)'?s\b", "the '90s", b.decade),
    Rule(r"the (?:{t})?(?P<decade>fifties|sixties|seventies|eighties|nineties)\b", "the nineties", b.decade),
    Rule(r"(?:the )?(?P<y>(?:19|20)[0-9]{2}|2100) (?P<fy>fiscal|financial) year", "the 2025 fiscal year", b.point),
    Rule(r"(?P<fy>fy)[ -]?{yq}", "FY2025", b.point),
    Rule(r"(?:the )?(?P<fy>fiscal|financial)(?: year)?,? (?P<y>(?:19|20)[0-9]{2}|2100)\b", "fiscal 2025", b.point),
    Rule(r"(?:calendar )?year[- ](?P<yt>end),? {ys}", "year-end 2025", b.point),
    Rule(r"(?P<y>(?:19|20)[0-9]{2})[-–/](?P<y2>1[3-9]|[2-9][0-9])(?![0-9a-z/-]|[.,][0-9])", "2016–18", b.years_short),
    Rule(r"{yt}(?:(?:the )?(?:calendar |fiscal )?year )?{y}", "mid-2024", b.point),
)  # fmt: skip

# what is sold, sung or eaten on a festival tells no day
_NOT_SALES = (
    r"(?![\w'’-]| (?:(?:[a-z]+ )?(?:sales?|deals?|shopping|shoppers?|part(?:y|ies)|trees?|gifts?|cards?|songs?"
    r"|movies?|films?|specials?|dinners?|lunch|ads?|adverts?|promotions?|discounts?|offers?|menus?|markets?"
    r"|carols?|costumes?|albums?|campaigns?|lights|decorations?|presents?|wishes|message|traffic|pranks?"
    r"|jokes?|hoax|bonus(?:es)?|season|list|story|stories|toys?|turkey|parade|edition)\b))"
)
FESTIVALS = (
    Rule(r"(?:(?P<coming>this past|this coming)|(?P<yr>this|last|next)) {feast}" + _NOT_SALES, "last Christmas", bare.said_festival),
    Rule(r"(?:(?P<coming>this past|this coming)|(?P<yr>this|last|next)) (?P<season>{season})", "last holiday season", bare.said_festival),
    Rule(r"(?:the )?(?P<season>{season})", "the holiday season", bare.english_festival),
    Rule(r"(?:the )?(?:(?:year-end|end-of-year|winter|christmas) )?(?P<holidays>(?P<feast>holidays))\b", "the holidays", bare.english_festival),
    Rule(r"(?:over |during )?{feast} (?:(?P<weekend>weekend)|(?P<holidays>holidays?|break))(?: (?:of |in )?{ys})?", "Labor Day weekend", bare.festival),
    Rule(r"{feast} {ys} (?P<weekend>weekend)", "Labor Day 2024 weekend", bare.festival),
    Rule(r"(?:the )?(?:(?P<week>week)|(?P<weekend>weekend)) of {feast}(?: {ys})?", "the week of Thanksgiving", bare.festival),
    Rule(r"{feast} (?P<week>week)(?: {ys})?", "Thanksgiving week", bare.festival),
    Rule(r"{feast}(?:(?: in)?,? {ys})?" + _NOT_SALES, "Thanksgiving", bare.english_festival),
)  # fmt: skip

PERIODS = (    Rule(r"the turn of the year", "the turn of the year", b.turn_of_year),
    Rule(r"(?:earlier|early on) (?:in )?(?P<yr>this|the current|last|the|the last|next) {period}", "earlier this month", periods.earlier),
    Rule(r"later (?:in )?(?P<yr>this|the current|last|the|next|the next) {period}", "later this year", periods.later),
    Rule(r"later in {y}", "later in 2025", periods.later),
    Rule(r"earlier in {y}", "earlier in 2025", periods.earlier),
    Rule(r"(?:the )?(?:rest|remainder|balance) of (?P<yr>this|the) {period}", "the rest of the year", periods.later),
    Rule(r"(?:the )?(?:rest|remainder|balance) of {y}", "the rest of 2025", periods.later),
    Rule(r"(?:so far )(?P<yr>this) {period}", "so far this year", periods.so_far),
    Rule(r"(?P<u>year)[ -]to[ -]date", "year to date", periods.so_far),
    Rule(r"(?P<yr>this|the current) (?P<u>decade)\b", "this decade", periods.whole_period),
    Rule(r"(?P<yr>this) {period} so far", "this year so far", periods.so_far),
    Rule(r"(?:the )?(?:calendar )?(?P<u>year|month|quarter)[- ](?P<t>end)\b", "year-end", periods.period_end),
    Rule(r"{t}(?P<yr>this|last|next|the current|the|the next|the coming|the previous)? ?(?:calendar )?{period}", "the end of the year", periods.period_end),
    Rule(r"(?:the )?(?P<u>year|month|quarter)['’]s (?P<t>end)\b", "year's end", periods.period_end),
    Rule(r"(?P<t>mid)-?(?P<u>year)\b", "mid-year", periods.period_end),
    Rule(r"(?P<yr>last|next|this) {period}'s (?P<t>end)", "this year's end", periods.period_end),
    Rule(r"(?P<yt>eoy)\b", "EOY", b.point),
)  # fmt: skip

_REL = "this|the current|current|last|the last|previous|the previous|the prior|next|the next|the coming"
WEEKS = (
    Rule(r"(?P<wr>the week after next|the week before last|week after next)", "the week after next", b.relative_week),
    Rule(r"{wd} of (?P<wa>the following|that|the same) week", "Monday of the following week", b.relative_week),
    Rule(r"{wd},? (?:of )?(?P<wr>this|last|next|the previous|the next) week", "Tuesday of next week", b.relative_week),
    Rule(r"(?P<wr>this|last|next|previous) week(?:,? (?:on )?| - ){wd}", "next week on Tuesday", b.relative_week),
    Rule(r"(?P<coming>this coming|coming|upcoming|this upcoming|the coming|this past|past|the past) {wd}", "this coming Friday", b.coming_weekday),
    Rule(r"(?P<wr>this|last|previous|next|the previous|the last) {w}(?![\w-])", "last Friday", b.relative_week),
    Rule(r"(?:over |during )?(?P<wr>" + _REL + r") (?P<weekend>weekend)", "last weekend", b.relative_week),
    Rule(r"(?:over |on |at )?the (?P<weekend>weekend)(?! (?:of|before|after)\b)", "over the weekend", b.weekend),
    Rule(r"(?P<wr>" + _REL + r") week\b(?!-|s|end)", "last week", b.relative_week),
    Rule(r"(?P<wa>the following|that|the same) week\b(?!s|end)", "the following week", b.relative_week),
    Rule(r"(?P<wa>the following|the next) {wd}", "the following Monday", b.following_weekday),
    Rule(r"{w}(?=,| \()(?![\w-])", "Tue,", b.weekday),
    Rule(r"(?P<w>mon|tues|tue|weds|wed|thurs|thur|thu|fri)\.(?= [a-z]|$|,)", "Tues.", b.weekday),
    Rule(r"(?<!black )(?<!good )(?<!easter )(?<!cyber )(?<!super )(?<!every other ){wd}(?!'s child|-)", "Monday", b.weekday),
    Rule(r"(?P<w>tues|tue|weds|thurs|thur|thu|fri)\b(?![\w'’-])", "Thu", bare.short_weekday),
    Rule(r"(?P<wa>that|the same|the following) (?P<weekend>weekend)", "that weekend", b.relative_week),
    Rule(r"(?<!day )weekend(?=[.,;]|$)", "weekend", b.weekend),
)  # fmt: skip

DAYS = (
    Rule(r"(?P<dr>(?:the )?day before yesterday|(?:the )?day after tomorrow|tomorrow morning|yesterday evening|last night|this morning|this afternoon|this evening|(?<!usa )today|tonight|tomorrow|tmrw|yesterday)\b(?!\.com)", "today", b.day_word),
    Rule(r"(?:earlier|later) (?P<dr>today|tonight|yesterday|tomorrow)\b", "earlier today", b.day_word),
    Rule(r"(?P<da>the following|the next|next|following|that|that same|the same|same|the previous|the preceding) day\b(?!s)", "the following day", b.near_day),
    Rule(r"(?P<da>the day after|the day before)(?=[.,;]|$)", "the day after", b.near_day),
    Rule(r"(?P<dr>(?<=between )now(?= and )|(?<= and )now\b|(?<=until )now\b)", "between now and June", b.day_word),
    Rule(r"(?P<da>that|the next|the following|the same) (?:morning|evening|afternoon|night)\b", "that evening", b.near_day),
)  # fmt: skip

_STOP = "(?=[ .,;:!?)]|$)(?! (?:of|after|since|from|before|between|to|until|through|leading|following|ended|ending|prior) )"
RELATIVE = (
    Rule(r"(?P<mr>the month before last|the month after next)", "the month before last", b.relative_month),
    Rule(r"(?P<mr>" + _REL + r") month\b(?!-|s|ly)", "last month", b.relative_month),
    Rule(r"(?P<yr>(?:the )?year before last|the year after next)", "the year before last", b.point),
    Rule(r"(?P<yr>" + _REL + r") (?:calendar |fiscal )?year\b(?!-old|s\b|ly|-over)", "last year", b.point),
    Rule(r"(?:later |earlier |early |late )?(?P<ma>that|the same|that same|the following) month\b(?!s| (?:of )?(?:last|a) )", "that month", b.relative_month),
    Rule(r"(?:later |earlier |early |late )?(?P<ya>that|that same|the same|the following|the preceding) year\b(?!s)", "the following year", b.near_year),
    Rule(r"recently(?!-)|lately|the other day|in recent days|in the last few days|(?:over|in|during) the past few days", "recently", spans.recent),
    Rule(r"(?:in |over |during |for )?(?:the )?recent {upl}", "in recent months", spans.window_back),
    Rule(r"(?:in |over |during |for |within |throughout )?(?:the |these )?(?:(?:past|last|previous|preceding|prior) {count}|past (?!quarter)|last (?=decade)){u}(?! of)", "the past two weeks", spans.window_back),
    Rule(r"(?:in |over |during |for |within |throughout |through )?(?:the )?(?:(?:next|coming|following|upcoming) {count}|(?:coming |upcoming )(?!quarter\b)|next (?=(?:days|weeks|months|years|decade|fortnight)\b)){u}(?! of)", "over the next five years", spans.window_ahead),
    Rule(r"{count}(?:upcoming|coming|next) {upl}", "5 upcoming years", spans.window_ahead),
    Rule(r"{count}(?:past|previous|last) {upl}", "5 past years", spans.window_back),
    Rule(r"within (?P<u>days|weeks|months)\b", "within weeks", spans.window_ahead),
    Rule(r"in the (?P<u>days|weeks|months|years) (?:ahead|to come)", "in the months ahead", spans.window_ahead),
    Rule(r"(?:within|in under|in less than|inside|in as little as) (?!(?:the|an?) [a-z0-9]+-)(?:the space of |a period of )?{count}{u}" + _STOP, "within a year", spans.window_ahead),
    Rule(r"in (?!the ){count}{u}(?:['’]s? time)?" + _STOP, "in two months", spans.ahead),
    Rule(r"(?:{n12}|a) weeks? (?P<later>from|ago)(?: on)? {wd}", "a week from Friday", b.weekday_away),
    Rule(r"{count}years? ago today", "a year ago today", b.this_day),
    Rule(r"(?:on )?(?:this|the same|that) day (?P<yr>last) year", "this day last year", b.this_day),
    Rule(r"{count}{u} ago", "two weeks ago", spans.ago),
    Rule(r"{count}{u} (?:from now|hence)", "two days from now", spans.ahead),
    Rule(r"{count}{u} (?P<later>from|after|before) (?P<dr>today|tomorrow|tmrw|yesterday)", "two days after tomorrow", spans.from_day),
    Rule(r"{count}{u} (?P<later>later|earlier|after that|before that|afterwards?|prior|thereafter)\b", "two days later", spans.after_that),
)  # fmt: skip

# names and numbers that are a date only when nothing longer matches
BARE = (
    Rule(r"{m}(?! of)(?![\w/-])", "October", bare.bare_month),
    Rule(r"(?:the year |calendar (?:year )?|year )?{y}", "2026", bare.english_year),
)  # fmt: skip

# the second day of a range
DAY_ALONE = (
    Rule(r"(?:the )?{dw}", "twenty-first", b.point),
    Rule(r"(?:the )?{d}(?:,? {ys})?(?![\w%$€/])(?! (?:percent|times|million|billion|a\.m|p\.m))", "21", b.point),
)  # fmt: skip

BEFORE = (
    Operator(r"{count}{u} (?P<later>from(?! [^.,;]{3,20} (?:to|until|through) )(?!(?:(?<=week from)|(?<=weeks from)) (?:mon|tues|wednes|thurs|fri|satur|sun)day)|after|before) ", "two weeks after May 5", o.same, counted=spans.away),
    Operator(r"(?:in |for |during )?(?:the |its )?(?:{count}{u}|(?:fiscal |financial )?(?P<u2>week|month|quarter|year)) (?:ended|ending|to)(?: on| in)? ", "the three months ended March 31", o.same, counted=spans.ended),
    Operator(r"no (?:earlier|sooner) than |not before ", "no earlier than", o.since),
    Operator(r"since ", "since", o.since, on_ranges=False, behind=True),
    Operator(r"from (?=[^.,;]{3,24}? (?:onwards?|forward|on\b))", "from May onwards", o.since, on_ranges=False),
    Operator(r"(?:between|from) (?:the )?", "between", o.same, pairs=True),
    Operator(r"(?:by|no later than|not later than|as late as|on or before) (?:at least |about |around )?", "by", o.by, ahead=True),
    Operator(r"(?:before|prior to|earlier than) ", "before", o.before_the),
    Operator(r"(?:after|later than) ", "after", o.after),
    Operator(r"unknown – ", "unknown –", o.from_unknown),
    Operator(r"(?:until|till|as of|starting|through) (?:at least )?", "until", o.same),
)  # fmt: skip

AFTER = (
    Operator(r" – unknown", "– unknown", o.to_unknown),
    Operator(r",? (?:or|and) (?:earlier|before)\b(?! [0-9a-z])", "or earlier", o.or_earlier),
    Operator(r",? (?:or|and) (?:later|after)\b(?! [0-9a-z])", "or later", o.since),
    Operator(r" (?:to|until|till) (?:date|now|today|the present)\b", "to date", o.to_date),
    Operator(r" (?:onwards?|forward)\b| on(?=[.,;]|$)", "onwards", o.same),
)

CONNECTORS = (
    Sign(r" ?[-–—~] ?|(?:(?<=[0-9]{4}),)? (?:to|through|until|till|thru) (?:the )?", "to"),
    Sign(r",? and (?:the )?", "both"),
    Sign(r" or (?:in )?(?:the )?", "either"),
)
MARKS = (
    Sign("possibly about ", "%"),
    Sign("possibly ", "?"),
    Sign(r"(?:about|around|circa|roughly|approximately|c\.) ", "~"),
)

_PHRASE = (
    *NEGATIVES,
    *NUMERIC, *DATES, *MONTHS, *QUARTERS, *SEASONS, *YEARS, *PERIODS, *RELATIVE, *WEEKS, *DAYS, *FESTIVALS, *BARE,
)  # fmt: skip

ENGLISH = Grammar(
    words=WORDS,
    places=places,
    levels={"phrase": Level(_PHRASE, FRAGMENTS), "day": Level(DAY_ALONE, FRAGMENTS)},
    before=Level(BEFORE, FRAGMENTS),
    after=Level(AFTER, FRAGMENTS),
    glue=Level((), FRAGMENTS),
    connector=Level(CONNECTORS, FRAGMENTS),
    mark=Level(MARKS, FRAGMENTS),
    lead=re.compile(r"(?:(?:in|on|at|during|for|early|late|earlier|later) (?:on )?)?"),
    zone=None,
    boundary=re.compile(r"[.!?][\"”’)]?\s|[;\n]"),
    direction=english_direction,
    prepare=lower,
)
