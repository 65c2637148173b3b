//! What was sent and says something else now is shown to nobody outside until it was sent again.

use std::fs;
use std::path::{Path, PathBuf};

use super::examples::files;
use super::faults::copy;

const MEETING: &str = "2025-10-02-bestuur";

/// The dossier with closed items, of which one agenda was sent by the program, before its meeting.
struct Dossier(tempfile::TempDir);

impl Dossier {
    fn sent() -> Self {
        Self::sent_as(|text| text)
    }

    /// The same, of which each file says something else.
    fn sent_as(says: impl Fn(String) -> String) -> Self {
        let place = tempfile::tempdir().unwrap();
        copy(Path::new("examples/besloten"), &place.path().join("d"));
        let dossier = Self(place);
        for file in [
            "convenant.toml",
            "2025-10-02-bestuur/vergadering.toml",
            "2025-11-06-bestuur/vergadering.toml",
            "2025-12-04-bestuur/vergadering.toml",
        ]
        .map(|file| dossier.path("d").join(file))
        {
            fs::write(&file, says(fs::read_to_string(&file).unwrap())).unwrap();
        }
        let later = ["vaststelling.toml", "verslag.toml", "verzending.toml"].map(|file| format!("d/{MEETING}/{file}"));
        for file in later.iter().map(String::as_str).chain(["d/voortgang.toml"]) {
            fs::remove_file(dossier.path(file)).unwrap();
        }
        dossier.change("d/convenant.toml", ", \"concept\"", ", \"stukken\"");
        let (status, said) = dossier.run("verzend agenda");
        assert_eq!(status, 0, "{said}");
        dossier
    }

    /// Nothing in it is closed, and it was made public with a title that is known again.
    fn titled() -> Self {
        let dossier = Self::sent_as(|text| text.replace("besloten = true", "besloten = false"));
        let meeting = format!("d/{MEETING}/vergadering.toml");
        dossier.change(&meeting, "titel = \"Een open punt\"", "titel = \"Een Punt Openbaar\"");
        assert_eq!(dossier.run("verzend nazending").0, 0);
        assert_eq!(dossier.public().0, 0);
        assert!(dossier.made().contains("Punt Openbaar"));
        dossier
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn change(&self, file: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        assert!(text.contains(old), "{old} is not in {file}");
        fs::write(self.path(file), text.replacen(old, new, 1)).unwrap();
    }

    /// Somebody works as a civil servant.
    fn employ(&self, id: &str, name: &str) {
        let file = self.path("d/personen.toml");
        let person = format!("\n[persoon.{id}]\nnaam = \"{name}\"\nfunctie = \"adviseur\"\npartij = \"akkerbuurt\"\n");
        fs::write(&file, fs::read_to_string(&file).unwrap() + &person).unwrap();
    }

    fn template(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path("d/templates")).unwrap();
        fs::write(self.path("d/templates").join(name), text).unwrap();
    }

    /// Runs a command on the meeting, ten days before it: the status, and all that was said.
    fn run(&self, words: &str) -> (i32, String) {
        self.run_on("2025-09-22", words)
    }

    fn run_on(&self, today: &str, words: &str) -> (i32, String) {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_beraad"));
        command.env("NO_COLOR", "1").current_dir(self.0.path()).args(["--dossier", "d", "--vandaag", today]);
        let output = command.args(words.split(' ')).arg(MEETING).output().unwrap();
        let all = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8_lossy(&all).into_owned())
    }

    fn public(&self) -> (i32, String) {
        self.run("maak --openbaar --naar uit")
    }

    /// Everything that was made.
    fn made(&self) -> String {
        files(&self.path("uit")).into_values().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
    }
}

