//! A dossier in which every text is a word of its own, and who may read it.

use std::collections::BTreeMap;

use proptest::prelude::*;

/// The meetings of the dossier.
pub const MEETINGS: [&str; 4] =
    ["2025-09-11-ambtelijk", "2025-10-02-bestuur", "2025-11-06-bestuur", "2025-12-04-bestuur"];

/// Texts that must have a shape of their own, or that other words of the dossier decide.
pub const SHAPED: [&str; 22] = [
    "convenant.convenant.regiocode",
    "convenant.huisstijl.logo",
    "convenant.partij.code",
    "vergadering.agendapunt.nummer",
    "verzending.zending.punt.nummer",
    "verzending.zending.punt.vingerafdruk",
    "verzending.zending.punt.vingerafdruk_punt",
    "verzending.zending.punt.vingerafdruk_verslag",
    "verzending.zending.punt.besluiten",
    "verzending.zending.vergadering.vingerafdruk_locatie",
    "verzending.zending.vergadering.vingerafdruk_link",
    "verzending.zending.stuk.bestand",
    "verzending.zending.stuk.vingerafdruk",
    "raadpleging.reactie.punt.vingerafdruk",
    "vaststelling.vaststelling.deel.vingerafdruk",
    "vaststelling.vaststelling.deel.namen",
    "vaststelling.vaststelling.deel.naar",
    "vaststelling.vaststelling.deel.woorden",
    "uitzondering.regel",
    "uitzondering.agendapunt",
    "convenant.overleg",
    "convenant.partij",
];

/// Places that no public document prints, though everybody may know them.
const UNPRINTED: [&str; 4] = [
    "convenant.signaal.tekst",
    "convenant.signaal.antwoord.tekst",
    "personen.persoon.functie",
    "convenant.overleg.besluitenlijst",
];

const DAYS: [&str; 3] = ["2025-09-10", "2025-10-20", "2025-11-27"];

/// What differs from dossier to dossier.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
#[derive(Debug, Clone)]
pub struct Choices {
    /// What the body of aldermen publishes: agenda, besluitenlijst, stukken, verslag, concept.
    pub published: [bool; 5],
    /// The body of civil servants publishes its agenda (which was never sent).
    pub staff: bool,
    /// The agenda was sent on 18 September.
    pub sent: bool,
    /// The item that came later was sent on 25 September.
    pub late: bool,
    /// The minutes were adopted on 6 November.
    pub adopted: bool,
    pub closed_item: bool,
    pub closed_paper: bool,
    /// Which of the days it is.
    pub day: usize,
}

impl Choices {
    pub fn open() -> Self {
        let (closed_item, closed_paper) = (false, false);
        let published = [true, true, true, true, false];
        Self { published, staff: true, sent: true, late: true, adopted: true, closed_item, closed_paper, day: 2 }
    }

    pub fn any() -> impl Strategy<Value = Self> {
        (any::<[bool; 5]>(), any::<[bool; 6]>(), 0..DAYS.len()).prop_map(|(published, is, day)| Self {
            published,
            staff: is[0],
            sent: is[1],
            late: is[2],
            adopted: is[3],
            closed_item: is[4],
            closed_paper: is[5],
            day,
        })
    }

    pub fn day(&self) -> &'static str {
        DAYS[self.day]
    }

    fn has_come(&self, day: &str) -> bool {
        self.day() >= day
    }
}

/// A planted word.
#[derive(Debug, Clone)]
pub struct Planted {
    /// The key of the format that it is a value of.
    pub place: &'static str,
    /// Whether everybody may read it.
    pub public: bool,
    /// Whether a public document has it.
    pub shown: bool,
}

#[derive(Debug, Default)]
pub struct Dossier {
    pub files: BTreeMap<String, String>,
    pub planted: BTreeMap<String, Planted>,
}

