const channel = "trousseau-session";

/** Tells this browser's other tabs whose the session is from now on: nobody's after logging out. */
export function tellOtherTabs(userId: string | null): void {
  const to = new BroadcastChannel(channel);
  to.postMessage(userId);
  to.close();
}

/** Calls back when another tab logged in or out. Answers how to stop. */
export function hearOtherTabs(onSession: (userId: string | null) => void): () => void {
  const from = new BroadcastChannel(channel);
  from.onmessage = ({ data }: MessageEvent<string | null>) => onSession(data);
  return () => from.close();
}
