//! Work on a stream whose next item may be long in coming.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, channel, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use rayon::ThreadPool;

use super::{Done, FEW, done, end, result, wait};

/// So many items a thread of the pool may be in flight where they hold little.
const MANY: usize = 16;
/// What more than a few items a thread may hold together, in bytes.
const LITTLE: usize = 1 << 20;

/// As [`ordered_map`](super::ordered_map), with a thread of its own that pulls the items but the
/// first, for which it waits: a result is there as soon as it is done, however long the next item
/// takes to arrive. `bytes` says how much an item holds: at most 4 items a thread of the pool are in
/// flight, or 16 of 1 MiB together. For a program that reads from a pipe and is read from one;
/// where the iterator is dropped, the thread ends at the next item.
///
/// # Panics
/// Where `work` does, when its result is taken.
///
/// ```
/// use std::sync::Arc;
/// let pool = Arc::new(rayon::ThreadPoolBuilder::new().num_threads(2).build()?);
/// let squares = nutgraf::parallel::stream_map(1..=4, pool, |_| 4, |n| n * n);
/// assert_eq!(squares.collect::<Vec<_>>(), [1, 4, 9, 16]);
/// # Ok::<(), rayon::ThreadPoolBuildError>(())
/// ```
pub fn stream_map<I, R, F>(
    items: I,
    pool: Arc<ThreadPool>,
    bytes: impl Fn(&I::Item) -> usize + Send + 'static,
    work: F,
) -> StreamMap<R>
where
    I: IntoIterator,
    I::IntoIter: Send + 'static,
    I::Item: Send + 'static,
    R: Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    let taken = Arc::new(Taken::default());
    let mut in_flight = InFlight::new(Arc::clone(&taken), pool.current_num_threads());
    let mut items = items.into_iter();
    let (promise, results) = channel();
    let work = Arc::new(work);
    let mut hand_over = move |item: I::Item| {
        in_flight.begin(bytes(&item)).ok()?;
        let (sender, receiver) = sync_channel(1);
        promise.send(receiver).ok()?;
        let work = Arc::clone(&work);
        pool.spawn(move || drop(sender.send(done(&*work, item))));
        Some(())
    };
    // A thread that does not sleep stays where it is: the first item, which may be the only one, is
    // pulled by the one that is going to work on it.
    if items.next().and_then(&mut hand_over).is_some() {
        thread::spawn(move || items.map_while(hand_over).for_each(drop));
    }
    StreamMap { results, taken }
}

/// The iterator of [`stream_map`].
#[derive(Debug)]
pub struct StreamMap<R> {
    results: Receiver<Receiver<Done<R>>>,
    taken: Arc<Taken>,
}

impl<R> Iterator for StreamMap<R> {
    type Item = R;

    fn next(&mut self) -> Option<R> {
        let receiver = wait(&self.results)?;
        let end = end(&receiver);
        self.taken.add_one();
        Some(result(end))
    }
}

impl<R> Drop for StreamMap<R> {
    fn drop(&mut self) {
        self.taken.end();
    }
}

/// How many results have been taken, for a thread to wait on.
#[derive(Debug, Default)]
struct Taken {
    state: Mutex<State>,
    enough: Condvar,
}

#[derive(Debug, Default)]
struct State {
    taken: usize,
    /// The number for which somebody waits.
    wanted: usize,
    /// True when nobody will take another.
    ended: bool,
}

impl Taken {
    fn add_one(&self) {
        let mut state = self.lock();
        state.taken += 1;
        if state.taken == state.wanted {
            self.enough.notify_one();
        }
    }

    fn end(&self) {
        self.lock().ended = true;
        self.enough.notify_one();
    }

