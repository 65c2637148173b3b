//! Addresses of mail: what can stand in the head of a mail and goes to one person.

use std::str::FromStr;

use email_address::EmailAddress;

/// The longest address that mail servers take (RFC 5321, erratum 1690).
const LONGEST: usize = 254;

/// Whether a text is the address of one mailbox, as people write it: no name before it, no second address, no quotes, no
/// comment, no network number for a domain, nothing but ASCII (a domain with accents has an `xn--` form).
pub(super) fn is_address(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.@".contains(c);
    let domain = |address: &EmailAddress| address.domain().contains('.') && !address.domain().contains('=');
    text.len() <= LONGEST
        && text.chars().all(plain)
        && !text.contains("=?")
        && EmailAddress::from_str(text).is_ok_and(|address| domain(&address))
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn one_address_and_nothing_else() {
        let long = format!("{}@b.nl", "a".repeat(64));
        for good in ["a@b.nl", "j.de-vries+rb@werk.gemeente.nl", "o'neil@example.org", "x@xn--caf-dma.nl", &long] {
            assert!(is_address(good), "{good}");
        }
        let longer = format!("a{long}");
        let longest = format!("a@{}b.nl", "a23456789.".repeat(25));
        for bad in [
            "",
            "a",
            "@b.nl",
            "a@",
            "a@b",
            "a@b.nl, c@d.nl",
            "a@b.nl;c@d.nl",
            "a@b.nl c@d.nl",
            "Jan <a@b.nl>",
            "<a@b.nl>",
            "\"a b\"@c.nl",
            "\"a\"@c.nl",
            "a(x)@b.nl",
            "a@[127.0.0.1]",
            "a@b..nl",
            "a..b@c.nl",
            ".a@b.nl",
            "a@-b.nl",
            "a@b.nl\r\nBcc: c@d.nl",
            "a@b.nl\n",
            "é@b.nl",
            "a@café.nl",
            "mailto:a@b.nl",
            "a@b@c.nl",
            "=?utf-8?q?a?=@b.nl",
            "a@b.nl.",
            &longer,
            &longest,
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
