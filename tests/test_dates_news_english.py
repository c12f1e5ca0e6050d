"""English news sentences of our own: [phrase=EDTF] marks what must be found, and nothing else."""

import re
from datetime import date

import pytest

from dates import find

_MARKED = re.compile(r"\[([^\[\]=]+)=([^\]]+)\]")

# base day: a Thursday
NOVEMBER = """
Google released Gemini 3 Pro on [November 18, 2025=2025-11-18].
Google released Gemini 3 Pro on [Tuesday=2025-11-18], ahead of rivals.
Nvidia reported record revenue on [Wednesday=2025-11-19].
Apple delayed the assistant on [Tuesday=2025-11-18].
The trial was delayed to [February=2026-02].
She agreed [last week on Friday, November 14=2025-11-14], to help.
It grew in the ten years [from 2013 to 2023=2013/2023].
They met on a [December day in 2015=2015-12].
Profit fell for the third quarter in a row.
There is a 90-day return window.
The hearing is scheduled for [Monday=2025-11-24].
xAI will open the site [next Tuesday=2025-11-25].
OpenAI restructured [last month=2025-10].
The startup raised $40 million [last week=2025-11-10/2025-11-16].
Anthropic plans to spend $50 billion [next year=2026].
The rules take effect [Jan. 1, 2026=2026-01-01].
The rules take effect on [January 1=2026-01-01].
The model shipped on [Sept. 29=2025-09-29], at half the price.
The model, first shown in [May=2025-05], was withdrawn.
Sora launched in [late September=2025-09-21~/2025-09-30~].
A preview is expected in [early December=2025-12-01~/2025-12-10~].
Trial production starts in [mid-2026=2026-38].
The fund closed in [early 2024=2024-37].
Deliveries begin in [the fourth quarter=2025-36].
Deliveries begin in [the first quarter of 2027=2027-33].
Sales rose 62% in [the third quarter=2025-35].
Microsoft guided for [Q2 2026=2026-34].
AMD expects growth in [the second half of 2026=2026-41].
The company lost money in [the first half=2025-40].
Capital spending in [fiscal 2026=2026~] will exceed $94 billion.
Revenue for [FY2025=2025~] was restated.
[Last summer=2024-22], few people had heard of it.
The chip is due [next spring=2026-21].
The lab was founded in [the fall of 2023=2023-23].
The outage happened [two days ago=2025-11-18].
The paper appeared [three weeks ago=2025-10-27/2025-11-02].
It was acquired [six months ago=2025-05].
AlphaGo won [nine years ago=2016].
The model will be retired [in two weeks=2025-12-01/2025-12-07].
[Within six months=2025-11-20/2026-05-20], the company aims to double its staff.
[Over the past year=2024-11-20/2025-11-20], prices fell by 90%.
[In recent weeks=2025-10-09~/2025-11-20], several researchers left.
[In the coming months=2025-11-20/2026-05-20~], more models will follow.
[Over the next three years=2025-11-20/2028-11-20], it will build ten sites.
Comments are due [by December 15=2025-11-20/2025-12-15].
The deal should close [by the end of the year=2025-11-20/2025-12-31].
The deal should close [by year-end=2025-11-20/2025-12-31].
A decision is expected [before the end of March=2025-11-20/2026-03-31].
The export ban has been in force [since October 2022=2022-10/..].
[Before 2020=../2019], few labs trained such models.
[Since 2019=2019/..], Microsoft has invested $13 billion.
The conference runs [from December 2 to December 7=2025-12-02/2025-12-07].
The conference runs [December 2–7=2025-12-02/2025-12-07] in San Diego.
The conference runs [December 2-7, 2025=2025-12-02/2025-12-07].
The trial lasted [from March to May 2025=2025-03/2025-05].
[Between 2021 and 2024=2021/2024], it raised $7 billion.
Applications open [between January and March=2026-01/2026-03].
[Earlier this year=2025-01-01/2025-11-20], DeepSeek shook the market.
[Earlier this month=2025-11-01/2025-11-20], Kimi K2 Thinking topped the charts.
[Later this year=2025-11-20/2025-12-31], the firm will list in Hong Kong.
[This week=2025-11-17/2025-11-23], three labs shipped models.
[This morning=2025-11-20] the service went down.
[Yesterday=2025-11-19] the board approved the plan.
The demo takes place [tomorrow=2025-11-21].
The site crashed [last night=2025-11-19].
[So far this year=2025-01-01/2025-11-20], it has spent $18 billion.
Grok 4 arrived on [July 9=2025-07-09]; [the following day=2025-07-10] xAI apologized.
R1 appeared on [Jan. 20, 2025=2025-01-20]. [A week later=2025-01-27/2025-02-02], Nvidia tumbled.
GPT-3 came out in [2020=2020] and ChatGPT followed [two years later=2022].
[The 2010s=201X] belonged to deep learning.
In [the late 1980s=1987/1989], backpropagation spread.
The launch is planned for [next month=2025-12].
The team met [last Friday=2025-11-14].
The team met [over the weekend=2025-11-15/2025-11-16].
[Last Friday, November 14=2025-11-14], the court ruled.
The court ruled on [Friday (Nov. 14)=2025-11-14].
On [Thursday the 13th=2025-11-13], it filed for an IPO.
[Recently=2025-11-06~/2025-11-20], it opened a Tokyo office.
In [nineteen ninety-seven=1997], Deep Blue beat Kasparov.
The lab opened in [twenty sixteen=2016].
The lab opened in [two thousand fifteen=2015].
The strategy was written in [winter 2024/25=2024-24].
For [the rest of the year=2025-11-20/2025-12-31], hiring is frozen.
For [the remainder of the year=2025-11-20/2025-12-31], hiring is frozen.
[Year to date=2025-01-01/2025-11-20], shares are up 35%.
The tool, updated in [the first two weeks of October=2025-09-29/2025-10-12], is stable.
The keynote opens [the week of December 1=2025-12-01/2025-12-07].
Tickets for LlamaCon [2025=2025] sold out.
It will run [from Monday to Wednesday=2025-11-24/2025-11-26].
The gap widened [in the last two years=2023-11-20/2025-11-20].
Chips will arrive [no later than June 30, 2026=2025-11-20/2026-06-30].
Qwen3-235B-A22B-2507 beats its predecessor.
Gemini 2.5 Pro 05-06 scored higher on coding.
o3-2025-04-16 costs $2 per million tokens.
Version v2024.10 adds the feature.
An RTX 5090 costs $1,999.
It is certified under ISO/IEC 42001:2023.
The server returned HTTP 404 after 30 seconds.
Call 12306 or (555) 010-2025 for help.
The model may also refuse the request.
This may take longer than planned.
You may want to march on.
April Smith joined the board with June Lee.
The august institution declined to comment.
It took a second look at the second model.
May Chen runs the lab in Berlin.
Mark Spring and Summer Yue lead the team.
On AIME 2024 it scored 79.8%.
DeepSeek-V3-0324 was a minor update.
The paper is arXiv:2501.12948.
See https://example.com/2025/01/20/r1.html for details.
It has 405B parameters and a 128K context.
Each epoch takes three hours on 2,048 GPUs.
The batch used 2048 GPUs and 2000 pieces of hardware.
Black Friday sales lifted demand.
It works 24/7 and answers in 0.5 seconds.
Monday.com added agents.
The three-year deal is worth $300 billion.
A 12-month subscription costs $200.
The 28-year-old founder dropped out.
They publish an update every Friday.
He won 6-4, 7-5.
The odds are 2/3, or about 67%.
The second-generation chip is faster.
Figure 03 stands 1.68 m tall.
"""

