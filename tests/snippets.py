"""Pieces of Markdown that have made trouble somewhere, and texts made of them."""

from __future__ import annotations

from hypothesis import strategies as st

SNIPPETS = """---
***
# Heading
Setext
===
<!-- pause -->
<!-- incremental_lists: true -->
<!-- column_layout: [1, 2] -->
<!-- column: 1 -->
<!-- column: 0 -->
<!-- reset_layout -->
<!-- alignment: center -->
<!-- alignment: right -->
<!-- jump_to_middle -->
<!-- font_size: 3 -->
<!-- new_lines: 7 -->
<!-- end_slide -->
<!-- skip_slide -->
<!-- no_footer -->
<!-- include: gone.md -->
<!-- slide: {layout: title, background: "#fff", time: 3s} -->
<!-- slide: {layout -->
<!-- notes: say -->
<!--
-->
::: columns
::: column 30%
::: box A title that is longer than most boxes are wide
::: notes
:::
- item
  - inner
    1. deep
999999999. far
- [x] done
> quote
> [!WARNING]
> careful
| a | 宽宽宽 |
|---|:-:|
| **b** | 👩\u200d👩\u200d👧 |
```python
\tdef f(): return "a long line that no small page could ever hold" # 宽
```
~~~
[link](https://example.com/a/very/long/path/that/goes/on) ![pic](a.png "t")
![pic](a.png)
[^1] and [^2]
[^1]: foot [^1]
Term
: meaning
~~a~~ ~b~ H~2~O x^2^ :smile: `code`
<b>bold<br><span style="color: red">red
<center>
</center>
<pre>
 kept   so
</pre>
<script>no()</script>
???
汉字汉字汉字汉字。汉字「汉字」
❤\ufe0f ☕\ufe0f e\u0301 \u200d x\ufe0f 🇩🇪 1\ufe0f\u20e3
&#x202e;&shy;&#155;&nbsp;
\x1b[31m\x07\u202e\u200b
\ttab
trailing\x20\x20
back\\
averyveryveryverylongwordwithoutanyplacetobreakitatallanywhere""".split("\n")

TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(st.sampled_from(SNIPPETS), st.just(""), st.text(max_size=20)), max_size=14).map("\n".join),
    st.lists(
        st.tuples(st.sampled_from(("", "> ", "  ", "- ", "    ")), st.sampled_from(SNIPPETS)).map("".join), max_size=14
    ).map("\n\n".join),
)
"""Any text, and text that is mostly Markdown."""
