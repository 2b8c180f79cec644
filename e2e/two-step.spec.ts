import { Secret, TOTP } from "otpauth";
import { inspect } from "./inspect";
import { codeMailedTo } from "./mailbox";
import { expect, lockVault, masterPassword, type Person, proveMasterPassword, signUp, test } from "./people";
import { openProvider } from "./prepare";

test("a log-in takes a second step, which a browser can be spared and a recovery code can take", async ({
  as,
}) => {
  const brett = await as({ name: "Brett Steps", email: "brett@steps.example" });
  const { page, say } = brett;
  const dialog = page.getByRole("dialog");
  const code = () => page.getByLabel(say("auth.code.label"), { exact: true });
  let secret = "";
  let recovery = "";
  let spare = "";
  /** A code that was not taken yet: of the next half minute once this one's is used. */
  const codeIn = (steps: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
  const logOut = async () => {
    await page.getByRole("button", { name: say("ui.account.menu", { name: brett.name }) }).click();
    await page.getByRole("menuitem", { name: say("ui.account.logOut"), exact: true }).click();
    await page.waitForURL(/log-in/);
  };

  const settings = () => page.getByRole("link", { name: say("portal.nav.settings"), exact: true }).click();

  await test.step("he requires a second step of his team, and is led to set up his own", async () => {
    await openProvider(as, brett, "Steps Provider");
    await settings();
    await page.getByRole("button", { name: say("portal.settings.twoStep.start"), exact: true }).click();
    const asking = page.getByRole("alertdialog");
    await expect(asking.getByText(say("portal.settings.twoStep.youLack"))).toBeVisible();
    await inspect(brett, "requiring two-step login");
    await asking.getByRole("button", { name: say("portal.settings.twoStep.start"), exact: true }).click();
    await expect(page.getByText(say("account.twoStep.requiredTitle"))).toBeVisible();
    await page.goto("/");
    await expect(page.getByText(say("account.twoStep.requiredTitle"))).toBeVisible();
    await inspect(brett, "an account that has to set up a second step");
  });

  await test.step("he sets up an authenticator app", async () => {
    await page.getByRole("button", { name: say("account.twoStep.setUp") }).click();
    secret = ((await dialog.locator("p.font-mono span").first().textContent()) ?? "").replaceAll(" ", "");
    await inspect(brett, "an authenticator app");
    await dialog.getByLabel(say("account.twoStep.code"), { exact: true }).fill("000000");
    await dialog.getByRole("button", { name: say("account.twoStep.confirm") }).click();
    await expect(dialog.getByText(say("refusal.wrong_app_code"))).toBeVisible();
    // A code of the step before is too old once a step ends while it is on its way.
    await expect.poll(() => Date.now() % 30_000).toBeLessThan(26_000);
    await dialog.getByLabel(say("account.twoStep.code"), { exact: true }).fill(codeIn(-1));
    await dialog.getByRole("button", { name: say("account.twoStep.confirm") }).click();
    const codes = page.getByRole("dialog", { name: say("account.twoStep.codesTitle") });
    recovery = (await codes.getByRole("listitem").first().textContent()) ?? "";
    spare = (await codes.getByRole("listitem").nth(1).textContent()) ?? "";
    await inspect(brett, "recovery codes");
    await codes.getByRole("button", { name: say("account.twoStep.kept") }).click();
    await expect(page.getByText(say("account.twoStep.codesLeft", { count: 10 }))).toBeVisible();
  });

  await test.step("the password alone is not enough any more, and a code is asked for once in this browser", async () => {
    await logOut();
    await proveMasterPassword(brett);
    await expect(code()).toBeFocused();
    await inspect(brett, "log-in that asks for a code");
    await code().fill(codeIn(0));
    await page.getByLabel(say("auth.code.remember")).check();
    await page.getByRole("button", { name: say("auth.logIn.submit"), exact: true }).click();
    await expect(page.getByRole("heading", { name: say("portal.overview.title"), level: 1 })).toBeVisible();
    await logOut();
    await proveMasterPassword(brett);
    await expect(page.getByRole("heading", { name: say("portal.overview.title"), level: 1 })).toBeVisible();
  });

  await test.step("he requires it no more", async () => {
    await settings();
    await page.getByRole("button", { name: say("portal.settings.twoStep.stop"), exact: true }).click();
    const asking = page.getByRole("alertdialog");
    await asking.getByRole("button", { name: say("portal.settings.twoStep.stop"), exact: true }).click();
    await expect(page.getByText(say("portal.settings.twoStep.stopDone"))).toBeVisible();
  });

  await test.step("elsewhere a recovery code takes its place, once", async () => {
    const elsewhere = await as({ name: brett.name, email: brett.email });
    const there = elsewhere.page;
    await there.goto("/log-in");
    await proveMasterPassword(elsewhere);
    await there.getByLabel(say("auth.code.label"), { exact: true }).fill(recovery.toUpperCase());
    await there.getByRole("button", { name: say("auth.logIn.submit"), exact: true }).click();
    await expect(there.getByRole("heading", { name: say("portal.overview.title"), level: 1 })).toBeVisible();
    await there.goto("/account");
    await expect(there.getByText(say("account.twoStep.codesLeft", { count: 9 }))).toBeVisible();
    await there.getByRole("button", { name: say("account.twoStep.turnOff") }).click();
    const last = there.getByRole("dialog", { name: say("account.twoStep.turnOffTitle") });
    await inspect(elsewhere, "turning two-step login off");
    await last.getByLabel(say("auth.code.label"), { exact: true }).fill(spare);
    await last.getByRole("button", { name: say("account.twoStep.turnOff") }).click();
    await expect(there.getByText(say("account.twoStep.off"))).toBeVisible();
  });

  await test.step("and then the password is enough again", async () => {
    const third = await as({ name: brett.name, email: brett.email });
    await third.page.goto("/log-in");
    await proveMasterPassword(third, masterPassword);
    await expect(
      third.page.getByRole("heading", { name: say("portal.overview.title"), level: 1 }),
    ).toBeVisible();
  });
});

/** An authenticator inside this browser, which verifies its person by itself and evaluates secrets. */
async function plugIn({ page }: Person, { evaluates }: { evaluates: boolean }) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: evaluates,
    },
  });
}

