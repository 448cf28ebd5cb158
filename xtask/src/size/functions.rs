//! What each function of the kit's WebAssembly weighs, and each crate, uncompressed.
//!
//! A function belongs to the crate that its name begins with: an instance of `alloc::vec::Vec<T>` to the standard library,
//! whoever's `T` is, and `<T as Trait>` to the crate of `T`. What was inlined belongs to the function that it is in.

use crate::kit;
use anyhow::Result;
use std::{cmp::Reverse, collections::BTreeMap, ops::Range};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// How many functions are printed of a module.
const PRINTED: usize = 30;

/// A group of crates, and the names of those; what is in none is `OTHERS`.
const GROUPS: [(&str, &[&str]); 5] = [
    ("article_card", &["article_card"]),
    ("article_card_reader", &["article_card_reader"]),
    ("yew", &["yew"]),
    (
        "core, alloc, std",
        &["core", "alloc", "std", "compiler_builtins", "hashbrown"],
    ),
    (
        "wasm_bindgen, js_sys, web_sys",
        &["wasm_bindgen", "js_sys", "web_sys"],
    ),
];
const OTHERS: &str = "other crates, and exports";

/// A module of the kit, taken apart.
pub struct Module {
    pub name: &'static str,
    /// By their names; those of one name are one.
    pub functions: BTreeMap<String, usize>,
    /// Texts and tables.
    data: usize,
    /// What it weighs as it is in the kit.
    length: usize,
}

/// The modules of the kit that was built last.
pub fn modules() -> Result<Vec<Module>> {
    let named = kit::named_modules()?.into_iter();
    named.map(|(name, wasm)| Module::of(name, &wasm)).collect()
}

