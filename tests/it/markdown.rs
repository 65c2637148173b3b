//! The escaper, the fields and the page: nothing that a user writes becomes structure.

use std::fmt::Write as _;
use std::sync::LazyLock;

use beraad::link::url;
use beraad::render::escape::escaped;
use beraad::render::html::{self, Frame};
use beraad::render::template::Templates;
use beraad::render::tree::Paper;
use beraad::render::words::Text;
use beraad::render::{field, markdown};
use comrak::nodes::NodeValue as V;
use comrak::{Arena, Options, parse_document};

/// What a template made.
pub fn made(text: &str) -> Text {
    static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| Templates::load(&[]).unwrap());
    TEMPLATES.with_words(text.to_owned())
}

/// The page of what a template made.
pub fn page(text: &str, fields: &[&str], frame: &Frame) -> String {
    html::page(&Paper::of(&made(text), fields), frame)
}

/// What the library reads Markdown with.
fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options.extension.alerts = true;
    options
}

/// The structure of a Markdown text, and its words.
fn shape(markdown: &str, options: &Options) -> (String, String) {
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, options);
    let (mut kinds, mut words) = (String::new(), String::new());
    for node in root.descendants() {
        let data = node.data();
        match &data.value {
            V::Text(text) => words.push_str(text),
            V::Heading(heading) => drop(write!(kinds, "h{} ", heading.level)),
            V::Link(link) => drop(write!(kinds, "link({}) ", link.url)),
            V::List(list) => drop(write!(kinds, "list({:?},{}) ", list.list_type, list.start)),
            value => {
                kinds.push_str(value.xml_node_name());
                kinds.push(' ');
            }
        }
    }
    (kinds, words)
}

/// The places of a template where a text can stand; `@` is the text.
const PLACES: [&str; 14] = [
    "@",
    "a @ b",
    "a @",
    "a\n@",
    "- @\n- b",
    "1. @",
    "- [ ] @",
    "## @",
    "## 4. @",
    "| a | b |\n|---|---|\n| @ | c |",
    "a **@** b",
    "a ~~@~~ b",
    "*@* b",
    "[@](x)",
];

