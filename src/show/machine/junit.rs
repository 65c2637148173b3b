//! Findings as a report of tests, which nearly every service shows: a test per file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::super::summary;
use super::{Remark, located, whole};
use crate::finding::{Finding, Severity};
use crate::source::{FileId, Sources};
use crate::visible;

/// The findings as XML of `JUnit` (<https://github.com/testmoapp/junitxml>): a test for each file in which something is found. It
/// fails by an error or a warning; advice stands in what it says. Without findings there is one test, which passes.
#[must_use]
pub fn junit(findings: &[Finding], awaited: &[Remark], sources: &Sources, prefix: &str) -> String {
    let mut files: BTreeMap<FileId, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        files.entry(finding.span.file).or_default().push(finding);
    }
    let failed = files.values().filter(|found| fails(found)).count();
    let counts = format!("tests=\"{}\" failures=\"{failed}\" errors=\"0\" skipped=\"0\"", files.len().max(1));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"beraad controleer\" {counts}>\n  \
         <testsuite name=\"beraad controleer\" {counts}>\n"
    );
    for found in files.values() {
        xml += &test(found, sources, prefix);
    }
    if files.is_empty() {
        xml += "    <testcase name=\"Geen bevindingen\" classname=\"beraad\" />\n";
    }
    if !awaited.is_empty() {
        let lines: Vec<_> = awaited.iter().map(|(_, text)| escaped(&visible::line(text))).collect();
        let _ = writeln!(xml, "    <system-out>{}</system-out>", lines.join("\n"));
    }
    xml + "  </testsuite>\n</testsuites>\n"
}

fn fails(found: &[&Finding]) -> bool {
    found.iter().any(|finding| finding.fault.severity != Severity::Advice)
}

/// The test of one file. Readers of this format know one failure in a test, so all that is found stands in that.
fn test(found: &[&Finding], sources: &Sources, prefix: &str) -> String {
    let Some(first) = found.first() else { return String::new() };
    let path = escaped(&visible::line(&located(first.span, sources, prefix)));
    let told: Vec<String> = found.iter().map(|finding| told(finding, sources, prefix)).collect();
    let told = escaped(&told.join("\n\n"));
    let what = if fails(found) {
        let gravest = found.iter().map(|finding| finding.fault.severity).min().map_or("", Severity::word);
        let all: Vec<Finding> = found.iter().map(|finding| (*finding).clone()).collect();
        format!("<failure type=\"{gravest}\" message=\"{}\">{told}</failure>", escaped(&summary(&all)))
    } else {
        format!("<system-out>{told}</system-out>")
    };
    format!("    <testcase name=\"{path}\" classname=\"beraad\" file=\"{path}\">\n      {what}\n    </testcase>\n")
}

/// `agendas/convenant.toml:3:1 fout[onbekende-sleutel]: …`
fn told(finding: &Finding, sources: &Sources, prefix: &str) -> String {
    let path = located(finding.span, sources, prefix);
    let (line, column) = sources.place(finding.span);
    let (word, name) = (finding.fault.severity.word(), finding.fault.name);
    format!("{}:{line}:{column} {word}[{name}]: {}", visible::line(&path), whole(finding))
}

/// A text without signs that XML cannot have, in an element or in a quoted attribute.
fn escaped(text: &str) -> String {
    let entities = [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;"), ('\'', "&apos;")];
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match entities.iter().find(|(sign, _)| *sign == c) {
            Some((_, entity)) => out.push_str(entity),
            None => out.push(c),
        }
    }
    out
}
