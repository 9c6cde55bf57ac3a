-- What auditors may rely on: these names and columns stay, whatever the tables become.

DROP VIEW IF EXISTS audit_files;
CREATE VIEW audit_files AS
SELECT f.file_id, f.file_name, f.sha256, f.bytes, f.media_type, f.received_at, f.state, f.reason,
       coalesce(own.document_id, twin.document_id) AS document_id
FROM files f
LEFT JOIN document_files own ON own.file_id = f.file_id
LEFT JOIN (
    SELECT o.sha256, min(d.document_id) AS document_id
    FROM files o JOIN document_files d ON d.file_id = o.file_id
    GROUP BY o.sha256
) twin ON twin.sha256 = f.sha256 AND f.state = 'duplicate';

-- A header value of a document, only where the tool or a person stands by it.
DROP VIEW IF EXISTS standing_facts;
CREATE VIEW standing_facts AS
SELECT document_id, field, value FROM facts WHERE status IN ('accepted', 'confirmed', 'corrected');

DROP VIEW IF EXISTS audit_documents;
-- Each value by itself: a query pays only for the columns that it asks for.
CREATE VIEW audit_documents AS
SELECT d.document_id, d.unit_id,
       (SELECT f.value FROM standing_facts f WHERE f.document_id = d.document_id AND f.field = 'doc_type') AS doc_type,
       (SELECT f.value FROM standing_facts f WHERE f.document_id = d.document_id AND f.field = 'number') AS number,
       (SELECT f.value FROM standing_facts f WHERE f.document_id = d.document_id AND f.field = 'issuer') AS issuer,
       (SELECT f.value FROM standing_facts f WHERE f.document_id = d.document_id AND f.field = 'place') AS place,
       (SELECT f.value FROM standing_facts f WHERE f.document_id = d.document_id AND f.field = 'issued_on') AS issued_on,
       (SELECT f.value FROM standing_facts f WHERE f.document_id = d.document_id AND f.field = 'subject') AS subject,
       (SELECT f.value FROM standing_facts f WHERE f.document_id = d.document_id AND f.field = 'period') AS period,
       (SELECT f.value FROM standing_facts f WHERE f.document_id = d.document_id AND f.field = 'signer_name') AS signer_name,
       (SELECT f.value FROM standing_facts f WHERE f.document_id = d.document_id AND f.field = 'signer_title') AS signer_title,
       d.kind, d.task_key, d.state, d.superseded_by, d.first_received_at
FROM documents d;

DROP VIEW IF EXISTS audit_facts;
CREATE VIEW audit_facts AS
SELECT document_id, field, value, raw, status, confidence, method, file_id, page, where_, bbox
FROM facts;

DROP VIEW IF EXISTS audit_scores;
CREATE VIEW audit_scores AS
SELECT s.document_id, d.unit_id, s.row, s.code, s.criterion, s.criteria_code, s.level,
       s.max_score, s.self_score, s.block_score, s.council_score, s.bonus, s.deduction, s.note,
       s.status, s.file_id, s.page, s.where_
FROM scores s JOIN documents d ON d.document_id = s.document_id;

DROP VIEW IF EXISTS audit_schedule;
CREATE VIEW audit_schedule AS
SELECT s.task_key, t.quarter, t.content, t.due_on, nullif(s.unit_id, '') AS unit_id, s.role,
       s.document_id, s.state, s.days_late
FROM schedule s JOIN tasks t ON t.task_key = s.task_key;

DROP VIEW IF EXISTS audit_awards;
CREATE VIEW audit_awards AS
SELECT unit_id, award, who, registered, proposed, granted, documents FROM awards;

-- Decisions that wait for nobody: none need approve them, or a second person did. An undo among them has taken its decision back.
DROP VIEW IF EXISTS final_decisions;
CREATE VIEW final_decisions AS
SELECT d.decision_id, d.at, d.who, d.document_id, d.field, d.before, d.after, d.reason, d.read, d.undoes
FROM decisions d
WHERE d.held = 0 OR EXISTS (SELECT 1 FROM approvals a WHERE a.decision_id = d.decision_id);

-- The last decision on each field that is final and was not taken back.
DROP VIEW IF EXISTS standing_decisions;
CREATE VIEW standing_decisions AS
SELECT max(d.decision_id) AS decision_id, d.at, d.who, d.document_id, d.field, d.before, d.after, d.reason, d.read
FROM final_decisions d
WHERE d.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM final_decisions u WHERE u.undoes = d.decision_id)
GROUP BY d.document_id, d.field;

-- Decisions that wait for a second person, the taking back of a score among them; one that was withdrawn waits no more.
DROP VIEW IF EXISTS held_decisions;
CREATE VIEW held_decisions AS
SELECT d.decision_id, d.at, d.who, d.document_id, d.field, d.before, d.after, d.reason, d.undoes
FROM decisions d
WHERE d.held = 1 AND NOT EXISTS (SELECT 1 FROM approvals a WHERE a.decision_id = d.decision_id)
AND NOT EXISTS (SELECT 1 FROM final_decisions u WHERE u.undoes = d.decision_id);