impl Module {
    /// Takes apart what still has its names.
    pub fn of(name: &'static str, wasm: &[u8]) -> Result<Self> {
        let mut names = BTreeMap::new();
        let mut lengths = Vec::new();
        let (mut imported, mut data) = (0, 0);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => lengths.push(with_length(length(body.range())?)),
                Payload::DataSection(section) => data = length(section.range())?,
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(sections) = section.as_known() {
                        for section in sections {
                            if let Name::Function(functions) = section? {
                                for function in functions {
                                    let function = function?;
                                    names.insert(function.index, readable(function.name));
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        let mut functions = BTreeMap::new();
        for (index, length) in (imported..).zip(lengths) {
            let name = names.remove(&index);
            *functions
                .entry(name.unwrap_or_else(|| "(no name)".to_owned()))
                .or_default() += length;
        }
        Ok(Self {
            name,
            functions,
            data,
            length: kit::without_names(wasm)?.len(),
        })
    }

    /// Its groups of crates and what is no function; together they are the file.
    pub fn parts(&self) -> Vec<(&'static str, usize)> {
        let mut parts: Vec<(&str, usize)> = GROUPS.iter().map(|(name, _)| (*name, 0)).collect();
        parts.push((OTHERS, 0));
        for (name, length) in &self.functions {
            let group = group(name);
            if let Some((_, sum)) = parts.iter_mut().find(|(known, _)| *known == group) {
                *sum += length;
            }
        }
        parts.push(("data", self.data));
        let sum: usize = parts.iter().map(|(_, length)| length).sum();
        parts.push(("imports, exports, types", self.length.saturating_sub(sum)));
        parts
    }

    pub fn sum(&self) -> usize {
        self.length
    }

    pub fn print(&self) {
        let row = |length: usize, name: &str| println!("{length:>9}  {name}");
        println!("\n{}: the largest functions, raw", self.name);
        let mut largest: Vec<_> = self.functions.iter().collect();
        largest.sort_by_key(|(_, length)| Reverse(**length));
        for (name, length) in largest.into_iter().take(PRINTED) {
            row(*length, name);
        }
        println!("\n{}: crates and the rest, raw", self.name);
        for (part, length) in self.parts() {
            row(length, part);
        }
        row(self.length, "sum");
    }
}

fn length(range: Range<u64>) -> Result<usize> {
    Ok(usize::try_from(range.end.saturating_sub(range.start))?)
}

/// What a function takes with the number before it that says how long it is, of seven bits for each byte.
fn with_length(body: usize) -> usize {
    let digits = body.checked_ilog2().unwrap_or_default() / 7 + 1;
    body + digits as usize
}

/// A name as it stands in the sources, without its place and without hashes.
fn readable(symbol: &str) -> String {
    let symbol = symbol
        .trim_start_matches(|sign: char| sign.is_ascii_digit())
        .trim_start();
    let name = plain(&format!("{:#}", rustc_demangle::demangle(symbol)));
    let is_hash =
        |hash: &str| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    match name.rsplit_once("::h") {
        Some((name, hash)) if is_hash(hash) => name.to_owned(),
        _ => name,
    }
}

fn group(function: &str) -> &'static str {
    let own = crate_of(function);
    let known = GROUPS
        .iter()
        .find(|(_, crates)| own.is_some_and(|own| crates.contains(&own)));
    known.map_or(OTHERS, |(name, _)| name)
}

/// The crate of the first path in a name.
fn crate_of(function: &str) -> Option<&str> {
    let (before, _) = function.split_once("::")?;
    let is_of_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    let word = before.rsplit(|sign| !is_of_word(sign)).next()?;
    (!word.is_empty()).then_some(word)
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

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, DataSection, Function, FunctionSection, Instruction, MemorySection,
        MemoryType, NameMap, NameSection, TypeSection,
    };

    fn wasm() -> Vec<u8> {
        let mut module = wasm_encoder::Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        let mut names = NameMap::new();
        let all = [
            (
                "0 _ZN12article_card4card4Card4draw17h0123456789abcdefE",
                200,
            ),
            ("<yew::virtual_dom::VNode as core::clone::Clone>::clone", 10),
            ("<&T as core::fmt::Debug>::fmt", 3),
            ("alloc::vec::Vec<article_card::Bullet>::push", 4),
            ("alloc::vec::Vec<article_card::Bullet>::push", 4),
            ("memcpy", 1),
        ];
        for (index, (name, nops)) in (0..).zip(all) {
            functions.function(0);
            let mut function = Function::new([]);
            for _ in 0..nops {
                function.instruction(&Instruction::Nop);
            }
            function.instruction(&Instruction::End);
            code.function(&function);
            names.append(index, name);
        }
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut data = DataSection::new();
        data.passive([7; 50]);
        let mut section = NameSection::new();
        section.functions(&names);
        module
            .section(&types)
            .section(&functions)
            .section(&memories)
            .section(&code)
            .section(&data)
            .section(&section);
        module.finish()
    }

    #[test]
    fn functions_have_their_names_and_lengths() {
        let module = Module::of("runtime", &wasm()).unwrap();
        let functions: Vec<_> = module
            .functions
            .iter()
            .map(|(name, length)| (&**name, *length))
            .collect();
        // A body has a byte for its locals and one for its end, and before it one or two for its length.
        let wanted = [
            ("<&T as core::fmt::Debug>::fmt", 6),
            ("<yew::virtual_dom::VNode as core::clone::Clone>::clone", 13),
            ("alloc::vec::Vec<article_card::Bullet>::push", 14),
            ("article_card::card::Card::draw", 204),
            ("memcpy", 4),
        ];
        assert_eq!(functions, wanted);
    }

    #[test]
    fn the_parts_are_together_the_file_without_names() {
        let wasm = wasm();
        let module = Module::of("runtime", &wasm).unwrap();
        let parts = module.parts();
        for (part, length) in [
            ("article_card", 204),
            ("article_card_reader", 0),
            ("yew", 13),
            ("core, alloc, std", 20),
            (OTHERS, 4),
        ] {
            assert!(parts.contains(&(part, length)), "{part} in {parts:?}");
        }
        let sum: usize = parts.iter().map(|(_, length)| length).sum();
        assert_eq!(sum, kit::without_names(&wasm).unwrap().len());
        assert!(sum < wasm.len());
    }

    #[test]
    fn a_function_belongs_to_the_crate_of_the_first_path() {
        for (name, own) in [
            ("article_card::view::draw", Some("article_card")),
            ("<&mut yew::html::Scope<T>>::push", Some("yew")),
            ("<(A,B) as core::fmt::Debug>::fmt", Some("core")),
            ("core::ptr::drop_in_place<yew::VNode>", Some("core")),
            ("memcpy", None),
        ] {
            assert_eq!(crate_of(name), own, "{name}");
        }
    }
}
