"""Text to TeX and back."""

import pytest

from footnotes.formats.bib.latex import escape_text, unescape_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Simon & Schuster", r"Simon \& Schuster"),
        ("100% #1 $5 a_b", r"100\% \#1 \$5 a\_b"),
        ("a {b} c", r"a \{b\} c"),
        ("a } b {", r"a \textbraceright{} b \textbraceleft{}"),
        ("C:\\x ~y ^z", r"C:\textbackslash{}x \textasciitilde{}y \textasciicircum{}z"),
        ("a--b ``c'' ?`", r"a-{}-b `{}`c'{}' ?{}`"),
        ("“soyuq ‘sülh’” Ə İ ı", "“soyuq ‘sülh’” Ə İ ı"),
        ("n.\u00a05", "n.~5"),
        ("I\u0307lqar", "İlqar"),
        ("two\n\tlines  folded", "two lines folded"),
        ("in <i>Nature</i>", r"in \mkbibemph{Nature}"),
        ("a <i> b", "a <i> b"),
        ('the <span style="font-variant:small-caps;">xii</span>th', r"the \textsc{xii}th"),
        ("the <sc>xii</sc>th", r"the \textsc{xii}th"),
        ('<span class="nocase">de facto</span> states', "{{de facto}} states"),
        ("<span>de facto</span>", "<span>de facto</span>"),
        ("bell\x07", "bell"),
    ],
)
def test_escaping(text: str, expected: str) -> None:
    """Letters stay, signs that TeX takes for its own are escaped."""
    assert expected == escape_text(text)


def test_classic_italics() -> None:
    r"""BibTeX styles know `\emph` only."""
    expected = r"\emph{Nature}"
    assert expected == escape_text("<i>Nature</i>", "bibtex")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            r"G{\"o}del, Erd\H{o}s, \v{C}apek, \c{S}afak, \.{I}lqar, na\"{\i}ve",
            "Gödel, Erdős, Čapek, Şafak, İlqar, naïve",
        ),
        (r"Stra{\ss}e, {\O}rsted, {\AA}rhus, \'{E}mile, \' e", "Straße, Ørsted, Århus, Émile, é"),
        (r"\'{\^e} and \~{}", "ế and ~"),
        (r"1990--2000 --- ``q'' and 'r'", "1990–2000 — “q” and 'r'"),
        (r"\textsc{xii}th", '<span style="font-variant:small-caps;">xii</span>th'),
        (r"{{REAL TV}} {\em and} \emph{more}", "REAL TV <i>and</i> <i>more</i>"),
        (r"\enquote{a} \mkbibquote{b}", "“a” “b”"),
        (r"\unknown{a}{b} and \other", r"\unknown{a}{b} and \other"),
        (r"$x_1^2$ costs \$5", "$x_1^2$ costs $5"),
        (
            r"$\beta$-carotene, H$_2$O, 5$^{th}$, $<$, US$5, $6",
            "β-carotene, H<sub>2</sub>O, 5<sup>th</sup>, <, US$5, $6",
        ),
        (r"{\glqq}so{\grqq} {\foo}x", r"„so“ \foo{}x"),
        (r"\url{http://a.b/c_d} \href{http://x}{y}", "http://a.b/c_d y"),
        ("lone $ and } and {", "lone $ and and"),
        ("A.~B.", "A.\u00a0B."),
        ("plain", "plain"),
    ],
)
def test_decoding(value: str, expected: str) -> None:
    """Accents, signs and ligatures become Unicode; what is not known stays."""
    assert expected == unescape_text(value)


def test_depth_is_no_danger() -> None:
    """A file may open as many braces as it likes."""
    expected = "x"
    assert expected == unescape_text("{" * 50_000 + "x" + "}" * 50_000)


@pytest.mark.parametrize("text", [r"of $x_1^2$ and \foo{a}{b}", r"$\frac{1}{2}$ of it"])
def test_what_stayed_tex_is_written_as_tex(text: str) -> None:
    """Formulas and unknown macros that reading left alone are written as they were."""
    assert (text, text) == (unescape_text(text), escape_text(text))
