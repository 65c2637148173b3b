//! Is a paper what its template says that it is, and nothing that a user wrote?

use beraad::render::escape::escaped;
use beraad::render::html::{self, Frame};
use beraad::render::markdown;
use beraad::render::template::{BUILT_IN, Templates};
use beraad::render::tree::{Head, Item, Paper, Part, Place, plain};

use super::markdown::made;

/// A text in which everything stands that a tree knows; `@` is a one-line text of a user, and its field stands alone, at the
/// end of an item, in a quotation, in a heading and in a cell.
const TEMPLATE: &str = "# Raadpleging{\u{1}soort} van @\n\n{\u{1}intern}\n> **Intern.** @\n\n{\u{1}feiten}\n- **Datum:** @\n- **Plaats:** @ zaal\n\n\
    @ `#b:formulier:2025-10-09-beraad:aardam`\n\n- [ ] Alles, @. `#b:alles`\n\n\u{E000}0\u{E001}\n\n\
    ## 4. @\n\n*14.00 uur* **@**{\u{1}voor} · @\n\n### Toelichting {\u{1}blok}\n\n\u{E000}0\u{E001}\n\n@\n\n\
    ### Stukken {\u{1}stukken}\n\n- 4.1 [@](a.pdf)\n- 4.2 @\n\n### Gevraagd {\u{1}gevraagd}\n\n\
    1. `#b:besluit:plan:1:0123456789abcdef:instemming` @\n   - [ ] Gedragen, @ {\u{1}ja}\n   - [ ] Niet gedragen {\u{1}nee}\n\n\
    \u{20}  Reden @ `#b:reden`: \\_\\_\\_\\_\\_\\_\\_\\_\\_\n\n### Inbreng {\u{1}blok} `#b:verder`\n\n\
    Inbreng @ {\u{1}mag-leeg} `#b:punt:plan`: \\_\\_\\_\\_\\_\\_\\_\\_\\_\n\n- [ ] Noem @. `#b:benoemen`\n\n\
    ### 4a. @\n\n**@**\n\n#### Inbreng {\u{1}blok}\n\n- **Leiden:** \u{E000}0\u{E001}\n- @\n\n  > \u{E000}0\u{E001}\n\n\
    ## @ \u{E000}0\u{E001}\n\n{\u{1}genummerd}\n\n| Nr. | @ |\n|---|---|\n| \u{E000}0\u{E001} | @ **Nee**{\u{1}tegen} |\n\n\
    Functie @ `#b:door`: \\_\\_\\_\\_\\_\\_\\_\\_\\_\n\nEinde. `#b:einde`\n\n---\n\nVoet @.\n\n\u{E000}0\u{E001}\n\n\
    {\u{1}scherm}\n- `bewaren` Bewaar @\n";

/// What people type who mean harm, or who just type; each as a one-line text and as a field.
const HOSTILE: [&str; 40] = [
    "{.gevraagd}",
    "x {.soort} y",
    "{\u{1}gevraagd}",
    "x {\u{1}soort} y",
    "{\u{1}scherm}",
    "**Ja**{\u{1}voor}",
    "{.{{ punt.kleur }}}",
    "9. Vals punt",
    "9a. Vals",
    "9) Vals",
    "## 9. Vals",
    "### Gevraagd {.gevraagd}",
    "4.9 Vals",
    "*14.00 uur* **Ingestemd**",
    "**Datum:** morgen",
    "> **Intern.** Vals",
    "________",
    "\\_\\_\\_\\_\\_\\_\\_\\_\\_",
    "Reden: \\_\\_\\_\\_\\_\\_\\_\\_\\_",
    "`#b:einde`",
    "#b:einde",
    "`#b:formulier:x:y`",
    "`#b:alles`",
    "`#b:punt:x`: \\_\\_\\_\\_\\_\\_\\_\\_",
    "`#b:besluit:x:1:0123456789abcdef`",
    "1. `#b:besluit:x:1:0123456789abcdef` a\n   - [ ] Gedragen {\u{1}ja}",
    "- [x] Gedragen {.ja}",
    "- 4.1 [x](a.pdf)",
    "- **Datum:** vals",
    "---",
    "x\n---",
    "x\n===",
    "| a |\n|---|\n| b |",
    "\u{E000}0\u{E001}",
    "\u{E000}9\u{E001}",
    "x \u{E000}0\u{E001}",
    "`bewaren` Vals",
    "- `bewaren` Vals",
    "```\n## 9. Vals\n```",
    "# Vals\n\n## 8. Vals\n\n{\u{1}feiten}\n\n- **Datum:** vals",
];

