//! What is handed out for a meeting: whole, with links that lead to what is in it, the same in the folder and in the zip file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;

use beraad::cli::Status;

use super::examples::{beraad, dossiers, files};
use super::faults::copy;

const TODAY: &str = "2025-11-27";

/// The files in a zip file, by their paths.
pub fn within(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let count = zip.len();
    let file = |at| {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(file).collect()
}

/// The meetings of a dossier.
fn meetings(dossier: &Path) -> Vec<String> {
    let names = fs::read_dir(dossier).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut all: Vec<String> = names.filter(|name| name.starts_with("20")).collect();
    all.sort();
    all
}

fn bundle(dossier: &Path, meeting: &str, to: &Path, extra: &[&str]) -> Status {
    let [dossier, to] = [dossier, to].map(|path| path.to_str().unwrap());
    beraad(&[&["--dossier", dossier, "--vandaag", TODAY, "bundel", meeting, "--naar", to], extra].concat())
}

/// Every bundle of every dossier, for members and for everybody: its name and the folder in which it is.
fn each(mut look: impl FnMut(&str, &Path)) {
    let mut seen = BTreeSet::new();
    for (name, dossier) in dossiers() {
        for (public, extra) in [("", &[][..]), ("openbaar-", &["--openbaar"][..])] {
            for meeting in meetings(&dossier) {
                let out = tempfile::tempdir().unwrap();
                if bundle(&dossier, &meeting, out.path(), extra) == Status::Done {
                    look(&format!("bundel-{public}{meeting}"), out.path());
                    seen.insert((name.clone(), public));
                } else {
                    assert!(files(out.path()).is_empty(), "{name} {meeting}");
                    assert!(!public.is_empty(), "{name} {meeting}");
                }
            }
        }
    }
    assert!(seen.iter().filter(|(_, public)| !public.is_empty()).count() >= 3, "{seen:?}");
}

/// The files that a page links to, by their paths from the folder of the bundle.
fn linked(path: &str, page: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(page);
    let links = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let away = |link: &&str| ["https:", "http:", "mailto:", "tel:", "#", "data:"].iter().any(|it| link.starts_with(it));
    let within = links.filter(|link| !away(link)).map(|link| {
        let mut parts: Vec<&str> = path.split('/').collect();
        parts.pop();
        for part in link.split(['#', '?']).next().unwrap().split('/') {
            match part {
                ".." => assert!(parts.pop().is_some(), "{link} in {path} leads out of the folder"),
                part => parts.push(part),
            }
        }
        percent_decoded(&parts.join("/"))
    });
    within.collect()
}

fn percent_decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn every_link_leads_to_a_file_of_the_bundle_and_every_file_is_reached() {
    each(|name, out| {
        let made = files(&out.join(name));
        let (mut open, mut reached) = (vec!["index.html".to_owned()], BTreeSet::new());
        while let Some(path) = open.pop() {
            let bytes = made.get(&path).unwrap_or_else(|| panic!("{path} is not in {name}"));
            if reached.insert(path.clone()) && path.ends_with(".html") {
                open.extend(linked(&path, bytes));
            }
        }
        assert_eq!(reached, made.into_keys().collect(), "{name}");
    });
}

#[test]
fn the_zip_holds_the_files_of_the_folder_under_its_name() {
    each(|name, out| {
        let packed = within(&fs::read(out.join(format!("{name}.zip"))).unwrap());
        let there = files(&out.join(name)).into_iter().map(|(path, bytes)| (format!("{name}/{path}"), bytes)).collect();
        assert!(packed == there, "{name}: {:?}", packed.keys());
    });
}

#[test]
fn two_runs_give_the_same_bytes_and_a_second_run_writes_nothing() {
    for (_, dossier) in dossiers() {
        let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for meeting in meetings(&dossier) {
            for out in [one.path(), two.path()] {
                assert_eq!(bundle(&dossier, &meeting, out, &[]), Status::Done);
            }
        }
        let before = files(one.path());
        assert!(before == files(two.path()), "{}", dossier.display());
        let times = |out: &Path| {
            let of = |path: &String| fs::metadata(out.join(path)).unwrap().modified().unwrap();
            before.keys().filter(|path| !path.starts_with('.')).map(of).collect::<Vec<_>>()
        };
        let written = times(one.path());
        for meeting in meetings(&dossier) {
            bundle(&dossier, &meeting, one.path(), &[]);
        }
        assert!(written == times(one.path()), "{}", dossier.display());
    }
}

/// What a person is told, however it ends.
fn said(dossier: &Path, words: &[&str]) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_beraad"));
    command.env("NO_COLOR", "1").args(["--dossier", dossier.to_str().unwrap(), "--vandaag", TODAY]).args(words);
    let output = command.output().unwrap();
    format!("{}{}", output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr))
}

