"""English triggers: verbs by their base form, nouns as they stand."""

from events.extraction.cues.meaning import NOTHING, Form, Meaning, Need, Rows, Sort
from events.models.vocabulary import EventKind as Kind


def _tells(kind: Kind, need: Need, weight: float) -> Meaning:
    return Meaning(Sort.TRIGGER, kind, need, weight=weight)


def _noun(kind: Kind, need: Need, weight: float) -> Meaning:
    return Meaning(Sort.TRIGGER, kind, need, Form.NOUN, weight)


# a comma parts phrases of several words
VERBS: Rows = (
    (
        _tells(Kind.RELEASE, Need.PRODUCT, 0.9),
        "release, launch, unveil, debut, roll out, introduce, ship, make available, bring out, "
        "go live, become available, come out, drop, push out, publish, put out",
    ),
    (
        _tells(Kind.RELEASE, Need.PRODUCT, 0.6),
        "present, reveal, deploy, open, build, start production, begin production, mass-produce, "
        "begin shipments, resume, restore, reopen, enable, bring, integrate, turn on, add, "
        "upgrade, update, expand, replace, open up, open to, give away, let users, go on sale, "
        "offer, start shipping, begin shipping, start rolling out, begin rolling out, arrive, "
        "extend, equip",
    ),
    (
        _tells(Kind.ANNOUNCEMENT, Need.ANYONE, 0.7),
        "cut the price, cut prices, slash prices, slash the price, lower prices, "
        "lower the price, halve, raise prices, raise the price, make free, double, triple, "
        "move up, bring forward, win approval, get approval, receive clearance, expand to, "
        "enter",
    ),
    (
        _tells(Kind.PREVIEW, Need.PRODUCT, 0.7),
        "preview, tease, demo, demonstrate, show off, pilot, beta test, start testing, "
        "begin testing",
    ),
    (_tells(Kind.ANNOUNCEMENT, Need.ANYONE, 0.6), "announce, disclose"),
    (
        _tells(Kind.CONFERENCE, Need.ANYONE, 0.6),
        "host, hold, kick off, convene, take place, open its doors",
    ),
    (
        _tells(Kind.DELAY, Need.ANYONE, 0.9),
        "delay, postpone, push back, put off, defer, slip, stall, be stalled, "
        "miss its deadline, be pushed back",
    ),
    (
        _tells(Kind.PAUSE, Need.ANYONE, 0.8),
        "pause, suspend, halt, freeze, shelve, put on hold, put on ice, temporarily stop, "
        "temporarily disable, pull back, cut off",
    ),
    (
        _tells(Kind.CANCELLATION, Need.ANYONE, 0.8),
        "cancel, scrap, abandon, drop plans, discontinue, shut down, retire, sunset, withdraw, "
        "pull, kill, call off, walk away from, axe, phase out, deprecate, terminate, take down, "
        "remove, roll back, revoke, rescind, end support, wind down, ditch",
    ),
    (
        _tells(Kind.INVESTMENT, Need.MONEY, 0.8),
        "raise, invest, put, agree, pay, price, secure, close, commit, spend, pour, pledge, "
        "land, bag, inject, lead a round, net, earmark, allocate, value, order, fund, back, "
        "sign, nab, bid, offer, win a contract, award, earn, pull in, collect",
    ),
    (
        _tells(Kind.INVESTMENT, Need.ACTOR, 0.7),
        "file for an initial public offering, file for an ipo, go public, list its shares, "
        "take a stake, take a minority stake, price its ipo, price its initial public offering, "
        "start trading, begin trading, debut on, near a deal, close in on a deal, break ground",
    ),
    (
        _tells(Kind.ACQUISITION, Need.ACTOR, 0.9),
        "acquire, buy, sell, divest, take over, buy out, merge with, snap up, agree to buy, "
        "agree to acquire",
    ),
    (
        _tells(Kind.POLICY, Need.PUBLIC, 0.8),
        "ban, fine, enact, legislate, outlaw, prohibit, sanction, regulate, approve, pass, "
        "adopt, enforce, repeal, veto, block, restrict, blacklist, sign, order, probe, "
        "investigate, bar, take effect, come into force, enter into force, mandate, require, "
        "tighten, lift, lobby, analyse, analyze, check, review, clear, rule that, "
        "open an investigation, open a probe, issue",
    ),
    (
        _tells(Kind.PARTNERSHIP, Need.TWO, 0.8),
        "partner, team up, join forces, collaborate, strike a deal, strike an agreement, "
        "sign up, agree to license, sign a deal, sign with, ink a deal, sign an agreement, "
        "reach an agreement, agree a deal, enter into an agreement, form a partnership, tie up, "
        "license, ally, expand its partnership, extend its partnership",
    ),
    (_tells(Kind.PARTNERSHIP, Need.TWO, 0.5), "integrate, embed, adopt, host models, power"),
    (
        _tells(Kind.MARKET_MOVE, Need.FIGURE, 0.8),
        "surge, soar, plunge, tumble, jump, slump, slide, rally, plummet, climb, rise, fall, "
        "drop, gain, lose, sink, wipe out, shed, close up, close down",
    ),
    (
        _tells(Kind.RESEARCH, Need.ANYONE, 0.6),
        "win, be awarded, set a record, break a record, demonstrate that, show that, "
        "reveal that, find that, outperform, beat, surpass, outscore, measure, propose, "
        "claim more than, score, achieve, set a new record, break the record, "
        "top the leaderboard, top, publish a paper, publish research, win gold, solve, prove, "
        "discover, match, rank, claim the top spot, overtake",
    ),
    (
        _tells(Kind.STATEMENT, Need.SPEAKER, 0.5),
        "call, describe, be told, hold talks, say, tell, warn, predict, argue, claim, "
        "acknowledge, admit, respond, reply, insist, declare, defend, deny, write, post, "
        "testify, state, confirm, note, stress, tweet, concede, vow, promise, caution, dismiss, "
        "reject, dispute, reiterate",
    ),
    # what is judged or asked for stands behind these, and is no event beside them
    (
        _tells(Kind.STATEMENT, Need.SPEAKER, 0.85),
        "criticize, criticise, praise, urge, apologize, apologise, slam, condemn, call for, "
        "call on",
    ),
    (
        _tells(Kind.STATEMENT, Need.SPEAKER, 0.3),
        "explain, suggest, describe, believe, think, emphasize, emphasise, point out, add that, "
        "hint, estimate, boast, tout, comment",
    ),
    (
        _tells(Kind.STATEMENT, Need.SPEAKER, 0.7),
        "decline to comment, refuse to comment, decline to say, not respond, "
        "not immediately respond, not answer, call the, call it, call its, welcome, welcome the, "
        "complain, urge, urge him, thank, congratulate",
    ),
    (
        _tells(Kind.PLAN, Need.ANYONE, 0.4),
        "prepare, develop, work on, weigh, consider, explore, mull, finalise, finalize, negotiate",
    ),
    (_tells(Kind.REPORT, Need.ANYONE, 0.5), "report, leak, surface, emerge, learn"),
    (
        _tells(Kind.OPEN_SOURCING, Need.PRODUCT, 0.9),
        "open-source, open source, release the weights, publish the weights, open the weights, "
        "release as open source, make open source, open up the weights",
    ),
    (
        _tells(Kind.ORGANIZATION, Need.ANYONE, 0.8),
        "hire, choose, select, pick, headhunt, lure, lure away, be named, be replaced, be fired, "
        "be ousted, be promoted, appoint, resign, poach, lay off, step down, fire, oust, "
        "recruit, dismiss, promote, rehire, reinstate, depart, quit, leave, tap, rejoin, name, "
        "cut jobs, cut staff, become, replace, succeed, sack, walk out, go on leave, "
        "announce his exit, have him back, take the helm, return as",
    ),
    (
        _tells(Kind.ORGANIZATION, Need.ANYONE, 0.6),
        "found, be founded, establish, set up, form, create, join, spin off, spin out, "
        "restructure, reorganize, reorganise, rename, rebrand, merge, open an office, "
        "open an office in, co-found, dissolve, disband, convert, hire away, relocate",
    ),
    (
        _tells(Kind.INCIDENT, Need.ANYONE, 0.8),
        "sue, go offline, go dark, go bankrupt, file for bankruptcy, indict, convict, jailbreak, "
        "recall, retract, plagiarise, plagiarize, file a lawsuit, file suit, crash, go down, "
        "leak, hack, breach, be hit by an outage, suffer an outage, expose, infringe, steal, "
        "settle, file a complaint, arrest, charge, accuse, allege, rule, subpoena, "
        "experience an outage, attack",
    ),
    (
        _tells(Kind.MILESTONE, Need.FIGURE, 0.7),
        "be downloaded, be used by, reach, hit, pass, cross, surpass, exceed, top, grow to, "
        "climb to, attract",
    ),
)