    /// Waits until so many have been taken; how many there are then.
    fn at_least(&self, wanted: usize) -> Result<usize, Ended> {
        let mut state = self.lock();
        state.wanted = wanted;
        while state.taken < wanted && !state.ended {
            state = self.enough.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if state.ended { Err(Ended) } else { Ok(state.taken) }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Nobody takes results any more.
struct Ended;

/// What has been handed over and, as far as it is known, not been taken.
struct InFlight {
    /// Bytes of each item, in order.
    bytes: VecDeque<usize>,
    sum: usize,
    /// Items taken before them.
    before: usize,
    taken: Arc<Taken>,
    threads: usize,
}

impl InFlight {
    fn new(taken: Arc<Taken>, threads: usize) -> Self {
        Self { bytes: VecDeque::new(), sum: 0, before: 0, taken, threads }
    }

    /// Waits until there is room for an item, and adds it.
    fn begin(&mut self, bytes: usize) -> Result<(), Ended> {
        let items = self.bytes.len();
        let holds_little = self.sum + bytes <= LITTLE * self.threads;
        if items >= if holds_little { MANY } else { FEW } * self.threads {
            // Waking this thread for every result would cost more than reading an item.
            let taken = self.taken.at_least(self.before + items.div_ceil(2))?;
            self.sum -= self.bytes.drain(..taken - self.before).sum::<usize>();
            self.before = taken;
        }
        self.bytes.push_back(bytes);
        self.sum += bytes;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    fn pool(threads: usize) -> Arc<ThreadPool> {
        Arc::new(rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap())
    }

    #[test]
    fn what_is_done_is_there_while_the_stream_waits_for_more() {
        let (sender, items) = channel();
        sender.send(0).unwrap();
        let mut results = stream_map(items.into_iter().fuse(), pool(2), |_| 8, |n: u64| n + 1);
        for n in 0..50 {
            sender.send(n + 1).unwrap();
            assert_eq!(results.next(), Some(n + 1));
        }
        drop(sender);
        assert_eq!((results.next(), results.next()), (Some(51), None));
    }

    #[test]
    fn streams_lie_in_streams_in_order() {
        let inner = stream_map(0..500_u64, pool(1), |_| 8, |n| n * 2);
        let lengths = stream_map(inner, pool(2), |_| LITTLE, |n| n + 1);
        assert_eq!(lengths.collect::<Vec<_>>(), (0..500).map(|n| n * 2 + 1).collect::<Vec<_>>());
    }

    #[test]
    fn few_items_are_in_flight_where_they_hold_much() {
        for (bytes, most) in [(LITTLE, FEW), (LITTLE / 8, 8), (1, MANY)] {
            let pulled = Arc::new(AtomicUsize::new(0));
            let counter = Arc::clone(&pulled);
            let items = std::iter::repeat_with(move || counter.fetch_add(1, Ordering::Relaxed));
            let mut results = stream_map(items, pool(1), move |_| bytes, |n| n);
            for taken in 0..100 {
                assert_eq!(results.next(), Some(taken));
            }
            // None is pulled any more once the thread waits, with one in its hand.
            let mut before = 0;
            while before != pulled.load(Ordering::Relaxed) {
                before = pulled.load(Ordering::Relaxed);
                thread::sleep(Duration::from_millis(20));
            }
            assert!((100..=100 + most + 1).contains(&before), "{before}");
        }
    }

    #[test]
    fn a_panic_comes_out_where_the_result_is_taken() {
        for threads in [1, 2] {
            let work = |n: u64| if n == 1 { panic!("no {n}") } else { n };
            let mut results = stream_map(0..100_u64, pool(threads), |_| 8, work);
            assert_eq!(results.next(), Some(0));
            assert!(catch_unwind(AssertUnwindSafe(|| results.next())).is_err());
            assert_eq!(results.collect::<Vec<_>>(), (2..100).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_thread_that_waits_ends_with_the_iterator() {
        let alive = Arc::new(());
        let held = Arc::clone(&alive);
        let items = std::iter::repeat_with(move || Arc::strong_count(&held));
        let mut results = stream_map(items, pool(1), |_| LITTLE, |n| n);
        results.next();
        drop(results);
        while Arc::strong_count(&alive) > 1 {
            thread::sleep(Duration::from_millis(1));
        }
    }
}
