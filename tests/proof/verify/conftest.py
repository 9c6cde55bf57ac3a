"""A finished workspace with decisions and accounts in it, and the command in this process."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.pipeline.command import rows, thidua
from tests.proof.blocks import AS_OF, small_block


class Answer(NamedTuple):
    """What `verify` answers."""

    code: int
    told: str


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that was run, in which a person decided something; nobody may change it."""
    from pipeline.commands.review import review
    from pipeline.edges import store_search
    from pipeline.edges.store_accounts import Account, put
    from pipeline.edges.workspace import opened

    assert review
    root = small_block(tmp_path_factory.mktemp("finished") / "khối")
    assert thidua(root, "run", "--as-of", AS_OF, "--jobs", "1").returncode == 1
    document = rows(root, "SELECT min(document_id) FROM audit_documents")[0][0]
    corrected = thidua(root, "review", "correct", str(document), "signer_name", "Trần Thị Mới", "--reason", "ký thay")
    assert corrected.returncode == 0, corrected.stderr
    with opened(root) as workspace:
        put(workspace, Account("thu-ky", "reviewer"), "mat-khau-dai")
        assert store_search.refresh(workspace.db) > 1
    assert thidua(root, "verify").returncode == 0
    return root


@pytest.fixture
def verify(english: None) -> Callable[..., Answer]:
    """Runs `thidua verify` here: a thousand processes would take an hour."""
    from click.testing import CliRunner

    from pipeline.commands.group import thidua as command

    def answer(root: Path, *arguments: str) -> Answer:
        done = CliRunner().invoke(command, ["-C", str(root), "verify", *arguments])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
        return Answer(done.exit_code, done.output)

    return answer
