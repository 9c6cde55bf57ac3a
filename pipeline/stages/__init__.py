"""One file a stage, named by its verb; pure: records in, records out."""
