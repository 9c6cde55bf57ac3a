"""A browser that asks the site directly, and what it finds in the store."""

import asyncio
import re

import httpx

from pipeline.web.application import application
from pipeline.web.sessions import Sessions
from tests.pipeline.web.served import PASSWORD, ask

HOME = "http://127.0.0.1"

TOTAL = "total_self_score"


class Browser:
    """A browser that keeps its cookies and asks the application directly."""

    def __init__(self, root, host="127.0.0.1"):
        self.rechecked = 0
        self.root = root
        app, self.desk = application(root, host, Sessions(), self._recheck)
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=HOME)
        self.loop = asyncio.new_event_loop()

    def _recheck(self):
        self.rechecked += 1

    def get(self, path, **headers):
        return self.loop.run_until_complete(self.client.get(path, headers=headers))

    def post(self, path, form, headers=None):
        return self.loop.run_until_complete(self.client.post(path, data=form, headers=headers))

    def token(self, path="/login"):
        return re.search(r'name="csrftoken" value="([^"]+)"', self.get(path).text)[1]

    def login(self, name):
        form = {"csrftoken": self.token(), "name": name, "password": PASSWORD}
        return self.post("/login", form)

    def seen(self, document, field):
        """What the form for the field says that it shows."""
        found = re.search(
            r'name="seen" value="([^"]+)"', self.get(f"/review/item?document={document}&field={field}").text
        )
        return found[1] if found else ""

    def decide(self, **form):
        """Opens the form and sends it filled in."""
        seen = self.seen(form["document"], form["field"])
        return self.post("/review/decide", {"csrftoken": self.token("/search"), "seen": seen, **form})

    def close(self):
        self.loop.run_until_complete(self.client.aclose())
        self.loop.close()
        self.desk.artist.close()


def unsure(root):
    """A paper whose total needs a person."""
    query = "SELECT document_id FROM review_queue WHERE field = ? ORDER BY document_id LIMIT 1"
    return str(ask(root, query, TOTAL)[0]["document_id"])


def decisions(root):
    return ask(root, "SELECT * FROM decisions")
