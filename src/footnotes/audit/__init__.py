"""Library -> Findings: what became of the cited pages, and which copy shows what the author saw.

    sources --plan--> Plan --run--> look, rescue --> LinkCheck, Archived --judge--> LinkFinding --> Audit
                             |                              |                                        |
              one request: ask; one page: inspect    written down: keep           report, enrich, save

Each step is a package of that name. `audits` is an audit from one end to the other and its plan in words,
`run` and `crew` its threads, `settings` its manners, `durations` the lengths of time that people give and
are told. Which step may know which is a table in tests/test_architecture.py.
"""

from footnotes.audit.audits import audit_plan, describe_plan, read_audit
from footnotes.audit.durations import parse_duration, spell_duration
from footnotes.audit.enrich.enriched import Change, ChangeState, Enriched, FieldStyle, TextEdit, apply_edits
from footnotes.audit.enrich.enriching import enrich_text
from footnotes.audit.judge.confirm import Confirmation
from footnotes.audit.keep.journal import AuditRecord, Journal, find_default_journal, open_journal
from footnotes.audit.plan.plans import Plan, plan_audit, read_url_list
from footnotes.audit.report import FORMATS, report_audit
from footnotes.audit.report.json_reading import parse_findings
from footnotes.audit.report.safe_text import fold_text, shorten_end, shorten_middle
from footnotes.audit.report.secrets import hide_passwords
from footnotes.audit.report.sums import tell_rescues, tell_sums, tell_verdicts
from footnotes.audit.report.verdict_words import sort_by_urgency
from footnotes.audit.report.wording import name_citations, spell_confidence, tell_copy
from footnotes.audit.rescue.archives import Archive, choose_archives, load_archives
from footnotes.audit.save.fetching import open_fetch
from footnotes.audit.save.keys import KEYS_PAGE, VARIABLES, Keys, read_keys
from footnotes.audit.save.pace import Pace
from footnotes.audit.save.plans import LeftBecause, SavePlan, plan_saves
from footnotes.audit.save.saved_pages import SavedPage, SaveState, Verification
from footnotes.audit.save.saving import save_pages
from footnotes.audit.save.service import SaveService
from footnotes.audit.save.verifying import verify_saved
from footnotes.audit.settings import Settings

__all__ = [
    "FORMATS",
    "KEYS_PAGE",
    "VARIABLES",
    "Archive",
    "AuditRecord",
    "Change",
    "ChangeState",
    "Confirmation",
    "Enriched",
    "FieldStyle",
    "Journal",
    "Keys",
    "LeftBecause",
    "Pace",
    "Plan",
    "SavePlan",
    "SaveService",
    "SaveState",
    "SavedPage",
    "Settings",
    "TextEdit",
    "Verification",
    "apply_edits",
    "audit_plan",
    "choose_archives",
    "describe_plan",
    "enrich_text",
    "find_default_journal",
    "fold_text",
    "hide_passwords",
    "load_archives",
    "name_citations",
    "open_fetch",
    "open_journal",
    "parse_duration",
    "parse_findings",
    "plan_audit",
    "plan_saves",
    "read_audit",
    "read_keys",
    "read_url_list",
    "report_audit",
    "save_pages",
    "shorten_end",
    "shorten_middle",
    "sort_by_urgency",
    "spell_confidence",
    "spell_duration",
    "tell_copy",
    "tell_rescues",
    "tell_sums",
    "tell_verdicts",
    "verify_saved",
]
