//! The command line: `article-card check`, `convert`, `render`, `style` and `schema`.
//!
//! What it says of an article is on standard output; what is wrong is on standard error, a line each. One bad file stops
//! none of the others. No control character of an input reaches the terminal.

mod attributes;
mod check;
mod console;
mod convert;
mod input;
mod jsonl;
mod render;
mod renderer;
mod schema;
mod stderr;
mod stdout;
mod style;
mod table;
mod terminal;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use std::io;
use std::process::ExitCode;

/// Read news articles as newsrooms have them, and make what the <article-card> element shows
///
/// An input is the card's own JSON, JSON-LD of schema.org, IPTC ninjs, a whole HTML page, or text copied out of an
/// article's page; its content says which.
#[derive(Parser)]
#[command(name = "article-card", version, after_help = EXAMPLES, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  article-card check article.json        what was understood of it, field by field
  article-card check --json feed/*.json  the same for programs, a line for each article
  article-card convert page.html         its article as JSON, to be pasted into a page
  article-card render article.json       the card as HTML, complete before any script

Exit status: 0 if all inputs give a card, 1 if some do not, 2 if the call is wrong.";

#[derive(Subcommand)]
enum Command {
    Check(check::Check),
    Convert(convert::Convert),
    Render(Box<render::Render>),
    Style(style::Style),
    Schema(schema::Schema),
}

impl Arguments {
    /// What the parser cannot ask by itself.
    fn checked(self) -> Result<Command, clap::Error> {
        let checked = match &self.command {
            Command::Check(check) => check.inputs.check(),
            Command::Convert(convert) => convert.inputs.check(),
            Command::Render(render) => render.check(),
            Command::Style(_) | Command::Schema(_) => Ok(()),
        };
        match checked {
            Err(wrong) => Err(Self::command().error(ErrorKind::ArgumentConflict, wrong)),
            Ok(()) => Ok(self.command),
        }
    }
}

fn main() -> ExitCode {
    stdout::listen();
    let outcome = match Arguments::try_parse().and_then(Arguments::checked) {
        Ok(Command::Check(check)) => check.run(),
        Ok(Command::Convert(convert)) => convert.run(),
        Ok(Command::Render(render)) => render.run(),
        Ok(Command::Style(style)) => style.run(),
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

/// Inputs that cannot be read are told among the diagnostics, so what fails here is the writing.
fn cannot_write(error: &io::Error) {
    let reason = match error.kind() {
        io::ErrorKind::BrokenPipe => "whoever reads it has closed it".to_owned(),
        _ => error.to_string(),
    };
    let _ = stderr::write(&format!(
        "article-card: cannot write the output: {reason}\n"
    ));
}
