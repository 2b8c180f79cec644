// HMAC-SHA-256 (RFC 2104) and SHA-256 of many messages, four side by side.
import { begin, bringIn, compress, crossed, SCHEDULE, STATES, turned } from "./sha256";

/** A key that is ready for use: 60 words to decrypt with, and the states after both pads of HMAC. */
export const SLOT_SIZE = 304;
const INNER = 240;
const OUTER = 272;

/** What stands in a message's record after these: the digest that it should have, and room for a vector. */
@unmanaged
export class Message {
  /** Closed, in whole blocks. Or the key that is to be made ready. */
  at: usize;
  blocks: u32;
  slot: usize;
  isGenuine: bool;
  /** How many bytes are the initialization vector and the ciphertext; 0 where there is nothing to open. */
  size: usize;
}
export const RECORD_SIZE: usize = 64;
const DIGEST: usize = 24;

@inline
export function digestOf(message: Message): usize {
  return changetype<usize>(message) + DIGEST;
}

/** What is done with messages. */
export const COMPARE_DIGEST = 0;
export const COMPARE_MAC = 1;
export const ABSORB_PADS = 2;

/** How many messages can wait, and three more to fill the last four. */
export const MOST: usize = 256;
const waiting = memory.data(1040, 16);
const sorted = memory.data(1040, 16);
let count: usize = 0;

/** Messages of so many blocks and more are sorted as if they were equally long. */
const LONG: u32 = 15;
const places = memory.data(64, 16);

export function wait(message: Message): void {
  store<usize>(waiting + (count << 2), changetype<usize>(message));
  count += 1;
}

@inline
function waitingAt(list: usize, i: usize): Message {
  return changetype<Message>(load<usize>(list + (i << 2)));
}

@inline
function placeFor(message: Message): usize {
  return places + (min(message.blocks, LONG) << 2);
}

/** Messages that are equally long come together, because four take as long as the longest of them. */
function sort(): void {
  memory.fill(places, 0, 64);
  for (let i: usize = 0; i < count; i++) {
    const place = placeFor(waitingAt(waiting, i));
    store<u32>(place, load<u32>(place) + 1);
  }
  let before: u32 = 0;
  for (let place = places; place < places + 64; place += 4) {
    const here = load<u32>(place);
    store<u32>(place, before);
    before += here;
  }
  for (let i: usize = 0; i < count; i++) {
    const message = waitingAt(waiting, i);
    const place = placeFor(message);
    const at = load<u32>(place);
    store<usize>(sorted + (<usize>at << 2), changetype<usize>(message));
    store<u32>(place, at + 1);
  }
}

/** Does it with all that wait. */
export function settle(work: i32): void {
  if (count === 0) return;
  sort();
  for (let i = count; i < count + 3; i++)
    store<usize>(sorted + (i << 2), changetype<usize>(waitingAt(sorted, count - 1)));
  for (let i: usize = 0; i < count; i += 4) {
    const w = waitingAt(sorted, i);
    const x = waitingAt(sorted, i + 1);
    const y = waitingAt(sorted, i + 2);
    const z = waitingAt(sorted, i + 3);
    if (work === ABSORB_PADS) absorbPads(w, x, y, z);
    else {
      if (work === COMPARE_MAC) takeStates(INNER, w, x, y, z);
      else begin();
      absorb(w, x, y, z);
      if (work === COMPARE_MAC) absorbDigests(w, x, y, z);
      compare(w, x, y, z);
    }
  }
  count = 0;
}

@inline
function all(): v128 {
  return i32x4.splat(-1);
}

function takeStates(which: usize, w: Message, x: Message, y: Message, z: Message): void {
  bringIn(STATES, w.slot + which, x.slot + which, y.slot + which, z.slot + which, 32);
}

/** Each with its highest byte first, as `bringIn` takes what it finds. */
function keepStates(which: usize, w: Message, x: Message, y: Message, z: Message): void {
  for (let i: usize = 0; i < 32; i += 16) {
    const at = STATES + (i << 2);
    crossed(at, v128.load(at), v128.load(at, 16), v128.load(at, 32), v128.load(at, 48));
    v128.store(w.slot + which + i, turned(v128.load(at)));
    v128.store(x.slot + which + i, turned(v128.load(at, 16)));
    v128.store(y.slot + which + i, turned(v128.load(at, 32)));
    v128.store(z.slot + which + i, turned(v128.load(at, 48)));
  }
}

/** Both pads of the second half of each key. */
function absorbPads(w: Message, x: Message, y: Message, z: Message): void {
  bringIn(SCHEDULE, w.at + 32, x.at + 32, y.at + 32, z.at + 32, 32);
  memory.fill(SCHEDULE + 128, 0, 128);
  mask(0x36363636);
  begin();
  compress(all());
  keepStates(INNER, w, x, y, z);
  mask(0x36363636 ^ 0x5c5c5c5c);
  begin();
  compress(all());
  keepStates(OUTER, w, x, y, z);
}

function mask(pads: i32): void {
  for (let at = SCHEDULE; at < SCHEDULE + 256; at += 16)
    v128.store(at, v128.xor(v128.load(at), i32x4.splat(pads)));
}

/**
 * A lane whose message has ended goes on through what stands after it, and keeps its state. That stays within the
 * memory, where as much room follows the ciphertexts as they take themselves.
 */
function absorb(w: Message, x: Message, y: Message, z: Message): void {
  const blocks = i32x4(w.blocks, x.blocks, y.blocks, z.blocks);
  const most = max(max(w.blocks, x.blocks), max(y.blocks, z.blocks));
  for (let i: u32 = 0; i < most; i++) {
    const at: usize = i << 6;
    bringIn(SCHEDULE, w.at + at, x.at + at, y.at + at, z.at + at, 64);
    compress(i32x4.gt_u(blocks, i32x4.splat(i)));
  }
}

/** The digests of the inner hash are the message of the outer one, in one block: 32 bytes after 64 others. */
function absorbDigests(w: Message, x: Message, y: Message, z: Message): void {
  memory.copy(SCHEDULE, STATES, 128);
  v128.store(SCHEDULE, i32x4.splat(0x80000000), 128);
  memory.fill(SCHEDULE + 144, 0, 96);
  v128.store(SCHEDULE, i32x4.splat(768), 240);
  takeStates(OUTER, w, x, y, z);
  compress(all());
}

/** It takes the same time wherever the digests differ. */
function compare(w: Message, x: Message, y: Message, z: Message): void {
  bringIn(SCHEDULE, digestOf(w), digestOf(x), digestOf(y), digestOf(z), 32);
  let difference = i32x4.splat(0);
  for (let i: usize = 0; i < 128; i += 16)
    difference = v128.or(difference, v128.xor(v128.load(STATES + i), v128.load(SCHEDULE + i)));
  w.isGenuine = i32x4.extract_lane(difference, 0) === 0;
  x.isGenuine = i32x4.extract_lane(difference, 1) === 0;
  y.isGenuine = i32x4.extract_lane(difference, 2) === 0;
  z.isGenuine = i32x4.extract_lane(difference, 3) === 0;
}
