import { ways, withoutScripts } from "./before-scripts";
import { firstTimeLink } from "./mailbox";
import { administrator, expect, makeFirstAccount, test } from "./people";

// The link of a new server works once, so its page is looked at here and not in before-scripts.spec.ts.
test("the first account's form sends nothing by itself", async ({ browser }) => {
  const link = await firstTimeLink();
  for (const way of ways) {
    const { visit, leave } = await withoutScripts({ browser, way });
    expect(await visit(link)).toBeGreaterThan(0);
    await leave();
  }
});

test("the first link makes the administrator of an empty instance", async ({ as }) => {
  await makeFirstAccount(await as(administrator));
});
