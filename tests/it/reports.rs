//! Can the services that read a report of findings read every one, whatever a file is called and whatever is said?

use beraad::dossier::faults::FAULTS;
use beraad::finding::{Fault, Finding, Severity};
use beraad::show;
use beraad::source::{Sources, Span};
use serde_json::Value;

/// What may stand in a name or a message.
const HOSTILE: [&str; 7] = [
    "een \"twee\" 'drie' & <vier> ]]> <!-- vijf --> %41 \\ `zes`",
    "::error file=x::y\n::warning::z\r\n",
    "\u{0}\u{1b}[2J\u{7f}\u{85}\u{9b}\u{fffe}\u{ffff}\u{202e}gpj\u{2028}",
    "</failure></testcase><testcase name=\"goed\"/>",
    "{\"a\": [1]}, \\u0041 \\",
    "&amp; &lt; &#0; &vier;",
    "🎉 één: a#b?c%20d",
];

/// A fault of this gravity.
fn fault(severity: Severity) -> &'static Fault {
    FAULTS.iter().copied().find(|fault| fault.severity == severity).unwrap()
}

type Report = fn(&[Finding], &[show::Remark], &Sources, &str) -> String;

/// A report of every hostile text, in the name of a file and in all that is said of it, twice.
fn report(of: Report, prefix: &str) -> String {
    let mut sources = Sources::default();
    let (mut findings, mut awaited) = (Vec::new(), Vec::new());
    for text in HOSTILE {
        let file = sources.add(format!("{text}.toml"), format!("# 🎉\nx = \"🎉\" # {text}\n"));
        let (mark, other) = (Span::new(file, &(11..17)), Span::whole(file));
        for severity in [Severity::Error, Severity::Warning] {
            findings.push(Finding::new(fault(severity), mark, text).hint(text).label(other, text));
        }
        findings.push(findings[findings.len() - 1].clone());
        awaited.push((other, text.to_owned()));
    }
    let said = of(&findings, &awaited, &sources, prefix);
    assert_eq!(said, of(&findings, &awaited, &sources, prefix));
    said
}

fn json(text: &str) -> Value {
    assert!(text.chars().all(|c| c == '\n' || beraad::visible::is_plain(c)), "{text}");
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn all<'a>(value: &'a Value, path: &str) -> &'a Vec<Value> {
    value.pointer(path).and_then(Value::as_array).unwrap_or_else(|| panic!("{path} is no list in {value:#}"))
}

fn text<'a>(value: &'a Value, path: &str) -> &'a str {
    let text = value.pointer(path).and_then(Value::as_str).unwrap_or_else(|| panic!("{path} is no text in {value:#}"));
    assert!(!text.is_empty(), "{path} is empty in {value:#}");
    text
}

#[test]
fn gitlab_gets_all_that_it_asks_of_a_finding() {
    let report = json(&report(show::gitlab, "./agendas/"));
    let issues = report.as_array().unwrap();
    assert_eq!(issues.len(), 4 * HOSTILE.len());
    for (at, issue) in issues[..3 * HOSTILE.len()].iter().enumerate() {
        assert_eq!(text(issue, "/location/path"), format!("agendas/{}.toml", HOSTILE[at / 3]));
        assert_eq!(issue.pointer("/location/lines/begin").and_then(Value::as_u64), Some(2));
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&text(issue, "/severity")));
        assert!(text(issue, "/description").contains("\nHulp: ") && !text(issue, "/check_name").contains(' '));
    }
    let mut marks: Vec<&str> = issues.iter().map(|issue| text(issue, "/fingerprint")).collect();
    marks.sort_unstable();
    marks.dedup();
    assert_eq!(marks.len(), issues.len(), "a mark is of one finding");
}

#[test]
fn sarif_has_what_the_standard_asks() {
    let report = json(&report(show::sarif, "agendas/"));
    assert_eq!(text(&report, "/version"), "2.1.0");
    let run = report.pointer("/runs/0").unwrap();
    assert_eq!([text(run, "/tool/driver/name"), text(run, "/columnKind")], ["beraad", "utf16CodeUnits"]);
    let rules = all(run, "/tool/driver/rules");
    assert_eq!(rules.len(), 2);
    for rule in rules {
        let said =
            ["/id", "/shortDescription/text", "/fullDescription/text", "/help/text", "/defaultConfiguration/level"];
        for path in said {
            assert!(text(rule, path).len() > 3, "{rule:#}");
        }
    }
    let results = all(run, "/results");
    assert_eq!(results.len(), 3 * HOSTILE.len());
    for result in results {
        let at = result["ruleIndex"].as_u64().and_then(|at| rules.get(usize::try_from(at).unwrap())).unwrap();
        assert_eq!(text(at, "/id"), text(result, "/ruleId"));
        assert!(["error", "warning", "note"].contains(&text(result, "/level")));
        text(result, "/message/text");
        let place = result.pointer("/locations/0/physicalLocation").unwrap();
        let uri = text(place, "/artifactLocation/uri");
        let is_of_address = |c: char| c.is_ascii_alphanumeric() || "-._~/%".contains(c);
        assert!(uri.starts_with("agendas/") && uri.chars().all(is_of_address), "{uri}");
        assert_eq!(text(place, "/artifactLocation/uriBaseId"), "%SRCROOT%");
        // the sign for a party takes two units
        let region = ["startLine", "startColumn", "endLine", "endColumn"].map(|key| place["region"][key].as_u64());
        assert_eq!(region, [Some(2), Some(5), Some(2), Some(9)]);
        let beside = result.pointer("/relatedLocations/0").unwrap();
        text(beside, "/message/text");
        assert!(beside.pointer("/physicalLocation/region/endColumn").is_none(), "a file as a whole has no end");
    }
    assert_eq!(all(run, "/invocations/0/toolExecutionNotifications").len(), HOSTILE.len());
}