#[test]
fn an_escaped_text_shows_exactly_itself_everywhere() {
    const LETTERS: [char; 24] = [
        'a', '1', ' ', '\\', '`', '*', '_', ';', '[', ']', '(', ')', '#', '+', '-', '.', '!', '|', '<', '>', '&', '~',
        '=', ':',
    ];
    let options = options();
    let all: Vec<String> = {
        let one = LETTERS.iter().map(char::to_string);
        let more = |texts: &[String]| -> Vec<String> {
            texts.iter().flat_map(|text| LETTERS.iter().map(move |c| format!("{text}{c}"))).collect()
        };
        let one: Vec<String> = one.collect();
        let two = more(&one);
        let three = more(&two);
        [one, two, three].concat()
    };
    let chunks: Vec<&[String]> = all.chunks(all.len().div_ceil(8)).collect();
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let runs: Vec<_> = chunks.iter().map(|chunk| scope.spawn(|| check_all(chunk, &options))).collect();
        runs.into_iter().flat_map(|run| run.join().unwrap_or_else(|_| vec!["panic".to_owned()])).collect()
    });
    assert!(wrong.is_empty(), "{} wrong, such as\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

/// Many texts in one document: each place is a block of its own.
fn check_all(texts: &[String], options: &Options) -> Vec<String> {
    let mut wrong = Vec::new();
    for place in PLACES {
        let (kinds, words) = shape(&place.replace('@', "x"), options);
        for text in texts {
            let markdown = place.replace('@', &escaped(text));
            let found = shape(&markdown, options);
            if found.0 != kinds || found.1 != words.replacen('x', text, 1) {
                wrong.push(format!("{text:?} in {place:?}: {markdown:?} gives {found:?}"));
            }
        }
    }
    wrong
}

#[test]
fn the_escaper_is_quiet() {
    for text in [
        "2026-2029",
        "4.1",
        "(mag)",
        "a & b",
        "snake_case",
        "Wat? Ja!",
        "14.00 uur: 5 < 6",
        "-5 graden",
        "+31 71",
        "#3",
        "€ 5,- per uur",
        "A/B, 50%",
        "'s-Gravenhage \"x\"",
        "a > b",
    ] {
        assert_eq!(escaped(text), text);
    }
    assert_eq!(escaped("________"), "&#95;".repeat(8));
    assert_eq!(escaped("a\u{E000}1\u{E001}"), "a\u{FFFD}1\u{FFFD}");
    assert_eq!(escaped("4a. x"), "4a\\. x");
    assert_eq!(url("stukken/a b (1).pdf"), "stukken/a%20b%20%281%29.pdf");
    assert_eq!(url("javascript:x"), "./javascript%3Ax");
    assert_eq!(url("//a.nl"), "./a.nl");
}

/// A text with what a template may hold, and a field in every kind of place.
const TEMPLATE: &str = "# Agenda Beraad\n\n> **Concept.** Nog niet.\n\n- **Datum:** morgen\n\n## 4. Titel\n\n\
    *14.00 uur* **Ingestemd** · 5 minuten\n\n### Gevraagd\n\n1. Een\n\n### Toelichting\n\n\u{E000}0\u{E001}\n\n\
    ### Inbreng\n\n- **Leiden:** \u{E000}0\u{E001}\n- **Katwijk:** ja\n\n### Stukken\n\n- 4.1 [Stuk](a.pdf)\n\n\
    ## Kop \u{E000}0\u{E001}\n\n| a | b |\n|---|---|\n| \u{E000}0\u{E001} | **Ja** |\n\nReden: \\_\\_\\_\\_\\_\\_\\_\\_\n\n---\n\nVoet.\n";

fn paper(field: &str) -> String {
    let frame = Frame { kind: "agenda", title: "Agenda", ..Frame::default() };
    page(TEMPLATE, &[field], &frame)
}

/// The field as a page would show it.
fn shown(field: &str) -> String {
    let page = page("# A b\n\n## 1. x\n\n### Toelichting\n\n\u{E000}0\u{E001}\n", &[field], &Frame::default());
    page.split_once("<h3>Toelichting</h3>").map(|(_, rest)| rest.to_owned()).unwrap_or_default()
}

/// Fields of people who mean harm, or who just type.
const HOSTILE: [&str; 74] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<div onclick='x'>\n\n# a\n\n</div>",
    "a <b onmouseover=x>b</b>",
    "</section></main><h2 class=\"punt\">9</h2>",
    "<!-- a -->\n  2. b",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](java\\script:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](javascript%3Aalert(1))",
    "[x](//evil.nl)",
    "[x](/\\evil.nl)",
    "[x](\\\\evil.nl)",
    "[x](data:text/html;base64,AAAA)",
    "[x](vbscript:x) [y](view-source:x) [z](feed:x)",
    "![x](javascript:alert(1))",
    "![x](https://a.nl/x.png)",
    "![](https://a.nl/x.png)",
    "![]()",
    "[![a [b](c)](d)](e)",
    "<javascript:alert(1)>",
    "<https://a.nl/\" onclick=\"x>",
    "https://a.nl/\"onclick=x www.a.nl. (http://b.nl)",
    "[a]: javascript:x\n\n[a]",
    "[a]: https://a.nl \"titel\"\n\n[a] [Stuk][a]",
    "[x](https://a.nl \"a\\\" onclick=x\")",
    "# Kop\n## 4. Item\n###### Diep",
    "Kop\n===\n\n4. Item\n---",
    "## 9. Vals punt\n\n*14.00 uur* **Ingestemd** · 5 minuten",
    "### Gevraagd\n\n1. Vals",
    "### Stukken\n\n- 4.9 [Vals](x.pdf)",
    "> **Intern.** Vals",
    "- **Datum:** vals\n- **Plaats:** vals",
    "**Ja**",
    "- **Ja:** a\n- **Nee** b",
    "| **Ja** | Nr. |\n|---|---|\n| **Nee** | x \\| y |",
    "| Nr. | a |\n|---|---|\n| `a|b` | `a\\|b` |",
    "---\n\nValse voet",
    "Reden: ________",
    "Reden: \\_\\_\\_\\_\\_\\_\\_\\_\\_",
    "\u{E000}0\u{E001}",
    "a \u{E000}0\u{E001} b \u{E000}1\u{E001}",
    "&#xE000;0&#xE001;",
    "```\n# a\n\n## b",
    "````\n```\n</code></pre><script>\n````",
    "    code\n\n\ttab",
    "~~~html\n<script>\n",
    "`` a ` b `` ` c ` `<script>`",
    "> > > a\n> b\n\nc",
    "> [!NOTE]\n> a",
    "> [!WARNING] Eigen <b>titel</b>\n> - a",
    "- [ ] a\n- [x] b\n- [X]\n- c",
    "1. a\n   - [ ] b\n   - [ ] c",
    "- a\n\n\n- b\n\n  c\n* d\n+ e\n1. f\n1) g",
    "-\n- \n  - \n\n- - -",
    "- - - a\n- * +",
    "0. nul\n999999999. veel\n1. meer",
    "*a **b *c* d** e* ***f*** **_g_h** on*be*kend **\"x\"**y",
    "***a** b* ~~c ~~d~~ e~~ _f_g_ *h*_i_**j**__k__",
    "a\\\nb  \nc\n![](x)\nd ![](y)",
    "&nbsp;a &copy; &#10;b &lt;script&gt; &amp;amp; &#32;",
    "a & b &am &amp x_y_z __q__ * p * 2 < 3",
    "# \n\n## #\n\n### a #\n\n#a",
    "\n\n\n",
    "",
    "1986\\. Een jaar\n+ x\n= y\n-- z",
    "[^1]\n\n[^1]: voetnoot",
    "\u{202E}omgekeerd\u{0}\u{7}\u{feff}",
    "<svg/onload=x><math><style>@import'x'</style>",
    "<?php x ?> <![CDATA[x]]> <!DOCTYPE x>",
    "[a](<b c>) [d](e(f)g) [h](#i) [j](../k l.pdf) [m](mailto:n@o.nl) [p](tel:+31)",
];

