// Opens a whole batch of type 2 ciphertexts in one call: base64, MAC, AES-256-CBC, padding and UTF-8. AssemblyScript,
// compiled by scripts/lib/wasm.mjs. How it is called stands in lib/crypto/open-many.ts, its sources and what its time
// tells in docs/crypto.md.
import { decrypt, expand, prepareAes } from "./aes";
import { BROKEN, decode } from "./base64";
import { takenApart } from "./enc-string";
import {
  ABSORB_PADS,
  COMPARE_DIGEST,
  COMPARE_MAC,
  digestOf,
  Message,
  MOST,
  RECORD_SIZE,
  settle,
  SLOT_SIZE,
  wait,
} from "./hmac";
import { close } from "./sha256";
import { lengthOfText, withoutPadding } from "./text";

/** What one entry asks for. They are the numbers of `asks` in lib/crypto/open-many.ts. */
const OPEN = 0;
const CHECK = 1;
const ITEM_KEY = 2;
const CHECKSUM = 3;

const KEY_SIZE = 64;

const records = memory.data(<i32>(MOST * RECORD_SIZE), 16);
const outerSlot = memory.data(SLOT_SIZE, 16);
/** One for each item's key of a part, after the one that goes on from the part before. */
const slots = memory.data(<i32>(MOST + 1) * SLOT_SIZE, 16);
const noText = memory.data(80, 16);

/** The slot that entries are under, and whether they are under an item's key that does not open itself. */
let slot: usize;
let isClosed: bool;
let from: usize;
let to: usize;
/** The last text, and where its ciphertext stood. */
let text: usize;
let textSize: usize;
let textFrom: usize;

/** Where a caller may begin to write: 64 bytes of the outer key, then the entries, the ciphertexts, the texts. */
export function base(): usize {
  return __heap_base;
}

@inline
function asksOf(entries: usize, i: usize): i32 {
  return load<i32>(entries + (i << 3), 4);
}

@inline
function answer(entries: usize, i: usize, value: i32): void {
  store<i32>(entries + (i << 3), value);
}

@inline
function record(i: usize): Message {
  return changetype<Message>(records + i * RECORD_SIZE);
}

/**
 * Goes through the entries in order. Each is two words: the size of its ciphertext in bytes, over which its answer is
 * written, and what it asks for. An answer is the length of the text in UTF-16, 0 for what is only checked or is a key,
 * or -1, which is also the answer to a checksum that is not the one of the last text before it. Entries after an
 * item's key are under that key, up to the next one.
 *
 * @param entries where they stand.
 * @param input where the ciphertexts stand, one after the other. They are taken apart where they stand.
 * @param output where the texts go, one after the other, as UTF-8; there is room for all of the input.
 * @returns where the texts end.
 */
export function openMany(count: usize, entries: usize, input: usize, output: usize): usize {
  prepareAes();
  makeReady(record(0), base(), outerSlot);
  settle(ABSORB_PADS);
  slot = outerSlot;
  isClosed = false;
  from = input;
  to = output;
  forgetText();
  // What is written of a part is read again while it is near.
  for (let i: usize = 0; i < count; i += MOST) openPart(entries + (i << 3), min(MOST, count - i));
  return to;
}

function forgetText(): void {
  text = noText;
  textSize = 0;
  textFrom = noText;
}

function makeReady(message: Message, key: usize, at: usize): void {
  message.at = key;
  message.blocks = 1;
  message.slot = at;
  expand(at, key);
  wait(message);
}

function openPart(entries: usize, count: usize): void {
  takeApart(entries, count);
  openKeys(entries, count);
  checkUnderKeys(entries, count);
  openTexts(entries, count);
  // The next part writes its keys over those of this one.
  if (slot !== outerSlot) {
    memory.copy(slots, slot, SLOT_SIZE);
    slot = slots;
  }
}

/** Every ciphertext, and the MACs of items' keys, which are all under the outer key. */
function takeApart(entries: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const size: usize = load<i32>(entries + (i << 3));
    const message = record(i);
    message.at = from;
    message.size = takenApart(from, size, digestOf(message));
    message.isGenuine = false;
    answer(entries, i, BROKEN);
    if (asksOf(entries, i) === ITEM_KEY) check(message, outerSlot);
    from += size;
  }
  settle(COMPARE_MAC);
}

function check(message: Message, under: usize): void {
  if (message.size === 0) return;
  message.slot = under;
  // It takes no more room than its base64 did.
  message.blocks = close(message.at, message.size, 64);
  wait(message);
}

/** No text is a key, as `asSymmetricKey` says. */
function openKeys(entries: usize, count: usize): void {
  let next = slots;
  for (let i: usize = 0; i < count; i++) {
    const message = record(i);
    if (asksOf(entries, i) !== ITEM_KEY || !message.isGenuine) continue;
    const size = decrypted(message, message.at);
    if (size !== KEY_SIZE || lengthOfText(message.at, size) !== BROKEN) continue;
    next += SLOT_SIZE;
    makeReady(message, message.at, next);
    answer(entries, i, 0);
  }
  settle(ABSORB_PADS);
}

function decrypted(message: Message, at: usize): i32 {
  decrypt(message.slot, message.at, message.size, at);
  return withoutPadding(at, <i32>message.size - 16);
}

function checkUnderKeys(entries: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const message = record(i);
    if (asksOf(entries, i) === ITEM_KEY) {
      isClosed = load<i32>(entries + (i << 3)) === BROKEN;
      if (!isClosed) slot = message.slot;
    } else if (!isClosed) check(message, slot);
  }
  settle(COMPARE_MAC);
}

function openTexts(entries: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const message = record(i);
    const asks = asksOf(entries, i);
    if (asks === OPEN || asks === ITEM_KEY) forgetText();
    if (!message.isGenuine) continue;
    if (asks === CHECK) answer(entries, i, 0);
    else if (asks === OPEN) answer(entries, i, openText(message));
    else if (asks === CHECKSUM) message.isGenuine = isChecksum(message);
  }
  settle(COMPARE_DIGEST);
  for (let i: usize = 0; i < count; i++)
    if (asksOf(entries, i) === CHECKSUM && record(i).isGenuine) answer(entries, i, 0);
}

function openText(message: Message): i32 {
  const size = decrypted(message, to);
  const length = size === BROKEN ? BROKEN : lengthOfText(to, size);
  if (length === BROKEN) return BROKEN;
  text = to;
  textSize = size;
  textFrom = message.at;
  to += size;
  return length;
}

/** Whether it may be the checksum of the last text, and waits for being compared with it. Protocol chapter 1.6. */
function isChecksum(message: Message): bool {
  const at = message.at;
  if (decrypted(message, at) !== 44 || decode(at, at + 44, digestOf(message)) !== 32) return false;
  // The text is closed where its ciphertext stood, because the next one follows it.
  memory.copy(textFrom, text, textSize);
  message.at = textFrom;
  message.blocks = close(textFrom, textSize, 0);
  wait(message);
  return true;
}