# base day: a Monday
FEBRUARY = """
OpenAI released o3-mini on [Friday=2025-01-31].
OpenAI released Deep Research on [Feb. 2=2025-02-02].
Nvidia lost $589 billion in value on [January 27=2025-01-27].
The AI Action Summit will be held in Paris on [February 10 and 11=2025-02-10/2025-02-11].
The AI Action Summit opens on [Monday, February 10=2025-02-10].
Results are due on [Feb. 26=2025-02-26], after the bell.
GTC returns [March 17-21=2025-03-17/2025-03-21].
GTC returns [March 17 through March 21=2025-03-17/2025-03-21].
Revenue grew in [December=2024-12].
In [the final quarter of 2024=2024-36], growth slowed.
In [Q4 2024=2024-36], shipments rose.
In [4Q24=2024-36], shipments rose.
In [H2 2024=2024-41], shipments fell.
[Last quarter=2024-36], Azure slowed down.
[This quarter=2025-33], spending will peak.
[Last year=2024], it spent $5.6 million on the run.
[Last December=2024-12], V3 went open source.
[Last May=2024-05], prices collapsed.
The chip launches [next March=2026-03].
The order was signed on [Jan. 23=2025-01-23] and revoked the old one.
The text was dated [20 January 2025=2025-01-20].
The text was dated [2025-01-20=2025-01-20].
The text was dated [20/01/2025=2025-01-20].
The text was dated [Jan 20th, 2025=2025-01-20].
The text was dated [the 20th of January 2025=2025-01-20].
The dataset ends in [July 2024=2024-07].
At [the end of January=2025-01-21~/2025-01-31~], Italy blocked the app.
[By mid-February=2025-02-03/2025-02-20], Grok 3 should be out.
[By 2027=2025-02-03/2027-12-31], agents will be common.
[By 2030=2025-02-03/2030-12-31], demand could double.
[Through 2029=2029], SoftBank will invest $500 billion.
[In the next few weeks=2025-02-03/2025-03-17~], GPT-4.5 will ship.
[Within 30 days=2025-02-03/2025-03-05], agencies must report.
[Within the next 12 to 18 months=2025-02-03/2026-08-03], it will go public.
[Three months from now=2025-05], the waiver expires.
[A year ago=2024], Sora was a demo.
[A few months ago=2024-08-03~/2025-02-03], nobody knew the name.
[More than a decade ago=2015], AlexNet won the contest.
[The past two weeks=2025-01-20/2025-02-03] were chaotic.
[During the last six months=2024-08-03/2025-02-03], usage tripled.
At [the beginning of 2025=2025-37], the app was unknown.
At [the start of the year=2025-37], the app was unknown.
In [the middle of 2024=2024-38], prices fell.
At [the turn of the year=2024-12~/2025-01~], the app was unknown.
[By the end of 2025=2025-02-03/2025-12-31], it wants a million GPUs.
[By the end of next year=2025-02-03/2026-12-31], it wants a million GPUs.
[By the end of the third quarter=2025-02-03/2025-09-30], it will break even.
[The day before yesterday=2025-02-01] the file leaked.
[The day after tomorrow=2025-02-05] the vote takes place.
[Next week=2025-02-10/2025-02-16], leaders will meet.
[Later this week=2025-02-03/2025-02-09], Alphabet reports.
[Later this month=2025-02-03/2025-02-28], Anthropic will ship a hybrid model.
On [the 21st=2025-01-21], Stargate was announced.
[The 1990s=199X] saw a long winter.
In [early 2025=2025-37], the market turned.
[Winter 2023=2023-24] was quiet.
The award covers [2016 to 2018=2016/2018].
The award covers [2016–18=2016/2018].
It ran [from 30 November to 2 December 2022=2022-11-30/2022-12-02].
It ran [from Nov. 30, 2022, to Feb. 1, 2023=2022-11-30/2023-02-01].
It ran [from late 2022 to mid-2023=2022-39/2023-38].
It will run [until March 31=2025-03-31].
Prices apply [from Feb. 8=2025-02-08] for all users.
The talks resumed [after January 20=2025-01-21/..].
[Prior to 2018=../2017], attention was a niche.
[As of January 31=2025-01-31], 30 million people used it daily.
The first trial will start as early as [next month=2025-03].
V2 arrived in [May 2024=2024-05]. [The same month=2024-05], a price war broke out.
V2 arrived in [2024=2024]. [That year=2024], prices fell.
It was shown on [Dec. 20=2024-12-20] and shipped [the next day=2024-12-21].
[Between now and June=2025-02-03/2025-06], it will hire 500 people.
Some 2,025 people attended the event.
It scored 2024 points on Codeforces.
Llama 3.1 405B is on page 2024 of the list.
He may march in March Madness.
The Sun reported the story; Sat Nav makers disagreed.
Wed in secret, the founders kept working.
One may ask why; it may rain.
A spring in his step, a fall in prices, a summer intern.
The fall of the company surprised many.
The minutes were short; the hours long.
Ratio 1:1, aspect 16:9, at 10:30 p.m.
GPT-4o-2024-08-06 supports schemas.
claude-3-opus-20240229 leads the list.
The build is 20250203.1 in CUDA 12.4.
Windows Server 2025 is supported.
Room 2024 is closed.
It was his third time; the first time was better.
The Today Show interviewed him.
In Q&A 3 he said so.
A quarter of users left; half the staff stayed.
The year-old startup raised money.
Two-thirds of the year-over-year growth came from ads.
Day one was calm.
The model decays with a half-life of two weeks.
Its weekly users doubled month over month.
The 2.0 release fixes 1,999 bugs.
"""