/// What is changed, into what, and whether everybody would see it.
const CHANGES: [(&str, &str, &str, bool); 8] = [
    ("the title", "titel = \"Een open punt\"", "titel = \"Een ANDER punt\"", true),
    ("the decision", "met het open voorstel.", "met het ANDERE voorstel.", true),
    ("a decision more", "voorstel.\"]", "voorstel.\", \"Te kiezen voor ANDERS.\"]", true),
    ("the explanation", "Dit mag iedereen lezen.", "Dit mag iedereen ANDERS lezen.", true),
    ("the title of a paper", "titel = \"Een open stuk\"", "titel = \"Een ANDER stuk\"", true),
    (
        "the treatment",
        "behandeling = \"ter instemming\"\nindiener = \"voorbeeldstad\"",
        "behandeling = \"ter bespreking\"\nindiener = \"voorbeeldstad\"",
        true,
    ),
    ("a closed title", "GEHEIM-4: een besloten punt", "GEHEIM-4: een ANDER punt", false),
    ("a closed decision", "In te stemmen met GEHEIM-5.", "In te stemmen met ANDERS.", false),
];

const CHANGED: &str = "De nieuwe tekst is nog niet verzonden";
const AFTERWARDS: &str = "daarna gewijzigd, en niet vastgelegd dat dat is nagezonden";

#[test]
fn what_was_changed_after_its_sending_is_not_public() {
    for (what, old, new, is_seen) in CHANGES {
        let dossier = Dossier::sent();
        assert_eq!(dossier.public().0, 0, "{what}");
        dossier.change(&format!("d/{MEETING}/vergadering.toml"), old, new);
        let (status, said) = dossier.public();
        assert_eq!(status, 0, "{what}: {said}");
        assert_eq!(said.contains("beraad verzend nazending"), is_seen, "{what}: {said}");
        let made = dossier.made();
        assert!(!made.contains("ANDER") && made.contains(CHANGED) == is_seen, "{what}");
        assert!(made.contains("Sluiting"), "{what}: other items are there");
        let (status, one) = dossier.run("agenda --openbaar");
        assert!(status == 0 && !one.contains("ANDER") && one.contains(CHANGED) == is_seen, "{what}: {one}");
        assert!(!dossier.run("agenda").1.contains(CHANGED), "{what}");
        if is_seen {
            assert_eq!(dossier.run("verzend nazending").0, 0, "{what}");
            assert_eq!(dossier.public().0, 0, "{what}");
            assert!(what == "the treatment" || dossier.made().contains("ANDER"), "{what}");
        }
    }
}

/// Nothing that was changed goes by another way, and nothing true is held up by it.
#[test]
fn whatever_else_was_done_what_was_changed_is_not_public() {
    let (_, old, new, _) = CHANGES[0];
    let meeting = format!("d/{MEETING}/vergadering.toml");
    let withdrawn = "vervallen = { datum = 2025-09-20, reden = \"Ziekte.\" }";
    let (item, place) = ("duur = 25", "locatie = \"Stadhuis Voorbeeldstad\"");
    for (what, file, from, to, also) in [
        ("the item withdrawn", meeting.as_str(), item, &format!("{item}\n{withdrawn}"), CHANGED),
        ("the meeting cancelled", meeting.as_str(), place, &format!("{withdrawn}\n{place}"), "Ziekte."),
    ] {
        let dossier = Dossier::sent();
        dossier.change(&meeting, old, new);
        dossier.change(file, from, to);
        let (status, said) = dossier.public();
        let made = dossier.made();
        assert!(status == 0 && !made.contains("ANDER") && made.contains(also), "{what}: {said}");
    }
    // only what is withdrawn: that it is, and when that was sent why and whither
    let dossier = Dossier::sent();
    let withdrawn_to = withdrawn.replace(" }", ", naar = \"2025-12-04-bestuur\" }");
    let whither = "naar de vergadering van donderdag 4 december 2025";
    dossier.change(&meeting, item, &format!("{item}\n{withdrawn_to}"));
    assert_eq!(dossier.public().0, 0);
    let (made, all) = (dossier.made(), dossier.run("agenda").1);
    assert!(made.contains("Vervallen op") && !made.contains("Ziekte.") && !made.contains(whither));
    assert!(!made.contains(CHANGED) && all.contains("Ziekte.") && all.contains(whither), "{all}");
    assert_eq!(dossier.run("verzend nazending").0, 0);
    assert_eq!(dossier.public().0, 0);
    assert!(dossier.made().contains("Ziekte.") && dossier.made().contains(whither));
    // a first sending that was written down by hand says nothing, a later one does
    let dossier = Dossier::sent();
    fs::write(
        dossier.path(&format!("d/{MEETING}/verzending.toml")),
        "[[zending]]\ndatum = 2025-09-18\nsoort = \"agenda\"\n",
    )
    .unwrap();
    assert_eq!(dossier.run("verzend nazending").0, 0);
    dossier.change(&meeting, old, new);
    assert_eq!(dossier.public().0, 0);
    assert!(!dossier.made().contains("ANDER"));
    // drafts may be seen
    let dossier = Dossier::sent();
    dossier.change(&meeting, old, new);
    dossier.change("d/convenant.toml", "\"agenda\", ", "\"agenda\", \"concept\", ");
    assert_eq!(dossier.public().0, 0);
    assert!(dossier.made().contains("ANDER"));
}

