import { type Endpoint, expose } from "comlink";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { EncString } from "@/lib/crypto/types";
import { type BrowserVault, openBrowserVault } from "@/lib/vault/browser-vault";
import { VaultError } from "@/lib/vault/errors";
import { makeKeyring } from "@/lib/vault/keyring";
import { shareKeyring } from "@/lib/vault/share-keyring";
import { passwordOf, recipient } from "@/test/vault";

type Started = { life: string; ended: boolean; signs: EventTarget };

const started: Started[] = [];
/** Who waits for which worker's death. Node has no Web Locks; the journeys use the browser's. */
const waiting = new Map<string, (() => void)[]>();
const locks = {
  request: (name: string, _options: unknown, dead: () => void) => {
    waiting.set(name, [...(waiting.get(name) ?? []), dead]);
    return Promise.resolve();
  },
};

const kill = (worker: Started | undefined) => {
  for (const dead of waiting.get(worker?.life ?? "") ?? []) dead();
};

function begin() {
  const worker: Started = { life: crypto.randomUUID(), ended: false, signs: new EventTarget() };
  started.push(worker);
  return { worker, keyring: shareKeyring(makeKeyring(), Promise.resolve(worker.life)) };
}

/** A worker as far as comlink knows one: its keyring lives behind a message channel, and structured clone. */
class DedicatedBehindMessages {
  private readonly channel = new MessageChannel();
  private readonly running = begin();

  constructor() {
    expose(this.running.keyring.connect(), this.channel.port2 as Endpoint);
    this.channel.port1.start();
  }
  addEventListener(kind: string, listener: () => void) {
    if (kind === "message") this.channel.port1.addEventListener(kind, listener);
    else this.running.worker.signs.addEventListener(kind, listener);
  }
  removeEventListener(kind: string, listener: () => void) {
    this.channel.port1.removeEventListener(kind, listener);
  }
  postMessage(message: unknown) {
    this.channel.port1.postMessage(message);
  }
  terminate() {
    this.running.worker.ended = true;
    this.channel.port1.close();
    this.channel.port2.close();
  }
}

/** The same for all tabs: a port each, and one keyring behind them. */
function sharedBehindMessages() {
  let running: ReturnType<typeof begin> | null = null;
  return class {
    readonly port: MessagePort;
    constructor() {
      running ??= begin();
      const { port1, port2 } = new MessageChannel();
      expose(running.keyring.connect(), port2 as Endpoint);
      this.port = port1;
      running.worker.signs.addEventListener("messageerror", () =>
        port1.dispatchEvent(new Event("messageerror")),
      );
    }
    addEventListener(kind: string, listener: () => void) {
      running?.worker.signs.addEventListener(kind, listener);
    }
  };
}

const brett = passwordOf("brett.warden@provider.example");
const betty = passwordOf("betty.warden@provider.example");
const locked = expect.objectContaining({ name: "VaultError", code: "locked" });
const onLocked = vi.fn();
const open: BrowserVault[] = [];

const openTab = () => {
  const vault = openBrowserVault(onLocked);
  open.push(vault);
  return vault;
};

beforeEach(() => {
  started.length = 0;
  waiting.clear();
  onLocked.mockClear();
  vi.stubGlobal("navigator", { locks });
});

afterEach(async () => {
  for (const vault of open.splice(0)) await vault.lock();
  vi.unstubAllGlobals();
});