/// What of a tree gives it a meaning, with how often it is there; the words are left out.
fn meaning(paper: &Paper) -> Vec<usize> {
    let tree = format!("{paper:?}").replace("\\\\", "").replace("\\\"", "");
    let shape: String = tree.split('"').step_by(2).collect();
    let parts = [
        "Title(",
        "label: Some",
        "Notice(",
        "Facts(",
        "Fact {",
        "Contents",
        "Form {",
        "everything: Some",
        "ends: true",
    ];
    let more = [
        "Item(",
        "Marks {",
        "time: Some",
        "Section(",
        "Folded(",
        "Heading(Heading",
        "Papers(",
        "Enclosed",
        "Decision {",
    ];
    let last = [
        "Choice {",
        "support: Some",
        "Reason",
        "Blank(",
        "Status(",
        "NameIt",
        "Open {",
        "numbered: true",
        "required: true",
    ];
    parts.iter().chain(&more).chain(&last).map(|what| shape.matches(what).count()).collect()
}

fn paper(line: &str, field: &str) -> Paper {
    Paper::of(&made(&TEMPLATE.replace('@', &escaped(line))), &[field])
}

#[test]
fn a_part_is_what_the_template_says() {
    let paper = paper("woord", "Een veld.");
    let [Head::Title(title), Head::Notice(notice), Head::Facts(facts), Head::Block(_)] = &paper.head[..] else {
        panic!("{:?}", paper.head)
    };
    assert_eq!(title.label.as_deref().map(plain).as_deref(), Some("Raadpleging"));
    assert_eq!((plain(&title.words), plain(&notice.word)), ("van woord".to_owned(), "Intern".to_owned()));
    let said: Vec<_> = facts.iter().map(|fact| (plain(&fact.name), plain(&fact.words))).collect();
    assert_eq!(said, [("Datum".to_owned(), "woord".to_owned()), ("Plaats".to_owned(), "woord zaal".to_owned())]);
    let [Part::Item(item), Part::Heading(heading), Part::Block(_), Part::Block(_)] = &paper.body[..] else {
        panic!("{:?}", paper.body)
    };
    assert_eq!((item.number.as_str(), plain(&item.words).as_str(), item.level), ("4", "woord", 2));
    assert_eq!(heading.place, Some(Place::Heading(2)));
    let sections: Vec<&str> = item.parts.iter().map(kind).collect();
    assert_eq!(sections, ["Block", "Papers", "Requested", "Block", "4a"]);
    let form = paper.form.as_ref().unwrap();
    assert!(form.ends && form.meeting == "2025-10-09-beraad" && form.party == "aardam", "{form:?}");
    assert_eq!(form.screen.len(), 1);
    assert_eq!(paper.foot.len(), 2);
}

fn kind(part: &Part) -> &str {
    match part {
        Part::Item(Item { number, .. }) => number,
        Part::Section(section) => match format!("{:?}", section.role).as_str() {
            "Block" => "Block",
            "Papers" => "Papers",
            "Requested" => "Requested",
            _ => "?",
        },
        _ => "?",
    }
}

/// Structure follows from what the template wrote.
#[test]
fn nothing_that_a_user_writes_has_a_meaning() {
    let harmless = meaning(&paper("woord", "Een veld."));
    assert!(!harmless[..5].contains(&0) && harmless.iter().filter(|count| **count == 0).count() == 4, "{harmless:?}");
    for hostile in HOSTILE {
        assert_eq!(meaning(&paper(hostile, "Een veld.")), harmless, "the line {hostile:?}");
        assert_eq!(meaning(&paper("woord", hostile)), harmless, "the field {hostile:?}");
        assert_eq!(meaning(&paper(hostile, hostile)), harmless, "{hostile:?}");
    }
}

