"""The built-in editor: source, the slide under the cursor as it will be, slides, problems and notes."""