/// Fields that are large, and would be slow or deep where code is careless.
fn large() -> Vec<String> {
    let n = 10_000;
    let mut all: Vec<String> =
        [">", "- ", "1. ", "[", "![", "*", "**a ", "_a ", "~~a ", "`", "<", "&", "(", "|", "www.", "#", "\\"]
            .iter()
            .map(|part| part.repeat(n))
            .collect();
    all.push("*a ".repeat(n) + &"b* ".repeat(n));
    all.push("[".repeat(n) + "a" + &"](b)".repeat(n));
    all.push("![".repeat(n) + "a" + &"](b)".repeat(n));
    all.push("> ".repeat(n) + "a");
    all.push("www.a(".repeat(n));
    all.push("- a\n* b\n".repeat(n / 10));
    all.push("*a*_b_".repeat(n / 10));
    all.push((0..200).map(|depth| " ".repeat(2 * depth) + "- a\n").collect());
    all
}

/// What a page must have as often whatever its field says.
fn census(page: &str) -> Vec<usize> {
    [
        "<section",
        "<h1",
        "<h2",
        "<main",
        "<header",
        "<footer",
        "</main>",
        "class=\"status",
        "class=\"punt",
        "class=\"kenmerk",
    ]
    .iter()
    .chain(&[
        "class=\"melding",
        "<dl",
        "<dt",
        "class=\"stukken\"",
        "class=\"nr\"",
        "<textarea",
        "<fieldset",
        "<style",
        "<body",
    ])
    .map(|what| page.matches(what).count())
    .collect()
}