NOUNS: Rows = (
    (
        _tells(Kind.STATEMENT, Need.SPEAKER, 0.7),
        "did not respond, did not immediately respond, didn't respond, didn't immediately respond, "
        "did not return, didn't return, has not responded, have not responded, "
        "did not reply, did not immediately reply, "
        "did not comment, did not immediately comment, would not comment, has not commented",
    ),
    (
        _noun(Kind.RELEASE, Need.PRODUCT, 0.5),
        "release, launch, debut, rollout, roll-out, unveiling, introduction, general availability",
    ),
    (_noun(Kind.RELEASE, Need.PRODUCT, 0.6), "arrival of, emergence of, advent of"),
    (
        _noun(Kind.PREVIEW, Need.PRODUCT, 0.5),
        "research preview, public beta, closed beta, private beta, early access, invite-only, "
        "limited preview, waitlist, public preview",
    ),
    (
        _noun(Kind.CONFERENCE, Need.ANYONE, 0.5),
        "developer conference, developers conference, annual conference, summit, keynote, "
        "hackathon, dev day, forum",
    ),
    (
        _noun(Kind.DELAY, Need.ANYONE, 0.6),
        "delay, postponement, later than planned, later than expected, behind schedule",
    ),
    (_noun(Kind.PAUSE, Need.ANYONE, 0.5), "moratorium, hiring freeze, suspension"),
    (
        _noun(Kind.INVESTMENT, Need.MONEY, 0.7),
        "stake in, funding round, initial public offering, ipo, series a, series b, series c, "
        "series d, series e, series f, series g, seed round, investment, capital expenditure, "
        "capital expenditures, capex, valuation, valued at, funding, tender offer, share sale",
    ),
    (_noun(Kind.ACQUISITION, Need.ACTOR, 0.6), "acquisition, takeover, acquihire, merger"),
    (
        _noun(Kind.POLICY, Need.PUBLIC, 0.6),
        "executive order, export controls, export restrictions, antitrust probe, "
        "antitrust investigation, bill, law, regulation, ban, ai act",
    ),
    (
        _noun(Kind.PARTNERSHIP, Need.TWO, 0.6),
        "partnership, collaboration, joint venture, alliance, licensing deal, multi-year deal, "
        "multiyear deal, deal with, agreement with, tie-up",
    ),
    (
        _noun(Kind.MARKET_MOVE, Need.FIGURE, 0.5),
        "shares, stock, market value, market capitalization, market cap",
    ),
    (
        _noun(Kind.RESEARCH, Need.ANYONE, 0.5),
        "paper, preprint, study, benchmark results, technical report, gold medal, "
        "state of the art, state-of-the-art",
    ),
    (
        _noun(Kind.OPEN_SOURCING, Need.PRODUCT, 0.6),
        "under the mit license, under an mit license, under the apache, under an apache, "
        "under apache 2.0, open weights, open-weight",
    ),
    (
        _noun(Kind.ORGANIZATION, Need.ANYONE, 0.5),
        "newly formed, newly created, newly established, layoffs, departure, resignation, "
        "appointment, ouster, job cuts, reorganization, "
        "restructuring, signing bonus, signing bonuses",
    ),
    (
        _noun(Kind.INCIDENT, Need.ANYONE, 0.7),
        "outage, lawsuit, data breach, data leak, security breach, vulnerability, class action, "
        "class-action, copyright infringement, cyberattack, settlement",
    ),
    (
        _noun(Kind.MILESTONE, Need.FIGURE, 0.5),
        "monthly active users, weekly active users, daily active users, weekly users, "
        "monthly users, downloads, annualized revenue, annual recurring revenue, run rate, "
        "paying users, subscribers",
    ),
)

