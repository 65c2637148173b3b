//! What is to be said to who sends mails.

use crate::dutch;
use crate::model::Mailing;
use crate::paper::{Achtergebleven, Addressees, Bijgevoegd, View};

/// What is to be said to who sends these mails: what does not go along, and which have no address yet.
pub(in crate::work) fn notes(views: &[View<'_>], told: &[Bijgevoegd], public: bool) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    let mut say = |note: String| {
        if !notes.contains(&note) {
            notes.push(note);
        }
    };
    for one in told {
        let named = |left: &Achtergebleven| format!("{} {}", left.nummer, left.titel);
        let large: Vec<String> =
            one.te_groot.iter().map(|left| format!("{} ({})", named(left), left.grootte)).collect();
        let others: Vec<String> = one.ontbreekt.iter().map(named).collect();
        if let Some(large) = dutch::list(&large) {
            say(format!("Te groot om mee te sturen: {large}. De grens verandert u met --bijlagen."));
        }
        if let Some(others) = dutch::list(&others) {
            say(format!("Niet meegestuurd: {others}."));
        }
    }
    for view in views.iter().filter(|view| !view.recipients.is_empty()) {
        if let Some(names) = dutch::list(&view.unreached) {
            say(format!("Zonder adres voor deze mail: {names}."));
        }
    }
    let without: Vec<&View<'_>> = views.iter().filter(|view| view.recipients.is_empty()).collect();
    let labels: Vec<String> = without.iter().map(|view| called(view)).collect();
    if let Some(first) = without.first() {
        let how = if public { PUBLIC } else { how_to_add(first) };
        say(format!("Nog zonder ontvanger: {}. {how}", labels.join("; ")));
    }
    notes
}

/// What it is called, with the party that it is for.
fn called(view: &View<'_>) -> String {
    view.whom.as_ref().map_or_else(|| view.label.clone(), |whom| format!("{} {whom}", view.label))
}

/// What is public goes to whoever asks.
const PUBLIC: &str = "Vul in de mail zelf in wie hem krijgt.";

/// Who sits in one body is not sent what another does.
const MORE: &str = "Vul de ontvangers zelf in, of kies één overleg met --overleg.";

/// How the addresses of addressees come in the dossier.
fn how_to_add(view: &View<'_>) -> &'static str {
    match view.addressees {
        Addressees::Members(_) if !view.brief.is_of_body() => MORE,
        Addressees::Unknown => PUBLIC,
        Addressees::Members(Mailing::Minutes) => {
            "Vul de ontvangers zelf in, of zet in personen.toml bij wie een zetel heeft (persoon in convenant.toml) e-mail en \
             ontvangt = [\"verslag\"]."
        }
        Addressees::Members(_) => {
            "Vul de ontvangers zelf in, of zet in personen.toml bij wie een zetel heeft (persoon in convenant.toml) e-mail en \
             ontvangt = [\"agenda\"]."
        }
        Addressees::Chair => {
            "Vul de ontvangers zelf in, of geef in convenant.toml de zetels van voorzitter en secretaris een persoon, en zet bij \
             die personen in personen.toml e-mail."
        }
        Addressees::Askers(_) => {
            "Vul de ontvangers zelf in, of geef in convenant.toml de vertegenwoordiging een contact, en zet bij die persoon in \
             personen.toml e-mail."
        }
        Addressees::Speaker { .. } => {
            "Vul de ontvangers zelf in, of geef in convenant.toml de zetel van wie spreekt een persoon, en zet bij die persoon \
             in personen.toml e-mail."
        }
        Addressees::Party(..) => {
            "Vul de ontvangers zelf in, of zet in personen.toml bij wie voor de partij antwoordt e-mail en \
             ontvangt = [\"raadpleging\"]."
        }
    }
}
