-- The store of one block's year. Readable top to bottom; auditors read the views (views.sql).
-- Times are ISO 8601 with offset, dates ISO, JSON is UTF-8 text.

-- What lay in the inbox: one row for each name and content.
CREATE TABLE files (
    file_id     INTEGER PRIMARY KEY,
    file_name   TEXT NOT NULL,             -- relative to the inbox, forward slashes
    sha256      TEXT,                      -- NULL for a file passed over
    bytes       INTEGER NOT NULL,
    media_type  TEXT NOT NULL DEFAULT '',  -- by content; '' until it is known
    received_at TEXT NOT NULL,
    modified_ns INTEGER NOT NULL,          -- with bytes: unchanged means not read again
    state       TEXT NOT NULL CHECK (state IN
                ('received', 'read', 'quarantined', 'duplicate', 'container', 'passed_over')),
    reason      TEXT NOT NULL DEFAULT '',  -- a finding's code
    detail      TEXT NOT NULL DEFAULT '',  -- what the reader said
    tried       TEXT NOT NULL DEFAULT '',  -- the extractors, limits and unit names it was last tried with
    UNIQUE (file_name, sha256)
) STRICT;

CREATE INDEX files_sha256 ON files (sha256);

-- What one file says, as the extractors said it: the evidence under the documents.
CREATE TABLE extractions (
    file_id INTEGER PRIMARY KEY REFERENCES files,
    data    TEXT NOT NULL                  -- extractors.records.Extraction as JSON
) STRICT;

-- The plan and the criteria as read from the files named in khoi.toml.
CREATE TABLE sources (
    role        TEXT PRIMARY KEY CHECK (role IN ('plan', 'criteria')),
    file_name   TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    tried       TEXT NOT NULL,
    data        TEXT NOT NULL              -- planned tasks or criteria as JSON
) STRICT;

-- The plan, resolved: who does what until when.
CREATE TABLE tasks (
    task_key  TEXT PRIMARY KEY,
    ordinal   INTEGER NOT NULL,            -- the plan's order, from 1
    quarter   INTEGER,
    content   TEXT NOT NULL,
    starts_on TEXT,
    due_on    TEXT,
    where_    TEXT NOT NULL
) STRICT;

CREATE TABLE criteria (
    code      TEXT PRIMARY KEY,
    ordinal   INTEGER NOT NULL,
    name      TEXT NOT NULL,
    level     INTEGER NOT NULL,
    parent    TEXT,
    max_score REAL,
    where_    TEXT NOT NULL
) STRICT;

-- One paper, whatever files it came as. Everything below is derived by `check`.
CREATE TABLE documents (
    document_id       INTEGER PRIMARY KEY, -- the smallest file_id among its files
    unit_id           TEXT,
    kind              TEXT NOT NULL,
    task_key          TEXT,
    state             TEXT NOT NULL CHECK (state IN ('accepted', 'needs_review', 'superseded')),
    superseded_by     INTEGER,
    first_received_at TEXT NOT NULL,
    doubts            TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE TABLE document_files (
    file_id     INTEGER PRIMARY KEY REFERENCES files,
    document_id INTEGER NOT NULL REFERENCES documents DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE facts (
    document_id INTEGER NOT NULL REFERENCES documents DEFERRABLE INITIALLY DEFERRED,
    field       TEXT NOT NULL,
    value       TEXT,                      -- a list as JSON
    raw         TEXT,
    status      TEXT NOT NULL,
    confidence  REAL NOT NULL,
    method      TEXT NOT NULL,             -- the witnesses that spoke for it
    file_id     INTEGER NOT NULL REFERENCES files,
    page        INTEGER,
    where_      TEXT NOT NULL,
    bbox        TEXT,
    candidates  TEXT NOT NULL DEFAULT '[]',-- what a person may choose from
    PRIMARY KEY (document_id, field)
) STRICT;

CREATE INDEX facts_to_review ON facts (document_id) WHERE status = 'needs_review';

CREATE TABLE scores (
    document_id   INTEGER NOT NULL REFERENCES documents DEFERRABLE INITIALLY DEFERRED,
    row           INTEGER NOT NULL,        -- 1-based, in the paper's order
    code          TEXT NOT NULL,
    criterion     TEXT NOT NULL,
    criteria_code TEXT,                    -- NULL where it matches none of the block's
    level         INTEGER NOT NULL,
    parent        TEXT,
    max_score     REAL,
    self_score    REAL,
    block_score   REAL,
    council_score REAL,
    bonus         REAL,
    deduction     REAL,
    note          TEXT NOT NULL,
    no_figure     TEXT NOT NULL,           -- JSON: how a column without a number says so
    status        TEXT NOT NULL,
    doubts        TEXT NOT NULL DEFAULT '[]',
    raw           TEXT NOT NULL,
    file_id       INTEGER NOT NULL REFERENCES files,
    page          INTEGER,
    where_        TEXT NOT NULL,
    bbox          TEXT,
    PRIMARY KEY (document_id, row)
) STRICT;

CREATE INDEX scores_to_review ON scores (document_id) WHERE status = 'needs_review';

CREATE TABLE schedule (
    task_key    TEXT NOT NULL REFERENCES tasks DEFERRABLE INITIALLY DEFERRED,
    unit_id     TEXT NOT NULL DEFAULT '',  -- '' for a task of no member
    role        TEXT,
    document_id INTEGER,
    state       TEXT NOT NULL CHECK (state IN ('on_time', 'late', 'missing', 'not_due', 'not_documented')),
    days_late   INTEGER,
    PRIMARY KEY (task_key, unit_id)
) STRICT;

-- What a unit registered, proposed and was granted: exact counts alone, from papers that count.
CREATE TABLE awards (
    unit_id    TEXT NOT NULL,
    award      TEXT NOT NULL,              -- ldtt, giay_khen …
    who        TEXT NOT NULL,              -- collective, individual, any
    registered INTEGER,                    -- NULL where no paper says so surely
    proposed   INTEGER,
    granted    INTEGER,
    documents  TEXT NOT NULL,              -- JSON: stage -> the document that says so
    PRIMARY KEY (unit_id, award, who)
) STRICT;

CREATE TABLE findings (
    finding_id  INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE,      -- of all that follows: the same finding keeps its id
    code        TEXT NOT NULL,
    severity    TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
    document_id INTEGER,
    unit_id     TEXT,
    task_key    TEXT,
    message     TEXT NOT NULL,             -- Vietnamese
    evidence    TEXT NOT NULL              -- JSON
) STRICT;

-- What a person decided. Append-only. `field` is a fact's field, unit_id, kind, task_key or state,
-- "score:ROW/COLUMN", "alias:NAME" (after: the unit that it names) or "finding:FINGERPRINT" (after: the answer).
CREATE TABLE decisions (
    decision_id INTEGER PRIMARY KEY,
    at          TEXT NOT NULL,
    who         TEXT NOT NULL,
    document_id INTEGER,                   -- a paper's id then: that of one of its files
    field       TEXT NOT NULL,
    before      TEXT,
    after       TEXT,
    reason      TEXT NOT NULL,
    read        TEXT,                      -- what the tool read then: another reading later contradicts
    undoes      INTEGER REFERENCES decisions,
    held        INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)) -- 1: waits for a second person
) STRICT;

