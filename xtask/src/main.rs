//! The project's chores: `cargo xtask <chore>`, from set-up to the kit that a publisher hosts.
//!
//! A chore installs what it needs into the project's own `target/tools` and never over the user's tools.
//! Each chore is a module; this one reads the command line and nothing else.

mod at_once;
mod bench;
mod bounded;
mod browsers;
mod command;
mod command_line;
mod corpus;
mod debian;
mod dependencies;
mod example;
mod examples;
mod features;
mod files;
mod fuzz;
mod kit;
mod packages;
mod passage;
mod pictures;
mod preview;
mod project;
mod release;
mod scripts;
mod site;
mod size;
mod test;
mod toolkit;
mod tools;
mod workbench;

use anyhow::{Context, Result, bail};
use std::{env, process::ExitCode};

const HELP: &str = "\
The project's chores, called as `cargo xtask <chore>`:

  preview [--port N] [--no-open]   install what is missing, then serve index.html on port 8080
  test [CHECK…]                    install what is missing, then run every check, or only those named:
                                   format, dependencies, scripts, clippy, features, unit, docs, packages, kit, npm,
                                   toolkit, release, site, pictures, browsers, whole
  kit                              build dist/kit, what a publisher hosts, and print what a page has in its head
  examples [NAME…]                 build dist/kit, pack it, and try every project of examples/, or only those named, with
                                   the packed file, on Node.js 22 and in Chromium and Firefox; at most 35 minutes
  size                             build dist/kit, print what it weighs, by file, crate and function, and write it into
                                   README.md, docs/size.md and xtask/src/size/figures.tsv
  site                             build dist/site, a static site for any path of a server: the preview, the reference of docs/
                                   and the API docs of the crates
  release [--twice] [--allow-dirty]
                                   build dist/release, what a release would hold: the package of npm, the kit as a zip, the
                                   packages of the crates and their checksums; all of what is committed, and with --twice
                                   once more from a copy of the sources in another folder, where no byte may differ
  corpus DIR [--list] [--no-browsers]
                                   read a folder of real and hostile inputs, natively and in both browsers, and print
                                   one table; --list adds what a person may want to judge
  corpus --judge FILE              add judged bullets of whole pages, a JSON object on each line, as hashes to those
                                   that the project has
  bench [server|page|workbench] [--rounds N] [--only a,b]
                                   measure what a card costs a server, in the library and in the stream, and a page, beside
                                   its peers in Chromium in 7 or N rounds, and what the workbench costs who types, and write
                                   the tables into README.md and docs/speed.md; with only some of the contenders they are printed, and written nowhere
  pictures [--accept]              build dist/kit and compare every fixture's card in Chromium with its reference picture in
                                   tests/expected/pictures; --accept makes the references anew where they differ
  fuzz [--minutes N] [--seed N] [DIR]
                                   read inputs that are made at random for 5 or N minutes, from a folder's too
  fuzz --input FILE                read an input once more that has failed
  workbench                        what Trunk calls at the end of each build of the preview
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
        "kit" => none(rest).and_then(|()| kit::build_and_tell()),
        "release" => release::release(&release_options(rest)?),
        "corpus" => corpus::corpus(&corpus_options(rest)?),
        "fuzz" => fuzz::fuzz(&fuzz_options(rest)?),
        "bench" => bench::bench(&bench_options(rest)?),
        "pictures" => pictures::pictures(is_accepting(rest)?),
        "examples" => examples::examples(rest),
        "workbench" => none(rest).and_then(|()| workbench::add()),
        "site" => none(rest).and_then(|()| site::build()),
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

fn release_options(arguments: &[String]) -> Result<release::Options> {
    let mut options = release::Options::default();
    for argument in arguments {
        match argument.as_str() {
            "--allow-dirty" => options.is_dirty_allowed = true,
            "--twice" => options.is_twice = true,
            unknown => bail!("`release` does not know `{unknown}`\n\n{HELP}"),
        }
    }
    Ok(options)
}

fn corpus_options(arguments: &[String]) -> Result<corpus::Options> {
    let mut options = corpus::Options::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--judge" => {
                let file = arguments.next().context("--judge needs a file")?;
                options.judgements = Some(file.into());
            }
            "--list" => options.lists_all = true,
            "--no-browsers" => options.without_browsers = true,
            folder if !folder.starts_with('-') && options.folder.is_none() => {
                options.folder = Some(folder.into());
            }
            unknown => bail!("`corpus` does not know `{unknown}`\n\n{HELP}"),
        }
    }
    if options.folder.is_none() && options.judgements.is_none() {
        bail!("`corpus` needs a folder\n\n{HELP}");
    }
    Ok(options)
}

fn fuzz_options(arguments: &[String]) -> Result<fuzz::Options> {
    let mut options = fuzz::Options::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || {
            let value = arguments.next();
            value.with_context(|| format!("{argument} needs a value"))
        };
        match argument.as_str() {
            "--minutes" => options.minutes = value()?.parse().context("--minutes is a number")?,
            "--seed" => options.seed = Some(value()?.parse().context("--seed is a number")?),
            "--input" => options.input = Some(value()?.into()),
            folder if !folder.starts_with('-') && options.folder.is_none() => {
                options.folder = Some(folder.into());
            }
            unknown => bail!("`fuzz` does not know `{unknown}`\n\n{HELP}"),
        }
    }
    Ok(options)
}

fn bench_options(arguments: &[String]) -> Result<bench::Options> {
    let mut options = bench::Options::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "server" if options.part.is_none() => options.part = Some(bench::Part::Server),
            "page" if options.part.is_none() => options.part = Some(bench::Part::Page),
            "workbench" if options.part.is_none() => options.part = Some(bench::Part::Workbench),
            "--rounds" => {
                let rounds = arguments.next().context("--rounds needs a number")?;
                options.rounds = rounds
                    .parse()
                    .with_context(|| format!("--rounds {rounds}: not from 1 on"))?;
            }
            "--only" => {
                let names = arguments.next().context("--only needs contenders' names")?;
                options.only = Some(names.clone());
            }
            unknown => bail!("`bench` does not know `{unknown}`\n\n{HELP}"),
        }
    }
    Ok(options)
}

fn is_accepting(arguments: &[String]) -> Result<bool> {
    match arguments {
        [] => Ok(false),
        [accept] if accept == "--accept" => Ok(true),
        unknown => bail!("`pictures` does not know `{}`\n\n{HELP}", unknown.join(" ")),
    }
}

fn none(arguments: &[String]) -> Result<()> {
    match arguments.first() {
        None => Ok(()),
        Some(unknown) => bail!("this chore takes no `{unknown}`\n\n{HELP}"),
    }
}
