//! The programs that show what an edit breaks, in files.

use std::fs;
use std::io;
use std::path::Path;

use token_codes_build::diff::{Comparison, witness};

use crate::mistake::Mistake;

/// Writes a program for each edit that has one, and says how many there are.
///
/// # Errors
///
/// If something is in the folder already, or it cannot be written.
pub(super) fn write(compared: &Comparison, folder: &Path) -> Result<String, Mistake> {
    let shown = folder.display();
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        let help = "name an empty one, or one that is not there yet: what is there would be lost";
        return Err(Mistake::usage(format!("the folder `{shown}` is not empty")).help(help));
    }
    let findings = compared.findings.iter().map(|located| &located.finding);
    let programs = findings.filter_map(|finding| Some((finding.rule, witness(&compared.old, finding)?)));
    let mut count = 0;
    let written = programs.enumerate().try_for_each(|(index, (rule, program))| {
        count = index + 1;
        fs::create_dir_all(folder)?;
        fs::write(folder.join(format!("{count:03}-{rule}.rs")), program)
    });
    let cannot = |error: io::Error| Mistake::answer(format!("cannot write into `{shown}`: {error}"));
    written.map_err(cannot)?;
    let programs = if count == 1 { "program" } else { "programs" };
    Ok(format!("{count} {programs} in `{shown}`; in them, the crate with the catalog is called `catalog`"))
}
