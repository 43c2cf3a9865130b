//! The sandbox gateway as the commands use it: built, started, asked.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::PathBuf,
    process::Command,
    time::Duration,
};

use serde_json::Value;

use crate::{Result, process};

/// A customer of the sandbox worth trying.
#[derive(Debug, PartialEq)]
pub struct Customer {
    /// What to type into the search.
    pub search: String,
    /// What one sees then.
    pub shows: String,
}

/// How the sandbox is compiled.
#[derive(Clone, Copy)]
pub enum Profile {
    /// Quick to compile.
    Debug,
    /// Quick to answer.
    Measured,
}

/// Compiles the sandbox and says where it lies.
pub fn build(profile: Profile) -> Result<PathBuf> {
    let (name, folder) = match profile {
        Profile::Debug => ("dev", "debug"),
        Profile::Measured => ("tool", "tool"),
    };
    process::run(Command::new("cargo").args(["build", "--quiet", "--package", "sandbox", "--profile", name]))?;
    let program = PathBuf::from("target").join(folder).join("sandbox");
    program.canonicalize().map_err(|error| format!("Cannot find {}: {error}.", program.display()))
}

/// Asks a running sandbox for the customers worth trying.
pub fn customers(address: SocketAddr) -> Result<Vec<Customer>> {
    let answer =
        get(address, "/sandbox/customers").map_err(|error| format!("The sandbox does not answer: {error}."))?;
    read_customers(&answer)
}

/// Customers in two columns.
pub fn table(customers: &[Customer]) -> String {
    let width = customers.iter().map(|customer| customer.search.chars().count()).max().unwrap_or_default();
    customers.iter().map(|Customer { search, shows }| format!("  {search:width$}  {shows}\n")).collect()
}

/// HTTP/1.0, so that the answer comes in one piece and ends with the connection.
fn get(address: SocketAddr, path: &str) -> std::io::Result<String> {
    let patience = Duration::from_secs(2);
    let mut connection = TcpStream::connect_timeout(&address, patience)?;
    connection.set_read_timeout(Some(patience))?;
    write!(connection, "GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n")?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    Ok(answer)
}

fn read_customers(answer: &str) -> Result<Vec<Customer>> {
    let body = match answer.split_once("\r\n\r\n") {
        Some((head, body)) if head.split_whitespace().nth(1) == Some("200") => body,
        _ => return Err(format!("The sandbox lists no customers: {:?}.", answer.lines().next().unwrap_or_default())),
    };
    let customers = serde_json::from_str::<Vec<Value>>(body)
        .map_err(|error| format!("The sandbox's list of customers cannot be read: {error}."))?;
    let text = |customer: &Value, field: &str| customer[field].as_str().unwrap_or_default().to_owned();
    Ok(customers.iter().map(|one| Customer { search: text(one, "search"), shows: text(one, "shows") }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customer(search: &str, shows: &str) -> Customer {
        Customer { search: search.into(), shows: shows.into() }
    }

    #[test]
    fn reads_the_customers_worth_trying() {
        let answer = "HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n\
                      [{\"search\":\"paul@yahoo.com\",\"shows\":\"a locked wallet\"}]";
        assert_eq!(read_customers(answer), Ok(vec![customer("paul@yahoo.com", "a locked wallet")]));
    }

    #[test]
    fn says_what_came_instead() {
        assert_eq!(
            read_customers("HTTP/1.0 404 Not Found\r\n\r\n"),
            Err("The sandbox lists no customers: \"HTTP/1.0 404 Not Found\".".into())
        );
    }

    #[test]
    fn lines_up_two_columns() {
        let customers = [customer("Müller", "two matches"), customer("+49 170 1", "one")];
        assert_eq!(table(&customers), "  Müller     two matches\n  +49 170 1  one\n");
    }
}
