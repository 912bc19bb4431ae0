//! What the figures and their guard share.
#![deny(missing_docs)]

pub mod executable;
