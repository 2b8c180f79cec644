/** The messages between the tabs of a browser and the worker that they share. They never contain a key. */
export type Word =
  | { kind: "locked" }
  | { kind: "unlocked" }
  | { kind: "seen"; at: number }
  /** The server has another state of the person's vault, which this revision names. */
  | { kind: "changed"; revision: string };

let channel: BroadcastChannel | null = null;

// Each page has one channel. A channel does not get its own messages.
const ownChannel = () => {
  channel ??= new BroadcastChannel("trousseau-vault");
  return channel;
};

/** Tells every other tab, and the worker. */
export const tellOtherTabs = (word: Word): void => ownChannel().postMessage(word);

/** Calls back at what other tabs say. Answers how to stop. */
export function hearOtherTabs(onWord: (word: Word) => void): () => void {
  const from = ownChannel();
  const listen = ({ data }: MessageEvent<Word>) => onWord(data);
  from.addEventListener("message", listen);
  return () => from.removeEventListener("message", listen);
}
