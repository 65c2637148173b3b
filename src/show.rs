//! Findings for people: the line of the file with the place marked, what is wrong, and how to mend it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use crate::check::Silenced;
use crate::dutch;
use crate::finding::{Finding, Severity};
use crate::limits::FINDINGS;
use crate::source::{FileId, Sources, Span};
use crate::visible;

mod machine;
mod pages;

pub use machine::{Remark, github, gitlab, json, junit, sarif};
pub use pages::{catalogue, faults, page, pages};

/// Lines between two places that are still shown in one piece.
const TOGETHER: usize = 6;
/// Characters of a line that are shown.
const WIDTH: usize = 110;

/// All findings, sorted as given, with a count at the end. `prefix` stands before the paths of the dossier.
#[must_use]
pub fn text(findings: &[Finding], sources: &Sources, prefix: &str, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH);
    let files = Files { sources, prefix };
    let mut text = String::new();
    for finding in findings.iter().take(FINDINGS.most()) {
        text += &files.render(finding, &renderer);
        text += "\n\n";
    }
    text + &left_out(findings.len()) + &summary(findings) + "\n"
}

/// That there are more findings than are shown.
fn left_out(count: usize) -> String {
    let more = count.saturating_sub(FINDINGS.most());
    let told = |_| {
        let so_many = if more == 1 { "is er nog 1".to_owned() } else { format!("zijn er nog {more}") };
        format!("Hierna {so_many}; met --formaat json ziet u ze alle.\n\n")
    };
    FINDINGS.exceeded(count).map(told).unwrap_or_default()
}

/// What exceptions silenced, each after its reason.
#[must_use]
pub fn silenced(silenced: &[Silenced<'_>], sources: &Sources, prefix: &str) -> String {
    if silenced.is_empty() {
        return "Er zijn geen uitzonderingen die iets laten vervallen.\n".to_owned();
    }
    let files = Files { sources, prefix };
    let mut text = String::new();
    for Silenced { exception, finding } in silenced {
        let (line, _) = sources.place(exception.span);
        let path = visible::line(sources.path(exception.span.file));
        let prefix = visible::line(prefix);
        let until = exception.until.map(|day| format!(", tot en met {}", dutch::date(day))).unwrap_or_default();
        let reason = visible::line(&exception.reason);
        let _ = writeln!(text, "Uitzondering in {prefix}{path}, regel {line}{until}: {reason}");
        text += &files.render(finding, &Renderer::plain().decor_style(DecorStyle::Ascii).term_width(WIDTH));
        text += "\n\n";
    }
    text
}

/// `2 fouten, 1 waarschuwing en 1 advies in 3 bestanden.`
#[must_use]
pub fn summary(findings: &[Finding]) -> String {
    let words = [
        (Severity::Error, "fout", "fouten"),
        (Severity::Warning, "waarschuwing", "waarschuwingen"),
        (Severity::Advice, "advies", "adviezen"),
    ];
    let counts = words.iter().filter_map(|(severity, one, more)| {
        let count = findings.iter().filter(|finding| finding.fault.severity == *severity).count();
        (count > 0).then(|| format!("{count} {}", if count == 1 { one } else { more }))
    });
    let files: BTreeSet<FileId> = findings.iter().map(|finding| finding.span.file).collect();
    let counts: Vec<String> = counts.collect();
    dutch::list(&counts).map_or_else(
        || "Geen bevindingen.".to_owned(),
        |counts| format!("{counts} in {} {}.", files.len(), if files.len() == 1 { "bestand" } else { "bestanden" }),
    )
}

/// The files that findings point into.
struct Files<'a> {
    sources: &'a Sources,
    prefix: &'a str,
}

/// A place to mark.
struct Mark<'a> {
    span: Span,
    kind: AnnotationKind,
    label: &'a str,
}

impl Files<'_> {
    fn render(&self, finding: &Finding, renderer: &Renderer) -> String {
        let (level, name) = match finding.fault.severity {
            Severity::Error => (Level::ERROR, "fout"),
            Severity::Warning => (Level::WARNING, "waarschuwing"),
            Severity::Advice => (Level::NOTE, "advies"),
        };
        let title = level.with_name(name).primary_title(visible::line(&finding.message)).id(finding.fault.name);
        let mut marks = vec![Mark { span: finding.span, kind: AnnotationKind::Primary, label: "" }];
        marks.extend(finding.labels.iter().map(|(span, label)| Mark {
            span: *span,
            kind: AnnotationKind::Context,
            label,
        }));
        let mut group = Group::with_title(title);
        for piece in self.pieces(&marks) {
            group = group.element(piece);
        }
        for hint in finding.hint.iter().flat_map(|hint| hint.lines()) {
            group = group.element(Level::HELP.with_name("hulp").message(visible::line(hint)));
        }
        renderer.render(&[group])
    }

    /// The pieces of the files to show: places close together share one.
    fn pieces<'m>(&self, marks: &[Mark<'m>]) -> Vec<Element<'m>> {
        let mut pieces: Vec<(FileId, usize, usize, Vec<&Mark<'m>>)> = Vec::new();
        for mark in marks {
            let line = self.sources.line(mark.span);
            let near = pieces.iter_mut().find(|(file, first, last, _)| {
                *file == mark.span.file && line + TOGETHER >= *first && line <= *last + TOGETHER
            });
            match near {
                Some((_, first, last, marks)) => {
                    (*first, *last) = ((*first).min(line), (*last).max(line));
                    marks.push(mark);
                }
                None => pieces.push((mark.span.file, line, line, vec![mark])),
            }
        }
        pieces.into_iter().map(|(file, first, last, marks)| self.piece(file, first, last, &marks)).collect()
    }

    fn piece<'m>(&self, file: FileId, first: usize, last: usize, marks: &[&Mark<'m>]) -> Element<'m> {
        let path = format!("{}{}", self.prefix, self.sources.path(file));
        let Some(text) = self.sources.text(file) else {
            return Element::from(Origin::path(visible::line(&path).into_owned()).line(first + 1));
        };
        let (start, end) = (text.line_range(first).start, text.line_range(last).end);
        let shown = visible::in_place(&text[start..end]).into_owned();
        let mut snippet = Snippet::source(shown).line_start(first + 1).path(visible::line(&path).into_owned());
        for mark in marks {
            let line = text.line(mark.span.start);
            let place = clamp(&text, mark.span, &text.line_range(line));
            let annotation = mark.kind.span(place.start - start..place.end - start);
            let label = Some(visible::line(mark.label)).filter(|label| !label.is_empty());
            snippet = snippet.annotation(annotation.label(label));
        }
        Element::from(snippet)
    }
}

/// A span within one line, on the borders of characters, of one character at least where there is one.
fn clamp(text: &str, span: Span, line: &Range<usize>) -> Range<usize> {
    let border = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = border((span.start as usize).clamp(line.start, line.end));
    let end = border((span.end as usize).clamp(start, line.end));
    let next = text[start..line.end].chars().next().map_or(start, |first| start + first.len_utf8());
    start..end.max(next)
}
