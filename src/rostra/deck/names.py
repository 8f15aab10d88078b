"""Every open name that a deck may use, once: the reader warns of others, completion and docs are made from it.

What a name looks like is settled elsewhere: elements in ``typeset.elements``, themes in ``themes``.
"""

from __future__ import annotations

from rostra.deck.name import Name

ELEMENTS = (
    Name("columns", "columns side by side", "::: columns"),
    Name("column", "one of the columns; without a width they share what is left", "::: column 40%"),
    Name("center", "in the middle", "::: center"),
    Name("right", "to the right", "::: right"),
    Name("left", "to the left", "::: left"),
    Name("box", "a frame, with a title if one is given", "::: box Title"),
    Name("large", "large letters where they fit", "::: large"),
    Name("alert", "an alert: note, tip, important, warning or caution", "::: alert warning"),
    Name("notes", "notes, for the speaker alone", "::: notes"),
)
"""What can stand behind ``:::``."""

FIGURES = (
    Name("timeline", "what happened when: a line, and on it each time with what it brought", "timeline"),
    Name("flow", "boxes and arrows, branching as they do", "flow"),
    Name("tree", "what belongs to what, by indentation", "tree"),
    Name("layers", "what rests on what, slab upon slab", "layers"),
    Name("matrix", "fields between two axes, two by two or more, and points in them", "matrix"),
    Name("qr", "a text, such as an address, as a QR code", "qr"),
    Name("chart", "numbers as bars, columns, lines, points, sparklines or a ring, by its next word", "chart bar"),
)
"""Languages of listings that are drawn as figures, one file of ``typeset/figures`` each."""

LAYOUTS = (
    Name("default", "a headline and what there is to say, whatever the content looks like", "slide: {layout: default}"),
    Name("title", "all in the middle, the first heading as large as fits", "slide: {layout: title}"),
    Name("section", "where a part of the talk begins: its name, large, at the left", "slide: {layout: section}"),
    Name("statement", "one sentence as large as fits", "slide: {layout: statement}"),
    Name("quote", "a quotation mark, the words large, who said them small", "slide: {layout: quote}"),
    Name("number", "one figure that fills the page, and what it means", "slide: {layout: number}"),
    Name("two-columns", "what stands below the headline in two columns", "slide: {layout: two-columns}"),
    Name("compare", "two sides facing each other on panels", "slide: {layout: compare}"),
    Name("cards", "the items of a list, each on a panel", "slide: {layout: cards}"),
    Name("image", "a picture in the middle", "slide: {layout: image}"),
    Name("image-left", "a picture at the left, the text beside it", "slide: {layout: image-left}"),
    Name("image-right", "a picture at the right, the text beside it", "slide: {layout: image-right}"),
    Name("code", "a listing in the middle", "slide: {layout: code}"),
    Name("agenda", "the sections of the talk, the next one marked", "slide: {layout: agenda}"),
    Name("end", "the last words, as a title", "slide: {layout: end}"),
    Name("blank", "an empty page", "slide: {layout: blank}"),
)

UNNAMED = ("title", "statement", "quote", "number", "image", "code", "points")
"""What a slide can be that names no layout, besides a usual one; points are a list whose items begin in bold."""

TRANSITIONS = (
    Name("none", "the next slide is there at once", "transition: none"),
    Name("fade", "the last slide fades into the page, the next one out of it", "transition: fade"),
    Name("slide", "the next slide comes in over the last", "transition: slide"),
    Name("push", "the next slide pushes the last out", "transition: push"),
    Name("wipe", "the next slide replaces the last from left to right", "transition: wipe"),
    Name("dissolve", "the next slide appears in small pieces", "transition: dissolve"),
    Name("reveal", "the last slide goes out and uncovers the next", "transition: reveal"),
)
"""How one slide, or step, becomes the next; each but the first is a file of ``stage/transitions``."""

