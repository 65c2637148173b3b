//! Findings for machines.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::finding::{Finding, Severity};
use crate::source::{Sources, Span};
use crate::{fingerprint, visible};

mod gitlab;
mod junit;
mod sarif;

pub use gitlab::gitlab;
pub use junit::junit;
pub use sarif::sarif;

/// How a remark about a date that has still to come is called.
const AWAITED: &str = "datum-moet-nog-komen";

/// Something that is said beside the findings, and where it stands.
pub type Remark = (Span, String);

/// The findings as JSON, stable: keys are added, never changed. Lines and columns count from 1, columns in characters. With
/// what does not count yet, as its day is still to come.
#[must_use]
pub fn json(findings: &[Finding], awaited: &[Remark], sources: &Sources, prefix: &str) -> String {
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
    let awaited: Vec<Value> =
        awaited.iter().map(|(span, text)| json!({ "bericht": text, "plaats": place(*span) })).collect();
    escaped(&format!("{:#}\n", json!({ "versie": 1, "bevindingen": findings, "moet_nog_komen": awaited })))
}

/// The path of a file, from where the program runs.
fn located(span: Span, sources: &Sources, prefix: &str) -> String {
    let path = format!("{prefix}{}", sources.path(span.file));
    path.trim_start_matches("./").to_owned()
}

/// By what a finding is known again, also when its lines move: where it is, how it is called, and what it says. Of several
/// that say the same each has its own.
#[derive(Default)]
struct Marks {
    seen: BTreeMap<String, usize>,
}

impl Marks {
    fn of(&mut self, path: &str, name: &str, message: &str) -> String {
        let first = fingerprint::texts([path, name, message]);
        let count = self.seen.entry(first.clone()).or_default();
        *count += 1;
        let mark = if *count == 1 { first } else { fingerprint::texts([path, name, message, &count.to_string()]) };
        fingerprint::digits(&mark).to_owned()
    }
}

/// A text of several lines, in which no other sign can hide.
fn shown(text: &str) -> String {
    text.split('\n').map(visible::line).collect::<Vec<_>>().join("\n")
}

/// What a finding says, and below that how to mend it.
fn whole(finding: &Finding) -> String {
    let hint = finding.hint.as_ref().map(|hint| format!("\nHulp: {hint}")).unwrap_or_default();
    shown(&format!("{}{hint}", finding.message))
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
pub fn github(findings: &[Finding], awaited: &[Remark], sources: &Sources, prefix: &str) -> String {
    let line = |command: &str, name: &str, span: Span, text: &str| {
        let (row, column) = sources.place(span);
        let path = property(&format!("{prefix}{}", sources.path(span.file)));
        let (name, text) = (property(name), data(text));
        format!("::{command} file={path},line={row},col={column},title={name}::{text}\n")
    };
    let told = |finding: &Finding| {
        let command = match finding.fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        line(command, finding.fault.name, finding.span, &whole(finding))
    };
    let remark = |(span, text): &Remark| line("notice", "de datum moet nog komen", *span, text);
    findings.iter().map(told).chain(awaited.iter().map(remark)).collect()
}

/// A text after `::`: no line of it can start a command of its own.
fn data(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| visible::line(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
