import "server-only";
import type { Database, Tx } from "@/db/client";

const reading = Symbol("reading");

/**
 * Reads everything for one request in one read-only transaction, and remembers the standings that were read in
 * it.
 */
export type Reading = {
  [reading]: true;
  /** Runs `question` in the transaction. The first question opens it, and it closes when no question is left. */
  read: <Answer>(question: (tx: Tx) => Promise<Answer>) => Promise<Answer>;
  /** Runs something outside of the transaction, when no question uses it. */
  aside: <Answer>(act: (db: Database | Tx) => Promise<Answer>) => Promise<Answer>;
  /**
   * Answers what `what` answered for the same key before, and else asks it. The key names everything that the
   * answer depends on.
   */
  remember: <Answer>(what: object, key: unknown, find: () => Promise<Answer>) => Promise<Answer>;
};

export const isReading = (from: object): from is Reading => reading in from;

type Open = { tx: Promise<Tx>; running: number; close: () => void; closed: Promise<void> };

/** Makes a reading. Its transaction begins with the first question. */
export function openReading(db: Database | Tx): Reading {
  const known = new Map<object, Map<string, Promise<unknown>>>();
  let open: Open | null = null;

  const begin = (): Open => {
    let close = () => {};
    const questionsDone = new Promise<void>((resolve) => {
      close = resolve;
    });
    let hand: (tx: Tx) => void = () => {};
    let fail: (error: unknown) => void = () => {};
    const tx = new Promise<Tx>((resolve, reject) => {
      hand = resolve;
      fail = reject;
    });
    const closed = db
      .transaction(
        async (given) => {
          hand(given);
          await questionsDone;
        },
        { accessMode: "read only" },
      )
      .catch(fail);
    return { tx, running: 0, close, closed };
  };

  const leave = (mine: Open) => {
    mine.running -= 1;
    // A page asks its next question before the next turn of the event loop. The transaction stays open until
    // then.
    setImmediate(() => {
      if (mine.running > 0 || open !== mine) return;
      open = null;
      mine.close();
    });
  };

  return {
    [reading]: true,
    async read(question) {
      open ??= begin();
      const mine = open;
      mine.running += 1;
      try {
        return await question(await mine.tx);
      } finally {
        leave(mine);
      }
    },
    async aside(act) {
      while (open) await open.closed;
      return act(db);
    },
    remember<Answer>(what: object, key: unknown, find: () => Promise<Answer>) {
      const name = JSON.stringify(key);
      const ofThis = known.get(what) ?? new Map<string, Promise<unknown>>();
      known.set(what, ofThis);
      // What is kept under a function is what that function answers.
      const answer = (ofThis.get(name) as Promise<Answer> | undefined) ?? find();
      ofThis.set(name, answer);
      return answer;
    },
  };
}
