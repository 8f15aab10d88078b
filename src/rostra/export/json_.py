"""A talk as JSON, for scripts."""

from __future__ import annotations

import json
from typing import Any

from rostra.deck.blocks import without_code
from rostra.deck.model import Content, Slide
from rostra.errors import Problem
from rostra.export.job import Job
from rostra.safety import safe_line
from rostra.typeset import Frame, Page, typeset


def document(job: Job) -> str:
    """The talk as JSON; ``docs/scripting.md`` tells what each field means."""
    deck = job.deck
    told = {
        "title": safe_line(deck.title),
        "dialect": deck.dialect,
        "problems": [_problem(problem) for problem in deck.all_problems()],
        "slides": [_slide(job, number, slide, frame) for number, slide, frame in job.framed()],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _slide(job: Job, number: int, slide: Slide, frame: Frame) -> dict[str, Any]:
    told: dict[str, Any] = {
        "number": number,
        "title": slide.content.title,
        "name": slide.settings.name,
        "line": slide.place.line,
        "steps": frame.steps,
        "page": [frame.page.columns, frame.page.rows],
    }
    if job.notes:
        told["notes"] = slide.content.notes
    told |= {
        "text": frame.text(),
        "prose": _prose(job, slide, frame),
        "rows": frame.content_rows,
        "columns": frame.content_columns,
        "overflow": frame.overflow()._asdict(),
        "notices": [_problem(notice) for notice in frame.notices],
    }
    if job.steps:
        told["frames"] = [frame.text(step) for step in job.steps_of(frame)]
        told["overflows"] = [frame.overflow(step)._asdict() for step in job.steps_of(frame)]
    return told


def _problem(problem: Problem) -> dict[str, Any]:
    return {"file": problem.file, "line": problem.line, "column": problem.column, "message": problem.message}


def _prose(job: Job, slide: Slide, frame: Frame) -> str:
    """The slide's text without its listings."""
    content = Content(without_code(slide.content.blocks), steps=slide.steps, footer=False)
    bare = Slide(slide.place, slide.source, slide.settings, parse=lambda: content)
    return typeset(bare, Page(frame.page.columns, frame.page.rows), job.styles).text()