type Change = fn(&Dossier);

const OBSTACLES: [(&str, Change); 11] = [
    ("nothing", |_| {}),
    ("another item changed", |it| {
        it.change(&format!("d/{MEETING}/vergadering.toml"), "titel = \"Sluiting\"", "titel = \"Slot\"");
    }),
    ("a fault in the meeting", |it| it.change(&format!("d/{MEETING}/vergadering.toml"), "duur = 5", "duuur = 5")),
    ("a template that is broken", |it| it.template("agenda.md", "{% if %}")),
    ("a template that breaks as it is used", |it| it.template("besluitenlijst.md", "{{ 1 / 0 }}")),
    ("a template of the index that breaks", |it| it.template("inhoud.md", "{{ 1 / 0 }}")),
    ("a logo that is not there", |it| {
        it.change("d/convenant.toml", "[openbaarheid]", "[huisstijl]\nlogo = \"weg.svg\"\n\n[openbaarheid]");
    }),
    ("a fault in the covenant", |it| it.change("d/convenant.toml", "[openbaarheid]", "[open]\n[openbaarheid]")),
    ("a fault in the progress", |it| fs::write(it.path("d/voortgang.toml"), "x = [[[").unwrap()),
    ("a folder in the way", |it| {
        fs::remove_file(it.path(&format!("uit/{MEETING}/agenda.html"))).unwrap();
        fs::create_dir(it.path(&format!("uit/{MEETING}/agenda.html"))).unwrap();
    }),
    ("a link that leads nowhere", |it| {
        fs::remove_file(it.path("uit/index.html")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("nergens", it.path("uit/index.html")).unwrap();
    }),
];

/// Closes the item, as somebody may write it.
fn close(it: &Dossier, line: &str) {
    it.change(&format!("d/{MEETING}/vergadering.toml"), "id = \"open-punt\"", &format!("id = \"open-punt\"\n{line}"));
}

const REASONS: [(&str, Change); 13] = [
    ("closed", |it| close(it, "besloten = true")),
    ("closed with another word", |it| close(it, "besloten = ja")),
    ("closed with a text", |it| close(it, "besloten = \"ja\"")),
    ("closed with a capital", |it| close(it, "besloten = True")),
    ("closed with a colon", |it| close(it, "besloten: true")),
    ("closed with another key", |it| close(it, "Besloten = true")),
    ("closed with a slip", |it| close(it, "beslote = true")),
    ("closed without a sign", |it| close(it, "besloten ja")),
    ("a civil servant", |it| it.employ("piet", "Punt Openbaar")),
    ("nothing is public", |it| it.change("d/convenant.toml", "bestuur = [\"agenda\"", "#bestuur = [\"agenda\"")),
    ("agendas are not", |it| it.change("d/convenant.toml", "bestuur = [\"agenda\", ", "bestuur = [")),
    ("everywhere", |it| it.employ("jan", "Voorbeeldstad en omgeving")),
    ("unsent", |it| fs::remove_file(it.path(&format!("d/{MEETING}/verzending.toml"))).unwrap()),
];

/// What may not be seen any more goes, whatever stands in the way of making it anew.
#[test]
fn what_has_to_go_goes_whatever_stands_in_the_way() {
    for (obstacle, hinder) in OBSTACLES {
        for (reason, close) in REASONS {
            let dossier = Dossier::titled();
            hinder(&dossier);
            close(&dossier);
            let (status, said) = dossier.public();
            if obstacle == "a link that leads nowhere" {
                fs::remove_file(dossier.path("uit/index.html")).unwrap();
            }
            assert!(!dossier.made().contains("Punt Openbaar"), "{obstacle}, {reason}: {status} {said}");
            // where nothing is hidden, what else was made stays and is told
            let hides = !["agendas are not", "unsent"].contains(&reason);
            assert!(!hides || !said.contains("staan nog"), "{obstacle}, {reason}: {said}");
            if obstacle == "a fault in the meeting" && !reason.starts_with("closed ") {
                assert!(said.contains("duuur"), "{reason}: {said}");
            }
            if ["a folder in the way", "a link that leads nowhere"].contains(&obstacle) {
                let place = if obstacle.contains("folder") { "/agenda.html" } else { "uit/index.html" };
                assert!(status == 2 && said.contains(place), "{obstacle}, {reason}: {status} {said}");
            }
        }
    }
}

/// Of a meeting with faults the papers stay that the dossier gives still, and that is said; of one that is cancelled, or that
/// nobody can read, nobody knows what may stay.
#[test]
fn what_stays_of_a_meeting_with_faults_is_said() {
    let meeting = format!("d/{MEETING}/vergadering.toml");
    for (obstacle, hinder) in OBSTACLES.iter().filter(|(obstacle, _)| obstacle.starts_with("a fault")) {
        let dossier = Dossier::titled();
        hinder(&dossier);
        let (status, said) = dossier.public();
        assert!(status == 1 && dossier.made().contains("Punt Openbaar"), "{obstacle}: {status} {said}");
        assert!(said.contains("staan eerdere openbare stukken er nog"), "{obstacle}: {said}");
        let place = "locatie = \"Stadhuis Voorbeeldstad\"";
        let withdrawn = format!("vervallen = {{ datum = 2025-09-20, reden = \"Ziekte.\" }}\n{place}");
        dossier.change(&meeting, place, &withdrawn);
        let (status, said) = dossier.public();
        assert!(status == 1 && !dossier.made().contains("Punt Openbaar"), "{obstacle}: {status} {said}");
        assert!(said.contains("konden worden gemaakt"), "{obstacle}: {said}");
    }
    let dossier = Dossier::titled();
    fs::write(dossier.path(&meeting), "x = [[[").unwrap();
    let (status, said) = dossier.public();
    assert!(status == 1 && !dossier.made().contains("Punt Openbaar"), "{status} {said}");
}

/// When nothing can be taken away, it is said that what was made earlier stands there.
#[test]
fn what_stands_there_is_told_when_nothing_can_be_done() {
    let ways: [(&str, Change); 4] = [
        ("the list may be read only", |it| {
            let list = it.path("uit/.beraad-uitvoer.txt");
            let mut rights = fs::metadata(&list).unwrap().permissions();
            rights.set_readonly(true);
            fs::set_permissions(&list, rights).unwrap();
        }),
        ("the list is a folder", |it| {
            fs::remove_file(it.path("uit/.beraad-uitvoer.txt")).unwrap();
            fs::create_dir(it.path("uit/.beraad-uitvoer.txt")).unwrap();
        }),
        ("no lock", |it| fs::create_dir(it.path("uit/.beraad-slot")).unwrap()),
        ("a document for others", |it| {
            let (status, said) = it.run("agenda -f html -o elders/agenda.html");
            assert_eq!(status, 0, "{said}");
            fs::rename(it.path("elders/agenda.html"), it.path("uit/zz.html")).unwrap();
        }),
    ];
    for (way, hinder) in ways {
        let dossier = Dossier::titled();
        hinder(&dossier);
        close(&dossier, "besloten = true");
        let (status, said) = dossier.public();
        assert!(status == 2 && dossier.made().contains("Punt Openbaar"), "{way}: {status} {said}");
        assert!(said.contains("eerdere openbare stukken staan nog in uit"), "{way}: {said}");
    }
}

/// Every key of a meeting and of an item: what becomes of it in the test, or why it may change without anybody being told.
enum Key {
    /// These words become those.
    Told(&'static str, &'static str),
    /// It may change.
    Free(&'static str),
}

const BEGIN: &str = "begin = 15:00:00";
const ITEM: &str = "indiener = \"voorbeeldstad\"";

const OF_MEETING: [(&str, Key); 13] = [
    ("overleg", Key::Free("the folder has its name, so it stays")),
    ("datum", Key::Told("datum = 2025-10-02", "datum = 2025-10-03\nverplaatst_van = [2025-10-02]")),
    ("laatste_dag", Key::Told(BEGIN, "begin = 15:00:00\nlaatste_dag = 2025-10-03")),
    ("begin", Key::Told(BEGIN, "begin = 15:30:00")),
    ("einde", Key::Told("einde = 16:30:00", "einde = 17:00:00")),
    ("locatie", Key::Told("Stadhuis Voorbeeldstad", "Raadzaal")),
    (
        "link",
        Key::Told(BEGIN, "begin = 15:00:00\nvorm = \"digitaal\"\nlink = \"https://www.voorbeeldstad.example/mee\""),
    ),
    ("vorm", Key::Told(BEGIN, "begin = 15:00:00\nvorm = \"hybride\"")),
    ("sluiting", Key::Told(BEGIN, "vorm = \"schriftelijk\"\nsluiting = 2025-10-06")),
    ("verplaatst_van", Key::Free("it comes with another day, which is told")),
    ("vervallen", Key::Free("nothing is sent of what does not take place; every paper says so")),
    ("reageren_tot", Key::Free("it stands in no agenda, but with every question")),
    ("voorbeeld", Key::Free("it says of the dossier that it is no real one")),
];

const OF_ITEM: [(&str, Key); 28] = [
    ("id", Key::Free("it stands in no paper")),
    ("titel", Key::Told("titel = \"Een open punt\"", "titel = \"Een ander punt\"")),
    ("behandeling", Key::Told("instemming\"\nindiener = \"voorbeeldstad", "bespreking\"\nindiener = \"voorbeeldstad")),
    ("hamerstuk", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\nhamerstuk = true")),
    ("indiener", Key::Told(ITEM, "indiener = \"akkerbuurt\"")),
    ("opsteller", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\nopsteller = \"beleidsadviseur\"")),
    ("portefeuillehouder", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\nportefeuillehouder = \"wethouder\"")),
    ("contact", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\ncontact = \"beleidsadviseur\"")),
    ("zaaknummer", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\nzaaknummer = \"12-34\"")),
    ("duur", Key::Free("the chair shifts within the time of the meeting, which is told")),
    ("besproken_in", Key::Free("a reference, which comes as it becomes known where it was discussed")),
    ("vervolg_op", Key::Free("a reference")),
    ("verslag_van", Key::Free("title and requested decisions say which minutes are adopted")),
    ("actielijst", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\nactielijst = true")),
    ("gevraagd", Key::Told("met het open voorstel.", "met het andere voorstel.")),
    ("toelichting", Key::Told("Dit mag iedereen lezen.", "Dit mag iedereen nu lezen.")),
    ("argumenten", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\nargumenten = \"Het helpt.\"")),
    ("juridisch", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\njuridisch = \"Niets.\"")),
    ("financien", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\nfinancien = \"Het kost niets.\"")),
    ("kanttekeningen", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\nkanttekeningen = \"Het is veel.\"")),
    ("communicatie", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\ncommunicatie = \"Op de website.\"")),
    ("vervolg", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\nvervolg = \"Er komt een plan.\"")),
    ("intern", Key::Free("it is for chair and secretary, and sent to nobody")),
    ("vast_te_stellen_door", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\nvast_te_stellen_door = \"akkerbuurt\"")),
    ("besloten", Key::Told(ITEM, "indiener = \"voorbeeldstad\"\nbesloten = true")),
    ("onder", Key::Free("its number is frozen, and one that does not fit it is refused")),
    ("nummer", Key::Free("it was frozen when it was sent")),
    (
        "vervallen",
        Key::Told(ITEM, "indiener = \"voorbeeldstad\"\nvervallen = { datum = 2025-09-20, reden = \"Ziekte.\" }"),
    ),
];

