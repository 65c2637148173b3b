//! Correct dossiers are silent; broken in one way, they give that one finding.

use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;
use beraad::{check, show};
use chrono::NaiveDate;
use proptest::prelude::*;

use super::generated::{Files, Plan, correct, plan, write};

fn names_of_findings(files: &Files, today: NaiveDate) -> (Vec<&'static str>, String) {
    let folder = tempfile::tempdir().unwrap();
    write(files, folder.path());
    let dossier = load(folder.path()).unwrap();
    let resolved = resolve(&dossier);
    let findings = [resolved.findings, check::check(&resolved.region, &dossier.sources, today).findings].concat();
    (findings.iter().map(|finding| finding.fault.name).collect(), show::text(&findings, &dossier.sources, "", false))
}

/// One way to break a dossier: the finding that it gives, the file that changes (the end of its path), what stands
/// there, and what takes its place.
const BREAKS: [(&str, &str, &str, &str); 16] = [
    ("niet-in-ao-besproken", "-beraad/vergadering.toml", "besproken_in", "# besproken_in"),
    ("gevraagd-ontbreekt", "-ao/vergadering.toml", "ter bespreking", "ter advisering"),
    ("vast-punt-ontbreekt", "-beraad/vergadering.toml", "Rondvraag en sluiting", "Rondvraag"),
    ("tijden-passen-niet", "-beraad/vergadering.toml", "09:00:00", "11:50:00"),
    ("voorzitter-niet-van-centrumgemeente", "convenant.toml", "voorzitter =", "# voorzitter ="),
    ("stappen-niet-op-volgorde", "convenant.toml", "machtiging = 2023-01-12", "machtiging = 2023-01-09"),
    ("getekend-zonder-machtiging", "convenant.toml", "machtiging =", "# machtiging ="),
    ("gemeente-zonder-code", "convenant.toml", "code = \"gm1001\"", "# code"),
    ("niet-afgestemd", "raadpleging/gemeente-een-b.toml", "afgestemd_met", "# afgestemd_met"),
    ("reden-ontbreekt", "raadpleging/gemeente-een-b.toml", "gedragen = \"ja\"", "gedragen = \"nee\""),
    ("antwoord-verouderd", "raadpleging/gemeente-een-b.toml", "deel 1 van plan 0", "deel 1 van iets"),
    ("punt-zonder-uitkomst", "-ao/verslag.toml", "uitkomst", "# uitkomst"),
    ("uitkomst-past-niet", "-ao/verslag.toml", "\"besproken\"", "\"ingestemd\""),
    ("juridische-woorden", "-ao/verslag.toml", "\"besproken\"", "\"besproken\"\nafspraken = [\"Bezwaar maken kan.\"]"),
    ("contactgegevens-openbaar", "-beraad/vergadering.toml", "titel = \"Opening", "titel = \"a@example.org Opening"),
    (
        "spreker-zonder-zetel",
        "convenant.toml",
        "functie = \"wethouder\"\nvan = 2023-01-01",
        "functie = \"wethouder\"\nvan = 2099-01-01",
    ),
];

/// Else a break that never fits would pass unseen.
#[test]
fn every_break_fits_somewhere() {
    let day = NaiveDate::from_ymd_opt(2026, 5, 28).unwrap();
    let plan = Plan { day, sizes: vec![3, 2], items: vec![2, 1], reaction: 5, closing: 3 };
    for (rule, file, old, new) in BREAKS {
        let (mut files, today) = correct(&plan);
        let target = files.iter_mut().find(|(path, text)| path.ends_with(file) && text.contains(old));
        let (_, text) = target.unwrap_or_else(|| panic!("{rule} fits nowhere"));
        *text = text.replacen(old, new, 1);
        let (found, said) = names_of_findings(&files, today);
        assert_eq!(found, [rule], "{said}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: super::generated::cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_correct_dossier_is_silent_and_a_break_gives_its_finding(plan in plan(), which in 0..BREAKS.len()) {
        let (mut files, today) = correct(&plan);
        let (found, said) = names_of_findings(&files, today);
        prop_assert!(found.is_empty(), "{}", said);
        let (rule, file, old, new) = BREAKS[which];
        let target = files.iter_mut().find(|(path, text)| path.ends_with(file) && text.contains(old));
        let Some((_, text)) = target else { return Ok(()) };
        *text = text.replacen(old, new, 1);
        let (found, said) = names_of_findings(&files, today);
        prop_assert_eq!(found, vec![rule], "{}", said);
    }
}
