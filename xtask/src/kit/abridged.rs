//! Yew for cards that are drawn once and then left alone.
//!
//! The compiler has to keep what Yew could need: listeners, raw HTML, portals, suspense, keys, components within components,
//! other markup than HTML, and all that compares one drawing with the next. The card has none of them, so the bodies of these
//! functions are replaced in a copy of Yew's sources under `target/`, which cargo takes in the place of the registry's (its
//! `paths`). That is 14 KB (brotli) of some 64, and a third of the time of a thousand cards; the browser tests run on a whole
//! Yew as well (the check `whole`).

mod functions;

use crate::{
    command::{cargo, output},
    files, project,
};
use anyhow::{Context, Result, bail};
use functions::FUNCTIONS;
use quote::ToTokens;
use serde_json::Value;
use std::{
    fs,
    ops::Range,
    path::{Path, PathBuf},
};
use syn::{Block, ImplItem, Item, ItemImpl};

/// Yew's sources, abridged. A folder that has been abridged just so is left as it is, so that cargo sees nothing new.
pub fn yew() -> Result<PathBuf> {
    let (version, sources) = registry()?;
    let folder = project::target().join(format!("kit/yew-{version}"));
    let done = folder.join("abridged.txt");
    let what = format!("{FUNCTIONS:#?}");
    if fs::read_to_string(&done).is_ok_and(|done| done == what) {
        return Ok(folder);
    }
    files::empty(&folder)?;
    files::copy(&sources, &folder, &[])?;
    for (file, function, left) in FUNCTIONS {
        let path = folder.join("src").join(file);
        let text = files::read_text(&path)?;
        let abridged = abridge(&text, function, left).with_context(|| format!("Yew's {file}"))?;
        files::write(&path, abridged)?;
    }
    files::write(&done, what)?;
    Ok(folder)
}

/// The version of Yew in `Cargo.lock`, and where cargo has put its sources.
fn registry() -> Result<(String, PathBuf)> {
    let metadata = output(&mut cargo("metadata --format-version 1"))?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo metadata is JSON")?;
    let mut packages = metadata["packages"].as_array().into_iter().flatten();
    let yew = packages.find(|package| package["name"] == "yew");
    let yew = yew.context("yew is a dependency")?;
    let text = |field: &str| {
        yew[field]
            .as_str()
            .with_context(|| format!("yew has a {field}"))
    };
    let manifest = Path::new(text("manifest_path")?);
    let folder = manifest.parent().context("a manifest is in a folder")?;
    Ok((text("version")?.to_owned(), folder.to_owned()))
}

/// The source with what is left of one function's body.
fn abridge(source: &str, function: &str, left: &str) -> Result<String> {
    let file = syn::parse_file(source).context("it is not Rust")?;
    let mut found = Vec::new();
    find(&file.items, function, &mut found);
    let [body] = &found[..] else {
        bail!("{function} is there {} times", found.len());
    };
    let (before, after) = (source.get(..body.start), source.get(body.end..));
    let (before, after) = before.zip(after).context("a body lies in its source")?;
    Ok(format!("{before}{left}{after}"))
}

/// Where the bodies of the functions of this name are, in modules, too.
fn find(items: &[Item], function: &str, found: &mut Vec<Range<usize>>) {
    for item in items {
        match item {
            Item::Mod(module) => {
                if let Some((_, items)) = &module.content {
                    find(items, function, found);
                }
            }
            Item::Fn(free) if free.sig.ident == function => found.push(place(&free.block)),
            Item::Impl(block) => {
                for method in &block.items {
                    if let ImplItem::Fn(method) = method
                        && function == format!("{}::{}", name(block), method.sig.ident)
                    {
                        found.push(place(&method.block));
                    }
                }
            }
            _ => {}
        }
    }
}

fn place(body: &Block) -> Range<usize> {
    let braces = body.brace_token.span;
    braces.open().byte_range().start..braces.close().byte_range().end
}

/// `Type`, or `<Type as Trait>`.
fn name(block: &ItemImpl) -> String {
    let plain = |tokens: &dyn ToTokens| tokens.to_token_stream().to_string().replace(' ', "");
    let of = plain(&block.self_ty);
    match &block.trait_ {
        Some((_, of_trait, _)) => format!("<{of} as {}>", plain(of_trait)),
        None => of,
    }
}

#[cfg(test)]
mod tests {
    use super::functions::{NEVER, NOTHING};
    use super::*;

    const SOURCE: &str = "impl Card { fn draw(&self) { let open = \"{\"; } }\n\
                          mod told { impl Show for Rc<Card> { fn draw(&self) -> u8 { 1 } } }\n";

    #[test]
    fn one_function_is_abridged_wherever_it_is() {
        let own = abridge(SOURCE, "Card::draw", NOTHING).unwrap();
        assert_eq!(own, SOURCE.replace("{ let open = \"{\"; }", "{}"));
        let told = abridge(SOURCE, "<Rc<Card> as Show>::draw", NEVER).unwrap();
        assert_eq!(told, SOURCE.replace("{ 1 }", NEVER));
    }

    #[test]
    fn a_function_that_is_not_there_or_twice_is_an_error() {
        for (source, function) in [
            (SOURCE, "Card::print"),
            (
                &*SOURCE.repeat(2).replace("mod told", "mod other"),
                "Card::draw",
            ),
        ] {
            let error = abridge(source, function, NEVER).unwrap_err();
            assert!(error.to_string().contains(function), "{error}");
        }
    }
}
