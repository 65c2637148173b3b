//! How much of everything is taken in: the one table of limits. Where something is read it is held against its limit, and
//! what is above it gives a finding.
//!
//! They are generous for real use, and low enough that no input below them costs more than a moment or much memory. The
//! table in `docs/grenzen.md` is made of this one.

/// How much there may be of something.
#[derive(Debug, PartialEq, Eq)]
pub struct Limit {
    /// What has it, in Dutch, as the beginning of a sentence: `Een tekst van één regel`.
    pub name: &'static str,
    /// The most that it may have, in [`Limit::unit`]; that much is still good.
    pub value: usize,
    /// What is counted, in Dutch: `tekens`, `MB`.
    pub unit: &'static str,
    /// Why there is a limit, and why this one, in Dutch.
    pub why: &'static str,
}

const fn limit(name: &'static str, value: usize, unit: &'static str, why: &'static str) -> Limit {
    Limit { name, value, unit, why }
}

/// A file of a dossier that is text.
pub static FILE: Limit =
    limit("Een TOML-bestand of sjabloon", 8, "MB", "Een jaar aan verslagen is een tiende daarvan.");
/// All of those together.
pub static DOSSIER: Limit = limit(
    "Een dossier",
    1_000,
    "MB aan TOML-bestanden en sjablonen samen",
    "Tienduizend vergaderingen met hun antwoorden en verslagen zijn een derde daarvan.",
);
/// A line of such a file.
pub static FILE_LINE: Limit = limit(
    "Een regel van een bestand",
    300_000,
    "bytes",
    "De langste tekst past erop; een bevinding laat de regel zien.",
);
/// A text of one line.
pub static LINE: Limit =
    limit("Een tekst van één regel", 2_000, "tekens", "Titels, besluiten en redenen zijn een paar zinnen lang.");
/// A name in kebab-case, which becomes a file name.
pub static NAME: Limit = limit("Een naam", 80, "tekens", "Een naam wordt de naam van een bestand of een map.");
/// A Markdown text.
pub static FIELD: Limit = limit(
    "Een tekst van meer regels (Markdown)",
    50_000,
    "tekens",
    "Dat zijn ruim vijftien bladzijden; een langere tekst hoort in een stuk.",
);
/// Quotations and lists in a Markdown text.
pub static MARKDOWN_DEPTH: Limit = limit(
    "Een tekst van meer regels (Markdown)",
    16,
    "citaten en lijsten in elkaar",
    "Wat dieper staat, is op papier niet meer te volgen, en kost bij het opmaken tijd in het kwadraat.",
);
/// Columns of a table in a Markdown text.
pub static MARKDOWN_COLUMNS: Limit = limit(
    "Een tabel in een tekst (Markdown)",
    60,
    "kolommen",
    "Op papier staan er geen tien naast elkaar; elke kolom telt in elke rij, ook waar een rij korter is.",
);
/// A paper that is Markdown, of which a page is made.
pub static PAGE: Limit = limit(
    "Een Markdown-stuk met een eigen pagina",
    300,
    "kB",
    "Dat zijn honderd bladzijden; een langer stuk gaat mee als bestand.",
);
/// Entries of a list or a repeated table that has no limit of its own.
pub static ENTRIES: Limit =
    limit("Een lijst of herhaalde tabel", 1_000, "onderdelen", "Geen overleg heeft zoveel zetels, personen of acties.");
/// Items of a meeting.
pub static ITEMS: Limit =
    limit("Een vergadering", 300, "agendapunten", "De langste agenda van een jaar heeft er enkele tientallen.");
