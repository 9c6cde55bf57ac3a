"""The questions that auditors ask, ready to be asked again."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.language import mark


class Query(NamedTuple):
    """A prepared question; `:names` in its SQL are asked for."""

    title: str
    description: str
    sql: str


QUERIES = {
    "where_from": Query(
        mark("Where does this number come from?"),
        mark("field: part of a field's name (total_self_score); unit: a unit's id; both may stay empty."),
        """
        SELECT d.unit_id, f.document_id, d.number, f.field, f.value, f.raw, f.status, f.method,
               f.file_id, x.file_name, f.page, f.where_
        FROM audit_facts f JOIN audit_documents d ON d.document_id = f.document_id
        JOIN audit_files x ON x.file_id = f.file_id
        WHERE instr(f.field, :field) > 0 AND (:unit = '' OR d.unit_id = :unit)
        ORDER BY d.unit_id, f.document_id, f.field
        """,
    ),
    "where_from_scores": Query(
        mark("Where does this score come from?"),
        mark("code: a criterion's code (I.1); unit: a unit's id; both may stay empty."),
        """
        SELECT s.unit_id, s.document_id, s.code, s.criterion, s.max_score, s.self_score, s.block_score,
               s.status, s.file_id, x.file_name, s.page, s.where_
        FROM audit_scores s JOIN audit_files x ON x.file_id = s.file_id
        WHERE (:code = '' OR s.code = :code OR s.criteria_code = :code) AND (:unit = '' OR s.unit_id = :unit)
        ORDER BY s.unit_id, s.document_id, s.row
        """,
    ),
    "what_changed": Query(
        mark("What changed between two days, and who changed it?"),
        mark("The days as 15/6/2020 or 2020-06-15, both included; an empty one sets no bound."),
        """
        SELECT at, who, what, subject, detail FROM audit_events
        WHERE substr(at, 1, 10) BETWEEN iso_day(:first_day) AND coalesce(nullif(iso_day(:last_day), ''), '9999')
        ORDER BY event_id
        """,
    ),
    "who_was_late": Query(
        mark("Who was late, or sent nothing?"),
        mark("Every task that was late or has no paper, the latest first."),
        """
        SELECT s.unit_id, s.task_key, s.content, s.due_on, s.state, s.days_late, s.document_id,
               d.number, d.issued_on, d.first_received_at
        FROM audit_schedule s LEFT JOIN audit_documents d ON d.document_id = s.document_id
        WHERE s.state IN ('late', 'missing') ORDER BY s.state DESC, s.days_late DESC, s.unit_id
        """,
    ),
    "by_decision": Query(
        mark("Which figures rest on a person's decision?"),
        mark("Every fact and score row that a person confirmed or corrected, with who and why."),
        """
        SELECT d.unit_id, f.document_id, f.field, f.value, f.status, s.who, s.at, s.before, s.after, s.reason
        FROM audit_facts f JOIN audit_documents d ON d.document_id = f.document_id
        LEFT JOIN standing_decisions s ON s.document_id = f.document_id AND s.field = f.field
        WHERE f.status IN ('confirmed', 'corrected')
        UNION ALL
        SELECT r.unit_id, r.document_id, s.field, s.after, r.status, s.who, s.at, s.before, s.after, s.reason
        FROM audit_scores r JOIN standing_decisions s ON s.document_id = r.document_id
         AND (s.field LIKE 'score:' || r.code || '/%' OR s.field LIKE 'score:#' || r.row || '/%')
        WHERE r.status IN ('confirmed', 'corrected')
        ORDER BY 1, 2, 3
        """,
    ),
    "never_counted": Query(
        mark("Which papers were never counted, and why?"),
        mark("Files that could not be read, copies, replaced papers, and papers that wait for a person."),
        """
        SELECT f.file_name, f.state AS file_state, f.reason, d.document_id, d.state, d.kind, d.unit_id,
               coalesce((SELECT group_concat(a.message, ' ') FROM audit_findings a
                         WHERE a.document_id = d.document_id AND a.code LIKE 'document.%'), '') AS told
        FROM audit_files f LEFT JOIN audit_documents d ON d.document_id = f.document_id
        WHERE f.state <> 'read' OR d.document_id IS NULL OR d.state <> 'accepted' OR d.unit_id IS NULL
        ORDER BY f.file_id
        """,
    ),
    "versions": Query(
        mark("All versions of a paper"),
        mark("document: the id of any of them."),
        """
        WITH own AS (SELECT unit_id, task_key, kind FROM audit_documents WHERE document_id = :document)
        SELECT d.document_id, d.number, d.issued_on, d.first_received_at, d.state, d.superseded_by
        FROM audit_documents d JOIN own o ON d.unit_id IS o.unit_id AND d.task_key IS o.task_key AND d.kind = o.kind
        ORDER BY d.issued_on, d.document_id
        """,
    ),
    "scores_by_unit": Query(
        mark("Scores of all units side by side"),
        mark("The stated totals that are sure, with the paper that states them."),
        """
        SELECT d.unit_id, d.document_id, d.number, d.state,
               max(CASE f.field WHEN 'total_max_score' THEN CAST(f.value AS REAL) END) AS total_max_score,
               max(CASE f.field WHEN 'total_self_score' THEN CAST(f.value AS REAL) END) AS total_self_score,
               max(CASE f.field WHEN 'total_block_score' THEN CAST(f.value AS REAL) END) AS total_block_score
        FROM audit_documents d JOIN audit_facts f ON f.document_id = d.document_id AND f.field LIKE 'total%'
         AND f.status IN ('accepted', 'confirmed', 'corrected')
        GROUP BY d.document_id ORDER BY total_self_score DESC, d.unit_id
        """,
    ),
}
