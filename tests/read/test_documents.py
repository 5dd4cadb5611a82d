"""Reading files: text to the letter, or one sentence that says why not."""

import io
import os
import re
import zipfile
from pathlib import Path

import pytest

from footnotes.errors import InputError, TooLargeError
from footnotes.model import SourceDocument
from footnotes.read import READERS, documents, read_document


def _write(folder: Path, data: bytes) -> Path:
    path = folder / "paper.txt"
    path.write_bytes(data)
    return path


def _zip(name: str, words: str, *others: str) -> bytes:
    """A zipped document whose first file has these words."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for one, text in ((name, words), *((other, "") for other in others)):
            archive.writestr(one, text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Əliyev, “Söz”\r\n".encode(), "Əliyev, “Söz”\r\n"),
        (b"\xef\xbb\xbfA", "A"),
        ("Ə\n".encode("utf-16"), "Ə\n"),
        (b"\xfe\xff" + "Ə\n".encode("utf-16-be"), "Ə\n"),
        (b"\xff\xfe\x00\x00" + "Ə\n".encode("utf-32-le"), "Ə\n"),
        (b"a\r\rb\x0c\xc2\xad", "a\r\rb\x0c\xad"),
        (b"PK is no zip", "PK is no zip"),
    ],
)
def test_text_is_read_to_the_letter(tmp_path: Path, data: bytes, text: str) -> None:
    """Line ends and soft marks stay; only a byte order mark is no part of the text."""
    path = _write(tmp_path, data)
    assert SourceDocument(str(path), "text", text) == read_document(path)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"abc\0def", "binary data, not text"),
        (b"a" * 70000 + b"\0", "binary data, not text"),
        ("a\0b".encode("utf-16"), "binary data, not text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "this is a picture: read its words by OCR first"),
        (b"one\ntwo\nthr\xe9e\n", "not UTF-8 text: a byte that cannot be read in line 3 (byte 11)"),
        (b"\xef\xbb\xbfone\ntw\xff", "not UTF-8 text: a byte that cannot be read in line 2 (byte 9)"),
        (b"\xff\xfea", "not UTF-16 text: a byte that cannot be read in line 1"),
        (b"\xed\xa0\x80", "not UTF-8 text"),
        (b"%PDF-1.7\n", "this is a PDF: read the file it was made from"),
        (b"PK\x03\x04\x14\0", "this is a zipped file: save it as plain text or Markdown"),
        (
            _zip("mimetype", "application/vnd.oasis.opendocument.text"),
            "this is an ODT document: turn it into",
        ),
        (_zip("mimetype", "application/epub+zip"), "this is an EPUB: turn it into Markdown"),
        (_zip("[Content_Types].xml", "", "word/document.xml"), "this is a Word document (DOCX): turn it"),
        (b"\x1f\x8b\x08\0\0", "this is a compressed file: unpack it"),
        (b"{\\rtf1\\ansi", "this is an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "this is an old Word document: save it as DOCX"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, cause: str) -> None:
    """One sentence on one line names the file and the cause."""
    path = _write(tmp_path, data)
    with pytest.raises(InputError) as caught:
        read_document(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: {cause}") or f"{path}: this is {cause}." == message
    assert ("\n" not in message, True) == (True, message.endswith("."))


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        ("Порты и реки\n".encode("cp1251"), "it looks like Windows-1251 (Cyrillic): save it as UTF-8"),
        ("Порты и реки\n".encode("koi8-r"), "it looks like KOI8-R (Cyrillic): save it as UTF-8"),
        ("Şehir ve ağaç\n".encode("cp1254"), "with “iconv -f cp1254 -t utf-8”."),
        ("Los ríos\n".encode("latin-1"), "it looks like ISO 8859-1 (Latin-1)"),
        ("“Los ríos”\n".encode("cp1252"), "it looks like Windows-1252 (Western European)"),
        (
            "“Los ríos”\n".encode() + b"caf\xe9\n",
            "line 2 (byte 19); the rest is UTF-8, so mend that place.",
        ),
    ],
)
def test_what_is_to_be_done_is_said(tmp_path: Path, data: bytes, advice: str) -> None:
    """A text of another encoding is not guessed at: the sentence says what it may be and what to do."""
    with pytest.raises(InputError, match=re.escape(advice)):
        read_document(_write(tmp_path, data))


def test_the_command_names_the_paper(tmp_path: Path) -> None:
    """What makes a document into text can be copied as it stands, also where the name has a blank in it."""
    path = tmp_path / "my paper.odt"
    path.write_bytes(_zip("mimetype", "application/vnd.oasis.opendocument.text"))
    with pytest.raises(InputError) as caught:
        read_document(path)
    assert f"“pandoc '{path}' -o '{path.with_suffix('.md')}'”" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("absent.txt", "there is no such file."),
        ("", "this is a folder, not a file."),
        ("a\0b", "the file cannot be read (embedded null byte)."),
        ("x" * 300, "the file cannot be read (File name too long)."),
        ("paper.txt/inside", "the file cannot be read (Not a directory)."),
    ],
)
def test_what_cannot_be_opened_is_named(tmp_path: Path, name: str, cause: str) -> None:
    """A path that leads to no file is an error of the input, whatever the system says."""
    _write(tmp_path, b"text")
    path = os.fspath(tmp_path / name)
    with pytest.raises(InputError) as caught:
        read_document(path)
    assert f"{path}: {cause}" == str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_forbidden_file_is_named(tmp_path: Path) -> None:
    """A file that one may not read is an error of the input."""
    path = _write(tmp_path, b"text")
    path.chmod(0)
    with pytest.raises(InputError, match="Permission denied"):
        read_document(path)


def test_the_limit_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the size of the limit is read; one byte more is refused with the limit."""
    monkeypatch.setattr(documents, "LIMIT", 1024 * 1024)
    path = _write(tmp_path, b"a" * 1024 * 1024)
    assert 1024 * 1024 == len(read_document(path).text)
    path = _write(tmp_path, b"a" * (1024 * 1024 + 1))
    with pytest.raises(TooLargeError) as caught:
        read_document(path)
    assert f"{path}: the file is over the limit of 1 MB." == str(caught.value)


def test_endless_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A source without end is read to the limit and no further."""
    monkeypatch.setattr(documents, "LIMIT", 1024)
    with pytest.raises(TooLargeError):
        read_document("/dev/zero")


def test_standard_input_is_a_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """The path `-` is standard input, and errors call it so."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Əliyev".encode())))
    assert SourceDocument("-", "text", "Əliyev") == read_document("-")
    with pytest.raises(InputError, match=r"^-: the file is empty"):
        read_document("-")


def test_kinds_are_keys_of_the_table(seed_path: Path) -> None:
    """What a document says it is can be looked up."""
    assert read_document(seed_path).kind in READERS


def test_every_seed_is_read(seed_path: Path) -> None:
    """The five papers are text, and are read as they are."""
    paths = sorted(seed_path.parent.glob("*.txt"))
    assert 5 == len(paths)
    for path in paths:
        assert path.read_bytes() == read_document(path).text.encode()
