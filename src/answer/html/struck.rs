//! Words that are struck through, by an element or by its style: every line of them has marks of its own.

use super::style::Declaration;
use super::tree::is_block;

/// What stands before and behind such words.
pub(super) const MARK: &str = "~~";

/// The elements that strike through what is in them.
#[derive(Debug, Default)]
pub(super) struct Struck {
    /// Each with how many of its name are open in it.
    open: Vec<(String, usize)>,
    /// The mark before the words stands there, that behind them not yet.
    pub marked: bool,
}

impl Struck {
    /// An element begins.
    pub(super) fn opened(&mut self, name: &str, style: &[Declaration]) {
        // the next paragraph ends one
        if is_block(name) {
            self.open.pop_if(|(open, _)| open == "p");
        }
        if strikes(name, style) {
            self.open.push((name.to_owned(), 0));
        } else if let Some((_, inner)) = self.open.last_mut().filter(|(open, _)| open == name) {
            *inner += 1;
        }
    }

    /// An element ends; says whether nothing is struck through any more.
    pub(super) fn closed(&mut self, name: &str) -> bool {
        let Some((_, inner)) = self.open.last_mut().filter(|(open, _)| open == name) else { return false };
        if let Some(left) = inner.checked_sub(1) {
            *inner = left;
            return false;
        }
        self.open.pop();
        self.open.is_empty()
    }

    /// What stands before the next words.
    pub(super) fn begin(&mut self) -> &'static str {
        if self.open.is_empty() || self.marked {
            return "";
        }
        self.marked = true;
        MARK
    }
}

fn strikes(name: &str, style: &[Declaration]) -> bool {
    let is_line = |it: &Declaration| {
        matches!(it.name.as_str(), "text-decoration" | "text-decoration-line")
            && it.sure
            && it.value.contains("line-through")
    };
    matches!(name, "s" | "strike" | "del") || style.iter().any(is_line)
}

#[cfg(test)]
mod tests {
    use super::super::shown as page;

    #[test]
    fn words_that_are_struck_through_keep_that_mark_in_every_line() {
        for (html, expected) in [
            ("<span style='text-decoration: line-through;'>[x] Ja</span> nee", "~~[x] Ja~~ nee"),
            (
                "<div style='text-decoration:line-through red'>a<div>b<br>c</div>d</div>e",
                "~~a~~\n~~b~~\n~~c~~\n~~d~~\ne",
            ),
            ("<span style='text-decoration-line:line-through'>a<span>b</span>c</span>d", "~~abc~~d"),
            ("<s>a<del>b</del>c</s>d", "~~abc~~d"),
            ("<p style='text-decoration:line-through'>a<p>b", "~~a~~\n\nb"),
            ("<ul><li><s>[x] a</s><li>b</ul>", "- ~~[x] a~~\n- b"),
            ("<s></s>a<u style='text-decoration:underline'>b</u>", "ab"),
        ] {
            assert_eq!(page(html).text, expected, "{html}");
        }
    }
}
