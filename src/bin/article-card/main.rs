//! The command line: `article-card check`, `convert` and `schema`.
//!
//! What it says of an article is on standard output; what is wrong is on standard error, a line each. One bad file stops
//! none of the others. No control character of an input reaches the terminal.

mod check;
mod console;
mod convert;
mod find;
mod input;
mod rows;
mod schema;
mod shown;
mod table;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use input::Inputs;
use std::io;
use std::process::ExitCode;

/// Read news articles as newsrooms have them, and make what the <article-card> element shows
///
/// An input is the card's own JSON, JSON-LD of schema.org, IPTC ninjs, a whole HTML page, or text copied out of an
/// article's page; its content says which.
#[derive(Parser)]
#[command(version, after_help = EXAMPLES, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  article-card check article.json        what was understood of it, field by field
  article-card check --json feed/*.json  the same for programs, a line for each article
  article-card convert page.html         its article as JSON, to be pasted into a page

Exit status: 0 if all inputs give a card, 1 if some do not, 2 if the call is wrong.";

#[derive(Subcommand)]
enum Command {
    Check(check::Check),
    Convert(convert::Convert),
    Schema(schema::Schema),
}

impl Arguments {
    /// What the parser cannot ask by itself.
    fn checked(self) -> Result<Command, clap::Error> {
        let inputs = match &self.command {
            Command::Check(check) => Some(&check.inputs),
            Command::Convert(convert) => Some(&convert.inputs),
            Command::Schema(_) => None,
        };
        match inputs.map(Inputs::check) {
            Some(Err(wrong)) => Err(Self::command().error(ErrorKind::ArgumentConflict, wrong)),
            _ => Ok(self.command),
        }
    }
}

fn main() -> ExitCode {
    let outcome = match Arguments::try_parse().and_then(Arguments::checked) {
        Ok(Command::Check(check)) => check.run(),
        Ok(Command::Convert(convert)) => convert.run(),
        Ok(Command::Schema(schema)) => schema.run(),
        // Help that was asked for is an error here, too, but one of status 0.
        Err(usage) => match usage.print() {
            Ok(()) => return status(usage.exit_code()),
            Err(error) => Err(error),
        },
    };
    match outcome {
        Ok(is_good) => status(i32::from(!is_good)),
        Err(error) => {
            cannot_write(&error);
            status(1)
        }
    }
}

fn status(code: i32) -> ExitCode {
    u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// Inputs that cannot be read are told among the diagnostics, so what fails here is the writing. Whoever closes the pipe
/// has read enough and need not be told.
fn cannot_write(error: &io::Error) {
    if error.kind() != io::ErrorKind::BrokenPipe {
        let _ = console::warn(&format!("article-card: cannot write the output: {error}\n"));
    }
}
