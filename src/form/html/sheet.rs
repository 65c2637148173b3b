//! The style sheets of a page, as far as they hide words or strike them through: what they say of an element comes before
//! what it says itself.

use html5gum::emitters::default::StartTag;

use super::attributes::attribute;
use super::doubt::can_hide;

/// More rules than these no mail needs.
const RULES: usize = 500;
/// The properties by which words are hidden, shown or struck through, or may be.
const PROPERTIES: &str = "display visibility opacity font-size mso-hide max-height height max-width width overflow \
    text-decoration text-decoration-line transform -webkit-transform clip clip-path -webkit-clip-path filter mask mask-image \
    content-visibility zoom position left right top bottom text-indent margin-left margin-top line-height color \
    -webkit-text-fill-color background background-color background-image";
/// States of an element that nobody sees by reading, and what stands beside its words.
const STATES: [&str; 10] =
    [":hover", ":active", ":focus", ":visited", ":before", ":after", "::", ":target", ":checked", ":-moz"];

/// The rules of a page.
#[derive(Debug, Default)]
pub(super) struct Sheet(Vec<Rule>);

/// What is said of the elements that fit.
#[derive(Debug)]
struct Rule {
    /// It holds for every element that fits, in every program; else it may hold.
    sure: bool,
    /// The attributes that it asks for, and how.
    attributes: Vec<(String, String)>,
    element: Option<String>,
    classes: Vec<String>,
    id: Option<String>,
    plain: String,
    important: String,
}

impl Sheet {
    /// The sheets that stand in a page.
    pub(super) fn of(html: &str) -> Self {
        let lower = html.to_ascii_lowercase();
        let mut rules = Vec::new();
        let mut rest = 0;
        while let Some(start) = lower[rest..].find("<style").map(|at| rest + at) {
            let Some(begin) = lower[start..].find('>').map(|at| start + at + 1) else { break };
            let end = lower[begin..].find("</style").map_or(lower.len(), |at| begin + at);
            read(&html[begin..end], &mut rules);
            rest = end;
        }
        Self(rules)
    }

    /// Gives an element the style that the sheets give it; says whether they may hide it besides.
    pub(super) fn apply(&self, tag: &mut StartTag<()>) -> bool {
        let name = String::from_utf8_lossy(&tag.name);
        let fitting = self.0.iter().filter(|rule| rule.fits(&name, tag));
        let (fitting, other): (Vec<&Rule>, Vec<&Rule>) = fitting.partition(|rule| rule.sure);
        let maybe = other.iter().any(|rule| can_hide(&format!("{};{}", rule.plain, rule.important)));
        if fitting.is_empty() {
            return maybe;
        }
        let own = attribute(tag, "style").unwrap_or_default();
        let before = fitting.iter().map(|rule| rule.plain.as_str());
        let after = fitting.iter().map(|rule| rule.important.as_str());
        let style: Vec<&str> = before.chain([own.as_str()]).chain(after).filter(|part| !part.is_empty()).collect();
        tag.attributes.insert(b"style".to_vec().into(), style.join(";").into_bytes().into());
        maybe
    }
}

impl Rule {
    fn fits(&self, name: &str, tag: &StartTag<()>) -> bool {
        let classes = attribute(tag, "class").unwrap_or_default();
        let has = |wanted: &String| classes.split_whitespace().any(|class| class == wanted);
        self.element.as_ref().is_none_or(|element| element == "*" || element == name)
            && self.classes.iter().all(has)
            && self.attributes.iter().all(|(name, wanted)| attribute(tag, name).is_some_and(|it| is_like(&it, wanted)))
            && self.id.as_ref().is_none_or(|id| attribute(tag, "id").as_ref() == Some(id))
    }
}

/// Whether the value of an attribute is what a selector asks: `="x"`, `~=x`, `^=x` and the like.
fn is_like(value: &str, wanted: &str) -> bool {
    let Some((how, words)) = wanted.split_once('=') else { return true };
    let words = words.trim().trim_matches(['"', '\'']);
    match how.trim() {
        "" => value == words,
        "~" => value.split_whitespace().any(|word| word == words),
        "^" | "|" => value.starts_with(words),
        "$" => value.ends_with(words),
        _ => value.contains(words),
    }
}

/// Reads one sheet. What holds on paper only says nothing of what was seen; what holds for some screens may hold.
fn read(text: &str, rules: &mut Vec<Rule>) {
    let text = without_comments(text);
    let mut rest = text.as_str();
    // how many conditions are open around
    let mut around = 0_usize;
    while let Some((head, after)) = rest.split_once('{') {
        around = around.saturating_sub(head.matches('}').count());
        let head = head.rsplit_once([';', '}']).map_or(head, |(_, head)| head).trim();
        if head.starts_with('@') {
            let head = head.to_lowercase();
            let everywhere = matches!(head.as_str(), "@media all" | "@media screen");
            let is_condition =
                ["@media", "@supports", "@layer", "@container", "@scope"].iter().any(|it| head.starts_with(it));
            let on_paper = head.starts_with("@media print") && !head.contains([',', '(']);
            let may_hold = is_condition && !on_paper;
            rest = if may_hold { after } else { after.get(block_end(after)..).unwrap_or_default() };
            around += usize::from(may_hold && !everywhere);
            continue;
        }
        let (body, next) = after.split_once('}').unwrap_or((after, ""));
        rest = next;
        let (plain, important) = declarations(body, around > 0);
        if plain.is_empty() && important.is_empty() {
            continue;
        }
        for selector in parts(head, &[',']).into_iter().take(RULES.saturating_sub(rules.len())) {
            let rule = rule(selector, &plain, &important);
            rules.extend(rule.map(|rule| Rule { sure: rule.sure && around == 0, ..rule }));
        }
    }
}