/// Requested decisions of an item.
pub static DECISIONS: Limit = limit(
    "Een agendapunt",
    99,
    "gevraagde besluiten",
    "Een antwoord noemt het besluit met een nummer van twee cijfers.",
);
/// Papers of an item.
pub static PAPERS: Limit = limit("Een agendapunt", 99, "stukken", "Een stuk heeft een nummer van twee cijfers.");
/// Who speaks for whom.
pub static REPRESENTATIONS: Limit = limit(
    "Een convenant",
    300,
    "vertegenwoordigingen",
    "Elke wordt met elke andere vergeleken: voor niemand spreken er twee tegelijk.",
);
/// Replies of one party on one meeting.
pub static REPLIES: Limit = limit(
    "Een partij",
    200,
    "antwoorden bij één vergadering",
    "Een partij antwoordt een paar keer; elk antwoord wordt met alle eerdere vergeleken.",
);
/// What happened to actions and the like, over all years.
pub static PROGRESS: Limit =
    limit("De voortgang", 100_000, "gebeurtenissen", "Zij blijft staan, ook na tienduizend vergaderingen.");
/// Files in the folder of a meeting, papers and all.
pub static FOLDER_FILES: Limit = limit(
    "De map van een vergadering",
    2_000,
    "bestanden",
    "Van elk bestand wordt gekeken of een agendapunt het noemt.",
);
/// Folders in folders with papers.
pub static FOLDER_DEPTH: Limit =
    limit("De map van een vergadering", 16, "mappen in elkaar", "Een pad dat dieper gaat, kent niet elk systeem.");
/// A picture that stands in every page.
pub static PICTURE: Limit = limit("Een logo", 100, "kB", "Het staat in elke pagina.");
/// A file that came back.
pub static ANSWER: Limit =
    limit("Een antwoord", 32, "MB", "Dat is meer dan mailservers doorlaten, met alle bijlagen erbij.");
/// The text of an answer: of a form, a mail without its attachments.
pub static ANSWER_TEXT: Limit =
    limit("De tekst van een antwoord", 1, "MB", "Het langste formulier met alle toelichting is een derde daarvan.");
/// Tags of a page or a mail in HTML.
pub static ANSWER_TAGS: Limit = limit(
    "De opmaak van een antwoord",
    100_000,
    "tags",
    "Van elk element wordt gekeken wat de opmaak ervan laat zien; een mail met alle eerdere eronder heeft er een tiende van.",
);
/// Lines of that text.
pub static ANSWER_LINES: Limit = limit(
    "De tekst van een antwoord",
    20_000,
    "regels",
    "Van elke regel wordt gezocht of hij in het verzonden formulier stond.",
);
/// Different forms in one text.
pub static FORMS: Limit =
    limit("De tekst van een antwoord", 20, "formulieren", "Voor elk formulier wordt gemaakt hoe het is verzonden.");
/// Requested decisions in one form.
pub static FORM_DECISIONS: Limit =
    limit("Een formulier", 3_000, "gevraagde besluiten en agendapunten", "Zoveel besluit geen vergadering.");
/// Parts of a mail.
pub static MAIL_PARTS: Limit =
    limit("Een mail", 200, "onderdelen en bijlagen", "In elk onderdeel kan een antwoord staan, dus elk wordt gelezen.");
/// A header of a mail or of a part of it.
pub static MAIL_HEADER: Limit = limit(
    "Een kopregel van een mail",
    100_000,
    "bytes",
    "De naam van een bijlage mag in stukken staan; die aan elkaar te zetten kost tijd in het kwadraat.",
);
/// Mails in mails.
pub static MAIL_DEPTH: Limit =
    limit("Een mail", 4, "mails in elkaar", "Zo vaak wordt een antwoord niet als bijlage doorgestuurd.");
/// What all streams of a mail of Outlook hold together.
pub static OUTLOOK: Limit = limit(
    "Een mail van Outlook",
    32,
    "MB aan onderdelen samen",
    "In een kwaadwillig bestand zijn duizend onderdelen dezelfde bytes.",
);
/// Findings that are shown to people.
pub static FINDINGS: Limit =
    limit("Een overzicht op het scherm", 1_000, "bevindingen", "Niemand leest er meer; --formaat json geeft ze alle.");
/// What a template makes.
pub static TEMPLATE_OUTPUT: Limit = limit(
    "Een stuk dat een sjabloon maakt",
    200,
    "MB",
    "Geen overzicht van tienduizend vergaderingen komt in de buurt; een sjabloon dat meer schrijft, houdt niet op.",
);
/// Numbers that `range` gives in one document.
pub static TEMPLATE_RANGE: Limit = limit(
    "Een stuk dat een sjabloon maakt",
    100_000,
    "getallen uit range",
    "Een sjabloon dat verder telt, houdt niet op.",
);

