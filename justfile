# What is done often. `just` lists it; just is at https://just.systems.

# Format, lints and documentation, as CI does it.
check:
    cargo fmt --check
    cargo clippy --all-targets --quiet -- -D warnings
    RUSTDOCFLAGS='-D warnings' cargo doc --no-deps --quiet

# All tests, or those whose name holds a word: `just test situations`.
test *names:
    cargo test -q {{ if names == "" { "" } else { "--test it -- " + names } }}

# The same, and what is expected becomes what is: read `git diff` afterwards.
accept *names:
    SNAPSHOTS=overwrite TRYCMD=overwrite cargo test -q {{ if names == "" { "" } else { "--test it -- " + names } }}

# What is made of the sources: the pages of the findings and the schemas.
generate:
    cargo run -q -- uitleg --naar docs/regels --overschrijf
    cargo run -q -- schema --naar schema --overschrijf

# The pages of the dossier in this folder, in uit/.
pages:
    cargo run -q -- maak -f html --naar uit

# How fast it is, and how much memory it takes: docs/snelheid.md.
bench:
    cargo bench --bench pijplijn
    cargo bench --bench proces -- 20 300
    cargo bench --bench geheugen -- 10000

# Licences, duplicates and sources of what the program is made of; needs `cargo install cargo-deny`.
deny:
    cargo deny check bans licenses sources
