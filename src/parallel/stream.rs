//! Work on a stream whose next item may be long in coming.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, channel, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::{fmt, mem};

use rayon::ThreadPool;

use super::{Done, FEW, done, end, result, wait};

/// So many items a thread of the pool may be in flight where they hold little.
const MANY: usize = 16;
/// What more than a few items a thread may hold together, in bytes.
const LITTLE: usize = 1 << 20;

/// As [`ordered_map`](super::ordered_map), with a thread of its own that pulls the items from the
/// third on, for each of which it waits: a result is there as soon as it is done, however long the
/// next item takes to arrive. `bytes` says how much an item holds: at most 4 items a thread of the
/// pool are in flight, or 16 of 1 MiB together. For a program that reads from a pipe and is read from
/// one; where the iterator is dropped, the thread ends at the next item.
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
pub fn stream_map<I, R, B, F>(
    items: I,
    pool: Arc<ThreadPool>,
    bytes: B,
    work: F,
) -> StreamMap<I::IntoIter, R, B, F>
where
    I: IntoIterator,
    I::IntoIter: Send + 'static,
    I::Item: Send + 'static,
    R: Send + 'static,
    B: Fn(&I::Item) -> usize + Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    let source = Source { items: items.into_iter(), pool, bytes, work: Arc::new(work) };
    StreamMap { stage: Stage::Begins(source), taken: Arc::default() }
}

/// The iterator of [`stream_map`].
pub struct StreamMap<I, R, B, F> {
    stage: Stage<I, R, B, F>,
    taken: Arc<Taken>,
}

/// How far it is. The one who takes the first two results has nothing else to wait for, and pulls
/// their items: many a stream has one item, and needs neither a thread nor a look at its end while
/// the item is worked on.
enum Stage<I, R, B, F> {
    Begins(Source<I, B, F>),
    HasBegun(Source<I, B, F>),
    Flows(Receiver<Receiver<Done<R>>>),
    Ended,
}

/// What a stream is made of.
struct Source<I, B, F> {
    items: I,
    pool: Arc<ThreadPool>,
    bytes: B,
    work: Arc<F>,
}

impl<I, B, F> Source<I, B, F>
where
    I: Iterator + Send + 'static,
    I::Item: Send + 'static,
    B: Fn(&I::Item) -> usize + Send + 'static,
{
    /// Hands an item and all that follow over to the pool.
    fn flow<R>(self, item: I::Item, taken: &Arc<Taken>) -> Receiver<Receiver<Done<R>>>
    where
        R: Send + 'static,
        F: Fn(I::Item) -> R + Send + Sync + 'static,
    {
        let Self { items, pool, bytes, work } = self;
        let mut in_flight = InFlight::new(Arc::clone(taken), pool.current_num_threads());
        let (promise, results) = channel();
        let mut hand_over = move |item: I::Item| {
            in_flight.begin(bytes(&item)).ok()?;
            let (sender, receiver) = sync_channel(1);
            promise.send(receiver).ok()?;
            let work = Arc::clone(&work);
            pool.spawn(move || drop(sender.send(done(&*work, item))));
            Some(())
        };
        if hand_over(item).is_some() {
            thread::spawn(move || items.map_while(hand_over).for_each(drop));
        }
        results
    }
}

impl<I, R, B, F> Iterator for StreamMap<I, R, B, F>
where
    I: Iterator + Send + 'static,
    I::Item: Send + 'static,
    R: Send + 'static,
    B: Fn(&I::Item) -> usize + Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    type Item = R;

    fn next(&mut self) -> Option<R> {
        match mem::replace(&mut self.stage, Stage::Ended) {
            Stage::Begins(mut source) => {
                let item = source.items.next()?;
                let (pool, work) = (Arc::clone(&source.pool), Arc::clone(&source.work));
                self.stage = Stage::HasBegun(source);
                return Some(pool.install(|| work(item)));
            }
            Stage::HasBegun(mut source) => {
                let item = source.items.next()?;
                self.stage = Stage::Flows(source.flow(item, &self.taken));
            }
            stage => self.stage = stage,
        }
        let Stage::Flows(results) = &self.stage else { return None };
        let receiver = wait(results)?;
        let end = end(&receiver);
        self.taken.add_one();
        Some(result(end))
    }
}

impl<I, R, B, F> fmt::Debug for StreamMap<I, R, B, F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("StreamMap").field("taken", &self.taken).finish_non_exhaustive()
    }
}

impl<I, R, B, F> Drop for StreamMap<I, R, B, F> {
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
    fn an_item_that_is_alone_needs_no_thread() {
        let threads = pool(1);
        let at_hand = |()| (thread::current().id(), rayon::current_thread_index());
        let here = threads.install(|| {
            let mut results = stream_map([()], Arc::clone(&threads), |()| 8, at_hand);
            assert_eq!(results.next(), Some((thread::current().id(), Some(0))));
            results.next()
        });
        assert_eq!(here, None);
        // It goes to the pool for one who is not of it.
        let mut results = stream_map([()], threads, |()| 8, |()| rayon::current_thread_index());
        assert_eq!((results.next(), results.next()), (Some(Some(0)), None));
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
