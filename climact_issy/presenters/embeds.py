"""An indicator on somebody else's site: options, addresses, and the code to paste."""

from dataclasses import dataclass
from html import escape
from typing import Final, Literal
from urllib.parse import urlencode

from climact_issy import routes
from climact_issy.routes import LANGUAGES, Language

Size = Literal["small", "medium", "large"]
Theme = Literal["auto", "light", "dark"]
SIZES: Final[tuple[Size, ...]] = ("small", "medium", "large")
THEMES: Final[tuple[Theme, ...]] = ("auto", "light", "dark")

FRAMES: Final[dict[Size, tuple[int, int]]] = {
    "small": (360, 256),
    "medium": (352, 488),
    "large": (640, 544),
}
"""Width and height of a frame in CSS pixels, enough for every indicator without a
script; with ours in the page, the frame takes the very height of what it shows."""

_CODE: Final = (
    '<iframe src="{address}" title="{title}" width="{width}" height="{height}" '
    'loading="lazy" style="border:0;max-width:100%"></iframe>\n'
    '<script async src="{script}"></script>'
)
_LANGUAGES: Final[dict[str, Language]] = {name: name for name in LANGUAGES}
_THEMES: Final[dict[str, Theme]] = {name: name for name in THEMES}
_SIZES: Final[dict[str, Size]] = {
    asked: size for size in SIZES for asked in (size, size[0])
}
"""What an address may say; a size also by its first letter."""


@dataclass(frozen=True, slots=True)
class Options:
    """What an embed may choose. Few values, so that every answer can be kept.

    Attributes:
        language: "fr" or "en".
        size: "small", "medium" or "large".
        theme: "light", "dark", or "auto": as the reader's system.
    """

    language: Language = "fr"
    size: Size = "medium"
    theme: Theme = "auto"

    @property
    def query(self) -> str:
        """Their part of an address, without what goes without saying."""
        theme = "" if self.theme == "auto" else f"&theme={self.theme}"
        return f"lang={self.language}&size={self.size}{theme}"


@dataclass(frozen=True, slots=True)
class Snippet:
    """What somebody pastes into their page.

    Attributes:
        address: of the embedded page.
        code: the frame, and the script that fits its height.
        width: of the frame, in CSS pixels.
        height: of the frame, in CSS pixels.
    """

    address: str
    code: str
    width: int
    height: int


def options(language: str = "", size: str = "", theme: str = "") -> Options:
    """Read what an address asks for; what is unknown is answered as usual.

    Args:
        language: "fr" or "en".
        size: "small", "medium", "large", or its first letter.
        theme: "auto", "light" or "dark".
    """
    return Options(
        language=_LANGUAGES.get(language, "fr"),
        size=_SIZES.get(size.lower(), "medium"),
        theme=_THEMES.get(theme.lower(), "auto"),
    )


def path(slug: str, chosen: Options) -> str:
    """Return the address of an embedded indicator on this site."""
    return f"{routes.EMBED_INDICATORS}/{slug}?{chosen.query}"


def picture(slug: str, chosen: Options, kind: Literal["svg", "png"]) -> str:
    """Return the address of an indicator as a picture, on this site."""
    return f"{routes.EMBED_INDICATORS}/{slug}.{kind}?{chosen.query}"


def snippet(
    site: str,
    slug: str,
    title: str,
    chosen: Options,
    *,
    room: tuple[int, int] | None = None,
) -> Snippet:
    """Write the code that shows an indicator on another site.

    Args:
        site: address of this site, without a slash at its end.
        slug: the indicator.
        title: what a screen reader calls the frame.
        chosen: language, size and theme.
        room: width and height that the frame may not exceed, in CSS pixels.
    """
    address = site + path(slug, chosen)
    width, height = FRAMES[chosen.size]
    if room is not None:
        width, height = min(width, room[0]), min(height, room[1])
    code = _CODE.format(
        address=escape(address),
        title=escape(title),
        width=width,
        height=height,
        script=escape(site + routes.EMBED_SCRIPT),
    )
    return Snippet(address, code, width, height)


def with_gaps(site: str) -> str:
    """Write the code with gaps for what is chosen: [slug], [query], [title].

    Args:
        site: address of this site, without a slash at its end.
    """
    return _CODE.format(
        address=f"{escape(site + routes.EMBED_INDICATORS)}/[slug]?[query]",
        title="[title]",
        width="[width]",
        height="[height]",
        script=escape(site + routes.EMBED_SCRIPT),
    )


def discovery(site: str, route: str) -> str:
    """Return the address that tells other sites how to embed a page (oEmbed).

    Args:
        site: address of this site, without a slash at its end.
        route: the page of an indicator.
    """
    return f"{site}{routes.OEMBED}?{urlencode({'url': site + route, 'format': 'json'})}"
