//! Where reports go, and the proof that one was made.

use crate::diagnostic::Diagnostic;

/// The proof that a mistake has been reported, in the place of what could not be made of it.
///
/// Only [`Reports`] makes one, so whatever gives `Err(Reported)` has said why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reported(());

/// A part of a whole, for whoever makes something of it.
pub(crate) fn part<T>(part: &Result<T, Reported>) -> Result<&T, Reported> {
    part.as_ref().map_err(|reported| *reported)
}

/// What has been reported so far.
#[derive(Debug, Default)]
pub(crate) struct Reports {
    list: Vec<Diagnostic>,
}

impl Reports {
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) -> Reported {
        self.list.push(diagnostic);
        Reported(())
    }

    /// The proof that something has been reported, if anything has.
    pub(crate) fn any(&self) -> Option<Reported> {
        (!self.list.is_empty()).then_some(Reported(()))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Whether the same has been reported at the same place.
    pub(crate) fn has(&self, diagnostic: &Diagnostic) -> bool {
        self.list.contains(diagnostic)
    }

    pub(crate) fn last(&self) -> Option<&Diagnostic> {
        self.list.last()
    }

    pub(crate) fn into_vec(self) -> Vec<Diagnostic> {
        self.list
    }
}

impl Extend<Diagnostic> for Reports {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: T) {
        self.list.extend(diagnostics);
    }
}
