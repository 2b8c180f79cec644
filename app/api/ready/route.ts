import { database } from "@/db/index";
import { isMigrated } from "@/db/migrate";
import { publicEntry } from "@/lib/http/guarded";
import { log } from "@/lib/log";
import { describeError } from "@/lib/log/describe-error";

// Asked of a running process: an answer made at build time would be about another one.
export const dynamic = "force-dynamic";

/** Whoever asks waits two seconds at most, whatever the database does. */
const patienceMs = 1_500;

/** One question at a time: while the database hangs, those who ask again share the connection that waits. */
let asking: Promise<boolean> | null = null;

function isReady(): Promise<boolean> {
  asking ??= Promise.resolve()
    .then(() => isMigrated(database()))
    .catch((error: unknown) => {
      log().warn({ error: describeError(error) }, "not ready");
      return false;
    })
    .finally(() => {
      asking = null;
    });
  return asking;
}

async function isReadyInTime(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  return Promise.race([isReady(), late]).finally(() => clearTimeout(timer));
}

export const GET = publicEntry("says only whether the database answers and is up to date", async () =>
  (await isReadyInTime())
    ? Response.json({ status: "ready" })
    : Response.json({ status: "not ready" }, { status: 503, headers: { "Retry-After": "5" } }),
);
