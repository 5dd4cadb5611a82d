"""Libraries of any works whatever, for the laws that hold for all formats."""

from hypothesis import strategies as st

from footnotes.model import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    TEXT_VARIABLES,
    WORK_TYPES,
    AnyName,
    Date,
    Library,
    LiteralDate,
    LiteralName,
    Name,
    PartialDate,
    Reference,
)

SIGNS = "\\{}#$%&_~^\"'`-–—“”‘’«»?!<>@=,.;:()[]/*+|"
LETTERS = "abcXYZ éßøł Əəışğİı Жя نج שם 中文 0123456789"

words = st.text(alphabet=LETTERS + SIGNS, min_size=1, max_size=30)
anything = st.text(max_size=20)
texts = words | anything

years = st.integers(min_value=-3000, max_value=12000)
partial_dates = st.one_of(
    st.builds(PartialDate, years),
    st.builds(PartialDate, years, st.integers(1, 12)),
    st.builds(PartialDate, years, st.integers(1, 12), st.integers(1, 28)),
    st.builds(PartialDate, years, season=st.integers(1, 4)),
)
dates = st.builds(
    Date,
    partial_dates,
    st.none() | partial_dates,
    approximate=st.booleans(),
    uncertain=st.booleans(),
) | st.builds(Date, partial_dates, open_ended=st.just(value=True), uncertain=st.booleans())


def make_names(text: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[AnyName, ...]]:
    """Lists of names whose parts are such text."""
    part = st.none() | text
    person = st.builds(Name, text, part, part, part, part)
    return st.lists(person | st.builds(LiteralName, text), max_size=3).map(tuple)


works = st.fixed_dictionaries(
    {"type": st.sampled_from(WORK_TYPES), "key": texts},
    optional={
        **dict.fromkeys(NAME_VARIABLES, make_names(texts)),
        **dict.fromkeys(DATE_VARIABLES, dates | st.builds(LiteralDate, texts)),
        **dict.fromkeys(TEXT_VARIABLES, texts),
        "extra": st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
    },
).map(lambda stated: Reference(**stated))

libraries = st.lists(works, max_size=3).map(lambda some: Library(tuple(some)))
