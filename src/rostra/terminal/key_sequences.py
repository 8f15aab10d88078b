"""What single keys send, cut out of a stream of bytes and made readable."""

from __future__ import annotations

import re

_CHARACTER = (
    rb"(?:[\x00-\x1a\x1c-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})"
)  # fmt: skip
WHOLE = re.compile(
    rb"\x1b\[\[[A-E]|\x1b\[[0-?]*[ -/]*[@-Z\\-~]|\x1bO[0-9;]*[@-~]|\x1b(?![\[O])" + _CHARACTER + rb"|\x1b(?=\x1b)|"
    + _CHARACTER
)  # fmt: skip
BEGUN = re.compile(
    rb"\x1b(?:\[\[?|\[[0-?]*[ -/]*|O[0-9;]*|[\xc2-\xf4][\x80-\xbf]{0,2})?\Z|[\xc2-\xf4][\x80-\xbf]{0,2}\Z"
)

SIGNS = {0x1B: "ESC", 0x20: "SP", 0x7F: "DEL"}


def split(data: bytes) -> tuple[list[bytes], bytes]:
    """The sequences of single keys, and what may be the beginning of one more."""
    found, at = [], 0
    while at < len(data):
        if one := WHOLE.match(data, at):
            end = one.end()
        elif BEGUN.match(data, at):
            break
        else:
            end = at + 1
        found.append(data[at:end])
        at = end
    return found, data[at:]


def readable(sent: bytes) -> str:
    """Bytes as a person can read them, none of them as itself unless it is harmless."""
    parts: list[str] = []
    for byte in sent:
        digit = 0x30 <= byte <= 0x39
        if digit and parts and parts[-1].isdigit():
            parts[-1] += chr(byte)
        elif byte in SIGNS:
            parts.append(SIGNS[byte])
        elif byte < 0x20:
            parts.append(f"^{chr(byte + 0x40)}")
        else:
            parts.append(chr(byte) if byte < 0x7F else f"{byte:02X}")
    return " ".join(parts)