test("a passkey takes the second step, and unlocks the vault; no secret of it is sent", async ({ as }) => {
  const pat = await as({ name: "Pat Key", email: "pat@steps.example" });
  const { page, say } = pat;
  const dialog = page.getByRole("dialog");
  const posted: string[] = [];
  page.on("request", (request) => posted.push(request.postData() ?? ""));
  await plugIn(pat, { evaluates: true });

  await test.step("she adds a passkey with a name", async () => {
    await signUp(pat);
    await page.goto("/account");
    await page.getByRole("button", { name: say("account.twoStep.addPasskey") }).click();
    await dialog.getByLabel(say("account.twoStep.passkeyName"), { exact: true }).fill("Laptop");
    await inspect(pat, "adding a passkey");
    await dialog.getByRole("button", { name: say("account.twoStep.passkeyAdd") }).click();
    const codes = page.getByRole("dialog", { name: say("account.twoStep.codesTitle") });
    await codes.getByRole("button", { name: say("account.twoStep.kept") }).click();
    await expect(page.getByText("Laptop")).toBeVisible();
  });

  await test.step("she logs in with it", async () => {
    await page.getByRole("button", { name: say("ui.account.menu", { name: pat.name }) }).click();
    await page.getByRole("menuitem", { name: say("ui.account.logOut"), exact: true }).click();
    await page.waitForURL(/log-in/);
    await proveMasterPassword(pat);
    await expect(page.getByRole("button", { name: say("auth.code.usePasskey") })).toBeVisible();
    await inspect(pat, "log-in that asks for a passkey");
    await page.getByRole("button", { name: say("auth.code.usePasskey") }).click();
    await expect(page.getByRole("heading", { name: say("vault.all"), level: 1 })).toBeVisible();
  });

  await test.step("she lets it unlock the vault, and it does", async () => {
    await page.goto("/account");
    await page.getByRole("button", { name: say("account.twoStep.options", { name: "Laptop" }) }).click();
    await page.getByRole("menuitem", { name: say("account.twoStep.letUnlock") }).click();
    await expect(page.getByText(say("account.twoStep.unlocks"), { exact: true })).toBeVisible();
    await inspect(pat, "a passkey that unlocks");
    await lockVault(pat);
    await page.goto("/vault");
    await inspect(pat, "unlocking with a passkey");
    await page.getByRole("button", { name: say("common.vault.passkey") }).click();
    await expect(page.getByRole("heading", { name: say("vault.all"), level: 1 })).toBeVisible();
    expect(posted.filter((body) => /"prf"|"results"/.test(body))).toEqual([]);
  });

  await test.step("she removes it with itself, and two-step login is off", async () => {
    await page.goto("/account");
    await page.getByRole("button", { name: say("account.twoStep.options", { name: "Laptop" }) }).click();
    await page.getByRole("menuitem", { name: say("account.twoStep.remove") }).click();
    await expect(dialog.getByText(say("account.twoStep.lastText"), { exact: false })).toBeVisible();
    await dialog.getByRole("button", { name: say("auth.code.usePasskey") }).click();
    await expect(page.getByText(say("account.twoStep.off"))).toBeVisible();
  });
});

