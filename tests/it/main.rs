//! One crate of tests: whole pipelines on files, compared as text.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on must stop")]

mod faults;