/// A copy of a dossier, and a folder to write in.
fn work(name: &str) -> (tempfile::TempDir, std::path::PathBuf, std::path::PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let (dossier, out) = (place.path().join("d"), place.path().join("uit"));
    copy(Path::new(name), &dossier);
    (place, dossier, out)
}

/// The text of a page without what is not read.
fn text(page: &Path) -> String {
    let page = fs::read_to_string(page).unwrap();
    let body = page.split_once("<body").unwrap().1;
    let parts = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    parts
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('\u{a0}', " ")
        .replace("&nbsp;", " ")
}

const DECEMBER: &str = "2025-12-04-bestuur";

#[test]
fn what_a_person_changed_stays_and_there_is_no_zip_that_says_otherwise() {
    let (_place, dossier, out) = work("examples/besloten");
    bundle(&dossier, DECEMBER, &out, &[]);
    let (folder, zip) = (out.join(format!("bundel-{DECEMBER}")), out.join(format!("bundel-{DECEMBER}.zip")));
    assert!(zip.is_file());
    let mine = "<p>Mijn inhoud</p>\n";
    fs::write(folder.join("index.html"), mine).unwrap();
    fs::write(folder.join("los.txt"), mine).unwrap();
    let told = said(&dossier, &["bundel", DECEMBER, "--naar", out.to_str().unwrap()]);
    assert!(told.starts_with('2') && told.contains("index.html") && told.contains("--overschrijf"), "{told}");
    assert!(told.contains("Er is geen zip gemaakt") && !zip.exists(), "{told}");
    assert_eq!(fs::read_to_string(folder.join("index.html")).unwrap(), mine);
    let told = said(&dossier, &["bundel", DECEMBER, "--overschrijf", "--naar", out.to_str().unwrap()]);
    assert!(told.starts_with('0'), "{told}");
    let packed = within(&fs::read(&zip).unwrap());
    assert!(packed.keys().all(|path| !path.ends_with("los.txt")), "{:?}", packed.keys());
    assert_eq!(fs::read_to_string(folder.join("los.txt")).unwrap(), mine);
    fs::write(&zip, mine).unwrap();
    let told = said(&dossier, &["bundel", DECEMBER, "--naar", out.to_str().unwrap()]);
    assert!(told.starts_with('2') && told.contains(".zip") && fs::read_to_string(&zip).unwrap() == mine, "{told}");
}

/// What was handed out before and is withdrawn stands in neither.
#[test]
fn a_paper_that_is_withdrawn_goes_out_of_folder_and_zip() {
    let (_place, dossier, out) = work("agendas");
    let meeting = "2025-12-11-regionaal-beraad";
    bundle(&dossier, meeting, &out, &[]);
    let held = |path: &str| {
        let zip = within(&fs::read(out.join(format!("bundel-{meeting}.zip"))).unwrap());
        let name = format!("bundel-{meeting}/{meeting}/stukken/{path}");
        (out.join(&name).exists(), zip.contains_key(&name))
    };
    assert_eq!(held("voorstel-vierde-locatie.md"), (true, true));
    let file = dossier.join(meeting).join("vergadering.toml");
    let whole = fs::read_to_string(&file).unwrap();
    let cut = whole.replace("bestand = \"stukken/voorstel-vierde-locatie.md\"", "volgt = 2025-12-04");
    assert_ne!(whole, cut);
    fs::write(&file, cut).unwrap();
    let told = said(&dossier, &["bundel", meeting, "--naar", out.to_str().unwrap()]);
    assert!(told.contains("Weggehaald, want het hoort niet meer bij deze bundel:"), "{told}");
    assert!(told.contains("- stuk 6.1, Voorstel vierde locatie: volgt op donderdag 4 december 2025\n"), "{told}");
    assert_eq!(held("voorstel-vierde-locatie.md"), (false, false));
    let page = text(&out.join(format!("bundel-{meeting}/index.html")));
    assert!(
        page.contains("Wat hier nog niet bij is")
            && page.contains("6.1 Voorstel vierde locatie: volgt op donderdag 4 december 2025"),
        "{page}"
    );
}

