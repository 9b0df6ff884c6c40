//! The command line: arguments in, library calls, data to standard output, words to standard
//! error. No algorithm lives here.

mod args;
mod clusters;
mod console;
mod digest;
mod eval;
mod generate;
mod group;
mod journal;
mod lines;
mod method;
mod rouge;
mod scoring;
mod segment;
mod sink;
mod state;
mod summarize;
mod systems;
mod target;

use std::io::{self, ErrorKind, IsTerminal as _};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use rayon::{ThreadPool, ThreadPoolBuilder};

use args::{Args, Command};
use console::Console;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Everything was done.
    Done,
    /// Done, but some input was bad or a gate was missed.
    Flawed,
    /// Usage, or nothing could be done.
    Fatal,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Flawed => 1,
            Status::Fatal => 2,
        })
    }
}

/// Parses the arguments and runs the command. A reader that has gone away (`| head`) is no error.
pub(crate) fn run() -> Status {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version come this way too, and go to standard output.
            let status = if error.use_stderr() { Status::Fatal } else { Status::Done };
            // Nothing can be said when even this cannot be printed.
            let _ = error.print();
            return status;
        }
    };
    let console = Console::new(&args.global);
    match execute(args, &console) {
        Ok(status) => status,
        Err(error) if is_broken_pipe(&error) => Status::Done,
        Err(error) => {
            console.error(&error);
            Status::Fatal
        }
    }
}

fn execute(args: Args, console: &Console) -> anyhow::Result<Status> {
    if args.command.reads_standard_input() && io::stdin().is_terminal() {
        console.note(WAITING);
    }
    let context = Context {
        console,
        strict: args.global.strict,
        seed: args.global.seed,
        pool: pool(args.global.threads)?,
    };
    match args.command {
        Command::Summarize(args) => summarize::run(&args, &context),
        Command::Digest(args) => digest::run(&args, &context),
        Command::Group(args) => group::run(&args, &context),
        Command::Segment(args) => segment::run(&args, &context),
        Command::Eval(args) => eval::run(&args, &context),
        Command::Rouge(args) => rouge::run(&args, &context),
        Command::Completions { shell } => generate::completions(shell),
        Command::Man => generate::man(),
    }
}

/// What is said to somebody at a terminal, who may not know that the program waits for text.
const WAITING: &str = if cfg!(windows) {
    "note: reading from standard input; type or paste text and end it with Ctrl-Z and Enter, or stop \
     with Ctrl-C and name a file or a folder"
} else {
    "note: reading from standard input; type or paste text and end it with Ctrl-D on a new line, or \
     stop with Ctrl-C and name a file or a folder"
};

/// What every command gets.
struct Context<'a> {
    console: &'a Console,
    strict: bool,
    seed: u64,
    pool: Arc<ThreadPool>,
}

/// The threads of the run; all cores where none are named.
fn pool(threads: Option<usize>) -> anyhow::Result<Arc<ThreadPool>> {
    // This thread is one of them: with one thread nothing is handed over, with two there are two.
    let pool =
        ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0)).use_current_thread().build()?;
    Ok(Arc::new(pool))
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == ErrorKind::BrokenPipe)
}