/// The tags of a page's body.
fn tags(page: &str) -> Vec<&str> {
    let body = page.split_once("<body").map_or("", |(_, body)| body);
    body.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag).collect()
}

#[test]
fn no_field_makes_structure() {
    const TAGS: [&str; 35] = [
        "header",
        "main",
        "footer",
        "nav",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "a",
        "em",
        "strong",
        "del",
        "code",
        "pre",
        "br",
        "hr",
        "blockquote",
        "div",
        "span",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];
    let harmless = census(&paper("gewoon"));
    for field in HOSTILE.iter().map(|field| (*field).to_owned()).chain(large()) {
        let page = paper(&field);
        let named: String = field.chars().take(60).collect();
        assert_eq!(census(&page), harmless, "{named:?}");
        let mut open = Vec::new();
        for tag in tags(&page) {
            let (name, rest) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
            let name = name.trim_start_matches('/');
            let form = ["label", "input", "textarea"].contains(&name);
            assert!(TAGS.contains(&name) || form || ["body", "html"].contains(&name), "{named:?}: {tag}");
            assert!(!rest.contains(" on") && !rest.starts_with("on") && !rest.contains("style="), "{named:?}: {tag}");
            if let Some(href) = rest.strip_prefix("href=\"") {
                let fine =
                    ["https://", "http://", "HTTP", "mailto:", "tel:", "#"].iter().any(|start| href.starts_with(start));
                assert!(fine || !href.split('/').next().is_some_and(|first| first.contains(':')), "{named:?}: {tag}");
                assert!(!href.starts_with('/') && !href.contains('\\'), "{named:?}: {tag}");
            }
            if tag.starts_with('/') {
                let last = open.pop();
                assert!(last == Some(name) || name == "body" || name == "html", "{named:?}: {tag} closes {last:?}");
            } else if !["br", "hr", "input"].contains(&name) {
                open.push(name);
            }
        }
    }
}

#[test]
fn a_normalised_field_shows_the_same() {
    for field in HOSTILE.iter().map(|field| (*field).to_owned()).chain(large()) {
        same_again(&field);
    }
}

fn same_again(field: &str) {
    let normal = field::normalised(field, 3);
    assert_eq!(shown(&normal), shown(field), "{field:?} became {normal:?}");
}

#[test]
fn soup_normalises_to_the_same() {
    const PIECES: [&str; 50] = [
        "a",
        "b ",
        " ",
        "\n",
        "\n\n",
        "\n  ",
        "\n    ",
        "*",
        "**",
        "_",
        "__",
        "~~",
        "`",
        "``",
        "[",
        "](x)",
        "](https://a.nl)",
        "![",
        "<b>",
        "<!-- x -->",
        "&amp;",
        "&#32;",
        "\\",
        "\\\n",
        "- ",
        "* ",
        "1. ",
        "2) ",
        "> ",
        "# ",
        "### ",
        "- [ ] ",
        "| a | b |\n|---|---|\n| ",
        " | ",
        "```",
        "---",
        "===",
        "é",
        "(",
        ".",
        "!",
        "https://a.nl/",
        "> [!TIP]\n> ",
        "  \n",
        "]: ",
        "](javascript:x \"y\")",
        "5. ",
        "| x | y | z |\n",
        "```x\n",
        "7. [x] ",
    ];
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let rounds = std::env::var("BERAAD_SOUP").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(3_000);
    for _ in 0..rounds {
        let mut field = String::new();
        for _ in 0..(seed % 24) + 2 {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            field.push_str(PIECES[usize::try_from(seed % 50).unwrap_or(0)]);
        }
        same_again(&field);
    }
}

