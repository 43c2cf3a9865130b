//! The portal and a sandbox, served for development until Ctrl-C.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use crate::{
    Result,
    arguments::Dev,
    process::{self, Running},
    sandbox::{self, Customer, Profile},
    tools,
};

/// Where Trunk.toml sends what the gateway answers.
const SANDBOX: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8090);
/// A sandbox that takes longer to start hangs.
const START: Duration = Duration::from_secs(30);
const GLANCE: Duration = Duration::from_millis(200);

/// Brings what is missing, starts both, and ends both together.
pub fn run(options: &Dev) -> Result<()> {
    let portal = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    if portal == SANDBOX {
        return Err(format!("Port {} is the sandbox's: choose another with --port.", options.port));
    }
    must_be_free(portal, "choose another with --port")?;
    must_be_free(SANDBOX, "the sandbox needs it (is another `cargo xtask dev` running?)")?;
    tools::wasm_target()?;
    let trunk = tools::trunk()?;
    let path = tools::path_with_wasm_bindgen()?;

    tools::say("Building the sandbox");
    let program = sandbox::build(Profile::Debug)?;
    let mut sandbox =
        process::start(Command::new(program).args(["--listen", &SANDBOX.to_string()]).args(&options.sandbox))?;
    let customers = first_answer(&mut sandbox)?;

    tools::say("Building the portal (some minutes the first time)");
    let port = options.port.to_string();
    let mut server = process::start(Command::new(trunk).args(["serve", "--port", &port]).env("PATH", path))?;
    while TcpStream::connect(portal).is_err() {
        both_live(&mut sandbox, &mut server)?;
        thread::sleep(GLANCE);
    }

    println!("\nCustomers of the sandbox to search for:\n{}", sandbox::table(&customers));
    // Last, where it stays in sight: there are many customers.
    println!("\nThe portal: http://{portal}\nCtrl-C ends it. It is rebuilt on change; reload the page to see it.");
    loop {
        both_live(&mut sandbox, &mut server)?;
        thread::sleep(GLANCE);
    }
}

/// Waits until the sandbox answers. Its answer is wanted anyway, and shows that it is up.
fn first_answer(sandbox: &mut Running) -> Result<Vec<Customer>> {
    let started = Instant::now();
    loop {
        if let Some(status) = sandbox.ended() {
            return Err(format!("The sandbox did not start ({status})."));
        }
        match sandbox::customers(SANDBOX) {
            Ok(customers) => return Ok(customers),
            Err(sentence) if started.elapsed() > START => return Err(sentence),
            Err(_) => thread::sleep(GLANCE),
        }
    }
}

/// One is of no use without the other: leaving ends what is left.
fn both_live(sandbox: &mut Running, server: &mut Running) -> Result<()> {
    if let Some(status) = sandbox.ended() {
        return Err(format!("The sandbox ended ({status}), so the portal's server was stopped too."));
    }
    if let Some(status) = server.ended() {
        return Err(format!("The portal's server ended ({status}), so the sandbox was stopped too."));
    }
    Ok(())
}

fn must_be_free(address: SocketAddr, otherwise: &str) -> Result<()> {
    match TcpListener::bind(address) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("Port {} cannot be used ({error}): {otherwise}.", address.port())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_one_sentence() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = taken.local_addr().expect("its address");
        let sentence = must_be_free(address, "choose another with --port").expect_err("it is taken");
        assert!(sentence.starts_with(&format!("Port {} cannot be used", address.port())), "{sentence}");
        assert!(sentence.ends_with("choose another with --port."), "{sentence}");
    }

    #[test]
    fn trunk_sends_the_gateways_paths_to_the_sandbox() {
        let configuration = include_str!("../../Trunk.toml");
        for path in ["/b2b-gateway", "/api/v2", "/config.json", "/session", "/sandbox", "/csp-report"] {
            assert!(configuration.contains(&format!("backend = \"http://{SANDBOX}{path}\"")), "{path}");
        }
    }
}
