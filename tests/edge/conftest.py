"""What the tests of the edge share."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tests.edge.answering import Answers, Handler


@pytest.fixture
def server() -> Iterator[Answers]:
    made = Answers(("127.0.0.1", 0), Handler)
    made.answers, made.asked = {}, []
    thread = threading.Thread(target=lambda: made.serve_forever(0.02), daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
