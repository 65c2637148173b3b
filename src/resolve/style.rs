//! `[huisstijl]`: the accent and the logo.

use super::Resolver;
use super::colour::accents;
use crate::finding::{Finding, dossier};
use crate::limits::PICTURE;
use crate::load::Picture;
use crate::model::{Logo, Style};
use crate::read::{Entry, nearest};
use crate::source::Spanned;

impl Resolver<'_> {
    pub(super) fn style(&mut self, entry: &Entry) {
        let accent = entry.text("kleur").and_then(|colour| self.accent(colour));
        let logo = entry.text("logo").and_then(|name| self.logo(name));
        self.region.style = Style { accent, logo };
    }

    fn accent(&mut self, colour: Spanned<&str>) -> Option<(String, String)> {
        let contrast = match accents(colour.value) {
            Ok(pair) => return Some(pair),
            Err(contrast) => format!("{contrast:.1}").replace('.', ","),
        };
        let message = format!("Deze kleur steekt te weinig af tegen wit: {contrast} op 1, terwijl 4,5 op 1 nodig is.");
        self.report(Finding::new(&dossier::LOW_CONTRAST, colour.span, message).hint("kies een donkerder kleur"));
        None
    }

    fn logo(&mut self, name: Spanned<&str>) -> Option<Logo> {
        let pictures = &self.dossier.pictures;
        let finding = match pictures.get(name.value) {
            Some(Picture::Read(kind, bytes)) => return Some(Logo { kind, bytes: bytes.clone() }),
            Some(Picture::Unfit) => {
                let message = format!("Dit beeld is te groot of niet te lezen. {}", PICTURE.sentence());
                Finding::new(&dossier::TOO_LARGE, name.span, message).hint("maak het kleiner, of gebruik een svg")
            }
            Some(Picture::Outside) => {
                Finding::new(&dossier::OUTSIDE, name.span, "Deze koppeling wijst buiten het dossier.")
                    .hint("zet het bestand zelf naast convenant.toml")
            }
            None => {
                let message = format!("Het beeld {} staat niet naast convenant.toml.", name.value);
                let near = nearest(name.value, pictures.keys().map(String::as_str));
                let hint = near.map_or_else(
                    || "zet daar een bestand met die naam neer, dat op svg, png of jpg eindigt".to_owned(),
                    |near| format!("bedoelde u {near}?"),
                );
                Finding::new(&dossier::MISSING_PAPER, name.span, message).hint(hint)
            }
        };
        self.report(finding);
        None
    }
}
