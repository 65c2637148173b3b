//! Do commands, messages and exit statuses stand as documented? README and handbook are run too.

#[test]
fn commands_do_as_documented() {
    let cases = trycmd::TestCases::new();
    cases.env("NO_COLOR", "1").env("COLUMNS", "100");
    cases.case("tests/cmd/*.trycmd").case("README.md").case("docs/handboek.md");
}
