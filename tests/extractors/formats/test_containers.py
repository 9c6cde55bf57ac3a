"""Mails and zips give up what they hold: bounded, under safe names, damaged ones refused."""

from email.message import EmailMessage
from email.policy import SMTP

from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import Encrypted, TooLarge, Unreadable
from extractors.formats import containers, mail
from extractors.formats.containers import unpacked
from extractors.records import Limits
from tests.packed import PDF, mailed, zipped, zipped_in_order

LIMITS = Limits()


def names(held):
    return [one.name for one in held]


def test_a_mail_gives_its_attachments_under_its_own_name():
    held = unpacked("stp/thu.eml", mailed({"Báo cáo.pdf": PDF, "bảng điểm.xlsx": b"x"}), LIMITS)
    assert names(held) == ["stp/thu.eml", "stp/thu.eml/Báo cáo.pdf", "stp/thu.eml/bảng điểm.xlsx"]
    assert held[0].is_container
    assert held[1].data == PDF


def test_a_mail_says_who_when_and_what_about():
    said = mail.arrival(mailed({}))
    assert said.sender == "Văn thư Sở Mẫu <vanthu@somau.example>"
    assert said.sent_at == "2020-06-08T09:30:00+07:00"
    assert said.subject == "Báo cáo sơ kết 6 tháng"


def test_a_mail_with_a_broken_header_says_what_it_can():
    said = mail.arrival(b"From: a@b.example\nSubject: x\nDate: hom qua\n\nxin chao")
    assert (said.sender, said.sent_at, said.subject) == ("a@b.example", "", "x")


def test_a_forwarded_mail_is_opened_too():
    inner = EmailMessage(policy=SMTP)
    inner["From"], inner["Subject"] = "a@b.example", "Chuyển tiếp"
    inner.set_content("gửi kèm")
    inner.add_attachment(PDF, maintype="application", subtype="pdf", filename="a.pdf")
    held = unpacked("thu.eml", mailed({}, forwarded=inner), LIMITS)
    assert [one.name.rpartition("/")[2] for one in held if not one.is_container] == ["a.pdf"]
    assert next(one for one in held if not one.is_container).data == PDF


def test_a_zip_in_a_mail_gives_its_files_with_their_whole_path():
    held = unpacked("m.eml", mailed({"hs.zip": zipped({"2020/bc.pdf": PDF})}), LIMITS)
    assert names(held) == ["m.eml", "m.eml/hs.zip", "m.eml/hs.zip/2020/bc.pdf"]


def test_names_never_lead_out_of_the_container():
    held = unpacked("a.zip", zipped({"../../etc/passwd": b"x", "/abs.txt": b"y", "C:\\dir\\b.txt": b"z"}), LIMITS)
    assert names(held)[1:] == ["a.zip/etc/passwd", "a.zip/abs.txt", "a.zip/C_/dir/b.txt"]


def test_two_files_of_one_name_stay_two():
    held = unpacked("m.eml", mailed({"a.pdf": PDF}), LIMITS)
    twice = containers._under_names_of_their_own([*held, held[1]])
    assert len(set(names(twice))) == 3


def test_files_of_one_name_in_a_zip_are_all_there():
    entries = [("same.docx", b"A"), ("same.docx", b"B"), ("same.docx", b"A"), ("../same.docx", b"C")]
    held = unpacked("x.zip", zipped_in_order([*entries, ("same.docx (2)", b"D")]), LIMITS)
    assert [one.data for one in held[1:]] == [b"A", b"B", b"A", b"C", b"D"]
    assert len(set(names(held))) == len(held)


def test_what_looks_like_a_folder_or_a_macs_note_and_holds_a_paper_is_a_file():
    entries = {"folder/": b"", "paper/": b"A", "__MACOSX/bc.docx": b"B", "__MACOSX/sub/._bc.docx": b"note"}
    assert [one.data for one in unpacked("x.zip", zipped(entries), LIMITS)[1:]] == [b"A", b"B"]


def test_a_zip_within_zips_is_opened_only_so_deep():
    data = PDF
    for level in range(containers.MAX_DEPTH + 2):
        data = zipped({f"{level}.zip": data})
    held = unpacked("x.zip", data, LIMITS)
    assert isinstance(held[-1].error, TooLarge)


def test_too_many_files_or_bytes_stop_the_unpacking():
    many = zipped({f"{n}.txt": b"x" for n in range(containers.MAX_CHILDREN + 1)})
    (held,) = unpacked("x.zip", many, LIMITS)
    assert isinstance(held.error, TooLarge)
    (held,) = unpacked("m.eml", mailed({"a.bin": b"x" * 2000}), Limits(inflated_bytes=1000))
    assert isinstance(held.error, TooLarge)


def test_a_zip_under_a_password_says_so():
    data = bytearray(zipped({"a.txt": b"secret"}))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    data[6] |= 1
    (held,) = unpacked("x.zip", bytes(data), LIMITS)
    assert isinstance(held.error, Encrypted)


def test_a_zip_cut_short_is_refused_with_the_reason():
    (held,) = unpacked("x.zip", zipped({"a.txt": b"x" * 500})[:-30], LIMITS)
    assert isinstance(held.error, Unreadable)


def test_any_other_file_is_itself_and_nothing_else():
    (held,) = unpacked("a.pdf", PDF, LIMITS)
    assert held == containers.Held("a.pdf", PDF)


@given(st.dictionaries(st.text(min_size=1, max_size=30), st.binary(max_size=40), max_size=5))
def test_whatever_a_zip_names_its_files_they_stay_below_it_and_apart(files):
    files = {name.replace("\x00", "_"): data for name, data in files.items()}
    try:
        data = zipped(files)
    except (UnicodeEncodeError, ValueError):
        return
    held = unpacked("x.zip", data, LIMITS)
    for one in held[1:]:
        assert one.name.startswith("x.zip/")
        assert ".." not in one.name.split("/")
    assert len({one.name for one in held}) == len(held)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_mail_reader(noise):
    head = b"From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: multipart/mixed; boundary=q\n\n"
    held = unpacked("m.eml", head + noise, LIMITS)
    assert held[0].name == "m.eml"
