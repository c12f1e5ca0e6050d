"""The words that tell of events, and how a text is searched for them.

meaning    what a word may tell
zh_events  Chinese triggers, one readable line a kind of word
zh_modes   Chinese words for plans, hearsay, denial, absence
en_events  English triggers
en_modes   English words for plans, hearsay, denial, absence
inflection English verbs in their forms
lexicon    all of them matched in one pass
"""
