import { Secret, TOTP } from "otpauth";
import { inspect } from "./inspect";
import { expect, masterPassword, proveMasterPassword, test } from "./people";
import { openProvider } from "./prepare";

test("a log-in takes a second step, which a browser can be spared and a recovery code can take", async ({
  as,
}) => {
  test.setTimeout(180_000);
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

  await test.step("he sets up an authenticator app", async () => {
    await openProvider(as, brett, "Steps Provider");
    await page.goto("/account");
    await page.getByRole("button", { name: say("account.twoStep.setUp") }).click();
    secret = ((await dialog.locator("p.font-mono span").first().textContent()) ?? "").replaceAll(" ", "");
    await inspect(brett, "an authenticator app");
    await dialog.getByLabel(say("account.twoStep.code"), { exact: true }).fill("000000");
    await dialog.getByRole("button", { name: say("account.twoStep.confirm") }).click();
    await expect(dialog.getByText(say("refusal.wrong_code"))).toBeVisible();
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
    await expect(page.getByRole("heading", { name: say("clients.title"), level: 1 })).toBeVisible();
    await logOut();
    await proveMasterPassword(brett);
    await expect(page.getByRole("heading", { name: say("clients.title"), level: 1 })).toBeVisible();
  });

  await test.step("elsewhere a recovery code takes its place, once", async () => {
    const elsewhere = await as({ name: brett.name, email: brett.email });
    const there = elsewhere.page;
    await there.goto("/log-in");
    await proveMasterPassword(elsewhere);
    await there.getByLabel(say("auth.code.label"), { exact: true }).fill(recovery.toUpperCase());
    await there.getByRole("button", { name: say("auth.logIn.submit"), exact: true }).click();
    await expect(there.getByRole("heading", { name: say("clients.title"), level: 1 })).toBeVisible();
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
    await expect(third.page.getByRole("heading", { name: say("clients.title"), level: 1 })).toBeVisible();
  });
});
