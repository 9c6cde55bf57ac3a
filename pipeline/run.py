"""One function a stage: what it reads, what it derives, what it writes."""
