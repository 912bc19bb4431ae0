//! The file in which everything is kept.

use std::path::Path;

use redb::{Database, ReadableDatabase, ReadableTable, TableDefinition, Value, WriteTransaction};
use token_codes::TokenCode;
use tokio::task::block_in_place;

use crate::time::is_past;
use crate::{accounts, downloads, sessions, tokens};

/// The store failed: no fault of the client, and nothing that it should know of.
#[derive(Debug, TokenCode)]
#[token(TOK008)]
pub struct StoreError(#[from] pub redb::Error);

/// Rows by their ids or names. Each module has its own.
pub type Table<R> = TableDefinition<'static, &'static str, R>;

/// What can be a row: numbers, texts, and tuples of them.
pub trait Row: for<'r> Value<SelfType<'r> = Self> + 'static {}

impl<R: for<'r> Value<SelfType<'r> = Self> + 'static> Row for R {}

/// A redb database. What it does waits for the disk; meanwhile, other requests go on on other threads.
pub struct Store(Database);

impl Store {
    /// Opens the store in this file, or makes it.
    pub fn open(file: &Path) -> Result<Self, redb::Error> {
        let store = Self(Database::create(file)?);
        let transaction = store.0.begin_write()?;
        // A table can be read only once it is there. What has expired meanwhile is not kept.
        transaction.open_table(accounts::TABLE)?;
        transaction
            .open_table(sessions::TABLE)?
            .retain(|_, (.., (_, refresh_until))| !is_past(refresh_until))?;
        transaction.open_table(tokens::TABLE)?.retain(|_, (.., until)| !is_past(until))?;
        transaction.open_table(downloads::TABLE)?.retain(|_, (_, until)| !is_past(until))?;
        transaction.commit()?;
        Ok(store)
    }

    /// The row of this key, if there is one.
    pub fn get<R: Row>(&self, table: Table<R>, key: &str) -> Result<Option<R>, StoreError> {
        let get = || {
            let row = self.0.begin_read()?.open_table(table)?.get(key)?;
            Ok(row.map(|row| row.value()))
        };
        block_in_place(get).map_err(StoreError)
    }

    /// Puts a row there, in the place of one that there may be.
    pub fn insert<R: Row>(&self, table: Table<R>, key: &str, row: R) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.open_table(table)?.insert(key, row)?;
            Ok(())
        })
    }

    /// Replaces the row of this key with what `change` makes of it, and says whether there was one to replace. Nothing
    /// comes between the two.
    pub fn update<R: Row>(
        &self,
        table: Table<R>,
        key: &str,
        change: impl FnOnce(R) -> Option<R>,
    ) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let mut table = transaction.open_table(table)?;
            let old = table.get(key)?.map(|row| row.value());
            let new = old.and_then(change);
            let found = new.is_some();
            if let Some(row) = new {
                table.insert(key, row)?;
            }
            Ok(found)
        })
    }

    /// Removes the row of this key, if there is one.
    pub fn remove<R: Row>(&self, table: Table<R>, key: &str) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.open_table(table)?.remove(key)?;
            Ok(())
        })
    }

    fn write<T>(
        &self,
        edit: impl FnOnce(&WriteTransaction) -> Result<T, redb::Error>,
    ) -> Result<T, StoreError> {
        let write = || {
            let transaction = self.0.begin_write()?;
            let value = edit(&transaction)?;
            transaction.commit()?;
            Ok(value)
        };
        block_in_place(write).map_err(StoreError)
    }
}
