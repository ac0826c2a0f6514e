//! The gateway. A message meets the parts in this order:
//!
//! 1. [`config`]: one typed file, every key with a default and a unit.
//! 2. [`library`], [`campaign`], [`sentences`]: the files people edit; what is put before residents, in which words.
//! 3. [`intake`]: finds the resident, the campaign and the language, steps the engine, makes one [`store::Unit`].
//! 4. [`store`]: commits the unit as a whole, or not at all; SQLite first.
//! 5. [`outbox`]: what is still to be sent: leases, pacing, retries, dead letters.
//! 6. [`queue`]: submission events, and consumers that read them.
//! 7. [`staff`]: the API behind bearer keys. [`telemetry`]: logs and metrics without addresses or words.
//! 8. [`console`]: the staff page. [`serve`] puts the parts together; [`cli`]: the verbs; [`demo`]: everything at once, with a simulated phone.

/// One for the program, its tests and its measurements alike.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub mod campaign;
pub mod cli;
pub mod config;
pub mod console;
pub mod demo;
pub mod files;
pub mod ids;
pub mod intake;
pub mod library;
pub mod outbox;
pub mod queue;
pub mod residents;
pub mod sentences;
pub mod serve;
pub mod staff;
pub mod store;
pub mod telemetry;