test("codes by mail take the second step", async ({ as }) => {
  const mia = await as({ name: "Mia Mail", email: "mia@steps.example", locale: "fr" });
  const { page, say } = mia;
  const dialog = page.getByRole("dialog");
  await signUp(mia);
  await page.goto("/account");
  await page.getByRole("button", { name: say("account.twoStep.mailSetUp") }).click();
  const first = await codeMailedTo(mia.email);
  await dialog.getByLabel(say("account.mailedCode.label"), { exact: true }).fill(first);
  await dialog.getByRole("button", { name: say("account.twoStep.confirm") }).click();
  const codes = page.getByRole("dialog", { name: say("account.twoStep.codesTitle") });
  await codes.getByRole("button", { name: say("account.twoStep.kept") }).click();
  await page.getByRole("button", { name: say("ui.account.menu", { name: mia.name }) }).click();
  await page.getByRole("menuitem", { name: say("ui.account.logOut"), exact: true }).click();
  await page.waitForURL(/log-in/);
  await proveMasterPassword(mia);
  await page.getByRole("button", { name: say("auth.code.mail") }).click();
  const second = await codeMailedTo(mia.email, first);
  await inspect(mia, "log-in that asks for a mailed code");
  await page.getByLabel(say("auth.code.label"), { exact: true }).fill(second);
  await page.getByRole("button", { name: say("auth.logIn.submit"), exact: true }).click();
  await expect(page.getByRole("heading", { name: say("vault.all"), level: 1 })).toBeVisible();

  await test.step("an app beside them takes a code of theirs", async () => {
    await page.goto("/account");
    await page.getByRole("button", { name: say("account.twoStep.setUp") }).click();
    const shown = dialog.locator("p.font-mono span").first();
    const secret = ((await shown.textContent()) ?? "").replaceAll(" ", "");
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await dialog.getByLabel(say("account.twoStep.code"), { exact: true }).fill(code);
    await dialog.getByRole("button", { name: say("account.twoStep.confirm") }).click();
    const asking = page.getByRole("dialog", { name: say("account.twoStep.stepTitle") });
    await inspect(mia, "a second step before another method");
    await asking.getByRole("button", { name: say("auth.code.mail") }).click();
    const third = await codeMailedTo(mia.email, first, second);
    await asking.getByLabel(say("auth.code.label"), { exact: true }).fill(third);
    await asking.getByRole("button", { name: say("account.twoStep.proof") }).click();
    await expect(page.getByRole("button", { name: say("account.twoStep.removeAppTitle") })).toBeVisible();
  });
});