pub fn is_planted(word: &str) -> bool {
    let digits = word.strip_prefix("zq").and_then(|word| word.strip_suffix("zq"));
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

impl Dossier {
    /// A new word; the same place gets the same word in every dossier, as they are made in one order.
    fn word(&mut self, place: &'static str, public: bool) -> String {
        let word = format!("zq{}zq", self.planted.len() + 1000);
        let shown = public && !UNPRINTED.contains(&place);
        self.planted.insert(word.clone(), Planted { place, public, shown });
        word
    }

    fn file(&mut self, path: &str, kind: &'static str, mut text: String) {
        let reason = self.word(kind, false);
        // the planted fingerprints are of nothing
        let rule = if path.ends_with("vaststelling.toml") {
            "vastgesteld-verslag-veranderd"
        } else {
            "contactgegevens-openbaar"
        };
        text += &format!("\n[[uitzondering]]\nregel = \"{rule}\"\nreden = \"{reason}\"\n");
        self.files.insert(path.to_owned(), text);
    }
}

/// What may be read, from the policy.
#[expect(clippy::struct_excessive_bools, reason = "each is an answer of its own")]
struct May {
    any: bool,
    board: bool,
    staff: bool,
    agenda: bool,
    list: bool,
    minutes: bool,
    papers: bool,
    announced: bool,
    late: bool,
    open: bool,
}

impl May {
    fn of(it: &Choices) -> Self {
        let [agenda, list, papers, minutes, draft] = it.published;
        let board = it.published.contains(&true);
        let sent = draft || it.sent && it.has_come("2025-09-18");
        let adopted = draft || it.adopted && it.has_come("2025-11-06");
        let (list, minutes) = (list && adopted, minutes && adopted);
        Self {
            any: board || it.staff,
            board,
            staff: it.staff,
            agenda: agenda && sent,
            list: list || minutes,
            minutes,
            papers,
            announced: agenda || list || minutes,
            late: agenda && (draft || sent && it.late && it.has_come("2025-09-25")),
            open: !it.closed_item,
        }
    }
}

pub fn dossier(it: &Choices) -> Dossier {
    let (mut d, may) = (Dossier::default(), May::of(it));
    convenant(&mut d, it, &may);
    personen(&mut d, &may);
    staff_meeting(&mut d, &may);
    agenda(&mut d, it, &may);
    sendings(&mut d, it);
    reply(&mut d);
    minutes(&mut d, it, &may);
    later_meetings(&mut d, it, &may);
    ledger(&mut d, it, &may);
    d
}

fn convenant(d: &mut Dossier, it: &Choices, may: &May) {
    let names = ["agenda", "besluitenlijst", "stukken", "verslag", "concept"];
    let published: Vec<String> =
        names.iter().zip(it.published).filter(|(_, is)| *is).map(|(name, _)| format!("\"{name}\"")).collect();
    let mut text = format!(
        "[convenant]\nnaam = \"{}\"\nregio = \"{}\"\nbron = \"{}\"\nraadpleging_grondslag = \"{}\"\nvoorbeeld = \"{}\"\ncentrumgemeente = \"een\"\n",
        d.word("convenant.convenant.naam", may.any),
        d.word("convenant.convenant.regio", may.any),
        d.word("convenant.convenant.bron", may.any),
        d.word("convenant.convenant.raadpleging_grondslag", false),
        d.word("convenant.convenant.voorbeeld", may.any),
    );
    text += &format!("[begrippen]\nZZZ = \"{}\"\n", d.word("convenant.begrippen", may.any));
    text += &format!("[huisstijl]\nafzender = [\"{}\"]\n", d.word("convenant.huisstijl.afzender", may.any));
    text += &format!(
        "[publicatie]\nadres = \"https://{}.nl/\"\nover = \"{}\"\ncontact = \"{}@example.org\"\n\
         toegankelijkheidsverklaring = \"https://{}.nl/\"\n",
        d.word("convenant.publicatie.adres", may.any),
        d.word("convenant.publicatie.over", may.any),
        d.word("convenant.publicatie.contact", may.any),
        d.word("convenant.publicatie.toegankelijkheidsverklaring", may.any),
    );
    text += &format!("[openbaarheid]\nbestuur = [{}]\n", published.join(", "));
    text += if it.staff { "ambtelijk = [\"agenda\"]\n" } else { "" };
    for key in ["een", "twee", "drie"] {
        text += &format!(
            "[partij.{key}]\nnaam = \"{}\"\nsoort = \"gemeente\"\n[partij.{key}.ondertekening]\ncollegebesluit = 2025-01-02\n\
             machtiging = 2025-01-03\nzaaknummer = \"{}\"\ngemachtigde = \"{}\"\n",
            d.word("convenant.partij.naam", may.any),
            d.word("convenant.partij.ondertekening.zaaknummer", may.any),
            d.word("convenant.partij.ondertekening.gemachtigde", may.any),
        );
    }
    text += &format!(
        "[subregio.midden]\nnaam = \"{}\"\nandere_naam = \"{}\"\ngemeenten = [\"een\", \"twee\", \"drie\"]\n",
        d.word("convenant.subregio.naam", may.any),
        d.word("convenant.subregio.andere_naam", may.any)
    );
    text += &format!(
        "[overleg.ambtelijk]\nnaam = \"{}\"\nsoort = \"ambtelijk\"\nbesluitenlijst = \"{}\"\n\
         [overleg.bestuur]\nnaam = \"{}\"\nsoort = \"bestuurlijk\"\nvoorzitter = \"een\"\nvoorbereiding = \"ambtelijk\"\n\
         besluitenlijst = \"{}\"\n",
        d.word("convenant.overleg.naam", may.staff),
        d.word("convenant.overleg.besluitenlijst", false),
        d.word("convenant.overleg.naam", may.board),
        d.word("convenant.overleg.besluitenlijst", may.list),
    );
    text += &format!(
        "[overleg.bestuur.contact]\nfunctie = \"{}\"\ne-mail = \"{}@example.org\"\ntelefoon = \"{}\"\n",
        d.word("convenant.overleg.contact.functie", false),
        d.word("convenant.overleg.contact.e-mail", false),
        d.word("convenant.overleg.contact.telefoon", false),
    );
    text += &format!(
        "[[partij.een.eerdere_naam]]\nnaam = \"{}\"\ntot = 2025-10-15\n[[overleg.bestuur.eerdere_naam]]\nnaam = \"{}\"\ntot = 2025-10-15\n\
         [[overleg.bestuur.eerdere_besluitenlijst]]\nnaam = \"{}\"\ntot = 2025-10-15\n",
        d.word("convenant.partij.eerdere_naam.naam", may.any),
        d.word("convenant.overleg.eerdere_naam.naam", may.board),
        d.word("convenant.overleg.eerdere_besluitenlijst.naam", may.list),
    );
    text += "[[overleg.bestuur.eerdere_voorzitter]]\npartij = \"twee\"\ntot = 2024-12-31\n";
    text += "[[vertegenwoordiging]]\noverleg = \"bestuur\"\nsubregio = \"midden\"\ndoor = \"een\"\nvan = 2025-01-01\n";
    text += &seats(d, may);
    text += &format!(
        "[[signaal]]\npartij = \"twee\"\ndatum = 2025-10-20\ntekst = \"{}\"\nantwoord = {{ datum = 2025-10-21, tekst = \"{}\" }}\n\
         [[signaal]]\npartij = \"twee\"\ndatum = 2025-10-20\ntekst = \"{}\"\nbesloten = true\n",
        d.word("convenant.signaal.tekst", may.any),
        d.word("convenant.signaal.antwoord.tekst", may.any),
        d.word("convenant.signaal.tekst", false),
    );
    d.file("convenant.toml", "convenant.uitzondering.reden", text);
}

fn seats(d: &mut Dossier, may: &May) -> String {
    let mut text = format!(
        "[[zetel]]\noverleg = \"bestuur\"\npartij = \"een\"\nfunctie = \"{}\"\npersoon = \"wethouder\"\n\
         plaatsvervanger = [\"ambtenaar\", \"{}\"]\n",
        d.word("convenant.zetel.functie", may.board),
        d.word("convenant.zetel.plaatsvervanger", may.board),
    );
    text += &format!(
        "[[zetel]]\nid = \"{}\"\noverleg = \"bestuur\"\norganisatie = \"{}\"\nrol = \"secretaris\"\nfunctie = \"{}\"\n\
         persoon = \"ambtenaar\"\n",
        d.word("convenant.zetel.id", false),
        d.word("convenant.zetel.organisatie", may.board),
        d.word("convenant.zetel.functie", may.board),
    );
    text + &format!(
        "[[zetel]]\noverleg = \"ambtelijk\"\npartij = \"twee\"\nfunctie = \"{}\"\npersoon = \"ander\"\nplaatsvervanger = [\"{}\"]\n",
        d.word("convenant.zetel.functie", may.staff),
        d.word("convenant.zetel.plaatsvervanger", may.staff),
    )
}

fn personen(d: &mut Dossier, may: &May) {
    let mut text = String::new();
    for (key, party, named, function) in [
        ("wethouder", "een", may.board, may.board),
        ("ambtenaar", "een", false, may.board),
        ("ander", "twee", false, may.staff),
    ] {
        text += &format!(
            "[persoon.{key}]\nnaam = \"{}\"\npartij = \"{party}\"\nfunctie = \"{}\"\ne-mail = \"{}@example.org\"\ntelefoon = \"{}\"\n\
             ontvangt = [\"raadpleging\"]\n",
            d.word("personen.persoon.naam", named),
            d.word("personen.persoon.functie", function),
            d.word("personen.persoon.e-mail", false),
            d.word("personen.persoon.telefoon", false),
        );
    }
    d.file("personen.toml", "personen.uitzondering.reden", text);
}

fn staff_meeting(d: &mut Dossier, may: &May) {
    let text = format!(
        "[vergadering]\noverleg = \"ambtelijk\"\ndatum = 2025-09-11\nlocatie = \"{}\"\nvoorbeeld = \"{}\"\n\
         [[agendapunt]]\nid = \"voor\"\ntitel = \"{}\"\nbehandeling = \"ter bespreking\"\ntoelichting = \"{}\"\n",
        // its agenda is public once it is sent, and that it meets before
        d.word("vergadering.vergadering.locatie", may.staff),
        d.word("vergadering.vergadering.voorbeeld", may.staff),
        d.word("vergadering.agendapunt.titel", false),
        d.word("vergadering.agendapunt.toelichting", false),
    );
    d.file("2025-09-11-ambtelijk/vergadering.toml", "vergadering.uitzondering.reden", text);
}

/// An item with all its texts; `seen` when its agenda may be read, `listed` when its title may.
fn item(d: &mut Dossier, id: &str, extra: &str, seen: bool, listed: bool) -> String {
    let mut text = format!(
        "[[agendapunt]]\nid = \"{id}\"\ntitel = \"{}\"\nbehandeling = \"ter instemming\"\nindiener = \"ambtelijk\"\n\
         opsteller = \"{}\"\ngevraagd = [\"In te stemmen met {}.\"]\n{extra}",
        d.word("vergadering.agendapunt.titel", listed),
        d.word("vergadering.agendapunt.opsteller", seen),
        d.word("vergadering.agendapunt.gevraagd", listed),
    );
    for (key, place) in [
        ("toelichting", "vergadering.agendapunt.toelichting"),
        ("portefeuillehouder", "vergadering.agendapunt.portefeuillehouder"),
        ("zaaknummer", "vergadering.agendapunt.zaaknummer"),
        ("argumenten", "vergadering.agendapunt.argumenten"),
        ("financien", "vergadering.agendapunt.financien"),
        ("juridisch", "vergadering.agendapunt.juridisch"),
        ("kanttekeningen", "vergadering.agendapunt.kanttekeningen"),
        ("communicatie", "vergadering.agendapunt.communicatie"),
        ("vervolg", "vergadering.agendapunt.vervolg"),
    ] {
        // an abbreviation, so that it is explained
        let short = if key == "toelichting" { " ZZZ" } else { "" };
        text += &format!("{key} = \"{}{short}\"\n", d.word(place, seen));
    }
    text += &format!("contact = \"adviseur {}\"\n", d.word("vergadering.agendapunt.contact", seen));
    text + &format!("intern = \"{}\"\n", d.word("vergadering.agendapunt.intern", false))
}

fn papers(d: &mut Dossier, folder: &str, closed: bool, seen: bool, may: &May) -> String {
    let path = d.word("vergadering.agendapunt.stuk.bestand", seen && may.papers);
    let body = d.word("vergadering.agendapunt.stuk.bestand", seen && may.papers);
    d.files.insert(format!("{folder}/stukken/{path}.md"), format!("Tekst {body}\n"));
    format!(
        "[[agendapunt.stuk]]\ntitel = \"{}\"\nbestand = \"stukken/{path}.md\"\nbesloten = {closed}\n\
         [[agendapunt.stuk]]\ntitel = \"{}\"\nadres = \"https://example.org/{}\"\nbesloten = {closed}\n",
        d.word("vergadering.agendapunt.stuk.titel", seen),
        d.word("vergadering.agendapunt.stuk.titel", seen),
        d.word("vergadering.agendapunt.stuk.adres", seen && may.papers),
    )
}

fn agenda(d: &mut Dossier, it: &Choices, may: &May) {
    let folder = MEETINGS[1];
    let mut text = format!(
        "[vergadering]\noverleg = \"bestuur\"\ndatum = 2025-10-02\nbegin = 15:00:00\nlocatie = \"{}\"\nvorm = \"hybride\"\n\
         link = \"https://example.org/{}\"\nvoorbeeld = \"{}\"\n",
        d.word("vergadering.vergadering.locatie", may.announced),
        d.word("vergadering.vergadering.link", false),
        d.word("vergadering.vergadering.voorbeeld", may.announced),
    );
    let (seen, listed) = (may.open && may.agenda, may.open && (may.agenda || may.list));
    let id = d.word("vergadering.agendapunt.id", listed);
    let mut extra = format!("besproken_in = [\"{}#voor\"]\nvast_te_stellen_door = \"een\"\n", MEETINGS[0]);
    extra += if it.closed_item { "besloten = true\n" } else { "" };
    text += &item(d, &id, &extra, seen, listed);
    text += &papers(d, folder, it.closed_paper, seen && !it.closed_paper, may);
    text += &item(d, "dicht", "besloten = true\n", false, false);
    text += &papers(d, folder, false, false, may);
    text += &item(d, "onderdeel", "onder = \"dicht\"\n", false, false);
    text += &item(d, "later", "", may.late, may.late || may.list);
    text += &format!(
        "[[agendapunt]]\nid = \"weg\"\ntitel = \"{}\"\nbehandeling = \"ter bespreking\"\nvervallen = {{ datum = 2025-09-30, reden = \"{}\" }}\n",
        d.word("vergadering.agendapunt.titel", may.agenda || may.list),
        d.word("vergadering.agendapunt.vervallen.reden", may.agenda || may.list),
    );
    for (at, told) in [(id.as_str(), may.open && may.agenda), ("dicht", false), ("later", may.late), ("", may.agenda)] {
        text += &format!(
            "[[genodigd]]\nfunctie = \"{}\"\norganisatie = \"{}\"\n",
            d.word("vergadering.genodigd.functie", told),
            d.word("vergadering.genodigd.organisatie", told),
        );
        text += &if at.is_empty() { String::new() } else { format!("bij = [\"{at}\"]\n") };
    }
    d.files.insert("punt".to_owned(), id);
    d.file(&format!("{folder}/vergadering.toml"), "vergadering.uitzondering.reden", text);
}

fn sendings(d: &mut Dossier, it: &Choices) {
    let id = d.files["punt"].clone();
    let sent = |day: &str, kind: &str, items: &[&str]| {
        let items: Vec<String> = items
            .iter()
            .zip(1..)
            .map(|(id, at)| {
                let number = match *id {
                    "onderdeel" => "2a".to_owned(),
                    "weg" => "3".to_owned(),
                    "later" => "4".to_owned(),
                    _ => at.to_string(),
                };
                format!("{{ agendapunt = \"{id}\", nummer = \"{number}\" }}")
            })
            .collect();
        format!("[[zending]]\ndatum = {day}\nsoort = \"{kind}\"\npunt = [{}]\n", items.join(", "))
    };
    let mut text = String::new();
    if it.sent {
        text += &sent("2025-09-18", "agenda", &[&id, "dicht", "onderdeel", "weg"]);
        text += &if it.late { sent("2025-09-25", "nazending", &["later"]) } else { String::new() };
    }
    text += "[[zending]]\ndatum = 2025-09-19\nsoort = \"raadpleging\"\nnamens = \"een\"\naan = [\"twee\", \"drie\"]\n";
    d.file(&format!("{}/verzending.toml", MEETINGS[1]), "verzending.uitzondering.reden", text);
}

fn reply(d: &mut Dossier) {
    let id = d.files["punt"].clone();
    let asked = d.word("raadpleging.reactie.punt.besluit.tekst", false);
    let text = format!(
        "vergadering = \"{}\"\npartij = \"twee\"\n[[reactie]]\ndatum = 2025-09-20\ndoor = \"{}\"\nafgestemd_met = \"{}\"\n\
         kanaal = \"telefoon\"\ngenoteerd_door = \"{}\"\nalgemeen = \"{}\"\n\
         begeleidende_tekst = \"{}\"\n[[reactie.punt]]\nagendapunt = \"{id}\"\ninbreng = \"{}\"\n\
         benoemen = true\n[[reactie.punt.besluit]]\nnr = 1\ntekst = \"In te stemmen met {asked}.\"\ngedragen = \"nee\"\nreden = \"{}\"\n",
        MEETINGS[1],
        d.word("raadpleging.reactie.door", false),
        d.word("raadpleging.reactie.afgestemd_met", false),
        d.word("raadpleging.reactie.genoteerd_door", false),
        d.word("raadpleging.reactie.algemeen", false),
        d.word("raadpleging.reactie.begeleidende_tekst", false),
        d.word("raadpleging.reactie.punt.inbreng", false),
        d.word("raadpleging.reactie.punt.besluit.reden", false),
    );
    d.file(&format!("{}/raadpleging/twee.toml", MEETINGS[1]), "raadpleging.uitzondering.reden", text);
}

fn minutes(d: &mut Dossier, it: &Choices, may: &May) {
    let id = d.files["punt"].clone();
    let mut text = format!(
        "[verslag]\nopgesteld = 2025-10-06\n[[aanwezigheid]]\nzetel = \"een\"\nstatus = \"vervangen\"\ndoor = {{ functie = \"{} YYY\" }}\n\
         [[gast]]\nfunctie = \"{}\"\norganisatie = \"{}\"\n[[gast]]\nfunctie = \"{}\"\norganisatie = \"{}\"\nbij = [\"dicht\"]\n",
        d.word("verslag.aanwezigheid.door.functie", may.list),
        d.word("verslag.gast.functie", may.minutes),
        d.word("verslag.gast.organisatie", may.minutes),
        d.word("verslag.gast.functie", false),
        d.word("verslag.gast.organisatie", false),
    );
    text += &treated(d, &id, 1, may.open && may.list, may.open && may.minutes);
    text += &treated(d, "dicht", 11, false, false);
    text += &format!(
        "[[punt]]\nagendapunt = \"later\"\nuitkomst = \"advies uitgebracht\"\nadvies = \"positief met aandachtspunten\"\n\
         aandachtspunten = [\"{}\"]\n",
        d.word("verslag.punt.aandachtspunten", may.list)
    );
    let corrected = may.list && it.has_come("2025-11-06");
    for (item, may) in [(id.as_str(), corrected && may.open), ("dicht", false)] {
        text += &format!(
            "[[correctie]]\ndatum = 2025-11-06\nagendapunt = \"{item}\"\ntekst = \"{}\"\n",
            d.word("verslag.correctie.tekst", may)
        );
    }
    d.file(&format!("{}/verslag.toml", MEETINGS[1]), "verslag.uitzondering.reden", text);
}

fn treated(d: &mut Dossier, id: &str, number: usize, listed: bool, full: bool) -> String {
    format!(
        "[[punt]]\nagendapunt = \"{id}\"\nuitkomst = \"ingestemd\"\nbesproken = \"{}\"\nintern = \"{}\"\nafspraken = [\"{}\"]\n\
         [[punt.bespreking]]\nwie = \"een\"\nnamens = [\"twee\"]\ntekst = \"{}\"\n\
         [[punt.inbreng]]\nvan = \"twee\"\ntekst = \"{}\"\nstandpunt = \"{}\"\n\
         [[punt.inbreng]]\nvan = \"drie\"\nniet_benoemd = \"{}\"\n\
         [[punt.actie]]\nnr = {number}\nwat = \"{}\"\nwie = [\"ambtelijk\", \"een\"]\n\
         [[punt.toezegging]]\nnr = {number}\nwat = \"{}\"\nwie = \"ambtelijk\"\naan = [\"ambtelijk\"]\n",
        d.word("verslag.punt.besproken", full),
        d.word("verslag.punt.intern", false),
        d.word("verslag.punt.afspraken", listed),
        d.word("verslag.punt.bespreking.tekst", full),
        d.word("verslag.punt.inbreng.tekst", full),
        d.word("verslag.punt.inbreng.standpunt", listed),
        d.word("verslag.punt.inbreng.niet_benoemd", false),
        d.word("verslag.punt.actie.wat", listed),
        d.word("verslag.punt.toezegging.wat", listed),
    )
}

fn later_meetings(d: &mut Dossier, it: &Choices, may: &May) {
    let text = format!(
        "[vergadering]\noverleg = \"bestuur\"\ndatum = 2025-11-06\n[[agendapunt]]\nid = \"verslag\"\ntitel = \"Vorig verslag\"\n\
         behandeling = \"procedure\"\nverslag_van = [\"{}\"]\n",
        MEETINGS[1]
    );
    d.file(&format!("{}/vergadering.toml", MEETINGS[2]), "vergadering.uitzondering.reden", text);
    if it.adopted {
        let text =
            "[verslag]\nopgesteld = 2025-11-07\n[[punt]]\nagendapunt = \"verslag\"\nuitkomst = \"vastgesteld\"\n";
        d.file(&format!("{}/verslag.toml", MEETINGS[2]), "verslag.uitzondering.reden", text.to_owned());
        let meaning = d.word("vaststelling.vaststelling.begrippen", may.list && it.has_come("2025-11-06"));
        let text = format!(
            "[[vaststelling]]\ndatum = 2025-11-06\ndoor = \"{}\"\nbegrippen = {{ YYY = \"{meaning}\" }}\n",
            MEETINGS[2]
        );
        d.file(&format!("{}/vaststelling.toml", MEETINGS[1]), "vaststelling.uitzondering.reden", text);
    }
    let told = it.published[0] && it.published[4];
    let text = format!(
        "[vergadering]\noverleg = \"bestuur\"\ndatum = 2025-12-04\nvervallen = {{ datum = 2025-11-20, reden = \"{}\" }}\n",
        d.word("vergadering.vergadering.vervallen.reden", told)
    );
    d.file(&format!("{}/vergadering.toml", MEETINGS[3]), "vergadering.uitzondering.reden", text);
}

fn ledger(d: &mut Dossier, it: &Choices, may: &May) {
    let id = d.files.remove("punt").unwrap();
    let meeting = MEETINGS[1];
    let told = may.open && may.list && it.has_come("2025-10-15");
    let text = format!(
        "[[voortgang]]\nover = \"{meeting}#actie-1\"\ndatum = 2025-10-15\nafgerond = true\ntoelichting = \"{}\"\n\
         [[voortgang]]\nover = \"{meeting}#toezegging-1\"\ndatum = 2025-10-15\nvervallen = \"{}\"\n\
         [[voortgang]]\nover = \"{meeting}#{id}\"\ndatum = 2025-10-15\nvastgesteld = {{ college = \"een\", uitkomst = \"{}\", zaaknummer = \"{}\" }}\n\
         [[voortgang]]\nover = \"{meeting}#{id}\"\ndatum = 2025-10-16\nvoorbehoud_vervallen = \"twee\"\ntoelichting = \"{}\"\n\
         [[voortgang]]\nover = \"{meeting}#actie-11\"\ndatum = 2025-10-15\nafgerond = true\ntoelichting = \"{}\"\n\
         [[voortgang]]\nover = \"{meeting}#toezegging-11\"\ndatum = 2025-10-15\nvervallen = \"{}\"\n",
        d.word("voortgang.voortgang.toelichting", told),
        d.word("voortgang.voortgang.vervallen", told),
        d.word("voortgang.voortgang.vastgesteld.uitkomst", told),
        d.word("voortgang.voortgang.vastgesteld.zaaknummer", told),
        d.word("voortgang.voortgang.toelichting", false),
        d.word("voortgang.voortgang.toelichting", false),
        d.word("voortgang.voortgang.vervallen", false),
    );
    d.file("voortgang.toml", "voortgang.uitzondering.reden", text);
}
