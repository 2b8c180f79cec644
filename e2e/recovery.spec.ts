import { expect, joinAsNewcomer, masterPassword, proveMasterPassword, test } from "./people";
import { confirmInConsole, describeClient, goTo, openProvider, startClient } from "./prepare";

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
    const { page, say } = brett;
    const dialog = await startClient(brett);
    await dialog.getByRole("radio", { name: say("clients.plans.enterprise") }).check();
    await describeClient(brett, { name: client, owner: owner.email, seats: 5 });
    await dialog.getByRole("button", { name: say("clients.newDialog.submit") }).click();
    await expect(dialog).toBeHidden();
    await joinAsNewcomer(owner, "organization");
    await page.getByRole("link", { name: client, exact: true }).click();
    await expect(page.getByRole("button", { name: say("visits.leave") })).toBeVisible();
    home = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
    await goTo(brett, "console.members");
    await page.reload();
    await confirmInConsole(brett, owner);
    await page.getByRole("button", { name: say("members.invite") }).click();
    const invite = page.getByRole("dialog", { name: say("members.inviteDialog.title") });
    await invite.getByLabel(say("people.addresses.label")).fill(member.email);
    await invite.getByRole("button", { name: say("members.inviteDialog.send", { count: 1 }) }).click();
    await expect(invite).toBeHidden();
    await joinAsNewcomer(member, "organization");
    await page.reload();
    await confirmInConsole(brett, member);
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

  let temporary = "";
  await test.step("an owner recovers the account, and is shown the temporary password once", async () => {
    const { page, say } = owner;
    await page.goto(`${home}/recovery`);
    await page.getByRole("button", { name: say("recovery.recover") }).click();
    const dialog = page.getByRole("dialog", { name: say("recovery.dialogTitle", { who: member.name }) });
    await dialog.getByRole("button", { name: say("recovery.recover") }).click();
    await expect(dialog.getByText(say("recovery.done"))).toBeVisible();
    temporary = (await dialog.locator("code").textContent()) ?? "";
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
    await page.getByLabel(say("account.password.current"), { exact: true }).fill(temporary);
    await page.getByLabel(say("auth.password.new"), { exact: true }).fill(masterPassword);
    await page.getByLabel(say("auth.password.again"), { exact: true }).fill(masterPassword);
    await page.getByRole("button", { name: say("account.password.submit") }).click();
    await expect(page.getByText(say("recovery.temporary.title"))).toBeHidden();
    await page.goto("/vault");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveURL(/\/vault/);
  });
});