/// What stands between signs that are not inside brackets.
fn parts<'a>(text: &'a str, signs: &[char]) -> Vec<&'a str> {
    let (mut all, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            c if depth == 0 && signs.contains(&c) => {
                all.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    all.push(&text[start..]);
    all.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn without_comments(text: &str) -> String {
    let text = text.replace("<!--", " ").replace("-->", " ");
    let mut kept = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

/// Where a block ends that was opened: behind its last bracket.
fn block_end(text: &str) -> usize {
    let mut depth = 1_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

/// The declarations that matter, and those of them that win over what an element says itself. The colours of some screens,
/// such as dark ones, are those of all that is on them.
fn declarations(body: &str, on_some: bool) -> (String, String) {
    let known = body.split(';').filter(|pair| {
        let name = pair.split_once(':').map(|(name, _)| name.trim().to_lowercase());
        let is_colour = |name: &str| name.ends_with("color") || name.starts_with("background");
        name.is_some_and(|name| PROPERTIES.split(' ').any(|known| known == name) && !(on_some && is_colour(&name)))
    });
    let (important, plain): (Vec<&str>, Vec<&str>) = known.partition(|pair| pair.contains("!important"));
    (plain.join(";"), important.join(";"))
}

/// The rule of one selector, by the element at its end. Where it depends on more than that, it may hold.
fn rule(selector: &str, plain: &str, important: &str) -> Option<Rule> {
    let selector = selector.to_owned();
    if STATES.iter().any(|state| selector.to_lowercase().contains(state)) {
        return None;
    }
    let steps = parts(&selector, &[' ', '\n', '\r', '\t', '>', '+', '~']);
    let last = *steps.last()?;
    let mut rule = Rule {
        sure: steps.len() == 1 && !last.contains([':', '\\']),
        attributes: Vec::new(),
        element: None,
        classes: Vec::new(),
        id: None,
        plain: plain.to_owned(),
        important: important.to_owned(),
    };
    if last.contains('\\') {
        // letters written by their numbers: of which class or name, is not read
        let some = [('.', "class"), ('#', "id")].into_iter().filter(|(sign, _)| last.contains(*sign));
        rule.attributes.extend(some.map(|(_, name)| (name.to_owned(), String::new())));
        return Some(rule);
    }
    rule.asks(last);
    Some(rule)
}

impl Rule {
    /// Takes what the selector of one element asks for.
    fn asks(&mut self, selector: &str) {
        let mut rest = selector;
        while let Some(kind) = rest.chars().next() {
            let own = usize::from(matches!(kind, '.' | '#' | ':'));
            let end = match kind {
                '[' => rest.find(']').map_or(rest.len(), |at| at + 1),
                ':' if rest.contains('(') => rest.rfind(')').map_or(rest.len(), |at| at + 1),
                _ => rest[own..].find(['.', '#', ':', '[']).map_or(rest.len(), |at| at + own),
            };
            let name = rest[own..end].to_owned();
            match kind {
                '#' => self.id = Some(name),
                '.' => self.classes.push(name),
                '[' => self.attributes.extend(asked(&name)),
                ':' => {}
                _ => self.element = Some(name.to_lowercase()),
            }
            rest = &rest[end..];
        }
    }
}

/// What `[name="value"]` asks: the name, and the rest of it.
fn asked(part: &str) -> Option<(String, String)> {
    let part = part.trim_matches(['[', ']']);
    let end = part.find(['=', '~', '^', '|', '$', '*']).unwrap_or(part.len());
    Some((part[..end].trim().to_lowercase(), part[end..].to_owned())).filter(|(name, _)| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::page;

    #[test]
    fn what_a_style_sheet_hides_is_not_seen() {
        for (html, seen, hidden) in [
            ("<style>.x{display:none}</style><div class='a x'>a</div>b", "b", "a"),
            (
                "<style><!-- p.x , #y { font-size:0 ; color:red } --></style><p class=x>a</p><p id=y>b</p>c",
                "c",
                "a … b",
            ),
            ("<STYLE>/* .z{} */ B.x{visibility:hidden}</STYLE><div><b class=x>a</b>b</div>", "b", "a"),
            (
                "<style>@media print{.x{display:none}} @media screen{.y{display:none}}</style><b class=x>a</b><b class=y>b</b>",
                "a",
                "b",
            ),
            (
                "<style>@font-face{font-family:x} .x{display:none!important}</style><b class=x style='display:inline'>a</b>b",
                "b",
                "a",
            ),
            ("<style>.x{display:none}</style><b class=x style='display:inline'>a</b>b", "ab", ""),
            ("<style>a:hover, .x[id]{display:none}</style><a class=x>a</a>b", "ab", ""),
            ("<style>.x{text-decoration:line-through}</style><b class=x>[x] Ja</b> nee", "~~[x] Ja~~ nee", ""),
            ("<style>[class=\"x\"], b[id^=y]{display:none}</style><b class=x>a</b><b id=yy>c</b>b", "b", "a … c"),
            ("<style>.x{display:none", "", ""),
            ("<style>.x{}}}.y{display:none}</style><b class=y>a</b>b", "b", "a"),
        ] {
            let page = page(html);
            assert_eq!((page.text.as_str(), page.hidden.as_str()), (seen, hidden), "{html}");
        }
    }
}