#[test]
fn a_path_from_the_root_of_the_disk_is_an_address_in_sarif() {
    let report = json(&report(show::sarif, "/een map/"));
    let file = report.pointer("/runs/0/results/0/locations/0/physicalLocation/artifactLocation").unwrap();
    assert!(text(file, "/uri").starts_with("file:///een%20map/") && file["uriBaseId"].is_null(), "{file:#}");
}

/// The elements of a text of XML with their attributes, in order. Stops at whatever a parser would not take.
fn elements(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
    let legal = |c: char| matches!(c, '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(xml.chars().all(legal), "a sign that XML cannot have: {xml}");
    let plain = |text: &str| {
        for after in text.split('&').skip(1) {
            let known = ["amp;", "lt;", "gt;", "quot;", "apos;"].iter().any(|entity| after.starts_with(entity));
            assert!(known, "&{after}");
        }
        assert!(!text.contains('<') && !text.contains('>'), "{text}");
    };
    let mut rest = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").unwrap();
    let (mut open, mut found): (Vec<String>, Vec<_>) = (Vec::new(), Vec::new());
    while let Some((before, tag)) = rest.split_once('<') {
        plain(before);
        assert!(!open.is_empty() || before.trim().is_empty(), "{before} outside");
        assert!(!open.is_empty() || found.is_empty(), "a second root");
        let (tag, after) = tag.split_once('>').unwrap();
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
            continue;
        }
        let (tag, is_closed) = tag.strip_suffix(" /").map_or((tag, false), |tag| (tag, true));
        let (name, mut left) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = Vec::new();
        while let Some((key, value)) = left.split_once("=\"") {
            let (value, after) = value.split_once('"').unwrap();
            plain(value);
            attributes.push((key.to_owned(), value.to_owned()));
            left = after.strip_prefix(' ').unwrap_or(after);
        }
        assert!(left.is_empty(), "{tag}");
        open.extend((!is_closed).then(|| name.to_owned()));
        found.push((name.to_owned(), attributes));
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?} {rest}");
    found
}

#[test]
fn junit_is_well_formed_and_has_a_test_per_file() {
    let report = report(show::junit, "agendas/");
    let elements = elements(&report);
    let named = |name: &str| elements.iter().filter(|(element, _)| element == name).collect::<Vec<_>>();
    assert_eq!(named("testcase").len(), HOSTILE.len(), "{report}");
    assert_eq!(named("failure").len(), HOSTILE.len());
    for suite in [named("testsuites"), named("testsuite")].concat() {
        let count = HOSTILE.len().to_string();
        assert!(suite.1.contains(&("tests".into(), count.clone())) && suite.1.contains(&("failures".into(), count)));
    }
    for test in named("testcase") {
        let keys: Vec<&str> = test.1.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["name", "classname", "file"]);
    }
    for failure in named("failure") {
        assert_eq!(failure.1[0], ("type".to_owned(), "fout".to_owned()));
        assert_eq!(failure.1[1], ("message".to_owned(), "1 fout en 2 waarschuwingen in 1 bestand.".to_owned()));
    }
}

static ADVICE: Fault =
    Fault { name: "raad", severity: Severity::Advice, family: "dossier", summary: "Een goede raad." };

#[test]
fn advice_alone_is_no_failed_test_and_without_findings_one_test_passes() {
    let mut sources = Sources::default();
    let file = sources.add("convenant.toml".into(), "x = 1\n".into());
    let advice = Finding::new(&ADVICE, Span::new(file, &(0..1)), "Doe het zo.");
    let said = show::junit(&[advice], &[], &sources, "");
    assert!(!said.contains("<failure") && said.contains("failures=\"0\"") && said.contains("Doe het zo."), "{said}");
    let said = show::junit(&[], &[], &sources, "");
    assert_eq!(elements(&said).iter().filter(|(name, _)| name == "testcase").count(), 1, "{said}");
    assert_eq!(json(&show::gitlab(&[], &[], &sources, "")), serde_json::json!([]));
    assert!(all(&json(&show::sarif(&[], &[], &sources, "")), "/runs/0/results").is_empty());
}
