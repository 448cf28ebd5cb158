//! Where things are, by what is said of them.

use super::graph::identifier;
use super::node::Node;
use crate::clean::Cleaner;
pub(super) use crate::page_address::is_absolute;
use crate::search::before;
use crate::source_value::SourceValue;
use article_card::article::Link;
use article_card::report::Path;

/// An address as it is written, and its path.
pub(super) type Address<'g> = (&'g str, Path);

impl<'g> Node<'g> {
    /// The addresses that a member states, as texts or as identifiers.
    pub(super) fn addresses(&self, name: &str, cleaner: Option<&Cleaner<'_>>) -> Vec<Address<'g>> {
        let values = self.look(name, cleaner);
        let mut addresses = Vec::new();
        for value in values {
            let stated = if value.members().is_empty() {
                Some(value)
            } else {
                identifier(&value)
            };
            push_address(stated, &mut addresses);
        }
        addresses
    }

    /// Those of its identifiers that are addresses.
    pub(super) fn identifiers(&self) -> Vec<Address<'g>> {
        let mut identifiers = Vec::new();
        for part in &self.parts {
            push_address(identifier(part), &mut identifiers);
        }
        keep(&mut identifiers, &|address| {
            is_absolute(address) || address.starts_with('/')
        });
        identifiers
    }

    /// Where an article is read, by what it says of itself; the best first.
    pub(super) fn pages(&self, cleaner: Option<&Cleaner<'_>>) -> Vec<Address<'g>> {
        let mut pages = self.addresses("url", cleaner);
        let mut identifiers = Vec::new();
        for page in self.look("mainEntityOfPage", cleaner) {
            let page = Node::at(&page, self.graph);
            match page.as_text() {
                // Some write that it is one, not of which page.
                Some(text) if !text.text().is_some_and(|text| text.contains('/')) => {}
                Some(text) => push_address(Some(text), &mut pages),
                None => {
                    pages.append(&mut page.addresses("url", cleaner));
                    identifiers.append(&mut page.identifiers());
                }
            }
        }
        identifiers.append(&mut self.identifiers());
        for (id, _) in &mut identifiers {
            *id = before(id, b"#");
        }
        pages.append(&mut identifiers);
        pages
    }
}

/// Keeps those addresses that are meant.
pub(super) fn keep(addresses: &mut Vec<Address<'_>>, is_meant: &dyn Fn(&str) -> bool) {
    addresses.retain(|(address, _)| is_meant(address));
}

/// Keeps those that do not name a part of a page: with a fragment an address is the page's name for something.
pub(super) fn keep_whole(addresses: &mut Vec<Address<'_>>) {
    keep(addresses, &|address| !address.contains('#'));
}

/// The first of the addresses that can be used.
pub(super) fn link(
    addresses: &[Address<'_>],
    field: &'static str,
    cleaner: &Cleaner<'_>,
) -> Option<Link> {
    let mut addresses = addresses.iter();
    addresses.find_map(|(address, path)| cleaner.link(field, address, path))
}

/// Adds the address that a text is.
pub(super) fn push_address<'g>(found: Option<SourceValue<'g>>, addresses: &mut Vec<Address<'g>>) {
    if let Some(found) = found
        && let Some(address) = found.text()
    {
        addresses.push((address, found.path));
    }
}
