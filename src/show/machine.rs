//! Findings for machines.

use serde_json::{Value, json};

use crate::finding::{Finding, Severity};
use crate::source::{Sources, Span};
use crate::visible;

/// The findings as JSON, stable: keys are added, never changed. Lines and columns count from 1, columns in characters.
#[must_use]
pub fn json(findings: &[Finding], sources: &Sources, prefix: &str) -> String {
    let place = |span: Span| {
        let (line, column) = sources.place(span);
        let (end_line, end_column) = sources.place(Span { start: span.end, ..span });
        json!({
            "bestand": format!("{prefix}{}", sources.path(span.file)),
            "regel": line,
            "kolom": column,
            "tot_regel": end_line,
            "tot_kolom": end_column,
        })
    };
    let findings: Vec<Value> = findings
        .iter()
        .map(|finding| {
            let labels: Vec<Value> =
                finding.labels.iter().map(|(span, text)| json!({ "plaats": place(*span), "tekst": text })).collect();
            json!({
                "naam": finding.fault.name,
                "familie": finding.fault.family,
                "ernst": finding.fault.severity.word(),
                "bericht": finding.message,
                "hulp": finding.hint,
                "plaats": place(finding.span),
                "ook": labels,
            })
        })
        .collect();
    escaped(&format!("{:#}\n", json!({ "versie": 1, "bevindingen": findings })))
}

/// JSON of which a terminal shows every character: what JSON lets stand and cannot be seen is escaped as well.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\n' || visible::is_plain(c) {
            out.push(c);
        } else {
            let mut units = [0; 2];
            out.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    out
}

/// The findings as workflow commands of GitHub Actions, which shows them beside the lines
/// (<https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>).
#[must_use]
pub fn github(findings: &[Finding], sources: &Sources, prefix: &str) -> String {
    let line = |finding: &Finding| {
        let command = match finding.fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let (row, column) = sources.place(finding.span);
        let path = format!("{prefix}{}", sources.path(finding.span.file));
        let hint = finding.hint.as_ref().map(|hint| format!("\nHulp: {hint}")).unwrap_or_default();
        format!(
            "::{command} file={},line={row},col={column},title={}::{}\n",
            property(&path),
            property(finding.fault.name),
            data(&format!("{}{hint}", finding.message))
        )
    };
    findings.iter().map(line).collect()
}

/// A text after `::`: no line of it can start a command of its own.
fn data(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| visible::line(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
