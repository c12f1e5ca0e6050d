"""English: the vocabulary. Text is read in lower case; rules that need capitals look back."""

import re
from collections.abc import Iterator

from dates.phrases.festivals import numbered
from dates.phrases.grammar import Words, by_letter
from dates.phrases.numbers import english

_MONTH_NAMES = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_DAY_NAMES = (
    "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu",
    "friday fri", "saturday sat", "sunday sun",
)  # fmt: skip
MONTHS = {word: i for i, names in enumerate(_MONTH_NAMES, 1) for word in names.split()}
WEEKDAYS = {word: i for i, names in enumerate(_DAY_NAMES) for word in names.split()}

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3,
             "fourth": 4, "4th": 4, "final": 4, "last": 4, "opening": 1,
             "march": 1, "june": 2, "september": 3, "december": 4, "holiday": 4}  # fmt: skip
_THIS = {"this": 0, "the current": 0, "current": 0, "this current": 0, "": 0, "the": 0}
_LAST = {"last": -1, "the last": -1, "previous": -1, "the previous": -1, "the prior": -1,
         "prior": -1, "the preceding": -1, "past": -1, "the past": -1}  # fmt: skip
_NEXT = {"next": 1, "the next": 1, "the coming": 1, "coming": 1, "upcoming": 1}
_SHIFT = _THIS | _LAST | _NEXT
_THIRD = {
    0: "early|the beginning of|beginning of|the start of|start of|the outset of|the early part of"
       "|the turn of|beginning-|start-|the first part of|early in|the opening of|the dawn of",
    3: "early to mid|early to mid-|early-to-mid|early-to-mid-|early- to mid-",
    4: "mid to late|mid-to-late|mid- to late",
    1: "mid|mid-|the middle of|middle of|halfway through|the midpoint of|midway through",
    2: "late|the end of|end of|end-|the close of|the latter part of|the tail end of|the back end of"
       "|late in|end|close of|the final part of|the last part of|the conclusion of",
}  # fmt: skip
_FESTIVALS = numbered(lambda festival: festival.english)
_SEASONS = ("holiday season", "holiday shopping season", "christmas season")
_AROUND_CHRISTMAS = dict.fromkeys(("holidays", *_SEASONS), _FESTIVALS["christmas"])
_FESTIVALS |= {name.replace("'", "’"): number for name, number in _FESTIVALS.items()}
_THIRDS = {word: third for third, words in _THIRD.items() for word in words.split("|")}