describe.each(["dedicated", "shared"])("with a %s worker", (kind) => {
  beforeEach(() => {
    vi.stubGlobal("Worker", DedicatedBehindMessages);
    if (kind === "shared") vi.stubGlobal("SharedWorker", sharedBehindMessages());
  });

  test("the vault's errors arrive as themselves, and a `locked` is heard by the page", async () => {
    const vault = openTab();
    const failure = await vault.openTexts("user", ["2.a" as EncString]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(VaultError);
    expect(failure).toEqual(locked);
    expect(onLocked).toHaveBeenCalledOnce();
  });

  test("locking forgets every key, and answers every open question with `locked`", async () => {
    const vault = openTab();
    await vault.makeAccount(brett);
    expect(await vault.holds("user")).toBe(true);
    const asked = expect(vault.makeProviderKey("provider:1")).rejects.toEqual(locked);
    await vault.lock();
    await asked;
    expect(await vault.holds("user")).toBe(false);
    await expect(vault.sealTexts("user", ["a"])).rejects.toEqual(locked);
  });

  test.each(["death", "error", "messageerror"])("the page hears of a worker's %s", async (sign) => {
    const vault = openTab();
    await vault.makeAccount(brett);
    await vi.waitFor(() => expect(waiting.get(started[0]?.life ?? "")).toHaveLength(1));
    const asked = expect(vault.makeProviderKey("provider:1")).rejects.toEqual(locked);
    if (sign === "death") kill(started[0]);
    else started[0]?.signs.dispatchEvent(new Event(sign));
    await asked;
    expect(onLocked).toHaveBeenCalled();
  });
});

describe("with a worker of its own", () => {
  beforeEach(() => vi.stubGlobal("Worker", DedicatedBehindMessages));

  test("a tab starts it with the first question that needs it, and ends it by locking", async () => {
    const vault = openTab();
    expect(await vault.holds("user")).toBe(false);
    expect(await vault.isOpen()).toBe(false);
    await vault.lock();
    expect(started).toHaveLength(0);
    await vault.makeAccount(brett);
    await vault.lock();
    expect(started.map(({ ended }) => ended)).toEqual([true]);
  });

  test("a tab ends it when another tab has locked", async () => {
    const vault = openTab();
    await vault.makeAccount(brett);
    vault.lockedElsewhere();
    expect(started[0]?.ended).toBe(true);
  });
});

describe("with one worker for all tabs", () => {
  beforeEach(() => vi.stubGlobal("SharedWorker", sharedBehindMessages()));
  const now = Date.now();

  test("a second tab of the same account is open without asking", async () => {
    const [first, second] = [openTab(), openTab()];
    await first.makeAccount(brett);
    await first.claim("brett", now);
    const [sealed = "" as EncString] = await first.sealTexts("user", ["a note"]);

    await expect(second.openTexts("user", [sealed])).rejects.toEqual(locked);
    expect(await second.attach("brett", now - 1)).toBe(true);
    expect(await second.openTexts("user", [sealed])).toEqual(["a note"]);
    expect(started).toHaveLength(1);
  });

  test("to a tab of another account it is locked, whatever that asks", async () => {
    const [hers, his] = [openTab(), openTab()];
    const { authenticationHash: _, ...keys } = await hers.makeAccount(betty);
    await hers.claim("betty", now);
    expect(await his.attach("brett", 0)).toBe(false);
    expect(await his.holds("user")).toBe(false);
    await expect(his.claim("brett", now)).rejects.toEqual(locked);
    await expect(his.sealTexts("user", ["a"])).rejects.toEqual(locked);
    await expect(his.sealKeyFor("user", recipient("betty", keys))).rejects.toEqual(locked);
    const whose = { userId: "brett", sessionId: "his" };
    await expect(his.sealForReload(whose, "")).rejects.toEqual(locked);
    await expect(his.changeMasterKey(betty, betty, keys.userKeyForAccount)).rejects.toEqual(locked);
    expect(await hers.holds("user")).toBe(true);
  });

  test("a tab that locks locks all", async () => {
    const [first, second] = [openTab(), openTab()];
    await first.makeAccount(brett);
    await first.claim("brett", now);
    await second.attach("brett", 0);
    await second.lock();
    expect(await first.holds("user")).toBe(false);
    expect(await first.isOpen()).toBe(false);
  });

  test("a tab that comes when the idle time is over finds it locked", async () => {
    const [first, late] = [openTab(), openTab()];
    await first.makeAccount(brett);
    await first.claim("brett", now);
    expect(await late.attach("brett", now + 1)).toBe(false);
    expect(await first.holds("user")).toBe(false);
  });
});
