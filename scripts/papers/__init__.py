"""The Word templates as code: what make_templates.py writes into `templates/`."""
