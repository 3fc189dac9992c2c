"""Files of later versions of the rule."""

from climact_issy.content import rules


def body(*, without: str = "", **changes: object) -> str:
    """Return the file of the content without number and day, with some changes.

    Args:
        without: a key to leave out.
        **changes: key -> its new value, as TOML writes it.
    """
    lines: list[str] = []
    for line in rules.FILE.read_text("utf-8").splitlines():
        key = line.partition(" =")[0]
        if key in {"version", "starts_on", without}:
            continue
        lines.append(f"{key} = {changes.pop(key)}" if key in changes else line)
    extra = [f"{key} = {value}" for key, value in changes.items()]
    return "\n".join([*extra, *lines])