TABLE: dict[str, dict[str, int]] = {
    "m": MONTHS | {str(n): n for n in range(1, 13)} | {f"{n:02}": n for n in range(1, 10)},
    "w": WEEKDAYS,
    "q": _ORDINALS | {str(n): n for n in range(1, 5)},
    "h": {"first": 1, "1st": 1, "second": 2, "2nd": 2, "latter": 2, "back": 2, "front": 1,
          "1": 1, "2": 2, "last": 2},
    "s": {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    "t": _THIRDS,
    "feast": _FESTIVALS | _AROUND_CHRISTMAS,
    "yt": _THIRDS | {"eoy": 2},
    "yr": _SHIFT | {"the year before last": -2, "year before last": -2, "the year after next": 2,
                    "this past": 0, "this coming": 0},
    "mr": _SHIFT | {"the month before last": -2, "the month after next": 2},
    "ma": {"that": 0, "the same": 0, "that same": 0, "the following": 1, "the next": 1},
    "wr": _SHIFT | {"the week after next": 2, "week after next": 2, "the week before last": -2},
    "wa": {"that": 0, "the same": 0, "the following": 1, "the previous": -1},
    "qr": _SHIFT,
    "qa": {"that": 0, "that same": 0, "the same": 0, "the following": 1},
    "coming": {"this coming": 1, "coming": 1, "upcoming": 1, "this upcoming": 1,
               "the coming": 1, "this past": -1, "past": -1, "the past": -1},
    "dr": {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1, "last night": -1,
           "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday evening": -1,
           "the day before yesterday": -2, "the day after tomorrow": 2, "day before yesterday": -2,
           "day after tomorrow": 2, "tomorrow morning": 1, "tmrw": 1, "now": 0},
    "da": {"that": 0, "that same": 0, "the same": 0, "same": 0, "the following": 1, "the next": 1,
           "the previous": -1, "the preceding": -1, "the day after": 1, "the day before": -1, "next": 1,
           "following": 1},
    "ya": {"that": 0, "that same": 0, "the same": 0, "same": 0, "the following": 1, "following": 1,
           "the previous": -1, "the preceding": -1, "the next": 1},
    "edge": {"first": 1, "opening": 1, "last": -1, "final": -1, "closing": -1},
    "later": {"ago": -1, "later": 1, "after that": 1, "afterwards": 1, "afterward": 1, "earlier": -1,
              "before that": -1, "prior": -1, "thereafter": 1, "after": 1, "from": 1, "before": -1},
}  # fmt: skip

UNITS = {
    spelling: unit
    for unit, words in {
        "hour": "hour hr", "day": "day", "week": "week wk fortnight", "month": "month mo",
        "quarter": "quarter", "year": "year yr", "decade": "decade",
    }.items()
    for word in words.split()
    for spelling in (word, word + "s")
}  # fmt: skip

WORDS = Words(english, TABLE, UNITS)


def _longest_first(words: list[str]) -> str:
    return by_letter(sorted(words, key=len, reverse=True))


_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER = (
    rf"[0-9]{{1,3}}(?:\.[0-9])?|(?:twenty|thirty|forty|fifty|sixty|ninety)(?:[- ](?:{_ONES}))?"
    rf"|{_TEENS}|{_ONES}"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TENS_ONES = rf"(?:{_TENS})(?:[- ](?:{_ONES}))?"
_SPELLED_YEAR = (
    rf"(?:nineteen|twenty)[- ](?:hundred (?:and )?)?(?:oh[- ](?:{_ONES})|{_TENS_ONES}|{_TEENS})\b"
    rf"|two thousand(?:,? (?:and )?(?:{_TENS_ONES}|{_TEENS}|{_ONES}))?\b"
)
_ORDINAL_DAYS = (
    "(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    "|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    "|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
    "|thirtieth"
)
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)

FRAGMENTS = {
    # the dot of an abbreviation stays outside the group
    "m": r"(?P<m>january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug"
         r"|september|sept|sep|october|oct|november|nov|december|dec)\b"
         r"(?:(?<=\bjan|\bfeb|\bmar|\bapr|\bjun|\bjul|\baug|\bsep|\boct|\bnov|\bdec)\.|(?<=\bsept)\.)?",
    "d": r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9:%]|\.[0-9])",
    "dth": r"(?P<d>(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)|" + _ORDINAL_DAYS + r")\b",
    "dc": rf"(?P<d>(?:twenty[- ](?:{_ONES})|thirty[- ]one|twenty|thirty))\b",
    "dw": r"(?P<d>" + _ORDINAL_DAYS + r")\b",
    "ord": f"(?:(?:{_ORDINAL_DAYS})|[0-9]{{1,2}}(?:st|nd|rd|th))",
    "y": rf"(?P<y>(?:19|20)[0-9]{{2}}|2100|{_SPELLED_YEAR})(?![0-9]|[.,][0-9]|-[0-9]{{1,2}}\b|-[0-9]{{4}}-|-[a-z]{{1,4}}-[0-9])",
    "yq": r"(?:(?P<y>(?:19|20)[0-9]{2}|2100)(?![0-9])|['’]?(?P<yy>[0-9]{2})(?![0-9%]|[.,][0-9]))",
    "ys": rf"(?:(?P<y>(?:19|20)[0-9]{{2}}|2100|{_SPELLED_YEAR})(?![0-9])|" r"['’](?P<yy>[0-9]{2})(?![0-9%]))",
    "yr": r"(?:(?P<yr>this|last|next|the current|the previous|the coming|the next|the last"
          r"|the prior|the) year(?!-old|s|'s)\b)",
    "ya": r"(?:(?P<ya>that|the same|the following|the preceding) year\b)",
    "oy": r"(?:,? (?:of |in )?(?:{ys}|{yr}|{ya}))?",
    "w": r"(?P<w>monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|weds|wed"
         r"|thurs|thur|thu|fri|sat|sun)\b"
         r"(?:(?<=\bmon|\btue|\bwed|\bthu|\bfri|\bsat|\bsun)\.|(?<=\btues|\bthur|\bweds)\.|(?<=\bthurs)\.)?",
    "wd": r"(?P<w>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    "wx": r"(?:(?:(?:this|last|next) (?:week on )?)?(?P<w>monday|tuesday|wednesday|thursday|friday|saturday"
          r"|sunday|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun)\b\.?,? \(?(?:the )?)?",
    "report": r"(?P<report>(?=[- ](?:[a-z]+ ){0,2}(?:results|earnings|revenues?|profits?|sales|income"
              r"|report|numbers|figures|margins?|loss|deliveries|shipments)))?",
    "month": _MONTH,
    "feast": r"(?:the )?(?P<feast>" + _longest_first(list(_FESTIVALS)) + r")\b",
    "season": "(?P<feast>" + "|".join(_SEASONS) + ")",
    "yt": r"(?P<yt>" + _longest_first(list(_THIRDS)) + r")[ -]?",
    "t": r"(?P<t>" + _longest_first(list(_THIRDS)) + r")[ -]?",
    "s": r"(?P<s>spring|summer|autumn|fall|winter)\b",
    "q": r"(?P<q>first|second|third|fourth|1st|2nd|3rd|4th|final)[- ](?:fiscal |financial |calendar )?quarter(?!-?finals?|back)",
    # the first quarter of the year, not of a dataset
    "part": r"(?! of (?:the|an?|its|our|their|this) (?!(?:[a-z]+ )?(?:year|decade|season)|fiscal|fy|19|20))",
    "shift": r"this|the current|current|last|the last|previous|the previous|the prior|prior|next"
             r"|the next|the coming",
    "count": r"(?:(?:(?:just|slightly|well|a little|a bit) )?(?:about|around|roughly|nearly|almost|over|more than|less than|at least|up to"
             r"|approximately|only|just|another|under|as (?:little|few) as) )?"
             r"(?:(?:a |the )?(?P<n>couple|few|several|dozen|half an?|half|" + _NUMBER + "|an?)"
             r"(?:(?:[-–—]| to | or )(?P<n2>" + _NUMBER + r"))?(?P<half> and a half)?"
             r"(?: of| more| full)?(?: of)?[ -])",
    "counted": r"(?:(?:(?:(?:just|slightly|well|a little|a bit) )?(?:about|around|roughly|nearly|almost|over|more than|less than|at least|up to"
             r"|approximately|only|just|another|under|as (?:little|few) as) )?"
             r"(?:(?:a |the )?(?P<n>couple|few|several|dozen|half an?|half|" + _NUMBER + "|an?)"
             r"(?:(?:[-–—]| to | or )(?P<n2>" + _NUMBER + r"))?(?P<half> and a half)?"
             r"(?: of| more| full)?(?: of)?[ -]))",
    "nth": r"(?:(?P<n>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd"
           r"|[4-9]th|1[0-2]th)|(?P<edge>last|final|opening))",
    "n12": r"(?P<n>[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten)",
    "u": r"(?P<u>hours?|hrs?|days?|weeks?|wks?|fortnights?|months?|quarters?|years?|yrs?|decades?)\b(?P<half2> and a half)?",
    "upl": r"(?P<u>days|weeks|months|quarters|years|decades)\b",
    "period": r"(?P<u>week|month|quarter|year|decade)\b(?!-old|-long|ly)",
}  # fmt: skip

_AMOUNT = (
    r"[ -](?:an? |of )?[a-z0-9 -]{0,22}?"
    r"(?:hours?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?)\b"
)
_THE = (
    r" (?:the )?(?:weekend|fall|spring|summer|autumn|winter|early|mid|late|a |an |about |around |roughly |as |less |up "
    r"|just |only |next|past|last|coming|upcoming|recent|half|few|several|couple|previous|under|another|same|days\b|weeks\b|months\b|\d"
    r"|[a-z]+(?:teen|ty)?[ -](?:to |or )?(?:[a-z]+ )?(?:hours?|days?|weeks?|months?|quarters?|years?|decades?)\b"
    r"|" + _MONTH + " of)"
)
_ORDINAL = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twent|thirt|fift|sixt|sevent|eight|ninet"
)
_YEAR_AFTER = r"(?: of)? [’'\dtln]"

