//! `[publicatie]`: what a public site says of itself.

use super::Resolver;
use crate::dossier::faults;
use crate::dossier::read::Entry;
use crate::finding::Finding;
use crate::link;
use crate::model::Site;
use crate::source::Spanned;

impl Resolver<'_> {
    pub(super) fn site(&mut self, entry: &Entry) {
        let address = self.secure(entry, "adres").map(|mut address| {
            if !address.value.ends_with('/') {
                address.value.push('/');
            }
            address
        });
        let statement = self.secure(entry, "toegankelijkheidsverklaring");
        self.region.site = Site { address, about: entry.placed("over"), contact: entry.placed("contact"), statement };
    }

    /// An address that begins with `https://`, a host behind it, and nothing that leads on from there.
    fn secure(&mut self, entry: &Entry, key: &str) -> Option<Spanned<String>> {
        let address = entry.placed(key)?;
        let is_plain =
            |text: &str| !text.contains(['?', '#', '@', '\\', '"', '<', '>']) && !text.contains(char::is_whitespace);
        let host = address.value.strip_prefix("https://").map(|rest| rest.split('/').next().unwrap_or_default());
        let fits = host.is_some_and(|host| host.contains('.') && !host.starts_with('.'));
        if fits && is_plain(&address.value) && link::allowed(&address.value).is_some() {
            return Some(address);
        }
        let message = "Dit is geen volledig adres.";
        let hint = "begin met https:// en de naam van de site, bijvoorbeeld: \"https://beraad.example.org/\"";
        self.report(Finding::new(&faults::WRONG_SHAPE, address.span, message).hint(hint));
        None
    }
}
