//! Minutes that were laid down stay as they are, whatever is moved or sent later, and however the program told of it then.

use std::fs;
use std::path::Path;

use super::rules::lay;

const MEETING: &str = "2025-10-09-beraad";
const NEXT: &str = "2025-12-11-beraad";

/// A dossier of which the minutes were laid down.
struct Dossier(tempfile::TempDir);

impl Dossier {
    /// With an item that went to a later meeting, and an agenda of which nobody wrote down for when it was sent.
    fn laid_down() -> Self {
        let dossier = Self(tempfile::tempdir().unwrap());
        lay(dossier.0.path(), &[("voortgang.toml", "weg", "")]);
        for party in ["eikerveen", "cedersluis", "dorrewoud"] {
            let _ = fs::remove_file(dossier.place(MEETING, &format!("raadpleging/{party}")));
        }
        let withdrawn = "vervallen = { datum = 2025-10-02, reden = \"Later.\", naar = \"2026-01-15-beraad\" }";
        dossier.change(MEETING, "vergadering", "id = \"scholing\"", &format!("id = \"scholing\"\n{withdrawn}"));
        dossier.write(
            MEETING,
            "verslag",
            "[verslag]\nopgesteld = 2025-10-15\n\n[[punt]]\nagendapunt = \"werkplan\"\nuitkomst = \"ingestemd\"\n",
        );
        dossier.write(
            NEXT,
            "verslag",
            "[verslag]\nopgesteld = 2025-12-15\n\n[[punt]]\nagendapunt = \"verslag\"\nuitkomst = \"vastgesteld\"\n",
        );
        let later = "[vergadering]\noverleg = \"beraad\"\ndatum = 2026-01-15\nbegin = 14:00:00\neinde = 16:00:00\n";
        dossier.write("2026-01-15-beraad", "vergadering", later);
        let (status, said) = dossier.run("vastleggen");
        assert_eq!(status, 0, "{said}");
        dossier
    }

    fn place(&self, meeting: &str, kind: &str) -> std::path::PathBuf {
        self.0.path().join(meeting).join(Path::new(kind).with_extension("toml"))
    }

    fn write(&self, meeting: &str, kind: &str, text: &str) {
        let place = self.place(meeting, kind);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }

    fn change(&self, meeting: &str, kind: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.place(meeting, kind)).unwrap();
        assert!(text.contains(old), "{old} is not in {meeting}/{kind}");
        self.write(meeting, kind, &text.replacen(old, new, 1));
    }

    fn run(&self, words: &str) -> (i32, String) {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_beraad"));
        command.env("NO_COLOR", "1").current_dir(self.0.path()).args(["--vandaag", "2025-12-20"]);
        let output = command.args(words.split(' ')).output().unwrap();
        let all = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8_lossy(&all).into_owned())
    }

    fn minutes(&self) -> (i32, String) {
        self.run(&format!("verslag {MEETING}"))
    }
}

type Change = fn(&Dossier);

const SENT: &str = "soort = \"agenda\"\ndatum = 2025-09-24\n";

/// What happens afterwards, or was recorded since as the program does it now.
const LATER: [(&str, Change); 6] = [
    ("the meeting to which it went was moved", |it| {
        it.change("2026-01-15-beraad", "vergadering", "2026-01-15", "2026-01-22\nverplaatst_van = [2026-01-15]");
    }),
    ("it became a round", |it| {
        it.change("2026-01-15-beraad", "vergadering", "begin", "vorm = \"schriftelijk\"\nsluiting = 2026-01-22\nbegin");
    }),
    ("the body has another name on that day", |it| {
        let place = it.0.path().join("convenant.toml");
        let text = fs::read_to_string(&place).unwrap();
        let former = "eerdere_naam = [{ naam = \"Regionaal Beraad\", tot = 2025-12-31 }]";
        let named = format!("naam = \"Nieuw Beraad\"\n{former}");
        assert!(text.contains("naam = \"Regionaal Beraad\""));
        fs::write(&place, text.replacen("naam = \"Regionaal Beraad\"", &named, 1)).unwrap();
    }),
    ("another day was sent for it, as nobody knew before", |it| {
        it.change("2026-01-15-beraad", "vergadering", "2026-01-15", "2026-01-22\nverplaatst_van = [2026-01-15]");
        let sent = |(id, more): (&str, &str)| format!("[[zending.punt]]\nagendapunt = \"{id}\"\nnummer = \"{more}\n");
        let items = [
            ("opening", "1\""),
            ("werkplan", "2\""),
            ("scholing", "3\"\nnaar_datum = 2026-01-22"),
            ("rondvraag", "4\""),
        ];
        let sent: String = items.into_iter().map(sent).collect();
        it.change(MEETING, "verzending", SENT, &format!("{SENT}{sent}"));
    }),
    ("the agenda was sent for other hours, as nobody knew before", |it| {
        let plan = "vergadering = { datum = 2025-10-09, begin = 09:00:00, einde = 11:00:00 }\n";
        it.change(MEETING, "verzending", SENT, &format!("{SENT}{plan}"));
    }),
    ("the agenda was sent for another day, as nobody knew before", |it| {
        let plan = "vergadering = { datum = 2025-10-10, begin = 14:00:00, einde = 16:00:00 }\n";
        it.change(MEETING, "verzending", SENT, &format!("{SENT}{plan}"));
    }),
];

#[test]
fn minutes_that_were_laid_down_say_the_same_whatever_comes_later() {
    let (status, then) = Dossier::laid_down().minutes();
    assert_eq!(status, 0, "{then}");
    assert!(then.contains("naar het Regionaal Beraad van donderdag 15 januari 2026"), "{then}");
    assert!(then.contains("**Tijd volgens de agenda:** 14.00 tot 16.00 uur"), "{then}");
    for (what, happens) in LATER {
        let dossier = Dossier::laid_down();
        happens(&dossier);
        assert_eq!(dossier.minutes(), (0, then.clone()), "{what}");
    }
}
