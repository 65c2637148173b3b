//! beraad turns the TOML files of a *Regionaal Beraad* into the papers of every meeting, and finds what is wrong in them.
//!
//! The data flows through the rooms of this crate in one direction; each room has one public function with its own verb.
//!
//! ```text
//! folder ─load→ texts ─read→ tables ─resolve→ Region ─paper→ view ─render→ tree ─html→ page ─write→ files
//!                                        ├→ findings ─show→ text, JSON, annotations, reports
//!                                        └check→ findings
//! ```
//!
//! | room | in one sentence | uses |
//! |---|---|---|
//! | [`source`] | where a text came from: files, places in them, line and column | |
//! | [`limits`] | how much of everything is taken in: one table; pure | |
//! | [`fingerprint`] | short marks by which a text is known again; pure | `limits` |
//! | [`calendar`] | working days, Dutch public holidays, terms; pure | |
//! | [`dutch`] | words from values: dates, times, counts, lists; pure | `calendar` |
//! | [`system`] | what the operating system says went wrong, in Dutch; pure | `visible` |
//! | [`visible`] | text from outside made visible before it is printed; pure | |
//! | [`link`] | addresses: which may be linked, how they are written, the bare ones in a text; pure | |
//! | [`word`] | enums whose variants are the fixed words of something that people type; pure | |
//! | [`finding`] | what is wrong with a file: the kind (`Fault`), its page, and the case (`Finding`) | `source` |
//! | [`model`] | the region, its covenant and its meetings, resolved; who was asked what and who answered; what a meeting is called; the public view | `source`, `fingerprint`, `calendar`, `dutch`, `word` |
//! | [`role`] | what a part of a paper is, and how a template says it; pure | `model`, `word` |
//! | [`adopted`] | what minutes say, part by part, and whether they still say what was adopted | `source`, `fingerprint`, `model`, `dutch`, `word` |
//! | [`mod@dossier::format`] | the file format as data: tables, keys, kinds of value, Dutch texts | `model`, `word` |
//! | [`dossier::schema`] | format to JSON Schema | `dossier::format` |
//! | [`dossier::faults`] | what can be wrong with a file of a dossier, each with its page | `finding` |
//! | [`dossier::read`] | text to tables that keep to the format, and where their values stand; every fault in Dutch; pure | `source`, `finding`, `dossier::format`, `limits`, `dutch`, `word`, `dossier::faults` |
//! | [`dossier::load`] | folder to texts: the only reading of files; encodings, line ends, sizes, links | `source`, `system`, `visible`, `finding`, `fingerprint`, `dossier::format`, `limits`, `dossier::read`, `dossier::faults` |
//! | [`dossier::resolve`] | tables to model: words and dates to types, references, numbers; never fails | `source`, `calendar`, `dutch`, `finding`, `fingerprint`, `link`, `dossier::format`, `limits`, `dossier::load`, `dossier::read`, `model`, `paper`, `render`, `word`, `dossier::faults` |
//! | [`dossier::edit`] | what is added to a user's TOML, with all that stood there as it was | `source`, `dossier::format`, `dossier::load`, `dossier::read`, `model`, `word` |
//! | [`answer`] | the consultation form and back: a filled-in form or mail to a reply | `source`, `finding`, `fingerprint`, `dossier::format`, `limits`, `dossier::read`, `model`, `calendar`, `dutch`, `word`, `dossier::faults` |
//! | [`check`] | the rules of the way of working, one file of code and one page of explanation each | `source`, `adopted`, `finding`, `link`, `model`, `calendar`, `dutch`, `dossier::read`, `render`, `word`, `dossier::faults` |
//! | [`paper`] | what each document says, as a view of plain texts, lists and flags; one folder each, with its templates; the table `DOCUMENTS` | `fingerprint`, `model`, `calendar`, `dutch`, `answer`, `link`, `role`, `word` |
//! | [`publish`] | what a public site has for other programs: calendars, feeds, data; the last look at all that is made public; pure | `calendar`, `model`, `dutch`, `link`, `word`, `paper`, `render`, `source` |
//! | [`render`] | view and template to Markdown and to the typed tree of a paper, the tree to HTML; mails, texts for a terminal; escaping | `visible`, `paper`, `dutch`, `answer`, `fingerprint`, `limits`, `model`, `word`, `link`, `role` |
//! | [`show`] | findings for people and machines: the line marked and how to mend it; JSON; annotations and reports of services that build; pages of findings | `source`, `fingerprint`, `visible`, `finding`, `dutch`, `link`, `check`, `limits`, `render`, `dossier::faults`, `answer` |
//! | [`mod@write`] | writes files: each whole or not at all, only what changed, never over an edit; or looks what it would write | `fingerprint`, `render`, `system`, `visible` |
//! | [`work`] | what a person does with a dossier: one file per action, each giving a report; `produce` makes the papers of whole meetings on all cores; prints nothing | `source`, `fingerprint`, `limits`, `system`, `visible`, `finding`, `dossier::load`, `dossier::read`, `model`, `dossier::resolve`, `adopted`, `check`, `answer`, `paper`, `publish`, `dutch`, `link`, `render`, `dossier::edit`, `show`, `write`, `word`, `dossier::faults` |
//! | [`cli`] | the command line: arguments in, reports out; the only place with a clock, a terminal and standard output | all |
//!
//! # Invariants
//!
//! 1. Only `dossier::load` reads the user's files, only `write` writes files, only `cli` knows the clock. Today is an argument.
//! 2. `model` holds no unresolved reference. Where a faulty entry was left out the model says so, and nothing is
//!    concluded from what is absent: one fault, one finding.
//! 3. A fault in the data is a `Finding`, never an `Err`; an `Err` means that the program could not do its work.
//! 4. The public view is a different model value, built before `paper` from what may be public on a day. Whoever adds
//!    a field to the model says there whether it is public, and in [`model::texts`] whether it is a text of a user: from
//!    that list the rules of *openbaarheid* take theirs, and [`publish::leak`], which reads all that is made public once more
//!    before it is written.
//! 5. Views hold no sentences and templates no logic beyond `for`, `if`, blocks and includes. The Dutch sentences of a
//!    document stand in its template and nowhere else.
//! 6. A library for output or input is named in one room.
//! 7. A meeting is written only when all of it was rendered, and let go at once. The same input gives the same bytes.
//! 8. Every one-line text of a user is escaped where it enters a template; a Markdown field passes by it as a
//!    placeholder, is parsed on its own, cleaned, and put where the placeholder stands.
//! 9. Structure follows from roles, levels and places in what the template wrote, never from what a user wrote. All of it
//!    is recognised in [`render::tree`], once; a writer recognises nothing and cuts no text.
//!
//! `tests/it/tidy.rs` holds the table and the invariants that can be read off the sources.
//!
//! # How things get added
//!
//! - A key of a file: a line in `dossier/format`, a field in `model`, a line in `dossier/resolve`, then where it shows; the
//!   compiler asks for its line in `model/public` and `model/texts`, and a test for its word in `tests/it/leaks/planted.rs`.
//! - A document: its code and its templates in `paper/<name>`, and its row in `paper.rs`; its command follows from that. Tests ask
//!   for its place in the handbook.
//! - A command: a file in `work` with what is asked of it and its report; a file in `cli` with its arguments, its help and how
//!   the report is told; and there its `mod` and its line under `commands`.
//! - A format: a variant of [`render::Format`], and a file in `render` with its writer, mostly over [`render::tree`], and what there is to know of it.
//! - A rule: `check/<family>/<name>.rs` with `<name>.md` beside it (further borders in `tests/regels/grenzen`), its lines in `check/<family>.rs`, and the line of
//!   `docs/beleid.md` that it keeps. `uitleg`, the handbook's pages and the tests follow.
//! - A fault of files: a static in `dossier/faults.rs`, its page in `faults.md` beside it with an example that the tests
//!   run, and a case in `tests/fouten/gevallen`.
//! - A fault of an answer: a static in `answer/faults.rs`, its page in `faults.md` beside it, and a file in
//!   `tests/antwoorden` with what is said beside it.

pub mod adopted;
pub mod answer;
pub mod calendar;
pub mod check;
pub mod cli;
pub mod dossier;
pub mod dutch;
pub mod finding;
pub mod fingerprint;
pub mod limits;
pub mod link;
pub mod model;
pub mod paper;
pub mod publish;
pub mod render;
pub mod role;
pub mod show;
pub mod source;
pub mod system;
pub mod visible;
pub mod word;
pub mod work;
pub mod write;
