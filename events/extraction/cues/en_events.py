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
        "go live, become available, come out, drop, push out, publish, put out, "
        "relaunch, reintroduce, re-release, unleash, bring back, take the wraps off, "
        "lift the lid on, hit the market, hit shelves, reach general availability, exit beta, "
        "come to market, make public",
    ),
    (
        _tells(Kind.RELEASE, Need.PRODUCT, 0.6),
        "present, reveal, deploy, open, build, start production, begin production, mass-produce, "
        "begin shipments, resume, restore, reopen, enable, bring, integrate, turn on, add, "
        "upgrade, update, expand, replace, open up, open to, give away, let users, go on sale, "
        "offer, start shipping, begin shipping, start rolling out, begin rolling out, arrive, "
        "extend, equip, "
        "bundle, bake into, build into, fold into, plug into, incorporate, activate, switch on",
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
        "begin testing, "
        "soft-launch, soft launch, be testing, be trialling, be trialing, be piloting, "
        "start trialling, begin trials, start trials, open a waitlist, open the waitlist, "
        "give a glimpse of, offer a glimpse of, give a first look",
    ),
    (_tells(Kind.ANNOUNCEMENT, Need.ANYONE, 0.6), "announce, disclose"),
    (
        _tells(Kind.CONFERENCE, Need.ANYONE, 0.6),
        "host, hold, kick off, convene, take place, open its doors",
    ),
    (
        _tells(Kind.DELAY, Need.ANYONE, 0.9),
        "delay, postpone, push back, put off, defer, slip, stall, be stalled, "
        "miss its deadline, be pushed back, "
        "hold off, hold off on, reschedule, be held up, fall behind schedule, "
        "run behind schedule, miss the deadline, miss a deadline, miss its target date, "
        "take longer than expected, take longer than planned",
    ),
    (
        _tells(Kind.PAUSE, Need.ANYONE, 0.8),
        "pause, suspend, halt, freeze, shelve, put on hold, put on ice, temporarily stop, "
        "temporarily disable, pull back, cut off, "
        "cut off access, block access, bar access, revoke access, restrict access, "
        "limit access, shut off access, disable, turn off, switch off, take offline, "
        "pull the plug, pull the plug on, stop selling, stop accepting, stop offering, "
        "stop shipping, stop supporting, cease operations, cease production, mothball, idle, "
        "call a halt",
    ),
    (_tells(Kind.PAUSE, Need.TWO, 0.6), "block, lock out, shut out"),
    (
        _tells(Kind.CANCELLATION, Need.ANYONE, 0.8),
        "cancel, scrap, abandon, drop plans, discontinue, shut down, retire, sunset, withdraw, "
        "pull, kill, call off, walk away from, axe, phase out, deprecate, terminate, take down, "
        "remove, roll back, revoke, rescind, end support, wind down, ditch, "
        "end access, end sales, end production, end development, end its partnership, "
        "end their partnership, end its contract, end its agreement, end its relationship, "
        "drop support, shutter, collapse, fall through, fall apart, abort, jettison, "
        "dismantle, decommission, walk back, back out, back out of, pull out of, "
        "withdraw from, exit the market",
    ),
    (
        _tells(Kind.INVESTMENT, Need.MONEY, 0.8),
        "raise, invest, put, agree, pay, price, secure, close, commit, spend, pour, pledge, "
        "land, bag, inject, lead a round, net, earmark, allocate, value, order, fund, back, "
        "sign, nab, bid, offer, win a contract, award, earn, pull in, collect, "
        "co-lead, funnel, plow, plough, pump, splash out, shell out, fork out, finance, "
        "bankroll, snag, haul in, rake in, set aside, borrow, lend, loan, refinance, donate, "
        "grant",
    ),
    (
        _tells(Kind.INVESTMENT, Need.ACTOR, 0.7),
        "file for an initial public offering, file for an ipo, go public, list its shares, "
        "take a stake, take a minority stake, price its ipo, price its initial public offering, "
        "start trading, begin trading, debut on, near a deal, close in on a deal, break ground, "
        "file confidentially, file confidentially for an ipo, make its market debut, "
        "sell bonds, issue bonds, sell debt, issue debt, take the company public, "
        "list in hong kong",
    ),
    (
        _tells(Kind.ACQUISITION, Need.ACTOR, 0.9),
        "acquire, buy, sell, divest, take over, buy out, merge with, snap up, agree to buy, "
        "agree to acquire, "
        "be acquired by, acquihire, acqui-hire, absorb, gobble up, scoop up, take private, "
        "take control of, buy up, offload, carve out, make an offer for, offer to buy, "
        "bid for, agree to merge, combine with",
    ),
    (
        _tells(Kind.POLICY, Need.PUBLIC, 0.8),
        "ban, fine, enact, legislate, outlaw, prohibit, sanction, regulate, approve, pass, "
        "adopt, enforce, repeal, veto, block, restrict, blacklist, sign, order, probe, "
        "investigate, bar, take effect, come into force, enter into force, mandate, require, "
        "tighten, lift, lobby, analyse, analyze, check, review, clear, rule that, "
        "open an investigation, open a probe, issue, "
        "launch an investigation, launch a probe, launch an inquiry, launch a consultation, "
        "launch a public consultation, launch its consultation, launch a review, "
        "launch an antitrust investigation, start an investigation, open an inquiry, "
        "open an antitrust investigation, sign into law, come into effect, go into effect, "
        "enter into application, become law, become enforceable, strike down, uphold, "
        "overturn, ratify, codify, impose, levy, green-light, greenlight, authorise, "
        "authorize, exempt, waive, crack down on, clamp down on, preempt, pre-empt, summon, "
        "scrutinise, scrutinize, introduce a bill, introduce legislation, table a bill, "
        "propose legislation, propose rules, issue guidance, grant preliminary approval, "
        "grant approval, grant final approval, deny the motion, grant the motion, "
        "designate, label, instruct, direct",
    ),
    (
        _tells(Kind.PARTNERSHIP, Need.TWO, 0.8),
        "partner, team up, join forces, collaborate, strike a deal, strike an agreement, "
        "sign up, agree to license, sign a deal, sign with, ink a deal, sign an agreement, "
        "reach an agreement, agree a deal, enter into an agreement, form a partnership, tie up, "
        "license, ally, expand its partnership, extend its partnership, "
        "pair up, work together, sign a memorandum of understanding, sign an mou, "
        "sign a contract, sign a partnership, sign a licensing deal, expand their partnership, "
        "extend their partnership, deepen its partnership, deepen their partnership, "
        "deepen ties, expand its collaboration, expand their collaboration, "
        "renew its agreement, renegotiate, reach a deal, cut a deal, strike deals, "
        "strike a partnership, forge a partnership, form an alliance, form a joint venture, "
        "launch a joint venture, set up a joint venture, enter a partnership, "
        "enter into a partnership, agree to supply, agree to provide",
    ),
    (_tells(Kind.PARTNERSHIP, Need.TWO, 0.5), "integrate, embed, adopt, host models, power"),
    (
        _tells(Kind.MARKET_MOVE, Need.FIGURE, 0.8),
        "surge, soar, plunge, tumble, jump, slump, slide, rally, plummet, climb, rise, fall, "
        "drop, gain, lose, sink, wipe out, shed, close up, close down, "
        "skyrocket, nosedive, crater, retreat, rebound, spike, dip, edge up, edge down, "
        "edge higher, edge lower, tick up, tick higher, trade higher, trade lower, "
        "close higher, close lower, close at, open higher, open lower, finish higher, "
        "finish lower, end the day, hit a record, hit a record high, hit an all-time high, "
        "close at a record, wipe off, erase",
    ),
    (
        _tells(Kind.RESEARCH, Need.ANYONE, 0.6),
        "win, be awarded, set a record, break a record, demonstrate that, show that, "
        "reveal that, find that, outperform, beat, surpass, outscore, measure, propose, "
        "claim more than, score, achieve, set a new record, break the record, "
        "top the leaderboard, top, publish a paper, publish research, win gold, solve, prove, "
        "discover, match, rank, claim the top spot, overtake, "
        "edge out, outstrip, outclass, ace, place first, take first place, take the top spot, "
        "come out on top, conclude that",
    ),
    (
        _tells(Kind.STATEMENT, Need.SPEAKER, 0.5),
        "call, describe, be told, hold talks, say, tell, warn, predict, argue, claim, "
        "acknowledge, admit, respond, reply, insist, declare, defend, deny, write, post, "
        "testify, state, confirm, note, stress, tweet, concede, vow, promise, caution, dismiss, "
        "reject, dispute, reiterate, resist, rebuff, push back on, push back against, "
        "assert, contend, reaffirm, retort, remark, quip, clarify, threaten, lament, "
        "elaborate, express concern, express concerns, voice concern, voice concerns, "
        "express support, express regret, hit back, hit back at, lash out, lash out at, "
        "take aim at, sound the alarm, raise concerns, object to",
    ),
    # what is judged or asked for stands behind these, and is no event beside them
    (
        _tells(Kind.STATEMENT, Need.SPEAKER, 0.85),
        "criticize, criticise, praise, urge, apologize, apologise, slam, condemn, call for, "
        "call on, "
        "denounce, blast, rebuke, decry, lambast, lambaste, applaud, mock, endorse, oppose, "
        "demand",
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
        "prepare, develop, work on, weigh, consider, explore, mull, finalise, finalize, negotiate, "
        "pursue, court, solicit, plot, map out, gear up, line up, lay the groundwork",
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
        "announce his exit, have him back, take the helm, return as, "
        "announce her exit, announce their departure, reassign, redeploy, demote, sideline, "
        "furlough, slash jobs, shed jobs, axe jobs, eliminate jobs, eliminate roles, "
        "eliminate positions, cut roles, cut positions, cut its workforce, "
        "reduce its workforce, trim its workforce, shrink its workforce, downsize, let go, "
        "let go of, make redundant, part ways, part company, cut ties, sever ties, bring on, "
        "bring aboard, elevate, take over as, join as, serve as, jump ship, defect, head up, "
        "call it quits, bow out",
    ),
    (
        _tells(Kind.ORGANIZATION, Need.ANYONE, 0.6),
        "found, be founded, establish, set up, form, create, join, spin off, spin out, "
        "restructure, reorganize, reorganise, rename, rebrand, merge, open an office, "
        "open an office in, co-found, dissolve, disband, convert, hire away, relocate, "
        "open a lab, open a research lab, open a hub, move its headquarters, reincorporate, "
        "split up, break up, open its first office",
    ),
    (
        _tells(Kind.INCIDENT, Need.ANYONE, 0.8),
        "sue, go offline, go dark, go bankrupt, file for bankruptcy, indict, convict, jailbreak, "
        "recall, retract, plagiarise, plagiarize, file a lawsuit, file suit, crash, go down, "
        "leak, hack, breach, be hit by an outage, suffer an outage, expose, infringe, steal, "
        "settle, file a complaint, arrest, charge, accuse, allege, rule, subpoena, "
        "experience an outage, experience issues, experience problems, experience disruptions, "
        "attack, "
        "countersue, plead guilty, lose his lawsuit, lose its lawsuit, lose the lawsuit, "
        "lose a lawsuit, lose his case, lose its case, lose the case, win its case, "
        "win the case, win a lawsuit, win its lawsuit, lose an appeal, lose its appeal, "
        "win an appeal, file an appeal, drop the lawsuit, drop its lawsuit, drop the case, "
        "dismiss the lawsuit, dismiss a lawsuit, dismiss the case, toss the lawsuit, toss out, "
        "throw out, withdraw its lawsuit, face a lawsuit, face lawsuits, be sued, "
        "seek damages, smuggle, scrape, hijack, exfiltrate, infiltrate, defraud, raid, "
        "detain, jail, sentence, acquit, malfunction, escape containment, suffer a breach, "
        "suffer an attack, suffer a data breach, experience downtime, be down for, "
        "be unavailable, settle the case, settle a lawsuit, agree to settle, "
        "reach a settlement, launch an attack",
    ),
    (
        _tells(Kind.MILESTONE, Need.FIGURE, 0.7),
        "be downloaded, be used by, reach, hit, pass, cross, surpass, exceed, top, grow to, "
        "climb to, attract, "
        "eclipse, notch, rack up, amass, garner",
    ),
    # what they mean only together
    (
        NOTHING,
        "pull off, pull ahead, pull together, tap into, hold true, hold up, hold sway, "
        "hold firm, hold steady, hold promise, hold onto, hold accountable, hold the position, "
        "hold the title, hold the role, hold the post, hold the job, hold a position, "
        "hold the key, hold a lead, hold a stake, raise questions, raise eyebrows, "
        "raise the stakes, raise the bar, raise doubts, raise fears, raise hopes, "
        "raise awareness, raise the question, raise the prospect, raise the possibility, "
        "fall behind, fall into, fall under, fall within, fall foul, fall victim, fall prey, "
        "fall in love, fall flat, lose sight, lose track, lose touch, lose interest, "
        "lose patience, lose money, lose sleep, gain traction, gain ground, gain momentum, "
        "gain insight, pass muster, pass judgment, pass along, leave room, leave out, "
        "leave aside, leave intact, resign themselves, resign itself, resign himself, "
        "leave users, leave space, leave the door open, leave much, "
        "leave little, leave questions, leave a mark, leave alone, become more, become less, "
        "become increasingly, become so, become too, become even, become part of, "
        "become synonymous, become known, become aware, become apparent, become obvious, "
        "become necessary, become popular, become dependent, become reliant, become essential, "
        "become harder, become easier, become easy, become difficult, become possible, "
        "become commonplace, become routine, become standard, become mainstream, "
        "become ubiquitous, become the norm, join the conversation, join the discussion, "
        "join the dots, open the door, open the floodgates, open up about, close the gap, "
        "close the loop, draw attention, set the stage, set the tone, set the bar, set up for, "
        "build on, build upon, build up, build momentum, ship with, come with, come out ahead, "
        "drop off, drop out of, add up, add to, add fuel, bring to mind, bring together, "
        "bring to bear, bring closer, bring down costs, put pressure, put simply, "
        "put together, put forward, put into perspective, put it, put at risk, run the risk, "
        "buy time, buy into, sell short, sell out, pay attention, pay off, pay lip service, "
        "pay the price, spend time, spend months, spend years, spend weeks, spend hours, "
        "call into question, call to mind, call home, rule the day, win over, win hearts, "
        "win the race, hit a snag, hit a wall, hit the nail, hit home, reach for, reach out, "
        "cross the line, cross paths, cross over, top it off, make waves, pour cold water, "
        "sign off, sign away, charge ahead, settle in, settle on, settle down, settle into, "
        "expose to, leak out, attack surface, land in, take the lead, quit smoking, slip up, "
        "slip through, slip away, kill off, "
        "kill time, drop the ball, report card",
    ),
)

