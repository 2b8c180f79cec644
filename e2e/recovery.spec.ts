import type { Locator } from "@playwright/test";
import { inspect } from "./inspect";
import { expect, masterPassword, proveMasterPassword, test } from "./people";
import { aClientWith, goTo, openProvider } from "./prepare";

test("a member who has lost the master password gets back into the account, and chooses another", {
  tag: "@long",
}, async ({ as }) => {
  test.setTimeout(240_000);
  const brett = await as({ name: "Brett Recovery", email: "brett@recovery.example" });
  const owner = await as({ name: "Olive Recovery", email: "olive@recovery.example" });
  const member = await as({ name: "Mabel Recovery", email: "mabel@recovery.example" });
  const client = "Recovery & Sons";
  let home = "";

  async function setPolicy(
    policy: "single_organization" | "account_recovery",
    fill: (form: Locator) => unknown,
  ) {
    const { page, say } = owner;
    await page.goto(`${home}/policies?policy=${policy}`);
    const form = page.getByRole("dialog", { name: say(`policies.names.${policy}`) });
    await fill(form);
    await form.getByRole("button", { name: say("policies.save") }).click();
    await expect(form).toBeHidden();
  }
  const everybody = (form: Locator) =>
    form.getByLabel(owner.say("policies.fields.autoEnrollEnabled"), { exact: true });

  await test.step("a client with an owner and a member, and the policy turned on", async () => {
    await openProvider(as, brett, "Recovery Provider");
    home = await aClientWith(brett, { name: client, plan: "enterprise", owner, member });
    await setPolicy("single_organization", async (form) => form.getByRole("switch").check());
    await setPolicy("account_recovery", async (form) => {
      await form.getByRole("switch").first().check();
      await everybody(form).setChecked(false);
    });
  });

  await test.step("the member reads what enrolling means, enrols by hand, and withdraws", async () => {
    const { page, say } = member;
    await page.goto("/account");
    await page.getByRole("button", { name: say("recovery.mine.enrol"), exact: true }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog.getByText(say("recovery.mine.ask.withdraw"))).toBeVisible();
    await inspect(member, "enrolling by hand");
    await dialog.getByRole("button", { name: say("recovery.mine.enrol"), exact: true }).click();
    await expect(page.getByText(say("recovery.mine.enrolled"))).toBeVisible();
    await page.getByRole("button", { name: say("recovery.mine.withdraw") }).click();
    await expect(page.getByText(say("recovery.mine.notEnrolled"))).toBeVisible();
  });

  await test.step("where the policy enrols everybody, the browser does it and says so until that is dismissed", async () => {
    await setPolicy("account_recovery", (form) => everybody(form).setChecked(true));
    const { page, say } = member;
    await page.goto("/vault");
    const notice = page.getByRole("status").filter({ hasText: say("recovery.byPolicy.dismiss") });
    await expect(notice).toContainText(client);
    await page.reload();
    await expect(notice).toBeVisible();
    await inspect(member, "enrolled by a policy");
    await notice.getByRole("link", { name: say("recovery.byPolicy.see") }).click();
    await expect(page.getByText(say("recovery.mine.enrolled"))).toBeVisible();
    await expect(page.getByRole("button", { name: say("recovery.mine.withdraw") })).toBeHidden();
    await notice.getByRole("button", { name: say("recovery.byPolicy.dismiss") }).click();
    await expect(notice).toBeHidden();
  });

  await test.step("the provider asks, and an owner is shown who asks before approving", async () => {
    await brett.page.goto(`${home}/recovery`);
    // The owner's own browser may have enrolled the owner meanwhile: the row says whose account it is.
    const row = brett.page.getByRole("row", { name: member.email });
    await row.getByRole("button", { name: brett.say("recovery.ask"), exact: true }).click();
    const question = brett.page.getByRole("alertdialog");
    await expect(question.getByText(brett.say("recovery.asking.approval"))).toBeVisible();
    await question.getByRole("button", { name: brett.say("recovery.asking.confirm"), exact: true }).click();
    await expect(row.getByText(brett.say("recovery.waitsForOwner"))).toBeVisible();
    const { page, say } = owner;
    await goTo(owner, "console.recovery");
    await page.getByRole("button", { name: say("recovery.approve"), exact: true }).click();
    const dialog = page.getByRole("alertdialog");
    for (const fact of [
      `${brett.name} (${brett.email})`,
      "Recovery Provider",
      `${member.name} (${member.email})`,
    ])
      await expect(dialog.getByText(fact, { exact: true })).toBeVisible();
    await dialog.getByRole("button", { name: say("recovery.approval.confirm"), exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(say("recovery.waitsForOwner"))).toBeHidden();
  });

  let temporary = "";
  await test.step("an owner recovers the account, and is shown the temporary password once", async () => {
    const { page, say } = owner;
    const row = page.getByRole("row", { name: member.email });
    await row.getByRole("button", { name: say("recovery.recover") }).click();
    const dialog = page.getByRole("dialog", { name: say("recovery.dialogTitle", { who: member.name }) });
    const recover = dialog.getByRole("button", { name: say("recovery.recover") });
    await recover.click();
    // Somebody else has confirmed the member: the owner's account remembers nothing of their key.
    await expect(dialog.getByText(say("recovery.compare.title"))).toBeVisible();
    await expect(recover).toBeDisabled();
    await dialog.getByLabel(say("people.confirm.compared")).check();
    await page.route("**/recovery*", async (route) => {
      if (!route.request().postData()?.includes("nextHash")) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await recover.click();
    await expect(dialog.getByText(say("recovery.unknown.title"))).toBeVisible();
    temporary = (await dialog.locator("code").textContent()) ?? "";
    await page.unroute("**/recovery*");
    await dialog.getByRole("button", { name: say("recovery.again") }).click();
    await expect(dialog.getByText(say("recovery.done"))).toBeVisible();
    await expect(dialog.locator("code")).toHaveText(temporary);
    expect(temporary).toMatch(/^[a-z]+(-[a-z]+){4}$/);
    await dialog
      .getByRole("button", { name: say("recovery.close"), exact: true })
      .last()
      .click();
  });

  await test.step("the member logs in with it, and nothing opens until another one is chosen", async () => {
    const { page, say } = member;
    await page.goto("/log-in");
    await proveMasterPassword(member, temporary);
    await expect(page.getByText(say("recovery.temporary.title"))).toBeVisible();
    await page.goto("/vault");
    await expect(page.getByText(say("recovery.temporary.title"))).toBeVisible();
    await page.getByRole("button", { name: say("account.profile.save"), exact: true }).click();
    await expect(page.getByText(say("refusal.password_must_change"))).toBeVisible();
    await page.getByLabel(say("account.password.current"), { exact: true }).fill(temporary);
    await page.getByLabel(say("auth.password.new"), { exact: true }).fill(masterPassword);
    await page.getByLabel(say("auth.password.again"), { exact: true }).fill(masterPassword);
    await page.getByRole("button", { name: say("account.password.submit") }).click();
    await expect(page.getByText(say("recovery.temporary.title"), { exact: true })).toBeHidden();
    await page.goto("/vault");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveURL(/\/vault/);
  });
});
