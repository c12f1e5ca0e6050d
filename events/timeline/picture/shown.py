"""A picture ready for its template: places as SVG wants them, words as readers want them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dates import PartialDate, display
from dates.languages import Language
from events.localization import Words, listed, reader_language, rounded
from events.models.vocabulary import Certainty
from events.timeline.picture.axis import Tick
from events.timeline.picture.density import Bar
from events.timeline.picture.drawing import LABEL_GAP, DrawnLane, Frame, Picture, Placed
from events.timeline.picture.geometry import AXIS, Place
from events.timeline.picture.groups import GROUPS
from events.timeline.picture.marks import Mark, shortened
from events.timeline.picture.window import ONE, Window

Address = Callable[[Window], str]  # the query string that shows a window
BAR_GAP = 2.0  # pixels between bars
LEAST_BAR = 2.0  # pixels
LEAST_TEXTURE = 5.0  # pixels; what is lower is plain
GLYPH = 7.0  # half the size of the glyph of a day


@dataclass(frozen=True, slots=True)
class ShownMark:
    address: str
    title: Words
    about: str  # date and status in words
    classes: str
    shape: str
    status: str
    x: str
    width: str
    y: str
    fades: str
    struck: bool
    promised: tuple[str, str]  # from where to where an arrow leads; empty without one
    label: str
    label_x: str
    label_dx: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ShownBar:
    query: str
    title: str
    about: str
    parts: SafeString  # its rectangles: far too many for a template to write one by one


@dataclass(frozen=True, slots=True)
class ShownLane:
    name: Words | Promise | str
    address: str
    top: str
    head: str
    baseline: str
    marks: list[ShownMark]
    bars: list[ShownBar]


@dataclass(frozen=True, slots=True)
class ShownTick:
    x: str
    label: str
    query: str
    title: str


@dataclass(frozen=True, slots=True)
class Move:
    """A way to another window; without a query there is nothing more that way."""

    name: str
    label: str
    sign: str
    query: str


@dataclass(frozen=True, slots=True)
class Shown:
    title: str
    days: str
    height: int
    width: int
    first: str
    last: str
    bottom: str
    minor_y: str
    major_y: str
    lanes: list[ShownLane]
    minor: list[ShownTick]
    major: list[ShownTick]
    today: str
    moves: list[Move]
    crowded: bool
    estimated: bool
    groups: list[tuple[str, str | Promise]]

    @property
    def named(self) -> list[ShownMark]:
        """The marks that have their name beside them, each event once."""
        marks = [mark for lane in self.lanes for mark in lane.marks if mark.label]
        return list({mark.address: mark for mark in marks}.values())


def shown(picture: Picture, address: Address) -> Shown:
    frame = picture.frame
    bottom = frame.height - AXIS
    return Shown(
        title=_("Timeline, %(days)s") % {"days": in_days(frame.window)},
        days=in_days(frame.window),
        height=frame.height,
        width=frame.width,
        first=frame.window.first.isoformat(),
        last=frame.window.last.isoformat(),
        bottom=str(bottom),
        minor_y=str(bottom + 16),
        major_y=str(bottom + 34),
        lanes=[_lane(lane, picture, address) for lane in picture.lanes],
        minor=[_tick(tick, address) for tick in picture.axis.minor],
        major=[_tick(tick, address) for tick in picture.axis.major],
        today="",
        moves=moves_of(frame.window, address),
        crowded=picture.crowded,
        estimated=any(bar.estimated for lane in picture.lanes for bar in lane.bars),
        groups=[(key, words) for key, (words, _kinds) in GROUPS.items()] if picture.stacked else [],
    )


def in_days(window: Window) -> str:
    return _in_days(window, reader_language())


@lru_cache(maxsize=4096)
def _in_days(window: Window, language: Language) -> str:
    return display(PartialDate.between(window.first, window.last), language)


def moves_of(window: Window, address: Address) -> list[Move]:
    ways = (
        ("earlier", _("Earlier"), "←", window.moved(-0.5)),
        ("later", _("Later"), "→", window.moved(0.5)),
        ("nearer", _("Nearer"), "+", window.zoomed(0.5)),
        ("farther", _("Farther"), "−", window.zoomed(2)),
    )
    return [
        Move(name, label, sign, address(to) if to != window else "")
        for name, label, sign, to in ways
    ]


def _tick(tick: Tick, address: Address) -> ShownTick:
    return ShownTick(_number(tick.place), tick.label, address(tick.window), in_days(tick.window))


def _lane(lane: DrawnLane, picture: Picture, address: Address) -> ShownLane:
    place, scale = lane.place, picture.scale_of(lane) if lane.bars else 0.0
    return ShownLane(
        name=lane.lane.name,
        address=lane.lane.address,
        top=_number(place.top),
        head=_number(place.top + (16 if place.head < 4 else 13)),
        baseline=_number(place.baseline),
        marks=[_mark(placed, place, picture.frame.width) for placed in lane.marks],
        bars=[
            _bar(bar, place, scale, picture, address)
            for bar in lane.bars
            if bar.events or bar.perhaps * scale >= 1
        ],
    )


def _mark(placed: Placed, place: Place, width: int) -> ShownMark:
    mark, box, event = placed.mark, placed.box, placed.mark.event
    label = shortened(mark.title.text, box.label - LABEL_GAP) if box.label else ""
    end = min(mark.end, 100.0)
    return ShownMark(
        address=event.get_absolute_url(),
        title=mark.title,
        about=listed([mark.when, *_states(mark)]),
        classes=f"g-{mark.group} is-{event.status} sure-{event.certainty}",
        shape=mark.shape,
        status=event.status,
        x=_number(mark.start),
        width=_number(max(mark.end - mark.start, 0)),
        y=_number(place.row(box.row)),
        fades=mark.fades,
        struck=event.status == "cancelled" or event.certainty == Certainty.DENIED,
        promised=(_number(mark.promised), _number(mark.start))
        if mark.promised is not None
        else ("", ""),
        label=label,
        label_x=_number(100 * (box.start + (0 if mark.shape == "span" else GLYPH)) / width)
        if box.leftwards
        else _number(end),
        label_dx=_number((-1 if box.leftwards else 1) * (GLYPH + 4 if mark.shape != "span" else 6)),
        anchor="end" if box.leftwards else "start",
    )


def _states(mark: Mark) -> list[str]:
    event = mark.event
    states = [str(event.get_status_display())]
    if event.certainty != Certainty.CONFIRMED:
        states.append(str(event.get_certainty_display()))
    return states


def _bar(bar: Bar, place: Place, scale: float, picture: Picture, address: Address) -> ShownBar:
    return ShownBar(
        address(bar.period),
        in_days(bar.period),
        _numbers(bar),
        _parts(bar, place, scale, picture.frame),
    )


def _numbers(bar: Bar) -> str:
    parts = [_counted(bar)]
    if len(bar.inside) > 1:
        patterns = _group_patterns(reader_language())
        parts += [patterns[group] % {"n": _written(n, bar)} for group, n in bar.inside.items()]
    if perhaps := round(bar.perhaps):
        words = ngettext("perhaps %(n)s more", "perhaps %(n)s more", perhaps)
        parts.append(words % {"n": _written(perhaps, bar)})
    return listed(parts)


@lru_cache(maxsize=8)
def _group_patterns(language: Language) -> dict[str, str]:
    """“Launches: %(n)s” and so on; there are hundreds of them in a picture."""
    pattern = _("%(group)s: %(n)s")
    return {
        key: pattern % {"group": words, "n": "%(n)s"} for key, (words, _kinds) in GROUPS.items()
    }


def _counted(bar: Bar) -> str:
    if bar.estimated:
        words = ngettext("about %(n)s event", "about %(n)s events", bar.events)
    else:
        words = ngettext("%(n)s event", "%(n)s events", bar.events)
    return words % {"n": _written(bar.events, bar)}


def _written(number: int, bar: Bar) -> str:
    return f"{rounded(number) if bar.estimated else number:,}"


def _parts(bar: Bar, place: Place, scale: float, frame: Frame) -> SafeString:
    """From the baseline upwards, those that only may lie here on top."""
    gap = 100 * BAR_GAP / frame.width
    x, end = frame.window.place(bar.period.first), frame.window.place(bar.period.last + ONE)
    across = f'x="{x + gap / 2:.2f}%" width="{max(end - x - gap, gap):.2f}%"'
    parts, y = [], place.baseline
    # What is there is seen, however little it is.
    stretch = max(1.0, LEAST_BAR / (bar.events * scale)) if bar.events else 1.0
    for group in GROUPS:
        if group in bar.inside:
            tall = bar.inside[group] * scale * stretch
            y -= tall
            fill = (
                f'fill="url(#tex-{group})"' if tall >= LEAST_TEXTURE else f'class="plain g-{group}"'
            )
            parts.append(f'<rect {across} y="{y:.2f}" height="{tall:.2f}" {fill}/>')
    if bar.perhaps:
        tall = bar.perhaps * scale
        fill = 'fill="url(#tex-perhaps)"'
        parts.append(f'<rect {across} y="{y - tall:.1f}" height="{tall:.1f}" {fill}/>')
    return mark_safe("".join(parts))  # noqa: S308  # numbers and names of our own


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