THEMES = (
    Name("dark", "light on near black; for most rooms"),
    Name("light", "dark on warm white"),
    Name("terminal", "the terminal's own sixteen colours"),
    Name("paper", "black on white, few colours, for bright rooms and weak projectors"),
    Name("newsprint", "black and red on warm grey, as a front page"),
    Name("noir", "white and red on black"),
    Name("blueprint", "chalk white and yellow on deep blue"),
    Name("whiteprint", "blue lines on white, as plans were copied once"),
    Name("phosphor", "a green screen"),
    Name("amber", "an amber screen"),
    Name("catppuccin", "Catppuccin Mocha"),
    Name("catppuccin-latte", "Catppuccin Latte"),
    Name("gruvbox", "Gruvbox dark"),
    Name("gruvbox-light", "Gruvbox light"),
    Name("nord", "Nord"),
    Name("nord-light", "Nord on its snow"),
    Name("tokyo-night", "Tokyo Night"),
    Name("tokyo-day", "Tokyo Night Day"),
    Name("solarized-dark", "Solarized dark"),
    Name("solarized-light", "Solarized light"),
    Name("rose-pine", "Rosé Pine"),
    Name("rose-pine-dawn", "Rosé Pine Dawn"),
    Name("everforest", "Everforest dark"),
    Name("everforest-light", "Everforest light"),
    Name("kanagawa", "Kanagawa Wave"),
    Name("kanagawa-lotus", "Kanagawa Lotus"),
    Name("dracula", "Dracula"),
)
"""The themes that come with the program, in the order in which ``t`` goes through them."""

COLORS = (
    Name("accent", "the theme's colour of headlines and bullets", "[words]{.accent}"),
    Name("second", "its other accent", "[words]{.second}"),
    Name("bright", "its strongest text", "[words]{.bright}"),
    Name("soft", "its quiet text; muted is as good", "[words]{.soft}"),
    Name("blue", "its blue", "[words]{.blue}"),
    Name("cyan", "its cyan", "[words]{.cyan}"),
    Name("green", "its green", "::: {.green}"),
    Name("yellow", "its yellow", "[words]{.yellow}"),
    Name("orange", "its orange", '<span class="orange">'),
    Name("red", "its red", "::: box {.red} Title"),
    Name("pink", "its pink", "[words]{.pink}"),
)
"""Classes of words and containers: the colours that every theme has, each as it is legible there."""

DIRECTIVES = (
    Name("pause", "what follows shows at the next step", "<!-- pause -->"),
    Name("incremental_lists", "list items are steps, to the slide's end", "<!-- incremental_lists: true -->"),
    Name("column_layout", "opens columns, here two thirds and one third", "<!-- column_layout: [2, 1] -->"),
    Name("column", "writes into a column, the first is 0", "<!-- column: 0 -->"),
    Name("reset_layout", "ends the columns", "<!-- reset_layout -->"),
    Name("alignment", "left, center or right, to the slide's end", "<!-- alignment: center -->"),
    Name("jump_to_middle", "what follows stands in the middle of the page", "<!-- jump_to_middle -->"),
    Name("new_line", "a blank row", "<!-- new_line -->"),
    Name("new_lines", "blank rows", "<!-- new_lines: 2 -->"),
    Name("font_size", "2 and more: large letters where they fit; 1: as usual", "<!-- font_size: 2 -->"),
    Name("no_footer", "no header and footer on this slide", "<!-- no_footer -->"),
    Name("end_slide", "ends the slide, as a rule does", "<!-- end_slide -->"),
    Name("skip_slide", "leaves this slide out", "<!-- skip_slide -->"),
    Name("include", "another file in its place, slide ends included", "<!-- include: part.md -->"),
    Name("notes", "notes, for the speaker alone", "<!-- notes: what to say -->"),
    Name("speaker_note", "the same", "<!-- speaker_note: what to say -->"),
    Name("slide", "settles the slide, with the settings below", "<!-- slide: {layout: title} -->"),
)
"""What can stand in a comment on a line of its own."""

SLIDE_SETTINGS = (
    Name("layout", "how the slide is laid out", "slide: {layout: title}"),
    Name("name", "a name to link to and to jump to, unlike any other slide's", "slide: {name: intro}"),
    Name("time", "the planned time", "slide: {time: 90s}"),
    Name("transition", "how the slide comes in", "slide: {transition: push}"),
    Name("step_transition", "how its steps come in", "slide: {step_transition: fade}"),
    Name("background", "a colour, two from top to bottom, a pattern, or false", 'slide: {background: "#1b2a41"}'),
)
"""What can stand in the braces of a ``slide`` directive."""

