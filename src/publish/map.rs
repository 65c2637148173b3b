//! What search engines read: which pages there are.

use std::fmt::Write as _;

use crate::model::Region;

pub(super) const SITEMAP: &str = "sitemap.xml";
pub(super) const ROBOTS: &str = "robots.txt";

/// The addresses of all pages (sitemaps.org, 0.9).
pub(super) fn sitemap(base: &str, pages: &[String]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in pages {
        let _ = writeln!(out, "<url><loc>{}</loc></url>", super::feed::escaped(&format!("{base}{page}")));
    }
    out.push_str("</urlset>\n");
    out
}

/// Everybody may read everything.
pub(super) fn robots(region: &Region) -> String {
    let mut out = String::from("User-agent: *\nAllow: /\n");
    if let Some(address) = &region.site.address {
        let _ = writeln!(out, "Sitemap: {}{SITEMAP}", address.value);
    }
    out
}
