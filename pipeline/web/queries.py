"""The questions that auditors ask, ready to be asked again."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.language import mark


class Query(NamedTuple):
    """A prepared question; `:names` in its SQL are asked for."""

    title: str
    description: str
    sql: str

    @property
    def asks(self) -> list[str]:
        """What is asked for, in the order of the SQL."""
        return list(dict.fromkeys(re.findall(r":([a-z_]+)", self.sql)))


_COUNTED = "(:papers <> '' OR d.state = 'accepted')"
"""Only papers that count, unless all are asked for."""
_VALUE = """
               (:value = '' OR instr(f.raw, :value) > 0 OR f.value = :value
                OR f.value NOT GLOB '*[^0-9.]*' AND :value NOT GLOB '*[^0-9.,]*'
                AND CAST(f.value AS REAL) = CAST(replace(:value, ',', '.') AS REAL))
"""
"""The value as it is typed: a number however it is written, or any words of what is printed."""

_SURE = "('accepted', 'confirmed', 'corrected')"
_NOT_COUNTED = """(
    'document.conflict', 'document.superseded', 'document.corrected', 'document.unknown_unit',
    'document.unit_proposed', 'document.unit_by_file_name')"""
"""Findings that say why a paper does not count; the first names all the papers that rival each other."""
_UNPROVED = "('score.total_mismatch', 'score.prose_mismatch')"

QUERIES = {
    "where_from": Query(
        mark("Where does this number come from?"),
        mark("Choose what it is of, the unit or both, or type the value; each may stay empty. Only papers that count."),
        f"""
        SELECT d.unit_id, f.document_id, d.number, d.state, f.field, f.value, f.raw, f.status, f.method,
               f.file_id, x.file_name, f.page, f.where_, f.bbox
        FROM audit_facts f JOIN audit_documents d ON d.document_id = f.document_id
        JOIN audit_files x ON x.file_id = f.file_id
        WHERE (:field = '' OR f.field = :field) AND (:unit = '' OR d.unit_id = :unit) AND {_COUNTED}
          AND {_VALUE.strip()}
        ORDER BY d.unit_id, f.document_id, f.field
        """,  # noqa: S608 -- our own words
    ),
    "where_from_scores": Query(
        mark("Where does this score come from?"),
        mark("Choose the criterion, the unit or both; each may stay empty. Only papers that count."),
        f"""
        SELECT d.unit_id, s.document_id, d.number, d.state, s.code, s.criterion, s.max_score, s.self_score,
               s.block_score, s.status, s.file_id, x.file_name, s.page, s.where_
        FROM audit_scores s JOIN audit_documents d ON d.document_id = s.document_id
        JOIN audit_files x ON x.file_id = s.file_id
        WHERE (:code = '' OR s.code = :code OR s.criteria_code = :code) AND (:unit = '' OR s.unit_id = :unit)
          AND {_COUNTED}
        ORDER BY d.unit_id, s.document_id, s.row
        """,  # noqa: S608 -- our own words
    ),
    "what_changed": Query(
        mark("What changed between two days, and who changed it?"),
        mark("The days as 15/6/2020 or 2020-06-15, both included; an empty one sets no bound. The latest comes first."),
        """
        SELECT e.at, e.who, e.what, in_words(e.what, e.subject, e.detail) AS told, e.document_id, d.number
        FROM (SELECT *, CASE WHEN what IN ('decide', 'undo', 'approve') THEN CAST(subject AS INTEGER)
                             WHEN what = 'extract' THEN (SELECT document_id FROM document_files
                                                         WHERE file_id = CAST(subject AS INTEGER))
                        END AS document_id FROM audit_events) e
        LEFT JOIN audit_documents d ON d.document_id = e.document_id
        WHERE e.what NOT IN ('derive', 'views')
          AND substr(e.at, 1, 10) BETWEEN iso_day(:first_day) AND coalesce(nullif(iso_day(:last_day), ''), '9999')
        ORDER BY e.event_id DESC
        """,
    ),
    "who_was_late": Query(
        mark("Who was late, or sent nothing?"),
        mark("Every task that was late or has no paper, the latest first."),
        """
        SELECT s.unit_id, s.task_key, s.content, s.due_on, s.state AS task_state, s.days_late, s.document_id,
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
        f"""
        WITH found AS (
            SELECT document_id, message FROM audit_findings
            WHERE code IN {_NOT_COUNTED} OR code LIKE 'document.%doubtful'
            UNION
            SELECT rival.value, w.message FROM audit_findings w, json_each(w.evidence, '$.documents') rival
            WHERE w.code = 'document.conflict'
        ), told AS (SELECT document_id, group_concat(message, ' ') AS words FROM found GROUP BY document_id)
        SELECT f.file_name, f.state AS file_state, f.reason, d.document_id, a.number, d.state, d.kind, d.unit_id,
               coalesce(t.words, nullif(d.doubts, '[]'), '') AS told
        FROM audit_files f LEFT JOIN documents d ON d.document_id = f.document_id
        LEFT JOIN audit_documents a ON a.document_id = d.document_id
        LEFT JOIN told t ON t.document_id = d.document_id
        WHERE f.state <> 'read' OR d.document_id IS NULL OR d.state <> 'accepted' OR d.unit_id IS NULL
        ORDER BY f.file_id
        """,  # noqa: S608 -- our own words
    ),
    "versions": Query(
        mark("All versions of a paper"),
        mark("Choose any of them: papers of one unit for one task, of one kind."),
        """
        WITH own AS (SELECT unit_id, task_key, kind FROM audit_documents WHERE document_id = :document)
        SELECT d.document_id, d.number, d.issued_on, d.first_received_at, d.state, d.superseded_by
        FROM audit_documents d JOIN own o ON d.unit_id IS o.unit_id AND d.task_key IS o.task_key AND d.kind = o.kind
        ORDER BY d.issued_on, d.document_id
        """,
    ),
    "scores_by_unit": Query(
        mark("Scores of all units side by side"),
        mark("The totals that papers state, by default only those that count; of the others it says why they do not."),
        f"""
        WITH sheets AS (
            SELECT *, count(*) FILTER (WHERE state <> 'superseded') OVER (PARTITION BY unit_id, kind) AS rivals,
                   sum(kind = 'score_sheet' AND state <> 'superseded') OVER (PARTITION BY unit_id) AS apart
            FROM documents WHERE kind IN ('plan_report_year', 'score_sheet')
        ), told AS (
            SELECT s.document_id, s.unit_id, s.state, CASE
                WHEN s.state = 'superseded' THEN 'superseded' WHEN s.state <> 'accepted' THEN 'paper_unsure'
                WHEN s.unit_id IS NULL THEN 'no_unit' WHEN s.rivals > 1 THEN 'rivals'
                WHEN s.kind = 'plan_report_year' AND s.apart > 0 THEN 'sheet_apart'
                WHEN s.document_id IN (SELECT document_id FROM audit_findings
                                       WHERE severity = 'error' AND code IN {_UNPROVED}) THEN 'contradicted'
                WHEN s.document_id IN (SELECT document_id FROM audit_facts
                                       WHERE field = 'total_self_score' AND status NOT IN {_SURE}) THEN 'total_unsure'
                ELSE 'counts' END AS counts
            FROM sheets s
        )
        SELECT s.unit_id, s.document_id, d.number, s.state, s.counts,
               max(CASE f.field WHEN 'total_max_score' THEN CAST(f.value AS REAL) END) AS total_max_score,
               max(CASE f.field WHEN 'total_self_score' THEN CAST(f.value AS REAL) END) AS total_self_score,
               max(CASE f.field WHEN 'total_block_score' THEN CAST(f.value AS REAL) END) AS total_block_score
        FROM told s JOIN audit_documents d ON d.document_id = s.document_id
        LEFT JOIN audit_facts f ON f.document_id = s.document_id AND f.field LIKE 'total%' AND f.status IN {_SURE}
        WHERE :papers <> '' OR s.counts = 'counts'
        GROUP BY s.document_id ORDER BY s.counts <> 'counts', total_self_score DESC, s.unit_id
        """,  # noqa: S608 -- our own words
    ),
}
