//! Rendering that ends: a template that goes on writing, or counting, is stopped.

use std::cell::Cell;
use std::io::{self, Write};

use tera::{Context, Error, Kwargs, State, Tera, TeraResult};

use super::TemplateFault;
use crate::limits::{TEMPLATE_OUTPUT, TEMPLATE_RANGE};

thread_local! {
    /// Numbers that `range` gave in the document that this thread renders.
    static COUNTED: Cell<usize> = const { Cell::new(0) };
}

/// Renders a template.
///
/// # Errors
///
/// When it does not fit the context, or goes on above a limit.
pub(super) fn render(tera: &Tera, name: &str, context: &Context) -> Result<String, TemplateFault> {
    COUNTED.set(0);
    let mut out = Bounded { text: Vec::new(), full: false };
    let outcome = tera.render_to(name, context, &mut out);
    if out.full {
        let fault = TemplateFault::whole(name, TEMPLATE_OUTPUT.sentence());
        return Err(TemplateFault { hint: Some("Kijk of een for te vaak rondgaat.".to_owned()), ..fault });
    }
    outcome.map_err(|error| TemplateFault::new(&error, &[]))?;
    String::from_utf8(out.text).map_err(|_| TemplateFault::whole(name, "Het sjabloon geeft geen tekst.".to_owned()))
}

struct Bounded {
    text: Vec<u8>,
    full: bool,
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if TEMPLATE_OUTPUT.exceeded(self.text.len() + bytes.len()).is_some() {
            self.full = true;
            return Err(io::ErrorKind::WriteZero.into());
        }
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// `range(end=3)`, with `start` and `step_by` as tera has them.
#[expect(clippy::needless_pass_by_value, reason = "tera calls it so")]
pub(super) fn range(kwargs: Kwargs, _: &State) -> TeraResult<Vec<i64>> {
    let start = kwargs.get::<i64>("start")?.unwrap_or_default();
    let end = kwargs.must_get::<i64>("end")?;
    let step = kwargs.get::<i64>("step_by")?.unwrap_or(1);
    let size = usize::try_from(step.unsigned_abs()).unwrap_or(usize::MAX);
    let (low, high) = if step < 0 { (end, start) } else { (start, end) };
    let length =
        high.checked_sub(low).map_or(usize::MAX, |length| usize::try_from(length.max(0)).unwrap_or(usize::MAX));
    if size == 0 {
        return Err(Error::message("De stap van range is 0."));
    }
    let count = length.div_ceil(size);
    COUNTED.set(COUNTED.get().saturating_add(count));
    if TEMPLATE_RANGE.exceeded(COUNTED.get()).is_some() {
        return Err(Error::message(TEMPLATE_RANGE.sentence()));
    }
    Ok((0..count).scan(start, |next, _| Some(std::mem::replace(next, next.saturating_add(step)))).collect())
}
