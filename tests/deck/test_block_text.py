"""What text blocks hold."""

from rostra.deck.blocks import Container, Paragraph, Span, text_of


def test_the_title_of_a_box_is_text_of_it_and_the_kind_of_an_alert_is_none() -> None:
    inside = (Paragraph((Span("inside"),)),)
    assert text_of((Container("box", "Zebra crossing", inside),)) == "Zebra crossing\ninside"
    assert text_of((Container("alert", "note", inside),)) == "inside"
