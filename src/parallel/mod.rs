//! Work on a stream of items side by side, results in the order of the items.

mod stream;

use std::collections::VecDeque;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, sync_channel};
use std::thread;
use std::time::Duration;

use rayon::{ThreadPool, Yield};

pub use stream::{StreamMap, stream_map};

/// So many items a thread of the pool may be in flight, whatever they hold.
const FEW: usize = 4;

/// Applies `work` to every item on `pool` (rayon's global pool where there is none) and yields
/// the results in the order of the items. Items are pulled only as results are taken: at most
/// four a thread are in flight, so memory does not grow with the length of the stream.
///
/// # Panics
/// Where `work` does, when its result is taken.
///
/// ```
/// let squares = nutgraf::parallel::ordered_map(1..=4, None, |n| n * n);
/// assert_eq!(squares.collect::<Vec<_>>(), [1, 4, 9, 16]);
/// ```
pub fn ordered_map<I, R, F>(
    items: I,
    pool: Option<Arc<ThreadPool>>,
    work: F,
) -> OrderedMap<I::IntoIter, R, F>
where
    I: IntoIterator,
    I::Item: Send + 'static,
    R: Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    let threads =
        pool.as_ref().map_or_else(rayon::current_num_threads, |p| p.current_num_threads());
    OrderedMap {
        items: items.into_iter(),
        pool,
        work: Arc::new(work),
        in_flight: VecDeque::new(),
        window: FEW * threads,
        threads,
    }
}

/// What became of a task: its result, or what it panicked with.
type Done<R> = thread::Result<R>;

/// The iterator of [`ordered_map`].
pub struct OrderedMap<I, R, F> {
    items: I,
    pool: Option<Arc<ThreadPool>>,
    work: Arc<F>,
    in_flight: VecDeque<Receiver<Done<R>>>,
    window: usize,
    threads: usize,
}

impl<I, R, F> fmt::Debug for OrderedMap<I, R, F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let in_flight = self.in_flight.len();
        formatter.debug_struct("OrderedMap").field("in_flight", &in_flight).finish_non_exhaustive()
    }
}

impl<I, R, F> Iterator for OrderedMap<I, R, F>
where
    I: Iterator,
    I::Item: Send + 'static,
    R: Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    type Item = R;

    fn next(&mut self) -> Option<R> {
        // With one thread there is nothing to hand over.
        if self.threads == 1 {
            return self.items.next().map(|item| self.on_pool(item));
        }
        while self.in_flight.len() < self.window {
            let Some(item) = self.items.next() else { break };
            let (sender, receiver) = sync_channel(1);
            let work = Arc::clone(&self.work);
            // The receiver is gone only when the caller has dropped the iterator.
            let task = move || drop(sender.send(done(&*work, item)));
            match &self.pool {
                Some(pool) => pool.spawn(task),
                None => rayon::spawn(task),
            }
            self.in_flight.push_back(receiver);
        }
        self.in_flight.pop_front().map(|receiver| result(end(&receiver)))
    }
}

impl<I, R, F> OrderedMap<I, R, F>
where
    I: Iterator,
    I::Item: Send + 'static,
    R: Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    /// Works on one item in the pool that was asked for, so that parallelism inside an item stays
    /// there too.
    fn on_pool(&self, item: I::Item) -> R {
        let work = &*self.work;
        match &self.pool {
            Some(pool) => pool.install(|| work(item)),
            None => work(item),
        }
    }
}

/// Waits for what is sent; `None` when the sender is gone. A thread of a pool must not sleep on
/// work that may be queued behind it, so it helps, and naps only while there is nothing to help
/// with.
fn wait<T>(receiver: &Receiver<T>) -> Option<T> {
    const SHORTEST_NAP: Duration = Duration::from_micros(20);
    const LONGEST_NAP: Duration = Duration::from_millis(2);
    if rayon::current_thread_index().is_none() {
        return receiver.recv().ok();
    }
    let mut nap = SHORTEST_NAP;
    loop {
        match receiver.try_recv() {
            Ok(sent) => return Some(sent),
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => {}
        }
        if rayon::yield_now() == Some(Yield::Executed) {
            nap = SHORTEST_NAP;
            continue;
        }
        match receiver.recv_timeout(nap) {
            Ok(sent) => return Some(sent),
            Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => nap = LONGEST_NAP.min(nap * 2),
        }
    }
}

/// Does a task. A panic in it is for the one who takes the result: a pool would end the program.
fn done<T, R>(work: impl Fn(T) -> R, item: T) -> Done<R> {
    catch_unwind(AssertUnwindSafe(|| work(item)))
}

/// Waits for the end of a task.
fn end<R>(receiver: &Receiver<Done<R>>) -> Done<R> {
    wait(receiver).expect("a task sends what became of it") // invariant: it catches panics
}

/// The result of a task, or its panic.
fn result<R>(done: Done<R>) -> R {
    done.unwrap_or_else(|panic| resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "what `ordered_map` takes")]
    fn pool(threads: usize) -> Option<Arc<ThreadPool>> {
        Some(Arc::new(rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap()))
    }

    #[test]
    fn results_keep_the_order_of_the_items() {
        for threads in [1, 2, 8] {
            let slow_first = |n: u64| {
                std::thread::sleep(std::time::Duration::from_micros((20 - n) * 50));
                n
            };
            let results: Vec<u64> = ordered_map(0..20, pool(threads), slow_first).collect();
            assert_eq!(results, (0..20).collect::<Vec<_>>());
        }
    }

    #[test]
    fn items_are_pulled_as_results_are_taken() {
        let pulled = Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let counter = Arc::clone(&pulled);
        let items = std::iter::repeat_with(move || {
            counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
        });
        let mut results = ordered_map(items, pool(2), |n| n);
        assert_eq!(results.next(), Some(0));
        assert!(pulled.load(std::sync::atomic::Ordering::Relaxed) <= 8);
    }

    #[test]
    fn a_panic_comes_out_where_the_result_is_taken() {
        for threads in [1, 2] {
            let work = |n: u64| if n == 1 { panic!("no {n}") } else { n };
            let mut results = ordered_map(0..3_u64, pool(threads), work);
            assert_eq!(results.next(), Some(0));
            assert!(catch_unwind(AssertUnwindSafe(|| results.next())).is_err());
            assert_eq!(results.next(), Some(2));
        }
    }

    #[test]
    fn a_thread_of_the_pool_may_use_it() {
        let pool = pool(2);
        let inner = pool.clone();
        let sum: usize =
            pool.as_ref().unwrap().install(|| ordered_map(0..100_usize, inner, |n| n).sum());
        assert_eq!(sum, 4950);
    }
}