const OF_PAPER: [(&str, Key); 6] = [
    ("titel", Key::Told("titel = \"Een open stuk\"", "titel = \"Een ander stuk\"")),
    ("bestand", Key::Told("bestand = \"stukken/open.md\"", "bestand = \"stukken/besloten.md\"")),
    ("adres", Key::Told("bestand = \"stukken/open.md\"", "adres = \"https://www.voorbeeldstad.example/stuk\"")),
    ("volgt", Key::Told("bestand = \"stukken/open.md\"", "volgt = 2025-09-26")),
    ("mondeling", Key::Told("bestand = \"stukken/open.md\"", "mondeling = true")),
    ("besloten", Key::Free("no text changes by it; who opens or closes a paper means that at once")),
];

#[test]
fn every_key_that_an_agenda_prints_is_told_when_it_changes_or_may_change() {
    let kind = beraad::dossier::format::KINDS.iter().find(|kind| kind.name == "vergadering").unwrap();
    let below = |table: &'static beraad::dossier::format::Table, name: &str| {
        let key = table.keys.iter().find(|key| key.name == name).unwrap();
        match &key.value {
            beraad::dossier::format::Value::Table(table) | beraad::dossier::format::Value::Tables(table) => *table,
            _ => panic!("{name} is no table"),
        }
    };
    let item = below(&kind.table, "agendapunt");
    let tables = [
        (below(&kind.table, "vergadering"), OF_MEETING.as_slice()),
        (item, &OF_ITEM),
        (below(item, "stuk"), &OF_PAPER),
    ];
    for (table, keys) in tables {
        let known = |name: &str| name == "stuk" || keys.iter().any(|(key, _)| *key == name);
        let missing: Vec<&str> = table.keys.iter().map(|key| key.name).filter(|name| !known(name)).collect();
        assert!(missing.is_empty(), "is it told when these change? {missing:?}");
        for (key, what) in keys {
            let Key::Told(old, new) = what else {
                assert!(matches!(what, Key::Free(reason) if !reason.is_empty()));
                continue;
            };
            let dossier = Dossier::sent();
            dossier.change(&format!("d/{MEETING}/vergadering.toml"), old, new);
            let (_, found) = dossier.run("controleer --alleen veranderd-na-verzending");
            assert!(found.contains("waarschuwing[veranderd-na-verzending]"), "{key}: {found}");
            let (_, agenda) = dossier.run("agenda");
            assert!(agenda.contains("daarna gewijzigd, nog niet nagezonden"), "{key}: {agenda}");
            let (status, said) = dossier.run("verzend nazending");
            assert!(status == 0 && said.contains("Vastgelegd"), "{key}: {said}");
            let (_, found) = dossier.run("controleer --alleen veranderd-na-verzending");
            assert!(!found.contains("waarschuwing["), "{key}: {found}");
        }
    }
}