CREATE INDEX decisions_undoes ON decisions (undoes);
CREATE INDEX decisions_field ON decisions (document_id, field);

-- The second person's word on a decision that waited for it. Append-only.
CREATE TABLE approvals (
    decision_id INTEGER PRIMARY KEY REFERENCES decisions,
    at          TEXT NOT NULL,
    who         TEXT NOT NULL
) STRICT;

-- Everything that happened. Append-only; each row carries the hash of the one before.
CREATE TABLE events (
    event_id  INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    who       TEXT NOT NULL,
    what      TEXT NOT NULL,
    subject   TEXT NOT NULL,
    detail    TEXT NOT NULL,               -- JSON
    prev_hash TEXT NOT NULL,
    hash      TEXT NOT NULL
) STRICT;

-- From what a stage was derived last: the same again need not be done again.
CREATE TABLE derived (
    stage         TEXT PRIMARY KEY,        -- check, or report with its kinds and forms
    inputs_sha256 TEXT NOT NULL,
    result        TEXT NOT NULL            -- JSON: a report's files with their SHA-256
) STRICT;

CREATE TABLE reports (
    report_id     INTEGER PRIMARY KEY,
    at            TEXT NOT NULL,
    kind          TEXT NOT NULL,
    file_name     TEXT NOT NULL,           -- relative to reports/
    sha256        TEXT NOT NULL,
    inputs_sha256 TEXT NOT NULL            -- of all that the report was made from
) STRICT;

-- Who may log in to the review desk. In no export and behind no page.
CREATE TABLE accounts (
    name     TEXT PRIMARY KEY,
    role     TEXT NOT NULL CHECK (role IN ('reader', 'reviewer', 'approver')),
    password TEXT NOT NULL,                -- salt and scrypt hash, in hex
    active   INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    person   TEXT NOT NULL DEFAULT ''      -- whose account it is: two accounts of one person are no four eyes
) STRICT;

-- All that the papers say, for search: as printed, and folded (FTS5 leaves "đ" and finds no "dang" for "đảng").
CREATE TABLE passages (
    passage_id INTEGER PRIMARY KEY,
    file_id    INTEGER NOT NULL REFERENCES files,
    page       INTEGER,
    where_     TEXT NOT NULL,
    heading    TEXT NOT NULL,
    text       TEXT NOT NULL,
    folded     TEXT NOT NULL
) STRICT;

CREATE INDEX passages_file ON passages (file_id);

CREATE VIRTUAL TABLE passages_fts USING fts5 (
    text, folded, content = 'passages', content_rowid = 'passage_id', tokenize = "unicode61 remove_diacritics 0"
);

-- Whose passages were taken as it reads now: a new reading takes the row and the passages away.
CREATE TABLE searched (
    file_id INTEGER PRIMARY KEY REFERENCES files
) STRICT;

-- A row is added or it is not: it is never changed, replaced or taken away.
CREATE TRIGGER approvals_insert BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM approvals WHERE decision_id = NEW.decision_id)
BEGIN SELECT RAISE(ABORT, 'approvals are append-only'); END;
CREATE TRIGGER approvals_update BEFORE UPDATE ON approvals
BEGIN SELECT RAISE(ABORT, 'approvals are append-only'); END;
CREATE TRIGGER approvals_delete BEFORE DELETE ON approvals
BEGIN SELECT RAISE(ABORT, 'approvals are append-only'); END;
CREATE TRIGGER decisions_insert BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions WHERE decision_id = NEW.decision_id)
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_update BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_delete BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER events_insert BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE event_id = NEW.event_id)
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
