//! `aanvullen`: completions, from the same description as the help.

use anyhow::Result;
use clap::Args;
use clap_complete::Shell;

use super::arguments::Arguments;
use super::{Run, Status, dutch, print};

/// Geeft een script waarmee uw terminal opdrachten aanvult
#[derive(Debug, Args)]
#[command(
    alias = "completions",
    after_long_help = "\
Voorbeelden:
  beraad aanvullen bash > ~/.local/share/bash-completion/completions/beraad
  beraad aanvullen powershell >> $PROFILE"
)]
pub(super) struct Completions {
    /// De soort terminal
    #[arg(value_name = "TERMINAL", value_parser = clap::value_parser!(Shell), ignore_case = true)]
    shell: Shell,
}

impl Run for Completions {
    fn run(&self, _: &Arguments) -> Result<Status> {
        print(&completions(self.shell))
    }
}

/// The script that lets a shell complete commands and options.
fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut dutch::command(), "beraad", &mut script);
    script
}
