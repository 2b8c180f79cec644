import { administrator, expect, logIn, masterPassword, test } from "./people";

test("a vault left alone locks itself after the chosen time, and not before", async ({ as }) => {
  const person = await as(administrator);
  const { page, say } = person;
  await page.clock.install();
  await logIn(person);
  await page.getByRole("link", { name: say("admin.mail") }).click();
  await page.getByRole("link", { name: say("portal.nav.vault") }).click();
  const vaults = page.getByRole("heading", { name: say("vault.all"), level: 1 });
  const locked = page.getByRole("heading", { name: say("common.vault.panelTitle"), level: 1 });
  await expect(vaults).toBeVisible();

  await page.clock.fastForward("14:00");
  await expect(vaults).toBeVisible();
  await page.mouse.move(200, 200);
  await page.clock.fastForward("14:00");
  await expect(vaults).toBeVisible();

  await page.clock.fastForward("01:30");
  await expect(locked).toBeVisible();
  await page.getByLabel(say("common.vault.masterPassword"), { exact: true }).fill(masterPassword);
  await page.getByRole("button", { name: say("common.vault.unlock") }).click();
  await expect(vaults).toBeVisible();
});