/// Text that people type, in which Markdown sees something that it does not show; `@` is a new word each time.
const UNSEEN: [&str; 45] = [
    "[@ 2]: @",
    "[@]: @!",
    "[@]:\n@",
    "[^1]: @",
    "[@]: <@ b> '@'",
    "> [@]: @",
    "- [@]: @\n- @",
    "@\n[@]: @",
    "[@][@]",
    "[@]: https://example.org/@ \"@\"\n\n[@]",
    "[ ]: @",
    "- [ ] [@]: @",
    "| @ | @ |\n|---|---|\n| @ | @ | @ | @ |\n@ | @ | @\n| @",
    "> | @ |\n> |-|\n> | @ | [@]: @ | `@",
    "- a\n\n  | @ | @ |\n  |---|---|\n  | @ | é @ | é @ |",
    "```@\n@\n```",
    "```@ @",
    "~~~ @ {@}\n@\n~~~",
    "- ```@\n  @\n  ```",
    "1. a\n   ```@\n   [@]: @",
    "[@](b \"@\")",
    "![@](b '@')",
    "[@](javascript:@)",
    "[@](file:///G:/@)",
    "[@](data:@ (@))",
    "![@](javascript:@)",
    "[![@](@ \"@\")](javascript:@)",
    "[@ [@](/@)](b)",
    "<javascript:@>",
    "<@@example.org>",
    "`[@]: @`",
    "    [@]: @",
    "<div @=\"@\">\n[@]: @\n</div>",
    "<!-- @\n@ -->",
    "a <b @> <?@?> <![CDATA[@]]> <!@ @>",
    "# @ # @ #",
    "## @ {#@}",
    "@\n===",
    "> [!NOTE] @\n> @",
    "> [!TIP]: @",
    "@[^@] [[@]] *[@]: @",
    "$@$ ::: @ +++ @",
    "---\n@: @\n---",
    "2. @\n5. @\n5. - @",
    "- [x] @\n- [X]\n- @",
];

/// The text with a word of its own for each `@`, and those words.
fn with_words(text: &str, count: &mut usize) -> (String, Vec<String>) {
    let mut words = Vec::new();
    let parts: Vec<&str> = text.split('@').collect();
    let mut out = parts[0].to_owned();
    for part in &parts[1..] {
        // an address of mail needs an at sign
        if out.ends_with("woord") || part.starts_with("example") && out.ends_with(|c: char| c.is_alphanumeric()) {
            out.push('@');
        } else {
            *count += 1;
            words.push(format!("w{count}x"));
            out += &words[words.len() - 1];
        }
        out += part;
    }
    (out, words)
}

#[test]
fn every_word_of_a_field_is_shown() {
    let mut count = 0;
    for one in UNSEEN {
        for two in UNSEEN {
            for join in ["\n\n", "\n"] {
                let (text, words) = with_words(&[one, join, two].concat(), &mut count);
                all_shown(&text, &words);
            }
        }
        let (text, words) = with_words(&format!("> - {}", one.replace('\n', "\n>   ")), &mut count);
        all_shown(&text, &words);
    }
}

fn all_shown(text: &str, words: &[String]) {
    let (markdown, page) = (field::normalised(text, 3), shown(text));
    let quoted = markdown::finish(&made("> \u{E000}0\u{E001}\n"), &[text]);
    // an address may stand in its link
    let seen = page
        .replace("href=\"", ">")
        .split('<')
        .map(|tag| tag.split_once('>').map_or(tag, |(_, text)| text))
        .collect::<String>();
    let plain = field::plain(text);
    for word in words {
        let address = format!("example.org/{word}");
        assert!(markdown.contains(word), "{word} of {text:?} is not in {markdown:?}");
        assert!(quoted.contains(word), "{word} of {text:?} is not in {quoted:?}");
        assert!(seen.contains(word) || page.contains(&address), "{word} of {text:?} is not in {page:?}");
        assert!(plain.contains(word), "{word} of {text:?} is not in {plain:?}");
    }
}

