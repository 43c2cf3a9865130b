//! Programs, each in a process group of its own: whatever they started ends with them, also on Ctrl-C.

use std::{
    io::ErrorKind,
    os::unix::process::CommandExt,
    process::{self, Child, Command, ExitStatus, Stdio},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use nix::{
    sys::{
        signal::{Signal, killpg},
        wait::{WaitPidFlag, WaitStatus, waitpid},
    },
    unistd::Pid,
};

use crate::Result;

/// The process groups that live now.
static GROUPS: Mutex<Vec<i32>> = Mutex::new(Vec::new());
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Browsers and servers get this long to tidy up after themselves.
const PATIENCE: Duration = Duration::from_secs(8);
/// After that nothing is asked any more, and what remains is beyond this program's reach.
const LAST_PATIENCE: Duration = Duration::from_secs(1);
/// The exit code of a program that Ctrl-C ended.
const INTERRUPTED_CODE: i32 = 130;

/// Runs a program to its end; anything but success is a sentence.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    let status = start(command)?.wait()?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status}).")) }
}

/// What a program prints, if it exists and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Starts a program that goes on beside this one.
pub fn start(command: &mut Command) -> Result<Running> {
    let line = line(command);
    let child = command.stdin(Stdio::null()).process_group(0).spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => format!("`{}` is not installed.", command.get_program().display()),
        _ => format!("Cannot start `{line}`: {error}."),
    })?;
    let group = i32::try_from(child.id()).map_err(|_| format!("`{line}` has no usable process number."))?;
    groups(|groups| groups.push(group));
    Ok(Running { child, group, line })
}

/// On Ctrl-C and on termination, ends every program that was started, then this one.
pub fn end_all_when_interrupted() -> Result<()> {
    adopt_orphans();
    ctrlc::set_handler(|| {
        INTERRUPTED.store(true, Ordering::SeqCst);
        eprintln!("\nStopping.");
        for group in groups(|groups| groups.clone()) {
            end(group);
        }
        process::exit(INTERRUPTED_CODE);
    })
    .map_err(|error| format!("Cannot listen for Ctrl-C: {error}."))
}

/// A program that was started, with its process group. Dropping it ends both.
pub struct Running {
    child: Child,
    group: i32,
    line: String,
}

impl Running {
    /// How the program ended, if it did.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        let status = self.child.try_wait().ok().flatten();
        leave_the_end_to_the_interrupt();
        status
    }

    fn wait(&mut self) -> Result<ExitStatus> {
        let status = self.child.wait().map_err(|error| format!("Cannot wait for `{}`: {error}.", self.line));
        leave_the_end_to_the_interrupt();
        status
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        end(self.group);
        groups(|groups| groups.retain(|group| *group != self.group));
    }
}

/// Asks a group to end, and insists when it does not.
fn end(group: i32) {
    let group = Pid::from_raw(group);
    for (signal, patience) in [(Signal::SIGTERM, PATIENCE), (Signal::SIGKILL, LAST_PATIENCE)] {
        // A failure means that nothing of it lives any more.
        let _ = killpg(group, signal);
        let asked = Instant::now();
        while lives(group) && asked.elapsed() < patience {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

fn lives(group: Pid) -> bool {
    // What ended counts as alive until somebody has asked how it ended; here the answer does not matter.
    let ended = Pid::from_raw(-group.as_raw());
    while waitpid(ended, Some(WaitPidFlag::WNOHANG)).is_ok_and(|status| status != WaitStatus::StillAlive) {}
    killpg(group, None).is_ok()
}

/// What a program leaves behind becomes this one's to ask after: not every machine has a first process that does.
#[cfg(target_os = "linux")]
fn adopt_orphans() {
    // Without it, ending takes a little longer.
    let _ = nix::sys::prctl::set_child_subreaper(true);
}
#[cfg(not(target_os = "linux"))]
fn adopt_orphans() {}

/// After Ctrl-C a program's end is no news: the handler ends this one too, and must not be overtaken by an error.
fn leave_the_end_to_the_interrupt() {
    while INTERRUPTED.load(Ordering::SeqCst) {
        thread::park();
    }
}

fn groups<T>(change: impl FnOnce(&mut Vec<i32>) -> T) -> T {
    change(&mut GROUPS.lock().unwrap_or_else(PoisonError::into_inner))
}

/// The program as one would type it.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_which_program_failed_and_how() {
        assert_eq!(
            run(Command::new("sh").args(["-c", "exit 3"])),
            Err("`sh -c exit 3` failed (exit status: 3).".into())
        );
        assert_eq!(run(&mut Command::new("no-such-program")), Err("`no-such-program` is not installed.".into()));
    }

    #[test]
    fn ends_what_a_program_started() {
        // As the commands do: on a machine whose first process asks after nobody, what ended would count as alive.
        adopt_orphans();
        let running = start(Command::new("sh").args(["-c", "sleep 60 & sleep 60"])).expect("a shell");
        let group = Pid::from_raw(running.group);
        assert!(killpg(group, None).is_ok());
        drop(running);
        assert!(killpg(group, None).is_err());
    }
}
