"""How easy a French text is to read: the Kandel-Moles score, and what it counts.

Kandel and Moles (1958) fitted Flesch's reading ease to French:
207 - 1.015 * words per sentence - 73.6 * syllables per word; more is easier, nothing
bounds it. So it is documented by lucid-lint (https://docs.rs/crate/lucid-lint/0.2.5,
rule readability.score); R's koRpus names it too (preset "fr",
https://rdrr.io/cran/koRpus/man/flesch.html). Cordial prints these constants but calls
the first variable a share of concrete words
(http://www.cordial.fr/descr_technique/lisibilite.htm); we follow the first. None of
them fixes what a word and a syllable are, so we do:

- a word stands between spaces, with its elision: "l’air" is one word;
- a number is one word, with the syllables of its French name, since it is read aloud;
- a sign is one word, with the syllables of what is said for it (SIGNS);
- a syllable is a run of vowels. An é or a letter with a diaeresis beside another vowel
  is a syllable of its own, as in "météo", but not after "i", as in "moitié"; "u" is
  silent in "qu" and "gu"; "y" between vowels parts them; a final "e" or "es" is mute.
  It is a rule of thumb: "pays" counts one too few, the silent "ent" of a verb one
  too many.
"""

import re
from typing import Final

EASY: Final = 60.0
"""From this score on, a sentence of ours is called easy: Flesch's "standard" and up."""
MOST_WORDS: Final = 20
"""Words of a sentence, at most, on any page that tells a figure."""
SIGNS: Final = {"%": 2, "°C": 2, "g": 1, "kg": 2, "t": 1, "h": 1, "CO₂": 3, "CO₂e": 4}

# fmt: off
_UNITS: Final = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf",
    "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept",
    "dix-huit", "dix-neuf",
)
_TENS: Final = (
    "", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante",
    "quatre-vingt", "quatre-vingt",
)
# fmt: on
_SCALES: Final = ((1_000_000, "million"), (1000, "mille"), (100, "cent"))
_INSIDE_NUMBER: Final = re.compile(r"(?<=\d)[\u00a0\u202f](?=\d{3})")
_NUMBER: Final = re.compile(r"(\d+)(?:,(\d+))?")
_END: Final = re.compile(r"[.!?…]+(?=\s|$)")
_EDGES: Final = "«»“”().,;:!?…–—-"
_VOWELS: Final = "aàâeéèêëiîïoôuùûüyœæ"
_SILENT_U: Final = re.compile(rf"(?<=q)u(?=[{_VOWELS}])|(?<=g)u(?=[eéèêiîy])")
_MUTE_END: Final = re.compile(r"es?$")
_PARTED: Final = re.compile(
    rf"(?<=é)(?=[{_VOWELS}])|(?<=[{_VOWELS.replace('i', '')}])(?=[éëïü])"
)
_PARTING_Y: Final = re.compile(rf"(?<=[{_VOWELS}])y(?=[{_VOWELS}])")
_RUN: Final = re.compile(rf"[{_VOWELS}]+")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, without their final stops."""
    return tuple(part.strip() for part in _END.split(text) if words(part))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text: what stands between spaces and is not a mark."""
    joined = _INSIDE_NUMBER.sub("", text)
    bare = (part.strip(_EDGES) for part in joined.split())
    return tuple(part for part in bare if part)


def longest(text: str) -> int:
    """Return the number of words of the longest sentence, 0 for an empty text."""
    return max((len(words(part)) for part in sentences(text)), default=0)


def syllables(word: str) -> int:
    """Return the syllables of one French word, number or sign, at least one."""
    if word in SIGNS:
        return SIGNS[word]
    number = _NUMBER.fullmatch(word)
    if number is not None:
        whole, decimals = number.groups()
        told = spoken(int(whole))
        said = f"{told} virgule {spoken(int(decimals))}" if decimals else told
        return sum(map(syllables, said.split()))
    return sum(map(_of_letters, re.split(r"[-’']", word.lower()))) or 1


def kandel_moles(text: str) -> float:
    """Return the Kandel-Moles score of a French text; more is easier.

    Raises:
        ValueError: the text has no word.
    """
    found, count = words(text), len(sentences(text))
    if not found:
        msg = "a text without words has no score"
        raise ValueError(msg)
    spread = sum(map(syllables, found)) / len(found)
    return 207 - 1.015 * len(found) / count - 73.6 * spread


def spoken(number: int) -> str:
    """Return the French name of a whole number from 0 up, without its spelling rules.

    Plurals and "et" are left out of it: only its syllables matter here.
    """
    for size, name in _SCALES:
        if number >= size:
            many, rest = divmod(number, size)
            head = (
                name if many == 1 and size < _SCALES[0][0] else f"{spoken(many)} {name}"
            )
            return f"{head} {spoken(rest)}" if rest else head
    if number < len(_UNITS):
        return _UNITS[number]
    ten, rest = divmod(number, 10)
    if ten in {7, 9}:
        rest += 10
    return f"{_TENS[ten]} {_UNITS[rest]}" if rest else _TENS[ten]


def _of_letters(part: str) -> int:
    """Count the syllables of letters; an elided consonant has none."""
    heard = _SILENT_U.sub("", part)
    stem = _MUTE_END.sub("", heard)
    if not _RUN.search(stem):
        stem = heard
    parted = _PARTED.sub(" ", _PARTING_Y.sub(" ", stem))
    return len(_RUN.findall(parted))