#[test]
fn numbers_stay_as_they_were_typed() {
    for (text, markdown, html) in [
        (
            "Per besluit:\n\n2. akkoord\n5. niet akkoord\n6. ja",
            "Per besluit:\n\n2. akkoord\n\n5) niet akkoord\n6) ja",
            "<ol start=\"2\">\n<li>akkoord</li>\n</ol>\n<ol start=\"5\">\n<li>niet akkoord</li>\n<li>ja</li>\n</ol>",
        ),
        ("- x\n  1. a\n  3. [x] b", "- x\n  1. a\n\n  3) [x] b", "<ol start=\"3\""),
        ("1. a\n2. b\n3. c", "1. a\n2. b\n3. c", "<ol>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ol>"),
    ] {
        assert_eq!(field::normalised(text, 3), markdown);
        assert!(shown(text).contains(html), "{}", shown(text));
        same_again(text);
    }
    assert_eq!(field::plain("2. ja\n5. nee\n\n- [x] a\n- [ ] b"), "2. ja 5. nee [x] a [ ] b");
}

#[test]
fn a_heading_in_a_quotation_is_no_heading() {
    let field = "#### Kleiburg **stemt** in\n\n- Kleiburg stemt in\n\nx\n===";
    let text = "# A b\n\n### Inbreng\n\n- **Leiden:**\n\n  > \u{E000}0\u{E001}\n\nna\n";
    assert_eq!(
        markdown::finish(&made(text), &[field]),
        "# A b\n\n### Inbreng\n\n- **Leiden:**\n\n  > **Kleiburg stemt in**\n  >\n  > - Kleiburg stemt in\n  >\n  > **x**\n\nna\n"
    );
    let page = page(text, &[field], &Frame::default());
    let quote = "<blockquote>\n<p><strong>Kleiburg stemt in</strong></p>\n<ul>\n<li>Kleiburg stemt in</li>\n</ul>\n<p><strong>x</strong></p>";
    assert!(page.contains(quote), "{page}");
}

#[test]
fn no_field_breaks_out_of_a_list_item() {
    let text =
        "## 1. x\n\n- **Leiden:** \u{E000}0\u{E001}\n- **Katwijk:** ja\n\n1. \u{E000}0\u{E001}\n\n## Na\n\nSlot.\n";
    for field in HOSTILE.iter().map(|field| (*field).to_owned()).chain(large()) {
        let markdown = markdown::finish(&made(text), &[&field]);
        let arena = Arena::new();
        let root = parse_document(&arena, &markdown, &options());
        let kinds: Vec<_> =
            root.children().map(|node| (node.data().value.xml_node_name(), node.children().count())).collect();
        let list = kinds.iter().filter(|(kind, _)| *kind == "list").map(|(_, items)| *items).collect::<Vec<_>>();
        let named: String = field.chars().take(60).collect();
        assert_eq!(kinds.len(), 5, "{named:?}: {kinds:?}\n{}", markdown.chars().take(400).collect::<String>());
        assert_eq!(list, [2, 1], "{named:?}");
    }
}

