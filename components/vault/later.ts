/** A promise with the functions that settle it. */
export type Later = { promise: Promise<void>; resolve: () => void; reject: (reason: Error) => void };

export function later(): Later {
  let resolve: Later["resolve"] = () => {};
  let reject: Later["reject"] = () => {};
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
