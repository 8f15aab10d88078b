"""Alerts that have a title of their own: ``> [!NOTE] Title``, which GitHub would show as a quotation."""

from __future__ import annotations

import re
from itertools import takewhile

from rostra.deck.blocks import Block, Container, Paragraph, Quote, Spans
from rostra.deck.name import words
from rostra.deck.names import ALERTS

ALERT_NAMES = words(ALERTS)
KIND = re.compile(rf"\[!({'|'.join(ALERT_NAMES)})\][ \xa0]+(?=\S)", re.IGNORECASE)
CALLED = r"\[!([A-Za-z][\w-]*)\][+-]?(?=\s|\Z)"


def titled_alert(quote: Quote) -> Block:
    """The alert that a quotation is, when its first line says so; else the quotation."""
    first = quote.children[0] if quote.children else None
    found = KIND.match(first.spans[0].text) if isinstance(first, Paragraph) and first.spans else None
    if found is None or not isinstance(first, Paragraph):
        return quote
    spans = (first.spans[0]._replace(text=first.spans[0].text[found.end() :]), *first.spans[1:])
    title, rest = _first_line(spans)
    told = (first._replace(spans=rest),) if rest else ()
    return Container("alert", f"{found[1].lower()} {title}", (*told, *quote.children[1:]), quote.place, quote.step)


def called_alert(block: Block) -> str:
    """The kind of alert that a quotation is meant to be and is not; nothing for any other block."""
    first = block.children[0] if isinstance(block, Quote) and block.children else None
    found = re.match(CALLED, first.spans[0].text) if isinstance(first, Paragraph) and first.spans else None
    return found[1] if found and found[1].lower() not in ALERT_NAMES else ""


def _first_line(spans: Spans) -> tuple[str, Spans]:
    """The text of the first line, and the spans of what follows it."""
    whole = list(takewhile(lambda span: "\n" not in span.text, spans))
    if len(whole) == len(spans):
        return "".join(span.text for span in spans).strip(), ()
    broken = spans[len(whole)]
    before, _, after = broken.text.partition("\n")
    rest = (*((broken._replace(text=after),) if after else ()), *spans[len(whole) + 1 :])
    return ("".join(span.text for span in whole) + before).strip(), rest