# longer words in which a trigger means nothing
PLAIN_WORDS: Rows = (
    (
        NOTHING,
        "press release, release notes, release date, launch date, launch event, launch pad, "
        "launch partner, launch partners, release candidate, news release",
    ),
    (
        NOTHING,
        "open source, open-source model, open-source models, open-source community, "
        "open-source software, open source model, open source models, open source community, "
        "open-source ai, open-source developers, open-source project, open-source projects, "
        "open-source large, open-source license, open-source alternative, open-weight model, "
        "open-weight models, open-weight ai, open-weight system, open-weights model, "
        "open-weights models, open-weight language, open-weight large, open-weight reasoning",
    ),
    (
        NOTHING,
        "report to, reports to, reporting to, leaving it, leave it, leaves it, left it, "
        "that said, having said that, needless to say, it is said, so to say, said to be, "
        "is said to, are said to, read more, learn more, learn how, learn about, state of, "
        "united states, more than, other than, rather than",
    ),
    (
        NOTHING,
        "leave it, leaves it, leaving it, left it, leave open, left open, leaves open, "
        "leave behind, left behind, leaving behind, becomes clear, becoming clear, "
        "became clear, become clear, "
        "becoming familiar, becoming common, become common, holds their, hold their, holds its, "
        "hold its, holds his, holds her, "
        "drop in, drop-in, hold on, hold back, note that, in order to, in order, pass on, "
        "pass through, name of, named after, closed-source, closed source, report card, "
        "according to a report, reports said, reported earlier, close to, close competitor, "
        "set of, add to cart, back to, back in, order of magnitude, leading to, leads to, "
        "lead to, led to, published in, left unchanged, what is left",
    ),
    (
        NOTHING,
        "machine learning, deep learning, reinforcement learning, learning rate, "
        "reasoning model, rule out, rules out, ruled out, as a rule, match for, no match, "
        "form of, in the form, address the, offering, share price, in charge, free of charge, "
        "at no charge, charge per, charges per, charged per, rising star, fall short, "
        "fell short, falls short, sign up, sign in, signs of, sign of, back end, backend, "
        "writing, score of",
    ),
)
