//! Findings as SARIF, the standard form for what programs find in files.

use serde_json::{Value, json};

use super::super::page;
use super::{Marks, Remark, escaped, located, shown, whole};
use crate::finding::{Fault, Finding, Severity};
use crate::link;
use crate::source::{Sources, Span};
use crate::visible;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The findings as SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>), with the rules that they are
/// of. What does not count yet is no result but a notification.
#[must_use]
pub fn sarif(findings: &[Finding], awaited: &[Remark], sources: &Sources, prefix: &str) -> String {
    let files = Files { sources, prefix };
    let mut rules: Vec<&Fault> = findings.iter().map(|finding| finding.fault).collect();
    rules.sort_by_key(|fault| fault.name);
    rules.dedup_by_key(|fault| fault.name);
    let mut marks = Marks::default();
    let results = findings.iter().map(|finding| files.result(finding, &rules, &mut marks)).collect::<Vec<_>>();
    let notification = |(span, text): &Remark| json!({ "level": "note", "message": { "text": visible::line(text) }, "locations": [files.location(*span)] });
    let notifications: Vec<Value> = awaited.iter().map(notification).collect();
    let driver = json!({
        "name": "beraad",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "language": "nl-NL",
        "rules": rules.iter().map(|fault| rule(fault)).collect::<Vec<_>>(),
    });
    let run = json!({
        "tool": { "driver": driver },
        "language": "nl-NL",
        "columnKind": "utf16CodeUnits",
        "invocations": [{ "executionSuccessful": true, "toolExecutionNotifications": notifications }],
        "results": results,
    });
    escaped(&format!("{:#}\n", json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] })))
}

/// What is said of a kind of fault, with its page as help.
fn rule(fault: &Fault) -> Value {
    let help = page(fault.name).unwrap_or_else(|| fault.summary.to_owned());
    json!({
        "id": fault.name,
        "shortDescription": { "text": fault.summary },
        "fullDescription": { "text": fault.summary },
        "help": { "text": help },
        "defaultConfiguration": { "level": level(fault.severity) },
        "properties": { "tags": [fault.family] },
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// The files that findings point into.
struct Files<'a> {
    sources: &'a Sources,
    prefix: &'a str,
}

impl Files<'_> {
    fn result(&self, finding: &Finding, rules: &[&Fault], marks: &mut Marks) -> Value {
        let name = finding.fault.name;
        let path = located(finding.span, self.sources, self.prefix);
        let related = |(span, text): &(Span, String)| {
            let mut location = self.location(*span);
            location["message"] = json!({ "text": shown(text) });
            location
        };
        json!({
            "ruleId": name,
            "ruleIndex": rules.iter().position(|fault| fault.name == name),
            "level": level(finding.fault.severity),
            "message": { "text": whole(finding) },
            "locations": [self.location(finding.span)],
            "relatedLocations": finding.labels.iter().map(related).collect::<Vec<_>>(),
            "partialFingerprints": { "bevinding/v1": marks.of(&path, name, &finding.message) },
        })
    }

    fn location(&self, span: Span) -> Value {
        let (line, column) = self.sources.place_in_units(span);
        let (end_line, end_column) = self.sources.place_in_units(Span { start: span.end, ..span });
        let mut region = json!({ "startLine": line, "startColumn": column });
        // without an end it goes on to the end of the line
        if (end_line, end_column) > (line, column) {
            region["endLine"] = end_line.into();
            region["endColumn"] = end_column.into();
        }
        let file = self.file(span);
        json!({ "physicalLocation": { "artifactLocation": file, "region": region } })
    }

    /// The address of a file: from where the program runs, or from the root of the disk.
    fn file(&self, span: Span) -> Value {
        let path = located(span, self.sources, self.prefix);
        let path = if cfg!(windows) { path.replace('\\', "/") } else { path };
        let is_drive = cfg!(windows) && path.as_bytes().get(1) == Some(&b':');
        match path.strip_prefix('/') {
            Some(_) => json!({ "uri": format!("file://{}", link::path(&path)) }),
            None if is_drive => json!({ "uri": format!("file:///{}:{}", &path[..1], link::path(&path[2..])) }),
            None => json!({ "uri": link::path(&path), "uriBaseId": "%SRCROOT%" }),
        }
    }
}