# base day: a Tuesday
AUGUST = """
The company confirmed on [Monday=2025-08-11] that it had parted ways with its chief scientist.
Shares fell 4% in premarket trading [Tuesday=2025-08-12].
In a blog post published [Thursday=2025-08-07], OpenAI introduced GPT-5.
GPT-5, released on [Aug. 7=2025-08-07], replaced GPT-4o.
A federal judge ruled late [Friday=2025-08-08] that the case can proceed.
The company said in [August 2023=2023-08] it would open an office in London.
The deadline is [Sept. 15, 2025=2025-09-15].
The [September 15=2025-09-15] deadline has been extended.
Its [2024=2024] revenue was $3.7 billion.
Its [July 2025=2025-07] funding round valued it at $183 billion.
The [March=2025-03] update broke the plugin.
He left Google in [April 2023=2023-04].
She was CTO [until September 2024=2024-09].
The fund, launched [three years ago=2022], has returned 30%.
The model is expected to be released [later this month=2025-08-12/2025-08-31].
The judge will decide [in the coming weeks=2025-08-12/2025-09-23~].
It plans to open source the weights [by the end of this year=2025-08-12/2025-12-31].
It will phase out the old API [by early 2026=2025-08-12/2026-04-30].
A second wave is planned for [2026=2026] and [2027=2027].
The campus will come online in [the first half of 2027=2027-40].
Production is slated for [Q4=2025-36].
The firm reported [second-quarter=2025-34] revenue of $46.7 billion.
Its [third-quarter=2025-35] outlook disappointed investors.
The EU AI Act entered into force on [1 August 2024=2024-08-01].
Obligations for GPAI models apply [from 2 August 2025=2025-08-02].
Full enforcement begins in [August 2026=2026-08].
It was founded in Hangzhou in [July 2023=2023-07] by Liang Wenfeng.
The [November 2022=2022-11] launch of ChatGPT set off a race.
[Within weeks=2025-08-12/2025-09-23~], it topped the chart.
[Within two months=2025-08-12/2025-10-12], it must comply.
The chips should ship [before year-end=2025-08-12/2025-12-31].
[By mid-2026=2025-08-12/2026-08-31], half the fleet will be replaced.
[By the second half of 2026=2025-08-12/2026-12-31], it will break even.
The lawsuit, filed in [February=2025-02], names two executives.
[Last spring=2024-21], the lab had 20 people.
[This summer=2025-22], it hired 50.
[This fall=2025-23], Apple will refresh Siri.
[Next fall=2026-23], a foldable phone will come.
A beta arrives [this Friday=2025-08-15].
A beta arrived [this past Friday=2025-08-08].
The talks ended [Sunday=2025-08-10] night without a deal.
He tweeted early [Tuesday=2025-08-12] that the plan was dead.
The stock closed at $180 on [Friday, Aug. 8=2025-08-08].
The stock closed at $180 on [8 August=2025-08-08].
The lab will publish results [this quarter=2025-35].
Spending will double [next quarter=2025-36].
It shipped 2.0 in [2024 Q3=2024-35].
Headcount doubled [from 2022 to 2024=2022/2024].
Headcount doubled [between March 2023 and June 2024=2023-03/2024-06].
It was open [from 9 to 11 May=2025-05-09/2025-05-11].
The summit, [Sept 3-5=2025-09-03/2025-09-05], will draw 5,000 people.
The summit will run [Sept. 30 to Oct. 2=2025-09-30/2025-10-02].
[As of mid-July=2025-07-11~/2025-07-20~], the tool had 2 million users.
[As of 2024=2024], the tool had 2 million users.
[Until 2018=2018], Musk sat on the board.
[After 2026=2027-01-01/..], costs should fall.
[For the past decade=2015-08-12/2025-08-12], it has lost money.
[Over the last 18 months=2024-02-12/2025-08-12], prices fell.
[In the last five years=2020-08-12/2025-08-12], compute grew tenfold.
[In the past few weeks=2025-07-01~/2025-08-12], rumors spread.
The paper came out on [June 12, 2017=2017-06-12]. [Five years later=2022], ChatGPT arrived.
V3 launched on [Dec. 26, 2024=2024-12-26], and R1 followed less than [a month later=2025-01].
[A day earlier=2025-08-11], Anthropic had cut prices.
Training takes about 90 days on 16,384 GPUs.
Its Series F was led by three funds.
A 10-K was filed; the S-1 is pending.
Grok 4 Heavy costs $300 a month.
The price is $20 per month or $200 per year.
GPT-4.1, GPT-4.5 and o4-mini were removed.
Gemma 3 270M fits on a phone.
The top 10 include 7 from China.
It improved from 52.3 to 74.9 on SWE-bench.
Claude Opus 4.1 (claude-opus-4-1-20250805) is available.
Kimi-K2-Instruct-0905 has a longer context.
Section 230 and Title 17 apply.
The law firm Sullivan & Cromwell did not respond.
Boeing 747 and Model 3 were mentioned.
The 5G and 6G labs merged.
The second law of thermodynamics is fine.
People in their 20s use it most.
The fourth industrial revolution is here.
March on Washington protesters used it.
Judge Amy May said so.
Sunrun and Satya Nadella signed.
Marc Benioff and Jan Koum invested.
Augusta and Decatur host sites.
The Fall Guys bot is fun.
It's a one-day event with a two-week trial.
Users get 25 messages every 3 hours.
"""

