//! Papers of the dossier that are Markdown become pages: which of them, under which name, and what never comes through.

use std::fs;

use super::examples::beraad;
use super::output::{MEETING, Place};

/// A file of a paper, what stands in it, and what its page says and does not say; no page where nothing is said.
type Case = (&'static str, &'static [u8], &'static [&'static str], &'static [&'static str]);

/// A table with more columns than any paper has.
const WIDE: &[u8] = &{
    let mut table = [b'|'; 12_000];
    let mut at = 0;
    while at < 6_000 {
        table[at] = if at % 2 == 0 { b'a' } else { b'|' };
        table[6_000 + at] = if at % 2 == 0 { b'-' } else { b'|' };
        at += 1;
    }
    table[5_999] = b'\n';
    table
};

const PAPERS: [Case; 19] = [
    ("plan.md", b"# Plan A\n\nTekst.", &["</span> Plan A</h1>", "<p>Tekst.</p>", "Bijlage 2.2"], &["Een open stuk"]),
    ("plan.md", b"Tekst.", &["</span> Een open stuk</h1>", "<p>Tekst.</p>"], &[]),
    ("plan.md", b"\xef\xbb\xbf# Plan A\r\n\r\nEen\r\n\r\nTwee\r\n", &["</span> Plan A</h1>", "<p>Twee</p>"], &["\u{feff}"]),
    ("Plan.MARKDOWN", b"# Plan A\n\n## Kop\n\n### Daaronder", &["<h2>Kop</h2>", "<h3>Daaronder</h3>"], &[]),
    (
        "plan.md",
        b"# A\n\n> **Voorbeeld.** Dit is *bedacht*.\n\nTekst.",
        &["<p class=\"melding\"><strong>Voorbeeld</strong> Dit is bedacht.</p>"],
        &["<blockquote>"],
    ),
    ("plan.md", b"> **Voorbeeld:** x\n", &["<blockquote>"], &["<strong>Voorbeeld</strong> x"]),
    (
        "plan.md",
        b"<script>alert(1)</script>\n\n[weg](javascript:alert(1)) <img src=x onerror=y>\n",
        &["weg", "&lt;script&gt;alert(1)"],
        &["<script", "href=\"javascript", "<img"],
    ),
    (
        "plan.md",
        b"![Kaart](kaart.png) ![Elders](https://example.org/x.png) ![Uit](../../../geheim.png)\n",
        &["Kaart Elders Uit", "Afbeeldingen</dt><dd>staan niet op deze pagina"],
        &["<img", "kaart.png", "example.org", "geheim.png"],
    ),
    (
        "plan.md",
        b"[hier](besloten.md#kop), [daar](./%62esloten.md), [niets](../convenant.toml) en [web](https://example.org/a)\n",
        &["<a href=\"../stukken/besloten.html\">hier</a>", "<a href=\"../stukken/besloten.html\">daar</a>, niets", "https://example.org/a"],
        &["convenant"],
    ),
    ("plan.md", b"\xff\xfea\0", &[], &[]),
    ("plan.md", b"# Caf\xe9", &[], &[]),
    ("plan.md", b"a\0b", &[], &[]),
    // beyond a limit, or with a sign that misleads, no page is made
    ("plan.md", &[b'>'; 120_000], &[], &[]),
    ("plan.md", WIDE, &[], &[]),
    ("plan.md", "# Plan \u{202e}A".as_bytes(), &[], &[]),
    ("plan.md", b"# Plan &#x202E;A", &[], &[]),
    ("plan.txt", b"# Plan", &[], &[]),
    ("plan.pdf", b"%PDF", &[], &[]),
    ("Mijn plan (1).md", b"# Plan A", &["</span> Plan A</h1>", "href=\"Mijn%20plan%20%281%29.md\""], &[]),
];

/// The dossier with this file as its open paper.
fn with_paper(name: &str, bytes: &[u8]) -> Place {
    let place = Place::new();
    place.change(&format!("d/{MEETING}/vergadering.toml"), "stukken/open.md", &format!("stukken/{name}"));
    fs::write(place.path(&format!("d/{MEETING}/stukken/{name}")), bytes).unwrap();
    place
}

