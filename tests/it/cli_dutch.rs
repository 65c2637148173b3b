//! Is everything that the command line says Dutch?

use beraad::cli::{arguments::Arguments, dutch, manual};

/// Words that clap would say by itself, or that a comment of the source would.
const ENGLISH: [&str; 17] = [
    " the ",
    "How ",
    "What ",
    "Usage",
    "Options",
    "OPTIONS",
    "Print",
    "default",
    "possible values",
    "error:",
    "tip:",
    "Commands",
    "Arguments",
    "COMMAND",
    "required",
    "unexpected",
    "aliases",
];

fn is_dutch(text: &str) {
    for word in ENGLISH {
        assert!(!text.contains(word), "“{word}” in:\n{text}");
    }
}

#[test]
fn the_help_of_every_command_is_dutch_and_has_examples() {
    let mut root = dutch::command();
    root.build();
    let seen = every_command(&mut root, &mut |command| {
        let help = command.render_long_help().to_string();
        is_dutch(&help);
        is_dutch(&command.render_help().to_string());
        is_dutch(&command.render_usage().to_string().replacen("Usage:", "", 1));
        let last = !command.has_subcommands() || command.get_name() == "beraad";
        assert!(!last || help.contains("Voorbeelden:\n  beraad "), "no examples: {help}");
        assert!(command.get_about().is_some());
    });
    assert!(seen >= 22, "{seen}");
}

/// Does something with a command and with all below it; says how many they are.
fn every_command(command: &mut clap::Command, to: &mut dyn FnMut(&mut clap::Command)) -> usize {
    to(command);
    1 + command.get_subcommands_mut().map(|below| every_command(below, to)).sum::<usize>()
}

#[test]
fn what_an_option_is_without_being_given_is_said_in_dutch() {
    let mut root = dutch::command();
    root.build();
    let mut new = root.find_subcommand("reactie").unwrap().find_subcommand("nieuw").unwrap().clone();
    for help in [new.render_long_help(), new.render_help()] {
        let help = help.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            help.contains("[kies uit: formulier, e-mail, telefoon, gesprek; zonder deze optie: telefoon]"),
            "{help}"
        );
    }
}

#[test]
fn every_man_page_is_dutch() {
    for (name, page) in manual::pages().unwrap() {
        let page = String::from_utf8(page).unwrap();
        is_dutch(&page);
        assert!(page.contains("OVERZICHT") && page.contains("VOORBEELDEN"), "{name}");
    }
}

/// What names the speaker elsewhere does so for the note.
#[test]
fn a_note_is_asked_for_by_either_word() {
    let parse = |word| format!("{:?}", dutch::parse(["beraad", "spreeknotitie", word, "zee"]).unwrap());
    assert_eq!(parse("--namens"), parse("--voor"));
}

#[test]
fn the_english_words_work() {
    for (english, dutch) in [
        ("build", "maak"),
        ("bundle", "bundel"),
        ("cover", "oplegger"),
        ("consult", "raadpleging"),
        ("minutes", "verslag"),
        ("decisions", "besluitenlijst"),
        ("actions", "acties"),
        ("composition", "samenstelling"),
        ("check", "controleer"),
        ("templates", "sjablonen"),
        ("completions", "aanvullen"),
        ("man", "handleiding"),
    ] {
        let needed: &[&str] = match dutch {
            "maak" | "bundel" => &["--naar", "x"],
            "sjablonen" => &["x"],
            "aanvullen" => &["bash"],
            _ => &[],
        };
        let parse = |word| {
            format!(
                "{:?}",
                dutch::parse([&["beraad", word][..], needed].concat()).unwrap_or_else(|error| panic!("{error}"))
            )
        };
        assert_eq!(parse(english), parse(dutch));
    }
}

#[test]
fn a_wrong_command_line_is_explained_in_dutch() {
    let cases: [(&[&str], &str); 13] = [
        (&["agneda"], "de opdracht “agneda” bestaat niet.\n\nBedoelde u agenda?"),
        (&["huppeldepup"], "de opdracht “huppeldepup” bestaat niet."),
        (&["agenda", "--frmaat", "x"], "--frmaat bestaat niet, of kan hier niet.\n\nBedoelde u --formaat?"),
        (&["agenda", "-f", "pdf"], "“pdf” kan niet bij --formaat <FORMAAT>.\n\nKies uit: md, html"),
        (&["agenda", "-o"], "achter --uitvoer <BESTAND|MAP> ontbreekt een waarde."),
        (&["agenda", "--vandaag", "gisteren"], "“gisteren” kan niet bij --vandaag <DATUM>: dit is geen datum"),
        (&["agenda", "-f", "md", "-f", "html"], "--formaat <FORMAAT> staat er twee keer."),
        (&["agenda", "--annotatie", "--openbaar"], "--intern kan niet samen met --openbaar."),
        (&["verslag", "--intern", "--openbaar"], "--intern kan niet samen met --openbaar."),
        (&["agenda", "een", "twee"], "twee bestaat niet, of kan hier niet."),
        (&["maak"], "hier ontbreekt --naar <MAP>."),
        (&["schema", "agenda"], "“agenda” kan niet bij [SOORT].\n\nKies uit: convenant,"),
        (&["aanvullen"], "hier ontbreekt <TERMINAL>."),
    ];
    for (words, expected) in cases {
        let stop = dutch::parse([&["beraad"], words].concat()).map(|_: Arguments| ()).unwrap_err();
        let said = stop.to_string();
        assert!(said.contains(expected), "{words:?} says:\n{said}");
        assert_eq!(stop.exit_code(), 2);
        is_dutch(&said);
    }
}
