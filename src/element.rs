//! The runtime behind the custom element: what the loader in `element/loader/` calls, and what a drawn card does.
//!
//! Texts cross the border as JSON and little else does, so the glue stays small. Nothing here throws; a call that the
//! loader makes never comes back to it before it returns.

mod adoption;
mod behaviour;
mod mounted;
mod panic;
mod runtime;
mod ticker;
