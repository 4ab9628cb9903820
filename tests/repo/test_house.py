"""The set-up script: what it notices, what it says, and that even an old Python can read it."""

import ast
import socket
from pathlib import Path

import pytest

from tools import house


def test_an_old_python_can_read_the_script_and_so_say_what_is_wrong() -> None:
    ast.parse(Path(house.__file__).read_text(), feature_version=(3, 8))


def test_a_python_that_is_too_old_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(house.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(house.sys, "version", "3.9.2 (default)")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(house.Stop, match=r"needs Python 3\.11 or newer, and this is 3\.9\.2"):
        house.right_python()


def test_missing_node_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(house.Stop, match=r"needs Node\.js 20 or newer .* found none"):
        house.right_node()


def test_an_old_node_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text("#!/bin/sh\necho v18.19.0\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(house.Stop, match=r"found v18\.19\.0"):
        house.right_node()


def test_a_step_is_taken_again_only_when_its_inputs_have_changed(tmp_path: Path) -> None:
    taken: list[str] = []
    lock = tmp_path / "lock"

    for content in ("a", "a", "b"):
        lock.write_text(content)
        house.step("packages", tmp_path / "done", [lock], lambda content=content: taken.append(content))

    assert taken == ["a", "b"]


def test_a_step_that_failed_is_not_taken_for_done(tmp_path: Path) -> None:
    stamp = tmp_path / "done"

    def fail() -> None:
        raise house.Stop("no network")

    with pytest.raises(house.Stop):
        house.step("packages", stamp, [], fail)

    assert not stamp.exists()


def test_a_taken_port_is_said_and_the_next_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]

        chosen = house.free_port(taken)

    assert chosen > taken
    assert f"Port {taken} is taken by another program, so this one takes {chosen}." in capsys.readouterr().out


def test_a_command_that_fails_shows_its_output_and_what_to_do() -> None:
    with pytest.raises(house.Stop, match=r"(?s)no such thing.*This command failed.*Check the network"):
        house.run("sh", "-c", "echo no such thing; exit 3", todo="Check the network")