#[test]
fn fields_fill_the_markdown() {
    let fill = |text: &str, fields: &[&str]| markdown::finish(&made(text), fields);
    let field = "# Kop\n\nEen *woord*.\n* a\n* b";
    assert_eq!(
        fill("### Toelichting\n\n\n\n\u{E000}0\u{E001}\n\n\nna", &[field]),
        "### Toelichting\n\n#### Kop\n\nEen *woord*.\n\n- a\n- b\n\nna\n"
    );
    assert_eq!(
        fill("- **A:** \u{E000}0\u{E001}\n- **B:** \u{E000}1\u{E001}\n", &["een\n\n- twee", "drie"]),
        "- **A:** een\n\n  - twee\n\n- **B:** drie\n"
    );
    assert_eq!(fill("a \u{E000}0\u{E001} b \u{E000}9\u{E001}", &["- x\n- *y_*"]), "a x y\\_ b\n");
    let many = (1..=13).fold(String::new(), |many, n| many + &format!("## {n}. Punt\n\n*x* **y**\n\n"));
    let text = format!("# A b\n\n{many}");
    assert!(fill(&text, &[]).starts_with("# A b\n\nInhoud:\n\n- 1\\. Punt\n"));
    let page = page(&text, &[], &Frame::default());
    assert!(page.contains("<nav aria-label=\"Inhoud\">\n<ul>\n<li><a href=\"#punt-1\">1. Punt</a></li>"), "{page}");
}

#[test]
fn a_consultation_is_a_form() {
    let words = "0123456789abcdef";
    let line = "\\_".repeat(9);
    let text = format!(
        "# Raadpleging Beraad\n\nDe tekst. `#b:formulier:2025-10-09-beraad:aardam`\n\n- [ ] Akkoord met alles. `#b:alles`\n\n\
         ## 4. T\n\n**Ter instemming**\n\n### Gevraagd\n\n1. In te stemmen. `#b:besluit:plan:1:{words}:instemming`\n   - [ ] Gedragen\n   \
         - [ ] Niet gedragen {{\u{1}nee}}\n\n   Reden: {line}\n\n### Inbreng\n\nInbreng bij punt 4 (mag leeg blijven) \
         `#b:punt:plan:{words}`: {line}\n\n- [ ] Benoemen: noem dit.\n\n## Wie\n\nFunctie `#b:door`: {line}\n\n\
         Einde. `#b:einde`\n"
    );
    let page = page(&text, &[], &Frame { kind: "raadpleging", title: "R", ..Frame::default() });
    for part in [
        "script-src 'sha256-",
        "<form id=\"formulier\" autocomplete=\"off\" data-vergadering=\"2025-10-09-beraad\" data-partij=\"aardam\">",
        "<input type=\"checkbox\" id=\"alles\"> <span>Akkoord met alles.</span>",
        "<fieldset class=\"besluit\" data-punt=\"plan\" data-nummer=\"4\" data-nr=\"1\" data-afdruk=\"0123456789abcdef\" \
         data-behandeling=\"instemming\"><legend><span class=\"nr\">1.</span> <span class=\"tekst\">In te stemmen.</span></legend>",
        "<input type=\"radio\" id=\"plan-1-1\" name=\"plan-1\" value=\"nee\" data-waarom> <span>Niet gedragen</span>",
        "<div class=\"waarom\"><label for=\"plan-1-reden\">Reden</label>\n<textarea rows=\"2\" \
         data-sleutel=\"reden\" data-soort=\"woorden\" data-merk=\"reden\" id=\"plan-1-reden\">",
        "<textarea rows=\"3\" data-sleutel=\"inbreng\" data-soort=\"tekst\" data-merk=\"punt:plan:0123456789abcdef\" \
         data-punt=\"plan\" data-afdruk=\"0123456789abcdef\" id=\"inbreng-plan\">",
        "<input type=\"checkbox\" data-sleutel=\"benoemen\" data-soort=\"vinkje\" data-merk=\"benoemen\" \
         data-punt=\"plan\" id=\"benoemen-plan\"> <span>Benoemen: noem dit.</span>",
        "<input type=\"text\" data-sleutel=\"door\" data-soort=\"regel\" data-merk=\"door\" required autocomplete=\"organization-title\" id=\"door\">",
        "</form>\n</main>",
    ] {
        assert!(page.contains(part), "{part}\n{}", &page[page.find("<main").unwrap_or(0)..]);
    }
    assert!(!page.split("<script>").next().unwrap().contains("#b:") && !page.contains("De tekst."));
}
