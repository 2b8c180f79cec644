import { expose } from "comlink";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { EncString } from "@/lib/crypto/types";
import { openBrowserVault } from "@/lib/vault/browser-vault";
import { VaultError } from "@/lib/vault/errors";
import { makeKeyring } from "@/lib/vault/keyring";
import { passwordOf } from "@/lib/vault/testing";

const started: { ended: boolean }[] = [];

/** A worker as far as comlink knows one: its keyring lives behind a message channel, and structured clone. */
class KeyringBehindMessages {
  ended = false;
  private readonly page: MessagePort;
  private readonly inside: MessagePort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    [this.page, this.inside] = [port1, port2];
    expose(makeKeyring(), this.inside);
    this.page.start();
    started.push(this);
  }

  addEventListener(...given: Parameters<MessagePort["addEventListener"]>) {
    this.page.addEventListener(...given);
  }
  removeEventListener(...given: Parameters<MessagePort["removeEventListener"]>) {
    this.page.removeEventListener(...given);
  }
  postMessage(message: unknown) {
    this.page.postMessage(message);
  }
  terminate() {
    this.ended = true;
    this.page.close();
    this.inside.close();
  }
}

beforeEach(() => {
  started.length = 0;
  vi.stubGlobal("Worker", KeyringBehindMessages);
});
afterEach(() => vi.unstubAllGlobals());

const brett = passwordOf("brett.warden@provider.example");
const locked = expect.objectContaining({ name: "VaultError", code: "locked" });

test("the worker starts with the first question that needs it", async () => {
  const vault = openBrowserVault();
  expect(await vault.holds("user")).toBe(false);
  await vault.lock();
  expect(started).toHaveLength(0);
  await vault.makeAccount(brett);
  expect(await vault.holds("user")).toBe(true);
  expect(started).toHaveLength(1);
  await vault.lock();
});

test("the vault's errors arrive as themselves", async () => {
  const vault = openBrowserVault();
  const failure = await vault.openTexts("user", ["2.a" as EncString]).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(VaultError);
  expect(failure).toEqual(locked);
  await vault.lock();
});

test("locking ends the worker, and with it every key and every open question", async () => {
  const vault = openBrowserVault();
  await vault.makeAccount(brett);
  const open = expect(vault.makeProviderKey("provider:1")).rejects.toEqual(locked);
  await vault.lock();
  await open;
  expect(started[0]?.ended).toBe(true);
  await expect(vault.sealTexts("user", ["a"])).rejects.toEqual(locked);
  expect(started).toHaveLength(2);
  await vault.lock();
});
