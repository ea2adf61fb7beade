"""The folder of reports: finding, hashing, folding, and links that lead out."""


from __future__ import annotations

import hashlib
import os

import pytest

from servanda.errors import ReportError
from servanda.reports import Report, Unread, discover, fold_identical, open_report, read_folder

TEXT = "The guard left the bridge on Monday."


def test_files_come_in_order_with_size_and_hash(put, tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.md", ".hidden.txt", "b.meta.yaml", ".git/x.txt"):
        put(name, TEXT if name.endswith("t") else "source: X")
    found = discover(tmp_path)
    assert [a.path for a in found] == ["reports/a/b/c.md", "reports/a/z.txt", "reports/b.txt"]
    assert found[2].sha256 == hashlib.sha256(TEXT.encode()).hexdigest() and found[2].size == len(TEXT)
    assert found[1].stamp == found[1].sha256


def test_the_stamp_changes_with_the_metadata_beside(put, tmp_path):
    put("b.txt", TEXT)
    put("b.meta.yaml", "source: X")
    before = discover(tmp_path)[0]
    put("b.meta.yaml", "source: Y")
    after = discover(tmp_path)[0]
    assert before.sha256 == after.sha256 and before.stamp != after.stamp


def test_metadata_without_its_document_is_named(put, tmp_path):
    put("b.txt", TEXT)
    put("bb.meta.yaml", "source: X")
    put("b.txt.meta.yaml", "source: X")
    told = [item for item in read_folder(tmp_path) if isinstance(item, Unread)]
    assert [(u.path, u.why[:6]) for u in told] == [("reports/bb.meta.yaml", "[R307]")]
    assert "Put bb beside it" in told[0].why


def test_a_case_without_reports_has_none(tmp_path):
    assert discover(tmp_path) == [] and list(read_folder(tmp_path)) == []


def test_what_cannot_be_read_is_listed_and_the_rest_goes_on(put, tmp_path):
    put("a.docx", b"PK\x03\x04")
    put("b.txt", b"\x00\x01")
    put("c.txt", TEXT)
    put("noext", TEXT)
    items = list(read_folder(tmp_path))
    assert [(i.path, type(i)) for i in items] == [
        ("reports/a.docx", Unread), ("reports/b.txt", Unread), ("reports/c.txt", Report), ("reports/noext", Unread)]  # fmt: skip
    assert items[0].why.startswith(
        "[R101] reports/a.docx: '.docx' files are not read. Read are .txt, .md, .html, .pdf"
    )
    assert items[1].why.startswith("[R107]") and items[1].sha256 == hashlib.sha256(b"\x00\x01").hexdigest()


def test_links_out_of_the_case_are_refused(put, tmp_path, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text("The secret.")
    put("a.txt", TEXT)
    (tmp_path / "reports" / "link.txt").symlink_to(outside / "secret.txt")
    (tmp_path / "reports" / "folder").symlink_to(outside)
    (tmp_path / "reports" / "broken.txt").symlink_to(outside / "none.txt")
    (tmp_path / "reports" / "loop.txt").symlink_to(tmp_path / "reports" / "loop.txt")
    (tmp_path / "reports" / "inside.txt").symlink_to(tmp_path / "reports" / "a.txt")
    items = {i.path: i for i in read_folder(tmp_path)}
    assert isinstance(items["reports/inside.txt"], Report)
    for name in ("link.txt", "broken.txt"):
        refused = items[f"reports/{name}"]
        assert isinstance(refused, Unread) and refused.why.startswith("[R104]")
    assert isinstance(items["reports/loop.txt"], Unread) and isinstance(items["reports/folder"], Unread)
    secret = hashlib.sha256(b"The secret.").hexdigest()
    assert all(a.sha256 != secret for a in discover(tmp_path))


def test_metadata_beside_may_not_be_a_link_out(put, tmp_path, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "m.yaml").write_text("source: Secret\n")
    path = put("a.txt", TEXT)
    (tmp_path / "reports" / "a.meta.yaml").symlink_to(outside / "m.yaml")
    with pytest.raises(ReportError) as caught:
        open_report(path, tmp_path)
    assert caught.value.code == "R104"


def test_paths_that_climb_out_are_refused(put, tmp_path):
    put("a.txt", TEXT)
    (tmp_path.parent / "other.txt").write_text(TEXT)
    for path in (tmp_path / "reports" / ".." / ".." / "other.txt", tmp_path.parent / "other.txt"):
        with pytest.raises(ReportError) as caught:
            open_report(path, tmp_path)
        assert caught.value.code == "R104"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipes_and_folders_do_not_hold_the_run_up(put, tmp_path):
    put("a.txt", TEXT)
    os.mkfifo(tmp_path / "reports" / "pipe.txt")
    (tmp_path / "reports" / "folder.txt").mkdir()
    items = {i.path: i for i in read_folder(tmp_path)}
    assert isinstance(items["reports/pipe.txt"], Unread) and items["reports/pipe.txt"].why.startswith("[R105]")
    with pytest.raises(ReportError) as caught:
        open_report(tmp_path / "reports" / "folder.txt", tmp_path)
    assert caught.value.code == "R105"


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(ReportError) as caught:
        open_report(tmp_path / "reports" / "none.txt", tmp_path)
    assert caught.value.code == "R105"


def test_the_same_bytes_twice_are_one_report_with_both_paths(put, tmp_path):
    for name in ("b.txt", "a.txt", "c.txt"):
        put(name, TEXT if name != "c.txt" else f"{TEXT} Again.")
    reports = [r for r in read_folder(tmp_path) if isinstance(r, Report)]
    expected = [("reports/a.txt", ("reports/a.txt", "reports/b.txt")), ("reports/c.txt", ("reports/c.txt",))]
    assert [(r.path, paths) for r, paths in fold_identical(reports)] == expected
    assert [(r.path, paths) for r, paths in fold_identical(reversed(reports))] == expected
