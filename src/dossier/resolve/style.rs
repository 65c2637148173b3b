//! `[huisstijl]`: the accent, the logo and the sender.

use super::Resolver;
use super::colour::accents;
use super::vector::unsafe_part;
use crate::dossier::faults;
use crate::dossier::load::{Picture, SVG};
use crate::dossier::read::{Entry, nearest};
use crate::finding::Finding;
use crate::limits::PICTURE;
use crate::model::{Logo, Style};
use crate::source::Spanned;

impl Resolver<'_> {
    pub(super) fn style(&mut self, entry: &Entry) {
        let accent = entry.text("kleur").and_then(|colour| self.accent(colour));
        let logo = entry.text("logo").and_then(|name| self.logo(name));
        self.region.style = Style { accent, logo, sender: entry.strings("afzender") };
    }

    fn accent(&mut self, colour: Spanned<&str>) -> Option<(String, String)> {
        let contrast = match accents(colour.value) {
            Ok(pair) => return Some(pair),
            Err(contrast) => format!("{contrast:.1}").replace('.', ","),
        };
        let message = format!("Deze kleur steekt te weinig af tegen wit: {contrast} op 1, terwijl 4,5 op 1 nodig is.");
        self.report(Finding::new(&faults::LOW_CONTRAST, colour.span, message).hint("kies een donkerder kleur"));
        None
    }

    fn logo(&mut self, name: Spanned<&str>) -> Option<Logo> {
        let pictures = &self.dossier.pictures;
        let finding = match pictures.get(name.value) {
            Some(Picture::Read(kind, bytes)) => match unsafe_part(bytes).filter(|_| *kind == SVG) {
                None => return Some(Logo { kind, bytes: bytes.clone() }),
                Some(message) => Finding::new(&faults::UNSAFE_LOGO, name.span, message)
                    .hint("maak er een png van, of laat de maker een svg geven met alleen de tekening"),
            },
            Some(Picture::Unfit) => {
                let message = format!("Dit beeld is te groot of niet te lezen. {}", PICTURE.sentence());
                Finding::new(&faults::TOO_LARGE, name.span, message).hint("maak het kleiner, of gebruik een svg")
            }
            Some(Picture::Outside) => {
                Finding::new(&faults::OUTSIDE, name.span, "Deze koppeling wijst buiten het dossier.")
                    .hint("zet het bestand zelf naast convenant.toml")
            }
            None => {
                let message = format!("Het beeld {} staat niet naast convenant.toml.", name.value);
                let near = nearest(name.value, pictures.keys().map(String::as_str));
                let hint = near.map_or_else(
                    || "zet daar een bestand met die naam neer, dat op svg, png of jpg eindigt".to_owned(),
                    |near| format!("bedoelde u {near}?"),
                );
                Finding::new(&faults::MISSING_PAPER, name.span, message).hint(hint)
            }
        };
        self.report(finding);
        None
    }
}
