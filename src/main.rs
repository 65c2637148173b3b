//! Runs the command line, prints an error of the program, sets the exit status.

use std::env::args_os;
use std::process::ExitCode;

use beraad::cli::{Status, run, say_error};
use mimalloc::MiMalloc;

/// Papers are made of many short texts.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// 0 done, 1 the dossier has findings that are errors, 2 the program could not do its work.
fn main() -> ExitCode {
    match run(args_os()) {
        Ok(Status::Done) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Ok(Status::Misuse) => ExitCode::from(2),
        Err(error) => {
            say_error(&error);
            ExitCode::from(2)
        }
    }
}
