//! Findings for the quality widget of GitLab.

use serde_json::{Value, json};

use super::{AWAITED, Marks, Remark, escaped, located, whole};
use crate::finding::{Finding, Severity};
use crate::source::{Sources, Span};
use crate::visible;

/// The findings as a report of Code Quality (<https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>).
#[must_use]
pub fn gitlab(findings: &[Finding], awaited: &[Remark], sources: &Sources, prefix: &str) -> String {
    let mut marks = Marks::default();
    let mut issue = |name: &str, severity: &str, span: Span, text: &str| {
        let path = located(span, sources, prefix);
        json!({
            "description": text,
            "check_name": name,
            "fingerprint": marks.of(&path, name, text),
            "severity": severity,
            "location": { "path": path, "lines": { "begin": sources.line(span) + 1 } },
        })
    };
    let mut issues: Vec<Value> = Vec::new();
    for finding in findings {
        issues.push(issue(finding.fault.name, severity(finding.fault.severity), finding.span, &whole(finding)));
    }
    for (span, text) in awaited {
        issues.push(issue(AWAITED, "info", *span, &visible::line(text)));
    }
    escaped(&format!("{:#}\n", Value::Array(issues)))
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "major",
        Severity::Advice => "info",
    }
}
