//! Work on a stream of items side by side, results in the order of the items.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::time::Duration;

use rayon::{ThreadPool, Yield};

/// Applies `work` to every item on `pool` (rayon's global pool where there is none) and yields
/// the results in the order of the items. Items are pulled only as results are taken: at most
/// four a thread are in flight, so memory does not grow with the length of the stream.
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

/// The iterator of [`ordered_map`].
pub struct OrderedMap<I, R, F> {
    items: I,
    pool: Option<Arc<ThreadPool>>,
    work: Arc<F>,
    in_flight: VecDeque<Receiver<R>>,
    window: usize,
    threads: usize,
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
            let task = move || drop(sender.send(work(item)));
            match &self.pool {
                Some(pool) => pool.spawn(task),
                None => rayon::spawn(task),
            }
            self.in_flight.push_back(receiver);
        }
        self.in_flight.pop_front().map(|receiver| wait(&receiver))
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

/// Waits for a result. A thread of a pool must not sleep on work that may be queued behind it, so
/// it helps, and naps only while there is nothing to help with.
fn wait<R>(receiver: &Receiver<R>) -> R {
    const SENT: &str = "a task sends its result, or the pool has aborted the program";
    const NAP: Duration = Duration::from_micros(50);
    if rayon::current_thread_index().is_none() {
        return receiver.recv().expect(SENT); // invariant: see the text
    }
    loop {
        match receiver.try_recv() {
            Ok(result) => return result,
            Err(TryRecvError::Empty) => {
                if rayon::yield_now() != Some(Yield::Executed)
                    && let Ok(result) = receiver.recv_timeout(NAP)
                {
                    return result;
                }
            }
            Err(TryRecvError::Disconnected) => unreachable!("{SENT}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_thread_of_the_pool_may_use_it() {
        let pool = pool(2);
        let inner = pool.clone();
        let sum: usize =
            pool.as_ref().unwrap().install(|| ordered_map(0..100_usize, inner, |n| n).sum());
        assert_eq!(sum, 4950);
    }
}
