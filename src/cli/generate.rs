//! `nutgraf completions` and `nutgraf man`, made from the arguments themselves.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::cli::Status;
use crate::cli::args::Args;

pub(super) fn completions(shell: Shell) -> anyhow::Result<Status> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "nutgraf", &mut script);
    io::stdout().write_all(&script)?;
    Ok(Status::Done)
}

/// The page of `nutgraf`, then one section a subcommand.
pub(super) fn man() -> anyhow::Result<Status> {
    let mut page = Vec::new();
    let mut command = Args::command();
    command.build();
    Man::new(command.clone()).render(&mut page)?;
    for subcommand in command.get_subcommands().filter(|c| c.get_name() != "help") {
        let man = Man::new(subcommand.clone());
        writeln!(page, ".SH \"{}\"", subcommand.get_name().to_uppercase())?;
        man.render_description_section(&mut page)?;
        man.render_options_section(&mut page)?;
    }
    io::stdout().write_all(&page)?;
    Ok(Status::Done)
}
