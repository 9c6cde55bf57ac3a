"""The review desk and the auditors' window: one local web application on Datasette."""
