import { constants, createPublicKey, publicEncrypt, randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, logIn, type Person, proveMasterPassword, test, unlock } from "./people";
import {
  describeClient,
  goTo,
  inviteProvider,
  setUpProvider,
  signInAdministrator,
  startClient,
} from "./prepare";

/** What a server can make without knowing a key: a key of its own, sealed to somebody's public key. */
function keyOfTheServer(publicKey: string): string {
  const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
  const padding = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha1" };
  return `4.${publicEncrypt(padding, randomBytes(64)).toString("base64")}`;
}

/** Stands between a page and its server: alters answers while it is told to, and keeps what the page has sent. */
async function stranger(page: Page) {
  const sent: string[] = [];
  let publicKey: string | undefined;
  let alter = (text: string) => text;
  await page.route("**/*", async (route) => {
    const request = route.request();
    if (request.method() !== "POST") return route.continue();
    sent.push(request.postData() ?? "");
    const response = await route.fetch({ maxRedirects: 0 });
    const text = await response.text();
    publicKey ??= /"publicKey":"(MII[^"]+)"/.exec(text)?.[1];
    return route.fulfill({ response, body: alter(text) });
  });
  return {
    sent,
    honest() {
      alter = (text) => text;
    },
    /** Serves a provider key of its own, and leaves out one of the two things that the genuine one is compared with. */
    servesOwnProviderKey(leftOut: "clients" | "record") {
      alter = (text) => {
        if (!publicKey) return text;
        const forged = text.replace(/("providerKeyForMember":")4\.[^"]+/g, `$1${keyOfTheServer(publicKey)}`);
        return leftOut === "clients"
          ? forged.replace(/("clientKeys":)\[[^\]]*\]/g, "$1[]")
          : forged.replace(/("knownProviderKey":)"[^"]+"/g, "$1null");
      };
    },
    asksForFewerPasses() {
      alter = (text) => text.replace(/"iterations":6/g, '"iterations":3');
    },
  };
}

async function lock({ page, say, name }: Person) {
  await page.getByRole("button", { name: say("ui.account.menu", { name }) }).click();
  await page.getByRole("menuitem", { name: say("ui.account.lock") }).click();
}

const sealedClients = (sent: string[]) => sent.filter((body) => body.includes("organizationKeyForProvider"));

test("a provider key of the server's own is refused in words, and no client is sealed under it", {
  tag: "@long",
}, async ({ as }) => {
  const admin = await signInAdministrator(as);
  const brett = await as({ name: "Brett Warden", email: "brett@hostile.example" });
  const { page, say } = brett;
  await inviteProvider(admin, brett.email);
  const between = await stranger(page);
  await setUpProvider(brett, "Hostile Provider");
  const clients = page.url();
  const dialog = page.getByRole("dialog", { name: say("clients.newClient") });
  const submit = dialog.getByRole("button", { name: say("clients.newDialog.submit") });

  await test.step("where the genuine one was made", async () => {
    await lock(brett);
    between.servesOwnProviderKey("record");
    await startClient(brett);
    await describeClient(brett, { name: "First Client", owner: "owner@hostile.example", seats: 2 });
    await submit.click();
    await unlock(brett);
    await expect(dialog.getByRole("alert")).toContainText(say("refusal.key_differs"));
    expect(sealedClients(between.sent)).toEqual([]);
  });

  await test.step("and the genuine one is taken", async () => {
    between.honest();
    await submit.click();
    await expect(dialog).toBeHidden();
    expect(sealedClients(between.sent)).toHaveLength(1);
  });

  await test.step("in another browser too, by the account's own record or by what the key has to open", async () => {
    const elsewhere = await as(brett);
    const other = await stranger(elsewhere.page);
    await logIn(elsewhere);
    await goTo(elsewhere, "portal.nav.clients");
    await expect(elsewhere.page).toHaveURL(clients);
    await lock(elsewhere);
    await startClient(elsewhere);
    await describeClient(elsewhere, { name: "Second Client", owner: "second@hostile.example", seats: 2 });
    const inOther = elsewhere.page.getByRole("dialog", { name: say("clients.newClient") });
    const send = inOther.getByRole("button", { name: say("clients.newDialog.submit") });
    other.servesOwnProviderKey("clients");
    await send.click();
    await unlock(elsewhere);
    await expect(inOther.getByRole("alert")).toContainText(say("refusal.key_differs"));
    other.servesOwnProviderKey("record");
    await send.click();
    await expect(inOther.getByRole("alert")).toContainText(say("refusal.key_does_not_fit"));
    expect(sealedClients(other.sent)).toEqual([]);
  });

  await test.step("weaker settings than the last time are refused before anything is worked out", async () => {
    await page.context().clearCookies({ name: /session/ });
    await page.goto("/log-in");
    between.asksForFewerPasses();
    const before = between.sent.length;
    await proveMasterPassword(brett);
    await expect(page.getByRole("alert").filter({ hasText: say("refusal.weaker_kdf") })).toBeVisible();
    expect(between.sent.slice(before).filter((body) => body.includes("authenticationHash"))).toEqual([]);
    between.honest();
    await proveMasterPassword(brett);
    await page.waitForURL((url) => !url.pathname.startsWith("/log-in"));
  });
});