/// The meeting before has no minutes, or faulty ones: members read that, and the person who made it what to do.
#[test]
fn the_minutes_that_are_not_there_are_named() {
    let (_place, dossier, out) = work("examples/besloten");
    let minutes = dossier.join("2025-11-06-bestuur/verslag.toml");
    let make = || {
        let told = said(&dossier, &["bundel", DECEMBER, "--naar", out.to_str().unwrap()]);
        (told, text(&out.join(format!("bundel-{DECEMBER}/index.html"))))
    };
    let whole = fs::read_to_string(&minutes).unwrap();
    fs::remove_file(&minutes).unwrap();
    let (told, page) = make();
    assert!(told.contains("- Er is nog geen verslag van") && page.contains("er is nog geen verslag"), "{told}{page}");
    fs::write(&minutes, format!("{whole}\n[[punt]]\nagendapunt = \"weg\"\n")).unwrap();
    let (told, page) = make();
    assert!(told.starts_with('1'), "{told}");
    assert!(told.contains("daar staan fouten in. Bekijk ze met: beraad controleer"), "{told}");
    assert!(told.contains("- de actielijst: in het dossier staan fouten."), "{told}");
    let named = "en verslag van donderdag 6 november 2025";
    assert!(page.contains(named) && page.contains("De actielijst") && !page.contains("nog geen verslag"), "{page}");
}

/// What is read first stands first: agenda, what the meeting before came to, actions, and then the items.
#[test]
fn the_contents_go_from_the_agenda_to_the_items() {
    each(|name, out| {
        let page = fs::read_to_string(out.join(name).join("index.html")).unwrap();
        let at = |heading: &str| page.find(&format!("{heading}</h2>"));
        let before = at("Vorige vergadering").or(at("Eerdere vergaderingen"));
        let order = [at("Agenda"), before, at("Actielijst"), at("Agendapunten"), at("Wat hier nog niet bij is")];
        let there: Vec<usize> = order.iter().flatten().copied().collect();
        assert!(order[0].is_some() && order[3].is_some() && there.is_sorted(), "{name}: {order:?}");
    });
}

/// Also an item of which there is nothing to read is named; what not everybody may see is not nothing.
#[test]
fn every_item_stands_in_the_contents() {
    let (_place, dossier, out) = work("agendas");
    for extra in [&[][..], &["--openbaar"][..]] {
        assert_eq!(bundle(&dossier, "2025-12-11", &out.join(extra.len().to_string()), extra), Status::Done);
    }
    let meeting = "2025-12-11-regionaal-beraad";
    let members = text(&out.join(format!("0/bundel-{meeting}/index.html")));
    let public = text(&out.join(format!("1/bundel-openbaar-{meeting}/index.html")));
    let titles = fs::read_to_string(dossier.join(meeting).join("vergadering.toml")).unwrap();
    for title in
        titles.split("[[agendapunt]]").skip(1).filter_map(|item| item.split("titel = \"").nth(1)?.split('"').next())
    {
        assert!(members.contains(title), "{title}: {members}");
    }
    assert!(members.contains("(geen stukken)") && !public.contains("(geen stukken)"), "{members}{public}");
}

/// An action list that tells of nothing is not handed out; that there is nothing to do is said, to who may know.
#[test]
fn an_empty_action_list_is_said_and_not_packed() {
    let (_place, dossier, out) = work("examples/besloten");
    for entry in fs::read_dir(&dossier).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        let path = entry.path().join("verslag.toml");
        let Ok(minutes) = fs::read_to_string(&path) else { continue };
        let drawn_up = minutes.lines().find(|line| line.starts_with("opgesteld")).unwrap();
        fs::write(&path, format!("[verslag]\n{drawn_up}\n")).unwrap();
        let _ = fs::remove_file(entry.path().join("vaststelling.toml"));
    }
    let _ = fs::remove_file(dossier.join("voortgang.toml"));
    let told = said(&dossier, &["bundel", DECEMBER, "--naar", out.to_str().unwrap()]);
    let folder = out.join(format!("bundel-{DECEMBER}"));
    let page = text(&folder.join("index.html"));
    assert!(page.contains("Er staan geen acties open.") && !page.contains("acties.html"), "{told}{page}");
    assert!(!folder.join("acties.html").exists(), "{told}");
}

