import { expect, masterPassword, proveMasterPassword, test } from "./people";
import { aClientWith, goTo, openProvider } from "./prepare";

test("a member who has lost the master password gets back into the account, and chooses another", async ({
  as,
}) => {
  test.setTimeout(240_000);
  const brett = await as({ name: "Brett Recovery", email: "brett@recovery.example" });
  const owner = await as({ name: "Olive Recovery", email: "olive@recovery.example" });
  const member = await as({ name: "Mabel Recovery", email: "mabel@recovery.example" });
  const client = "Recovery & Sons";
  let home = "";

  await test.step("a client with an owner and a member, and the policy turned on", async () => {
    await openProvider(as, brett, "Recovery Provider");
    home = await aClientWith(brett, { name: client, plan: "enterprise", owner, member });
    for (const policy of ["single_organization", "account_recovery"] as const) {
      await owner.page.goto(`${home}/policies?policy=${policy}`);
      const form = owner.page.getByRole("dialog", { name: owner.say(`policies.names.${policy}`) });
      await form.getByRole("switch").first().click();
      await form.getByRole("button", { name: owner.say("policies.save") }).click();
      await expect(form).toBeHidden();
    }
  });

  await test.step("the member enrols", async () => {
    const { page, say } = member;
    await page.goto("/account");
    await page.getByRole("button", { name: say("recovery.mine.enrol") }).click();
    await expect(page.getByText(say("recovery.mine.enrolled"))).toBeVisible();
  });

  await test.step("the provider asks, and an owner is shown who asks before approving", async () => {
    await brett.page.goto(`${home}/recovery`);
    await brett.page.getByRole("button", { name: brett.say("recovery.ask"), exact: true }).click();
    await expect(brett.page.getByText(brett.say("recovery.waitsForOwner"))).toBeVisible();
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
    await page.getByRole("button", { name: say("recovery.recover") }).click();
    const dialog = page.getByRole("dialog", { name: say("recovery.dialogTitle", { who: member.name }) });
    await dialog.getByRole("button", { name: say("recovery.recover") }).click();
    await expect(dialog.getByText(say("recovery.done"))).toBeVisible();
    temporary = (await dialog.locator("code").textContent()) ?? "";
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