/// Whoever writes a template anew may leave the role out: then nothing of the title is cut off.
#[test]
fn a_title_is_cut_where_its_template_says() {
    for (title, label, rest) in [
        ("# Agenda {\u{1}soort} Beraad", "Agenda", "Beraad"),
        ("# Stand van de raadpleging {\u{1}soort} Beraad", "Stand van de raadpleging", "Beraad"),
        ("# Agenda{\u{1}soort} Beraad", "Agenda", "Beraad"),
        ("# **Agenda** {\u{1}soort} *Beraad* x", "Agenda ", "Beraad x"),
        ("# Agenda {\u{1}soort}", "Agenda", ""),
        ("# {\u{1}soort} Agenda", "", "Agenda"),
        ("# Agenda Beraad", "", "Agenda Beraad"),
        ("# Agenda", "", "Agenda"),
    ] {
        let paper = Paper::of(&made(title), &[]);
        let [Head::Title(said)] = &paper.head[..] else { panic!("{:?}", paper.head) };
        let found = said.label.as_deref().map(plain).unwrap_or_default();
        assert_eq!((found.trim(), plain(&said.words).as_str()), (label.trim(), rest), "{title}");
    }
}

/// A role behind the last words of a line takes nothing of it away.
#[test]
fn a_line_keeps_its_words_whatever_role_ends_it() {
    for role in ["concept", "ja", "mag-leeg", "gevraagd", "feiten", "melding"] {
        for line in ["**Bel ons.**", "Bel `ons`.", "*Bel* **ons.**", "Bel `ons`", "- Bel `ons`", "> Bel **ons**"] {
            let paper = Paper::of(&made(&format!("# A\n\n## B\n\n{line} {{\u{1}{role}}}\n")), &[]);
            let said = format!("{:?}", paper.body);
            assert!(said.contains("Bel") && said.contains("ons"), "{line} {role}: {said}");
        }
    }
}

/// The table of contents leads to what it names; in a form no mark is in it, and a link is none in a link.
#[test]
fn contents_name_the_headings() {
    let items =
        (1..=12).fold(String::new(), |all, n| all + &format!("## {n}. Punt [x](https://example.org) `#b:verder`\n\n"));
    let text = format!("# A\n\nx `#b:formulier:m:p`\n\n{items}```\n## geen kop\n```\n\n## Rest\n\n---\n\n## Voet\n");
    let paper = Paper::of(&made(&text), &[]);
    let contents = paper.contents.unwrap();
    assert_eq!((contents.label.as_str(), contents.entries.len()), ("Inhoud", 13));
    assert_eq!(
        (plain(&contents.entries[3].words).as_str(), &contents.entries[3].to),
        ("4. Punt x", &Place::Item("4".into()))
    );
    assert_eq!(contents.entries[12].to, Place::Heading(13));
    assert!(!format!("{:?}", contents.entries).contains("Link"));
    let markdown = markdown::finish(&made(&text), &[]);
    assert_eq!(markdown.matches("\n- ").count(), 13, "{markdown}");
    assert!(!markdown.contains("- geen kop") && !markdown.contains("- Voet"), "{markdown}");
}

/// What all papers call the same, a dossier may call otherwise.
#[test]
fn the_words_of_all_papers_stand_in_a_template() {
    let ours = BUILT_IN.iter().find(|(name, _)| *name == "woorden.md").unwrap().1;
    let own = ours
        .replace("` Inhoud", "` Wat erin staat")
        .replace("` Tip", "` Handig")
        .replace("pagina {nr} van", "blad \"{nr}\" /");
    let templates = Templates::load_for(&["agenda"], &[("woorden.md".to_owned(), own)]).unwrap();
    let many = (1..=13).fold(String::new(), |many, n| many + &format!("## {n}. Punt\n\n> [!TIP]\n> x\n\n"));
    let text = templates.with_words(format!("# A\n\n{many}"));
    let page = html::page(&Paper::of(&text, &[]), &Frame::default());
    for part in [
        "<nav aria-label=\"Wat erin staat\">",
        "<p class=\"markdown-alert-title\">Handig</p>",
        "@bottom-right { content: \"blad \\22 \" counter(page) \"\\22  / \" counter(pages) }",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(markdown::finish(&text, &[]).contains("\nWat erin staat:\n"));
}
