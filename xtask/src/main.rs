//! The project's chores: `cargo xtask <chore>`, from set-up to the kit that a publisher hosts.
//!
//! A chore installs what it needs into the project's own `target/tools` and never over the user's tools.
//! Each chore is a module; this one reads the command line and nothing else.

mod browsers;
mod command;
mod kit;
mod preview;
mod project;
mod size;
mod slim;
mod test;
mod tools;

use anyhow::{Context, Result, bail};
use std::{env, process::ExitCode};

const HELP: &str = "\
The project's chores, called as `cargo xtask <chore>`:

  preview [--port N] [--no-open]   install what is missing, then serve index.html on port 8080
  test [CHECK…]                    install what is missing, then run every check, or only those named:
                                   format, clippy, unit, docs, kit, preview, browsers
  kit                              build dist/kit, what a publisher hosts
  size                             build dist/kit and print what it weighs
  help                             print this text";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let (chore, rest) = match arguments.split_first() {
        Some((chore, rest)) => (chore.as_str(), rest),
        None => ("help", arguments),
    };
    match chore {
        "preview" => preview::preview(&preview_options(rest)?),
        "test" => test::test(rest),
        "kit" => none(rest).and_then(|()| kit::kit()),
        "size" => none(rest).and_then(|()| size::size()),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        unknown => bail!("there is no chore `{unknown}`\n\n{HELP}"),
    }
}

fn preview_options(arguments: &[String]) -> Result<preview::Options> {
    let mut options = preview::Options::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--no-open" => options.opens_browser = false,
            "--port" => {
                let port = arguments.next().context("--port needs a number")?;
                options.port = port
                    .parse()
                    .with_context(|| format!("--port {port}: not a port"))?;
            }
            unknown => bail!("`preview` does not know `{unknown}`\n\n{HELP}"),
        }
    }
    Ok(options)
}

fn none(arguments: &[String]) -> Result<()> {
    match arguments.first() {
        None => Ok(()),
        Some(unknown) => bail!("this chore takes no `{unknown}`\n\n{HELP}"),
    }
}