/// After the meeting the agenda is what was sent: another text is found, and is not public until it is known to have lain there.
#[test]
fn what_was_changed_after_the_meeting_is_not_the_agenda() {
    let after = "2025-10-06";
    let meeting = format!("d/{MEETING}/vergadering.toml");
    for (what, old, new, is_seen) in CHANGES {
        let dossier = Dossier::sent();
        dossier.change(&meeting, old, new);
        let (_, found) = dossier.run_on(after, "controleer --alleen veranderd-na-verzending");
        assert!(found.contains("voor de vergadering is verzonden"), "{what}: {found}");
        let (status, said) = dossier.run_on(after, "maak --openbaar --naar uit");
        assert_eq!(status, 0, "{what}: {said}");
        assert_eq!(said.contains("zegt niet meer wat er is verzonden"), is_seen, "{what}: {said}");
        assert!(!dossier.made().contains("ANDER"), "{what}");
        let (_, one) = dossier.run_on(after, "agenda --openbaar");
        assert!(!one.contains("ANDER") && one.contains("Sluiting") != is_seen, "{what}: {one}");
        let (status, said) = dossier.run_on(after, "verzend nazending --datum 2025-10-02");
        assert_eq!(status, 0, "{what}: {said}");
        let (_, one) = dossier.run_on(after, "agenda --openbaar");
        assert!(one.contains("Sluiting"), "{what}: {one}");
        let (_, found) = dossier.run_on(after, "controleer --alleen veranderd-na-verzending");
        assert!(!found.contains("waarschuwing["), "{what}: {found}");
    }
    // what came to the table was not sent, until that is recorded
    let dossier = Dossier::sent();
    fs::write(dossier.path(&format!("d/{MEETING}/stukken/later.md")), "Uitgedeeld.\n").unwrap();
    dossier.change(
        &meeting,
        "bestand = \"stukken/open.md\"",
        "bestand = \"stukken/open.md\"\n\n[[agendapunt.stuk]]\ntitel = \"Later\"\nbestand = \"stukken/later.md\"",
    );
    let (_, one) = dossier.run("agenda --openbaar");
    assert!(one.contains("Een open punt") && !one.contains("Later"), "before the meeting: {one}");
    let (_, one) = dossier.run_on(after, "agenda --openbaar");
    assert!(one.contains("Een open punt") && !one.contains("Later") && !one.contains("gewijzigd"), "{one}");
    let (_, found) = dossier.run_on(after, "controleer --alleen veranderd-na-verzending");
    assert!(found.contains("“Later” bij punt 2 is niet verzonden"), "{found}");
    let (_, one) = dossier.run_on(after, "agenda");
    assert!(one.contains("Later") && one.contains(AFTERWARDS), "{one}");
    assert_eq!(dossier.run_on(after, "verzend nazending --datum 2025-10-02").0, 0);
    let (_, one) = dossier.run_on(after, "agenda --openbaar");
    assert!(one.contains("Later"), "{one}");
    let (_, found) = dossier.run_on(after, "controleer --alleen veranderd-na-verzending");
    assert!(!found.contains("waarschuwing["), "{found}");
}

