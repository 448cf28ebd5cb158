//! What takes long to make, kept for those who ask next.

use std::borrow::Borrow;
use std::cell::RefCell;
use std::rc::Rc;

/// How many are kept: more than the languages and zones of one newsroom, and few enough for data that names many.
const MOST: usize = 32;

/// The last values that were made, by their keys.
pub(super) struct Cache<K, T>(RefCell<Vec<(K, Rc<T>)>>);

impl<K, T> Cache<K, T> {
    pub(super) const fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }

    /// The value of that key, made if it is not there; what cannot be made is not cached.
    pub(super) fn get<Q>(&self, key: &Q, make: impl FnOnce() -> Option<T>) -> Option<Rc<T>>
    where
        K: Borrow<Q>,
        Q: PartialEq + ToOwned<Owned = K> + ?Sized,
    {
        let is_it = |(known, _): &&(K, Rc<T>)| known.borrow() == key;
        if let Some((_, value)) = self.0.borrow().iter().find(is_it) {
            return Some(value.clone());
        }
        let value = Rc::new(make()?);
        let mut values = self.0.borrow_mut();
        if values.len() == MOST {
            values.remove(0);
        }
        values.push((key.to_owned(), value.clone()));
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cache, MOST};

    #[test]
    fn a_value_is_made_once_and_the_oldest_goes() {
        let cache: Cache<String, usize> = Cache::new();
        for number in 0..MOST {
            cache.get(&number.to_string(), || Some(number));
        }
        let first = cache.get("0", || None);
        assert_eq!(first.as_deref(), Some(&0));
        cache.get("new", || Some(MOST));
        assert_eq!(cache.get("0", || None), None);
        assert_eq!(cache.get("1", || None).as_deref(), Some(&1));
        assert_eq!(cache.0.borrow().len(), MOST);
    }
}