#[test]
fn a_paper_in_markdown_becomes_a_page_beside_its_copy() {
    for (name, bytes, says, never) in PAPERS {
        let place = with_paper(name, bytes);
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(place.run("maak 2025-10-02 --naar @u"), (0, String::new()), "{name} {shown}");
        assert_eq!(fs::read(place.path(&format!("u/{MEETING}/stukken/{name}"))).unwrap(), bytes, "{name} {shown}");
        let short = name.rsplit_once('.').unwrap().0;
        let page = fs::read_to_string(place.path(&format!("u/{MEETING}/stukken/{short}.html")));
        let agenda = |ending| fs::read_to_string(place.path(&format!("u/{MEETING}/agenda.{ending}"))).unwrap();
        let address = |name: &str| name.replace(' ', "%20").replace('(', "%28").replace(')', "%29");
        let opened = if says.is_empty() { address(name) } else { address(&format!("{short}.html")) };
        assert!(agenda("html").contains(&format!("<a href=\"stukken/{opened}\">")), "{name} {shown}");
        assert!(agenda("md").contains(&format!("(stukken/{})", address(name))), "{name} {shown}: {}", agenda("md"));
        assert_eq!(page.is_ok(), !says.is_empty(), "{name} {shown}");
        let Ok(page) = page else { continue };
        let (_, body) = page.split_once("<body").unwrap();
        for said in says {
            assert!(body.contains(said), "{said} in {body}");
        }
        for said in never {
            assert!(!body.contains(said), "{said} in {body}");
        }
        assert!(body.contains("<a href=\"../agenda.html\">Agenda</a>"), "{body}");
        assert_eq!(place.run("maak 2025-10-02 --naar @u"), (0, String::new()), "{name} {shown}");
    }
}

#[test]
fn a_large_paper_goes_along_as_a_file() {
    for (length, has_page) in [(300 << 10, true), ((300 << 10) + 1, false)] {
        let place = with_paper("plan.md", &"tekst\n".repeat(60_000).as_bytes()[..length]);
        assert_eq!(place.run("maak 2025-10-02 -f html --naar @u"), (0, String::new()));
        let there = place.there("u");
        assert!(there.contains(&format!("{MEETING}/stukken/plan.md")), "{there:?}");
        assert_eq!(there.contains(&format!("{MEETING}/stukken/plan.html")), has_page, "{there:?}");
    }
}

/// A page would go on saying what its paper said before.
#[test]
fn a_paper_that_has_no_page_any_more_loses_the_one_it_had() {
    for edited in [false, true] {
        let place = with_paper("plan.md", b"# Plan van eerst");
        let page = format!("{MEETING}/stukken/plan.html");
        assert_eq!(place.run("maak 2025-10-02 --naar @u"), (0, String::new()));
        assert!(place.there("u").contains(&page));
        if edited {
            place.change(&format!("u/{page}"), "Plan van eerst", "Plan van mij");
        }
        fs::write(place.path(&format!("d/{MEETING}/stukken/plan.md")), ">".repeat(20)).unwrap();
        let (status, said) = place.run("maak 2025-10-02 --naar @u");
        assert_eq!((status, place.there("u").contains(&page)), if edited { (2, true) } else { (0, false) }, "{said}");
        assert_eq!(said.contains("stukken/plan.html"), edited, "{said}");
    }
}

/// What a paper says in public is looked at as all else is, and stops what would show it.
#[test]
fn a_public_paper_says_nothing_that_is_not_public() {
    let cases = [
        ("Vraag het Voorbeeld\n> Persoon Een.", false),
        ("Bel 06-12345678.", false),
        ("> mail naar naam@example.org", false),
        ("Over GEHEIM-4: een *besloten* punt.", false),
        ("Zie [dit](besloten.md#kop).", false),
        ("Niets bijzonders.", true),
    ];
    for (said, may) in cases {
        let place = with_paper("plan.md", format!("# Plan\n\nEerst dit.\n\n{said}\n").as_bytes());
        place.change("d/convenant.toml", "\"verslag\", \"concept\"", "\"stukken\", \"concept\"");
        assert_eq!(place.run("maak --openbaar --naar @u").0 == 0, may, "{said}");
        let there = place.there("u");
        assert_eq!(there.iter().any(|path| path.contains("stukken/plan.")), may, "{said}: {there:?}");
    }
}

#[test]
fn a_page_takes_no_name_that_a_file_has() {
    let place = with_paper("plan.md", b"# Plan A");
    fs::write(place.path(&format!("d/{MEETING}/stukken/Plan.html")), "eigen pagina").unwrap();
    place.change(
        &format!("d/{MEETING}/vergadering.toml"),
        "[[agendapunt.stuk]]\ntitel = \"Een open stuk\"",
        "[[agendapunt.stuk]]\ntitel = \"Een eigen pagina\"\nbestand = \"stukken/Plan.html\"\n\n\
         [[agendapunt.stuk]]\ntitel = \"Een open stuk\"",
    );
    assert_eq!(place.run("maak 2025-10-02 --naar @u"), (0, String::new()));
    assert_eq!(fs::read_to_string(place.path(&format!("u/{MEETING}/stukken/Plan.html"))).unwrap(), "eigen pagina");
    let page = fs::read_to_string(place.path(&format!("u/{MEETING}/stukken/plan.md.html"))).unwrap();
    assert!(page.contains("</span> Plan A</h1>"), "{page}");
    let agenda = fs::read_to_string(place.path(&format!("u/{MEETING}/agenda.html"))).unwrap();
    assert!(agenda.contains("<a href=\"stukken/plan.md.html\">"), "{agenda}");
}

