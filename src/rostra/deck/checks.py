"""Every check by its id."""

from __future__ import annotations

from rostra.deck.name import Name

CHECKS = (
    Name("fit", "a slide that is too tall for the page"),
    Name("listing-width", "a listing whose lines are too wide for the page, and have to be folded"),
    Name("picture", "a picture that is missing, unreadable, too large, or on the network"),
    Name("include", "a file that cannot be included"),
    Name("directive", "a comment that is nearly a directive, or one without effect"),
    Name("container", "a container or an alert that nobody knows"),
    Name("front-matter", "a key or a value of the front matter that nobody knows"),
    Name("attribute", "words without effect behind a listing's language, or nearly the name of a colour"),
    Name("unclosed", "a listing, comment, container or front matter that is never closed"),
    Name("columns", "columns that are written to before they are laid out, or that there are none of"),
    Name("separator", "a rule that ends no slide, because text stands right above it"),
    Name("notes-mark", "notes that are taken for text, or text for notes"),
    Name("link", "a link that leads to no slide and no file"),
    Name("name", "two slides of the same name"),
    Name("unused-name", "a name that no link leads to"),
    Name("empty-slide", "a slide with nothing on it"),
    Name("heading", "a slide without a heading"),
    Name("heading-level", "a heading that skips a level"),
    Name("notes", "a slide without notes for the speaker"),
    Name("crowded", "a slide with too many words, or too many points"),
    Name("time", "planned times that do not add up, or that leave no time to say the notes"),
    Name("language", "a listing in a language that nobody can colour"),
    Name("listing-syntax", "a Python, JSON, TOML or YAML listing with a mistake in it"),
    Name("width", "characters that terminals draw with different widths"),
    Name("contrast", "colours of the deck's own that cannot be read on their ground"),
    Name("html", "HTML that means nothing on a slide, or words that are taken for HTML"),
    Name("footnote", "a footnote that is called and not there"),
    Name("formula", "a formula, which is shown as it is written"),
    Name("dialect", "a deck that was written for another program and is not read as such"),
    Name("encoding", "a file that is not in UTF-8, or has control characters in it"),
    Name("theme", "a theme that cannot be used"),
    Name("drawing", "a block that could not be drawn"),
)
"""What ``rostra check`` looks for; a deck can switch each off: ``check: {ignore: [width]}``."""
