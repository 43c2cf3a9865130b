//! Statements of an account: the last, the next, one by its closure, their operations and reprints (seed 004:1-804).

mod last_statement;
mod list_statements;
mod next_statement;
mod one_statement;
mod statement;

pub use last_statement::{ListLastStatementOperations, ReprintLastStatement, RetrieveLastStatement};
pub use list_statements::ListStatements;
pub use next_statement::{ListNextStatementOperations, RetrieveNextStatement};
pub use one_statement::{ListStatementOperations, ReprintStatement, RetrieveStatement};
pub use statement::{ReprintRequested, Statement, StatementEmbed, StatementReprint};
