"""The words for types that people and databases write into tables.

CSL's own names are read first, then Zotero's, then these, then the entry types of .bib files. Authorities:
the reference types of EndNote and of RIS, "Document Type" of Scopus and of the Web of Science, and what
cataloguers of several languages say.
"""

from collections.abc import Iterator, Mapping

from footnotes.formats.csv.columns import ZOTERO_TYPES
from footnotes.formats.types import PLAIN_TYPES
from footnotes.model import WORK_TYPES

_WORDS = {
    "article-journal": """
        journal article; journal; articles; paper; research article; original article; early access;
        article in press; electronic article; editorial; erratum; note; short survey; aufsatz;
        zeitschriftenaufsatz; artikel; zeitschriftenartikel; article de revue; article de
        périodique; artículo; artículo de revista; articolo; artigo; статья; makale; стаття;
        məqalə""",
    "article-magazine": "magazine; zeitschrift; article de magazine; artículo de magazine; dergi yazısı",
    "article-newspaper": """
        newspaper; news; news item; press article; zeitungsartikel; article de presse; article de
        journal; artículo de periódico; articolo di giornale; газетная статья; gazete haberi""",
    "bill": "bill; gesetzentwurf; projet de loi",
    "book": """
        books; monograph; edited book; edited volume; ebook; e-book; electronic book; catalog;
        catalogue; monografie; monographie; buch; bücher; sammelband; livre; ouvrage; libro; livro;
        книга; монография; kitap; kitab""",
    "broadcast": "television episode; tv show; radio; radiosendung; fernsehsendung; émission",
    "chapter": """
        book chapter; chapters; book part; electronic book section; buchkapitel; kapitel; beitrag;
        beitrag in sammelband; chapitre; chapitre de livre; capítulo; capítulo de libro; capitolo;
        глава; bölüm; kitap bölümü""",
    "classic": "classical work; ancient text",
    "dataset": "data; data set; database; online database; data paper; aggregated database; datensatz",
    "entry-dictionary": "dictionary; wörterbuch",
    "entry-encyclopedia": "encyclopedia; encyclopaedia; lexikonartikel; lemma",
    "figure": "chart or table; equation",
    "graphic": "artwork; image; photograph; picture; bild; photographie",
    "hearing": "hearing; anhörung",
    "interview": "interview; entretien; entrevista; intervista; интервью; röportaj",
    "legal_case": "case; court case; court decision; judgment; urteil; arrêt; sentencia; sentenza",
    "legislation": "law; act; statute; legal rule or regulation; gesetz; loi; ley; legge; закон; kanun",
    "manuscript": """
        archival document; archival material; archive; unpublished work; archivalie; akte;
        handschrift; manuskript; manuscrit; document d'archives; manuscrito; manoscritto; рукопись;
        yazma""",
    "map": "maps; karte; landkarte; carte; mapa; mappa; карта; harita",
    "motion_picture": "film or broadcast; movie; video; audiovisual material; film; película",
    "musical_score": "score; partitur; partition; partitura",
    "pamphlet": "booklet; brochure; broschüre; flugschrift",
    "paper-conference": """
        conference paper; conference proceedings; proceedings paper; proceedings article;
        conference; tagungsbeitrag; konferenzbeitrag; communication; ponencia; comunicación;
        bildiri; тезисы""",
    "periodical": "serial; full journal; revue; periódico",
    "personal_communication": "letters; correspondence; e-mail; lettre; carta; lettera; письмо; mektup",
    "post": "social media; discussion forum; tweet",
    "post-weblog": "blog; weblog",
    "report": """
        government document; working paper; technical report; grey literature; press release; grant;
        bericht; rapport; informe; rapporto; отчет; отчёт; rapor""",
    "review": "review article; forschungsbericht",
    "review-book": "book review; rezension; buchbesprechung; compte rendu; reseña; recensione; рецензия",
    "song": "music; sound recording; audio; recording; tonaufnahme",
    "speech": "lecture; talk; slides; vortrag; rede; discours; conferencia",
    "standard": "standards; norm",
    "thesis": """
        dissertation; phd thesis; doctoral thesis; doctoral dissertation; master's thesis; masters
        thesis; diplomarbeit; habilitation; habilitationsschrift; thèse; mémoire; tesis; tesi; tesi
        di laurea; tese; диссертация; автореферат; tez; doktora tezi; yüksek lisans tezi""",
    "webpage": """
        web page; web site; website; internet; online; webseite; internetseite; site web; página
        web; sito web; сайт""",
}

_PLAIN_THESES = frozenset(
    {"thesis", "dissertation", "thèse", "tesis", "tesi", "tese", "диссертация", "tez"}
)


def fold_word(text: str) -> str:
    """A word for a type as it is compared: its letters in lower case."""
    return "".join(sign for sign in text.lower() if sign.isalnum())


def _list_words(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for csl, words in table.items():
        for word in words.split(";"):
            yield fold_word(word), csl


TYPES: Mapping[str, str] = {
    **{fold_word(word): csl for word, csl in PLAIN_TYPES.items()},
    **dict(_list_words(_WORDS)),
    **ZOTERO_TYPES,
    **{fold_word(csl): csl for csl in WORK_TYPES},
}
"""The type of CSL for a folded word."""

ARTICLE = "article"
"""CSL calls so what is in no journal; anyone else what is in one."""


def tell_genre(told: str, kind: str) -> str | None:
    """The word itself, where it says more than the type: a PhD thesis."""
    return told if kind == "thesis" and fold_word(told) not in _PLAIN_THESES else None
