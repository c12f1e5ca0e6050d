"""YAML text to plain data that knows its lines; everything a seed does not need is refused.

Built from the parser's events in one pass, so that depth, aliases and tags are stopped before
anything is made of them.
"""

import re
from typing import Any, NamedTuple

import yaml
from yaml.resolver import Resolver

from events.exchange.seeds.problems import Problem, shown

DEEPEST = 12
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_KEPT_AS_TEXT = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp")
_READ_AS = {"bool": "yes or no", "float": "a number with a point", "int": "a number"}


class Document(NamedTuple):
    """Lists, mappings, text, whole numbers and None, with the line of every one of them."""

    data: Any
    lines: dict[Path, int]
    problems: list[Problem]

    def line(self, path: Path) -> int:
        """The line of what stands at `path`, or of the nearest thing around it."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Stop(Exception):  # noqa: N818  # not an error of its own: ends the reading of one file
    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


class _Frame:
    """A list or mapping that is still open."""

    def __init__(self, container: list[Any] | dict[str, Any], path: Path) -> None:
        self.container = container
        self.path = path
        self.key: str | None = None

    @property
    def awaits_key(self) -> bool:
        return isinstance(self.container, dict) and self.key is None

    def next_path(self) -> Path:
        if isinstance(self.container, list):
            return (*self.path, len(self.container))
        return (*self.path, self.key or "")

    def add(self, value: Any) -> None:
        if isinstance(self.container, list):
            self.container.append(value)
        else:
            self.container[self.key or ""] = value
            self.key = None


class _Builder:
    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self.frames: list[_Frame] = []
        self.documents = 0
        self.data: Any = None

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_marks(event)
            self._open(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.frames.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise _Stop(_line(event), "aliases (*) are not read, write the value out")
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _Stop(_line(event), "a second document (---) begins, expected one a file")

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem(_line(event), "anchors (&) are not read, leave it out")
        if event.tag is not None:
            self._problem(_line(event), f"tags ({shown(event.tag)}) are not read, leave it out")

    def _problem(self, line: int, text: str) -> None:
        self.problems.append(Problem(self.name, line, text))

    def _scalar(self, event: Any) -> None:
        if self.frames and self.frames[-1].awaits_key:
            self._key(event)
        else:
            self._place(event, self._value(event))

    def _key(self, event: Any) -> None:
        frame = self.frames[-1]
        path = (*frame.path, event.value)
        if path in self.lines:
            text = f"key “{shown(event.value)}” is given twice, first on line {self.lines[path]}"
            self._problem(_line(event), text)
        self.lines.setdefault(path, _line(event))
        frame.key = event.value

    def _open(self, event: Any, container: list[Any] | dict[str, Any]) -> None:
        if len(self.frames) >= DEEPEST:
            raise _Stop(_line(event), f"is nested more than {DEEPEST} deep")
        if self.frames and self.frames[-1].awaits_key:
            raise _Stop(_line(event), "a key is plain text, not a list or mapping")
        self.frames.append(_Frame(container, self._place(event, container)))

    def _place(self, event: Any, value: Any) -> Path:
        if not self.frames:
            self.data = value
            self.lines[()] = _line(event)
            return ()
        path = self.frames[-1].next_path()
        self.lines.setdefault(path, _line(event))
        self.frames[-1].add(value)
        return path

    def _value(self, event: Any) -> str | int | None:
        text: str = event.value
        if not event.implicit[0]:
            return text
        if text in ("", "~", "null"):
            return None
        if _INTEGER.fullmatch(text):
            return int(text)
        tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
        if tag not in _KEPT_AS_TEXT:
            meaning = _READ_AS.get(tag.rpartition(":")[2], "something else than text")
            words = f"YAML reads {shown(text)} as {meaning}: put it in quotes ('{shown(text)}')"
            self._problem(_line(event), words)
        return text


_RESOLVER: Any = Resolver()


def read(name: str, content: bytes) -> Document:
    """The data of one file; `problems` holds what was wrong with it as YAML."""
    builder = _Builder(name)
    try:
        text = _decoded(content)
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
        if not builder.documents:
            raise _Stop(1, "is empty")
    except _Stop as stop:
        builder.problems.append(Problem(name, stop.line, str(stop)))
    except yaml.reader.ReaderError as error:
        line = content.count(b"\n", 0, error.position) + 1
        builder.problems.append(Problem(name, line, f"U+{error.character:04X}: {error.reason}"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        builder.problems.append(Problem(name, line, f"is not YAML: {error.problem}"))
    return Document(builder.data, builder.lines, builder.problems)


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        raise _Stop(line, f"is not UTF-8: byte 0x{byte:02x}") from error
    if "\0" in text:
        raise _Stop(text[: text.index("\0")].count("\n") + 1, "holds a NUL character")
    return text


def _line(event: Any) -> int:
    line: int = event.start_mark.line + 1
    return line
