"""The collector of cycles rests while libraries are read and written."""

import gc

import pytest

from footnotes.formats.garbage_collector import pause_collector


def test_it_runs_again() -> None:
    """Behind the pause it runs as before, also where the work failed."""
    with pytest.raises(ZeroDivisionError), pause_collector():
        _ = 1 / gc.isenabled()

    assert gc.isenabled()


def test_a_pause_of_others_is_kept() -> None:
    """Whoever stopped it before finds it stopped."""
    gc.disable()
    try:
        with pause_collector():
            assert not gc.isenabled()

        assert not gc.isenabled()
    finally:
        gc.enable()
