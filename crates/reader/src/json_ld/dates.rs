//! Dates of anything in the graph.

use super::node::Node;
use crate::clean::Cleaner;
use article_card::article::Moment;

/// The first of the members that is a date.
pub(super) fn moment(
    node: &Node<'_>,
    field: &'static str,
    names: &[&str],
    cleaner: &Cleaner<'_>,
) -> Option<Moment> {
    names.iter().find_map(|name| {
        let values = node.values(name, cleaner);
        values.iter().find_map(|found| cleaner.moment(field, found))
    })
}