PATTERNS = (
    Name("dots", "dots that stand far apart", "background: {pattern: dots}"),
    Name("grid", "squares, as on paper for drawings", "background: {pattern: grid}"),
    Name("lines", "level lines", "background: {pattern: lines}"),
    Name("diagonal", "slanting lines", 'background: {color: "#1b2a41", pattern: diagonal}'),
)
"""What a background has where nothing stands on it."""

FRONT_MATTER = (
    Name("title", "names the talk; makes an intro slide", "title: Why terminals"),
    Name("subtitle", "on the intro slide, below the title", "subtitle: And why not"),
    Name("author", "the speaker; makes an intro slide", "author: Ada"),
    Name("authors", "the speakers, when there are several", "authors: [Ada, Grace]"),
    Name("date", "on the intro slide, in header and footer", "date: 2026-05-04"),
    Name("event", "on the intro slide, in header and footer", "event: A conference"),
    Name("location", "on the intro slide, in header and footer", "location: A town"),
    Name("lang", "a language tag: what the talk is written in", "lang: en"),
    Name("theme", "the look, also with changes; --theme wins", 'theme: {name: nord, accent: "#ff8800"}'),
    Name("aspect", "caps the content's width to this shape", 'aspect: "16:9"'),
    Name("duration", "the planned time, shown in the library", "duration: 20m"),
    Name("transition", "how slides come in", "transition: fade"),
    Name("step_transition", "how steps come in", "step_transition: fade"),
    Name("header", "one line of Markdown above each slide", 'header: "{title}"'),
    Name("footer", "one line of Markdown below each slide, false for none", 'footer: "{author}, {event}"'),
    Name("logo", "a word or two at the right of the header", "logo: ACME"),
    Name("progress", "how far the talk has come: line, dots or none", "progress: dots"),
    Name("coming", "what later steps reveal: hidden, or faint", "coming: faint"),
    Name("background", "what slides lie on that do not say, as in a slide", 'background: ["#102040", "#301040"]'),
    Name("slide_level", "the headings that begin slides, in a deck without rules, 1 to 6", "slide_level: 1"),
    Name("incremental_lists", "every list item is a step", "incremental_lists: true"),
    Name("max_columns", "the widest content, from 10 to 1000 columns", "max_columns: 90"),
    Name("magnify", "how many times as large: auto, 1, 2 or 3, where the terminal can", "magnify: 2"),
    Name("check", "which checks the deck does without", "check: {ignore: [width]}"),
)
"""What can stand between the dashed lines at the very start of a deck."""

BACKGROUND = (
    Name("color", "a colour, or two from top to bottom", 'background: {color: "#102040"}'),
    Name("pattern", "what is drawn faintly where nothing stands", "background: {pattern: dots}"),
    Name("picture", "a picture behind the slide, dimmed", "background: {picture: sea.png}"),
)
"""What can stand in the braces of a background."""

TRUTHS = (Name("true", "yes"), Name("false", "no"))

ALIGNMENTS = (
    Name("left", "at the left, as usual"),
    Name("center", "in the middle"),
    Name("right", "at the right"),
)

ALERTS = (
    Name("note", "something to know", "> [!NOTE]"),
    Name("tip", "something that helps", "> [!TIP]"),
    Name("important", "something that must be known", "> [!IMPORTANT]"),
    Name("warning", "something that may go wrong", "> [!WARNING]"),
    Name("caution", "something that does harm", "> [!CAUTION]"),
)
"""Kinds of alert."""

PROGRESS = (
    Name("line", "a line that grows, above the footer"),
    Name("dots", "a dot for each slide, where there is room"),
    Name("none", "nothing"),
)
"""How it is told how far the talk has come."""

COMING = (Name("hidden", "not seen"), Name("faint", "seen dimly"))
"""What later steps reveal."""

LETTERS = ("auto", "sextants", "quadrants", "halves", "none")
"""What headlines can be drawn with: by what is known of the terminal, by signs of six, four or two pixels, or not."""

SCALES = ("auto", "1", "2", "3")
"""How many times as large slides can be asked for, by that number; first as large as they fit, which counts as 0."""
