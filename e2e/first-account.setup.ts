import { administrator, makeFirstAccount, test } from "./people";

test("the first link makes the administrator of an empty instance", async ({ as }) => {
  await makeFirstAccount(await as(administrator));
});
