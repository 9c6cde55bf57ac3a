"""The sample workspace as code: what make_samples.py writes into `samples/`. Every name and paper is invented."""
