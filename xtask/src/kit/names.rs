//! Names in a WebAssembly: those between it and its glue are short, in the place of `__wbg_setAttribute_48ab1e7c2d11d8c7`,
//! and those of its functions stay in the chores' own folder.

use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{EntityType, ImportSection, NameMap, NameSection, RawSection, Section};
use wasmparser::{ImportSectionReader, KnownCustom, Name, Parser, Payload, TypeRef};

/// The module with the place of each function before its name. wasm-opt puts functions of one rank in the order of their
/// names, and of those without a name in that of their places, which compresses better (0.1 KB).
pub fn with_places(module: &[u8]) -> Result<Vec<u8>> {
    let mut names = NameMap::new();
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(sections) = section.as_known() else {
                    continue;
                };
                for section in sections {
                    let Name::Function(functions) = section? else {
                        continue;
                    };
                    for function in functions {
                        let function = function?;
                        if let Some(place) = function.index.checked_sub(imported) {
                            names.append(function.index, &format!("{place} {}", function.name));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut section = NameSection::new();
    section.functions(&names);
    let mut named = without_names(module)?;
    section.append_to(&mut named);
    Ok(named)
}

/// The module without the names of its functions.
pub fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    let mut written = wasm_encoder::Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let is_names =
            matches!(&payload, Payload::CustomSection(section) if section.name() == "name");
        if let (false, Some((id, range))) = (is_names, payload.as_section()) {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            let data = module.get(range).context("a section lies outside of it")?;
            written.section(&RawSection { id, data });
        }
    }
    Ok(written.finish())
}

/// The module and its glue with short names in the place of `__wbg_setAttribute_48ab1e7c2d11d8c7`.
pub fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut shortener = Shortener::default();
    let module = reencode(&mut shortener, module)?;
    ensure!(
        !shortener.names.is_empty(),
        "the WebAssembly imports nothing, so nothing was shortened"
    );
    let mut shortened = glue.to_owned();
    for (long, short) in &shortener.names {
        let key = format!("{long}: ");
        ensure!(
            shortened.matches(&key).count() == 1,
            "the glue does not have {long} exactly once"
        );
        shortened = shortened.replace(&key, &format!("{short}: "));
    }
    Ok((module, shortened))
}

fn reencode<R>(how: &mut R, module: &[u8]) -> Result<Vec<u8>>
where
    R: Reencode,
    R::Error: std::fmt::Display,
{
    let mut written = wasm_encoder::Module::new();
    if let Err(error) = how.parse_core_module(&mut written, Parser::new(0), module) {
        bail!("writing the WebAssembly anew: {error}");
    }
    Ok(written.finish())
}

#[derive(Default)]
struct Shortener {
    names: BTreeMap<String, String>,
}

impl Reencode for Shortener {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        for import in section.into_imports() {
            let import = import?;
            let entity: EntityType = self.entity_type(import.ty)?;
            let count = self.names.len();
            let short = self
                .names
                .entry(import.name.to_owned())
                .or_insert_with(|| format!("i{count}"));
            imports.import(import.module, short, entity);
        }
        Ok(())
    }
}