# where a phrase may begin: by its first letter, what must follow
_STARTS = {
    "0-9": r"[0-9]?(?:st|nd|rd|th)?[ \-/.]|[0-9]{3}|[0-9]?[- ](?:hour|day|week|month|quarter|year|to|or|more|and)"
           r"|(?<=[1-4])q|(?<=[12])h[ 0-9'’]|[0-9]{0,2}[–—-][0-9]|[0-9]s\b",
    "'’": r"\d\ds",
    "a": r"pr(?:il|\b)|ug(?:ust|\b)|utumn" + _YEAR_AFTER + r"|fter |s of |bout [\djfmasondqew]|round [\djfmasondqew]"
         r"|t" + _THE + r"|(?:n?|lmost|pproximately)" + _AMOUNT,
    "b": r"lack fri|ack[- ]half|oxing day|eginning|y |efore |etween ",
    "c": r"hristmas|h(?:inese new|ina['’]s nat)|olumbus day|yber mon|lose of|oming|urrent|alendar|irca|ouple" + _AMOUNT,
    "d": r"ec(?:ember|\b)|ragon boat|ouble (?:1|ninth)|uring" + _THE,
    "e": r"arl(?:y|ier)|aster\b|arth day|nd[- ]|oy\b|(?:ight|leven)" + _AMOUNT,
    "f": r"ather['’]s day|eb|ri(?:day|\b)|all" + _YEAR_AFTER + r"|y ?['’]?\d|iscal|ollowing (?:day|week|month|year|mon|tue|wed|thu|fri|sat|sun)"
         r"|irst|ourth|inal|rom |or" + _THE + r"|(?:our|ive|ew|orty|ifty)" + _AMOUNT,
    "g": r"ood friday",
    "h": r"alloween|oliday (?:se|sh|q)|olidays|[12]\b|[12](?: of)?[ ,]?['’]?[0-9]|alfway|alf" + _AMOUNT,
    "i": r"n" + _THE + r"|nd(?:ependence day|igenous peo)|nternational wom",
    "j": r"uneteenth|an|une?\b|uly?\b",
    "l": r"abou?r day|unar new|antern fest|at(?:e|er|ter)|ast|ately",
    "m": r"emorial day|artin luther|lk day|id-autumn|other['’]s day|ar(?:ch|\b)|ay\b|on(?:day|\b)|id|iddle of|idway|ore" + _AMOUNT,
    "n": r"ew year['’]s|ineteen (?:hundred|oh|[a-z]{3,4}ty)|ov(?:ember|\b)|ow\b|ext|o (?:later|earlier|sooner) than|ot (?:later than|before )|(?:ine|early)" + _AMOUNT,
    "o": r"ct(?:ober|\b)|n or before|(?:ver|n)" + _THE + r"|(?:ne|ver)" + _AMOUNT,
    "p": r"resident['’]?s['’]? day|ast|revious|rior|ossibly",
    "q": r"[1-4]|i(?:ngm|xi)",
    "r": r"ecent|est of|emainder of|oughly" + _AMOUNT,
    "s": r"ingles['’]? day|pring fest|t\.? patrick|ep|at(?:urday|\b)|un(?:day|\b)|(?:pring|ummer)" + _YEAR_AFTER + r"|tart of|econd|ince |tarting |o far this"
         r"|ame (?:day|week|month|year)|(?:ix|even|everal|ome)" + _AMOUNT,
    "t": r"hanksg|omb sweep|ue|hu(?:rs|\b)|oday|onight|omorrow|mrw|his|hird|ill |he rest|hrough(?:out)?" + _THE
         + r"|hat (?:day|week|month|year|quarter|same|morning|evening|afternoon|night)"
         r"|he (?:remainder|day|week|month|quarter|year|end|start|begin|mid|mon|now|turn|close|latter|tail|back|early|late|outset|open"
         r"|final|conclus|next|past|last|coming|upcoming|previous|prior|preceding|current|same|following|other day|recent"
         r"|\d|'\d|spring|summer|fall|autumn|winter|weekend|holiday|fiscal|q[1-4]|few|couple|" + _ORDINAL + ")"
         r"|wenty[- ](?:first|second|ten|eleven|twel|oh|[a-z]{3,5}t[ey])|wo thousand|(?:wo|hree|en|welve|wenty|hirty)" + _AMOUNT,
    "v": r"alentine['’]s day|eterans day",
    "u": r"pcoming|ntil |nknown –",
    "w": r"ed(?:nesday|s?\b)|eekend|eek (?:of|after|before|beg|start|com|[0-9])|/c |inter" + _YEAR_AFTER + r"|ithin" + _THE,
    "y": r"esterday|ear[- ](?:end|to)|ear['’]s end|ear [0-9]|td\b",
}  # fmt: skip


# the sign before comes first, as between words there are far fewer places than in them
_PLACES = re.compile(
    r"[^a-z0-9_à-ÿ./\-#$€£¥@=&?%+,:](?="
    + "|".join(f"[{first}](?:{rest})" for first, rest in _STARTS.items())
    + ")(?<!every )(?<!each )"
)


def places(text: str) -> Iterator[int]:
    """Where a phrase may begin; with a sign before the text, that is where its match begins."""
    return map(re.Match.start, _PLACES.finditer(f"\n{text}"))


def lower(text: str) -> str:
    """The text in lower case with every character at its place (İ would become two)."""
    plain = text.lower()
    if len(plain) == len(text):
        return plain
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
