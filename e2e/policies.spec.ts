import { Secret, TOTP } from "otpauth";
import { inspect } from "./inspect";
import { linkMailedTo } from "./mailbox";
import { expect, joinAsNewcomer, masterPassword, type Person, test } from "./people";
import { aClientWith, choose, compare, goTo, inviteToOrganization, newItem, openProvider } from "./prepare";

/** Invites somebody as a member, from any page of the console. */
async function invite(by: Person, email: string) {
  await goTo(by, "console.members");
  await inviteToOrganization(by, email);
}

test("an owner sets policies, sees whom they cost their place, and a newcomer joins under them", {
  tag: "@long",
}, async ({ as }) => {
  test.setTimeout(240_000);
  const brett = await as({ name: "Brett Rules", email: "brett@rules.example" });
  const owner = await as({ name: "Olive Rules", email: "olive@rules.example" });
  const plain = await as({ name: "Paul Plain", email: "paul@rules.example" });
  const nina = await as({ name: "Nina Rules", email: "nina@rules.example", locale: "fr" });
  const client = "Rules & Sons";
  const drawer = "Desk drawer";
  let home = "";

  await test.step("a client on Enterprise, with its owner and a member", async () => {
    await openProvider(as, brett, "Rules Provider");
    home = await aClientWith(brett, { name: client, plan: "enterprise", owner });
    await owner.page.goto(`${home}/members`);
    await invite(owner, plain.email);
    await joinAsNewcomer(plain, "organization");
  });

  await test.step("what needs another policy says so, and leads there", async () => {
    const { page, say } = owner;
    await goTo(owner, "console.policies");
    await inspect(owner, "policies");
    await page.getByRole("button", { name: say("policies.names.vault_timeout") }).click();
    const timeout = page.getByRole("dialog", { name: say("policies.names.vault_timeout") });
    await timeout.getByRole("switch").check();
    await expect(timeout.getByText(say("policies.preview.cannotTurnOn"))).toBeVisible();
    await expect(timeout.getByRole("button", { name: say("policies.save") })).toBeDisabled();
    await inspect(owner, "a policy that needs another");
    await timeout.getByRole("button", { name: say("policies.names.single_organization") }).click();
    await expect(page.getByRole("dialog", { name: say("policies.names.single_organization") })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  await test.step("two-step login names who would lose their place, and takes it", async () => {
    const { page, say } = owner;
    await page.getByRole("button", { name: say("policies.names.two_step_login"), exact: true }).click();
    const dialog = page.getByRole("dialog", { name: say("policies.names.two_step_login") });
    await dialog.getByRole("switch").check();
    await expect(dialog.getByText(say("policies.preview.revoked", { count: 1 }))).toBeVisible();
    await expect(dialog.getByRole("listitem")).toHaveText(`${plain.name} (${plain.email})`);
    await inspect(owner, "a policy that revokes");
    await dialog.getByRole("button", { name: say("policies.save") }).click();
    await expect(page.getByText(say("policies.savedRevoked", { count: 1 }))).toBeVisible();
    const row = page.getByRole("listitem").filter({ hasText: say("policies.lines.two_step_login") });
    await expect(row.getByText(say("policies.on"), { exact: true })).toBeVisible();
  });

  await test.step("master passwords have to be long, and a wrong length is said at its field", async () => {
    const { page, say } = owner;
    await page.goto(`${home}/policies?policy=master_password`);
    const dialog = page.getByRole("dialog", { name: say("policies.names.master_password") });
    await dialog.getByRole("switch").check();
    const length = dialog.getByLabel(new RegExp(say("policies.fields.minLength")));
    await length.fill("8");
    await dialog.getByRole("button", { name: say("policies.save") }).click();
    await expect(dialog.getByText(say("ui.validation.too_small", { min: 12 }))).toBeVisible();
    await length.fill("24");
    await dialog.getByRole("button", { name: say("policies.save") }).click();
    await expect(page.getByText(say("policies.saved"), { exact: true })).toBeVisible();
    await expect(page).toHaveURL(`${home}/policies`);
  });

  await test.step("a newcomer makes an account with a password that is long enough", async () => {
    await invite(owner, nina.email);
    const { page, say } = nina;
    await page.goto(await linkMailedTo(nina.email));
    await page.getByRole("link", { name: say("join.register") }).click();
    await page.getByLabel(say("fields.name"), { exact: true }).fill(nina.name);
    const type = async (password: string) => {
      await page.getByLabel(say("auth.password.new"), { exact: true }).fill(password);
      await page.getByLabel(say("auth.password.again"), { exact: true }).fill(password);
      await page.getByRole("button", { name: say("auth.register.submit") }).click();
    };
    await type("brass ring 41 paper");
    await expect(page.getByText(say("ui.validation.too_short", { min: 24 }))).toBeVisible();
    await inspect(nina, "an account under a policy");
    await type(masterPassword);
    await expect(page.getByRole("button", { name: say("join.organization.accept") })).toBeVisible();
  });

  await test.step("and accepts once the account has two-step login", async () => {
    const { page, say } = nina;
    await expect(page.getByText(say("join.twoStep.title", { name: client }))).toBeVisible();
    await inspect(nina, "joining under a policy");
    await page.getByRole("button", { name: say("join.organization.accept") }).click();
    await expect(page.getByText(say("refusal.two_step_needed", { organization: client }))).toBeVisible();
    await page.getByRole("link", { name: say("join.twoStep.turnOn") }).click();
    await page.getByRole("button", { name: say("account.twoStep.setUp") }).click();
    const dialog = page.getByRole("dialog");
    const secret = ((await dialog.locator("p.font-mono span").first().textContent()) ?? "").replaceAll(
      " ",
      "",
    );
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await dialog.getByLabel(say("account.twoStep.code"), { exact: true }).fill(code);
    await dialog.getByRole("button", { name: say("account.twoStep.confirm") }).click();
    await dialog.getByRole("button", { name: say("account.twoStep.kept") }).click();
    await page.goto(await linkMailedTo(nina.email));
    await page.getByRole("button", { name: say("join.organization.accept") }).click();
    await expect(page.getByRole("status").filter({ hasText: say("join.accepted.title") })).toBeVisible();
  });

  await test.step("the owner confirms her, and cannot restore who still has none", async () => {
    const { page, say } = owner;
    await page.goto(`${home}/members`);
    await choose(owner, "members.list.options", nina.name, "members.act.confirm");
    await compare(owner, nina);
    const row = page.getByRole("row").filter({ hasText: nina.email });
    await expect(row).not.toContainText(say("members.status.accepted"));
  });

  await test.step("a banner stands over her vault, and what she saves belongs to the organization", async () => {
    const { page, say } = owner;
    for (const type of ["single_organization", "data_ownership"]) {
      await page.goto(`${home}/policies?policy=${type}`);
      const dialog = page.getByRole("dialog", { name: say(`policies.names.${type}`) });
      await dialog.getByRole("switch").check();
      if (type === "data_ownership") {
        await dialog.getByLabel(say("policies.fields.collectionName"), { exact: true }).fill(drawer);
        await expect(dialog.getByText(say("policies.preview.collections", { count: 1 }))).toBeVisible();
        await inspect(owner, "a policy that makes collections");
      }
      await dialog.getByRole("button", { name: say("policies.save") }).click();
      await expect(dialog).toBeHidden();
    }
    await page.goto(`${home}/policies?policy=vault_banner`);
    const dialog = page.getByRole("dialog", { name: say("policies.names.vault_banner") });
    await dialog.getByRole("switch").check();
    await dialog.getByLabel(say("policies.fields.message"), { exact: true }).fill("Read our rules.");
    await dialog.getByRole("button", { name: say("policies.save") }).click();
    await expect(dialog).toBeHidden();

    await nina.page.goto("/vault");
    await expect(nina.page.getByText("Read our rules.")).toBeVisible();
    // She has nothing of her own that could only be read.
    await expect(nina.page.getByText(nina.say("vault.policy.frozenTitle"))).toBeHidden();
    await inspect(nina, "a vault under policies");
  });

  await test.step("what she saves goes into a collection of her own, which nobody else sees", async () => {
    const { page, say } = nina;
    const dialog = await newItem(nina, "vault.new");
    await expect(dialog.getByLabel(drawer, { exact: true })).toBeChecked();
    await expect(dialog.getByLabel(say("vault.form.owner"), { exact: true })).toBeHidden();
    await dialog.getByLabel(say("vault.form.name"), { exact: true }).fill("Nina’s mailbox");
    await dialog.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("button", { name: new RegExp(`^${drawer}`) }).click();
    await expect(page.getByText("Nina’s mailbox")).toBeVisible();
    await inspect(nina, "a collection of one’s own");
    await owner.page.goto(`${home}/collections`);
    await expect(owner.page.getByRole("row")).not.toHaveCount(0);
    await expect(owner.page.getByText(drawer)).toBeHidden();
  });

  await test.step("when she is removed, the organization keeps it and says whose it was", async () => {
    const { page, say } = owner;
    await page.goto(`${home}/members`);
    await choose(owner, "members.list.options", nina.name, "members.act.remove");
    const dialog = page.getByRole("alertdialog");
    await dialog.getByRole("button", { name: say("members.removeDialog.remove.confirm") }).click();
    await expect(dialog).toBeHidden();
    await page.goto(`${home}/collections`);
    const row = page.getByRole("row").filter({ hasText: drawer });
    await expect(row).toContainText(say("collections.formerly", { who: nina.email }));
    await inspect(owner, "a collection that was a member’s own");
  });
});
