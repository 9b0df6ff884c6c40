//! Work on a stream of items side by side, results in the order of the items.

use std::collections::VecDeque;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel, sync_channel};
use std::thread;
use std::time::Duration;

use rayon::{ThreadPool, Yield};

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
        window: 4 * threads,
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

/// As [`ordered_map`], with a thread of its own that pulls the items but the first, for which it
/// waits: a result is there as soon as it is done, however long the next item takes to arrive. At
/// most four items a thread of the pool are in flight. For a program that reads from a pipe and is
/// read from one; where the iterator is dropped, the thread ends at the next item.
///
/// # Panics
/// Where `work` does, when its result is taken.
///
/// ```
/// use std::sync::Arc;
/// let pool = Arc::new(rayon::ThreadPoolBuilder::new().num_threads(2).build()?);
/// let squares = nutgraf::parallel::stream_map(1..=4, pool, |n| n * n);
/// assert_eq!(squares.collect::<Vec<_>>(), [1, 4, 9, 16]);
/// # Ok::<(), rayon::ThreadPoolBuildError>(())
/// ```
pub fn stream_map<I, R, F>(items: I, pool: Arc<ThreadPool>, work: F) -> StreamMap<R>
where
    I: IntoIterator,
    I::IntoIter: Send + 'static,
    I::Item: Send + 'static,
    R: Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    let half = 2 * pool.current_num_threads();
    let mut items = items.into_iter();
    let (promise, results) = channel();
    let (freed, permits) = channel();
    let work = Arc::new(work);
    let hand_over = move |item: I::Item| {
        let (sender, receiver) = sync_channel(1);
        promise.send(receiver).ok()?;
        let work = Arc::clone(&work);
        pool.spawn(move || drop(sender.send(done(&*work, item))));
        Some(())
    };
    // A thread that does not sleep stays where it is: the first item, which may be the only one, is
    // pulled by the one that is going to work on it.
    if items.next().and_then(&hand_over).is_some() {
        thread::spawn(move || {
            for (number, item) in (1..).zip(items) {
                // Waking this thread for every result would cost more than reading an item.
                let full = number >= 2 * half && number % half == 0;
                if full && permits.recv().is_err() || hand_over(item).is_none() {
                    return;
                }
            }
        });
    }
    StreamMap { results, taken: 0, half, freed }
}

/// The iterator of [`stream_map`].
#[derive(Debug)]
pub struct StreamMap<R> {
    results: Receiver<Receiver<Done<R>>>,
    /// Results taken.
    taken: usize,
    /// Half of the items that may be in flight.
    half: usize,
    /// Says that half of them have been taken.
    freed: Sender<()>,
}

impl<R> Iterator for StreamMap<R> {
    type Item = R;

    fn next(&mut self) -> Option<R> {
        let receiver = wait(&self.results)?;
        let end = end(&receiver);
        self.taken += 1;
        if self.taken.is_multiple_of(self.half) {
            // Nobody waits for it once the items have ended.
            let _ = self.freed.send(());
        }
        Some(result(end))
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
    fn a_stream_gives_what_is_done_while_it_waits_for_more() {
        let pool = pool(2).unwrap();
        let (sender, items) = std::sync::mpsc::channel();
        sender.send(0).unwrap();
        let mut results = stream_map(items.into_iter().fuse(), pool, |n: u64| n + 1);
        for n in 0..50 {
            sender.send(n + 1).unwrap();
            assert_eq!(results.next(), Some(n + 1));
        }
        drop(sender);
        assert_eq!((results.next(), results.next()), (Some(51), None));
    }

    #[test]
    fn streams_lie_in_streams_in_order() {
        let (outer, inner) = (pool(2).unwrap(), pool(1).unwrap());
        let lengths = stream_map(stream_map(0..500_u64, inner, |n| n * 2), outer, |n| n + 1);
        assert_eq!(lengths.collect::<Vec<_>>(), (0..500).map(|n| n * 2 + 1).collect::<Vec<_>>());
    }

    #[test]
    fn a_panic_comes_out_where_the_result_is_taken() {
        for threads in [1, 2] {
            let work = |n: u64| if n == 1 { panic!("no {n}") } else { n };
            let mut results = ordered_map(0..3_u64, pool(threads), work);
            assert_eq!(results.next(), Some(0));
            assert!(catch_unwind(AssertUnwindSafe(|| results.next())).is_err());
            assert_eq!(results.next(), Some(2));
            let mut results = stream_map(0..100_u64, pool(threads).unwrap(), work);
            assert_eq!(results.next(), Some(0));
            assert!(catch_unwind(AssertUnwindSafe(|| results.next())).is_err());
            assert_eq!(results.collect::<Vec<_>>(), (2..100).collect::<Vec<_>>());
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
