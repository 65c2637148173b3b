//! The style sheets of a page, as far as they hide words or strike them through: what they say of an element comes before
//! what it says itself.

use html5gum::emitters::default::StartTag;

use super::attributes::attribute;

/// More rules than these no mail needs.
const RULES: usize = 500;
/// The properties by which words are hidden, shown or struck through.
const PROPERTIES: [&str; 12] = [
    "display",
    "visibility",
    "opacity",
    "font-size",
    "mso-hide",
    "max-height",
    "height",
    "max-width",
    "width",
    "overflow",
    "text-decoration",
    "text-decoration-line",
];

/// The rules of a page.
#[derive(Debug, Default)]
pub(super) struct Sheet(Vec<Rule>);

/// What is said of the elements that fit.
#[derive(Debug)]
struct Rule {
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

    /// Gives an element the style that the sheets give it.
    pub(super) fn apply(&self, tag: &mut StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name);
        let fitting: Vec<&Rule> = self.0.iter().filter(|rule| rule.fits(&name, tag)).collect();
        if fitting.is_empty() {
            return;
        }
        let own = attribute(tag, "style").unwrap_or_default();
        let before = fitting.iter().map(|rule| rule.plain.as_str());
        let after = fitting.iter().map(|rule| rule.important.as_str());
        let style: Vec<&str> = before.chain([own.as_str()]).chain(after).filter(|part| !part.is_empty()).collect();
        tag.attributes.insert(b"style".to_vec().into(), style.join(";").into_bytes().into());
    }
}

impl Rule {
    fn fits(&self, name: &str, tag: &StartTag<()>) -> bool {
        let classes = attribute(tag, "class").unwrap_or_default();
        let has = |wanted: &String| classes.split_whitespace().any(|class| class == wanted);
        self.element.as_ref().is_none_or(|element| element == "*" || element == name)
            && self.classes.iter().all(has)
            && self.id.as_ref().is_none_or(|id| attribute(tag, "id").as_ref() == Some(id))
    }
}

/// Reads one sheet. What holds for some screens or on paper only says nothing of what was seen.
fn read(text: &str, rules: &mut Vec<Rule>) {
    let text = without_comments(text);
    let mut rest = text.as_str();
    while let Some((head, after)) = rest.split_once('{') {
        let head = head.rsplit_once(';').map_or(head, |(_, head)| head).trim();
        if head.starts_with('@') {
            let everywhere = matches!(head.to_lowercase().as_str(), "@media all" | "@media screen");
            rest = if everywhere { after } else { after.get(block_end(after)..).unwrap_or_default() };
            continue;
        }
        let (body, next) = after.split_once('}').unwrap_or((after, ""));
        rest = next.trim_start_matches([' ', '\n', '\r', '\t', '}']);
        let (plain, important) = declarations(body);
        if plain.is_empty() && important.is_empty() {
            continue;
        }
        for selector in head.split(',').take(RULES.saturating_sub(rules.len())) {
            rules.extend(rule(selector, &plain, &important));
        }
    }
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

/// The declarations that matter, and those of them that win over what an element says itself.
fn declarations(body: &str) -> (String, String) {
    let known = body.split(';').filter(|pair| {
        let name = pair.split_once(':').map(|(name, _)| name.trim().to_lowercase());
        name.is_some_and(|name| PROPERTIES.contains(&name.as_str()))
    });
    let (important, plain): (Vec<&str>, Vec<&str>) = known.partition(|pair| pair.contains("!important"));
    (plain.join(";"), important.join(";"))
}

/// The rule of one selector, by the element at its end; nothing where it depends on more than elements, classes and names.
fn rule(selector: &str, plain: &str, important: &str) -> Option<Rule> {
    let last = selector.split([' ', '\n', '\r', '\t', '>']).rfind(|part| !part.is_empty())?;
    if selector.contains([':', '[', '+', '~']) {
        return None;
    }
    let mut rule =
        Rule { element: None, classes: Vec::new(), id: None, plain: plain.to_owned(), important: important.to_owned() };
    let end = last.find(['.', '#']).unwrap_or(last.len());
    rule.element = Some(last[..end].to_lowercase()).filter(|element| !element.is_empty());
    let mut rest = &last[end..];
    while let Some(kind) = rest.chars().next() {
        let end = rest[1..].find(['.', '#']).map_or(rest.len(), |at| at + 1);
        let name = rest[1..end].to_owned();
        if kind == '#' {
            rule.id = Some(name);
        } else {
            rule.classes.push(name);
        }
        rest = &rest[end..];
    }
    Some(rule)
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
            ("<STYLE>/* .z{} */ div .x{visibility:hidden}</STYLE><div><b class=x>a</b>b</div>", "b", "a"),
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
            ("<style>.x{display:none", "", ""),
            ("<style>.x{}}}.y{display:none}</style><b class=y>a</b>b", "b", "a"),
        ] {
            let page = page(html);
            assert_eq!((page.text.as_str(), page.hidden.as_str()), (seen, hidden), "{html}");
        }
    }
}
