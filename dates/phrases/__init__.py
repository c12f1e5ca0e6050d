"""The grammar of date phrases.

numbers    counts in digits, Chinese characters and English words
calendar   moving days, weeks, months and years about
festivals  which days festivals fall on
term       a date as its words gave it, completed from base day and direction
build      what a rule makes of the words it matched: points in time
spans      the same for counts: three days ago, the next two weeks
periods    the same for parts of periods: year-end, the first week of May
bare       names and numbers that are dates only in the right company
operators  words around a date: since, before, by, 前, 以来
grammar    what rules are made of and what they read
levels     which of the rules matches at a place
automaton  with which characters an expression can begin
zh, en     one readable line a rule, with an example; words in zh_words, en_words
context    whether a sentence looks back or ahead
lending    the year a date lends the one after it
edges      titles, time zones and brackets around a phrase
engine     find and resolve
"""