-- Decisions that a person may take back: those that stand, once nobody asked for it already, and those that wait.
DROP VIEW IF EXISTS revocable_decisions;
CREATE VIEW revocable_decisions AS
SELECT s.decision_id FROM standing_decisions s
WHERE NOT EXISTS (SELECT 1 FROM held_decisions h WHERE h.undoes = s.decision_id)
UNION ALL
SELECT decision_id FROM held_decisions;

-- What needs a person, by weight (0 is the worst); what was decided and waits for `check` or approval is not asked again.
DROP VIEW IF EXISTS review_queue;
CREATE VIEW review_queue AS
WITH differing AS (
    SELECT document_id, json_extract(evidence, '$.field') AS field FROM findings WHERE code = 'document.pair_differs'
),
asked AS (
    SELECT 0 AS weight, d.document_id,
           CASE j.value WHEN 'document.kind_doubtful' THEN 'kind' WHEN 'document.task_doubtful' THEN 'task_key'
                WHEN 'document.conflict' THEN 'state' WHEN 'document.corrected' THEN 'state'
                WHEN 'document.set_aside' THEN 'state' ELSE 'unit_id' END AS field,
           0 AS row, j.value AS why
    FROM documents d, json_each(d.doubts) j
    UNION ALL
    SELECT 0, document_id, json_extract(evidence, '$.field'), 0, code
    FROM findings f WHERE code = 'decision.contradicted' AND NOT EXISTS (
        SELECT 1 FROM standing_decisions s WHERE s.document_id = f.document_id
        AND s.field = json_extract(f.evidence, '$.field')
        AND s.decision_id > json_extract(f.evidence, '$.decision'))
    UNION ALL
    SELECT CASE WHEN field LIKE 'total/_%' ESCAPE '/' THEN 1
                WHEN field IN ('number', 'issued_on', 'period', 'doc_type', 'issuer') THEN 2
                WHEN field LIKE 'count:%' THEN 4 ELSE 5 END,
           document_id, field, 0, coalesce(json_extract(candidates, '$[0][5]'), '')
    FROM facts WHERE status = 'needs_review'
    UNION ALL
    SELECT 3, s.document_id,
           CASE WHEN s.code > '' AND (SELECT count(*) FROM scores t WHERE t.document_id = s.document_id
                                      AND t.code = s.code) = 1
                THEN 'score:' || s.code ELSE 'score:#' || s.row END || '/' || s.figure,
           s.row, s.why
    FROM (
        SELECT document_id, row, code, 'self_score' AS figure, coalesce(json_extract(doubts, '$[0]'), '') AS why
        FROM scores WHERE status = 'needs_review' AND instr(doubts, 'document.pair_differs') = 0
        UNION ALL
        SELECT DISTINCT r.document_id, r.row, r.code, substr(f.field, length(r.code) + 8), 'document.pair_differs'
        FROM differing f JOIN scores r ON r.document_id = f.document_id
         AND substr(f.field, 1, length(r.code) + 7) = 'score:' || r.code || '/'
        WHERE instr(r.doubts, 'document.pair_differs') > 0
    ) s
)
SELECT a.weight + CASE WHEN d.kind = 'other' OR d.unit_id IS NULL AND a.weight > 0 THEN 10 ELSE 0 END AS weight,
       a.document_id, a.field, a.row, a.why
FROM asked a JOIN documents d ON d.document_id = a.document_id
WHERE d.state <> 'superseded' AND (a.why = 'decision.contradicted' OR NOT EXISTS (
    SELECT 1 FROM decisions s WHERE s.document_id = a.document_id AND s.field = a.field AND s.undoes IS NULL
    AND NOT EXISTS (SELECT 1 FROM final_decisions u WHERE u.undoes = s.decision_id)));

DROP VIEW IF EXISTS audit_findings;
CREATE VIEW audit_findings AS
SELECT f.finding_id, f.code, f.severity, f.document_id, f.unit_id, f.task_key, f.message, f.evidence,
       s.after AS answer, s.who AS answered_by, s.reason AS answer_reason
FROM findings f LEFT JOIN standing_decisions s ON s.field = 'finding:' || f.fingerprint;

DROP VIEW IF EXISTS audit_decisions;
CREATE VIEW audit_decisions AS
SELECT d.decision_id, d.at, d.who, d.document_id, d.field, d.before, d.after, d.reason,
       d.undoes, d.held, a.who AS approved_by, a.at AS approved_at
FROM decisions d LEFT JOIN approvals a ON a.decision_id = d.decision_id;

DROP VIEW IF EXISTS audit_events;
CREATE VIEW audit_events AS
SELECT event_id, at, who, what, subject, detail, prev_hash, hash FROM events;

DROP VIEW IF EXISTS audit_reports;
CREATE VIEW audit_reports AS
SELECT report_id, at, kind, file_name, sha256, inputs_sha256 FROM reports;
