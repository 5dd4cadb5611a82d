"""What two works can be by their types: which are taken for one another, and what tells them apart."""

ARTICLES = frozenset({"article-journal", "article-magazine", "article-newspaper", "review", "review-book"})
PERIODIC = frozenset(
    {
        "article-newspaper", "article-magazine", "post", "post-weblog", "broadcast", "interview", "speech",
        "personal_communication", "hearing", "event", "performance",
    }
)  # fmt: skip
"""Types of which many have one title: only the day tells them apart."""
BOOKS = frozenset({"book", "classic", "collection", "pamphlet", "periodical", "musical_score", "map"})
CHAPTERS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})
ONLINE = frozenset({"webpage", "post", "post-weblog", "article-newspaper", "article-magazine", "dataset"})
NUMBERED = frozenset(
    {"report", "patent", "legislation", "legal_case", "bill", "regulation", "standard", "treaty"}
)
KEPT = frozenset({"manuscript", "personal_communication", "document", "graphic", "figure", "map"})
"""Types of which one piece is kept in one place."""

ALIKE = (
    frozenset(
        {"article-journal", "article-magazine", "article-newspaper", "webpage", "post-weblog", "post"}
    ),
    frozenset({"review", "review-book"}),
    frozenset({"book", "classic", "collection", "pamphlet", "report"}),
    frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"}),
    frozenset({"report", "webpage", "manuscript"}),
    frozenset({"legislation", "bill", "regulation", "treaty", "legal_case"}),
    frozenset({"broadcast", "motion_picture", "song", "performance", "interview"}),
    frozenset({"graphic", "figure", "map", "dataset", "software"}),
    frozenset({"speech", "manuscript", "webpage", "personal_communication", "interview"}),
)
"""Types that programs take for one another; a document may be anything."""
ALWAYS_APART = (("chapter", "book"), ("review-book", "book"), ("review", "book"), ("thesis", "book"))
"""Types that are never one work: a book, and what is in it, about it or grew into it."""