# base day: a Friday
APRIL = """
(Reuters) - Chipmaker TSMC on [Thursday=2025-04-17] reported a 60% jump in profit.
BEIJING, [April 18=2025-04-18] - Alibaba unveiled a new model.
Posted on [Apr 16, 2025=2025-04-16] by the research team.
Updated [2025-04-17=2025-04-17] 10:30 UTC
[April 2025=2025-04] | Release notes
The o3 and o4-mini models were released on [April 16th=2025-04-16].
GPT-4 will be retired on [April 30=2025-04-30].
It had planned a launch for [May=2025-05], but moved it to [July=2025-07].
The lawsuit goes to trial in [spring 2026=2026-21].
Trial is set for [March 16, 2026=2026-03-16].
The H20 license rule was announced [April 15=2025-04-15].
Tariffs were paused for 90 days.
Tariffs will resume [in 90 days=2025-07-17].
The stock is down 24% [since the start of the year=2025-37/..].
The stock is down 24% [since January=2025-01/..].
A paper [from 1986=1986] popularized the idea.
He joined in [2018=2018] and left in [May 2024=2024-05].
Between 2 and 3 million people use it.
The feature rolls out [over the next two weeks=2025-04-18/2025-05-02].
The feature rolls out [starting today=2025-04-18].
The feature rolled out [yesterday=2025-04-17].
Access opens [tomorrow morning=2025-04-19].
Google I/O takes place [May 20-21=2025-05-20/2025-05-21].
WWDC will be held [June 9–13=2025-06-09/2025-06-13].
The model card is dated [March 25=2025-03-25].
Its knowledge cutoff is [June 1, 2024=2024-06-01].
Its knowledge cutoff is [January 2025=2025-01].
Llama 4 Behemoth is still training.
I may. They may. March!
The second half of the book is dull.
It spent half a year on it.
Year one revenue was zero.
He worked 80-hour weeks for two years.
About 40 of the 50 states have laws.
It took 18 months and $100 million.
The 100-day plan failed.
In the first week, it had a million users.
Only 3 of 10 models passed in 2 seconds.
Turn left at 5th and Mission.
Version 3.11.7 and 3.12 are fine; Python 3.13 too.
The error rate fell from 10.5 to 5.12.
The June Lee study and the April Smith memo agree.
Season 2 starts soon.
"""

# base day: a Thursday
OCTOBER = """
The bill passed in [June=2025-06] and takes effect in [January=2026-01].
He said in [September=2025-09] that the chip would arrive in [March=2026-03].
The next earnings call is [Oct. 29=2025-10-29].
"""


def _cases(table: str, base: date) -> list[tuple[str, date]]:
    return [(line, base) for line in table.strip().splitlines()]


@pytest.mark.parametrize(
    ("line", "base"),
    [
        *_cases(NOVEMBER, date(2025, 11, 20)),
        *_cases(FEBRUARY, date(2025, 2, 3)),
        *_cases(AUGUST, date(2025, 8, 12)),
        *_cases(APRIL, date(2025, 4, 18)),
        *_cases(OCTOBER, date(2025, 10, 23)),
    ],
)
def test_news(line: str, base: date) -> None:
    found = find(_MARKED.sub(r"\1", line), base, "en")
    assert [(m.text, m.value.edtf) for m in found] == _MARKED.findall(line)
