//! One crate of tests: whole pipelines on files, compared as text.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::format_push_string,
    clippy::format_collect,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test that cannot go on must stop, and tests read and write files"
)]
#![allow(unreachable_pub, reason = "nobody uses a crate of tests from outside")]

mod advice;
mod answers;
mod bundles;
mod cli;
mod cli_dutch;
mod examples;
mod faults;
mod generated;
mod glossary;
mod handbook;
mod hostile;
mod index;
mod keys;
mod known_on;
mod laid_down;
mod leaks;
mod letters;
mod letting_go;
mod limits;
mod lists;
mod looks;
mod markdown;
mod merger;
mod mutations;
mod numbers;
mod offered;
mod output;
mod own_choices;
mod pages;
mod public;
mod readers;
mod recipes;
mod records;
mod reports;
mod rounds;
mod rules;
mod rules_properties;
mod rules_tables;
mod sending;
mod shapes;
mod situations;
mod slips;
#[cfg(unix)]
mod system_faults;
mod templates;
mod tidy;
mod tree;
mod unchanged;
mod unsent;
mod widths;
mod writing;
mod written;
