"""One column of an export: its name, what it means, and the SQL that fills it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    sql: str
    about: str
    text: bool = True  # words from people, in which a spreadsheet could see a formula


def text(name: str, sql: str, about: str) -> Column:
    return Column(name, f"NULLIF({sql}, '')", about)


def value(name: str, sql: str, about: str) -> Column:
    """A number, a day or a word of our own vocabulary: never a formula."""
    return Column(name, sql, about, text=False)


def date(name: str, table: str, column: str, about: str) -> tuple[Column, ...]:
    """The four columns of a date: as EDTF, its inclusive days, and how precise it is."""
    edtf, earliest, latest = (f"{table}.{column}_{part}" for part in ("edtf", "earliest", "latest"))
    return (
        value(f"{name}_edtf", edtf, f"{about}, as EDTF"),
        value(f"{name}_earliest", earliest, f"{about}: first possible day, empty when open"),
        value(f"{name}_latest", latest, f"{about}: last possible day, empty when open"),
        value(
            f"{name}_precision",
            precision(edtf, earliest, latest),
            f"{about}: day, week, month, quarter, half, season, year, range or open",
        ),
    )


def precision(edtf: str, earliest: str, latest: str) -> str:
    """dates.Precision in SQL; a test holds the two together."""
    bare = f"rtrim({edtf}, '~?%%')"
    part = f"substr({edtf}, 6, 2)"
    return f"""CASE
        WHEN {edtf} IS NULL THEN NULL
        WHEN {edtf} LIKE '%%/%%' THEN CASE
            WHEN {earliest} IS NULL OR {latest} IS NULL THEN 'open'
            WHEN {latest} - {earliest} = 6 AND extract(isodow FROM {earliest}) = 1 THEN 'week'
            ELSE 'range' END
        WHEN length({bare}) = 10 THEN 'day'
        WHEN {bare} LIKE '%%X' THEN 'range'
        WHEN length({bare}) = 4 THEN 'year'
        WHEN {part} <= '12' THEN 'month'
        WHEN {part} <= '24' THEN 'season'
        WHEN {part} <= '36' THEN 'quarter'
        WHEN {part} <= '39' THEN 'range'
        ELSE 'half' END"""


def moment(name: str, sql: str, about: str) -> Column:
    written = f"to_char({sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
    return value(name, written, about)
