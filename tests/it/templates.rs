//! Do templates and views fit? And what does a fault in an own template give?

use std::fs;
use std::path::Path;

use super::examples::{beraad, files};
use beraad::cli::Status;

/// `examples/minimaal` with own templates, and what `maak` made of it.
fn with(templates: &[(&str, &str)]) -> (Status, String, String) {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for (name, bytes) in files(Path::new("examples/minimaal")) {
        let place = folder.path().join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
    fs::create_dir_all(folder.path().join("templates")).unwrap();
    for (name, text) in templates {
        fs::write(folder.path().join("templates").join(name), text).unwrap();
    }
    let (dossier, to) = (folder.path().to_str().unwrap(), out.path().to_str().unwrap());
    let status = beraad(&["--dossier", dossier, "--vandaag", "2025-11-27", "maak", "-f", "md", "--naar", to]);
    let made = files(out.path());
    let agenda = made
        .iter()
        .find(|(name, _)| name.ends_with("/agenda.md"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
    (status, agenda.unwrap_or_default(), check(folder.path()))
}

fn check(folder: &Path) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_beraad"));
    let output = command.env("NO_COLOR", "1").arg("--dossier").arg(folder).arg("controleer").output().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn an_own_template_replaces_the_built_in_one() {
    let (status, agenda, _) = with(&[(
        "agenda.md",
        "# Agenda van ons\n\n{% for punt in punten %}\n## {{ punt.nummer }}. {{ punt.titel }}\n{% endfor %}\n",
    )]);
    assert_eq!(status, Status::Done);
    assert!(agenda.starts_with("# Agenda van ons\n\n## 1. "), "{agenda}");
}

#[test]
fn an_own_template_can_extend_the_built_in_one() {
    let own = "{% extends \"ingebouwd/agenda.md\" %}\n{% block voet %}\n---\n\nOnze eigen voet.\n{% endblock %}\n";
    let (status, agenda, _) = with(&[("agenda.md", own)]);
    assert_eq!(status, Status::Done);
    assert!(agenda.contains("## 1. ") && agenda.contains("Onze eigen voet."), "{agenda}");
}

#[test]
fn a_fault_in_an_own_template_is_a_finding_at_its_place() {
    let faults = [
        ("# {{ vergadering.overlg }}\n", "overlg", "templates/agenda.md:1:"),
        ("# Agenda\n\n{{ huppeldepup }}\n", "huppeldepup", "templates/agenda.md:3:"),
        ("# Agenda\n{% if %}\n", "templates/agenda.md", ":2:"),
        ("{% extends \"ingebouwd/agnda.md\" %}\n", "agnda.md", "templates/agenda.md"),
        ("# {{ vergadering.overleg | omgekeerd }}\n", "omgekeerd", "templates/agenda.md:1:"),
    ];
    for (text, name, place) in faults {
        let (status, agenda, said) = with(&[("agenda.md", text)]);
        assert_eq!((status, agenda.as_str()), (Status::Findings, ""), "{text}");
        assert!(
            said.contains("sjabloon-klopt-niet") && said.contains(name) && said.contains(place),
            "{text} gives:\n{said}"
        );
    }
}

#[test]
fn the_built_in_templates_are_written_out_as_they_are() {
    let out = tempfile::tempdir().unwrap();
    assert_eq!(beraad(&["sjablonen", out.path().to_str().unwrap()]), Status::Done);
    let made = files(out.path());
    for (name, text) in beraad::render::template::BUILT_IN.iter().copied() {
        assert_eq!(
            made.get(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).as_deref(),
            Some(text),
            "{name}"
        );
    }
}

/// Nobody would see that it does nothing.
#[test]
fn an_own_template_that_no_document_uses_is_said() {
    let (_, _, said) = with(&[("agnda.md", "# A\n"), ("kaart.txt", "x\n")]);
    assert!(
        said.contains("agnda.md") && said.contains("bedoelde u agenda.md?") && said.contains("kaart.txt"),
        "{said}"
    );
    let own = [("agenda.md", "# A\n{% include \"onze-voet.md\" %}\n"), ("onze-voet.md", "Voet.\n")];
    let (_, _, said) = with(&own);
    assert!(!said.contains("onbekend-bestand"), "{said}");
}

/// The letter is no Markdown, and is made only for a mail.
#[test]
fn a_fault_in_the_letter_is_a_finding_too() {
    let folder = tempfile::tempdir().unwrap();
    super::faults::copy(Path::new("examples/andere-regio"), folder.path());
    fs::create_dir(folder.path().join("templates")).unwrap();
    fs::write(folder.path().join("templates/raadpleging.txt"), "{{ huppeldepup }}\n").unwrap();
    let said = check(folder.path());
    assert!(said.contains("huppeldepup") && said.contains("templates/raadpleging.txt:1:"), "{said}");
}

/// The built-in template of a name.
fn built_in(name: &str) -> &'static str {
    beraad::render::template::BUILT_IN.iter().find(|(known, _)| *known == name).unwrap().1
}

/// What `controleer` says of one template of `examples/raadpleging`, and the pages of a meeting that is asked about.
fn of_a_form(name: &str, text: &str) -> (String, String) {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    super::faults::copy(Path::new("examples/raadpleging"), folder.path());
    fs::create_dir(folder.path().join("templates")).unwrap();
    fs::write(folder.path().join("templates").join(name), text).unwrap();
    let (dossier, to) = (folder.path().to_str().unwrap(), out.path().to_str().unwrap());
    beraad(&["--dossier", dossier, "--vandaag", "2025-11-27", "maak", "-f", "html", "--naar", to]);
    let pages = files(out.path());
    let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned();
    let form = pages.iter().find(|(name, _)| name.contains("/raadpleging-")).map(|(_, bytes)| text(bytes));
    (check(folder.path()), form.unwrap_or_default())
}

/// A template that calls a part otherwise, or that was made before there were roles, or that leaves out what a form cannot
/// do without: what it is, what is taken out and what stands instead, and what is said of it; nothing where it is right.
const CHANGED: [(&str, &str, &str, &str); 58] = [
    (
        "raadpleging-punt.md",
        "{{ besluit.kenmerk | safe }}",
        "{{ punt.besluiten[0].kenmerk | safe }}",
        "een kenmerk van dat besluit alleen",
    ),
    (
        "raadpleging.txt",
        "{{ besluit.kenmerk | safe }}",
        "{{ punt.besluiten[0].kenmerk | safe }}",
        "de tekst van het besluit waar het van is",
    ),
    (
        "raadpleging-punt.md",
        "{{ besluit.kenmerk | safe }}",
        "{{ punt.besluiten[punt.besluiten | length - loop.index].kenmerk | safe }}",
        "de tekst van het besluit waar het van is",
    ),
    (
        "raadpleging.txt",
        "{{ besluit.kenmerk | safe }}",
        "{{ punt.besluiten[punt.besluiten | length - loop.index].kenmerk | safe }}",
        "de tekst van het besluit waar het van is",
    ),
    ("raadpleging-punt.md", "[ ] Ja {.ja}", "[ ] **Ja** {.ja}", ""),
    ("raadpleging-punt.md", "### Gevraagd {.gevraagd}", "### Wat wij vragen {.gevraagd}", ""),
    ("raadpleging-punt.md", "Meer tijd nodig {.meer-tijd}", "Meer tijd nodig, tot een dag {.meer-tijd}", ""),
    ("raadpleging.md", "`bewaren` Bewaren", "`bewaren` Klaar", ""),
    ("raadpleging.md", "# Raadpleging {.soort}", "# Wat wij u vragen {.soort}", ""),
    ("woorden.md", "`inhoud` Inhoud", "`inhoud` Wat hier staat", ""),
    ("raadpleging.md", "# Raadpleging {.soort}", "# Raadpleging", "zet {.soort} in deze regel, zoals het ingebouwde"),
    ("raadpleging.md", "# Raadpleging {.soort} {{", "# Onze vragen aan {{", "De rol {.soort} ontbreekt"),
    ("raadpleging.md", "-%}\n# Raadpleging {.soort}", "%}# Raadpleging", "zet {.soort} in deze regel"),
    ("woorden.md", "- `inhoud` Inhoud\n", "", "In de woorden ontbreekt: het woord `inhoud`"),
    ("woorden.md", "`tip` Tip", "`tip` ", "In de woorden ontbreekt: het woord `tip`"),
    ("woorden.md", "{.woorden}\n", "", "het woord `inhoud`, het woord `opmerking`"),
    ("raadpleging-punt.md", "{.gevraagd}", "{.gevraagt}", "De rol {.gevraagt} bestaat niet"),
    ("raadpleging-punt.md", "{.gevraagd}", "{.gevraagd", "De rol {.gevraagd bestaat niet"),
    ("raadpleging-punt.md", "{.gevraagd}", "{.gevraagd)", "De rol {.gevraagd) bestaat niet"),
    ("raadpleging-punt.md", "{.gevraagd}", "{.Gevraagd}", "De rol {.Gevraagd} bestaat niet"),
    ("raadpleging-punt.md", "{.gevraagd}", "{ .gevraagd}", "De rol { .gevraagd} bestaat niet"),
    ("raadpleging-punt.md", "{.gevraagd}", "{.gevraagd .blok}", "De rol {.gevraagd .blok} bestaat niet"),
    ("raadpleging-punt.md", "{.gevraagd}", "{\u{1}gevraagd}", "sjabloon-klopt-niet"),
    ("raadpleging-punt.md", "{.gevraagd}", "{.}", "De rol {.} bestaat niet"),
    ("raadpleging-punt.md", "### Gevraagd {.gevraagd}", "### Gevraagd", "sjabloon-zonder-rol"),
    ("raadpleging-punt.md", "Ja, onder voorbehoud {.voorbehoud}", "Ja, mits {.voorbehoud}", ""),
    ("raadpleging-punt.md", "Ja {.ja}", "Prima {.ja}", ""),
    ("raadpleging-punt.md", "Ja {.ja}", "{.ja}", "bij een besluit de keuze {.ja}"),
    ("raadpleging-punt.md", "Ja {.ja}", "Nee {.ja}", "“Nee” is de naam van twee keuzes"),
    ("raadpleging-punt.md", "Meer tijd nodig {.meer-tijd}", "Ja {.meer-tijd}", "{.meer-tijd} en {.ja}"),
    ("raadpleging-punt.md", "Meer tijd nodig {.meer-tijd}", "Niet {.meer-tijd}", "zijn te verwisselen"),
    ("raadpleging-punt.md", "Ja {.ja}", "Nee, maar akkoord {.ja}", "zijn te verwisselen"),
    ("raadpleging-punt.md", "Nee {.nee}", "Nee {.ja}", "is de naam van twee keuzes: {.ja} en {.nee}"),
    ("raadpleging-punt.md", "   - [ ] Meer tijd nodig {.meer-tijd}\n", "", "bij een besluit de keuze {.meer-tijd}"),
    ("raadpleging-punt.md", "`#b:reden`", "", "met #b:reden"),
    ("raadpleging-punt.md", "`{{ besluit.kenmerk | safe }}` ", "", "een gevraagd besluit met zijn kenmerk"),
    ("raadpleging-punt.md", "in punt.besluiten", "in punt.besluiten[:1]", "een gevraagd besluit met zijn kenmerk"),
    ("raadpleging.md", "in punten", "in punten[:1]", "bij een punt de regel om in te vullen"),
    ("raadpleging.md", "`#b:door`", "", "met het kenmerk #b:door"),
    (
        "raadpleging.md",
        "Uw functie `#b:door`: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_",
        "Uw functie `#b:door`: ",
        "met het kenmerk #b:door",
    ),
    ("raadpleging.md", "- `wis-alles` Wilt u alles wissen wat u hebt ingevuld?\n", "", "de tekst `wis-alles`"),
    ("raadpleging.md", "{.scherm}\n", "", "de tekst `bewaren` bij {.scherm}"),
    ("raadpleging.md", "{.feiten}\n", "", "zet op de regel hierboven: {.feiten}"),
    ("raadpleging.md", "`bewaren` Bewaren", "`bewaren` ", "de tekst `bewaren` bij {.scherm}"),
    ("raadpleging.md", "`gevraagd` Gevraagd {nr}.", "`gevraagd` Vraag {nr}.", ""),
    ("raadpleging.md", "`gevraagd` Gevraagd {nr}.", "`gevraagd` Dit is wat wij vragen: {nr}.", "het nummer {nr}"),
    ("raadpleging.md", "`gevraagd` Gevraagd {nr}.", "`gevraagd` Vraag {nr}", "het nummer {nr}"),
    ("raadpleging-punt.md", "{.gevraagd}", "{.{{ punt.titel }}}", "De rol {.{{ punt.titel }}} bestaat niet"),
    ("raadpleging-punt.md", "- [ ] Ja {.ja}", "- [x] Ja {.ja}", "er is er al een aangekruist"),
    (
        "raadpleging-punt.md",
        "{.meer-tijd}",
        "{.meer-tijd}\n   - [ ] Liever niet {.nee}",
        "bij een besluit de keuze {.nee}",
    ),
    (
        "deel-meldingen.md",
        "{% if vergadering.voorbeeld",
        "```\n\n{% if vergadering.voorbeeld",
        "In het formulier ontbreekt",
    ),
    ("raadpleging.txt", "#b:reden", "", "het kenmerk #b:reden"),
    ("raadpleging.txt", "[ ] Nee", "[ ] Tegen", ""),
    ("raadpleging.txt", "[ ] Nee {.nee}", "[ ] Nee", ""),
    ("raadpleging.txt", "[ ] Nee {.nee}", "[ ] Tegen", "bij een besluit de keuze {.nee}"),
    ("raadpleging.txt", "[ ] Nee {.nee}", "[ ] Ja {.nee}", "{.nee} en {.ja}"),
    ("raadpleging.txt", "[ ] Ja {.ja}\n", "[ ] Akkoord {.ja}\n", ""),
    ("raadpleging.txt", "[ ] Ja {.ja}\n", "[x] Ja {.ja}\n", "er is er al een aangekruist"),
];

#[test]
fn a_part_is_what_its_role_says_and_not_what_it_is_called() {
    for (name, what, instead, said) in CHANGED {
        let text = built_in(name);
        assert!(text.contains(what), "{name} has no {what}");
        let (findings, form) = of_a_form(name, &text.replace(what, instead));
        if said.is_empty() {
            assert!(!findings.contains("templates/"), "{instead} gives:\n{findings}");
            assert!(
                form.contains("class=\"blok gevraagd\"") && form.contains("value=\"onder voorbehoud\""),
                "{instead}"
            );
        } else {
            assert!(findings.contains(said), "{what} → {instead} gives:\n{findings}");
            let is_refused = findings.contains("sjabloon-klopt-niet");
            // the letter stands in a mail alone
            let is_made = !form.is_empty() && name.ends_with(".md");
            let is_placed = findings.contains(&format!("templates/{name}:"));
            assert!(is_placed && !(is_refused && is_made), "{what} → {instead} gives:\n{findings}");
        }
    }
}

/// A text of a user that looks like a role is a text.
#[test]
fn no_text_of_a_user_is_a_role() {
    let said = "Titel {.gevraagd} {\u{1}gevraagd}";
    let mut escaped = String::new();
    beraad::render::escape::escape(said, &mut escaped);
    let text = format!("# Agenda van ons\n\n## 1. Punt\n\n### {escaped}\n\n{escaped}\n\n- **Een:** {escaped}\n");
    let page = super::markdown::page(
        &text,
        &["{\u{1}feiten}\n\n- **Datum:** morgen"],
        &beraad::render::html::Frame::default(),
    );
    assert!(
        !page.contains("class=\"blok") && !page.contains("class=\"feiten\"") && page.contains("{.gevraagd}"),
        "{page}"
    );
}
