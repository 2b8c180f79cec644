import { database } from "@/db/index";
import { isMigrated } from "@/db/migrate";
import { publicEntry } from "@/lib/http/guarded";
import { log } from "@/lib/http/log";

// Asked of a running process: an answer made at build time would be about another one.
export const dynamic = "force-dynamic";

const notReady = () =>
  Response.json({ status: "not ready" }, { status: 503, headers: { "Retry-After": "5" } });

export const GET = publicEntry("says only whether the database answers and is up to date", async () => {
  try {
    return (await isMigrated(database())) ? Response.json({ status: "ready" }) : notReady();
  } catch (error) {
    log().warn({ err: error }, "not ready");
    return notReady();
  }
});
