import { expect, signUp, test } from "./people";

test("an unlocked tab whose session has become another account's saves nothing", async ({ as }) => {
  const rita = await as({ name: "Rita Tab", email: "rita@tabs.example" });
  const omar = await as({ name: "Omar Tab", email: "omar@tabs.example" });
  await signUp(rita);
  await signUp(omar);
  const { page, say } = rita;
  await page.getByRole("button", { name: say("ui.account.menu", { name: rita.name }) }).click();
  await page.getByRole("menuitem", { name: say("account.menu"), exact: true }).click();
  const name = page.getByLabel(say("fields.name"), { exact: true });
  await expect(name).toHaveValue(rita.name);

  await page.context().addCookies(await omar.page.context().cookies());
  await name.fill("Rita, written over Omar");
  await page.getByRole("button", { name: say("account.profile.save"), exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: say("refusal.another_account") })).toBeVisible();
  await expect(name).toHaveValue("Rita, written over Omar");

  // Loaded again, the page is Omar's, and nothing of his was changed.
  await page.reload();
  await expect(name).toHaveValue(omar.name);
  await page.getByRole("button", { name: say("account.profile.save"), exact: true }).click();
  await expect(page.getByText(say("account.profile.saved"))).toBeVisible();
});