/// Every limit, in the order of the handbook.
pub static LIMITS: [&Limit; 32] = [
    &DOSSIER,
    &FILE,
    &FILE_LINE,
    &PICTURE,
    &FOLDER_FILES,
    &FOLDER_DEPTH,
    &LINE,
    &NAME,
    &FIELD,
    &MARKDOWN_DEPTH,
    &MARKDOWN_COLUMNS,
    &PAGE,
    &ENTRIES,
    &ITEMS,
    &DECISIONS,
    &PAPERS,
    &REPRESENTATIONS,
    &REPLIES,
    &PROGRESS,
    &ANSWER,
    &ANSWER_TEXT,
    &ANSWER_TAGS,
    &ANSWER_LINES,
    &FORMS,
    &FORM_DECISIONS,
    &MAIL_PARTS,
    &MAIL_HEADER,
    &MAIL_DEPTH,
    &OUTLOOK,
    &FINDINGS,
    &TEMPLATE_OUTPUT,
    &TEMPLATE_RANGE,
];

/// The limit of the entries that stand under a key of the format.
#[must_use]
pub fn of_key(key: &str) -> &'static Limit {
    match key {
        "agendapunt" => &ITEMS,
        "gevraagd" => &DECISIONS,
        "stuk" => &PAPERS,
        "vertegenwoordiging" => &REPRESENTATIONS,
        "reactie" => &REPLIES,
        "voortgang" => &PROGRESS,
        _ => &ENTRIES,
    }
}

impl Limit {
    /// The most, counted one by one: in bytes where the unit is MB or kB.
    #[must_use]
    pub fn most(&self) -> usize {
        match self.unit.as_bytes() {
            b"MB" | [b'M', b'B', b' ', ..] => self.value * 1024 * 1024,
            b"kB" | [b'k', b'B', b' ', ..] => self.value * 1024,
            _ => self.value,
        }
    }

    /// What to say of so many, counted one by one; nothing when they are within the limit.
    #[must_use]
    pub fn exceeded(&self, count: usize) -> Option<String> {
        (count > self.most()).then(|| {
            let more = if self.most() == self.value {
                format!(" Hier zijn het er {}.", thousands(count))
            } else {
                String::new()
            };
            self.sentence() + &more
        })
    }

    /// `Een vergadering heeft hoogstens 300 agendapunten.`
    #[must_use]
    pub fn sentence(&self) -> String {
        format!("{} heeft hoogstens {} {}.", self.name, thousands(self.value), self.unit)
    }

    /// The limits as a page in Dutch, Markdown.
    #[must_use]
    pub fn page() -> String {
        let rows =
            LIMITS.iter().map(|it| format!("| {} | {} {} | {} |\n", it.name, thousands(it.value), it.unit, it.why));
        let head = "# Grenzen\n\n\
            Van alles is er een grens aan hoeveel beraad aanneemt. Zij liggen ruim boven wat een regio nodig heeft, en zorgen \
            dat geen bestand, antwoord of sjabloon het programma kan laten vastlopen. Wat erboven zit, geeft een bevinding; er \
            valt nooit iets stil weg.\n\n| wat | hoogstens | waarom |\n|---|---|---|\n";
        head.to_owned() + &rows.collect::<String>()
    }
}

/// `12.345`
fn thousands(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_above_a_limit_is_said_in_a_sentence() {
        assert_eq!(ITEMS.exceeded(300), None);
        let told = "Een vergadering heeft hoogstens 300 agendapunten. Hier zijn het er 12.345.";
        assert_eq!(ITEMS.exceeded(12_345).as_deref(), Some(told));
        assert_eq!([FILE.exceeded(8 << 20), PICTURE.exceeded(100 << 10)], [None, None]);
        assert_eq!(PICTURE.exceeded((100 << 10) + 1).as_deref(), Some("Een logo heeft hoogstens 100 kB."));
    }
}
