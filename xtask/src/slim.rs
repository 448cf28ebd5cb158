//! Takes out of the compiled card what no card can reach, and shortens the names between it and its glue.
//!
//! The linker has to keep what Yew could need: listeners, raw HTML, portals, suspense. The card has none of them.

mod tables;

pub use tables::RUNTIME;

use anyhow::{Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, EntityType, Function, ImportSection, Instruction};
use wasmparser::{FunctionBody, ImportSectionReader, KnownCustom, Name, Parser, Payload, TypeRef};

/// The module without the bodies of what cannot be reached; it needs the names that the compiler wrote.
pub fn stub(module: &[u8], wanted: &[&str]) -> Result<Vec<u8>> {
    let mut unreachable = BTreeSet::new();
    let mut found = vec![false; wanted.len()];
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(names) = section.as_known() else {
                    continue;
                };
                for subsection in names {
                    let Name::Function(functions) = subsection? else {
                        continue;
                    };
                    for function in functions {
                        let function = function?;
                        // The hashes of crates stand in brackets.
                        let name = plain(&format!("{:#}", rustc_demangle::demangle(function.name)));
                        for (part, found) in wanted.iter().zip(&mut found) {
                            // What drops a value may serve other types too, where the code is the same.
                            if name.contains(part) && !name.contains("drop_in_place") {
                                unreachable.insert(function.index);
                                *found = true;
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let missing: Vec<&str> = wanted
        .iter()
        .zip(found)
        .filter(|(_, found)| !found)
        .map(|(part, _)| *part)
        .collect();
    ensure!(
        missing.is_empty(),
        "xtask/src/slim/tables.rs names functions that are no longer there: {}",
        missing.join(", ")
    );
    let mut stubber = Stubber {
        unreachable,
        next: imported,
    };
    reencode(&mut stubber, module)
}

/// A name without the hashes that newer symbols carry in brackets.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        match after.split_once(']') {
            Some((hash, after))
                if hash.len() > 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
            {
                rest = after
            }
            _ => {
                plain.push('[');
                rest = after;
            }
        }
    }
    plain + rest
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

struct Stubber {
    unreachable: BTreeSet<u32>,
    next: u32,
}

impl Reencode for Stubber {
    type Error = std::convert::Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let index = self.next;
        self.next += 1;
        if !self.unreachable.contains(&index) {
            return utils::parse_function_body(self, code, body);
        }
        let mut function = Function::new([]);
        function.instruction(&Instruction::Unreachable);
        function.instruction(&Instruction::End);
        code.function(&function);
        Ok(())
    }
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
