"""How far the reading is, where nobody looks at a terminal."""

import json

from pipeline.commands import progress


def told(capsys, as_json, total):
    with progress.shown(as_json) as tell:
        for done in range(total + 1):
            tell(done, total)
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


def test_a_program_gets_events(capsys):
    events = [json.loads(line) for line in told(capsys, True, 3)]
    assert events == [{"event": "progress", "done": done, "total": 3} for done in range(4)]


def test_a_log_gets_a_first_line_and_ten_more_however_many_files_there_are(capsys):
    lines = told(capsys, False, 5000)
    assert len(lines) == 1 + progress.LINES
    assert "5000" in lines[-1]


def test_a_terminal_gets_a_bar_with_rate_and_count(capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert any("2/2" in line for line in told(capsys, False, 2))


def test_a_terminal_gets_no_bar_where_nothing_is_to_be_read(capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with progress.shown(as_json=False):
        pass
    assert capsys.readouterr().err == ""