/// Every key that is told when it changes is found when it changed after the meeting, and told on the agenda: to everybody as far
/// as everybody sees it.
#[test]
fn what_changed_after_the_meeting_is_found_and_told() {
    let after = "2025-10-06";
    // another day, and a round, are another meeting: that has not been then
    let all = OF_MEETING.iter().filter(|(key, _)| !["datum", "laatste_dag", "sluiting"].contains(key));
    for (key, what) in all.chain(&OF_ITEM).chain(&OF_PAPER) {
        let Key::Told(old, new) = what else { continue };
        let dossier = Dossier::sent();
        dossier.change(&format!("d/{MEETING}/vergadering.toml"), old, new);
        let (_, found) = dossier.run_on(after, "controleer --alleen veranderd-na-verzending");
        assert!(found.contains("waarschuwing[veranderd-na-verzending]"), "{key}: {found}");
        assert!(found.contains("--datum 2025-10-02"), "{key}: {found}");
        let (_, agenda) = dossier.run_on(after, "agenda");
        assert!(agenda.contains(AFTERWARDS), "{key}: {agenda}");
        let (status, agenda) = dossier.run_on(after, "agenda --openbaar");
        // of what is closed now, everybody sees nothing but that
        assert!(status != 0 || agenda.contains(AFTERWARDS) || *key == "besloten", "{key}: {agenda}");
        let (status, said) = dossier.run_on(after, "verzend nazending --datum 2025-10-02");
        assert!(status == 0 && said.contains("Vastgelegd"), "{key}: {said}");
        let (_, found) = dossier.run_on(after, "controleer --alleen veranderd-na-verzending");
        assert!(!found.contains("waarschuwing["), "{key}: {found}");
    }
}

/// That a closed item was withdrawn everybody may know, and when; not why.
#[test]
fn of_a_closed_item_that_was_withdrawn_everybody_sees_that() {
    let dossier = Dossier::sent();
    dossier.change(
        &format!("d/{MEETING}/vergadering.toml"),
        "titel = \"GEHEIM-4: een besloten punt\"",
        "titel = \"GEHEIM-4: een besloten punt\"\nvervallen = { datum = 2025-09-21, reden = \"GEHEIM-99.\" }",
    );
    for (command, told) in [("agenda --openbaar", true), ("agenda", false)] {
        let (status, agenda) = dossier.run(command);
        let withdrawn = "~~Besloten agendapunt~~\n\n**Vervallen op zondag 21 september 2025**\n\n";
        assert_eq!((status, agenda.contains(withdrawn)), (0, told), "{agenda}");
        assert_eq!(agenda.contains("GEHEIM-99"), !told, "{agenda}");
    }
    assert_eq!(dossier.public().0, 0);
    assert!(!dossier.made().contains("GEHEIM") && dossier.made().contains("Vervallen op zondag 21 september"));
}
