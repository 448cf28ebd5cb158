//! Takes out of the compiled card what no card can reach, and shortens the names between it and its glue.
//!
//! The linker has to keep what Yew could need: listeners, raw HTML, portals, suspense. The card has none of them, and its
//! browser tests run on what is left. Functions go, and then the tables that only they have read. Together this is 11 KB
//! less (brotli).

use anyhow::{Context, Result, bail, ensure};
use std::{collections::BTreeMap, ops::Range};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, DataSection, EntityType, Function, ImportSection, Instruction};
use wasmparser::{
    Data, DataKind, FunctionBody, ImportSectionReader, KnownCustom, MemArg, Name, Operator, Parser,
    Payload, TypeRef,
};

/// What is left of a function's body.
#[derive(Clone, Copy)]
pub enum Body {
    /// It stops the instance: a card cannot get there.
    Unreachable,
    /// It writes nothing and says that it has: a panic message without the value that was unexpected.
    Silent,
}

/// Functions by a part of their names, and what is left of them. Each has to be there, so that no entry outlives what it was
/// about.
pub type Stub = (&'static str, Body);

/// What no card can reach.
pub const RUNTIME: [Stub; 14] = [
    // The view has no listeners; `behaviour` wires them by delegation.
    (
        "yew::dom_bundle::subtree_root::SubtreeData::add_listener",
        Body::Unreachable,
    ),
    (
        "yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone",
        Body::Unreachable,
    ),
    (
        "yew::dom_bundle::btag::listeners::ListenerRegistration::register",
        Body::Unreachable,
    ),
    (
        "yew::dom_bundle::subtree_root::BSubtree::ensure_handled",
        Body::Unreachable,
    ),
    // Nor raw HTML, portals, suspense, nodes that are used twice, or two elements of one tag and other attributes that
    // take each other's place: a browser test puts every fixture in the place of every other.
    (
        "yew::virtual_dom::Attributes>::apply_diff_as_maps",
        Body::Unreachable,
    ),
    ("yew::virtual_dom::vraw::VRaw", Body::Unreachable),
    ("yew::dom_bundle::braw::BRaw", Body::Unreachable),
    ("yew::virtual_dom::vportal::VPortal", Body::Unreachable),
    ("yew::virtual_dom::vsuspense::VSuspense", Body::Unreachable),
    (
        "yew::virtual_dom::vnode::VNode as core::clone::Clone",
        Body::Unreachable,
    ),
    // The card sets a panic hook of its own before Yew can set this one.
    ("console_error_panic_hook::hook", Body::Unreachable),
    // Unexpected values in panic messages bring tables of Unicode along.
    ("<char as core::fmt::Debug>::fmt", Body::Silent),
    (
        "<wasm_bindgen::JsValue as core::fmt::Debug>::fmt",
        Body::Silent,
    ),
    (
        "<core::ops::range::Range<usize> as core::fmt::Debug>::fmt",
        Body::Silent,
    ),
];

/// What the reader does not say: it has no panic hook, so nobody would see the message before the instance stops.
pub const READER: [Stub; 2] = [
    ("core::panicking::panic_fmt", Body::Unreachable),
    ("core::str::slice_error_fail_rt", Body::Unreachable),
];

/// A table by its first and its last bytes. Each has to be there once, and nothing that is left may refer to it.
pub type Table = (&'static [u8], &'static [u8]);

/// Which characters are printable, and which extend others: for characters in panic messages. Rust 1.95 has them so.
const PRINTABLE: Table = (
    &[0, 6, 1, 1, 3, 1, 4, 2, 5, 7, 7, 2, 8, 8, 9, 2],
    &[0x80, 0x8d, 4, 0x80, 0xbe, 3, 0x1b, 3, 0x0f, 0x0d],
);
const EXTENDING: Table = (
    &[0, 0x70, 0, 7, 0, 0x2d, 1, 1, 1, 2, 1, 2, 1, 1],
    &[1, 0, 7, 0x6d, 7, 0, 0x60, 0x80, 0xf0, 0],
);
/// The names of the events that Yew could listen to.
const EVENTS: Table = (b"onabort", b"ontransitionstart");

/// What only stubs of the runtime have read.
pub const RUNTIME_TABLES: [Table; 3] = [PRINTABLE, EXTENDING, EVENTS];

/// What only stubs of the reader have read.
pub const READER_TABLES: [Table; 2] = [PRINTABLE, EXTENDING];

/// The module without the bodies of what cannot be reached; it needs the names that the compiler wrote.
pub fn stub(module: &[u8], wanted: &[Stub]) -> Result<Vec<u8>> {
    let mut bodies = BTreeMap::new();
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
                        for ((part, body), found) in wanted.iter().zip(&mut found) {
                            // What drops a value may serve other types too, where the code is the same.
                            if name.contains(part) && !name.contains("drop_in_place") {
                                bodies.insert(function.index, *body);
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
        .map(|((part, _), _)| *part)
        .collect();
    ensure!(
        missing.is_empty(),
        "xtask/src/slim.rs names functions that are no longer there: {}",
        missing.join(", ")
    );
    let mut stubber = Stubber {
        bodies,
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

/// The module with zeros in the place of those tables, which weigh nothing when they are compressed.
pub fn blank(module: &[u8], tables: &[Table]) -> Result<Vec<u8>> {
    let mut blanks = Vec::new();
    for (first, last) in tables {
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            let Payload::DataSection(segments) = payload? else {
                continue;
            };
            for segment in segments {
                let segment = segment?;
                found.extend(places(&segment, first, last)?);
            }
        }
        ensure!(
            found.len() == 1,
            "xtask/src/slim.rs knows a table that is there {} times, and not once: {}",
            found.len(),
            String::from_utf8_lossy(first)
        );
        blanks.append(&mut found);
    }
    let mut blanker = Blanker {
        blanks,
        referred: None,
    };
    let module = reencode(&mut blanker, module)?;
    if let Some(address) = blanker.referred {
        bail!("xtask/src/slim.rs has a table blanked at {address} that something still refers to");
    }
    Ok(module)
}

/// The addresses between first and last bytes, both of them included.
fn places(segment: &Data<'_>, first: &[u8], last: &[u8]) -> Result<Vec<Range<u32>>> {
    let address = address(segment)?;
    let mut places = Vec::new();
    for start in 0..segment.data.len() {
        let rest = &segment.data[start..];
        if rest.starts_with(first) {
            let length = rest.windows(last.len()).position(|bytes| bytes == last);
            let length = length.context("a table has an end")? + last.len();
            let start = address + u32::try_from(start)?;
            places.push(start..start + u32::try_from(length)?);
        }
    }
    Ok(places)
}

fn address(segment: &Data<'_>) -> Result<u32> {
    let DataKind::Active { offset_expr, .. } = &segment.kind else {
        bail!("the card has a data segment without a place");
    };
    match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("the place of a data segment is {other:?}"),
    }
}

struct Blanker {
    blanks: Vec<Range<u32>>,
    /// A place in them that something refers to.
    referred: Option<u32>,
}

impl Blanker {
    fn see(&mut self, address: u32) {
        if self.blanks.iter().any(|blank| blank.contains(&address)) {
            self.referred = Some(address);
        }
    }
}

impl Reencode for Blanker {
    type Error = std::convert::Infallible;

    fn instruction<'a>(
        &mut self,
        operator: Operator<'a>,
    ) -> Result<Instruction<'a>, Error<Self::Error>> {
        if let Operator::I32Const { value } = operator {
            self.see(value.cast_unsigned());
        }
        utils::instruction(self, operator)
    }

    fn mem_arg(&mut self, argument: MemArg) -> Result<wasm_encoder::MemArg, Error<Self::Error>> {
        if let Ok(offset) = u32::try_from(argument.offset) {
            self.see(offset);
        }
        utils::mem_arg(self, argument)
    }

    fn parse_data(
        &mut self,
        section: &mut DataSection,
        segment: Data<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let mut data = segment.data.to_vec();
        if let Ok(address) = address(&segment) {
            for (byte, place) in data.iter_mut().zip(address..) {
                if self.blanks.iter().any(|blank| blank.contains(&place)) {
                    *byte = 0;
                }
            }
            // Pointers stand at addresses that four divides.
            let before = address.next_multiple_of(4) - address;
            for word in data
                .get(before as usize..)
                .unwrap_or_default()
                .chunks_exact(4)
            {
                if let Ok(word) = word.try_into() {
                    self.see(u32::from_le_bytes(word));
                }
            }
        }
        let data = &data;
        utils::parse_data(self, section, Data { data, ..segment })
    }
}

struct Stubber {
    bodies: BTreeMap<u32, Body>,
    next: u32,
}

impl Reencode for Stubber {
    type Error = std::convert::Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let left = self.bodies.get(&self.next).copied();
        self.next += 1;
        let Some(left) = left else {
            return utils::parse_function_body(self, code, body);
        };
        let mut function = Function::new([]);
        match left {
            Body::Unreachable => function.instruction(&Instruction::Unreachable),
            Body::Silent => function.instruction(&Instruction::I32Const(0)),
        };
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
