/** Whether the server answers, and says that it can work. */
export const isServerReady = (): Promise<boolean> =>
  fetch("/api/ready", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