/// An agenda that was not sent is a draft, in the contents as well.
#[test]
fn the_contents_of_an_unsent_agenda_say_so() {
    each(|name, out| {
        let folder = out.join(name);
        let meeting = name.trim_start_matches("bundel-").trim_start_matches("openbaar-");
        let [contents, agenda] = [folder.join("index.html"), folder.join(meeting).join("agenda.html")];
        let is_draft =
            |page: &Path| text(page).contains("Concept. ") || text(page).contains("De agenda is nog niet verzonden");
        assert_eq!(is_draft(&contents), is_draft(&agenda), "{name}");
    });
}

/// Of a meeting that is gone nobody can make the public bundle anew: that is said.
#[test]
fn a_public_bundle_of_a_meeting_that_is_gone_is_named_as_such() {
    let (_place, dossier, out) = work("examples/besloten");
    assert_eq!(bundle(&dossier, DECEMBER, &out, &["--openbaar"]), Status::Done);
    fs::remove_dir_all(dossier.join(DECEMBER)).unwrap();
    let told = said(&dossier, &["bundel", "2025-11-06", "--openbaar", "--naar", out.to_str().unwrap()]);
    let gone = format!("bundel-openbaar-{DECEMBER}");
    let (_, behind) =
        told.split_once("vergaderingen die niet in dit dossier staan").unwrap_or_else(|| panic!("{told}"));
    assert!(behind.contains(&gone) && !told.contains("bundels van eerder"), "{told}");
}

/// What stood in the way of a public bundle may be that it is public no longer.
#[test]
fn a_public_bundle_that_cannot_be_made_again_goes_away() {
    let (_place, dossier, out) = work("examples/besloten");
    assert_eq!(bundle(&dossier, DECEMBER, &out, &["--openbaar"]), Status::Done);
    assert!(out.join(format!("bundel-openbaar-{DECEMBER}.zip")).is_file());
    let covenant = dossier.join("convenant.toml");
    let shut = fs::read_to_string(&covenant).unwrap();
    let start = shut.find("[openbaarheid]").unwrap();
    let end = shut[start + 1..].find("\n[").map_or(shut.len(), |at| start + 1 + at);
    fs::write(&covenant, format!("{}{}", &shut[..start], &shut[end..])).unwrap();
    let told = said(&dossier, &["bundel", DECEMBER, "--openbaar", "--naar", out.to_str().unwrap()]);
    assert!(told.starts_with('1') && told.contains("Weggehaald, want de openbare bundel"), "{told}");
    assert_eq!(files(&out).into_keys().filter(|path| !path.starts_with('.')).count(), 0, "{told}");
}

#[test]
fn members_and_everybody_share_no_folder() {
    let (_place, dossier, out) = work("examples/besloten");
    bundle(&dossier, DECEMBER, &out, &["--openbaar"]);
    let told = said(&dossier, &["bundel", DECEMBER, "--naar", out.to_str().unwrap()]);
    assert!(told.starts_with('2') && told.contains("staan openbare stukken"), "{told}");
}

/// A link, a name that leads upwards: nothing from outside the dossier is handed out.
#[test]
fn nothing_from_outside_the_dossier_is_packed() {
    let (place, dossier, out) = work("examples/besloten");
    fs::write(place.path().join("geheim.txt"), "geheim").unwrap();
    let folder = dossier.join(DECEMBER);
    fs::create_dir_all(folder.join("stukken")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("../../../geheim.txt", folder.join("stukken/plan.txt")).unwrap();
    let file = folder.join("vergadering.toml");
    let whole = fs::read_to_string(&file).unwrap();
    for path in ["stukken/plan.txt", "../../geheim.txt", "..\\\\..\\\\geheim.txt", "/etc/hostname", "C:\\\\geheim.txt"]
    {
        let added = format!("{whole}\n[[agendapunt.stuk]]\ntitel = \"Plan\"\nbestand = \"{path}\"\n");
        fs::write(&file, added).unwrap();
        let told = said(&dossier, &["bundel", DECEMBER, "--naar", out.to_str().unwrap()]);
        assert!(told.starts_with('1') && !out.exists(), "{path}: {told}");
        assert!(told.contains("buiten") || told.contains("Windows"), "{path}: {told}");
    }
}
