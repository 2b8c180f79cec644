import { inspect } from "./inspect";
import { codeMailedTo } from "./mailbox";
import { expect, masterPassword, type Person, proveMasterPassword, signUp, test, unlock } from "./people";

async function logInTo(person: Person, email: string) {
  await person.page.goto("/log-in");
  await proveMasterPassword({ ...person, email });
  await expect(person.page.getByRole("heading", { name: person.say("vault.all"), level: 1 })).toBeVisible();
}

/** Has the vault shown once more, under the master password: what was sealed before still opens. */
async function lockAndUnlock(person: Person) {
  const { page, say, name } = person;
  await page.getByRole("button", { name: say("ui.account.menu", { name }) }).click();
  await page.getByRole("menuitem", { name: say("ui.account.lock"), exact: true }).click();
  await page.reload();
  await page.getByRole("button", { name: say("account.fingerprint.show") }).click();
  await unlock(person);
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

for (const locale of ["en", "fr"] as const)
  test(
    `an account changes its address, its key derivation and its devices, and is deleted (${locale})`,
    locale === "fr" ? { tag: "@long" } : {},
    async ({ as }) => {
      test.setTimeout(240_000);
      const email = `otto.${locale}@own.example`;
      const elsewhere = `otto.new.${locale}@own.example`;
      const otto = await as({ name: "Otto Own", email, locale });
      const phone = await as({ name: "Otto Own", email, locale });
      const { page, say } = otto;
      const dialog = page.getByRole("dialog");
      await signUp(otto);
      await logInTo(phone, email);
      await page.getByRole("button", { name: say("ui.account.menu", { name: otto.name }) }).click();
      await page.getByRole("menuitem", { name: say("account.menu"), exact: true }).click();

      await test.step("key derivation", async () => {
        const form = page.locator("form").filter({ hasText: say("account.kdf.text") });
        await form.getByLabel(say("account.kdf.memory"), { exact: true }).fill("8");
        await form.getByLabel(say("account.kdf.password"), { exact: true }).fill(masterPassword);
        await form.getByRole("button", { name: say("account.kdf.submit") }).click();
        await expect(form.getByText(say("ui.validation.too_small", { min: 32 }))).toBeVisible();
        await form.getByLabel(say("account.kdf.type"), { exact: true }).selectOption("pbkdf2_sha256");
        await expect(form.getByText(say("account.kdf.weaker"))).toBeVisible();
        await inspect(otto, "weaker key derivation");
        await form.getByLabel(say("account.kdf.password"), { exact: true }).fill("not the password at all");
        await form.getByRole("button", { name: say("account.kdf.submit") }).click();
        await expect(form.getByText(say("refusal.wrong_master_password"))).toBeVisible();
        await form.getByLabel(say("account.kdf.password"), { exact: true }).fill(masterPassword);
        await form.getByRole("button", { name: say("account.kdf.submit") }).click();
        await expect(page.getByText(say("account.kdf.done"))).toBeVisible();
        // This browser takes what its person has chosen; the other one knows stronger settings and is logged out.
        await lockAndUnlock(otto);
        await phone.page.goto("/log-in");
        await proveMasterPassword(phone);
        await expect(phone.page.getByText(say("refusal.weaker_kdf"))).toBeVisible();
      });

      await test.step("another address, which the phone's memory knows nothing of", async () => {
        await page.getByRole("button", { name: say("account.email.change") }).click();
        await dialog.getByLabel(say("account.emailChange.email"), { exact: true }).fill(elsewhere);
        await dialog.getByLabel(say("account.emailChange.password"), { exact: true }).fill(masterPassword);
        await inspect(otto, "another address");
        await dialog.getByRole("button", { name: say("account.emailChange.next") }).click();
        await expect(
          dialog.getByText(say("account.emailChange.codeText", { email: elsewhere })),
        ).toBeVisible();
        await inspect(otto, "the code for another address");
        const code = await codeMailedTo(elsewhere);
        const field = dialog.getByLabel(say("account.mailedCode.label"), { exact: true });
        await field.fill(code === "000000" ? "000001" : "000000");
        await dialog.getByRole("button", { name: say("account.emailChange.submit") }).click();
        await expect(dialog.getByText(say("refusal.wrong_mailed_code"))).toBeVisible();
        await field.fill(code);
        await dialog.getByRole("button", { name: say("account.emailChange.submit") }).click();
        await expect(page.getByText(say("account.emailChange.done"))).toBeVisible();
        await lockAndUnlock(otto);
        await logInTo(phone, elsewhere);
      });

      await test.step("a device is named, and forgotten", async () => {
        await page.reload();
        const table = page.getByRole("table", { name: say("account.sessions.label") });
        const other = table
          .getByRole("row")
          .filter({ hasNotText: say("account.sessions.current") })
          .last();
        await other
          .getByRole("button", { name: say("account.sessions.options", { device: "Chrome" }) })
          .click();
        await page.getByRole("menuitem", { name: say("account.sessions.rename") }).click();
        await dialog.getByLabel(say("account.sessions.name")).fill("Red phone");
        await dialog.getByRole("button", { name: say("account.sessions.save") }).click();
        await expect(table.getByText("Red phone")).toBeVisible();
        await inspect(otto, "one's devices");
        await table
          .getByRole("button", { name: say("account.sessions.options", { device: "Red phone" }) })
          .click();
        await page.getByRole("menuitem", { name: say("account.sessions.forget") }).click();
        const asking = page.getByRole("alertdialog");
        await inspect(otto, "forgetting a device");
        await asking.getByRole("button", { name: say("account.sessions.forget") }).click();
        await expect(table.getByText("Red phone")).toHaveCount(0);
        await phone.page.goto("/account");
        await expect(
          phone.page.getByRole("heading", { name: say("auth.logIn.title"), level: 1 }),
        ).toBeVisible();
      });

      await test.step("the account is deleted", async () => {
        await page.getByRole("button", { name: say("account.deletion.start") }).click();
        await expect(dialog.getByText(say("account.deletion.stays"))).toBeVisible();
        await inspect(otto, "deleting an account");
        await dialog.getByLabel(say("account.deletion.typed", { email: elsewhere })).fill(email);
        await dialog.getByLabel(say("account.deletion.password"), { exact: true }).fill(masterPassword);
        await dialog.getByRole("button", { name: say("account.deletion.submit") }).click();
        await expect(dialog.getByText(say("ui.validation.not_equal"))).toBeVisible();
        await dialog.getByLabel(say("account.deletion.typed", { email: elsewhere })).fill(elsewhere);
        await dialog.getByRole("button", { name: say("account.deletion.submit") }).click();
        await expect(page.getByRole("heading", { name: say("auth.logIn.title"), level: 1 })).toBeVisible();
        await proveMasterPassword({ ...otto, email: elsewhere });
        await expect(page.getByText(say("refusal.wrong_credentials"))).toBeVisible();
      });
    },
  );