NOUNS: Rows = (
    (
        _tells(Kind.RELEASE, Need.PRODUCT, 0.6),
        "users can now, customers can now, developers can now, subscribers can now, "
        "you can now, anyone can now",
    ),
    (
        _tells(Kind.STATEMENT, Need.SPEAKER, 0.5),
        "added:, adds:, he added, she added, it added, they added, further added",
    ),
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
        "capital expenditures, capex, valuation, valued at, funding, tender offer, share sale, "
        "series h, series i, pre-seed round, seed funding, debt financing, bond sale, "
        "bond offering, share offering, secondary sale, credit facility, credit line, "
        "fundraise, fundraising, capital raise, capital spending",
    ),
    (
        _noun(Kind.ACQUISITION, Need.ACTOR, 0.6),
        "acquisition, takeover, acquihire, acqui-hire, buyout, merger",
    ),
    (
        _noun(Kind.POLICY, Need.PUBLIC, 0.6),
        "executive order, export controls, export restrictions, antitrust probe, "
        "antitrust investigation, bill, law, regulation, ban, ai act, "
        "export curbs, export ban, export rules, export license, export licenses, "
        "export licence, export licences, chip curbs, chip ban, draft law, draft bill, "
        "draft rules, code of practice, injunction, preliminary injunction, restraining order, "
        "consent decree",
    ),
    (
        _noun(Kind.PARTNERSHIP, Need.TWO, 0.6),
        "partnership, collaboration, joint venture, alliance, licensing deal, multi-year deal, "
        "multiyear deal, deal with, agreement with, tie-up, "
        "memorandum of understanding, licensing agreement, supply deal, supply agreement, "
        "compute deal, joint initiative",
    ),
    (
        _noun(Kind.MARKET_MOVE, Need.FIGURE, 0.5),
        "shares, stock, stock split, market value, market capitalization, market cap",
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
        "restructuring, signing bonus, signing bonuses, "
        "workforce reduction, staff cuts, redundancies, leadership change, "
        "leadership shake-up, leadership shakeup, shake-up, management shake-up",
    ),
    (
        _noun(Kind.INCIDENT, Need.ANYONE, 0.7),
        "outage, lawsuit, data breach, data leak, security breach, vulnerability, class action, "
        "class-action, copyright infringement, cyberattack, settlement, "
        "security incident, security flaw, service disruption, elevated errors, "
        "elevated error rates, ransomware attack, hack of, criminal complaint, indictment, "
        "verdict, mistrial, hearing, "
        "oral arguments, court date, jury trial, trial date, trial is, trial was, "
        "trial begins, trial began",
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
        "is due to the, is due to a, is due to an, is due to its, is due to their, "
        "is due to increased, is due to higher, is due to lower, is due to rising, "
        "is due to strong, is due to growing, is due to lack, are due to the, are due to a, "
        "was due to the, was due to a, was due to an, was due to its, were due to the, "
        "acquisition strategy, acquisition spree, investment strategy, investment bank, "
        "investment banks, investment banking, investment firm, investment firms, "
        "investment company, investment thesis, investment case, release cycle, "
        "release schedule, launch window, funding environment, hiring strategy, "
        "thanks to, selling point, selling points, double up, doubled up, doubles up, "
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
        "writing, score of, "
        "a proposed, the proposed, its proposed, their proposed, his proposed, "
        "proposed settlement, proposed deal, proposed acquisition, proposed merger, "
        "proposed rule, proposed rules, proposed law, beating expectations, beating estimates, "
        "beating forecasts, beating analyst, beating analysts', beating earnings, "
        "beating revenue, beating wall street, beating its, beating the previous, "
        "topping expectations, topping estimates, topping forecasts, topping analyst, "
        "topping analysts', topping its, exceeding expectations, exceeding analysts', "
        "exceeding estimates, surpassing expectations, surpassing estimates, surpassing its, "
        "surpassing the previous, breaking its previous, missing expectations, "
        "missing estimates, well above expectations, licenses, licences, eu rules, ai rules, "
        "new rules, the rules, these rules, its rules, rules on, rules for, rules governing, "
        "export rules take, accessible eu rules, led by, being led by, so-called, "
        "known for its, named for, what is called, otherwise called, commonly called, "
        "often called, manual tapping, publicly available, public markets, open door, "
        "open question, opening up, expected earnings, board of, boards of, growing number, "
        "growing crowd, growing list, growing need, growing concern, growing concerns, "
        "rising demand, rising costs, rising cost, falling short, winning formula, "
        "closing remarks, leading ai, leading provider, leading companies, charging station, "
        "added benefit, added value, unsettled question, built around, built for, built to, "
        "built with, sold as, sold out, addressed to, filed under, left with, left in, "
        "left wondering, left alone, found in, found on, "
        "claims process, claims form, claim form, claims administrator, file claims, "
        "filing claims, submit claims, submitting claims, legal claims, claims of, "
        "architecture called, model called, models called, system called, feature called, "
        "tool called, app called, agent called, service called, product called, "
        "company called, startup called, start-up called, technique called, method called, "
        "approach called, project called, program called, programme called, initiative called, "
        "unit called, team called, group called, platform called, chip called, "
        "benchmark called, chatbot called, assistant called, framework called, mode called, "
        "process called, something called, venture called, law called, bill called, "
        "test called, dataset called, technology called, browser called, device called, "
        "version called, family called, is called, are called, was called, were called, "
        "been called, open-source releases, open source releases, model releases, "
        "new releases, product releases, press releases, future releases, recent releases, "
        "previous releases, upcoming releases, major releases, product launches, "
        "model launches, future launches, recent launches, major launches",
    ),
)
