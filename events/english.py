"""English verbs whose past no rule makes. Plain Python."""


def _table(words: str) -> dict[str, str]:
    """Base forms and their past forms, as they stand between semicolons."""
    rows = (row.split(maxsplit=1) for row in " ".join(words.split()).split(";"))
    return {row[0]: row[1] for row in rows}


IRREGULAR = _table(
    """
    admit admitted; ban banned; beat beat beaten; become became; begin began begun; bet bet; bid
    bid; break broke broken; bring brought; build built; buy bought; cancel cancelled canceled;
    come came; commit committed; cut cut; drop dropped; fall fell fallen; find found; forbid
    forbade forbidden; get got; give gave given; go went gone; grow grew grown; hit hit; hold
    held; keep kept; know knew; lay laid; lead led; leap leapt leaped; leave left; lose lost; make
    made; meet met; outdo outdid; overtake overtook overtaken; pay paid; permit permitted; plan
    planned; put put; quit quit; rebuild rebuilt; recommit recommitted; rise rose risen; run ran;
    say said; scrap scrapped; see saw seen; seek sought; sell sold; send sent; set set; shed shed;
    ship shipped; shrink shrank; shut shut; sink sank sunk; slide slid; slip slipped; snap
    snapped; speak spoke spoken; spend spent; spin spun; spread spread; steal stole stolen; step
    stepped; strike struck; strive strove; submit submitted; take took taken; tap tapped; teach
    taught; tell told; think thought; throw threw thrown; top topped; transfer transferred; win
    won; withdraw withdrew withdrawn; write wrote written
    """
)
