"""Input and output, thin, deciding nothing: inbox, archive, store, workers, rendering."""
