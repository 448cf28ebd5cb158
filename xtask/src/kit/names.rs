//! Short names between a WebAssembly and its glue, in the place of `__wbg_setAttribute_48ab1e7c2d11d8c7`.

use anyhow::{Result, bail, ensure};
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{EntityType, ImportSection};
use wasmparser::{ImportSectionReader, Parser};

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
