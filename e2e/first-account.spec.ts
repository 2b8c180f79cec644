import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../scripts/lib/server.mjs";
import { ways, withoutScripts } from "./before-scripts";
import { firstTimeLink } from "./mailbox";
import { administrator, expect, makeFirstAccount, test } from "./people";

// The link of a new server works once, so its page is looked at here and not in before-scripts.spec.ts.
test("the first link of a new server sends nothing by itself, and makes its administrator", async ({
  browser,
  as,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-first-"));
  const output = join(folder, "log");
  const env = { LOG_LEVEL: "silent", DATABASE_URL: "", RESEND_API_KEY: "" };
  const server = await startServer({ dataDir: join(folder, "data"), output, env });
  try {
    const link = await firstTimeLink(output);
    for (const way of ways) {
      const { visit, leave } = await withoutScripts({ browser, way });
      expect(await visit(link)).toBeGreaterThan(0);
      await leave();
    }
    await makeFirstAccount(await as(administrator), link);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