#[test]
fn a_paper_of_two_items_is_one_page_with_both_numbers() {
    let place = Place::new();
    assert_eq!(place.run("maak 2025-10-02 --naar @u"), (0, String::new()));
    let page = fs::read_to_string(place.path(&format!("u/{MEETING}/stukken/besloten.html"))).unwrap();
    for said in [
        "<span class=\"soort\">Bijlagen 2.1 en 3.1</span>",
        "<dt>Agendapunten</dt><dd>2. Een open punt; 3. GEHEIM-4: een besloten punt</dd>",
        "<strong>Niet openbaar</strong> Dit stuk is voor de leden.",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
}

#[test]
fn a_closed_paper_has_no_page_for_everybody_and_loses_the_one_it_had() {
    let place = Place::new();
    place.change("d/convenant.toml", "\"verslag\", \"concept\"", "\"stukken\", \"concept\"");
    assert_eq!(place.run("maak --openbaar --naar @u").0, 0);
    let pages = |place: &Place| -> Vec<String> {
        place.there("u").into_iter().filter(|path| path.contains("stukken/") && path.ends_with("html")).collect()
    };
    assert_eq!(pages(&place), [format!("{MEETING}/stukken/open.html")]);
    place.change(
        &format!("d/{MEETING}/vergadering.toml"),
        "bestand = \"stukken/open.md\"",
        "bestand = \"stukken/open.md\"\nbesloten = true",
    );
    assert_eq!(place.run("maak --openbaar --naar @u").0, 0);
    assert!(pages(&place).is_empty(), "{:?}", place.there("u"));
}

/// A day, a run, and how the page and the Markdown of a later agenda name what it adopts.
type Adopting = (&'static str, &'static str, Option<&'static str>, Option<&'static str>);

const ADOPTING: [Adopting; 6] = [
    (
        "2025-11-27",
        "maak",
        Some("<a href=\"../2025-10-02-bestuur/verslag.html\">Conceptverslag van 2&nbsp;oktober&nbsp;2025</a>"),
        Some("\n[Conceptverslag van 2 oktober 2025](../2025-10-02-bestuur/verslag.md)\n"),
    ),
    // what is not made in the same run has no place to link to
    (
        "2025-11-27",
        "maak 2025-11-06",
        Some("<p>Conceptverslag van 2&nbsp;"),
        Some("\nConceptverslag van 2 oktober 2025\n"),
    ),
    (
        "2025-11-01",
        "maak",
        Some("verslag.html\">Conceptverslag van 2&nbsp;"),
        Some("[Conceptverslag van 2 oktober 2025](../2025-10-02-bestuur/verslag.md)"),
    ),
    // before there are minutes nothing is named
    ("2025-09-25", "maak", None, None),
    // minutes are not public, the decision list is
    (
        "2025-11-27",
        "maak --openbaar",
        Some("<a href=\"../2025-10-02-bestuur/besluitenlijst.html\">Concept-besluitenlijst van 2&nbsp;"),
        Some("[Concept-besluitenlijst van 2 oktober 2025](../2025-10-02-bestuur/besluitenlijst.md)"),
    ),
    ("2025-09-25", "maak --openbaar", None, None),
];

#[test]
fn an_item_names_the_minutes_that_it_adopts() {
    for (day, words, page, text) in ADOPTING {
        let place = Place::new();
        place.change("d/convenant.toml", "\"verslag\", \"concept\"", "\"concept\"");
        let (dossier, to) = (place.path("d"), place.path("u"));
        let head = ["--dossier", dossier.to_str().unwrap(), "--vandaag", day];
        let words: Vec<&str> =
            head.into_iter().chain(words.split(' ')).chain(["--naar", to.to_str().unwrap()]).collect();
        beraad(&words);
        for (name, said) in [("agenda.html", page), ("agenda.md", text)] {
            let made = fs::read_to_string(to.join("2025-11-06-bestuur").join(name)).unwrap();
            match said {
                Some(said) => assert!(made.contains(said), "{words:?}: {said} in {made}"),
                None => assert!(!made.contains("verslag.") && !made.contains("besluitenlijst."), "{words:?}: {made}"),
            }
        }
    }
}
