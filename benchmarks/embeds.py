"""Embeds: how many a second beside a bare Starlette, and how many bytes each has."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from benchmarks.latencies import Measured, Sample, Turn, together
from benchmarks.servers import free_port, serving
from climact_issy.content import indicators as catalogue
from climact_issy.domain.indicators import Indicator
from climact_issy.presenters import embeds
from climact_issy.presenters.embeds import SIZES, Options
from climact_issy.settings import ROOT
from climact_issy.web import embed, pictures, png

HELLO = "Starlette hello"
EMBED = "embed page"
PATH = embeds.path("budget-climat", Options())
CLIENTS = 8
TURNS = 400
ROUNDS = 3
"""In turns with the bare server, so that a busy moment hits both."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """Weight of one indicator as an embed, in bytes, the larger of both languages.

    Attributes:
        slug: the indicator.
        pages: of the page, by size.
        svg: of the medium picture.
        png: of the medium picture, at twice its size.
    """

    slug: str
    pages: tuple[int, ...]
    svg: int
    png: int


def hello() -> Starlette:
    """Make the bare server: one route, one short text."""

    async def answer(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("hello")

    return Starlette(routes=[Route("/", answer)])


def measure(port: int, folder: Path, environment: dict[str, str]) -> list[Measured]:
    """Ask a running product and a bare server in turns.

    Args:
        port: of the product.
        folder: for the log of the bare server.
        environment: of the product; the bare server gets what it needs of it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    bare = {**environment, "CLIMACT_DATA_DIR": str(folder)}
    at = free_port()
    with serving("benchmarks.embeds:hello", at, bare, folder=ROOT, ready="/"):
        return ask({HELLO: (at, "/"), EMBED: (port, PATH)})


def ask(addresses: dict[str, tuple[int, str]], turns: int = TURNS) -> list[Measured]:
    """Ask several addresses in turns, with several clients at once.

    Args:
        addresses: (port, path) by the name of the row.
        turns: questions of each client in a round.
    """
    return asyncio.run(_in_turns(addresses, turns))


def weigh() -> list[Bytes]:
    """Weigh every embed, without a server: an answer is these very bytes."""
    return [
        Bytes(
            slug=indicator.slug,
            pages=tuple(
                max(
                    len(_written(indicator, "html", Options(language, size)))
                    for language in ("fr", "en")
                )
                for size in SIZES
            ),
            svg=len(_svg(indicator)),
            png=len(png.draw(_svg(indicator).decode(), pictures.ZOOM)),
        )
        for indicator in catalogue.shown(is_demo=True)
    ]


def print_bytes(found: list[Bytes]) -> None:
    """Print the bytes of each embed as a table."""
    heads = "".join(f"{size:>9}" for size in SIZES)
    print(f"\n{'embed, bytes':<28}{heads}{'svg':>9}{'png':>9}")
    for one in found:
        pages = "".join(f"{size:>9}" for size in one.pages)
        print(f"{one.slug:<28}{pages}{one.svg:>9}{one.png:>9}")
    most = max(max(one.pages) for one in found)
    print(f"Largest page: {most} bytes before compression; aim: 20,000.")


def _svg(indicator: Indicator) -> bytes:
    return _written(indicator, "svg", Options())


def _written(indicator: Indicator, kind: str, chosen: Options) -> bytes:
    return embed.written(embed.bundled(indicator), kind, chosen).body


async def _in_turns(asked: dict[str, tuple[int, str]], turns: int) -> list[Measured]:
    samples = {name: Sample() for name in asked}
    for port, path in asked.values():
        await _round(port, path, turns=min(turns, 50))
    for _ in range(ROUNDS):
        for name, (port, path) in asked.items():
            samples[name].add(await _round(port, path, turns=turns))
    return [sample.summary(name, CLIENTS) for name, sample in samples.items()]


async def _round(port: int, path: str, *, turns: int) -> Sample:
    lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(CLIENTS)]
    found = await together([[_turn(line, path)] * turns for line in lines])
    for _, writer in lines:
        writer.close()
        await writer.wait_closed()
    return found


def _turn(line: tuple[asyncio.StreamReader, asyncio.StreamWriter], path: str) -> Turn:
    reader, writer = line
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()

    async def turn() -> None:
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        assert head.startswith(b"http/1.1 200"), head
        length = head.partition(b"content-length: ")[2].partition(b"\r\n")[0]
        await reader.readexactly(int(length))

    return turn
