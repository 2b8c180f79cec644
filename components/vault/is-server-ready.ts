/** Milliseconds after which a server that says nothing is not ready. */
const patience = 10_000;

/** Whether the server answers, and says that it can work. */
export const isServerReady = (): Promise<boolean> =>
  fetch("/api/ready", { cache: "no-store", signal: AbortSignal.timeout(patience) }).then(
    ({ ok }) => ok,
    () => false,
  );
