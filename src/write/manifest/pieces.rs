//! Texts that are read one after the other as if they were one.

use std::io::{self, Cursor, Read};

pub(super) struct Pieces<T> {
    pub pieces: T,
    /// The piece that is being read.
    pub rest: Cursor<Vec<u8>>,
}

impl<T: Iterator<Item = Vec<u8>>> Read for Pieces<T> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.rest.read(to)?;
            if read > 0 || to.is_empty() {
                return Ok(read);
            }
            match self.pieces.next() {
                Some(piece) => self.rest = Cursor::new(piece),
                None => return Ok(0),
            }
        }
    }
}
