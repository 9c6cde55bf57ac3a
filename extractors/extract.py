"""One file in, all that it says out: `read` gives the document, `extract` its facts and scores."""
